"""Small forms by kind, putting right and withdrawing, evidence in all its forms, and the list of records."""

from __future__ import annotations

import re
import struct
import zlib
from html import unescape
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from remit.core.record_detail import details_of
from remit.store import load, models
from tests.pages.test_record import CHECK, NEW, entry

MEETING = {
    "kind": "meeting",
    "title": "研究消防工作",
    "said-chair": "陶春远",
    "said-agenda": "一季度检查\n二季度安排",
    "said-attendance": "陶春远、李安（总务处）\n德育处：赵平",
    "said-decisions-text": ["更换灭火器", ""],
    "said-decisions-unit": ["总务处", ""],
    "said-decisions-person": ["李安", ""],
    "said-decisions-day": ["2026-06-01", ""],
    "said-objections-person": ["赵平"],
    "said-objections-number": ["1"],
    "said-objections-text": ["经费没有落实"],
}


def pixel() -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def workbook(rows: list[list[str]]) -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def a_file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def recorded(client: Client, **values: object) -> str:
    answer = client.post(NEW, entry(key=f"key-{models.Record.objects.count()}", **values))
    assert answer.status_code == 302, unescape(answer.content.decode())[:3000]
    return answer["Location"].split("/")[2]


def test_each_kind_has_its_small_form(sign_in) -> None:
    client = sign_in("taochunyuan")
    assert "said-agenda" in client.get(NEW, {"kind": "meeting"}).content.decode()
    training = client.get(NEW, {"kind": "training"}).content.decode()
    assert 'name="said-hours"' in training
    assert "said-agenda" not in training
    assert 'id="kind-fields"' in client.get(NEW).content.decode()
    assert 'type="time"' in client.get(NEW, {"kind": "event"}).content.decode()


def test_another_kind_shows_its_fields_and_keeps_what_was_typed(sign_in) -> None:
    page = sign_in("taochunyuan").post(NEW, entry(kind="training", title="灭火器使用", show="fields"))
    assert page.status_code == 200
    text = page.content.decode()
    assert 'name="said-hours"' in text
    assert 'value="灭火器使用"' in text
    assert f'value="{CHECK}" checked' in text
    assert models.Record.objects.count() == 0


def test_a_meeting_is_kept_with_what_it_decided_and_who_objected(sign_in) -> None:
    client = sign_in("taochunyuan")
    ref = recorded(client, **MEETING)
    found = load.record(ref)
    decision = details_of(found, "decisions")[0]
    assert (decision.text, decision.unit, decision.person, str(decision.day)) == (
        "更换灭火器",
        "总务处",
        "李安",
        "2026-06-01",
    )
    objection = details_of(found, "objections")[0]
    assert (objection.person, objection.number, objection.text) == ("赵平", 1, "经费没有落实")
    assert [(one.person, one.unit) for one in details_of(found, "attendance")] == [
        ("陶春远", ""),
        ("李安", "总务处"),
        ("赵平", "德育处"),
    ]
    text = client.get(f"/records/{ref}/").content.decode()
    assert "更换灭火器" in text
    assert "经费没有落实" in text


def test_what_is_wrong_in_a_small_form_is_said_by_its_field_and_nothing_is_lost(sign_in) -> None:
    page = sign_in("taochunyuan").post(
        NEW, entry(**{**MEETING, "said-objections-number": ["2"], "said-decisions-day": ["2026-06-01", ""]})
    )
    assert page.status_code == 422
    assert page.context["wrong"]["objections"]
    text = page.content.decode()
    assert 'value="更换灭火器"' in text
    assert "德育处：赵平" in text
    page = sign_in("taochunyuan").post(NEW, entry(kind="training", **{"said-hours": "两小时"}))
    assert page.context["wrong"]["hours"]
    assert 'href="#hours"' in page.content.decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "签到表.xlsx",
            workbook([["消防培训签到表"], ["姓名", "部门"], ["张三", "总务处"], ["李四", "德育处"]]),
        ),
        ("list.csv", "姓名,部门\n张三,总务处\n李四,德育处\n".encode()),
    ],
)
def test_a_sign_in_list_becomes_the_attendance(sign_in, name: str, data: bytes) -> None:
    ref = recorded(
        sign_in("taochunyuan"),
        kind="training",
        **{"said-subject": "灭火", "said-hours": "1.5", "said-attendance-list": a_file(name, data)},
    )
    found = load.record(ref)
    assert [(one.person, one.unit) for one in details_of(found, "attendance")] == [
        ("张三", "总务处"),
        ("李四", "德育处"),
    ]
    assert found.evidence == ()


def test_a_list_of_names_alone_needs_no_header_and_a_broken_one_is_said(sign_in) -> None:
    client = sign_in("taochunyuan")
    ref = recorded(
        client, kind="training", **{"said-attendance-list": a_file("a.txt", "张三\n李四".encode())}
    )
    assert len(details_of(load.record(ref), "attendance")) == 2
    page = client.post(
        NEW, entry(kind="training", key="b", **{"said-attendance-list": a_file("a.xlsx", b"PK broken")})
    )
    assert page.status_code == 422
    assert page.context["wrong"]["attendance"]


def test_the_moment_of_an_event_is_kept(sign_in) -> None:
    ref = recorded(sign_in("taochunyuan"), kind="event", at="08:15")
    at = load.record(ref).at
    assert at is not None
    assert at.isoformat() == "2026-05-19T08:15:00+08:00"
    page = sign_in("taochunyuan").post(NEW, entry(kind="event", key="b", at="quarter past"))
    assert page.context["wrong"]["at"]
    page = sign_in("taochunyuan").post(NEW, entry(kind="event", key="c", day="2026-05-20", at="23:00"))
    assert page.context["wrong"]["at"]


def test_likely_duties_come_first(sign_in) -> None:
    client = sign_in("taochunyuan")
    text = client.get(NEW, {"kind": "check"}).content.decode()
    assert text.index('class="choices likely"') < text.index(CHECK)
    assert "likely" not in client.get(NEW).content.decode().split("</style>")[-1].split("<main")[1]


def test_a_record_is_put_right_and_the_first_stays_to_be_read(sign_in) -> None:
    client = sign_in("taochunyuan")
    ref = recorded(client, **MEETING, evidence=[a_file("纪要.txt", b"minutes")])
    form = client.get(f"/records/{ref}/correct/").content.decode()
    assert 'value="更换灭火器"' in form
    digest = load.record(ref).evidence[0].sha256
    answer = client.post(
        f"/records/{ref}/correct/",
        entry(**{**MEETING, "title": "专题研究消防工作"}, reason="标题写错", keep=[digest], key="right"),
    )
    later = answer["Location"].split("/")[2]
    assert load.record(later).evidence[0].sha256 == digest
    old = client.get(f"/records/{ref}/").content.decode()
    assert "标题写错" in old
    assert f"/records/{later}/" in old
    assert client.get(f"/records/{ref}/correct/").status_code == 409
    assert client.post(f"/records/{ref}/correct/", entry(reason="又", key="again")).status_code == 409
    assert client.post(f"/records/{later}/correct/", entry(reason=" ", key="bare")).status_code == 422


def test_a_record_is_withdrawn_with_a_reason(sign_in) -> None:
    client = sign_in("taochunyuan")
    ref = recorded(client)
    assert client.post(f"/records/{ref}/withdraw/", {"key": "a", "reason": " "}).status_code == 422
    assert client.post(f"/records/{ref}/withdraw/", {"key": "b", "reason": "记重了"}).status_code == 302
    assert "记重了" in client.get(f"/records/{ref}/").content.decode()
    assert "检查全部灭火器" not in client.get("/records/").content.decode()


def test_evidence_is_added_later_with_its_days(sign_in) -> None:
    client = sign_in("taochunyuan")
    ref = recorded(client, evidence=[a_file("证书.pdf", b"old")])
    old = load.record(ref).evidence[0]
    sent = {
        "key": "more",
        "evidence": [a_file("证书2.pdf", b"new")],
        "of": "2026-05-18",
        "until": "2026-06-10",
        "replaces": old.sha256,
        "whole": "yes",
    }
    assert client.post(f"/records/{ref}/evidence/", sent).status_code == 302
    found = load.record(ref).evidence
    assert [str(e.day) for e in found] == ["None", "2026-05-18"]
    text = client.get("/records/").content.decode()
    assert "证书2.pdf" in text
    sent = {"key": "link", "link": "https://port.example/notice", "link-name": "公告", "whole": "yes"}
    assert client.post(f"/records/{ref}/evidence/", sent).status_code == 302
    text = client.get(f"/records/{ref}/").content.decode()
    assert 'href="https://port.example/notice" rel="noreferrer noopener external"' in text
    sent = {"key": "bad", "link": "javascript:alert(1)", "whole": "yes"}
    assert client.post(f"/records/{ref}/evidence/", sent).status_code == 422


def test_a_file_shown_before_is_chosen_again(sign_in) -> None:
    client = sign_in("taochunyuan")
    first = recorded(client, evidence=[a_file("制度.txt", b"rules")])
    digest = load.record(first).evidence[0].sha256
    assert f'name="reused" value="{digest}"' in client.get(NEW).content.decode()
    second = recorded(client, reused=[digest])
    assert load.record(second).evidence[0].name == "制度.txt"


def test_an_upload_that_is_cut_off_leaves_no_row_and_no_file(sign_in, evidence_folder) -> None:
    client = sign_in("taochunyuan")
    page = client.post(NEW, {**entry(evidence=[a_file("a.txt", b"half")]), "whole": []})
    assert page.status_code == 422
    assert page.context["wrong"]["evidence"]
    assert models.Record.objects.count() == 0
    assert not any(path.is_file() for path in evidence_folder.rglob("*"))


def test_bytes_that_end_early_are_told_from_a_whole_request(sign_in, evidence_folder) -> None:
    client = sign_in("taochunyuan")
    edge = "edge"
    fields = "".join(
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in {**entry(), "meets": CHECK}.items()
        if name != "whole"
    )
    head = f'--{edge}\r\nContent-Disposition: form-data; name="evidence"; filename="a.jpg"\r\n\r\nhalf a pict'
    page = client.generic(
        "POST", NEW, (fields + head).encode(), content_type=f"multipart/form-data; boundary={edge}"
    )
    assert page.status_code in {400, 422}
    assert models.Record.objects.count() == 0
    assert not any(path.is_file() for path in evidence_folder.rglob("*"))


def test_an_empty_file_is_named(sign_in) -> None:
    page = sign_in("taochunyuan").post(NEW, entry(evidence=[a_file("空.txt", b"")]))
    assert page.status_code == 422
    assert "空.txt" in str(page.context["wrong"]["evidence"][0].values)
    assert models.Record.objects.count() == 0


def test_a_file_beyond_every_limit_is_let_go_of_while_it_comes(sign_in, settings) -> None:
    settings.UPLOAD_LIMIT = 100_000
    page = sign_in("taochunyuan").post(NEW, entry(evidence=[a_file("大.iso", b"x" * 300_000)]))
    assert page.status_code == 422
    assert "大.iso" in str(page.context["wrong"]["evidence"][0].values)
    assert 'value="检查全部灭火器"' in page.content.decode()
    assert models.Evidence.objects.count() == 0


def shown(client: Client, name: str, data: bytes) -> tuple[str, str]:
    ref = recorded(client, evidence=[a_file(name, data)])
    address = f"/records/{ref}/evidence/{load.record(ref).evidence[0].sha256}/"
    return address, client.get(f"{address}shown/").content.decode()


def test_a_photograph_is_shown_and_can_do_nothing(sign_in) -> None:
    client = sign_in("taochunyuan")
    address, text = shown(client, "现场.png", pixel())
    assert f'src="{address}picture/"' in text
    picture = client.get(f"{address}picture/")
    assert picture["Content-Type"] == "image/png"
    assert "sandbox" in picture["Content-Security-Policy"]
    assert picture["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_calls_itself_a_picture_is_not_shown(sign_in) -> None:
    client = sign_in("taochunyuan")
    address, text = shown(client, "现场.png", b"<html><script>alert(1)</script>words")
    assert client.get(f"{address}picture/").status_code == 404
    assert "<script>alert" not in text


def test_text_and_sheets_are_shown_as_text(sign_in) -> None:
    client = sign_in("taochunyuan")
    assert "检查情况正常" in shown(client, "记录.txt", "检查情况正常".encode())[1]
    assert "<td>灭火器</td>" in shown(client, "台账.xlsx", workbook([["名称", "数量"], ["灭火器", "12"]]))[1]
    assert 'class="notice warning"' in shown(client, "x.bin", b"\x00\x01\x02" * 50)[1]


def test_another_branch_neither_corrects_nor_looks(sign_in) -> None:
    owner, stranger = sign_in("taochunyuan"), sign_in("zhenghaining")
    ref = recorded(owner, evidence=[a_file("a.png", pixel())])
    digest = load.record(ref).evidence[0].sha256
    for address in ("correct/", f"evidence/{digest}/shown/", f"evidence/{digest}/picture/"):
        assert stranger.get(f"/records/{ref}/{address}").status_code == 404
    for address in ("withdraw/", "correct/", "evidence/"):
        assert stranger.post(f"/records/{ref}/{address}", {"reason": "x", "key": "k"}).status_code == 404
    assert stranger.get("/records/?unit=E-P").status_code == 404


def test_the_list_says_what_records_add_up_to(sign_in) -> None:
    client = sign_in("taochunyuan")
    recorded(client, kind="training", **{"said-hours": "1.5", "said-attendance": "张三、李四"})
    recorded(client, kind="training", **{"said-hours": "2", "said-attendance": "40"})
    text = re.sub(r"\s+", " ", client.get("/records/", {"year": "2026"}).content.decode())
    assert "<b>3.5</b>" in text
    assert "<b>42</b>" in text
    assert client.get("/records/", {"year": "2025"}).context["records"] == []
    assert client.get("/records/", {"year": "bad"}).status_code == 200
    assert len(client.get("/records/", {"kind": "meeting"}).context["records"]) == 0
