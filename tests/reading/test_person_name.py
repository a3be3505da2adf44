"""Names where posts belong: reported, kept in the clause's words, and never a bearer beside a post."""

from __future__ import annotations

from datetime import date

import pytest

from remit.reading.person_name import is_person_name, persons_in, without_name
from remit.reading.provision import provisions
from remit.reading.regime_draft import draft
from remit.reading.structure import outline

PLAN = (
    "一、专项行动\n（一）建立码头隐患台账，落实整改措施。（{brackets}）\n"
    "（二）开展消防设施检查。（责任单位：安全处）\n"
)


def told(text: str) -> list[tuple[str, int, str]]:
    tree, _ = outline(text)
    _, problems = provisions(text, tree)
    return [(p.code, p.place.line, dict(p.values)["name"]) for p in problems if p.code == "person-named"]


def holders(text: str) -> list[tuple[str, ...]]:
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    return [one.holders for one in read]


@pytest.mark.parametrize("words", ["李明", "王建国", "欧阳锋", "诸葛明亮"])
def test_a_surname_with_one_or_two_characters_is_a_name(words: str) -> None:
    assert is_person_name(words)


@pytest.mark.parametrize(
    "words", ["安全处", "金融办", "党委", "高校", "司机", "班主任", "项目部", "张", "李明的事"]
)
def test_bodies_posts_and_things_are_no_names(words: str) -> None:
    assert not is_person_name(words)


def test_a_name_after_a_label_is_reported_at_its_place() -> None:
    text = PLAN.format(brackets="责任领导：李明；责任处室：后勤处")
    assert told(text) == [("person-named", 2, "李明")]
    assert "李明" in text


@pytest.mark.parametrize(
    "brackets",
    ["责任人：各处室负责人", "责任单位：金融办、高校", "教育局牵头，公安局配合", "责任人：安全科长、班主任"],
)
def test_posts_and_bodies_are_not_reported(brackets: str) -> None:
    assert told(PLAN.format(brackets=brackets)) == []


def test_beside_a_post_a_name_bears_nothing() -> None:
    assert holders(PLAN.format(brackets="责任领导：李明，责任单位：后勤处"))[0] == ("后勤处",)


def test_of_a_post_with_a_name_the_post_bears_it() -> None:
    assert without_name("副校长李明") == "副校长"
    assert without_name("李明副校长") == "副校长"
    assert without_name("安全处") == "安全处"
    assert holders(PLAN.format(brackets="责任领导：副校长李明，责任单位：后勤处"))[0] == ("副校长", "后勤处")


def test_no_name_becomes_a_role_of_the_regime() -> None:
    text = PLAN.format(brackets="责任人：李明")
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    regime = draft(text, tree, read, id="a", title="t", edition=date(2026, 1, 1))
    assert persons_in(text) == {"李明"}
    assert [role.name for role in regime.roles] == ["安全处"]


def test_english_titles_show_a_name() -> None:
    text = (
        "1. Inspect the berths. (Responsible: Mr John Smith)\n2. Keep the log. (Responsible: Safety Office)\n"
    )
    assert told(text) == [("person-named", 1, "Mr John Smith")]
