from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.post import Unit, build_tree
from remit.core.standing import Standing, Status
from remit.rollup.counts import NodeCount, count_standings
from tests.core.building import UNITS, an_occurrence, forests


def standing(unit: str, status: Status) -> Standing:
    return Standing(occurrence=an_occurrence(unit=unit), status=status, reason="")


TREE = build_tree(UNITS)
GIVEN = [
    standing("port", Status.MET),
    standing("e1", Status.OVERDUE),
    standing("e1", Status.OVERDUE),
    standing("e2", Status.MET),
    standing("w1", Status.EXCUSED),
    standing("nowhere", Status.MET),
]


def nonzero(counts: dict[Status, int]) -> dict[str, int]:
    return {str(status): count for status, count in counts.items() if count}


def test_it_counts_each_unit_and_its_whole_subtree_in_preorder() -> None:
    found = count_standings(TREE, GIVEN)
    assert [(node.unit, node.depth, nonzero(node.own), nonzero(node.subtree)) for node in found] == [
        ("port", 0, {"met": 1}, {"met": 2, "overdue": 2, "excused": 1}),
        ("east", 1, {}, {"met": 1, "overdue": 2}),
        ("e1", 2, {"overdue": 2}, {"overdue": 2}),
        ("e2", 2, {"met": 1}, {"met": 1}),
        ("west", 1, {}, {"excused": 1}),
        ("w1", 2, {"excused": 1}, {"excused": 1}),
    ]


def test_every_status_is_a_key() -> None:
    for node in count_standings(TREE, []):
        assert list(node.own) == list(node.subtree) == list(Status)


@pytest.mark.parametrize(
    ("depth", "units"),
    [(0, ["port"]), (1, ["port", "east", "west"]), (2, [unit.code for unit in UNITS]), (-1, [])],
)
def test_a_depth_hides_what_is_deeper_and_still_counts_it(depth: int, units: list[str]) -> None:
    found = count_standings(TREE, GIVEN, depth=depth)
    assert [node.unit for node in found] == units
    everything = {node.unit: node for node in count_standings(TREE, GIVEN)}
    assert list(found) == [everything[unit] for unit in units]


def test_an_empty_tree_has_no_nodes() -> None:
    assert count_standings(build_tree(()), GIVEN) == ()


@given(forests(), st.lists(st.tuples(st.integers(0, 30), st.sampled_from(list(Status))), max_size=40))
def test_it_is_the_same_as_counting_by_hand(units: tuple[Unit, ...], rows: list[tuple[int, Status]]) -> None:
    tree = build_tree(units)
    standings = [standing(f"u{number}", status) for number, status in rows]
    for node in count_standings(tree, standings):
        own = Counter(one.status for one in standings if one.occurrence.unit == node.unit)
        below = Counter(
            one.status for one in standings if one.occurrence.unit in set(tree.subtree(node.unit))
        )
        assert node == NodeCount(
            unit=node.unit,
            depth=tree.depth(node.unit),
            own={status: own[status] for status in Status},
            subtree={status: below[status] for status in Status},
        )
