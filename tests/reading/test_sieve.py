"""A sieve may let through what its pattern does not match, but never keeps back what it does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.reading.sieve import first_characters, make_sieve, may_hold, sift, sift_all

PATTERNS = [
    re.compile(pattern, flags)
    for pattern, flags in (
        ("应当|必须", 0),
        ("处[^，。]{0,4}(?:罚款|拘留)|责令", 0),
        ("从[重轻](?:依法)?处[罚分]", 0),
        ("(?:每|逐)(?:个)?月(?:度)?", 0),
        ("(?<!不)可(?=[以由])[以由]", 0),
        ("(?:由)?(?:甲|乙)+(?:丙|丁丁)?", 0),
        ("[^，]{2,4}担任(?:组长)?$", 0),
        ("第[一二三]{1,3}条(?:之一)?", 0),
        (r"\b(?:notif(?:y|ies)|tell)\s+\w+", re.I),
        (r"(?:shall|must)\s+(?:\w+ly\s+)?(?:report|inform)", re.I),
        (r"in\s+(?:no case )?later than", re.I),
    )
]
WITHOUT_WORDS = re.compile(r"\d+[^，]?|[a-z]")


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern)
@given(data=st.data(), before=st.text(max_size=4), after=st.text(max_size=4))
def test_what_a_pattern_finds_passes_its_sieve(
    pattern: re.Pattern[str], data: st.DataObject, before: str, after: str
) -> None:
    text = before + data.draw(st.from_regex(pattern)) + after
    found = pattern.search(text)
    told = sift(pattern)(text)
    assert (told and told.span()) == (found and found.span())
    assert [one.span() for one in sift_all(pattern)(text)] == [one.span() for one in pattern.finditer(text)]
    alike = [other for other in PATTERNS if other.flags & re.IGNORECASE == pattern.flags & re.IGNORECASE]
    assert may_hold(*alike)(text) or not found


@pytest.mark.parametrize("text", ["NOTIFY them", "notıfy them", "notıﬁes them", "muſt report", "MUST REPORT"])
def test_letters_that_a_pattern_takes_for_each_other_pass_too(text: str) -> None:
    for pattern in PATTERNS:
        assert bool(sift(pattern)(text)) == bool(pattern.search(text))


def test_a_text_without_the_words_is_kept_back() -> None:
    assert make_sieve(PATTERNS[1]).search("处以警告") is None
    assert make_sieve(PATTERNS[1]).search("处以罚款") is not None


def test_a_pattern_without_fixed_words_lets_every_text_through() -> None:
    assert make_sieve(WITHOUT_WORDS).search("") is not None
    assert make_sieve(PATTERNS[0], WITHOUT_WORDS).search("") is not None


def test_the_first_characters_of_a_pattern_are_those_a_match_begins_with() -> None:
    assert first_characters(re.compile("(?:应|也)?由|[对向]")) == frozenset("应也由对向")


@pytest.mark.parametrize("pattern", [r"\d年", "(?:应)?", "[^的]人"])
def test_a_pattern_that_may_begin_with_anything_has_no_first_characters(pattern: str) -> None:
    with pytest.raises(ValueError, match="no fixed first character"):
        first_characters(re.compile(pattern))
