"""The lists that offices keep, one at a time: units, posts, people, and records of what was done."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from remit.core.post import Organisation
from remit.core.problem import Level, Place, Problem, error, placed, worst
from remit.core.record import Excuse
from remit.files.confine import parse_workbook
from remit.files.encoding import decode_text
from remit.files.organisation import read_organisation
from remit.files.table_rows import Row, Table, csv_rows, parse_day, read_table
from remit.files.text import read_bytes
from remit.store.actions import Deed

__all__ = ["read_excuses", "read_list", "read_records"]

_LISTS = {"units": "units", "posts": "posts", "people": "holders"}
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


def read_list(path: Path, what: str, here: Organisation) -> tuple[Organisation, tuple[Problem, ...]]:
    """Return the rows of one list and everything wrong with it, as it stands among the other lists that are there.

    `what` is units, posts or people; a workbook gives the sheet of that name.
    """
    if path.is_dir() or path.suffix.lower() not in {".csv", ".txt"}:
        whole, problems = read_organisation(path)
        return _only(whole, what), problems
    data, unreadable = read_bytes(path)
    if unreadable:
        return Organisation(), unreadable
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        if what != "units":
            _write(beside / "units.csv", ("code", "name", "parent", "kind"), _unit_rows(here))
        if what == "people":
            _write(beside / "posts.csv", ("unit", "title", "degree", "portfolio", "code"), _post_rows(here))
        list_file = beside / f"{_LISTS[what]}.csv"
        list_file.write_bytes(data)
        whole, problems = read_organisation(beside)
    there = {u.code for u in here.units}
    found = (p for p in problems if p.code != "unit-orphan" or dict(p.values).get("parent") not in there)
    return _only(whole, what), tuple(_renamed(p, str(list_file), str(path)) for p in found)


def read_records(path: Path) -> tuple[tuple[Deed, ...], tuple[Problem, ...]]:
    """Return the records in a CSV file or the first sheet of a workbook, and what is wrong with its rows.

    Evidence is named by files beside the list.
    """
    table = _read_rows(path, _RECORD, _RECORD_NEEDS)
    read = [_deed(row, path.parent) for row in table.rows]
    return _parted(read, table, Deed)


def read_excuses(path: Path) -> tuple[tuple[Excuse, ...], tuple[Problem, ...]]:
    """Return the excuses in a CSV file or the first sheet of a workbook, and what is wrong with its rows."""
    table = _read_rows(path, _EXCUSE, _EXCUSE_NEEDS)
    return _parted([_excuse(row) for row in table.rows], table, Excuse)


def _read_rows(path: Path, columns: Mapping[str, tuple[str, ...]], needed: Sequence[str]) -> Table:
    data, problems = read_bytes(path)
    if problems:
        return Table(problems=problems)
    rows: Sequence[Sequence[str]] = ()
    if path.suffix.lower() == ".xlsx":
        sheets, problems = parse_workbook(data)
        rows = sheets[0].rows if sheets else ()
    else:
        text, problems = decode_text(data)
        rows = csv_rows(text)
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
        column=column,
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


def _only(whole: Organisation, what: str) -> Organisation:
    if what == "units":
        return Organisation(units=whole.units)
    return Organisation(posts=whole.posts) if what == "posts" else Organisation(holders=whole.holders)


def _renamed(problem: Problem, written: str, named: str) -> Problem:
    place = problem.place
    return replace(problem, place=replace(place, file=named)) if place.file == written else problem


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def _unit_rows(here: Organisation) -> Iterator[Sequence[str]]:
    return ((u.code, u.name, u.parent, u.kind) for u in here.units)


def _post_rows(here: Organisation) -> Iterator[Sequence[str]]:
    return ((p.unit, p.title, p.degree.value, ";".join(p.portfolio), p.code) for p in here.posts)
