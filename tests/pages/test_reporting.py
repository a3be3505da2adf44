"""Pages of reports and situations: two clerks at once, what is wrong by its field, the same queries for any amount."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from remit.core.report import SectionName
from remit.store import actions, reporting_inquiry
from remit.store.access import CONSOLE
from tests.pages.conftest import by
from tests.pages.test_page_queries import add_records, add_schools, questions

DUTY = "harbour-school-fire/art-4"
BEGIN = {"unit": "E-P", "duty": f"{DUTY}@2026-06", "period": "2026H1"}
FIRE = "harbour-school-fire/art-5"


@pytest.fixture
def report(city, still_clock) -> str:
    return actions.open_report(by(still_clock, username="taochunyuan"), **BEGIN)


def test_a_report_begins_from_the_list_and_the_button_pressed_twice_opens_it(sign_in) -> None:
    client = sign_in("taochunyuan")
    assert "起草报告" in client.get("/reports/?unit=E-P").content.decode()
    first = client.post("/reports/begin/", {**BEGIN, "key": "one"})
    again = client.post("/reports/begin/", {**BEGIN, "key": "two"})
    assert first.headers["Location"] == again.headers["Location"]


def test_two_clerks_at_once_both_texts_are_shown_and_nothing_is_lost(sign_in, report) -> None:
    address = f"/reports/{report}/write/"
    sign_in("taochunyuan").post(address, {"seen": "1", "done": "校长写的。", "key": "a"})
    answer = sign_in("clerk").post(address, {"seen": "1", "done": "文书写的。", "key": "b"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "校长写的。" in page
    assert "文书写的。</textarea>" in page
    assert 'name="seen" value="2"' in page
    assert sign_in("clerk").post(address, {"seen": "2", "done": "合写的。", "key": "c"}).status_code == 302
    found = reporting_inquiry.the_report(CONSOLE, report, timezone.localtime())
    assert found.report.section(SectionName.DONE).text == "合写的。"


def test_what_is_outside_scope_is_said_by_its_field(sign_in, report) -> None:
    given = {"seen": "1", "done": "收集教师的宗教信仰情况并建立台账", "key": "a"}
    answer = sign_in("clerk").post(f"/reports/{report}/write/", given)
    assert answer.status_code == 422
    assert 'href="#done"' in answer.content.decode()


def test_a_version_is_handed_out_as_a_document(sign_in, report) -> None:
    answer = sign_in("clerk").get(f"/reports/{report}/document/?version=1")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


@pytest.mark.parametrize(
    "path", ["?version=9", "document/?version=9", "figures/0/", "figures/9999/", "write/", "submit/"]
)
def test_what_there_is_not_is_not_there(sign_in, report, path) -> None:
    assert sign_in("clerk").get(f"/reports/{report}/{path}").status_code in {404, 405}


def test_the_page_of_a_matter_leads_to_its_own(sign_in, report) -> None:
    assert sign_in("clerk").get(f"/matters/{report}/").headers["Location"] == f"/reports/{report}/"


def test_missing_ones_are_urged_in_one_go(sign_in, city, still_clock, monkeypatch) -> None:
    after = still_clock + timedelta(days=60)
    monkeypatch.setattr(timezone, "now", lambda: after)
    client = sign_in("clerk")
    page = client.get(f"/reports/below/?unit=HB&duty={DUTY}&window=2026-06&show=missing").content.decode()
    assert page.count('name="units"') == 3
    given = {"unit": "HB", "duty": DUTY, "window": "2026-06", "period": "2026H1", "key": "a"}
    assert client.post("/reports/urge/", {**given, "units": ["E-P", "E-M"]}).status_code == 302
    assert client.post("/reports/urge/", {**given, "key": "b"}).status_code == 422
    found = reporting_inquiry.reports_below(CONSOLE, "HB", after.date(), duty=DUTY, window="2026-06", limit=9)
    assert {one.unit: one.begun.urged for one in found.lines if one.begun} == {"E-P": 1, "E-M": 1}


def tell(client, **changes) -> object:
    given = {"unit": "E-P", "title": "食堂发生火灾", "place": "食堂", "known": "2026-05-20T09:30", "key": "k"}
    return client.post("/situations/new/", {**given, **changes})


def test_a_situation_is_told_and_its_clock_shows_what_is_left(sign_in) -> None:
    client = sign_in("taochunyuan")
    assert (
        'value="harbour-school-fire/art-5" checked'
        in client.get("/situations/new/?unit=E-P").content.decode()
    )
    told = tell(client, starts=[FIRE])
    page = client.get(told.headers["Location"]).content.decode()
    assert "还剩1小时30分" in page
    assert (
        client.post(f"{told.headers['Location']}report/", {"text": "已扑灭", "key": "r"}).status_code == 302
    )


def test_what_happened_chooses_its_time_limit_and_none_is_said_aloud(sign_in) -> None:
    client = sign_in("taochunyuan")
    answer = tell(client)
    assert answer.status_code == 422
    assert 'value="harbour-school-fire/art-5" checked' in answer.content.decode()
    assert tell(client, title="锅炉停用", none="1").status_code == 302


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"known": "soon"}, "known"),
        ({"known": "2026-05-20T23:00"}, "known"),
        ({"title": ""}, "title"),
        ({"title": "收集教师的宗教信仰情况并建立台账"}, "title"),
    ],
)
def test_what_is_wrong_is_said_by_its_field(sign_in, changes, field) -> None:
    answer = tell(sign_in("taochunyuan"), starts=[FIRE], **changes)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/reports/?unit=E-P", "/situations/?unit=E-P", "/situations/new/?unit=E-P", "REPORT"]
)
def test_with_5_and_40_records(sign_in, still_clock, report, address) -> None:
    client = sign_in("clerk")
    address = address.replace("REPORT", f"/reports/{report}/")
    add_records(still_clock, 0, 5)
    few = questions(client, address)
    add_records(still_clock, 5, 40)
    assert questions(client, address) == few


def test_with_5_and_40_units(sign_in, still_clock, report) -> None:
    client = sign_in("clerk")
    add_schools(still_clock, 0, 5)
    few = questions(client, "/reports/below/?unit=HB")
    add_schools(still_clock, 5, 40)
    assert questions(client, "/reports/below/?unit=HB") == few
