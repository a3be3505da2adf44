"""The register of a unit as a page and a workbook, and its means: entered, checked, taken in, refused."""

from __future__ import annotations

import html
import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from remit.core.register_item import Check, ItemKind, Keeper, RegisterItem
from remit.store import actions, load, load_register, means_inquiry
from remit.store.access import CONSOLE
from tests.pages.conftest import by
from tests.pages.test_page_queries import questions

AT = "/register/?unit=E-P"
BOOK = "/register/workbook/"
ROOM = RegisterItem(
    code="E-P/锅炉房",
    unit="E-P",
    kind=ItemKind.PLACE,
    name="锅炉房",
    since=date(2026, 1, 1),
    where="B楼地下室",
    keepers=(Keeper(post="E-P/后勤副校长", since=date(2026, 1, 1)),),
    checks=(Check(name="巡查", period="P1M"), Check(name="演练", duty="harbour-school-fire/art-3.i-1")),
    tags=("消防",),
)


@pytest.fixture
def clerk(sign_in):
    return sign_in("clerk")


@pytest.fixture
def room(city, still_clock) -> None:
    actions.keep_items(by(still_clock), [ROOM], unit="E-P")


def fields(page) -> dict[str, str]:
    return {
        n: html.unescape(v) for n, v in re.findall(r'name="([^"]+)" value="([^"]*)"', page.content.decode())
    }


def test_an_item_is_entered_in_words_and_shown_with_who_answers(clerk) -> None:
    given = {
        "unit": "E-P", "key": "k1", "name": "学校网站", "kind": "本单位渠道", "where": "https://example.cn",
        "keeper": "教学副校长", "keeper_since": "", "checks": "内容核对：每周", "tags": "公开", "since": "2026-05-01",
    }  # fmt: skip
    assert clerk.post("/register/item/", given).status_code == 302
    page = clerk.get(AT).content.decode()
    assert "学校网站" in page
    assert "潘书澜" in page
    assert "逾期未办" in page
    assert load_register.item("E-P/学校网站").checks == (Check(name="内容核对", period="P1W"),)
    again = clerk.post("/register/item/", given | {"key": "k2", "where": "elsewhere"})
    assert again.status_code == 422
    assert "已有台账项" in again.content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "陶春远的微博"}, "不是本单位的"),
        ({"name": "重点教师思想动态监控系统"}, "超出"),
        ({"checks": "巡查：有空时"}, "没有写明检查名称和频次"),
        ({"keeper_since": "2026-13-40", "keeper": "校长"}, "不是日期"),
        ({"since": "2026-05-01", "until": "2026-04-01"}, "止日早于起日"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(clerk, change: dict[str, str], said: str) -> None:
    given = {
        "unit": "E-P",
        "name": "学校网站",
        "kind": "本单位渠道",
        "note": "新开通",
        "since": "2026-05-01",
    } | change
    page = clerk.post("/register/item/", given)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert "新开通" in page.content.decode()
    assert load_register.items(load.stretch("HB")) == ()


def test_an_item_is_given_to_another_post_and_the_past_stays(clerk, room) -> None:
    form = fields(clerk.get("/register/item/?item=E-P/锅炉房"))
    typed = form | {"kind": "场所", "keeper": "校长", "keeper_since": "2026-05-10", "checks": "巡查：每月"}
    assert clerk.post("/register/item/", typed).status_code == 302
    assert "陶春远" in clerk.get(AT).content.decode()
    assert "范明松" in clerk.get(f"{AT}&on=2026-05-09").content.decode()
    stale = clerk.post("/register/item/", typed | {"key": "later", "note": "x"})
    assert stale.status_code == 409


def test_a_check_is_recorded_with_evidence_and_the_next_becomes_due(sign_in, room) -> None:
    head = sign_in("taochunyuan")
    assert "逾期未办" in head.get(AT).content.decode()
    at = "/register/check/?item=E-P/锅炉房&check=巡查"
    form = fields(head.get(at)) | {"day": "2026-05-19"}
    empty, shown = SimpleUploadedFile("空.txt", b""), SimpleUploadedFile("巡查.txt", b"ok")
    assert head.post("/register/check/", form | {"day": "2026-05-21"}).status_code == 422
    assert head.post("/register/check/", form | {"evidence": empty}).status_code == 422
    assert head.post("/register/check/", form | {"evidence": shown}).status_code == 302
    page = head.get(AT).content.decode()
    assert "2026年5月19日" in page
    assert "2026年6月30日" in page
    (record,) = load.records(load.stretch("E-P"))
    assert (record.kind, record.about, record.meets, len(record.evidence)) == (
        "check", ("E-P/锅炉房#巡查",), (), 1,
    )  # fmt: skip
    assert head.get("/register/item/?item=E-P/锅炉房").status_code == 404
    assert head.get("/register/check/?item=E-P/锅炉房&check=没有").status_code == 404


def test_a_check_may_stand_for_the_duty_as_a_whole(sign_in, room) -> None:
    head = sign_in("taochunyuan")
    form = fields(head.get("/register/check/?item=E-P/锅炉房&check=演练"))
    head.post("/register/check/", form | {"day": "2026-05-19", "meets": "1"})
    (record,) = load.records(load.stretch("E-P"))
    assert record.meets == ("harbour-school-fire/art-3.i-1",)


def sent(book: Workbook) -> SimpleUploadedFile:
    stream = io.BytesIO()
    book.save(stream)
    return SimpleUploadedFile("台账.xlsx", stream.getvalue())


def send(client, book: Workbook):
    return client.post(BOOK, {"unit": "E-P", "file": sent(book)})


def test_the_workbook_goes_out_comes_back_unchanged_and_takes_in_all_or_nothing(clerk, room) -> None:
    book = load_workbook(io.BytesIO(clerk.get(f"{BOOK}?unit=E-P").content))
    page = book.worksheets[0]
    assert [cell.value for cell in page[1]][:3] == ["名称*", "类别*", "位置或网址"]
    assert page.cell(2, 6).value == "巡查：每月；演练 (harbour-school-fire/art-3.i-1)"
    assert "没有改动" in send(clerk, book).content.decode()
    page.cell(2, 3).value = "C楼"
    page.append(["食堂", "场所", "一楼", "没有的岗位", None, "巡查：每日"])
    wrong = send(clerk, book)
    assert wrong.status_code == 422
    assert ">D3<" in wrong.content.decode()
    marked = clerk.post(BOOK, fields(wrong) | {"do": "mark"})
    assert "不是本单位的岗位" in str(load_workbook(io.BytesIO(marked.content)).worksheets[0].cell(2, 4).value)
    assert clerk.post(BOOK, fields(wrong) | {"do": "store"}).status_code == 422
    assert load_register.item(ROOM.code) == ROOM
    page.cell(3, 4).value = "校长"
    shown = send(clerk, book)
    assert shown.status_code == 200
    assert "B楼地下室" in shown.content.decode()
    assert clerk.post(BOOK, fields(shown) | {"do": "store"}).status_code == 302
    assert {one.name: one.where for one in load_register.items(load.stretch("E-P"))} == {
        "锅炉房": "C楼", "食堂": "一楼",
    }  # fmt: skip


def test_the_template_shows_how_and_its_example_is_not_taken_in(clerk) -> None:
    book = load_workbook(io.BytesIO(clerk.get(f"{BOOK}?unit=E-P&template=1").content))
    assert book.worksheets[0].cell(2, 1).value.startswith("例：")
    empty = send(clerk, book)
    assert empty.status_code == 422
    assert "没有台账项" in empty.content.decode()


@pytest.mark.parametrize("data", [b"no workbook", b"PK\x03\x04 cut off", b""])
def test_what_is_no_workbook_is_told(clerk, data: bytes) -> None:
    page = clerk.post(BOOK, {"unit": "E-P", "file": SimpleUploadedFile("x.xlsx", data)})
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()


def test_a_preview_is_only_for_whoever_sent_the_file(clerk, sign_in, room) -> None:
    book = load_workbook(io.BytesIO(clerk.get(f"{BOOK}?unit=E-P").content))
    book.worksheets[0].cell(2, 3).value = "C楼"
    kept = fields(send(clerk, book))
    assert clerk.post(BOOK, kept | {"kept": "0" * 64, "do": "store"}).status_code == 422
    assert clerk.post(BOOK, kept | {"unit": "E-M", "do": "store"}).status_code == 422
    assert load_register.item(ROOM.code) == ROOM


def test_the_page_asks_as_often_for_many_items_as_for_few(clerk, still_clock) -> None:
    def more(first: int, last: int) -> None:
        some = [RegisterItem(code=f"x{n}", unit="E-P", kind=ItemKind.ASSET, name=f"灭火器{n}", since=date(2026, 1, 1),
                             checks=ROOM.checks, keepers=ROOM.keepers) for n in range(first, last)]  # fmt: skip
        actions.keep_items(by(still_clock), some, unit="E-P")

    more(0, 3)
    few = questions(clerk, AT)
    more(3, 60)
    assert questions(clerk, AT) == few
    assert clerk.get(f"{AT}&page=2").content.decode().count("灭火器") > 5


def test_money_is_set_aside_spent_and_summed(clerk, sign_in, still_clock) -> None:
    given = {
        "unit": "E-P",
        "year": "2026",
        "purpose": "消防器材",
        "amount": "1.2万",
        "currency": "cny",
        "key": "m1",
    }
    assert clerk.post("/means/budget/", given).status_code == 302
    record = actions.record(by(still_clock), unit="E-P", day=date(2026, 3, 2), kind="training", title="培训")
    (budget,) = means_inquiry.means(CONSOLE, "E-P", 2026, today=still_clock.date()).budgets
    head = sign_in("taochunyuan")
    wrong = head.post("/means/spend/", {"budget": budget.ref, "record": "r0", "spent": "12"})
    assert wrong.status_code == 422
    assert "不是E-P2026年的记录" in wrong.content.decode()
    assert (
        head.post("/means/spend/", {"budget": budget.ref, "record": record, "spent": "many"}).status_code
        == 422
    )
    assert (
        head.post("/means/spend/", {"budget": budget.ref, "record": record, "spent": "350.5"}).status_code
        == 302
    )
    page = clerk.get("/means/?unit=HB&year=2026").content.decode()
    assert "12,000.00 CNY" in page
    assert "350.50 CNY" in page
    twice = clerk.post("/means/budget/", given | {"key": "m2"})
    assert twice.status_code == 422
    assert "已有用于“消防器材”的经费" in twice.content.decode()
    assert (
        clerk.post("/means/budget/", {"budget": budget.ref, "amount": "300", "key": "m3"}).status_code == 302
    )
    assert "超支50.50 CNY" in clerk.get("/means/?unit=E-P").content.decode()
