"""Items of a unit's own in its task breakdown: there for the unit, and for those below where it hands them down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from remit.core.breakdown import BreakdownItem, breakdown_problems, is_own, own_reference
from remit.core.breakdown_table import own_rows
from remit.core.breakdown_text import RowEdit, cells_mark, cells_of, read_rows
from remit.core.duty import Degree
from remit.core.post_naming import name_posts
from tests.core.building import a_directory, day

TODAY = day("2026-05-20")
TITLE = "每周五清理缆桩周边杂物"
REF = own_reference("east", TITLE)
OWN = BreakdownItem(
    duty=REF, unit="east", since=day("2026-02-01"), title=TITLE, cascades=True, leader="east/head"
)
NAMES = name_posts(a_directory(), "east")


def rows(*items: BreakdownItem, unit: str = "east", on: str = "2026-05-20"):
    return own_rows(items, a_directory(), unit, day=day(on))


def test_a_reference_says_whose_words_it_is_for() -> None:
    assert is_own(REF)
    assert not is_own("harbour/art-4")
    assert own_reference("east", f" {TITLE} ") == REF != own_reference("west", TITLE)


def test_it_is_a_row_of_the_unit_and_of_those_below_and_of_nobody_else() -> None:
    (row,) = rows(OWN)
    assert (row.ref, row.own, row.duty.quote, row.language, row.item) == (REF, "east", TITLE, "zh", OWN)
    assert [(one.post, one.degree) for one in row.answers] == [("east/head", Degree.FIRST)]
    (below,) = rows(OWN, unit="e1")
    assert (below.own, below.item, below.mark) == ("east", None, "")
    assert [one.post for one in below.answers] == ["e1/head"]
    assert rows(OWN, unit="w1") == ()
    assert rows(OWN, unit="port") == ()
    assert rows(replace(OWN, cascades=False), unit="e1") == ()
    assert rows(OWN, on="2026-01-31") == ()
    assert rows(replace(OWN, title="Clear the quay"))[0].language == "en"


def test_a_unit_below_divides_it_in_its_own_way() -> None:
    mine = BreakdownItem(duty=REF, unit="e1", since=day("2026-03-01"), lead=("e1/deputy",))
    later = replace(mine, since=day("2026-08-01"))
    (row,) = rows(OWN, mine, later, unit="e1")
    assert (row.item, row.planned) == (mine, later.since)
    assert [one.post for one in row.answers] == ["e1/head", "e1/deputy"]


@pytest.mark.parametrize(
    ("item", "duties", "code"),
    [
        (OWN, frozenset(), ""),
        (replace(OWN, title="", cascades=False), frozenset({REF}), ""),
        (replace(OWN, title="", cascades=False), frozenset(), "breakdown-duty"),
        (OWN, frozenset({REF}), "breakdown-own"),
        (replace(OWN, duty="harbour/art-4"), frozenset({"harbour/art-4"}), "breakdown-own"),
        (replace(OWN, duty="harbour/art-4"), frozenset(), "breakdown-duty"),
    ],
)
def test_only_what_nobody_above_lays_down_is_said_in_own_words(
    item: BreakdownItem, duties: frozenset[str], code: str
) -> None:
    assert [one.code for one in breakdown_problems(item, a_directory(), duties)] == [code] * bool(code)


def read(held: dict[str, tuple[BreakdownItem | None, str]], shown: str = "", **cells: str):
    given = RowEdit(duty=REF, mark="", shown=shown, cells=cells)
    return read_rows([given], held, NAMES, unit="east", since=TODAY)


def test_a_new_one_is_made_by_its_words_and_one_without_words_is_none() -> None:
    found = read({}, title=TITLE, cascades="1", measures="分片包干")
    (item,) = found.items
    assert (item.title, item.cascades, item.measures) == (TITLE, True, "分片包干")
    assert {one.cell for one in found.changes} == {"title", "cascades", "measures"}
    assert [one.code for one in read({}, title=" ", measures="x").problems] == ["breakdown-duty"]


def test_it_comes_back_as_it_went_and_goes_with_its_words() -> None:
    held = {REF: (OWN, "")}
    cells = cells_of(OWN, NAMES)
    assert read(held, cells_mark(cells), **cells) == read({}, cells_mark({}))
    assert read(held, **cells).changes == ()
    assert (
        read(held, **{name: cells[name] for name in cells if name not in ("title", "cascades")}).changes == ()
    )
    (item,) = read(held, **(cells | {"cascades": ""})).items
    assert (item.title, item.cascades) == (TITLE, False)
    assert read(held, **(cells | {"title": ""})).removed == (REF,)


def test_whoever_has_it_from_above_cannot_change_its_words() -> None:
    found = read({REF: (None, "")}, title="Something else", measures="分片包干")
    assert [(one.title, one.measures) for one in found.items] == [("", "分片包干")]
