"""Faults in a text's own numbering, for a person to see: cited and reported, never repaired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from remit.core.problem import Level, Place, Problem
from remit.core.problem import note as noted
from remit.core.problem import warning as warned
from remit.reading.marker import Reading
from remit.reading.nesting import Nest

__all__ = ["Fault", "judge_named", "report_faults"]

_COUNTED = {
    "第编",
    "第章",
    "第条",
    "article",
}  # named units whose numbers run on; sections start anew in each chapter


@dataclass(frozen=True, slots=True)
class Fault:
    """A number that is not as due: its kind, line (from 1), printed form, and what was due, as it would be printed."""

    kind: str
    line: int
    piece: str
    due: str = ""


_KINDS = {
    "gap": (
        Level.WARNING, "numbering-gap", "{number} stands where {due} is due.",
        "Check the source: a provision is missing or joined to the one before. It is cited as printed.",
    ),
    "repeat": (
        Level.WARNING, "numbering-duplicate", "{number} comes twice in the same list.",
        "Check for a doubled or misnumbered provision: a citation could mean either. Both are cited as printed.",
    ),
    "order": (
        Level.WARNING, "numbering-order", "{number} comes after a higher number; {due} is due.",
        "Check for a misplaced or misnumbered provision: who looks it up will miss it. It is cited as printed.",
    ),
    "restart": (
        Level.WARNING, "numbering-restart", "A list begins again with {number}, and nothing before it opens a new one.",
        "Check the source for a lost heading or lead-in. Both lists are kept and cited as printed.",
    ),
    "start": (
        Level.NOTE, "numbering-start", "A list begins with {number}.",
        "If this is not an excerpt, check the source for what comes before.",
    ),
    "glued": (
        Level.NOTE, "glued-item", "{number} stands inside a line.",
        "It is read as a provision of its own; start a new line before it if that is right.",
    ),
    "bare": (
        Level.WARNING, "number-without-text", "{number} has no text.",
        "Check the source: its words are missing, or the number belongs to the line before.",
    ),
}  # fmt: skip


def judge_named(reading: Reading, nest: Nest) -> tuple[str, str]:
    """Return the kind of fault ("" for none) and the number due, for a chapter or article after the last one."""
    last = nest.last.get(reading.style) if reading.style in _COUNTED else None
    if last is None or reading.follows(reading.style, last, ()):
        return "", ""
    due = Reading(reading.style, last).next_piece()
    if reading.first and reading.style in nest.renewed:
        return "", ""
    if reading.value == last:
        return "repeat", due
    if reading.first:
        return "restart", due
    return ("gap" if reading.value > last else "order"), due


def report_faults(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Return the faults as notes and warnings in the order of their lines."""
    problems = []
    for fault in sorted(faults, key=lambda fault: fault.line):
        level, code, message, remedy = _KINDS[fault.kind]
        make = warned if level is Level.WARNING else noted
        problems.append(
            make(
                code,
                message,
                remedy,
                at=Place(line=fault.line, ref=fault.piece),
                number=fault.piece,
                due=fault.due,
            )
        )
    return tuple(problems)
