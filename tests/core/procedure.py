"""Matters for the tests of the core: a task for a small fictional unit, and steps that lead it on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from remit.core.flow import Hand, Step
from remit.core.matter import Matter, take

__all__ = ["DUE", "NOW", "OUTSIDE", "PEOPLE", "TODAY", "a_matter", "a_step", "codes", "led"]

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
DUE = date(2026, 6, 10)
OUTSIDE = "收集教师的宗教信仰情况并建立台账"
PEOPLE = ("Ann", "Bob", "Cleo", "Dan")


def a_matter(flow: str = "task", **changes) -> Matter:
    given_ = {"unit": "/1/2", "asker": "/1", "title": "Test the hydrants", "due": DUE, "approvals": 1}
    return Matter(ref="m1", flow=flow, opened=NOW, opened_by="Ann", **{**given_, **changes})


def a_step(move: str, by: str = "Bob", *, days: int = 0, hand: Hand = Hand.OWNER, **more) -> Step:
    given_ = {"reason": "It is done", "post": "/1/2/head", "day": None}
    return Step(move=move, at=NOW + timedelta(days=days), by=by, hand=hand, **{**given_, **more})


def led(matter: Matter, *steps: Step) -> Matter:
    """The matter after steps, all of which have to be possible."""
    for step in steps:
        matter, problems = take(matter, step)
        assert problems == (), (step.move, problems)
    return matter


def codes(problems: Iterable) -> list[str]:
    return [p.code for p in problems]
