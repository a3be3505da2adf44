"""Matters between units: handed down, led on from hand to hand, late or in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.flow import Hand, Step
from remit.core.matter import matter_state, take
from remit.core.post import Group, Organisation, Seat, Unit
from remit.core.standing import Status
from remit.store import actions, health, load, load_matter, matter_inquiry, save_matter
from remit.store.access import Role
from remit.store.actions import Decision
from remit.store.matter_inquiry import Box
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused
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
    below = ask(by=by(people["port clerk"]), asker="/1/2", units=("/1/2/1",))
    assert [one.ref for one in matter_inquiry.box(people["north"], Box.TO_DO, now=NOW)] == [ref]
    assert matter_inquiry.box(people["port clerk"], Box.TO_DO, now=NOW) == ()
    assert [one.ref for one in matter_inquiry.box(people["port clerk"], Box.STARTED, now=NOW)] == [ref, below]
    assert matter_inquiry.box(people["south"], Box.STARTED, now=NOW) == ()
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


# Twice, together, and many at once


def test_the_same_request_twice_is_one_task_and_one_step(people) -> None:
    once = {"units": ("/1/2",), "asker": "/1", "title": "Test the hydrants", "due": DUE}
    ref = actions.open_task(by(key="open"), **once)
    assert actions.open_task(by(key="open"), **once) == ref
    step = {"refs": (ref,), "move": "sign"}
    assert actions.take_step(by(people["north"], key="sign"), **step) == ref
    assert actions.take_step(by(people["north"], key="sign"), **step) == ref
    assert len(load_matter.matter(ref).steps) == 1
    assert matter_inquiry.box_counts(people["north"], now=NOW)[Box.TO_DO] == 1


def test_two_clerks_who_move_the_same_matter_do_not_pass_each_other_unseen(people) -> None:
    ref = ask()
    move(people["north"], ref, "sign", seen=0)
    with pytest.raises(ChangedMeanwhile):
        move(people["port clerk"], ref, "note", reason="Half of them", seen=0)
    with pytest.raises(Refused) as refused:
        move(people["port clerk"], ref, "sign")
    assert cast.codes(refused) == ["step-not-open"]
    move(people["port clerk"], ref, "note", reason="Half of them", seen=1)
    assert [step.move for step in load_matter.matter(ref).steps] == ["sign", "note"]


def test_steps_over_another_version_are_not_written(people) -> None:
    ref = ask()
    found = load_matter.matter(ref)
    moved, _ = take(found, Step(move="sign", at=NOW, by="Nia", hand=Hand.OWNER))
    move(people["north"], ref, "sign")
    with pytest.raises(ChangedMeanwhile):
        save_matter.matter_steps(moved, seen=0)


def statements(count: int, head) -> tuple[int, int]:
    """How many statements it takes to ask many units for something, and to move all of them."""
    codes = [f"/1/2/{number}" for number in range(100, 100 + count)]
    units = tuple(Unit(code=code, name=code, parent="/1/2", kind="yard") for code in codes)
    actions.import_organisation(by(), Organisation(units=units))
    with CaptureQueriesContext(connection) as opening:
        ref = ask(units=tuple(codes))
    refs = tuple(f"{ref}.{number}" for number in range(1, count + 1))
    with CaptureQueriesContext(connection) as urging:
        actions.take_step(by(head), refs=refs, move="urge")
    assert {len(one.steps) for one in load_matter.matters_named(refs)} == {1}
    return len(opening), len(urging)


def test_two_hundred_take_as_many_statements_as_twenty(people) -> None:
    few, many = statements(20, people["head"]), statements(200, people["head"])
    rows = connection.features.max_query_params or 10**6  # beyond it, rows are inserted in portions
    spare = 2 * (200 * 30 // rows)
    assert many[0] <= few[0] + spare
    assert many[1] <= few[1] + spare
    assert many[1] < 40


def test_more_than_can_be_taken_at_once_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        actions.take_step(by(), refs=tuple(f"m{n}" for n in range(501)), move="urge")
    assert cast.codes(refused) == ["matter-many"]
    with pytest.raises(Refused) as refused:
        ask(units=tuple(f"/{n}" for n in range(501)))
    assert cast.codes(refused) == ["matter-many"]


def test_one_that_cannot_be_moved_keeps_all_of_them(people) -> None:
    refs = [ask(title=f"Ladder {n}") for n in range(3)]
    move(people["north"], refs[2], "sign")
    with pytest.raises(Refused):
        actions.take_step(by(people["north"]), refs=tuple(refs), move="sign")
    assert [len(load_matter.matter(ref).steps) for ref in refs] == [0, 0, 1]


def test_a_clock_that_was_set_back_leads_nothing_on(people) -> None:
    ref = ask()
    move(people["north"], ref, "sign", days=2)
    with pytest.raises(Refused) as refused:
        move(people["north"], ref, "submit", reason="Done", days=1)
    assert cast.codes(refused) == ["clock-ran-back"]
    assert len(load_matter.matter(ref).steps) == 1


# Filings


def file(viewer, **changes) -> str:
    given = {
        "unit": "/1/2",
        "asker": "/1/2",
        "title": "Weld on the east mast",
        "kind": "hot work",
        "due": DUE,
    }
    return actions.open_filing(by(viewer), **{**given, **changes})


def test_a_filing_is_approved_by_three_persons_before_it_is_carried_out(people) -> None:
    writer = people["north"]
    ref = file(writer, approvals=3)
    editors = [cast.member(Role.CLERK, person=name, unit="/1/2") for name in ("Uma", "Vic", "Wes")]
    move(writer, ref, "request")
    with pytest.raises(Refused) as refused:
        move(writer, ref, "check")
    assert cast.codes(refused) == ["step-same-person"]
    for viewer, name in zip((editors[0], *editors), ("check", *["approve"] * 3), strict=True):
        assert matter_inquiry.matter(viewer, ref, TODAY).matter.steps
        with pytest.raises(Refused):
            move(writer, ref, "carry-out", day=TODAY)
        move(viewer, ref, name)
    move(writer, ref, "carry-out", day=TODAY)
    move(editors[0], ref, "close")
    seen = matter_inquiry.matter(writer, ref, TODAY)
    assert matter_state(seen.matter) == "closed"
    assert [step.by for step in seen.matter.steps if step.move == "approve"] == ["Uma", "Vic", "Wes"]


def test_a_filing_goes_to_the_unit_itself_or_to_one_above_it(people) -> None:
    assert file(people["north"], asker="/1")
    with pytest.raises(Refused) as refused:
        file(people["north"], asker="/1/20")
    assert "matter-not-below" in cast.codes(refused)
    with pytest.raises(Denied):
        file(people["south"])


# Conferences


def hold(**changes) -> str:
    group = Group(code="/1/safety", unit="/1", title="Safety group", seats=((Seat.CHAIR, "/1/head"),))
    actions.set_group(by(), group)
    given = {
        "group": "/1/safety",
        "day": TODAY,
        "title": "First conference",
        "agenda": ("Hydrants",),
        "chair": "Ada",
        "attendance": ("Ada", "Cai"),
        "decisions": (
            Decision(text="Test every hydrant", unit="/1/2", due=DUE),
            Decision(text="The report is noted"),
        ),
    }
    return actions.hold_conference(changes.pop("by", None) or by(), **{**given, **changes})


def test_a_conference_is_a_record_and_a_task_for_each_decision_with_a_unit(people) -> None:
    ref = hold()
    found = load.record(ref)
    assert (found.kind, found.unit, len(found.details)) == ("joint-conference", "/1", 6)
    (task,) = matter_inquiry.lines_from(people["north"], ref, TODAY)
    assert (task.title, task.unit, task.asker, task.due) == ("Test every hydrant", "/1/2", "/1", DUE)
    assert matter_inquiry.lines_from(people["south"], ref, TODAY) == ()
    (line,) = matter_inquiry.decided_in(people["head"], "/1/safety", open_only=True)
    assert line.ref == task.ref
    move(people["head"], task.ref, "withdraw", reason="Done by the port")
    assert matter_inquiry.decided_in(people["head"], "/1/safety", open_only=True) == ()
    assert len(matter_inquiry.decided_in(people["head"], "/1/safety", open_only=False)) == 1


def test_the_journal_tells_of_a_conference_and_its_record() -> None:
    hold()
    assert [p.code for p in (*health.database_problems(), *health.journal_problems())] == []


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Decision(text=" ", unit="/1/2"), "decision-bare"),
        (Decision(text="Test them", due=DUE), "decision-nobody"),
        (Decision(text="Test them", unit="/9"), "unknown-unit"),
        (Decision(text="Test them", unit="/1/2", due=TODAY - timedelta(days=1)), "decision-day"),
        (Decision(text=cast.OUTSIDE, unit="/1/2"), "outside-scope"),
    ],
)
def test_a_conference_with_a_decision_that_cannot_stand_leaves_nothing(decision, code) -> None:
    before = load.count_records()
    with pytest.raises(Refused) as refused:
        hold(decisions=(decision,))
    assert code in cast.codes(refused)
    assert load.count_records() == before


def test_a_conference_is_held_by_those_who_record_for_the_unit(people) -> None:
    hold()
    with pytest.raises(Denied):
        hold(by=by(people["north"]), title="Another")
    with pytest.raises(NotThere):
        actions.hold_conference(by(), group="/1/none", day=TODAY, title="None", agenda=())


def test_a_task_comes_from_a_record_that_there_is_and_that_is_of_this_branch() -> None:
    record = cast.drill()
    assert ask(source=record)
    for source, asker, units in (("r999", "/1", ("/1/2",)), (record, "/1/20", ("/1/20",))):
        with pytest.raises(Refused) as refused:
            ask(source=source, asker=asker, units=units)
        assert cast.codes(refused) == ["unknown-record"]
