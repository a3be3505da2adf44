"""What the fields of a regime's parts mean, for its JSON Schema."""

from __future__ import annotations

from typing import Any

from remit.core.regime_part import (
    Answerability,
    Attribution,
    Decision,
    Grade,
    Ground,
    Indicator,
    Inspection,
    MeasureStep,
    Parts,
    ResultUse,
    WeightRule,
)

__all__ = ["PART_FIELDS"]

_EACH = {
    "ref": "ASCII, unique in the regime.",
    "clause": "Path of numbers of the clause it rests on, outermost first.",
    "quote": "The words of the clause on which it rests.",
    "review": "A reviewer's decision.",
}
_FINE = {
    "min": "Lowest amount of a fine.",
    "max": "Highest amount of a fine.",
    "unit": "Its currency or unit.",
}

PART_FIELDS: dict[type[Any], dict[str, str]] = {
    Parts: {
        "answerability": "Who answers in which degree for what.",
        "inspections": "The inspection programme.",
        "indicators": "The lines of the appraisal sheet.",
        "weights": "How much something weighs in an appraisal.",
        "grades": "Grades by score.",
        "uses": "What results are used for.",
        "grounds": "Circumstances under which measures are taken.",
        "measures": "The ladder of measures, lightest first.",
        "attribution": "How answerability is shared out, and what makes it heavier, lighter or nothing.",
        "decisions": "Who takes which step of the procedure.",
    },
    Answerability: {
        **_EACH,
        "holders": "Names of the roles that answer.",
        "degree": "The degree in which they answer.",
        "matter": "For what, in the words of the text; empty: for all that the regime asks.",
    },
    Inspection: {
        **_EACH,
        "kind": "How far it goes and how its objects are chosen.",
        "cadence": "How often.",
        "methods": "By what means it finds out.",
        "inspectors": "Who inspects.",
        "inspected": "Who is inspected.",
        "addressee": "To whom the result goes.",
    },
    Indicator: {
        **_EACH,
        "name": "What is scored, in the words of the text.",
        "effect": "score, bonus, deduction, veto, or the total that all scores add up to.",
        "points": "How many points, or per cent of the total.",
        "unit": "points or %.",
        "criteria": "How it is scored.",
    },
    WeightRule: {
        **_EACH,
        "of": "What weighs so much.",
        "min": "Lowest weight.",
        "max": "Highest weight.",
        "unit": "% or points.",
        "than": "What it may not be lower than, such as the weight at the level above.",
    },
    Grade: {
        **_EACH,
        "name": "Name of the grade.",
        "min": "This score and above.",
        "max": "This score and below.",
        "below": "Less than this score.",
    },
    ResultUse: {**_EACH, "use": "What a result is used for, in the words of the text."},
    Ground: {
        **_EACH,
        "holders": "Whose conduct it is.",
        "measures": "Kinds of measures it may lead to.",
    },
    MeasureStep: {
        **_EACH,
        **_FINE,
        "kind": "The measure.",
        "order": "Its rung, counted from 1, the lightest.",
        "by": "Who imposes it.",
        "upon": "On whom it falls.",
    },
    Attribution: {**_EACH, "share": "What the rule says.", "holders": "Whom it concerns."},
    Decision: {
        **_EACH,
        "step": "The step of the procedure.",
        "by": "Who takes it.",
        "addressee": "With whom the outcome is filed, or to whom it goes.",
    },
}
