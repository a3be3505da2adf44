"""Where a lower regime is weaker, in words: templates for gettext, and a finding said in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from remit.core.answer_words import DEGREES
from remit.core.conformance_finding import Finding, Value, Weakness, Weight
from remit.core.duty import Degree
from remit.core.period import Cadence, Deadline
from remit.core.phrase import cadence_text, deadline_text
from remit.core.regime import clause_path

__all__ = ["WEAKNESSES", "remedy_text", "value_text", "why_text"]

Translate = Callable[[str], str]

WEAKNESSES: Mapping[Weakness, str] = {
    Weakness.MISSING_DUTY: "missing duty",
    Weakness.MISSING_INSPECTION: "missing inspection",
    Weakness.LONGER_INTERVAL: "longer interval",
    Weakness.LOWER_COUNT: "lower count",
    Weakness.LATER_DEADLINE: "later time limit",
    Weakness.MISSING_ADDRESSEE: "missing addressee",
    Weakness.WEAKER_HOLDER: "weaker holder",
    Weakness.WEAKER_DEGREE: "weaker degree",
    Weakness.LOWER_WEIGHT: "lower weight",
}
_WHY: Mapping[Weakness, str] = {
    Weakness.MISSING_DUTY: "No duty below covers what this one asks; the nearest words are those of {nearest}.",
    Weakness.MISSING_INSPECTION: "No inspection below is of this kind and by these inspectors.",
    Weakness.LONGER_INTERVAL: "It is done less often below: above “{upper}”, below “{lower}”.",
    Weakness.LOWER_COUNT: "It is done fewer times in the same time below: above “{upper}”, below “{lower}”.",
    Weakness.LATER_DEADLINE: "There is more time below: above “{upper}”, below “{lower}”.",
    Weakness.MISSING_ADDRESSEE: "Above it goes to {upper}, too; below only to {lower}.",
    Weakness.WEAKER_HOLDER: "Its holder answers for less below: above “{upper}”, below “{lower}”.",
    Weakness.WEAKER_DEGREE: "The degree is weaker below: above “{upper}”, below “{lower}”.",
    Weakness.LOWER_WEIGHT: "It weighs less below: above at least {upper}, below {lower}.",
}
_WHY_NOTHING: Mapping[Weakness, str] = {
    Weakness.MISSING_DUTY: "No duty below covers what this one asks.",
    Weakness.LONGER_INTERVAL: "Above the rhythm is “{upper}”; below none is given.",
    Weakness.LATER_DEADLINE: "Above the time limit is “{upper}”; below none is given.",
    Weakness.MISSING_ADDRESSEE: "Above it goes to {upper}; below it is not said to whom.",
    Weakness.WEAKER_DEGREE: "Above somebody answers in the degree “{upper}”; below nobody is said to.",
    Weakness.LOWER_WEIGHT: "Above it has a weight that may not be lowered ({upper}); below it has none.",
}
_REMEDIES: Mapping[Weakness, str] = {
    Weakness.MISSING_DUTY: "Lay it down below; if a clause does already, say it there in the words from above.",
    Weakness.MISSING_INSPECTION: "Add the inspection below.",
    Weakness.LONGER_INTERVAL: "Set the rhythm below to “{upper}” or more often.",
    Weakness.LOWER_COUNT: "Ask below for as many times as above: “{upper}”.",
    Weakness.LATER_DEADLINE: "Set the time limit below to “{upper}” or earlier.",
    Weakness.MISSING_ADDRESSEE: "Name {upper} below among those to whom it goes.",
    Weakness.WEAKER_HOLDER: "Lay it below on somebody who answers in the degree “{upper}”, or correct the role's degree.",
    Weakness.WEAKER_DEGREE: "Give the degree below: “{upper}”.",
    Weakness.LOWER_WEIGHT: "Raise the weight below to {upper} or more.",
}
_UNDECIDED = "“{upper}” above and “{lower}” below count in different ways and cannot be compared."
_LOOK = "Compare the two clauses yourself."


def why_text(finding: Finding, translate: Translate = str, *, undecided: bool = False) -> str:
    """Return in one sentence why the lower regime is weaker, or why that cannot be said."""
    if undecided:
        return _filled(translate(_UNDECIDED), finding, translate)
    said = finding.nearest if finding.weakness is Weakness.MISSING_DUTY else finding.lower
    nothing = said is None or (said is finding.lower and said.value is None)
    if nothing and finding.weakness in _WHY_NOTHING:
        return _filled(translate(_WHY_NOTHING[finding.weakness]), finding, translate)
    return _filled(translate(_WHY[finding.weakness]), finding, translate)


def remedy_text(finding: Finding, translate: Translate = str, *, undecided: bool = False) -> str:
    """Return what to do."""
    said = translate(_LOOK) if undecided else translate(_REMEDIES[finding.weakness])
    return _filled(said, finding, translate)


def value_text(value: Value, translate: Translate = str) -> str:
    """Return what is compared in words: a rhythm, a time limit, names, a degree or a weight."""
    if value is None:
        return translate("nothing said")
    if isinstance(value, Cadence):
        return cadence_text(value, translate)
    if isinstance(value, Deadline):
        return deadline_text(value, translate)
    if isinstance(value, Degree):
        return translate(DEGREES[value])
    if isinstance(value, Weight):
        return _weight(value, translate)
    return translate(", ").join(value)


def _weight(weight: Weight, translate: Translate) -> str:
    if weight.unit == "veto":
        return translate("decides alone (veto)")
    number = f"{weight.amount:.4g}"
    if weight.unit == "points":
        return translate("{number} points").format(number=number)
    return f"{number}{weight.unit}" if weight.unit == "%" else f"{number} {weight.unit}".strip()


def _filled(said: str, finding: Finding, translate: Translate) -> str:
    lower, nearest = finding.lower, finding.nearest
    return said.format(
        upper=value_text(finding.upper.value, translate),
        lower=value_text(None if lower is None else lower.value, translate),
        nearest=clause_path(nearest.clause) if nearest else "",
    )
