"""What was handed in, once more, with everything wrong in it marked: first a list with links, then the sheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import xlsxwriter

from remit.core.problem import Level, Problem
from remit.files.list_sheets import ListSheet
from remit.files.list_tidying import cell_name

__all__ = ["error_workbook"]

_WHOLE = 1_000_000  # cells that are written again; of more only the rows at fault
_HEADER = 20
_MOST_PROBLEMS = 20_000
_MOST_LINKS = 10_000
_LONGEST = 32_000
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}
_HEAD = ("Weight", "Sheet", "Cell", "What is wrong", "What to do")
_GRAVITY = list(Level)


def error_workbook(
    sheets: Sequence[ListSheet], problems: Iterable[Problem], translate: Callable[[str], str]
) -> bytes:
    """Return a workbook: all problems with links, then the values of the sheets, red with a comment where at fault.

    Places are those of the file that was read, so that it can be put right here or there. Of very large lists only
    headers and the rows at fault come again, at their places.
    """
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    formats = {
        "head": book.add_format({"bold": True, "bg_color": "#E7ECEF", "border": 1}),
        "said": book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}),
        "link": book.add_format({"font_color": "#0B5A8A", "underline": 1, "valign": "top", "border": 1}),
        "text": book.add_format({"num_format": "@"}),
        Level.ERROR: book.add_format({"num_format": "@", "bg_color": "#F8C9C1", "font_color": "#8A1A10"}),
        Level.WARNING: book.add_format({"num_format": "@", "bg_color": "#FBE6B8", "font_color": "#6B4A00"}),
        Level.NOTE: book.add_format({"num_format": "@", "bg_color": "#E3EDF7"}),
    }
    found = sorted(problems, key=lambda one: _GRAVITY.index(one.level))
    names = _sheet_names(sheets, translate)
    titles = {sheet.name: name for sheet, name in zip(sheets, names, strict=True)}
    placed = [(problem, _sheet_of(problem, titles)) for problem in found]
    whole = sum(len(row) for sheet in sheets for row in sheet.rows) <= _WHOLE
    _list(book, placed, translate, formats, whole=whole)
    for sheet, name in zip(sheets, names, strict=True):
        if not sheet.hidden:
            here = [problem for problem, title in placed if title == name]
            _repeat(book.add_worksheet(name), sheet, here, translate, formats, whole=whole)
    book.close()
    return stream.getvalue()


def _list(
    book: Any,
    placed: Sequence[tuple[Problem, str]],
    translate: Callable[[str], str],
    formats: Mapping[Any, Any],
    *,
    whole: bool,
) -> None:
    page = book.add_worksheet(translate("Problems"))
    head = [translate(word) for word in _HEAD]
    for column, (title, width) in enumerate(zip(head, (10, 16, 10, 70, 50), strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, title, formats["head"])
    for at, (problem, sheet) in enumerate(placed[:_MOST_PROBLEMS], 1):
        values = dict(problem.values)
        page.write_string(at, 0, translate(_LEVELS[problem.level]), formats[problem.level])
        page.write_string(at, 1, sheet, formats["said"])
        cell = (
            cell_name(problem.place.line - 1, max(problem.place.column - 1, 0)) if problem.place.line else ""
        )
        if cell and sheet and at <= _MOST_LINKS:
            page.write_url(at, 2, f"internal:'{sheet}'!{cell}", formats["link"], cell)
        else:
            page.write_string(at, 2, cell, formats["said"])
        page.write_string(at, 3, translate(problem.message).format_map(values)[:_LONGEST], formats["said"])
        remedy = translate(problem.remedy).format_map(values) if problem.remedy else ""
        page.write_string(at, 4, remedy[:_LONGEST], formats["said"])
    last = min(len(placed), _MOST_PROBLEMS) + 1
    if len(placed) > _MOST_PROBLEMS:
        more = translate("and {count} more").format(count=len(placed) - _MOST_PROBLEMS)
        page.write_string(last, 3, more, formats["said"])
    if not whole:
        said = translate(
            "The lists are large: on the sheets only the rows at fault come again, at their places."
        )
        page.write_string(last + 1, 3, said, formats["said"])
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last - 1, len(head) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _repeat(
    page: Any,
    sheet: ListSheet,
    problems: Sequence[Problem],
    translate: Callable[[str], str],
    formats: Mapping[Any, Any],
    *,
    whole: bool,
) -> None:
    marked: dict[tuple[int, int], list[Problem]] = {}
    for problem in problems:
        if problem.place.line:
            at = problem.place.line - 1, max(problem.place.column - 1, 0)
            marked.setdefault(at, []).append(problem)
    faulty = {line for line, _ in marked}
    for line, row in enumerate(sheet.rows):
        if whole or line < _HEADER or line in faulty:
            for column, cell in enumerate(row):
                if cell and (line, column) not in marked:
                    page.write_string(line, column, cell[:_LONGEST], formats["text"])
    for (line, column), found in marked.items():
        cells = sheet.rows[line] if line < len(sheet.rows) else []
        worst = min((one.level for one in found), key=_GRAVITY.index)
        cell = cells[column] if column < len(cells) else ""
        if cell:
            page.write_string(line, column, cell[:_LONGEST], formats[worst])
        else:
            page.write_blank(line, column, None, formats[worst])
        said = "\n".join(dict.fromkeys(one.text(translate) for one in found))
        page.write_comment(line, column, said[:_LONGEST], {"x_scale": 2, "author": "Remit"})
    page.set_column(0, max((len(row) for row in sheet.rows[:_HEADER]), default=1), 16, formats["text"])


def _sheet_names(sheets: Sequence[ListSheet], translate: Callable[[str], str]) -> list[str]:
    """Return names that Excel takes for the sheets, each once."""
    taken, names = {translate("Problems").lower()}, []
    for sheet in sheets:
        plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in sheet.name).strip("'")[:31] or "1"
        name, number = plain, 1
        while name.lower() in taken:
            number += 1
            name = f"{plain[:27]}-{number}"
        taken.add(name.lower())
        names.append(name)
    return names


def _sheet_of(problem: Problem, titles: Mapping[str, str]) -> str:
    """Return the sheet that a problem is on: what follows `!` in its file, or the name of a CSV file."""
    file, mark, sheet = problem.place.file.rpartition("!")
    said = sheet if mark else PurePath(file or sheet).stem
    return titles.get(said, next(iter(titles.values())) if len(titles) == 1 else "")
