"""The vocabulary as one: which classes of meaning the words of a text belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from operator import add
from typing import Any

from remit.core.scope_words.chinese_fields import (
    AGAIN,
    AGAINST,
    APPEALS,
    CHINESE_FIELDS,
    LEADING,
    TARGETS,
    TOGETHER,
)
from remit.core.scope_words.chinese_words import CHINESE
from remit.core.scope_words.english_fields import ENGLISH_FIELDS
from remit.core.scope_words.english_words import ENGLISH

__all__ = ["TABLES", "Classes", "find_words", "make_sieve"]

Classes = frozenset[str]
_NOTHING: Classes = frozenset()
_JOINED = {
    "dissent": " ".join(act + whom for act in AGAINST.split() for whom in TARGETS.split()),
    "gathering": " ".join(act + what for act in LEADING.split() for what in TOGETHER.split()),
    "watched": " ".join(
        how + what + whom
        for how in AGAIN.split()
        for what in APPEALS.split()
        for whom in (
            "的人",
            "的群众",
            "的居民",
            "的村民",
            "的职工",
            "的家长",
            "的患者",
            "的业主",
            "人员",
            "者",
        )
    ),
}
TABLES = (CHINESE, CHINESE_FIELDS, _JOINED, ENGLISH, ENGLISH_FIELDS)

# What a part of an English entry stands for; the rest stands for itself.
_PARTS = {"*": "[a-z'-]*", "_": r"\s+", "_~_": r"\s+(?:[a-z'-]+\s+){0,4}", "end": "(?![a-z])"}


def _parts(entry: str) -> tuple[str, ...]:
    return (*re.findall("_~_|.", entry), "end")


def _vocabulary() -> dict[str, Classes]:
    found: dict[str, set[str]] = {}
    for table in TABLES:
        for name, words in table.items():
            for word in words.lower().split():
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


_WORDS = _vocabulary()
_CHINESE: dict[str, list[tuple[str, Classes]]] = {}
_ENGLISH: dict[str, list[str]] = {}
for _word in sorted(_WORDS, key=len, reverse=True):
    if _word.isascii():
        _ENGLISH.setdefault(_word[:2], []).append(_word)
    else:
        _CHINESE.setdefault(_word[0], []).append((_word, _WORDS[_word]))
_WORD_START = re.compile(f"[{''.join(_CHINESE)}]|[a-z]+")


def find_words(text: str, start: int, end: int) -> Iterator[tuple[int, Classes]]:
    """Yield where a known word begins in lower-case text and the classes it belongs to; the longest word wins."""
    while found := _WORD_START.search(text, start, end):
        at = found.start()
        length, classes = _longest(text, at)
        start = at + length
        if classes:
            yield at, classes
        else:
            start = found.end()


@cache
def _patterns(beginning: str) -> list[tuple[re.Pattern[str], Classes]]:
    return [
        (re.compile("".join(_PARTS.get(part, re.escape(part)) for part in _parts(entry))), _WORDS[entry])
        for entry in _ENGLISH[beginning]
    ]


def _longest(text: str, at: int) -> tuple[int, Classes]:
    for word, names in _CHINESE.get(text[at], ()):
        if text.startswith(word, at):
            return len(word), names
    length, classes = 1, _NOTHING
    beginning = text[at : at + 2]
    for pattern, names in _patterns(beginning) if beginning in _ENGLISH else ():
        match = pattern.match(text, at)
        if match and match.end() - at >= length:
            classes = classes | names if match.end() - at == length else names
            length = match.end() - at
    return length, classes


def _pairs(text: str) -> Iterator[str]:
    return map(add, text, text[1:])


def make_sieve(anchors: Classes) -> Callable[[str], bool]:
    """Return a quick test whether lower-case text may hold a word of these classes: it never misses one.

    A Chinese word is sought by the pair of its characters that the fewest other words share, English ones together.
    """
    pairs: dict[str, list[str]] = {}
    trie: dict[str, Any] = {}
    shared = Counter(pair for word in _WORDS for pair in _pairs(word))
    for word in (word for word, names in _WORDS.items() if names & anchors):
        if word.isascii():
            node = trie
            for part in _parts(word):
                node = node.setdefault(part, {})
        else:
            pairs.setdefault(min(_pairs(word), key=shared.__getitem__), []).append(word)
    telling = frozenset(pairs)
    latin = re.compile("[a-z]{2}")
    english = cache(lambda: re.compile("(?<![a-z])" + _written(trie)))

    def may_hold(text: str) -> bool:
        if not telling.isdisjoint(_pairs(text)):
            found = telling.intersection(_pairs(text))
            if any(word in text for pair in found for word in pairs[pair]):
                return True
        return bool(latin.search(text) and english().search(text))

    return may_hold


def _written(trie: dict[str, Any]) -> str:
    """Return a trie of parts as one pattern."""
    branches = (
        _PARTS.get(part, re.escape(part)) + (_written(below) if below else "") for part, below in trie.items()
    )
    return f"(?:{'|'.join(branches)})"
