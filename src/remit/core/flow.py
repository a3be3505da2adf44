"""How a matter goes from hand to hand: the moves from each state, who may take them, and what they need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from remit.core.problem import Place, Problem, error

__all__ = [
    "MAIN",
    "Flow",
    "Hand",
    "Move",
    "Need",
    "Step",
    "find_move",
    "offered",
    "state_of",
    "step_problems",
]

MAIN = "main"


class Hand(StrEnum):
    """In whose name a move is taken: the unit that owes the matter or the one that asked for it, and their heads."""

    OWNER = "owner"
    OWNER_HEAD = "owner-head"
    ASKER = "asker"
    ASKER_HEAD = "asker-head"
    SUPPORT = "support"


class Need(StrEnum):
    """What must come with a move."""

    REASON = "reason"
    LATER_DAY = "later-day"  # a day after the one on which the matter is due
    DAY = "day"  # a day that has come
    POST = "post"
    BEFORE_DUE = "before-due"  # the move itself, on the due day at the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move of a flow: from one of the states `start` to `end`, which is empty where the state stays.

    A move of another lane than the main one has its own states there and is open in the main states `only`. It is not
    for whoever took one of `other_than` last, since it was sent back (`return`) in that lane. `repeated` moves lead on
    when as many different persons as the matter asks for have taken them.
    """

    name: str
    start: tuple[str, ...]
    end: str = ""
    hands: tuple[Hand, ...] = (Hand.OWNER,)
    needs: tuple[Need, ...] = ()
    other_than: tuple[str, ...] = ()
    lane: str = MAIN
    only: tuple[str, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A kind of procedure. `lanes` are pairs of a lane and its first state; `closed` the main states that end it."""

    name: str
    lanes: tuple[tuple[str, str], ...]
    closed: tuple[str, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move that was taken: when (aware), by which person, in whose name, and what came with it.

    `records` are references of records that show what was done.
    """

    move: str
    at: datetime
    by: str
    hand: Hand
    reason: str = ""
    day: date | None = None
    post: str = ""
    records: tuple[str, ...] = ()


def find_move(flow: Flow, name: str) -> Move | None:
    """Return the move of that name, None where the flow has none."""
    return next((move for move in flow.moves if move.name == name), None)


def state_of(flow: Flow, steps: Iterable[Step], *, lane: str = MAIN, times: int = 1) -> str:
    """Return the state that some steps lead to; `times` is how many persons a repeated move needs.

    Steps that the flow does not have are passed over: an older flow's.
    """
    state = dict(flow.lanes)[lane]
    taken: set[str] = set()
    for step in steps:
        move = find_move(flow, step.move)
        if move is None or move.lane != lane or state not in move.start:
            continue
        if move.repeated:
            taken.add(step.by)
            if len(taken) < times:
                continue
        if move.end:
            state = move.end
            taken = set()
    return state


def offered(
    flow: Flow, steps: Sequence[Step], *, hands: Collection[Hand], by: str, times: int = 1
) -> tuple[Move, ...]:
    """Return the moves that a person with some hands may take now, in the flow's order."""
    return tuple(
        move
        for move in flow.moves
        if _is_open(flow, steps, move, times)
        and not set(move.hands).isdisjoint(hands)
        and not _same(flow, move, steps, by)
    )


def step_problems(
    flow: Flow,
    steps: Sequence[Step],
    step: Step,
    *,
    due: date | None,
    times: int = 1,
) -> tuple[Problem, ...]:
    """Return why a step cannot be taken after others; with an error it must not be kept. `Place.ref` is the field.

    `due` is the day on which the matter is due as things stand. Whether the person has a hand in it is not asked here.
    """
    move = find_move(flow, step.move)
    if move is None or not _is_open(flow, steps, move, times):
        return (_not_open(step, state_of(flow, steps, times=times)),)
    if _same(flow, move, steps, step.by):
        return (_same_person(step),)
    return tuple(_lacking(move, step, due))


def _is_open(flow: Flow, steps: Sequence[Step], move: Move, times: int) -> bool:
    if state_of(flow, steps, lane=move.lane, times=times) not in move.start:
        return False
    return move.lane == MAIN or state_of(flow, steps, times=times) in move.only


def _same(flow: Flow, move: Move, steps: Sequence[Step], by: str) -> bool:
    """Whether a person has taken one of the other moves last, or the same one, since it was sent back in this lane."""
    here = {one.name for one in flow.moves if one.lane == move.lane}
    back = max(
        (at for at, step in enumerate(steps) if step.move == "return" and "return" in here), default=-1
    )
    for other in move.other_than:
        last = [step.by for step in steps[back + 1 :] if step.move == other]
        if by in (last if other == move.name else last[-1:]):
            return True
    return False


def _lacking(move: Move, step: Step, due: date | None) -> Iterator[Problem]:
    today = step.at.date()
    if Need.REASON in move.needs and not step.reason.strip():
        yield _missing("reason", "The reason is missing.", "Write a short sentence.")
    if Need.POST in move.needs and not step.post:
        yield _missing("post", "It is not said to which post it goes.", "Choose a post.")
    if Need.DAY in move.needs and (step.day is None or step.day > today):
        yield _missing(
            "day", "The day is missing, or is still to come.", "Give the day on which it was done."
        )
    if Need.LATER_DAY in move.needs and (step.day is None or step.day <= max(due or today, today)):
        yield _missing(
            "day",
            "The new day is missing, or is no later than the day on which it is due now.",
            "Give a later day.",
        )
    if Need.BEFORE_DUE in move.needs and due is not None and today > due:
        yield error(
            "step-too-late",
            "It was due on {due}; more time is asked for before that day, not after it.",
            "Hand it in as soon as you can, and say why it is late.",
            at=Place(ref="move"),
            due=due,
        )


def _missing(field: str, message: str, remedy: str) -> Problem:
    return error("step-incomplete", message, remedy, at=Place(ref=field))


def _not_open(step: Step, state: str) -> Problem:
    return error(
        "step-not-open",
        "'{move}' is not possible now: the matter stands at '{state}'.",
        "Somebody may have moved it on meanwhile. Look at it again and choose what is offered.",
        at=Place(ref="move"),
        move=step.move,
        state=state,
    )


def _same_person(step: Step) -> Problem:
    return error(
        "step-same-person",
        "{person} has already taken a step on the other side of '{move}'.",
        "Have another person take it: whoever hands in does not judge.",
        at=Place(ref="move"),
        person=step.by,
        move=step.move,
    )
