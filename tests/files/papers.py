"""A berth's papers for the tests: a report, a statement and a ledger, composed as they always are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from remit.core.ledger import LedgerRow, ledger_rows
from remit.core.period import Cadence
from remit.core.post_naming import PostNames, name_posts
from remit.core.record import Evidence, Record
from remit.core.report import Report
from remit.core.report_composition import compose
from remit.core.reporting_period import ReportingPeriod, find_period, following
from remit.core.standing import Standing, standings
from remit.core.statement import Statement, compose_statement
from remit.core.workday import WorkCalendar
from tests.core.building import a_directory, a_duty, a_record, a_regime, an_adoption

CALENDAR = WorkCalendar(first=date(2024, 1, 1), last=date(2029, 12, 31))
DAY = date(2026, 5, 20)
ADOPTION = an_adoption(a_regime(a_duty("art-4", cadence=[Cadence(min=1, period="P1M")])))
RECORD = replace(
    a_record("r1", "2026-02-03", "harbour/art-4"),
    title="=缆桩检查",
    evidence=(Evidence(sha256="a" * 64, name="+照片.jpg", size=3),),
)


def half() -> ReportingPeriod:
    found = find_period("2026H1")
    assert found is not None
    return found


def judged(records: Sequence[Record] = (RECORD,)) -> tuple[Standing, ...]:
    found, _ = standings(
        [ADOPTION],
        a_directory(),
        CALENDAR,
        records=records,
        excuses=(),
        day=DAY,
        first=half().first,
        last=following(half()).last,
    )
    return tuple(one for one in found if one.occurrence.unit == "e1")


def report(**more: object) -> Report:
    made = compose(
        "e1",
        half(),
        day=DAY,
        adoptions=[ADOPTION],
        directory=a_directory(),
        standings=judged(),
        records=[RECORD],
    )
    return replace(made, **more)  # type: ignore[arg-type]


def statement() -> Statement:
    return compose_statement(
        "江帆",
        "e1",
        half(),
        day=DAY,
        adoptions=[ADOPTION],
        directory=a_directory(),
        standings=judged(),
        records=[RECORD],
    )


def ledger(**more: object) -> Iterator[LedgerRow]:
    own = [one for one in judged() if one.occurrence.due <= half().last]
    adoption = replace(ADOPTION, **more)  # type: ignore[arg-type]
    return ledger_rows(own, adoptions=[adoption], directory=a_directory(), records=[RECORD])


def names() -> PostNames:
    return name_posts(a_directory(), "e1")
