"""What was given more time: a decision that moves the due day of one window, which keeps the first one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from remit.core.outside import outside_problems
from remit.core.problem import Place, Problem, error
from remit.core.record import unit_problems

__all__ = ["Extension", "extension_problems", "extension_window"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A decision that a unit has until another day for one window of a duty (`REGIME/DUTY`), with its reason.

    It counts from the day `decided` on; of several, the one decided last counts.
    """

    duty: str
    unit: str
    window: str
    until: date
    reason: str
    decided_by: str
    decided: date


def extension_window(extension: Extension) -> tuple[str, str, str]:
    """Return which occurrence an extension is for: duty, unit and window."""
    return extension.duty, extension.unit, extension.window


def extension_problems(
    extension: Extension, *, due: date | None, today: date, known_units: Collection[str]
) -> tuple[Problem, ...]:
    """Return what is wrong with an extension; an error means that it must not be kept. `Place.ref` is the duty.

    `due` is the day on which the window is due as things stand, None where the unit has no such window.
    """
    return tuple(_problems(extension, due, today, known_units, Place(ref=extension.duty)))


def _problems(
    extension: Extension, due: date | None, today: date, known_units: Collection[str], at: Place
) -> Iterator[Problem]:
    unknown = unit_problems([extension.unit], known_units, at)
    yield from unknown or _window_problems(extension, due, at)
    if extension.decided > today:
        yield error(
            "extension-future",
            "The extension is decided on {decided}, which is still to come (today is {today}).",
            "Enter it when it has been decided.",
            at=at,
            decided=extension.decided,
            today=today,
        )
    if not extension.reason.strip() or not extension.decided_by.strip():
        yield error(
            "extension-bare",
            "The extension lacks its reason or who decided it.",
            "Give both: more time counts only with them.",
            at=at,
        )
    yield from outside_problems([extension.reason], at=at)


def _window_problems(extension: Extension, due: date | None, at: Place) -> Iterator[Problem]:
    if due is None:
        yield error(
            "extension-window",
            "Unit '{unit}' owes no window '{window}' of duty '{duty}'.",
            "Name the window as the page of the unit shows it, such as 2026H1.",
            at=at,
            unit=extension.unit,
            window=extension.window,
            duty=extension.duty,
        )
    elif extension.until <= due:
        yield error(
            "extension-day",
            "It is due on {due}; more time until {until} is no more.",
            "Give a later day.",
            at=at,
            due=due,
            until=extension.until,
        )
