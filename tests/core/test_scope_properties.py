"""What holds of the scope screen whatever the text."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core import scope
from remit.core.scope import WHY, is_outside, screen
from remit.core.scope_words import (
    chinese_words,
    lexicon,
    make_sieve,
    name_classes,
    plain_words,
    undisguise,
)
from remit.core.scope_words.lexicon import TABLES, find_words

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("scope_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
OUTSIDE = [case["text"] for case in CASES if case["label"] != "in" and is_outside(case["text"])]
INSIDE = [case["text"] for case in CASES if case["label"] == "in" and not is_outside(case["text"])]
CHINESE = [text for text in OUTSIDE if not text.isascii()]
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f\u0336"
WORDS = sorted({w for table in TABLES for v in table.values() for w in v.split()})

texts = st.one_of(
    st.text(),
    st.sampled_from(OUTSIDE + INSIDE),
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(max_size=3), st.sampled_from("，。；：\n ")), max_size=20
    ).map("".join),
)


@given(texts)
def test_it_never_raises_and_its_spans_are_sorted_apart_and_within_the_text(text: str) -> None:
    found = screen(text)
    assert found.label in {"in", "out", "mixed"}
    assert (found.label == "in") == (found.why == "") == (found.rule == "") == (found.spans == ())
    assert found.why in {"", *WHY}
    ends = [0, *(edge for span in found.spans for edge in span)]
    assert ends == sorted(ends)
    assert all(a < b for a, b in found.spans)
    assert ends[-1] <= len(text)


@given(st.sampled_from(OUTSIDE), st.sampled_from(INSIDE), st.booleans(), st.sampled_from(["", "\n", " "]))
def test_an_ordinary_sentence_beside_it_never_hides_one_outside(
    outside: str, inside: str, first: bool, between: str
) -> None:
    parts = [inside, outside] if first else [outside, inside]
    assert is_outside(between.join(parts))


@given(st.sampled_from(CHINESE), st.data())
def test_spaces_and_signs_within_words_never_hide_it(text: str, data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from([" ", "　", ".", "·", "*", "_", "“", "\t", "\n"]))
    places = data.draw(st.lists(st.integers(1, len(text) - 1), max_size=5, unique=True))
    for at in sorted(places, reverse=True):
        if all("\u4e00" <= char <= "\u9fff" for char in text[at - 1 : at + 1]) and not text[at:].startswith(
            "第"
        ):
            text = text[:at] + sign + text[at:]
    assert is_outside(text)


@given(st.sampled_from(OUTSIDE), st.sampled_from(UNSEEN), st.data())
def test_unseen_characters_never_hide_it(text: str, unseen: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=8))
    for at in sorted(places, reverse=True):
        text = text[:at] + unseen + text[at:]
    assert is_outside(text)


@given(st.sampled_from(OUTSIDE + INSIDE))
def test_wide_letters_and_figures_change_nothing(text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() and "!" <= c <= "~" else c for c in text)
    assert unicodedata.normalize("NFKC", wide) == unicodedata.normalize("NFKC", text)
    assert screen(wide) == screen(text)


@given(st.sampled_from(OUTSIDE + INSIDE))
def test_wide_punctuation_changes_nothing(text: str) -> None:
    narrow = text.translate(str.maketrans("，：；？！（）", ",:;?!()"))
    assert screen(narrow).label == screen(text).label


@given(st.sampled_from(OUTSIDE))
def test_capitals_change_nothing(text: str) -> None:
    assert is_outside(text.upper())
    assert is_outside(text.lower())


def test_traditional_characters_change_nothing() -> None:
    simple = {
        s: t for t, s in zip(chinese_words.TRADITIONAL[::2], chinese_words.TRADITIONAL[1::2], strict=True)
    }
    hidden = [text for text in CHINESE if not is_outside("".join(simple.get(c, c) for c in text))]
    assert hidden == []


@given(st.text(), st.sampled_from(OUTSIDE))
def test_each_plain_character_has_a_place_in_the_original(noise: str, text: str) -> None:
    plain = undisguise(noise + text)
    assert len(plain.cased) == len(plain.folded) == len(plain.offsets)
    assert list(plain.offsets) == sorted(plain.offsets)
    assert all(0 <= at < len(noise + text) for at in plain.offsets)


def test_a_letter_that_grows_when_lowered_keeps_its_place() -> None:
    plain = undisguise("İ各村要掌握信教群众姓名。")
    assert plain.folded == "İ各村要掌握信教群众姓名。"
    assert screen("İ各村要掌握信教群众姓名。").spans == ((0, 13),)


@given(texts)
def test_the_quick_folding_is_the_folding(text: str) -> None:
    assert plain_words(text) == undisguise(text).folded


@given(texts)
def test_the_quick_look_never_misses_an_anchor_word(text: str) -> None:
    anchors = name_classes("opinion belief gathering")
    folded = undisguise(text).folded
    if any(names & anchors for _, names in find_words(folded, 0, len(folded))):
        assert make_sieve(anchors)(folded)


def test_every_class_that_a_rule_names_has_words_and_every_class_is_named() -> None:
    rules = scope.RULES
    named = scope._join(
        classes for rule in rules for classes in (rule.about, rule.unless, rule.shelter, *rule.needs)
    )
    made = {"restrict", "shielded", "echo"}
    turning = {
        "bar",
        "ban",
        "shield",
        "ground",
        "abuse",
        "guise",
        "deny",
        "benefit",
        "plain",
        "express",
        "attend",
        "exempt",
        "decided",
    }
    assert {name for table in TABLES for name in table} == {
        name for name, bit in lexicon._BITS.items() if bit & named and name not in made
    } | turning


def test_rules_have_names_of_their_own() -> None:
    assert Counter(rule.name for rule in scope.RULES).most_common(1)[0][1] == 1


@pytest.mark.parametrize("table", TABLES)
def test_no_word_stands_twice_in_a_class(table: dict[str, str]) -> None:
    twice = {w for words in table.values() for w, n in Counter(words.split()).items() if n > 1}
    assert twice == set()


@pytest.mark.parametrize("text", [*OUTSIDE[:3], OUTSIDE[-1], "信教，", "shall note "])
def test_twice_the_text_is_at_most_twice_the_work(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tally: Counter[str] = Counter()
    window = scope._window

    def counted(*arguments: object) -> object:
        tally["window"] += 1
        return window(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(scope, "_window", counted)
    end_of = lexicon._end_of

    def compared(*arguments: object) -> object:
        tally["compare"] += 1
        return end_of(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(lexicon, "_end_of", compared)

    def work(times: int) -> int:
        tally.clear()
        screen(text * times)
        return tally.total()

    small, large = work(50), work(100)
    assert large <= 2 * small + 50
