"""The vocabulary as one: which classes of meaning the words of a text belong to.

A set of classes is an integer, one bit a class, so that many of them are joined and compared at little cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from remit.core.scope_words.chinese_conduct import CHINESE_CONDUCT
from remit.core.scope_words.chinese_fields import CHINESE_FIELDS
from remit.core.scope_words.chinese_joins import CHINESE_JOINS
from remit.core.scope_words.chinese_words import CHINESE
from remit.core.scope_words.english_conduct import ENGLISH_CONDUCT
from remit.core.scope_words.english_fields import ENGLISH_FIELDS
from remit.core.scope_words.english_words import ENGLISH

__all__ = ["TABLES", "Classes", "english_classes", "find_words", "name_classes", "words_of"]

Classes = int
TABLES: tuple[Mapping[str, str], ...] = (
    *(CHINESE, CHINESE_FIELDS, CHINESE_CONDUCT, CHINESE_JOINS),
    *(ENGLISH, ENGLISH_FIELDS, ENGLISH_CONDUCT),
)

_BITS: dict[str, Classes] = {}


def name_classes(names: str) -> Classes:
    """Return the classes of these names, separated by white space; each name has a bit of its own."""
    found = 0
    for name in names.split():
        found |= _BITS.setdefault(name, 1 << len(_BITS))
    return found


def _vocabulary() -> dict[str, Classes]:
    found: dict[str, Classes] = {}
    for table in TABLES:
        for name, words in table.items():
            bit = name_classes(name)
            for word in words.lower().split():
                found[word] = found.get(word, 0) | bit
    return found


_WORDS = _vocabulary()


# --- Chinese: at a character, the longest word of the vocabulary that begins with it -------------------------

_CHINESE = {word: classes for word, classes in _WORDS.items() if not word.isascii()}


def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in _CHINESE:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


_LENGTHS = _lengths()
_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*'?")
_WORD_START = re.compile(f"{_TOKEN.pattern}|[{''.join(_LENGTHS)}]")


def _chinese_word(text: str, at: int) -> tuple[int, Classes]:
    for length in _LENGTHS[text[at]]:
        classes = _CHINESE.get(text[at : at + length])
        if classes is not None:
            return length, classes
    return 1, 0


# --- English: entries are found by their first word, and compared word by word -------------------------------

_GAP = "~"  # stands for up to four words
_FEW = 4
_ANY = "*"  # stands for whatever comes next, a figure too
_Entry = tuple[tuple[str, ...], Classes]


def _entries() -> tuple[dict[str, list[_Entry]], dict[str, list[_Entry]]]:
    whole: dict[str, list[_Entry]] = {}
    begun: dict[str, list[_Entry]] = {}
    for word, classes in _WORDS.items():
        if word.isascii():
            first, *rest = word.split("_")
            index, key = (begun, first[:-1]) if first.endswith("*") else (whole, first)
            index.setdefault(key, []).append((tuple(rest), classes))
    return whole, begun


_WHOLE, _BEGUN = _entries()
_LONGEST = max(map(len, _BEGUN))


@cache
def _forms(token: str) -> tuple[str, ...]:
    """Return what a word may be written as in an entry: itself, without its possessive ending, its first part."""
    forms = [token, *(token.removesuffix(ending) for ending in ("'", "'s") if token.endswith(ending))]
    if "-" in token:
        forms.append(token.partition("-")[0])
    return tuple(forms)


@cache
def _beginning_with(token: str) -> tuple[_Entry, ...]:
    """Return the entries whose first word this word can be."""
    found = [entry for form in _forms(token) for entry in _WHOLE.get(form, ())]
    for length in range(2, min(len(token), _LONGEST) + 1):
        found += _BEGUN.get(token[:length], ())
    return tuple(found)


def _is(part: str, token: str) -> bool:
    if part.endswith("*"):
        return token.startswith(part[:-1])
    return token == part or ((token[-1:] in "'s" or "-" in token) and part in _forms(token))


def _end_of(parts: Sequence[str], text: str, at: int) -> int:
    """Return where the rest of an entry ends in the text, or -1 where it does not stand there."""
    for place, part in enumerate(parts):
        if part == _GAP:
            return _end_after_gap(parts[place + 1 :], text, at)
        found = _next_word(text, at)
        if part == _ANY and found is None and place == len(parts) - 1:
            return at + text.startswith(" ", at)
        if found is None or not _is(part, found.group()):
            return -1
        at = found.end()
    return at


def _end_after_gap(parts: Sequence[str], text: str, at: int) -> int:
    for _ in range(_FEW + 1):
        end = _end_of(parts, text, at)
        if end >= 0:
            return end
        found = _next_word(text, at)
        if found is None:
            return -1
        at = found.end()
    return -1


def _next_word(text: str, at: int) -> re.Match[str] | None:
    start = at
    while text[start : start + 1].isspace():
        start += 1
    return _TOKEN.match(text, start) if start > at else None


def _english_word(text: str, token: str, at: int) -> tuple[int, Classes]:
    length, classes = 0, 0
    for parts, names in _beginning_with(token):
        end = _end_of(parts, text, at + len(token)) if parts else at + len(token)
        if end - at > length:
            length, classes = end - at, names
        elif end - at == length:
            classes |= names
    return length, classes


# --- both ----------------------------------------------------------------------------------------------------


def find_words(text: str, start: int, end: int) -> Iterator[tuple[int, Classes]]:
    """Yield where a known word begins in lower-case text and the classes it belongs to; the longest word wins."""
    while found := _WORD_START.search(text, start, end):
        at, token = found.span()[0], found.group()
        length, classes = _english_word(text, token, at) if token.isascii() else (0, 0)
        if not classes and text[at] in _LENGTHS:
            length, classes = _chinese_word(text, at)
        if classes:
            yield at, classes
            start = at + length
        else:
            start = at + (len(token.partition("-")[0]) or 1)


def words_of(classes: Classes) -> Iterator[str]:
    """Yield the Chinese words that belong to any of these classes."""
    return (word for word, names in _CHINESE.items() if names & classes)


@cache
def english_classes(token: str) -> Classes:
    """Return all the classes of the entries that this word can begin, whether or not the rest of them follows."""
    found = 0
    for _, classes in _beginning_with(token):
        found |= classes
    return found | (english_classes(token.partition("-")[2]) if "-" in token else 0)
