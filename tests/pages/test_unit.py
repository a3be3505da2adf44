"""Where a unit stands on any day."""

from __future__ import annotations

from datetime import date

import pytest

from remit.core.post import Organisation, Unit
from remit.core.standing import Status
from remit.store import actions
from tests.pages.conftest import by


def counted(page) -> dict[Status, int]:
    """The counts of a unit's page by status."""
    return dict(zip(Status, page.context["stands"].figures, strict=True))


def test_it_counts_the_whole_subtree_and_each_unit_below(sign_in) -> None:
    page = sign_in("clerk").get("/units/HB/")
    stands = page.context["stands"]
    lines = {one.code: figures for one, figures in stands.below}
    assert set(lines) == {"HB-EDU", "E", "W"}
    for whole, own, *parts in zip(stands.figures, stands.own.figures, *lines.values(), strict=True):
        assert whole == own + sum(parts)


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
    assert counted(page)[Status.OVERDUE] == 1  # January's check only
    assert "2026年2月10日" in page.content.decode()


def test_a_future_day_shows_what_would_be_overdue_then(sign_in) -> None:
    page = sign_in("clerk").get("/units/W-P/?on=2026-12-31")
    assert counted(page)[Status.OVERDUE] == 11 + 3 + 1  # checks, drills, the report of June


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_named_and_today_is_shown(sign_in, day: str) -> None:
    page = sign_in("clerk").get("/units/W-P/", {"on": day})
    assert page.status_code == 200
    assert day in page.content.decode()
    assert page.context["on"].isoformat() == "2026-05-20"


def test_what_is_open_is_listed_first_and_each_duty_once(sign_in) -> None:
    page = sign_in("clerk").get("/units/W-P/?on=2026-12-31")
    own = page.context["stands"].own
    assert [(one.duty.ref, one.more) for one in own.first if one.status is Status.OVERDUE] == [
        ("art-3.i-2", 10),
        ("art-3.i-1", 2),
        ("art-4", 0),
    ]
    assert "另有10期" in page.content.decode()


def test_what_may_be_recorded_is_one_click_away_for_whoever_may(sign_in) -> None:
    address = "/records/new?unit=E-P&amp;duty=harbour-school-fire%2Fart-3.i-2&amp;window=2026-01"
    assert address in sign_in("taochunyuan").get("/units/E-P/").content.decode()
    text = sign_in("taochunyuan").get("/units/E-P/?on=2026-01-01").content.decode()
    assert "window=2026-12" not in text  # it has not opened


def test_names_cannot_be_markup(sign_in, still_clock) -> None:
    actions.rename(by(still_clock), unit="W-P", name="<b>&\"'</b>", day=date(2026, 5, 20))
    for address in ("/units/W/", "/units/W-P/", "/ledger/?unit=W&whole=1", "/heat-map/?unit=W"):
        text = sign_in("clerk").get(address).content.decode()
        assert "<b>&" not in text
        assert "&lt;b&gt;&amp;&quot;" in text


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
    assert [record.title for record in page.context["stands"].records] == ["第9日", "第3日"]
    assert len(sign_in("clerk").get("/units/E-P/?on=2026-04-08").context["stands"].records) == 1


def test_a_level_comes_in_fifties_by_a_key(sign_in, still_clock) -> None:
    codes = [f"W-{n:03}" for n in range(60)]
    actions.import_organisation(
        by(still_clock),
        Organisation(units=tuple(Unit(code=c, name=c, parent="W", kind="学校") for c in codes)),
    )
    client = sign_in("clerk")
    first = client.get("/units/W/").context
    assert len(first["stands"].below) == 50
    second = client.get(first["next"]).context
    seen = [one.code for page in (first, second) for one, _ in page["stands"].below]
    assert seen == ["W-P", *codes]
    assert second["next"] == ""
    assert second["stands"].figures == first["stands"].figures


@pytest.mark.parametrize("after", ["E", "nowhere", "W"])
def test_a_unit_that_is_not_of_the_level_is_no_key(sign_in, after: str) -> None:
    assert sign_in("clerk").get("/units/W/", {"after": after}).status_code == 404
