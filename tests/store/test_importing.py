"""Taking in lists: what would change, corrections, once is once, and what is refused at which row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Degree
from remit.core.post import (
    ChangeKind,
    Group,
    Holder,
    Organisation,
    Post,
    Seat,
    Unit,
    UnitChange,
    build_tree,
)
from remit.core.scope import screen
from remit.core.scope_words import lexicon
from remit.store import actions, bulk, load, models, scratch, screening
from remit.store.access import CONSOLE
from remit.store.import_plan import differences
from remit.store.refusal import ChangedMeanwhile, Refused
from tests.store.cast import OUTSIDE, PORT, TODAY, by, codes

RENAMED = replace(PORT.units[3], name="Southern terminal", parent="/1/2")
GATE = Unit(code="/1/2/2", name="Gate", parent="/1/2", tags=("new",), since=date(2027, 1, 1))


def planned(organisation: Organisation, *, correct: bool = False):
    return actions.plan_import(CONSOLE, organisation, today=TODAY, correct=correct)


@pytest.mark.usefixtures("port")
def test_it_counts_what_is_new_changed_and_as_it_was():
    change = planned(Organisation(units=(*PORT.units[:3], RENAMED, GATE), posts=PORT.posts))
    found = {name: (one.new, one.changed, one.unchanged) for name, one in change.counts.items()}
    assert found == {"units": (1, 1, 3), "posts": (0, 0, 3), "holders": (0, 0, 0), "groups": (0, 0, 0)}


@pytest.mark.usefixtures("port")
def test_it_says_what_each_row_was_and_will_be():
    change = planned(Organisation(units=(RENAMED, GATE)))
    moved, new = differences(change)
    assert (moved.list, moved.key, moved.new) == ("units", "/1/20", False)
    assert moved.fields == (
        ("name", "South terminal", "Southern terminal"),
        ("parent", "/1", "/1/2"),
    )
    assert (new.key, new.new) == ("/1/2/2", True)
    assert ("tags", "", "new") in new.fields
    assert ("since", "", "2027-01-01") in new.fields
    assert [one.key for one in differences(change, 1)] == ["/1/2/2"]


@pytest.mark.usefixtures("port")
def test_a_unit_that_comes_differently_has_it_from_today_unless_it_is_a_correction():
    actions.import_organisation(by(), Organisation(units=(RENAMED,)))
    told = load.organisation().changes
    assert told == (
        UnitChange(
            unit="/1/20",
            day=TODAY,
            kind=ChangeKind.RENAMED,
            before="South terminal",
            after="Southern terminal",
        ),
        UnitChange(unit="/1/20", day=TODAY, kind=ChangeKind.MOVED, before="/1", after="/1/2"),
    )
    actions.import_organisation(by(), Organisation(units=(replace(RENAMED, name="South"),)), correct=True)
    assert load.organisation().changes == told
    assert next(unit.name for unit in load.organisation().units if unit.code == "/1/20") == "South"


@pytest.mark.usefixtures("port")
def test_the_same_lists_again_change_nothing():
    group = Group(code="G", unit="/1", title="Fire", seats=((Seat.CHAIR, "/1/head"),), office="/1/2")
    whole = replace(PORT, groups=(group,), units=(*PORT.units, GATE))
    actions.import_organisation(by(), whole)
    here = load.organisation(), load.groups()
    assert here[1] == (group,)
    change = planned(whole)
    assert change.changed == Organisation()
    assert all(not one.new and not one.changed for one in change.counts.values())
    actions.import_organisation(by(), whole)
    assert (load.organisation(), load.groups()) == here


@pytest.mark.usefixtures("port")
def test_it_does_only_what_was_looked_at():
    seen = planned(Organisation(units=(RENAMED,))).digest
    actions.import_organisation(by(), Organisation(units=(replace(RENAMED, parent="/1"),)))
    with pytest.raises(ChangedMeanwhile):
        actions.import_organisation(by(), Organisation(units=(RENAMED,)), seen=seen)
    now = planned(Organisation(units=(RENAMED,))).digest
    actions.import_organisation(by(), Organisation(units=(RENAMED,)), seen=now)


def head(unit: str, **changes: object) -> Post:
    return replace(Post(code=f"{unit}/x", unit=unit, title="X", degree=Degree.LEAD), **changes)  # type: ignore[arg-type]


JUNE = date(2026, 6, 30)
HEAD = PORT.holders[0]
BAD = [
    ("unit-loop", Organisation(units=(replace(PORT.units[1], parent="/1/2/1"),))),
    ("unit-twice", Organisation(units=(GATE, GATE))),
    ("unit-alike", Organisation(units=(GATE, replace(GATE, code="/1/2 /2")))),
    ("unit-orphan", Organisation(units=(replace(GATE, parent="/7"),))),
    ("unit-roots", Organisation(units=(replace(GATE, parent=""),))),
    (
        "unit-below-closed",
        Organisation(
            units=(replace(GATE, until=JUNE, since=None), Unit(code="/1/2/2/1", name="Hut", parent="/1/2/2"))
        ),
    ),
    ("unit-days", Organisation(units=(replace(GATE, until=JUNE),))),
    ("post-unit", Organisation(posts=(head("/7"),))),
    ("post-twice", Organisation(posts=(head("/1"), head("/1", title="Y")))),
    ("post-covers", Organisation(posts=(head("/1", covers=("/7",)),))),
    ("post-closed", Organisation(units=(replace(GATE, until=JUNE, since=None),), posts=(head("/1/2/2"),))),
    ("holder-post", Organisation(holders=(replace(HEAD, post="/1/nobody"),))),
    ("holder-overlap", Organisation(holders=(replace(HEAD, person="Flo", since=JUNE),))),
    (
        "holder-overlap",
        Organisation(
            posts=(head("/1"),), holders=tuple(Holder(post="/1/x", person=name, since=JUNE) for name in "AB")
        ),
    ),
    ("holder-days", Organisation(holders=(replace(HEAD, until=date(2025, 1, 1)),))),
    (
        "holder-beyond",
        Organisation(
            posts=(head("/1", until=JUNE),), holders=(Holder(post="/1/x", person="Flo", since=JUNE),)
        ),
    ),
    ("group-unknown", Organisation(groups=(Group(code="G", unit="/7", title="Fire"),))),
    ("outside-scope", Organisation(units=(replace(GATE, name=OUTSIDE),))),
    ("outside-scope", Organisation(units=(replace(GATE, tags=(OUTSIDE,)),))),
    ("outside-scope", Organisation(groups=(Group(code="G", unit="/1", title=OUTSIDE),))),
    ("outside-scope", Organisation(holders=(replace(HEAD, person=OUTSIDE),))),
    ("text-too-long", Organisation(units=(replace(GATE, code="x" * 201),))),
    ("text-unprintable", Organisation(units=(replace(GATE, name="a\x00b"),))),
]


@pytest.mark.usefixtures("port")
@pytest.mark.parametrize(
    ("code", "organisation"), BAD, ids=[f"{code}-{n}" for n, (code, _) in enumerate(BAD)]
)
def test_bad_lists_are_refused_as_a_whole_and_say_why(code: str, organisation: Organisation):
    good = Unit(code="/1/9", name="Good", parent="/1")
    with pytest.raises(Refused) as refused:
        actions.import_organisation(by(), replace(organisation, units=(good, *organisation.units)))
    assert code in codes(refused)
    assert load.organisation() == PORT
    assert load.groups() == ()


@pytest.mark.usefixtures("port")
def test_a_problem_counts_the_rows_that_were_given():
    given = Organisation(
        units=(GATE, replace(GATE, code="/1/2/3", parent="/7")), posts=(head("/1/2/2", title=OUTSIDE),)
    )
    places = [(p.code, dict(p.values)["row"]) for p in planned(Organisation(units=given.units)).problems]
    assert places == [("unit-orphan", "2")]
    (scope,) = planned(given).problems
    assert dict(scope.values) | {"rule": ""} == {"rule": "", "list": "posts", "row": "1"}


@pytest.mark.usefixtures("port")
def test_a_problem_with_a_row_that_is_there_already_is_one_of_the_given_row():
    alike = replace(GATE, code="/1/2/ 1")
    (problem,) = planned(Organisation(units=(GATE, alike))).problems
    assert (problem.code, dict(problem.values)["row"]) == ("unit-alike", "2")
    assert "'/1/2/1', which is there already" in problem.text()
    (problem,) = planned(Organisation(holders=(replace(HEAD, person="Flo", since=JUNE),))).problems
    assert (problem.code, dict(problem.values)["row"]) == ("holder-overlap", "1")
    assert "there already" in problem.text()


@pytest.mark.usefixtures("port")
def test_a_successor_comes_together_with_the_last_day_of_the_one_before():
    before, after = replace(HEAD, until=JUNE), replace(HEAD, person="Flo", since=date(2026, 7, 1))
    actions.import_organisation(by(), Organisation(holders=(after, before)))
    assert {before, after} <= set(load.organisation().holders)


@pytest.mark.usefixtures("port")
def test_what_was_wrong_before_does_not_stand_in_the_way():
    models.Holder.objects.create(
        post_id=models.Post.objects.get(code="/1/head").pk, person="Zoe", since=date(2026, 5, 1)
    )
    assert planned(Organisation(units=(GATE,))).problems == ()


@pytest.mark.django_db
@pytest.mark.parametrize("count", [3, 1500])
def test_few_and_many_rows_are_written_alike(count: int):
    units = (
        Unit(code="0", name="Top"),
        *(Unit(code=f"{n}", name=f"第{n}所", parent=str(n // 10), tags=("甲",)) for n in range(1, count)),
    )
    posts = tuple(
        Post(code=f"{u.code}/长", unit=u.code, title="长", degree=Degree.FIRST, portfolio=("消防", "食品"))
        for u in units
    )
    holders = tuple(
        Holder(post=p.code, person=f"人{p.unit}", since=date(2026, 1, 1), acting=p.unit == "1") for p in posts
    )
    actions.import_organisation(by(), Organisation(units=units, posts=posts, holders=holders))
    found = load.organisation()
    assert (set(found.units), set(found.posts), set(found.holders)) == (set(units), set(posts), set(holders))
    assert [u.code for u in found.units] == list(build_tree(units).codes)
    ended = tuple(replace(one, until=date(2026, 12, 31)) for one in holders)
    actions.import_organisation(by(), Organisation(holders=ended))
    assert set(load.organisation().holders) == set(ended)


@pytest.mark.django_db
def test_keys_of_very_many_codes_are_found_like_those_of_few(monkeypatch):
    actions.import_organisation(by(), PORT)
    few = bulk.keys_of(models.Unit, [unit.code for unit in PORT.units])
    monkeypatch.setattr(bulk, "_FEW", 0)
    assert bulk.keys_of(models.Unit, [unit.code for unit in PORT.units]) == few


# The screen looks at alike texts once: that must never hide one.

_TEXTS = st.text(alphabet="0123456789-/.ab 收集教师宗教信仰台账不满第条局长，", max_size=40)


@given(_TEXTS)
def test_which_figures_a_code_begins_with_does_not_change_the_screens_answer(text: str):
    alike = screening._CODE.sub(screening._without_figures, text, count=1)
    assert screen(alike).label == screen(text).label


def test_no_word_of_the_screen_has_a_figure_before_its_first_chinese_sign():
    words = [word for word in lexicon._CHINESE if any(sign.isdigit() for sign in word)]
    assert [word for word in words if word[0].isascii()] == []


@given(st.lists(st.sampled_from(["教育局", "宣传部", OUTSIDE, "民族宗教事务局", "第12小学"]), max_size=6))
def test_rows_are_screened_as_each_would_be_alone(names: list[str]):
    units = tuple(Unit(code=f"U{n}", name=name) for n, name in enumerate(names))
    found = {dict(p.values)["row"] for p in screening.organisation_problems(Organisation(units=units))}
    alone = {
        str(n)
        for n, unit in enumerate(units, 1)
        if screening.organisation_problems(Organisation(units=(unit,)))
    }
    assert found == alone


# What is kept between two steps


def test_what_is_kept_is_found_until_it_is_dropped_or_a_day_old(settings, tmp_path, monkeypatch):
    settings.DATA = tmp_path
    key = scratch.key_for("actor", b"data")
    assert key != scratch.key_for("act", b"ordata")
    scratch.keep(key, "json", b"one")
    scratch.keep(key, "json", b"two")
    assert scratch.fetch(key, "json") == b"two"
    assert scratch.fetch(key, "other") is None
    assert (tmp_path / "scratch" / f"{key}.json").stat().st_mode & 0o077 == 0
    now = scratch.time.time()
    monkeypatch.setattr(scratch.time, "time", lambda: now + scratch.KEPT_SECONDS + 5)
    assert scratch.fetch(key, "json") is None
    scratch.keep(scratch.key_for("other"), "json", b"")
    assert not (tmp_path / "scratch" / f"{key}.json").exists()
    monkeypatch.undo()


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "/x"])
def test_nothing_outside_can_be_named(key: str, settings, tmp_path):
    settings.DATA = tmp_path
    assert scratch.fetch(key, "json") is None
    with pytest.raises(ValueError, match="no name"):
        scratch.keep(key, "json", b"")
