"""What words come to is kept for words that come again: that must never show, except in the time taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Provision
from remit.reading import understanding
from remit.reading.interpretation import interpret
from remit.reading.provision import provisions
from remit.reading.structure import outline

ARTICLES = (
    "消防安全重点单位应当每年至少组织两次演练，并将结果报送消防救援机构。",
    "学校应当履行下列职责：\n（一）每月检查消防设施；\n（二）配合消防救援机构调查火灾。",
    "前款规定的责任人不履行职责的，责令改正，处一千元以上五千元以下罚款。",
    "本办法下列用语的含义：\n（一）重点部位，是指容易发生火灾的部位；\n（二）责任人，是指单位的负责人。",
    "任何单位不得占用消防通道，情况紧急的除外。",
    "（市教育局牵头，市消防救援支队配合）各学校应当在3个工作日内上报。",
    "The operator shall test the pumps every month and report faults to the harbour office within two days.",
)


KEPT = (interpret, understanding.understand, understanding.screen_clause)


def _read_anew(text: str) -> tuple[Provision, ...]:
    for kept in KEPT:
        kept.cache_clear()
    return _read(text)


def _read(text: str) -> tuple[Provision, ...]:
    return provisions(text, outline(text)[0])[0]


def _numbered(articles: list[str], first: int) -> str:
    return "\n".join(f"第{at}条　{words}" for at, words in enumerate(articles, first))


def _told(found: tuple[Provision, ...], text: str) -> list[object]:
    """What provisions say, wherever they stand: each offset as the words that it points to."""
    return [
        (
            one.kind,
            one.holders,
            one.cadence,
            one.deadline,
            one.addressee,
            one.basis,
            [(text[act.start : act.end], act.kind, act.holders, act.actions, act.degree) for act in one.acts],
            [text[each.start : each.end] for each in one.particulars.conditions],
            [(text[each.start : each.end], each.min, each.max) for each in one.particulars.amounts],
            [(text[each.start : each.end], each.kind, each.upon) for each in one.particulars.measures],
            [(text[each.start : each.end], each.term) for each in one.particulars.terms],
        )
        for one in found
    ]


@given(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=6), st.integers(1, 90))
def test_words_read_again_say_the_same_at_their_new_place(articles: list[str], first: int) -> None:
    text, later = _numbered(articles, 1), _numbered(articles, first)
    fresh = _read_anew(text)
    assert _read(text) == fresh
    assert _told(_read(later), later) == _told(fresh, text)


def test_a_reading_is_not_changed_by_those_that_share_it() -> None:
    text = _numbered([*ARTICLES], 1)
    before = _read_anew(text)
    for article in ARTICLES:
        _read(_numbered([article] * 3, 5))
    assert _read(text) == before


def test_the_same_words_come_to_something_else_below_another_lead_in() -> None:
    item = "（一）擅自停用消防设施；"
    barred, ordered = (
        _read(f"第一条　学校{lead}：\n{item}") for lead in ("不得有下列行为", "可以采取下列措施")
    )
    assert [one.kind for one in (barred[-1], ordered[-1])] == ["prohibition", "permission"]


def test_words_within_and_outside_scope_are_told_apart_by_the_words_above() -> None:
    item = "（一）名单每月报区办公室。"
    harmless = _read(f"第一条　仓库应当造册登记灭火器：\n{item}")
    outside = _read(f"第一条　学校应当摸排教职工的宗教信仰，造册登记：\n{item}")
    assert (len(harmless[-1].acts), harmless[-1].screen) == (1, "in")
    assert (len(outside[-1].acts), outside[-1].screen) == (0, "out")


def test_terms_are_found_in_numbered_items() -> None:
    text = _numbered([ARTICLES[3]], 1)
    terms = [text[each.start : each.end] for one in _read(text) for each in one.particulars.terms]
    assert terms == ["重点部位，是指容易发生火灾的部位", "责任人，是指单位的负责人"]


def test_what_is_kept_is_bounded() -> None:
    sizes = [kept.cache_info().maxsize for kept in KEPT]
    assert all(size is not None and size <= 8192 for size in sizes)
