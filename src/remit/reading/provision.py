"""From clauses to provisions: what each clause lays on whom, how often, by when, to whom."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TypeVar

from remit.core.clause import Clause, Outline, clauses_above
from remit.core.duty import Act, Basis, Degree, Kind, Provision
from remit.core.particulars import Particulars
from remit.core.problem import Problem
from remit.core.regime_scope import screen_item
from remit.core.scope import Screening
from remit.reading.bracket import BracketRoles
from remit.reading.degree import degree_of
from remit.reading.frame import BINDING, Frame, merge_frames
from remit.reading.inheritance import Estate, Heritage
from remit.reading.interpretation import interpret
from remit.reading.particulars import clear_of, find_particulars, hand_down_measures, slot_basis
from remit.reading.person_name import named_persons
from remit.reading.reference import references
from remit.reading.sole import fill_sole_holders

__all__ = ["provisions"]

_Slot = TypeVar("_Slot")
_TOLD = [(name, attrgetter(name)) for name in ("actions", "cadence", "deadline", "addressee")]


def provisions(text: str, outline: Outline) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """Return one provision a clause, in the outline's order, and the problems found.

    Offsets are into `text`. A slot that the words do not fill stays empty rather than guessed. Each clause is
    screened together with the words above it; what the scope screen puts outside yields no act: a clause that is
    outside altogether keeps its kind and creates nothing. Where holders were assumed, a note says so; where a person
    is named in the place of a post, a warning.
    """
    heritage = Heritage(text, outline)
    above = clauses_above(clause.ref for clause in outline.clauses)
    found = [
        _provision(text, clause, heritage, "" if at is None else _words(text, outline.clauses[at]))
        for clause, at in zip(outline.clauses, above, strict=True)
    ]
    filled, problems = fill_sole_holders(found, text)
    return tuple(hand_down_measures(filled)), (*problems, *named_persons(text, outline))


def _words(text: str, clause: Clause) -> str:
    return text[clause.start : clause.end]


def _provision(text: str, clause: Clause, heritage: Heritage, above: str) -> Provision:
    raw = _words(text, clause)
    lead = heritage.lead(clause)
    frames, kind = interpret(raw, clause, lead.mode if lead else None, aims=heritage.is_aim(clause))
    estate = heritage.estate(clause, lead, kind)
    heritage.keep(clause, frames, kind, estate)
    screening = screen_item(raw, lead=above)
    kept = frames if screening.label == "in" else [one for one in frames if not _is_outside(one, screening)]
    acts = _acts(clause, text, kept, estate)
    outside = screening.label == "out"
    holders = () if outside else _holders(kept, kind, estate, any_frames=bool(frames))
    by = _union([one.by for one in kept])
    spans = tuple((clause.start + start, clause.start + end) for start, end in screening.spans)
    sanction = kind is Kind.SANCTION or any(one.kind is Kind.SANCTION for one in frames)
    further = Particulars() if outside else find_particulars(raw, clause, sanction=sanction, acts=acts, by=by)
    further = clear_of(spans, further) if spans else further
    return Provision(
        clause=clause,
        kind=kind,
        also=tuple(dict.fromkeys([one.kind for one in frames if one.kind is not kind])),
        holders=holders,
        actions=_union([act.actions for act in acts]),
        cadence=_union([act.cadence for act in acts]),
        deadline=_union([act.deadline for act in acts]),
        addressee=_union([act.addressee for act in acts]),
        refers=references(text, clause),
        by=by,
        basis=_basis(holders, acts, kept, estate) + slot_basis(further),
        acts=acts,
        screen=screening.label,
        why=screening.why,
        out_spans=spans,
        particulars=further,
    )


def _is_outside(frame: Frame, screening: Screening) -> bool:
    low, high = frame.span
    return screening.label == "out" or any(start < high and low < end for start, end in screening.spans)


def _holders(frames: list[Frame], kind: Kind, estate: Estate, *, any_frames: bool) -> tuple[str, ...]:
    told: list[str] = [role.name for role in estate.brackets] if kind in BINDING else []
    for frame in frames:
        if frame.binds:
            told += [*(estate.holders if frame.subjects is None else frame.subjects), *frame.objects]
    if not any_frames and kind in (*BINDING, Kind.PERMISSION, Kind.GROUND):
        told += estate.holders
    return tuple(dict.fromkeys(told))


def _acts(clause: Clause, text: str, frames: list[Frame], estate: Estate) -> tuple[Act, ...]:
    acts: list[Act] = []
    for frame in merge_frames(frames):
        if frame.binds:
            acts += _frame_acts(clause, text, frame, estate)
    return tuple(acts)


def _frame_acts(clause: Clause, text: str, frame: Frame, estate: Estate) -> list[Act]:
    """One act; in a plan one for each degree in which closing brackets name holders."""
    start, end = clause.start + frame.span[0], clause.start + frame.span[1]
    named = estate.holders if frame.subjects is None else frame.subjects
    degree = degree_of(text[start:end], named, frame.actions) if frame.kind is Kind.DUTY else None
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
    holders: tuple[str, ...], acts: tuple[Act, ...], frames: list[Frame], estate: Estate
) -> tuple[tuple[str, Basis], ...]:
    found = []
    if holders:
        found.append(("holders", Basis.EXPLICIT if any(one.subjects for one in frames) else estate.basis))
    found += [(name, Basis.EXPLICIT) for name, slot in _TOLD if any(map(slot, acts))]
    return tuple(found)
