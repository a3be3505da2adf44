"""The vocabulary as one: which classes of meaning the words of a text belong to.

A set of classes is an integer, one bit a class, so that many of them are joined and compared at little cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from remit.core.scope_words.chinese_conduct import CHINESE_CONDUCT
from remit.core.scope_words.chinese_families import CHINESE_FAMILIES
from remit.core.scope_words.chinese_fields import CHINESE_FIELDS
from remit.core.scope_words.chinese_joins import CHINESE_JOINS
from remit.core.scope_words.chinese_ordinary import CHINESE_ORDINARY
from remit.core.scope_words.chinese_protections import CHINESE_PROTECTIONS
from remit.core.scope_words.chinese_turns import CHINESE_TURNS
from remit.core.scope_words.chinese_words import CHINESE
from remit.core.scope_words.english_circles import ENGLISH_CIRCLES
from remit.core.scope_words.english_conduct import ENGLISH_CONDUCT
from remit.core.scope_words.english_families import ENGLISH_FAMILIES
from remit.core.scope_words.english_fields import ENGLISH_FIELDS
from remit.core.scope_words.english_grids import ENGLISH_GRIDS
from remit.core.scope_words.english_office import ENGLISH_OFFICE
from remit.core.scope_words.english_plain import ENGLISH_PLAIN
from remit.core.scope_words.english_protections import ENGLISH_PROTECTIONS
from remit.core.scope_words.english_statutes import ENGLISH_STATUTES
from remit.core.scope_words.english_trades import ENGLISH_TRADES
from remit.core.scope_words.english_turns import ENGLISH_TURNS
from remit.core.scope_words.english_words import ENGLISH

__all__ = ["TABLES", "Classes", "english_classes", "find_words", "name_classes", "words_of"]

Classes = int
TABLES: tuple[Mapping[str, str], ...] = (
    *(
        CHINESE,
        CHINESE_FIELDS,
        CHINESE_CONDUCT,
        CHINESE_FAMILIES,
        CHINESE_JOINS,
        CHINESE_ORDINARY,
        CHINESE_PROTECTIONS,
        CHINESE_TURNS,
    ),
    *(
        ENGLISH,
        ENGLISH_CIRCLES,
        ENGLISH_FIELDS,
        ENGLISH_CONDUCT,
        ENGLISH_FAMILIES,
        ENGLISH_GRIDS,
        ENGLISH_OFFICE,
        ENGLISH_PLAIN,
        ENGLISH_PROTECTIONS,
        ENGLISH_STATUTES,
        ENGLISH_TRADES,
        ENGLISH_TURNS,
    ),
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
_NEXT = re.compile(rf"\s+({_TOKEN.pattern})")
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
_FIGURE = "#"  # stands for a number in figures
_OPEN = frozenset({_GAP, _ANY, _FIGURE})
_OR = "|"  # stands between words any of which may come
_PLAIN = name_classes("plain")
_TELLING = name_classes(
    "utterance speech dissent mind view ideology opinion censorship belief origin gathering watched"
)
# its other words, its classes, whether its words speak for themselves too
_Entry = tuple[tuple[str, ...], Classes, bool]


def _entries() -> tuple[dict[str, list[_Entry]], dict[str, list[_Entry]]]:
    whole: dict[str, list[_Entry]] = {}
    begun: dict[str, list[_Entry]] = {}
    for word, classes in _WORDS.items():
        if word.isascii():
            firsts, *rest = word.split("_")
            loose = (_OR in word or _GAP in word) and classes & _TELLING != 0
            for first in firsts.split(_OR):
                index, key = (begun, first[:-1]) if first.endswith("*") else (whole, first)
                index.setdefault(key, []).append((tuple(rest), classes, loose))
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


class _Beginning(NamedTuple):
    """The entries whose first word a word can be, by what comes second: any word or none, this word, one so begun."""

    any: tuple[_Entry, ...]
    by_word: Mapping[str, Sequence[_Entry]]
    by_stem: Sequence[tuple[str, _Entry]]


@cache
def _beginning_with(token: str) -> _Beginning | None:
    """Return the entries whose first word this word can be; of those found by a second word only what follows it."""
    found = [entry for form in _forms(token) for entry in _WHOLE.get(form, ())]
    for length in range(2, min(len(token), _LONGEST) + 1):
        found += _BEGUN.get(token[:length], ())
    by_word: dict[str, list[_Entry]] = {}
    by_stem: list[tuple[str, _Entry]] = []
    for parts, names, loose in found:
        if parts and parts[0] not in _OPEN:
            rest = (parts[1:], names, loose)
            for word in parts[0].split(_OR):
                if word.endswith(_ANY):
                    by_stem.append((word[:-1], rest))
                else:
                    by_word.setdefault(word, []).append(rest)
    free = tuple(entry for entry in found if not entry[0] or entry[0][0] in _OPEN)
    return _Beginning(free, by_word, by_stem) if found else None


def _told_by_second(beginning: _Beginning, second: str) -> Iterator[_Entry]:
    for form in _forms(second):
        yield from beginning.by_word.get(form, ())
    for stem, entry in beginning.by_stem:
        if second.startswith(stem):
            yield entry


@cache
def _choices(part: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = part.split(_OR)
    begun = tuple(word[:-1] for word in words if word.endswith(_ANY))
    return frozenset(words), begun


def _is(part: str, token: str) -> bool:
    if _OR in part:
        whole, begun = _choices(part)
        return not whole.isdisjoint(_forms(token)) or token.startswith(begun)
    if part.endswith("*"):
        return token.startswith(part[:-1])
    return token == part or ((token[-1:] in "'s" or "-" in token) and part in _forms(token))


def _end_of(parts: Sequence[str], text: str, at: int) -> int:
    """Return where the rest of an entry ends in the text, or -1 where it does not stand there."""
    for place, part in enumerate(parts):
        if part == _GAP:
            return _end_after_gap(parts[place + 1 :], text, at)
        if part == _FIGURE:
            figure = _NUMBER.match(text, at)
            if figure is None:
                return -1
            at = figure.end()
            continue
        found = _NEXT.match(text, at)
        if part == _ANY and found is None and place == len(parts) - 1:
            return at + text.startswith(" ", at)
        if found is None or not _is(part, found[1]):
            return -1
        at = found.end()
    return at


def _end_after_gap(parts: Sequence[str], text: str, at: int) -> int:
    for _ in range(_FEW + 1):
        end = _end_of(parts, text, at)
        if end >= 0:
            return end
        found = _NEXT.match(text, at)
        if found is None:
            return -1
        at = found.end()
    return -1


_NUMBER = re.compile(r"\s\d+")
_MONTH = "march"  # the month, where a figure stands beside it
_FIGURE_AHEAD = re.compile(r",?\s\d")
_FIGURE_BEHIND = re.compile(r"\d(?:st|nd|rd|th)?,?\s(?:of\s|day\sof\s)?$")


def _is_month(text: str, at: int) -> bool:
    behind = _FIGURE_BEHIND.search(text, max(0, at - 14), at)
    return behind is not None or _FIGURE_AHEAD.match(text, at + len(_MONTH)) is not None


def _english_word(text: str, token: str, at: int) -> tuple[int, Classes]:
    """Return how far the longest entry reaches here, and its classes.

    A loose one adds to those of its words, but for a harmless one that reaches further than it.
    """
    if token == _MONTH and _is_month(text, at):
        return len(token), 0
    beginning = _beginning_with(token)
    if beginning is None:
        return len(token), 0
    length, classes, added, furthest = 0, 0, 0, 0
    behind = at + len(token)
    reached = [(_end_of(parts, text, behind), names, loose) for parts, names, loose in beginning.any]
    found = _NEXT.match(text, behind) if beginning.by_word or beginning.by_stem else None
    if found:
        after = found.end()
        for parts, names, loose in _told_by_second(beginning, found[1]):
            reached.append((_end_of(parts, text, after), names, loose))
    for end, names, loose in reached:
        if loose:
            added |= names if end >= at else 0
            furthest = max(furthest, end - at)
        elif end - at > length:
            length, classes = end - at, names
        elif end - at == length:
            classes |= names
    if classes == _PLAIN and length > furthest:
        return length, classes
    return (length, classes | added) if classes else (len(token), added)


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


_COMMON = frozenset(
    """
    a an and any are as at be by can do does each every for from had has have her his if in is it its may must never no
    not of on one or other our out over shall should so such than that the their them these they this those to under up
    was were what when where which who whose will with without
    action class control controls employee employees employer employers information name official officials order
    organisation organization part person persons place places public report review staff use used using work written
    """.split()
)


def _told_by(first: str, rest: Sequence[str]) -> Sequence[str]:
    """Return the words one of which stands in every text that holds an entry; rather not the commonest words."""
    if first in _COMMON:
        for part in sorted(rest, key=len, reverse=True):
            words = part.split(_OR)
            if part not in _OPEN and _COMMON.isdisjoint(word.rstrip(_ANY) for word in words):
                return words
    return [first]


def _telling() -> dict[str, Classes]:
    found: dict[str, Classes] = {}
    for word, classes in _WORDS.items():
        if word.isascii():
            firsts, *rest = word.split("_")
            for first in firsts.split(_OR):
                for key in _told_by(first, rest):
                    found[key] = found.get(key, 0) | classes
    return found


_TELLING_WORDS = _telling()


@cache
def english_classes(token: str) -> Classes:
    """Return all the classes of the entries that this word can tell of, whether or not the rest of them is there."""
    found = 0
    for form in _forms(token):
        found |= _TELLING_WORDS.get(form, 0)
    for length in range(2, len(token) + 1):
        found |= _TELLING_WORDS.get(token[:length] + _ANY, 0)
    return found | (english_classes(token.partition("-")[2]) if "-" in token else 0)
