"""What is asked about the organisation itself, and who may change which part of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import ChangeKind, Organisation, Post, Unit
from remit.core.reorganisation import Intent
from remit.store import actions, establishment_inquiry, load
from remit.store.access import CONSOLE, Role, Viewer
from remit.store.establishment_inquiry import Choice
from remit.store.refusal import Denied, NotThere, Refused
from tests.store.cast import DRILL, PORT, TODAY, by, codes, member

pytestmark = pytest.mark.usefixtures("port")

NORTH, SOUTH = "/1/2", "/1/20"
HEAD = "/1/2/head"


def yards(first: int, last: int, **more: object) -> None:
    units = tuple(
        Unit(code=f"{NORTH}/y{n:03}", name=f"Yard {n}", parent=NORTH, kind="yard", **more)  # type: ignore[arg-type]
        for n in range(first, last)
    )
    actions.import_organisation(by(), Organisation(units=units))


def clerk(unit: str) -> Viewer:
    return member(Role.CLERK, person=f"Clerk of {unit}", unit=unit)


def level(
    choice: Choice, after: str = "", *, unit: str = NORTH, limit: int = 3
) -> tuple[list[str], str, int]:
    found = establishment_inquiry.level(CONSOLE, unit, choice, after=after, limit=limit, today=TODAY)
    return [one.code for one in found.units], found.more, found.total


def test_a_level_comes_in_pages_that_go_on_where_the_last_one_ended() -> None:
    yards(0, 5)
    seen: list[str] = []
    after = ""
    while True:
        page, after, total = level(Choice(), after)
        seen += page
        assert total == 6
        if not after:
            break
    assert seen == ["/1/2/1", *(f"{NORTH}/y{n:03}" for n in range(5))]


def test_a_level_is_chosen_by_kind_and_word_and_leaves_out_what_is_closed() -> None:
    yards(0, 3, tags=("inland", "内河"))
    actions.close(by(), unit=f"{NORTH}/y001", day=TODAY)
    assert level(Choice(tag="内河"))[0] == [f"{NORTH}/y000", f"{NORTH}/y002"]
    assert level(Choice(tag="内河", closed=True))[2] == 3
    assert level(Choice(tag="in"))[0] == []
    assert level(Choice(kind="terminal"), unit="/1")[0] == [NORTH, SOUTH]
    assert level(Choice(kind="yard"), unit="/1")[0] == []
    assert level(Choice(kind="yard", whole=True), unit="/1")[2] == 3
    assert establishment_inquiry.choices(CONSOLE, NORTH) == (("yard",), ("inland", "内河"))


def test_words_of_a_unit_are_replaced_and_kept_once() -> None:
    actions.tag(by(), unit=NORTH, tags=["inland", " inland ", "", "old"])
    assert load.units(load.stretch(NORTH))[0].tags == ("inland", "old")
    actions.tag(by(), unit=NORTH, tags=[])
    assert load.units(load.stretch(NORTH))[0].tags == ()


@pytest.mark.parametrize(
    ("ask", "few"),
    [
        (lambda: establishment_inquiry.level(CONSOLE, NORTH, Choice(), today=TODAY), 5),
        (lambda: establishment_inquiry.unit_file(CONSOLE, NORTH, TODAY), 5),
        (lambda: establishment_inquiry.search(CONSOLE, "yard", today=TODAY), 5),
    ],
)
def test_it_asks_the_same_number_of_questions_however_much_there_is(ask, few: int) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            ask()
        return len(questions)

    yards(0, few)
    before = asked()
    yards(few, 60)
    assert asked() == before


def test_a_unit_is_told_as_on_a_day_with_its_posts_and_their_holders() -> None:
    actions.rename(by(), unit=NORTH, name="Old terminal", day=date(2027, 5, 1))
    before = establishment_inquiry.unit_file(CONSOLE, NORTH, date(2027, 3, 31))
    after = establishment_inquiry.unit_file(CONSOLE, NORTH, date(2027, 5, 1))
    assert (before.unit.name, after.unit.name) == ("North terminal", "Old terminal")
    assert [[one.person for one in seen.holders] for seen in before.posts] == [["Ben"]]
    assert [[one.person for one in seen.holders] for seen in after.posts] == [["Cai"]]


def test_a_vacant_post_says_who_answers() -> None:
    actions.vacate(by(), post=HEAD, last=date(2027, 4, 30))
    (seen,) = establishment_inquiry.unit_file(CONSOLE, NORTH, TODAY).posts
    assert seen.holders == ()
    assert seen.through is not None
    assert (seen.through.code, seen.by) == ("/1/head", "Ada")
    one, held = establishment_inquiry.post(CONSOLE, HEAD, TODAY)
    assert one == seen
    assert [holder.person for holder in held] == ["Cai", "Ben"]


def test_a_unit_that_is_gone_names_its_successor_and_keeps_its_posts_as_ended() -> None:
    actions.merge(by(), unit=NORTH, into=SOUTH, day=date(2027, 5, 1))
    seen = establishment_inquiry.unit_file(CONSOLE, NORTH, TODAY)
    assert (seen.there, seen.heir, seen.posts) == (False, SOUTH, ())
    assert seen.cause is not None
    assert seen.cause.kind is ChangeKind.MERGED
    assert [one.post.code for one in seen.ended] == [HEAD]
    assert establishment_inquiry.unit_file(CONSOLE, NORTH, date(2027, 4, 30)).there
    assert [one.unit for one in establishment_inquiry.history(CONSOLE, SOUTH)] == [NORTH]


@pytest.mark.parametrize(
    ("ask", "missing"),
    [
        (lambda: establishment_inquiry.post(CONSOLE, "none", TODAY), NotThere),
        (lambda: establishment_inquiry.group(CONSOLE, "none"), NotThere),
        (lambda: establishment_inquiry.unit_file(CONSOLE, "none", TODAY), NotThere),
        (lambda: establishment_inquiry.post(clerk(SOUTH), HEAD, TODAY), Denied),
        (lambda: establishment_inquiry.unit_file(clerk(SOUTH), NORTH, TODAY), Denied),
        (lambda: establishment_inquiry.history(clerk(SOUTH), NORTH), Denied),
        (lambda: establishment_inquiry.level(clerk(SOUTH), NORTH, Choice(), today=TODAY), Denied),
        (lambda: establishment_inquiry.choices(clerk(SOUTH), NORTH), Denied),
    ],
)
def test_what_may_not_be_seen_or_is_not_there_is_refused(ask, missing: type[Exception]) -> None:
    with pytest.raises(missing):
        ask()


def test_units_are_found_by_code_or_name_within_what_is_seen() -> None:
    def found(viewer: Viewer, text: str) -> list[str]:
        return [one.code for one in establishment_inquiry.search(viewer, text, today=TODAY)]

    assert found(CONSOLE, "TERMINAL") == [NORTH, SOUTH]
    assert found(CONSOLE, "/1/2") == [NORTH]
    assert found(clerk(NORTH), "terminal") == [NORTH]
    assert found(CONSOLE, " ") == []
    actions.close(by(), unit=SOUTH, day=TODAY)
    assert found(CONSOLE, "terminal") == [NORTH]


def test_an_effect_names_what_ends_moves_and_is_owed_no_more() -> None:
    merge = Intent(what=ChangeKind.MERGED, unit=NORTH, to=SOUTH, day=TODAY)
    seen = establishment_inquiry.effect(CONSOLE, merge, today=TODAY)
    assert [one.code for one in seen.change.posts] == [HEAD]
    assert seen.moving == 1
    assert [duty for duty, _ in seen.lost] == [DRILL, "port-fire/art-3"]
    assert seen.gained == ()
    yard = Intent(what=ChangeKind.RECLASSIFIED, unit="/1/2/1", to="terminal", day=TODAY)
    assert [duty for duty, _ in establishment_inquiry.effect(CONSOLE, yard, today=TODAY).gained] == [
        DRILL,
        "port-fire/art-3",
    ]
    assert load.units(load.stretch("/1/2/1"))[0].kind == "yard"
    assert establishment_inquiry.unit_file(CONSOLE, NORTH, TODAY).there


def test_an_effect_of_moving_tells_which_duties_the_new_place_brings() -> None:
    move = Intent(what=ChangeKind.MOVED, unit="/1/2/1", to=SOUTH, day=TODAY)
    seen = establishment_inquiry.effect(CONSOLE, move, today=TODAY)
    assert (seen.lost, seen.gained, seen.moving) == ((), (), 0)
    wrong = Intent(what=ChangeKind.MOVED, unit=NORTH, to="/1/2/1", day=TODAY)
    problems = establishment_inquiry.effect(CONSOLE, wrong, today=TODAY).change.problems
    assert "move-loop" in {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("unit", "intent"),
    [
        (SOUTH, Intent(what=ChangeKind.RENAMED, unit=NORTH, to="X", day=TODAY)),
        (NORTH, Intent(what=ChangeKind.MOVED, unit="/1/2/1", to=SOUTH, day=TODAY)),
        (NORTH, Intent(what=ChangeKind.MERGED, unit="/1/2/1", to=SOUTH, day=TODAY)),
        (NORTH, Intent(what=ChangeKind.SPLIT, unit=NORTH, parts=(Unit(code="n", name="N"),), day=TODAY)),
    ],
)
def test_who_changes_units_keeps_all_that_are_concerned(unit: str, intent: Intent) -> None:
    """A part split off comes under the unit's own superior: it is that one's business too."""
    with pytest.raises(Denied):
        actions.plan_change(clerk(unit), intent, today=TODAY)


def test_a_part_may_not_take_the_code_of_any_unit_there_is() -> None:
    """It would be that unit from then on, wherever it stands."""
    with pytest.raises(Refused) as refused:
        actions.split(by(), unit="/1/2/1", parts=[Unit(code=SOUTH, name="Mine", parent=NORTH)], day=TODAY)
    assert codes(refused) == ["split-code"]


def test_a_merger_before_something_below_moved_is_refused() -> None:
    actions.move(by(), unit="/1/2/1", parent=SOUTH, day=date(2027, 5, 3))
    for early in (
        lambda: actions.merge(by(), unit=NORTH, into=SOUTH, day=date(2027, 5, 1)),
        lambda: actions.close(by(), unit=NORTH, day=date(2027, 5, 1)),
    ):
        with pytest.raises(Refused) as refused:
            early()
        assert codes(refused) == ["end-before-unit"]
    actions.close(by(), unit=NORTH, day=date(2027, 5, 3))


def test_many_units_that_move_at_once_find_their_places() -> None:
    yards(0, 130)
    actions.merge(by(), unit=NORTH, into=SOUTH, day=TODAY)
    moved = [one.code for one in load.units(load.stretch(SOUTH))]
    assert moved == [SOUTH, "/1/2/1", *(f"{NORTH}/y{n:03}" for n in range(130))]
    assert [one.code for one in load.units(load.stretch(NORTH))] == [NORTH]
    assert [one.code for one in load.above(load.stretch(f"{NORTH}/y077"))] == ["/1", SOUTH]
    actions.rename(by(), unit=SOUTH, name="Terminals", day=TODAY)
    assert len(load.units(load.stretch("/1"))) == len(PORT.units) + 130


def test_a_post_that_is_closed_ends_with_its_holder_and_answers_no_more() -> None:
    (head,) = load.posts_named([HEAD])
    actions.set_post(by(), replace(head, until=date(2027, 5, 5)))
    (ended,) = establishment_inquiry.unit_file(CONSOLE, NORTH, TODAY).ended
    assert ended.post.until == date(2027, 5, 5)
    assert load.holders_of(HEAD)[-1].until == date(2027, 5, 5)
    (yard,) = [Post(code="/1/2/1/keeper", unit="/1/2/1", title="Keeper", degree=Degree.DIRECT)]
    actions.set_post(by(), yard)
    seen, _ = establishment_inquiry.post(CONSOLE, yard.code, TODAY)
    assert seen.through is not None
    assert seen.through.code == "/1/head"


@pytest.mark.parametrize(
    "days",
    [{"until": date(2027, 3, 1)}, {"since": date(2027, 5, 2), "until": date(2027, 5, 1)}, {"since": TODAY}],
)
def test_a_post_s_days_hold_its_holders(days: dict[str, date]) -> None:
    (head,) = load.posts_named([HEAD])
    with pytest.raises(Refused) as refused:
        actions.set_post(by(), replace(head, **days))
    assert set(codes(refused)) <= {"post-days", "post-held"}


def test_a_new_post_is_not_one_that_is_there() -> None:
    (head,) = load.posts_named([HEAD])
    with pytest.raises(Refused) as refused:
        actions.set_post(by(), head, new=True)
    assert codes(refused) == ["post-known"]


def test_a_closed_unit_gets_no_post() -> None:
    actions.close(by(), unit=SOUTH, day=TODAY)
    with pytest.raises(Refused) as refused:
        actions.set_post(by(), Post(code="new", unit=SOUTH, title="New", degree=Degree.DIRECT))
    assert codes(refused) == ["post-closed"]


def test_a_list_taken_in_again_does_not_open_what_is_closed_nor_take_words_away() -> None:
    (head,) = load.posts_named([HEAD])
    actions.tag(by(), unit=NORTH, tags=["inland"])
    actions.set_post(by(), replace(head, covers=("/1/2/1",), until=date(2027, 5, 5)))
    actions.close(by(), unit=SOUTH, day=TODAY)
    actions.import_organisation(by(), Organisation(units=PORT.units, posts=PORT.posts))
    assert load.units(load.stretch(NORTH))[0].tags == ("inland",)
    assert load.units(load.stretch(SOUTH))[0].until == date(2027, 5, 9)
    assert load.posts_named([HEAD])[0].covers == ("/1/2/1",)
    assert load.posts_named([HEAD])[0].until == date(2027, 5, 5)
