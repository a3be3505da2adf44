"""The ledger: a row for each occurrence, one at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count, islice

from remit.core.breakdown import BreakdownItem
from remit.core.ledger import LedgerRow, ledger_rows
from remit.core.period import Cadence
from remit.core.standing import Status, judge, standings
from remit.core.workday import WorkCalendar
from tests.core.building import a_directory, a_duty, a_record, a_regime, an_adoption, an_occurrence

CALENDAR = WorkCalendar(first=date(2024, 1, 1), last=date(2029, 12, 31))
ITEM = BreakdownItem(
    duty="harbour/art-4",
    unit="e1",
    since=date(2026, 2, 1),
    until=date(2026, 2, 28),
    leader="e1/other",
    measures="逐个检查",
)
ADOPTION = replace(
    an_adoption(a_regime(a_duty("art-4", cadence=[Cadence(min=1, period="P1M")]))), items=(ITEM,)
)


def rows(*records) -> list[LedgerRow]:
    found, _ = standings(
        [ADOPTION],
        a_directory(),
        CALENDAR,
        records=records,
        excuses=(),
        day=date(2026, 3, 20),
        first=date(2026, 1, 1),
        last=date(2026, 3, 31),
    )
    own = [one for one in found if one.occurrence.unit == "e1"]
    return list(ledger_rows(own, adoptions=[ADOPTION], directory=a_directory(), records=records))


def test_a_row_says_who_answers_how_it_was_divided_and_what_was_done():
    january, february, march = rows(a_record("r1", "2026-01-20", "harbour/art-4"))
    assert [one.number for one in (january, february, march)] == [1, 2, 3]
    assert [one.standing.status for one in (january, february, march)] == [
        Status.MET,
        Status.OVERDUE,
        Status.DUE_SOON,
    ]
    assert [one.ref for one in january.records] == ["r1"]
    assert (january.item, february.item, march.item) == (None, ITEM, None)
    assert {one.post for one in january.answers} == {"e1/head", "e1/other"}
    assert (january.unit_name, january.regime) == ("东一泊位", "虚构港靠泊安全责任制规定")


def test_rows_come_one_at_a_time_and_only_of_duties_that_are_known():
    def endless():
        for at in count():
            duty = "harbour/art-4" if at % 2 else "harbour/gone"
            found = an_occurrence(duty=duty, window=f"w{at}")
            yield judge(found, (), (), assigned=True, day=date(2026, 3, 1), due_soon_days=14)

    made = ledger_rows(endless(), adoptions=[ADOPTION], directory=a_directory(), records=())
    assert [one.standing.occurrence.window for one in islice(made, 3)] == ["w1", "w3", "w5"]
