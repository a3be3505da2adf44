"""Lists of what was done and of what need not be done, as CSV files or workbooks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from remit.core.problem import Level, Place, Problem, error, placed, worst
from remit.core.record import Excuse
from remit.files.encoding import decode_text
from remit.files.list_sheets import read_sheets
from remit.files.list_tidying import fill_merged
from remit.files.table_rows import Row, Table, csv_rows, parse_day, read_table
from remit.files.text import read_bytes
from remit.store.actions import Deed

__all__ = ["read_excuses", "read_records"]

_UNIT = ("unit", "code", "单位", "单位编码", "单位代码")
_DUTY = ("meets", "duties", "duty", "责任事项", "对应责任", "履行事项")
_RECORD: Mapping[str, tuple[str, ...]] = {
    "unit": _UNIT,
    "day": ("day", "on", "date", "日期", "时间", "完成日期"),
    "kind": ("kind", "类别", "类型", "事项类别"),
    "title": ("title", "事项", "标题", "内容", "工作内容"),
    "meets": _DUTY,
    "starts": ("starts", "起算事项", "触发事项"),
    "evidence": ("evidence", "佐证材料", "证据", "附件"),
}
_RECORD_NEEDS = ("unit", "day", "kind", "title")
_EXCUSE: Mapping[str, tuple[str, ...]] = {
    "unit": _UNIT,
    "duty": _DUTY,
    "from": ("from", "since", "起", "起始日期", "自"),
    "to": ("to", "until", "止", "截止日期", "至"),
    "reason": ("reason", "理由", "原因"),
    "by": ("by", "decided_by", "决定人", "批准人", "审批人"),
    "decided": ("decided", "decided_on", "决定日期", "批准日期", "审批日期"),
}
_EXCUSE_NEEDS = tuple(_EXCUSE)
_T = TypeVar("_T")
_SEPARATORS = re.compile(r"\s*[;；、，,|\s]\s*")


def read_records(path: Path) -> tuple[tuple[Deed, ...], tuple[Problem, ...]]:
    """Return the records in a CSV file or the first sheet of a workbook, and what is wrong with its rows.

    Evidence is named by files beside the list.
    """
    table = _read_rows(path, _RECORD, _RECORD_NEEDS)
    read = [_deed(row, path.parent) for row in table.rows()]
    return _parted(read, table, Deed)


def read_excuses(path: Path) -> tuple[tuple[Excuse, ...], tuple[Problem, ...]]:
    """Return the excuses in a CSV file or the first sheet of a workbook, and what is wrong with its rows."""
    table = _read_rows(path, _EXCUSE, _EXCUSE_NEEDS)
    return _parted([_excuse(row) for row in table.rows()], table, Excuse)


def _read_rows(path: Path, columns: Mapping[str, tuple[str, ...]], needed: Sequence[str]) -> Table:
    data, problems = read_bytes(path)
    if problems:
        return Table(problems=problems)
    rows: Sequence[Sequence[str]] = ()
    if path.suffix.lower() in {".xlsx", ".xls"}:
        sheets, problems = read_sheets(data)
        rows = next((fill_merged(sheet) for sheet in sheets if not sheet.hidden), ())
    else:
        text, problems = decode_text(data)
        rows, broken = csv_rows(text)
        problems += broken
    if worst(problems) is Level.ERROR:
        return Table(problems=placed(problems, str(path)))
    return read_table(rows, columns, needed, Place(file=str(path)))


def _parted(
    read: Sequence[_T | Problem], table: Table, kind: type[_T]
) -> tuple[tuple[_T, ...], tuple[Problem, ...]]:
    values = tuple(value for value in read if isinstance(value, kind))
    return values, (*table.problems, *(value for value in read if isinstance(value, Problem)))


def _deed(row: Row, folder: Path) -> Deed | Problem:
    cell = row.cells
    missing = _missing(row, _RECORD_NEEDS)
    day = parse_day(cell["day"])
    if missing or day is None:
        return missing or _no_day(row, "day")
    files = []
    for name in _split(cell.get("evidence", "")):
        data, problems = read_bytes(folder / name)
        if problems:
            return replace(problems[0], place=row.at("evidence"))
        files.append((name, data))
    return Deed(
        unit=cell["unit"],
        day=day,
        kind=cell["kind"],
        title=cell["title"],
        meets=_split(cell.get("meets", "")),
        starts=_split(cell.get("starts", "")),
        files=tuple(files),
        place=row.place,
    )


def _excuse(row: Row) -> Excuse | Problem:
    cell = row.cells
    missing = _missing(row, _EXCUSE_NEEDS)
    since, until, decided = (parse_day(cell[name]) for name in ("from", "to", "decided"))
    if missing or since is None or until is None or decided is None:
        return missing or _no_day(row, "from" if since is None else "to" if until is None else "decided")
    return Excuse(
        duty=cell["duty"],
        unit=cell["unit"],
        since=since,
        until=until,
        reason=cell["reason"],
        decided_by=cell["by"],
        decided=decided,
    )


def _missing(row: Row, needed: Sequence[str]) -> Problem | None:
    column = next((name for name in needed if not row.cells[name]), None)
    if column is None:
        return None
    return error(
        "cell-empty",
        "The cell '{column}' is empty.",
        "Fill it in, or delete the row.",
        at=row.at(column),
        column=row.headers[column],
    )


def _no_day(row: Row, column: str) -> Problem:
    return error(
        "date-invalid",
        "'{value}' is no date.",
        "Write year-month-day, such as 2026-03-01.",
        at=row.at(column),
        value=row.cells[column],
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in _SEPARATORS.split(cell) if part)
