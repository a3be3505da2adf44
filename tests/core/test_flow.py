"""Matters go from hand to hand: the tables of the flows, and what any sequence of moves can lead to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.flow import MAIN, Flow, Hand, Move, Need, Step, find_move, offered, state_of, step_problems
from remit.core.flow_words import FLOW_WORDS, HAND_WORDS, MOVE_WORDS, STATE_WORDS, STEP_WORDS, TIME_WORDS
from remit.core.flows import FILING, FLOWS, INCIDENT, REPORT, TASK
from remit.core.matter import (
    Matter,
    awaited,
    done_at,
    due_of,
    is_closed,
    matter_problems,
    matter_state,
    matter_status,
    moves_for,
    post_of,
    progress_status,
    take,
    urged,
)
from remit.core.standing import Status

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


@pytest.mark.parametrize("flow", (TASK, REPORT, FILING), ids=lambda flow: flow.name)
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


# What follows from the steps


def test_whose_move_it_is() -> None:
    assert awaited(a_matter()) == {Hand.OWNER}
    assert awaited(led(a_matter(), a_step("sign"), a_step("submit"))) == {Hand.ASKER}
    asked = led(a_matter(), a_step("ask-time", day=DUE + timedelta(days=3)))
    assert awaited(asked) == {Hand.OWNER, Hand.ASKER, Hand.ASKER_HEAD}
    assert awaited(led(a_matter(), a_step("decline"))) == {Hand.ASKER}
    assert awaited(led(a_matter(), a_step("withdraw"))) == frozenset()


def test_the_first_day_is_kept_beside_the_one_that_was_granted() -> None:
    later = DUE + timedelta(days=10)
    matter = led(
        a_matter(),
        a_step("ask-time", day=later),
        a_step("endorse-time", "Cleo"),
        a_step("grant-time", "Dan"),
    )
    assert (matter.due, due_of(matter)) == (DUE, later)
    refused = led(matter, a_step("ask-time", day=later + timedelta(days=9)), a_step("refuse-time", "Cleo"))
    assert due_of(refused) == later
    assert due_of(a_matter(steps=(a_step("grant-time"),))) == DUE


def test_the_post_and_the_urgings_are_those_of_the_steps() -> None:
    matter = led(
        a_matter(post="/1/2/clerk"), a_step("urge"), a_step("delegate", post="/1/2/mate"), a_step("urge")
    )
    assert (post_of(matter), post_of(a_matter(post="/1/2/clerk")), urged(matter)) == (
        "/1/2/mate",
        "/1/2/clerk",
        2,
    )


def test_it_is_handed_in_when_it_was_first_since_it_was_sent_back() -> None:
    once = led(a_matter(), a_step("sign"), a_step("submit", days=1))
    assert done_at(once) == NOW + timedelta(days=1)
    back = led(once, a_step("return", "Cleo", days=2))
    assert done_at(back) is None
    assert done_at(led(back, a_step("submit", days=3))) == NOW + timedelta(days=3)


def test_a_correction_makes_no_report_later() -> None:
    report = led(a_matter("report"), a_step("approve", "Ann"), a_step("submit"), a_step("accept", "Cleo"))
    mended = led(report, a_step("correct", days=60), a_step("approve", "Ann", days=60))
    mended = led(mended, a_step("submit", days=61))
    assert done_at(mended) == NOW
    assert matter_status(mended, NOW + timedelta(days=90)) is Status.MET


@pytest.mark.parametrize(
    ("changes", "days", "status"),
    [
        ({}, 0, Status.UPCOMING),
        ({}, 15, Status.DUE_SOON),
        ({}, 22, Status.OVERDUE),
        ({"due": None}, 400, Status.UPCOMING),
        ({"due": TODAY, "limit": NOW + timedelta(hours=2)}, 1, Status.OVERDUE),
    ],
)
def test_what_is_open_stands_by_its_day(changes: dict, days: int, status: Status) -> None:
    assert matter_status(a_matter(**changes), NOW + timedelta(days=days)) is status


def test_a_time_limit_in_hours_ends_at_its_moment_and_not_with_the_day() -> None:
    limit = NOW + timedelta(hours=2)
    report = a_matter("incident", due=TODAY, limit=limit)
    told = led(report, a_step("report"))
    assert matter_status(told, NOW) is Status.MET
    late = {"state": "reported", "due": TODAY, "limit": limit, "now": limit}
    assert progress_status(done=limit + timedelta(minutes=1), **late) is Status.LATE
    assert matter_status(report, limit + timedelta(minutes=1)) is Status.OVERDUE


def test_what_was_handed_in_after_its_day_is_late_and_what_was_withdrawn_is_excused() -> None:
    late = led(a_matter(), a_step("sign", days=30), a_step("submit", days=30))
    assert matter_status(late, NOW + timedelta(days=31)) is Status.LATE
    gone = led(a_matter(), a_step("withdraw"))
    assert matter_status(gone, NOW + timedelta(days=99)) is Status.EXCUSED
    dayless = led(a_matter(due=None), a_step("sign"), a_step("submit", days=300))
    assert matter_status(dayless, NOW) is Status.MET


def test_granted_time_counts_in_days_and_no_longer_in_hours() -> None:
    matter = led(
        a_matter(due=TODAY, limit=NOW + timedelta(hours=1)),
        a_step("ask-time", day=TODAY + timedelta(days=20)),
        a_step("endorse-time", "Cleo"),
        a_step("grant-time", "Dan"),
    )
    assert matter_status(matter, NOW + timedelta(days=2)) is Status.UPCOMING


# Before it is opened


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"title": " "}, [("matter-bare", "title")]),
        ({"unit": "/9"}, [("unknown-unit", "unit")]),
        ({"asker": "/9"}, [("unknown-unit", "asker")]),
        (
            {"support": ("/9",), "copies": ("/8", "/1")},
            [("unknown-unit", "support"), ("unknown-unit", "copies")],
        ),
        ({"due": TODAY - timedelta(days=1)}, [("matter-past", "due")]),
        ({"due": None}, []),
        ({"title": OUTSIDE}, [("outside-scope", "title")]),
        ({"text": OUTSIDE}, [("outside-scope", "text")]),
    ],
)
def test_a_matter_says_what_is_wrong_with_it(changes: dict, found: list) -> None:
    problems = matter_problems(a_matter(**changes), known_units={"/1", "/1/2"})
    assert [(p.code, p.place.ref) for p in problems] == found


# Any sequence of moves

_MOVES = sorted({move.name for flow in FLOWS.values() for move in flow.moves})
_TRIES = st.tuples(st.sampled_from(_MOVES), st.sampled_from(PEOPLE), st.integers(0, 60), st.integers(0, 9))


def _sequence(flow: str, tries: list[tuple[str, str, int, int]], approvals: int) -> list[Matter]:
    """The matter after each try, whether it came to anything or not."""
    matter, days = a_matter(flow, approvals=approvals), 0
    past = [matter]
    for move, by, later, pause in tries:
        days += pause
        at = TODAY + timedelta(days=days)
        day = at if move == "carry-out" else at + timedelta(days=later)
        matter, _ = take(matter, a_step(move, by, days=days, day=day))
        past.append(matter)
    return past


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(FLOWS)),
    st.lists(_TRIES, max_size=40),
    st.integers(1, 3),
)
def test_no_sequence_of_moves_leaves_the_tables(flow: str, tries: list, approvals: int) -> None:
    past = _sequence(flow, tries, approvals)
    table = FLOWS[flow]
    known = {state for move in table.moves for state in move.start} | set(table.closed)
    for before, after in zip(past, past[1:], strict=False):
        assert matter_state(after) in known
        assert after.due == before.due == DUE
        if is_closed(before) and before != after:
            assert (flow, after.steps[-1].move) == ("report", "correct")
        if due_of(after) != due_of(before):
            assert after.steps[-1].move == "grant-time"
            assert due_of(after) > due_of(before)
        if is_closed(after):
            assert not awaited(after)


def _last(steps: Iterable[Step], move: str) -> Step | None:
    return next((step for step in reversed(tuple(steps)) if step.move == move), None)


@settings(max_examples=150, deadline=None)
@given(st.lists(_TRIES, max_size=60), st.integers(1, 3))
def test_whoever_hands_in_never_judges(tries: list, approvals: int) -> None:
    pairs = {
        "task": {"check": "submit", "close": "submit", "return": "submit", "grant-time": "endorse-time"},
        "report": {"receive": "submit", "accept": "submit"},
        "filing": {"check": "request", "approve": "request", "refuse": "request", "close": "carry-out"},
    }
    for flow, judged in pairs.items():
        steps = _sequence(flow, tries, approvals)[-1].steps
        for at, step in enumerate(steps):
            if step.move in judged:
                handed = _last(steps[:at], judged[step.move])
                assert handed is not None
                assert handed.by != step.by


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["request", "check", "approve", "return"]), st.sampled_from(PEOPLE)),
        max_size=40,
    ),
    st.integers(1, 3),
)
def test_what_is_approved_was_approved_by_as_many_different_persons(tries: list, approvals: int) -> None:
    matter = a_matter("filing", approvals=approvals)
    for move, by in tries:
        matter, _ = take(matter, a_step(move, by))
    if matter_state(matter) == "approved":
        last = max(at for at, step in enumerate(matter.steps) if step.move == "check")
        persons = [step.by for step in matter.steps[last + 1 :] if step.move == "approve"]
        assert len(persons) == len(set(persons)) == approvals


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FLOWS)), st.lists(_TRIES, max_size=40))
def test_what_is_offered_can_be_taken_and_nothing_else_can(flow: str, tries: list) -> None:
    matter = _sequence(flow, tries, 2)[-1]
    for by in PEOPLE:
        names = {move.name for move in moves_for(matter, hands=tuple(Hand), by=by)}
        for move in FLOWS[flow].moves:
            _, problems = take(matter, a_step(move.name, by, days=600, day=None))
            wrong = set(codes(problems)) & {"step-not-open", "step-same-person"}
            assert (move.name in names) == (not wrong)
