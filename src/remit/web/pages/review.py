"""Reviewing a draft: each duty is accepted, corrected or rejected, then the edition is issued."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.duty import Duty, Kind, ReviewState
from remit.core.problem import Place, Problem, error
from remit.core.regime import Edition, RegimeClause, find_duty
from remit.store import actions, inquiry
from remit.store.access import Action, require
from remit.store.refusal import Refused
from remit.web.pages import frame, rhythm
from remit.web.pages.asking import Asking, asked
from remit.web.pages.register import by_click, register_context, show_regime
from remit.web.pages.rhythm import Row
from remit.web.templatetags.words import problem_words

__all__ = ["Correction", "accept", "correct", "issue", "not_quoted", "reject", "version_seen"]

_LISTS = ("holders", "actions", "addressee", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A duty as typed into the form of a correction, and what is wrong with what was typed."""

    quote: str
    kind: str
    lists: dict[str, str]
    cadence: list[Row]
    deadline: list[Row]
    reason: str = ""
    problems: tuple[Problem, ...] = ()


@by_click
@asked
def accept(request: HttpRequest, asking: Asking, regime: str, day: date, duty: str) -> HttpResponse:
    """Accept a duty as it stands; to htmx the answer is the duty and the progress anew."""
    name, version = Edition(regime, day), version_seen(request)
    try:
        actions.review_duty(
            asking.by(_key(name, duty, "accepted", version)),
            name,
            duty,
            decision=ReviewState.ACCEPTED,
            version=version,
        )
    except Refused as refusal:
        if frame.is_enhanced(request):
            return frame.reload(request, " ".join(problem_words(p) for p in refusal.problems))
        return show_regime(request, asking, name, problems=refusal.problems, status=422)
    if frame.is_enhanced(request):
        return _card(request, asking, name, duty)
    return _back_to(name, duty)


@by_click
@asked
def reject(request: HttpRequest, asking: Asking, regime: str, day: date, duty: str) -> HttpResponse:
    """Reject what is no duty, with the reason."""
    name, version, reason = Edition(regime, day), version_seen(request), request.POST.get("reason", "")
    try:
        actions.review_duty(
            asking.by(_key(name, duty, "rejected", version)),
            name,
            duty,
            decision=ReviewState.REJECTED,
            version=version,
            reason=reason,
        )
    except Refused as refusal:
        return show_regime(request, asking, name, problems=refusal.problems, status=422)
    return _back_to(name, duty)


@require_http_methods(["GET", "POST"])
@asked
def correct(request: HttpRequest, asking: Asking, regime: str, day: date, duty: str) -> HttpResponse:
    """Ask how a duty has to read, and store it with the reason; what was typed is kept while something is wrong."""
    require(asking.viewer, Action.REVIEW)
    name = Edition(regime, day)
    held, text = inquiry.edition(asking.viewer, name)
    found = find_duty(text, duty)
    if found is None or held.state != "draft":
        raise Http404
    clause, old = found
    if request.method == "GET":
        return _form(request, asking, name, clause, old, _as_typed(old), version=held.version)
    version = version_seen(request)
    corrected, typed = _read(request.POST, clause, old)
    problems = typed.problems
    if not problems:
        try:
            actions.review_duty(
                asking.by(_key(name, duty, "corrected", version)),
                name,
                duty,
                decision=ReviewState.CORRECTED,
                version=version,
                reason=typed.reason,
                changes=corrected,
            )
        except Refused as refusal:
            problems = refusal.problems
        else:
            return _back_to(name, duty)
    return _form(
        request, asking, name, clause, old, replace(typed, problems=problems), version=version, status=422
    )


@by_click
@asked
def issue(request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Issue an edition whose duties have all been reviewed."""
    name, version = Edition(regime, day), version_seen(request)
    try:
        actions.issue_edition(asking.by(_key(name, "", "issued", version)), name, version=version)
    except Refused as refusal:
        return show_regime(request, asking, name, problems=refusal.problems, status=422)
    messages.success(
        request, _("The edition is issued. Units can adopt it from now on, and it no longer changes.")
    )
    return HttpResponseRedirect(reverse("regime", args=[regime, day]))


def _read(form: QueryDict, clause: RegimeClause, old: Duty) -> tuple[Duty, Correction]:
    fields = {name: str(value) for name, value in form.items()}
    cadence, cadence_wrong, cadence_rows = rhythm.read_cadences(fields)
    deadline, deadline_wrong, deadline_rows = rhythm.read_deadlines(fields)
    words = form.get("quote", "").strip().replace("\r\n", "\n")
    kind = form.get("kind", "")
    lists = {name: form.get(name, "") for name in _LISTS}
    problems = [*cadence_wrong, *deadline_wrong]
    if words not in clause.text or not words:
        problems.insert(0, not_quoted())
    typed = Correction(
        quote=words,
        kind=kind,
        lists=lists,
        cadence=cadence_rows,
        deadline=deadline_rows,
        reason=form.get("reason", ""),
        problems=tuple(problems),
    )
    listed = {
        name: tuple(s for line in text.splitlines() if (s := line.strip())) for name, text in lists.items()
    }
    corrected = replace(
        old,
        quote=words,
        kind=Kind.PROHIBITION if kind == Kind.PROHIBITION else Kind.DUTY,
        cadence=cadence,
        deadline=deadline,
        holders=listed["holders"],
        actions=listed["actions"],
        addressee=listed["addressee"],
        evidence=listed["evidence"],
    )
    return corrected, typed


def _as_typed(duty: Duty) -> Correction:
    return Correction(
        quote=duty.quote,
        kind=duty.kind,
        lists={name: "\n".join(getattr(duty, name)) for name in _LISTS},
        cadence=rhythm.cadence_rows(duty.cadence),
        deadline=rhythm.deadline_rows(duty.deadline),
    )


def _form(
    request: HttpRequest,
    asking: Asking,
    name: Edition,
    clause: RegimeClause,
    duty: Duty,
    typed: Correction,
    *,
    version: int,
    status: int = 200,
) -> HttpResponse:
    periods = [row[key] for row in typed.cadence for key in ("period", "period_min", "period_max")]
    context = {
        "name": name,
        "clause": clause,
        "duty": duty,
        "typed": typed,
        "problems": typed.problems,
        "version": version,
        "periods": rhythm.choices(rhythm.PERIODS, periods),
        "units": rhythm.choices(rhythm.UNITS, [row["unit"] for row in typed.deadline]),
        "kinds": (Kind.DUTY, Kind.PROHIBITION),
        "list_fields": _list_fields(typed),
    }
    return frame.show(
        request, "remit/correct.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _list_fields(typed: Correction) -> tuple[tuple[str, str, str], ...]:
    names = {
        "holders": _("Who (one role a line)"),
        "actions": _("What (one act a line)"),
        "addressee": _("To whom (one a line)"),
        "evidence": _("Evidence that shows it (one kind a line)"),
    }
    return tuple((name, names[name], typed.lists[name]) for name in _LISTS)


def _card(request: HttpRequest, asking: Asking, name: Edition, duty: str) -> HttpResponse:
    held, text = inquiry.edition(asking.viewer, name)
    found = find_duty(text, duty)
    context = {**register_context(asking, held, text), "duty": found[1] if found else None, "oob": True}
    return render(request, "remit/fragments/reviewed.html", context)


def _back_to(name: Edition, duty: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('regime', args=[name.regime, name.day])}#d-{quote(duty)}")


def version_seen(request: HttpRequest) -> int:
    """Return the version that the reader last saw: htmx sends the page's, which it renews, beside the form's."""
    text = request.POST.get("version_now") or request.POST.get("version", "")
    if not text.isdecimal():
        raise Http404
    return int(text)


def _key(name: Edition, duty: str, decision: str, version: int) -> str:
    """The same decision on the same version is one request, however often it is sent."""
    return f"{decision}:{version}:{name}/{duty}"[:200]


def not_quoted() -> Problem:
    """Return the problem of words that are not the clause's."""
    return error(
        "quote-not-there",
        "The words are not in the clause as they stand.",
        "Copy a stretch of the clause without changing a character.",
        at=Place(ref="quote"),
    )
