"""Deadlines: amounts, dates, dates of every year, notice before an event, and what sets no limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Deadline
from remit.reading.limit import deadlines, find_limits

AMOUNTS = [
    ("在7个工作日内作出答复", 7, "workday", ""),
    ("自收到申请之日起三十日内办结", 30, "day", "收到申请"),
    ("应当于检查结束后2个工作日内公布", 2, "workday", "检查结束"),
    ("24小时内报告", 24, "hour", ""),
    ("在三十分钟以内到场", 30, "minute", ""),
    ("竣工后三个月内移交", 3, "month", "竣工"),
    ("半年内完成整改", 6, "month", ""),
    ("2—3年内调整到位", 3, "year", ""),
    ("期限不得超过二十日", 20, "day", ""),
    ("within 30 days of the decision", 30, "day", "the decision"),
    ("no later than 72 hours after becoming aware of it", 72, "hour", "becoming aware of it"),
    ("within ten working days", 10, "workday", ""),
    ("within the period of 28 days beginning with the day of receipt", 28, "day", "the day of receipt"),
    ("within one month", 1, "month", ""),
]

DATES = [
    ("2027年4月15日前报送", "2027-04-15"),
    ("2027年4月底前完成", "2027-04-30"),
    ("2028年2月底前完成", "2028-02-29"),
    ("2027年底前建成", "2027-12-31"),
    ("每年1月31日前公开", "--01-31"),
    ("每年年底前述职", "--12-31"),
    ("次年三月三十一日前公布", "--03-31"),
    ("by 31 March each year", "--03-31"),
    ("no later than 1 July 2027", "2027-07-01"),
    ("before the end of June", ""),
]

NONE = [
    "五年内不得从事本行业",
    "有效期五年",
    "保存期限不少于三年",
    "立即报告",
    "限期改正",
    "离岗六个月以上的人员",
    "行政区域内的单位",
    "keep the records for six years",
    "not more than 5 employees",
]


@pytest.mark.parametrize(("words", "amount", "unit", "after"), AMOUNTS)
def test_it_reads_an_amount_of_time(words: str, amount: int, unit: str, after: str) -> None:
    (found,) = deadlines(words)
    assert (found.amount, found.unit, found.by) == (amount, unit, None)
    assert found.after in (after, "with " + after)


@pytest.mark.parametrize(("words", "by"), [case for case in DATES if case[1]])
def test_it_reads_a_date(words: str, by: str) -> None:
    assert deadlines(words) == (Deadline(by=by),)


@pytest.mark.parametrize("words", NONE)
def test_it_sets_no_limit_where_the_words_set_none(words: str) -> None:
    assert deadlines(words) == ()


@pytest.mark.parametrize(
    ("words", "amount", "unit", "before"),
    [
        ("有效期届满三十日前提出申请", 30, "day", "有效期届满"),
        ("应当在开工前十五日提交方案", 15, "day", "开工"),
        ("提前5个工作日通知", 5, "workday", ""),
    ],
)
def test_it_reads_notice_before_an_event(words: str, amount: int, unit: str, before: str) -> None:
    assert deadlines(words) == (Deadline(amount=amount, unit=unit, before=before),)


def test_it_says_that_an_amount_counts_from_the_end_of_the_period() -> None:
    (found,) = deadlines("每季度结束后10个工作日内报送")
    assert (found.amount, found.unit, found.counts_from) == (10, "workday", "window")


@given(st.text(alphabet="自起日内前后年月底个工作2十三五每超过不得之—，。", max_size=40))
def test_it_never_fails_and_a_limit_is_an_amount_or_a_date(text: str) -> None:
    for one in find_limits(text):
        assert (one.deadline.by is None) != (one.deadline.amount is None)
        assert 0 <= one.start < one.end <= len(text)
