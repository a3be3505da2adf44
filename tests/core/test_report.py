"""A composed report: its figures name what they count, and people's words never mix with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Duty
from remit.core.period import Cadence
from remit.core.post import Holder
from remit.core.problem import error, note
from remit.core.record import Detail, Evidence, Excuse
from remit.core.regime import Role
from remit.core.report import (
    LONGEST_TEXT,
    Figure,
    Line,
    LineKind,
    Report,
    SectionName,
    each_figure,
    figure_text,
    line_text,
    recount,
    report_title,
    section_title,
    text_problems,
    with_text,
)
from remit.core.report_changes import report_changes
from remit.core.report_composition import Finding, compose
from remit.core.reporting_period import find_period, following
from remit.core.standing import Standing, Status, standings
from remit.core.workday import WorkCalendar
from tests.core.building import HOLDERS, POSTS, a_directory, a_duty, a_record, a_regime, an_adoption
from tests.core.catalogue import chinese

MONTHLY = a_duty("art-4", cadence=[Cadence(min=1, period="P1M")])
TWICE = a_duty("art-5", quote="泊位单位每季度演练两次", cadence=[Cadence(min=2, period="P3M")])
REPORTING = Duty(
    ref="art-9",
    quote="泊位单位应当于每年6月和12月向作业区报告，并抄送港口单位",
    holders=("泊位单位",),
    cadence=(Cadence(months=(6, 12)),),
    addressee=("作业区", "港口单位"),
)
ROLES = (
    Role(name="泊位单位", units=("berth",)),
    Role(name="作业区", units=("area",)),
    Role(name="港口单位", units=("port",)),
)
ADOPTION = an_adoption(a_regime(MONTHLY, TWICE, REPORTING, roles=ROLES))
CALENDAR = WorkCalendar(first=date(2024, 1, 1), last=date(2029, 12, 31))
HALF = find_period("2026H1")
assert HALF is not None
Composed = tuple[Report, tuple[Standing, ...]]


def composed(*records, day="2026-06-30", period=HALF, excuses=(), adoptions=(ADOPTION,), **more) -> Composed:
    on = date.fromisoformat(day)
    directory = more.pop("directory", a_directory())
    found, problems = standings(
        adoptions,
        directory,
        CALENDAR,
        records=records,
        excuses=excuses,
        day=on,
        first=date(period.first.year - 1, period.first.month, 1),
        last=following(period).last,
    )
    report = compose(
        "e1",
        period,
        day=on,
        adoptions=adoptions,
        directory=directory,
        standings=found,
        records=records,
        problems=(*problems, *more.pop("problems", ())),
        **more,
    )
    return report, found


def number(report: Report, section: SectionName, name: str) -> float:
    return sum(one.number for one in report.section(section).figures if one.name == name)


def lines(report: Report, kind: LineKind) -> list[tuple[str, str]]:
    return [(one.ref, one.cause) for section in report.sections for one in section.lines if one.kind is kind]


def test_the_overview_divides_what_was_due_by_how_it_stands():
    report, _ = composed(
        a_record("r1", "2026-01-10", "harbour/art-4"),
        a_record("r2", "2026-02-10", "harbour/art-4"),
        a_record("r3", "2026-04-02", "harbour/art-4@2026-03"),
        a_record("r4", "2026-02-03", "harbour/art-5"),
        excuses=[
            Excuse(
                duty="harbour/art-4",
                unit="e1",
                since=date(2026, 4, 1),
                until=date(2026, 4, 30),
                reason="停航",
                decided_by="港长",
                decided=date(2026, 4, 2),
            )
        ],
        day="2026-06-15",
    )
    said = {one.name: one.number for one in report.section(SectionName.OVERVIEW).figures}
    # six months, two quarters and the report; May and the first quarter are missing, June is still to come
    assert said == {"due": 9, "met": 2, "late": 1, "overdue": 2, "excused": 1, "open": 3}
    assert number(report, SectionName.DONE, "records") == 4


def test_what_was_missed_says_why_as_far_as_the_data_show_it():
    gone = tuple(
        replace(one, until=date(2026, 1, 31)) if one.post.startswith("e1/") else one for one in HOLDERS
    )
    report, _ = composed(
        a_record("r1", "2026-02-03", "harbour/art-5"),
        a_record("r2", "2026-02-03", "harbour/art-4@2026-01"),
        day="2026-04-20",
        directory=a_directory(
            holders=[*gone, Holder(post="e1/head", person="新人", since=date(2026, 3, 31))]
        ),
    )
    assert lines(report, LineKind.OVERDUE) == [
        ("harbour/art-4", "vacant"),  # February: nobody held a post
        ("harbour/art-4", "nothing"),  # March: somebody did on its last day
        ("harbour/art-5", "partly"),
    ]
    assert lines(report, LineKind.LATE) == [("harbour/art-4", "after")]
    late = next(one for one in report.section(SectionName.SHORTCOMINGS).lines if one.kind is LineKind.LATE)
    assert line_text(late).endswith("done late, 1, due 2026-01-31; at most 3 days after the due day.")


def test_a_unit_without_posts_is_said_to_have_nobody_to_answer():
    posts = [post for post in POSTS if post.unit != "e1"]
    report, _ = composed(directory=a_directory(posts=posts))
    assert {cause for _, cause in lines(report, LineKind.UNASSIGNED)} == {"nobody"}
    assert number(report, SectionName.OVERVIEW, "unassigned") == 9


def test_what_was_open_before_the_period_is_carried_until_it_is_made_good():
    after = following(HALF)
    report, _ = composed(
        a_record("r1", "2026-07-03", "harbour/art-4@2026-06"),
        *(a_record(f"m{n}", f"2026-0{n}-05", "harbour/art-4") for n in range(1, 6)),
        day="2026-12-31",
        period=after,
    )
    assert number(report, SectionName.OVERVIEW, "made-good") == 1
    assert number(report, SectionName.OVERVIEW, "carried") == 3  # two quarters and the report of June
    assert lines(report, LineKind.CARRIED) == [("harbour/art-5", "nothing"), ("harbour/art-9", "nothing")]


def test_the_next_steps_are_what_falls_due_in_the_following_period():
    report, _ = composed()
    steps = report.section(SectionName.NEXT).lines
    assert [(one.ref, one.first.isoformat(), one.figures[0].number) for one in steps] == [
        ("harbour/art-4", "2026-07-31", 6),
        ("harbour/art-5", "2026-09-30", 2),
        ("harbour/art-9", "2026-12-31", 1),
    ]
    assert line_text(steps[1]) == "泊位单位每季度演练两次 (第四条): 2, due 2026-09-30 to 2026-12-31."


def test_files_months_and_what_records_add_up_to_are_figures():
    file = Evidence(sha256="a" * 64, name="照片.jpg", size=3)
    drill = replace(a_record("r1", "2026-02-03", "harbour/art-5"), evidence=(file, file), kind="training")
    report, _ = composed(drill, a_record("r2", "2026-03-03", "harbour/art-4"))
    said = [figure_text(one) for one in report.section(SectionName.DONE).figures]
    assert said[:4] == [
        "records: 2",
        "files that show it: 1",
        "records in February 2026: 1",
        "records in March 2026: 1",
    ]
    assert "Training: 1" in said
    assert "检查: 1" in said  # a kind of the regime's own


def test_what_the_details_of_records_say_is_added_up():
    said = (Detail(key="attendance", number=Decimal(24)), Detail(key="hours", number=Decimal("1.5")))
    records = [replace(a_record(f"r{n}", f"2026-0{n}-03"), kind="training", details=said) for n in (1, 2)]
    report, _ = composed(*records)
    sums = {one.values[1][1]: one for one in report.section(SectionName.DONE).figures if one.name == "detail"}
    assert {label: one.number for label, one in sums.items()} == {"Who attended": 48, "Hours": 3}
    assert figure_text(sums["Hours"]) == "Training, Hours: 3"
    assert sums["Hours"].refs == ("r1", "r2")


def test_an_open_finding_is_a_shortcoming():
    report, _ = composed(findings=[Finding(ref="f-1", what="缆桩松动")])
    line = report.section(SectionName.SHORTCOMINGS).lines[-1]
    assert line_text(line) == "缆桩松动: the finding is not closed."


def test_several_regulations_are_told_apart_in_the_lines():
    other = an_adoption(replace(a_regime(MONTHLY, id="quay"), title="虚构港码头规定", subject="码头"))
    report, _ = composed(adoptions=(ADOPTION, other))
    steps = [line_text(one) for one in report.section(SectionName.NEXT).lines]
    assert any("(“虚构港码头规定” 第四条)" in said for said in steps)
    assert report.subjects == ("靠泊安全", "码头")
    ended, _ = composed(adoptions=(ADOPTION, replace(other, until=date(2025, 12, 31))))
    assert len(ended.regimes) == 1


def test_problems_of_scheduling_go_with_the_report_and_notes_do_not():
    report, _ = composed(problems=[error("x", "a", "b"), note("y", "a", "b"), error("x", "a", "b")])
    assert [one.code for one in report.problems] == ["x"]


def test_the_title_names_unit_subject_and_period():
    report, _ = composed()
    assert report_title(report, chinese) == "东一泊位关于2026年上半年靠泊安全责任落实情况的报告"
    assert report_title(replace(report, subjects=()), chinese) == "东一泊位关于2026年上半年责任落实情况的报告"
    for name, said in (
        ("2026H2", "2026年下半年"),
        ("2026", "2026年"),
        ("2026Q3", "2026年第3季度"),
        ("2026-05", "2026年5月"),
    ):
        period = find_period(name)
        assert said in report_title(replace(report, period=period), chinese)
    assert section_title(SectionName.NEXT, chinese) == "下一步工作打算"


def test_what_people_write_stands_beside_the_figures():
    report, _ = composed()
    written = with_text(report, SectionName.SHORTCOMINGS, "三月缆桩更换，未能检查。")
    assert written.section(SectionName.SHORTCOMINGS).text == "三月缆桩更换，未能检查。"
    assert list(each_figure(written)) == list(each_figure(report))
    assert replace(written, sections=()).section(SectionName.NEXT).figures == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("检查了缆桩。更换了两处。", []),
        ("检查了缆桩。收集教师的宗教信仰情况并建立台账。", ["outside-scope"]),
        ("本季度逐人登记：\n网上言论\n", ["outside-scope"]),
        ("本季度逐人登记：\n体检结果\n", []),
        ("缆" * (LONGEST_TEXT + 1), ["report-text-long"]),
    ],
)
def test_words_outside_scope_or_too_long_are_refused(text, codes):
    found = text_problems(SectionName.DONE, text)
    assert [one.code for one in found] == codes
    assert all(one.place.ref == "done" for one in found)


def test_versions_differ_in_figures_lines_and_words():
    old, _ = composed()
    new, _ = composed(a_record("r1", "2026-02-03", "harbour/art-4"))
    new = with_text(new, SectionName.DONE, "按期检查。")
    found = report_changes(old, new)
    met = next(one for one in found if one.figure == "met" and not one.line)
    assert (met.added, met.removed) == (("harbour/art-4@2026-02",), ())
    assert any(one.line == "harbour/art-4 done" and one.old is None for one in found)
    assert any(one.line.startswith("harbour/art-4 overdue") and one.figure == "overdue" for one in found)
    assert [(one.old, one.new) for one in found if not one.figure and not one.line] == [("", "按期检查。")]
    assert report_changes(new, new) == ()


days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
deeds = st.lists(
    st.tuples(days, st.sampled_from(["art-4", "art-5", "art-9"]), st.sampled_from(["e1", "e2"])), max_size=14
)


@given(deeds, st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(["2026H1", "2026", "2026Q2"]))
def test_every_figure_equals_a_recount_from_its_own_refs(rows, day, name):
    records = [
        a_record(f"r{at}", on.isoformat(), f"harbour/{duty}", unit=unit)
        for at, (on, duty, unit) in enumerate(rows)
    ]
    period = find_period(name)
    report, found = composed(*records, day=day.isoformat(), period=period)
    own = [one for one in found if one.occurrence.unit == "e1"]
    mine = [one for one in records if one.unit == "e1"]
    for figure in each_figure(report):
        assert figure.number == len(figure.refs) == len(set(figure.refs))
        assert recount(figure, records=mine, standings=own) == figure.number
    due = [one for one in own if period.first <= one.occurrence.due <= period.last]
    assert number(report, SectionName.OVERVIEW, "due") == len(due)
    assert number(report, SectionName.OVERVIEW, "met") == sum(one.status is Status.MET for one in due)
    within = [one for one in mine if period.first <= one.day <= min(period.last, day)]
    assert number(report, SectionName.DONE, "records") == len(within)


def test_a_file_that_a_newer_one_replaced_is_not_counted():
    old = Evidence(sha256="a" * 64, name="a", size=1)
    new = Evidence(sha256="b" * 64, name="a", size=1, replaces="a" * 64)
    report, _ = composed(replace(a_record("r1", "2026-02-03", "harbour/art-4"), evidence=(old, new)))
    files = next(one for one in report.section(SectionName.DONE).figures if one.name == "files")
    assert files.refs == (f"r1/{'b' * 64}",)


def test_a_figure_of_files_is_recounted_from_the_records():
    file = Evidence(sha256="b" * 64, name="a", size=1)
    record = replace(a_record("r1", "2026-02-03", "harbour/art-4"), evidence=(file,))
    figure = Figure(name="files", number=1, refs=(f"r1/{'b' * 64}",))
    assert recount(figure, records=[record], standings=()) == 1
    assert recount(figure, records=[], standings=()) == 0


def test_duties_of_other_units_are_in_no_report():
    other = a_duty("art-6", holders=("作业区",), cadence=[Cadence(min=1, period="P1M")])
    report, _ = composed(adoptions=(an_adoption(a_regime(other, roles=ROLES)),))
    assert number(report, SectionName.OVERVIEW, "due") == 0


def test_a_line_due_on_one_day_names_one_day():
    line = Line(kind=LineKind.NEXT, ref="a", what="查", figures=(), first=HALF.first, last=HALF.last)
    assert line_text(line) == "查 (): , due 2026-01-01 to 2026-06-30."
    assert line_text(replace(line, last=HALF.first)) == "查 (): , due 2026-01-01."
