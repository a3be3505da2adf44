"""The task breakdown as a page: written as a table, by several at once, and from the level above."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from remit.core.breakdown import BreakdownItem
from remit.store import actions, load
from remit.store.access import CONSOLE
from tests.core.division import CHECK, DIVIDED, DRILL
from tests.pages.conftest import by, signed_in
from tests.pages.test_page_queries import questions

AT = "/breakdown/?unit=E-P"


def form(page) -> dict[str, str]:
    """The fields of the table's form as a browser would send them."""
    text = page.content.decode()
    body = text[text.index('action="/breakdown/"') :]
    body = body[: body.index("</form>")]
    fields = dict(re.findall(r'<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', body))
    boxes = set(re.findall(r'<input type="checkbox" name="([^"]+)"', body))
    areas = dict(re.findall(r'<textarea[^>]*?name="([^"]+)"[^>]*>([^<]*)</textarea>', body))
    return {**{n: v for n, v in fields.items() if n not in boxes}, **areas}


def number_of(fields: dict[str, str], ref: str) -> str:
    return next(name.removeprefix("row-") for name, value in fields.items() if value == ref)


def items(unit: str = "E-P") -> tuple[BreakdownItem, ...]:
    return load.breakdown_items(load.stretch(unit))


def divide(now, item: BreakdownItem = DIVIDED, **more: object) -> None:
    actions.divide(by(now), [replace(item, **more)], unit=more.get("unit", item.unit))  # type: ignore[arg-type]


@pytest.fixture
def clerk(sign_in):
    return sign_in("clerk")


def test_a_row_for_each_duty_with_its_words_and_what_holds_without_a_breakdown(clerk):
    page = clerk.get(AT).content.decode()
    assert page.count('name="row-') == 6
    assert "每季度至少组织一次消防疏散演练" in page
    assert "第三条(一)" in page
    assert "校长 陶春远" in page
    assert "每季度至少1次" in page.replace(" ", "")
    assert '<option value="后勤副校长">' in page


def test_many_rows_are_written_at_once_and_the_others_stay(clerk):
    fields = form(clerk.get(AT))
    drill, check = (number_of(fields, ref) for ref in (DRILL, CHECK))
    fields |= {f"leader-{drill}": "后勤副校长", f"supporting-{drill}": "教学副校长、观海中学"}
    fields |= {
        f"measures-{check}": "每月5日前检查",
        f"evidence-{check}": "检查表；照片",
        "since": "2026-05-01",
    }
    done = clerk.post("/breakdown/", fields)
    assert done.status_code == 302
    stored = {item.duty: item for item in items()}
    assert set(stored) == {DRILL, CHECK}
    assert (stored[DRILL].leader, stored[DRILL].supporting) == ("E-P/后勤副校长", ("E-P/教学副校长", "E-M"))
    assert (stored[CHECK].measures, stored[CHECK].evidence) == ("每月5日前检查", ("检查表", "照片"))
    assert stored[CHECK].since == date(2026, 5, 1)
    assert clerk.post("/breakdown/", fields).status_code == 302
    assert items() == tuple(stored[ref] for ref in sorted(stored))


def test_what_is_wrong_is_not_stored_and_nothing_typed_is_lost(clerk):
    fields = form(clerk.get(AT))
    drill, check = (number_of(fields, ref) for ref in (DRILL, CHECK))
    fields |= {f"lead-{drill}": "没有的科室", f"measures-{check}": "写好的措施"}
    page = clerk.post("/breakdown/", fields)
    assert page.status_code == 422
    assert "没有的科室”不是这里已有的岗位或单位" in page.content.decode()
    assert form(page)[f"measures-{check}"] == "写好的措施"
    assert f'href="#lead-{drill}"' in page.content.decode()
    assert items() == ()
    assert clerk.post("/breakdown/", {**form(page), "since": "2026-02-30"}).status_code == 422


def test_what_is_outside_scope_is_refused(clerk):
    fields = form(clerk.get(AT))
    fields[f"measures-{number_of(fields, DRILL)}"] = "收集教师的宗教信仰情况并建立台账"
    assert clerk.post("/breakdown/", fields).status_code == 422
    assert items() == ()


def test_of_two_clerks_the_second_sees_both_and_loses_nothing(clerk, still_clock):
    divide(still_clock)
    fields = form(clerk.get(AT))
    drill, check = (number_of(fields, ref) for ref in (DRILL, CHECK))
    divide(still_clock, note="别人写的", since=date(2026, 5, 20))
    fields |= {f"note-{drill}": "我写的", f"measures-{check}": "也写了"}
    page = clerk.post("/breakdown/", fields)
    assert page.status_code == 409
    shown = page.content.decode()
    assert "别人写的" in shown
    assert form(page)[f"note-{drill}"] == "我写的"
    assert form(page)[f"measures-{check}"] == "也写了"
    assert [item.note for item in items()] == ["=1+1", "别人写的"]
    assert clerk.post("/breakdown/", form(page)).status_code == 302
    assert {item.note for item in items() if item.until is None} == {"我写的", ""}


def test_whoever_left_a_row_as_it_was_does_not_undo_what_another_wrote(clerk, still_clock):
    divide(still_clock)
    fields = form(clerk.get(AT))
    divide(still_clock, note="别人写的", since=date(2026, 5, 20))
    fields[f"measures-{number_of(fields, CHECK)}"] = "写好的措施"
    assert clerk.post("/breakdown/", fields).status_code == 302
    assert {item.note for item in items() if item.until is None} == {"别人写的", ""}


def test_an_emptied_row_goes_back_to_what_the_regulation_says(clerk, still_clock):
    divide(still_clock)
    fields = form(clerk.get(AT))
    drill = number_of(fields, DRILL)
    fields |= {
        name: ""
        for name in fields
        if name.endswith(f"-{drill}")
        and name.split("-")[0] in {"measures", "lead", "supporting", "leader", "due", "evidence", "note"}
    }
    assert clerk.post("/breakdown/", fields).status_code == 302
    assert [(item.duty, item.until) for item in items()] == [(DRILL, date(2026, 5, 19))]


def test_an_earlier_day_shows_the_rows_of_that_day(clerk, still_clock):
    divide(still_clock)
    assert "每季度末月20日前" in clerk.get(AT).content.decode()
    january = clerk.get(AT + "&on=2026-01-15").content.decode()
    assert "每季度末月20日前" not in january
    assert "自2026年2月1日起另有安排" in january


def test_the_level_above_is_shown_and_taken_over(clerk, still_clock):
    duty = "harbour-school-fire/art-8"
    upper = BreakdownItem(
        duty=DRILL,
        unit="E",
        since=date(2026, 1, 1),
        measures="区里统一布置",
        due="6月底",
        evidence=("汇总表",),
    )
    actions.divide(by(still_clock), [upper, replace(upper, duty=duty)], unit="E")
    page = clerk.get(AT)
    assert "区里统一布置" in page.content.decode()
    fields = form(page)
    drill = number_of(fields, DRILL)
    fields |= {f"take-{drill}": "1", f"due-{drill}": "6月20日"}
    assert clerk.post("/breakdown/", fields).status_code == 302
    (item,) = items()
    assert (item.measures, item.due, item.evidence) == ("区里统一布置", "6月20日", ("汇总表",))


def test_who_may_not_divide_sees_the_table_without_fields_and_others_nothing(sign_in, still_clock):
    divide(still_clock)
    head = sign_in("taochunyuan").get(AT)
    assert "每季度末月20日前" in head.content.decode()
    assert "<textarea" not in head.content.decode()
    assert sign_in("zhenghaining").get(AT).status_code == 404
    client = sign_in("taochunyuan")
    fields = {"unit": "E-P", "since": "2026-05-20", "row-1": DRILL, "note-1": "x"}
    assert client.post("/breakdown/", fields).status_code == 404


def test_the_number_of_questions_does_not_depend_on_the_rows(clerk, still_clock):
    divide(still_clock)
    few = questions(clerk, AT)
    refs = [f"harbour-school-fire/art-{n}" for n in ("2", "3.i-1", "3.i-2", "3.i-3", "4", "5")]
    for unit in ("HB", "E", "E-P"):
        rows = [replace(DIVIDED, duty=ref, unit=unit, lead=("W",), leader="HB/市长") for ref in refs]
        actions.divide(by(still_clock), rows, unit=unit)
    assert questions(clerk, AT) == few


def test_the_plan_and_the_workbook_are_files(clerk):
    plan = clerk.get("/breakdown/plan/?unit=E-P")
    assert plan.content[:2] == b"PK"
    assert "attachment" in plan["Content-Disposition"]
    book = clerk.get("/breakdown/workbook/?unit=E-P")
    assert book.content[:2] == b"PK"
    assert signed_in("zhenghaining").get("/breakdown/workbook/?unit=E-P").status_code == 404
    assert CONSOLE
