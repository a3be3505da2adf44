"""What the API hands out beside the values of the core: flat, with the words for people in the language asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from django.http import HttpResponse
from django.utils.translation import gettext as _

from remit.core.adoption import Adoption
from remit.core.assignment import Answer, answer_text
from remit.core.duty import Degree
from remit.core.problem import Level, Problem
from remit.core.regime import Edition, Regime, clause_path
from remit.core.standing import Standing, Status, standing_text
from remit.journal.event import Line
from remit.rollup.counts import NodeCount
from remit.store.load import EditionHeld

__all__ = [
    "Adopted",
    "Answering",
    "EditionShown",
    "Found",
    "JournalLine",
    "Made",
    "Node",
    "Owing",
    "Owings",
    "RegimeShown",
    "Where",
    "adopted",
    "answering",
    "edition_shown",
    "found",
    "journal_line",
    "node",
    "owing",
    "render",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The public reference of what an action made or changed."""

    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a problem was found: file, line and column from 1 (0: unknown), and a field, clause, row or reference."""

    file: str
    line: int
    column: int
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that was found: a stable code, what it is, what to do, and where."""

    level: Level
    code: str
    message: str
    remedy: str
    values: dict[str, str]
    where: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """Where one occurrence stands on a day; `why` says it in words, `reason` as a code."""

    unit: str
    duty: str
    clause: str
    window: str
    opens: date
    due: date
    needed: int
    status: Status
    reason: str
    why: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owings:
    """A page of standings on a day; `problems` say what could not be laid out, and are the same on every page."""

    day: date
    items: tuple[Owing, ...]
    next: str | None
    problems: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Who answers at a unit, in which degree, and why; `through` is the post that answers for a vacant one."""

    unit: str
    degree: Degree
    post: str
    person: str
    through: str
    reason: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """How many occurrences of a unit's subtree, and of the unit itself, stand how."""

    unit: str
    depth: int
    counts: dict[Status, int]
    own: dict[Status, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """An edition in force for a unit and all below it, both days included."""

    edition: str
    title: str
    unit: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionShown:
    """An edition: `state` is draft or issued, `version` what a change of it has to name."""

    edition: str
    regime: str
    day: date
    title: str
    language: str
    state: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeShown:
    """An edition with its regime."""

    held: EditionShown
    regime: Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """A line of the journal: what is hashed, its hash, and payload and salt, both null once erased."""

    seq: int
    time: datetime
    actor: str
    unit: str
    kind: str
    commitment: str
    leaf: str
    payload: str | None
    salt: str | None


def render(value: object, *, status: int = 200) -> HttpResponse:
    """Return a value as a JSON response that nobody keeps."""
    body = msgspec.json.encode(value, order="deterministic")
    return HttpResponse(body, status=status, content_type="application/json")


def found(problem: Problem, translate: Callable[[str], str] = _) -> Found:
    """Return a problem in the language of the request."""
    values = dict(problem.values)
    place = problem.place
    return Found(
        level=problem.level,
        code=problem.code,
        message=translate(problem.message).format_map(values) if problem.message else "",
        remedy=translate(problem.remedy).format_map(values) if problem.remedy else "",
        values=values,
        where=Where(file=place.file, line=place.line, column=place.column, ref=place.ref),
    )


def owing(standing: Standing) -> Owing:
    """Return a standing with its reason in words."""
    occurrence = standing.occurrence
    return Owing(
        unit=occurrence.unit,
        duty=occurrence.duty,
        clause=clause_path(occurrence.clause),
        window=occurrence.window,
        opens=occurrence.opens,
        due=occurrence.due,
        needed=occurrence.needed,
        status=standing.status,
        reason=standing.reason,
        why=standing_text(standing, _),
        records=standing.records,
    )


def answering(unit: str, answer: Answer) -> Answering:
    """Return an answer at a unit with its reason in words."""
    return Answering(
        unit=unit,
        degree=answer.degree,
        post=answer.post,
        person=answer.person,
        through=answer.through,
        reason=answer.reason,
        why=answer_text(answer, _),
    )


def node(count: NodeCount) -> Node:
    """Return the counts of a unit."""
    return Node(unit=count.unit, depth=count.depth, counts=_counts(count.subtree), own=_counts(count.own))


def adopted(adoption: Adoption) -> Adopted:
    """Return an adoption without the text of its regime."""
    regime = adoption.regime
    return Adopted(
        edition=str(Edition(regime.id, regime.edition)),
        title=regime.title,
        unit=adoption.unit,
        since=adoption.since,
        until=adoption.until,
    )


def edition_shown(held: EditionHeld) -> EditionShown:
    """Return an edition by its public name."""
    return EditionShown(
        edition=str(held.name),
        regime=held.name.regime,
        day=held.name.day,
        title=held.title,
        language=held.language,
        state=held.state,
        version=held.version,
        sha256=held.sha256,
    )


def journal_line(line: Line) -> JournalLine:
    """Return a line of the journal, its header laid flat."""
    header = line.header
    return JournalLine(
        seq=header.seq,
        time=header.time,
        actor=header.actor,
        unit=header.unit,
        kind=header.kind,
        commitment=header.commitment,
        leaf=line.leaf,
        payload=line.payload,
        salt=line.salt,
    )


def _counts(counts: Mapping[Status, int]) -> dict[Status, int]:
    return {status: counts[status] for status in Status}
