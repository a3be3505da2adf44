"""What follows from a matter's steps, what keeps one from being opened, and what any sequence of moves leads to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.flow import Hand, Step
from remit.core.flows import FLOWS
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
from tests.core.procedure import DUE, NOW, OUTSIDE, PEOPLE, TODAY, a_matter, a_step, codes, led

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
    for before, after in pairwise(past):
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
