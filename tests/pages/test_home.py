"""My duties."""

from __future__ import annotations

from datetime import date

from remit.store import actions
from tests.pages.conftest import by


def test_it_shows_what_the_signed_in_person_answers_for_and_in_which_degree(sign_in) -> None:
    text = sign_in("taochunyuan").get("/").content.decode()
    assert "每月至少对消防设施检查一次" in text
    assert "望潮区第一小学" in text
    assert "第一责任人" in text


def test_it_shows_nothing_of_another_unit(sign_in) -> None:
    text = sign_in("taochunyuan").get("/").content.decode()
    assert "观海中学" not in text
    assert "西岭" not in text


def test_it_says_due_days_as_offices_write_them(sign_in) -> None:
    assert "2026年5月31日" in sign_in("taochunyuan").get("/").content.decode()
    assert "31 May 2026" in sign_in("taochunyuan", language="en").get("/").content.decode()


def test_it_links_each_duty_to_its_words_and_to_the_form_that_records_it(sign_in) -> None:
    text = sign_in("taochunyuan").get("/").content.decode()
    assert '/regimes/harbour-school-fire/2026-01-01/#q-art-3.i-2"' in text
    assert "/records/new?duty=harbour-school-fire%2Fart-3.i-2&amp;unit=E-P&amp;window=2026-04" in text


def test_windows_of_one_duty_that_stand_alike_are_one_row(sign_in) -> None:
    page = sign_in("taochunyuan").get("/")
    overdue = next(g for g in page.context["groups"] if g.anchor == "overdue")
    checks = [i for i in overdue.items if i.duty.ref == "art-3.i-2"]
    assert [(i.standing.occurrence.window, len(i.more)) for i in checks] == [("2026-01", 3)]


def test_a_record_moves_a_window_from_overdue_to_done_and_is_named_as_the_reason(
    sign_in, still_clock
) -> None:
    ref = actions.record(
        by(still_clock, username="taochunyuan"),
        unit="E-P",
        day=date(2026, 3, 18),
        kind="drill",
        title="演练",
        meets=("harbour-school-fire/art-3.i-1",),
    )
    page = sign_in("taochunyuan").get("/")
    done = next(g for g in page.context["groups"] if g.anchor == "done")
    assert [i.standing.records for i in done.items] == [(ref,)]
    assert page.content.decode().count(f'<a href="/records/{ref}/">{ref}</a>') == 1


def test_it_counts_what_is_to_do_overdue_due_soon_upcoming_and_done(sign_in) -> None:
    tiles = {t.name: t.count for t in sign_in("taochunyuan").get("/").context["tiles"]}
    assert tiles["待办"] == tiles["逾期未办"] + tiles["即将到期"]
    assert tiles["逾期未办"] == 5  # four months and one quarter
    assert tiles["已办"] == 0


def test_a_clerk_without_a_post_sees_what_the_unit_owes(sign_in) -> None:
    page = sign_in("clerk").get("/")
    assert "临港市人民政府" in page.content.decode()
    assert page.context["posts"] == ()


def test_whoever_holds_no_post_is_told_so(sign_in) -> None:
    assert "没有担任任何岗位" in sign_in("newcomer").get("/").content.decode()


def test_auditor_administrator_and_reviewer_are_told_what_their_account_is_for(sign_in) -> None:
    for username, word in (("auditor", "审计日志"), ("keeper", "管理账号"), ("reviewer", "复核规定")):
        text = sign_in(username).get("/").content.decode()
        assert word in text
        assert "学校" not in text
