"""The scope screen on labelled lines: little outside is missed, and ordinary duties pass."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from remit.core.scope import REASONS, WHY, Screening, is_outside, screen

CASES = Path(__file__).with_name("scope_cases.jsonl")
CORPUS = Path(os.environ.get("REMIT_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))


@cache
def read(path: Path) -> tuple[dict, ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def missed(cases: tuple[dict, ...]) -> list[str]:
    return [case["text"] for case in cases if case["label"] != "in" and not is_outside(case["text"])]


def precision(cases: tuple[dict, ...]) -> float:
    taken = [case["label"] != "in" for case in cases if is_outside(case["text"])]
    return sum(taken) / len(taken)


@pytest.fixture
def development() -> tuple[dict, ...]:
    path = CORPUS / "scope_dev.jsonl"
    if not path.exists() and os.environ.get("CI") != "true":
        pytest.skip(f"left out: the labelled development lines, {path}")
    return read(path)


def test_no_development_line_outside_is_missed(development: tuple[dict, ...]) -> None:
    assert missed(development) == []


def test_few_ordinary_development_lines_are_taken(development: tuple[dict, ...]) -> None:
    assert precision(development) >= 0.95


def test_each_line_of_the_challenge_set_is_judged_as_before() -> None:
    """A line marked `misjudged` is one that the screen gets wrong as yet; all others it has to get right."""
    wrong = {case["text"] for case in read(CASES) if is_outside(case["text"]) != (case["label"] != "in")}
    marked = {case["text"] for case in read(CASES) if case.get("misjudged")}
    assert sorted(wrong - marked) == [], "newly misjudged"
    assert sorted(marked - wrong) == [], "judged rightly now: take the mark away"


def test_few_lines_of_the_challenge_set_outside_are_missed() -> None:
    outside = [case for case in read(CASES) if case["label"] != "in"]
    assert len(missed(read(CASES))) / len(outside) <= 0.04


def test_few_ordinary_lines_of_the_challenge_set_are_taken() -> None:
    assert precision(read(CASES)) >= 0.95


def test_the_challenge_set_is_large_and_even() -> None:
    cases = read(CASES)
    outside = [case for case in cases if case["label"] != "in"]
    assert len({case["text"] for case in cases}) == len(cases) >= 250
    assert 0.4 < len(outside) / len(cases) < 0.6
    assert {case["why"] for case in outside} == set(WHY)


def test_the_reason_is_mostly_the_one_a_person_gives() -> None:
    outside = [case for case in read(CASES) if case["label"] != "in" and is_outside(case["text"])]
    agreed = sum(screen(case["text"]).why == case["why"] for case in outside)
    assert agreed / len(outside) >= 0.7


def test_a_part_outside_leaves_the_ordinary_part_standing() -> None:
    both = [screen(case["text"]) for case in read(CASES) if case["label"] == "mixed"]
    assert sum(found.label == "mixed" for found in both) / len(both) >= 0.75


def test_no_line_of_the_development_regulations_is_taken() -> None:
    folder = CORPUS / "dev"
    if not folder.exists() and os.environ.get("CI") != "true":
        pytest.skip(f"left out: the development regulations, {folder}")
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").split("\n")]
    assert len(lines) > 1000
    assert [line for line in lines if is_outside(line)] == []


def test_every_reason_has_a_sentence() -> None:
    assert tuple(REASONS) == WHY
    assert all(sentence.endswith(".") for sentence in REASONS.values())


@pytest.mark.parametrize("text", ["", " \n", "第三条", "1.", "。；，", "\u200b", "A", "企业应当每日巡查。"])
def test_what_says_nothing_or_ordinary_things_is_in(text: str) -> None:
    assert screen(text) == Screening("in")


@pytest.mark.parametrize(
    "text",
    [
        "考核实行百分制，90分以上为优秀，80分以上为良好。",
        "考核结果并报上级组织人事部门备案。",
        "图书馆员应当每日整理书架，登记借还数量。",
        "受灾的农户由村委会逐户登记造册上报。",
        "对违反操作规程的员工，给予警告，并扣发当月奖金。",
        "加油站应当对地下油罐采取防渗措施。",
        "Provider means a clinic, pharmacy, hospital or laboratory that holds a licence.",
        "The owner of a dam must at all times have an engineer appointed and must tell the Authority her name.",
        "The city office shall keep a register of applications.",
        "Review proposed configuration changes and approve or disapprove them with regard to security.",
        "Residents whose homes are in the flood zone shall be listed by the warden.",
        "Drivers who fail the medical examination lose their licence until they pass it.",
    ],
)
def test_what_merely_looks_alike_is_in(text: str) -> None:
    assert screen(text) == Screening("in")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("唱了旧歌的船员，调去看仓库。", "utterance-punished"),
        ("更夫应当把谁家半夜有来客报给联络站。", "life-watched"),
        (
            "Whoever hummed along is told; anyone who sang at the gate forfeits the tips.",
            "utterance-punished",
        ),
        ("The keeper shall detect who prays before an altar in the pool changing rooms.", "belief-spied-on"),
    ],
)
def test_plain_words_are_outside_with_an_act_upon_them(text: str, rule: str) -> None:
    assert screen(text).rule == rule


def test_a_sentence_outside_is_named_with_its_reason_rule_and_span() -> None:
    text = " 各村应当逐户登记信教群众姓名，每月上报。 "
    found = screen(text)
    assert (found.label, found.why) == ("out", "belief-identity")
    assert found.rule
    assert [text[a:b] for a, b in found.spans] == [text.strip()]


def test_of_two_sentences_only_the_one_outside_is_spanned() -> None:
    text = "仓库应当每日检查电源。班组长应当记录工人私下的牢骚。"
    found = screen(text)
    assert found.label == "mixed"
    assert [text[a:b] for a, b in found.spans] == ["班组长应当记录工人私下的牢骚。"]


def test_of_two_acts_in_one_sentence_only_the_one_outside_is_spanned() -> None:
    text = "保安应当每日检查灭火器，并记录住户议论政府的言论。"
    found = screen(text)
    assert found.label == "mixed"
    assert [text[a:b] for a, b in found.spans] == ["并记录住户议论政府的言论。"]


def test_an_english_sentence_is_cut_before_its_second_act() -> None:
    text = "The warden shall test the alarm weekly and shall note what tenants say about the government."
    found = screen(text)
    assert found.label == "mixed"
    assert [text[a:b] for a, b in found.spans] == ["shall note what tenants say about the government."]


@pytest.mark.parametrize(
    "text",
    [
        "对信教职工采取下列措施：\n（一）逐人谈话；\n（二）每季度上报一次。",
        "有下列情形之一的，给予记过处分：\n（一）无故旷工的；\n（二）参加维权聚集的。",
    ],
)
def test_an_item_is_read_with_its_lead_in(text: str) -> None:
    assert is_outside(text)


def test_a_lead_in_ends_with_its_list() -> None:
    lead = "对信教职工采取下列措施：逐人谈话。"
    assert screen(lead + "门卫应当逐人登记来访车辆。").spans == screen(lead).spans


@pytest.mark.parametrize(
    ("shielded", "restrained"),
    [
        ("不得收集职工的宗教信仰信息。", "不得参加宗教活动。"),
        ("不得删除群众的批评意见。", "不得发表批评政府的意见。"),
        ("不得因宗教信仰拒绝录用。", "信仰宗教的不得录用。"),
        ("不得以政治观点为由处分教师。", "教师不得讲授有争议的政治观点。"),
        ("Staff shall not be asked about their religion.", "Staff shall not wear religious symbols."),
        ("Retaliation because of a person's faith is prohibited.", "Praying at work is prohibited."),
    ],
)
def test_a_prohibition_that_shields_people_is_told_from_one_that_restrains_them(
    shielded: str, restrained: str
) -> None:
    assert not is_outside(shielded)
    assert is_outside(restrained)


def test_a_negation_holds_for_the_row_of_acts_after_it_and_no_further() -> None:
    assert not is_outside("The governor shall not open, copy or read prisoners' private letters.")
    assert not is_outside("No clerk shall note an applicant's religion, creed or attendance at a mosque.")
    assert is_outside("Wardens may not delay the post, and shall list the tenants who complain of the party.")


def test_the_words_within_a_longer_entry_speak_for_themselves_too() -> None:
    assert is_outside(
        "Besides checking for leaks, the caretaker shall observe which tenants display protest banners."
    )


def test_a_protection_does_not_cover_a_pursuit_beside_it() -> None:
    assert is_outside("不得歧视信教群众，但应当掌握其名单并逐人建档。")
    assert is_outside("在尊重宗教信仰的前提下，逐户登记信教人员。")


def test_a_guise_is_no_protection() -> None:
    assert is_outside("任何人不得以读书会名义聚集议论时政。")
