"""The task breakdown (责任分解表) as the workbook that offices fill in and hand back."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

from remit.core.assignment import Answer
from remit.core.breakdown_table import BreakdownRow
from remit.core.breakdown_text import CELLS, RowEdit, cells_mark, cells_of
from remit.core.duty import Degree
from remit.core.post_naming import PostNames
from remit.files.wording import Translate, path_words, rhythm_words

__all__ = [
    "COLUMNS",
    "HEADER_ROWS",
    "KEY",
    "Column",
    "answerable",
    "answering",
    "breakdown_workbook",
    "matter",
    "source_words",
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its headers in English and Chinese, its width, and the header above it, if any."""

    name: str
    english: str
    chinese: str
    width: int
    group: str = ""


COLUMNS = (
    Column("number", "No.", "序号", 5),
    Column("matter", "Duty", "责任事项", 18),
    Column("content", "What it says", "责任内容", 34),
    Column("rhythm", "Rhythm or time limit", "规定频次或时限", 15),
    Column("clause", "Clause", "条款", 13),
    Column("measures", "Measures", "具体措施", 26),
    Column("lead", "Lead department", "牵头单位", 15, "Who"),
    Column("supporting", "Supporting departments", "配合单位", 17, "Who"),
    Column("leader", "Responsible leader", "分管领导", 14, "Who"),
    Column("person", "Answerable", "责任人", 18, "Who"),
    Column("due", "Time limit set", "完成时限", 15),
    Column("evidence", "Evidence", "佐证材料", 20),
    Column("note", "Remarks", "备注", 14),
)
"""What is seen of a row; behind it stands the hidden key."""

KEY = "remit"
HEADER_ROWS = (2, 3)
_FIRST = 4
_CHOICES = "remit-choices"
_LONGEST_CELL = 32_000
_OWN = ("content", "clause")
_OPEN = {"measures", "lead", "supporting", "leader", "due", "evidence", "note"}


def breakdown_workbook(
    rows: Iterable[BreakdownRow],
    names: PostNames,
    choices: Iterable[str],
    translate: Translate,
    *,
    unit: tuple[str, str],
    day: date,
    typed: Mapping[str, RowEdit] | None = None,
    faults: Mapping[tuple[str, str], str] | None = None,
) -> bytes:
    """Return the table as a workbook: a header of two rows, frozen and repeated in print, filters, A4 landscape.

    `unit` is code and name. What can be filled in has a text format, so that nothing in it becomes a number, a date or
    a formula; posts and units are offered from a hidden sheet; a hidden column holds the key of each row. `typed` puts
    what somebody handed in, by duty, in place of what is stored; `faults` makes cells red, by duty and column, with a
    note each (an empty column: the whole row's first cell).
    """
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    page = book.add_worksheet(translate("Task breakdown")[:31])
    formats = _formats(book)
    _head(page, formats, translate, unit[1], day)
    last = _FIRST - 1
    for last, row in enumerate(rows, _FIRST):
        edit = (typed or {}).get(row.ref)
        _row(page, last, row, names, translate, formats, edit, faults or {})
    _finish(book, page, last, tuple(choices), translate, unit)
    book.close()
    return stream.getvalue()


def matter(row: BreakdownRow, translate: Translate) -> str:
    """Return what a row is about, in the few words of its actions."""
    return translate("; ").join(row.duty.actions) or row.duty.quote


def source_words(row: BreakdownRow, names: PostNames, translate: Translate, cells: Mapping[str, str]) -> str:
    """Return what asks for a row: the clause, or whose own item it is, and whether units below have it too."""
    if not row.own:
        return path_words(row.clause.ref)
    if "title" not in cells:
        return translate("Own item of {unit}").format(unit=names.label(row.own))
    return translate("Own item, units below too") if cells.get("cascades") else translate("Own item")


def answerable(row: BreakdownRow) -> tuple[Answer, ...]:
    """Return who answers for a row; who supports stands in a column of its own."""
    return tuple(one for one in row.answers if one.degree is not Degree.SUPPORTING)


def answering(answers: Iterable[Answer], names: PostNames, translate: Translate) -> tuple[str, ...]:
    """Return who answers, a phrase for each post: its name and its holder, or who answers for a vacant one."""
    return tuple(dict.fromkeys(_answering(one, names, translate) for one in answers))


def _answering(one: Answer, names: PostNames, translate: Translate) -> str:
    if one.person:
        return f"{names.label(one.post)} {one.person}"
    through = dict(one.values).get("through_person", "")
    if not one.through:
        return (
            translate("{post} (vacant)").format(post=names.label(one.post))
            if one.post
            else translate("nobody")
        )
    said = f"{names.label(one.through)} {through}".strip()
    if not one.post:
        return said
    return translate("{post} (vacant), through {answerer}").format(post=names.label(one.post), answerer=said)


def _formats(book: Any) -> dict[str, Any]:
    plain = {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
    head = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
    return {
        "title": book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter"}),
        "under": book.add_format({"valign": "vcenter"}),
        "head": book.add_format({**head, "bg_color": "#E7ECEF"}),
        "open": book.add_format(plain),
        "said": book.add_format({**plain, "bg_color": "#F3F5F5", "font_color": "#47575B"}),
        "number": book.add_format({"valign": "top", "align": "center", "border": 1, "num_format": "0"}),
        "wrong": book.add_format({**plain, "bg_color": "#F8C9C1", "font_color": "#8A1A10"}),
        "text": book.add_format({"num_format": "@"}),
    }


def _head(page: Any, formats: Mapping[str, Any], translate: Translate, unit: str, day: date) -> None:
    last = len(COLUMNS) - 1
    title = translate("Task breakdown of {unit}").format(unit=unit)
    page.merge_range(0, 0, 0, last, title, formats["title"])
    filled = translate("Filled in by: {unit}     Clerk:               Checked by:               Date: {day}")
    page.merge_range(1, 0, 1, last, filled.format(unit=unit, day=day.isoformat()), formats["under"])
    page.set_row(0, 30)
    page.set_row(1, 20)
    upper, lower = HEADER_ROWS
    grouped = [at for at, column in enumerate(COLUMNS) if column.group]
    page.merge_range(upper, grouped[0], upper, grouped[-1], translate("Who does it"), formats["head"])
    for at, column in enumerate(COLUMNS):
        page.set_column(at, at, column.width, formats["open"] if column.name in _OPEN else None)
        if column.group:
            page.write_string(lower, at, translate(column.english), formats["head"])
        else:
            page.merge_range(upper, at, lower, at, translate(column.english), formats["head"])
    page.set_column(last + 1, last + 1, 10, formats["text"], {"hidden": True})
    page.write_string(lower, last + 1, KEY, formats["head"])


def _row(
    page: Any,
    at: int,
    row: BreakdownRow,
    names: PostNames,
    translate: Translate,
    formats: Mapping[str, Any],
    edit: RowEdit | None,
    faults: Mapping[tuple[str, str], str],
) -> None:
    own = cells_of(row.item, names)
    cells = dict(edit.cells) if edit else own
    said = {
        "matter": matter(row, translate),
        "content": cells.get("title") or row.duty.quote,
        "rhythm": rhythm_words(row.duty.cadence, row.duty.deadline, translate),
        "clause": source_words(row, names, translate, cells),
        "person": "\n".join(answering(answerable(row), names, translate)),
        **cells,
    }
    for column, one in enumerate(COLUMNS):
        fault = faults.get((row.ref, one.name)) or (faults.get((row.ref, "")) if not column else None)
        writable = one.name in _OPEN or (bool(cells.get("title")) and one.name in _OWN)
        form = formats["wrong" if fault else "open" if writable else "said"]
        if one.name == "number":
            page.write_number(at, column, at - _FIRST + 1, formats["wrong" if fault else "number"])
        else:
            page.write_string(at, column, said.get(one.name, "")[:_LONGEST_CELL], form)
        if fault:
            page.write_comment(at, column, fault, {"visible": False, "x_scale": 2})
    mark, shown = (edit.mark, edit.shown) if edit else (row.mark, cells_mark(_cut(own)))
    page.write_string(at, len(COLUMNS), f"{row.ref}|{mark}|{shown}", formats["text"])


def _cut(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells as a workbook can hold them: what was cut off there is no change when it comes back."""
    return {name: text[:_LONGEST_CELL] for name, text in cells.items()}


def _finish(
    book: Any, page: Any, last: int, choices: tuple[str, ...], translate: Translate, unit: tuple[str, str]
) -> None:
    hidden = book.add_worksheet(_CHOICES)
    hidden.hide()
    hidden.write_string(0, 0, KEY)
    hidden.write_string(0, 1, unit[0])
    for at, choice in enumerate(choices, 1):
        hidden.write_string(at, 0, choice)
    positions = {column.name: at for at, column in enumerate(COLUMNS)}
    if choices and last >= _FIRST:
        source = f"='{_CHOICES}'!$A$2:$A${len(choices) + 1}"
        for name in ("lead", "supporting", "leader"):
            # Several may lead or support, and a code may be written: what is not in the list is let in.
            rule = {"validate": "list", "source": source, "show_error": False}
            page.data_validation(_FIRST, positions[name], last, positions[name], rule)
    page.freeze_panes(_FIRST, 2)
    page.autofilter(HEADER_ROWS[1], 0, max(last, _FIRST), len(COLUMNS))
    page.repeat_rows(*HEADER_ROWS)
    page.print_area(0, 0, max(last, _FIRST), len(COLUMNS) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.set_footer("&C" + translate("page {page} of {pages}").format(page="&P", pages="&N"))


assert set(CELLS) == _OPEN  # noqa: S101 - the form and the core speak of the same cells
