from dataclasses import replace

import pytest

from remit.core.duty import Duty
from remit.core.record_proposal import Candidate, rank_duties
from tests.core.building import day

TODAY = day("2026-05-20")


def a_candidate(ref: str, quote: str, action: str = "", **changed: object) -> Candidate:
    duty = Duty(ref=ref, quote=quote, holders=("学校",), actions=(action,) if action else ())
    opens, due = day("2026-05-01"), day("2026-05-31")
    return replace(Candidate(reference=ref, duty=duty, opens=opens, due=due), **changed)  # type: ignore[arg-type]


CHECK = a_candidate("check", "学校应当每月至少对消防设施检查一次。", "对消防设施检查")
DRILL = a_candidate("drill", "学校应当每季度组织一次疏散演练。", "组织疏散演练")
TRAINING = a_candidate("training", "学校应当每季度对教职工开展消防安全培训。", "开展消防安全培训")
MEETING = a_candidate("meeting", "学校应当每季度召开会议研究消防工作。", "召开会议研究消防工作")
PLAN = a_candidate("plan", "学校应当把消防安全纳入年度工作计划。", "把消防安全纳入年度工作计划")
ALL = (CHECK, DRILL, TRAINING, MEETING, PLAN)


def first(kind: str, title: str, candidates: tuple[Candidate, ...] = ALL) -> str:
    return rank_duties(candidates, kind=kind, title=title, day=TODAY)[0].reference


@pytest.mark.parametrize(
    ("kind", "title", "wanted"),
    [
        ("check", "", "check"),
        ("drill", "", "drill"),
        ("training", "", "training"),
        ("meeting", "", "meeting"),
        ("work-plan", "", "plan"),
        ("other", "组织全体学生疏散演练", "drill"),
        ("开放日", "检查灭火器等消防设施", "check"),
        ("meeting", "校务会研究消防工作", "meeting"),
    ],
)
def test_the_duty_that_asks_for_such_a_record_comes_first(kind: str, title: str, wanted: str) -> None:
    assert first(kind, title) == wanted


def test_english_words_are_compared_whole() -> None:
    drill = a_candidate("drill", "Each terminal shall hold a fire drill once a quarter.", "hold a fire drill")
    report = a_candidate("report", "Each terminal shall report to the authority.", "report to the authority")
    assert first("", "Fire drill on the north quay", (report, drill)) == "drill"
    assert first("report", "", (drill, report)) == "report"


def test_of_two_windows_the_one_that_is_open_comes_first_and_then_the_one_due_first() -> None:
    later = replace(CHECK, reference="later", opens=day("2026-06-01"), due=day("2026-06-30"))
    done = replace(CHECK, reference="done", open=False)
    overdue = replace(CHECK, reference="overdue", opens=day("2026-01-01"), due=day("2026-01-31"))
    undated = replace(CHECK, reference="undated", opens=None, due=None)
    found = rank_duties((later, done, overdue, undated, CHECK), kind="check", title="", day=TODAY)
    assert [one.reference for one in found] == ["check", "overdue", "undated", "done", "later"]


def test_what_is_likely_says_why() -> None:
    found = {one.reference: one for one in rank_duties(ALL, kind="check", title="检查消防设施", day=TODAY)}
    assert found["check"].likely
    assert found["check"].why == ("kind", "words", "day")
    assert not found["plan"].likely


def test_without_kind_and_words_nothing_is_proposed() -> None:
    assert not any(one.likely for one in rank_duties(ALL, kind="", title="", day=TODAY))
