"""The parts of a regime beside its duties: who answers in which degree, how it is inspected, scored and enforced.

Each part rests on words of one clause and is reviewed like a duty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from remit.core.duty import Degree, Review, ReviewState
from remit.core.particulars import MeasureKind
from remit.core.period import Cadence

__all__ = [
    "Answerability",
    "Attribution",
    "Decision",
    "DecisionStep",
    "Effect",
    "Grade",
    "Ground",
    "Indicator",
    "Inspection",
    "InspectionKind",
    "InspectionMethod",
    "MeasureStep",
    "Part",
    "Parts",
    "ResultUse",
    "Share",
    "WeightRule",
    "each_part",
    "in_force",
    "part_texts",
]


class InspectionKind(StrEnum):
    """How far an inspection goes and how its objects are chosen."""

    ROUTINE = "routine"
    SPECIAL = "special"  # 专项
    COMPREHENSIVE = "comprehensive"  # 综合, 全面
    RANDOM = "random"  # 随机抽查
    CROSS = "cross"  # 交叉检查, 互查
    JOINT = "joint"  # 联合检查
    SELF = "self"  # 自查


class InspectionMethod(StrEnum):
    """By what means an inspection finds out."""

    REPORT = "report"  # 听取汇报
    RECORDS = "records"  # 查阅资料
    ON_SITE = "on-site"  # 实地查看
    SITTING_IN = "sitting-in"  # 列席
    QUESTIONNAIRE = "questionnaire"  # 问卷
    TALKS = "talks"  # 座谈, 个别谈话
    SAMPLING = "sampling"  # 抽样
    UNANNOUNCED = "unannounced"  # 暗访


class Effect(StrEnum):
    """What an indicator does to a score."""

    SCORE = "score"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    VETO = "veto"
    TOTAL = "total"


class Share(StrEnum):
    """How answerability for a failed duty is shared out, and what makes it heavier, lighter or nothing."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    DIRECT = "direct"
    MAIN_LEADERSHIP = "main-leadership"
    IMPORTANT_LEADERSHIP = "important-leadership"
    OBJECTED = "objected"
    DECIDED_ALONE = "decided-alone"
    AGGRAVATING = "aggravating"
    MITIGATING = "mitigating"
    EXEMPT = "exempt"
    LIFELONG = "lifelong"


class DecisionStep(StrEnum):
    """A step of the procedure that leads to a measure."""

    PROPOSE = "propose"
    NOTIFY = "notify"
    HEAR = "hear"
    DECIDE = "decide"
    FILE = "file"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What all parts have: an ASCII reference unique in the regime, the clause's path and the words it rests on."""

    ref: str
    clause: tuple[str, ...]
    quote: str
    review: Review = Review()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerability(Part):
    """These roles answer in this degree for the matter, for everything the regime asks where none is named."""

    holders: tuple[str, ...] = ()
    degree: Degree
    matter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Part):
    """One inspection of the programme: who inspects whom, how often, by which methods, and who gets the result."""

    kind: InspectionKind = InspectionKind.ROUTINE
    cadence: tuple[Cadence, ...] = ()
    methods: tuple[InspectionMethod, ...] = ()
    inspectors: tuple[str, ...] = ()
    inspected: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Part):
    """One line of the appraisal sheet. `unit` is points or %; `criteria` how it is scored."""

    name: str
    effect: Effect = Effect.SCORE
    points: float | None = None
    unit: str = "points"
    criteria: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRule(Part):
    """How much something weighs in an appraisal: between `min` and `max`, and not below `than` (上一级的权重)."""

    of: str = ""
    min: float | None = None
    max: float | None = None
    unit: str = "%"
    than: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Part):
    """A grade by its score: `min` and above, `max` and below, or less than `below`."""

    name: str
    min: float | None = None
    max: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultUse(Part):
    """What the result of an appraisal or inspection is used for."""

    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Part):
    """A circumstance under which measures are taken: whose conduct, and which measures it may lead to."""

    holders: tuple[str, ...] = ()
    measures: tuple[MeasureKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureStep(Part):
    """A rung of the ladder of measures; `order` counts from 1, the lightest. `min`, `max` and `unit` of a fine."""

    kind: MeasureKind
    order: int
    by: tuple[str, ...] = ()
    upon: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Part):
    """A rule on who answers for a failed duty and how much."""

    share: Share
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Part):
    """Who takes a step of the procedure: proposes, hears, decides, or files the outcome with the addressee."""

    step: DecisionStep
    by: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All parts of a regime, each list in the order of the text, the ladder by gravity."""

    answerability: tuple[Answerability, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    weights: tuple[WeightRule, ...] = ()
    grades: tuple[Grade, ...] = ()
    uses: tuple[ResultUse, ...] = ()
    grounds: tuple[Ground, ...] = ()
    measures: tuple[MeasureStep, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    decisions: tuple[Decision, ...] = ()


def each_part(parts: Parts) -> Iterator[Part]:
    """Yield every part, list by list, rejected ones too."""
    for field in fields(parts):
        yield from getattr(parts, field.name)


def in_force(part: Part) -> bool:
    """Return whether a reviewer has not rejected the part."""
    return part.review.state != ReviewState.REJECTED


def part_texts(part: Part) -> tuple[tuple[str, str], ...]:
    """Return every text that a part holds, each with the name of its field; references are none."""
    found: list[tuple[str, str]] = []
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in {"ref", "clause", "review"} or isinstance(value, StrEnum):
            continue
        texts = value if isinstance(value, tuple) else (value,)
        found += [(field.name, text) for text in texts if type(text) is str and text]
    for cadence in part.cadence if isinstance(part, Inspection) else ():
        found += [("cadence", text) for text in (cadence.per, cadence.vague) if text]
    if part.review.reason:
        found.append(("reason", part.review.reason))
    return tuple(found)
