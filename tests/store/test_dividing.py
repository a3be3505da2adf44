"""Who divides names what was seen: what another changed meanwhile is not overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.breakdown import BreakdownItem, Placement
from remit.core.breakdown_table import history_mark
from remit.store import actions, dividing_inquiry, load
from remit.store.access import CONSOLE, Role
from remit.store.actions.dividing import RowsChanged, placement_mark
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere
from tests.store.cast import DRILL, REPORT, TODAY, by, member

pytestmark = pytest.mark.usefixtures("port")

NORTH = "/1/2"
ITEM = BreakdownItem(duty=DRILL, unit=NORTH, since=TODAY, leader="/1/2/head", measures="Sound the horn")


def test_it_stores_rows_whose_marks_are_those_that_were_seen():
    actions.divide(by(), [ITEM], unit=NORTH, seen={DRILL: "", REPORT: ""})
    actions.divide(by(), [replace(ITEM, note="x")], unit=NORTH, seen={DRILL: history_mark((ITEM,))})
    assert [item.note for item in load.breakdown_items(load.stretch(NORTH))] == ["x"]


def test_it_rejects_rows_that_another_has_written_meanwhile_and_names_them():
    actions.divide(by(), [ITEM], unit=NORTH)
    with pytest.raises(RowsChanged) as refused:
        actions.divide(by(), [replace(ITEM, note="x")], unit=NORTH, seen={DRILL: "", REPORT: ""})
    assert refused.value.duties == (DRILL,)
    assert load.breakdown_items(load.stretch(NORTH)) == (ITEM,)


def test_it_rejects_a_placement_over_one_that_another_has_confirmed_meanwhile():
    placed = Placement(unit=NORTH, role="each terminal", posts=("/1/2/head",), since=TODAY)
    seen = {"each terminal": ""}
    actions.confirm_placements(by(), [placed], regime="port-fire", unit=NORTH, seen=seen)
    with pytest.raises(ChangedMeanwhile):
        actions.confirm_placements(by(), [placed], regime="port-fire", unit=NORTH, seen=seen)
    seen = {"each terminal": placement_mark(placed)}
    actions.confirm_placements(by(), [placed], regime="port-fire", unit=NORTH, seen=seen)


def test_it_is_asked_only_by_who_sees_the_unit_and_written_only_by_who_divides():
    dee = member(Role.HOLDER, person="Dee")
    for question in (
        lambda: dividing_inquiry.breakdown(dee, NORTH, TODAY),
        lambda: dividing_inquiry.placing(dee, NORTH, "port-fire", TODAY),
        lambda: dividing_inquiry.amendment(dee, NORTH, "port-fire", TODAY),
    ):
        with pytest.raises(Denied):
            question()
    cai = member(Role.HOLDER, person="Cai")
    seen = dividing_inquiry.breakdown(cai, NORTH, TODAY)
    assert [row.ref for row in seen.rows] == [DRILL, REPORT]
    assert not seen.keeps
    with pytest.raises(Denied):
        dividing_inquiry.read_edits(cai, seen, [], since=TODAY)


def test_what_is_not_in_force_has_no_placing_and_no_amendment():
    for question in (dividing_inquiry.placing, dividing_inquiry.amendment):
        with pytest.raises(NotThere):
            question(CONSOLE, NORTH, "port-fire", date(2026, 1, 1))


def test_rows_of_the_units_above_are_beside_those_of_the_unit_the_nearest_first():
    for unit in ("/1", NORTH):
        actions.divide(by(), [replace(ITEM, unit=unit, measures=unit)], unit=unit)
    assert dividing_inquiry.breakdown(CONSOLE, NORTH, TODAY).above[DRILL][0][1].measures == "/1"
    assert dividing_inquiry.breakdown(CONSOLE, "/1/20", TODAY).above[DRILL][0][0] == "Port authority"


def test_units_beside_are_offered_only_to_who_sees_the_superior():
    whole = dividing_inquiry.breakdown(CONSOLE, NORTH, TODAY)
    assert whole.names.label("/1/20") == "South terminal"
    assert {"Terminal manager", "South terminal"} <= set(whole.choices)
    own = dividing_inquiry.breakdown(member(Role.CLERK, person="Cai"), NORTH, TODAY)
    assert own.names.label("/1/20") == "/1/20"
    assert "Terminal manager" in own.choices
    assert "South terminal" not in own.choices
