"""Faults in a text's numbering: reported with their line, never repaired."""

from __future__ import annotations

import pytest

from remit.core.problem import Level
from remit.reading.structure import outline


def faults(text: str) -> list[tuple[str, int, str]]:
    return [(problem.code, problem.place.line, problem.place.ref) for problem in outline(text)[1]]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("第一条 甲。\n第三条 乙。", [("numbering-gap", 2, "第三条")]),
        ("第一条 甲。\n第二条 乙。\n第二条 丙。", [("numbering-duplicate", 3, "第二条")]),
        ("第一条 甲。\n第二条 乙。\n第三条 丙。\n第二条 丁。", [("numbering-order", 4, "第二条")]),
        ("第一条 甲：\n（一）乙；\n（三）丙。", [("numbering-gap", 3, "(三)")]),
        ("第一条 甲：\n（一）乙；\n（一）丙。", [("numbering-restart", 3, "(一)")]),
        ("第一条 甲。\n（三）乙。", [("numbering-start", 2, "(三)")]),
        ("第一条\n第二条 乙。", [("number-without-text", 1, "第一条")]),
        ("第一条 甲：（一）乙；（二）丙。", [("glued-item", 1, "(一)"), ("glued-item", 1, "(二)")]),
        ("\n\n第一条 甲。\n\n第四条 乙。", [("numbering-gap", 5, "第四条")]),
    ],
)
def test_it_reports(text: str, due: list[tuple[str, int, str]]) -> None:
    assert faults(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "第一条 甲。\n第一条之一 乙。\n第一条之二 丙。\n第二条 丁。",
        "附件1\n第一条 甲。\n附件2\n第一条 乙。",
        "一、甲乙\n（一）丙。丁。\n二、戊己\n（二）庚。辛。",
        "第一章 甲\n第一节 乙\n第一条 丙。\n第二章 丁\n第一节 戊\n第二条 己。",
        "PART 1\n1. A duty lies here.\nPART 2\n2. Another lies there.",
    ],
)
def test_it_accepts(text: str) -> None:
    assert faults(text) == []


def test_it_says_what_was_due_as_it_would_be_printed() -> None:
    def said(text: str) -> str:
        return outline(text)[1][0].text()

    assert "第一百零二条" in said("第一百零一条 甲。\n第一百零三条 乙。")
    assert "(c)" in said("§ 1.1 Boats.\n(a) One must row.\n(b) One must steer.\n(d) One must stop.")
    assert "3." in said("1. One must row.\n2. One must steer.\n4. One must stop.")


def test_a_gap_is_a_warning_and_a_list_that_begins_late_a_note() -> None:
    assert [problem.level for problem in outline("第一条 甲。\n第三条 乙。")[1]] == [Level.WARNING]
    assert [problem.level for problem in outline("第一条 甲。\n（三）乙。")[1]] == [Level.NOTE]


def test_the_numbers_stay_as_printed() -> None:
    refs = [clause.ref for clause in outline("第一条 甲。\n第三条 乙。\n第三条 丙。")[0].clauses]
    assert refs == [("第一条",), ("第三条",), ("第三条",)]
