"""What was done, and what was excused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from remit.core.problem import Place, Problem, error, warning
from remit.core.scope import REASONS, screen

__all__ = ["Evidence", "Excuse", "Record", "excuse_problems", "record_problems", "split_reference"]


SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that shows something was done, named by the SHA-256 of its bytes (hexadecimal)."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something a unit did on a day. It may meet several duties (`meets`) and start the clock of others (`starts`).

    `meets` holds references `REGIME/DUTY`, or `REGIME/DUTY@WINDOW` where the record is for an earlier window than
    its day; `entered` is the day on which it was recorded. `at` is the moment that it tells of, where that is known:
    time limits in hours are counted from it and end by it.
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
        *_unit_problems(record.unit, known_units, at),
        *_duty_problems(record, known_duties, windows, at),
        *_evidence_problems(record, at),
        *_text_problems((record.title, record.kind, *(file.name for file in record.evidence)), at),
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


def _unit_problems(unit: str, known: Collection[str], at: Place) -> Iterator[Problem]:
    if unit not in known:
        yield error(
            "unknown-unit",
            "There is no unit '{unit}'.",
            "Add the unit, or correct its code.",
            at=at,
            unit=unit,
        )


def _duty_problems(
    record: Record,
    known: Collection[str],
    windows: Mapping[str, Collection[str]] | None,
    at: Place,
) -> Iterator[Problem]:
    if not record.meets and not record.starts:
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


def _evidence_problems(record: Record, at: Place) -> Iterator[Problem]:
    for file in record.evidence:
        if not SHA256.fullmatch(file.sha256) or file.size < 0:
            yield error(
                "record-evidence",
                "The evidence '{name}' has no sound fingerprint or size.",
                "Attach the file again.",
                at=at,
                name=file.name,
            )


def _text_problems(texts: Iterable[str], at: Place) -> Iterator[Problem]:
    for text in texts:
        found = screen(text)
        if found.label != "in":
            yield error(
                "outside-scope",
                "'{text}' is outside scope, and Remit keeps no such record.",
                REASONS[found.why],
                at=at,
                text=text,
            )


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
    yield from _unit_problems(excuse.unit, known_units, at)
    if excuse.duty not in known_duties:
        yield _unknown_duty(excuse.duty, at)
    yield from _text_problems((excuse.reason,), at)
