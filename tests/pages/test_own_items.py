"""Items of a unit's own: added on the page or in the workbook, handed down, in the plan, screened."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from remit.core.breakdown import own_reference
from remit.core.breakdown_text import cells_of
from remit.store import dividing_inquiry
from remit.store.access import CONSOLE
from tests.core.division import TODAY
from tests.pages.test_dividing import form, items
from tests.pages.test_division_file import AT as BOOK
from tests.pages.test_division_file import kept, send

TITLE = "每学期开展一次家校消防体验日"
DISTRICT = "/breakdown/?unit=E"


@pytest.fixture
def clerk(sign_in):
    return sign_in("clerk")


def add(client, unit: str = "E", *, cascades: bool = True, **cells: str):
    fields = form(client.get(f"/breakdown/?unit={unit}"))
    fields |= {"title-new": TITLE, **{f"{name}-new": text for name, text in cells.items()}}
    return client.post("/breakdown/", fields | ({"cascades-new": "1"} if cascades else {}))


def test_it_is_added_handed_down_and_divided_below(clerk) -> None:
    assert add(clerk, measures="编制方案", leader="分管教育副区长").status_code == 302
    (item,) = items("E")[:1]
    assert (item.title, item.cascades, item.measures) == (TITLE, True, "编制方案")
    page = clerk.get("/breakdown/?unit=E-P").content.decode()
    assert TITLE in page
    assert "望潮区人民政府" in page
    fields = form(clerk.get("/breakdown/?unit=E-P"))
    number = next(n.removeprefix("row-") for n, value in fields.items() if value == item.duty)
    assert f"title-{number}" not in fields
    assert clerk.post("/breakdown/", fields | {f"measures-{number}": "本校分年级开展"}).status_code == 302
    assert [(one.title, one.measures) for one in items() if one.unit == "E-P"] == [("", "本校分年级开展")]
    assert TITLE not in clerk.get("/breakdown/?unit=W-P").content.decode()


def test_its_words_are_changed_and_with_them_it_goes(clerk) -> None:
    add(clerk, cascades=False)
    assert TITLE not in clerk.get("/breakdown/?unit=E-P").content.decode()
    fields = form(clerk.get(DISTRICT))
    (name,) = (n for n, value in fields.items() if value == TITLE)
    clerk.post("/breakdown/", fields | {name: "每学期开展两次家校消防体验日"})
    assert items("E")[0].title == "每学期开展两次家校消防体验日"
    fields = form(clerk.get(DISTRICT))
    clerk.post("/breakdown/", fields | {name: ""})
    assert items("E") == ()


def test_what_is_outside_scope_is_refused_and_what_was_typed_stays(clerk) -> None:
    fields = form(clerk.get(DISTRICT)) | {"title-new": "收集教师在网络上发表的不满言论", "due-new": "年底前"}
    refused = clerk.post("/breakdown/", fields)
    assert refused.status_code == 422
    assert "收集教师在网络上发表的不满言论" in refused.content.decode()
    assert 'value="年底前"' in refused.content.decode()
    assert items("E") == ()


def workbook(client, unit: str):
    return load_workbook(io.BytesIO(client.get(f"{BOOK}?unit={unit}").content))


def sent(book) -> SimpleUploadedFile:
    stream = io.BytesIO()
    book.save(stream)
    return SimpleUploadedFile("b.xlsx", stream.getvalue())


def test_the_workbook_carries_it_both_ways(clerk) -> None:
    add(clerk, "E-P", measures="编制方案")
    book = workbook(clerk, "E-P")
    page = book.worksheets[0]
    at = next(row for row in range(5, page.max_row + 1) if page.cell(row, 3).value == TITLE)
    assert page.cell(at, 5).value == "本单位事项，下级单位同样适用"
    assert "没有改动" in send(clerk, sent(book)).content.decode()
    page.cell(at, 6).value = "编制方案并公布"
    page.cell(at + 1, 3).value = "每月检查一次校门口微型消防站"
    page.cell(at + 1, 11).value = "每月月底前"
    shown = send(clerk, sent(book))
    assert shown.status_code == 200
    done = clerk.post(BOOK, {**kept(shown), "do": "store", "since": TODAY.isoformat()})
    assert done.status_code == 302
    found = {one.title: one for one in items()}
    assert found[TITLE].measures == "编制方案并公布"
    assert found[TITLE].cascades
    new = found["每月检查一次校门口微型消防站"]
    assert (new.due, new.cascades, new.duty) == ("每月月底前", False, own_reference("E-P", new.title))


def test_a_new_row_with_a_fault_comes_back_marked_and_whole(clerk) -> None:
    book = workbook(clerk, "E-P")
    page = book.worksheets[0]
    last = page.max_row + 1
    page.cell(last, 3).value, page.cell(last, 7).value = TITLE, "没有的科室"
    shown = send(clerk, sent(book))
    assert shown.status_code == 422
    marked = load_workbook(io.BytesIO(clerk.post(BOOK, {**kept(shown), "do": "mark"}).content)).worksheets[0]
    cells = [[cell.value for cell in row] for row in marked.iter_rows(min_row=5)]
    assert any(row[2] == TITLE and row[6] == "没有的科室" for row in cells)


def test_the_plan_has_it_in_a_part_of_its_own(clerk) -> None:
    add(clerk, "E-P", measures="编制方案")
    document = clerk.get("/breakdown/plan/?unit=E-P").content
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        text = packed.read("word/document.xml").decode()
    assert "本单位的措施" in text
    assert TITLE in text


def test_the_rows_of_a_regime_alone_leave_it_out(clerk) -> None:
    add(clerk, "E-P")
    rows = dividing_inquiry.breakdown(CONSOLE, "E-P", TODAY, regime="harbour-school-fire").rows
    assert all(not row.own for row in rows)
    whole = dividing_inquiry.breakdown(CONSOLE, "E-P", TODAY)
    assert cells_of(whole.rows[-1].item, whole.names)["title"] == TITLE
