"""A regime's clauses as a tree of numbered units, as formats with a hierarchy need them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from remit.core.clause import Clause, Outline
from remit.core.regime import Regime, RegimeClause
from remit.reading.citation import ascii_ref, ascii_refs

__all__ = ["Unit", "number_end", "unit_tree", "units_below", "without_front"]

_BRACKETS = str.maketrans("〔〕", "()")
_LONGEST_NUMBER = 80


@dataclass(slots=True, eq=False)
class Unit:
    """A numbered unit: its headings, its own words and the units below it, each in document order.

    `ref` is empty for lines above or between the numbered units. `name` is ASCII and unique in the tree. A unit that
    only holds others, such as an article of two paragraphs, has no words of its own.
    """

    ref: tuple[str, ...]
    name: str = ""
    headings: list[RegimeClause] = field(default_factory=list)
    clause: RegimeClause | None = None
    children: list[Unit] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The last piece of the reference; empty where there is none."""
        return self.ref[-1] if self.ref else ""


def unit_tree(regime: Regime) -> tuple[Unit, ...]:
    """Return the outermost units; walked depth first they give headings and clauses in document order.

    Of two units with the same number each stands for itself. Clauses have the names that their duties are called by.
    """
    root = Unit(())
    stack = [root]
    for entry in regime.clauses:
        _unit_for(entry, stack)
    _name_units(regime, root)
    return tuple(root.children)


def without_front(units: Iterable[Unit]) -> tuple[list[str], list[Unit]]:
    """Return the title and the other lines above the first numbered unit, and the units from there on."""
    rest = list(units)
    front: list[str] = []
    while rest and not rest[0].ref:
        front += [heading.text for heading in rest.pop(0).headings]
    return front, rest


def units_below(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units and all below them, depth first."""
    for unit in units:
        yield unit
        yield from units_below(unit.children)


def number_end(text: str, ref: tuple[str, ...]) -> int:
    """Return where the words begin after the number in front, white space included; 0 where the text prints none.

    The number may be that of the unit alone or, as in (a)(1), those above it too; a first paragraph begins with its
    article's.
    """
    if ref[-1:] == ("第一款",):
        ref = ref[:-1]
    wanted = {_squashed("".join(ref[at:])) for at in range(len(ref))}
    longest, seen, end = max(map(len, wanted), default=0), "", 0
    for at, sign in enumerate(text[:_LONGEST_NUMBER]):
        seen += _squashed(sign)
        if len(seen) > longest:
            break
        if seen in wanted:
            end = at + 1
    while end and end < len(text) and text[end].isspace():
        end += 1
    return end


def _squashed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(_BRACKETS).split())


def _unit_for(entry: RegimeClause, stack: list[Unit]) -> None:
    """Put a heading or clause into its unit, opening those above it that are not open."""
    while stack[-1].ref != entry.ref[: len(stack[-1].ref)]:
        stack.pop()
    if not entry.ref:
        unit = Unit(())
        stack[0].children.append(unit)
    else:
        if entry.ref == stack[-1].ref and (stack[-1].clause or stack[-1].children):
            stack.pop()
        while stack[-1].ref != entry.ref:
            unit = Unit(entry.ref[: len(stack[-1].ref) + 1])
            stack[-1].children.append(unit)
            stack.append(unit)
        unit = stack[-1]
    if entry.heading:
        unit.headings.append(entry)
    else:
        unit.clause = entry


def _name_units(regime: Regime, root: Unit) -> None:
    clauses = tuple(Clause(c.ref, c.start, c.end, c.start) for c in regime.clauses if not c.heading)
    names = iter(ascii_refs(Outline((), clauses)))
    below = list(units_below(root.children))
    for unit in below:
        if unit.clause is not None:
            unit.name = next(names)
    taken = {unit.name for unit in below}
    for unit in below:
        if not unit.name:
            name = unit.name = ascii_ref(unit.ref) if unit.ref else "title"
            number = 1
            while unit.name in taken:
                number += 1
                unit.name = f"{name}-dup{number}"
            taken.add(unit.name)
