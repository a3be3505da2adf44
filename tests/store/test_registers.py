"""A unit's register: kept all or none, answered for on any day, its checks recorded, nobody else's to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.register_item import Check, ItemKind, Keeper, RegisterItem
from remit.core.standing import Status
from remit.store import actions, inquiry, load_register, register_inquiry
from remit.store.access import CONSOLE, Role
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused
from tests.store.cast import DRILL, TODAY, by, codes, drill, member

pytestmark = pytest.mark.usefixtures("port")
NORTH = "/1/2"
JANUARY = date(2027, 1, 1)
STORE = RegisterItem(
    code=f"{NORTH}/store",
    unit=NORTH,
    kind=ItemKind.PLACE,
    name="Paint store",
    since=JANUARY,
    where="Shed 4",
    keepers=(Keeper(post=f"{NORTH}/head", since=JANUARY),),
    checks=(Check(name="tour", period="P1M"), Check(name="drill", duty=DRILL)),
    tags=("fire", "paint"),
)
SITE = RegisterItem(code="site", unit=NORTH, kind=ItemKind.CHANNEL, name="Web site", since=JANUARY)


def seen(code: str = NORTH, day: date = TODAY, **more: object) -> register_inquiry.RegisterSeen:
    return register_inquiry.register(CONSOLE, code, day, **more)


def test_items_are_kept_and_found_by_kind_tag_and_day() -> None:
    actions.keep_items(by(), [STORE, replace(SITE, until=date(2027, 2, 1))], unit=NORTH)
    assert load_register.item(STORE.code) == STORE
    assert [one.item.code for one in seen(day=date(2027, 2, 1)).items] == ["site", STORE.code]
    assert [one.item.code for one in seen().items] == [STORE.code]
    assert seen(tag="paint").total == 1
    assert seen(tag="pain").total == 0
    assert seen(kind="system").total == 0
    assert seen("/1", below=True).total == 1
    assert seen("/1").total == 0
    assert seen("/1").kinds == {ItemKind.PLACE: 1}
    assert seen().tags == ("fire", "paint")


def test_a_check_that_is_recorded_is_the_last_and_the_next_becomes_due() -> None:
    actions.keep_items(by(), [STORE], unit=NORTH)
    assert [one.status for one in seen(day=date(2027, 4, 5)).items[0].checks] == [
        Status.OVERDUE,
        Status.OVERDUE,
    ]
    ref = actions.record(
        by(),
        unit=NORTH,
        day=date(2027, 4, 2),
        kind="check",
        title="Tour of the store",
        meets=[DRILL],
        about=[f"{STORE.code}#tour", STORE.code],
    )
    assert inquiry.record(CONSOLE, ref).about == (f"{STORE.code}#tour", STORE.code)
    tour, practice = seen(day=date(2027, 4, 5)).items[0].checks
    assert (tour.status, tour.last, tour.record, tour.due) == (
        Status.UPCOMING, date(2027, 4, 2), ref, date(2027, 5, 31),
    )  # fmt: skip
    assert (practice.last, practice.due) == (date(2027, 4, 2), date(2027, 9, 30))


def test_a_record_cannot_be_about_what_is_not_in_the_register_of_its_unit() -> None:
    actions.keep_items(by(), [replace(SITE, unit="/1/20", code="far")], unit="/1/20")
    for about in ("none", "far"):
        with pytest.raises(Refused) as refused:
            drill(about=[about])
        assert codes(refused) == ["register-unknown"]


def test_all_or_none_and_no_code_of_another_unit() -> None:
    actions.keep_items(by(), [SITE], unit=NORTH)
    with pytest.raises(Refused) as refused:
        actions.keep_items(by(), [replace(STORE, unit="/1/20"), replace(SITE, unit="/1/20")], unit="/1/20")
    assert {"register-taken", "register-keeper"} <= set(codes(refused))
    with pytest.raises(Refused) as refused:
        actions.keep_items(by(), [STORE, STORE], unit=NORTH)
    assert codes(refused) == ["register-twice"]
    assert seen("/1", below=True).total == 1


@pytest.mark.parametrize(
    "name", ["重点人员思想动态台账", "List of employees to be watched for their opinions"]
)
def test_what_is_outside_scope_does_not_come_in(name: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.keep_items(by(), [replace(SITE, name=name)], unit=NORTH)
    assert "outside-scope" in codes(refused)


def test_who_writes_over_what_another_changed_meanwhile_is_told() -> None:
    first = register_inquiry.plan(
        CONSOLE, NORTH, [{"name": "Web site", "kind": "channel", "code": "site"}], today=TODAY
    )
    assert not first.problems
    actions.keep_items(by(), first.items, unit=NORTH, seen=first.seen)
    rows = [{"name": "Site", "kind": "channel", "code": "site"}]
    mine = register_inquiry.plan(CONSOLE, NORTH, rows, today=TODAY)
    assert [(one.cell, one.old, one.new) for one in mine.changes] == [("name", "Web site", "Site")]
    actions.keep_items(by(), [replace(SITE, note="moved", since=TODAY)], unit=NORTH)
    with pytest.raises(ChangedMeanwhile):
        actions.keep_items(by(), mine.items, unit=NORTH, seen=mine.seen)


def test_rows_give_items_to_posts_by_their_names_and_the_past_keeps_its_post() -> None:
    actions.keep_items(by(), [STORE], unit=NORTH)
    row = {
        "name": "Paint store",
        "kind": "place",
        "code": STORE.code,
        "keeper": "nobody",
        "checks": "whenever",
    }
    wrong = register_inquiry.plan(CONSOLE, NORTH, [{"name": "A", "kind": "thing"}, row], today=TODAY)
    assert {(at, one.code) for at, one in wrong.problems} == {
        (0, "register-kind"), (1, "register-rhythm"), (1, "register-no-post"),
    }  # fmt: skip
    assert not wrong.changes
    row |= {"keeper": "Terminal manager", "keeper_since": "2027-05-01", "checks": "tour: monthly"}
    right = register_inquiry.plan(CONSOLE, NORTH, [row], today=TODAY)
    assert {one.cell for one in right.changes} == {"where", "checks", "tags"}
    assert right.items[0].keepers == STORE.keepers


def test_only_a_clerk_keeps_it_and_only_ones_own() -> None:
    clerk = member(Role.CLERK, unit=NORTH)
    actions.keep_items(by(clerk), [SITE], unit=NORTH)
    for viewer in (member(Role.HOLDER, unit=NORTH), member(Role.INSPECTOR, unit=NORTH), member(Role.AUDITOR)):
        with pytest.raises(Denied):
            actions.keep_items(by(viewer), [SITE], unit=NORTH)
    with pytest.raises(Denied):
        actions.keep_items(by(clerk), [replace(SITE, unit="/1/20")], unit="/1/20")
    with pytest.raises(Denied):
        register_inquiry.register(clerk, "/1", TODAY)
    with pytest.raises(Denied):
        register_inquiry.item(member(Role.HOLDER, unit="/1/20"), "site", TODAY)
    with pytest.raises(NotThere):
        register_inquiry.item(clerk, "nothing", TODAY)


@pytest.mark.parametrize("below", [False, True])
def test_it_asks_the_database_as_often_for_many_items_as_for_few(below: bool) -> None:
    counts = []
    for many in (2, 20):
        some = [replace(STORE, code=f"s{many}-{n}", name=f"Store {n}") for n in range(many)]
        actions.keep_items(by(), some, unit=NORTH)
        seen(below=below)
        with CaptureQueriesContext(connection) as asked:
            assert seen(below=below).total >= many
        counts.append(len(asked))
    assert counts[0] == counts[1]
