"""What a unit is as an office: history, posts, leading groups; and the units below it in pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Group, Organisation, Post, Seat, Unit
from remit.store import actions, load
from tests.pages.conftest import by

HEAD = "E-P/校长"
GROUP = Group(
    code="E/消防安全领导小组",
    unit="E",
    title="消防安全领导小组",
    seats=((Seat.CHAIR, "E/区长"), (Seat.VICE, "E/分管教育副区长"), (Seat.MEMBER, "E-P/安全主任")),
    office="E-EDU",
)


def add_schools(now, first: int, last: int) -> None:
    units = tuple(
        Unit(code=f"E-{n:03}", name=f"第{n}小学", parent="E", kind="学校", tags=("寄宿制",) if n % 2 else ())
        for n in range(first, last)
    )
    actions.import_organisation(by(now), Organisation(units=units))


PEOPLE = "/organisation/people/"


def text(client, address: str, **given: str) -> str:
    page = client.get(address, given)
    assert page.status_code == 200
    return page.content.decode()


def questions(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_history_of_a_unit_stands_on_its_page_with_names_and_days(sign_in, still_clock) -> None:
    actions.rename(by(still_clock), unit="E-P", name="望潮小学", day=date(2026, 3, 1))
    actions.move(by(still_clock), unit="E-P", parent="W", day=date(2026, 4, 1))
    page = text(sign_in("clerk"), PEOPLE, unit="E-P")
    assert "由“望潮区第一小学”更名为“望潮小学”。" in page
    assert "由“望潮区人民政府”划转至“西岭区人民政府”。" in page
    assert "2026年3月1日" in page
    for address, given in (("/units/E-P/", {}), (PEOPLE, {"unit": "E-P"})):
        past = text(sign_in("clerk"), address, on="2026-02-28", **given)
        assert "<h1>望潮区第一小学</h1>" in past
        assert "<h1>望潮小学</h1>" in text(sign_in("clerk"), address, **given)


def test_a_unit_that_is_gone_says_so_and_leads_to_its_successor(sign_in, still_clock) -> None:
    actions.merge(by(still_clock), unit="E-M", into="E-P", day=date(2026, 5, 1))
    for address, given in (("/units/E-M/", {}), (PEOPLE, {"unit": "E-M"})):
        page = text(sign_in("clerk", language="en"), address, **given)
        assert "This unit existed until 30 April 2026" in page
        assert "It was merged into 望潮区第一小学" in page
        assert 'href="/units/E-P/"' in page
    assert "New post" not in page
    assert "Change this unit" not in page
    assert "This unit existed" not in text(sign_in("clerk", language="en"), "/units/E-M/", on="2026-04-30")
    assert "“观海中学” was merged into it." in text(sign_in("clerk", language="en"), PEOPLE, unit="E-P")
    names = [one.code for one, _ in sign_in("clerk").get("/units/E/").context["stands"].below]
    assert "E-M" not in names
    assert "E-P" in names


def test_a_closed_unit_leads_to_its_superior_and_a_coming_one_says_that_it_is_to_come(
    sign_in, still_clock
) -> None:
    actions.close(by(still_clock), unit="E-M", day=date(2026, 5, 1))
    assert "It was closed; 望潮区人民政府 above answers" in text(
        sign_in("clerk", language="en"), "/units/E-M/"
    )
    part = Unit(code="E-N", name="望潮新校", kind="学校")
    actions.split(by(still_clock), unit="E-P", parts=[part], day=date(2026, 5, 1))
    client = sign_in("clerk", language="en")
    assert "Split off from “望潮区第一小学”." in text(client, PEOPLE, unit="E-N")
    assert "does not exist yet on this day" in text(client, "/units/E-N/", on="2026-04-30")


def test_a_vacant_post_says_who_answers_and_an_acting_holder_is_marked(sign_in, still_clock) -> None:
    page = text(sign_in("clerk", language="en"), PEOPLE, unit="E-P")
    assert "校长 陶春远 answers" in page
    actions.appoint(by(still_clock), post="E-P/安全主任", person="杜衡", since=date(2026, 5, 1), acting=True)
    page = text(sign_in("clerk", language="en"), PEOPLE, unit="E-P")
    assert '杜衡 <span class="chip">acting</span>' in page


def test_a_leading_group_is_a_card_with_its_seats_holders_and_office(sign_in, still_clock) -> None:
    actions.set_group(by(still_clock), GROUP)
    page = sign_in("clerk").get(PEOPLE, {"unit": "E"})
    (card,) = page.context["groups"]
    assert [(line.seat, line.title, [one.person for one in line.holders]) for line in card.seats] == [
        ("组长", "区长", ["陈春溪"]),
        ("副组长", "分管教育副区长", ["郑安远"]),
        ("成员", "安全主任", []),
    ]
    assert [line.unit_name for line in card.seats] == ["", "", "望潮区第一小学"]
    assert card.office == "望潮区教育局"
    actions.set_group(by(still_clock), replace(GROUP, office="E/区长"))
    assert sign_in("clerk").get(PEOPLE, {"unit": "E"}).context["groups"][0].office == "望潮区人民政府 区长"


def test_posts_are_shown_with_their_holders_of_that_day_and_vacancies(sign_in) -> None:
    page = text(sign_in("clerk"), PEOPLE, unit="E-P")
    assert "范明松" in page
    assert "空缺" in page
    assert "范明松" not in text(sign_in("clerk"), PEOPLE, unit="E-P", on="2024-08-31")


def test_another_units_people_are_as_if_they_were_not_there(sign_in) -> None:
    for code in ("W-P", "E", "nowhere", ""):
        assert sign_in("taochunyuan").get(PEOPLE, {"unit": code}).status_code == 404


@pytest.mark.parametrize(("username", "offered"), [("clerk", True), ("taochunyuan", False)])
def test_only_who_keeps_the_organisation_is_offered_to_change_it(
    sign_in, username: str, *, offered: bool
) -> None:
    page = text(sign_in(username), PEOPLE, unit="E-P")
    for words in ("办理机构变更", "新设岗位", "新设领导小组"):
        assert (words in page) is offered


def test_the_list_of_units_comes_in_fifties(sign_in, still_clock) -> None:
    add_schools(still_clock, 0, 120)
    client = sign_in("clerk")
    address, seen = "/organisation/units/?unit=E", []
    for _ in range(3):
        page = client.get(address)
        assert len(page.context["rows"]) <= 50
        assert page.context["level"].total == 123
        seen += [unit.code for unit, *_ in page.context["rows"]]
        address = f"/organisation/units/?{page.context['next']}"
    assert page.context["next"] == ""
    assert page.context["first"] == "unit=E"
    assert len(seen) == len(set(seen)) == 123


def test_the_list_of_units_is_chosen_by_kind_and_tag_and_hides_what_is_closed(sign_in, still_clock) -> None:
    add_schools(still_clock, 0, 4)
    actions.close(by(still_clock), unit="E-001", day=date(2026, 5, 1))

    def codes(**given: str) -> list[str]:
        page = sign_in("clerk").get("/organisation/units/", {"unit": "E", **given})
        return [unit.code for unit, *_ in page.context["rows"]]

    assert codes(kind="区教育局") == ["E-EDU"]
    assert codes(tag="寄宿制") == ["E-003"]
    assert codes(tag="寄宿制", closed="1") == ["E-001", "E-003"]
    whole = sign_in("clerk").get("/organisation/units/", {"unit": "HB", "whole": "1"}).context["level"]
    assert whole.total == 10
    assert codes(kind="无") == []
    shown = text(sign_in("clerk"), "/organisation/units/", unit="E", closed="1")
    assert "至2026年4月30日" in shown


@pytest.mark.parametrize("unit", ["W", "HB", "nowhere", ""])
def test_the_list_of_another_branch_is_as_if_it_were_not_there(sign_in, unit: str) -> None:
    assert sign_in("taochunyuan").get("/organisation/units/", {"unit": unit}).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/organisation/units/?unit=E",
        "/organisation/units/?unit=HB&whole=1&kind=学校&tag=寄宿制&closed=1",
        "/organisation/units/move/?unit=E-P",
        "/organisation/posts/?post=E-P/校长",
        "/organisation/posts/new/?unit=E-P",
        "/organisation/groups/?unit=E-P",
        "/units/E/",
    ],
)
def test_a_page_asks_the_same_with_5_and_60_units_below(sign_in, still_clock, address: str) -> None:
    client = sign_in("clerk")
    add_schools(still_clock, 0, 5)
    few = questions(client, address)
    add_schools(still_clock, 5, 60)
    assert questions(client, address) == few


def test_a_unit_s_page_asks_the_same_with_2_and_30_posts_changes_and_seats(sign_in, still_clock) -> None:
    def grow(first: int, last: int) -> None:
        posts = [f"E-P/副校长{n}" for n in range(first, last)]
        for n, code in enumerate(posts, start=first):
            made = Post(code=code, unit="E-P", title=f"副校长{n}", degree=Degree.DIRECT)
            actions.set_post(by(still_clock), made)
            actions.appoint(by(still_clock), post=code, person=f"某{n}", since=date(2026, 1, 1))
            actions.rename(by(still_clock), unit="E-P", name=f"第{n}名", day=date(2026, 1, 1 + n))
        seats = tuple((Seat.MEMBER, code) for code in posts)
        actions.set_group(
            by(still_clock), Group(code=f"G{first}", unit="E-P", title=f"组{first}", seats=seats)
        )

    client = sign_in("clerk")
    grow(0, 2)
    few = {page: questions(client, page) for page in ("/units/E-P/", "/organisation/posts/?post=E-P/校长")}
    grow(2, 30)
    assert {page: questions(client, page) for page in few} == few


@pytest.mark.parametrize("unit", ["E-P"])
def test_a_group_is_made_and_changed_by_form(sign_in, still_clock, unit: str) -> None:
    client = sign_in("clerk")
    form = {"unit": unit, "key": "g1", "title": "消防领导小组", "office": "E-P/安全主任"}
    form |= {
        "seat-1": "member",
        "post-1": "E-P/后勤副校长",
        "seat-2": "chair",
        "post-2": HEAD,
        "seat-3": "vice",
    }
    for _ in range(2):
        page = client.post("/organisation/groups/", form)
        assert page.status_code == 302
    (made,) = load.groups(load.stretch(unit))
    assert made.seats == ((Seat.CHAIR, HEAD), (Seat.MEMBER, "E-P/后勤副校长"))
    again = client.post("/organisation/groups/", {**form, "key": "g2"})
    assert again.status_code == 422
    assert "已有领导小组" in again.content.decode()
    changed = {**form, "group": made.code, "key": "g3", "post-1": ""}
    assert client.post("/organisation/groups/", changed).status_code == 302
    assert load.groups(load.stretch(unit))[0].seats == ((Seat.CHAIR, HEAD),)
    assert "消防领导小组" in text(client, "/organisation/groups/", group=made.code)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"post-1": "无"}, "seats"),
        ({"office": "无"}, "office"),
        ({"post-2": HEAD, "seat-2": "chair"}, "seats"),
    ],
)
def test_a_group_that_cannot_be_is_shown_again_with_what_was_typed(sign_in, wrong, field: str) -> None:
    form = {"unit": "E-P", "key": "g1", "title": "某组", "seat-1": "chair", "post-1": HEAD, **wrong}
    page = sign_in("clerk").post("/organisation/groups/", form)
    assert page.status_code == 422
    assert page.context["wrong"][field]


@pytest.mark.parametrize("given", [{"unit": "E-P"}, {"group": "E/消防安全领导小组"}, {"group": "none"}, {}])
def test_who_does_not_keep_the_organisation_meets_no_form_of_groups(sign_in, still_clock, given) -> None:
    actions.set_group(by(still_clock), GROUP)
    assert sign_in("taochunyuan").get("/organisation/groups/", given).status_code == 404
