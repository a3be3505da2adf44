"""The parts of a regime proposed from a text just read, each with its clause and words, nothing from outside scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from remit.core.clause import Outline
from remit.core.duty import Provision
from remit.core.particulars import MeasureKind
from remit.core.regime_part import MeasureStep, Part, Parts, part_texts
from remit.core.scope import screen
from remit.reading.answerability import find_answerability
from remit.reading.appraisal import find_grades, find_indicators, find_uses, find_weight_rules
from remit.reading.attribution import find_attribution, find_decisions
from remit.reading.enforcement import find_grounds, find_steps, is_ladder
from remit.reading.inspection import find_inspections
from remit.reading.part_source import PartSource

__all__ = ["propose_parts"]

_GRAVITY = {kind: rank for rank, kind in enumerate(MeasureKind)}
_FINDERS = (
    ("answerability", "ans", find_answerability),
    ("inspections", "insp", find_inspections),
    ("indicators", "ind", find_indicators),
    ("weights", "weight", find_weight_rules),
    ("grades", "grade", find_grades),
    ("uses", "use", find_uses),
    ("grounds", "ground", find_grounds),
    ("measures", "measure", find_steps),
    ("attribution", "attr", find_attribution),
    ("decisions", "step", find_decisions),
)


def propose_parts(text: str, outline: Outline, provisions: Sequence[Provision], refs: Sequence[str]) -> Parts:
    """Return the parts that a reviewer starts from, in the order of the text; `refs` are the clauses' ASCII names.

    A clause outside scope yields none, and no part holds words that are outside.
    """
    headings = {heading.ref: text[heading.start : heading.end] for heading in outline.headings}
    found: dict[str, list[Part]] = {name: [] for name, *_ in _FINDERS}
    laddered: list[MeasureStep] = []
    for provision, ref in zip(provisions, refs, strict=True):
        if provision.screen == "out":
            continue
        lead = provision.clause.lead
        source = PartSource(
            text,
            provision,
            None if lead is None else provisions[lead],
            _heading(provision.clause.ref, headings),
        )
        for name, prefix, find in _FINDERS:
            kept = [part for part in find(source) if _is_inside(part, source)]
            found[name] += _named(kept, f"{prefix}-{ref}")
            if name == "measures" and (is_ladder(source.above) or is_ladder(source.body)):
                laddered += [
                    part
                    for part in found[name][len(found[name]) - len(kept) :]
                    if isinstance(part, MeasureStep)
                ]
    steps = [part for part in found["measures"] if isinstance(part, MeasureStep)]
    found["measures"] = list(_ladder(laddered, steps))
    lists: dict[str, Any] = {field.name: tuple(found[field.name]) for field in fields(Parts)}
    return Parts(**lists)


def _heading(ref: tuple[str, ...], headings: dict[tuple[str, ...], str]) -> str:
    """The nearest heading above a clause."""
    return next((headings[ref[:size]] for size in range(len(ref), 0, -1) if ref[:size] in headings), "")


def _is_inside(part: Part, source: PartSource) -> bool:
    """Say whether a part and the place of its words are inside the scope line."""
    provision = source.provision
    if provision.out_spans:
        at = source.text.find(part.quote, provision.clause.start, provision.clause.end)
        if any(at < end and start < at + len(part.quote) for start, end in provision.out_spans):
            return False
    texts = [text for _, text in part_texts(part)]
    return all(screen(one).label == "in" for one in dict.fromkeys((*texts, "，".join(texts))))


def _named(parts: Sequence[Part], name: str) -> Iterable[Part]:
    """The parts of a clause with their references."""
    if len(parts) == 1:
        return [replace(parts[0], ref=name)]
    return [replace(part, ref=f"{name}.{number}") for number, part in enumerate(parts, 1)]


def _ladder(laddered: Sequence[MeasureStep], steps: Sequence[MeasureStep]) -> Iterable[MeasureStep]:
    """One rung for each kind of measure, by gravity; where a clause lists the measures there are, its order holds."""
    first: dict[MeasureKind, MeasureStep] = {}
    for step in (*laddered, *steps):
        first.setdefault(step.kind, step)
    listed: dict[MeasureKind, int] = defaultdict(lambda: len(laddered))
    for place, step in enumerate(laddered):
        listed.setdefault(step.kind, place)
    rungs = sorted(first.values(), key=lambda step: (listed[step.kind], _GRAVITY[step.kind]))
    return (replace(step, order=order) for order, step in enumerate(rungs, 1))
