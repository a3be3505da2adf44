"""The parts of a regime through YAML: nothing lost either way, faults at their line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Degree, Review, ReviewState
from remit.core.particulars import MeasureKind
from remit.core.period import Cadence
from remit.core.regime_part import (
    Answerability,
    Attribution,
    Decision,
    DecisionStep,
    Effect,
    Grade,
    Ground,
    Indicator,
    Inspection,
    InspectionKind,
    InspectionMethod,
    MeasureStep,
    Parts,
    ResultUse,
    Share,
    WeightRule,
)
from remit.files.regime_yaml import dump_regime, parse_regime
from tests.files.regimes import HARBOUR

REF = ("第一章", "第一条")
AT = {"clause": REF, "quote": "市人民政府每半年至少召开一次消防工作会议"}
DECIDED = Review(state=ReviewState.CORRECTED, by="李明", on=date(2026, 3, 2), reason="更正")
ALL = Parts(
    answerability=(
        Answerability(ref="ans-1", holders=("市人民政府",), degree=Degree.FIRST, matter="消防", **AT),
    ),
    inspections=(
        Inspection(
            ref="insp-1",
            kind=InspectionKind.SPECIAL,
            cadence=(Cadence(min=1, period="P6M"),),
            methods=(InspectionMethod.ON_SITE, InspectionMethod.RECORDS),
            inspectors=("市人民政府",),
            inspected=("各单位",),
            addressee=("市人民政府",),
            review=DECIDED,
            **AT,
        ),
    ),
    indicators=(
        Indicator(ref="ind-1", name="会议", effect=Effect.DEDUCTION, points=2.5, criteria="少一次", **AT),
    ),
    weights=(WeightRule(ref="weight-1", of="消防", min=5, than="上一级的权重", **AT),),
    grades=(
        Grade(ref="grade-1", name="优秀", min=90, **AT),
        Grade(ref="grade-2", name="合格", below=90, **AT),
    ),
    uses=(ResultUse(ref="use-1", use="作为评优依据", **AT),),
    grounds=(
        Ground(ref="ground-1", holders=("各单位",), measures=(MeasureKind.WARNING, MeasureKind.FINE), **AT),
    ),
    measures=(
        MeasureStep(ref="measure-1", kind=MeasureKind.FINE, order=1, min=1000, max=5000.5, unit="元", **AT),
    ),
    attribution=(Attribution(ref="attr-1", share=Share.OBJECTED, **AT),),
    decisions=(
        Decision(ref="step-1", step=DecisionStep.FILE, by=("市人民政府",), addressee=("各单位",), **AT),
    ),
)
REGIME = replace(HARBOUR, parts=ALL)


def test_every_part_comes_back_as_it_was() -> None:
    back, problems = parse_regime(dump_regime(REGIME))
    assert back == REGIME
    assert [one.code for one in problems if one.code.startswith(("part", "field", "value"))] == []


def test_writing_what_was_read_changes_nothing() -> None:
    text = dump_regime(REGIME)
    back, _ = parse_regime(text)
    assert back is not None
    assert dump_regime(back) == text


def test_whole_numbers_are_written_without_a_point() -> None:
    text = dump_regime(REGIME)
    assert "min: 90\n" in text
    assert "points: 2.5\n" in text


def test_a_regime_without_parts_does_not_mention_them() -> None:
    assert "parts" not in dump_regime(HARBOUR)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("degree: first\n", "degree: chief\n", "value-unknown"),
        ("points: 2.5\n", "points: many\n", "value-kind"),
        ("points: 2.5\n", "points: .inf\n", "value-kind"),
        ("    use: 作为评优依据\n", "", "field-missing"),
    ],
)
def test_a_fault_is_shown_at_its_line(old: str, new: str, code: str) -> None:
    text = dump_regime(REGIME)
    assert old in text
    head, _, tail = text.rpartition(old)
    _, problems = parse_regime(f"{head}{new}{tail}")
    lines = [one.place.line for one in problems if one.code == code]
    assert lines
    assert abs(lines[0] - (head.count("\n") + 1)) <= 6


@given(st.floats(min_value=0, max_value=999_999, allow_nan=False), st.integers(0, 10**9))
def test_any_bounds_come_back(low: float, high: int) -> None:
    grade = Grade(ref="grade-1", name="优秀", min=round(low, 3), max=high, **AT)
    back, _ = parse_regime(dump_regime(replace(HARBOUR, parts=Parts(grades=(grade,)))))
    assert back is not None
    assert back.parts.grades == (grade,)
