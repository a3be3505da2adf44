"""Matters in the browser's forms: what is on the table, one matter, new tasks and filings, and conferences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from remit.core.post import Group, Seat
from remit.store import actions, load, load_matter
from tests.pages import harbour
from tests.pages.conftest import by

DUE = harbour.TODAY + timedelta(days=20)
CHECK = "harbour-school-fire/art-3.i-2"
OUTSIDE = "收集教师的宗教信仰情况并建立台账"


def a_task(now, **changes) -> str:
    given = {"units": ("E-P",), "asker": "HB", "title": "检修消火栓", "due": DUE}
    return actions.open_task(by(now, username="clerk"), **{**given, **changes})


def step(client, ref: str, move: str, **more):
    return client.post(f"/matters/{ref}/step/", {"key": f"{ref}-{move}-{more}", "move": move, **more})


def steps(ref: str) -> list[str]:
    return [one.move for one in load_matter.matter(ref).steps]


# What is on the table


def test_a_task_waits_for_the_unit_and_not_for_another(sign_in, still_clock) -> None:
    ref = a_task(still_clock)
    text = sign_in("taochunyuan").get("/matters/").content.decode()
    assert "检修消火栓" in text
    assert "待签收" in text
    assert "临港市人民政府" in text
    assert ref not in sign_in("zhenghaining").get("/matters/").content.decode()
    assert "检修消火栓" in sign_in("clerk").get("/matters/?box=started").content.decode()


def test_a_light_says_its_colour_in_words_and_shape(sign_in, still_clock) -> None:
    a_task(still_clock, due=harbour.TODAY + timedelta(days=2))
    text = sign_in("taochunyuan").get("/matters/").content.decode()
    assert 'class="status is-due-soon"><svg' in text
    assert "即将到期" in text


def test_boxes_are_counted_and_found_by_kind_and_words(sign_in, still_clock) -> None:
    a_task(still_clock)
    a_task(still_clock, title="更换灭火器")
    client = sign_in("taochunyuan")
    page = client.get("/matters/")
    assert [tile.count for tile in page.context["tiles"]] == [2, 0, 0, 0]
    assert [tile.name for tile in page.context["tiles"]] == ["待办", "已办", "我发起", "逾期"]
    found = client.get("/matters/?words=灭火&flow=task").context["lines"]
    assert [one.line.title for one in found] == ["更换灭火器"]
    assert client.get("/matters/?flow=filing").context["lines"] == ()


def test_a_long_box_is_turned_from_place_to_place(sign_in, still_clock) -> None:
    for number in range(52):
        a_task(still_clock, title=f"第{number}件", due=None if number > 50 else DUE + timedelta(days=number))
    client = sign_in("taochunyuan")
    first = client.get("/matters/")
    second = client.get(first.context["next"])
    titles = [one.line.title for page in (first, second) for one in page.context["lines"]]
    assert titles == [f"第{number}件" for number in range(52)]
    assert second.context["next"] == ""
    assert client.get("/matters/?after=nonsense&box=none").status_code == 200


def test_several_are_signed_for_at_once(sign_in, still_clock) -> None:
    refs = [a_task(still_clock), a_task(still_clock, title="更换灭火器")]
    client = sign_in("taochunyuan")
    form = {"key": "k1", "box": "to-do", "move": "sign", "chosen": refs}
    answer = client.post("/matters/step/", form, follow=True)
    assert "2件" in answer.content.decode()
    assert [steps(ref) for ref in refs] == [["sign"], ["sign"]]
    assert client.post("/matters/step/", form).status_code == 302
    assert steps(refs[0]) == ["sign"]


def test_of_several_none_is_moved_where_one_cannot_be_and_it_is_named(sign_in, still_clock) -> None:
    refs = [a_task(still_clock), a_task(still_clock, title="更换灭火器")]
    client = sign_in("taochunyuan")
    step(client, refs[0], "sign")
    answer = client.post("/matters/step/", {"key": "k", "move": "sign", "chosen": refs})
    assert answer.status_code == 422
    assert f'<a href="#pick-{refs[0]}">{refs[0]}' in answer.content.decode()
    assert "“签收”" in answer.content.decode()
    assert steps(refs[1]) == []
    nothing = client.post("/matters/step/", {"key": "k2"})
    assert nothing.status_code == 422
    assert "没有选择" in nothing.content.decode()


# One matter


def test_a_task_is_led_through_its_page_to_its_end(sign_in, still_clock) -> None:
    ref = a_task(still_clock)
    school, city = sign_in("taochunyuan"), sign_in("clerk")
    record = actions.record(
        by(still_clock, username="taochunyuan"),
        unit="E-P",
        day=date(2026, 5, 18),
        kind="check",
        title="检修记录",
    )
    assert step(school, ref, "sign").status_code == 302
    assert record in school.get(f"/matters/{ref}/").content.decode()
    assert step(school, ref, "submit", reason="全部完好", records=[record]).status_code == 302
    assert step(city, ref, "check").status_code == 302
    page = city.get(f"/matters/{ref}/")
    assert [one.step.move for one in page.context["past"]] == ["sign", "submit", "check"]
    assert "全部完好" in page.content.decode()
    assert "陶春远" in page.content.decode()
    assert "close" not in {offer.move for offer in page.context["offers"]}
    assert step(city, ref, "close", reason="").status_code == 404
    actions.take_step(by(still_clock), refs=(ref,), move="close")
    assert "已办结" in city.get(f"/matters/{ref}/").content.decode()


def test_a_move_says_what_is_missing_and_keeps_what_was_typed(sign_in, still_clock) -> None:
    ref = a_task(still_clock)
    client = sign_in("taochunyuan")
    answer = step(client, ref, "ask-time", reason="配件未到", day=DUE.isoformat())
    assert answer.status_code == 422
    assert "配件未到" in answer.content.decode()
    assert '<details class="group gap-small move" open>' in answer.content.decode()
    assert step(client, ref, "ask-time", reason="配件未到", day="30 May").status_code == 422
    assert step(client, ref, "decline", reason=OUTSIDE).status_code == 422
    assert steps(ref) == []


def test_more_time_is_asked_for_endorsed_and_granted_and_both_days_are_shown(sign_in, still_clock) -> None:
    ref = a_task(still_clock, asker="E")
    later = DUE + timedelta(days=10)
    step(sign_in("taochunyuan"), ref, "ask-time", reason="配件未到", day=later.isoformat())
    city = sign_in("clerk")
    assert "延期待初审" in city.get(f"/matters/{ref}/").content.decode()
    step(city, ref, "endorse-time")
    step(sign_in("chenchunxi"), ref, "grant-time")
    text = city.get(f"/matters/{ref}/").content.decode()
    assert f'datetime="{later}"' in text
    assert "原定2026年6月9日" in text


def test_who_looks_at_an_older_state_does_not_pass_over_what_was_done_meanwhile(sign_in, still_clock) -> None:
    ref = a_task(still_clock)
    client = sign_in("taochunyuan")
    step(client, ref, "note", reason="已联系", seen=0)
    answer = step(client, ref, "sign", seen=0)
    assert answer.status_code == 409
    assert steps(ref) == ["note"]


def test_a_task_is_passed_to_a_post_of_the_unit(sign_in, still_clock) -> None:
    ref = a_task(still_clock)
    client = sign_in("taochunyuan")
    assert "后勤副校长" in client.get(f"/matters/{ref}/").content.decode()
    assert step(client, ref, "delegate", post="E-P/后勤副校长").status_code == 302
    assert "望潮区第一小学 后勤副校长" in client.get(f"/matters/{ref}/").content.decode()
    assert step(client, ref, "delegate", post="W-P/校长").status_code == 422


def test_a_matter_is_not_there_for_whoever_has_no_part_in_it(sign_in, still_clock) -> None:
    ref = a_task(still_clock)
    for username in ("zhenghaining", "auditor", "keeper", "newcomer", "reviewer"):
        assert sign_in(username).get(f"/matters/{ref}/").status_code == 404
        assert step(sign_in(username), ref, "sign").status_code == 404


# Starting one


def test_a_task_is_handed_down_to_those_ticked_listed_and_of_a_kind(sign_in) -> None:
    client = sign_in("clerk")
    page = client.get("/matters/tasks/new/?unit=HB&to=E")
    assert [unit.code for unit in page.context["below"]] == ["HB-EDU", "E", "W"]
    form = {
        "key": "k",
        "unit": "HB",
        "title": "检修消火栓",
        "due": DUE.isoformat(),
        "to": ["W"],
        "listed": "E-EDU",
        "every": "学校",
        "duty": CHECK,
    }
    assert client.post("/matters/tasks/new/", form).status_code == 302
    client.post("/matters/tasks/new/", form)
    lines = client.get("/matters/?box=started").context["lines"]
    assert sorted(one.line.unit for one in lines) == ["E-EDU", "E-M", "E-P", "W", "W-P"]


def test_the_open_windows_of_the_one_unit_that_is_asked_are_offered(sign_in) -> None:
    page = sign_in("clerk").get("/matters/tasks/new/?unit=E&to=E-P")
    assert f"{CHECK}@2026-05" in {choice.value for choice in page.context["windows"]}
    form = {"key": "k", "unit": "E", "title": "检查", "to": "E-P", "duty": f"{CHECK}@2026-05"}
    answer = sign_in("clerk").post("/matters/tasks/new/", form, follow=True)
    assert "每月至少对消防设施检查一次" in answer.content.decode()
    assert "2026年5月" in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"to": []}, "unit"),
        ({"listed": "NOWHERE"}, "unit"),
        ({"due": "2026-02-30"}, "due"),
        ({"due": "2026-05-01"}, "due"),
        ({"duty": "none/art-1"}, "duty"),
        ({"copies": "NOWHERE"}, "copies"),
        ({"text": OUTSIDE}, "text"),
    ],
)
def test_a_task_that_cannot_be_handed_down_says_why_by_its_field(sign_in, changes, field) -> None:
    form = {"key": "k", "unit": "HB", "title": "检修消火栓", "to": ["E"], "due": DUE.isoformat(), **changes}
    answer = sign_in("clerk").post("/matters/tasks/new/", form)
    assert answer.status_code == 422
    assert set(answer.context["wrong"]) == {field}
    assert answer.context["entry"].title == form["title"]


def test_a_filing_goes_through_its_approvals(sign_in, still_clock) -> None:
    form = {
        "key": "k",
        "unit": "E-P",
        "title": "校园内动火作业",
        "kind": "动火",
        "due": DUE.isoformat(),
        "asker": "E",
        "approvals": "2",
    }
    school = sign_in("taochunyuan")
    page = school.get("/matters/filings/new/?unit=E-P")
    assert [code for code, _ in page.context["askers"]] == ["E-P", "E", "HB"]
    ref = school.post("/matters/filings/new/", form).headers["Location"].split("/")[2]
    assert "起草中" in school.get(f"/matters/{ref}/").content.decode()
    step(school, ref, "request")
    city, district = sign_in("clerk"), sign_in("chenchunxi")
    step(city, ref, "check")
    step(city, ref, "approve")
    assert "待审批" in city.get(f"/matters/{ref}/").content.decode()
    step(district, ref, "approve")
    assert step(school, ref, "carry-out", day="2026-05-21").status_code == 422
    assert step(school, ref, "carry-out", day="2026-05-20").status_code == 302
    assert step(district, ref, "close").status_code == 302
    assert steps(ref)[-1] == "close"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"approvals": "12"}, "approvals"),
        ({"title": OUTSIDE}, "title"),
        ({"asker": "W"}, "title"),
        ({"kind": OUTSIDE}, "kind"),
    ],
)
def test_a_filing_that_cannot_stand_says_why_by_its_field(sign_in, changes, field) -> None:
    form = {"key": "k", "unit": "E-P", "title": "校园内动火作业", "asker": "E", **changes}
    answer = sign_in("taochunyuan").post("/matters/filings/new/", form)
    assert answer.status_code == 422
    assert field in answer.context["wrong"] or "unit" in answer.context["wrong"]


# Conferences


@pytest.fixture
def group(city, still_clock) -> str:
    seats = ((Seat.CHAIR, "E/区长"), (Seat.MEMBER, "E-EDU/局长"), (Seat.MEMBER, "E-P/安全主任"))
    value = Group(code="E/消防联席会议", unit="E", title="消防联席会议", seats=seats)
    actions.set_group(by(still_clock), value)
    return value.code


def conference(group: str, **changes) -> dict[str, object]:
    return {
        "key": "k",
        "group": group,
        "title": "第一次联席会议",
        "day": "2026-05-20",
        "chair": "陈春溪",
        "agenda": "消火栓\n疏散通道",
        "there": ["陈春溪"],
        "others": "列席甲",
        "text-1": "检修全部消火栓",
        "unit-1": "E-P",
        "due-1": DUE.isoformat(),
        "text-2": "会议纪要印发",
        **changes,
    }


def test_a_conference_becomes_a_record_and_tasks_that_the_next_one_follows_up(sign_in, group) -> None:
    client = sign_in("chenchunxi")
    blank = client.get("/conferences/new/", {"group": group})
    assert [one.person for one in blank.context["sittings"]] == ["陈春溪", "韩书远", ""]
    assert blank.context["entry"].chair == "陈春溪"
    answer = client.post("/conferences/new/", conference(group))
    ref = answer.headers["Location"].split("/")[2]
    found = load.record(ref)
    said = {(one.key, one.text or one.person) for one in found.details}
    assert ("apologies", "韩书远") in said
    assert ("attendance", "列席甲") in said
    assert ("agenda", "疏散通道") in said
    text = client.get(f"/records/{ref}/").content.decode()
    assert "检修全部消火栓" in text
    following = client.get("/conferences/new/", {"group": group})
    assert [one.line.title for one in following.context["lines"]] == ["检修全部消火栓"]
    page = client.get("/conferences/", {"group": group})
    assert [one.ref for one in page.context["held"]] == [ref]
    assert page.context["open_count"] == 1
    assert "待签收" in sign_in("taochunyuan").get("/matters/").content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"agenda": ""}, "agenda"),
        ({"day": "2026-06-30"}, "day"),
        ({"there": [], "others": ""}, "attendance"),
        ({"unit-1": "W-P"}, "decisions"),
        ({"due-1": "2026-99-01"}, "decisions"),
        ({"text-1": ""}, "decisions"),
        ({"text-2": OUTSIDE}, "decisions"),
    ],
)
def test_a_conference_that_cannot_stand_says_why_and_leaves_nothing(sign_in, group, changes, field) -> None:
    before = load.count_records()
    answer = sign_in("chenchunxi").post("/conferences/new/", conference(group, **changes))
    assert answer.status_code == 422
    assert field in answer.context["wrong"]
    assert load.count_records() == before
    assert answer.context["entry"].rows[0].unit == conference(group, **changes)["unit-1"]


def test_a_conference_is_of_those_who_see_the_unit(sign_in, group) -> None:
    for username in ("zhenghaining", "taochunyuan", "auditor"):
        assert sign_in(username).get("/conferences/", {"group": group}).status_code == 404
        assert sign_in(username).get("/conferences/new/", {"group": group}).status_code == 404
    assert sign_in("clerk").get("/conferences/", {"group": "E/none"}).status_code == 404


def test_a_record_shows_the_tasks_that_came_from_it(sign_in, still_clock) -> None:
    record = actions.record(
        by(still_clock, username="clerk"), unit="E-P", day=date(2026, 5, 18), kind="check", title="消火栓检查"
    )
    client = sign_in("clerk")
    form = {"key": "k", "unit": "HB", "title": "检修消火栓", "to": "E-P", "source": record}
    ref = client.post("/matters/tasks/new/", form).headers["Location"].split("/")[2]
    assert f'href="/matters/{ref}/"' in client.get(f"/records/{record}/").content.decode()
    assert f'href="/records/{record}/"' in client.get(f"/matters/{ref}/").content.decode()
    assert client.post("/matters/tasks/new/", {**form, "key": "k2", "source": "r999"}).status_code == 422


# Home


def test_home_shows_the_boxes_with_their_counts_before_anything_else(sign_in, still_clock) -> None:
    a_task(still_clock)
    page = sign_in("taochunyuan").get("/")
    assert [(tile.name, tile.count) for tile in page.context["boxes"]] == [
        ("待办", 1),
        ("已办", 0),
        ("我发起", 0),
        ("逾期", 0),
    ]
    text = page.content.decode()
    assert text.index('href="/matters/?box=to-do"') < text.index("分管工作") < text.index('id="overdue"')


def test_home_shows_a_leader_the_portfolio_by_post_and_subject(sign_in) -> None:
    (share,) = sign_in("taochunyuan").get("/").context["portfolio"]
    assert (share.post, share.subject, share.overdue) == ("校长", "消防", 5)
    assert sign_in("clerk").get("/").context["portfolio"] == ()
