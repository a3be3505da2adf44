"""Passives without agent in English: the section's only bearer of duties is assumed to be meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from remit.core.duty import Act, Basis, Kind, Provision
from remit.reading.sentence import is_chinese

__all__ = ["fill_sole_holders"]

_BOUND = (Kind.DUTY, Kind.PROHIBITION)
_ENOUGH = 3  # so often must a section name the holder before it is assumed elsewhere
_SHARE = 0.8


def fill_sole_holders(found: list[Provision], text: str) -> list[Provision]:
    """Return the provisions with English duties that name nobody given to their section's only holder."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for provision in found:
        if provision.kind in _BOUND and provision.holders and _is_english(provision, text):
            named[provision.clause.ref[0]].update(provision.holders)
    sole = {}
    for section, counted in named.items():
        holder, times = counted.most_common(1)[0]
        if times >= _ENOUGH and times >= _SHARE * sum(counted.values()):
            sole[section] = holder
    return [_filled(one, sole.get(one.clause.ref[0], ""), text) for one in found] if sole else found


def _is_english(provision: Provision, text: str) -> bool:
    return not is_chinese(text[provision.clause.start : provision.clause.end])


def _filled(provision: Provision, holder: str, text: str) -> Provision:
    if not holder or provision.kind not in _BOUND or provision.holders or not _is_english(provision, text):
        return provision
    acts: tuple[Act, ...] = tuple(
        replace(act, holders=(holder,)) if act.kind in _BOUND and not act.holders else act for act in provision.acts
    )
    basis = (*provision.basis, ("holders", Basis.ASSUMED))
    return replace(provision, holders=(holder,), acts=acts, basis=basis)
