"""The calendar by month and year, and the feed under a secret address."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from remit.store import models
from remit.web import entry as sign_in_entry
from tests.pages.test_record import CHECK, NEW, entry

ADDRESS = "/account/calendar/"


@pytest.fixture(autouse=True)
def proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is signed in showed a moment ago who they are."""
    monkeypatch.setattr(sign_in_entry, "is_fresh", lambda _request: True)


def feed_of(client: Client) -> str:
    page = client.post(ADDRESS, {"done": "renew"}).content.decode()
    found = re.search(r"http://testserver(/calendar/feed/[^<]+\.ics)", page)
    assert found
    return found[1]


def titles(answer: object) -> list[str]:
    calendar = Calendar.from_ical(answer.content)  # type: ignore[attr-defined]
    return [str(event["summary"]) for event in calendar.walk("VEVENT")]


def test_a_month_shows_what_is_due_done_and_opens(sign_in) -> None:
    client = sign_in("taochunyuan")
    client.post(NEW, entry(day="2026-05-19"))
    page = client.get("/calendar/", {"year": "2026", "month": "5"})
    cells = {cell.day.isoformat(): cell for week in page.context["weeks"] for cell in week}
    assert [r.title for r in cells["2026-05-19"].done] == ["检查全部灭火器"]
    due = {f"{o.standing.occurrence.duty}@{o.standing.occurrence.window}": o for o in cells["2026-05-31"].due}
    assert not due[CHECK].open
    assert cells["2026-05-20"].today
    assert [cell.day.weekday() for cell in page.context["weeks"][0]] == list(range(7))
    assert "2026年5月" in page.content.decode()


def test_without_a_month_it_is_this_one_and_a_year_counts_its_months(sign_in) -> None:
    client = sign_in("taochunyuan")
    assert client.get("/calendar/").context["first"].isoformat() == "2026-05-01"
    months = client.get("/calendar/", {"year": "2026"}).context["months"]
    assert len(months) == 12
    assert months[4].current
    assert months[0].overdue > 0
    assert sum(one.due for one in months) > 12


def test_years_to_come_are_planned_and_impossible_ones_are_this_one(sign_in) -> None:
    client = sign_in("taochunyuan")
    months = client.get("/calendar/", {"year": "2027"}).context["months"]
    assert sum(one.due for one in months) > 12
    assert sum(one.overdue for one in months) == 0
    assert (
        client.get("/calendar/", {"year": "99999", "month": "77"}).context["first"].isoformat()
        == "2026-05-01"
    )


def test_the_calendar_of_a_unit_is_for_those_who_see_it(sign_in) -> None:
    assert sign_in("clerk").get("/calendar/", {"unit": "E-P"}).context["theme"].owed
    assert sign_in("zhenghaining").get("/calendar/", {"unit": "E-P"}).status_code == 404
    assert sign_in("reviewer").get("/calendar/").context["theme"].owed == ()


@pytest.mark.parametrize("query", [{"year": "2026", "month": "5"}, {"year": "2026"}])
def test_a_calendar_asks_as_often_for_much_as_for_little(sign_in, query: dict[str, str]) -> None:
    client = sign_in("taochunyuan")

    def questions() -> int:
        client.get("/calendar/", query)
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/calendar/", query).status_code == 200
        return len(asked)

    few = questions()
    for n in range(1, 9):
        client.post(NEW, entry(key=f"k{n}", day=f"2026-05-0{n}", title=f"检查{n}"))
    assert questions() == few


def test_the_feed_is_read_without_signing_in_and_says_titles_and_days(sign_in) -> None:
    client = sign_in("taochunyuan")
    address = feed_of(client)
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    calendar = Calendar.from_ical(answer.content)
    events = calendar.walk("VEVENT")
    assert any("每月至少对消防设施检查一次" in str(event["summary"]) for event in events)
    said = {key for event in events for key in event if key not in {"UID", "DTSTAMP", "TRANSP"}}
    assert said <= {"SUMMARY", "DTSTART", "DTEND", "DESCRIPTION"}
    assert {str(event["description"]) for event in events} == {""}
    for secret in ("陶春远", "E-P", "harbour-school-fire"):
        assert secret not in answer.content.decode()


def test_what_is_done_leaves_the_feed(sign_in) -> None:
    client = sign_in("taochunyuan")
    address = feed_of(client)
    before = len(titles(Client().get(address)))
    client.post(NEW, entry())
    assert len(titles(Client().get(address))) == before - 1


def test_only_the_digest_is_kept_and_a_new_address_ends_the_old(sign_in) -> None:
    client = sign_in("taochunyuan")
    first = feed_of(client)
    secret = first.removeprefix("/calendar/feed/").removesuffix(".ics")
    assert secret not in str(list(models.CalendarFeed.objects.values()))
    assert secret not in str(list(models.JournalPayload.objects.values_list("payload", flat=True)))
    second = feed_of(client)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert "/calendar/feed/" not in client.get(ADDRESS).content.decode()
    client.post(ADDRESS, {"done": "revoke"})
    assert Client().get(second).status_code == 404
    assert models.CalendarFeed.objects.count() == 0


def test_a_closed_account_has_no_feed_and_a_guess_opens_nothing(sign_in) -> None:
    address = feed_of(sign_in("taochunyuan"))
    models.Account.objects.filter(username="taochunyuan").update(is_active=False)
    assert Client().get(address).status_code == 404
    assert Client().get("/calendar/feed/x.ics").status_code == 404
    assert Client().get(f"/calendar/feed/{'A' * 43}.ics").status_code == 404


def test_the_address_is_given_to_whoever_has_just_shown_who_they_are(
    sign_in, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in_entry, "is_fresh", lambda _request: False)
    answer = sign_in("taochunyuan").post(ADDRESS, {"done": "renew"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/prove/")
    assert models.CalendarFeed.objects.count() == 0
