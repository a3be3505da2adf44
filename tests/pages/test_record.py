"""Recording what was done."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from remit.store import models

CHECK = "harbour-school-fire/art-3.i-2@2026-05"
DRILL = "harbour-school-fire/art-3.i-1@2026Q2"
NEW = "/records/new"


def entry(**values: object) -> dict[str, object]:
    return {
        "unit": "E-P",
        "key": "one-key",
        "title": "检查全部灭火器",
        "kind": "check",
        "day": "2026-05-19",
        "meets": [CHECK],
        "whole": "yes",
        **values,
    }


def test_the_form_proposes_what_is_open_and_ticks_what_the_link_named(sign_in) -> None:
    text = (
        sign_in("taochunyuan")
        .get(NEW, {"duty": "harbour-school-fire/art-3.i-2", "unit": "E-P", "window": "2026-05"})
        .content.decode()
    )
    assert f'name="meets" value="{CHECK}" checked' in text
    assert f'name="meets" value="{DRILL}">' in text
    assert "2026-06" not in re.findall(r'name="meets" value="[^"]*@([^"]*)"', text)


def test_a_record_is_stored_and_shown(sign_in) -> None:
    client = sign_in("taochunyuan")
    page = client.post(NEW, entry(), follow=True)
    assert page.status_code == 200
    text = page.content.decode()
    assert "检查全部灭火器" in text
    assert "每月至少对消防设施检查一次" in text
    assert "2026年5月19日" in text
    assert "陶春远" in text


def test_one_record_meets_several_duties(sign_in) -> None:
    client = sign_in("taochunyuan")
    client.post(NEW, entry(meets=[CHECK, DRILL]))
    assert models.Record.objects.count() == 1
    assert models.Meeting.objects.count() == 2


def test_the_same_form_sent_twice_makes_one_record(sign_in) -> None:
    client = sign_in("taochunyuan")
    first, second = client.post(NEW, entry()), client.post(NEW, entry())
    assert first["Location"] == second["Location"]
    assert models.Record.objects.count() == 1


def test_an_event_starts_the_clock_of_what_has_to_follow(sign_in) -> None:
    client = sign_in("taochunyuan")
    client.post(NEW, entry(kind="event", meets=[], starts=["harbour-school-fire/art-5"]))
    assert "2小时" in client.get("/records/" + models.Record.objects.get().ref + "/").content.decode()
    assert "学校应当在2小时内向区教育局报告" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"kind": ""}, "kind"),
        ({"day": ""}, "day"),
        ({"day": "2026-13-01"}, "day"),
        ({"day": "2026-05-21"}, "day"),
        ({"meets": ["harbour-school-fire/art-99"]}, "meets"),
        ({"meets": ["harbour-school-fire/art-3.i-2@2026-99"]}, "meets"),
    ],
)
def test_what_is_wrong_is_said_at_the_head_and_by_the_field_and_nothing_is_lost(
    sign_in, wrong: dict[str, object], field: str
) -> None:
    page = sign_in("taochunyuan").post(NEW, entry(**wrong))
    assert page.status_code == 422
    assert models.Record.objects.count() == 0
    text = page.content.decode()
    assert 'id="problems"' in text
    assert f'href="#{field}"' in text
    assert page.context["wrong"][field]
    for name, value in entry(**wrong).items():
        if isinstance(value, str) and name != "kind":
            assert f'name="{name}" value="{value}"' in unescape(text)
    if not wrong.get("meets"):
        assert f'value="{CHECK}" checked' in text


def test_files_that_were_sent_with_a_wrong_form_are_named_to_be_chosen_again(sign_in) -> None:
    page = sign_in("taochunyuan").post(
        NEW, entry(title="", evidence=[SimpleUploadedFile("签到表.pdf", b"x")])
    )
    assert "签到表.pdf" in page.content.decode()


def test_text_outside_scope_is_refused_with_the_rule_named_and_nothing_is_stored(sign_in) -> None:
    page = sign_in("taochunyuan").post(
        NEW, entry(title="收集教师在网络上发表的不满言论并上报", evidence=[SimpleUploadedFile("a.txt", b"x")])
    )
    assert page.status_code == 422
    assert "expression" in page.content.decode()
    assert (models.Record.objects.count(), models.Evidence.objects.count()) == (0, 0)


def test_evidence_is_handed_out_to_be_saved_and_never_to_be_shown(sign_in) -> None:
    client = sign_in("taochunyuan")
    shown = client.post(
        NEW, entry(evidence=[SimpleUploadedFile("现场<1>.html", b"<script>x</script>")]), follow=True
    )
    address = re.search(r'href="(/records/[^"]+/evidence/[^"]+)"', shown.content.decode())
    assert address
    file = client.get(address[1])
    assert file.content == b"<script>x</script>"
    assert file["Content-Disposition"].startswith("attachment")
    assert file["Content-Type"] == "application/octet-stream"
    assert file["X-Content-Type-Options"] == "nosniff"


def test_what_is_typed_is_never_markup(sign_in) -> None:
    page = sign_in("taochunyuan").post(NEW, entry(title="<b onclick=x>演练</b>"), follow=True)
    assert "<b onclick" not in page.content.decode()
    assert "&lt;b onclick=x&gt;演练" in page.content.decode()


def test_another_branch_can_neither_record_nor_see_the_record_or_its_evidence(sign_in) -> None:
    owner, stranger = sign_in("taochunyuan"), sign_in("zhenghaining")
    shown = owner.post(NEW, entry(evidence=[SimpleUploadedFile("a.txt", b"canary")]), follow=True)
    file = re.search(r'href="(/records/[^"]+/evidence/[^"]+)"', shown.content.decode())
    assert file
    for address in (shown.redirect_chain[-1][0], file[1], NEW + "?unit=E-P"):
        answer = stranger.get(address)
        assert answer.status_code == 404
        assert "canary" not in answer.content.decode()
    assert stranger.post(NEW, entry(key="other")).status_code == 404
    assert models.Record.objects.count() == 1


def test_an_unknown_record_is_not_there(sign_in) -> None:
    assert sign_in("taochunyuan").get("/records/r999/").status_code == 404


def test_files_that_are_too_large_are_refused_before_they_are_read(sign_in, settings) -> None:
    settings.EVIDENCE_LIMIT = 10
    client = sign_in("taochunyuan")
    for files in ([b"x" * 11], [b"x" * 9] * 3):
        sent = [SimpleUploadedFile(f"{n}.txt", data) for n, data in enumerate(files)]
        page = client.post(NEW, entry(evidence=sent))
        assert page.status_code == 422
        assert page.context["wrong"]["evidence"]
    assert models.Evidence.objects.count() == 0


def test_evidence_that_was_tampered_with_is_not_handed_out(sign_in, evidence_folder) -> None:
    client = sign_in("taochunyuan")
    shown = client.post(NEW, entry(evidence=[SimpleUploadedFile("a.txt", b"true")]), follow=True)
    address = re.search(r'href="(/records/[^"]+/evidence/[^"]+)"', shown.content.decode())
    assert address
    file = next(path for path in evidence_folder.rglob("*") if path.is_file())
    file.chmod(0o600)
    file.write_bytes(b"forged")
    answer = client.get(address[1])
    assert answer.status_code == 422
    assert b"forged" not in answer.content
