"""What an amendment changes between two editions of a regime: clause by clause, duty by duty, field by field."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remit.core.duty import Duty
from remit.core.regime import Regime, RegimeClause
from remit.files.wording import rhythm_words

__all__ = ["Change", "find_changes"]

_LISTS = ("holders", "actions", "addressee", "evidence")
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `what` is duty- or clause- with added, removed or changed; `field` says what of a duty."""

    what: str
    clause: tuple[str, ...]
    duty: str = ""
    field: str = ""
    old: str = ""
    new: str = ""


def find_changes(old: Regime, new: Regime) -> Iterator[Change]:
    """Yield the differences in the order of the new edition, what was removed after it.

    Clauses belong together that have the same words, else the same number and at least related words; duties of such
    clauses that have the same reference, else the same words, else the same place.
    """
    pairs, gone = _paired(old.clauses, new.clauses)
    for before, after in pairs:
        if before is None:
            yield Change("clause-added", after.ref, new=after.text)
            yield from (Change("duty-added", after.ref, d.ref, new=d.quote) for d in after.duties)
            continue
        if _words(before) != _words(after):
            yield Change("clause-changed", after.ref, old=before.text, new=after.text)
        yield from _duty_changes(before, after)
    for before in gone:
        yield Change("clause-removed", before.ref, old=before.text)
        yield from (Change("duty-removed", before.ref, d.ref, old=d.quote) for d in before.duties)


def _paired(
    old: Sequence[RegimeClause], new: Sequence[RegimeClause]
) -> tuple[list[tuple[RegimeClause | None, RegimeClause]], list[RegimeClause]]:
    left = dict(enumerate(old))
    by_words: dict[str, list[int]] = {}
    by_ref: dict[tuple[str, ...], list[int]] = {}
    for number, clause in left.items():
        by_words.setdefault(_words(clause), []).append(number)
        by_ref.setdefault(clause.ref, []).append(number)
    found: dict[int, RegimeClause] = {}
    for position, clause in enumerate(new):
        same = [n for n in by_words.get(_words(clause), ()) if n in left]
        same.sort(key=lambda n: old[n].ref != clause.ref)
        if same:
            found[position] = left.pop(same[0])
    for position, clause in enumerate(new):
        if position not in found:
            near = [n for n in by_ref.get(clause.ref, ()) if n in left and _related(old[n].text, clause.text)]
            if near:
                found[position] = left.pop(near[0])
    return [(found.get(position), clause) for position, clause in enumerate(new)], list(left.values())


def _words(clause: RegimeClause) -> str:
    """A clause's words without its number and without white space."""
    text = "".join(clause.text.split())
    number = clause.ref[-1] if clause.ref else ""
    return text.removeprefix(number)


def _related(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _duty_changes(before: RegimeClause, after: RegimeClause) -> Iterator[Change]:
    left = list(before.duties)
    for duty in after.duties:
        match = next((d for d in left if d.ref == duty.ref), None)
        match = match or next((d for d in left if d.quote == duty.quote), None)
        if match is None:
            yield Change("duty-added", after.ref, duty.ref, new=duty.quote)
            continue
        left.remove(match)
        yield from _field_changes(match, duty, after)
    yield from (Change("duty-removed", after.ref, d.ref, old=d.quote) for d in left)


def _field_changes(old: Duty, new: Duty, clause: RegimeClause) -> Iterator[Change]:
    seen = [(name, "; ".join(getattr(old, name)), "; ".join(getattr(new, name))) for name in _LISTS]
    seen.append(
        ("rhythm", rhythm_words(old.cadence, old.deadline, str), rhythm_words(new.cadence, new.deadline, str))
    )
    seen.append(("kind", old.kind.value, new.kind.value))
    for name, was, now in seen:
        if was != now:
            yield Change("duty-changed", clause.ref, new.ref, name, was, now)
