"""Cadences: every form in which Chinese and English regulations state a rhythm, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Cadence
from remit.reading.rhythm import cadences, find_rhythms

CASES = [
    ("每年组织一次演练", Cadence(min=1, period="P1Y")),
    ("每年至少组织两次演练", Cadence(min=2, period="P1Y")),
    ("至少每年对员工培训一次", Cadence(min=1, period="P1Y")),
    ("每半年巡视一次", Cadence(min=1, period="P6M")),
    ("每季度至少召开一次例会", Cadence(min=1, period="P3M")),
    ("每个季度不少于三次抽查", Cadence(min=3, period="P3M")),
    ("每月检查", Cadence(min=1, period="P1M")),
    ("每月不超过3次", Cadence(max=3, period="P1M")),
    ("每周巡河不少于一次", Cadence(min=1, period="P1W")),
    ("每日清点库存", Cadence(min=1, period="P1D")),
    ("每十五日进行一次润滑", Cadence(min=1, period="P15D")),
    ("每三年修订一次", Cadence(min=1, period="P3Y")),
    ("每两至三年轮岗一次", Cadence(period_min="P2Y", period_max="P3Y")),
    ("每2—3年开展评估", Cadence(period_min="P2Y", period_max="P3Y")),
    ("每两三年修订", Cadence(period_min="P2Y", period_max="P3Y")),
    ("每学期至少组织两次检查", Cadence(min=2, per="学期")),
    ("每年6月和12月上报", Cadence(months=(6, 12))),
    ("每年第二、四季度开展督查", Cadence(quarters=(2, 4))),
    ("一年两次体检", Cadence(min=2, period="P1Y")),
    ("全年不少于四次", Cadence(min=4, period="P1Y")),
    ("按季度报送报表", Cadence(min=1, period="P3M")),
    ("定期开展风险评估", Cadence(vague="定期")),
    ("不定期抽查", Cadence(vague="不定期")),
    ("组织开展经常性的宣传", Cadence(vague="经常")),
    ("制定年度培训计划", Cadence(min=1, period="P1Y")),
    ("编制年度财务报告", Cadence(min=1, period="P1Y")),
    ("at least once every two years", Cadence(min=1, period="P2Y")),
    ("shall be reviewed annually", Cadence(min=1, period="P1Y")),
    ("shall meet twice a year", Cadence(min=2, period="P1Y")),
    ("shall be tested every 12 months", Cadence(min=1, period="P1Y")),
    ("shall inspect the site weekly", Cadence(min=1, period="P1W")),
    ("must report quarterly to the board", Cadence(min=1, period="P3M")),
    ("at intervals not exceeding 3 months", Cadence(min=1, period="P3M")),
    ("every three to five years", Cadence(period_min="P3Y", period_max="P5Y")),
    ("shall review the plan at regular intervals", Cadence(vague="regularly")),
    ("shall periodically verify the records", Cadence(vague="periodically")),
    ("Review the plan [Assignment: organization-defined frequency]", Cadence(vague="organization-defined")),
]

NONE = [
    "实行24小时值班",
    "每班不少于2人",
    "及时消除隐患",
    "作为年度考核的依据",
    "列入年度工作计划",
    "每人配备一套防护用品",
    "保存期限不少于三年",
    "按照《年度检查办法》执行",
    "keep the records for one year",
    "a normal working week",
    "If it is used every day, the owner shall replace it.",
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_it_reads_the_rhythm(words: str, expected: Cadence) -> None:
    assert cadences(words) == (expected,)


@pytest.mark.parametrize("words", NONE)
def test_it_reads_no_rhythm_where_none_is_to_be_kept(words: str) -> None:
    assert cadences(words) == ()


def test_it_gives_the_words_each_rhythm_rests_on() -> None:
    text = "值班室每日巡查，每月汇总一次。"
    found = find_rhythms(text)
    assert [text[one.start : one.end] for one in found] == ["每日", "每月汇总一次"]


def test_a_condition_states_no_rhythm_but_the_duty_after_it_does() -> None:
    text = "Where the lift is used, the owner shall have it inspected every six months."
    assert cadences(text) == (Cadence(min=1, period="P6M"),)


@given(st.text(alphabet="每两三半年月季度次第至—、，。至少不超过定期学期12 人", max_size=40))
def test_it_never_fails_and_every_cadence_has_exactly_one_form(text: str) -> None:
    for one in find_rhythms(text):
        cadence = one.cadence
        counted = cadence.min is not None or cadence.max is not None
        forms = [
            counted and (cadence.period is None) != (cadence.per is None),
            bool(cadence.months),
            bool(cadence.quarters),
            cadence.period_min is not None and cadence.period_max is not None,
            cadence.vague is not None,
        ]
        assert sum(forms) == 1
        assert 0 <= one.start < one.end <= len(text)
