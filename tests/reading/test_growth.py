"""Hostile repetition: work that grows with the square of the length would not come to an end on these."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from remit.reading.provision import provisions
from remit.reading.structure import outline

LENGTH = 60_000
REPEATED = (
    "应当", "，", "、", "由", "向", "对", "报", "每年", "的", "（", "《", "〔", "10日内", "提前3日",
    "向学校报告", "院长每月、", "责令", "的除外，", "同", "商",
    "shall ", "(a)", ", and the ", "who ", "within 30 days ", "every year ", "by the ",
    "copy to the ", "responsible ", "in June and ",
)  # fmt: skip

SHORT = 5_000  # characters: more than the bounds of a sentence, so that what follows grows in proportion
HOSTILE = (
    "第一条", "第一条\n", "第一条 学校应当报告。\n", "第一款 学校应当报告。\n", "学校报告。\n", "必须，", "如下：\n",
    "（（", "（）", "（一）", "（一）应当。\n", "（1）\n", "〔", "“", "每", "第", "内前", "前款第", "学校、", "，",
    "、",
    "1", "1.", "12 ", " ", "　", "\n ", "责任单位：学校。",
    "（以下均由学校负责落实）\n", "不", "单位", "附件1、",
    "应当每年报告，", "某某的", "。", "；", "：",
    "的除外，", " if a b", " or not later than 2 days", "point (a), (b) ", "97 Title\n", "\n17.",
    "shall shall ", "A. ", "(a)", "[", "[Assignment: ", "§ 1.1 ", "paragraph (a) and (b) ", "notify the board of ",
    "The school shall report. ", "1. The school shall:\n(a) report;\n", "Article 1 The school shall report.\n",
)  # fmt: skip
OPENINGS = ("", "第一条 学校应当", "Article 1 The school shall ")


@pytest.mark.parametrize("repeated", REPEATED)
@pytest.mark.parametrize("opening", OPENINGS)
def test_a_long_repetition_is_read_to_its_end(opening: str, repeated: str) -> None:
    text = opening + repeated * (LENGTH // len(repeated))
    found, _ = provisions(text, outline(text)[0])
    assert all(one.clause.end <= len(text) for one in found)


def calls_during(work: Callable[[], object]) -> int:
    """How many functions the work calls, ours and Python's own: a measure that no other load on a machine changes."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def calls_for(text: str) -> int:
    return calls_during(lambda: provisions(text, outline(text)[0]))


@pytest.fixture(scope="module", autouse=True)
def _what_is_made_at_first_use_is_made() -> None:
    for opening in OPENINGS:
        calls_for(opening + "应当每年30日内向学校报告。 report to the board every year within 30 days.")


@pytest.mark.parametrize("repeated", HOSTILE)
def test_twice_the_text_takes_about_twice_the_work(repeated: str) -> None:
    once, twice = (OPENINGS[1] + repeated * (length // len(repeated)) for length in (SHORT, 2 * SHORT))
    before = calls_for(once)
    assert calls_for(twice) <= 2.6 * before + 2_000


def test_a_line_of_a_megabyte_without_a_stop_is_read_to_its_end() -> None:
    text = "学校应当向有关部门报告" * 100_000
    found, _ = provisions(text, outline(text)[0])
    assert found[-1].clause.end == len(text)


def test_the_measure_tells_squared_growth() -> None:
    def squared(size: int) -> None:
        for _ in range(size):
            [len("") for _ in range(size)]

    assert calls_during(lambda: squared(80)) > 3 * calls_during(lambda: squared(40))
