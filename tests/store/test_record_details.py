"""What records say, and what becomes of them: details, corrections, evidence that comes later."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.conf import settings

from remit.core.record import Detail, Evidence, Record, latest_evidence
from remit.core.standing import Status
from remit.store import actions, health, inquiry, journalling, load, load_records, models, record_inquiry
from remit.store.access import CONSOLE, Role
from remit.store.actions import Exhibit
from remit.store.actions.recording import _row_key
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused
from remit.store.roll import forget, roll_on
from tests.store.cast import DRILL, NOW, OUTSIDE, REPORT, TODAY, by, codes, drill, member

pytestmark = pytest.mark.usefixtures("port")
WEEK = timedelta(days=7)
SAID = (
    Detail(key="place", text="North  quay"),
    Detail(key="attendance", person="Ann", unit="Crane yard"),
    Detail(key="minutes", number=Decimal("12.5")),
    Detail(key="findings", text="A hose was short"),
)


def standing(day: date = TODAY, window: str = "2027Q2") -> Status:
    found = inquiry.standings(CONSOLE, "/1/2", day).standings
    return next(s.status for s in found if s.occurrence.duty == DRILL and s.occurrence.window == window)


def correct(ref: str, **changed: object) -> str:
    given: dict[str, object] = {
        "reason": "Wrong day",
        "day": date(2027, 4, 3),
        "kind": "drill",
        "title": "Drill",
    }
    return actions.correct_record(by(), ref, **{**given, "meets": [DRILL], **changed})  # type: ignore[arg-type]


def evidence_folder_is_empty() -> bool:
    return not any(path.is_file() for path in settings.EVIDENCE.rglob("*"))


def test_what_a_record_says_comes_back_as_it_was_said() -> None:
    at = datetime(2027, 4, 2, 10, 15, tzinfo=NOW.tzinfo)
    ref = drill(details=SAID, at=at)
    found = load.record(ref)
    assert [(one.key, one.text, one.person, one.unit, one.number) for one in found.details] == [
        ("place", "North quay", "", "", None),
        ("attendance", "", "Ann", "Crane yard", None),
        ("minutes", "", "", "", Decimal("12.5")),
        ("findings", "A hose was short", "", "", None),
    ]
    assert found.at == at
    assert list(health.journal_problems()) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"details": (Detail(key="hours", number=Decimal(1)),)}, "detail-unknown"),
        ({"details": (Detail(key="findings", text=OUTSIDE),)}, "outside-scope"),
        ({"details": (Detail(key="attendance", person="x" * 2001),)}, "text-too-long"),
        ({"details": tuple(Detail(key="findings", text=str(n)) for n in range(5001))}, "details-many"),
        ({"day": TODAY, "at": NOW + timedelta(hours=1)}, "record-moment-future"),
        ({"at": NOW}, "record-moment"),
    ],
)
def test_it_refuses_what_must_not_be_kept(changed: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        drill(**changed, evidence=[("a.txt", b"a")] if "details" in changed else ())
    assert code in codes(refused)
    assert models.Record.objects.count() == models.Evidence.objects.count() == 0
    if code in {"outside-scope", "text-too-long", "details-many"}:
        assert evidence_folder_is_empty()


@pytest.mark.parametrize(
    ("title", "person", "unit", "refusals"),
    [
        ("逐人登记", "王小明", "", []),
        ("逐人登记", "网上言论", "", ["outside-scope"]),
        ("逐人登记", "网上言论 王小明", "起重机班", ["outside-scope"]),
        ("消防演练", "网上言论 王小明", "", []),
        ("消防演练", "王小明", "城南清真寺", []),
        ("安全例会", "王小明", "市民族宗教局", []),
        ("Fire drill", "Ann", "St Mary's Church", []),
        ("Hearing of the public", "Ann", "Press office", []),
    ],
)
def test_people_are_screened_each_with_the_title(
    title: str, person: str, unit: str, refusals: list[str]
) -> None:
    others = [Detail(key="attendance", person=name, unit="Crane yard") for name in ("Ann", "李四", "Bo")]
    details = (*others, Detail(key="attendance", person=person, unit=unit))
    if refusals:
        with pytest.raises(Refused) as refused:
            drill(title=title, details=details)
        assert codes(refused) == refusals
    else:
        assert len(load.record(drill(title=title, details=details)).details) == 4


def test_a_correction_takes_the_place_of_the_first_and_both_can_be_read() -> None:
    first = drill(day=date(2027, 4, 2), evidence=[("a.txt", b"a"), ("b.txt", b"b")])
    keys = [e.sha256 for e in load.record(first).evidence]
    second = correct(first, keep=keys[:1], evidence=[("c.txt", b"c")])
    third = correct(second, day=date(2027, 4, 1), reason="Wrong again", keep=keys[:1])
    assert [r.ref for r in load.records((0, 99))] == [third]
    seen = record_inquiry.record_seen(CONSOLE, first)
    assert [r.ref for r in seen.versions] == [first, second, third]
    assert seen.record.day == date(2027, 4, 2)
    assert seen.latest == third
    assert seen.correction is not None
    assert (seen.correction.reason, seen.correction.later) == ("Wrong day", second)
    assert [e.name for e in load.record(second).evidence] == ["a.txt", "c.txt"]
    assert not record_inquiry.record_seen(CONSOLE, second).may_correct
    assert record_inquiry.record_seen(CONSOLE, third).may_correct
    assert list(health.journal_problems()) == []


def test_what_was_corrected_cannot_be_corrected_again() -> None:
    first = drill()
    correct(first)
    with pytest.raises(ChangedMeanwhile):
        correct(first)
    with pytest.raises(ChangedMeanwhile):
        actions.withdraw_record(by(), ref=first, reason="It never was")
    with pytest.raises(ChangedMeanwhile):
        actions.add_evidence(by(), first, [("a.txt", b"a")])
    assert models.Record.objects.count() == 2


def test_the_same_correction_sent_twice_is_made_once() -> None:
    first = drill()
    given = {"reason": "Wrong", "day": date(2027, 4, 3), "kind": "drill", "title": "Drill"}
    one, two = (actions.correct_record(by(key="once"), first, **given) for _ in range(2))  # type: ignore[arg-type]
    assert one == two
    assert models.Record.objects.count() == 2


def test_a_withdrawn_record_counts_on_no_day_and_says_why() -> None:
    ref = drill()
    assert standing() is Status.MET
    actions.withdraw_record(by(), ref=ref, reason="It was the neighbour's drill")
    assert standing() is not Status.MET
    assert standing(date(2027, 4, 20)) is not Status.MET
    seen = record_inquiry.record_seen(CONSOLE, ref)
    assert seen.latest == ""
    assert seen.correction is not None
    assert seen.correction.by == "console"
    assert list(health.journal_problems()) == []


def test_the_roll_up_follows_corrections_while_it_is_in_memory() -> None:
    forget()
    ref = drill()
    lo = load.stretch("/1/2")[0]
    met = roll_on(TODAY).own(TODAY, lo)
    gone = correct(ref, meets=())
    without = roll_on(TODAY).own(TODAY, lo)
    assert met != without
    again = correct(gone)
    assert roll_on(TODAY).own(TODAY, lo) == met
    actions.withdraw_record(by(), ref=again, reason="Not so")
    assert roll_on(TODAY).own(TODAY, lo) == without
    forget()
    assert roll_on(TODAY).own(TODAY, lo) == without


def test_a_clock_that_was_started_keeps_its_name_when_the_record_is_put_right() -> None:
    fire = drill(kind="event", title="Fire", meets=(), starts=[REPORT], day=date(2027, 5, 1))
    report = drill(kind="report", title="Report", meets=[f"{REPORT}@on:{fire}"], day=date(2027, 5, 4))
    later = correct(fire, kind="event", meets=(), starts=[REPORT], day=date(2027, 5, 2))
    found = inquiry.standings(CONSOLE, "/1/2", TODAY).standings
    one = next(s for s in found if s.occurrence.duty == REPORT)
    assert (one.occurrence.window, one.occurrence.due, one.status) == (
        f"on:{fire}",
        date(2027, 5, 5),
        Status.MET,
    )
    assert one.records == (report,)
    assert later != fire


def test_a_correction_needs_a_reason_that_may_be_written() -> None:
    ref = drill()
    for reason, code in ((" ", "correction-bare"), (OUTSIDE, "outside-scope")):
        with pytest.raises(Refused) as refused:
            correct(ref, reason=reason)
        assert code in codes(refused)
        with pytest.raises(Refused):
            actions.withdraw_record(by(), ref=ref, reason=reason)
    assert load.records((0, 99))[0].ref == ref


def test_who_may_not_record_may_not_correct_or_add() -> None:
    ref = drill(evidence=[("a.txt", b"a")])
    stranger = by(member(Role.CLERK, unit="/1/20"))
    with pytest.raises(Denied):
        actions.correct_record(stranger, ref, reason="Mine", day=TODAY, kind="drill", title="Drill")
    with pytest.raises(Denied):
        actions.withdraw_record(stranger, ref=ref, reason="Mine")
    with pytest.raises(Denied):
        actions.add_evidence(stranger, ref, [("b.txt", b"b")])
    inspector = member(Role.INSPECTOR, unit="/1")
    with pytest.raises(Denied):
        actions.withdraw_record(by(inspector), ref=ref, reason="Mine")
    assert not record_inquiry.record_seen(inspector, ref).may_correct
    with pytest.raises(Denied):
        record_inquiry.record_seen(stranger.viewer, ref)


def test_evidence_may_come_later_with_days_of_its_own_and_newer_versions() -> None:
    ref = drill(evidence=[("certificate.pdf", b"old")])
    old = load.record(ref).evidence[0]
    newer = Exhibit(
        name="C:\\Users\\ann\\certificate.pdf",
        data=b"new",
        day=date(2027, 5, 1),
        until=TODAY + WEEK,
        replaces=old.sha256,
    )
    link = Exhibit(name="Notice", link="https://port.example/notice")
    actions.add_evidence(by(), ref, [newer, link])
    found = load.record(ref)
    assert [(e.name, e.day, e.added, e.until) for e in found.evidence] == [
        ("certificate.pdf", None, TODAY, None),
        ("certificate.pdf", date(2027, 5, 1), TODAY, TODAY + WEEK),
        ("Notice", None, TODAY, None),
    ]
    assert [e.link for e in latest_evidence(found)] == ["", "https://port.example/notice"]
    assert inquiry.evidence(CONSOLE, ref, old.sha256) == b"old"
    assert list(health.journal_problems()) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([("a.txt", b"a")], "evidence-none"),
        ([Exhibit(link="http://port.example/")], "evidence-link"),
        ([Exhibit(sha256="0" * 64)], "evidence-unknown"),
        ([("b.txt", b"")], "evidence-empty"),
        ([Exhibit(name="b", data=b"b", replaces="0" * 64)], "evidence-version"),
        ([Exhibit(name="b", data=b"b", day=TODAY + WEEK)], "evidence-future"),
        ([(OUTSIDE, b"b")], "outside-scope"),
    ],
)
def test_it_refuses_evidence_that_cannot_be_kept(given: list[Exhibit], code: str) -> None:
    ref = drill(evidence=[("a.txt", b"a")])
    with pytest.raises(Refused) as refused:
        actions.add_evidence(by(), ref, given)
    assert code in codes(refused)
    assert models.RecordEvidence.objects.count() == 1


def test_a_file_is_shown_again_by_its_unit_and_by_no_other() -> None:
    drill(evidence=[("list.pdf", b"list")])
    kept = record_inquiry.files_of(CONSOLE, "/1/2")[0]
    again = drill(title="Second", evidence=[Exhibit(sha256=kept.sha256)])
    assert load.record(again).evidence[0].name == "list.pdf"
    assert models.Evidence.objects.count() == 1
    with pytest.raises(Refused) as refused:
        drill(unit="/1/20", evidence=[Exhibit(sha256=kept.sha256)])
    assert codes(refused) == ["evidence-unknown"]
    with pytest.raises(Denied):
        record_inquiry.files_of(member(Role.CLERK, unit="/1/20"), "/1/2")


def test_what_expires_soon_is_listed_until_it_is_replaced() -> None:
    certificate = Exhibit(name="certificate.pdf", data=b"old", until=TODAY + WEEK)
    late = Exhibit(name="far.pdf", data=b"far", until=TODAY + timedelta(days=300))
    ref = drill(evidence=[certificate, late])
    found = record_inquiry.expiring(CONSOLE, "/1", TODAY, subtree=True)
    assert [(one.record, one.name) for one in found] == [(ref, "certificate.pdf")]
    assert record_inquiry.expiring(CONSOLE, "/1", TODAY) == ()
    actions.add_evidence(by(), ref, [Exhibit(name="new.pdf", data=b"new", replaces=found[0].key)])
    assert record_inquiry.expiring(CONSOLE, "/1/2", TODAY) == ()


def test_a_file_that_is_not_there_is_not_there() -> None:
    ref = drill(evidence=[("a.txt", b"a")])
    assert record_inquiry.item_of_evidence(CONSOLE, ref, load.record(ref).evidence[0].sha256).name == "a.txt"
    with pytest.raises(NotThere):
        record_inquiry.item_of_evidence(CONSOLE, ref, "0" * 64)


def test_odd_names_are_kept_as_names_and_not_as_folders() -> None:
    ref = drill(evidence=[("../../" + "长" * 300 + ".jpeg", b"a"), ("\x00\n", b"b")])
    names = [e.name for e in load.record(ref).evidence]
    assert len(names[0]) == 200
    assert names[0].endswith("长.jpeg")
    assert names[1] == "file"


def test_a_row_taken_in_before_records_had_details_is_known_again() -> None:
    draft = Record(
        ref="",
        unit="/1/2",
        day=TODAY,
        entered=TODAY,
        kind="drill",
        title="Drill",
        meets=(DRILL,),
        evidence=(Evidence(sha256="0" * 64, name="a", size=1),),
    )
    assert _row_key(draft) == "51ad97958bde58b02230ef7f8c9c294d0c58cd010c45f5b033714c49401bab6f"


def test_doctor_sees_a_version_that_was_made_current_again_behind_the_journal() -> None:
    ref = drill()
    actions.withdraw_record(by(), ref=ref, reason="Not so")
    models.RecordCorrection.objects.all().delete()
    assert [p.code for p in health.journal_problems()] == ["row-altered"]


def test_the_line_of_the_journal_says_what_was_put_right_and_why() -> None:
    first = drill()
    second = correct(first)
    line = list(journalling.lines())[-1]
    assert line.header.kind == "record-corrected"
    assert f'"record":"{first}"' in (line.payload or "")
    assert '"reason":"Wrong day"' in (line.payload or "")
    assert load_records.corrections([first])[first].later == second
