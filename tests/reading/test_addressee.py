"""Addressees: to whom something is reported, filed, notified, published or handed on."""

from __future__ import annotations

import pytest

from tests.reading.reading_of import read_one

CASES = [
    ("第一条 医院应当每月向卫生健康行政部门报告感染情况。", ["卫生健康行政部门"]),
    ("第一条 供水企业应当将应急预案报区水务局备案。", ["区水务局"]),
    ("第一条 检测结果应当及时向社会公布。", ["社会"]),
    ("第一条 学校应当向社会和全体家长公开采购清单。", ["社会", "全体家长"]),
    ("第一条 督查组应当将问题清单抄送市纪委、市审计局。", ["市纪委", "市审计局"]),
    ("第一条 发现涉嫌犯罪的，监管部门应当移送公安机关。", ["公安机关"]),
    ("第一条 物业企业应当将停水时间书面告知业主。", ["业主"]),
    ("第一条 项目部应当于每周五向分管副总经理汇报进度。", ["分管副总经理"]),
    ("第一条 驾驶人应当接受公安机关的检查。", []),
    ("第一条 企业应当开展报刊征订工作。", []),
    ("第一条 教师不得向他人提供学生信息。", []),
    ("§ 1 The master shall notify the harbour authority of any spillage.", ["harbour authority"]),
    ("§ 1 The auditor shall submit a written report to the board.", ["board"]),
    ("§ 1 The operator must provide the inspector with a copy of the log.", ["inspector"]),
    ("§ 1 The carer shall be informed of the outcome.", ["carer"]),
    ("§ 1 The trainer shall provide instruction to new staff.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_finds_the_recipients(text: str, expected: list[str]) -> None:
    assert list(read_one(text).addressee) == expected
