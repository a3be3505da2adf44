"""Guarded questions on reports up the hierarchy: what a unit is to report, who below has not, and one report.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from remit.core.addressing import reports_a_year
from remit.core.adoption import Adoption
from remit.core.duty import Duty
from remit.core.expected_report import ReportState, is_late, report_period, report_state
from remit.core.flow import Hand
from remit.core.matter import Matter
from remit.core.post import Unit
from remit.core.record import split_reference
from remit.core.regime import Regime, find_duty
from remit.core.report import Line, Report, with_text
from remit.core.report_changes import ReportChange, report_changes
from remit.core.standing import Standing, Status
from remit.store import inquiry, load, load_matter, load_unit, matter_inquiry
from remit.store.access import Action, Viewer, allowed, require
from remit.store.load_matter import MatterLine
from remit.store.load_reporting import begun_lines, states_below
from remit.store.matter_inquiry import MatterSeen
from remit.store.refusal import Denied, NotThere
from remit.store.report_inquiry import report_for
from remit.store.report_text import read_report
from remit.store.roll_reading import Due, Reading, Words, read_roll

__all__ = [
    "Below",
    "BelowLine",
    "ReportLine",
    "ReportSeen",
    "UnitReports",
    "Version",
    "reports_below",
    "reports_of",
    "the_report",
    "version",
]

_MOST_COUNTED = 5000
_DIGITS = 19
_WITH_VERSION = frozenset({"write", "submit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report that a unit is to make: for which window of which duty, on which period, and how far it has come."""

    duty: str
    window: str
    period: str
    words: Duty
    regime: Regime
    due: date
    status: Status
    state: ReportState
    late: bool
    begun: MatterLine | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReports:
    """The reports of a unit in a year, by due day; and those addressed to it that wait for it there."""

    unit: Unit
    lines: tuple[ReportLine, ...]
    addressed: tuple[MatterLine, ...]
    writes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BelowLine:
    """How far a unit below has come with its report."""

    unit: str
    name: str
    due: date
    status: Status
    state: ReportState
    late: bool
    begun: MatterLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """The reports of all units below for one window of one duty, some at a time: `after` is where to go on.

    `counts` are by status of the window, of the first few thousand units; `states` by state of the reports begun.
    """

    unit: Unit
    duties: tuple[tuple[str, Words], ...]
    windows: tuple[str, ...]
    duty: str
    window: str
    period: str
    lines: tuple[BelowLine, ...]
    after: str
    counts: dict[Status, int]
    states: dict[str, int]
    urges: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a report, numbered from 1: written, or handed in as it was."""

    number: int
    at: datetime
    by: str
    handed_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSeen:
    """A report as the viewer sees it: the matter with its moves, the version shown, and the versions that may be read.

    `recount` is how the figures differ today; None where the viewer does not see the unit's records. `corrected`: it
    was put right after it had been handed in.
    """

    seen: MatterSeen
    report: Report | None
    number: int
    versions: tuple[Version, ...]
    changes: tuple[ReportChange, ...]
    recount: tuple[ReportChange, ...] | None
    corrected: bool
    writes: bool
    sees_records: bool


def reports_of(viewer: Viewer, code: str, day: date) -> UnitReports:
    """Return the reports that a unit is to make in a year, and those that wait for it."""
    stand = inquiry.standings(viewer, code, day)
    place = load.stretch(code)
    asked = [
        (one, words)
        for one in stand.standings
        if (words := _words(stand.adoptions, one)) is not None and reports_a_year(words[1])
    ]
    begun = begun_lines(Q(unit__code=code), limit=500)
    lines = [_line(one, *words, begun, day) for one, words in asked]
    waiting = Q(flow="report", asker__code=code, closed=None, with_asker=True)
    return UnitReports(
        unit=load.units((place[0], place[0] + 1))[0],
        lines=tuple(sorted(lines, key=lambda one: (one.due, one.duty))),
        addressed=load_matter.matter_lines(waiting, limit=200),
        writes=allowed(viewer, Action.RECORD, place),
    )


def reports_below(
    viewer: Viewer,
    code: str,
    day: date,
    *,
    duty: str = "",
    window: str = "",
    wanted: Collection[Status] = tuple(Status),
    after: str = "",
    limit: int = 100,
) -> Below:
    """Return how far the units below have come with a report, `limit` at a time by the order of the tree.

    Without a duty or window, the first that asks for a report, and its window that falls due next.
    """
    row = load_unit.row(code)
    require(viewer, Action.SEE, row.stretch)
    reading = read_roll(day)
    lo = row.stretch[0]
    some = reading.duties(lo, whole=True)
    duties = tuple((one, words) for one, words in some.items() if reports_a_year(words[2]))
    chosen = next((one for one, _ in duties if one == duty), duties[0][0] if duties else "")
    windows = reading.windows(chosen) if chosen else ()
    ask = _Asking(reading=reading, day=day, lo=lo, duty=chosen)
    if window not in windows:
        window = next((one for one in windows if any(d.due >= day for d in ask.dues(one, limit=1))), "")
        window = window or (windows[-1] if windows else "")
    start = int(after) if after.isdecimal() and len(after) < _DIGITS else -1
    rows = ask.dues(window, wanted=wanted, start=start, limit=limit + 1) if window else []
    counted = ask.dues(window, limit=_MOST_COUNTED) if window else []
    return Below(
        unit=row.unit,
        duties=duties,
        windows=windows,
        duty=chosen,
        window=window,
        period=_period_of(counted[0]) if counted else "",
        lines=_below_lines(rows[:limit], chosen, window, day),
        after=str(rows[limit - 1].lo) if len(rows) > limit else "",
        counts={status: sum(one.status is status for one in counted) for status in Status},
        states=states_below(row.stretch, chosen, window) if window else {},
        urges=allowed(viewer, Action.RECORD, row.stretch),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """What is asked of the roll-up: the windows of one duty at the units below one."""

    reading: Reading
    day: date
    lo: int
    duty: str

    def dues(
        self, window: str, *, wanted: Collection[Status] = tuple(Status), start: int = -1, limit: int
    ) -> list[Due]:
        found = self.reading.ledger(
            self.day,
            self.lo,
            whole=True,
            wanted=frozenset(wanted),
            duty=self.duty,
            window=window,
            after=(start, 1) if start >= 0 else (-1, 0),
            limit=limit + 1,
        )
        return [one for one in found if one.lo != self.lo][:limit]


def the_report(viewer: Viewer, ref: str, now: datetime, *, number: int = 0) -> ReportSeen:
    """Return one report in its latest version, or the one of a number, with what changed from the version before."""
    seen = matter_inquiry.matter(viewer, ref, now.date())
    if seen.matter.flow != "report":
        raise NotThere(ref)
    inside = allowed(viewer, Action.SEE, load.stretch(seen.matter.unit))
    texts = load_matter.matter_texts(ref)
    kinds = [step.move == "submit" for step in seen.matter.steps if step.move in _WITH_VERSION]
    handed = dict(zip(range(1, len(texts) + 1), kinds, strict=False))
    readable = [one for one in texts if inside or handed.get(one.number)]
    shown = next((one for one in readable if number in {0, one.number}), None)
    if number and shown is None:
        raise Denied
    report = read_report(shown.document) if shown else None
    before = next((one for one in readable if shown and one.number < shown.number), None)
    return ReportSeen(
        seen=seen,
        report=report,
        number=shown.number if shown else 0,
        versions=tuple(
            Version(number=one.number, at=one.at, by=one.by, handed_in=handed.get(one.number, False))
            for one in readable
        ),
        changes=report_changes(read_report(before.document), report) if before and report else (),
        recount=_recount(viewer, seen.matter, report, now) if report and inside else None,
        corrected=_is_corrected(seen.matter),
        writes=Hand.OWNER in seen.hands.hands,
        sees_records=inside,
    )


def version(viewer: Viewer, ref: str, now: datetime, number: int) -> Report:
    """Return one version of a report, or the latest for 0."""
    found = the_report(viewer, ref, now, number=number).report
    if found is None:
        raise NotThere(ref)
    return found


def _recount(viewer: Viewer, held: Matter, report: Report, now: datetime) -> tuple[ReportChange, ...]:
    """How the figures differ today, leaving out what handing in this very report did to them."""
    regime = split_reference(held.duty)[0].partition("/")[0]
    fresh = report_for(viewer, held.unit, held.period, now, regime=regime)
    for section in report.sections:
        fresh = with_text(fresh, section.name, section.text)
    own = {held.duty, *(ref for step in held.steps if step.move == "submit" for ref in step.records)}
    return tuple(change for change in report_changes(report, fresh) if not _touches(change) <= own)


def _touches(change: ReportChange) -> frozenset[str]:
    """What came and went with a change; for a line, what its figures count."""
    found = {*change.added, *change.removed}
    for one in (change.old, change.new):
        if isinstance(one, Line):
            found |= {ref for figure in one.figures for ref in figure.refs}
    return frozenset(found or {""})


def _is_corrected(held: Matter) -> bool:
    moves = [step.move for step in held.steps]
    return "correct" in moves and "submit" in moves[moves.index("correct") :]


def _words(adoptions: Iterable[Adoption], one: Standing) -> tuple[Regime, Duty] | None:
    for adoption in reversed(tuple(adoptions)):
        if one.occurrence.duty.startswith(f"{adoption.regime.id}/"):
            found = find_duty(adoption.regime, one.occurrence.duty)
            if found is not None:
                return adoption.regime, found[1]
    return None


def _line(
    one: Standing,
    regime: Regime,
    duty: Duty,
    begun: dict[tuple[str, str, str], MatterLine],
    day: date,
) -> ReportLine:
    occurrence = one.occurrence
    there = begun.get((occurrence.unit, occurrence.duty, occurrence.window))
    state = report_state(one.status, there.state if there else "", due=occurrence.due, day=day)
    starts = regime.defaults.year_starts
    return ReportLine(
        duty=occurrence.duty,
        window=occurrence.window,
        period=there.period if there else report_period(duty, occurrence.due, year_starts=starts).name,
        words=duty,
        regime=regime,
        due=occurrence.due,
        status=one.status,
        state=state,
        late=is_late(one.status, state, due=occurrence.due, day=day),
        begun=there,
        records=one.records,
    )


def _period_of(due: Due) -> str:
    return report_period(due.duty, due.due, year_starts=due.regime.defaults.year_starts).name


def _below_lines(rows: Collection[Due], duty: str, window: str, day: date) -> tuple[BelowLine, ...]:
    units = load_unit.named(one.lo for one in rows)
    los = [one.lo for one in rows]
    begun = begun_lines(Q(unit__lo__in=los, duty=duty, window=window), limit=len(los)) if los else {}
    found = []
    for one in rows:
        unit = units.get(one.lo)
        if unit is None:
            continue
        there = begun.get((unit.code, duty, window))
        state = report_state(one.status, there.state if there else "", due=one.due, day=day)
        late = is_late(one.status, state, due=one.due, day=day)
        found.append(
            BelowLine(
                unit=unit.code,
                name=unit.name,
                due=one.due,
                status=one.status,
                state=state,
                late=late,
                begun=there,
            )
        )
    return tuple(found)
