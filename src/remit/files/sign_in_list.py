"""Sign-in lists: who attended, from a workbook or a CSV file, as text that a person could have typed."""

from __future__ import annotations

from collections.abc import Sequence

from remit.core.problem import Level, Place, Problem, error, worst
from remit.files.encoding import decode_text
from remit.files.list_sheets import read_sheets
from remit.files.list_tidying import fill_merged
from remit.files.table_rows import csv_rows, read_table

__all__ = ["read_sign_in_list"]

_COLUMNS = {
    "person": (
        "name",
        "person",
        "姓名",
        "名字",
        "人员",
        "参会人员",
        "参训人员",
        "与会人员",
        "签到人",
        "签名",
    ),
    "unit": ("department", "unit", "office", "部门", "科室", "单位", "所在部门", "处室", "所属部门"),
}
_MOST = 5000


def read_sign_in_list(data: bytes, *, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the people of a list, one a line, `name | department`, and what is wrong with it.

    Read are .xlsx and CSV with a column headed `Name` or 姓名, perhaps one headed `Department` or 部门; a list of one
    column without a header is one of names.
    """
    rows, problems = _rows(data, name)
    if worst(problems) is Level.ERROR:
        return "", problems
    if all(len([cell for cell in row if cell.strip()]) <= 1 for row in rows):
        names = [cell.strip() for row in rows for cell in row if cell.strip()]
        if names and names[0].lower() in _COLUMNS["person"]:
            names = names[1:]
        found = [(one, "") for one in names]
    else:
        table = read_table(rows, _COLUMNS, ["person"], Place(file=name))
        if table.problems:
            return "", table.problems
        cells = [row.cells for row in table.rows()]
        found = [(cell["person"], cell.get("unit", "")) for cell in cells if cell["person"]]
    if not found or len(found) > _MOST:
        return "", (_no_names(len(found)),)
    return "\n".join(_line(person, unit) for person, unit in found), ()


def _rows(data: bytes, name: str) -> tuple[Sequence[Sequence[str]], tuple[Problem, ...]]:
    if data[:2] == b"PK" or name.lower().endswith((".xlsx", ".xls")):
        sheets, problems = read_sheets(data)
        return next((fill_merged(sheet) for sheet in sheets if not sheet.hidden), ()), problems
    text, problems = decode_text(data)
    rows, broken = csv_rows(text)
    return rows, (*problems, *broken)


def _line(person: str, unit: str) -> str:
    person, unit = (" ".join(said.replace("|", " ").split()) for said in (person, unit))
    return f"{person} | {unit}" if unit else person


def _no_names(count: int) -> Problem:
    return error(
        "sign-in-list",
        "The list has {count} names; from 1 to {most} are taken in.",
        "Head the column of names with Name or 姓名.",
        count=count,
        most=_MOST,
    )
