"""A matter between two units: what one asks of another, by when, how far it has come, and whether it is in time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from remit.core.flow import MAIN, Flow, Hand, Move, Step, offered, state_of, step_problems
from remit.core.flows import FLOWS
from remit.core.outside import outside_problems
from remit.core.problem import Place, Problem, error
from remit.core.record import unit_problems
from remit.core.standing import Status, open_status

__all__ = [
    "DUE_SOON_DAYS",
    "Matter",
    "awaited",
    "done_at",
    "due_of",
    "flow_of",
    "is_closed",
    "matter_problems",
    "matter_state",
    "matter_status",
    "moves_for",
    "post_of",
    "progress_status",
    "take",
    "urged",
]

DUE_SOON_DAYS = 7
_DONE_BY = {"task": ("submit",), "report": ("submit",), "filing": ("carry-out",), "incident": ("report",)}
_NOT_DONE = frozenset({"withdrawn", "refused"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter of a flow (task, report, filing, incident) that `unit` owes and `asker`, a unit's code, asked for.

    `due` is the first due day, `limit` the moment a time limit in hours runs out; `duty` what it is for,
    `REGIME/DUTY` or `REGIME/DUTY@WINDOW`; `post` who handles it at first; `support` units that help, `copies` units
    that may read it; `source` what it came from (a record, a finding); `approvals` how many persons a repeated move
    needs. `kind` and `period` say what a report, a filing or a situation is of; the `kind` of a task is the leading
    group whose conference decided it. `opened` is aware.
    """

    ref: str
    flow: str
    unit: str
    asker: str
    title: str
    opened: datetime
    opened_by: str
    text: str = ""
    kind: str = ""
    period: str = ""
    due: date | None = None
    limit: datetime | None = None
    duty: str = ""
    post: str = ""
    support: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    source: str = ""
    approvals: int = 1
    steps: tuple[Step, ...] = ()


def flow_of(matter: Matter) -> Flow:
    """Return the flow that a matter goes through."""
    return FLOWS[matter.flow]


def matter_state(matter: Matter, *, lane: str = MAIN) -> str:
    """Return the state that the matter's steps have led to."""
    return state_of(flow_of(matter), matter.steps, lane=lane, times=matter.approvals)


def is_closed(matter: Matter) -> bool:
    """Return whether nothing is open any more."""
    return matter_state(matter) in flow_of(matter).closed


def due_of(matter: Matter) -> date | None:
    """Return the day on which the matter is due as things stand: the last day that was granted, or else the first."""
    due, asked = matter.due, None
    for step in matter.steps:
        if step.move == "ask-time":
            asked = step.day
        elif step.move == "grant-time":
            due = asked or due
    return due


def post_of(matter: Matter) -> str:
    """Return the post that handles the matter: the last one it was delegated to."""
    return next((step.post for step in reversed(matter.steps) if step.move == "delegate"), matter.post)


def urged(matter: Matter) -> int:
    """Return how often the matter was urged."""
    return sum(step.move == "urge" for step in matter.steps)


def moves_for(matter: Matter, *, hands: Collection[Hand], by: str) -> tuple[Move, ...]:
    """Return the moves that a person with some hands in the matter may take now."""
    return offered(flow_of(matter), matter.steps, hands=hands, by=by, times=matter.approvals)


def awaited(matter: Matter) -> frozenset[Hand]:
    """Return whose move the matter waits for: those who can lead it on, urging and withdrawing apart."""
    flow = flow_of(matter)
    asides = {"urge", "withdraw", "correct", "escalate", "return", "decline", "ask-time"}
    everybody = offered(flow, matter.steps, hands=tuple(Hand), by="", times=matter.approvals)
    return frozenset(
        hand for move in everybody if move.end and move.name not in asides for hand in move.hands
    )


def take(matter: Matter, step: Step) -> tuple[Matter, tuple[Problem, ...]]:
    """Return the matter after a step, or as it was with what stands against the step."""
    problems = step_problems(
        flow_of(matter), matter.steps, step, due=due_of(matter), times=matter.approvals
    ) + outside_problems([step.reason], at=Place(ref="reason"))
    if problems:
        return matter, problems
    return replace(matter, steps=(*matter.steps, step)), ()


def done_at(matter: Matter) -> datetime | None:
    """Return when what was asked was handed in, None where it is still to be done.

    It is the first time since it was last sent back: what is put right afterwards never makes it later.
    """
    done: datetime | None = None
    for step in matter.steps:
        if step.move in _DONE_BY[matter.flow]:
            done = done or step.at
        elif step.move == "return":
            done = None
    return done


def matter_status(matter: Matter, now: datetime) -> Status:
    """Return where the matter stands at a moment (`progress_status`)."""
    due = due_of(matter)
    limit = matter.limit if due == matter.due else None
    return progress_status(matter_state(matter), due=due, limit=limit, done=done_at(matter), now=now)


def progress_status(
    state: str, *, due: date | None, limit: datetime | None, done: datetime | None, now: datetime
) -> Status:
    """Return where a matter stands at a moment: met or late once handed in, else overdue, due soon or upcoming.

    `due` is the day as things stand, `limit` the moment on it where that is known, `done` when it was handed in. What
    was withdrawn or refused is excused. The moments are aware and in the installation's time zone.
    """
    if state in _NOT_DONE:
        return Status.EXCUSED
    if done is not None:
        late = done > limit if limit is not None else due is not None and done.date() > due
        return Status.LATE if late else Status.MET
    if limit is not None and now > limit:
        return open_status(left=-1, opened=True, due_soon_days=DUE_SOON_DAYS)
    if due is None:
        return Status.UPCOMING
    return open_status(left=(due - now.date()).days, opened=True, due_soon_days=DUE_SOON_DAYS)


def matter_problems(matter: Matter, *, known_units: Collection[str]) -> tuple[Problem, ...]:
    """Return what is wrong with a matter that is to be opened; `Place.ref` is the field."""
    problems: list[Problem] = []
    if not matter.title.strip():
        problems.append(
            error(
                "matter-bare", "It is not said what is asked.", "Write a short title.", at=Place(ref="title")
            )
        )
    for field, units in (
        ("unit", (matter.unit,)),
        ("asker", (matter.asker,)),
        ("support", matter.support),
        ("copies", matter.copies),
    ):
        problems += unit_problems(units, known_units, Place(ref=field))
    if matter.due is not None and matter.due < matter.opened.date():
        problems.append(
            error(
                "matter-past",
                "It would be due on {due}, before the day on which it is asked for.",
                "Give a day from {today} on.",
                at=Place(ref="due"),
                due=matter.due,
                today=matter.opened.date(),
            )
        )
    for field, text in (("title", matter.title), ("text", matter.text)):
        problems += outside_problems([text], at=Place(ref=field))
    return tuple(problems)
