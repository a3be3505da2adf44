"""What a clause takes over: holders from its lead-in, its article, its item's closing brackets, its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from remit.core.clause import Clause, Outline
from remit.core.duty import Basis, Kind
from remit.reading.bracket import BracketRoles, bracket_roles
from remit.reading.draft import PREAMBLE
from remit.reading.english_lead import english_lead
from remit.reading.english_subject import antecedent, party_of_condition
from remit.reading.frame import Frame
from remit.reading.holder import split_roles
from remit.reading.interpretation import is_article
from remit.reading.lead import AIM_TITLE, Lead, lead_of
from remit.reading.sentence import is_chinese, mask, segments
from remit.reading.subject import find_subject
from remit.reading.verb_words import COMPOUND, ORDERS

__all__ = ["Estate", "Heritage", "Kept"]

_NUMBERED = re.compile(r"\(\d+[A-Z]?\)")
_WHO = re.compile(r"\s(?:who|which)\W*\Z")
_BRACKETED = re.compile(r"\([A-Za-z\d]{1,4}\)")
_ENGLISH_ARTICLE = re.compile(
    r"(?:Article|Section|Rule|Regulation|Clause|Art\.|§|[A-Z]{2,6}(?=\s\d+\.))\s*\d|\d+[A-Z]{0,2}\.?$", re.I
)
_NUMBER = re.compile(r"^(?:第.{1,6}?[章节条]|.{0,6}?[、.）)])\s*")
_ORDERS_FIRMLY = re.compile(
    r"应当|必须|不得|严禁|务必|请(?=各|你|有关|于|认真|将|按)|(?<![主重需概纲简必])要(?![求件素点害闻道约塞么领务])"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_CIRCUMSTANCE = re.compile(r"(?<![目])的[；;。]\s*\Z")
_CLOSING_BRACKET = re.compile(r"(?<=[：:])\s*[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]$")
_MAYBE_BRACKET = re.compile(r"[（(：:]")


class Kept(NamedTuple):
    """What is kept of a clause for those that take over from it."""

    clause: Clause
    kind: Kind
    mode: Lead
    holders: tuple[str, ...]  # of a lead-in: whoever it names
    conduct: tuple[str, ...]  # of a lead-in: those whose conduct it tells of


class Estate(NamedTuple):
    """What a clause takes over: holders where its words name none, and those that brackets name."""

    holders: tuple[str, ...] = ()
    basis: Basis = Basis.INHERITED
    brackets: tuple[BracketRoles, ...] = ()


class Heritage:
    """The clauses read so far of one document."""

    def __init__(self, text: str, outline: Outline) -> None:
        """Note the document's headings and closing brackets before any clause is read."""
        self._text = text
        self._kept: list[Kept] = []
        self._latest: dict[
            int, tuple[tuple[str, ...], tuple[str, ...]]
        ] = {}  # by depth: unit, holders last named
        self._onward: dict[str, dict[BracketRoles, None]] = {}
        self._brackets: dict[tuple[str, ...], dict[BracketRoles, None]] = {}
        for clause in outline.clauses:
            raw = text[clause.body : clause.end]
            if _MAYBE_BRACKET.search(raw) and is_chinese(raw):
                self._brackets.setdefault(_unit(clause.ref), {}).update(dict.fromkeys(bracket_roles(raw)))
        self._introduces = any(clause.ref[0] != PREAMBLE for clause in outline.clauses)
        self._first_items = {c.lead: c for c in reversed(outline.clauses) if c.lead is not None}
        titles = {heading.ref: text[heading.start : heading.end] for heading in outline.headings}
        named = {ref: _NUMBER.sub("", title).strip("。： \n") for ref, title in titles.items()}
        self._aims = tuple(ref for ref, title in named.items() if AIM_TITLE.match(title + "。"))
        self._years = {ref: max(_YEAR.findall(title)) for ref, title in titles.items() if _YEAR.search(title)}
        opening = [text[c.start : c.end] for c in outline.clauses if c.ref == (PREAMBLE,)]
        told = _YEAR.findall(mask("".join(opening)))
        self._years |= {(): max(told)} if told else {}
        self._offices = {ref: roles for ref, title in named.items() if (roles := _office(title))}

    def lead(self, clause: Clause) -> Kept | None:
        """Return the lead-in that a clause is an item of; None where it takes nothing over from it."""
        if clause.lead is None:
            return None
        lead = self._kept[clause.lead]
        if lead.clause.ref == (PREAMBLE,):
            return None  # what is said before the first number announces all that follows (通知如下：)
        if lead.mode is not Lead.NONE:
            return lead
        return lead if len(clause.ref) >= 3 and not is_article(lead.clause.ref[-1]) else None

    def is_aim(self, clause: Clause) -> bool:
        """Say whether the clause stands under a heading of mere aims or principles, or only introduces what follows."""
        if (
            self._introduces
            and clause.ref[0] == PREAMBLE
            and is_chinese(words := self._text[clause.body : clause.end])
        ):
            return _ORDERS_FIRMLY.search(words) is None
        return not any(map(is_article, clause.ref)) and any(
            clause.ref[: len(ref)] == ref for ref in self._aims
        )

    def year(self, clause: Clause) -> str:
        """Return the year that the headings above a clause of a plan name, or else its opening words; "" for none."""
        if not self._years or any(map(is_article, clause.ref)):
            return ""
        above = (clause.ref[:size] for size in range(len(clause.ref), -1, -1))
        return next((self._years[ref] for ref in above if ref in self._years), "")

    def estate(self, clause: Clause, lead: Kept | None, kind: Kind) -> Estate:
        """Return what the clause takes over."""
        brackets = [*self._brackets.get(_unit(clause.ref), ())] if self._brackets else []
        onward = self._onward.setdefault(clause.ref[0], {}) if self._brackets else {}
        onward.update((role, None) for role in brackets if role.onward)
        brackets += [role for role in onward if role not in brackets]
        if brackets:
            return Estate(
                tuple(dict.fromkeys(role.name for role in brackets)), Basis.EXPLICIT, tuple(brackets)
            )
        if kind is Kind.GROUND:
            return self._conduct(clause, lead)
        if lead is not None:
            return Estate(self._beside(clause, lead) or lead.holders)
        return Estate(self._before(clause) or self._office_above(clause))

    def keep(self, clause: Clause, frames: Sequence[Frame], kind: Kind, estate: Estate) -> None:
        """Keep what later clauses may take over from this one."""
        mode, raw = Lead.NONE, self._text[clause.start : clause.end].rstrip()
        if raw[-1:] in "）)":
            raw = _CLOSING_BRACKET.sub("", raw)
        if raw[-1:] in "：:—–-":
            mode = self._mode(raw, kind)
        named = (frame.subjects for frame in reversed(frames) if frame.subjects and not _bars_anyone(frame))
        last = next(named, None) or estate.holders
        leads = len(self._kept) in self._first_items
        words = self._text[clause.body : clause.end]
        holders, conduct = _named(_leading(frames, words), estate) if leads else ((), ())
        if mode is Lead.DUTY and _WHO.search(words):
            holders = antecedent(_WHO.split(words)[0]) or holders  # employ a rigger who: (1) checks …
        self._kept.append(Kept(clause, kind, mode, holders, conduct))
        self._latest = {
            depth: (unit, told)
            for depth, (unit, told) in self._latest.items()
            if clause.ref[: depth - 1] == unit
        }
        if last:
            self._latest[len(clause.ref)] = (clause.ref[:-1], last)

    def _mode(self, raw: str, kind: Kind) -> Lead:
        """What a lead-in makes of its items: circumstances where the first of them tells one (…的；)."""
        first = self._first_items.get(len(self._kept))
        if not is_chinese(raw):
            return english_lead(raw, kind, self._text[first.body : first.end] if first else "")
        mode = lead_of(raw, kind)
        if mode not in (Lead.ELEMENT, Lead.DUTY) or first is None:
            return mode
        return Lead.GROUND if _CIRCUMSTANCE.search(self._text, first.body, first.end) else mode

    def _conduct(self, clause: Clause, lead: Kept | None) -> Estate:
        """Whose conduct a ground tells of: the party its lead-in names, else its own subject; none of a condition."""
        if lead is None or lead.kind is not Kind.SANCTION:
            return Estate()
        body = self._text[clause.body : clause.end]
        told = () if is_chinese(body) else party_of_condition(body)
        if told:
            return Estate(told, Basis.EXPLICIT)
        if lead.conduct:
            return Estate(lead.conduct)
        masked = mask(body)
        parts = segments(masked, (0, len(masked))) if is_chinese(body) else []
        found = find_subject(masked, *parts[0]) if parts else None
        if found is None or found.mark != "subject":
            return Estate()
        return Estate(split_roles(body[found.start : found.end]), Basis.EXPLICIT)

    def _before(self, clause: Clause) -> tuple[str, ...]:
        """The holder of the paragraph before it in the same article."""
        if not clause.ref or not (_is_paragraph(clause.ref[-1]) or _is_numbered_paragraph(clause.ref)):
            return ()
        unit, told = self._latest.get(len(clause.ref), ((), ()))
        return told if unit == clause.ref[:-1] else ()

    def _beside(self, clause: Clause, lead: Kept) -> tuple[str, ...]:
        """The holder of the English paragraph before it, where what stands above both leads nothing in."""
        if (
            lead.mode is not Lead.NONE
            or not _BRACKETED.fullmatch(clause.ref[-1])
            or lead.clause.ref == clause.ref[:-1]
        ):
            return ()
        unit, told = self._latest.get(len(clause.ref), ((), ()))
        return told if unit == clause.ref[:-1] else ()

    def _office_above(self, clause: Clause) -> tuple[str, ...]:
        """The office that the nearest heading above names (三、教务处职责)."""
        if not self._offices:
            return ()
        above = (clause.ref[:size] for size in range(len(clause.ref), 0, -1))
        return next((self._offices[ref] for ref in above if ref in self._offices), ())


def _leading(frames: Sequence[Frame], words: str) -> Sequence[Frame]:
    """The frames of the sentence that leads in, the last one; all of them where it names nobody."""
    at = max(words.rfind("。"), words.rfind(". ", 0, -2))
    last = [frame for frame in frames if frame.span[1] > at + 2]
    return last if any(frame.binds and frame.subjects for frame in last) else frames


def _named(frames: Sequence[Frame], estate: Estate) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Everyone whom a lead-in's words and brackets name, and those whose conduct it tells of."""
    if not frames:
        return estate.holders, estate.holders
    conduct: list[str] = []
    holders: list[str] = [role.name for role in estate.brackets]
    for frame in frames:
        if frame.binds:
            named = estate.holders if frame.subjects is None else frame.subjects
            conduct += named
            holders += [*named, *frame.objects]
    return tuple(dict.fromkeys(holders)), tuple(dict.fromkeys(conduct))


def _bars_anyone(frame: Frame) -> bool:
    """Say whether a frame forbids something to everybody (No person shall …): that is nobody's duty further on."""
    return frame.kind is Kind.PROHIBITION and frame.subjects in (("person",), ("persons",), ("individual",))


def _is_numbered_paragraph(ref: tuple[str, ...]) -> bool:
    """Say whether the reference is that of a paragraph (2) right below an English article."""
    return (
        len(ref) > 1
        and ref[-1][0] == "("
        and _NUMBERED.fullmatch(ref[-1]) is not None
        and _ENGLISH_ARTICLE.match(ref[-2]) is not None
    )


def _office(title: str) -> tuple[str, ...]:
    """The office a heading consists of, with or without 职责, 责任 or 任务 after it."""
    name = re.sub(r"的?(?:安全|主要|工作|岗位|管理)*(?:职责|责任|任务)(?:分工|清单)?$", "", title)
    if not 1 < len(name) <= 30 or not is_chinese(name) or name.endswith("组织机构"):
        return ()
    name = name.rpartition(" ")[2] or name  # 公司级 总经理
    if name[:2] in ORDERS and name[:2] not in COMPOUND:
        return ()
    masked = mask(name) + "应当"
    found = find_subject(masked, 0, len(masked))
    return split_roles(name) if found.mark == "subject" and (found.start, found.end) == (0, len(name)) else ()


def _unit(ref: tuple[str, ...]) -> tuple[str, ...]:
    return ref[:-1] if ref and _is_paragraph(ref[-1]) else ref


def _is_paragraph(piece: str) -> bool:
    return piece[0] == "第" and piece[-1] == "款" and len(piece) > 2
