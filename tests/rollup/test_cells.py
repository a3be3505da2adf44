"""Single windows out of the packed state are those that `core.standing` judges, one by one."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from remit.core.standing import Status, standings
from remit.rollup.cells import Cell, cells, find_cells, open_statuses
from remit.rollup.state import State
from tests.rollup.test_state import CALENDAR, World, worlds

Row = tuple[int, str, str, date, date, Status]


def beside(state: State) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for position, duty in (*state.beside.excuses, *state.beside.singles):
        found.setdefault(position, set()).add(duty)
    return found


def row(state: State, cell: Cell) -> Row:
    """A window; one that a record started goes by no name here."""
    window = state.layout.columns[cell.column].window if cell.column >= 0 else "on:"
    opens, due = date.fromordinal(cell.opens), date.fromordinal(cell.due)
    return cell.position, cell.duty, window, opens, due, cell.status


def judged(world: World, day: date) -> list[Row]:
    found, _ = standings(
        world.adoptions,
        world.directory,
        CALENDAR,
        records=world.records,
        excuses=world.excuses,
        extensions=world.extensions,
        day=day,
    )
    places = world.directory.tree.positions
    return [
        (
            places[one.occurrence.unit],
            one.occurrence.duty,
            "on:" if one.occurrence.window.startswith("on:") else one.occurrence.window,
            one.occurrence.opens,
            one.occurrence.due,
            one.status,
        )
        for one in found
    ]


@given(worlds(), st.integers(0, 200))
def test_a_units_windows_are_those_that_the_core_judges(world: World, days: int) -> None:
    day = min(world.day + timedelta(days=days), date(world.day.year, 12, 31))
    state = world.settled()
    opened, kept = open_statuses(state.layout, day), beside(state)
    found = [
        row(state, cell)
        for at in range(len(world.directory.tree.codes))
        for cell in cells(state, at, day, opened, duties=kept.get(at, ()))
    ]
    assert Counter(found) == Counter(judged(world, day))


@given(worlds(), st.sets(st.sampled_from(tuple(Status)), min_size=1), st.data())
def test_those_that_stand_as_asked_are_found_in_order(
    world: World, wanted: set[Status], data: st.DataObject
) -> None:
    state, size = world.settled(), len(world.directory.tree.codes)
    low = data.draw(st.integers(0, size - 1))
    high = data.draw(st.integers(low + 1, size))
    found = list(
        find_cells(
            state,
            world.day,
            open_statuses(state.layout, world.day),
            low=low,
            high=high,
            wanted=wanted,
            columns=range(len(state.layout.columns)),
            beside=beside(state),
        )
    )
    rows = [one for one in judged(world, world.day) if low <= one[0] < high and one[5] in wanted]
    assert Counter(row(state, cell) for cell in found) == Counter(rows)
    assert [(cell.position, cell.due) for cell in found] == sorted(
        (cell.position, cell.due) for cell in found
    )


@given(worlds())
def test_of_some_columns_only_their_windows_are_found(world: World) -> None:
    state = world.settled()
    columns = [place for place, one in enumerate(state.layout.columns) if one.duty.endswith("d0")]
    found = find_cells(
        state,
        world.day,
        open_statuses(state.layout, world.day),
        low=0,
        high=len(world.directory.tree.codes),
        wanted=set(Status),
        columns=columns,
        beside={},
    )
    every = (
        cell
        for at in range(len(world.directory.tree.codes))
        for cell in cells(state, at, world.day, open_statuses(state.layout, world.day))
    )
    assert list(found) == [cell for cell in every if cell.column in columns]
