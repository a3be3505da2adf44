"""Reports up the hierarchy: begun with figures, written, approved, handed in once, sent back, corrected, called for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree, Duty
from remit.core.expected_report import ReportState
from remit.core.period import Cadence
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.regime import RegimeClause
from remit.core.regime import Role as RegimeRole
from remit.core.report import SectionName, each_figure
from remit.core.standing import Status
from remit.store import actions, inquiry, load_matter, models, reporting_inquiry
from remit.store.access import Role as AccountRole
from remit.store.refusal import ChangedMeanwhile, Denied, Refused
from tests.store import cast
from tests.store.cast import NOW, TODAY, by

QUOTE = "Each terminal shall report to the port authority in June and December."
REPORT = Duty(
    ref="art-4",
    quote=QUOTE,
    holders=("each terminal",),
    actions=("report to the port authority",),
    cadence=(Cadence(months=(6, 12)),),
    addressee=("the port authority",),
    review=cast.REGIME.clauses[1].duties[0].review,
)
CLAUSE = RegimeClause(ref=("4",), text=QUOTE, start=125, end=125 + len(QUOTE), duties=(REPORT,))
REGIME = replace(
    cast.REGIME,
    roles=(*cast.REGIME.roles, RegimeRole(name="the port authority", units=("authority",))),
    clauses=(*cast.REGIME.clauses, CLAUSE),
)
DUTY = "port-fire/art-4"
HALF = f"{DUTY}@2027-06"


@pytest.fixture(autouse=True)
def port(db, monkeypatch):
    monkeypatch.setattr(cast, "REGIME", REGIME)
    cast.settle()


@pytest.fixture
def people():
    return {
        "above": cast.member(AccountRole.CLERK, person="Pia", unit="/1"),
        "head": cast.member(AccountRole.HOLDER, person="Cai"),
        "clerk": cast.member(AccountRole.CLERK, person="Nia", unit="/1/2"),
        "second": cast.member(AccountRole.CLERK, person="Noa", unit="/1/2"),
        "south": cast.member(AccountRole.CLERK, person="Sol", unit="/1/20"),
    }


def begin(viewer, **changes) -> str:
    given = {"unit": "/1/2", "duty": HALF, "period": "2027H1", **changes}
    return actions.open_report(by(viewer), **given)


def write(viewer, ref: str, seen: int, text: str = "Hoses were renewed.") -> str:
    return actions.write_report(by(viewer), ref=ref, texts=(("done", text),), seen=seen)


def move(viewer, ref: str, name: str, **more) -> str:
    return actions.take_step(by(viewer), refs=(ref,), move=name, **more)


def handed_in(people, *, days: int = 0) -> str:
    ref = begin(people["clerk"])
    write(people["clerk"], ref, 1)
    move(people["head"], ref, "approve")
    now = NOW + timedelta(days=days)
    return actions.submit_report(by(people["clerk"], now=now), ref=ref)


def seen(viewer, ref: str, **more) -> reporting_inquiry.ReportSeen:
    return reporting_inquiry.the_report(viewer, ref, NOW, **more)


def line(viewer, day: date = TODAY) -> reporting_inquiry.ReportLine:
    (found,) = [
        one for one in reporting_inquiry.reports_of(viewer, "/1/2", day).lines if one.window == "2027-06"
    ]
    return found


def test_a_reporting_duty_makes_one_expect_reports_on_half_years(people) -> None:
    lines = reporting_inquiry.reports_of(people["clerk"], "/1/2", TODAY).lines
    assert [(one.window, one.period, one.state) for one in lines] == [
        ("2027-06", "2027H1", ReportState.EXPECTED),
        ("2027-12", "2027H2", ReportState.EXPECTED),
    ]


def test_a_report_begins_with_figures_addressed_to_whom_the_regime_names(people) -> None:
    drill = cast.drill()
    found = seen(people["clerk"], begin(people["clerk"]))
    assert found.seen.matter.asker == "/1"
    assert found.seen.matter.due == date(2027, 6, 30)
    figures = {one.name: one for one in each_figure(found.report) if not one.values}
    assert figures["records"].refs == (drill,)
    assert found.recount == ()


def test_a_report_is_begun_once(people) -> None:
    ref = begin(people["clerk"])
    with pytest.raises(Refused) as refused:
        begin(people["clerk"])
    assert dict(refused.value.problems[0].values)["ref"] == ref


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"duty": DUTY}, "report-not-due"),
        ({"duty": f"{DUTY}@2027-07"}, "report-not-due"),
        ({"duty": f"{cast.DRILL}@2027Q2"}, "report-not-due"),
        ({"period": "soon"}, "period-unknown"),
        ({"asker": "/1/20"}, "report-not-below"),
        ({"copies": ("/9",)}, "unknown-unit"),
    ],
)
def test_what_is_no_report_of_the_unit_is_refused(people, changes, code) -> None:
    with pytest.raises(Refused) as refused:
        begin(people["clerk"], **changes)
    assert cast.codes(refused) == [code]


def test_a_neighbour_neither_begins_nor_sees_it(people) -> None:
    with pytest.raises(Denied):
        begin(people["south"])
    ref = begin(people["clerk"])
    with pytest.raises(Denied):
        seen(people["south"], ref)
    with pytest.raises(Denied):
        write(people["south"], ref, 1)


def test_two_clerks_who_write_at_once_lose_nothing(people) -> None:
    ref = begin(people["clerk"])
    write(people["clerk"], ref, 1, "Nia's words")
    with pytest.raises(ChangedMeanwhile):
        write(people["second"], ref, 1, "Noa's words")
    assert seen(people["second"], ref).report.section(SectionName.DONE).text == "Nia's words"
    write(people["second"], ref, 2, "Nia's words and Noa's")
    assert [one.number for one in seen(people["clerk"], ref).versions] == [3, 2, 1]
    assert seen(people["clerk"], ref, number=2).report.section(SectionName.DONE).text == "Nia's words"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (cast.OUTSIDE, "outside-scope"),
        ("Hoses\0", "text-unprintable"),
        ("Hoses\x0b were \x85 renewed", "text-unprintable"),
    ],
)
def test_words_outside_the_scope_and_control_characters_are_not_kept(people, words, code) -> None:
    ref = begin(people["clerk"])
    with pytest.raises(Refused) as refused:
        write(people["clerk"], ref, 1, words)
    assert [(one.code, one.place.ref) for one in refused.value.problems] == [(code, "done")]
    write(people["clerk"], ref, 1, "Hoses:\n\t1. renewed\n" + "x " * 5000)


def test_only_the_head_approves_and_nothing_is_handed_in_before(people) -> None:
    ref = begin(people["clerk"])
    with pytest.raises(Denied):
        move(people["clerk"], ref, "approve")
    with pytest.raises(Refused) as refused:
        actions.submit_report(by(people["clerk"]), ref=ref)
    assert cast.codes(refused) == ["step-not-open"]


def test_handing_in_meets_the_window_in_the_same_breath(people) -> None:
    ref = handed_in(people)
    met = line(people["clerk"])
    assert (met.status, met.state, met.late) == (Status.MET, ReportState.SUBMITTED, False)
    (record,) = [one for one in inquiry.records(people["clerk"], "/1/2") if one.kind == "report"]
    assert (record.ref, record.meets) == (met.records[0], (HALF,))
    assert load_matter.matter(ref).steps[-1].records == (record.ref,)


def test_what_is_handed_in_after_the_day_is_late(people) -> None:
    handed_in(people, days=60)
    late = line(people["clerk"], TODAY + timedelta(days=60))
    assert (late.status, late.late) == (Status.LATE, True)


def test_figures_stand_as_handed_in_and_today_is_shown_beside(people) -> None:
    ref = handed_in(people)
    assert seen(people["above"], ref).recount == ()
    cast.drill(title="Another drill", day=date(2027, 5, 9))
    found = seen(people["above"], ref)
    assert {one.number for one in each_figure(found.report) if one.name == "records"} == {0}
    assert "records" in {one.figure for one in found.recount}


def test_double_clicks_hand_in_once(people) -> None:
    ref = begin(people["clerk"])
    move(people["head"], ref, "approve")
    request = by(people["clerk"])
    assert {actions.submit_report(request, ref=ref) for _ in range(2)} == {ref}
    with pytest.raises(Refused):
        actions.submit_report(by(people["clerk"]), ref=ref)
    assert models.Record.objects.filter(kind="report").count() == 1


def test_received_and_accepted_above(people) -> None:
    ref = handed_in(people)
    move(people["above"], ref, "receive")
    move(people["above"], ref, "accept")
    assert line(people["clerk"]).state is ReportState.ACCEPTED


def test_sent_back_it_is_handed_in_again_with_the_same_record(people) -> None:
    ref = handed_in(people)
    move(people["above"], ref, "return", reason="The drills of May are missing")
    write(people["clerk"], ref, 3, "With the drills of May.")
    move(people["head"], ref, "approve")
    actions.submit_report(by(people["clerk"]), ref=ref)
    assert models.Record.objects.filter(kind="report").count() == 1
    assert [one.handed_in for one in seen(people["above"], ref).versions] == [True, False, True, False, False]


def test_a_correction_never_erases_the_first(people) -> None:
    ref = handed_in(people)
    move(people["above"], ref, "accept")
    move(people["clerk"], ref, "correct", reason="One drill was counted twice")
    assert not seen(people["clerk"], ref).corrected
    write(people["clerk"], ref, 3, "Corrected words")
    move(people["head"], ref, "approve")
    actions.submit_report(by(people["clerk"]), ref=ref)
    found = seen(people["above"], ref)
    assert found.corrected
    assert found.report.section(SectionName.DONE).text == "Corrected words"
    assert seen(people["above"], ref, number=3).report.section(SectionName.DONE).text == "Hoses were renewed."


def test_copies_see_what_was_handed_in_and_no_draft(people) -> None:
    ref = begin(people["clerk"], copies=("/1/20",))
    assert seen(people["south"], ref).versions == ()
    move(people["head"], ref, "approve")
    actions.submit_report(by(people["clerk"]), ref=ref)
    found = seen(people["south"], ref)
    assert ([one.number for one in found.versions], found.recount) == ([2], None)
    with pytest.raises(Denied):
        seen(people["south"], ref, number=1)


def test_the_level_above_urges_those_who_have_begun_and_those_who_have_not(people) -> None:
    begun = begin(people["clerk"])
    actions.call_for_reports(
        by(people["above"]), asker="/1", units=("/1/2", "/1/20"), duty=HALF, period="2027H1"
    )
    states = {
        one.unit: (one.state, one.begun.urged)
        for one in reporting_inquiry.reports_below(people["above"], "/1", TODAY).lines
    }
    assert states == {"/1/2": (ReportState.DRAFT, 1), "/1/20": (ReportState.DRAFT, 1)}
    called = begin(people["south"], unit="/1/20")
    assert called != begun
    assert seen(people["south"], called).number == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"units": ()}, "reports-how-many"),
        ({"units": ("/9",)}, "report-not-below"),
        ({"duty": cast.DRILL}, "report-not-due"),
        ({"period": "soon"}, "period-unknown"),
    ],
)
def test_a_call_that_cannot_be_made_is_refused(people, changes, code) -> None:
    given = {"asker": "/1", "units": ("/1/20",), "duty": HALF, "period": "2027H1", **changes}
    with pytest.raises(Refused) as refused:
        actions.call_for_reports(by(people["above"]), **given)
    assert cast.codes(refused) == [code]


def test_nothing_is_urged_that_was_handed_in(people) -> None:
    handed_in(people)
    with pytest.raises(Refused) as refused:
        actions.call_for_reports(by(people["above"]), asker="/1", units=("/1/2",), duty=HALF, period="2027H1")
    assert cast.codes(refused) == ["reports-handed-in"]


def test_a_unit_does_not_urge_its_neighbour(people) -> None:
    with pytest.raises(Denied):
        actions.call_for_reports(by(people["south"]), asker="/1", units=("/1/2",), duty=HALF, period="2027H1")


def test_missing_ones_are_seen_from_above(people) -> None:
    handed_in(people)
    after = date(2027, 7, 1)
    found = reporting_inquiry.reports_below(people["above"], "/1", after, duty=DUTY, window="2027-06")
    assert {one.unit: one.state for one in found.lines} == {
        "/1/2": ReportState.SUBMITTED,
        "/1/20": ReportState.MISSING,
    }
    missing = reporting_inquiry.reports_below(
        people["above"], "/1", after, duty=DUTY, window="2027-06", wanted=(Status.OVERDUE,)
    )
    assert [one.unit for one in missing.lines] == ["/1/20"]
    assert (missing.counts[Status.OVERDUE], missing.states) == (1, {"submitted": 1})


def more_terminals(first: int, last: int) -> None:
    codes = [f"/1/{n}" for n in range(first, last)]
    actions.import_organisation(
        by(),
        Organisation(
            units=tuple(Unit(code=c, name=f"Terminal {c}", parent="/1", kind="terminal") for c in codes),
            posts=tuple(Post(code=f"{c}/head", unit=c, title="Head", degree=Degree.FIRST) for c in codes),
            holders=tuple(Holder(post=f"{c}/head", person=f"H{c}", since=date(2026, 1, 1)) for c in codes),
        ),
    )


def test_a_list_of_600_units_turns_page_by_page_in_the_same_number_of_queries(people) -> None:
    def pages() -> tuple[list[str], set[int]]:
        units, asked, after = [], set(), ""
        while True:
            with CaptureQueriesContext(connection) as queries:
                found = reporting_inquiry.reports_below(people["above"], "/1", TODAY, after=after, limit=100)
            units += [one.unit for one in found.lines]
            asked.add(len(queries))
            after = found.after
            if not after:
                return units, asked

    reporting_inquiry.reports_below(people["above"], "/1", TODAY)
    _, few = pages()
    more_terminals(100, 700)
    reporting_inquiry.reports_below(people["above"], "/1", TODAY)
    units, many = pages()
    assert len(units) == len(set(units)) == 602
    assert many == few


def test_what_is_handed_in_is_in_the_journal_with_its_fingerprint(people) -> None:
    handed_in(people)
    last = list(inquiry.journal(cast.CONSOLE, limit=None))[-1]
    assert last.header.kind == "recorded"
    assert b'"sha256"' in last.payload if isinstance(last.payload, bytes) else "sha256" in str(last.payload)
