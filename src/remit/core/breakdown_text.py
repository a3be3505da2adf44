"""A row of a task breakdown as the cells that a clerk fills in, and back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from remit.core.breakdown import BreakdownItem, is_own
from remit.core.post_naming import PostNames, join_names, split_names
from remit.core.problem import Place, Problem, error

__all__ = [
    "CELLS",
    "OWN_CELLS",
    "CellChange",
    "RowEdit",
    "RowsRead",
    "cells_mark",
    "cells_of",
    "read_rows",
    "tidy_cell",
]

CELLS = ("measures", "lead", "supporting", "leader", "due", "evidence", "note")
"""The cells of a row, in the order of the offices' form."""
OWN_CELLS = ("title", "cascades")
"""What the row of an item of the unit's own has besides; `cascades` is `1` or empty."""

_EVIDENCE = re.compile(r"\s*[;；\n]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEdit:
    """A row as somebody hands it in.

    `mark` is that of the row that was seen (`BreakdownRow.mark`), `shown` that of its cells then: whoever left them as
    they were has changed nothing. `confirmed` writes the row again as it is, so that it is suspect no more.
    """

    duty: str
    mark: str
    shown: str
    cells: Mapping[str, str]
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell that would be written anew."""

    duty: str
    cell: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsRead:
    """What rows that were handed in come to: rows to write and to take away, and the marks of those that were seen.

    `stale` are edited rows that somebody else has changed meanwhile; they count among the rest.
    """

    items: tuple[BreakdownItem, ...] = ()
    removed: tuple[str, ...] = ()
    seen: tuple[tuple[str, str], ...] = ()
    changes: tuple[CellChange, ...] = ()
    confirmed: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def cells_of(item: BreakdownItem | None, names: PostNames) -> dict[str, str]:
    """Return the cells of a row, empty ones where nothing is divided."""
    if item is None:
        return dict.fromkeys(CELLS, "")
    said = {
        "measures": item.measures,
        "lead": join_names(item.lead, names),
        "supporting": join_names(item.supporting, names),
        "leader": names.label(item.leader) if item.leader else "",
        "due": item.due,
        "evidence": "；".join(item.evidence),
        "note": item.note,
    }
    if item.title:
        said |= {"title": item.title, "cascades": "1" if item.cascades else ""}
    return {cell: tidy_cell(text) for cell, text in said.items()}


def tidy_cell(text: str) -> str:
    """Return a cell as it is compared: one kind of line end, no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def cells_mark(cells: Mapping[str, str]) -> str:
    """Return a mark of the cells of a row: the same for the same words."""
    named = (*CELLS, *OWN_CELLS) if cells.get("title") else CELLS
    said = "\x1f".join(tidy_cell(cells.get(cell, "")) for cell in named)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def read_rows(
    edits: Iterable[RowEdit],
    held: Mapping[str, tuple[BreakdownItem | None, str]],
    names: PostNames,
    *,
    unit: str,
    since: date,
) -> RowsRead:
    """Return what rows that were handed in come to, from `since` on. `held` has by duty the row as it is, and its mark.

    A row whose cells are all empty is taken away, an item of the unit's own where it has no title; one with a title
    that is not there yet is new. What stands in a cell as before keeps its value exactly. Problems: a duty that does
    not bind the unit, given twice, or a name that means nothing here; `Place.ref` is `DUTY cell`.
    """
    items, removed, seen, changes, confirmed, stale, problems = [], [], {}, [], [], [], []
    for edit in edits:
        if cells_mark(edit.cells) == edit.shown and not edit.confirmed:
            continue
        fresh = edit.duty not in held and is_own(edit.duty) and bool(edit.cells.get("title", "").strip())
        if (edit.duty not in held and not fresh) or edit.duty in seen:
            problems.append(_twice(edit.duty) if edit.duty in held else _unbound(edit.duty, unit))
            continue
        item, mark = held.get(edit.duty, (None, ""))
        own = fresh or (item is not None and bool(item.title))
        named = (*CELLS, *OWN_CELLS) if own else CELLS
        before = dict.fromkeys(OWN_CELLS, "") | cells_of(item, names)
        cells = {
            cell: tidy_cell(edit.cells.get(cell, "" if cell in CELLS else before[cell])) for cell in named
        }
        different = [c for c in named if cells[c] != before[c]]
        if not different and not (edit.confirmed and item):
            continue
        seen[edit.duty] = edit.mark
        stale += [edit.duty] if edit.mark != mark else []
        changes += [CellChange(duty=edit.duty, cell=c, old=before[c], new=cells[c]) for c in different]
        confirmed += [edit.duty] if not different else []
        old = item or BreakdownItem(duty=edit.duty, unit=unit, since=since)
        if cells["title"] if own else any(cells.values()):
            written, found = _written(old, {cell: cells[cell] for cell in different}, names)
            items.append(replace(written, since=since, until=None))
            problems += found
        else:
            removed.append(edit.duty)
    return RowsRead(
        items=tuple(items),
        removed=tuple(removed),
        seen=tuple(seen.items()),
        changes=tuple(changes),
        confirmed=tuple(confirmed),
        stale=tuple(stale),
        problems=tuple(problems),
    )


def _written(
    old: BreakdownItem, cells: Mapping[str, str], names: PostNames
) -> tuple[BreakdownItem, list[Problem]]:
    """Return a row with some of its cells written anew."""
    problems: list[Problem] = []
    named: dict[str, tuple[str, ...]] = {"lead": old.lead, "supporting": old.supporting}
    named["leader"] = (old.leader,) if old.leader else ()
    for cell in {"lead", "supporting", "leader"}.intersection(cells):
        named[cell], unknown = split_names(cells[cell], names)
        problems += [_unknown(old.duty, cell, one) for one in unknown]
    if len(named["leader"]) > 1:
        problems.append(_two_leaders(old.duty, cells["leader"]))
    evidence = tuple(dict.fromkeys(filter(None, _EVIDENCE.split(cells.get("evidence", "")))))
    written = replace(
        old,
        leader=next(iter(named["leader"]), ""),
        lead=named["lead"],
        supporting=named["supporting"],
        due=cells.get("due", old.due),
        measures=cells.get("measures", old.measures),
        evidence=evidence if "evidence" in cells else old.evidence,
        note=cells.get("note", old.note),
        title=cells.get("title", old.title),
        cascades=bool(cells.get("cascades", "1" if old.cascades else "")),
    )
    return written, problems


def _unbound(duty: str, unit: str) -> Problem:
    return error(
        "breakdown-duty",
        "No regime in force at {unit} has the duty '{duty}'.",
        "Correct the reference: it is written REGIME/DUTY.",
        at=Place(ref=duty),
        unit=unit,
        duty=duty,
    )


def _twice(duty: str) -> Problem:
    return error(
        "breakdown-twice",
        "The duty {duty} has two rows.",
        "Keep one of them.",
        at=Place(ref=duty),
        duty=duty,
    )


def _unknown(duty: str, cell: str, name: str) -> Problem:
    return error(
        "breakdown-name",
        "“{name}” is no post and no unit that is known here.",
        "Choose one from the list, or write its code.",
        at=Place(ref=f"{duty} {cell}"),
        duty=duty,
        name=name,
    )


def _two_leaders(duty: str, written: str) -> Problem:
    return error(
        "breakdown-leaders",
        "“{written}” names more than one responsible leader.",
        "Name one; the others can support.",
        at=Place(ref=f"{duty} leader"),
        duty=duty,
        written=written,
    )
