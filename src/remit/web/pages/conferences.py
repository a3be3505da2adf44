"""Joint conferences of a leading group: what earlier ones decided and what became of it, and a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.post import Group, Seat
from remit.core.problem import Place, Problem, error
from remit.core.scope import is_outside
from remit.store import actions, establishment_inquiry, inquiry, load, matter_inquiry
from remit.store.access import Action, allowed, require
from remit.store.actions import Decision
from remit.store.actions.conferring import CONFERENCE
from remit.store.refusal import Refused
from remit.web.addresses import address_of
from remit.web.dates import day_words, parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.establishment import SEATS
from remit.web.pages.matters import lines_of
from remit.web.pages.owed import OPEN, owed_by
from remit.web.pages.typed import fresh_key, key_of, needed_words

__all__ = ["Entry", "Row", "Sitting", "conference_new", "conferences"]

_ROWS = 6
_MOST_ROWS = 40
_PAST = timedelta(days=3 * 366)
_MOST = 50
_MOST_BELOW = 200
_FIELDS = ("title", "day", "chair", "agenda", "attendance", "others", "decisions", "meets")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A seat with the person who holds it on the day of the conference, and whether they are said to attend."""

    seat: str
    chair: bool
    title: str
    unit_name: str
    person: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A decision as typed."""

    text: str = ""
    unit: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A conference as typed; `there` are the persons ticked, None before anything was sent."""

    key: str
    title: str = ""
    day: str = ""
    chair: str = ""
    agenda: str = ""
    others: str = ""
    there: frozenset[str] | None = None
    rows: tuple[Row, ...] = ()
    meets: frozenset[str] = field(default_factory=frozenset)


@require_GET
@asked
def conferences(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List the conferences of a leading group (`?group=`), and what was decided and became of it."""
    group = establishment_inquiry.group(asking.viewer, request.GET.get("group", ""))
    first = asking.today - _PAST
    records = inquiry.records(asking.viewer, group.unit, first=first, last=asking.today, subtree=False)
    decided = matter_inquiry.decided_in(asking.viewer, group.code, open_only=False, limit=_MOST)
    context = {
        "group": group,
        "unit": inquiry.unit(asking.viewer, group.unit, most=1).unit,
        "held": [one for one in reversed(records) if one.kind == CONFERENCE][:_MOST],
        "lines": lines_of(asking, decided),
        "open_count": sum(one.closed is None for one in decided),
        "may_hold": allowed(asking.viewer, Action.RECORD, load.stretch(group.unit)),
    }
    return frame.show(request, "remit/conferences.html", context, viewer=asking.viewer, today=asking.today)


@require_http_methods(["GET", "POST"])
@asked
def conference_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask what a leading group (`?group=`) met about and decided; each decision with a unit becomes a task."""
    given = request.POST if request.method == "POST" else request.GET
    group = establishment_inquiry.group(asking.viewer, given.get("group", ""))
    require(asking.viewer, Action.RECORD, load.stretch(group.unit))
    if request.method == "GET":
        return _form(request, asking, group, _blank(asking, group), ())
    entry = _typed(given)
    day, problems = parse_day(entry.day, field="day")
    decisions, wrong = _decisions(entry)
    problems = (*problems, *wrong, *needed_words(given, "title", "day", "agenda"))
    there = sorted(entry.there or ())
    others = _lines(entry.others)
    if not problems and day is not None:
        away = [s.person for s in _sittings(asking, group, entry) if s.person and not s.there]
        try:
            ref = actions.hold_conference(
                asking.by(entry.key),
                group=group.code,
                day=day,
                title=entry.title,
                chair=entry.chair.strip(),
                agenda=_lines(entry.agenda),
                attendance=dict.fromkeys((*there, *others)),
                apologies=dict.fromkeys(away),
                decisions=decisions,
                meets=sorted(entry.meets),
            )
        except Refused as refusal:
            problems = tuple(replace(p, place=Place(ref=_field(p, entry))) for p in refusal.problems)
    if problems:
        return _form(request, asking, group, entry, problems, status=422)
    handed = sum(bool(one.unit) for one in decisions)
    said = ngettext(
        "The conference is recorded, and {count} task is handed down.",
        "The conference is recorded, and {count} tasks are handed down.",
        handed,
    )
    messages.success(request, said.format(count=handed))
    return HttpResponseRedirect(address_of("record", ref))


def _blank(asking: Asking, group: Group) -> Entry:
    title = _("Conference of {group}, {day}").format(group=group.title, day=day_words(asking.today))
    chairs = [s.person for s in _sittings(asking, group, None) if s.chair]
    return Entry(key=fresh_key(), title=title, day=asking.today.isoformat(), chair=next(iter(chairs), ""))


def _typed(form: QueryDict) -> Entry:
    rows = (
        Row(
            form.get(f"text-{n}", "").strip(),
            form.get(f"unit-{n}", "").strip(),
            form.get(f"due-{n}", "").strip(),
        )
        for n in range(1, _MOST_ROWS + 1)
    )
    return Entry(
        key=key_of(form),
        title=form.get("title", ""),
        day=form.get("day", ""),
        chair=form.get("chair", ""),
        agenda=form.get("agenda", ""),
        others=form.get("others", ""),
        there=frozenset(form.getlist("there")),
        rows=tuple(row for row in rows if row.text or row.unit or row.due),
        meets=frozenset(form.getlist("meets")),
    )


def _decisions(entry: Entry) -> tuple[list[Decision], tuple[Problem, ...]]:
    found: list[Decision] = []
    problems: list[Problem] = []
    for row in entry.rows:
        due, wrong = parse_day(row.due, field="decisions")
        problems += wrong
        found.append(Decision(text=row.text, unit=row.unit, due=due))
    if not entry.there and not _lines(entry.others):
        problems.append(
            error(
                "conference-nobody",
                "Nobody is said to have attended.",
                "Tick those who were there, or write their names.",
                at=Place(ref="attendance"),
            )
        )
    return found, tuple(problems)


def _form(
    request: HttpRequest,
    asking: Asking,
    group: Group,
    entry: Entry,
    problems: Iterable[Problem],
    *,
    status: int = 200,
) -> HttpResponse:
    seen = inquiry.unit(asking.viewer, group.unit, most=_MOST_BELOW)
    stand = inquiry.standings(asking.viewer, group.unit, asking.today, subtree=False)
    earlier = matter_inquiry.decided_in(asking.viewer, group.code, open_only=True, limit=_MOST)
    placed = tuple(problems)
    wrong: dict[str, list[Problem]] = {}
    for problem in placed:
        wrong.setdefault(problem.place.ref, []).append(problem)
    blanks = max(2, _ROWS - len(entry.rows))
    context = {
        "group": group,
        "unit": seen.unit,
        "below": (seen.unit, *seen.below),
        "entry": entry,
        "sittings": _sittings(asking, group, entry),
        "rows": [*entry.rows, *[Row()] * blanks][:_MOST_ROWS],
        "open": [item for item in owed_by(stand, {}) if item.standing.status in OPEN and item.opened],
        "lines": lines_of(asking, earlier),
        "problems": placed,
        "wrong": wrong,
        "fields": _FIELDS,
    }
    return frame.show(
        request, "remit/conference_new.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _sittings(asking: Asking, group: Group, entry: Entry | None) -> list[Sitting]:
    """The seats of a group with whoever holds them today."""
    held = establishment_inquiry.holders_of_groups((group,), asking.today)
    titles = establishment_inquiry.titles({post for _seat, post in group.seats})
    there = entry.there if entry else None
    return [
        Sitting(
            seat=_(SEATS[seat]),
            chair=seat is Seat.CHAIR,
            title=titles[post][0],
            unit_name=titles[post][2],
            person=person,
            there=bool(person) and (there is None or person in there),
        )
        for seat, post in group.seats
        for person in [holder.person for holder in held.get(post, ())] or [""]
    ]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for part in text.splitlines() if (line := part.strip()))


def _field(problem: Problem, entry: Entry) -> str:
    """The field that a problem is about: what is outside scope by the text in which it stands."""
    if problem.code == "outside-scope":
        said = {
            "title": [entry.title],
            "agenda": _lines(entry.agenda),
            "decisions": [r.text for r in entry.rows],
        }
        return next((name for name, texts in said.items() if any(map(is_outside, texts))), "decisions")
    by_code: Mapping[str, str] = {"record-future": "day", "unknown-duty": "meets", "record-window": "meets"}
    place = by_code.get(problem.code, problem.place.ref)
    return place if place in _FIELDS else "title"
