"""An organisation from the lists that offices keep: units, posts, holders, portfolios and leading groups.

They come as CSV files in a folder, as one CSV file, or as sheets of a workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from remit.core.establishment import organisation_problems
from remit.core.post import Organisation, Post
from remit.core.problem import Level, Place, Problem, error, note, placed, worst
from remit.files.encoding import decode_text
from remit.files.list_columns import COLUMNS, DEGREES, OWN_SHEETS, REQUIRED, SHEETS
from remit.files.list_sheets import ListSheet, read_sheets
from remit.files.list_tidying import fill_merged, heading_rows, sheet_notes
from remit.files.organisation_rows import RowReader, parse_degree
from remit.files.table_rows import Table, csv_rows, find_columns, fits, header_word, read_table
from remit.files.text import read_bytes

__all__ = ["DEGREES", "Lists", "located", "parse_degree", "read_lists", "read_organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What a file of lists holds: values, what is wrong, and the sheets as they are.

    `lines` says where the row of each unit, post, holder and group stands. `Place.file` of a problem in a workbook is
    the file and the sheet, with `!` between.
    """

    organisation: Organisation = Organisation()
    problems: tuple[Problem, ...] = ()
    sheets: tuple[ListSheet, ...] = ()
    lines: Mapping[str, Sequence[Place]] = field(default_factory=dict)


def read_organisation(path: Path) -> tuple[Organisation, tuple[Problem, ...]]:
    """Return the organisation in a folder (units.csv, posts.csv, …) or workbook, and what is wrong with it as a whole.

    A workbook's sheets are units, posts, holders or 单位, 岗位, 任职. Problems name file or sheet, row and column.
    Posts and holders may be missing as a whole: then nobody answers.
    """
    lists = read_lists(path)
    if not lists.organisation.units and worst(lists.problems) is Level.ERROR:
        return Organisation(), lists.problems
    found = located(organisation_problems(lists.organisation), lists.lines)
    return lists.organisation, (*lists.problems, *placed(found, str(path)))


def read_lists(
    path: Path, what: str = "", *, known: Callable[[str], Post | None] = lambda _code: None
) -> Lists:
    """Return the rows of all lists in a file or folder, or of one: units, posts, holders, portfolios or groups.

    What is wrong with the organisation as a whole is not looked for. `known` gives posts by code that a portfolio may
    be for although the file does not list them.
    """
    sheets, problems = _read_folder(path, what) if path.is_dir() else _read_file(path, what)
    if worst(problems) is Level.ERROR:
        return Lists(problems=problems, sheets=sheets)
    tables, found = _tables(path, sheets, what)
    reader = RowReader(known)
    units = tuple(reader.units(tables["units"])) if "units" in tables else ()
    posts = tuple(reader.posts(tables["posts"])) if "posts" in tables else ()
    if "portfolios" in tables:
        posts = reader.portfolios(tables["portfolios"], posts)
    organisation = Organisation(
        units=units,
        posts=posts,
        holders=tuple(reader.holders(tables["holders"])) if "holders" in tables else (),
        groups=reader.groups(tables["groups"]) if "groups" in tables else (),
    )
    problems = (*problems, *found, *reader.problems)
    if organisation == Organisation() and worst(problems) is not Level.ERROR:
        problems += (_nothing(path),)
    return Lists(organisation=organisation, problems=problems, sheets=sheets, lines=reader.lines)


def located(problems: Iterable[Problem], lines: Mapping[str, Sequence[Place]]) -> tuple[Problem, ...]:
    """Return the problems, those that name a row of a list put where that row stands."""
    return tuple(_located(problem, lines) for problem in problems)


def _located(problem: Problem, lines: Mapping[str, Sequence[Place]]) -> Problem:
    kind = next((name for name in lines if problem.code.startswith(name.removesuffix("s"))), "")
    places = lines.get(kind, ())
    values = dict(problem.values)
    rows = {name: values[name] for name in ("row", "other") if values.get(name, "").isdecimal()}
    seen = {name: places[int(row) - 1] for name, row in rows.items() if 0 < int(row) <= len(places)}
    if "row" not in seen:
        return problem
    values |= {name: str(place.line) for name, place in seen.items()}
    place = replace(seen["row"], ref=problem.place.ref)
    return replace(problem, place=place, values=tuple(values.items()))


def _read_folder(folder: Path, what: str) -> tuple[tuple[ListSheet, ...], tuple[Problem, ...]]:
    sheets: tuple[ListSheet, ...] = ()
    problems: tuple[Problem, ...] = ()
    for name in (what,) if what else SHEETS:
        path = folder / f"{name}.csv"
        if path.exists() or name == what or (name == "units" and not what):
            read, found = _read_text(path, name)
            sheets, problems = sheets + read, problems + found
    return sheets, problems


def _read_file(path: Path, what: str) -> tuple[tuple[ListSheet, ...], tuple[Problem, ...]]:
    if path.suffix.lower() in {".csv", ".txt", ".tsv"}:
        return _read_text(path, what or path.stem)
    data, problems = read_bytes(path)
    if problems:
        return (), problems
    sheets, problems = read_sheets(data)
    return sheets, placed(problems, str(path))


def _read_text(path: Path, name: str) -> tuple[tuple[ListSheet, ...], tuple[Problem, ...]]:
    data, problems = read_bytes(path)
    if problems:
        return (), problems
    text, found = decode_text(data)
    rows, broken = csv_rows(text)
    problems = placed((*(p for p in found if p.level is not Level.NOTE), *broken), str(path))
    if worst(problems) is Level.ERROR:
        return (), problems
    return (ListSheet(name=name, rows=[list(row) for row in rows]),), problems


def _tables(
    path: Path, sheets: tuple[ListSheet, ...], what: str
) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """Return the table of each list that the sheets hold: by the sheet's name, else by its header."""
    chosen, passed = _choose(sheets, what)
    problems: list[Problem] = []
    if not chosen:
        return {}, (_no_list(path, what),)
    if not what:
        problems += [_passed(path, sheet) for sheet in passed]
    tables: dict[str, Table] = {}
    for name, sheet in chosen.items():
        place = Place(_file_of(path, sheet))
        headings = heading_rows(sheet)
        rows = fill_merged(sheet)
        rows = [row if at not in headings else [] for at, row in enumerate(rows)] if headings else rows
        table = read_table(rows, COLUMNS[name], REQUIRED[name], place)
        table, again = _cut_at_headers(table, name)
        problems += [*table.problems, *again]
        if table.header:
            problems += sheet_notes(sheet, table, headings, accepted=COLUMNS[name])
        tables[name] = table
    return tables, tuple(problems)


def _choose(sheets: tuple[ListSheet, ...], what: str) -> tuple[dict[str, ListSheet], tuple[ListSheet, ...]]:
    wanted = (what,) if what else tuple(SHEETS)
    chosen: dict[str, ListSheet] = {}
    left = list(sheets)
    for name in wanted:
        named = next((one for one in left if header_word(one.name) in SHEETS[name]), None)
        if named is not None:
            chosen[name] = named
            left.remove(named)
    for sheet in [one for one in left if not one.hidden]:
        open_ = (name for name in wanted if name not in chosen)
        name = next((one for one in open_ if fits(sheet.rows, COLUMNS[one], REQUIRED[one])), "")
        if name:
            chosen[name] = sheet
            left.remove(sheet)
    return {name: chosen[name] for name in wanted if name in chosen}, tuple(
        one for one in left if one.rows and not one.hidden and one.name not in OWN_SHEETS
    )


def _cut_at_headers(table: Table, name: str) -> tuple[Table, tuple[Problem, ...]]:
    """A header that comes again (as on printed pages) is passed over; that of another list is a second table."""
    again: list[int] = []
    words = {word for columns in COLUMNS.values() for accepted in columns.values() for word in accepted}
    for line, row in enumerate(table.cells[table.header :], table.header + 1):
        first = next(filter(None, row), "")
        if not first or header_word(first) not in words:
            continue
        if all(column in find_columns(row, COLUMNS[name]) for column in REQUIRED[name]):
            again.append(line)
            continue
        for other, columns in COLUMNS.items():
            if all(column in find_columns(row, columns) for column in REQUIRED[other]):
                return table, (_second(table.place.file, line, other),)
    if not again:
        return table, ()
    cells = [row if at not in set(again) else () for at, row in enumerate(table.cells, 1)]
    said = note(
        "header-again",
        "The header comes again in {count} rows, first in row {row}; they were passed over.",
        "",
        at=Place(table.place.file, again[0]),
        count=len(again),
        row=again[0],
    )
    return replace(table, cells=cells), (said,)


def _file_of(path: Path, sheet: ListSheet) -> str:
    if path.is_dir():
        return str(path / f"{sheet.name}.csv")
    return f"{path}!{sheet.name}" if path.suffix.lower() not in {".csv", ".txt", ".tsv"} else str(path)


def _second(file: str, line: int, other: str) -> Problem:
    return error(
        "table-second",
        "In row {row} another table begins on the same sheet ({list}).",
        "Put each table on a sheet of its own.",
        at=Place(file, line),
        row=line,
        list=f"{SHEETS[other][0]} {SHEETS[other][1]}",
    )


def _no_list(path: Path, what: str) -> Problem:
    if what:
        return error(
            "sheet-missing",
            "There is no sheet of {list}.",
            "Name one sheet {list} or {chinese}, or start from the template.",
            at=Place(str(path)),
            list=what,
            chinese=SHEETS[what][1],
        )
    return error(
        "sheets-missing",
        "There is no sheet with a list of an organisation.",
        "Name the sheets units 单位, posts 岗位 and holders 任职, or start from the template.",
        at=Place(str(path)),
    )


def _passed(path: Path, sheet: ListSheet) -> Problem:
    return note(
        "sheet-passed-over",
        "The sheet '{sheet}' was not read: neither its name nor its header is that of a list.",
        "Name it units 单位, posts 岗位 or holders 任职 if it is one.",
        at=Place(str(path)),
        sheet=sheet.name,
    )


def _nothing(path: Path) -> Problem:
    return error(
        "lists-empty",
        "There is nothing to take in: no row is filled in below the headers.",
        "Fill in the lists. Rows that begin with “e.g.” (例：) only show how.",
        at=Place(str(path)),
    )
