"""A first regime from a text just read: every clause kept, duties proposed, nothing decided."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from remit.core.clause import Heading, Outline
from remit.core.duty import Act, Basis, Degree, Duty, Kind, Provision
from remit.core.regime import Regime, RegimeClause, Role, Source
from remit.reading.circumstance import conditions_of, exceptions_of
from remit.reading.citation import ascii_refs
from remit.reading.introduction import acts_beyond_items
from remit.reading.month import MONTH, month_number
from remit.reading.person_name import persons_in
from remit.reading.regime_parts import propose_parts
from remit.reading.role_degree import propose_degree

__all__ = ["draft", "propose_edition", "propose_id", "propose_language", "propose_title"]

_BINDING = (Kind.DUTY, Kind.PROHIBITION)
_OF_ACTS = (Degree.LEAD, Degree.SUPPORTING, Degree.COORDINATING)
_SLOTS = ("holders", "actions", "cadence", "deadline", "addressee")
_TITLE_END = re.compile(
    r"(?:条例|办法|规定|规则|细则|法|方案|意见|制度|决定|准则|标准|规程|规范|通知|预案|章程|守则|责任制|要点|计划)"
    r"(?:[（(][^（）()]{1,24}[）)])?$"
)
_SENTENCE = re.compile(r"[。；;：:，,]$|[。；].")
_LONGEST_TITLE = 80
_IN_FORCE = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起\s*(?:施行|实施|执行|生效)")
_IN_FORCE_EN = re.compile(
    rf"(?:in(?:to)? force|effect(?:ive)?)\b[^.\n]{{0,40}}?\b(\d{{1,2}}) ({MONTH}) (\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the clauses of one text are drafted from: `taken` are their names, `persons` names where posts belong."""

    text: str
    provisions: Sequence[Provision]
    taken: frozenset[str]
    persons: frozenset[str]


def draft(
    text: str,
    outline: Outline,
    provisions: Sequence[Provision],
    *,
    id: str,  # noqa: A002 - the field of the regime that it fills
    title: str,
    edition: date,
    file: str = "",
    sha256: str = "",
    language: str = "zh",
) -> Regime:
    """Return the regime that a reviewer starts from.

    Clauses and headings stand in document order with their words and offsets into `text`. A clause in scope yields a
    duty for each act that is a duty or a prohibition, a mixed one for those outside its `out_spans`, one outside scope
    none; what only introduces items yields none beside them. Each distinct holder, a person's name left out, becomes a
    role with a proposed degree, for every kind of unit until a reviewer says.
    """
    refs = ascii_refs(outline)
    reading = _Reading(text, provisions, frozenset(refs), persons_in(text))
    clauses = [
        _clause(reading, replace(one, acts=acts), ref)
        for one, acts, ref in zip(provisions, _own_acts(text, provisions), refs, strict=True)
    ]
    headings = [_heading(text, heading) for heading in outline.headings]
    return Regime(
        id=id,
        title=title,
        edition=edition,
        language=language,
        source=Source(title=title, file=file, sha256=sha256),
        roles=tuple(_roles(reading)),
        clauses=tuple(sorted([*headings, *clauses], key=lambda c: (c.start, c.end))),
        parts=propose_parts(text, outline, provisions, refs),
    )


def propose_language(text: str) -> str:
    """Return zh where a fifth or more of the letters are Chinese characters, else en."""
    sample = text[:20_000]
    chinese = sum("一" <= c <= "\u9fff" for c in sample)
    return "zh" if chinese * 5 >= max(sum(map(str.isalpha, sample)), 1) else "en"


def propose_id(name: str, sha256: str) -> str:
    """Return an ASCII id from a file's name; from the text's fingerprint where the name has no ASCII letters."""
    slug = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKC", name).lower()).strip("-")[:60].strip("-")
    return slug if re.search("[a-z]", slug) else f"regime-{sha256[:8]}"


def propose_title(text: str, outline: Outline, *, fallback: str) -> str:
    """Return the title above the first number, of one line or two; `fallback` where the text begins without one."""
    starts = [h.start for h in outline.headings if _numbered(h.ref)]
    starts += [c.start for c in outline.clauses if _numbered(c.ref)]
    head = text[: min(starts, default=len(text))]
    lines = [line for line in (line.strip(" \t\u3000") for line in head.split("\n")[:12]) if line]
    if not lines:
        return fallback
    for count in (1, 2):
        title = "".join(lines[:count])
        if _TITLE_END.search(title) and len(title) <= _LONGEST_TITLE:
            return title
    first = lines[0]
    return first if len(first) <= _LONGEST_TITLE and not _SENTENCE.search(first) else fallback


def propose_edition(text: str) -> date | None:
    """Return the day on which the text says it enters into force, None where it does not say or the day is no date."""
    chinese = _IN_FORCE.search(text)
    if chinese is not None:
        return _day(int(chinese[1]), int(chinese[2]), int(chinese[3]))
    english = _IN_FORCE_EN.search(text)
    if english is not None:
        return _day(int(english[3]), month_number(english[2]), int(english[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numbered(ref: tuple[str, ...]) -> bool:
    return ref[:1] not in {(), ("前言",)}


def _heading(text: str, heading: Heading) -> RegimeClause:
    words = text[heading.start : heading.end]
    return RegimeClause(ref=heading.ref, text=words, start=heading.start, end=heading.end, heading=True)


def _own_acts(text: str, provisions: Sequence[Provision]) -> Iterator[tuple[Act, ...]]:
    """The acts of each clause, without those that only introduce its items."""
    items: dict[int, list[Provision]] = {}
    for one in provisions:
        if one.clause.lead is not None:
            items.setdefault(one.clause.lead, []).append(one)
    for at, one in enumerate(provisions):
        yield acts_beyond_items(_told(one, items[at]), items[at], text) if at in items else one.acts


def _told(lead: Provision, items: Sequence[Provision]) -> Provision:
    """A lead-in whose last act has the recipients that its items name (shall notify: (a) the fire service)."""
    named = [name for item in items if not item.acts and item.screen != "out" for name in item.addressee]
    if not named or not lead.acts:
        return lead
    *before, last = lead.acts
    return replace(
        lead, acts=(*before, replace(last, addressee=tuple(dict.fromkeys([*last.addressee, *named]))))
    )


def _clause(reading: _Reading, provision: Provision, ref: str) -> RegimeClause:
    clause, text = provision.clause, reading.text
    return RegimeClause(
        ref=clause.ref,
        text=text[clause.start : clause.end],
        start=clause.start,
        end=clause.end,
        kind=provision.kind,
        screen=provision.screen,
        why=provision.why,
        duties=tuple(_duties(reading, provision, ref)),
    )


def _duties(reading: _Reading, provision: Provision, ref: str) -> Iterator[Duty]:
    """The duties of a clause; where it has several, each with a letter that no clause below it is called by."""
    acts, text, lead = _binding_acts(provision), reading.text, provision.clause.lead
    lettered = (name for at in itertools.count() if (name := f"{ref}.{_letters(at)}") not in reading.taken)
    for act in acts:
        start, end = max(act.start, provision.clause.start), min(act.end, provision.clause.end)
        above = None if lead is None else reading.provisions[lead]
        conditions, basis = conditions_of(text, act, provision, above)
        exceptions = exceptions_of(text, act, provision)
        told = [(slot, one) for slot, one in provision.basis if slot in _SLOTS and getattr(act, slot)]
        told += [("conditions", basis)] if basis else []
        yield Duty(
            ref=next(lettered) if len(acts) > 1 else ref,
            quote=text[start:end].strip() or text[provision.clause.start : provision.clause.end],
            kind=act.kind,
            holders=tuple(name for name in act.holders if name not in reading.persons),
            actions=act.actions,
            cadence=act.cadence,
            deadline=act.deadline,
            addressee=act.addressee,
            conditions=conditions,
            exceptions=exceptions,
            basis=tuple([*told, ("exceptions", Basis.EXPLICIT)] if exceptions else told),
        )


def _binding_acts(provision: Provision) -> list[Act]:
    """The acts that become duties; what the screen put outside scope creates nothing.

    Where a clause gives points or measures, what is nobody's to do is a line of the scheme or a rung of the ladder.
    """
    if provision.screen == "out":
        return []
    scheme = bool(provision.particulars.weights or provision.particulars.measures)
    return [
        act
        for act in provision.acts
        if act.kind in _BINDING
        and (act.holders or not scheme)
        and not any(act.start < b and a < act.end for a, b in provision.out_spans)
    ]


def _roles(reading: _Reading) -> Iterator[Role]:
    """One role for each holder of a duty, in order of appearance; the degree most often stated, else by its words."""
    stated: dict[str, Counter[Degree | None]] = {}
    for act in (act for provision in reading.provisions for act in _binding_acts(provision)):
        for holder in (name for name in act.holders if name not in reading.persons):
            stated.setdefault(holder, Counter())[act.degree] += 1
    for holder, degrees in stated.items():
        yield Role(name=holder, degree=_stated_degree(degrees) or propose_degree(holder))


def _stated_degree(degrees: Counter[Degree | None]) -> Degree | None:
    """The degree most often stated; one that belongs to single acts (lead, help) only if most acts state it."""
    told = Counter({degree: times for degree, times in degrees.items() if degree is not None})
    if not told:
        return None
    degree, times = told.most_common(1)[0]
    return degree if degree not in _OF_ACTS or 2 * times > degrees.total() else None


def _letters(position: int) -> str:
    """a … z, aa, ab …"""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
