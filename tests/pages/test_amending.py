"""An amended edition: what it changes is shown, what rests on it is suspect, and old days keep their answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.breakdown import Placement
from remit.core.duty import ReviewState
from remit.core.regime import Edition, duties
from remit.store import actions, dividing_inquiry, inquiry, load
from remit.store.access import CONSOLE
from tests.core.division import CHECK, DIVIDED, DRILL
from tests.core.test_breakdown_table import AMENDED, amended
from tests.pages.conftest import by
from tests.pages.test_dividing import items
from tests.pages.test_page_queries import questions

AT = "/breakdown/amendments/?unit=E-P&regime=harbour-school-fire"
NAME = Edition("harbour-school-fire", AMENDED)


@pytest.fixture
def later(city, still_clock):
    """The amended edition is issued, and the school has divided two duties and placed its role."""
    regime = amended()
    rows = [DIVIDED, replace(DIVIDED, duty=CHECK)]
    actions.divide(by(still_clock), rows, unit="E-P")
    placement = Placement(unit="E-P", role="学校", posts=("E-P/校长",), since=date(2026, 2, 1))
    actions.confirm_placements(by(still_clock), [placement], regime=regime.id, unit="E-P")
    actions.import_edition(by(still_clock), regime)
    for number, (_, duty) in enumerate(duties(regime), start=1):
        actions.review_duty(by(still_clock), NAME, duty.ref, decision=ReviewState.ACCEPTED, version=number)
    actions.issue_edition(by(still_clock), NAME, version=len(tuple(duties(regime))) + 1)


def adopt(now) -> None:
    actions.adopt(by(now), NAME, unit="HB", since=AMENDED)


def test_both_texts_stand_side_by_side_with_what_rests_on_them(later, sign_in):
    page = sign_in("clerk").get(AT).content.decode()
    assert "每季度至少组织一次消防疏散演练" in page
    assert "每月至少组织一次消防疏散演练" in page
    assert "责任分解表中的该行" in page
    assert "“学校”的岗位对应" in page
    assert "涉及责任分解表1行" in page
    assert "没有存疑的行" in page


def test_adopting_makes_what_rests_on_the_change_suspect_and_it_stays_in_force(later, sign_in, still_clock):
    before = inquiry.who(CONSOLE, DRILL, "E-P", date(2026, 5, 20))
    adopt(still_clock)
    page = sign_in("clerk").get(AT).content.decode()
    assert page.count('name="confirm-') == 1
    assert "按旧文本确认" in page
    assert inquiry.who(CONSOLE, DRILL, "E-P", date(2026, 5, 20)) == before
    table = sign_in("clerk").get("/breakdown/?unit=E-P").content.decode()
    assert "1项存疑" in table
    assert "填写该行时的原文" in table


def test_confirming_ends_it_from_today_on(later, sign_in, still_clock):
    adopt(still_clock)
    client = sign_in("clerk")
    rows = dividing_inquiry.breakdown(CONSOLE, "E-P", date(2026, 5, 20)).rows
    mark = next(row.mark for row in rows if row.ref == DRILL)
    given = {"unit": "E-P", "since": "2026-05-20", "row-1": DRILL, "mark-1": mark, "confirm-1": "1"}
    assert client.post("/breakdown/", given).status_code == 302
    assert "没有存疑的行" in client.get(AT).content.decode()
    drills = [item for item in items() if item.duty == DRILL]
    assert [(item.since, item.until) for item in drills] == [
        (date(2026, 2, 1), date(2026, 5, 19)),
        (date(2026, 5, 20), None),
    ]
    assert replace(drills[1], since=drills[0].since) == replace(drills[0], until=None)


def test_old_days_keep_their_answers_their_text_and_their_rows(later, sign_in, still_clock):
    march = date(2026, 3, 31)
    before = inquiry.who(CONSOLE, DRILL, "E-P", march)
    adopt(still_clock)
    actions.divide(by(still_clock), [], unit="E-P", removed=[DRILL], since=AMENDED)
    assert inquiry.who(CONSOLE, DRILL, "E-P", march) == before
    assert inquiry.who(CONSOLE, DRILL, "E-P", AMENDED) != before
    page = sign_in("clerk").get("/breakdown/?unit=E-P&on=2026-03-31").content.decode()
    assert "每季度至少组织一次消防疏散演练" in page
    assert "每季度末月20日前" in page
    assert load.editions()


def test_the_earlier_edition_can_be_compared_again_later(later, sign_in, still_clock):
    adopt(still_clock)
    page = sign_in("clerk").get(AT + "&to=2026-01-01").content.decode()
    assert "从2026年1月1日版到2026年4月1日版" in page
    assert sign_in("clerk").get(AT + "&to=2027-01-01").status_code == 404  # a draft


def test_the_number_of_questions_is_fixed(later, sign_in, still_clock):
    client = sign_in("clerk")
    few = questions(client, AT)
    refs = [f"harbour-school-fire/art-{n}" for n in ("2", "3.i-3", "4", "5")]
    actions.divide(by(still_clock), [replace(DIVIDED, duty=ref) for ref in refs], unit="E-P")
    assert questions(client, AT) == few
