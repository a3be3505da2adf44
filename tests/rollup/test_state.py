"""The roll-up engine gives the answer of `core.standing`, unit by unit and for every subtree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from remit.core.adoption import Adoption
from remit.core.breakdown import BreakdownItem
from remit.core.duty import Degree, Duty
from remit.core.extension import Extension
from remit.core.period import Cadence, Deadline
from remit.core.post import ChangeKind, Directory, Organisation, Post, Unit, UnitChange, index_organisation
from remit.core.record import Excuse, Record
from remit.core.regime import Defaults, Regime, RegimeClause, Role
from remit.core.standing import Status, standings
from remit.core.workday import WorkCalendar
from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.settling import settle
from remit.rollup.state import STATUSES, Deeds, State, sum_subtrees

CALENDAR = WorkCalendar(first=date(2025, 1, 1), last=date(2027, 12, 31))
KINDS = ("school", "office", "")
CADENCES = (
    Cadence(min=1, period="P1Y"),
    Cadence(min=2, period="P1Y"),
    Cadence(min=1, period="P6M"),
    Cadence(min=3, period="P3M"),
    Cadence(min=1, period="P1M"),
    Cadence(min=1, period="P1W"),
    Cadence(min=1, period="P1Y", months=(6, 12)),
    Cadence(period_min="P2Y", period_max="P3Y"),
)
DEADLINES = (
    (),
    (Deadline(by="--03-31"),),
    (Deadline(by="--03-31"), Deadline(by="--09-30")),
    (Deadline(amount=10, unit="day", counts_from="window"),),
    (Deadline(amount=5, unit="day", after="x"),),
    (Deadline(amount=48, unit="hour", after="x"),),
)
WINDOWS = (
    "2025",
    "2026-03",
    "2026Q1",
    "2026",
    "2025H2",
    "2026H1",
    "2025-W50",
    "2026-W01",
    "2025-2027",
    "2025Q4",
)
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def regimes(draw: st.DrawFn, name: str = "r") -> Regime:
    duties = []
    for number in range(draw(st.integers(1, 3))):
        deadline = draw(st.sampled_from(DEADLINES))
        event = bool(deadline) and deadline[0].after is not None and deadline[0].counts_from == "event"
        cadence = draw(
            st.lists(st.sampled_from(CADENCES), min_size=0 if event else 1, max_size=2, unique=True)
        )
        duties.append(
            Duty(
                ref=f"d{number}",
                quote="做",
                holders=tuple(draw(st.sets(st.sampled_from(["a", "b"]), min_size=1))),
                cadence=() if event else tuple(cadence),
                deadline=deadline,
            )
        )
    degrees = st.sampled_from([Degree.PRINCIPAL, Degree.DIRECT, Degree.LEAD])
    roles = tuple(
        Role(name=one, degree=draw(degrees), units=tuple(draw(st.sets(st.sampled_from(KINDS[:2])))))
        for one in "ab"
    )
    clause = RegimeClause(ref=("1",), text="做", start=0, end=1, duties=tuple(duties))
    return Regime(
        id=name,
        title="t",
        edition=date(2025, 1, 1),
        roles=roles,
        clauses=(clause,),
        defaults=Defaults(due_soon_days=draw(st.sampled_from([0, 14, 60]))),
    )


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    size = draw(st.integers(1, 8))
    units, changes, posts = [], [], []
    for place in range(size):
        parent = f"u{draw(st.integers(0, place - 1))}" if place else ""
        closed = draw(st.sampled_from([None, None, None, date(2026, 5, 1)])) if place else None
        opened = draw(st.sampled_from([None, None, None, date(2026, 2, 1)])) if place else None
        units.append(
            Unit(
                code=f"u{place}",
                name="x",
                parent=parent,
                kind=draw(st.sampled_from(KINDS)),
                since=opened,
                until=closed,
            )
        )
        if place > 1 and draw(st.integers(0, 3)) == 0:
            before = f"u{draw(st.integers(0, place - 1))}"
            changes.append(
                UnitChange(
                    unit=f"u{place}", day=draw(DAYS), kind=ChangeKind.MOVED, before=before, after=parent
                )
            )
        if draw(st.integers(0, 4)) == 0:
            changes.append(
                UnitChange(
                    unit=f"u{place}",
                    day=draw(DAYS),
                    kind=ChangeKind.RECLASSIFIED,
                    before=draw(st.sampled_from(KINDS)),
                )
            )
        degrees = draw(st.sampled_from([(), (Degree.FIRST,), (Degree.FIRST, Degree.LEAD), (Degree.DIRECT,)]))
        ended = draw(st.sampled_from([None, None, date(2026, 6, 30)]))
        posts += [
            Post(code=f"u{place}/{one}", unit=f"u{place}", title="t", degree=one, until=ended)
            for one in degrees
        ]
    return Organisation(units=tuple(units), posts=tuple(posts), changes=tuple(changes))


@dataclass(frozen=True)
class World:
    directory: Directory
    adoptions: list[Adoption]
    records: list[Record]
    excuses: list[Excuse]
    extensions: list[Extension]
    day: date

    @property
    def plain(self) -> list[Record]:
        """Records that a day alone puts into a window."""
        return [r for r in self.records if not r.starts and not any("@" in one for one in r.meets)]

    def settled(self, records: list[Record] | None = None) -> State:
        return settle(
            self.directory,
            self.adoptions,
            CALENDAR,
            records=self.records if records is None else records,
            excuses=self.excuses,
            extensions=self.extensions,
            day=self.day,
        )

    def counted(self, state: State, day: date) -> dict[str, Counter[Status]]:
        counts = state.count(day)
        return {
            code: Counter({s: int(n) for s, n in zip(STATUSES, counts[:, at], strict=True) if n})
            for code, at in self.directory.tree.positions.items()
        }

    def judged(self, day: date) -> dict[str, Counter[Status]]:
        found, _ = standings(
            self.adoptions,
            self.directory,
            CALENDAR,
            records=self.records,
            excuses=self.excuses,
            extensions=self.extensions,
            day=day,
        )
        counts = {code: Counter[Status]() for code in self.directory.tree.codes}
        for one in found:
            counts[one.occurrence.unit][one.status] += 1
        return counts


@st.composite
def worlds(draw: st.DrawFn) -> World:
    organisation = draw(organisations())
    codes = [unit.code for unit in organisation.units]
    adoptions = draw(st.lists(adoptions_of(codes), min_size=1, max_size=3))
    duties = [f"{a.regime.id}/{duty.ref}" for a in adoptions for duty in a.regime.clauses[0].duties]
    day = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    busy = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=2))
    records = draw(st.lists(records_of(busy, duties, day), max_size=25))
    return World(
        index_organisation(organisation),
        adoptions,
        [replace(record, ref=f"r{number}") for number, record in enumerate(records)],
        draw(st.lists(excuses_of(codes, duties), max_size=2)),
        draw(st.lists(extensions_of(busy, duties), max_size=4)),
        day,
    )


@st.composite
def adoptions_of(draw: st.DrawFn, codes: list[str]) -> Adoption:
    regime = draw(regimes(draw(st.sampled_from(["r", "r", "s"]))))
    since = draw(st.sampled_from([date(2024, 1, 1), date(2025, 7, 1), date(2026, 4, 10)]))
    since += timedelta(days=draw(st.integers(0, 2)))
    items = ()
    if draw(st.integers(0, 2)) == 0:
        items = (BreakdownItem(duty=f"{regime.id}/d0", unit=draw(st.sampled_from(codes)), since=since),)
    return Adoption(regime=regime, unit=draw(st.sampled_from(codes)), since=since, items=items)


@st.composite
def records_of(draw: st.DrawFn, codes: list[str], duties: list[str], last: date) -> Record:
    named = [*duties * 3, *(f"{duty}@{window}" for duty in duties for window in WINDOWS[:3])]
    day = draw(st.dates(date(2025, 1, 1), last))
    hour = draw(st.sampled_from([None, 8, 17]))
    return Record(
        ref="r",
        unit=draw(st.sampled_from(codes)),
        day=day,
        entered=last,
        kind="k",
        title="t",
        meets=tuple(draw(st.lists(st.sampled_from(named), min_size=1, max_size=3))),
        starts=tuple(draw(st.lists(st.sampled_from(duties), max_size=1))),
        at=None if hour is None else datetime.combine(day, time(hour)),
    )


@st.composite
def excuses_of(draw: st.DrawFn, codes: list[str], duties: list[str]) -> Excuse:
    return Excuse(
        duty=draw(st.sampled_from(duties)),
        unit=draw(st.sampled_from(codes)),
        since=date(2025, 6, 1),
        until=draw(st.dates(date(2025, 6, 1), date(2026, 12, 31))),
        reason="r",
        decided_by="x",
        decided=draw(DAYS),
    )


@st.composite
def extensions_of(draw: st.DrawFn, codes: list[str], duties: list[str]) -> Extension:
    return Extension(
        duty=draw(st.sampled_from(duties)),
        unit=draw(st.sampled_from(codes)),
        window=draw(st.sampled_from([*WINDOWS, "on:r0", "on:r1"])),
        until=draw(st.dates(date(2025, 3, 1), date(2027, 3, 1))),
        reason="r",
        decided_by="x",
        decided=draw(DAYS),
    )


@given(worlds())
def test_it_counts_what_the_core_judges_for_every_unit(world: World) -> None:
    assert world.counted(world.settled(), world.day) == world.judged(world.day)


@given(worlds(), st.integers(0, 200))
def test_time_passes_without_a_write(world: World, days: int) -> None:
    later = min(world.day + timedelta(days=days), date(world.day.year, 12, 31))
    assert world.counted(world.settled(), later) == world.judged(later)


@given(worlds())
def test_a_subtree_is_the_sum_of_its_units(world: World) -> None:
    state, ends = world.settled(), world.directory.tree.ends
    counts = state.count(world.day)
    sums = sum_subtrees(counts, np.array(ends))
    for at, end in enumerate(ends):
        assert np.array_equal(sums[:, at], counts[:, at:end].sum(axis=1))
        assert np.array_equal(state.count(world.day, low=at, high=end), counts[:, at:end])


@given(worlds())
def test_duties_add_up_to_the_whole(world: World) -> None:
    state = world.settled()
    duties = {column.duty for column in state.layout.columns} | {duty for _, duty in state.beside.singles}
    whole = state.count(world.day)
    each = sum((state.count(world.day, duty=duty) for duty in duties), np.zeros_like(whole))
    assert np.array_equal(each, whole)


@given(worlds())
def test_a_record_taken_in_alone_gives_what_a_recount_gives(world: World) -> None:
    state = world.settled([])
    known: dict[tuple[int, str], list[tuple[int, str, str]]] = {}
    for record in world.plain:
        for duty in dict.fromkeys(record.meets):
            at = world.directory.tree.positions[record.unit]
            known.setdefault((at, duty), []).append((record.day.toordinal(), record.ref, ""))
            if not state.add(at, duty, record.day.toordinal()):
                state.recount(at, duty, Deeds(tuple(known[at, duty])))
    whole = world.settled(world.plain)
    assert np.array_equal(state.done, whole.done)
    assert np.array_equal(state.in_time, whole.in_time)


@given(worlds())
def test_columns_of_records_rebuild_the_same_state(world: World) -> None:
    whole, state = world.settled(world.plain), world.settled([])
    duties = tuple(sorted({one for record in world.plain for one in record.meets}))
    rows = sorted(
        (world.directory.tree.positions[r.unit], duties.index(one), (r.day - date(2025, 1, 1)).days)
        for r in world.plain
        for one in dict.fromkeys(r.meets)
    )
    columns = np.array(rows, np.int64).reshape(-1, 3)
    given_records = RecordColumns(
        duties=duties,
        first=date(2025, 1, 1),
        starts=np.searchsorted(columns[:, 0], np.arange(len(world.directory.tree.codes) + 1)),
        duty=columns[:, 1].astype(np.int16),
        day=columns[:, 2].astype(np.int16),
    )
    assert rebuild(state, given_records) == []
    assert np.array_equal(state.done, whole.done)
    assert np.array_equal(state.in_time, whole.in_time)
