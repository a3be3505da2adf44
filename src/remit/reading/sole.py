"""Passives without agent in English: the section's only bearer of duties is assumed to be meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from remit.core.duty import Act, Basis, Kind, Provision
from remit.core.problem import Place, Problem, note
from remit.reading.sentence import is_chinese

__all__ = ["fill_sole_holders"]

_BOUND = (Kind.DUTY, Kind.PROHIBITION)
_ENOUGH = 2  # so often must a section name the holder before it is assumed elsewhere
_SHARE = 0.8


def fill_sole_holders(found: list[Provision], text: str) -> tuple[list[Provision], list[Problem]]:
    """Return the provisions with English duties that name nobody given to their section's only holder.

    One note a section says to whom, and to how many.
    """
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for provision in found:
        if provision.kind is Kind.DUTY and provision.holders and _is_english(provision, text):
            named[provision.clause.ref[0]].update(provision.holders)
    sole = {}
    for section, counted in named.items():
        holder, times = counted.most_common(1)[0]
        if times >= _ENOUGH and times >= _SHARE * sum(counted.values()):
            sole[section] = holder
    if not sole:
        return found, []
    filled = [_filled(one, sole.get(one.clause.ref[0], ""), text) for one in found]
    changed = Counter(new.clause.ref[0] for old, new in zip(found, filled, strict=True) if old is not new)
    return filled, [_assumption(section, sole[section], times) for section, times in changed.items()]


def _assumption(section: str, holder: str, times: int) -> Problem:
    return note(
        "holder-assumed",
        "In {section}, {times} duties name nobody; {holder}, who bears all others there, was assumed.",
        "Confirm or correct the holder in the review.",
        at=Place(ref=section),
        section=section,
        times=times,
        holder=holder,
    )


def _is_english(provision: Provision, text: str) -> bool:
    return not is_chinese(text[provision.clause.start : provision.clause.end])


def _filled(provision: Provision, holder: str, text: str) -> Provision:
    if not holder or provision.kind not in _BOUND or provision.holders or not _is_english(provision, text):
        return provision
    acts: tuple[Act, ...] = tuple(
        replace(act, holders=(holder,)) if act.kind in _BOUND and not act.holders else act
        for act in provision.acts
    )
    basis = (*provision.basis, ("holders", Basis.ASSUMED))
    return replace(provision, holders=(holder,), acts=acts, basis=basis)
