from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core import record_typing
from remit.core.problem import Level
from remit.core.record import (
    Detail,
    Evidence,
    Record,
    evidence_key,
    evidence_problems,
    latest_evidence,
    record_problems,
)
from remit.core.record_detail import (
    detail_figures,
    details_of,
    details_problems,
    field_count,
    objectors,
)
from remit.core.record_kind import ATTENDANCE, FREE, KINDS, Field, RecordKind, Shape, find_kind
from remit.core.record_typing import read_details, write_details
from tests.core.building import a_record, day

MEETING = replace(a_record("r-1", "2026-03-10", "harbour/art-4"), kind="meeting")
AGENDA = Detail(key="agenda", text="一季度缆桩检查")
ANN, BO = Detail(key="attendance", person="张安"), Detail(key="attendance", person="薄岚", unit="财务科")
DECISION = Detail(key="decisions", text="更换三号缆桩", unit="设备科", person="李工", day=day("2026-04-01"))
OBJECTION = Detail(key="objections", person="薄岚", number=Decimal(1), text="资金没有落实")
WHOLE = (AGENDA, ANN, BO, DECISION, OBJECTION)


def codes(*details: Detail, kind: str = "meeting") -> dict[str, Level]:
    found = details_problems(replace(MEETING, kind=kind, details=details))
    return {problem.code: problem.level for problem in found}


def test_a_whole_record_of_a_meeting_has_no_problem() -> None:
    assert codes(*WHOLE) == {}


def test_every_kind_has_fields_with_keys_of_their_own() -> None:
    for kind in KINDS.values():
        keys = [field.key for field in kind.fields]
        assert len(keys) == len(set(keys)) > 0


def test_the_documents_that_include_a_duty_say_so() -> None:
    including = {kind.key for kind in KINDS.values() if kind.includes}
    assert including == {"agenda-item", "study-plan", "work-plan", "targets", "staff-appraisal"}


def test_a_kind_that_a_regime_names_has_the_free_fields() -> None:
    assert find_kind("开放日") is FREE
    assert codes(Detail(key="count", number=Decimal(3)), kind="开放日") == {}


def test_what_is_needed_and_missing_is_a_warning_so_that_the_record_counts_all_the_same() -> None:
    assert codes() == {"detail-missing": Level.WARNING}


def test_a_check_of_something_in_the_register_has_its_place_there() -> None:
    check = replace(MEETING, kind="check", details=())
    assert [p.place.ref for p in details_problems(check)] == ["place"]
    assert details_problems(replace(check, about=("H-1",))) == ()


@pytest.mark.parametrize(
    ("detail", "code"),
    [
        (Detail(key="hours", number=Decimal(2)), "detail-unknown"),
        (Detail(key="agenda"), "detail-shape"),
        (Detail(key="agenda", text="缆桩", number=Decimal(1)), "detail-shape"),
        (Detail(key="attendance", unit="财务科"), "detail-shape"),
        (Detail(key="objections", person="张安"), "detail-shape"),
        (Detail(key="attendance", number=Decimal(-1)), "detail-number"),
        (Detail(key="attendance", number=Decimal("NaN")), "detail-number"),
        (Detail(key="attendance", number=Decimal("0.125")), "detail-number"),
        (Detail(key="attendance", number=Decimal(10) ** 12), "detail-number"),
        (Detail(key="attendance", number=Decimal(1)), "people-count"),
        (Detail(key="decisions", text="更换", day=day("2026-03-09")), "decision-day"),
        (Detail(key="objections", person="张安", number=Decimal(2)), "objection-decision"),
        (Detail(key="objections", person="张安", number=Decimal(0)), "objection-decision"),
    ],
)
def test_it_refuses_what_does_not_fit_the_field(detail: Detail, code: str) -> None:
    found = codes(*WHOLE, detail)
    assert list(found) == [code]
    assert found[code] is Level.ERROR


def test_what_can_be_said_once_is_refused_twice() -> None:
    twice = (Detail(key="hours", number=Decimal(2)), Detail(key="hours", number=Decimal(3)))
    assert codes(*twice, Detail(key="subject", text="灭火"), ANN, kind="training") == {
        "detail-twice": Level.ERROR
    }


def test_two_numbers_of_people_are_refused() -> None:
    heads = Detail(key="attendance", number=Decimal(5))
    assert codes(AGENDA, heads, heads) == {"people-count": Level.ERROR}


def test_an_objection_of_somebody_who_was_not_there_is_doubted() -> None:
    stranger = replace(OBJECTION, person="王五")
    assert codes(AGENDA, ANN, DECISION, stranger) == {"objection-absent": Level.WARNING}
    assert codes(AGENDA, Detail(key="attendance", number=Decimal(9)), DECISION, stranger) == {}


def test_objections_are_found_by_decision() -> None:
    record = replace(MEETING, details=WHOLE)
    assert objectors(record, 1) == (OBJECTION,)
    assert objectors(record, 2) == ()
    assert details_of(record, "agenda") == (AGENDA,)


def test_people_are_counted_by_names_or_by_the_number_given() -> None:
    assert field_count(ATTENDANCE, WHOLE) == 2
    assert field_count(ATTENDANCE, (ANN, Detail(key="attendance", number=Decimal(40)))) == 40


def test_figures_add_up_and_name_the_records_they_are_counted_from() -> None:
    training = replace(
        MEETING, ref="t-1", kind="training", details=(Detail(key="hours", number=Decimal("1.5")), ANN)
    )
    longer = replace(training, ref="t-2", details=(Detail(key="hours", number=Decimal(2)),))
    free = replace(MEETING, ref="f-1", kind="开放日", details=())
    found = {(f.kind, f.key): (f.total, f.records) for f in detail_figures([free, longer, training, MEETING])}
    assert list(found) == [
        ("meeting", ""),
        ("training", ""),
        ("training", "hours"),
        ("training", "attendance"),
        ("开放日", ""),
    ]
    assert found["training", "hours"] == (Decimal("3.5"), ("t-2", "t-1"))
    assert found["training", "attendance"] == (1, ("t-1",))
    assert found["training", ""] == (2, ("t-2", "t-1"))


def test_what_is_typed_is_read_by_the_shape_of_the_field() -> None:
    typed = {
        "agenda": "一季度缆桩检查\n\n 二季度安排 ",
        "attendance": "张安、薄岚（财务科）\n设备科：李工，赵工\n钱工\t人事科",
        "decisions": "更换三号缆桩 | 设备科 | 李工 | 2026年4月1日\n通报",
        "objections": "薄岚｜1｜资金没有落实",
    }
    found, problems = read_details("meeting", typed)
    assert problems == ()
    people = [(one.person, one.unit) for one in found if one.key == "attendance"]
    assert people == [
        ("张安", ""),
        ("薄岚", "财务科"),
        ("李工", "设备科"),
        ("赵工", "设备科"),
        ("钱工", "人事科"),
    ]
    assert [one.text for one in found if one.key == "agenda"] == ["一季度缆桩检查", "二季度安排"]
    assert next(one for one in found if one.key == "decisions") == DECISION
    assert [one for one in found if one.key == "objections"] == [OBJECTION]


def test_people_may_be_told_by_their_number_alone_and_nobody_stands_there_twice() -> None:
    assert read_details("meeting", {"attendance": "37人"})[0] == (
        Detail(key="attendance", number=Decimal(37)),
    )
    assert read_details("meeting", {"attendance": "张安\n张安"})[0] == (ANN,)


def test_texts_figures_and_days_are_read() -> None:
    typed = {"subject": "灭火器\n使用", "hours": "1.5", "passed": "1,200"}
    assert read_details("training", typed)[0] == (
        Detail(key="subject", text="灭火器 使用"),
        Detail(key="hours", number=Decimal("1.5")),
        Detail(key="passed", number=Decimal(1200)),
    )
    assert read_details("training", {"subject": " "}) == ((), ())


@pytest.mark.parametrize(
    ("kind", "key", "text", "code"),
    [
        ("training", "hours", "两小时", "detail-number"),
        ("training", "hours", "1e99", "detail-number"),
        ("training", "hours", "0.125", "detail-number"),
        ("training", "hours", "inf", "detail-number"),
        ("meeting", "objections", "薄岚", "detail-number"),
        ("meeting", "decisions", "更换 | 设备科 | 李工 | 月底", "detail-day"),
        ("meeting", "decisions", "更换 | 设备科 | 李工 | 2026-02-30", "detail-day"),
    ],
)
def test_it_says_what_cannot_be_read(kind: str, key: str, text: str, code: str) -> None:
    found, problems = read_details(kind, {key: text})
    assert found == ()
    assert [(p.code, p.place.ref) for p in problems] == [(code, key)]


def test_a_field_that_the_kind_does_not_have_is_kept_to_be_refused_by_name() -> None:
    assert read_details("meeting", {"hours": "2"})[0] == (Detail(key="hours", text="2"),)


WORD = st.text(st.sampled_from("港缆桩检abc"), min_size=1, max_size=6)
DAYS = st.none() | st.dates(day("2020-01-01"), day("2030-01-01"))
FIGURES = st.decimals(0, 10**9, places=2)


@given(
    st.lists(st.builds(Detail, key=st.just("attendance"), person=WORD, unit=st.just("") | WORD), unique=True),
    st.lists(st.builds(Detail, key=st.just("decisions"), text=WORD, unit=st.just("") | WORD, day=DAYS)),
    st.lists(
        st.builds(Detail, key=st.just("objections"), person=WORD, number=st.integers(1, 9).map(Decimal))
    ),
)
def test_details_written_as_text_are_read_as_the_same(
    people: list[Detail], decisions: list[Detail], objections: list[Detail]
) -> None:
    details = (*people, *decisions, *objections)
    typed = {field.key: write_details(field, details) for field in KINDS["meeting"].fields}
    assert read_details("meeting", typed) == (details, ())


@given(st.builds(Detail, key=st.just("hours"), number=FIGURES))
def test_a_figure_written_as_text_is_read_as_the_same(detail: Detail) -> None:
    field = next(f for f in KINDS["training"].fields if f.key == "hours")
    assert read_details("training", {"hours": write_details(field, [detail])})[0] == (detail,)


def test_a_day_is_written_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    field = Field(key="on", label="On", shape=Shape.DATE)
    one = Detail(key="on", day=day("2026-03-01"))
    assert write_details(field, [one]) == "2026-03-01"
    kind = RecordKind(key="k", label="K", fields=(field,))
    monkeypatch.setattr(record_typing, "find_kind", lambda _key: kind)
    assert read_details("k", {"on": "2026/3/1"})[0] == (one,)
    assert [p.code for p in read_details("k", {"on": "soon"})[1]] == ["detail-day"]


FILE = Evidence(sha256="0" * 64, name="检查表.pdf", size=1, added=day("2026-03-10"))
LINK = Evidence(sha256="", name="公告", size=0, link="https://port.example/notice?n=1")


def evidence_codes(*evidence: Evidence) -> list[str]:
    return [p.code for p in evidence_problems(replace(MEETING, evidence=evidence))]


def test_a_link_and_a_newer_version_are_evidence() -> None:
    newer = replace(
        FILE, sha256="1" * 64, replaces=FILE.sha256, day=day("2026-03-09"), until=day("2027-03-09")
    )
    assert evidence_codes(FILE, LINK, newer) == []
    assert latest_evidence(replace(MEETING, evidence=(FILE, LINK, newer))) == (LINK, newer)
    assert evidence_key(LINK) == LINK.link


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (replace(LINK, link="http://port.example/"), "evidence-link"),
        (replace(LINK, link="https://ann:secret@port.example/"), "evidence-link"),
        (replace(LINK, link="javascript:alert(1)"), "evidence-link"),
        (replace(LINK, sha256="0" * 64), "evidence-link"),
        (replace(FILE, day=day("2026-03-01"), until=day("2026-02-01")), "evidence-days"),
        (replace(FILE, day=day("2026-03-11")), "evidence-future"),
        (replace(FILE, replaces="1" * 64), "evidence-version"),
        (replace(FILE, replaces="0" * 64), "evidence-version"),
        (replace(LINK, name="职工思想动态摸底"), "outside-scope"),
    ],
)
def test_it_says_what_is_wrong_with_evidence(evidence: Evidence, code: str) -> None:
    assert evidence_codes(evidence) == [code]


def problems_of(record: Record) -> list[str]:
    found = record_problems(
        record, today=day("2026-03-10"), known_duties={"harbour/art-4"}, known_units={"e1"}
    )
    return [p.code for p in found]


def test_the_moment_of_a_record_is_on_its_day() -> None:
    assert problems_of(replace(MEETING, at=datetime(2026, 3, 10, 8, 30, tzinfo=UTC))) == []
    assert problems_of(replace(MEETING, at=datetime(2026, 3, 9, 8, 30, tzinfo=UTC))) == ["record-moment"]
    assert problems_of(replace(MEETING, at=datetime(2026, 3, 10, 8, 30))) == ["record-moment"]  # noqa: DTZ001


def test_details_are_screened() -> None:
    bad = Detail(key="points", text="职工思想动态摸底")
    assert problems_of(replace(MEETING, details=(bad,))) == ["outside-scope"]


def test_a_correction_keeps_the_name_of_what_it_corrects() -> None:
    assert MEETING.origin == "r-1"
    assert replace(MEETING, ref="r-2", corrects="r-1").origin == "r-1"
