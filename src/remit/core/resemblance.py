"""Which clauses and duties of two editions are the same ones, by their words and numbers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from remit.core.duty import Duty
from remit.core.regime import RegimeClause

__all__ = ["fingerprint", "match_clauses", "match_duties"]

ALIKE = 0.5  # share of pairs of letters in common from which two texts may be the same one changed
SAME_NUMBER = 0.2  # how much more alike another text has to be than the one with the same number
EMPTY: tuple[Hashable, ...] = ("", ())
Match = dict[int, int]


def fingerprint(clause: RegimeClause) -> str:
    """Return the words of a clause without its number and white space, letters in one width."""
    words = _squeezed(clause.text)
    for number in clause.ref:
        words = words.removeprefix(_squeezed(number))
    return words


def match_clauses(old: Sequence[RegimeClause], new: Sequence[RegimeClause]) -> Match:
    """Return which old clause each new one comes from, by position: new → old; each is used once.

    The same words come first, among several the one with the same number; then words alike, the same number before
    another; and at last the same number alone.
    """
    words = [fingerprint(clause) for clause in old], [fingerprint(clause) for clause in new]
    refs = [clause.ref for clause in old], [clause.ref for clause in new]
    found: Match = {}
    _pair(found, [*zip(refs[0], words[0], strict=True)], [*zip(refs[1], words[1], strict=True)])
    _pair(found, *words)
    _pair_alike(found, words, refs, [place for place, clause in enumerate(old) if clause.duties])
    _pair(found, *refs)
    return found


def match_duties(old: Sequence[Duty], new: Sequence[Duty]) -> Match:
    """Return which old duty of a clause each new one comes from, by position: new → old; each is used once.

    By quote and reference, then by quote, then by reference, then by likeness of the quotes; and where just one is left
    on both sides, that one, unless somebody added it (what reading proposes says on what basis).
    """
    quotes = [_squeezed(duty.quote) for duty in old], [_squeezed(duty.quote) for duty in new]
    refs = [duty.ref for duty in old], [duty.ref for duty in new]
    found: Match = {}
    _pair(found, [*zip(refs[0], quotes[0], strict=True)], [*zip(refs[1], quotes[1], strict=True)])
    _pair(found, *quotes)
    _pair(found, *refs)
    _pair_alike(found, quotes, refs, range(len(old)))
    left = [place for place in range(len(old)) if place not in found.values()]
    right = [place for place in range(len(new)) if place not in found]
    if len(left) == len(right) == 1 and (old[left[0]].basis or len(old) == len(new) == 1):
        found[right[0]] = left[0]
    return found


def _pair(found: Match, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
    """Add pairs with an equal key, in order, of what has no partner yet; an empty key matches nothing."""
    taken = set(found.values())
    waiting: dict[Hashable, list[int]] = {}
    for place, key in enumerate(old):
        if key not in EMPTY and place not in taken:
            waiting.setdefault(key, []).append(place)
    for place, key in enumerate(new):
        if place not in found and waiting.get(key):
            found[place] = waiting[key].pop(0)


def _pair_alike(
    found: Match,
    texts: tuple[Sequence[str], Sequence[str]],
    refs: tuple[Sequence[Hashable], Sequence[Hashable]],
    wanted: Iterable[int],
) -> None:
    """Add pairs alike, the most alike first, of what has no partner yet, for the old ones that are wanted.

    Only texts that share letters are compared: the time grows with what they share, not with the number of pairs.
    """
    old = {place: _letters(texts[0][place]) for place in set(wanted) - set(found.values())}
    holding: dict[str, list[int]] = {}
    for place, letters in old.items():
        for pair in letters:
            holding.setdefault(pair, []).append(place)
    alike = []
    for place in set(range(len(texts[1]))) - found.keys():
        letters = _letters(texts[1][place])
        shared = Counter(one for pair in letters for one in holding.get(pair, ()))
        for one, count in shared.items():
            likeness = 2 * count / (len(old[one]) + len(letters))  # Dice's coefficient
            if likeness >= ALIKE:
                bonus = SAME_NUMBER if refs[0][one] == refs[1][place] else 0
                alike.append((-likeness - bonus, one, place))
    for _, one, place in sorted(alike):
        if one in old and place not in found:
            found[place] = one
            del old[one]


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _letters(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
