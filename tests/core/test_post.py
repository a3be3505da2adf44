from collections import Counter

import pytest
from hypothesis import given

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit, build_tree, index_organisation
from tests.core.building import UNITS, a_directory, day, forests


def test_the_tree_is_in_preorder_with_children_as_given() -> None:
    tree = build_tree(UNITS)
    assert tree.codes == ("port", "east", "e1", "e2", "west", "w1")
    assert tree.ends == (6, 4, 3, 4, 6, 6)
    assert tree.parents == (-1, 0, 1, 1, 0, 4)
    assert tree.depths == (0, 1, 2, 2, 1, 2)


def test_it_answers_questions_about_a_unit() -> None:
    tree = build_tree(UNITS)
    assert tree.interval("east") == (1, 4)
    assert tree.subtree("east") == ("east", "e1", "e2")
    assert tree.ancestors("w1") == ("west", "port")
    assert tree.ancestors("port") == ()
    assert tree.children("port") == ("east", "west")
    assert tree.children("e1") == ()
    assert tree.depth("w1") == 2
    assert ("w1" in tree, "w2" in tree) == (True, False)


def test_a_unit_that_is_not_in_the_tree_raises() -> None:
    with pytest.raises(KeyError):
        build_tree(UNITS).subtree("w2")


@given(forests())
def test_intervals_are_the_subtrees(units: tuple[Unit, ...]) -> None:
    tree = build_tree(units)
    parent = {unit.code: unit.parent for unit in units}
    assert Counter(tree.codes) == Counter(unit.code for unit in units)
    for code, above in parent.items():
        below = {other for other in parent if code in (other, *tree.ancestors(other))}
        assert set(tree.subtree(code)) == below
        assert tree.ancestors(code)[:1] == ((above,) if above else ())
        assert tree.depth(code) == len(tree.ancestors(code))
        assert tree.children(code) == tuple(unit.code for unit in units if unit.parent == code)


def test_an_unknown_parent_makes_a_root_and_a_loop_is_left_out() -> None:
    units = (
        Unit(code="a", name="a", parent="gone"),
        Unit(code="b", name="b", parent="c"),
        Unit(code="c", name="c", parent="b"),
        Unit(code="d", name="d", parent="c"),
        Unit(code="e", name="e", parent="e"),
    )
    assert build_tree(units).codes == ("a",)


def test_of_units_and_posts_with_one_code_the_first_counts() -> None:
    directory = index_organisation(
        Organisation(
            units=(Unit(code="a", name="first"), Unit(code="a", name="second")),
            posts=(
                Post(code="p", unit="a", title="first", degree=Degree.FIRST),
                Post(code="p", unit="a", title="second", degree=Degree.FIRST),
            ),
        )
    )
    assert directory.units["a"].name == "first"
    assert [post.title for post in directory.posts_of["a"]] == ["first"]
    assert directory.tree.codes == ("a",)


@pytest.mark.parametrize(
    ("on", "people"),
    [
        ("2023-12-31", []),
        ("2024-01-01", ["江帆"]),
        ("2026-06-30", ["江帆"]),
        ("2026-07-01", ["沈舟"]),
        ("2040-01-01", ["沈舟"]),
    ],
)
def test_a_post_is_held_from_the_first_to_the_last_day(on: str, people: list[str]) -> None:
    assert [holder.person for holder in a_directory().holders_on("e1/head", day(on))] == people


def test_a_post_that_nobody_ever_held_is_vacant() -> None:
    assert a_directory().holders_on("e2/head", day("2026-01-01")) == ()


def test_overlapping_rows_are_all_given() -> None:
    held = [Holder(post="e2/head", person=name, since=day("2026-01-01")) for name in ("甲", "乙")]
    assert len(a_directory(holders=held).holders_on("e2/head", day("2026-02-01"))) == 2
