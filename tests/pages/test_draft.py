"""A regulation comes in by the page."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from remit.core.regime import Edition, duties
from remit.store import inquiry, models
from remit.store.access import CONSOLE

NEW = "/regimes/new/"
TEXT = """临港市仓库消防管理办法

第一条　仓库管理单位应当每月至少检查一次消防设施。

第二条　仓库管理单位应当于每年12月31日前向区消防机构报告。

第四条　本办法自2026年9月1日起施行。
"""


def sent(name: str = "仓库办法.txt", data: bytes = TEXT.encode(), **typed: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, data), "id": "harbour-store", **typed}


def test_a_text_becomes_a_draft_and_what_was_found_is_said(sign_in) -> None:
    page = sign_in("reviewer").post(NEW, sent())
    assert page.status_code == 200
    text = page.content.decode()
    assert "临港市仓库消防管理办法" in text
    assert "/regimes/harbour-store/2026-09-01/" in text
    assert page.context["findings"]  # article 3 is missing
    held, regime = inquiry.edition(CONSOLE, Edition("harbour-store", page.context["regime"].edition))
    assert held.state == "draft"
    assert len(tuple(duties(regime))) == 2


def test_day_title_and_subject_that_were_typed_take_the_place_of_the_texts(sign_in) -> None:
    page = sign_in("reviewer").post(NEW, sent(edition="2026-10-01", title="仓库办法", subject="消防"))
    regime = page.context["regime"]
    assert (str(regime.edition), regime.title, regime.subject) == ("2026-10-01", "仓库办法", "消防")


def test_the_same_file_sent_twice_is_one_draft(sign_in) -> None:
    client = sign_in("reviewer")
    before = models.Edition.objects.count()
    assert [client.post(NEW, sent()).status_code for _ in range(2)] == [200, 200]
    assert models.Edition.objects.count() == before + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"file": ""},
        {"file": SimpleUploadedFile("empty.txt", b"")},
        {"file": SimpleUploadedFile("bad.docx", b"PK\x03\x04 this is no archive")},
        {"file": SimpleUploadedFile("bad.pdf", b"%PDF-1.7 torn")},
        {"id": "Bad Id"},
        {"edition": "2026-99-01"},
    ],
)
def test_what_cannot_be_read_stores_nothing_and_what_was_typed_is_kept(sign_in, wrong) -> None:
    before = models.Edition.objects.count()
    page = sign_in("reviewer").post(NEW, {**sent(title="我的标题"), **wrong})
    assert page.status_code == 422
    assert page.context["problems"]
    assert 'value="我的标题"' in page.content.decode()
    assert models.Edition.objects.count() == before


def test_no_folder_of_the_server_is_shown(sign_in) -> None:
    page = sign_in("reviewer").post(NEW, sent("../../etc/破损.docx", b"PK\x03\x04 this is no archive"))
    assert "/tmp" not in page.content.decode()
    assert page.status_code == 422


@pytest.mark.parametrize("username", ["taochunyuan", "auditor", "keeper"])
def test_whoever_does_not_review_is_not_offered_it(sign_in, username: str) -> None:
    client = sign_in(username)
    assert client.get(NEW).status_code == 404
    assert client.post(NEW, sent()).status_code == 404
