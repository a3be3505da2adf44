"""Where a unit stands with what it owes: the one place that says met, late, overdue or due soon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from remit.core.adoption import Adoption, end_superseded
from remit.core.assignment import Assigned
from remit.core.counting import counting
from remit.core.extension import Extension, extension_window
from remit.core.period import parse_period
from remit.core.post import Directory
from remit.core.problem import Problem
from remit.core.record import Excuse, Record
from remit.core.regime import clause_path
from remit.core.schedule import Occurrence, occurrences
from remit.core.status import Status, open_status
from remit.core.workday import WorkCalendar

__all__ = [
    "Owed",
    "Standing",
    "Status",
    "carried_over",
    "extended",
    "judge",
    "open_status",
    "owed",
    "shown",
    "standing_text",
    "standings",
]


REASONS: Mapping[str, str] = {
    "met": "{clause}: {count} of {needed} done for {window}, the last that was needed on {met}; due {due} ({records}).",
    "late": "{clause}: done on {met}; it was due on {due}, days late: {days} ({records}).",
    "late-hours": "{clause}: done on {met}; the time limit ran out on {limit} ({records}).",
    "excused": "{clause}: {by} excused on {decided} what is due on {due}: {reason}",
    "overdue": "{clause}: {count} of {needed} done; it was due on {due}, days overdue: {days}.",
    "unassigned": "{clause}: no post of the unit answers; due {due}, days left: {days}.",
    "unassigned-overdue": "{clause}: no post of the unit answers; it was due on {due}, days overdue: {days}.",
    "due-soon": "{clause}: {count} of {needed} done; due {due}, days left: {days}.",
    "upcoming": "{clause}: {count} of {needed} done; due {due}, days left: {days}.",
    "not-open": "{clause}: {window} opens on {opens}; due {due}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An occurrence's status on a day and its reason: a code with values for the wording, and what counts for it."""

    occurrence: Occurrence
    status: Status
    reason: str
    values: tuple[tuple[str, str], ...] = ()
    records: tuple[str, ...] = ()


SHORTEST_CARRIED = 28  # days: a rhythm of less than a month is not carried over into another year

Decision = tuple[Status, str, tuple[tuple[str, str], ...]]


def judge(
    occurrence: Occurrence,
    records: Iterable[Record],
    excuses: Iterable[Excuse],
    *,
    assigned: bool,
    day: date,
    due_soon_days: int,
) -> Standing:
    """Return where an occurrence stands on a day: the single decision.

    `records` are those that count for this occurrence (`counting` finds them), in any order; those after `day` do not
    count yet. `excuses` may be any: only those for this duty, unit and due day, decided by `day`, excuse.
    """
    done = sorted(
        [(record.day, record.ref, record.at) for record in records if record.day <= day], key=_by_moment
    )
    granted = [excuse for excuse in excuses if _excuses(excuse, occurrence, day)]
    if granted:
        status, reason, values = _excused(granted)
    elif len(done) >= occurrence.needed:
        met, _, moment = done[occurrence.needed - 1]
        status, reason, values = _done(occurrence, met, moment)
    else:
        status, reason, values = _open(occurrence, assigned=assigned, day=day, due_soon_days=due_soon_days)
    return Standing(
        occurrence=occurrence,
        status=status,
        reason=reason,
        values=values,
        records=tuple(ref for _, ref, _ in done),
    )


def _excused(granted: list[Excuse]) -> Decision:
    first = min(granted, key=lambda excuse: (excuse.decided, excuse.decided_by, excuse.reason))
    values = (("reason", first.reason), ("by", first.decided_by), ("decided", first.decided.isoformat()))
    return Status.EXCUSED, "excused", values


def _by_moment(done: tuple[date, str, datetime | None]) -> tuple[date, bool, float, str]:
    """The order in which a day's records came: those whose moment is not known first, as they are given the day."""
    day, ref, moment = done
    return day, moment is not None, moment.timestamp() if moment is not None else 0.0, ref


def _done(occurrence: Occurrence, day: date, moment: datetime | None) -> Decision:
    late = (day - occurrence.due).days
    if late > 0:
        return Status.LATE, "late", (("met", day.isoformat()), ("days", str(late)))
    if occurrence.limit is not None and moment is not None and moment > occurrence.limit:
        said = (("met", _minute(moment)), ("limit", _minute(occurrence.limit)))
        return Status.LATE, "late-hours", said
    return Status.MET, "met", (("met", day.isoformat()),)


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def _open(occurrence: Occurrence, *, assigned: bool, day: date, due_soon_days: int) -> Decision:
    left = (occurrence.due - day).days
    values = _days(abs(left))
    if not assigned:
        return Status.UNASSIGNED, "unassigned-overdue" if left < 0 else "unassigned", values
    status = open_status(left=left, opened=occurrence.opens <= day, due_soon_days=due_soon_days)
    if status is Status.UPCOMING and occurrence.opens > day:
        return status, "not-open", values
    return status, str(status), values


@lru_cache(maxsize=1024)
def _days(count: int) -> tuple[tuple[str, str], ...]:
    return (("days", str(count)),)


def _excuses(excuse: Excuse, occurrence: Occurrence, day: date) -> bool:
    return (
        excuse.duty == occurrence.duty
        and excuse.unit == occurrence.unit
        and excuse.since <= (occurrence.original or occurrence.due) <= excuse.until
        and excuse.decided <= day
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a unit owes under an adoption (by its place among those given), before anything is known of its records.

    `assigned` says whether a post answers; `end` is the last day on which a record counts for it without naming it.
    """

    occurrence: Occurrence
    adoption: int
    assigned: bool
    due_soon_days: int
    end: date


def owed(
    adoptions: Iterable[Adoption],
    directory: Directory,
    calendar: WorkCalendar,
    *,
    first: date,
    last: date,
    records: Iterable[Record] = (),
) -> tuple[tuple[Owed, ...], tuple[Problem, ...]]:
    """Return what is owed between two days, both included, and what could not be scheduled.

    Ordered by adoption, then as `occurrences` orders. `records` start clocks. What fell due before `first` is not owed
    here, however long its window.
    """
    in_force = end_superseded(adoptions)
    known = tuple(records)
    found: list[Owed] = []
    problems: list[Problem] = []
    for place, adoption in enumerate(in_force):
        due, wrong = occurrences(adoption, directory, calendar, first=first, last=last, records=known)
        problems += wrong
        assigned = Assigned(adoption, directory)
        ends = _ends(in_force[place:], directory)
        for occurrence in due:
            key = (occurrence.duty, occurrence.unit)
            found.append(
                Owed(
                    occurrence=occurrence,
                    adoption=place,
                    assigned=any(one.posts for one in assigned.due(*key, occurrence.due)),
                    due_soon_days=adoption.regime.defaults.due_soon_days,
                    end=ends.get(key, date.max),
                )
            )
    return tuple(found), tuple(problems)


def standings(
    adoptions: Iterable[Adoption],
    directory: Directory,
    calendar: WorkCalendar,
    *,
    records: Iterable[Record],
    excuses: Iterable[Excuse],
    day: date,
    extensions: Iterable[Extension] = (),
    first: date | None = None,
    last: date | None = None,
) -> tuple[tuple[Standing, ...], tuple[Problem, ...]]:
    """Return where everything stands on a day that touches its calendar year, and what could not be scheduled.

    What fell due in the year before and was not done when the year began is carried over, save for rhythms shorter
    than a month, which have moved on. `first` and `last` ask about just those days instead, and carry nothing over.
    Ordered by adoption, then as `occurrences` orders. Records after `day` neither count nor start a clock.

    An extension decided by the day moves the due day of its window; which window a record counts for stays as it was.

    Where two adoptions ask for the same window of a duty at a unit, the later one counts; once a later edition of a
    regime is in force for a unit, records count for the earlier one's windows only where they name them.
    """
    known = [record for record in records if record.day <= day]
    begins, last = first or date(day.year, 1, 1), last or date(day.year, 12, 31)
    looked = first or date(max(day.year - 1, 1), 1, 1)
    asked, problems = owed(adoptions, directory, calendar, first=looked, last=last, records=known)
    by_adoption: dict[int, list[Owed]] = {}
    for one in asked:
        by_adoption.setdefault(one.adoption, []).append(one)
    matched = {
        place: counting(
            (one.occurrence for one in some),
            known,
            ends={(one.occurrence.duty, one.occurrence.unit): one.end for one in some},
        )
        for place, some in by_adoption.items()
    }
    asked = extended(asked, extensions, day=day)
    excused: dict[tuple[str, str], list[Excuse]] = {}
    for excuse in excuses:
        excused.setdefault((excuse.duty, excuse.unit), []).append(excuse)
    found = [
        judge(
            one.occurrence,
            matched[one.adoption].get(_name(one.occurrence), ()),
            excused.get((one.occurrence.duty, one.occurrence.unit), ()),
            assigned=one.assigned,
            day=day,
            due_soon_days=one.due_soon_days,
        )
        for one in shown(asked, begins=begins)
    ]
    kept = (one for one in found if one.occurrence.due >= begins or _is_carried(one, begins))
    return tuple(kept), problems


def extended(asked: Iterable[Owed], extensions: Iterable[Extension], *, day: date) -> tuple[Owed, ...]:
    """Return what is owed with the due days that were given by a day; of several decisions the last counts."""
    until = {
        extension_window(one): one.until
        for one in sorted(extensions, key=lambda one: (one.decided, one.until))
        if one.decided <= day
    }
    if not until:
        return tuple(asked)
    return tuple(_extended(one, until.get(_name(one.occurrence))) for one in asked)


def _extended(one: Owed, until: date | None) -> Owed:
    if until is None:
        return one
    occurrence = one.occurrence
    return replace(one, occurrence=replace(occurrence, due=until, limit=None, original=occurrence.due))


def shown(asked: Iterable[Owed], *, begins: date) -> tuple[Owed, ...]:
    """Return what is shown of a year that begins on a day: each window once, as the later of two adoptions asks for it.

    What fell due before that day is shown where its rhythm has not moved on (and, once judged, where it was still open
    then).
    """
    latest: dict[tuple[str, str, str], Owed] = {}
    for one in asked:
        if one.occurrence.due >= begins or not _moves_on(one.occurrence.rhythm):
            latest[_name(one.occurrence)] = one
    return tuple(latest.values())


def _name(occurrence: Occurrence) -> tuple[str, str, str]:
    return occurrence.duty, occurrence.unit, occurrence.window


@cache
def _moves_on(rhythm: str) -> bool:
    span = parse_period(rhythm)
    return span is not None and span.length < SHORTEST_CARRIED


def _is_carried(standing: Standing, begins: date) -> bool:
    """Whether what fell due before a year was unfinished when it began, and can still be made good."""
    if standing.status is Status.EXCUSED:
        return False
    done = dict(standing.values).get("met")
    return done is None or date.fromisoformat(done[:10]) >= begins


def carried_over(standing: Standing, *, begins: date) -> bool:
    """Return whether what fell due before a day was unfinished when that day began, and can still be made good.

    Rhythms shorter than a month have moved on by then.
    """
    occurrence = standing.occurrence
    return occurrence.due < begins and not _moves_on(occurrence.rhythm) and _is_carried(standing, begins)


def _ends(in_force: tuple[Adoption, ...], directory: Directory) -> dict[tuple[str, str], date]:
    """Return the last day of every duty at a unit that a later edition takes over from the first of some adoptions."""
    ends: dict[tuple[str, str], date] = {}
    first = in_force[0]
    for later in in_force[1:]:
        if (later.regime.id, later.unit) == (first.regime.id, first.unit):
            eve = later.since - timedelta(days=1)
            for key in Assigned(later, directory):
                ends.setdefault(key, eve)
    return ends


def standing_text(standing: Standing, translate: Callable[[str], str] = str) -> str:
    """Return the reason of a standing as one sentence in the language of `translate`."""
    occurrence = standing.occurrence
    values = {
        "clause": clause_path(occurrence.clause),
        "duty": occurrence.duty,
        "window": occurrence.window,
        "opens": occurrence.opens.isoformat(),
        "due": occurrence.due.isoformat(),
        "needed": str(occurrence.needed),
        "count": str(len(standing.records)),
        "records": ", ".join(standing.records) or "-",
        **dict(standing.values),
    }
    return translate(REASONS[standing.reason]).format_map(values)
