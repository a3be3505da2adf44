"""Posts on their pages: made, corrected, filled, vacated, closed, handed over and lent."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Holder
from remit.store import actions, load
from remit.store.access import Role
from tests.pages.conftest import by, record_drill, signed_in

HEAD, DEPUTY, VACANT = "E-P/校长", "E-P/后勤副校长", "E-P/安全主任"
NEW = "/organisation/posts/new/"


def page(client, post: str = HEAD, **given: str):
    return client.get("/organisation/posts/", {"post": post, **given})


def do(client, what: str, post: str = HEAD, **form: str):
    return client.post(f"/organisation/posts/{what}/", {"post": post, "key": f"k-{what}", **form})


def holders(post: str = HEAD) -> list[tuple[str, str, str]]:
    return [(one.person, str(one.since), str(one.until)) for one in load.holders_of(post)]


def open_account(now, username: str, person: str) -> None:
    actions.create_account(by(now), username=username, person=person, unit="", role=Role.HOLDER)


def test_a_post_shows_its_holder_of_a_day_and_all_that_were(sign_in, still_clock) -> None:
    actions.appoint(by(still_clock), post=HEAD, person="柳明舒", since=date(2026, 5, 11))
    client = sign_in("clerk")
    today, before = page(client), page(client, on="2026-05-10")
    assert [one.person for one in today.context["line"].holders] == ["柳明舒"]
    assert [one.person for one in before.context["line"].holders] == ["陶春远"]
    text = today.content.decode()
    assert "2024年9月1日至2026年5月10日" in text
    vacant = page(client, VACANT).content.decode()
    assert "由校长柳明舒负责" in vacant


def test_a_post_is_made_once_and_not_over_one_that_is_there(sign_in) -> None:
    client = sign_in("clerk")
    form = {
        "unit": "E-P",
        "key": "n1",
        "title": "德育副校长",
        "degree": "leadership",
        "portfolio": "德育、家校",
        "covers": "E-P",
        "since": "2026-05-01",
    }
    for _ in range(2):
        assert client.post(NEW, form).status_code == 302
    (made,) = load.posts_named(["E-P/德育副校长"])
    assert (made.degree, made.portfolio, made.covers) == (Degree.LEADERSHIP, ("德育", "家校"), ("E-P",))
    assert made.since == date(2026, 5, 1)
    again = client.post(NEW, {**form, "key": "n2"})
    assert again.status_code == 422
    assert again.context["wrong"]["code"]
    assert 'value="德育副校长"' in again.content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"title": ""}, "title"), ({"covers": "无此单位"}, "covers"), ({"since": "2026-02-30"}, "since")],
)
def test_what_is_wrong_with_a_post_stands_by_its_field(sign_in, wrong, field: str) -> None:
    form = {"unit": "E-P", "key": "n1", "title": "某岗", "degree": "direct", **wrong}
    answer = sign_in("clerk").post(NEW, form)
    assert answer.status_code == 422
    assert answer.context["wrong"][field]


def test_a_correction_keeps_code_and_days(sign_in) -> None:
    client = sign_in("clerk")
    address = "/organisation/posts/edit/"
    assert 'value="消防"' in client.get(address, {"post": DEPUTY}).content.decode()
    form = {"post": DEPUTY, "key": "c1", "title": "安全副校长", "degree": "direct", "portfolio": ""}
    assert client.post(address, form).status_code == 302
    (post,) = load.posts_named([DEPUTY])
    assert (post.title, post.portfolio) == ("安全副校长", ())
    assert client.post(address, {**form, "key": "c2", "title": " "}).status_code == 422


def test_appointing_ends_the_former_holder_and_offers_the_handover(sign_in, still_clock) -> None:
    record_drill(still_clock)
    client = sign_in("clerk")
    for _ in range(2):
        assert do(client, "appoint", person="柳明舒", since="2026-05-11").status_code == 302
    assert holders() == [("陶春远", "2024-09-01", "2026-05-10"), ("柳明舒", "2026-05-11", "None")]
    shown = page(client)
    assert shown.context["due"]["incoming"].person == "柳明舒"
    form = {"post": HEAD, "day": "2026-05-11", "key": "h1"}
    done = client.post("/organisation/posts/hand-over/", form)
    assert done.status_code == 302
    assert page(client).context["due"] is None
    text = client.get(done["Location"]).content.decode()
    assert "每月至少对消防设施检查一次" in text
    assert "全校消防疏散演练" in text
    assert "演练记录.txt" in text
    assert "2026年5月10日" in text


def test_both_sign_and_the_one_who_left_still_reads_it(sign_in, still_clock) -> None:
    open_account(still_clock, "fanmingsong", "范明松")
    open_account(still_clock, "liumingshu", "柳明舒")
    actions.appoint(by(still_clock), post=DEPUTY, person="柳明舒", since=date(2026, 5, 11))
    ref = actions.prepare_handover(by(still_clock), post=DEPUTY, day=date(2026, 5, 11))
    address = f"/organisation/handovers/{ref}/"
    assert sign_in("zhenghaining").get(address).status_code == 404
    assert "确认" not in sign_in("clerk").get(address).content.decode()
    assert sign_in("clerk").post(f"{address}sign/").status_code == 404
    for username in ("fanmingsong", "liumingshu"):
        client = signed_in(username, **{"accept-language": "zh-hans"})
        assert address in client.get("/").content.decode()
        before = client.get(address)
        assert before.context["mine"]
        for _ in range(2):
            assert client.post(f"{address}sign/").status_code == 302
        assert not client.get(address).context["mine"]
        assert address not in client.get("/").content.decode()
    held = load.handover(ref)
    assert held.signed_out is not None
    assert held.signed_in is not None
    assert "已于2026年5月20日 10:00签字" in sign_in("clerk").get(address).content.decode()
    leaver = signed_in("fanmingsong").get(address)
    assert leaver.context["sees"] is False
    assert 'href="/records/r' not in leaver.content.decode()


def test_a_handover_that_is_none_is_refused(sign_in) -> None:
    answer = sign_in("clerk").post("/organisation/posts/hand-over/", {"post": HEAD, "day": "2026-05-11"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("what", "form"),
    [
        ("appoint", {"person": "", "since": "2026-05-11"}),
        ("appoint", {"person": "柳明舒", "since": ""}),
        ("appoint", {"person": "柳明舒", "since": "2024-08-31"}),
        ("vacate", {"last": ""}),
        ("vacate", {"last": "2024-08-01"}),
        ("close", {"until": "2024-08-01"}),
        ("close", {"until": "x"}),
        ("lend", {"borrower": "", "loan-since": "2026-05-20", "loan-until": "2026-06-20", "reason": "出差"}),
        (
            "lend",
            {"borrower": "甲", "loan-since": "2026-05-20", "loan-until": "2026-05-10", "reason": "出差"},
        ),
        (
            "lend",
            {"borrower": "陶春远", "loan-since": "2026-05-20", "loan-until": "2026-06-20", "reason": "出差"},
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_the_form_stays_open_as_it_was_typed(
    sign_in, what: str, form
) -> None:
    answer = do(sign_in("clerk"), what, **form)
    assert answer.status_code == 422
    assert answer.context["opened"] == what
    text = answer.content.decode()
    assert 'id="problems"' in text
    assert all(f'value="{value}"' in text for value in form.values() if value)
    assert holders() == [("陶春远", "2024-09-01", "None")]


def test_a_post_falls_vacant_and_is_closed(sign_in) -> None:
    client = sign_in("clerk")
    assert do(client, "vacate", last="2026-05-10").status_code == 302
    assert holders() == [("陶春远", "2024-09-01", "2026-05-10")]
    assert "空缺" in page(client).content.decode()
    assert do(client, "close", post=DEPUTY, until="2026-05-15").status_code == 302
    closed = page(client, DEPUTY)
    assert closed.context["there"] is False
    assert closed.context["keeps"] is False
    assert page(client, DEPUTY, on="2026-05-15").context["there"]
    assert holders(DEPUTY)[-1][2] == "2026-05-15"
    assert do(client, "burn").status_code == 404


@pytest.mark.parametrize("what", ["appoint", "vacate", "close"])
def test_a_holder_does_not_fill_posts(sign_in, what: str) -> None:
    form = {"person": "甲", "since": "2026-05-11", "last": "2026-05-11", "until": "2026-05-11"}
    assert do(sign_in("taochunyuan"), what, **form).status_code == 404
    assert sign_in("taochunyuan").get(NEW, {"unit": "E-P"}).status_code == 404
    assert sign_in("taochunyuan").get("/organisation/posts/edit/", {"post": HEAD}).status_code == 404


@pytest.mark.parametrize("post", ["W-P/校长", "none", ""])
def test_a_post_of_another_branch_is_as_if_it_were_not_there(sign_in, post: str) -> None:
    assert page(sign_in("taochunyuan"), post).status_code == 404


def lend(client, **more: str):
    form = {
        "borrower": "许新人",
        "loan-since": "2026-05-20",
        "loan-until": "2026-06-20",
        "reason": "外出学习",
    }
    return do(client, "lend", **{**form, **more})


def test_a_holder_lends_the_own_post_and_both_see_it(sign_in) -> None:
    owner = sign_in("taochunyuan")
    assert "临时委托他人" in page(owner).content.decode()
    for _ in range(2):
        assert lend(owner).status_code == 302
    borrower = signed_in("newcomer", **{"accept-language": "zh-hans"})
    ours, theirs = owner.get("/").content.decode(), borrower.get("/").content.decode()
    assert "委托给许新人" in ours
    assert "委托给我" in theirs
    assert "外出学习" in theirs
    assert "2026年5月20日至2026年6月20日" in theirs
    assert borrower.get("/units/E-P/").status_code == 200
    (loan,) = load.delegations(person="许新人")
    form = {"next": "/units/"}
    assert borrower.post(f"/organisation/loans/{loan.ref}/end/", form)["Location"] == "/units/"
    assert "委托给我" not in borrower.get("/").content.decode()
    assert "委托给" not in owner.get("/").content.decode()


def test_a_stranger_neither_lends_nor_ends_a_loan(sign_in) -> None:
    assert lend(sign_in("zhenghaining")).status_code == 404
    lend(sign_in("taochunyuan"))
    (loan,) = load.delegations(person="许新人")
    assert sign_in("zhenghaining").post(f"/organisation/loans/{loan.ref}/end/").status_code == 404
    assert "许新人" in page(sign_in("clerk")).content.decode()


def test_a_handover_asks_the_same_with_3_and_30_records(sign_in, still_clock) -> None:
    def questions() -> int:
        day = date(2026, 5, 11)
        ref = actions.prepare_handover(by(still_clock), post=HEAD, day=day)
        client = sign_in("clerk")
        client.get(f"/organisation/handovers/{ref}/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/organisation/handovers/{ref}/").status_code == 200
        return len(asked)

    actions.appoint(by(still_clock), post=HEAD, person="甲", since=date(2026, 5, 11))
    few = questions()
    load_records(still_clock, 30)
    actions.appoint(by(still_clock), post=HEAD, person="乙", since=date(2026, 5, 12))
    day = date(2026, 5, 12)
    ref = actions.prepare_handover(by(still_clock), post=HEAD, day=day)
    client = sign_in("clerk")
    client.get(f"/organisation/handovers/{ref}/")
    with CaptureQueriesContext(connection) as asked:
        assert len(client.get(f"/organisation/handovers/{ref}/").context["records"]) == 30
    assert len(asked) == few


def load_records(now, count: int) -> None:
    for n in range(count):
        actions.record(
            by(now),
            unit="E-P",
            day=date(2026, 1 + n % 4, 1 + n % 20),
            kind="check",
            title=f"第{n}次检查",
            meets=("harbour-school-fire/art-3.i-2",),
        )


def test_the_first_page_asks_the_same_with_1_and_12_loans_and_handovers(sign_in, still_clock) -> None:
    def more(first: int, last: int) -> None:
        for n in range(first, last):
            lend(owner, key=f"l{n}", borrower=f"甲{n}")
            ref = n + 1
            actions.appoint(by(still_clock), post=DEPUTY, person=f"丙{ref}", since=date(2026, 5, ref))
            if n:
                actions.prepare_handover(by(still_clock), post=DEPUTY, day=date(2026, 5, ref))

    def questions() -> int:
        owner.get("/")
        with CaptureQueriesContext(connection) as asked:
            assert owner.get("/").status_code == 200
        return len(asked)

    owner = sign_in("taochunyuan")
    more(0, 2)
    few = questions()
    more(2, 12)
    assert questions() == few
    assert Holder(post=DEPUTY, person="丙12", since=date(2026, 5, 12)) in load.holders_of(DEPUTY)
