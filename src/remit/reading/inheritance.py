"""What a clause takes over: holders from its lead-in, its article, its item's closing brackets, its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from remit.core.clause import Clause, Outline
from remit.core.duty import Basis, Kind
from remit.reading.bracket import BracketRoles, bracket_roles
from remit.reading.english_lead import english_lead
from remit.reading.english_role import party_of_condition
from remit.reading.frame import Frame
from remit.reading.holder import split_roles
from remit.reading.interpretation import is_article
from remit.reading.lead import AIM_TITLE, Lead, lead_of
from remit.reading.sentence import is_chinese, mask, segments
from remit.reading.subject import find_subject

__all__ = ["Estate", "Heritage", "Kept"]

_PARAGRAPH = re.compile(r"第.+款")
_NUMBERED = re.compile(r"\(\d+[A-Z]?\)")
_ENGLISH_ARTICLE = re.compile(r"(?:Article|Section|Rule|Regulation|Clause|Art\.)\s*\d", re.I)
_NUMBER = re.compile(r"^(?:第.{1,6}?[章节条]|.{0,6}?[、.）)])\s*")
_MAYBE_BRACKET = re.compile(r"[（(：:]")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a clause for those that take over from it."""

    clause: Clause
    kind: Kind
    mode: Lead
    holders: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Estate:
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
        self._onward: list[tuple[str, BracketRoles]] = []
        self._brackets: dict[tuple[str, ...], list[BracketRoles]] = {}
        for clause in outline.clauses:
            raw = text[clause.body : clause.end]
            if _MAYBE_BRACKET.search(raw) and is_chinese(raw):
                self._brackets.setdefault(_unit(clause.ref), []).extend(bracket_roles(raw))
        titles = {heading.ref: text[heading.start : heading.end] for heading in outline.headings}
        named = {ref: _NUMBER.sub("", title).strip("。： \n") for ref, title in titles.items()}
        self._aims = tuple(ref for ref, title in named.items() if AIM_TITLE.match(title + "。"))
        self._offices = {ref: roles for ref, title in named.items() if (roles := _office(title))}

    def lead(self, clause: Clause) -> Kept | None:
        """Return the lead-in that a clause is an item of; None where it takes nothing over from it."""
        if clause.lead is None:
            return None
        lead = self._kept[clause.lead]
        if lead.mode is not Lead.NONE:
            return lead
        return lead if len(clause.ref) >= 3 and not is_article(lead.clause.ref[-1]) else None

    def is_aim(self, clause: Clause) -> bool:
        """Say whether the clause stands under a heading that announces mere aims or principles."""
        return any(clause.ref[: len(ref)] == ref for ref in self._aims)

    def estate(self, clause: Clause, lead: Kept | None, kind: Kind) -> Estate:
        """Return what the clause takes over."""
        brackets = [*self._brackets.get(_unit(clause.ref), ())]
        self._onward += [(clause.ref[0], role) for role in brackets if role.onward]
        brackets += [role for first, role in self._onward if first == clause.ref[0] and role not in brackets]
        if brackets:
            return Estate(
                tuple(dict.fromkeys(role.name for role in brackets)), Basis.EXPLICIT, tuple(brackets)
            )
        if kind is Kind.GROUND:
            return self._conduct(clause, lead)
        if lead is not None:
            return Estate(lead.holders)
        return Estate(self._before(clause) or self._office_above(clause))

    def keep(self, clause: Clause, frames: list[Frame], kind: Kind, estate: Estate) -> None:
        """Keep what later clauses may take over from this one."""
        conduct: list[str] = []
        holders: list[str] = [role.name for role in estate.brackets]
        for frame in frames:
            if frame.binds:
                named = estate.holders if frame.subjects is None else frame.subjects
                conduct += named
                holders += [*named, *frame.objects]
        if not frames:
            conduct, holders = [*estate.holders], [*estate.holders]
        last = next((frame.subjects for frame in reversed(frames) if frame.subjects), None)
        raw = self._text[clause.start : clause.end]
        mode = lead_of(raw, kind) if is_chinese(raw) else english_lead(raw, kind)
        once, twice = tuple(dict.fromkeys(holders)), tuple(dict.fromkeys(conduct))
        self._kept.append(Kept(clause, kind, mode, once, twice, last or estate.holders))

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
        if not clause.ref or not (_PARAGRAPH.fullmatch(clause.ref[-1]) or _is_numbered_paragraph(clause.ref)):
            return ()
        for kept in reversed(self._kept):
            if kept.clause.ref[: len(clause.ref) - 1] != clause.ref[:-1]:
                break
            if len(kept.clause.ref) == len(clause.ref) and kept.last:
                return kept.last
        return ()

    def _office_above(self, clause: Clause) -> tuple[str, ...]:
        """The office that the nearest heading above names (三、教务处职责)."""
        above = (clause.ref[:size] for size in range(len(clause.ref), 0, -1))
        return next((self._offices[ref] for ref in above if ref in self._offices), ())


def _is_numbered_paragraph(ref: tuple[str, ...]) -> bool:
    """Say whether the reference is that of a paragraph (2) right below an English article."""
    return (
        len(ref) > 1
        and _NUMBERED.fullmatch(ref[-1]) is not None
        and _ENGLISH_ARTICLE.match(ref[-2]) is not None
    )


def _office(title: str) -> tuple[str, ...]:
    """The office a heading consists of, with or without 职责, 责任 or 任务 after it."""
    name = re.sub(r"的?(?:安全|主要|工作|岗位|管理)*(?:职责|责任|任务)(?:分工|清单)?$", "", title)
    if not 1 < len(name) <= 30 or not is_chinese(name):
        return ()
    masked = mask(name) + "应当"
    found = find_subject(masked, 0, len(masked))
    return split_roles(name) if found.mark == "subject" and (found.start, found.end) == (0, len(name)) else ()


def _unit(ref: tuple[str, ...]) -> tuple[str, ...]:
    return ref[:-1] if ref and _PARAGRAPH.fullmatch(ref[-1]) else ref
