"""Which conditions and exceptions of a clause belong to one act of it, its lead-in's included."""

from __future__ import annotations

import re

from remit.core.duty import Act, Basis, Kind, Provision
from remit.core.particulars import Passage

__all__ = ["conditions_of", "exceptions_of"]

_PART = re.compile(r"[。；;\n]|\.\s")
_BINDING = (Kind.DUTY, Kind.PROHIBITION)
_SPECIAL = re.compile(r"下列|以下|following")


def conditions_of(
    text: str, act: Act, provision: Provision, lead: Provision | None
) -> tuple[tuple[str, ...], Basis | None]:
    """Return the conditions under which an act has to be done, in the words of the text, and on what basis.

    Its own sentence's conditions; where it is an item and has none, those of the lead-in's last sentence.
    """
    own = _words(text, provision.particulars.conditions, act)
    if own:
        return own, Basis.EXPLICIT
    if lead is None or lead.kind not in _BINDING or lead.screen != "in":
        return (), None
    last = _last_sentence(text, lead)
    above = tuple(
        text[one.start : one.end]
        for one in lead.particulars.conditions
        if one.start >= last and not _SPECIAL.search(text[one.start : one.end])
    )
    return above, Basis.INHERITED if above else None


def exceptions_of(text: str, act: Act, provision: Provision) -> tuple[str, ...]:
    """Return what is taken out of an act, in the words of the text."""
    return _words(text, provision.particulars.exceptions, act)


def _words(text: str, found: tuple[Passage, ...], act: Act) -> tuple[str, ...]:
    return tuple(text[one.start : one.end] for one in found if _belongs(text, one, act))


def _belongs(text: str, one: Passage, act: Act) -> bool:
    if one.end <= act.start:
        return _PART.search(text, one.end, act.start) is None
    if one.start >= act.end:
        return _PART.search(text, act.end, one.start) is None
    return True


def _last_sentence(text: str, lead: Provision) -> int:
    start = lead.clause.body
    for stop in _PART.finditer(text, start, lead.clause.end):
        start = stop.end()
    return start
