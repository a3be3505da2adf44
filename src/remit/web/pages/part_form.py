"""The form of a part: one is corrected, or one that the reading did not find is added with the clause it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.duty import ReviewState
from remit.core.part_decision import PART_KINDS, clause_of_part, find_part, list_of_part
from remit.core.part_words import LIST_NAMES
from remit.core.problem import Place, Problem
from remit.core.regime import Edition, Regime, RegimeClause
from remit.core.regime_part import MeasureStep, Part
from remit.files.wording import path_words
from remit.store import actions, inquiry
from remit.store.access import Action, require
from remit.store.load import EditionHeld
from remit.store.refusal import Refused
from remit.web.pages import frame, rhythm
from remit.web.pages.asking import Asking, asked
from remit.web.pages.part_entry import PartTyped, controls, read_part, typed_part
from remit.web.pages.part_review import back_to_part, part_key
from remit.web.pages.parts import leads
from remit.web.pages.review import not_quoted, version_seen

__all__ = ["add", "correct"]

_FIELDS = {
    "part-quote": "quote",
    "part-role": "holders",
    "part-holder": "holders",
    "measure-order": "order",
    "indicator-points": "points",
    "review-no-reason": "reason",
    "part-no-reason": "reason",
}
_SHOWN = 40


@require_http_methods(["GET", "POST"])
@asked
def correct(request: HttpRequest, asking: Asking, regime: str, day: date, part: str) -> HttpResponse:
    """Ask how a part has to read, and store it with the reason; what was typed is kept while something is wrong."""
    name = Edition(regime, day)
    held, text = _draft(asking, name)
    old = find_part(text, part)
    clause = clause_of_part(text, old) if old else None
    if old is None or clause is None:
        raise Http404
    shown: dict[str, Any] = {"part": old, "list_title": _(LIST_NAMES[list_of_part(old)])}
    if request.method == "GET":
        typed = typed_part(type(old), old)
        return _form(request, asking, name, text, clause, typed, version=held.version, shown=shown)
    version = version_seen(request)
    found, typed = read_part(request.POST, type(old))
    problems = _wrong(typed, clause)
    if not problems:
        try:
            ref = actions.review_part(
                asking.by(part_key(name, part, "corrected", version, typed)),
                name,
                part,
                decision=ReviewState.CORRECTED,
                version=version,
                reason=typed.reason,
                changes=replace(old, **found),
            )
        except Refused as refusal:
            problems = refusal.problems
        else:
            return back_to_part(name, ref)
    typed = replace(typed, problems=_placed(problems))
    return _form(request, asking, name, text, clause, typed, version=version, shown=shown, status=422)


@require_http_methods(["GET", "POST"])
@asked
def add(request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Ask for the list and the clause, then for the part; it is stored with the reason why it was added."""
    name = Edition(regime, day)
    held, text = _draft(asking, name)
    given = request.POST if request.method == "POST" else request.GET
    kind = PART_KINDS.get(given.get("list", ""))
    clause = _clause(text, given.get("clause", ""))
    if kind is None or clause is None:
        if request.method == "POST":
            raise Http404
        return _choose(request, asking, name, text, given.get("list", ""))
    shown: dict[str, Any] = {"list_name": given["list"], "list_title": _(LIST_NAMES[given["list"]])}
    if request.method == "GET":
        typed = typed_part(kind, given=_first(kind, text))
        return _form(request, asking, name, text, clause, typed, version=held.version, shown=shown)
    version = version_seen(request)
    found, typed = read_part(request.POST, kind)
    problems = _wrong(typed, clause)
    if not problems:
        part = kind(**{**found, "ref": "", "clause": clause.ref})
        key = part_key(name, f"{given['list']}/{clause.start}", "added", version, typed)
        try:
            ref = actions.add_part(asking.by(key), name, part, version=version, reason=typed.reason)
        except Refused as refusal:
            problems = refusal.problems
        else:
            return back_to_part(name, ref)
    typed = replace(typed, problems=_placed(problems))
    return _form(request, asking, name, text, clause, typed, version=version, shown=shown, status=422)


def _draft(asking: Asking, name: Edition) -> tuple[EditionHeld, Regime]:
    require(asking.viewer, Action.REVIEW)
    held, text = inquiry.edition(asking.viewer, name)
    if held.state != "draft":
        raise Http404
    return held, text


def _first(kind: type[Part], text: Regime) -> dict[str, str]:
    """What is given for a part that is new: a rung above the last."""
    if kind is not MeasureStep:
        return {}
    return {"order": str(max((step.order for step in text.parts.measures), default=0) + 1)}


def _clauses(text: Regime) -> list[RegimeClause]:
    """The clauses that a part may rest on."""
    return [clause for clause in text.clauses if not clause.heading and clause.screen != "out"]


def _clause(text: Regime, start: str) -> RegimeClause | None:
    return next((clause for clause in _clauses(text) if str(clause.start) == start), None)


def _wrong(typed: PartTyped, clause: RegimeClause) -> tuple[Problem, ...]:
    if typed.quote and typed.quote in clause.text:
        return typed.problems
    return (not_quoted(), *typed.problems)


def _placed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems by the fields of the form that they are about."""
    return tuple(replace(p, place=Place(ref=_FIELDS.get(p.code, p.place.ref))) for p in problems)


def _choose(
    request: HttpRequest, asking: Asking, name: Edition, text: Regime, list_name: str
) -> HttpResponse:
    context = {
        "name": name,
        "regime": text,
        "lists": [(one, _(said), one == list_name) for one, said in LIST_NAMES.items()],
        "clauses": [(clause.start, _start_of(clause)) for clause in _clauses(text)],
    }
    return frame.show(request, "remit/part_new.html", context, viewer=asking.viewer, today=asking.today)


def _start_of(clause: RegimeClause) -> str:
    path, words = path_words(clause.ref), clause.text
    said = words if words.startswith(path) else f"{path} {words}"
    return f"{said[:_SHOWN]}…" if len(said) > _SHOWN else said


def _form(
    request: HttpRequest,
    asking: Asking,
    name: Edition,
    text: Regime,
    clause: RegimeClause,
    typed: PartTyped,
    *,
    version: int,
    shown: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    every = controls(typed)
    context = {
        "name": name,
        "regime": text,
        "clause": clause,
        "lead": leads(text).get(clause.start, ""),
        "typed": typed,
        "controls": every,
        "problems": typed.problems,
        "fields": ("quote", "reason", *(one.name for one in every), *_rows(typed)),
        "version": version,
        "periods": rhythm.choices(
            rhythm.PERIODS,
            [row[key] for row in typed.cadence for key in ("period", "period_min", "period_max")],
        ),
        "roles": [role.name for role in text.roles],
        **shown,
    }
    return frame.show(
        request, "remit/part_correct.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _rows(typed: PartTyped) -> list[str]:
    return [f"c{number}-min" for number, _row in enumerate(typed.cadence)]
