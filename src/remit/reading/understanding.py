"""What a clause's words come to, read once and kept for words that come again.

Regulations repeat each other: editions of one law, a county's copy of its province's rules, provisions that every
law has. What words say depends on little beside themselves; it is found by a pure function of them and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from remit.core.duty import Act, Basis, Degree, Kind
from remit.core.particulars import Particulars
from remit.core.period import Cadence, Deadline
from remit.core.regime_scope import screen_item
from remit.reading.bracket import BracketRoles
from remit.reading.degree import degree_of
from remit.reading.frame import BINDING, Frame, merge_frames
from remit.reading.inheritance import Estate
from remit.reading.interpretation import KEPT, Setting, interpret
from remit.reading.particulars import clear_of, find_particulars, slot_basis
from remit.reading.reference import find_references

__all__ = ["Understanding", "screen_clause", "understand"]

_Slot = TypeVar("_Slot")
_Spans = tuple[tuple[int, int], ...]
_TOLD = [(name, attrgetter(name)) for name in ("actions", "cadence", "deadline", "addressee")]

screen_clause = lru_cache(maxsize=KEPT)(screen_item)
"""`core.regime_scope.screen_item`, kept like the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """The slots of a clause; offsets are into its words, without its number."""

    also: tuple[Kind, ...]
    holders: tuple[str, ...]
    refers: tuple[str, ...]
    by: tuple[str, ...]
    basis: tuple[tuple[str, Basis], ...]
    actions: tuple[str, ...]
    cadence: tuple[Cadence, ...]
    deadline: tuple[Deadline, ...]
    addressee: tuple[str, ...]
    acts: tuple[Act, ...]
    particulars: Particulars


@lru_cache(maxsize=KEPT)
def understand(words: str, setting: Setting, estate: Estate, label: str, outside: _Spans) -> Understanding:
    """Return what a clause's words come to where they stand; `outside` are the spans that lie outside scope.

    What the scope screen puts outside yields no act; a clause that is outside altogether creates nothing.
    """
    frames, kind = interpret(words, setting)
    kept = [one for one in frames if not _is_outside(one, label, outside)] if label != "in" else frames
    acts = _acts(words, kept, estate)
    told = [frame.addressee for frame in kept if not frame.binds]  # recipients that a lead-in's act is for
    by = _union([one.by for one in kept])
    further = Particulars()
    if label != "out":
        sanction = kind is Kind.SANCTION or any(one.kind is Kind.SANCTION for one in frames)
        further = find_particulars(words, sanction=sanction, acts=acts, by=by)
        further = clear_of(outside, further) if outside else further
    holders = () if label == "out" else _holders(kept, kind, estate, any_frames=bool(frames))
    return Understanding(
        also=tuple(dict.fromkeys([one.kind for one in frames if one.kind is not kind])),
        holders=holders,
        refers=find_references(words, setting.section),
        by=by,
        basis=_basis(holders, acts, kept, estate, told=any(told)) + slot_basis(further),
        actions=_union([act.actions for act in acts]),
        cadence=_union([act.cadence for act in acts]),
        deadline=_union([act.deadline for act in acts]),
        addressee=_union([act.addressee for act in acts] + told),
        acts=acts,
        particulars=further,
    )


def _is_outside(frame: Frame, label: str, outside: _Spans) -> bool:
    low, high = frame.span
    return label == "out" or any(start < high and low < end for start, end in outside)


def _holders(frames: Sequence[Frame], kind: Kind, estate: Estate, *, any_frames: bool) -> tuple[str, ...]:
    told: list[str] = [role.name for role in estate.brackets] if kind in BINDING else []
    for frame in frames:
        if frame.binds:
            told += [*_named(frame, estate), *frame.objects]
    if not any_frames and kind in (*BINDING, Kind.PERMISSION, Kind.GROUND):
        told += estate.holders
    return tuple(dict.fromkeys(told))


def _named(frame: Frame, estate: Estate) -> tuple[str, ...]:
    """Who a predicate is about: whom its words name, else who is taken over, but for whoever imposes it."""
    if frame.subjects is not None:
        return frame.subjects
    return tuple(name for name in estate.holders if name not in frame.by) if frame.by else estate.holders


def _acts(words: str, frames: Sequence[Frame], estate: Estate) -> tuple[Act, ...]:
    acts: list[Act] = []
    for frame in merge_frames(frames):
        if frame.binds:
            acts += _frame_acts(words, frame, estate)
    return tuple(acts)


def _frame_acts(words: str, frame: Frame, estate: Estate) -> list[Act]:
    """One act; in a plan one for each degree in which closing brackets name holders."""
    start, end = frame.span
    named = _named(frame, estate)
    degree = degree_of(words[start:end], named, frame.actions) if frame.kind is Kind.DUTY else None
    shares: list[tuple[Degree | None, tuple[str, ...]]] = [(degree, (*named, *frame.objects))]
    if estate.brackets and frame.kind in BINDING and not frame.subjects:
        shares = _shares(estate.brackets, degree)
    return [
        Act(
            start=start,
            end=end,
            kind=frame.kind,
            holders=tuple(dict.fromkeys(holders)),
            actions=frame.actions,
            cadence=frame.cadence,
            deadline=frame.deadline,
            addressee=frame.addressee,
            degree=share,
        )
        for share, holders in shares
    ]


def _shares(
    brackets: tuple[BracketRoles, ...], degree: Degree | None
) -> list[tuple[Degree | None, tuple[str, ...]]]:
    grouped: dict[Degree | None, list[str]] = {}
    for role in brackets:
        grouped.setdefault(role.degree or degree, []).append(role.name)
    return [(share, tuple(names)) for share, names in grouped.items()]


def _union(slots: list[tuple[_Slot, ...]]) -> tuple[_Slot, ...]:
    filled = [slot for slot in slots if slot]
    if not filled:
        return ()
    if len(filled) == 1 and len(filled[0]) == 1:
        return filled[0]
    return tuple(dict.fromkeys(chain.from_iterable(filled)))


def _basis(
    holders: tuple[str, ...], acts: tuple[Act, ...], frames: Sequence[Frame], estate: Estate, *, told: bool
) -> tuple[tuple[str, Basis], ...]:
    found = []
    if holders:
        found.append(("holders", Basis.EXPLICIT if any(one.subjects for one in frames) else estate.basis))
    found += [
        (name, Basis.EXPLICIT)
        for name, slot in _TOLD
        if any(map(slot, acts)) or (told and name == "addressee")
    ]
    return tuple(found)
