"""What is wrong with something a user gave, as a value: collected, never thrown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["Level", "Place", "Problem", "error", "note", "placed", "warning", "worst"]


class Level(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem was found: file, line and column counted from 1 (0: unknown), and a clause or row."""

    file: str = ""
    line: int = 0
    column: int = 0
    ref: str = ""

    def __str__(self) -> str:
        return f"{self.file or '-'}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found: a stable code, a message and a remedy (English templates), and the values they name.

    The templates are message ids for gettext; `text` fills them in after translation.
    """

    level: Level
    code: str
    message: str
    remedy: str
    values: tuple[tuple[str, str], ...] = ()
    place: Place = Place()

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return message and remedy as one line in the language of `translate`."""
        values = dict(self.values)
        return f"{translate(self.message).format_map(values)} {translate(self.remedy).format_map(values)}".strip()

    def line(self, translate: Callable[[str], str] = str) -> str:
        """Return `FILE:line:col: level code: message. What to do.`"""
        return f"{self.place}: {self.level} {self.code}: {self.text(translate)}"


def error(code: str, message: str, remedy: str, /, *, at: Place = Place(), **values: object) -> Problem:
    """Return a problem that stops the work."""
    return _made(Level.ERROR, code, message, remedy, at, values)


def warning(code: str, message: str, remedy: str, /, *, at: Place = Place(), **values: object) -> Problem:
    """Return a problem that a person should look at; the work went on."""
    return _made(Level.WARNING, code, message, remedy, at, values)


def note(code: str, message: str, remedy: str, /, *, at: Place = Place(), **values: object) -> Problem:
    """Return something worth knowing."""
    return _made(Level.NOTE, code, message, remedy, at, values)


def placed(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    """Return the problems with their file filled in where it was unknown."""
    return tuple(p if p.place.file else replace(p, place=replace(p.place, file=file)) for p in problems)


def worst(problems: Iterable[Problem]) -> Level | None:
    """Return the gravest level among the problems, None where there are none."""
    order = list(Level)
    levels = sorted((p.level for p in problems), key=order.index)
    return levels[0] if levels else None


def _made(
    level: Level, code: str, message: str, remedy: str, at: Place, values: dict[str, object]
) -> Problem:
    return Problem(level, code, message, remedy, tuple((k, str(v)) for k, v in values.items()), at)
