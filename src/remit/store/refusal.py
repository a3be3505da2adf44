"""Why an action was not done: nothing was changed when one of these is raised."""

# ruff: noqa: N818 - a refusal is an answer, not an error

from __future__ import annotations

from collections.abc import Iterable

from remit.core.problem import Level, Problem, worst

__all__ = ["ChangedMeanwhile", "Denied", "NotThere", "Refused", "refuse"]


class Refused(Exception):
    """The request is not one that can be done; `problems` says what is wrong with it and what to do."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(p.text() for p in self.problems))


class Denied(Exception):
    """The viewer may not see or do this. Edges answer as if it were not there."""


class NotThere(Exception):
    """Nothing has this reference; `ref` is what was asked for."""

    def __init__(self, ref: str) -> None:
        self.ref = ref
        super().__init__(ref)


class ChangedMeanwhile(Exception):
    """What the request was decided on has been changed by someone else since it was read."""


def refuse(problems: Iterable[Problem]) -> None:
    """Raise Refused with the problems where one of them is an error; warnings and notes let the work go on."""
    found = tuple(problems)
    if worst(found) is Level.ERROR:
        raise Refused(found)
