"""Register items as the cells of a table or a form, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from remit.core.post_naming import name_posts
from remit.core.register_item import Check, ItemKind, Keeper, RegisterItem, give
from remit.core.register_table import CELLS, item_cells, item_changes, items_mark, read_item
from tests.core.building import a_directory, day

TODAY = day("2026-05-20")
NAMES = name_posts(a_directory(), "e1")
SITE = RegisterItem(
    code="site",
    unit="e1",
    kind=ItemKind.CHANNEL,
    name="Web site",
    since=day("2026-01-10"),
    until=day("2027-01-01"),
    where="www",
    keepers=(
        Keeper(post="e1/head", since=day("2026-01-10")),
        Keeper(post="e1/other", since=day("2026-08-01")),
    ),
    checks=(Check(name="tour", period="P1M", duty="harbour/art-4"),),
    tags=("a", "b"),
    note="x",
)


def read(held: RegisterItem | None = SITE, **cells: str) -> tuple[RegisterItem, list[str]]:
    found, problems = read_item(cells, NAMES, {held.code: held} if held else {}, unit="e1", today=TODAY)
    return found, [f"{one.code} {one.place.ref}" for one in problems]


def test_the_cells_of_an_item_give_it_back() -> None:
    cells = item_cells(SITE, NAMES, day=TODAY)
    assert set(cells) == set(CELLS)
    assert read(**cells) == (SITE, [])


def test_a_new_item_has_a_code_of_its_unit_and_name_and_begins_today() -> None:
    item, problems = read(None, name="Store", kind="场所", keeper="泊位长")
    assert problems == []
    assert (item.code, item.since, item.until) == ("e1/Store", TODAY, None)
    assert item.keepers == (Keeper(post="e1/head", since=TODAY),)
    assert read(None, name="Store", kind="place", keeper="e1/head", since="2026-01-01")[0].keepers[
        0
    ].since == day("2026-01-01")


def test_an_item_without_a_post_is_given_to_one_from_its_first_day() -> None:
    bare = replace(SITE, keepers=())
    item, _ = read(bare, **(item_cells(bare, NAMES, day=TODAY) | {"keeper": "泊位长"}))
    assert item.keepers == (Keeper(post="e1/head", since=SITE.since),)


@pytest.mark.parametrize(
    ("change", "keepers"),
    [
        ({"keeper": "", "keeper_since": ""}, SITE.keepers),
        ({"keeper_since": ""}, SITE.keepers),
        (
            {"keeper": "行政副泊位长", "keeper_since": ""},
            (SITE.keepers[0], Keeper(post="e1/other", since=TODAY)),
        ),
        (
            {"keeper": "副泊位长", "keeper_since": "2026-06-01"},
            (SITE.keepers[0], Keeper(post="e1/deputy", since=day("2026-06-01"))),
        ),
    ],
)
def test_another_post_answers_from_a_day_on_and_earlier_days_keep_theirs(
    change: dict[str, str], keepers: tuple[Keeper, ...]
) -> None:
    item, problems = read(**(item_cells(SITE, NAMES, day=TODAY) | change))
    assert (item.keepers, problems) == (keepers, [])


def test_giving_an_item_to_whom_it_is_given_changes_nothing() -> None:
    assert give(SITE, "e1/head", since=day("2026-03-01")).keepers == SITE.keepers[:1]


@pytest.mark.parametrize(
    ("cells", "problems"),
    [
        ({"since": "2026-13-01"}, ["register-day site since"]),
        ({"kind": "person"}, ["register-kind site kind"]),
        ({"checks": "tour: now and then"}, ["register-checks site checks"]),
        ({"keeper": "somebody"}, ["register-no-post site keeper"]),
    ],
)
def test_a_cell_that_cannot_be_read_is_told(cells: dict[str, str], problems: list[str]) -> None:
    assert read(**(item_cells(SITE, NAMES, day=TODAY) | cells))[1] == problems


def test_changes_are_told_cell_by_cell() -> None:
    given = replace(
        SITE, name="Site", keepers=(*SITE.keepers, Keeper(post="e1/deputy", since=day("2026-09-01")))
    )
    changes = item_changes([given], {"site": SITE}, NAMES, day=TODAY)
    assert {(one.cell, one.new) for one in changes} == {
        ("name", "Site"), ("keeper", "副泊位长"), ("keeper_since", "2026-09-01"),
    }  # fmt: skip
    new = item_changes([replace(SITE, note="")], {}, NAMES, day=TODAY)
    assert all(one.fresh and one.old == "" and one.new for one in new)
    assert items_mark([SITE]) != items_mark([given])
