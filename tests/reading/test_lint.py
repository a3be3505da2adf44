"""What `remit lint` finds beyond numbering: each fault with its place, and silence where there is none."""

from __future__ import annotations

import pytest

from remit.core.clause import Clause, Outline
from remit.core.duty import Kind, Provision
from remit.core.problem import Problem
from remit.reading.lint import lint
from remit.reading.provision import provisions
from remit.reading.structure import outline


def found(text: str) -> tuple[Problem, ...]:
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    return lint(text, tree, read)


def places(text: str, code: str) -> list[tuple[int, str]]:
    return [(one.place.line, one.place.ref) for one in found(text) if one.code == code]


TERMS = (
    "第一条 本办法所称泊位，是指供船舶停靠的水域。\n第二条 港务局应当检查泊位。\n"
    "第三条 本办法所称泊位，是指码头及其护舷。\n"
)


def test_a_term_with_two_meanings_is_shown_at_the_second() -> None:
    assert places(TERMS, "term-two-meanings") == [(3, "第三条")]
    assert places(TERMS.replace("码头及其护舷", "供船舶停靠的水域"), "term-two-meanings") == []


def test_a_meaning_for_one_article_is_no_second_one() -> None:
    assert places(TERMS.replace("第三条 本办法所称", "第三条 本条所称"), "term-two-meanings") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("第一条 港区安全委员会（以下简称安委会）负责协调。\n第二条 略。\n", [1]),
        ("第一条 港区安全委员会（以下简称安委会）负责协调。\n第二条 安委会每年开会一次。\n", []),
        ('Article 1 The Port of Harlow (the "port") keeps a register.\nArticle 2 Ships shall wait.\n', []),
        ("Article 1 “berth” means a place for ships.\nArticle 2 Pilots shall wait.\n", [1]),
        ("Article 1 “berth” means a place for ships.\nArticle 2 Berths shall be lit.\n", []),
    ],
)
def test_a_term_that_is_never_used_is_noted(text: str, lines: list[int]) -> None:
    assert [line for line, _ in places(text, "term-unused")] == lines


SCHEME = (
    "第一条 考核实行百分制，指标及分值如下：\n（一）组织领导，20分；\n"
    "（二）隐患整改，40分；\n（三）教育培训，{last}分。\n"
)


def test_points_that_miss_the_total_are_shown_at_the_lead_in() -> None:
    assert places(SCHEME.format(last=30), "points-total") == [(1, "第一条")]
    assert places(SCHEME.format(last=40), "points-total") == []


def test_the_only_total_of_a_text_holds_for_its_only_list() -> None:
    text = "第一条 考核实行百分制。\n" + SCHEME.format(last=30).replace("第一条 考核实行百分制，", "第二条 ")
    assert places(text, "points-total") == [(2, "第二条")]


def test_points_without_a_total_are_left_alone() -> None:
    assert places(SCHEME.format(last=30).replace("实行百分制，", ""), "points-total") == []


def test_english_points_are_added_up_too() -> None:
    text = "Article 1 The appraisal is out of 100 points:\n(a) order, 60 points;\n(b) training, {} points.\n"
    assert places(text.format(30), "points-total") == [(1, "Article 1")]
    assert places(text.format(40), "points-total") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("第一条 港务局应当在15个工作日内办结。\n第二条 略。\n", [1]),
        ("第一条 港务局应当在收到申请后15个工作日内办结。\n第二条 略。\n", []),
        ("第一条 发现隐患的，港务局应当在15日内办结。\n第二条 略。\n", []),
        ("Article 1 The port shall answer within 15 days.\nArticle 2 Ships shall wait.\n", [1]),
        ("Article 1 The port shall answer within 15 days of receipt.\nArticle 2 Ships shall wait.\n", []),
    ],
)
def test_a_limit_that_counts_from_nothing_is_noted(text: str, lines: list[int]) -> None:
    assert [line for line, _ in places(text, "limit-without-trigger")] == lines


def test_an_addressee_that_is_a_thing_is_noted() -> None:
    clause = Clause(("第一条",), 0, 3, 3)
    for name, count in (("安全台账", 1), ("市人民政府", 0), ("the register", 1), ("the board", 0)):
        read = (Provision(clause=clause, kind=Kind.DUTY, addressee=(name,)),)
        codes = [one.code for one in lint("第一条", Outline((), (clause,)), read)]
        assert codes.count("addressee-no-body") == count


ASKED = "第一条 港务局应当每年至少开展一次消防安全检查。\n第二条 港务局应当每季度组织一次消防安全检查。\n"


def test_the_same_act_in_two_rhythms_is_shown_across_clauses() -> None:
    assert places(ASKED, "rhythms-differ") == [(2, "第二条")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("每季度组织一次", "每年组织一次"),
        ("第二条 港务局", "第二条 泊位单位"),
        ("第二条 港务局应当每季度组织一次消防", "第二条 港务局应当每季度组织一次电气"),
    ],
)
def test_another_holder_act_or_an_equal_rhythm_is_no_contradiction(old: str, new: str) -> None:
    assert places(ASKED.replace(old, new), "rhythms-differ") == []


def test_half_yearly_is_twice_a_year() -> None:
    text = ASKED.replace("每年至少开展一次", "每年至少开展两次").replace("每季度组织一次", "每半年组织一次")
    assert places(text, "rhythms-differ") == []


def test_a_clause_that_stands_twice_is_shown() -> None:
    words = "港务局应当每年组织一次覆盖全部泊位和仓库的消防安全检查。"
    assert places(f"第一条 {words}\n第二条 {words}\n", "clause-repeated") == [(2, "第二条")]
    assert places(f"第一条 {words}\n第二条 泊位单位应当配合。\n", "clause-repeated") == []


def test_a_reference_to_a_deleted_provision_is_shown() -> None:
    text = "第一条 依照第二条的规定检查。\n第二条 （删除）\n第三条 依照第一条的规定报告。\n"
    assert places(text, "reference-deleted") == [(1, "第一条")]
    assert places(text, "dangling-reference") == []


def test_a_number_that_stands_for_two_clauses_is_shown() -> None:
    text = "第一条 甲港务局检查。\n第二条 乙港务局检查。\n第二条 丙港务局报告。\n第三条 略。\n"
    assert places(text, "numbering-overlap") == [(3, "第二条")]


@pytest.mark.parametrize("words", ["[insert name]", "[date]", "[●]", "[ ]"])
def test_english_gaps_are_shown(words: str) -> None:
    assert places(f"Article 1 The {words} shall keep a log.\nArticle 2 Ships shall wait.\n", "placeholder")


def test_a_parameter_of_a_control_is_no_gap() -> None:
    assert places("Article 1 Review it [Assignment: organization-defined frequency].\n", "placeholder") == []


def test_every_fault_says_where_and_what_to_do() -> None:
    text = TERMS + SCHEME.format(last=30) + ASKED
    assert found(text)
    assert all(one.place.line and one.place.ref and one.remedy for one in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "第一条 港务局应当每年组织一次消防检查。\n第二条 泊位单位应当配合检查。\n",
        "Article 1 The port shall inspect each berth once a year.\nArticle 2 Each operator shall keep a log.\n",
    ],
)
def test_a_sound_text_has_no_fault(text: str) -> None:
    assert found(text) == ()
