"""Faults in a regulation's own words: gaps to fill in, nobody named, no number given."""

from __future__ import annotations

import pytest

from remit.reading.faults import text_faults
from remit.reading.provision import provisions
from remit.reading.structure import outline


def faults(text: str) -> list[tuple[str, int, int, str]]:
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    return [(p.code, p.place.line, p.place.column, p.place.ref) for p in text_faults(text, read)]


@pytest.mark.parametrize(
    "words",
    [
        "xx市人民政府",
        "XX市人民政府",
        "××市人民政府",
        "____市人民政府",
        "市人民政府于*月*日",
        "【 】",
        "（待定）",
        "TBD",
    ],
)
def test_a_gap_to_fill_in_is_shown_at_its_place(words: str) -> None:
    found = faults(f"第一条 为了安全，制定本办法。\n第二条 {words}负责消防工作。\n")
    assert ("placeholder", 2, 5 + (words.index("*") if "*" in words else 0), "第二条") in found


@pytest.mark.parametrize("words", ["二〇二六年三月", "Article XX applies", "maxx", "5×3米", "甲（乙）"])
def test_ordinary_words_are_no_gap(words: str) -> None:
    assert [f for f in faults(f"第一条 {words}。\n") if f[0] == "placeholder"] == []


def test_a_rhythm_without_a_number_is_noted() -> None:
    assert ("cadence-unquantified", 1, 1, "第一条") in faults(
        "第一条 港务局应当定期组织消防检查。\n第二条 略。\n"
    )


def test_a_duty_that_names_nobody_is_noted() -> None:
    codes = [f[0] for f in faults("第一条 应当每年检查一次消防设施。\n第二条 略。\n")]
    assert "holder-missing" in codes


def test_a_sound_clause_has_no_fault() -> None:
    assert faults("第一条 港务局应当每年组织一次消防检查。\n第二条 略。\n") == []


def test_two_rhythms_for_the_same_act_are_shown() -> None:
    text = "第一条 港务局应当每年至少组织一次消防检查。\n第二条 港务局应当每季度至少组织一次消防检查。\n"
    assert ("cadence-contradictory", 2, 1, "第二条") in faults(text)
    assert "cadence-contradictory" not in [f[0] for f in faults(text.replace("每季度", "每年"))]
