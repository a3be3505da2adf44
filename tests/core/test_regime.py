from dataclasses import replace

import pytest

from remit.core.duty import Review, ReviewState
from remit.core.regime import (
    Edition,
    clause_path,
    duties,
    duties_in_force,
    duty_reference,
    find_clause,
    find_duty,
    find_role,
)
from tests.core.building import a_clause, a_duty, a_regime, day

REJECTED = replace(a_duty("art-5"), review=Review(state=ReviewState.REJECTED))
OUTSIDE = replace(a_clause(a_duty("art-6"), ref=("第六条",)), screen="out", why="watch-list")
REGIME = a_regime(
    clauses=[a_clause(a_duty(), REJECTED), OUTSIDE, a_clause(a_duty("art-7"), ref=("第七条", "(一)"))]
)


def test_duties_come_in_document_order_with_their_clauses() -> None:
    assert [(clause.ref[0], duty.ref) for clause, duty in duties(REGIME)] == [
        ("第四条", "art-4"),
        ("第四条", "art-5"),
        ("第六条", "art-6"),
        ("第七条", "art-7"),
    ]


def test_rejected_duties_and_those_outside_scope_are_not_in_force() -> None:
    assert [duty.ref for _, duty in duties_in_force(REGIME)] == ["art-4", "art-7"]


def test_proposed_accepted_and_corrected_duties_are_in_force() -> None:
    states = (ReviewState.PROPOSED, ReviewState.ACCEPTED, ReviewState.CORRECTED)
    found = a_regime(*(replace(a_duty(state), review=Review(state=state)) for state in states))
    assert len(list(duties_in_force(found))) == 3


def test_a_duty_is_found_by_its_own_or_its_public_reference() -> None:
    duty = a_duty("art-7")
    assert duty_reference(REGIME, duty) == "harbour/art-7"
    for ref in ("art-7", "harbour/art-7"):
        found = find_duty(REGIME, ref)
        assert found is not None
        assert found[1] == duty
    assert find_duty(REGIME, "art-8") is None
    assert find_duty(REGIME, "fire/art-7") is None


def test_clauses_and_roles_are_found_by_name() -> None:
    found = find_clause(REGIME, ("第七条", "(一)"))
    assert found is not None
    assert found.duties == (a_duty("art-7"),)
    assert find_clause(REGIME, ("第七条",)) is None
    role = find_role(REGIME, "泊位单位")
    assert role is not None
    assert role.units == ("berth",)
    assert find_role(REGIME, "泊位") is None


def test_a_path_and_an_edition_have_names_for_people() -> None:
    assert clause_path(("第九条", "第一款", "(四)")) == "第九条 第一款 (四)"
    assert clause_path(()) == ""
    assert str(Edition("harbour", day("2026-03-01"))) == "harbour@2026-03-01"


@pytest.mark.parametrize(
    ("ref", "path"),
    [
        (("第九条", "第一款", "(四)"), "第九条 第一款 (四)"),
        (("Chapter I", "Article 9", "第一款", "(d)"), "Chapter I Article 9 paragraph 1 (d)"),
        (("Article 9", "第十款"), "Article 9 paragraph 10"),
        (("Article 9", "第十二款"), "Article 9 paragraph 12"),
        (("Article 9", "第二十一款"), "Article 9 paragraph 21"),
        (("Article 9", "第三十款"), "Article 9 paragraph 30"),
        (("前言", "第二款"), "前言 第二款"),
        (("第二款",), "第二款"),
    ],
)
def test_a_path_of_numbers_is_said_in_the_language_of_the_text(ref: tuple[str, ...], path: str) -> None:
    assert clause_path(ref) == path
