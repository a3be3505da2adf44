"""What the parts of a regime and their fields are called: templates for gettext, and a part said in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum

from remit.core.answer_words import DEGREES
from remit.core.duty import Degree
from remit.core.particulars import MeasureKind
from remit.core.period import Cadence
from remit.core.phrase import cadence_text
from remit.core.regime_part import (
    DecisionStep,
    Effect,
    Grade,
    Indicator,
    InspectionKind,
    InspectionMethod,
    MeasureStep,
    Part,
    ResultUse,
    Share,
)

__all__ = ["FIELD_LABELS", "LIST_NAMES", "WORDS", "amount_text", "part_slots", "part_title", "word_of"]

Translate = Callable[[str], str]

LIST_NAMES: Mapping[str, str] = {
    "answerability": "Who answers in which degree",
    "inspections": "Inspection programme",
    "indicators": "Appraisal: indicators",
    "weights": "Appraisal: weights",
    "grades": "Appraisal: grades",
    "uses": "Use of results",
    "grounds": "Grounds for accountability",
    "measures": "Ladder of measures",
    "attribution": "Attribution and exemption",
    "decisions": "Procedure of a decision",
}
"""What each list of `Parts` is called."""

FIELD_LABELS: Mapping[str, str] = {
    "holders": "Who",
    "degree": "Degree",
    "matter": "For what",
    "kind": "Kind",
    "cadence": "How often",
    "methods": "Methods",
    "inspectors": "Who inspects",
    "inspected": "Who is inspected",
    "addressee": "To whom",
    "name": "Name",
    "effect": "Effect on the score",
    "points": "Points",
    "min": "At least",
    "max": "At most",
    "unit": "Unit",
    "criteria": "How it is scored",
    "of": "What weighs",
    "than": "Not below",
    "below": "Less than",
    "use": "Used for",
    "measures": "Measures it may lead to",
    "order": "Rung, from the lightest",
    "by": "By whom",
    "upon": "On whom",
    "share": "What the rule says",
    "step": "Step",
}
"""What each field of a part is called."""

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Degree: DEGREES,
    InspectionKind: {
        InspectionKind.ROUTINE: "routine inspection",
        InspectionKind.SPECIAL: "special inspection",
        InspectionKind.COMPREHENSIVE: "comprehensive inspection",
        InspectionKind.RANDOM: "random inspection",
        InspectionKind.CROSS: "cross-inspection",
        InspectionKind.JOINT: "joint inspection",
        InspectionKind.SELF: "self-inspection",
    },
    InspectionMethod: {
        InspectionMethod.REPORT: "hearing a report",
        InspectionMethod.RECORDS: "reading records",
        InspectionMethod.ON_SITE: "looking on site",
        InspectionMethod.SITTING_IN: "sitting in",
        InspectionMethod.QUESTIONNAIRE: "questionnaire",
        InspectionMethod.TALKS: "talks",
        InspectionMethod.SAMPLING: "sampling",
        InspectionMethod.UNANNOUNCED: "unannounced visit",
    },
    Effect: {
        Effect.SCORE: "is scored",
        Effect.BONUS: "adds points",
        Effect.DEDUCTION: "takes points off",
        Effect.VETO: "decides alone (veto)",
        Effect.TOTAL: "the total of all points",
    },
    Share: {
        Share.COLLECTIVE: "collective answerability",
        Share.INDIVIDUAL: "individual answerability",
        Share.DIRECT: "direct answerability",
        Share.MAIN_LEADERSHIP: "main leadership answerability",
        Share.IMPORTANT_LEADERSHIP: "important leadership answerability",
        Share.OBJECTED: "whoever objected does not answer",
        Share.DECIDED_ALONE: "whoever decided alone answers alone",
        Share.AGGRAVATING: "heavier",
        Share.MITIGATING: "lighter",
        Share.EXEMPT: "does not answer",
        Share.LIFELONG: "answers for life",
    },
    DecisionStep: {
        DecisionStep.PROPOSE: "proposes",
        DecisionStep.NOTIFY: "gives notice",
        DecisionStep.HEAR: "hears the person concerned",
        DecisionStep.DECIDE: "decides",
        DecisionStep.FILE: "files the outcome",
        DecisionStep.APPEAL: "hears an appeal",
    },
    MeasureKind: {
        MeasureKind.REMINDER: "reminder",
        MeasureKind.RECTIFICATION: "order to rectify",
        MeasureKind.TALK: "summons to a talk",
        MeasureKind.CRITICISM: "criticism",
        MeasureKind.SELF_EXAMINATION: "written self-examination",
        MeasureKind.ADMONITION: "admonition",
        MeasureKind.NOTICE: "notice of criticism",
        MeasureKind.DISQUALIFICATION: "no awards",
        MeasureKind.VETO: "veto in the appraisal",
        MeasureKind.WARNING: "formal warning",
        MeasureKind.FINE: "fine",
        MeasureKind.CONFISCATION: "confiscation",
        MeasureKind.TRANSFER: "transfer to another post",
        MeasureKind.SUSPENSION: "suspension",
        MeasureKind.CLOSURE: "closure",
        MeasureKind.RESIGNATION: "resignation",
        MeasureKind.REMOVAL: "removal from office",
        MeasureKind.DISCIPLINE: "disciplinary measure",
        MeasureKind.DEMERIT: "demerit",
        MeasureKind.DEMOTION: "demotion",
        MeasureKind.DISMISSAL: "dismissal",
        MeasureKind.EXPULSION: "expulsion",
        MeasureKind.REVOCATION: "revocation of a licence",
        MeasureKind.PROSECUTION: "criminal prosecution",
    },
}
"""What each word of a closed list is called."""

_TITLE_FIELDS = {Indicator: "name", Grade: "name", ResultUse: "use"}
_TITLE_WORDS = ("degree", "kind", "share", "step")
_HEAD = frozenset({"ref", "clause", "quote", "review", "unit"})
_AMOUNTS = frozenset({"points", "min", "max"})
_POINTS = "points"
_NUMBERED = "{rung}. {measure}"


def amount_text(amount: float) -> str:
    """Return an amount in digits, without noughts after the point."""
    return f"{amount:.6f}".rstrip("0").rstrip(".")


def word_of(value: StrEnum, translate: Translate) -> str:
    """Return what a word of a closed list is called."""
    return translate(WORDS[type(value)][value])


def part_title(part: Part, translate: Translate, *, list_name: str) -> str:
    """Return a part in a word or two: its degree, kind, share or step, its own name, else what its list is called."""
    named = _TITLE_FIELDS.get(type(part))
    if named:
        return str(getattr(part, named)) or translate(LIST_NAMES[list_name])
    for field in _TITLE_WORDS:
        value = getattr(part, field, None)
        if isinstance(value, StrEnum):
            said = word_of(value, translate)
            return _NUMBERED.format(rung=part.order, measure=said) if isinstance(part, MeasureStep) else said
    return translate(LIST_NAMES[list_name])


def part_slots(part: Part, translate: Translate) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the filled fields of a part, but for those its title says: what each is called and what it says."""
    titled = {_TITLE_FIELDS.get(type(part), ""), *_TITLE_WORDS, *_HEAD}
    if isinstance(part, MeasureStep):
        titled.add("order")
    found = []
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name in titled or value in (None, "", ()):
            continue
        said = tuple(_said(one, translate) for one in (value if isinstance(value, tuple) else (value,)))
        if field.name in _AMOUNTS:
            said = tuple(_with_unit(one, str(getattr(part, "unit", "")), translate) for one in said)
        found.append((translate(FIELD_LABELS[field.name]), said))
    return tuple(found)


def _with_unit(amount: str, unit: str, translate: Translate) -> str:
    said = translate(_POINTS) if unit == _POINTS else unit
    return f"{amount}{said}" if said == "%" else f"{amount} {said}".rstrip()


def _said(value: object, translate: Translate) -> str:
    if isinstance(value, StrEnum):
        return word_of(value, translate)
    if isinstance(value, Cadence):
        return cadence_text(value, translate)
    return amount_text(value) if isinstance(value, float) else str(value)
