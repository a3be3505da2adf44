"""A major situation: how much time is left to report it, and what marks its report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from remit.core.matter import Matter, done_at, due_of, is_closed
from remit.core.schedule import Occurrence

__all__ = ["Clock", "Mark", "clock_of", "likely_clocks", "marks_of", "overrun", "strictest"]

_ALIKE = 0.5  # share of the pairs of letters of an event's words that are found in what happened


class Mark(StrEnum):
    """What a level above has to see at once about the report of a situation."""

    UNREPORTED = "unreported"  # its time limit has run out, and nothing came
    LATE = "late"
    INCOMPLETE = "incomplete"  # it was sent back
    ADDED = "added"
    CORRECTED = "corrected"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What is left until a situation has to be reported: `until` is the moment, None where nothing limits it.

    `left` is below zero once it has run out; `whole_days` where only the day is known. `done` is when it was reported.
    """

    until: datetime | None
    left: timedelta | None
    whole_days: bool = False
    done: datetime | None = None


def clock_of(matter: Matter, now: datetime) -> Clock:
    """Return the clock of a situation at a moment; a day without an hour runs out at its end."""
    due = due_of(matter)
    until = matter.limit if due == matter.due else None
    whole = until is None
    if until is None and due is not None:
        until = datetime(due.year, due.month, due.day, tzinfo=now.tzinfo) + timedelta(days=1)
    done = done_at(matter)
    return Clock(
        until=until,
        left=None if until is None else until - (done or now),
        whole_days=whole,
        done=done,
    )


def marks_of(matter: Matter, now: datetime) -> tuple[Mark, ...]:
    """Return the marks of a situation, in the order of `Mark`."""
    clock = clock_of(matter, now)
    first = next((step.at for step in matter.steps if step.move == "report"), None)
    last = clock.done or first
    taken = {step.move for step in matter.steps}
    found = {
        Mark.UNREPORTED: first is None and not is_closed(matter) and _ran_out(clock, now),
        Mark.LATE: last is not None and _ran_out(clock, last),
        Mark.INCOMPLETE: "return" in taken,
        Mark.ADDED: "add" in taken,
        Mark.CORRECTED: "correct" in taken,
        Mark.ESCALATED: "escalate" in taken,
    }
    return tuple(mark for mark, holds in found.items() if holds)


def overrun(matter: Matter, now: datetime) -> bool:
    """Return whether nobody has reported a situation in time, so that the level above is to see it by itself."""
    return Mark.UNREPORTED in marks_of(matter, now)


def strictest(occurrences: Iterable[Occurrence]) -> Occurrence | None:
    """Return the occurrence that has to be met first, None where there is none."""
    return min(
        occurrences,
        key=lambda one: (one.due, one.limit is None, one.limit.timestamp() if one.limit else 0.0, one.duty),
        default=None,
    )


def likely_clocks(happened: str, events: Mapping[str, str]) -> tuple[str, ...]:
    """Return those of some duties whose event is what happened, by their words: `events` are these by reference."""
    pairs = _pairs(happened)
    found = []
    for reference, words in events.items():
        wanted = _pairs(words)
        if wanted and len(wanted & pairs) >= _ALIKE * len(wanted):
            found.append(reference)
    return tuple(found)


def _ran_out(clock: Clock, at: datetime) -> bool:
    """Whether a clock has run out: a report at the very moment of a limit is in time, one at a day's end is not."""
    return clock.until is not None and (at >= clock.until if clock.whole_days else at > clock.until)


def _pairs(text: str) -> frozenset[str]:
    """The pairs of Chinese letters of a text, and its other words of three letters or more."""
    found: set[str] = set()
    for run in _RUN.findall(text.lower()):
        found |= {run} if run.isascii() else {run[at : at + 2] for at in range(len(run) - 1)}
    return frozenset(found - _FILLING)


_RUN = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]+")
_FILLING = frozenset({"the", "after", "has", "have", "been", "发生", "出现", "之后"})
