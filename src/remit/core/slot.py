"""The slots of a duty: its windows with the days on which each opens and is due, before it is laid on units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from remit.core.duty import Duty
from remit.core.period import Cadence, Deadline, named_day, parse_period, yearly_day
from remit.core.problem import Place, Problem, error, note, warning
from remit.core.regime import Defaults, RegimeClause, clause_path
from remit.core.timing import cadence_problems, deadline_problems
from remit.core.window import Window, cadence_windows, is_scheduled, is_shift, limit_day, term_kind
from remit.core.workday import WorkCalendar, roll

__all__ = ["Setting", "Slot", "lay_slots", "start_slot"]

YEARLY = Cadence(min=1, period="P1Y")
# How many days a unit of a limit lasts at most, and for how many days offices may be closed: for looking back.
DAYS = {"minute": 1, "hour": 1, "day": 1, "workday": 3, "week": 7, "month": 31, "year": 366}
CLOSURE = 31
SHORT = frozenset({"hour", "minute"})
LONGEST_VACATION = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A window of a duty: its name and series, the days on which it opens and is due, and how many records it needs.

    `limit` is the moment on the due day at which a time limit in hours runs out, where it is known.
    """

    window: str
    opens: date
    due: date
    needed: int
    rhythm: str
    limit: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where slots are laid: in an adoption's time, by its defaults, in a calendar, for the days `first` to `last`."""

    since: date
    until: date | None
    defaults: Defaults
    calendar: WorkCalendar
    first: date
    last: date

    def admits(self, slot: Slot) -> bool:
        """Return whether a slot is due while the adoption is in force and touches the days asked for."""
        in_force = self.since <= slot.due and (self.until is None or slot.due <= self.until)
        return in_force and slot.opens <= self.last and slot.due >= self.first


Laid = Iterator[Slot | Problem]


def lay_slots(clause: RegimeClause, duty: Duty, setting: Setting) -> Laid:
    """Yield the slots of a duty in a setting, window names unique, and what could not be laid out and why.

    A slot is due on the last day of its window. A day named by the duty (`by`) that lies in the window is due instead;
    several such days share the window among them. A limit counted from the window opens after it and is due when it
    has run out. A duty without rhythm is due once by a day of one year, every year by a day of every year; with
    nothing but a limit counted from an event it has no slot (`start_slot`).
    """
    unsound = list(_unsound(duty))
    if unsound:
        yield from unsound
        return
    yield from _remarks(clause, duty, setting)
    rhythms = _rhythms(duty)
    found: dict[str, Slot] = {}
    for one in _windowed(clause, duty, setting, rhythms) if rhythms else _single(clause, duty, setting):
        if isinstance(one, Problem):
            yield one
        elif setting.admits(one):
            needed = max(one.needed, found.get(one.window, one).needed)
            found[one.window] = replace(one, needed=needed)
    yield from found.values()


def start_slot(
    clause: RegimeClause, duty: Duty, setting: Setting, *, record: str, day: date, at: datetime | None = None
) -> Slot | Problem | None:
    """Return the slot that a record of `day` starts for a duty: `on:RECORD`, due when the strictest limit has run out.

    `at` is the moment it tells of, where that is known: hours and minutes are counted from it. None
    where the slot lies outside the setting; a problem where the duty has no limit to start.
    """
    if list(_unsound(duty)):
        return None  # said by lay_slots
    limits = [limit for limit in _limits(duty, "event") if not limit.before]
    if not limits or _rhythms(duty):
        return warning(
            "start-untimed",
            "A record starts duty {duty} (clause {clause}), which has a rhythm or no time limit counted from an event.",
            "Take the duty out of the record's 'starts', or give it a time limit and no rhythm.",
            at=Place(ref=duty.ref),
            duty=duty.ref,
            clause=clause_path(clause.ref),
        )
    timed = [limit for limit in limits if at is not None and limit.unit in SHORT]
    moment = min((at + _span(limit) for limit in timed), default=None) if at is not None else None
    due = _strictest([limit for limit in limits if limit not in timed], day, setting, moment)
    if due is None:
        return _unknown_due(clause, duty, setting, opens=day, latest=day.toordinal() + _furthest(limits))
    slot = Slot(window=f"on:{record}", opens=day, due=due, needed=1, rhythm="event", limit=moment)
    moved = _moved(clause, duty, setting, slot)
    return moved if isinstance(moved, Problem) or setting.admits(moved) else None


def _unsound(duty: Duty) -> Iterator[Problem]:
    at = Place(ref=duty.ref)
    for cadence in duty.cadence:
        yield from cadence_problems(cadence, at=at)
    for limit in duty.deadline:
        yield from deadline_problems(limit, at=at)


def _rhythms(duty: Duty) -> list[Cadence]:
    rhythms = [cadence for cadence in duty.cadence if is_scheduled(cadence)]
    if not rhythms and any(limit.by and limit.by.startswith("--") for limit in duty.deadline):
        return [YEARLY]
    return rhythms


def _limits(duty: Duty, counted_from: str) -> list[Deadline]:
    return [limit for limit in duty.deadline if limit.amount and limit.counts_from == counted_from]


def _windowed(clause: RegimeClause, duty: Duty, setting: Setting, rhythms: list[Cadence]) -> Laid:
    limits = _limits(duty, "window")
    back = _furthest(limits) if limits else 0 if setting.defaults.on_holiday == "keep" else CLOSURE
    for cadence in rhythms:
        windows = cadence_windows(
            cadence,
            first=date.fromordinal(max(1, setting.first.toordinal() - back)),
            last=setting.last,
            year_starts=setting.defaults.year_starts,
            anchor=setting.since,
            terms=setting.calendar.terms,
        )
        for window in windows:
            for one in _pieces(clause, duty, setting, window, cadence.min or 1):
                yield one if isinstance(one, Problem) else _moved(clause, duty, setting, one)


def _pieces(clause: RegimeClause, duty: Duty, setting: Setting, window: Window, needed: int) -> Laid:
    limits = _limits(duty, "window")
    if limits:
        due = _strictest(limits, window.last, setting)
        after = window.last + timedelta(days=1)
        if due is None:
            opens = window.first if any(limit.before for limit in limits) else after
            latest = window.last.toordinal() + _furthest(limits)
            unknown = _unknown_due(clause, duty, setting, opens=opens, latest=latest)
            if unknown:
                yield unknown
            return
        opens = after if due > window.last else window.first
        yield Slot(window=window.name, opens=opens, due=due, needed=needed, rhythm=window.rhythm)
        return
    days = sorted({day for limit in duty.deadline if limit.by and (day := _day_in(window, limit.by))})
    if len(days) <= 1:
        due = days[0] if days else window.last
        yield Slot(window=window.name, opens=window.first, due=due, needed=needed, rhythm=window.rhythm)
        return
    opens = window.first
    for due in days:
        share = -(-needed // len(days))
        yield Slot(window=due.isoformat(), opens=opens, due=due, needed=share, rhythm=window.rhythm)
        opens = due + timedelta(days=1)


def _day_in(window: Window, by: str) -> date | None:
    named = named_day(by)
    years = range(window.last.year, window.first.year - 1, -1)
    days = [named] if named else [yearly_day(by, year) for year in years]
    return next((day for day in days if day and window.first <= day <= window.last), None)


def _single(clause: RegimeClause, duty: Duty, setting: Setting) -> Laid:
    for limit in duty.deadline:
        due = named_day(limit.by or "")
        if due and due >= setting.since:
            slot = Slot(window=due.isoformat(), opens=setting.since, due=due, needed=1, rhythm="day")
            yield _moved(clause, duty, setting, slot)


def _moved(clause: RegimeClause, duty: Duty, setting: Setting, slot: Slot) -> Slot | Problem:
    """Return the slot with its due day moved off a holiday, never before it opens."""
    due = roll(setting.calendar, slot.due, setting.defaults.on_holiday)
    if due is not None:
        return slot if due < slot.opens else replace(slot, due=due, limit=_limit_on(due, slot.limit))
    return _beyond(clause, duty, setting) if setting.admits(slot) else slot


def _limit_on(due: date, limit: datetime | None) -> datetime | None:
    return limit if limit is not None and limit.date() == due else None


def _span(limit: Deadline) -> timedelta:
    amount = limit.amount or 0
    return timedelta(minutes=amount) if limit.unit == "minute" else timedelta(hours=amount)


def _strictest(
    limits: list[Deadline], start: date, setting: Setting, moment: datetime | None = None
) -> date | None:
    days = [limit_day(limit, start, setting.calendar) for limit in limits]
    if moment is not None:
        days.append(moment.date())
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _furthest(limits: list[Deadline]) -> int:
    """Return after how many days the strictest limit has run out at the latest, the due day's move included."""
    return CLOSURE + min((limit.amount or 0) * DAYS[limit.unit or "day"] for limit in limits)


def _unknown_due(
    clause: RegimeClause, duty: Duty, setting: Setting, *, opens: date, latest: int
) -> Problem | None:
    """Return the problem that a due day lies beyond the calendar, if the slot may touch the days asked for."""
    if opens > setting.last or latest < max(setting.first, setting.since).toordinal():
        return None
    return _beyond(clause, duty, setting)


def _beyond(clause: RegimeClause, duty: Duty, setting: Setting) -> Problem:
    return error(
        "calendar-horizon",
        "Clause {clause}: a due day of {duty} lies beyond the working-day calendar, which runs from {first} to {last}.",
        "Add the days off of the years that are missing; until then nothing is scheduled there.",
        at=Place(ref=duty.ref),
        clause=clause_path(clause.ref),
        duty=duty.ref,
        first=setting.calendar.first,
        last=setting.calendar.last,
    )


def _remarks(clause: RegimeClause, duty: Duty, setting: Setting) -> Iterator[Problem]:
    names = {"clause": clause_path(clause.ref), "duty": duty.ref}
    at = Place(ref=duty.ref)
    for cadence in duty.cadence:
        yield from _cadence_remarks(cadence, setting, at, names)
    if _rhythms(duty):
        return
    if _limits(duty, "window"):
        yield warning(
            "limit-without-rhythm",
            "Clause {clause}: the time limit of {duty} is counted from the end of a period, and it has no rhythm.",
            "Give the duty its rhythm, such as at least 1 in P3M.",
            at=at,
            **names,
        )
    limits = _limits(duty, "event")
    if limits and all(limit.before for limit in limits):
        yield note(
            "before-event",
            "Clause {clause}: {duty} is due before an event that no calendar knows, so nothing is scheduled.",
            "Record it when it has been done.",
            at=at,
            **names,
        )


def _cadence_remarks(
    cadence: Cadence, setting: Setting, at: Place, names: dict[str, str]
) -> Iterator[Problem]:
    span = parse_period(cadence.period or cadence.period_max or "")
    if cadence.vague is not None:
        yield note(
            "unquantified",
            "Clause {clause}: '{word}' gives no number, so nothing is scheduled for {duty}.",
            "Give the duty a rhythm with a number, if you want to be held to one.",
            at=at,
            word=cadence.vague,
            **names,
        )
    elif span and span.hours:
        yield note(
            "within-day",
            "Clause {clause}: {duty} comes round within a day, so nothing is scheduled.",
            "Keep a log for it, or give it a rhythm of whole days.",
            at=at,
            **names,
        )
    elif cadence.per is not None and is_shift(cadence.per):
        yield note(
            "per-shift",
            "Clause {clause}: {duty} comes round once a shift ({per}), so nothing is scheduled.",
            "Keep a log for it, or give it a rhythm of whole days.",
            at=at,
            per=cadence.per,
            **names,
        )
    elif cadence.per is not None:
        yield from _term_remarks(cadence.per, setting, at, names)


def _term_remarks(per: str, setting: Setting, at: Place, names: dict[str, str]) -> Iterator[Problem]:
    kind = term_kind(per)
    known = max((term.last for term in setting.calendar.terms if term.kind == kind), default=None)
    wanted = min(setting.last, setting.until or date.max)
    if known is None or (wanted - known).days > LONGEST_VACATION:
        yield warning(
            "term-unknown",
            "Clause {clause}: {duty} comes round each {per}, and the calendar knows none up to {day}.",
            "Add to the calendar each {per} with its name, first and last day.",
            at=at,
            per=per,
            day=wanted,
            **names,
        )
