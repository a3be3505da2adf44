"""The task breakdown of a unit: a table in which many rows are written at once, and what others wrote meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from remit.core.breakdown import BreakdownItem, is_own, own_reference
from remit.core.breakdown_table import BreakdownRow
from remit.core.breakdown_text import CELLS, RowEdit, RowsRead, cells_mark, cells_of, tidy_cell
from remit.core.problem import Level, Problem, error, worst
from remit.files.breakdown_xlsx import COLUMNS, answerable, answering, source_words
from remit.files.wording import rhythm_words
from remit.store import actions, dividing_inquiry
from remit.store.actions.dividing import RowsChanged
from remit.store.dividing_inquiry import BreakdownSeen
from remit.store.refusal import Refused
from remit.web.dates import day_words, parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key, key_of, needed_day

__all__ = ["CellShown", "RowShown", "UpperShown", "address_of", "breakdown", "heads", "store_rows"]

_PAGE = 50
_WIDE = frozenset({"measures", "due", "evidence", "note"})
_NAMED = frozenset({"lead", "supporting", "leader"})
_TAKEN = ("measures", "due", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShown:
    """A cell with what stands or was typed in it; `said` is its column's name.

    `now` is what somebody else wrote meanwhile, `hint` what holds while it is empty.
    """

    name: str
    said: str
    value: str
    wide: bool
    named: bool
    hint: str = ""
    now: str | None = None
    wrong: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpperShown:
    """How a unit above has divided the same duty."""

    unit: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A row ready to be shown; `number` counts within the regimes shown, `wrong` is what concerns it as a whole.

    `title` and `cascades` are those of an item of the unit's own; `own` tells whose own item it is.
    """

    number: int
    row: BreakdownRow
    answers: tuple[str, ...]
    cells: tuple[CellShown, ...]
    shown: str
    stale: bool
    confirmed: bool
    above: tuple[UpperShown, ...]
    wrong: tuple[Problem, ...]
    title: str = ""
    cascades: bool = False
    own: str = ""


@require_http_methods(["GET", "POST"])
@asked
def breakdown(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show a unit's breakdown on a day, fifty rows at a time, and store what was written into it."""
    given = request.POST if request.method == "POST" else request.GET
    day, problems = parse_day(given.get("on", ""), field="on")
    seen = dividing_inquiry.breakdown(
        asking.viewer, given.get("unit", ""), day or asking.today, regime=given.get("regime", "")
    )
    if request.method == "GET":
        return _show(request, asking, seen, problems=problems)
    edits = tuple(_edits(given, seen))
    since, problems = needed_day(given, "since")
    if since is None:
        return _show(request, asking, seen, edits=edits, problems=problems, status=422)
    read, done = store_rows(request, asking, seen, edits, since=since)
    if done is not None:
        return done
    status = 409 if read.stale else 422
    return _show(request, asking, seen, edits=edits, problems=read.problems, stale=read.stale, status=status)


def store_rows(
    request: HttpRequest, asking: Asking, seen: BreakdownSeen, edits: Sequence[RowEdit], *, since: date
) -> tuple[RowsRead, HttpResponse | None]:
    """Store rows, all or none, and go back to the table; no answer where something is wrong or changed meanwhile."""
    read = dividing_inquiry.read_edits(asking.viewer, seen, edits, since=since)
    if read.stale or worst(read.problems) is Level.ERROR:
        return read, None
    if read.items or read.removed:
        try:
            actions.divide(
                asking.by(key_of(request.POST)),
                read.items,
                unit=seen.unit.code,
                removed=read.removed,
                since=since,
                seen=dict(read.seen),
            )
        except Refused as refusal:
            return replace(read, problems=refusal.problems), None
        except RowsChanged as changed:
            return replace(read, stale=changed.duties), None
    count = len(read.items) + len(read.removed)
    words = ngettext(
        "{count} row is stored, from {day} on.", "{count} rows are stored, from {day} on.", count
    )
    said = words.format(count=count, day=day_words(since)) if count else _("Nothing was changed.")
    messages.success(request, said)
    given = request.POST
    on = max(seen.day, since)
    back = address_of(
        seen, on if on != asking.today else None, given.get("regime", ""), given.get("after", "")
    )
    return read, HttpResponseRedirect(back)


def address_of(seen: BreakdownSeen, on: date | None, regime: str = "", after: str = "") -> str:
    """Return the address of a page of a unit's breakdown."""
    asked = {"unit": seen.unit.code, "on": on.isoformat() if on else "", "regime": regime, "after": after}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('breakdown')}?{query}"


def heads() -> dict[str, str]:
    """Return what the columns are called, by name."""
    own = {"title": _("What it says"), "cascades": _("For the units below too")}
    return {column.name: _(column.english) for column in COLUMNS} | own


def _edits(form: QueryDict, seen: BreakdownSeen) -> Iterator[RowEdit]:
    """The rows of the form; a cell that it does not hold stays as it is, and a row may take over what is above."""
    held = {row.ref: row.item for row in seen.rows}
    for name in form:
        if not name.startswith("row-"):
            continue
        number, ref = name.removeprefix("row-"), form.get(name, "")
        own = cells_of(held.get(ref), seen.names)
        cells = {cell: form.get(f"{cell}-{number}", own[cell]) for cell in CELLS}
        if form.get(f"take-{number}") and seen.above.get(ref):
            upper = cells_of(seen.above[ref][0][1], seen.names)
            cells |= {cell: upper[cell] for cell in _TAKEN if not tidy_cell(cells[cell])}
        cells |= _own_cells(form, number)
        yield RowEdit(
            duty=ref,
            mark=form.get(f"mark-{number}", ""),
            shown=form.get(f"shown-{number}", ""),
            cells=cells,
            confirmed=bool(form.get(f"confirm-{number}")),
        )

    title = form.get("title-new", "").strip()
    if title:
        cells = {cell: form.get(f"{cell}-new", "") for cell in CELLS} | _own_cells(form, "new")
        yield RowEdit(duty=own_reference(seen.unit.code, title), mark="", shown="", cells=cells)


def _own_cells(form: QueryDict, number: str) -> dict[str, str]:
    """What the row of an item of the unit's own has besides: its words, and whether units below have it too."""
    if f"title-{number}" not in form:
        return {}
    return {
        "title": form.get(f"title-{number}", ""),
        "cascades": "1" if form.get(f"cascades-{number}") else "",
    }


def _show(
    request: HttpRequest,
    asking: Asking,
    seen: BreakdownSeen,
    *,
    edits: Sequence[RowEdit] = (),
    problems: tuple[Problem, ...] = (),
    stale: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    typed = {edit.duty: edit for edit in edits if edit.confirmed or cells_mark(edit.cells) != edit.shown}
    refs = [row.ref for row in seen.rows]
    new = next((edit for edit in edits if edit.duty not in refs and is_own(edit.duty)), None)
    after = given.get("after", "")
    first = refs.index(after) + 1 if after in refs else 0
    page = seen.rows[first : first + _PAGE]
    shown = [
        _row(number, row, seen, typed.get(row.ref), problems, row.ref in stale)
        for number, row in enumerate(page, first + 1)
    ]
    if stale:
        problems = (*problems, _stale_rows(len(stale)))
    regime = given.get("regime", "")
    on = seen.day if seen.day != asking.today else None
    context = {
        "unit": seen.unit,
        "seen": seen,
        "rows": shown,
        "total": len(seen.rows),
        "heads": heads(),
        "last": first + len(shown),
        "first": first + 1,
        "next": address_of(seen, on, regime, page[-1].ref) if first + _PAGE < len(refs) else "",
        "start": address_of(seen, on, regime) if first else "",
        "regime": regime,
        "on": seen.day,
        "since": given.get("since", "") or seen.day.isoformat(),
        "after": after,
        "suspect": sum(1 for row in seen.rows if row.change),
        "undivided": sum(1 for row in seen.rows if row.item is None),
        "problems": [replace(p, place=replace(p.place, ref=_field(p, shown))) for p in problems],
        "fields": _fields(shown) | {"title-new"},
        "new": new.cells if new else {},
        "new_cells": [(cell, heads()[cell], new.cells.get(cell, "") if new else "") for cell in CELLS],
        "new_wrong": [p for p in problems if new and p.place.ref.partition(" ")[0] == new.duty],
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/breakdown.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _row(
    number: int,
    row: BreakdownRow,
    seen: BreakdownSeen,
    typed: RowEdit | None,
    problems: Sequence[Problem],
    stale: bool,
) -> RowShown:
    own = cells_of(row.item, seen.names)
    hints, names = _hints(row, own), heads()
    said = {**own, **(typed.cells if typed else {})} if "title" in own else own
    cells = []
    for name in CELLS:
        value = tidy_cell(typed.cells[name]) if typed else own[name]
        wrong = tuple(p for p in problems if p.place.ref == f"{row.ref} {name}")
        cells.append(
            CellShown(
                name=name,
                said=names[name],
                value=value,
                wide=name in _WIDE,
                named=name in _NAMED,
                hint=hints.get(name, ""),
                now=own[name] if stale and own[name] != value else None,
                wrong=wrong,
            )
        )
    return RowShown(
        number=number,
        row=row,
        answers=answering(answerable(row), seen.names, _),
        cells=tuple(cells),
        shown=cells_mark(own),
        stale=stale,
        confirmed=typed is not None and typed.confirmed,
        above=tuple(_upper(name, item, seen) for name, item in seen.above.get(row.ref, ())),
        wrong=tuple(p for p in problems if p.place.ref == row.ref),
        title=said.get("title", ""),
        cascades=bool(said.get("cascades")),
        own=source_words(row, seen.names, _, said) if row.own else "",
    )


def _hints(row: BreakdownRow, own: Mapping[str, str]) -> dict[str, str]:
    """What holds while a cell is empty: what the regulation says."""
    found = {
        "due": rhythm_words(row.duty.cadence, row.duty.deadline, _),
        "evidence": _("; ").join(row.duty.evidence),
    }
    return {name: said for name, said in found.items() if not own[name]}


def _upper(unit: str, item: BreakdownItem, seen: BreakdownSeen) -> UpperShown:
    cells = cells_of(item, seen.names)
    names = heads()
    return UpperShown(unit=unit, cells=tuple((names[name], said) for name, said in cells.items() if said))


def _fields(shown: Sequence[RowShown]) -> set[str]:
    cells = {f"{cell.name}-{row.number}" for row in shown for cell in row.cells}
    return cells | {f"r-{row.number}" for row in shown} | {"on", "since"}


def _field(problem: Problem, shown: Sequence[RowShown]) -> str:
    """Where on the page a problem stands."""
    ref, _apart, cell = problem.place.ref.partition(" ")
    number = next((row.number for row in shown if row.row.ref == ref), 0)
    if not number:
        return problem.place.ref
    return f"{cell}-{number}" if cell else f"r-{number}"


def _stale_rows(count: int) -> Problem:
    return error(
        "breakdown-stale",
        "Somebody else has written {count} of these rows meanwhile: nothing is stored yet.",
        "Compare what stands there now with what you typed, and store again.",
        count=count,
    )
