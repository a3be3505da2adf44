"""The workbook of a breakdown comes back: shown first, then stored as a whole, or handed back with faults marked."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from remit.core.breakdown_text import RowEdit, cells_mark, cells_of
from remit.files.breakdown_xlsx import breakdown_workbook
from remit.store import actions, dividing_inquiry
from remit.store.access import CONSOLE
from tests.core.division import CHECK, DIVIDED, DRILL, SCHOOL, TODAY
from tests.pages.conftest import by
from tests.pages.test_dividing import items

AT = "/breakdown/workbook/"


def filled(*, unit: str = "E-P", **cells: dict[str, str]) -> SimpleUploadedFile:
    """The unit's workbook as it is now with the rows of some articles filled in."""
    seen = dividing_inquiry.breakdown(CONSOLE, unit, TODAY)
    typed = {}
    for row in seen.rows:
        if row.duty.ref in cells:
            own = cells_of(row.item, seen.names)
            typed[row.ref] = RowEdit(
                duty=row.ref, mark=row.mark, shown=cells_mark(own), cells={**own, **cells[row.duty.ref]}
            )
    data = breakdown_workbook(seen.rows, seen.names, (), str, unit=(unit, SCHOOL[1]), day=TODAY, typed=typed)
    return SimpleUploadedFile("填好的.xlsx", data)


def send(client, file: SimpleUploadedFile):
    return client.post(AT, {"unit": "E-P", "file": file})


def kept(page) -> dict[str, str]:
    """The fields of the preview's form."""
    text = page.content.decode().split('<form class="gap-small"')[1]
    return {n: html.unescape(v) for n, v in re.findall(r'name="([^"]+)" value="([^"]*)"', text)}


def test_what_it_changes_is_shown_before_anything_is_stored(sign_in):
    client = sign_in("clerk")
    page = send(client, filled(**{"art-3.i-2": {"measures": "每月5日检查", "leader": "后勤副校长"}}))
    assert page.status_code == 200
    assert "每月5日检查" in page.content.decode()
    assert items() == ()
    done = client.post(AT, {**kept(page), "do": "store", "since": "2026-06-01"})
    assert done.status_code == 302
    (item,) = items()
    assert (item.duty, item.leader, item.since) == (CHECK, "E-P/后勤副校长", date(2026, 6, 1))


def test_a_workbook_that_came_back_as_it_went_changes_nothing(sign_in, still_clock):
    actions.divide(by(still_clock), [DIVIDED], unit="E-P")
    page = send(sign_in("clerk"), filled())
    assert "没有改动" in page.content.decode()
    assert "<form class" not in page.content.decode().split("<h1>")[1]


def test_a_fault_is_named_by_its_cell_and_the_workbook_is_handed_back_with_it(sign_in):
    client = sign_in("clerk")
    page = send(client, filled(**{"art-3.i-1": {"lead": "没有的科室"}, "art-4": {"measures": "写好的"}}))
    assert page.status_code == 422
    assert ">G6<" in page.content.decode()
    assert "没有的科室" in page.content.decode()
    stored = client.post(AT, {**kept(page), "do": "store"})
    assert stored.status_code == 422
    assert items() == ()
    book = client.post(AT, {**kept(page), "do": "mark"})
    parts = zipfile.ZipFile(io.BytesIO(book.content))
    assert "不是这里已有的岗位或单位" in parts.read("xl/comments1.xml").decode()
    again = send(client, SimpleUploadedFile("又.xlsx", book.content))
    assert "写好的" in again.content.decode()


def test_a_row_that_changed_since_the_download_is_not_overwritten(sign_in, still_clock):
    file = filled(**{"art-3.i-1": {"note": "表里写的"}})
    actions.divide(by(still_clock), [replace(DIVIDED, note="页面写的")], unit="E-P")
    page = send(sign_in("clerk"), file)
    assert page.status_code == 422
    assert "已被他人改动" in page.content.decode()
    assert [item.note for item in items()] == ["页面写的"]


def test_it_refuses_what_is_no_such_workbook_and_says_why(sign_in):
    client = sign_in("clerk")
    for data in (b"", b"x", b"PK\x03\x04x"):
        assert send(client, SimpleUploadedFile("x.xlsx", data)).status_code == 422
    assert client.post(AT, {"unit": "E-P"}).status_code == 422
    assert client.post(AT, {"unit": "E-P", "rows": "[{]"}).status_code == 422
    assert client.post(AT, {"unit": "E-P", "rows": '[{"duty": 1}]'}).status_code == 422


def test_rows_that_were_made_up_are_not_stored(sign_in):
    client = sign_in("clerk")
    row = '[{"duty":"harbour-school-fire/art-8","mark":"","shown":"","cells":{"note":"x"}}]'
    given = {"unit": "E-P", "rows": row, "do": "store", "since": "2026-06-01"}
    assert client.post(AT, given).status_code == 422
    assert (
        sign_in("taochunyuan").post(AT, {**given, "rows": row.replace("art-8", "art-4")}).status_code == 404
    )
    assert items() == ()


def test_the_head_of_the_unit_may_take_the_workbook_but_not_hand_it_in(sign_in):
    client = sign_in("taochunyuan")
    assert client.get(AT + "?unit=E-P").status_code == 200
    assert send(client, filled(**{"art-4": {"note": "x"}})).status_code == 404
    assert DRILL
