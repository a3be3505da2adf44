"""Parts of a lower regime against those above: degrees, inspections, weights, indicators."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from remit.core.conformance import conform
from remit.core.conformance_finding import Conformance, Weight
from remit.core.duty import Degree
from remit.core.regime import Role
from remit.core.regime_part import (
    Answerability,
    Effect,
    Indicator,
    Inspection,
    InspectionKind,
    Part,
    Parts,
    WeightRule,
)
from tests.core.conforming import found, per, regime, says, times

ROLES = [Role(name="校长"), Role(name="副校长"), Role(name="教育局"), Role(name="学校")]


def answers(*holders: str, degree: Degree = Degree.FIRST, matter: str = "") -> Answerability:
    return Answerability(
        ref="ans", clause=("第一条",), quote="承担责任", holders=holders, degree=degree, matter=matter
    )


def inspects(quote: str = "教育局检查学校食堂", **slots: Any) -> Inspection:
    return replace(Inspection(ref="insp", clause=("第二条",), quote=quote), **slots)


def weighs(of: str = "食堂安全", least: float | None = None, **slots: Any) -> WeightRule:
    return replace(
        WeightRule(ref="weight", clause=("第三条",), quote=f"{of}的权重", of=of, min=least), **slots
    )


def counts(name: str, points: float | None, effect: Effect = Effect.SCORE, unit: str = "points") -> Indicator:
    return Indicator(
        ref="ind", clause=("第四条",), quote=name, name=name, points=points, effect=effect, unit=unit
    )


def compared(lower: Parts, upper: Parts, *, duty: str = "") -> Conformance:
    """Both levels name the same offices; the upper one may lay a duty down beside the parts."""
    duties = {"d": says(duty, "学校")} if duty else {}
    return conform(
        regime({}, id="below", roles=ROLES, parts=lower),
        regime(duties, id="above", roles=ROLES, parts=upper),
    )


def one_each(name: str, lower: Part | None, upper: Part) -> Conformance:
    return compared(Parts(**{name: (lower,) if lower else ()}), Parts(**{name: (upper,)}))


@pytest.mark.parametrize(
    ("lower", "upper", "findings"),
    [
        (answers("校长"), answers("校长"), []),
        (answers("中学校长"), answers("校长"), []),
        (answers("校长", degree=Degree.PRINCIPAL), answers("校长"), []),
        (answers("校长", degree=Degree.DIRECT), answers("校长"), ["weaker-degree"]),
        (
            answers("副校长", degree=Degree.DIRECT, matter="食堂安全"),
            answers("校长", matter="食堂安全"),
            ["weaker-degree"],
        ),
        (answers("副校长", matter="食堂安全"), answers("校长", matter="食堂安全"), []),
        (answers("副校长"), answers("校长"), []),
        (answers("副校长", degree=Degree.DIRECT), answers("校长"), ["weaker-degree"]),
        (answers("校长", matter="门卫值班"), answers("校长", matter="食堂安全"), ["weaker-degree"]),
        (answers(matter="食堂安全"), answers(matter="食堂安全"), []),
        (answers("校长"), answers(), []),
        (answers("校长", degree=Degree.DIRECT), answers(), ["weaker-degree"]),
        (None, answers("校长"), ["weaker-degree"]),
        (None, answers("港务局长"), []),
    ],
)
def test_a_degree_may_not_be_weaker(
    lower: Answerability | None, upper: Answerability, findings: list[str]
) -> None:
    result = one_each("answerability", lower, upper)
    assert [weakness for weakness, _ in found(result)] == findings
    assert len(result.others) == (upper.holders == ("港务局长",))


def test_a_part_is_not_missed_where_its_clause_lays_down_a_duty_too() -> None:
    upper = Parts(
        answerability=(replace(answers("校长"), clause=("第1条",)),),
        inspections=(inspects(clause=("第1条",), inspectors=("教育局",)),),
    )
    assert found(compared(Parts(), upper, duty="张贴疏散示意图")) == [("missing-duty", "d")]
    assert found(compared(Parts(), upper)) == [("weaker-degree", "ans"), ("missing-inspection", "insp")]


@pytest.mark.parametrize(
    ("lower", "upper", "findings"),
    [
        ({"cadence": times(1)}, {"cadence": times(1)}, []),
        ({"cadence": times(1, "P2Y")}, {"cadence": times(1)}, ["longer-interval"]),
        ({"cadence": ()}, {"cadence": times(1)}, ["longer-interval"]),
        ({"kind": InspectionKind.SELF}, {}, ["missing-inspection"]),
        ({"quote": "查看宿舍", "inspectors": ("教育局",)}, {"inspectors": ("区教育局",)}, []),
        ({"quote": "查看宿舍"}, {}, ["missing-inspection"]),
        (
            {"quote": "查看宿舍", "inspectors": ("教育局",), "inspected": ("幼儿园",)},
            {"inspectors": ("教育局",), "inspected": ("中学",)},
            ["missing-inspection"],
        ),
        ({"quote": "查看宿舍"}, {"inspectors": ("上级机关",)}, ["missing-inspection"]),
        ({}, {"inspectors": ("海关",)}, []),
    ],
)
def test_an_inspection_may_not_be_rarer_or_missing(
    lower: dict[str, Any], upper: dict[str, Any], findings: list[str]
) -> None:
    result = one_each("inspections", inspects(**lower), inspects(**upper))
    assert [weakness for weakness, _ in found(result)] == findings
    assert len(result.others) == (upper.get("inspectors") == ("海关",))


def test_inspections_in_rhythms_of_different_kinds_are_not_compared() -> None:
    result = one_each("inspections", inspects(cadence=per("航次")), inspects(cadence=times(1)))
    assert (result.findings, len(result.undecided)) == ((), 1)


def test_a_rhythm_that_a_duty_and_an_inspection_share_is_told_once() -> None:
    words = "检查学校食堂和锅炉房"
    asked = says(words, "教育局", cadence=times(4))
    upper = Parts(inspections=(inspects(words, clause=("第1条",), cadence=times(4)),))
    lower = Parts(inspections=(inspects(words, cadence=times(1)),))
    result = conform(
        regime({"d": replace(asked, cadence=times(1))}, id="below", roles=ROLES, parts=lower),
        regime({"d": asked}, id="above", roles=ROLES, parts=upper),
    )
    assert found(result) == [("lower-count", "d")]


@pytest.mark.parametrize(
    ("lower", "upper", "findings", "undecided"),
    [
        (weighs(least=5), weighs(least=5), [], 0),
        (weighs(least=4), weighs(least=5), ["lower-weight"], 0),
        (weighs(), weighs(least=5), ["lower-weight"], 0),
        (weighs(than="上一级的权重"), weighs(least=5), [], 0),
        (weighs(least=5, unit="points"), weighs(least=5), [], 1),
        (weighs("宿舍管理", least=9), weighs(least=5), ["lower-weight"], 0),
        (None, weighs(least=5), ["lower-weight"], 0),
        (weighs(least=1), weighs(than="上一级的权重"), [], 0),
        (None, weighs(than="上一级的权重"), ["lower-weight"], 0),
        (None, weighs(max=30), [], 0),
        (weighs("", least=5), weighs("", least=5), [], 0),
    ],
)
def test_a_weight_may_not_be_lower(
    lower: WeightRule | None, upper: WeightRule, findings: list[str], undecided: int
) -> None:
    result = one_each("weights", lower, upper)
    assert [weakness for weakness, _ in found(result)] == findings
    assert len(result.undecided) == undecided


TOTAL = counts("总分", 100, Effect.TOTAL)
HALF = counts("总分", 50, Effect.TOTAL)


@pytest.mark.parametrize(
    ("lower", "upper", "findings"),
    [
        ([counts("陪餐", 10)], [counts("陪餐", 10)], []),
        ([counts("陪餐制度", 12)], [counts("陪餐", 10)], []),
        ([counts("陪餐", 9)], [counts("陪餐", 10)], ["lower-weight"]),
        ([counts("陪餐", 6), HALF], [counts("陪餐", 10), TOTAL], []),
        ([counts("陪餐", 10), TOTAL], [counts("陪餐", 10), HALF], ["lower-weight"]),
        ([counts("陪餐", 12), HALF], [counts("陪餐", 10)], []),
        ([counts("陪餐", 12), counts("总分", None, Effect.TOTAL)], [counts("陪餐", 10), TOTAL], []),
        ([counts("留样", 10)], [counts("陪餐", 10)], ["lower-weight"]),
        ([], [counts("陪餐", 10)], []),
        ([counts("陪餐", 10)], [counts("陪餐", 10), counts("评优", 5, Effect.BONUS)], []),
        ([counts("陪餐", 10)], [counts("陪餐", None)], []),
        ([counts("瞒报", -10, Effect.DEDUCTION)], [counts("瞒报", -5, Effect.DEDUCTION)], []),
        ([counts("瞒报", None, Effect.VETO)], [counts("瞒报", 40)], []),
        ([counts("瞒报", 40)], [counts("瞒报", None, Effect.VETO)], ["lower-weight"]),
        ([counts("陪餐", 10, unit="%"), HALF], [counts("陪餐", 10), TOTAL], []),
    ],
)
def test_an_indicator_may_not_count_for_less(
    lower: list[Indicator], upper: list[Indicator], findings: list[str]
) -> None:
    result = compared(Parts(indicators=tuple(lower)), Parts(indicators=tuple(upper)))
    assert [weakness for weakness, _ in found(result)] == findings


def test_the_heaviest_below_is_set_against_what_is_asked_above() -> None:
    lower = Parts(weights=(weighs(least=2), weighs(least=4), weighs(least=9, unit="points")))
    (one,) = compared(lower, Parts(weights=(weighs(least=5),))).findings
    assert one.upper.value == Weight(5)
    assert one.lower is not None
    assert one.lower.value == Weight(4)
