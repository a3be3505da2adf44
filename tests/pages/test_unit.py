"""Where a unit stands on any day."""

from __future__ import annotations

from datetime import date

import pytest

from remit.core.standing import Status
from remit.store import actions
from tests.pages.conftest import by


def test_it_counts_the_whole_subtree_and_each_unit_below(sign_in) -> None:
    page = sign_in("clerk").get("/units/HB/")
    lines = {line.unit.code: line.counts for line in page.context["lines"]}
    assert set(lines) == {"HB-EDU", "E", "W"}
    for status in Status:
        assert page.context["counts"][status] >= sum(counts[status] for counts in lines.values())


def test_a_status_is_said_by_word_and_shape_and_not_by_colour_alone(sign_in) -> None:
    text = sign_in("clerk").get("/units/HB/").content.decode()
    for status, word in (("overdue", "逾期未办"), ("met", "按期完成"), ("upcoming", "尚未到期")):
        assert f'<th scope="col" class="number is-{status}"><svg class="mark"' in text
        assert word in text


def test_the_bar_says_its_figures_to_those_who_do_not_see_it(sign_in) -> None:
    text = sign_in("clerk", language="en").get("/units/W/").content.decode()
    assert 'role="img" aria-label="西岭区人民政府: Overdue' in text


def test_a_past_day_shows_what_was_known_then(sign_in) -> None:
    page = sign_in("clerk").get("/units/W-P/?on=2026-02-10")
    assert page.context["counts"][Status.OVERDUE] == 1  # January's check only
    assert "2026年2月10日" in page.content.decode()


def test_a_future_day_shows_what_would_be_overdue_then(sign_in) -> None:
    page = sign_in("clerk").get("/units/W-P/?on=2026-12-31")
    assert page.context["counts"][Status.OVERDUE] == 11 + 3 + 1  # checks, drills, the report of June


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_named_and_today_is_shown(sign_in, day: str) -> None:
    page = sign_in("clerk").get("/units/W-P/", {"on": day})
    assert page.status_code == 200
    assert day in page.content.decode()
    assert page.context["on"].isoformat() == "2026-05-20"


def test_posts_are_shown_with_their_holders_of_that_day_and_vacancies(sign_in) -> None:
    text = sign_in("clerk").get("/units/E-P/").content.decode()
    assert "范明松" in text
    assert "空缺" in text
    assert "范明松" not in sign_in("clerk").get("/units/E-P/?on=2024-08-31").content.decode()


@pytest.mark.parametrize("code", ["W-P", "W", "HB", "E-M", "E", "nowhere"])
def test_another_branch_and_what_is_above_are_as_if_they_were_not_there(sign_in, code: str) -> None:
    page = sign_in("taochunyuan").get(f"/units/{code}/")
    assert page.status_code == 404
    assert "郑海宁" not in page.content.decode()


def test_units_above_are_named_but_lead_nowhere_for_whoever_may_not_see_them(sign_in) -> None:
    text = sign_in("taochunyuan").get("/units/E-P/").content.decode()
    assert "临港市人民政府" in text
    assert 'href="/units/HB/"' not in text
    assert 'href="/units/HB/"' in sign_in("clerk").get("/units/E-P/").content.decode()


def test_the_room_of_units_leads_to_the_readers_own(sign_in) -> None:
    assert sign_in("taochunyuan").get("/units/")["Location"] == "/units/E-P/"
    assert sign_in("newcomer").get("/units/").status_code == 200


def test_a_duty_without_a_day_is_listed_with_the_reason(sign_in) -> None:
    page = sign_in("taochunyuan").get("/units/E-P/")
    assert [p.place.ref for p in page.context["notes"]]


def test_what_the_unit_recorded_is_listed_the_latest_first(sign_in, still_clock) -> None:
    for day in (3, 9):
        actions.record(
            by(still_clock, username="taochunyuan"),
            unit="E-P",
            day=date(2026, 4, day),
            kind="other",
            title=f"第{day}日",
        )
    page = sign_in("clerk").get("/units/E-P/")
    assert [record.title for record in page.context["records"]] == ["第9日", "第3日"]
    assert sign_in("clerk").get("/units/E-P/?on=2026-04-08").context["records_total"] == 1
