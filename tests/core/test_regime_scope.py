from collections.abc import Callable
from dataclasses import replace

import pytest

from remit.core.duty import Duty, Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.problem import Level, Problem
from remit.core.regime import Role
from remit.core.regime_scope import duty_texts, screen_item
from remit.core.scope import screen
from remit.core.soundness import regime_problems
from tests.core.building import QUOTE, a_clause, a_duty, a_regime

OUT = "建立重点人员名单，掌握其思想动态"
MIXED = f"第五条 {QUOTE}。{OUT}。"
LEAD, ITEM = "第六条 泊位单位对发表不当言论的人员，应当采取下列措施：", "(一)通报批评；"


def outside(found: tuple[Problem, ...]) -> list[str]:
    assert {problem.level for problem in found} <= {Level.ERROR}
    return [problem.code for problem in found]


def test_the_examples_are_what_they_are_meant_to_be() -> None:
    assert screen(OUT).label == "out"
    assert screen(QUOTE).label == "in"
    assert screen(MIXED).label == "mixed"
    assert screen(ITEM).label == "in"


CHANGES: list[Callable[[Duty], Duty]] = [
    lambda duty: replace(duty, holders=("泊位单位", OUT)),
    lambda duty: replace(duty, actions=("检查缆桩", OUT)),
    lambda duty: replace(duty, addressee=(OUT,)),
    lambda duty: replace(duty, evidence=("检查表", OUT)),
    lambda duty: replace(duty, cadence=(Cadence(min=1, per=OUT),)),
    lambda duty: replace(duty, cadence=(Cadence(vague=OUT),)),
    lambda duty: replace(duty, deadline=(Deadline(amount=1, unit="day", after=OUT),)),
    lambda duty: replace(duty, deadline=(Deadline(amount=1, unit="day", before=OUT),)),
    lambda duty: replace(duty, review=Review(state=ReviewState.CORRECTED, reason=OUT)),
    lambda duty: replace(duty, actions=("建立重点人员", "名单", "掌握其思想动态")),
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_text_of_a_duty_may_lie_outside(change: Callable[[Duty], Duty]) -> None:
    found = [p for p in regime_problems(a_regime(change(a_duty()))) if p.code != "holder-role"]
    assert outside(tuple(found)) == ["outside-scope"]
    assert found[0].place.ref == "art-4"
    assert "第四条" in found[0].text()


def test_what_is_split_over_fields_is_read_together() -> None:
    parts = [part for part in ("发表不当", "言论") if screen(part).label == "in"]
    duty = replace(a_duty(), actions=("建立人员名单",), evidence=("信教情况",))
    assert parts
    assert outside(regime_problems(a_regime(duty))) == ["outside-scope"]


def test_every_text_of_a_duty_is_listed() -> None:
    duty = Duty(
        ref="x",
        quote="q",
        holders=("h",),
        actions=("a",),
        cadence=(Cadence(min=1, per="p"), Cadence(vague="v"), Cadence(min=1, period="P1Y")),
        deadline=(Deadline(amount=1, unit="day", after="f"), Deadline(amount=1, unit="day", before="b")),
        addressee=("d",),
        evidence=("e",),
        review=Review(reason="r"),
    )
    assert "".join(text for _, text in duty_texts(duty)) == "qhadepvfbr"


def test_title_subject_and_roles_have_to_be_inside() -> None:
    regime = a_regime(a_duty(), roles=[Role(name="泊位单位"), Role(name=OUT), Role(name="港", units=(OUT,))])
    found = regime_problems(replace(regime, title=OUT, subject=OUT))
    assert outside(found) == ["outside-scope"] * 4
    assert [problem.place.ref for problem in found] == ["", "", OUT, "港"]


def test_the_remedy_says_why_and_the_message_what_to_do() -> None:
    (found,) = regime_problems(replace(a_regime(a_duty()), subject=OUT))
    assert "has to be changed" in found.message
    assert found.remedy.startswith("It ")


def test_a_label_changed_by_hand_is_found() -> None:
    clause = a_clause(ref=("第五条",), text=f"第五条 {OUT}。")
    assert outside(regime_problems(a_regime(clauses=[clause]))) == ["scope-label"]
    for label in ("out", "mixed"):
        assert regime_problems(a_regime(clauses=[replace(clause, screen=label)])) == ()


def test_a_heading_may_name_what_it_is_about() -> None:
    clause = replace(a_clause(ref=("第五章",), text=OUT), heading=True)
    assert regime_problems(a_regime(clauses=[clause])) == ()


def test_no_duty_may_rest_on_a_clause_outside_scope() -> None:
    clause = replace(a_clause(a_duty()), screen="out", why="watch-list")
    assert outside(regime_problems(a_regime(clauses=[clause]))) == ["outside-scope"]


def test_in_a_mixed_clause_the_duty_must_rest_on_what_is_inside() -> None:
    clause = replace(a_clause(a_duty("art-5"), ref=("第五条",), text=MIXED), screen="mixed")
    assert regime_problems(a_regime(clauses=[clause])) == ()
    resting = replace(clause, duties=(a_duty("art-5", quote="掌握其"),))
    assert outside(regime_problems(a_regime(clauses=[resting]))) == ["outside-scope"]


def test_words_right_before_or_after_what_is_outside_are_inside() -> None:
    for text in (f"{QUOTE}。{OUT}。", f"{OUT}。{QUOTE}。"):
        clause = replace(
            a_clause(a_duty("art-5", quote=f"{QUOTE}。"), ref=("第五条",), text=text), screen="mixed"
        )
        assert screen(text).label == "mixed"
        assert regime_problems(a_regime(clauses=[clause])) == ()


def test_words_that_stand_inside_as_well_are_taken_from_there() -> None:
    text = f"第五条 泊位单位应当建立台账。泊位单位应当{OUT}。"
    clause = replace(
        a_clause(a_duty("art-5", quote="泊位单位应当"), ref=("第五条",), text=text), screen="mixed"
    )
    assert screen(text).label == "mixed"
    assert regime_problems(a_regime(clauses=[clause])) == ()


@pytest.mark.parametrize(
    ("lead", "item", "label", "spans"),
    [
        ("", ITEM, "in", ()),
        ("", f"(一){OUT}；", "out", ((0, 20),)),
        (LEAD, ITEM, "out", ((0, 8),)),
        (LEAD.replace("：", "。"), ITEM, "in", ()),
        ("第六条 泊位单位应当掌握下列人员：", "(一)上访人员；", "out", ((0, 8),)),
        ("第六条 泊位单位应当检查下列设施：", "(一)缆桩；", "in", ()),
        ("第六条 泊位单位应当做到：", f"(一){OUT}；", "out", ((0, 20),)),
    ],
)
def test_an_item_is_read_with_the_words_that_lead_to_it(
    lead: str, item: str, label: str, spans: tuple[tuple[int, int], ...]
) -> None:
    found = screen_item(item, lead=lead)
    assert (found.label, found.spans) == (label, spans)
    assert bool(found.why) == (label != "in")


def test_an_item_may_be_outside_in_part() -> None:
    found = screen_item(f"(一)检查缆桩。{OUT}。", lead="第六条 泊位单位应当做到：")
    assert (found.label, found.spans[0][0] >= 8) == ("mixed", True)


def test_an_item_below_such_a_lead_in_must_be_labelled_and_creates_nothing() -> None:
    lead = replace(a_clause(ref=("第六条",), text=LEAD), screen="out", why="punish-expression")
    item = a_clause(a_duty("art-6.i-1", quote="通报批评"), ref=("第六条", "(一)"), text=ITEM)
    other = a_clause(ref=("第七条", "(一)"), text=ITEM)
    found = regime_problems(a_regime(clauses=[lead, item, other]))
    assert [(problem.code, problem.place.ref) for problem in found] == [
        ("scope-label", "第六条 (一)"),
        ("outside-scope", "art-6.i-1"),
    ]


@pytest.mark.parametrize("ref", [("第七条",), ("第六条",), ("第七条", "(一)")])
def test_words_lead_only_to_what_is_numbered_below_them(ref: tuple[str, ...]) -> None:
    lead = replace(a_clause(ref=("第六条",), text=LEAD), screen="out", why="punish-expression")
    assert regime_problems(a_regime(clauses=[lead, a_clause(ref=ref, text=ITEM)])) == ()


def test_a_heading_leads_to_nothing() -> None:
    heading = replace(a_clause(ref=("第六条",), text=LEAD), heading=True)
    item = a_clause(ref=("第六条", "(一)"), text=ITEM)
    assert regime_problems(a_regime(clauses=[heading, item])) == ()


def test_the_text_shown_is_cut_where_it_is_long() -> None:
    (found,) = regime_problems(a_regime(replace(a_duty(), evidence=(OUT * 9,))))
    assert len(dict(found.values)["text"]) == 61
