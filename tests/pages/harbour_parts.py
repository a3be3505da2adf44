"""The regulation of the small city with two articles more, and a draft of it whose parts nobody has looked at yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from remit.core.duty import Degree
from remit.core.particulars import MeasureKind
from remit.core.regime import Edition, Regime, RegimeClause
from remit.core.regime_part import (
    Answerability,
    Effect,
    Grade,
    Ground,
    Indicator,
    Inspection,
    InspectionKind,
    MeasureStep,
    Parts,
    Share,
    WeightRule,
)
from remit.core.regime_part import Attribution as Rule
from remit.store import actions
from tests.pages import harbour
from tests.pages.conftest import by

__all__ = ["AT", "PARTED", "PARTS", "import_parted", "parted"]

PARTED = Edition("harbour-school-fire", date(2028, 1, 1))
AT = "/regimes/harbour-school-fire/2028-01-01/"
_CHAPTER = "第四章"
_CLAUSES = (
    ((_CHAPTER,), "第四章　考核与追责", True),
    ((_CHAPTER, "第十一条"), "第十一条　有下列情形之一的，给予通报批评；情节严重的，给予处分：", False),
    ((_CHAPTER, "第十一条", "(一)"), "（一）瞒报火灾的；", False),
    ((_CHAPTER, "第十一条", "(二)"), "（二）拒不整改火灾隐患的。", False),
    (
        (_CHAPTER, "第十二条"),
        "第十二条　考核满分100分，演练40分，检查50分；90分以上为优秀，消防权重不低于百分之十。反对的成员不担责。",
        False,
    ),
)
_TWELVE = (_CHAPTER, "第十二条")
PARTS = Parts(
    answerability=(
        Answerability(
            ref="ans-art-2",
            clause=("第一章", "第二条"),
            quote="学校承担本校消防安全主体责任",
            holders=("学校",),
            degree=Degree.PRINCIPAL,
            matter="本校消防安全",
        ),
    ),
    inspections=(
        Inspection(
            ref="insp-art-7",
            clause=("第三章", "第七条"),
            quote="区教育局应当每年至少对学校消防安全工作全面检查一次",
            kind=InspectionKind.COMPREHENSIVE,
            cadence=harbour.YEARLY,
            inspectors=("区教育局",),
        ),
    ),
    indicators=(
        Indicator(
            ref="ind-1",
            clause=_TWELVE,
            quote="考核满分100分",
            name="考核满分",
            effect=Effect.TOTAL,
            points=100.0,
        ),
        Indicator(ref="ind-2", clause=_TWELVE, quote="演练40分", name="演练", points=40.0),
        Indicator(ref="ind-3", clause=_TWELVE, quote="检查50分", name="检查", points=50.0),
    ),
    weights=(WeightRule(ref="weight-1", clause=_TWELVE, quote="权重不低于百分之十", of="消防", min=10.0),),
    grades=(Grade(ref="grade-1", clause=_TWELVE, quote="90分以上为优秀", name="优秀", min=90.0),),
    grounds=(
        Ground(
            ref="ground-1",
            clause=(_CHAPTER, "第十一条", "(一)"),
            quote="瞒报火灾的",
            holders=("学校",),
            measures=(MeasureKind.NOTICE,),
        ),
    ),
    measures=(
        MeasureStep(
            ref="measure-1",
            clause=(_CHAPTER, "第十一条"),
            quote="给予通报批评",
            kind=MeasureKind.NOTICE,
            order=1,
        ),
    ),
    attribution=(Rule(ref="attr-1", clause=_TWELVE, quote="反对的成员不担责", share=Share.COLLECTIVE),),
)


def parted() -> Regime:
    """The regulation with its parts; the points of two indicators miss the total, which is a warning."""
    regime = harbour.regime(PARTED.day)
    start = max(clause.end for clause in regime.clauses) + 1
    more = []
    for ref, text, heading in _CLAUSES:
        more.append(RegimeClause(ref=ref, text=text, start=start, end=start + len(text), heading=heading))
        start += len(text) + 1
    return replace(regime, clauses=(*regime.clauses, *more), parts=PARTS)


def import_parted(now: datetime) -> None:
    """Keep it as a draft."""
    actions.import_edition(by(now), parted())
