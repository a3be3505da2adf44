"""Changing a unit: asked, previewed, confirmed once."""

from __future__ import annotations

import re
from html import unescape

import pytest

from remit.store import load, models

DAY = "2026-05-01"


def ask(client, name: str, **given: str):
    return client.post(f"/organisation/units/{name}/", {"unit": "E-M", "day": DAY, **given})


def confirm(client, name: str, page):
    """Send the hidden fields of the preview, as its button does."""
    body = page.content.decode().partition('name="sure"')
    form = body[0].rpartition("<form")[2] + body[1] + body[2].partition("</form>")[0]
    fields = {
        unescape(name): unescape(value)
        for name, value in re.findall(
            r'<input type="hidden" name="([^"]*)" value="([^"]*)"', '<input type="hidden" ' + form
        )
    }
    fields |= {"sure": "yes"}
    return client.post(f"/organisation/units/{name}/", fields), fields


def unit(code: str = "E-M"):
    lo, _ = load.stretch(code)
    return load.units((lo, lo + 1))[0]


@pytest.mark.parametrize(
    ("name", "given", "said", "seen"),
    [
        (
            "rename",
            {"to": "望海中学"},
            "“观海中学”自2026年5月1日起更名为“望海中学”。",
            lambda: unit().name == "望海中学",
        ),
        (
            "move",
            {"to": "西岭区"},
            "“观海中学”自2026年5月1日起由“望潮区人民政府”划归“西岭区人民政府”。",
            lambda: unit().parent == "W",
        ),
        (
            "merge",
            {"to": "E-P"},
            "“观海中学”存续至2026年4月30日，此后并入“望潮区第一小学”。",
            lambda: unit().until is not None,
        ),
        (
            "close",
            {},
            "“观海中学”存续至2026年4月30日，此后撤销，无承接单位。",
            lambda: unit().until is not None,
        ),
        ("reclassify", {"to": "幼儿园"}, "由“学校”改为“幼儿园”。", lambda: unit().kind == "幼儿园"),
        (
            "split",
            {"code-1": "E-N", "name-1": "观海新校", "kind-1": "学校", "under-1": "beside"},
            "自2026年5月1日起，从“观海中学”分设：观海新校。",
            lambda: unit("E-N").parent == "E",
        ),
    ],
)
def test_a_change_is_previewed_and_done_once_it_is_confirmed(
    sign_in, name: str, given, said: str, seen
) -> None:
    client = sign_in("clerk")
    form = client.get(f"/organisation/units/{name}/", {"unit": "E-M"})
    assert form.status_code == 200
    assert 'value="2026-05-20"' in form.content.decode()
    before = models.UnitChange.objects.count()
    preview = ask(client, name, **given)
    assert preview.status_code == 200
    assert said in unescape(preview.content.decode())
    assert models.UnitChange.objects.count() == before
    for _ in range(2):
        done, fields = confirm(client, name, preview)
        assert done.status_code == 302, fields
    assert models.UnitChange.objects.count() == before + 1
    assert seen()


def test_the_preview_names_what_ends_what_moves_and_which_duties_change(sign_in) -> None:
    client = sign_in("clerk", language="en")
    page = ask(client, "merge", unit="E", to="W").content.decode()
    assert "3 units below come along." in page
    assert "2 posts end on 30 April 2026:" in page
    assert "区长, 陈春溪" in page
    assert "区政府应当每年至少召开一次会议" in page
    assert "no longer fall due" in page
    page = ask(client, "reclassify", to="区教育局").content.decode()
    assert "fall due for the unit from then on" in page
    assert "duties stay the same" in ask(client, "rename", to="X").content.decode()


def test_a_name_that_several_units_have_is_asked_about(sign_in) -> None:
    client = sign_in("clerk")
    page = ask(client, "move", to="区人民政府")
    assert page.status_code == 422
    assert [one.code for one in page.context["found"]] == ["E", "W"]
    assert '<input type="radio" name="to" value="W"' in page.content.decode()
    assert ask(client, "move", to="W").status_code == 200
    nothing = ask(client, "move", to="不存在")
    assert nothing.status_code == 422
    assert "没有编码或名称为“不存在”的单位" in nothing.content.decode()


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [
        ("rename", {"to": ""}, "to"),
        ("rename", {"to": "观海中学"}, "to"),
        ("rename", {"to": "X", "day": ""}, "day"),
        ("rename", {"to": "X", "day": "2026-02-30"}, "day"),
        ("rename", {"to": "X", "day": "2026-05-21"}, "day"),
        ("rename", {"to": "收集教师的宗教信仰情况并建立台账"}, "to"),
        ("move", {"to": "E-M"}, "to"),
        ("move", {"unit": "E", "to": "E-P"}, "to"),
        ("close", {"unit": "E"}, "day"),
        ("close", {"day": "2024-09-01"}, "day"),
        ("split", {}, "parts"),
        ("split", {"code-1": "W-P", "name-1": "X"}, "parts"),
        ("split", {"code-1": "E-N"}, "parts"),
    ],
)
def test_what_is_wrong_stands_by_its_field_and_nothing_typed_is_lost(
    sign_in, name: str, given, field: str
) -> None:
    page = ask(sign_in("clerk"), name, **given)
    assert page.status_code == 422
    assert page.context["wrong"][field]
    text = page.content.decode()
    assert 'id="problems"' in text
    for value in given.values():
        assert value in text


def test_the_way_back_from_the_preview_keeps_what_was_typed(sign_in) -> None:
    client = sign_in("clerk")
    page = ask(
        client, "split", **{"code-1": "E-N", "name-1": "观海新校", "under-1": "below"}
    ).content.decode()
    (back,) = re.findall(r'<a class="button" href="(/organisation/units/split/\?[^"]*)"', page)
    again = client.get(unescape(back)).content.decode()
    assert 'value="观海新校"' in again
    assert 'value="2026-05-01"' in again
    assert '<option value="below" selected>' in again


@pytest.mark.parametrize("name", ["rename", "move", "merge", "split", "close", "reclassify"])
@pytest.mark.parametrize(
    ("username", "unit_code"), [("taochunyuan", "E-P"), ("clerk", "nowhere"), ("clerk", "")]
)
def test_who_does_not_keep_the_unit_meets_no_form(sign_in, name: str, username: str, unit_code: str) -> None:
    client = sign_in(username)
    assert client.get(f"/organisation/units/{name}/", {"unit": unit_code}).status_code == 404
    assert ask(client, name, unit=unit_code, to="X", sure="yes").status_code == 404


def test_there_is_no_other_change(sign_in) -> None:
    assert sign_in("clerk").get("/organisation/units/burn/", {"unit": "E-M"}).status_code == 404


def test_tags_are_stored_and_shown(sign_in) -> None:
    client = sign_in("clerk")
    done = client.post("/organisation/units/tags/", {"unit": "E-M", "key": "t1", "tags": "沿海、寄宿制"})
    assert done.status_code == 302
    assert unit().tags == ("沿海", "寄宿制")
    assert "寄宿制" in client.get("/units/E-M/").content.decode()
    assert "沿海；寄宿制" in client.get("/organisation/units/reclassify/", {"unit": "E-M"}).content.decode()
    assert (
        sign_in("taochunyuan").post("/organisation/units/tags/", {"unit": "E-P", "tags": "x"}).status_code
        == 404
    )
