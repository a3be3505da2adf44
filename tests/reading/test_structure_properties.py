"""What holds for any text: nothing is lost, nothing overlaps, nothing raises, and hostile texts take linear time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.clause import Outline
from remit.reading.citation import ascii_ref, ascii_refs
from remit.reading.reference import references
from remit.reading.structure import outline
from remit.reading.target import Targets

PIECES = (
    "第一条", "第二条 ", "第 三 条", "第四条之一", "第一章 总则", "第二节", "一、", "二、总体要求",
    "（一）", "（二）", "(三)", "1.", "2．", "3、", "（1）", "①", "1.1 ", "1.1.1", "(a)", "(b) ", "(i)",
    "(ii)", "(A)", "(1)", "a. ", "i. ", "I. ", "§ 1.1 ", "§ 1.2", "Article 1", "Section 2. ", "PART I",
    "SCHEDULE", "CP-2 ", "附件1", "附件：", "表1", "Table 1", "目录", "**", "## ", "- ", "| a | b |",
    "-----", "\n", "\n\n", "\r\n", "\u3000\u3000", " ", "\t", "\ufeff", "。", "；", "：", "，", ".", ";",
    ":", "应当每日检查", "The keeper shall inspect. ", "and", "第一款", "前款", "规定的", "《某法》", "“",
    "”", "（", "）", "12", "\x0c", "\u2028",
)  # fmt: skip
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
MARKUP = re.compile(r"[\s\ufeff\u200b#>`|•●■◆▪·+*_-]*")


def spans(found: Outline) -> list[tuple[int, int]]:
    return sorted([(part.start, part.end) for part in (*found.headings, *found.clauses)])


@given(texts)
@settings(max_examples=400, deadline=None)
def test_spans_are_disjoint_and_leave_out_nothing_but_space_and_markup(text: str) -> None:
    found, _ = outline(text)
    at = 0
    for start, end in spans(found):
        assert at <= start < end <= len(text)
        assert MARKUP.fullmatch(text, at, start)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert MARKUP.fullmatch(text, at)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_clauses_and_headings_are_in_order_and_leads_come_before(text: str) -> None:
    found, problems = outline(text)
    assert [clause.start for clause in found.clauses] == sorted(clause.start for clause in found.clauses)
    assert [heading.start for heading in found.headings] == sorted(
        heading.start for heading in found.headings
    )
    for at, clause in enumerate(found.clauses):
        assert clause.ref
        assert clause.start <= clause.body <= clause.end
        assert clause.lead is None or clause.lead < at
    lines = text.count("\n") + 1 + sum(text.count(c) for c in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    assert all(0 < problem.place.line <= lines for problem in problems)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_names_are_ascii_and_unique(text: str) -> None:
    found, _ = outline(text)
    names = ascii_refs(found)
    assert len(set(names)) == len(names) == len(found.clauses)
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in names)
    assert all(ascii_ref(clause.ref) for clause in found.clauses)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_references_are_found_and_followed_without_fail(text: str) -> None:
    found, _ = outline(text)
    targets = Targets.of(found)
    for at, clause in enumerate(found.clauses):
        for reference in references(text, clause):
            reached = targets.find(reference, at)
            assert reached is None or all(0 <= place < len(found.clauses) for place in reached)


@given(texts)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert outline(text) == outline(text)


HOSTILE = (
    "（一）", "第", "第 ", "1.", "1.1.", "(", "（", "[", "。", "…", "#", "*", "- ", "：（一）", "；（五）",
    "。第五条 x", "、\n", "第一条\n", "第一章\n", "附件\n", "目录\n", "表1\n", "|a|b|\n", "-----\n",
    "一、\n", "（一）\n", "(i)\n", "(a)\n(1)\n(i)\n(A)\n", "1 A\n", "a.\n", "§ 1.1\n", "Part I\n",
    "CP-2 X\n", "(a) Xx. ", "第一、二、", "前款", "第一条、", "paragraph (a) and ", "附件1、", "and\n",
    "x，\n", "汉" * 60 + "\n", "1.300 x\n", "（一）a；（三）b；", "    ", "\u3000\n",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_it_reads_a_long_hostile_text(piece: str) -> None:
    """At this size anything quadratic would take minutes."""
    text = piece * (60_000 // len(piece))
    found, _ = outline(text)
    names = ascii_refs(found)
    assert len(names) == len(found.clauses)
    for clause in found.clauses:
        references(text, clause)


def test_depth_is_bounded_however_deep_the_numbers_nest() -> None:
    text = "".join(f"({n}) One may:\n(a) go:\n(i) by:\n(A) sea:\n" for n in range(1, 400))
    assert max(len(clause.ref) for clause in outline(text)[0].clauses) < 20
