"""Leading groups, loans of posts and handovers: who may, what is refused, and who sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.post import Group, Holder, Seat
from remit.store import actions, establishment_inquiry, load, models
from remit.store.access import CONSOLE, Role, Viewer
from remit.store.refusal import Denied, Refused
from tests.store.cast import TODAY, by, codes, member

pytestmark = pytest.mark.usefixtures("port")

NORTH = "/1/2"
HEAD = "/1/2/head"


def clerk(unit: str) -> Viewer:
    return member(Role.CLERK, person=f"Clerk of {unit}", unit=unit)


SAFETY = Group(
    code="/1/safety",
    unit="/1",
    title="Safety group",
    seats=((Seat.CHAIR, "/1/head"), (Seat.VICE, HEAD), (Seat.MEMBER, "/1/20/head")),
    office=NORTH,
)


def test_a_leading_group_is_kept_with_its_seats_and_their_holders() -> None:
    actions.set_group(by(), SAFETY)
    assert establishment_inquiry.group(CONSOLE, SAFETY.code) == SAFETY
    assert establishment_inquiry.unit_file(CONSOLE, "/1", TODAY).groups == (SAFETY,)
    held = establishment_inquiry.holders_of_groups((SAFETY,), TODAY)
    assert {code: [one.person for one in some] for code, some in held.items()} == {
        "/1/head": ["Ada"],
        HEAD: ["Cai"],
        "/1/20/head": ["Dee"],
    }
    smaller = replace(SAFETY, seats=SAFETY.seats[:1], office="")
    actions.set_group(by(), smaller)
    assert establishment_inquiry.group(CONSOLE, SAFETY.code) == smaller
    assert models.JournalEvent.objects.filter(kind="group-set").count() == 2
    assert establishment_inquiry.holders_of_groups((), TODAY) == {}


@pytest.mark.parametrize(
    ("group", "code"),
    [
        (replace(SAFETY, title=" "), "group-shape"),
        (replace(SAFETY, seats=(*SAFETY.seats, (Seat.MEMBER, HEAD))), "group-shape"),
        (replace(SAFETY, seats=((Seat.CHAIR, HEAD), (Seat.CHAIR, "/1/head"))), "group-chairs"),
        (replace(SAFETY, seats=((Seat.CHAIR, "nobody"),)), "group-unknown"),
        (replace(SAFETY, office="nowhere"), "group-unknown"),
        (replace(SAFETY, code=" "), "group-code"),
    ],
)
def test_a_leading_group_that_cannot_be_is_refused(group: Group, code: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.set_group(by(), group)
    assert code in codes(refused)


def test_a_leading_group_stays_in_its_unit_and_is_kept_by_its_clerk() -> None:
    actions.set_group(by(), SAFETY)
    with pytest.raises(Refused) as refused:
        actions.set_group(by(), replace(SAFETY, unit=NORTH))
    assert codes(refused) == ["group-taken"]
    with pytest.raises(Refused):
        actions.set_group(by(), SAFETY, new=True)
    with pytest.raises(Denied):
        actions.set_group(by(viewer=clerk(NORTH)), SAFETY)


def lend(viewer: Viewer = CONSOLE, **more: object) -> str:
    given = {
        "post": HEAD,
        "person": "Hal",
        "since": TODAY,
        "until": date(2027, 6, 30),
        "reason": "Leave",
        **more,
    }
    return actions.delegate(by(viewer=viewer), **given)  # type: ignore[arg-type]


def test_a_loan_is_seen_by_the_borrower_the_lender_and_the_holder() -> None:
    ref = lend(member(Role.HOLDER, person="Cai"))
    for person in ("Hal", "Cai"):
        viewer = Viewer(person=person, actor="x", role=Role.HOLDER)
        assert [one.ref for one in establishment_inquiry.own_loans(viewer, TODAY)] == [ref]
        assert establishment_inquiry.own_loans(viewer, date(2027, 7, 1)) == ()
    for stranger in ("Ben", "Dee"):
        viewer = Viewer(person=stranger, actor="x", role=Role.HOLDER)
        assert establishment_inquiry.own_loans(viewer, TODAY) == ()


def test_who_held_a_post_once_neither_lends_it_nor_ends_its_loans() -> None:
    former = Viewer(person="Ben", actor="ben", role=Role.HOLDER)
    with pytest.raises(Denied):
        lend(former)
    with pytest.raises(Denied):
        lend(former, since=date(2027, 3, 1))
    ref = lend()
    with pytest.raises(Denied):
        actions.end_delegation(by(viewer=former), ref=ref)


def test_the_borrower_ends_a_loan_and_a_loan_that_is_over_does_not_end_again() -> None:
    ref = lend(since=date(2027, 5, 1))
    actions.end_delegation(by(viewer=Viewer(person="Hal", actor="hal", role=Role.HOLDER)), ref=ref)
    assert load.delegation(ref).until == date(2027, 5, 9)
    with pytest.raises(Refused) as refused:
        actions.end_delegation(by(), ref=ref)
    assert codes(refused) == ["loan-ended"]


@pytest.mark.parametrize(
    "more",
    [
        {"person": "Cai"},
        {"person": " "},
        {"reason": ""},
        {"until": date(2027, 5, 9)},
        {"until": date(2028, 7, 1)},
    ],
)
def test_a_loan_to_nobody_to_the_holder_or_for_too_long_is_refused(more: dict[str, object]) -> None:
    with pytest.raises(Refused):
        lend(**more)


def test_a_handover_waits_for_both_and_is_seen_by_both() -> None:
    actions.appoint(by(), post=HEAD, person="Gus", since=date(2027, 5, 5))
    ref = actions.prepare_handover(by(), post=HEAD, day=date(2027, 5, 5))
    for person in ("Cai", "Gus"):
        viewer = Viewer(person=person, actor=person, role=Role.HOLDER)
        assert [one[0] for one in establishment_inquiry.unsigned(viewer)] == [ref]
        assert establishment_inquiry.handover(viewer, ref).handover.ref == ref
        actions.sign_handover(by(viewer=viewer), ref=ref)
        assert establishment_inquiry.unsigned(viewer) == ()
    with pytest.raises(Denied):
        establishment_inquiry.handover(Viewer(person="Dee", actor="dee", role=Role.HOLDER), ref)


def test_one_person_hands_nothing_over() -> None:
    actions.appoint(by(), post="/1/20/head", person="Dee", since=date(2027, 5, 5), acting=False)
    with pytest.raises(Refused) as refused:
        actions.prepare_handover(by(), post="/1/20/head", day=date(2027, 5, 5))
    assert codes(refused) == ["handover-nobody"]
    assert Holder(post="/1/20/head", person="Dee", since=date(2027, 5, 5)) in load.holders_of("/1/20/head")
