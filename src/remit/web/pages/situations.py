"""Major situations: told on a phone in under a minute, with the clock that it starts; reported, passed on, followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from remit.core.flow import Need
from remit.core.flow_words import MOVE_WORDS
from remit.core.matter import matter_state
from remit.core.problem import Place, Problem, error
from remit.store import actions, inquiry, load, situation_inquiry
from remit.store.access import Action, require
from remit.store.refusal import Refused
from remit.store.situation_inquiry import SituationSeen
from remit.web.addresses import address_of, query_of
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key, key_of, needed_words

__all__ = ["escalate", "report", "situation", "situation_new", "situations"]

_PAGE = 50
_OWN = frozenset({"report", "escalate"})
_LEADS = frozenset({"receive", "close"})
_FIELDS = {
    "record-moment-future": "known",
    "record-future": "known",
    "record-moment": "known",
    "unknown-duty": "starts",
    "matter-bare": "title",
    "outside-scope": "title",
}


@require_GET
@asked
def situations(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show the situations at a unit and below: `?unit=`, `?closed=1`, `?after=`."""
    given = request.GET
    unit, closed = given.get("unit", ""), given.get("closed", "")
    seen = situation_inquiry.situations(
        asking.viewer, unit, asking.now, closed=bool(closed), after=given.get("after", ""), limit=_PAGE
    )
    context = {
        "seen": seen,
        "unit": seen.unit,
        "closed": closed,
        "next": query_of("situations", unit=unit, closed=closed, after=seen.after) if seen.after else "",
    }
    return frame.show(request, "remit/situations.html", context, viewer=asking.viewer, today=asking.today)


@require_http_methods(["GET", "POST"])
@asked
def situation_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask what happened, where, since when it is known, and which time limits start."""
    form = request.POST if request.method == "POST" else request.GET
    unit = form.get("unit", "")
    require(asking.viewer, Action.RECORD, load.stretch(unit))
    if request.method == "GET":
        return _form(request, asking, unit, {"known": f"{asking.now:%Y-%m-%dT%H:%M}"})
    typed = {name: form.get(name, "") for name in ("title", "place", "text", "known")}
    known, problems = _moment(typed["known"])
    problems += needed_words(form, "title")
    starts = form.getlist("starts")
    clocks = situation_inquiry.clocks(asking.viewer, unit, asking.today, happened=typed["title"])
    if clocks and not starts and "none" not in form:
        likely = [one.reference for one in clocks if one.likely]
        return _form(
            request, asking, unit, typed, starts=likely, problems=(*problems, _no_clock()), status=422
        )
    if known is None or problems:
        return _form(request, asking, unit, typed, starts=starts, problems=problems, status=422)
    try:
        ref = actions.open_situation(
            asking.by(key_of(form)),
            unit=unit,
            title=typed["title"],
            place=typed["place"],
            text=typed["text"],
            known=known,
            starts=tuple(starts),
        )
    except Refused as refusal:
        placed = tuple(replace(p, place=Place(ref=_FIELDS.get(p.code, "title"))) for p in refusal.problems)
        return _form(request, asking, unit, typed, starts=starts, problems=placed, status=422)
    messages.success(request, _("It is told. Now report it to the level above."))
    return HttpResponseRedirect(address_of("situation", ref))


@require_GET
@asked
def situation(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Show a situation with its clock."""
    return _page(request, asking, situation_inquiry.situation(asking.viewer, ref, asking.now))


@require_POST
@asked
def report(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Report the situation to the level above."""
    form = request.POST
    try:
        actions.report_situation(asking.by(key_of(form)), ref=ref, text=form.get("text", ""))
    except Refused as refusal:
        seen = situation_inquiry.situation(asking.viewer, ref, asking.now)
        placed = tuple(replace(p, place=Place(ref="text")) for p in refusal.problems)
        return _page(request, asking, seen, typed=form.get("text", ""), problems=placed, status=422)
    messages.success(request, _("The situation is reported."))
    return HttpResponseRedirect(address_of("situation", ref))


@require_POST
@asked
def escalate(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Pass the situation on to the next level up."""
    form = request.POST
    try:
        passed = actions.escalate_situation(asking.by(key_of(form)), ref=ref, reason=form.get("reason", ""))
    except Refused as refusal:
        seen = situation_inquiry.situation(asking.viewer, ref, asking.now)
        return _page(request, asking, seen, problems=refusal.problems, status=422)
    messages.success(request, _("It is reported to the next level up."))
    return HttpResponseRedirect(address_of("situation", passed))


def _form(
    request: HttpRequest,
    asking: Asking,
    unit: str,
    typed: Mapping[str, str],
    *,
    starts: list[str] | None = None,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    clocks = situation_inquiry.clocks(asking.viewer, unit, asking.today, happened=typed.get("title", ""))
    only = [clocks[0].reference] if len(clocks) == 1 and starts is None else []
    context = {
        "unit": inquiry.unit(asking.viewer, unit, most=1).unit,
        "typed": typed,
        "clocks": clocks,
        "starts": frozenset(starts if starts is not None else only),
        "asks_none": any(p.code == "situation-no-clock" for p in problems),
        "latest": f"{asking.now:%Y-%m-%dT%H:%M}",
        "problems": problems,
        "fields": ("title", "known", "starts", "place", "text"),
        "wrong": {p.place.ref: [p] for p in problems},
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/situation_new.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _page(
    request: HttpRequest,
    asking: Asking,
    seen: SituationSeen,
    *,
    typed: str = "",
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    one = seen.seen.matter
    moves = {move.name: move for move in seen.seen.moves}
    steps = [
        (name, _(MOVE_WORDS["incident", name]), Need.REASON in move.needs, name in _LEADS)
        for name, move in moves.items()
        if name not in _OWN
    ]
    context = {
        "seen": seen,
        "matter": one,
        "state": matter_state(one),
        "unit_name": seen.seen.names.get(one.unit, one.unit),
        "asker_name": seen.seen.names.get(one.asker, one.asker),
        "copies": [seen.seen.names.get(code, code) for code in one.copies],
        "reports": "report" in moves,
        "escalates": "escalate" in moves,
        "bare": [move for move in steps if not move[2]],
        "told": [move for move in steps if move[2]],
        "typed": typed,
        "problems": problems,
        "fields": ("text", "reason"),
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/situation.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _moment(text: str) -> tuple[datetime | None, tuple[Problem, ...]]:
    """The moment that was typed, in the installation's time zone."""
    try:
        said = datetime.fromisoformat(text.strip())
        if said.year < 1900:
            raise ValueError(text)
    except ValueError:
        return None, (
            error(
                "no-moment",
                "“{text}” is no day with a time.",
                "Choose the day and the time since when it is known.",
                at=Place(ref="known"),
                text=text,
            ),
        )
    return said if said.tzinfo else timezone.make_aware(said), ()


def _no_clock() -> Problem:
    return error(
        "situation-no-clock",
        "It is not said which time limit it starts.",
        "Choose what comes nearest, or say that none does.",
        at=Place(ref="starts"),
    )
