"""Units and posts change; what was answered for a past day stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.breakdown import BreakdownItem, Placement
from remit.core.duty import Degree
from remit.core.post import Post, Unit
from remit.store import actions, inquiry, load
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Refused
from tests.store.cast import DRILL, PORT, TODAY, by

pytestmark = pytest.mark.usefixtures("port")

NORTH, SOUTH = "/1/2", "/1/20"


def who(unit: str, day: str) -> list[tuple[str, str, str]]:
    answers = inquiry.who(CONSOLE, DRILL, unit, date.fromisoformat(day))
    return [(one.reason, one.person, one.through) for one in answers]


def test_a_handover_between_two_days_answers_for_each_of_them():
    assert who(NORTH, "2027-03-31") == [("first", "Ben", "")]
    assert who(NORTH, "2027-04-01") == [("first", "Cai", "")]


def test_a_vacant_post_answers_through_its_superior_and_says_so():
    actions.vacate(by(), post="/1/2/head", last=date(2027, 4, 30))
    assert who(NORTH, "2027-04-30") == [("first", "Cai", "")]
    assert who(NORTH, "2027-05-01") == [("vacant", "", "/1/head")]


def test_a_merged_unit_is_answered_for_by_the_one_it_went_into():
    actions.merge(by(), unit=NORTH, into=SOUTH, day=date(2027, 5, 1))
    assert who(NORTH, "2027-04-30") == [("first", "Cai", "")]
    assert who(NORTH, "2027-05-01") == [("succeeded", "", "/1/20/head")]
    values = dict(inquiry.who(CONSOLE, DRILL, NORTH, date(2027, 5, 2))[0].values)
    assert (values["ending"], values["through_person"], values["since"]) == ("merged", "Dee", "2027-05-01")
    assert [unit.code for unit in load.above(load.stretch("/1/2/1"))] == ["/1", SOUTH]


def test_what_fell_due_before_a_merger_stays_with_the_unit_and_nothing_falls_due_after_it():
    actions.merge(by(), unit=NORTH, into=SOUTH, day=date(2027, 5, 1))
    stand = inquiry.standings(CONSOLE, NORTH, TODAY)
    assert [one.occurrence.window for one in stand.standings] == ["2027Q1"]


def test_a_unit_that_moves_keeps_below_it_what_was_there():
    actions.move(by(), unit="/1/2/1", parent=SOUTH, day=date(2027, 5, 2))
    assert [unit.code for unit in load.units(load.stretch(SOUTH))] == [SOUTH, "/1/2/1"]
    assert [unit.code for unit in load.units(load.stretch(NORTH))] == [NORTH]
    assert len(load.units(load.stretch("/1"))) == len(PORT.units)


def test_a_unit_that_moved_owes_to_each_superior_what_fell_due_under_it():
    actions.split(
        by(),
        unit="/1",
        parts=[Unit(code="/1/9", name="Outer port", kind="area", parent="/1")],
        day=date(2027, 1, 5),
    )
    actions.move(by(), unit=NORTH, parent="/1/9", day=date(2027, 5, 1))
    windows = [one.occurrence.window for one in inquiry.standings(CONSOLE, NORTH, TODAY).standings]
    assert windows == ["2027Q1", "2027Q2", "2027Q3", "2027Q4"]


def test_a_name_of_a_past_day_is_the_one_of_that_day():
    actions.rename(by(), unit=NORTH, name="Old terminal", day=date(2027, 5, 1))
    before = dict(inquiry.who(CONSOLE, DRILL, NORTH, date(2027, 4, 30))[0].values)
    after = dict(inquiry.who(CONSOLE, DRILL, NORTH, date(2027, 5, 1))[0].values)
    assert (before["unit"], after["unit"]) == ("North terminal", "Old terminal")


def test_a_unit_of_another_kind_no_longer_bears_what_its_old_kind_bore():
    actions.reclassify(by(), unit=NORTH, kind="yard", day=date(2027, 4, 1))
    assert who(NORTH, "2027-03-31") == [("first", "Ben", "")]
    assert who(NORTH, "2027-04-01") == []
    windows = [one.occurrence.window for one in inquiry.standings(CONSOLE, NORTH, TODAY).standings]
    assert windows == ["2027Q1"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: actions.move(by(), unit=NORTH, parent="/1/2/1", day=TODAY), "move-loop"),
        (lambda: actions.move(by(), unit="/1", parent=NORTH, day=TODAY), "move-root"),
        (lambda: actions.move(by(), unit=NORTH, parent="/1", day=TODAY), "unit-unchanged"),
        (lambda: actions.merge(by(), unit="/1", into=NORTH, day=TODAY), "merge-loop"),
        (lambda: actions.close(by(), unit=NORTH, day=TODAY), "close-not-empty"),
        (lambda: actions.rename(by(), unit=NORTH, name="Later", day=date(2028, 1, 1)), "change-ahead"),
        (lambda: actions.split(by(), unit=NORTH, parts=[Unit(code="/1", name="X")], day=TODAY), "split-code"),
    ],
)
def test_it_refuses_what_would_break_the_tree_or_its_history(change, code):
    with pytest.raises(Refused) as refused:
        change()
    assert code in {problem.code for problem in refused.value.problems}


def test_it_refuses_a_change_before_one_that_is_known():
    actions.rename(by(), unit=NORTH, name="Old terminal", day=date(2027, 5, 1))
    with pytest.raises(Refused):
        actions.rename(by(), unit=NORTH, name="Older", day=date(2027, 4, 1))


def test_a_breakdown_goes_before_what_degrees_say_from_its_day_on():
    deputy = Post(code="/1/2/deputy", unit=NORTH, title="Deputy", degree=Degree.DIRECT)
    actions.set_post(by(), deputy)
    actions.appoint(by(), post=deputy.code, person="Fay", since=date(2027, 1, 1))
    item = BreakdownItem(duty=DRILL, unit=NORTH, since=date(2027, 4, 1), leader=deputy.code, lead=("/1/20",))
    actions.divide(by(), [item], unit=NORTH)
    assert who(NORTH, "2027-03-31") == [("first", "Ben", ""), ("direct", "Fay", "")]
    assert who(NORTH, "2027-04-01") == [("first", "Cai", ""), ("leadership", "Fay", ""), ("lead", "Dee", "")]
    actions.divide(by(), [], unit=NORTH, removed=[DRILL], since=date(2027, 5, 1))
    assert who(NORTH, "2027-05-01") == [("first", "Cai", ""), ("direct", "Fay", "")]


def test_it_refuses_a_breakdown_that_names_what_there_is_not():
    item = BreakdownItem(duty="port-fire/nothing", unit=NORTH, since=TODAY, leader="nobody")
    with pytest.raises(Refused) as refused:
        actions.divide(by(), [item], unit=NORTH)
    assert {problem.code for problem in refused.value.problems} == {"breakdown-duty", "breakdown-post"}


def test_a_role_stands_for_the_posts_that_were_confirmed():
    deputy = Post(code="/1/2/deputy", unit=NORTH, title="Deputy", degree=Degree.EXECUTING)
    actions.set_post(by(), deputy)
    actions.appoint(by(), post=deputy.code, person="Fay", since=date(2027, 1, 1), acting=True)
    placed = Placement(unit=NORTH, role="each terminal", posts=(deputy.code,), since=date(2027, 4, 1))
    actions.confirm_placements(by(), [placed], regime="port-fire", unit=NORTH)
    assert who(NORTH, "2027-03-31") == [("first", "Ben", "")]
    assert who(NORTH, "2027-04-01") == [("acting", "Fay", "")]
    with pytest.raises(Refused):
        actions.confirm_placements(by(), [replace(placed, role="nobody")], regime="port-fire", unit=NORTH)


def test_a_handover_lists_what_is_open_and_is_signed_by_both():
    actions.appoint(by(), post="/1/2/head", person="Gus", since=date(2027, 5, 5))
    ref = actions.prepare_handover(by(), post="/1/2/head", day=date(2027, 5, 5))
    held = load.handover(ref)
    assert (held.outgoing, held.incoming) == ("Cai", "Gus")
    assert [item.window for item in held.listed.items] == ["2027Q1", "2027Q2", "2027Q3", "2027Q4"]
    for person in ("Cai", "Gus"):
        signer = by(viewer=replace(CONSOLE, person=person))
        actions.sign_handover(signer, ref=ref)
    signed = load.handover(ref)
    assert signed.signed_out is not None
    assert signed.signed_in is not None
    with pytest.raises(Refused):
        actions.prepare_handover(by(), post="/1/2/head", day=date(2027, 5, 5))


def test_a_loan_of_a_post_opens_its_part_of_the_tree_for_its_days_only():
    actions.create_account(by(), username="hal", person="Hal", unit="", role=Role.HOLDER)
    ref = actions.delegate(
        by(), post="/1/2/head", person="Hal", since=date(2027, 5, 1), until=date(2027, 5, 20), reason="Leave"
    )
    assert load.viewer("hal", date(2027, 4, 30)).spans == ()
    assert load.viewer("hal", date(2027, 5, 20)).spans == (load.stretch(NORTH),)
    assert load.viewer("hal", date(2027, 5, 21)).spans == ()
    actions.end_delegation(by(), ref=ref)
    assert load.viewer("hal", TODAY).spans == ()
