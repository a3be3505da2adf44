"""What a package changes, given what came from the same source before it and after it: a pure rule.

The state of a source is a function of the set of its packages, never of the order in which they came: of each record,
excuse and unit the package with the highest number that states it decides, and a full package takes back what it does
not state. So a package that comes late changes only what no later one has spoken of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from remit.files.package_form import Content, ExcuseLine, GoneLine, RecordLine, UnitLine

__all__ = ["PART_OF", "Effect", "Stated", "cut_parts", "effect_of", "stated_by", "take_back_aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Of what a package speaks: references of records and excuses (`puts`), those taken back, and codes of units."""

    sequence: int
    full: bool
    records: frozenset[str] = frozenset()
    excuses: frozenset[str] = frozenset()
    gone_records: frozenset[str] = frozenset()
    gone_excuses: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a package does: `records` are written over what is there, and those in `standing` count.

    The others that it puts are kept without counting. `silenced` stop counting; excuses come and go as a whole.
    """

    units: tuple[UnitLine, ...] = ()
    records: tuple[RecordLine, ...] = ()
    standing: frozenset[str] = frozenset()
    silenced: frozenset[str] = frozenset()
    excuses: tuple[ExcuseLine, ...] = ()
    gone_excuses: frozenset[str] = field(default=frozenset())


def stated_by(sequence: int, content: Content, *, full: bool) -> Stated:
    """Return of what a package speaks."""
    return Stated(
        sequence=sequence,
        full=full,
        records=frozenset(line.ref for line in content.records),
        excuses=frozenset(line.ref for line in content.excuses),
        gone_records=frozenset(line.ref for line in content.withdrawn if line.kind == "record"),
        gone_excuses=frozenset(line.ref for line in content.withdrawn if line.kind == "excuse"),
        units=frozenset(line.code for line in content.units),
    )


def effect_of(
    content: Content,
    *,
    full: bool,
    later: Collection[Stated],
    records: Collection[str],
    excuses: Collection[str],
) -> Effect:
    """Return what a package does that comes when `later` ones, of higher numbers, are here already.

    `records` and `excuses` are the references of the source that are here; they are asked for in a full package only.
    """
    put_later = _union(one.records for one in later)
    spoken = put_later | _union(one.gone_records for one in later)
    cleared = any(one.full for one in later)
    mine = frozenset(line.ref for line in content.records)
    gone = frozenset(line.ref for line in content.withdrawn if line.kind == "record")
    if full:
        gone |= frozenset(records) - mine
    excused_later = _union(one.excuses | one.gone_excuses for one in later)
    my_excuses = frozenset(line.ref for line in content.excuses)
    gone_excuses = frozenset(line.ref for line in content.withdrawn if line.kind == "excuse")
    if full:
        gone_excuses |= frozenset(excuses) - my_excuses
    named_later = _union(one.units for one in later)
    return Effect(
        units=tuple(line for line in content.units if line.code not in named_later),
        records=tuple(line for line in content.records if line.ref not in put_later),
        standing=frozenset() if cleared else mine - spoken,
        silenced=gone - spoken,
        excuses=() if cleared else tuple(e for e in content.excuses if e.ref not in excused_later),
        gone_excuses=gone_excuses - excused_later,
    )


def take_back_aside(content: Content, aside: Iterable[tuple[str, str, str]]) -> Content:
    """Return content, kept without the lines set aside (kind, reference, reason), with those taken back instead of put.

    A unit or an adoption that is set aside is as if it had not been named.
    """
    gone = tuple(GoneLine(kind=kind, ref=ref) for kind, ref, _ in aside if kind in _TAKEN_BACK)
    return replace(content, withdrawn=(*content.withdrawn, *gone)) if gone else content


_TAKEN_BACK = ("record", "excuse")


def cut_parts(aside: Iterable[tuple[str, str, str]]) -> frozenset[str]:
    """Return the parts of a package that are kept without some of their lines, by what is set aside."""
    return frozenset(PART_OF[kind] for kind, _, _ in aside)


PART_OF = {"unit": "units", "record": "records", "excuse": "excuses", "adoption": "adoptions"}
"""The part of a package that a line is of, by its kind."""


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
