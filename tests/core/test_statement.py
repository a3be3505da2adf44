"""A holder's statement: which duties, on which days, in which degree, and what was done then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from remit.core.assignment import answer, assign
from remit.core.breakdown import BreakdownItem, Placement
from remit.core.duty import Degree
from remit.core.period import Cadence
from remit.core.post import ChangeKind, Holder, Organisation, UnitChange, index_organisation
from remit.core.reporting_period import find_period
from remit.core.standing import standings
from remit.core.statement import Statement, StatementItem, compose_statement
from remit.core.workday import WorkCalendar
from tests.core.building import HOLDERS, POSTS, UNITS, a_directory, a_duty, a_record, a_regime, an_adoption

CALENDAR = WorkCalendar(first=date(2024, 1, 1), last=date(2029, 12, 31))
MONTHLY = a_duty("art-4", cadence=[Cadence(min=1, period="P1M")])
REGIME = a_regime(MONTHLY)
YEAR = find_period("2026")
assert YEAR is not None


def stated(person: str, *records, adoption=None, holders=HOLDERS, day="2026-12-31", **more) -> Statement:
    reaching = [adoption or an_adoption(REGIME)]
    directory = more.pop("directory", a_directory(holders=holders))
    on = date.fromisoformat(day)
    found, _ = standings(
        reaching, directory, CALENDAR, records=records, excuses=(), day=on, first=YEAR.first, last=YEAR.last
    )
    return compose_statement(
        person,
        "e1",
        YEAR,
        day=on,
        adoptions=reaching,
        directory=directory,
        standings=found,
        records=records,
    )


def spans(item: StatementItem) -> list[str]:
    return [f"{first:%m-%d}..{last:%m-%d}" for first, last in item.spans]


def test_it_covers_the_days_on_which_the_post_was_held_and_what_was_done_then():
    said = stated(
        "江帆",
        a_record("r1", "2026-03-05", "harbour/art-4"),
        a_record("r2", "2026-06-30", "harbour/art-4"),
        a_record("r3", "2026-07-01", "harbour/art-4"),
        a_record("r4", "2026-05-01", "harbour/art-4", unit="e2"),
        a_record("r5", "2026-05-01", "harbour/art-5"),
    )
    assert [(one.title, one.since.isoformat(), one.until.isoformat()) for one in said.posts] == [
        ("泊位长", "2026-01-01", "2026-06-30")
    ]
    (item,) = said.items
    assert (item.duty, item.degree, spans(item)) == ("harbour/art-4", Degree.FIRST, ["01-01..06-30"])
    assert {one.name: (one.number, one.refs) for one in item.figures if one.name in {"times", "due"}} == {
        "due": (6, tuple(f"harbour/art-4@2026-0{n}" for n in range(1, 7))),
        "times": (2, ("r1", "r2")),
    }
    assert {one.name: one.number for one in item.figures} == {"due": 6, "times": 2, "met": 2, "overdue": 4}


def test_whoever_is_first_answers_for_a_vacant_post_and_the_statement_says_so():
    gone = [replace(one, until=date(2026, 3, 31)) if one.post == "e1/deputy" else one for one in HOLDERS]
    said = stated("江帆", holders=gone)
    assert [(one.post, one.vacant, spans(one)) for one in said.items] == [
        ("e1/head", False, ["01-01..06-30"]),
        ("e1/deputy", True, ["04-01..06-30"]),
    ]


def test_a_breakdown_and_its_end_change_the_days():
    item = BreakdownItem(
        duty="harbour/art-4", unit="e1", since=date(2026, 2, 1), until=date(2026, 2, 28), leader="e1/other"
    )
    acting = Holder(post="e1/other", person="代行", since=date(2026, 1, 1), acting=True)
    placed = Placement(unit="e1", role="泊位单位", posts=("e1/other",), since=date(2026, 5, 1))
    adoption = replace(an_adoption(REGIME), items=(item,), placements=(placed,))
    said = stated("代行", adoption=adoption, holders=[*HOLDERS, acting])
    assert [(one.degree, spans(one)) for one in said.items] == [
        (Degree.LEADERSHIP, ["02-01..02-28"]),
        (Degree.DIRECT, ["05-01..12-31"]),
    ]
    assert said.posts[0].acting


def test_whoever_held_nothing_has_an_empty_statement_and_so_has_a_period_to_come():
    assert stated("无人").items == ()
    assert stated("江帆", day="2025-12-31").items == ()
    lost = compose_statement(
        "江帆", "gone", YEAR, day=YEAR.last, adoptions=(), directory=a_directory(), standings=(), records=()
    )
    assert (lost.unit_name, lost.posts) == ("gone", ())


def test_days_before_an_adoption_and_interrupted_ones_stand_apart():
    twice = [
        Holder(post="e1/head", person="江帆", since=date(2026, 1, 1), until=date(2026, 2, 28)),
        Holder(post="e1/head", person="江帆", since=date(2026, 5, 1), until=None),
    ]
    said = stated("江帆", adoption=an_adoption(REGIME, since="2026-01-15"), holders=twice)
    assert spans(said.items[0]) == ["01-15..02-28", "05-01..12-31"]


def test_what_happened_to_the_unit_turns_the_days():
    change = UnitChange(
        unit="e1", day=date(2026, 4, 1), kind=ChangeKind.RECLASSIFIED, before="pier", after="berth"
    )
    directory = index_organisation(Organisation(units=UNITS, posts=POSTS, holders=HOLDERS, changes=(change,)))
    said = stated("江帆", directory=directory)
    assert spans(said.items[0]) == ["04-01..06-30"]


terms = st.lists(
    st.tuples(st.sampled_from(["江帆", "沈舟", "陆缆"]), st.integers(0, 300), st.integers(0, 120)), max_size=4
)


@given(terms, st.integers(0, 364))
def test_its_days_are_those_on_which_the_person_answers(rows, at):
    begin = date(2026, 1, 1)
    holders = [
        Holder(
            post=post,
            person=person,
            since=begin + timedelta(days=since),
            until=begin + timedelta(days=since + length),
        )
        for (person, since, length), post in zip(rows, ["e1/head", "e1/deputy"] * 2, strict=False)
    ]
    day = begin + timedelta(days=at)
    adoption, directory = an_adoption(REGIME), a_directory(holders=holders)
    said = stated("江帆", holders=holders)
    covered = any(first <= day <= last for one in said.items for first, last in one.spans)
    answers = (
        one
        for a in assign(adoption, directory, day=day)
        if a.unit == "e1"
        for one in answer(a, directory, day=day)
    )
    assert covered == any("江帆" in {one.person, dict(one.values).get("through_person")} for one in answers)
