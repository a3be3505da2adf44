"""Stable ASCII names of references."""

from __future__ import annotations

import pytest

from remit.reading.citation import ascii_ref, ascii_refs
from remit.reading.structure import outline


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        (("第二章", "第六条", "第一款", "(三)"), "art-6.p-1.i-3"),
        (("第十条之一",), "art-10-1"),
        (("第一百零五条",), "art-105"),
        (("第一编", "第二章", "第三节"), "bk-1.ch-2.sec-3"),
        (("一、", "(二)", "1.", "(1)"), "s-1.i-2.1.1"),
        (("前言",), "preamble"),
        (("§ 1910.157", "(e)", "(3)"), "s-1910.157.e.3"),
        (("CP-2", "a.", "1."), "cp-2.a.1"),
        (("AC-2(1)",), "ac-2.1"),
        (("CHAPTER II", "Section 1", "Article 5", "1.", "(a)"), "art-5.1.a"),
        (("SCHEDULE 2", "Part 1", "3.", "(1)"), "sch-2.part-1.3.1"),
        (("附件1", "第三条"), "annex-1.art-3"),
        (("附录A", "A.1"), "app-a.a.1"),
        (("2", "2.1", "2.1.3"), "2.1.3"),
        (("第一条", "表1"), "art-1.table-1"),
    ],
)
def test_the_name_of_a_reference(ref: tuple[str, ...], name: str) -> None:
    assert ascii_ref(ref) == name


def test_chapters_stay_out_where_articles_are_numbered_through() -> None:
    assert ascii_refs(outline("第一章 甲\n第一条 乙。\n第二章 丙\n第二条 丁。")[0]) == ("art-1", "art-2")


def test_chapters_stay_where_articles_count_anew_in_each() -> None:
    assert ascii_refs(outline("第一章 甲\n第一条 乙。\n第二章 丙\n第一条 丁。")[0]) == (
        "ch-1.art-1",
        "ch-2.art-1",
    )


def test_annexes_keep_their_articles_apart() -> None:
    names = ascii_refs(outline("第一章 甲\n第一条 乙。\n附件1\n第一条 丙。\n附件2\n第一条 丁。")[0])
    assert names == ("art-1", "annex-1.art-1", "annex-2.art-1")


def test_a_provision_that_comes_again_gets_a_suffix() -> None:
    names = ascii_refs(outline("第一条 甲。\n第一条 乙。\n第一条 丙。")[0])
    assert names == ("art-1", "art-1-dup2", "art-1-dup3")


def test_a_name_does_not_change_with_words_or_later_provisions() -> None:
    before = ascii_refs(outline("第一条 甲：\n（一）乙；\n（二）丙。")[0])
    after = ascii_refs(outline("第一条 甲乙：\n（一）乙丙；\n（二）丙丁；\n（三）戊。\n第二条 己。")[0])
    assert after[: len(before)] == before
