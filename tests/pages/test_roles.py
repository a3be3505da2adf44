"""Whom the roles of a draft stand for."""

from __future__ import annotations

import pytest

from remit.core.duty import Degree, ReviewState
from remit.core.regime import find_duty, find_role
from remit.store import inquiry
from remit.store.access import CONSOLE
from tests.pages.conftest import DRAFT

AT = "/regimes/harbour-school-fire/2027-01-01/roles/"
TYPED = {
    "kinds-0": "学校、幼儿园",
    "degree-0": "principal",
    "kinds-1": "区教育局",
    "degree-1": "lead",
    "kinds-2": "",
    "degree-2": "principal",
    "subject": "消防",
    "due_soon_days": "20",
    "year_starts": "9",
    "on_holiday": "next",
}


def draft():
    return inquiry.edition(CONSOLE, DRAFT)[1]


def test_kinds_degrees_and_defaults_are_stored(sign_in) -> None:
    assert sign_in("reviewer").post(AT, TYPED).status_code == 302
    regime = draft()
    school, bureau, district = (find_role(regime, n) for n in ("学校", "区教育局", "区政府"))
    assert school
    assert bureau
    assert district
    assert school.units == ("学校", "幼儿园")
    assert bureau.degree is Degree.LEAD
    assert district.units == ()
    assert (regime.defaults.due_soon_days, regime.defaults.year_starts, regime.defaults.on_holiday) == (
        20,
        9,
        "next",
    )


def test_what_was_reviewed_stays_reviewed(sign_in) -> None:
    client = sign_in("reviewer")
    client.post("/regimes/harbour-school-fire/2027-01-01/duties/art-4/accept/", {"version": "1"})
    assert client.post(AT, TYPED).status_code == 302
    found = find_duty(draft(), "art-4")
    assert found
    assert found[1].review.state is ReviewState.ACCEPTED


@pytest.mark.parametrize(
    "wrong",
    [{"due_soon_days": "many"}, {"due_soon_days": "999"}, {"on_holiday": "sometimes"}, {"year_starts": "13"}],
)
def test_what_is_wrong_is_not_stored_and_the_rest_is_kept(sign_in, wrong: dict[str, str]) -> None:
    page = sign_in("reviewer").post(AT, {**TYPED, **wrong})
    assert page.status_code == 422
    assert "幼儿园" in page.content.decode()
    assert draft().defaults.due_soon_days == 14


def test_a_role_outside_scope_is_refused(sign_in) -> None:
    page = sign_in("reviewer").post(AT, {**TYPED, "kinds-0": "重点关注的信教人员名单"})
    assert page.status_code == 422
    assert draft().defaults.due_soon_days == 14


def test_issued_editions_and_other_accounts_have_no_such_page(sign_in) -> None:
    assert sign_in("reviewer").get(AT.replace("2027", "2026")).status_code == 404
    assert sign_in("taochunyuan").get(AT).status_code == 404
