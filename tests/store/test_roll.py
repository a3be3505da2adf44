"""The roll-up in memory keeps up with the database and gives the answer of the core."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from remit.core.duty import Degree
from remit.core.post import Post, Unit
from remit.core.standing import Status
from remit.store import actions, inquiry, load, roll
from remit.store.access import CONSOLE
from remit.store.roll_check import roll_problems
from remit.store.roll_deeds import recount
from tests.store.cast import CALENDAR, DRILL, EDITION, LATER, NOW, PORT, REPORT, TODAY, by, drill, later

pytestmark = pytest.mark.usefixtures("port")


def judged(code: str, day: date) -> dict[Status, int]:
    stand = inquiry.standings(CONSOLE, code, day, subtree=True)
    counts = Counter(one.status for one in stand.standings)
    return {status: counts[status] for status in Status}


def agree(day: date = TODAY) -> None:
    """Every unit's subtree is counted as the core judges it, from memory and from nothing."""
    for again in (False, True):
        if again:
            roll.forget()
        nodes = list(inquiry.rollup(CONSOLE, "/1", day))
        assert nodes
        for node in nodes:
            assert dict(node.subtree) == judged(node.unit, day), node.unit


def test_it_agrees_before_anything_was_done():
    agree()


@pytest.mark.parametrize(
    "change",
    [
        drill,
        lambda: drill(day=date(2027, 2, 1)),
        lambda: drill(meets=[f"{DRILL}@2027Q1"]),
        lambda: drill(meets=[], starts=[REPORT], unit="/1/20"),
        lambda: actions.excuse(
            by(), duty=DRILL, unit="/1/20", since=date(2027, 1, 1), until=date(2027, 3, 31), reason="Works"
        ),
        lambda: actions.extend(
            by(), duty=DRILL, unit="/1/2", window="2027Q1", until=date(2027, 5, 30), reason="Works"
        ),
        lambda: actions.extend(
            by(), duty=DRILL, unit="/1/20", window="2027Q2", until=date(2027, 7, 9), reason="Works"
        ),
        lambda: actions.merge(by(), unit="/1/2", into="/1/20", day=date(2027, 5, 1)),
        lambda: actions.move(by(), unit="/1/2", parent="/1/20", day=date(2027, 5, 1)),
        lambda: actions.reclassify(by(), unit="/1/2/1", kind="terminal", day=date(2027, 4, 1)),
        lambda: actions.split(
            by(), unit="/1/2", parts=[Unit(code="/1/9", name="Quay", kind="terminal")], day=date(2027, 4, 2)
        ),
        lambda: actions.set_post(
            by(), Post(code="/1/2/1/head", unit="/1/2/1", title="Head of the yard", degree=Degree.FIRST)
        ),
    ],
)
def test_it_agrees_after_each_change_while_it_is_in_memory(change):
    agree()
    change()
    agree()
    agree(date(2027, 12, 31))


def test_it_answers_for_a_day_before_the_last_record():
    drill(day=date(2027, 5, 9))
    for day in (date(2027, 3, 31), date(2027, 5, 8), TODAY):
        agree(day)


def test_it_takes_in_what_meets_a_window_that_a_record_started():
    agree()
    ref = drill(meets=[], starts=[REPORT], day=date(2027, 4, 28))
    agree()
    drill(meets=[REPORT], day=date(2027, 5, 1))
    agree()
    assert load.record(ref).starts == (REPORT,)


def test_it_agrees_after_an_amended_edition():
    agree()
    actions.import_edition(by(), later())
    actions.issue_edition(by(), LATER, version=1)
    actions.adopt(by(), LATER, unit="/1", since=date(2027, 7, 1))
    agree()
    agree(date(2027, 9, 30))


def test_it_takes_in_more_time_for_a_window_and_what_meets_it_then():
    agree()
    given = {"duty": DRILL, "unit": "/1/2", "reason": "Works"}
    actions.extend(by(), window="2027Q1", until=date(2027, 4, 30), **given)
    drill(day=date(2027, 4, 20), meets=[f"{DRILL}@2027Q1"])
    agree()
    actions.extend(by(), window="2027Q1", until=date(2027, 5, 2), **given)
    agree()
    ref = drill(meets=[], starts=[REPORT], day=date(2027, 4, 28))
    agree()
    actions.extend(by(), **{**given, "duty": REPORT}, window=f"on:{ref}", until=date(2027, 6, 2))
    agree()
    assert judged("/1/2", TODAY)[Status.MET] == 1
    assert judged("/1/2", TODAY)[Status.OVERDUE] == 0


def test_it_takes_in_that_a_record_was_put_right_or_withdrawn():
    ref, other = drill(), drill(unit="/1/20")
    begun = drill(meets=[], starts=[REPORT], day=date(2027, 4, 28))
    agree()
    right = {"reason": "Typing", "kind": "drill", "title": "Spring drill"}
    ref = actions.correct_record(by(), ref, day=date(2027, 3, 30), meets=[DRILL], **right)
    agree()
    actions.correct_record(by(), begun, day=date(2027, 4, 29), starts=[REPORT], **right)
    agree()
    for each in (ref, other):
        actions.withdraw_record(by(), ref=each, reason="Never held")
        agree()


@pytest.mark.parametrize(
    "change",
    [
        lambda: actions.move(by(), unit="/1/2/1", parent="/1/20", day=date(2027, 5, 1)),
        lambda: actions.close(by(), unit="/1/20", day=date(2027, 5, 1)),
        lambda: actions.set_post(
            by(), Post(code="/1/2/1/head", unit="/1/2/1", title="Head of the yard", degree=Degree.FIRST)
        ),
        lambda: actions.split(
            by(), unit="/1/2", parts=[Unit(code="/1/9", name="Quay", kind="terminal")], day=date(2027, 4, 2)
        ),
        lambda: actions.set_calendar(by(), CALENDAR),
    ],
)
def test_after_a_change_of_the_structure_only_what_it_touches_is_counted_again(change, monkeypatch):
    drill()
    drill(unit="/1/20", day=date(2027, 5, 3))
    agree()
    roll.roll_on(TODAY)
    monkeypatch.setattr(roll, "take_all", None)
    again: list[tuple[int, str]] = []
    monkeypatch.setattr(roll, "recount", lambda _, pairs: (again.extend(pairs), recount(_, pairs)))
    change()
    for node in inquiry.rollup(CONSOLE, "/1", TODAY):
        assert dict(node.subtree) == judged(node.unit, TODAY), node.unit
    assert len({position for position, _ in again}) <= 2


def test_units_that_began_or_moved_together_are_one_class():
    yards = [
        Unit(code=f"/1/2/{n}", name=f"Yard {n}", parent="/1/2", kind="yard", since=date(2027, 2, 1 + n % 2))
        for n in range(2, 12)
    ]
    actions.import_organisation(by(), replace(PORT, units=(*PORT.units, *yards)))
    agree()
    before = len(roll.roll_on(TODAY).state.classes.samples)
    actions.move(by(), unit="/1/2", parent="/1/20", day=date(2027, 5, 1))
    agree()
    assert max(before, len(roll.roll_on(TODAY).state.classes.samples)) <= 6


def test_it_follows_many_changes_one_after_another():
    agree()
    for step in range(3):
        drill(unit=("/1/2", "/1/20")[step % 2], day=date(2027, 2 + step, 3))
        actions.move(
            by(), unit="/1/2/1", parent=("/1/20", "/1/2", "/1/20")[step], day=date(2027, 4, 1 + step)
        )
        for node in inquiry.rollup(CONSOLE, "/1", TODAY):
            assert dict(node.subtree) == judged(node.unit, TODAY), (step, node.unit)
    agree()


def test_it_makes_nothing_anew_for_a_record():
    before = roll.roll_on(TODAY)
    drill()
    assert roll.roll_on(TODAY) is before
    assert (EDITION.regime, NOW.year) == ("port-fire", before.year)


def test_the_check_finds_a_unit_that_is_counted_otherwise():
    drill()
    assert list(roll_problems(TODAY)) == []
    held = roll.roll_on(TODAY)
    held.state.done[0, 1] ^= np.uint64(1)
    assert {problem.code for problem in roll_problems(TODAY)} == {"roll-differs"}


def test_the_check_costs_the_same_however_many_units_there_are(django_assert_max_num_queries):
    roll.roll_on(TODAY)
    with django_assert_max_num_queries(20):
        assert list(roll_problems(TODAY)) == []
