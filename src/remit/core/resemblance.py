"""Which clauses and duties of two editions are the same ones, by their words and numbers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from remit.core.duty import Duty
from remit.core.regime import RegimeClause

__all__ = ["fingerprint", "match_clauses", "match_duties"]

ALIKE = 0.5  # share of pairs of letters in common from which two texts may be the same one changed
Match = dict[int, int]


def fingerprint(clause: RegimeClause) -> str:
    """Return the words of a clause without its number and white space, letters in one width."""
    words = _squeezed(clause.text)
    for number in clause.ref:
        words = words.removeprefix(_squeezed(number))
    return words


def match_clauses(old: Sequence[RegimeClause], new: Sequence[RegimeClause]) -> Match:
    """Return which old clause each new one comes from, by position: new → old; each is used once.

    The same words come first, among several the one with the same number; then, of those left, the same number with
    words alike, words alike under another number, and at last the same number alone.
    """
    old_words, new_words = [fingerprint(clause) for clause in old], [fingerprint(clause) for clause in new]
    found: Match = {}
    _pair(found, _keys(old, old_words), _keys(new, new_words))
    _pair(found, dict(enumerate(old_words)), dict(enumerate(new_words)))
    letters = [_letters(words) for words in old_words], [_letters(words) for words in new_words]
    old_refs = {place: clause.ref for place, clause in enumerate(old)}
    new_refs = {place: clause.ref for place, clause in enumerate(new)}
    _pair(
        found, old_refs, new_refs, lambda one, other: _likeness(letters[0][one], letters[1][other]) >= ALIKE
    )
    _pair_alike(found, *letters, [place for place, clause in enumerate(old) if clause.duties])
    _pair(found, old_refs, new_refs)
    return found


def match_duties(old: Sequence[Duty], new: Sequence[Duty]) -> Match:
    """Return which old duty of a clause each new one comes from, by position: new → old; each is used once.

    By quote and reference, then by quote, then by reference, then by likeness of the quotes; and where just one is left
    on both sides, that one, unless somebody added it (what reading proposes says on what basis).
    """
    found: Match = {}
    quotes = [_squeezed(duty.quote) for duty in old], [_squeezed(duty.quote) for duty in new]
    refs = [duty.ref for duty in old], [duty.ref for duty in new]
    both = [list(zip(*pair, strict=True)) for pair in zip(quotes, refs, strict=True)]
    for before, after in (both, quotes, refs):
        _pair(found, dict(enumerate(before)), dict(enumerate(after)))
    letters = [_letters(quote) for quote in quotes[0]], [_letters(quote) for quote in quotes[1]]
    _pair_alike(found, *letters, range(len(old)))
    left = [place for place in range(len(old)) if place not in found.values()]
    right = [place for place in range(len(new)) if place not in found]
    if len(left) == len(right) == 1 and (old[left[0]].basis or len(old) == len(new) == 1):
        found[right[0]] = left[0]
    return found


def _keys(clauses: Sequence[RegimeClause], words: Sequence[str]) -> dict[int, object]:
    return {place: (clause.ref, words[place]) for place, clause in enumerate(clauses) if words[place]}


def _pair(
    found: Match,
    old: Mapping[int, object],
    new: Mapping[int, object],
    fits: Callable[[int, int], bool] | None = None,
) -> None:
    """Add pairs with an equal key, in order, of what has no partner yet; an empty key matches nothing."""
    taken = set(found.values())
    waiting: dict[object, list[int]] = {}
    for place, key in old.items():
        if key and place not in taken:
            waiting.setdefault(key, []).append(place)
    for place, key in new.items():
        if place not in found:
            candidates = waiting.get(key, [])
            partner = next((one for one in candidates if fits is None or fits(one, place)), None)
            if partner is not None:
                candidates.remove(partner)
                found[place] = partner


def _pair_alike(
    found: Match, old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], wanted: Iterable[int]
) -> None:
    """Add pairs alike, the most alike first, of what has no partner yet.

    Only texts that share letters are compared: the time grows with what they share, not with the number of pairs.
    """
    taken = set(found.values())
    holding: dict[str, list[int]] = {}
    for one in wanted:
        if one not in taken:
            for pair in old[one]:
                holding.setdefault(pair, []).append(one)
    alike = []
    for other in range(len(new)):
        if other not in found:
            shared = Counter(one for pair in new[other] for one in holding.get(pair, ()))
            alike += [(2 * n / (len(old[one]) + len(new[other])), one, other) for one, n in shared.items()]
    alike = [match for match in alike if match[0] >= ALIKE]
    for _, one, other in sorted(alike, key=lambda match: (-match[0], match[1], match[2])):
        if one not in taken and other not in found:
            found[other] = one
            taken.add(one)


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _letters(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return Dice's coefficient of two sets, 0 where both are empty."""
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 0.0
