"""English duties that name nobody: whom the words around them bind."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from remit.core.duty import Act, Basis, Kind, Provision
from remit.core.problem import Place, Problem, note
from remit.reading.sentence import is_chinese

__all__ = ["fill_sole_holders"]

_BOUND = (Kind.DUTY, Kind.PROHIBITION)
_ENOUGH = 2  # so often must a section name the holder before it is assumed elsewhere
_SHARE = 0.8
_DIVIDES = re.compile(r"(?:part|chapter|subpart|title|division|book|subchapter)\b", re.I)
_ARTICLE = re.compile(r"(?:article|section|art\.|sec\.)\s", re.I)
_ANYONE = frozenset(("person", "persons", "individual", "one"))
_SUBJECT = re.compile(r"(?P<words>[^.;:,]{1,200}?)\s+(?:shall|must|should|may|is to|are to)\b")
_BACK = re.compile(r"\W*(?:the|such|this|these|those|each such|any such|every such)\s", re.I)
_CITES = re.compile(
    r"\b(?:under|in|by|to|with) (?:sub-?)?(?:paragraph|section|regulation|article|rule)s? (?:\([a-z\d]{1,3}\)|\d)",
    re.I,
)
_HEAD = re.compile(
    r"(?P<head>[A-Za-z-]{3,}?)(?:ies|es|s|y)?(?=\s+(?:of|for|in|under|to|on|at|from|with)\s|$)"
)

_DEED = re.compile(r"(?P<stem>[A-Za-z]{4,}?)(?:ation|ition|tion|sion|ment|ings?|als?|ises?)s?$")

_Holders = tuple[str, ...]
_Unit = tuple[str, ...]


class _Before(NamedTuple):
    """The paragraph before in the same article, and whom it binds."""

    holders: _Holders
    words: str


def fill_sole_holders(found: list[Provision], text: str) -> tuple[list[Provision], list[Problem]]:
    """Return the provisions, English duties that name nobody given to whoever the words around them bind.

    That is, in this order, whoever was found for the lead-in, the only holder of the section, the holder of the
    paragraph before in the same article. One note a section says to whom a sole holder's duties went, and how many.
    """
    english = [_is_english(provision, text) for provision in found]
    told = [provision for provision, is_one in zip(found, english, strict=True) if is_one]
    sole, named = _sole_holders(told), _named(told, _article)
    before: dict[_Unit, _Before] = {}
    given: dict[int, _Holders] = {}
    assumed: Counter[str] = Counter()
    filled = [*found]
    for at, provision in enumerate(found):
        if not english[at]:
            continue
        words, unit, section = _words(provision, text), _article(provision), provision.clause.ref[0]
        lead = provision.clause.lead
        if _is_open(provision):
            taken = given.get(-1 if lead is None else lead, ())
            if not taken and section in sole:
                taken = sole[section]
                assumed[section] += 1
                filled[at] = _filled(provision, taken, Basis.ASSUMED)
            else:
                taken = taken or _taken_over(words, before.get(unit), named[unit])
                filled[at] = _filled(provision, taken, Basis.INHERITED)
            given[at] = taken
        if lead is None and (holders := _bound(filled[at])):
            before[unit] = _Before(holders, words)
    return filled, [
        _assumption(section, ", ".join(sole[section]), times) for section, times in assumed.items()
    ]


def _sole_holders(found: Sequence[Provision]) -> dict[str, _Holders]:
    """The only bearer of duties of each section that has one; several where they are always named together."""
    groups = {provision.holders for provision in found if provision.kind in _BOUND}
    sole = {}
    for section, counted in _named(found, lambda provision: provision.clause.ref[:1]).items():
        times = max(counted.values())
        most = tuple(holder for holder, count in counted.items() if count == times)
        together = len(most) == 1 or all(
            set(most).issubset(group) or not set(most) & set(group) for group in groups
        )
        if together and times >= _ENOUGH and times * len(most) >= _SHARE * sum(counted.values()):
            sole[section[0]] = most
    return sole


def _named(
    found: Sequence[Provision], unit_of: Callable[[Provision], _Unit]
) -> defaultdict[_Unit, Counter[str]]:
    """How often each unit's duties and bans name each holder."""
    named: defaultdict[_Unit, Counter[str]] = defaultdict(Counter)
    for provision in found:
        if provision.kind in _BOUND and not _ANYONE.issuperset(provision.holders):
            named[unit_of(provision)].update(provision.holders)
    return named


def _taken_over(words: str, before: _Before | None, named: Counter[str]) -> _Holders:
    """The holder of the paragraph before, where its article binds no other more often or it is spoken of again."""
    if before is None:
        return ()
    most = max(named.values(), default=0)
    if len(named) <= len(before.holders) or (
        most >= _ENOUGH and all(named[holder] == most for holder in before.holders)
    ):
        return before.holders
    return before.holders if _goes_back(words, before.words) else ()


def _goes_back(words: str, before: str) -> bool:
    """Say whether a paragraph speaks of a thing that the one before brought up (The plan shall be submitted)."""
    subject = _SUBJECT.match(words)
    if subject is None:
        return False
    if _CITES.search(subject["words"]):
        return True
    head = _HEAD.search(subject["words"].strip(" ,")) if _BACK.match(subject["words"]) else None
    if head is not None and head["head"].lower() in before.lower():
        return True
    deed = _DEED.search(subject["words"])
    return deed is not None and re.search(rf"\b{deed['stem']}", before, re.I) is not None


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


def _words(provision: Provision, text: str) -> str:
    return text[provision.clause.body : provision.clause.end]


def _is_english(provision: Provision, text: str) -> bool:
    return not is_chinese(text[provision.clause.start : provision.clause.end])


def _is_open(provision: Provision) -> bool:
    """Say whether a provision binds, and nobody knows whom."""
    return provision.kind in _BOUND and not provision.holders and provision.screen != "out"


def _bound(provision: Provision) -> _Holders:
    """Whom a provision's last duty or ban binds; a ban on everybody binds nobody further on."""
    acts = (act for act in reversed(provision.acts) if act.kind in _BOUND and act.holders)
    last = next((act.holders for act in acts), provision.holders if provision.kind in _BOUND else ())
    return () if _ANYONE.issuperset(last) else last


def _article(provision: Provision) -> _Unit:
    """The reference of the article or section, or of the schedule, that a provision stands in."""
    ref = provision.clause.ref
    named = [at for at, piece in enumerate(ref) if _ARTICLE.match(piece)]
    first = next((at for at, piece in enumerate(ref) if not _DIVIDES.match(piece)), len(ref) - 1)
    return ref[: (named[-1] if named else first) + 1]


def _filled(provision: Provision, holders: _Holders, basis: Basis) -> Provision:
    if not holders:
        return provision
    acts: tuple[Act, ...] = tuple(
        replace(act, holders=holders) if act.kind in _BOUND and not act.holders else act
        for act in provision.acts
    )
    return replace(provision, holders=holders, acts=acts, basis=(*provision.basis, ("holders", basis)))
