"""The lists that offices keep, one at a time: units, posts, people, and records of what was done."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from remit.core.post import Organisation
from remit.core.problem import Level, Place, Problem, error, worst
from remit.files.confine import parse_workbook
from remit.files.encoding import decode_text
from remit.files.organisation import read_organisation
from remit.files.table_rows import Row, csv_rows, parse_day, read_table
from remit.files.text import read_bytes

__all__ = ["Entry", "read_list", "read_records"]

_LISTS = {"units": "units", "posts": "posts", "people": "holders"}
_COLUMNS: dict[str, tuple[str, ...]] = {
    "unit": ("unit", "code", "单位", "单位编码", "单位代码"),
    "day": ("day", "on", "date", "日期", "时间", "完成日期"),
    "kind": ("kind", "类别", "类型", "事项类别"),
    "title": ("title", "事项", "标题", "内容", "工作内容"),
    "meets": ("meets", "duties", "duty", "责任事项", "对应责任", "履行事项"),
    "starts": ("starts", "起算事项", "触发事项"),
    "evidence": ("evidence", "佐证材料", "证据", "附件"),
}
_REQUIRED = ("unit", "day", "kind", "title")
_SEPARATORS = re.compile(r"\s*[;；、，,|\s]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of a list of records, and where it stands; `evidence` are files beside the list."""

    unit: str
    day: date
    kind: str
    title: str
    meets: tuple[str, ...]
    starts: tuple[str, ...]
    evidence: tuple[Path, ...]
    place: Place


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
        return _only(whole, what), tuple(_renamed(p, str(list_file), str(path)) for p in problems)


def read_records(path: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the records in a CSV file or the first sheet of a workbook, and what is wrong with its rows."""
    data, problems = read_bytes(path)
    if problems:
        return (), problems
    rows: Sequence[Sequence[str]] = ()
    if path.suffix.lower() == ".xlsx":
        sheets, problems = parse_workbook(data)
        rows = sheets[0].rows if sheets else ()
    else:
        text, problems = decode_text(data)
        rows = csv_rows(text)
    if worst(problems) is Level.ERROR:
        return (), problems
    table = read_table(rows, _COLUMNS, _REQUIRED, Place(file=str(path)))
    found = [_entry(row, path.parent) for row in table.rows]
    entries = tuple(e for e in found if isinstance(e, Entry))
    return entries, (*table.problems, *(p for p in found if isinstance(p, Problem)))


def _entry(row: Row, folder: Path) -> Entry | Problem:
    cell = row.cells
    for column in _REQUIRED:
        if not cell[column]:
            return error(
                "cell-empty",
                "The cell '{column}' is empty.",
                "Fill it in, or delete the row.",
                at=row.at(column),
                column=column,
            )
    day = parse_day(cell["day"])
    if day is None:
        return error(
            "date-invalid",
            "'{value}' is no date.",
            "Write year-month-day, such as 2026-03-01.",
            at=row.at("day"),
            value=cell["day"],
        )
    return Entry(
        unit=cell["unit"],
        day=day,
        kind=cell["kind"],
        title=cell["title"],
        meets=_split(cell.get("meets", "")),
        starts=_split(cell.get("starts", "")),
        evidence=tuple(folder / name for name in _split(cell.get("evidence", ""))),
        place=row.place,
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
