"""Who answers, on any day."""

from __future__ import annotations

import pytest

REPORT = "harbour-school-fire/art-4"


def ask(client, **values: str):
    return client.get("/who/", {"unit": "E-P", "duty": REPORT, "on": "2026-05-20", **values})


def test_it_names_the_persons_of_that_day_in_their_degrees_with_the_reason(sign_in) -> None:
    page = ask(sign_in("taochunyuan"))
    people = [line.answer.person for line in page.context["lines"]]
    assert people[:2] == ["陶春远", "范明松"]
    text = page.content.decode()
    assert "校长" in text
    assert "2024年9月1日" in text


def test_before_anybody_held_the_post_it_says_vacant(sign_in) -> None:
    page = ask(sign_in("clerk"), on="2026-05-20", unit="E-M")
    assert [line.answer.person for line in page.context["lines"]] == ["姜思松"]


def test_a_duty_that_is_not_in_force_on_the_day_is_said_to_be_so(sign_in) -> None:
    page = ask(sign_in("taochunyuan"), on="2025-12-31")
    assert page.context["not_bound"]
    assert "2025年12月31日" in page.content.decode()


def test_a_duty_of_other_kinds_of_unit_is_said_to_bind_others(sign_in) -> None:
    page = ask(sign_in("taochunyuan"), duty="harbour-school-fire/art-8")
    assert page.context["lines"] == ()
    assert "望潮区第一小学" in page.content.decode()


def test_without_a_duty_it_asks_which(sign_in) -> None:
    page = sign_in("taochunyuan").get("/who/")
    assert page.context["code"] == "E-P"
    assert '<optgroup label="临港市学校消防安全责任制实施办法">' in page.content.decode()


def test_a_day_that_is_none_is_named(sign_in) -> None:
    assert "2026-02-31" in ask(sign_in("taochunyuan"), on="2026-02-31").content.decode()


@pytest.mark.parametrize("code", ["W-P", "HB", "nowhere"])
def test_another_branch_is_as_if_it_were_not_there(sign_in, code: str) -> None:
    page = ask(sign_in("taochunyuan"), unit=code)
    assert page.status_code == 404
    assert "郑海宁" not in page.content.decode()


def test_whoever_belongs_nowhere_is_told_so(sign_in) -> None:
    assert "没有担任任何岗位" in sign_in("newcomer").get("/who/").content.decode()
