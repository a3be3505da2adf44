"""The register of places, channels, systems and assets as the workbook that offices keep, out and in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import xlsxwriter

from remit.core.problem import Level, Place, Problem, error, worst
from remit.core.register_item import ItemKind
from remit.core.register_text import KINDS
from remit.files.list_sheets import ListSheet, read_sheets
from remit.files.list_tidying import fill_merged, heading_rows, sheet_notes
from remit.files.organisation_rows import EXAMPLE
from remit.files.table_rows import fits, parse_day, read_table

__all__ = ["LABELS", "RegisterFile", "locate_items", "read_register", "register_workbook"]

SHEET = ("Register", "台账")
LABELS: Mapping[str, str] = {
    "name": "Name",
    "kind": "Kind",
    "where": "Where",
    "keeper": "Post that answers",
    "keeper_since": "Answers since",
    "checks": "Checks",
    "tags": "Tags",
    "since": "From",
    "until": "To",
    "note": "Remarks",
    "code": "Code",
}
"""What the columns are called, by cell, in the order of the sheet: message ids."""

_CHINESE: Mapping[str, str] = {
    "name": "名称",
    "kind": "类别",
    "where": "位置或网址",
    "keeper": "责任岗位",
    "keeper_since": "责任起始",
    "checks": "检查",
    "tags": "标签",
    "since": "登记日期",
    "until": "注销日期",
    "note": "备注",
    "code": "编码",
}
_MORE: Mapping[str, tuple[str, ...]] = {
    "name": ("item", "场所名称", "资产名称", "系统名称", "渠道名称", "事项"),
    "kind": ("类型", "种类"),
    "where": ("location", "address", "位置", "地址", "地点", "网址"),
    "keeper": ("keeper", "post", "责任人", "管理岗位", "岗位", "负责岗位"),
    "keeper_since": ("keeper_since", "责任起"),
    "checks": ("check", "检查频次", "检查事项", "检查安排"),
    "tags": ("tag", "标记"),
    "since": ("since", "起", "启用日期", "登记"),
    "until": ("until", "止", "停用日期", "注销"),
    "note": ("note", "说明"),
    "code": ("编号", "代码"),
}
_REQUIRED = ("name", "kind")
_WIDTHS = {"name": 24, "where": 26, "keeper": 18, "checks": 34, "note": 20, "code": 20}
_ACCEPTED = {
    cell: tuple(word.lower().replace(" ", "") for word in (label, _CHINESE[cell], *_MORE[cell]))
    for cell, label in LABELS.items()
}
_EXAMPLES = (
    {
        "name": "e.g. Boiler room",
        "kind": "place",
        "where": "Block B, cellar",
        "keeper": "Safety officer",
        "checks": "tour: daily; inspection: yearly",
        "tags": "fire",
        "since": "2026-01-01",
    },
    {
        "name": "例：锅炉房",
        "kind": "场所",
        "where": "B楼地下室",
        "keeper": "安全主任",
        "checks": "巡查：每日；年检：每年",
        "tags": "消防",
        "since": "2026-01-01",
    },
)
_MOST_ROWS = 5_000
_LAST = 2_000
_CHOICES = "remit-choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFile:
    """The rows of a workbook as cells, where each stands, the columns by cell, and its sheets as they are."""

    rows: tuple[Mapping[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    columns: Mapping[str, int] | None = None
    sheets: tuple[ListSheet, ...] = ()


def register_workbook(
    rows: Iterable[Mapping[str, str]],
    posts: Sequence[str],
    translate: Callable[[str], str],
    *,
    title: str,
    chinese: bool,
    example: bool = False,
) -> bytes:
    """Return a register as a workbook: header frozen, posts and kinds offered, all cells texts, A4 landscape.

    `example` adds a grey row that shows how, and is passed over when it comes back.
    """
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    page = book.add_worksheet(SHEET[int(chinese)])
    wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
    text, grey = (
        book.add_format({**wrapped, **more}) for more in ({}, {"font_color": "#6B7780", "italic": True})
    )
    head = book.add_format({"bold": True, "bg_color": "#E7ECEF", "border": 1, "num_format": "@"})
    for at, (cell, label) in enumerate(LABELS.items()):
        page.set_column(at, at, _WIDTHS.get(cell, 13), text)
        said = _CHINESE[cell] if chinese else label
        page.write_string(0, at, said + ("*" if cell in _REQUIRED else ""), head)
    shown = [(_EXAMPLES[int(chinese)], grey)] if example else []
    for line, (row, form) in enumerate([*shown, *((row, text) for row in rows)], 1):
        for at, cell in enumerate(LABELS):
            page.write_string(line, at, row.get(cell, ""), form)
    _offer(book, page, posts, [translate(KINDS[kind]) for kind in ItemKind])
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, _LAST, len(LABELS) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_header("&C" + title.replace("&", "&&")[:200])
    page.set_footer("&C" + translate("page {page} of {pages}").format(page="&P", pages="&N"))
    book.close()
    return stream.getvalue()


def read_register(data: bytes, *, file: str) -> tuple[RegisterFile, tuple[Problem, ...]]:
    """Return the rows of a register's workbook, and what is wrong with it; problems name sheet, row and column.

    Columns may be moved and others stand between; a day may be written as offices do.
    """
    sheets, problems = read_sheets(data)
    if worst(problems) is Level.ERROR:
        return RegisterFile(sheets=sheets), tuple(replace(p, place=Place(file)) for p in problems)
    sheet = next((one for one in sheets if not one.hidden and fits(one.rows, _ACCEPTED, _REQUIRED)), None)
    sheet = sheet or next((one for one in sheets if one.rows and not one.hidden), None)
    if sheet is None:
        return RegisterFile(sheets=sheets), (_empty(file),)
    place = Place(f"{file}!{sheet.name}")
    headings = heading_rows(sheet)
    cells = [[] if at in headings else row for at, row in enumerate(fill_merged(sheet))]
    table = read_table(cells, _ACCEPTED, _REQUIRED, place)
    if not table.header:
        return RegisterFile(sheets=sheets), table.problems
    notes = tuple(sheet_notes(sheet, table, headings, accepted=_ACCEPTED))
    rows = [row for row in table.rows() if not row.cells["name"].startswith(EXAMPLE)]
    found = RegisterFile(
        rows=tuple(_tidied(row.cells) for row in rows),
        places=tuple(row.place for row in rows),
        columns=table.columns,
        sheets=sheets,
    )
    if not rows or len(rows) > _MOST_ROWS:
        return found, (*table.problems, *notes, _empty(file) if not rows else _too_many(place, len(rows)))
    return found, (*table.problems, *notes)


def locate_items(problems: Iterable[tuple[int, Problem]], given: RegisterFile) -> tuple[Problem, ...]:
    """Return the problems of rows (by their place from 0; `Place.ref`: `CODE cell`) where they stand in the file."""
    found = []
    for row, problem in problems:
        place = given.places[row]
        cell = problem.place.ref.rpartition(" ")[2]
        column = (given.columns or {}).get(cell, 0) + 1
        found.append(replace(problem, place=replace(place, column=column, ref=problem.place.ref)))
    return tuple(found)


def _tidied(cells: Mapping[str, str]) -> dict[str, str]:
    found = {name: text.strip() for name, text in cells.items()}
    for cell in ("since", "until", "keeper_since"):
        day = parse_day(found.get(cell, ""))
        if day is not None:
            found[cell] = day.isoformat()
    return found


def _offer(book: Any, page: Any, posts: Sequence[str], kinds: Sequence[str]) -> None:
    places = {cell: at for at, cell in enumerate(LABELS)}
    rule = {"validate": "list", "source": list(kinds), "show_error": False}
    page.data_validation(1, places["kind"], _LAST, places["kind"], rule)
    if not posts:
        return
    hidden = book.add_worksheet(_CHOICES)
    hidden.hide()
    for at, post in enumerate(posts):
        hidden.write_string(at, 0, post)
    rule = {"validate": "list", "source": f"='{_CHOICES}'!$A$1:$A${len(posts)}", "show_error": False}
    page.data_validation(1, places["keeper"], _LAST, places["keeper"], rule)


def _empty(file: str) -> Problem:
    return error(
        "register-empty",
        "There is no item in this workbook.",
        "Fill in a row for each place, channel, system or asset. Rows that begin with “e.g.” (例：) only show how.",
        at=Place(file),
    )


def _too_many(place: Place, count: int) -> Problem:
    return error(
        "register-too-long",
        "The sheet has {count} items; at most {limit} are taken in at once.",
        "Split the list, and take one part in after another.",
        at=place,
        count=count,
        limit=_MOST_ROWS,
    )
