"""The task breakdown as a table, and what is written into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from remit.core.breakdown_table import breakdown_rows, history_mark
from remit.core.breakdown_text import CELLS, RowEdit, cells_mark, cells_of, read_rows
from remit.core.duty import Degree
from remit.core.edition_change import duty_changes
from remit.core.post import Organisation, Post, Unit, index_organisation
from remit.core.post_naming import join_names, name_posts, split_names
from tests.core import division
from tests.core.division import CHECK, DIVIDED, DRILL, REPORT, SCHOOL, TODAY
from tests.pages import harbour

AMENDED = date(2026, 4, 1)


def edit(ref: str, *, confirmed: bool = False, **cells: str) -> RowEdit:
    row = next(row for row in division.rows(DIVIDED) if row.ref == ref)
    own = cells_of(row.item, division.names())
    return RowEdit(
        duty=ref, mark=row.mark, shown=cells_mark(own), cells={**own, **cells}, confirmed=confirmed
    )


def read(*edits: RowEdit, since: date = TODAY):
    held = division.held(division.rows(DIVIDED))
    return read_rows(edits, held, division.names(), unit=SCHOOL[0], since=since)


def amended():
    """The regulation with another article 3(1) from April on."""
    regime = harbour.regime(AMENDED)
    return replace(regime, clauses=tuple(monthly(c) if c.ref[-1] == "(一)" else c for c in regime.clauses))


def monthly(clause):
    """A clause whose quarter has become a month."""
    duty = replace(clause.duties[0], quote=clause.duties[0].quote.replace("每季度", "每月"))
    return replace(clause, text=clause.text.replace("每季度", "每月"), duties=(duty,))


def amended_rows(*items):
    old = division.adoption(*items, until=date(2026, 3, 31))
    new = division.adoption(*items, regime=amended(), since=AMENDED)
    return breakdown_rows([old, new], division.directory(), SCHOOL[0], day=TODAY)


def test_it_has_a_row_for_each_duty_that_binds_the_unit_in_the_order_of_the_text():
    found = division.rows(DIVIDED)
    refs = [row.duty.ref for row in found]
    assert refs == ["art-2", "art-3.i-1", "art-3.i-2", "art-3.i-3", "art-4", "art-5"]
    assert {row.chapter for row in found} == {"总则", "日常管理"}
    drill = found[1]
    assert drill.item == DIVIDED
    assert [one.person for one in drill.answers][:2] == ["陶春远", "范明松"]
    assert [one.person for one in found[2].answers] == ["陶春远", "范明松"]


def test_a_mark_changes_with_every_row_of_the_duty_also_a_later_one():
    later = replace(DIVIDED, since=date(2027, 1, 1), note="later")
    assert len({history_mark(some) for some in [(), (DIVIDED,), (DIVIDED, later), (later,)]}) == 4
    assert history_mark((DIVIDED, later)) == history_mark((later, DIVIDED))
    row = division.rows(DIVIDED, later)[1]
    assert (row.item, row.planned) == (DIVIDED, date(2027, 1, 1))


def test_a_row_is_suspect_while_the_text_it_was_written_under_said_otherwise():
    suspect = [row for row in amended_rows(DIVIDED) if row.change]
    assert [row.ref for row in suspect] == [DRILL]
    assert suspect[0].item == DIVIDED
    assert suspect[0].change.before[0].text.startswith("（一）每季度")
    assert suspect[0].change.after[0].text.startswith("（一）每月")


def test_a_row_written_again_under_the_new_text_is_suspect_no_more():
    again = replace(DIVIDED, since=AMENDED)
    assert [row.ref for row in amended_rows(DIVIDED, again) if row.change] == []


def test_the_old_text_was_not_suspect_on_its_days():
    old = division.adoption(DIVIDED, until=date(2026, 3, 31))
    new = division.adoption(DIVIDED, regime=amended(), since=AMENDED)
    march = breakdown_rows([old, new], division.directory(), SCHOOL[0], day=date(2026, 3, 31))
    assert [row.change for row in march if row.change] == []
    assert march[1].duty.quote.startswith("每季度")


def test_editions_differ_by_duty():
    changes = duty_changes(harbour.regime(), amended())
    assert [(one.duty, one.words) for one in changes] == [("art-3.i-1", True)]
    without = replace(amended(), clauses=amended().clauses[:-1])
    gone = duty_changes(harbour.regime(), without)[-1]
    assert (gone.duty, gone.after) == ("art-8", None)
    assert duty_changes(without, harbour.regime())[-1].before is None


def test_cells_left_as_they_were_change_nothing():
    found = read(*(edit(row.ref) for row in division.rows(DIVIDED)))
    assert found == read_rows([], {}, division.names(), unit="E-P", since=TODAY)


def test_names_become_codes_and_the_rest_of_the_row_stays():
    found = read(edit(DRILL, lead="教学副校长；观海中学", due=""))
    assert found.items == (replace(DIVIDED, since=TODAY, lead=("E-P/教学副校长", "E-M"), due=""),)
    assert [(one.cell, one.new) for one in found.changes] == [("lead", "教学副校长；观海中学"), ("due", "")]
    assert dict(found.seen) == {DRILL: history_mark((DIVIDED,))}


def test_a_row_that_is_emptied_is_no_longer_divided():
    found = read(edit(DRILL, **dict.fromkeys(CELLS, "")))
    assert (found.items, found.removed) == ((), (DRILL,))


def test_a_row_is_confirmed_as_it_stands():
    found = read(edit(DRILL, confirmed=True), edit(CHECK, confirmed=True))
    assert found.items == (replace(DIVIDED, since=TODAY),)
    assert found.confirmed == (DRILL,)


def test_it_names_what_is_not_known_and_where():
    found = read(
        edit(CHECK, lead="校长、没有的科室", leader="校长、教学副校长"),
        replace(edit(REPORT, due="6月"), duty="harbour-school-fire/none"),
        edit(DRILL, due="x"),
        edit(DRILL, due="y"),
    )
    assert [(one.code, one.place.ref) for one in found.problems] == [
        ("breakdown-name", f"{CHECK} lead"),
        ("breakdown-leaders", f"{CHECK} leader"),
        ("breakdown-duty", "harbour-school-fire/none"),
        ("breakdown-twice", DRILL),
    ]


def test_a_row_that_somebody_else_changed_is_named():
    assert read(replace(edit(DRILL, due="x"), mark="0" * 16)).stale == (DRILL,)


def test_two_posts_of_one_title_are_told_apart_by_their_codes():
    posts = tuple(Post(code=c, unit="U", title="副职", degree=Degree.DIRECT) for c in ("U/1", "U/2"))
    found = name_posts(index_organisation(Organisation(units=(Unit(code="U", name="局"),), posts=posts)), "U")
    assert [found.label(code) for code in ("U/1", "U/2")] == ["副职 (U/1)", "副职 (U/2)"]
    assert split_names("副职 (U/2)，U/1、副职", found) == (("U/2", "U/1"), ("副职",))


@given(st.lists(st.text("甲乙、；,; \n", min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_names_read_back_whatever_signs_they_hold(titles, data):
    posts = tuple(
        Post(code=f"U/{n}", unit="U", title=f"p{n}{title}q", degree=Degree.LEAD)
        for n, title in enumerate(titles)
    )
    found = name_posts(index_organisation(Organisation(units=(Unit(code="U", name="局"),), posts=posts)), "U")
    codes = data.draw(st.lists(st.sampled_from([post.code for post in posts]), unique=True))
    assert split_names(join_names(codes, found), found) == (tuple(codes), ())
