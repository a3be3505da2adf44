"""An organisation from the lists that offices keep: units, posts and holders as CSV files or sheets of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from remit.core.duty import Degree
from remit.core.establishment import organisation_problems
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.problem import Level, Place, Problem, error, placed, worst
from remit.files.confine import parse_workbook
from remit.files.encoding import decode_text
from remit.files.table_rows import Row, Table, csv_rows, parse_day, read_table
from remit.files.text import read_bytes

__all__ = ["DEGREES", "parse_degree", "read_organisation"]

_SHEETS = {
    "units": ("units", "单位", "机构"),
    "posts": ("posts", "岗位", "职务"),
    "holders": ("holders", "任职", "人员"),
}
_COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "units": {
        "code": ("code", "编码", "代码", "单位编码", "单位代码", "机构编码", "unit"),
        "name": ("name", "名称", "单位名称", "机构名称"),
        "parent": ("parent", "上级", "上级单位", "上级编码", "上级单位编码", "上级代码", "上级单位代码"),
        "kind": ("kind", "类别", "类型", "单位类别", "单位类型", "性质"),
    },
    "posts": {
        "unit": ("unit", "单位", "单位编码", "单位代码", "所在单位"),
        "title": ("title", "岗位", "职务", "岗位名称", "职位"),
        "degree": ("degree", "责任", "责任类型", "责任层级", "责任形式", "责任类别"),
        "portfolio": ("portfolio", "分管", "分管领域", "分管工作", "分管事项"),
        "code": ("code", "编码", "岗位编码", "岗位代码", "代码"),
    },
    "holders": {
        "post": ("post", "岗位", "岗位编码", "岗位代码", "职务"),
        "person": ("person", "姓名", "人员", "任职人", "任职人员"),
        "from": ("from", "起", "开始", "任职日期", "起始日期", "开始日期", "自", "任职起"),
        "to": ("to", "止", "结束", "离任日期", "截止日期", "结束日期", "至", "任职止"),
    },
}
_REQUIRED = {
    "units": ("code", "name"),
    "posts": ("unit", "title", "degree"),
    "holders": ("post", "person", "from"),
}
_SEPARATORS = re.compile(r"\s*[;；、,，|]\s*")

DEGREES: Mapping[Degree, tuple[str, ...]] = {
    Degree.PRINCIPAL: ("主体责任", "全面责任"),
    Degree.FIRST: ("第一责任人", "第一责任"),
    Degree.DIRECT: ("直接责任人", "直接责任", "分管责任"),
    Degree.LEADERSHIP: ("领导责任", "一岗双责"),
    Degree.COORDINATING: ("统筹协调", "综合协调", "协调"),
    Degree.LEAD: ("牵头", "牵头责任"),
    Degree.SUPPORTING: ("配合", "协助", "配合责任"),
    Degree.EXECUTING: ("落实", "执行", "具体责任", "实施"),
}
"""The Chinese words for each degree that are accepted in lists; the first is the one that is written."""


def read_organisation(path: Path) -> tuple[Organisation, tuple[Problem, ...]]:
    """Return the organisation in a folder (units.csv, posts.csv, holders.csv) or workbook, and what is wrong with it.

    A workbook's sheets are units, posts, holders or 单位, 岗位, 任职. Problems name file or sheet, row and column.
    Posts and holders may be missing as a whole: then nobody answers.
    """
    tables, problems = _read_folder(path) if path.is_dir() else _read_workbook(path)
    if worst(problems) is Level.ERROR:
        return Organisation(), problems
    reader = _Reader()
    organisation = Organisation(
        units=tuple(reader.units(tables["units"])),
        posts=tuple(reader.posts(tables["posts"])),
        holders=tuple(reader.holders(tables["holders"])),
    )
    found = tuple(_located(problem, reader.used) for problem in organisation_problems(organisation))
    return organisation, (*problems, *reader.problems, *placed(found, str(path)))


def parse_degree(written: str) -> Degree | None:
    """Return the degree that a cell names in Chinese or English, None where it names none."""
    said = re.sub(r"\s+", "", written).lower()
    for degree, words in DEGREES.items():
        if said == degree.value or said in words:
            return degree
    return None


def _read_folder(folder: Path) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for name, required in _REQUIRED.items():
        path = folder / f"{name}.csv"
        if name != "units" and not path.exists():
            tables[name] = Table()
            continue
        data, found = read_bytes(path)
        text = ""
        if not found:
            text, found = decode_text(data)
        problems += [p for p in placed(found, str(path)) if p.level is not Level.NOTE]
        tables[name] = (
            read_table(csv_rows(text), _COLUMNS[name], required, Place(str(path))) if text else Table()
        )
        problems += tables[name].problems
    return tables, tuple(problems)


def _read_workbook(path: Path) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    data, problems = read_bytes(path)
    if problems:
        return {}, problems
    sheets, problems = parse_workbook(data)
    if worst(problems) is Level.ERROR:
        return {}, placed(problems, str(path))
    tables: dict[str, Table] = {}
    for name, required in _REQUIRED.items():
        sheet = next((s for s in sheets if s.name.strip().lower() in _SHEETS[name]), None)
        if sheet is not None:
            at = Place(str(path), ref=sheet.name)
            tables[name] = read_table(sheet.rows, _COLUMNS[name], required, at)
            problems += tables[name].problems
        else:
            tables[name] = Table()
    if not any(s.name.strip().lower() in _SHEETS["units"] for s in sheets):
        missing = error(
            "sheet-missing",
            "There is no sheet of units.",
            "Name one sheet units or 单位.",
            at=Place(str(path)),
        )
        problems += (missing,)
    return tables, problems


class _Reader:
    """Makes values of rows; a row with an error is left out and reported."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.used: dict[str, list[Row]] = {name: [] for name in _REQUIRED}

    def units(self, table: Table) -> Iterator[Unit]:
        for row in table.rows:
            cell = row.cells
            if self._filled(row, "units"):
                self.used["units"].append(row)
                yield Unit(
                    code=cell["code"],
                    name=cell["name"],
                    parent=cell.get("parent", ""),
                    kind=cell.get("kind", ""),
                )

    def posts(self, table: Table) -> Iterator[Post]:
        for row in table.rows:
            cell = row.cells
            degree = parse_degree(cell["degree"])
            if not self._filled(row, "posts"):
                continue
            if degree is None:
                accepted = ", ".join(f"{d.value} ({words[0]})" for d, words in DEGREES.items())
                remedy = "Accepted: {accepted}."
                self.error(
                    "degree-unknown",
                    "'{value}' is no degree.",
                    remedy,
                    row=row,
                    column="degree",
                    accepted=accepted,
                )
                continue
            self.used["posts"].append(row)
            yield Post(
                code=cell.get("code") or f"{cell['unit']}/{cell['title']}",
                unit=cell["unit"],
                title=cell["title"],
                degree=degree,
                portfolio=tuple(filter(None, _SEPARATORS.split(cell.get("portfolio", "")))),
            )

    def holders(self, table: Table) -> Iterator[Holder]:
        for row in table.rows:
            cell = row.cells
            if not self._filled(row, "holders"):
                continue
            since, until = parse_day(cell["from"]), parse_day(cell.get("to", ""))
            for column, day in (("from", since), ("to", until)):
                if cell.get(column) and day is None:
                    remedy = "Write year-month-day, such as 2026-03-01."
                    self.error("date-invalid", "'{value}' is no date.", remedy, row=row, column=column)
            if since is not None and not (cell.get("to") and until is None):
                self.used["holders"].append(row)
                yield Holder(post=cell["post"], person=cell["person"], since=since, until=until)

    def error(self, code: str, message: str, remedy: str, /, *, row: Row, column: str, **values: str) -> None:
        """Collect a problem in a cell."""
        value = row.cells.get(column, "")
        at = row.at(column)
        self.problems.append(error(code, message, remedy, at=at, value=value, column=column, **values))

    def _filled(self, row: Row, table: str) -> bool:
        missing = [column for column in _REQUIRED[table] if not row.cells[column]]
        for column in missing:
            remedy = "Fill it in, or delete the row."
            self.error("cell-empty", "The cell '{column}' is empty.", remedy, row=row, column=column)
        return not missing


def _located(problem: Problem, used: Mapping[str, Sequence[Row]]) -> Problem:
    """A problem that names a row of units, posts or holders is put where that row stands."""
    row = dict(problem.values).get("row", "")
    kind = next((name for name in _REQUIRED if problem.code.startswith(name.removesuffix("s"))), "")
    rows = used.get(kind, ())
    if not row.isdecimal() or not 0 < int(row) <= len(rows):
        return problem
    place = rows[int(row) - 1].place
    return replace(problem, place=replace(place, ref=problem.place.ref or place.ref))
