"""The words a duty rests on, marked in its clause."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Duty, Review, ReviewState
from remit.web.pages.passage import Passage, passages


def cut_at(text: str, *quotes: str) -> tuple[Passage, ...]:
    return passages(text, [Duty(ref=f"d-{n}", quote=quote) for n, quote in enumerate(quotes)])


def test_a_quote_is_cut_out_of_its_clause() -> None:
    assert cut_at("学校应当每月检查一次。", "每月检查") == (
        Passage("学校应当"),
        Passage("每月检查", ("d-0",), ("d-0",)),
        Passage("一次。"),
    )


def test_two_quotes_that_overlap_share_the_middle() -> None:
    cut = cut_at("制定并公布计划", "制定并公布", "公布计划")
    assert [(p.text, p.over, p.begins) for p in cut] == [
        ("制定并", ("d-0",), ("d-0",)),
        ("公布", ("d-0", "d-1"), ("d-1",)),
        ("计划", ("d-1",), ()),
    ]


def test_words_of_rejected_duties_alone_are_told_apart() -> None:
    rejected = Review(state=ReviewState.REJECTED, reason="不是责任。")
    duties = (Duty(ref="a", quote="检查", review=rejected), Duty(ref="b", quote="查一次"))
    cut = passages("检查一次。", duties)
    assert [(p.text, p.refused) for p in cut] == [("检", True), ("查", False), ("一次", False), ("。", False)]


def test_a_quote_that_is_not_there_marks_nothing() -> None:
    assert cut_at("学校应当检查。", "别的话") == (Passage("学校应当检查。"),)


def test_a_clause_without_words_has_no_passages() -> None:
    assert cut_at("", "检查") == ()


@given(st.text("abc", max_size=12), st.lists(st.text("abc", max_size=4), max_size=4))
def test_no_word_is_lost_and_each_quote_begins_once(text: str, quotes: list[str]) -> None:
    cut = cut_at(text, *quotes)
    assert "".join(p.text for p in cut) == text
    begun = [ref for p in cut for ref in p.begins]
    assert sorted(begun) == sorted(f"d-{n}" for n, q in enumerate(quotes) if q and q in text)
