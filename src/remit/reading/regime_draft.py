"""A first regime from a text just read: every clause kept, duties proposed, nothing decided."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from remit.core.clause import Heading, Outline
from remit.core.duty import Act, Degree, Duty, Kind, Provision
from remit.core.regime import Regime, RegimeClause, Role, Source
from remit.reading.citation import ascii_refs

__all__ = ["draft", "propose_degree", "propose_edition", "propose_id", "propose_language", "propose_title"]

_BINDING = (Kind.DUTY, Kind.PROHIBITION)
_OF_ACTS = (Degree.LEAD, Degree.SUPPORTING, Degree.COORDINATING)
_SLOTS = ("holders", "actions", "cadence", "deadline", "addressee")
_DEGREE_WORDS: tuple[tuple[Degree, re.Pattern[str]], ...] = tuple(
    (degree, re.compile(words, re.IGNORECASE))
    for degree, words in (
        (
            Degree.LEADERSHIP,
            (
                r"其他(?:班子成员|成员|[^，。]{0,4}负责人|领导|副职)|班子(?:其他)?成员|[校院局厂司]级(?:负责人|领导)"
                r"|^领导班子"
                r"|\bother (?:members|directors|deput\w+)\b|\bmembers of the (?:\w+ )?(?:leadership|management)\b"
            ),
        ),
        (
            Degree.DIRECT,
            (
                r"分管|主管(?:负责人|领导|副)|副[校院园局厅处厂矿市县区镇乡行馆]长$|副(?:董|理)事长$|直接负责"
                r"|\bdeputy\b|\bdirectly responsible\b"
            ),
        ),
        (
            Degree.FIRST,
            (
                r"主要负责人|主要领导|主要负责同志|法定代表人|实际控制人|第一责任人|一把手|正职"
                r"|(?<![副理])(?:校长|院长|园长|局长|厅长|处长|厂长|矿长|市长|县长|区长|镇长|乡长|行长|馆长)$"
                r"|(?<!副)(?:董事长|总经理)$"
                r"|\bhead of\b|\bchief (?:executive|officer)\b"
                r"|^(?:head (?:teacher|master|mistress)|headmaster|mayor|governor)\b"
                r"|^(?:managing |executive |general )?(?:director|principal|manager|head|president)"
                r"(?: general)?(?: of\b.*)?$"
            ),
        ),
        (Degree.COORDINATING, r"(?:领导小组|委员会|指挥部|联席会议)办公室|综合协调|\bcoordinat(?:or|ing)\b"),
        (
            Degree.EXECUTING,
            (
                r"(?:人员|员工|职工|个人|管理人|负责人|操作工|[^委成会党]员|责任人|总监|总工程师|医师|教师"
                r"|药师|护士长|班长|组长)$"
                r"|\b(?:employees?|workers?|staff|persons?|personnel|operators?|users?|directors?|officers?|nurses?)$"
            ),
        ),
    )
)
_TITLE_END = re.compile(
    r"(?:条例|办法|规定|规则|细则|法|方案|意见|制度|决定|准则|标准|规程|规范|通知|预案|章程|守则|责任制|要点|计划)"
    r"(?:[（(][^（）()]{1,24}[）)])?$"
)
_SENTENCE = re.compile(r"[。；;：:，,]$|[。；].")
_LONGEST_TITLE = 80
_IN_FORCE = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起\s*(?:施行|实施|执行|生效)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_IN_FORCE_EN = re.compile(
    rf"(?:in(?:to)? force|effect(?:ive)?)\b[^.\n]{{0,40}}?\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})",
    re.IGNORECASE,
)


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
    none. Each distinct holder becomes a role with a proposed degree, for every kind of unit until a reviewer says.
    """
    refs = ascii_refs(outline)
    clauses = [_clause(text, provision, ref) for provision, ref in zip(provisions, refs, strict=True)]
    headings = [_heading(text, heading) for heading in outline.headings]
    return Regime(
        id=id,
        title=title,
        edition=edition,
        language=language,
        source=Source(title=title, file=file, sha256=sha256),
        roles=tuple(_roles(provisions)),
        clauses=tuple(sorted([*headings, *clauses], key=lambda c: (c.start, c.end))),
    )


def propose_degree(holder: str) -> Degree:
    """Return the degree in which a role of that name answers, by its words; the unit itself where they say nothing."""
    name = unicodedata.normalize("NFKC", holder).strip()
    return next((degree for degree, words in _DEGREE_WORDS if words.search(name)), Degree.PRINCIPAL)


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
        return _day(int(english[3]), _MONTHS.index(english[2].capitalize()) + 1, int(english[1]))
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


def _clause(text: str, provision: Provision, ref: str) -> RegimeClause:
    clause = provision.clause
    return RegimeClause(
        ref=clause.ref,
        text=text[clause.start : clause.end],
        start=clause.start,
        end=clause.end,
        kind=provision.kind,
        screen=provision.screen,
        why=provision.why,
        duties=tuple(_duties(text, provision, ref)),
    )


def _duties(text: str, provision: Provision, ref: str) -> Iterator[Duty]:
    acts = _binding_acts(provision)
    for position, act in enumerate(acts):
        start, end = max(act.start, provision.clause.start), min(act.end, provision.clause.end)
        yield Duty(
            ref=f"{ref}.{_letters(position)}" if len(acts) > 1 else ref,
            quote=text[start:end].strip() or text[provision.clause.start : provision.clause.end],
            kind=act.kind,
            holders=act.holders,
            actions=act.actions,
            cadence=act.cadence,
            deadline=act.deadline,
            addressee=act.addressee,
            basis=tuple(
                (slot, basis) for slot, basis in provision.basis if slot in _SLOTS and getattr(act, slot)
            ),
        )


def _binding_acts(provision: Provision) -> list[Act]:
    """The acts that become duties; what the screen put outside scope creates nothing."""
    if provision.screen == "out":
        return []
    return [
        act
        for act in provision.acts
        if act.kind in _BINDING and not any(act.start < b and a < act.end for a, b in provision.out_spans)
    ]


def _roles(provisions: Sequence[Provision]) -> Iterator[Role]:
    """One role for each holder of a duty, in order of appearance; the degree most often stated, else by its words."""
    stated: dict[str, Counter[Degree | None]] = {}
    for act in (act for provision in provisions for act in _binding_acts(provision)):
        for holder in act.holders:
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
