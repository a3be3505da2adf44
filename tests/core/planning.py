"""One duty scheduled, for the tests of the schedule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from remit.core.period import Cadence, Deadline
from remit.core.problem import Level, Problem
from remit.core.record import Record
from remit.core.regime import Defaults
from remit.core.schedule import Occurrence, occurrences
from remit.core.workday import Term, WorkCalendar
from tests.core.building import CALENDAR, a_directory, a_duty, a_regime, an_adoption, day

DIRECTORY = a_directory()
QUARTERLY, YEARLY = Cadence(min=1, period="P3M"), Cadence(min=1, period="P1Y")
TERMS = replace(
    CALENDAR,
    terms=(
        Term("学期", "2026-spring", day("2026-02-23"), day("2026-07-05")),
        Term("学期", "2026-autumn", day("2026-09-01"), day("2027-01-20")),
    ),
)


def plan(
    *cadence: Cadence,
    deadline: Sequence[Deadline] = (),
    since: str = "2026-01-01",
    until: str | None = None,
    first: str = "2026-01-01",
    last: str = "2026-12-31",
    records: Iterable[Record] = (),
    calendar: WorkCalendar = CALENDAR,
    unit: str = "west",
    **defaults: object,
) -> tuple[tuple[Occurrence, ...], tuple[Problem, ...]]:
    """Schedule one duty, at w1 alone unless another unit adopts."""
    regime = a_regime(a_duty(cadence=cadence, deadline=deadline), defaults=replace(Defaults(), **defaults))
    adoption = an_adoption(regime, unit=unit, since=since, until=until)
    return occurrences(
        adoption, DIRECTORY, calendar, first=day(first), last=day(last), records=tuple(records)
    )


def rows(*cadence: Cadence, **options: object) -> list[tuple[str, str, str]]:
    found, problems = plan(*cadence, **options)
    assert problems == ()
    return [(one.window, str(one.opens), str(one.due)) for one in found]


def code(*cadence: Cadence, **options: object) -> tuple[str, Level, list[Occurrence]]:
    found, problems = plan(*cadence, **options)
    assert [problem.place.ref for problem in problems] == ["art-4"]
    assert "第四条" in problems[0].text() or problems[0].code.startswith(("cadence", "deadline"))
    return problems[0].code, problems[0].level, list(found)
