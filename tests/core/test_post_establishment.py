import pytest

from remit.core.duty import Degree
from remit.core.establishment import organisation_problems
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.problem import Level, Problem
from tests.core.building import HOLDERS, POSTS, UNITS, day


def problems(
    units: tuple[Unit, ...] = UNITS,
    posts: tuple[Post, ...] = POSTS,
    holders: tuple[Holder, ...] = HOLDERS,
) -> tuple[Problem, ...]:
    return organisation_problems(Organisation(units=units, posts=posts, holders=holders))


def only(found: tuple[Problem, ...]) -> tuple[str, dict[str, str]]:
    assert [problem.level for problem in found] == [Level.ERROR]
    return found[0].code, dict(found[0].values)


def held(person: str, since: str, until: str | None = None, post: str = "e2/head") -> Holder:
    return Holder(post=post, person=person, since=day(since), until=day(until) if until else None)


def test_a_sound_organisation_has_no_problem() -> None:
    assert problems() == ()


def test_it_wants_at_least_one_unit() -> None:
    assert only(problems((), (), ()))[0] == "organisation-empty"


def test_it_names_the_members_of_a_loop_once() -> None:
    units = (
        *UNITS,
        Unit(code="a", name="a", parent="b"),
        Unit(code="b", name="b", parent="c"),
        Unit(code="c", name="c", parent="a"),
        Unit(code="below", name="below", parent="b"),
    )
    code, values = only(problems(units))
    assert (code, values["units"]) == ("unit-loop", "a → b → c → a")


def test_it_names_every_loop_and_a_unit_above_itself() -> None:
    units = (
        *UNITS,
        Unit(code="below", name="below", parent="a"),
        Unit(code="a", name="a", parent="b"),
        Unit(code="b", name="b", parent="a"),
        Unit(code="self", name="self", parent="self"),
    )
    assert [dict(found.values)["units"] for found in problems(units)] == ["a → b → a", "self → self"]


def test_it_names_the_missing_parent_of_an_orphan() -> None:
    code, values = only(problems((*UNITS, Unit(code="n1", name="n1", parent="north"))))
    assert code == "unit-orphan"
    assert (values["code"], values["parent"], values["row"]) == ("n1", "north", "7")


def test_it_rejects_a_second_root_and_names_both() -> None:
    code, values = only(problems((*UNITS, Unit(code="isle", name="isle"))))
    assert (code, values["units"], values["count"]) == ("unit-roots", "port, isle", "2")


def test_it_does_not_list_hundreds_of_roots() -> None:
    (found,) = problems(tuple(Unit(code=f"u{n}", name="x") for n in range(300)), (), ())
    assert dict(found.values)["units"].endswith("u9, …")
    (found,) = problems(tuple(Unit(code=f"u{n}", name="x") for n in range(10)), (), ())
    assert dict(found.values)["units"].endswith("u9")


@pytest.mark.parametrize("code", ["", " e3", "e3\n"])
def test_it_rejects_a_code_that_is_blank_or_has_space_around_it(code: str) -> None:
    assert only(problems((*UNITS, Unit(code=code, name="x", parent="east"))))[0] == "unit-code"


def test_it_gives_both_rows_of_a_code_used_twice() -> None:
    code, values = only(problems((*UNITS, Unit(code="e1", name="again", parent="west"))))
    assert (code, values["other"], values["row"]) == ("unit-twice", "3", "7")
    code, values = only(problems(posts=(*POSTS, POSTS[0])))
    assert (code, values["other"], values["row"]) == ("post-twice", "1", "7")


def test_it_rejects_a_post_of_an_unknown_unit() -> None:
    post = Post(code="x", unit="north", title="x", degree=Degree.FIRST)
    code, values = only(problems(posts=(*POSTS, post)))
    assert (code, values["row"], values["unit"]) == ("post-unit", "7", "north")


def test_it_rejects_an_unknown_degree() -> None:
    post = Post(code="x", unit="e1", title="x", degree="boss")
    code, values = only(problems(posts=(*POSTS, post)))
    assert (code, values["degree"]) == ("post-degree", "boss")
    assert "coordinating" in values["degrees"]


def test_it_rejects_a_holder_of_an_unknown_post() -> None:
    code, values = only(problems(holders=(*HOLDERS, held("方锚", "2026-01-01", post="e9/head"))))
    assert (code, values["row"], values["post"]) == ("holder-post", "5", "e9/head")


def test_it_rejects_a_holder_without_a_name() -> None:
    assert only(problems(holders=(*HOLDERS, held(" ", "2026-01-01"))))[0] == "holder-person"


def test_it_rejects_an_end_before_the_beginning() -> None:
    assert only(problems(holders=(*HOLDERS, held("方锚", "2026-02-01", "2026-01-31"))))[0] == "holder-days"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (held("方锚", "2026-01-01", "2026-06-30"), held("秦桅", "2026-06-30")),
        (held("方锚", "2026-01-01"), held("秦桅", "2030-01-01")),
        (held("秦桅", "2026-06-30"), held("方锚", "2026-01-01", "2026-06-30")),
    ],
)
def test_it_gives_both_rows_of_holders_that_overlap(first: Holder, second: Holder) -> None:
    code, values = only(problems(holders=(*HOLDERS, first, second)))
    assert code == "holder-overlap"
    assert {values["row"], values["other"]} == {"5", "6"}


def test_a_long_term_overlaps_every_later_one() -> None:
    rows = (
        held("方锚", "2026-01-01", "2026-12-31"),
        held("秦桅", "2026-02-01", "2026-02-28"),
        held("顾帆", "2026-05-01", "2026-05-31"),
    )
    found = problems(holders=(*HOLDERS, *rows))
    assert [(dict(one.values)["other"], dict(one.values)["row"]) for one in found] == [("5", "6"), ("5", "7")]


def test_a_row_with_its_days_reversed_is_reported_for_that_alone() -> None:
    rows = (held("方锚", "2026-01-15", "2026-03-01"), held("秦桅", "2026-02-01", "2026-01-31"))
    assert only(problems(holders=(*HOLDERS, *rows)))[0] == "holder-days"


def test_a_single_day_overlaps_too() -> None:
    rows = (held("方锚", "2026-01-15", "2026-03-01"), held("秦桅", "2026-02-01", "2026-02-01"))
    assert only(problems(holders=(*HOLDERS, *rows)))[0] == "holder-overlap"


def test_rows_may_be_given_in_any_order() -> None:
    rows = (held("秦桅", "2026-07-01"), held("方锚", "2026-01-01", "2026-06-30"))
    assert problems(holders=(*HOLDERS, *rows)) == ()


def test_holders_of_different_posts_do_not_overlap() -> None:
    assert problems(holders=(*HOLDERS, held("江帆", "2026-01-01"))) == ()


def test_days_that_meet_without_touching_are_a_handover() -> None:
    rows = (held("方锚", "2026-01-01", "2026-01-01"), held("秦桅", "2026-01-02"))
    assert problems(holders=(*HOLDERS, *rows)) == ()
