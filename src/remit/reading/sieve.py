"""Sieves: quick tests that tell where a slower pattern need not be sought, made from the pattern itself."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

__all__ = ["first_characters", "make_sieve", "may_hold", "sift", "sift_all"]

_parser = importlib.import_module("re._parser")
_Words = frozenset[str]
_EMPTY: _Words = frozenset({""})
_MOST = 300  # a set of more words than this would sift no faster than the pattern it stands for
_MOST_RUNS = 32  # so many spellings are followed through a sequence
_WIDTHLESS = (_parser.AT, _parser.ASSERT, _parser.ASSERT_NOT)
_REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT)


def _fold(text: str) -> str:
    """Return the text in the letters that sieves of patterns without regard to case are asked for."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("\u0131", "i")


def make_sieve(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern that is found in every text in which one of `patterns` is: it never misses one.

    It seeks the words one of which every match holds: the longest runs of fixed characters. A pattern that has no
    such word makes a sieve that lets every text through. Sieves of patterns that ignore case are for folded texts.
    """
    told = [_words_of(pattern) for pattern in patterns]
    if not all(told):
        return re.compile("")
    words = frozenset[str]().union(*told)
    shortest = {word for word in words if not any(other in word for other in words if other != word)}
    if len(shortest) < 3:
        return re.compile("|".join(map(re.escape, shortest)))
    rests: dict[str, list[str]] = {}
    for word in sorted(shortest):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


@cache
def _words_of(pattern: re.Pattern[str]) -> _Words:
    """The words that a match needs one of; none where it needs nothing fixed."""
    words = _needed(_parser.parse(pattern.pattern, pattern.flags)) or frozenset()
    return frozenset(word.casefold() for word in words) if pattern.flags & re.IGNORECASE else words


def may_hold(*patterns: re.Pattern[str]) -> Callable[[str], object]:
    """Return a quick test whether a text may hold one of the patterns, all with or all without regard to case.

    It never misses one. The sieve is made at first use: not every language is needed for every text.
    """
    test: Callable[[str], object] | None = None

    def tell(text: str) -> object:
        nonlocal test
        if test is None:
            test = _make_test(patterns)
        return test(text)

    return tell


def _make_test(patterns: tuple[re.Pattern[str], ...]) -> Callable[[str], object]:
    sieve = make_sieve(*patterns)
    search, word = sieve.search, sieve.pattern
    if patterns[0].flags & re.IGNORECASE:
        return lambda text: search(_fold(text))
    return (lambda text: word in text) if word.isalpha() else search


def sift(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """Return the pattern's search, at less cost where the text holds none of the words that a match needs."""
    search = pattern.search
    test: Callable[[str], object] | None = None

    def find(text: str) -> re.Match[str] | None:
        nonlocal test
        if test is None:
            test = _make_test((pattern,))
        return search(text) if test(text) else None

    return find


def sift_all(pattern: re.Pattern[str]) -> Callable[[str], Iterable[re.Match[str]]]:
    """Return the pattern's finditer, at less cost where the text holds none of the words that a match needs."""
    search = pattern.finditer
    test: Callable[[str], object] | None = None

    def find(text: str) -> Iterable[re.Match[str]]:
        nonlocal test
        if test is None:
            test = _make_test((pattern,))
        return search(text) if test(text) else ()

    return find


def first_characters(pattern: re.Pattern[str]) -> frozenset[str]:
    """Return the characters that a match may begin with; a pattern that names them by class raises ValueError."""
    found, empty = _first(_parser.parse(pattern.pattern, pattern.flags))
    if empty:
        raise ValueError(f"no fixed first character: {pattern.pattern}")
    return found


def _first(parts: Sequence[Any]) -> tuple[frozenset[str], bool]:
    """The characters a sequence may begin with, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for op, value in parts:
        if op in _WIDTHLESS:
            continue
        if op in _REPEATS:
            more, empty = _first(value[2])
            empty = empty or value[0] == 0
        elif op is _parser.SUBPATTERN:
            more, empty = _first(value[-1])
        elif op is _parser.BRANCH:
            told = [_first(branch) for branch in value[1]]
            more, empty = frozenset().union(*(one for one, _ in told)), any(none for _, none in told)
        else:
            written = _written(op, value)
            if written is None:
                raise ValueError(f"no fixed first character: {parts}")
            more, empty = written, False
        found |= more
        if not empty:
            return found, False
    return found, True


def _needed(parts: Sequence[Any]) -> _Words | None:
    """The words one of which stands in every match of a sequence; None where nothing fixed does."""
    sets: list[_Words] = []
    run = _EMPTY
    for op, value in parts:
        if op in _WIDTHLESS:
            sets += _asserted(op, value)
            continue
        written = _written(op, value)
        joined = _EMPTY if written is None else frozenset(a + b for a in run for b in written)
        if written is not None and len(joined) <= _MOST_RUNS:
            run = joined
            continue
        sets.append(run)
        run = written or _EMPTY
        if written is None and op in (_parser.SUBPATTERN, _parser.BRANCH, *_REPEATS):
            sets += [words for words in (_needed_by(op, value),) if words is not None]
    telling = [words for words in (*sets, run) if "" not in words and len(words) <= _MOST]
    return max(telling, key=lambda words: (min(map(len, words)), -len(words)), default=None)


def _asserted(op: Any, value: Any) -> list[_Words]:
    told = _needed(value[1]) if op is _parser.ASSERT else None
    return [] if told is None else [told]


def _needed_by(op: Any, value: Any) -> _Words | None:
    if op is _parser.SUBPATTERN:
        return _needed(value[-1])
    if op is _parser.BRANCH:
        told = [_needed(branch) for branch in value[1]]
        return None if None in told else frozenset().union(*(words for words in told if words is not None))
    return _needed(value[2]) if value[0] > 0 else None


def _written(op: Any, value: Any) -> _Words | None:
    """All that a part can match, where that is a few fixed strings."""
    if op is _parser.LITERAL:
        return frozenset({chr(value)})
    if op is _parser.IN and all(kind is _parser.LITERAL for kind, _ in value):
        return frozenset(chr(code) for _, code in value)
    if op is _parser.SUBPATTERN:
        return _written_all(value[-1])
    if op is _parser.BRANCH:
        told = [_written_all(branch) for branch in value[1]]
        return None if None in told else frozenset().union(*(words for words in told if words is not None))
    if op in _REPEATS and value[:2] == (0, 1):
        once = _written_all(value[2])
        return None if once is None else once | _EMPTY
    return None


def _written_all(parts: Sequence[Any]) -> _Words | None:
    run = _EMPTY
    for op, value in parts:
        written = _EMPTY if op in _WIDTHLESS else _written(op, value)
        if written is None or len(run) * len(written) > _MOST:
            return None
        run = frozenset(a + b for a in run for b in written)
    return run
