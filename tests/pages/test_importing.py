"""An organisation from Excel, by the pages: template, preview, confirmation, and what comes back where it is wrong."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.post import Organisation, Unit
from remit.store import actions, load, models
from remit.store.access import Role
from remit.web.pages import importing
from remit.web.pages.paging import turn
from tests.pages.conftest import by

ADDRESS = "/organisation/import/"
GOOD = "编码,名称,上级,类别\nE-P,望潮第一小学,E,学校\nE-N,观潮小学,E,学校\n"
BAD = "编码,名称,上级,类别\nE-N,观潮小学,X,学校\nE-O,听潮小学,E,学校\n"
WORSE = "编码,名称,上级,类别\nE-N,观潮小学,E,学校\n,无码,E,\nE-N,观潮小学,E,学校\nE-N-1,一班,E-X,\n"


@pytest.fixture(autouse=True)
def scratch_folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "scratch"


def send(client, text: str = GOOD, name: str = "units.csv", **more: str):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, text.encode()), **more}, follow=True)


def names() -> dict[str, str]:
    return {unit.code: unit.name for unit in load.organisation().units}


def test_a_file_is_shown_first_and_taken_in_once_when_confirmed(sign_in) -> None:
    client = sign_in("clerk")
    assert "下载模板" in client.get(ADDRESS).content.decode()
    page = send(client)
    text = page.content.decode()
    assert page.status_code == 200
    assert "望潮区第一小学" in text
    assert "望潮第一小学" in text
    assert "不会删除任何内容" in text
    before = names()
    assert "E-N" not in before
    here = page.redirect_chain[-1][0]
    lines = models.JournalEvent.objects.count()
    done = client.post(here, follow=True)
    assert "新增1行，变更1行" in done.content.decode()
    assert (names()["E-N"], names()["E-P"]) == ("观潮小学", "望潮第一小学")
    assert [(one.kind, one.before) for one in load.organisation().changes] == [("renamed", "望潮区第一小学")]
    assert client.post(here).status_code == 404  # what was kept is gone
    assert models.JournalEvent.objects.count() == lines + 1
    again = send(client).content.decode()
    assert "没有变化" in again
    assert "确认导入" not in again


def test_a_correction_tells_no_change(sign_in) -> None:
    client = sign_in("clerk")
    page = send(client, correct="1")
    assert "这是更正" in page.content.decode()
    client.post(page.redirect_chain[-1][0])
    assert names()["E-P"] == "望潮第一小学"
    assert load.organisation().changes == ()


def test_what_is_wrong_is_listed_with_its_place_and_comes_back_marked(sign_in) -> None:
    client = sign_in("clerk")
    page = send(client, BAD)
    text = page.content.decode()
    assert "暂时不能导入" in text
    assert "A2" in text
    assert "确认导入" not in text
    here = page.redirect_chain[-1][0]
    marked = client.get(here + "errors/")
    assert "attachment" in marked.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(marked.content))
    assert book["units"]["A2"].comment is not None
    assert client.post(here).status_code == 200  # nothing can be confirmed
    assert "E-O" not in names()


def test_all_that_is_wrong_is_said_at_once_but_nothing_that_follows_from_a_row_left_out(sign_in) -> None:
    page = send(sign_in("clerk"), WORSE)
    found = [(where, problem.code) for where, problem in page.context["wrong"]]
    assert found == [("A3", "cell-empty"), ("A4", "unit-twice")]
    assert "“编码”" in page.content.decode()


def test_what_changed_meanwhile_is_shown_anew_and_not_stored(sign_in, still_clock) -> None:
    client = sign_in("clerk")
    here = send(client).redirect_chain[-1][0]
    unit = Unit(code="E-P", name="望潮实验小学", parent="E", kind="学校")
    actions.import_organisation(by(still_clock), Organisation(units=(unit,)))
    page = client.post(here, follow=True)
    assert "请按现在的情况重新核对" in page.content.decode()
    assert "望潮实验小学" in page.content.decode()
    assert names()["E-P"] == "望潮实验小学"
    client.post(here)
    assert names()["E-P"] == "望潮第一小学"


def test_many_changes_come_in_pages_with_as_many_questions_as_few(sign_in) -> None:
    client = sign_in("clerk")
    many = "编码,名称,上级\n" + "".join(f"E-{n},第{n}小学,E\n" for n in range(120))
    few, lots = (send(client, text).redirect_chain[-1][0] for text in (GOOD, many))
    with CaptureQueriesContext(connection) as one:
        client.get(few)
    with CaptureQueriesContext(connection) as other:
        page = client.get(lots, {"page": "3"})
    assert len(one) == len(other)
    assert page.context["pages"].count == 3
    assert "E-119" in page.content.decode()
    assert "第 3 页，共 3 页" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.xlsx", b"PK\x03\x04 torn"), ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90), ("a.csv", b"\0\1\2")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_not_kept(sign_in, name: str, data: bytes, scratch_folder) -> None:
    page = sign_in("clerk").post(ADDRESS, {"file": SimpleUploadedFile(name, data)})
    assert page.status_code == 422
    assert page.context["problems"]
    assert "/tmp" not in page.content.decode()
    assert not scratch_folder.exists()


def test_a_missing_and_a_too_large_file_are_said(sign_in, monkeypatch) -> None:
    client = sign_in("clerk")
    assert client.post(ADDRESS, {}).status_code == 422
    monkeypatch.setattr(importing, "_LARGEST", 10)
    assert client.post(ADDRESS, {"file": SimpleUploadedFile("a.csv", GOOD.encode())}).status_code == 422


def test_a_name_that_is_no_name_does_no_harm(sign_in) -> None:
    page = send(sign_in("clerk"), name="../../etc/单位!x.csv")
    assert page.status_code == 200
    assert "etc/" not in page.content.decode()


@pytest.mark.parametrize("username", ["taochunyuan", "reviewer", "auditor", "keeper"])
def test_whoever_does_not_keep_the_organisation_finds_no_such_page(sign_in, username: str) -> None:
    here = send(sign_in("clerk"), BAD).redirect_chain[-1][0]
    client = sign_in(username)
    for address in (ADDRESS, ADDRESS + "template/", here, here + "errors/"):
        assert client.get(address).status_code == 404
    assert client.post(ADDRESS, {"file": SimpleUploadedFile("a.csv", GOOD.encode())}).status_code == 404
    assert client.post(here).status_code == 404


def test_what_one_clerk_sent_another_does_not_see(sign_in, still_clock) -> None:
    here = send(sign_in("clerk"), BAD).redirect_chain[-1][0]
    actions.create_account(by(still_clock), username="other", person="李", unit="HB", role=Role.CLERK)
    client = sign_in("other")
    assert client.get(ADDRESS).status_code == 200
    assert client.get(here).status_code == 404
    assert client.get(here + "errors/").status_code == 404


@pytest.mark.parametrize("key", ["x", "a" * 64, "A" * 64])
def test_what_is_not_there_is_said(sign_in, key: str) -> None:
    assert sign_in("clerk").get(f"{ADDRESS}{key}/").status_code == 404


@pytest.mark.parametrize(("language", "sheet"), [("zh-hans", "单位"), ("en", "units")])
def test_the_template_speaks_the_readers_language(sign_in, language: str, sheet: str) -> None:
    page = sign_in("clerk", language=language).get(ADDRESS + "template/")
    assert sheet in openpyxl.load_workbook(io.BytesIO(page.content)).sheetnames


@pytest.mark.parametrize(
    ("asked", "shown"), [("", 1), ("2", 2), ("0", 1), ("9", 3), ("-1", 1), ("9" * 5000, 1)]
)
def test_a_page_that_is_none_is_the_nearest(asked: str, shown: int) -> None:
    pages = turn(range(25), asked, size=10)
    assert pages.number == shown
    assert (pages.before, pages.after) == (shown - 1, shown + 1 if shown < 3 else 0)
