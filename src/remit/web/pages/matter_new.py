"""Starting a matter: a task handed down to units below, or a filing before an activity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from remit.core.post import Unit
from remit.core.problem import Place, Problem, error
from remit.core.regime import duties_in_force, duty_reference
from remit.core.scope import is_outside
from remit.store import actions, establishment_inquiry, inquiry, load
from remit.store.access import Action, require
from remit.store.establishment_inquiry import Choice
from remit.store.refusal import Denied, Refused
from remit.web.addresses import address_of, query_of
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.owed import OPEN, Owed, owed_by
from remit.web.pages.typed import fresh_key, key_of, split_words

__all__ = ["DutyChoice", "Entry", "filing_new", "task_new"]

_MOST_BELOW = 200
_MOST_ASKED = 500
_APPROVALS = 9
_FIELDS = ("title", "text", "due", "unit", "duty", "support", "copies", "asker", "kind", "approvals")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChoice:
    """A duty to choose, as `REGIME/DUTY`, or a window of it that is open; with its words."""

    value: str
    words: str
    window: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A form as it was typed."""

    unit: str
    key: str
    title: str = ""
    text: str = ""
    due: str = ""
    duty: str = ""
    units: tuple[str, ...] = ()
    listed: str = ""
    every: str = ""
    support: str = ""
    copies: str = ""
    source: str = ""
    kind: str = ""
    asker: str = ""
    approvals: str = "1"


@require_http_methods(["GET", "POST"])
@asked
def task_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask what units below one (`?unit=`, with `to` one of them) are to do; sent twice, it is handed down once."""
    entry = _typed(request)
    require(asking.viewer, Action.RECORD, load.stretch(entry.unit) if entry.unit else None)
    if request.method == "GET":
        return _task_form(request, asking, entry, ())
    due, problems = parse_day(entry.due, field="due")
    wanted = _asked_units(asking, entry)
    if not problems:
        try:
            ref = actions.open_task(
                asking.by(entry.key),
                units=wanted,
                asker=entry.unit,
                title=entry.title,
                text=entry.text,
                due=due,
                duty=entry.duty,
                support=split_words(entry.support),
                copies=split_words(entry.copies),
                source=entry.source,
            )
        except Refused as refusal:
            problems = refusal.problems
    if problems:
        return _task_form(request, asking, entry, problems, status=422)
    if len(wanted) == 1:
        return HttpResponseRedirect(address_of("matter", ref))
    said = ngettext("{count} unit has the task.", "{count} units have the task.", len(wanted))
    messages.success(request, said.format(count=len(wanted)))
    return HttpResponseRedirect(query_of("matters", box="started"))


@require_http_methods(["GET", "POST"])
@asked
def filing_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask what a unit (`?unit=`) wants to do that needs filing or approval first."""
    entry = _typed(request)
    require(asking.viewer, Action.RECORD, load.stretch(entry.unit) if entry.unit else None)
    if request.method == "GET":
        return _filing_form(request, asking, entry, ())
    due, problems = parse_day(entry.due, field="due")
    approvals, wrong = _approvals(entry)
    problems = (*problems, *wrong)
    if not problems:
        try:
            ref = actions.open_filing(
                asking.by(entry.key),
                unit=entry.unit,
                asker=entry.asker or entry.unit,
                title=entry.title,
                text=entry.text,
                kind=entry.kind,
                due=due,
                duty=entry.duty,
                approvals=approvals,
                copies=split_words(entry.copies),
            )
        except Refused as refusal:
            problems = refusal.problems
    if problems:
        return _filing_form(request, asking, entry, problems, status=422)
    return HttpResponseRedirect(address_of("matter", ref))


def _typed(request: HttpRequest) -> Entry:
    given = request.POST if request.method == "POST" else request.GET
    to = given.getlist("to")
    return Entry(
        unit=given.get("unit", ""),
        key=key_of(request.POST) if request.method == "POST" else fresh_key(),
        title=given.get("title", ""),
        text=given.get("text", ""),
        due=given.get("due", ""),
        duty=given.get("duty", ""),
        units=tuple(dict.fromkeys(code for code in to if code)),
        listed=given.get("listed", ""),
        every=given.get("every", ""),
        support=given.get("support", ""),
        copies=given.get("copies", ""),
        source=given.get("source", ""),
        kind=given.get("kind", ""),
        asker=given.get("asker", ""),
        approvals=given.get("approvals", "1"),
    )


def _asked_units(asking: Asking, entry: Entry) -> tuple[str, ...]:
    """The units that were ticked, those that were listed, and every one of a kind where that was chosen."""
    found = [*entry.units, *split_words(entry.listed)]
    if entry.every:
        choice = Choice(kind=entry.every, whole=True)
        level = establishment_inquiry.level(
            asking.viewer, entry.unit, choice, limit=_MOST_ASKED + 1, today=asking.today
        )
        found += [one.code for one in level.units]
    return tuple(dict.fromkeys(found))


def _approvals(entry: Entry) -> tuple[int, tuple[Problem, ...]]:
    said = entry.approvals.strip() or "1"
    if said.isdecimal() and len(said) < 3 and 1 <= int(said) <= _APPROVALS:
        return int(said), ()
    return 1, (
        error(
            "filing-approvals",
            "“{text}” is no number of persons from 1 to {most}.",
            "Say how many different persons have to approve.",
            at=Place(ref="approvals"),
            text=said[:40],
            most=_APPROVALS,
        ),
    )


def _task_form(
    request: HttpRequest, asking: Asking, entry: Entry, problems: Iterable[Problem], *, status: int = 200
) -> HttpResponse:
    if not entry.unit:
        raise Denied
    seen = inquiry.unit(asking.viewer, entry.unit, most=_MOST_BELOW)
    kinds, _tags = establishment_inquiry.choices(asking.viewer, entry.unit, whole=True)
    one = entry.units[0] if len(entry.units) == 1 and not entry.listed.strip() else ""
    known = {unit.code for unit in seen.below}
    strange = [code for code in entry.units if code not in known]
    listed = "\n".join(dict.fromkeys([*strange, *split_words(entry.listed)]))
    context = {
        "unit": seen.unit,
        "below": seen.below,
        "below_total": seen.below_total,
        "kinds": kinds,
        "entry": replace(entry, listed=listed),
        "duties": _duties(asking, entry.unit),
        "windows": _windows(asking, one) if one else (),
        "one": next((unit.name for unit in seen.below if unit.code == one), one),
    }
    return _show(request, asking, "remit/task_new.html", context, entry, problems, status)


def _filing_form(
    request: HttpRequest, asking: Asking, entry: Entry, problems: Iterable[Problem], *, status: int = 200
) -> HttpResponse:
    if not entry.unit:
        raise Denied
    seen = inquiry.unit(asking.viewer, entry.unit, most=1)
    context = {
        "unit": seen.unit,
        "askers": _line(seen.unit, seen.above),
        "entry": entry,
        "duties": _duties(asking, entry.unit),
        "most_persons": _APPROVALS,
    }
    return _show(request, asking, "remit/filing_new.html", context, entry, problems, status)


def _line(unit: Unit, above: tuple[Unit, ...]) -> list[tuple[str, str]]:
    """Who can approve: the unit itself, and those above it, the nearest first."""
    own = (unit.code, _("{unit} itself").format(unit=unit.name))
    return [own, *((one.code, one.name) for one in reversed(above))]


def _duties(asking: Asking, unit: str) -> tuple[DutyChoice, ...]:
    """The duties that are in force at a unit today; the same duty of several adoptions once."""
    found: dict[str, DutyChoice] = {}
    for adoption in inquiry.adoptions(asking.viewer, unit):
        if adoption.since <= asking.today <= (adoption.until or date.max):
            for _clause, duty in duties_in_force(adoption.regime):
                value = duty_reference(adoption.regime, duty)
                found[value] = DutyChoice(value=value, words=duty.quote)
    return tuple(found.values())


def _windows(asking: Asking, unit: str) -> tuple[DutyChoice, ...]:
    """The windows that are open at the one unit that is asked."""
    stand = inquiry.standings(asking.viewer, unit, asking.today, subtree=False)
    items = (item for item in owed_by(stand, {}) if item.standing.status in OPEN)
    return tuple(_window(item) for item in items)


def _window(item: Owed) -> DutyChoice:
    occurrence = item.standing.occurrence
    return DutyChoice(
        value=item.reference, words=item.duty.quote, window=occurrence.window, due=occurrence.due
    )


def _show(
    request: HttpRequest,
    asking: Asking,
    template: str,
    context: dict[str, object],
    entry: Entry,
    problems: Iterable[Problem],
    status: int,
) -> HttpResponse:
    """The form with what was typed; each problem stands at the head and by its field."""
    placed = tuple(_placed(p, entry) for p in problems)
    wrong: dict[str, list[Problem]] = {}
    for problem in placed:
        wrong.setdefault(problem.place.ref, []).append(problem)
    around = {"problems": placed, "wrong": wrong, "fields": _FIELDS}
    return frame.show(
        request, template, {**context, **around}, viewer=asking.viewer, today=asking.today, status=status
    )


def _placed(problem: Problem, entry: Entry) -> Problem:
    """The problem by the field that it is about: what is outside scope by the text in which it stands."""
    field = problem.place.ref
    if problem.code == "outside-scope":
        field = next(
            (name for name in ("title", "text", "kind") if is_outside(getattr(entry, name))), "title"
        )
    return replace(problem, place=Place(ref=field if field in _FIELDS else "title"))
