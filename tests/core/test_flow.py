"""Matters go from hand to hand: the tables of the flows, and what any sequence of moves can lead to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from remit.core.flow import MAIN, Flow, Hand, Move, Need, find_move, offered, state_of, step_problems
from remit.core.flow_words import FLOW_WORDS, HAND_WORDS, MOVE_WORDS, STATE_WORDS, STEP_WORDS, TIME_WORDS
from remit.core.flows import FILING, FLOWS, INCIDENT, REPORT, TASK
from remit.core.matter import (
    awaited,
    done_at,
    due_of,
    is_closed,
    matter_state,
    moves_for,
    take,
)
from tests.core.procedure import DUE, NOW, OUTSIDE, TODAY, a_matter, a_step, codes, led

# The tables


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_a_table_names_each_move_once_and_leads_only_to_states_that_are_left_or_closed(flow: Flow) -> None:
    assert len({move.name for move in flow.moves}) == len(flow.moves)
    for lane, first in flow.lanes:
        moves = [move for move in flow.moves if move.lane == lane]
        starts = {state for move in moves for state in move.start}
        ends = {move.end for move in moves if move.end} | {first}
        assert starts - set(flow.closed) <= ends
        assert ends <= starts | (set(flow.closed) if lane == MAIN else set())
    for move in flow.moves:
        assert move.hands
        assert all(find_move(flow, other) for other in move.other_than)
        assert not move.repeated or move.name in move.other_than


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_every_state_can_be_reached_and_what_is_open_can_be_ended(flow: Flow) -> None:
    def reached(start: set[str], moves: Iterable[tuple[str, str]]) -> set[str]:
        pairs = tuple(moves)
        while new := {b for a, b in pairs if a in start} - start:
            start |= new
        return start

    pairs = [(a, m.end) for m in flow.moves if m.lane == MAIN and m.end for a in m.start]
    states = {state for pair in pairs for state in pair}
    assert reached({dict(flow.lanes)[MAIN]}, pairs) == states
    assert reached(set(flow.closed), [(b, a) for a, b in pairs]) == states


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_what_is_closed_stays_closed_but_for_the_correction_of_a_report(flow: Flow) -> None:
    out = {move.name for move in flow.moves if set(move.start) & set(flow.closed)}
    assert out == ({"correct"} if flow is REPORT else set())


@pytest.mark.parametrize("flow", [TASK, REPORT, FILING], ids=lambda flow: flow.name)
def test_moves_that_judge_are_not_for_whoever_handed_in(flow: Flow) -> None:
    judging = {"check", "close", "receive", "accept", "approve", "refuse"}
    found = {move.name for move in flow.moves if move.other_than}
    own = {"approve"} if flow is REPORT else set()  # a head signs off what the own unit hands in
    assert judging & {move.name for move in flow.moves} - own <= found


def test_every_flow_state_and_move_has_its_words() -> None:
    assert set(FLOW_WORDS) == set(FLOWS)
    assert set(HAND_WORDS) == set(Hand)
    moves = {(flow.name, move.name) for flow in FLOWS.values() for move in flow.moves}
    assert set(MOVE_WORDS) == set(STEP_WORDS) == moves
    main = {
        (flow.name, state)
        for flow in FLOWS.values()
        for move in flow.moves
        if move.lane == MAIN
        for state in (*move.start, *([move.end] if move.end else []))
    }
    assert set(STATE_WORDS) == main
    beside = {
        state
        for flow in FLOWS.values()
        for move in flow.moves
        if move.lane != MAIN
        for state in (*move.start, move.end)
    }
    assert set(TIME_WORDS) == beside - {"none"}


# One step


def test_a_task_is_led_to_its_end() -> None:
    matter = led(
        a_matter(),
        a_step("sign"),
        a_step("submit"),
        a_step("check", "Cleo", hand=Hand.ASKER),
        a_step("close", "Dan", hand=Hand.ASKER_HEAD),
    )
    assert matter_state(matter) == "closed"
    assert is_closed(matter)
    assert moves_for(matter, hands=tuple(Hand), by="Ann") == ()


def test_only_the_moves_of_ones_hands_are_offered() -> None:
    matter = a_matter()
    assert [m.name for m in moves_for(matter, hands={Hand.OWNER}, by="Bob")] == [
        "sign",
        "note",
        "delegate",
        "decline",
        "ask-time",
    ]
    assert [m.name for m in moves_for(matter, hands={Hand.SUPPORT}, by="Bob")] == ["note"]
    assert moves_for(matter, hands=(), by="Bob") == ()


def test_a_move_that_is_unknown_or_not_open_is_refused() -> None:
    assert codes(take(a_matter(), a_step("fly"))[1]) == ["step-not-open"]
    assert codes(take(a_matter(), a_step("close"))[1]) == ["step-not-open"]


def test_more_time_is_not_decided_on_what_is_closed() -> None:
    matter = led(a_matter(), a_step("ask-time", day=DUE + timedelta(days=5)), a_step("withdraw"))
    assert codes(take(matter, a_step("endorse-time", "Cleo"))[1]) == ["step-not-open"]


@pytest.mark.parametrize(
    ("move", "more", "field"),
    [
        ("decline", {"reason": " "}, "reason"),
        ("delegate", {"post": ""}, "post"),
        ("ask-time", {"day": None}, "day"),
        ("ask-time", {"day": DUE}, "day"),
    ],
)
def test_what_has_to_come_with_a_move_is_asked_for(move: str, more: dict, field: str) -> None:
    matter, problems = take(a_matter(), a_step(move, **more))
    assert [(p.code, p.place.ref) for p in problems] == [("step-incomplete", field)]
    assert matter.steps == ()


def test_more_time_without_a_due_day_is_until_after_today() -> None:
    bare = a_matter(due=None)
    assert codes(take(bare, a_step("ask-time", day=TODAY))[1]) == ["step-incomplete"]
    assert led(bare, a_step("ask-time", day=TODAY + timedelta(days=1)))


def test_more_time_is_asked_for_before_the_day_or_on_it() -> None:
    late = (DUE - TODAY).days
    asked = {"day": DUE + timedelta(days=40)}
    assert led(a_matter(), a_step("ask-time", days=late, **asked))
    assert codes(take(a_matter(), a_step("ask-time", days=late + 1, **asked))[1]) == ["step-too-late"]


def test_a_day_on_which_something_was_done_has_come() -> None:
    filing = led(a_matter("filing"), a_step("request"), a_step("check", "Cleo"), a_step("approve", "Dan"))
    for day in (None, TODAY + timedelta(days=1)):
        assert codes(take(filing, a_step("carry-out", day=day))[1]) == ["step-incomplete"]
    done = led(filing, a_step("carry-out", day=TODAY))
    assert done_at(done) == NOW
    assert codes(take(done, a_step("close"))[1]) == ["step-same-person"]
    assert is_closed(led(done, a_step("close", "Cleo")))


def test_a_reason_outside_scope_is_not_kept() -> None:
    matter, problems = take(a_matter(), a_step("note", reason=OUTSIDE))
    assert codes(problems) == ["outside-scope"]
    assert matter.steps == ()


def test_whoever_hands_in_neither_checks_nor_closes_nor_returns_but_may_after_another_handed_in() -> None:
    handed = led(a_matter(), a_step("sign"), a_step("submit", "Bob"))
    assert codes(take(handed, a_step("check", "Bob"))[1]) == ["step-same-person"]
    assert codes(take(handed, a_step("return", "Bob"))[1]) == ["step-same-person"]
    assert "check" not in {m.name for m in moves_for(handed, hands=tuple(Hand), by="Bob")}
    again = led(handed, a_step("return", "Cleo"), a_step("submit", "Dan"))
    assert is_closed(led(again, a_step("check", "Bob"), a_step("close", "Bob")))


def test_sending_the_task_back_does_not_let_one_person_take_both_steps_of_granting_time() -> None:
    matter = led(
        a_matter(),
        a_step("sign"),
        a_step("ask-time", day=DUE + timedelta(days=9)),
        a_step("submit"),
        a_step("endorse-time", "Cleo"),
        a_step("return", "Cleo"),
    )
    assert codes(take(matter, a_step("grant-time", "Cleo"))[1]) == ["step-same-person"]
    assert due_of(led(matter, a_step("grant-time", "Dan"))) == DUE + timedelta(days=9)


def test_approvals_are_by_as_many_different_persons_and_begin_anew_after_a_return() -> None:
    filing = led(a_matter("filing", approvals=3), a_step("request", "Ann"), a_step("check", "Bob"))
    filing = led(filing, a_step("approve", "Bob"), a_step("approve", "Cleo"))
    assert matter_state(filing) == "checked"
    assert codes(take(filing, a_step("approve", "Cleo"))[1]) == ["step-same-person"]
    assert codes(take(filing, a_step("approve", "Ann"))[1]) == ["step-same-person"]
    assert matter_state(led(filing, a_step("approve", "Dan"))) == "approved"
    anew = led(filing, a_step("return", "Bob"), a_step("request", "Ann"), a_step("check", "Bob"))
    assert matter_state(led(anew, a_step("approve", "Cleo"))) == "checked"


def test_steps_of_an_older_flow_are_passed_over() -> None:
    strange = a_step("carry-by-hand")
    assert state_of(TASK, [strange, a_step("sign"), a_step("close")]) == "signed"
    assert awaited(a_matter(steps=(strange,))) == awaited(a_matter())


def test_problems_of_a_step_can_be_asked_without_a_matter() -> None:
    assert step_problems(TASK, [], a_step("sign"), due=None) == ()
    assert [m.name for m in offered(INCIDENT, [], hands={Hand.OWNER}, by="Ann")] == ["report"]


def test_a_move_says_when_nothing_stands_against_it() -> None:
    plain = Move(name="go", start=("a",), end="b", needs=(Need.REASON,))
    flow = Flow(name="plain", lanes=((MAIN, "a"),), closed=("b",), moves=(plain,))
    assert state_of(flow, [a_step("go")]) == "b"
