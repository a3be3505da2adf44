"""A regime: the reviewed reading of a regulation, one edition of it, as text a lawyer can read and diff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from remit.core.duty import Degree, Duty, Kind, ReviewState
from remit.core.regime_part import Parts

__all__ = [
    "Defaults",
    "Edition",
    "Regime",
    "RegimeClause",
    "Role",
    "Source",
    "clause_path",
    "duties",
    "duties_in_force",
    "duty_reference",
    "find_clause",
    "find_duty",
    "find_role",
]


_DIGITS = "零一二三四五六七八九"
_PARAGRAPH = re.compile(r"第([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])款")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the text came from: title as printed, issuing body and number if known, file name, SHA-256 of the text."""

    title: str = ""
    issued_by: str = ""
    number: str = ""
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What the regime says once for all its duties.

    `year_starts` is the month (1-12) in which yearly, half-yearly and quarterly windows begin; `due_soon_days` how
    many days before the due day a duty turns due-soon; `on_holiday` moves a due day that is no working day: keep,
    next or previous.
    """

    year_starts: int = 1
    due_soon_days: int = 14
    on_holiday: str = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as the regulation names it and what it is in an organisation.

    `units` are the kinds of unit (`Unit.kind`) it stands for, empty for every kind; `degree` the degree in which it
    answers: `principal` means the unit itself, answered for by its head.
    """

    name: str
    degree: Degree = Degree.PRINCIPAL
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeClause:
    """A clause or heading of the text with the duties it yields.

    `ref` is the path of numbers as printed; `start` and `end` are offsets into the extracted text; `screen` is in,
    out or mixed with `why`: a clause outside scope keeps its words and yields nothing.
    """

    ref: tuple[str, ...]
    text: str
    start: int
    end: int
    heading: bool = False
    kind: Kind = Kind.OTHER
    screen: str = "in"
    why: str = ""
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """One edition of a regime. `id` is ASCII; `edition` the day from which this edition is meant to hold.

    `parts` is what it lays down beside duties: answerability, inspections, appraisal, grounds, measures, procedure.
    """

    id: str
    title: str
    edition: date
    language: str = "zh"
    subject: str = ""
    source: Source = Source()
    defaults: Defaults = Defaults()
    roles: tuple[Role, ...] = ()
    clauses: tuple[RegimeClause, ...] = ()
    parts: Parts = Parts()


@dataclass(frozen=True, slots=True)
class Edition:
    """The name of one edition of a regime: `harbour-fire@2026-03-01`."""

    regime: str
    day: date

    def __str__(self) -> str:
        return f"{self.regime}@{self.day.isoformat()}"


def clause_path(ref: tuple[str, ...]) -> str:
    """Return a clause's path of numbers as one string for people: `第九条 第一款 (四)`, `Article 9 paragraph 1 (d)`.

    An unnumbered paragraph is `第一款` in every reference; beside numbers in Latin script it is said in English.
    """
    english = all(part.isascii() for part in ref if not _PARAGRAPH.fullmatch(part)) and len(ref) > 1
    return " ".join(_PARAGRAPH.sub(_said_in_english, part) if english else part for part in ref)


def _said_in_english(paragraph: re.Match[str]) -> str:
    tens, ten, ones = paragraph[1].rpartition("十")
    number = (_DIGITS.index(tens) if tens else 1) * 10 if ten else 0
    return f"paragraph {number + (_DIGITS.index(ones) if ones else 0)}"


def duty_reference(regime: Regime, duty: Duty) -> str:
    """Return the public reference of a duty, `REGIME/DUTY`, as records and occurrences name it."""
    return f"{regime.id}/{duty.ref}"


def duties(regime: Regime) -> Iterator[tuple[RegimeClause, Duty]]:
    """Yield every duty with its clause, in document order: proposed, accepted, corrected and rejected ones."""
    for clause in regime.clauses:
        for duty in clause.duties:
            yield clause, duty


def duties_in_force(regime: Regime) -> Iterator[tuple[RegimeClause, Duty]]:
    """Yield the duties that bind: not rejected, and not on a clause outside scope."""
    for clause, duty in duties(regime):
        if duty.review.state != ReviewState.REJECTED and clause.screen != "out":
            yield clause, duty


def find_duty(regime: Regime, ref: str) -> tuple[RegimeClause, Duty] | None:
    """Return the duty of that reference (`art-12` or `REGIME/art-12`) with its clause, None where there is none."""
    name = ref.removeprefix(f"{regime.id}/")
    return next((found for found in duties(regime) if found[1].ref == name), None)


def find_clause(regime: Regime, ref: tuple[str, ...]) -> RegimeClause | None:
    """Return the first clause of that path of numbers, None where there is none."""
    return next((clause for clause in regime.clauses if clause.ref == ref), None)


def find_role(regime: Regime, name: str) -> Role | None:
    """Return the role of that name, None where the regime has none."""
    return next((role for role in regime.roles if role.name == name), None)
