"""Matters between units: handed down, led on from hand to hand, late or in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from remit.core.standing import Status
from remit.store import actions, load, load_matter, matter_inquiry
from remit.store.access import Role
from remit.store.matter_inquiry import Box
from remit.store.refusal import Denied, NotThere, Refused
from tests.store import cast
from tests.store.cast import NOW, TODAY, by

pytestmark = pytest.mark.usefixtures("port")

DUE = TODAY + timedelta(days=20)


def ask(**changes) -> str:
    given = {"units": ("/1/2",), "asker": "/1", "title": "Test the hydrants", "due": DUE}
    return actions.open_task(changes.pop("by", None) or by(), **{**given, **changes})


def move(viewer, ref: str, name: str, *, days: int = 0, **more) -> str:
    now = NOW + timedelta(days=days)
    return actions.take_step(by(viewer, now=now), refs=(ref,), move=name, **more)


@pytest.fixture
def people(port):
    return {
        "port clerk": cast.member(Role.CLERK, person="Pia", unit="/1"),
        "head": cast.member(Role.HOLDER, person="Ada"),
        "north": cast.member(Role.CLERK, person="Nia", unit="/1/2"),
        "south": cast.member(Role.CLERK, person="Sol", unit="/1/20"),
    }


def test_a_task_goes_from_hand_to_hand_until_it_is_closed(people) -> None:
    ref = ask(by=by(people["port clerk"]))
    move(people["north"], ref, "sign")
    move(people["north"], ref, "submit", reason="All twelve work")
    move(people["port clerk"], ref, "check")
    move(people["head"], ref, "close")
    seen = matter_inquiry.matter(people["north"], ref, TODAY)
    assert [step.move for step in seen.matter.steps] == ["sign", "submit", "check", "close"]
    assert seen.moves == ()


def test_a_neighbour_neither_sees_nor_moves_it(people) -> None:
    ref = ask()
    with pytest.raises(Denied):
        matter_inquiry.matter(people["south"], ref, TODAY)
    with pytest.raises(Denied):
        move(people["south"], ref, "sign")


def test_who_asked_is_not_who_hands_in(people) -> None:
    ref = ask()
    move(people["port clerk"], ref, "sign")
    move(people["port clerk"], ref, "submit", reason="Done for them")
    with pytest.raises(Refused) as refused:
        move(people["port clerk"], ref, "check")
    assert cast.codes(refused) == ["step-same-person"]


def test_more_time_takes_two_of_those_above_and_keeps_the_first_day(people) -> None:
    ref = ask()
    later = DUE + timedelta(days=10)
    move(people["north"], ref, "ask-time", reason="Parts are late", day=later)
    move(people["port clerk"], ref, "endorse-time")
    move(people["head"], ref, "grant-time")
    line = matter_inquiry.box(people["north"], Box.TO_DO, now=NOW)[0]
    assert (line.first_due, line.due) == (DUE, later)


def test_time_granted_for_a_window_moves_what_is_due_there(people) -> None:
    ref = ask(duty=f"{cast.DRILL}@2027Q2", due=date(2027, 6, 30))
    move(people["north"], ref, "ask-time", reason="The yard is closed", day=date(2027, 7, 20))
    move(people["port clerk"], ref, "endorse-time")
    move(people["head"], ref, "grant-time")
    (given,) = load_matter.extensions(load.stretch("/1/2"))
    assert (given.window, given.until, given.decided_by) == ("2027Q2", date(2027, 7, 20), "Ada")


def test_the_boxes_hold_what_waits_for_whom(people) -> None:
    ref = ask(by=by(people["port clerk"]))
    assert [one.ref for one in matter_inquiry.box(people["north"], Box.TO_DO, now=NOW)] == [ref]
    assert matter_inquiry.box(people["port clerk"], Box.TO_DO, now=NOW) == ()
    assert [one.ref for one in matter_inquiry.box(people["port clerk"], Box.STARTED, now=NOW)] == [ref]
    move(people["north"], ref, "sign")
    move(people["north"], ref, "submit", reason="Done")
    assert matter_inquiry.box_counts(people["north"], now=NOW) == {
        Box.TO_DO: 0,
        Box.DONE: 1,
        Box.STARTED: 0,
        Box.OVERDUE: 0,
    }
    assert [one.ref for one in matter_inquiry.box(people["port clerk"], Box.TO_DO, now=NOW)] == [ref]


def test_what_is_not_handed_in_by_its_day_is_overdue(people) -> None:
    ask()
    late = NOW + timedelta(days=30)
    (line,) = matter_inquiry.box(people["north"], Box.OVERDUE, now=late)
    assert line.status(late) is Status.OVERDUE


def test_several_are_moved_together_or_none(people) -> None:
    first, second = ask(), ask(title="Paint the ladders")
    move(people["north"], first, "sign")
    with pytest.raises(Refused) as refused:
        actions.take_step(by(people["north"]), refs=(first, second), move="sign")
    assert refused.value.problems[0].place.file == first
    assert matter_inquiry.matter(people["north"], second, TODAY).matter.steps == ()


def test_a_task_for_several_units_is_one_each() -> None:
    ref = ask(units=("/1/2", "/1/20"))
    assert [one.unit for one in load_matter.matters_named([f"{ref}.1", f"{ref}.2"])] == [
        "/1/2",
        "/1/20",
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"units": ()}, "matter-nobody"),
        ({"units": ("/9",)}, "unknown-unit"),
        ({"title": " "}, "matter-bare"),
        ({"due": TODAY - timedelta(days=1)}, "matter-past"),
        ({"asker": "/1/20"}, "matter-not-below"),
        ({"duty": "port-fire/art-99"}, "unknown-duty"),
        ({"post": "/1/nobody"}, "unknown-post"),
        ({"title": cast.OUTSIDE}, "outside-scope"),
    ],
)
def test_what_cannot_be_asked_is_refused(changes, code) -> None:
    with pytest.raises(Refused) as refused:
        ask(**changes)
    assert code in cast.codes(refused)


def test_a_matter_that_is_not_there_is_not_moved() -> None:
    with pytest.raises(NotThere):
        actions.take_step(by(), refs=("m999",), move="sign")


def test_more_time_is_given_from_above_and_the_first_day_stands() -> None:
    actions.extend(
        by(), duty=cast.DRILL, unit="/1/2", window="2027Q2", until=date(2027, 8, 1), reason="Dredging"
    )
    with pytest.raises(Refused) as refused:
        actions.extend(
            by(), duty=cast.DRILL, unit="/1/2", window="2027Q2", until=date(2027, 7, 1), reason="Dredging"
        )
    assert cast.codes(refused) == ["extension-day"]
