from dataclasses import replace

import pytest

from remit.core.adoption import Adoption, adoption_problems, bearing_units, end_superseded
from remit.core.assignment import Answer, Assigned, Assignment, answer, answer_text, assign
from remit.core.duty import Degree, Review, ReviewState
from remit.core.post import Holder, Post
from remit.core.regime import Role
from tests.core.building import (
    HOLDERS,
    POSTS,
    UNITS,
    a_clause,
    a_directory,
    a_duty,
    a_regime,
    an_adoption,
    day,
)
from tests.core.catalogue import chinese


def berths(degree: Degree, *units: str) -> Role:
    return Role(name="泊位单位", degree=degree, units=units)


def posts_of(
    unit: str, role: Role, posts: tuple[Post, ...] = POSTS, *, subject: str = "靠泊安全"
) -> list[tuple[Degree, str]]:
    """Return the posts that answer at a unit for one duty that the role bears."""
    adoption = an_adoption(a_regime(a_duty(), roles=[role], subject=subject))
    (found,) = [one for one in assign(adoption, a_directory(posts=posts)) if one.unit == unit]
    return list(found.posts)


def a_post(code: str, degree: Degree, *portfolio: str, unit: str = "e1") -> Post:
    return Post(code=code, unit=unit, title=code, degree=degree, portfolio=portfolio)


def test_a_duty_falls_on_the_units_of_the_role_s_kinds() -> None:
    found = assign(an_adoption(a_regime(a_duty())), a_directory())
    assert [(one.duty, one.unit, one.role, one.clause) for one in found] == [
        ("harbour/art-4", unit, "泊位单位", ("第四条",)) for unit in ("e1", "e2", "w1")
    ]


def test_a_role_without_kinds_is_every_unit() -> None:
    role = Role(name="泊位单位")
    found = assign(an_adoption(a_regime(a_duty(), roles=[role])), a_directory())
    assert [one.unit for one in found] == [unit.code for unit in UNITS]


def test_only_the_adopting_subtree_is_bound() -> None:
    found = assign(an_adoption(a_regime(a_duty()), unit="east"), a_directory())
    assert [one.unit for one in found] == ["e1", "e2"]


def test_an_adoption_by_an_unknown_unit_binds_nobody() -> None:
    assert assign(an_adoption(a_regime(a_duty()), unit="north"), a_directory()) == ()


@pytest.mark.parametrize(
    ("on", "count"),
    [("2025-12-31", 0), ("2026-01-01", 3), ("2026-06-30", 3), ("2026-07-01", 0)],
)
def test_on_a_day_it_binds_while_it_is_in_force(on: str, count: int) -> None:
    adoption = an_adoption(a_regime(a_duty()), until="2026-06-30")
    assert len(assign(adoption, a_directory(), day=day(on))) == count


def test_an_open_adoption_binds_on_any_later_day() -> None:
    assert len(assign(an_adoption(a_regime(a_duty())), a_directory(), day=day("2060-01-01"))) == 3


def test_a_duty_with_two_roles_has_an_assignment_for_each() -> None:
    roles = [berths(Degree.PRINCIPAL, "berth"), Role(name="作业区", units=("area", "berth"))]
    duty = a_duty(holders=("泊位单位", "作业区", "泊位单位"))
    found = assign(an_adoption(a_regime(duty, roles=roles), unit="west"), a_directory())
    assert [(one.role, one.unit) for one in found] == [
        ("泊位单位", "w1"),
        ("作业区", "west"),
        ("作业区", "w1"),
    ]


def test_a_holder_that_is_no_role_binds_nobody() -> None:
    assert assign(an_adoption(a_regime(a_duty(holders=("不明",)))), a_directory()) == ()


def test_units_that_bear_a_duty_under_several_roles_come_once_in_tree_order() -> None:
    roles = [berths(Degree.PRINCIPAL, "berth"), Role(name="作业区", units=("area",))]
    adoption = an_adoption(a_regime(a_duty(), roles=roles))
    directory = a_directory()
    assert bearing_units(adoption, directory, ("泊位单位", "作业区")) == ("east", "e1", "e2", "west", "w1")
    assert bearing_units(adoption, directory, ("不明",)) == ()
    assert bearing_units(adoption, directory, ()) == ()


def test_rejected_duties_and_clauses_outside_scope_bind_nobody() -> None:
    rejected = replace(a_duty(), review=Review(state=ReviewState.REJECTED))
    outside = replace(a_clause(a_duty("art-5")), screen="out", why="watch-list")
    regime = a_regime(clauses=[a_clause(rejected), outside])
    assert assign(an_adoption(regime), a_directory()) == ()


def test_closed_posts_count_on_the_days_when_they_were_open_and_on_no_other() -> None:
    """Nor without a day: then those that stand in for them answer."""
    deputy = replace(a_post("deputy", Degree.DIRECT), until=day("2026-06-30"))
    posts = (a_post("head", Degree.FIRST), deputy)
    adoption = an_adoption(a_regime(a_duty(), roles=[berths(Degree.DIRECT, "berth")]))
    directory, some = a_directory(posts=posts), Assigned(adoption, a_directory(posts=posts))

    def posts_on(on: str) -> list[str]:
        found = [one for one in assign(adoption, directory, day=day(on)) if one.unit == "e1"]
        assert list(some.due("harbour/art-4", "e1", day(on))) == found
        return [code for one in found for _, code in one.posts]

    assert (posts_on("2026-06-30"), posts_on("2026-07-01")) == (["deputy"], ["head"])
    assert [one.posts for one in assign(adoption, directory) if one.unit == "e1"] == [
        ((Degree.FIRST, "head"),)
    ]
    assert posts_of("e1", berths(Degree.DIRECT, "berth"), posts=(deputy,)) == []
    assert set(some) == {("harbour/art-4", unit) for unit in ("e1", "e2", "w1")}
    assert some.due("harbour/art-4", "e2", day("2026-07-01"))[0].posts == ()
    assert some.due("harbour/art-9", "e1", day("2026-07-01")) == ()


def test_a_body_answers_through_its_head_the_deputy_in_charge_and_the_office() -> None:
    posts = (
        a_post("office", Degree.COORDINATING),
        a_post("deputy", Degree.DIRECT, "靠泊安全", "消防"),
        a_post("other", Degree.DIRECT, "后勤"),
        a_post("free", Degree.DIRECT),
        a_post("member", Degree.LEADERSHIP),
        a_post("head", Degree.FIRST),
        a_post("board", Degree.PRINCIPAL),
    )
    assert posts_of("e1", berths(Degree.PRINCIPAL, "berth"), posts) == [
        (Degree.PRINCIPAL, "board"),
        (Degree.FIRST, "head"),
        (Degree.DIRECT, "deputy"),
        (Degree.DIRECT, "free"),
        (Degree.COORDINATING, "office"),
    ]


@pytest.mark.parametrize("degree", [Degree.DIRECT, Degree.LEADERSHIP, Degree.LEAD, Degree.SUPPORTING])
def test_these_degrees_go_with_the_portfolio(degree: Degree) -> None:
    posts = (a_post("in", degree, "靠泊安全"), a_post("free", degree), a_post("out", degree, "后勤"))
    assert posts_of("e1", berths(degree, "berth"), posts) == [(degree, "in"), (degree, "free")]


@pytest.mark.parametrize("degree", [Degree.FIRST, Degree.COORDINATING, Degree.EXECUTING])
def test_these_degrees_do_not(degree: Degree) -> None:
    posts = (a_post("in", degree, "靠泊安全"), a_post("out", degree, "后勤"))
    assert posts_of("e1", berths(degree, "berth"), posts) == [(degree, "in"), (degree, "out")]


def test_without_a_subject_every_portfolio_will_do() -> None:
    posts = (a_post("in", Degree.DIRECT, "靠泊安全"), a_post("out", Degree.DIRECT, "后勤"))
    assert len(posts_of("e1", berths(Degree.DIRECT, "berth"), posts, subject="")) == 2


def test_a_missing_degree_falls_to_the_first_answerable() -> None:
    posts = (a_post("head", Degree.FIRST), a_post("out", Degree.LEAD, "后勤"))
    assert posts_of("e1", berths(Degree.LEAD, "berth"), posts) == [(Degree.FIRST, "head")]


def test_without_either_nobody_answers() -> None:
    assert posts_of("e1", berths(Degree.LEAD, "berth"), (a_post("member", Degree.LEADERSHIP),)) == []
    assert posts_of("e1", berths(Degree.PRINCIPAL, "berth"), ()) == []


DEPUTY = Holder(post="e1/deputy", person="陆缆", since=day("2020-01-01"))


def asked(unit: str, *posts: tuple[Degree, str], degree: Degree = Degree.PRINCIPAL) -> Assignment:
    return Assignment(
        duty="harbour/art-4", unit=unit, role="泊位单位", posts=posts, asked=degree, clause=("第四条", "(二)")
    )


def answers(assignment: Assignment, on: str, **changed: object) -> tuple[Answer, ...]:
    return answer(assignment, a_directory(**changed), day=day(on))


def test_who_held_the_post_on_that_day_answers_and_a_handover_does_not_rewrite_it() -> None:
    assignment = asked("e1", (Degree.FIRST, "e1/head"))
    found = [answers(assignment, on)[0] for on in ("2026-06-30", "2026-07-01")]
    assert [(one.person, one.reason, one.through) for one in found] == [
        ("江帆", "first", ""),
        ("沈舟", "first", ""),
    ]
    assert dict(found[1].values)["since"] == "2026-07-01"


def test_each_post_answers_in_its_own_degree() -> None:
    assignment = asked("e1", (Degree.FIRST, "e1/head"), (Degree.DIRECT, "e1/deputy"))
    assert [(one.degree, one.person, one.reason) for one in answers(assignment, "2026-03-01")] == [
        (Degree.FIRST, "江帆", "first"),
        (Degree.DIRECT, "陆缆", "direct"),
    ]


def test_a_vacant_deputy_answers_through_the_head_of_the_unit() -> None:
    (found,) = answers(asked("e1", (Degree.DIRECT, "e1/deputy")), "2024-06-01")
    assert (found.person, found.reason, found.through) == ("", "vacant", "e1/head")
    assert dict(found.values)["through_person"] == "江帆"
    assert dict(found.values)["through_unit"] == "东一泊位"


def test_a_vacant_head_answers_through_the_nearest_superior_that_has_one() -> None:
    (found,) = answers(asked("e2", (Degree.FIRST, "e2/head")), "2026-03-01")
    assert (found.person, found.reason, found.through) == ("", "vacant", "port/head")
    assert dict(found.values)["through_title"] == "港长"


def test_a_vacant_head_does_not_answer_through_the_deputy() -> None:
    (found,) = answers(asked("e1", (Degree.FIRST, "e1/head")), "2023-06-01", holders=[*HOLDERS[:1], DEPUTY])
    assert found.through == "port/head"


def test_the_nearest_superior_comes_before_a_higher_one() -> None:
    holders = (*HOLDERS, Holder(post="east/head", person="罗锚", since=day("2026-01-01")))
    (found,) = answers(asked("e2", (Degree.FIRST, "e2/head")), "2026-03-01", holders=holders)
    assert found.through == "east/head"


def test_where_everything_above_is_vacant_nobody_answers_and_it_says_so() -> None:
    (found,) = answers(asked("e2", (Degree.FIRST, "e2/head")), "2026-03-01", holders=())
    assert (found.post, found.person, found.reason, found.through) == ("e2/head", "", "nobody", "")


def test_a_unit_outside_the_tree_has_nobody_above_it() -> None:
    posts = (*POSTS, a_post("n/head", Degree.FIRST, unit="north"))
    (found,) = answers(asked("north", (Degree.FIRST, "n/head")), "2026-03-01", posts=posts)
    assert (found.reason, dict(found.values)["unit"]) == ("nobody", "north")


def test_a_post_that_stands_in_says_so() -> None:
    (found,) = answers(asked("e1", (Degree.FIRST, "e1/head"), degree=Degree.LEAD), "2026-03-01")
    assert (found.degree, found.person, found.reason) == (Degree.FIRST, "江帆", "stand-in")


def test_without_a_post_there_is_one_answer_that_says_so() -> None:
    (found,) = answers(asked("w1"), "2026-03-01")
    assert (found.post, found.person, found.reason, found.degree) == ("", "", "unassigned", Degree.PRINCIPAL)


BINDS = "第四条 (二) binds 泊位单位"
STANDS_IN = "泊位长, first answerable, answers"


@pytest.mark.parametrize(
    ("assignment", "on", "holders", "english", "words"),
    [
        (
            asked("e1", (Degree.FIRST, "e1/head")),
            "2026-03-01",
            HOLDERS,
            "第四条 (二) binds 泊位单位. 泊位长 is first answerable for 东一泊位; held by 江帆 since 2024-01-01.",
            "第四条 (二)约束泊位单位。泊位长是东一泊位的第一责任人；江帆自2024-01-01起任职。",
        ),
        (
            asked("e1", (Degree.FIRST, "e1/head"), degree=Degree.LEAD),
            "2026-03-01",
            HOLDERS,
            f"{BINDS} (lead department), and 东一泊位 has no such post. {STANDS_IN}; held by 江帆 since 2024-01-01.",
            "第四条 (二)约束泊位单位（牵头），东一泊位未设此岗。由第一责任人泊位长负责；江帆自2024-01-01起任职。",
        ),
        (
            asked("e2", (Degree.FIRST, "e2/head")),
            "2026-03-01",
            HOLDERS,
            f"{BINDS}. 泊位长 of 东二泊位 is vacant on 2026-03-01: 港长 of 虚构港, 程岸, answers for it.",
            "第四条 (二)约束泊位单位。2026-03-01东二泊位泊位长空缺，由虚构港港长程岸负责。",
        ),
        (
            asked("e2", (Degree.FIRST, "e2/head")),
            "2026-03-01",
            (),
            f"{BINDS}. 泊位长 of 东二泊位 is vacant on 2026-03-01, and so is every first post above it.",
            "第四条 (二)约束泊位单位。2026-03-01东二泊位泊位长空缺，上级第一责任人岗位也均空缺。",
        ),
        (
            asked("w1"),
            "2026-03-01",
            (),
            "第四条 (二) binds 泊位单位, and 西一泊位 has no post that answers.",
            "第四条 (二)约束泊位单位，西一泊位没有岗位负责。",
        ),
    ],
)
def test_the_reason_reads_as_a_sentence(
    assignment: Assignment, on: str, holders: tuple[Holder, ...], english: str, words: str
) -> None:
    (found,) = answers(assignment, on, holders=holders)
    assert (answer_text(found), answer_text(found, chinese)) == (english, words)


@pytest.mark.parametrize("degree", list(Degree))
def test_every_degree_has_its_sentence(degree: Degree) -> None:
    assignment = asked("e1", (degree, "e1/head"), degree=degree)
    (found,) = answers(assignment, "2026-03-01")
    assert found.reason == degree
    assert "江帆" in answer_text(found, chinese)


def a_run(*spans: tuple[str, str | None], unit: str = "port") -> list[Adoption]:
    return [an_adoption(a_regime(a_duty()), unit=unit, since=since, until=until) for since, until in spans]


def ends(adoptions: list[Adoption]) -> list[tuple[str, str]]:
    return [(str(one.since), str(one.until)) for one in end_superseded(adoptions)]


def test_an_edition_ends_on_the_eve_of_the_next() -> None:
    assert ends(a_run(("2027-01-01", None), ("2026-01-01", None))) == [
        ("2026-01-01", "2026-12-31"),
        ("2027-01-01", "None"),
    ]


def test_an_earlier_end_stays() -> None:
    assert ends(a_run(("2026-01-01", "2026-03-31"), ("2027-01-01", "2027-12-31"))) == [
        ("2026-01-01", "2026-03-31"),
        ("2027-01-01", "2027-12-31"),
    ]


def test_of_two_adoptions_from_one_day_the_later_given_counts() -> None:
    older, newer = a_run(("2026-01-01", "2026-05-31"), ("2026-01-01", "2026-06-30"))
    assert end_superseded([older, newer]) == (newer,)


def test_other_units_and_other_regimes_are_left_alone() -> None:
    other = [an_adoption(a_regime(a_duty(), id="fire"), since="2026-02-01")]
    adoptions = [*a_run(("2026-01-01", None)), *a_run(("2026-03-01", None), unit="east"), *other]
    assert [one.until for one in end_superseded(adoptions)] == [None, None, None]


def codes(adoption: Adoption) -> list[str]:
    return [problem.code for problem in adoption_problems(adoption, a_directory())]


def test_a_sound_adoption_has_no_problem() -> None:
    assert codes(an_adoption(a_regime(a_duty()))) == []
    assert codes(an_adoption(a_regime(a_duty()), until="2026-01-01")) == []


def test_it_rejects_days_reversed_and_an_unknown_unit() -> None:
    assert codes(an_adoption(a_regime(a_duty()), until="2025-12-31")) == ["adoption-days"]
    assert codes(an_adoption(a_regime(a_duty()), unit="north")) == ["adoption-unit"]


def test_it_warns_of_kinds_that_the_organisation_lacks_and_duties_that_nobody_bears() -> None:
    roles = [berths(Degree.PRINCIPAL, "berth", "pier"), Role(name="引航站", units=("pilot",))]
    regime = a_regime(
        a_duty(), a_duty("art-5", holders=("引航站",)), a_duty("art-6", holders=()), roles=roles
    )
    found = adoption_problems(an_adoption(regime), a_directory())
    assert [(one.code, one.place.ref) for one in found] == [
        ("role-kind", "泊位单位"),
        ("role-kind", "引航站"),
        ("duty-unborne", "art-5"),
        ("duty-unborne", "art-6"),
    ]
    assert "(holders: -)" in found[3].text()
