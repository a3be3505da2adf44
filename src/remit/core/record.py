"""What was done, and what was excused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from remit.core.outside import outside_problems
from remit.core.problem import Place, Problem, error, warning

__all__ = [
    "Detail",
    "Evidence",
    "Excuse",
    "Record",
    "detail_texts",
    "evidence_key",
    "evidence_problems",
    "excuse_problems",
    "latest_evidence",
    "record_problems",
    "split_reference",
    "unit_problems",
]


SHA256 = re.compile(r"[0-9a-f]{64}")
LINK = re.compile(r"https://[^\s/?#@\\\"<>]+(?:[/?#][^\s\\\"<>]*)?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that shows something was done, named by the SHA-256 of its bytes (hexadecimal), or a link without a file.

    `day` is the day that it is of, `added` the one on which it was handed in, `until` the last one on which it is good
    (None: for ever). `replaces` is the key (`evidence_key`) of an older version in the same record, which stays.
    """

    sha256: str
    name: str
    size: int
    link: str = ""
    day: date | None = None
    added: date | None = None
    until: date | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One thing that a record says in a field of its kind: a line, a person, a figure, a day, a decision.

    Which of the parts are filled follows from the shape of the field `key`: see `record_kind`. `person` is named in an
    office, `unit` is a unit's code or a department's name, `number` what can be added up.
    """

    key: str
    text: str = ""
    person: str = ""
    unit: str = ""
    day: date | None = None
    number: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something a unit did on a day. It may meet several duties (`meets`) and start the clock of others (`starts`).

    `meets` holds references `REGIME/DUTY`, or `REGIME/DUTY@WINDOW` where the record is for an earlier window than
    its day; `entered` is the day on which it was recorded. `at` is the moment that it tells of, where that is known:
    time limits in hours are counted from it and end by it. `about` names register items of the unit:
    `ITEM`, or `ITEM#CHECK`. `details` say what its kind asks for. `corrects` is the first version of what this one
    puts right.
    """

    ref: str
    unit: str
    day: date
    entered: date
    kind: str
    title: str
    by: str = ""
    meets: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    at: datetime | None = None
    about: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    corrects: str = ""

    @property
    def origin(self) -> str:
        """The reference of its first version: by it a clock that the record starts keeps its name."""
        return self.corrects or self.ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """A decision that a unit need not do a duty in windows that are due between `since` and `until`, with its reason.

    It counts from the day `decided` on.
    """

    duty: str
    unit: str
    since: date
    until: date
    reason: str
    decided_by: str
    decided: date


def split_reference(reference: str) -> tuple[str, str]:
    """Return `REGIME/DUTY@WINDOW` as duty and window; the window is empty where none is named."""
    duty, _, window = reference.partition("@")
    return duty, window


def evidence_key(evidence: Evidence) -> str:
    """Return what tells a piece of evidence apart within its record: the digest of the file, or the link."""
    return evidence.link or evidence.sha256


def latest_evidence(record: Record) -> tuple[Evidence, ...]:
    """Return the evidence of a record without what a newer version has replaced."""
    replaced = {evidence.replaces for evidence in record.evidence}
    return tuple(evidence for evidence in record.evidence if evidence_key(evidence) not in replaced)


def detail_texts(details: Iterable[Detail]) -> tuple[str, ...]:
    """Return every word that details hold."""
    return tuple(text for one in details for text in (one.text, one.person, one.unit) if text)


def record_problems(
    record: Record,
    *,
    today: date,
    known_duties: Collection[str],
    known_units: Collection[str],
    windows: Mapping[str, Collection[str]] | None = None,
) -> tuple[Problem, ...]:
    """Return what is wrong with a record; an error means that it must not be kept.

    `known_duties` are references `REGIME/DUTY`. `windows` maps a duty to the names of the windows that it has; without
    it a window that is named is taken as it is. `Place.ref` is the record's reference.
    """
    at = Place(ref=record.ref)
    return (
        *_day_problems(record, today, at),
        *_moment_problems(record, at),
        *unit_problems([record.unit], known_units, at),
        *_duty_problems(record, known_duties, windows, at),
        *evidence_problems(record),
        *outside_problems((record.title, record.kind, *detail_texts(record.details)), at=at),
    )


def excuse_problems(
    excuse: Excuse, *, today: date, known_duties: Collection[str], known_units: Collection[str]
) -> tuple[Problem, ...]:
    """Return what is wrong with an excuse; an error means that it must not be kept. `Place.ref` is the duty."""
    at = Place(ref=excuse.duty)
    return (*_decision_problems(excuse, today, at), *_excuse_problems(excuse, known_duties, known_units, at))


def _day_problems(record: Record, today: date, at: Place) -> Iterator[Problem]:
    if record.day > today:
        yield error(
            "record-future",
            "The record is of {day}, which is still to come (today is {today}).",
            "Record it when it has been done.",
            at=at,
            day=record.day,
            today=today,
        )
    if record.entered > today:
        yield error(
            "record-entered",
            "The record was entered on {entered}, which is still to come (today is {today}).",
            "Correct the day on which it was entered.",
            at=at,
            entered=record.entered,
            today=today,
        )
    elif record.entered < record.day <= today:
        yield error(
            "record-entered",
            "The record was entered on {entered}, before the day it tells of, {day}.",
            "Correct one of the two days.",
            at=at,
            entered=record.entered,
            day=record.day,
        )


def _moment_problems(record: Record, at: Place) -> Iterator[Problem]:
    if record.at is not None and (record.at.tzinfo is None or record.at.date() != record.day):
        yield error(
            "record-moment",
            "The record is of {day}, but of the moment {moment}.",
            "Give the time of that day, or leave it out.",
            at=at,
            day=record.day,
            moment=record.at.isoformat(timespec="minutes"),
        )


def unit_problems(units: Iterable[str], known: Collection[str], at: Place) -> tuple[Problem, ...]:
    """Return a problem for each of the units that is not known."""
    return tuple(
        error(
            "unknown-unit",
            "There is no unit '{unit}'.",
            "Add the unit, or correct its code.",
            at=at,
            unit=unit,
        )
        for unit in units
        if unit not in known
    )


def _duty_problems(
    record: Record,
    known: Collection[str],
    windows: Mapping[str, Collection[str]] | None,
    at: Place,
) -> Iterator[Problem]:
    if not (record.meets or record.starts or record.about):
        yield warning(
            "record-idle",
            "The record meets no duty and starts no time limit.",
            "Name the duties that it meets, if there are any.",
            at=at,
        )
    for reference in (*record.meets, *record.starts):
        duty, window = split_reference(reference)
        if duty not in known:
            yield _unknown_duty(duty, at)
        elif window and windows is not None and window not in windows.get(duty, ()):
            yield error(
                "record-window",
                "Duty '{duty}' has no window '{window}'.",
                "Give one of its windows, such as {windows}, or leave the window out.",
                at=at,
                duty=duty,
                window=window,
                windows=", ".join(list(windows.get(duty, ()))[:3]) or "-",
            )


def _unknown_duty(duty: str, at: Place) -> Problem:
    return error(
        "unknown-duty",
        "There is no duty '{duty}'.",
        "Give the regime and the duty as in the register, such as harbour-fire/art-12.",
        at=at,
        duty=duty,
    )


def evidence_problems(record: Record) -> tuple[Problem, ...]:
    """Return what is wrong with the evidence of a record; an error means that it must not be kept.

    `Place.ref` is the record's reference.
    """
    at = Place(ref=record.ref)
    keys = {evidence_key(evidence) for evidence in record.evidence}
    return tuple(p for evidence in record.evidence for p in _evidence_problems(evidence, record, keys, at))


def _evidence_problems(
    evidence: Evidence, record: Record, keys: Collection[str], at: Place
) -> Iterator[Problem]:
    if evidence.link:
        if not LINK.fullmatch(evidence.link) or evidence.sha256 or evidence.size:
            yield error(
                "evidence-link",
                "'{link}' is no address that can be kept.",
                "Give a whole address that begins with https:// and holds no name or password.",
                at=at,
                link=evidence.link,
            )
    elif not SHA256.fullmatch(evidence.sha256) or evidence.size < 0:
        yield error(
            "record-evidence",
            "The evidence '{name}' has no sound fingerprint or size.",
            "Attach the file again.",
            at=at,
            name=evidence.name,
        )
    if evidence.until and evidence.day and evidence.until < evidence.day:
        yield error(
            "evidence-days",
            "The evidence '{name}' is of {day} and was good only until {until}, which is before that.",
            "Correct one of the two days.",
            at=at,
            name=evidence.name,
            day=evidence.day,
            until=evidence.until,
        )
    if evidence.day and evidence.added and evidence.day > evidence.added:
        yield error(
            "evidence-future",
            "The evidence '{name}' is of {day}, which is still to come.",
            "Correct the day.",
            at=at,
            name=evidence.name,
            day=evidence.day,
        )
    if evidence.replaces and (evidence.replaces not in keys or evidence.replaces == evidence_key(evidence)):
        yield error(
            "evidence-version",
            "The evidence '{name}' replaces something that record {record} does not show.",
            "Choose the older version among the evidence of the record.",
            at=at,
            name=evidence.name,
            record=record.ref,
        )
    yield from outside_problems((evidence.name, evidence.link), at=at)


def _decision_problems(excuse: Excuse, today: date, at: Place) -> Iterator[Problem]:
    if excuse.until < excuse.since:
        yield error(
            "excuse-days",
            "The excuse runs from {since} until {until}, which is before that.",
            "Exchange the two days.",
            at=at,
            since=excuse.since,
            until=excuse.until,
        )
    if excuse.decided > today:
        yield error(
            "excuse-future",
            "The excuse is decided on {decided}, which is still to come (today is {today}).",
            "Enter it when it has been decided.",
            at=at,
            decided=excuse.decided,
            today=today,
        )
    if not excuse.reason.strip() or not excuse.decided_by.strip():
        yield error(
            "excuse-bare",
            "The excuse lacks its reason or who decided it.",
            "Give both: an excuse counts only with them.",
            at=at,
        )


def _excuse_problems(
    excuse: Excuse, known_duties: Collection[str], known_units: Collection[str], at: Place
) -> Iterator[Problem]:
    yield from unit_problems([excuse.unit], known_units, at)
    if excuse.duty not in known_duties:
        yield _unknown_duty(excuse.duty, at)
    yield from outside_problems((excuse.reason,), at=at)
