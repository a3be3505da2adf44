"""Rows of lists to values of an organisation; a row with an error is left out and reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from remit.core.duty import Degree
from remit.core.post import Group, Holder, Post, Seat, Unit
from remit.core.problem import Place, Problem, error
from remit.files.list_columns import DEGREES, NO, OPEN_END, REQUIRED, SEATS, YES
from remit.files.table_rows import Row, Table, header_word, parse_day

__all__ = ["EXAMPLE", "RowReader", "parse_degree"]

EXAMPLE = ("例：", "例:", "e.g. ")
"""How the first cell of a row begins that only shows how rows look."""

_SEPARATORS = re.compile(r"\s*[;；、,，|]\s*")
_WIDE = {
    **{
        wide: wide - 0xFEE0
        for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    },
    **str.maketrans("－＿．／\u3000\xa0", "-_./  ", "\u200b\u200c\u200d\u2060\ufeff"),
}
"""Full-width letters and digits, and what cannot be seen: codes are written without."""
_EPOCH, _SERIALS = date(1899, 12, 30), range(15_000, 80_000)  # how Excel counts days


def parse_degree(written: str) -> Degree | None:
    """Return the degree that a cell names in Chinese or English, None where it names none."""
    return _degrees().get(re.sub(r"\s+", "", written).lower())


class RowReader:
    """Makes values of rows. `lines` are the places of the rows that were used, by list, in the order of the values."""

    def __init__(self, known: Callable[[str], Post | None]) -> None:
        self.problems: list[Problem] = []
        self.lines: dict[str, list[Place]] = {name: [] for name in ("units", "posts", "holders", "groups")}
        self._known = known

    def units(self, table: Table) -> Iterator[Unit]:
        """Yield the units of a table."""
        for row in self._filled(table, "units"):
            cell = row.cells
            since, until, sound = self._days(row, "since", "until")
            if sound:
                self.lines["units"].append(row.place)
                yield Unit(
                    code=_code(cell["code"]),
                    name=cell["name"],
                    parent=_code(cell.get("parent", "")),
                    kind=cell.get("kind", ""),
                    tags=_words(cell.get("tags", "")),
                    since=since,
                    until=until,
                )

    def posts(self, table: Table) -> Iterator[Post]:
        """Yield the posts of a table."""
        for row in self._filled(table, "posts"):
            cell = row.cells
            degree = parse_degree(cell["degree"])
            if degree is None:
                self.error(*_NO_DEGREE, row=row, column="degree", accepted=_accepted(DEGREES))
            since, until, sound = self._days(row, "since", "until")
            if degree is None or not sound:
                continue
            unit = _code(cell["unit"])
            self.lines["posts"].append(row.place)
            yield Post(
                code=_code(cell.get("code", "")) or _code(f"{unit}/{cell['title']}"),
                unit=unit,
                title=cell["title"],
                degree=degree,
                portfolio=_words(cell.get("portfolio", "")),
                covers=_codes(cell.get("covers", "")),
                since=since,
                until=until,
            )

    def holders(self, table: Table) -> Iterator[Holder]:
        """Yield the holders of a table."""
        for row in self._filled(table, "holders"):
            cell = row.cells
            since, until, sound = self._days(row, "from", "to")
            acting = _yes(cell.get("acting", ""))
            if acting is None:
                self.error(*_NO_ANSWER, row=row, column="acting")
            if since is None or acting is None or not sound:
                continue
            self.lines["holders"].append(row.place)
            yield Holder(
                post=_code(cell["post"]), person=cell["person"], since=since, until=until, acting=acting
            )

    def portfolios(self, table: Table, posts: tuple[Post, ...]) -> tuple[Post, ...]:
        """Return the posts with the portfolios that a table gives some of them; what they had is replaced.

        Posts that are only known are added to those given.
        """
        found: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        given = {post.code: post for post in posts}
        for row in self._filled(table, "portfolios"):
            code = _code(row.cells["post"])
            if code not in given:
                known = self._known(code)
                if known is None:
                    self.error(*_NO_POST, row=row, column="post")
                    continue
                given[code] = known
                self.lines["posts"].append(row.place)
            subjects, units = found.setdefault(code, ({}, {}))
            subjects |= dict.fromkeys(_words(row.cells["subject"]))
            units |= dict.fromkeys(_codes(row.cells.get("unit", "")))
        for code, (subjects, units) in found.items():
            given[code] = replace(given[code], portfolio=tuple(subjects), covers=tuple(units))
        return tuple(given.get(post.code, post) if post.code in found else post for post in posts) + tuple(
            given[code] for code in found if code not in {post.code for post in posts}
        )

    def groups(self, table: Table) -> tuple[Group, ...]:
        """Return the leading groups of a table, a row a seat; a group's own cells may be filled in once."""
        found: dict[str, Group] = {}
        for row in self._filled(table, "groups"):
            cell = row.cells
            seat = _seats().get(header_word(cell["seat"]))
            if seat is None:
                self.error(*_NO_SEAT, row=row, column="seat", accepted=_accepted(SEATS))
                continue
            code = _code(cell["group"])
            group = found.get(code) or Group(code=code, unit="", title="")
            if code not in found:
                self.lines["groups"].append(row.place)
            own = {
                "unit": _code(cell.get("unit", "")),
                "title": cell.get("title", ""),
                "office": _code(cell.get("office", "")),
            }
            for column, said in own.items():
                had = getattr(group, column)
                if said and had and said != had:
                    self.error(*_OTHER_GROUP, row=row, column=column, group=code, had=had)
            for column in ("unit", "title"):
                if code not in found and not own[column]:
                    self.error(*_EMPTY, row=row, column=column)
            found[code] = Group(
                code=code,
                unit=group.unit or own["unit"],
                title=group.title or own["title"],
                office=group.office or own["office"],
                seats=(*group.seats, (seat, _code(cell["post"]))),
            )
        return tuple(replace(one, seats=tuple(sorted(one.seats, key=_by_rank))) for one in found.values())

    def error(self, code: str, message: str, remedy: str, /, *, row: Row, column: str, **values: str) -> None:
        """Collect a problem in a cell."""
        value = row.cells.get(column, "")
        at = row.at(column)
        self.problems.append(
            error(code, message, remedy, at=at, value=value, column=row.headers.get(column, column), **values)
        )

    def _filled(self, table: Table, name: str) -> Iterator[Row]:
        required = REQUIRED[name]
        for row in table.rows():
            missing = [column for column in required if not row.cells[column]]
            if row.cells[required[0]].lower().startswith(EXAMPLE):
                continue
            if not missing:
                yield row
            for column in missing:
                self.error(*_EMPTY, row=row, column=column)

    def _days(self, row: Row, first: str, last: str) -> tuple[date | None, date | None, bool]:
        """Return the two days of a row, and whether both cells could be read."""
        days, sound = [], True
        for column in (first, last):
            written = row.cells.get(column, "")
            ended = not written or (column == last and written.lower() in OPEN_END)
            day = None if ended else _day(written)
            if day is None and not ended:
                self.error(*_NO_DATE, row=row, column=column)
                sound = False
            days.append(day)
        return days[0], days[1], sound


_EMPTY = ("cell-empty", "The cell '{column}' is empty.", "Fill it in, or delete the row.")
_NO_DATE = ("date-invalid", "'{value}' is no date.", "Write year-month-day, such as 2026-03-01.")
_NO_DEGREE = ("degree-unknown", "'{value}' is no degree.", "Accepted: {accepted}.")
_NO_SEAT = ("seat-unknown", "'{value}' is no seat in a leading group.", "Accepted: {accepted}.")
_NO_ANSWER = ("yes-or-no", "'{value}' is neither yes nor no.", "Write 是 or 否, yes or no.")
_NO_POST = (
    "portfolio-post",
    "There is no post '{value}' that could have a portfolio.",
    "Add the post, or correct its code.",
)
_OTHER_GROUP = (
    "group-contradicts",
    "Leading group '{group}' has '{had}' in a row above and '{value}' here.",
    "Write it the same way in all its rows, or only in the first.",
)


def _by_rank(seat: tuple[Seat, str]) -> int:
    return list(Seat).index(seat[0])


def _day(written: str) -> date | None:
    if written.isdecimal() and len(written) == 5 and int(written) in _SERIALS:
        return _EPOCH + timedelta(days=int(written))
    return parse_day(written)


def _code(written: str) -> str:
    if not written.isascii():
        written = written.translate(_WIDE)
    return " ".join(written.split())


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(map(_code, _words(cell)))


def _words(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, _SEPARATORS.split(cell)))) if cell else ()


def _yes(cell: str) -> bool | None:
    said = cell.lower()
    return False if said in NO else True if said in YES else None


def _accepted(words: Mapping[Degree, tuple[str, ...]] | Mapping[Seat, tuple[str, ...]]) -> str:
    return ", ".join(f"{word.value} ({said[0]})" for word, said in words.items())


@cache
def _degrees() -> Mapping[str, Degree]:
    return {word: degree for degree, words in DEGREES.items() for word in (degree.value, *words)}


@cache
def _seats() -> Mapping[str, Seat]:
    return {word: seat for seat, words in SEATS.items() for word in (seat.value, *words)}
