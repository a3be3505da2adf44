"""Roles are placed with posts: proposed, confirmed by a person from a day on."""

from __future__ import annotations

from datetime import date

from remit.store import inquiry, load
from remit.store.access import CONSOLE
from tests.core.division import CHECK
from tests.pages.test_page_queries import add_schools, questions

AT = "/breakdown/roles/?unit=E-P&regime=harbour-school-fire"
GIVEN = {
    "unit": "E-P",
    "regime": "harbour-school-fire",
    "role-0": "学校",
    "mark-0": "",
    "posts-0": ["E-P/校长", "E-P/安全主任"],
    "since": "2026-05-01",
}


def placed():
    return load.placements(load.stretch("E-P")).get("harbour-school-fire", ())


def test_posts_are_proposed_with_reasons_and_ticked(sign_in):
    page = sign_in("clerk").get(AT).content.decode()
    assert 'value="E-P/校长" checked' in page
    assert 'value="E-P/后勤副校长" checked' in page
    assert 'value="E-P/安全主任">' in page
    assert "分管事项包含“消防”" in page
    assert "未确认" in page


def test_what_is_confirmed_answers_from_its_day_on_and_says_who_confirmed_it(sign_in):
    client = sign_in("clerk")
    assert client.post("/breakdown/roles/", GIVEN).status_code == 302
    (one,) = placed()
    assert (one.posts, one.since) == (("E-P/校长", "E-P/安全主任"), date(2026, 5, 1))
    page = client.get(AT).content.decode()
    assert "王文书确认，自2026年5月1日起" in page
    assert 'value="E-P/后勤副校长">' in page
    before, after = (
        [a.post for a in inquiry.who(CONSOLE, CHECK, "E-P", day)]
        for day in (date(2026, 4, 30), date(2026, 5, 1))
    )
    assert before == ["E-P/校长", "E-P/后勤副校长"]
    assert after == ["E-P/校长", "E-P/安全主任"]


def test_what_is_wrong_is_not_stored_and_what_was_ticked_stays(sign_in):
    client = sign_in("clerk")
    page = client.post("/breakdown/roles/", {**GIVEN, "since": "2026-02-30"})
    assert page.status_code == 422
    assert 'value="E-P/安全主任" checked' in page.content.decode()
    assert 'value="E-P/后勤副校长">' in page.content.decode()
    assert client.post("/breakdown/roles/", {**GIVEN, "posts-0": ["W-P/校长"]}).status_code == 422
    assert placed() == ()


def test_a_second_clerk_does_not_overwrite_what_the_first_confirmed(sign_in):
    client = sign_in("clerk")
    client.post("/breakdown/roles/", GIVEN)
    assert client.post("/breakdown/roles/", {**GIVEN, "posts-0": ["E-P/校长"]}).status_code == 409
    assert len(placed()) == 1


def test_only_who_divides_confirms_and_a_regime_that_is_not_in_force_has_no_page(sign_in):
    assert sign_in("taochunyuan").post("/breakdown/roles/", GIVEN).status_code == 404
    assert "disabled" in sign_in("taochunyuan").get(AT).content.decode()
    assert sign_in("clerk").get(AT.replace("school-fire", "none")).status_code == 404
    assert placed() == ()


def test_the_number_of_questions_is_fixed(sign_in, still_clock):
    client = sign_in("clerk")
    few = questions(client, AT)
    add_schools(still_clock, 0, 30)
    assert questions(client, AT) == few
