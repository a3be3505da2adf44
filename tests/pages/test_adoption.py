"""Putting an issued edition in force."""

from __future__ import annotations

from datetime import date

import pytest

from remit.store import actions, inquiry
from remit.store.access import CONSOLE
from tests.pages.conftest import DRAFT, by

AT = "/regimes/harbour-school-fire/2027-01-01/"


@pytest.fixture
def issued(city, still_clock) -> None:
    actions.issue_edition(by(still_clock), DRAFT, version=1, unreviewed=True)


def since() -> list[date]:
    return [a.since for a in inquiry.adoptions(CONSOLE, "HB") if a.regime.edition == DRAFT.day]


def test_a_clerk_puts_it_in_force_and_the_page_says_so(sign_in, issued) -> None:
    client = sign_in("clerk")
    assert 'action="/regimes/harbour-school-fire/2027-01-01/adopt/"' in client.get(AT).content.decode()
    page = client.post(AT + "adopt/", {"unit": "HB", "since": "2027-01-01", "key": "k"}, follow=True)
    assert "2027年1月1日" in page.content.decode()
    assert since() == [date(2027, 1, 1)]


@pytest.mark.parametrize("typed", ["", "soon", "2025-01-01"])
def test_a_day_that_will_not_do_is_said_and_kept(sign_in, issued, typed: str) -> None:
    page = sign_in("clerk").post(AT + "adopt/", {"unit": "HB", "since": typed})
    assert page.status_code == 422
    assert page.context["problems"]
    assert f'name="since" value="{typed}"' in page.content.decode()
    assert since() == []


def test_nobody_else_is_offered_it_or_can_do_it(sign_in, issued) -> None:
    for username in ("taochunyuan", "reviewer", "chenchunxi"):
        client = sign_in(username)
        assert "/adopt/" not in client.get(AT).content.decode()
        assert client.post(AT + "adopt/", {"unit": "E", "since": "2027-01-01"}).status_code == 404
    assert since() == []
