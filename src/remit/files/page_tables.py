"""Ruled tables on pages: the lines within them become one line a row, its cells apart by a tab."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from remit.files.cell_text import row_text
from remit.files.page_line import Line, join_words, opens_clause

__all__ = ["Rule", "rules_of_points", "with_table_rows"]

_NEAR = 2.5  # points within which rules meet, or are one rule drawn twice
_SHORTEST = 6.0  # points; shorter strokes are parts of signs
_MOST_RULES = 4000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke, level or upright: `at` is its height or distance from the left, in points."""

    level: bool
    at: float
    low: float
    high: float

    def touches(self, other: Rule) -> bool:
        """Return whether a level and an upright rule meet."""
        return (
            self.level is not other.level
            and other.low - _NEAR <= self.at <= other.high + _NEAR
            and self.low - _NEAR <= other.at <= self.high + _NEAR
        )


def rules_of_points(points: Sequence[tuple[float, float]]) -> Iterator[Rule]:
    """Yield the rules along a path of straight strokes."""
    for (x, y), (to_x, to_y) in pairwise(points):
        if abs(y - to_y) < 1.0 and abs(x - to_x) >= _SHORTEST:
            yield Rule(True, (y + to_y) / 2, min(x, to_x), max(x, to_x))
        elif abs(x - to_x) < 1.0 and abs(y - to_y) >= _SHORTEST:
            yield Rule(False, (x + to_x) / 2, min(y, to_y), max(y, to_y))


def with_table_rows(lines: Sequence[Line], rules: Iterable[Rule]) -> list[Line]:
    """Return the lines of one page, those within ruled tables replaced by the tables' rows.

    Cells joined in the table say their text once: in the upper row and the left column. A box around text is no table.
    """
    tables = [_Table(group) for group in _groups(_merged(rules))]
    tables = [table for table in tables if table.columns > 1]
    placed: list[Line | _Table] = []
    for line in lines:
        table = next((table for table in tables if table.takes(line)), None)
        if table is None:
            placed.append(line)
        elif table not in placed:
            placed.append(table)
    return [line for one in placed for line in (one.rows() if isinstance(one, _Table) else (one,))]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules drawn in pieces, or twice, as one."""
    ordered = sorted(rules, key=lambda rule: (rule.level, rule.at, rule.low))
    if len(ordered) > _MOST_RULES:
        return []
    merged: list[Rule] = []
    for rule in ordered:
        for position in range(len(merged) - 1, -1, -1):
            last = merged[position]
            if last.level is not rule.level or rule.at - last.at > _NEAR:
                merged.append(rule)
                break
            if rule.low <= last.high + _NEAR and last.low <= rule.high + _NEAR:
                merged[position] = replace(last, low=min(last.low, rule.low), high=max(last.high, rule.high))
                break
        else:
            merged.append(rule)
    return merged


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that hang together."""
    left = set(range(len(rules)))
    groups: list[list[Rule]] = []
    while left:
        group = [left.pop()]
        for reached in group:
            near = [other for other in left if rules[reached].touches(rules[other])]
            left -= set(near)
            group += near
        if len(group) > 2:
            groups.append([rules[number] for number in group])
    return groups


@dataclass(eq=False)
class _Table:
    """A grid of rules and the lines that stand in its cells."""

    rules: list[Rule]
    _cells: dict[tuple[int, int], list[Line]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        levels = [rule for rule in self.rules if rule.level]
        uprights = [rule for rule in self.rules if not rule.level]
        sides = [end for rule in levels for end in (rule.low, rule.high)]
        self._across = _distinct(
            [rule.at for rule in uprights] + [min(sides, default=0), max(sides, default=0)]
        )
        self._down = _distinct([rule.at for rule in levels])[::-1]

    @property
    def columns(self) -> int:
        """How many columns the grid has; 0 where it has no row."""
        return len(self._across) - 1 if len(self._down) > 1 else 0

    def takes(self, line: Line) -> bool:
        """Put a line into its cell if it stands in the table."""
        x, y = (line.left + line.right) / 2, (line.bottom + line.top) / 2
        if not (self._across[0] < x < self._across[-1] and self._down[-1] < y < self._down[0]):
            return False
        row = sum(y < at for at in self._down) - 1
        column = sum(x > at for at in self._across) - 1
        self._cells.setdefault(self._first_of(row, column), []).append(line)
        return True

    def rows(self) -> Iterator[Line]:
        """Yield one line a row from the top."""
        some = next(iter(self._cells.values()))[0]
        for row in range(len(self._down) - 1):
            cells: list[str] = []
            for column in range(self.columns):
                first = self._first_of(row, column)
                if first[1] == column:
                    cells.append(_said(self._cells.get(first, [])) if first[0] == row else "")
            if text := row_text(cells):
                low, high = self._down[row + 1], self._down[row]
                yield replace(
                    some,
                    text=text,
                    left=self._across[0],
                    right=self._across[-1],
                    bottom=low,
                    top=high,
                    whole=True,
                )

    def _first_of(self, row: int, column: int) -> tuple[int, int]:
        """The upper left one of the cells that no rule parts from this one."""
        while column > 0 and not self._ruled(
            self._across[column], self._middle(self._down, row), level=False
        ):
            column -= 1
        while row > 0 and not self._ruled(self._down[row], self._middle(self._across, column), level=True):
            row -= 1
        return row, column

    def _ruled(self, at: float, through: float, *, level: bool) -> bool:
        return any(
            rule.level is level and abs(rule.at - at) <= _NEAR and rule.low <= through <= rule.high
            for rule in self.rules
        )

    @staticmethod
    def _middle(places: list[float], number: int) -> float:
        return (places[number] + places[number + 1]) / 2


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _said(lines: list[Line]) -> str:
    """What a cell says: wrapped lines closed up, but items and sentences apart."""
    said = ""
    for line in sorted(lines, key=lambda one: (-round(one.bottom), one.left)):
        apart = said.endswith(("。", "；", "：")) or opens_clause(line.text)
        said = f"{said} {line.text}".strip() if apart else join_words(said, line.text)
    return said.replace("\x02", "")
