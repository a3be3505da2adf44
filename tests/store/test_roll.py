"""The roll-up in memory keeps up with the database and gives the answer of the core."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from remit.core.duty import Degree
from remit.core.post import Post, Unit
from remit.core.standing import Status
from remit.store import actions, inquiry, load, roll
from remit.store.access import CONSOLE
from tests.store.cast import DRILL, EDITION, LATER, NOW, REPORT, TODAY, by, drill, later

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
        for node in inquiry.rollup(CONSOLE, "/1", day):
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


def test_it_makes_nothing_anew_for_a_record():
    before = roll.roll_on(TODAY)
    drill()
    assert roll.roll_on(TODAY) is before
    assert (EDITION.regime, NOW.year) == ("port-fire", before.year)
