"""Faults in a text's own numbering, for the lawyer to see: cited and reported, never repaired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from remit.core.clause import Clause, Heading
from remit.core.problem import Problem

__all__ = ["Fault", "find_faults", "report_faults"]


@dataclass(frozen=True, slots=True)
class Fault:
    kind: str
    line: int
    piece: str
    due: int = 0


def find_faults(flat: str, headings: Iterable[Heading], clauses: Iterable[Clause]) -> list[Fault]:
    return []


def report_faults(faults: list[Fault]) -> tuple[Problem, ...]:
    return ()
