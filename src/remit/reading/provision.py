"""From clauses to provisions: what each clause lays on whom, how often, by when, to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from remit.core.clause import Clause, Outline
from remit.core.duty import Act, Basis, Kind, Provision
from remit.core.problem import Problem
from remit.reading.bracket import BracketRoles, bracket_roles
from remit.reading.chinese import ChineseReader
from remit.reading.degree import degree_of
from remit.reading.english import english_lead, read_english
from remit.reading.frame import Frame, merge_frames
from remit.reading.holder import is_role, split_roles
from remit.reading.kind import Lead, lead_of
from remit.reading.role import find_subject
from remit.reading.role_words import LEVELS
from remit.reading.sentence import is_chinese, mask, segments
from remit.reading.sole import fill_sole_holders
from remit.reading.verb_words import ADJECTIVAL, COMPOUND, ORDERS

__all__ = ["provisions"]

_RESIDUAL = re.compile(r"(?:规定|确定|交办|要求|赋予|约定|认为)的?其他|^其他[^，。]{0,20}[。；;]?$")
_AIMS = re.compile(r"(?:总体|工作|主要|基本|指导|目标|整治|治理|行动|预期|年度)?(?:目标任务|总体思路|基本原则|工作原则|指导思想|目标|思路|原则|总体要求|工作目标|主要目标|背景|意义|基本情况)。")
_ARTICLE = re.compile(r"^第.+条")
_PARAGRAPH = re.compile(r"^第.+款$")


@dataclass(slots=True)
class _Reading:
    """What is kept of a clause for those that take over from it."""

    clause: Clause
    kind: Kind
    holders: tuple[str, ...] = ()
    conduct: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    lead: Lead = Lead.NONE


def provisions(text: str, outline: Outline) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """Return one provision a clause, in the outline's order, and the problems found.

    Offsets are into `text`. A slot that the words do not fill stays empty rather than guessed.
    """
    reader = _Document(text, outline)
    found = [reader.read(number) for number in range(len(outline.clauses))]
    return tuple(fill_sole_holders(found, text)), ()


class _Document:
    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.outline = outline
        self.readings: list[_Reading] = []
        self.standing: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self.by_ref: dict[tuple[str, ...], int] = {}
        self.brackets = self._all_brackets()
        self.aims = tuple(
            heading.ref
            for heading in outline.headings
            if _AIMS.search(re.sub(r"^.{0,6}?[、.）)]\s*", "", text[heading.start : heading.end]).rstrip("。") + "。")
        )

    def _all_brackets(self) -> dict[tuple[str, ...], list[BracketRoles]]:
        """Bracketed holders by the unit they hold for: all paragraphs of that item."""
        found: dict[tuple[str, ...], list[BracketRoles]] = {}
        for clause in self.outline.clauses:
            raw = self.text[clause.body : clause.end]
            if "（" in raw or "：" in raw or "(" in raw:
                roles = bracket_roles(raw)
                if roles:
                    found.setdefault(_unit(clause.ref), []).extend(roles)
        return found

    def read(self, number: int) -> Provision:
        clause = self.outline.clauses[number]
        raw = self.text[clause.start : clause.end]
        if not is_chinese(raw):
            return self._read_english(number, clause, raw)
        masked = mask(raw)
        lead = self._lead(clause)
        mode = lead.lead if lead else Lead.NONE
        in_article = any(_ARTICLE.match(part) for part in clause.ref)
        reader = ChineseReader(raw, masked, bare=mode is Lead.DUTY, plan=not in_article)
        start = self._after_title(clause, masked, in_article=in_article)
        title = masked[clause.body - clause.start : start]
        named = title.strip("。 　")
        if title[:2] in LEVELS and len(title) < 10:
            reader.current = (title[:2],)
        elif named and is_role(named) and (named[:2] not in ORDERS or named[:2] in COMPOUND or named[:2] in ADJECTIVAL):
            reader.current = (named,)
        frames = reader.read(start)
        if _AIMS.match(title) or any(clause.ref[: len(ref)] == ref for ref in self.aims):
            frames = []
        frames, kind = self._by_mode(frames, mode, raw[clause.body - clause.start :])
        inherited, basis = self._inherited(clause, lead, kind)
        return self._finish(number, clause, frames, kind, inherited, basis)

    def _read_english(self, number: int, clause: Clause, raw: str) -> Provision:
        lead = self._lead(clause)
        mode = lead.lead if lead else Lead.NONE
        start = clause.body - clause.start
        frames, kind = self._by_mode(read_english(raw, start, mode), mode, raw[start:])
        inherited, basis = self._inherited(clause, lead, kind)
        return self._finish(number, clause, frames, kind, inherited, basis)

    def _lead(self, clause: Clause) -> _Reading | None:
        if clause.lead is None:
            return None
        lead = self.readings[clause.lead]
        if lead.lead is not Lead.NONE:
            return lead
        return lead if len(clause.ref) >= 3 and not _ARTICLE.match(lead.clause.ref[-1]) else None

    def _after_title(self, clause: Clause, masked: str, *, in_article: bool) -> int:
        start = clause.body - clause.start
        if in_article or not clause.ref:
            return start
        stop = masked.find("。", start)
        if 0 < stop - start <= 28 and stop + 1 < len(masked.rstrip()) and not re.search(r"应当|必须|负责", masked[start:stop]):
            return stop + 1
        return start

    def _by_mode(self, frames: list[Frame], mode: Lead, body: str) -> tuple[list[Frame], Kind]:
        kind = next((f.kind for f in frames if f.kind is not Kind.OTHER), Kind.OTHER)
        if mode is Lead.NONE:
            return frames, kind
        if mode is Lead.GROUND and kind is not Kind.SANCTION:
            return [frame for frame in frames if frame.kind is Kind.GROUND], Kind.GROUND
        if mode is Lead.SANCTION and kind is not Kind.SANCTION:
            return [], Kind.GROUND if body.rstrip("；;。 ").endswith("的") else Kind.OTHER
        if mode is Lead.SANCTION:
            return frames, kind
        if mode is Lead.DEFINITION:
            return [], Kind.DEFINITION
        if mode is Lead.ELEMENT:
            if re.search(r"应当|必须|不得|\b(?:shall|must)\b", body):
                return frames, kind
            return [], Kind.OTHER
        fixed = {Lead.PROHIBITION: Kind.PROHIBITION, Lead.PERMISSION: Kind.PERMISSION}.get(mode)
        if fixed:
            for frame in frames:
                frame.kind = fixed
            return frames, fixed
        if mode is Lead.DUTY and (kind is Kind.OTHER or _RESIDUAL.search(body)):
            return ([] if _RESIDUAL.search(body) else frames), Kind.DUTY
        return frames, kind

    def _inherited(self, clause: Clause, lead: _Reading | None, kind: Kind) -> tuple[tuple[str, ...], dict[str, Basis]]:
        if kind is Kind.GROUND:
            if lead is None or lead.conduct or lead.kind is not Kind.SANCTION:
                return (lead.conduct if lead and lead.kind is Kind.SANCTION else ()), {"holders": Basis.INHERITED}
            return _own_subject(self.text[clause.body : clause.end]), {"holders": Basis.EXPLICIT}
        if lead is not None:
            return lead.holders, {"holders": Basis.INHERITED}
        if _PARAGRAPH.match(clause.ref[-1]):
            for reading in reversed(self.readings):
                if reading.clause.ref[: len(clause.ref) - 1] != clause.ref[:-1]:
                    break
                if len(reading.clause.ref) == len(clause.ref) and reading.last:
                    return reading.last, {"holders": Basis.INHERITED}
        return (), {}

    def _finish(
        self,
        number: int,
        clause: Clause,
        frames: list[Frame],
        kind: Kind,
        inherited: tuple[str, ...],
        basis: dict[str, Basis],
    ) -> Provision:
        bracketed = self.brackets.get(_unit(clause.ref), [])
        outer = [role.name for role in bracketed] + [
            name for ref, names in self.standing if clause.ref[: len(ref)] == ref for name in names
        ]
        if bracketed and any(role.onward for role in bracketed):
            names = tuple(role.name for role in bracketed if role.onward)
            self.standing.append((clause.ref[:1], names))
        if outer:
            inherited = tuple(dict.fromkeys(outer))
        told: list[str] = list(outer) if kind in (Kind.DUTY, Kind.PROHIBITION) else []
        conduct: list[str] = []
        for frame in frames:
            if frame.kind in (Kind.OTHER, Kind.DEFINITION, Kind.SCOPE):
                continue
            names = inherited if frame.subjects is None else frame.subjects
            told += [*names, *frame.objects]
            conduct += names
        if not frames and kind in (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION, Kind.GROUND):
            told += inherited
            conduct += inherited
        holders = tuple(dict.fromkeys(told))
        last = next((f.subjects for f in reversed(frames) if f.subjects), None) or inherited
        raw = self.text[clause.start : clause.end]
        self.readings.append(
            _Reading(clause, kind, holders, tuple(dict.fromkeys(conduct)), last, lead_of(raw, kind) if is_chinese(raw) else english_lead(raw, kind))
        )
        acts = self._acts(clause, frames, inherited)
        explicit = any(frame.subjects for frame in frames)
        return Provision(
            clause=clause,
            kind=kind,
            also=tuple(dict.fromkeys(f.kind for f in frames if f.kind is not kind)),
            holders=holders,
            actions=_union(acts, "actions"),
            cadence=_union(acts, "cadence"),
            deadline=_union(acts, "deadline"),
            addressee=_union(acts, "addressee"),
            by=tuple(dict.fromkeys(name for frame in frames for name in frame.by)),
            basis=_basis(holders, acts, explicit=explicit),
            acts=acts,
        )

    def _acts(self, clause: Clause, frames: list[Frame], inherited: tuple[str, ...]) -> tuple[Act, ...]:
        acts = []
        for frame in merge_frames(frames):
            if frame.kind in (Kind.OTHER, Kind.DEFINITION, Kind.SCOPE):
                continue
            start, end = frame.span
            holders = inherited if frame.subjects is None else frame.subjects
            acts.append(
                Act(
                    start=clause.start + start,
                    end=clause.start + end,
                    kind=frame.kind,
                    holders=tuple(dict.fromkeys((*holders, *frame.objects))),
                    actions=frame.actions,
                    cadence=frame.cadence,
                    deadline=frame.deadline,
                    addressee=frame.addressee,
                    degree=degree_of(self.text[clause.start + start : clause.start + end]),
                )
            )
        return tuple(acts)


def _own_subject(body: str) -> tuple[str, ...]:
    """The subject a ground names itself."""
    masked = mask(body)
    parts = segments(masked, (0, len(masked)))
    if not parts or not is_chinese(body):
        return ()
    found = find_subject(masked, *parts[0])
    return split_roles(body[found.start : found.end]) if found.mark == "subject" else ()


def _unit(ref: tuple[str, ...]) -> tuple[str, ...]:
    return ref[:-1] if _PARAGRAPH.match(ref[-1]) else ref


def _union(acts: tuple[Act, ...], name: str) -> tuple:
    return tuple(dict.fromkeys(value for act in acts for value in getattr(act, name)))


def _basis(holders: tuple[str, ...], acts: tuple[Act, ...], *, explicit: bool) -> tuple[tuple[str, Basis], ...]:
    found = []
    if holders:
        found.append(("holders", Basis.EXPLICIT if explicit else Basis.INHERITED))
    for name in ("actions", "cadence", "deadline", "addressee"):
        if any(getattr(act, name) for act in acts):
            found.append((name, Basis.EXPLICIT))
    return tuple(found)
