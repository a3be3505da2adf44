"""The register of places, channels, systems and assets: who answers, what keeps an item out, which checks are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Cadence
from remit.core.post import Post
from remit.core.record import Record
from remit.core.register_check import CHECK, CheckStanding, check_standings
from remit.core.register_item import (
    Check,
    ItemKind,
    Keeper,
    RegisterItem,
    about_problems,
    item_answers,
    item_problems,
    keeper_on,
    split_about,
    stands_on,
    unkept,
)
from remit.core.register_text import answer_words, checks_text, parse_checks, parse_kind, rhythm_text
from remit.core.standing import Status
from remit.core.workday import Term
from tests.core.building import a_directory, day

DUTY = "harbour/art-4"
TOUR = Check(name="tour", period="P1M")
STORE = RegisterItem(
    code="e1/store",
    unit="e1",
    kind=ItemKind.PLACE,
    name="Paint store",
    since=day("2026-01-10"),
    keepers=(
        Keeper(post="e1/head", since=day("2026-01-10")),
        Keeper(post="e1/other", since=day("2026-08-01")),
    ),
    checks=(TOUR,),
)


def done(ref: str, on: str, about: str = "e1/store", *meets: str, kind: str = CHECK) -> Record:
    return Record(
        ref=ref, unit="e1", day=day(on), entered=day(on), kind=kind, title="Seen", meets=meets, about=(about,)
    )


def stand(*records: Record, on: str, item: RegisterItem = STORE, **more: object) -> CheckStanding:
    (found,) = check_standings(item, records, day=day(on), cadences={}, due_soon_days=14, **more)
    return found


# Who answers


@pytest.mark.parametrize(
    ("on", "person", "reason"),
    [("2026-02-01", "江帆", "executing"), ("2026-07-02", "沈舟", "executing"), ("2026-08-01", "", "vacant")],
)
def test_whoever_holds_the_post_on_the_day_answers(on: str, person: str, reason: str) -> None:
    (found,) = item_answers(STORE, a_directory(), day=day(on))
    assert (found.person, found.reason) == (person, reason)
    assert "{" not in answer_words(found)


def test_an_item_is_given_to_nobody_before_its_first_keeper_or_where_the_post_is_unknown() -> None:
    assert keeper_on(STORE, day("2026-01-09")) == ""
    for item in (
        replace(STORE, keepers=()),
        replace(STORE, keepers=(Keeper(post="x", since=day("2026-01-10")),)),
    ):
        (found,) = item_answers(item, a_directory(), day=day("2026-02-01"))
        assert found.reason == "unassigned"
        assert unkept([item], a_directory(), day=day("2026-02-01")) == (item,)


def test_what_nobody_holds_is_found_and_what_has_left_the_register_is_not() -> None:
    gone = replace(STORE, until=day("2026-07-31"))
    assert unkept([STORE, gone], a_directory(), day=day("2026-08-01")) == (STORE,)
    assert unkept([STORE], a_directory(), day=day("2026-02-01")) == ()
    assert [stands_on(gone, day(on)) for on in ("2026-01-09", "2026-01-10", "2026-07-31", "2026-08-01")] == [
        False, True, True, False,
    ]  # fmt: skip


# What keeps an item out


def codes(item: RegisterItem) -> list[str]:
    persons = {"江帆", "沈"}
    found = item_problems(item, a_directory(), duties={DUTY}, persons=persons)
    assert all(problem.place.ref.startswith(item.code) for problem in found)
    return [problem.code for problem in found]


def test_a_sound_item_has_no_problem() -> None:
    sound = replace(STORE, checks=(TOUR, Check(name="test", duty=DUTY)), until=day("2027-01-01"))
    assert codes(sound) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "register-name"),
        ({"name": "x" * 201}, "register-name"),
        ({"code": "a#b"}, "register-code"),
        ({"until": day("2026-01-09")}, "register-days"),
        ({"keepers": (Keeper(post="east/head", since=day("2026-02-01")),)}, "register-keeper"),
        ({"keepers": (Keeper(post="nobody", since=day("2026-02-01")),)}, "register-keeper"),
        ({"checks": (Check(name="a;b", period="P1M"),)}, "register-check-name"),
        ({"checks": (Check(name=" ", period="P1M"),)}, "register-check-name"),
        ({"checks": (Check(name="a", period="often"),)}, "register-rhythm"),
        ({"checks": (Check(name="a", period="PT2H"),)}, "register-rhythm"),
        ({"checks": (Check(name="a"),)}, "register-rhythm"),
        ({"checks": (Check(name="a", duty="harbour/art-9"),)}, "register-duty"),
    ],
)
def test_an_unsound_item_is_told(change: dict[str, object], code: str) -> None:
    assert codes(replace(STORE, **change)) == [code]


def test_two_checks_of_one_name_are_told() -> None:
    assert set(codes(replace(STORE, checks=(TOUR, TOUR)))) == {"register-check-twice"}


def test_a_post_that_is_not_there_yet_keeps_nothing() -> None:
    later = Post(code="e1/new", unit="e1", title="安全员", degree="executing", since=day("2026-05-01"))
    item = replace(STORE, keepers=(Keeper(post="e1/new", since=day("2026-02-01")),))
    found = item_problems(item, a_directory(posts=(later,)), duties=set(), persons=set())
    assert [one.code for one in found] == ["register-keeper"]


@pytest.mark.parametrize(
    "name", ["江帆的微博", "老师个人公众号", "the manager's personal account", "a private channel"]
)
@pytest.mark.parametrize("kind", [ItemKind.CHANNEL, ItemKind.SYSTEM])
def test_a_channel_of_a_person_is_no_channel_of_the_unit(kind: ItemKind, name: str) -> None:
    assert codes(replace(STORE, kind=kind, name=name)) == ["register-personal"]


@pytest.mark.parametrize("name", ["单位官方网站", "the port's bulletin", "人事系统（个人信息）", "沈"])
def test_a_channel_of_the_unit_is_one(name: str) -> None:
    assert codes(replace(STORE, kind=ItemKind.CHANNEL, name=name)) == []


@pytest.mark.parametrize(
    ("about", "on", "code"),
    [
        ("e1/store", "2026-02-01", ""),
        ("e1/store#tour", "2026-02-01", ""),
        ("e1/other", "2026-02-01", "register-unknown"),
        ("e1/store", "2026-01-09", "register-not-there"),
        ("e1/store#test", "2026-02-01", "register-no-check"),
    ],
)
def test_a_record_is_about_items_that_there_are(about: str, on: str, code: str) -> None:
    found = about_problems([about], [STORE], day=day(on))
    assert [one.code for one in found] == [code] * bool(code)


# Which checks are due


@pytest.mark.parametrize(
    ("records", "on", "status", "due", "last"),
    [
        ((), "2026-01-12", Status.UPCOMING, "2026-01-31", None),
        ((), "2026-01-20", Status.DUE_SOON, "2026-01-31", None),
        ((), "2026-02-03", Status.OVERDUE, "2026-01-31", None),
        ((("r1", "2026-01-20"),), "2026-01-25", Status.UPCOMING, "2026-02-28", "2026-01-20"),
        ((("r1", "2026-01-20"),), "2026-03-02", Status.OVERDUE, "2026-02-28", "2026-01-20"),
        ((("r1", "2026-03-02"),), "2026-03-02", Status.UPCOMING, "2026-04-30", "2026-03-02"),
        ((("r1", "2026-03-02"),), "2026-03-01", Status.OVERDUE, "2026-02-28", None),
    ],
)
def test_a_check_is_due_once_in_each_window_of_its_rhythm(
    records: tuple[tuple[str, str], ...], on: str, status: Status, due: str, last: str | None
) -> None:
    found = stand(*(done(*one) for one in records), on=on)
    assert (found.status, found.due) == (status, day(due))
    assert found.last == (day(last) if last else None)


def test_an_item_that_is_not_in_the_register_owes_no_check() -> None:
    assert check_standings(STORE, [], day=day("2026-01-09"), cadences={}, due_soon_days=14) == ()


def test_the_rhythm_of_a_check_is_that_of_its_duty_where_it_has_none_of_its_own() -> None:
    item = replace(STORE, checks=(Check(name="test", duty=DUTY),))
    cadences = {DUTY: (Cadence(months=(6, 12)), Cadence(min=1, period="P1Y"))}
    (found,) = check_standings(item, [], day=day("2026-07-02"), cadences=cadences, due_soon_days=14)
    assert (found.status, found.due) == (Status.OVERDUE, day("2026-06-30"))
    (found,) = check_standings(item, [], day=day("2026-07-02"), cadences={}, due_soon_days=14)
    assert (found.status, found.due, found.rhythms) == (None, None, ())


def test_a_check_by_terms_is_done_when_no_further_term_is_known() -> None:
    item = replace(STORE, checks=(Check(name="test", duty=DUTY),))
    term = Term("学期", "2026-spring", day("2026-02-23"), day("2026-07-05"))
    cadences = {DUTY: (Cadence(min=1, per="学期"),)}
    (found,) = check_standings(
        item,
        [done("r1", "2026-03-02")],
        day=day("2026-04-01"),
        cadences=cadences,
        due_soon_days=14,
        terms=[term],
    )
    assert (found.status, found.due) == (Status.MET, day("2026-07-05"))


def test_a_record_counts_for_the_check_that_it_names() -> None:
    two = replace(STORE, checks=(TOUR, Check(name="test", period="P1M", duty=DUTY)))

    def last(*records: Record) -> list[str]:
        found = check_standings(two, records, day=day("2026-01-30"), cadences={}, due_soon_days=14)
        return [one.record for one in found]

    assert last(done("r1", "2026-01-20", "e1/store#tour")) == ["r1", ""]
    assert last(done("r1", "2026-01-20")) == ["", ""]
    assert last(done("r1", "2026-01-20", "e1/store", f"{DUTY}@2026-01")) == ["", "r1"]
    assert last(done("r1", "2026-01-20", "e1/shed#tour")) == ["", ""]
    assert last(done("r1", "2026-01-20", "e1/store#tour", kind="drill")) == ["", ""]
    assert split_about("e1/store#tour") == ("e1/store", "tour")


@pytest.mark.parametrize("on", [date.min, date.max])
def test_days_at_the_ends_of_the_calendar_are_borne(on: date) -> None:
    item = replace(STORE, since=on)
    assert len(check_standings(item, [], day=on, cadences={}, due_soon_days=14)) == 1


@given(
    st.sampled_from(["P1D", "P1W", "P10D", "P1M", "P3M", "P1Y", "P2Y"]),
    st.lists(st.integers(0, 900), max_size=6),
    st.integers(0, 900),
)
def test_who_has_just_checked_is_never_overdue(period: str, days: list[int], on: int) -> None:
    today = STORE.since + timedelta(days=on)
    item = replace(STORE, checks=(Check(name="tour", period=period),))
    before = [done(f"r{n}", (STORE.since + timedelta(days=n)).isoformat()) for n in days]
    (found,) = check_standings(
        item, [*before, done("now", today.isoformat())], day=today, cadences={}, due_soon_days=14
    )
    assert found.status in (Status.UPCOMING, Status.MET)
    assert found.due is not None
    assert found.due > today


# In words


@pytest.mark.parametrize(
    ("written", "checks"),
    [
        ("tour: monthly; test: yearly (harbour/art-4)", (TOUR, Check(name="test", period="P1Y", duty=DUTY))),
        ("tour：每月；test：每年（harbour/art-4）", (TOUR, Check(name="test", period="P1Y", duty=DUTY))),
        ("test (harbour/art-4)\ntour:p10d", (Check(name="test", duty=DUTY), Check(name="tour", period="P10D"))),
        ("", ()),
    ],
)  # fmt: skip
def test_a_cell_of_checks_is_read(written: str, checks: tuple[Check, ...]) -> None:
    assert parse_checks(written) == (checks, ())
    assert parse_checks(checks_text(checks)) == (checks, ())


@pytest.mark.parametrize(
    "written", ["tour: now and then", "tour: PT2H", "(harbour/art-4)", "a: b: c", ": monthly"]
)
def test_what_is_no_check_is_told(written: str) -> None:
    assert parse_checks(written) == ((), (written,))


def test_kinds_and_rhythms_have_words() -> None:
    assert [parse_kind(word) for word in ("Place", "渠道", "系统", "资产", "person")] == [*ItemKind, None]
    assert [rhythm_text("P1M"), rhythm_text("P10D")] == ["monthly", "P10D"]
