"""The task breakdown of a unit as a table: a row for each duty that binds it, with what it has divided so far."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from remit.core.adoption import Adoption
from remit.core.assignment import Answer, Assignment, answer, assign, assign_item
from remit.core.breakdown import BreakdownItem, latest_on
from remit.core.duty import Duty
from remit.core.edition_change import DutyChange, changes_since
from remit.core.lineage import ancestors_on
from remit.core.post import Directory
from remit.core.regime import Edition, Regime, RegimeClause, find_duty

__all__ = ["BreakdownRow", "breakdown_rows", "edition_spans", "history_mark", "own_rows"]

_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownRow:
    """A duty (`ref` is its public reference) at a unit on a day, with the row of its breakdown, if it has one.

    `chapter` is the uppermost heading over the clause, without its number. `answers` say who answers on the day. `mark`
    changes with every change of how the unit has divided the duty, whenever: who writes names the one that was seen.
    `planned` is the first day of a row that follows later, `change` what makes a row suspect: the edition that it was
    written under said otherwise. `own` is the code of the unit whose own item it is, empty for a duty of a regime.
    """

    ref: str
    regime: Edition
    title: str
    language: str
    clause: RegimeClause
    chapter: str
    duty: Duty
    answers: tuple[Answer, ...]
    mark: str
    item: BreakdownItem | None = None
    planned: date | None = None
    change: DutyChange | None = None
    own: str = ""


def breakdown_rows(
    adoptions: Sequence[Adoption], directory: Directory, unit: str, *, day: date
) -> tuple[BreakdownRow, ...]:
    """Return a row for each duty that binds the unit on a day, regimes in the order given, clauses as in the text.

    `adoptions` are all that reach or reached the unit; a duty that two of them bring has one row.
    """
    rows: dict[str, BreakdownRow] = {}
    for adoption in adoptions:
        bound: dict[str, list[Assignment]] = {}
        for one in assign(adoption, directory, day=day):
            if one.unit == unit:
                bound.setdefault(one.duty, []).append(one)
        if not bound:
            continue
        chapters = _chapters(adoption.regime)
        items = _by_duty(adoption.items, unit)
        suspects: dict[date, Mapping[str, DutyChange]] = {}
        for ref, assignments in bound.items():
            found = find_duty(adoption.regime, ref)
            if found is None or ref in rows:
                continue
            clause, duty = found
            history = items.get(ref, ())
            item = latest_on(history, day)
            if item is not None and item.since not in suspects:
                spans = edition_spans(adoptions, adoption.regime.id)
                suspects[item.since] = changes_since(spans, item.since, day)
            rows[ref] = BreakdownRow(
                ref=ref,
                regime=Edition(adoption.regime.id, adoption.regime.edition),
                title=adoption.regime.title,
                language=adoption.regime.language,
                clause=clause,
                chapter=chapters.get(clause.start, ""),
                duty=duty,
                answers=_answers(assignments, directory, day),
                mark=history_mark(history),
                item=item,
                planned=min((one.since for one in history if one.since > day), default=None),
                change=suspects[item.since].get(duty.ref) if item else None,
            )
    return tuple(rows.values())


def own_rows(
    items: Iterable[BreakdownItem], directory: Directory, unit: str, *, day: date
) -> tuple[BreakdownRow, ...]:
    """Return a row for each item of a unit's own on a day, and for those that units above hand down to it.

    `items` are those of the unit, of all days, and of the units above it.
    """
    known = tuple(items)
    above = ancestors_on(directory, unit, day)
    mine = _by_duty(known, unit)
    rows = []
    for owner in (*reversed(above), unit):
        for ref, history in _by_duty(known, owner).items():
            said = latest_on(history, day)
            if said is None or not said.title or (owner != unit and not said.cascades):
                continue
            ours = mine.get(ref, ())
            item = latest_on(ours, day)
            divided = item or BreakdownItem(duty=ref, unit=unit, since=said.since)
            rows.append(
                BreakdownRow(
                    ref=ref,
                    regime=Edition("", said.since),
                    title="",
                    language="zh" if _CHINESE.search(said.title) else "en",
                    clause=RegimeClause(ref=(), text=said.title, start=0, end=len(said.title)),
                    chapter="",
                    duty=Duty(ref=ref, quote=said.title),
                    answers=_answers([assign_item(divided, directory, day=day)], directory, day),
                    mark=history_mark(ours),
                    item=item,
                    planned=min((one.since for one in ours if one.since > day), default=None),
                    own=owner,
                )
            )
    return tuple(rows)


def edition_spans(adoptions: Iterable[Adoption], regime: str) -> tuple[tuple[Regime, date, date | None], ...]:
    """Return the editions of a regime that adoptions put in force, with their days."""
    return tuple((one.regime, one.since, one.until) for one in adoptions if one.regime.id == regime)


def history_mark(items: Iterable[BreakdownItem]) -> str:
    """Return a mark of all rows that a unit has, had or will have for a duty; empty where there is none."""
    history = sorted(items, key=lambda one: one.since)
    if not history:
        return ""
    return hashlib.sha256(repr([astuple(one) for one in history]).encode()).hexdigest()[:16]


def _by_duty(items: Iterable[BreakdownItem], unit: str) -> dict[str, tuple[BreakdownItem, ...]]:
    found: dict[str, tuple[BreakdownItem, ...]] = {}
    for item in items:
        if item.unit == unit:
            found[item.duty] = (*found.get(item.duty, ()), item)
    return found


def _answers(assignments: Iterable[Assignment], directory: Directory, day: date) -> tuple[Answer, ...]:
    """Who answers, a post once even where several roles lead to it."""
    found: dict[tuple[str, str], Answer] = {}
    for assignment in assignments:
        for one in answer(assignment, directory, day=day):
            found.setdefault((one.post or one.through, one.person), one)
    return tuple(found.values())


def _chapters(regime: Regime) -> dict[int, str]:
    """Return for each clause, by where it starts, the uppermost heading over it."""
    return dict(_chaptered(regime.clauses))


def _chaptered(clauses: Iterable[RegimeClause]) -> Iterator[tuple[int, str]]:
    top, chapter = 0, ""
    for clause in clauses:
        if clause.heading and clause.ref and (not top or len(clause.ref) <= top):
            top, chapter = len(clause.ref), _unnumbered(clause)
        yield clause.start, chapter


def _unnumbered(heading: RegimeClause) -> str:
    return heading.text.removeprefix(heading.ref[-1]).strip(" \u3000\t.．、:：\n") or heading.text
