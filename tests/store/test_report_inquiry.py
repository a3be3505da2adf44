"""Papers from the store: guarded, with a fixed number of queries, and composed as the core composes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.report import Report, SectionName
from remit.core.standing import Status
from remit.store import actions, report_inquiry
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Denied, NotThere, Refused
from tests.store.cast import DRILL, NOW, by, drill, member

pytestmark = pytest.mark.usefixtures("port")


def figures(report: Report) -> dict[str, float]:
    return {one.name: one.number for one in report.section(SectionName.OVERVIEW).figures}


def test_a_report_counts_the_units_own_records_and_goes_to_the_unit_above():
    drill()
    drill(unit="/1/20")
    report = report_inquiry.report_for(CONSOLE, "/1/2", "2027H1", NOW)
    assert figures(report) == {"due": 2, "met": 1, "late": 0, "overdue": 1}
    assert [(one.unit, one.name, one.duty) for one in report.addressees] == [("/1", "Port authority", "")]
    assert (report.unit_name, report.day) == ("North terminal", NOW.date())
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


def test_a_report_may_be_on_one_regime_alone():
    report = report_inquiry.report_for(CONSOLE, "/1/2", "2027H1", NOW, regime="other")
    assert (report.regimes, figures(report)["due"]) == ((), 0)


def test_a_report_on_a_year_that_is_over_still_counts_it():
    drill()
    later = datetime(2028, 2, 1, tzinfo=UTC)
    report = report_inquiry.report_for(CONSOLE, "/1/2", "2027", later)
    assert figures(report) == {"due": 4, "met": 1, "late": 0, "overdue": 3}
    after = report_inquiry.report_for(CONSOLE, "/1/2", "2028", later)
    assert figures(after)["carried"] == 3


def test_a_ledger_is_in_the_order_of_units_and_text_and_may_be_filtered():
    drill()
    seen = report_inquiry.ledger_for(CONSOLE, "/1", "2027H1", NOW, subtree=True)
    rows = [(row.unit_name, row.standing.occurrence.window, row.standing.status) for row in seen.rows]
    assert rows == [
        ("North terminal", "2027Q1", Status.OVERDUE),
        ("North terminal", "2027Q2", Status.MET),
        ("South terminal", "2027Q1", Status.OVERDUE),
        ("South terminal", "2027Q2", Status.UPCOMING),
    ]
    assert seen.total == 4
    late = report_inquiry.ledger_for(CONSOLE, "/1", "2027H1", NOW, subtree=True, statuses={Status.OVERDUE})
    assert late.total == len(list(late.rows)) == 2
    assert report_inquiry.ledger_for(CONSOLE, "/1", "2027H1", NOW).total == 0


def test_a_statement_is_the_heads_unless_a_person_is_named():
    drill()
    statement, names = report_inquiry.statement_for(CONSOLE, "/1/2", "2027", NOW)
    assert (statement.person, names.label("/1/2/head")) == ("Cai", "Terminal manager")
    item = next(one for one in statement.items if one.duty == DRILL)
    assert item.spans == ((date(2027, 4, 1), NOW.date()),)
    before, _ = report_inquiry.statement_for(CONSOLE, "/1/2", "2027", NOW, person="Ben")
    assert before.items[0].spans == ((date(2027, 1, 1), date(2027, 3, 31)),)


def test_a_unit_without_a_head_has_nobodys_statement():
    with pytest.raises(NotThere):
        report_inquiry.statement_for(CONSOLE, "/1/2/1", "2027", NOW)


def test_papers_are_shown_to_whoever_sees_the_unit():
    dee = member(Role.HOLDER, person="Dee")
    assert report_inquiry.report_for(dee, "/1/20", "2027H1", NOW)
    for ask in (report_inquiry.report_for, report_inquiry.ledger_for, report_inquiry.statement_for):
        with pytest.raises(Denied):
            ask(dee, "/1/2", "2027H1", NOW)
        with pytest.raises(NotThere):
            ask(CONSOLE, "/none", "2027H1", NOW)
        with pytest.raises(Refused):
            ask(CONSOLE, "/1/2", "soon", NOW)


def grow(count: int) -> None:
    for n in range(count):
        code = f"/1/3{n}"
        actions.import_organisation(
            by(),
            Organisation(
                units=(Unit(code=code, name="Pier", parent="/1", kind="terminal"),),
                posts=(Post(code=f"{code}/head", unit=code, title="Manager", degree=Degree.FIRST),),
                holders=(Holder(post=f"{code}/head", person=f"P{n}", since=date(2027, 1, 1)),),
            ),
        )
        drill(unit=code, evidence=[("a", code.encode())])
        drill(evidence=[("a", f"x{n}".encode())])


@pytest.mark.parametrize(
    ("most", "ask"),
    [
        (21, lambda: report_inquiry.report_for(CONSOLE, "/1/2", "2027H1", NOW)),
        (20, lambda: list(report_inquiry.ledger_for(CONSOLE, "/1", "2027", NOW, subtree=True).rows)),
        (20, lambda: report_inquiry.statement_for(CONSOLE, "/1/2", "2027", NOW)),
    ],
)
def test_a_paper_asks_the_database_as_often_for_much_as_for_little(most, ask):
    counts = []
    for times in (1, 3):
        grow(times)
        ask()
        with CaptureQueriesContext(connection) as captured:
            ask()
        counts.append(len(captured))
    assert counts[0] == counts[1] <= most
