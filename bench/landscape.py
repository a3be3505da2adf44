"""A country for the benchmarks: units in seven levels, one regime of 40 periodic duties, records about three a duty.

The same numbers give the same country. Proportions are those of a large administration: 31 provinces, 340 prefectures,
2,850 counties, 40,000 townships, the rest below.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from remit.core.adoption import Adoption
from remit.core.duty import Degree, Duty
from remit.core.period import Cadence, Deadline
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.regime import Regime, RegimeClause, Role
from remit.core.workday import WorkCalendar
from remit.rollup.rebuilding import RecordColumns

__all__ = ["CALENDAR", "YEAR", "adoption", "country", "records", "regime"]

YEAR = 2026
CALENDAR = WorkCalendar(first=date(YEAR, 1, 1), last=date(YEAR, 12, 31))
WIDTHS = (31, 340, 2_850, 40_000)
_KINDS = ("country", "province", "prefecture", "county", "township", "village")
# Rhythms that give 124 windows a year for 40 duties.
_RHYTHMS = ("P1Y",) * 6 + ("P6M",) * 21 + ("P3M",) * 10 + ("P1M",) * 3
# The first yearly duties fall due before the year is over, so that some are done late.
_DEADLINES = ((Deadline(by="--03-31"),), (Deadline(by="--06-30"),), (Deadline(by="--09-30"),))


def country(units: int) -> Iterator[Unit]:
    """Yield the units, each after the one above it."""
    yield Unit(code="0", name="Country", kind=_KINDS[0])
    above, made = ["0"], 1
    for depth, width in enumerate((*WIDTHS, units), start=1):
        wanted = min(width, units - made)
        kind = _KINDS[min(depth, len(_KINDS) - 1)]
        level = []
        for number in range(wanted):
            code = str(made)
            yield Unit(code=code, name=f"Unit {code}", parent=above[number % len(above)], kind=kind)
            level.append(code)
            made += 1
        if made >= units:
            return
        above = level


def organisation(units: int) -> Organisation:
    """Return the country with a head in every unit."""
    every = tuple(country(units))
    return Organisation(
        units=every,
        posts=tuple(
            Post(code=f"{unit.code}/head", unit=unit.code, title="Head", degree=Degree.FIRST)
            for unit in every
        ),
        holders=tuple(
            Holder(post=f"{unit.code}/head", person=f"Person {unit.code}", since=date(YEAR - 1, 1, 1))
            for unit in every
        ),
    )


def regime(duties: int = 40) -> Regime:
    """Return a regime whose duties bind every unit."""
    made = tuple(
        Duty(
            ref=f"art-{number + 1}",
            quote="Each unit shall do it.",
            holders=("each unit",),
            actions=("do it",),
            cadence=(Cadence(min=1, period=_RHYTHMS[number % len(_RHYTHMS)]),),
            deadline=_DEADLINES[number] if number < len(_DEADLINES) else (),
        )
        for number in range(duties)
    )
    clauses = tuple(
        RegimeClause(ref=(f"Article {n + 1}",), text="Each unit shall do it.", start=0, end=22, duties=(one,))
        for n, one in enumerate(made)
    )
    return Regime(
        id="bench",
        title="Benchmark regime",
        edition=date(YEAR, 1, 1),
        language="en",
        roles=(Role(name="each unit"),),
        clauses=clauses,
    )


def adoption(duties: int = 40) -> Adoption:
    """Return the regime in force for the whole country."""
    return Adoption(regime=regime(duties), unit="0", since=date(YEAR, 1, 1))


def records(units: int, duties: int, *, seed: int, days: int = 320) -> RecordColumns:
    """Return about three records a unit and duty, spread over the year's first `days` days."""
    random = np.random.default_rng(seed)
    sizes = random.poisson(2.937 * duties, units)
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    count = int(starts[-1])
    return RecordColumns(
        duties=tuple(f"bench/art-{number + 1}" for number in range(duties)),
        first=date(YEAR, 1, 1),
        starts=starts,
        duty=random.integers(0, duties, count, dtype=np.uint8),
        day=random.integers(0, days, count, dtype=np.int16),
    )
