"""The further slots of one clause, each looked for only where a word of its own stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from remit.core.duty import Act, Basis, Kind, Provision
from remit.core.particulars import DefinedTerm, Measure, Particulars, Passage, Quantity
from remit.reading.condition import (
    find_conditions,
    find_english_conditions,
    find_english_exceptions,
    find_exceptions,
    may_have_condition,
)
from remit.reading.defined_term import find_english_terms, find_terms
from remit.reading.english_quantity import find_english_amounts
from remit.reading.measure import find_english_measures, find_measures
from remit.reading.quantity import find_amounts
from remit.reading.sentence import Span, is_chinese
from remit.reading.weight import find_english_weights, find_weights

__all__ = ["clear_of", "find_particulars", "hand_down_measures", "place_particulars", "slot_basis"]

_Placed = TypeVar("_Placed", Passage, Quantity, Measure, DefinedTerm)
_NOTHING = Particulars()
_ENGLISH_AMOUNTS = (
    "least",
    "than",
    "up to",
    "imum",
    "xceed",
    "%",
    "per cent",
    "percent",
    "most ",
    "$",
    "£",
    "€",
)
_SLOTS = ("conditions", "exceptions", "amounts", "weights", "measures", "terms")


def find_particulars(
    words: str, *, sanction: bool, acts: tuple[Act, ...], by: tuple[str, ...]
) -> Particulars:
    """Return the further slots of a clause's words; `sanction` says that it tells of consequences.

    All offsets are into `words`. What lies within a weight is no amount as well.
    """
    if words.isascii() or not is_chinese(words):
        return _english(words, sanction=sanction, acts=acts, by=by)
    return _chinese(words, sanction=sanction, acts=acts, by=by)


def place_particulars(found: Particulars, at: int) -> Particulars:
    """Return the slots of words that begin at this offset of the text."""
    if found is _NOTHING:
        return found
    return Particulars(
        conditions=_placed(found.conditions, at),
        exceptions=_placed(found.exceptions, at),
        amounts=_placed(found.amounts, at),
        weights=_placed(found.weights, at),
        measures=_placed(found.measures, at),
        terms=_placed(found.terms, at),
    )


def clear_of(spans: tuple[tuple[int, int], ...], found: Particulars) -> Particulars:
    """Return the slots without those that touch one of the spans: what lies outside scope creates nothing."""
    if found is _NOTHING:
        return found
    return Particulars(
        conditions=_clear(found.conditions, spans),
        exceptions=_clear(found.exceptions, spans),
        amounts=_clear(found.amounts, spans),
        weights=_clear(found.weights, spans),
        measures=_clear(found.measures, spans),
        terms=_clear(found.terms, spans),
    )


def slot_basis(particulars: Particulars) -> tuple[tuple[str, Basis], ...]:
    """Return the basis of the slots that are filled: what a clause says itself is explicit."""
    if particulars is _NOTHING:
        return ()
    return tuple((slot, Basis.EXPLICIT) for slot in _SLOTS if getattr(particulars, slot))


def hand_down_measures(found: list[Provision]) -> list[Provision]:
    """Return the provisions with the measures of a lead-in on the grounds below it that name none themselves."""
    given: list[Provision] = []
    for one in found:
        lead = one.clause.lead
        if (
            one.kind is Kind.GROUND
            and lead is not None
            and one.screen != "out"
            and not one.particulars.measures
        ):
            above = given[lead].particulars.measures if given[lead].screen == "in" else ()
            if above:
                filled = replace(one.particulars, measures=above)
                one = replace(one, particulars=filled, basis=(*one.basis, ("measures", Basis.INHERITED)))  # noqa: PLW2901
        given.append(one)
    return given


def _chinese(raw: str, *, sanction: bool, acts: tuple[Act, ...], by: tuple[str, ...]) -> Particulars:
    conditions = find_conditions(raw) if may_have_condition(raw) else []
    exceptions = find_exceptions(raw) if "外" in raw or "从其" in raw or "不适用" in raw else []
    weights: list[Quantity] = []
    if ("分" in raw and _has_figure(raw)) or "权重" in raw or "比重" in raw or "占比" in raw:
        weights = find_weights(raw)
    amounts = find_amounts(raw) if _may_have_amount(raw) else []
    if weights:
        amounts, weights = _sorted_out(amounts, weights)
    measures = find_measures(raw, sanction=sanction, amounts=amounts, acts=acts, by=by)
    terms: list[DefinedTerm] = []
    if "所称" in raw or "简称" in raw or "统称" in raw or "下称" in raw or "是指" in raw or "系指" in raw:
        terms = find_terms(raw)
    return _joined(conditions, exceptions, amounts, weights, measures, terms)


def _english(raw: str, *, sanction: bool, acts: tuple[Act, ...], by: tuple[str, ...]) -> Particulars:
    low = raw.lower()
    low = low if len(low) == len(raw) else raw
    conditions: list[Span] = []
    if (
        "if " in low
        or "when" in low
        or "where " in low
        or "in the event" in low
        or "provided that" in low
        or "in case" in low
    ):
        conditions = find_english_conditions(low)
    exceptions: list[Span] = []
    if (
        "except" in low
        or "unless" in low
        or "other than" in low
        or "notwithstanding" in low
        or "not apply" in low
    ):
        exceptions = find_english_exceptions(low)
    weights: list[Quantity] = []
    if " point" in low or " mark" in low or "weight" in low:
        weights = find_english_weights(raw)
    amounts: list[Quantity] = []
    if any(word in low for word in _ENGLISH_AMOUNTS):
        amounts = find_english_amounts(raw)
    if weights or amounts:
        amounts, weights = _sorted_out(amounts, weights)
    measures = find_english_measures(raw, sanction=sanction, amounts=amounts, acts=acts, by=by)
    terms: list[DefinedTerm] = []
    if (
        " means" in low
        or "hereinafter" in low
        or "referred to" in low
        or "refers to" in low
        or "(the “" in low
        or '(the "' in low
    ):
        terms = find_english_terms(raw)
    return _joined(conditions, exceptions, amounts, weights, measures, terms)


def _has_figure(raw: str) -> bool:
    """Say whether a figure stands before a 分 somewhere: 20分, 十分 and the like."""
    at = raw.find("分")
    while at > 0:
        if raw[at - 1].isdigit() or raw[at - 1] in "一二三四五六七八九十百":
            return True
        at = raw.find("分", at + 1)
    return "分值" in raw


def _may_have_amount(raw: str) -> bool:
    """Say whether a word stands in a Chinese clause without which it has no amount; written out to be quick."""
    return (
        "元" in raw
        or "%" in raw
        or "％" in raw
        or "少于" in raw
        or "低于" in raw
        or "超过" in raw
        or "至少" in raw
        or "至多" in raw
        or "百分" in raw
        or "以下" in raw
        or "以内" in raw
        or "多于" in raw
        or "高于" in raw
        or "不足" in raw
        or "不满" in raw
        or "最低" in raw
        or "最高" in raw
        or ("以上" in raw and "以上" in raw.replace("级以上", ""))  # 县级以上 is no amount
    )


def _sorted_out(amounts: list[Quantity], weights: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Amounts and weights apart: what lies in a weight is no amount; a bare share beside one is a weight as well."""
    apart = [one for one in amounts if not any(w.start < one.end and one.start < w.end for w in weights)]
    shares = [one for one in apart if weights and one.unit == "%" and not one.of]
    return [one for one in apart if one not in shares], sorted([*weights, *shares], key=_place)


def _place(one: Quantity) -> int:
    return one.start


def _placed(found: tuple[_Placed, ...], at: int) -> tuple[_Placed, ...]:
    return tuple([replace(one, start=one.start + at, end=one.end + at) for one in found])


def _joined(
    conditions: list[Span],
    exceptions: list[Span],
    amounts: list[Quantity],
    weights: list[Quantity],
    measures: list[Measure],
    terms: list[DefinedTerm],
) -> Particulars:
    """The slots of a clause; nothing is made of nothing."""
    if not (conditions or exceptions or amounts or weights or measures or terms):
        return _NOTHING
    return Particulars(
        conditions=tuple(Passage(a, b) for a, b in conditions),
        exceptions=tuple(Passage(a, b) for a, b in exceptions),
        amounts=tuple(amounts),
        weights=tuple(weights),
        measures=tuple(measures),
        terms=tuple(terms),
    )


def _clear(found: Iterable[_Placed], spans: tuple[tuple[int, int], ...]) -> tuple[_Placed, ...]:
    return tuple(one for one in found if not any(start < one.end and one.start < end for start, end in spans))
