"""My notices: shown to me alone, marked as seen, mailed where I want them; and what is asked of a unit."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from remit.store import models
from tests.pages.test_page_queries import questions

ITEM = {
    "what": "每月开展一次消防检查",
    "unit": "E-P",
    "unit_name": "望潮区第一小学",
    "kind": "duty",
    "ref": "harbour-school-fire/art-3.i-2@2026-05",
    "due": "2026-05-31",
    "stage": "before-14",
}


def notify(person: str, count: int = 1) -> models.Notice:
    return models.Notice.objects.create(
        person=person, day=date(2026, 5, 20), made=timezone.now(), items=[ITEM] * min(count, 200), count=count
    )


def test_what_i_was_reminded_of_is_shown_and_marked_as_seen(sign_in) -> None:
    mine = notify("陶春远")
    notify("柳明舒")
    client = sign_in("taochunyuan")
    page = client.get("/notices/").content.decode()
    assert page.count("每月开展一次消防检查") == 1
    assert "即将到期" in page
    client.post("/notices/seen/", {"last": str(mine.pk), "key": "k"})
    assert models.Notice.objects.get(pk=mine.pk).seen is not None
    assert models.Notice.objects.filter(seen=None).count() == 1


def test_a_long_notice_says_how_much_it_leaves_out(sign_in) -> None:
    notify("陶春远", count=1234)
    page = sign_in("taochunyuan", language="en").get("/notices/").content.decode()
    assert "The first 200 of 1234 are named." in page


def test_nothing_is_said_to_whoever_sees_no_unit(sign_in) -> None:
    notify("吴审计")
    assert "还没有给您的提醒" in sign_in("auditor").get("/notices/").content.decode()


def test_an_address_is_kept_changed_and_taken_back(sign_in) -> None:
    client = sign_in("taochunyuan")
    client.post("/notices/address/", {"mail": "tao@example.org", "key": "a"})
    client.post("/notices/address/", {"mail": "chunyuan@example.org", "key": "b"})
    assert models.NoticeAddress.objects.get().mail == "chunyuan@example.org"
    client.post("/notices/address/", {"mail": " ", "key": "c"})
    assert not models.NoticeAddress.objects.exists()


def test_an_address_that_is_none_is_said_by_its_field(sign_in) -> None:
    answer = sign_in("taochunyuan", language="en").post(
        "/notices/address/", {"mail": "tao at home", "key": "a"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in page
    assert "tao at home" in page


@pytest.mark.parametrize("last", ["", "-1", "abc", "9" * 30])
def test_a_number_that_is_none_marks_nothing(sign_in, last) -> None:
    notify("陶春远")
    assert sign_in("taochunyuan").post("/notices/seen/", {"last": last}).status_code == 302
    assert models.Notice.objects.filter(seen=None).count() == 1


def test_notices_take_the_same_questions_however_many_there_are(sign_in) -> None:
    client = sign_in("taochunyuan")
    notify("陶春远")
    few = questions(client, "/notices/")
    for _ in range(15):
        notify("陶春远", count=40)
    assert questions(client, "/notices/") == few


def test_what_is_asked_of_a_unit_and_of_all_below_it_is_counted(sign_in) -> None:
    page = sign_in("clerk", language="en").get("/burden/?unit=E&year=2026").content.decode()
    assert "What is asked of" in page
    assert "Records a year" in page
    assert "One unit of each kind stands for the others." in page


@pytest.mark.parametrize("year", ["", "abc", "10000", "²026"])
def test_a_year_that_is_none_is_this_year(sign_in, year) -> None:
    page = sign_in("clerk", language="en").get(f"/burden/?unit=E&year={year}").content.decode()
    assert "in 2026" in page
