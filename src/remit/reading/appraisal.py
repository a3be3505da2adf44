"""The appraisal scheme as a text lays it down: indicators with points, grades, weights, use of results."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.core.particulars import MeasureKind, Quantity
from remit.core.regime_part import Effect, Grade, Indicator, ResultUse, WeightRule
from remit.reading.part_source import PartSource

__all__ = ["find_grades", "find_indicators", "find_uses", "find_weight_rules"]

_GRADES = frozenset(
    (
        "优秀 良好 优良 合格 较好 一般 基本合格 不合格 达标 不达标 先进 优 良 中 差 好 "
        "excellent outstanding good satisfactory pass adequate fail unsatisfactory poor"
    ).split()
)
_TOTAL = re.compile(r"满分|总分|百分制|out of$|maximum|in total|total of|total score", re.IGNORECASE)
_HUNDRED = re.compile(r"百分制")
_DEDUCTS = re.compile(
    r"扣[^，。；]{0,6}$|减[^，。；]{0,4}$|\b(?:deduct|lose|minus)[^.;]{0,30}$", re.IGNORECASE
)
_ADDS = re.compile(r"加[^，。；]{0,6}$|奖励[^，。；]{0,6}$|\b(?:bonus|add|extra)[^.;]{0,30}$", re.IGNORECASE)
_ITSELF = re.compile(r"^(?:总分|满分|分值|共计?|合计)?$")
_USES = re.compile(
    r"(?:考核|考评|评价|评估|检查|督查|巡查|述职)(?:评议)?(?:的)?(?:结果|成绩|情况"
    r"|等次)(?!记录)[^。；，]{0,12}(?:，[^。；，]{0,16})?"
    r"(?:作为|纳入|列入|与[^。；，]{2,60}?挂钩|计入|记入|运用|应用)[^。；]{0,120}"
    r"|\bresults?\b[^.;]{0,40}?\b(?:used|taken into account|count(?:s|ed)?"
    r"|considered|form(?:s)? part|fed into)\b[^.;]{2,160}",
    re.IGNORECASE,
)
_APPRAISES = re.compile(
    r"考核|评分|考评|评价|分值|计分|得分|指标|总分|满分|权重|\b(?:points?|marks?|apprais|score)",
    re.IGNORECASE,
)


def find_indicators(source: PartSource) -> Iterator[Indicator]:
    """Yield the lines of the appraisal sheet: points with what they are for, bonuses, deductions, vetoes, the total."""
    clause, found = source.provision.clause, source.provision.particulars
    if _APPRAISES.search(source.above + source.body + source.heading):
        for span, words in source.sentences():
            inside = [one for one in found.weights if span[0] <= one.start < span[1] and one.unit == "points"]
            yield from _of_sentence(source, span[0], words, [one for one in inside if one.of not in _GRADES])
    for measure in found.measures:
        if measure.kind is MeasureKind.VETO:
            words = _sentence_at(source, measure.start)
            yield Indicator(ref="", clause=clause.ref, quote=words, name=words, effect=Effect.VETO)


def _of_sentence(source: PartSource, start: int, words: str, weights: list[Quantity]) -> Iterator[Indicator]:
    ref = source.provision.clause.ref
    if not weights and _HUNDRED.search(words):
        yield Indicator(ref="", clause=ref, quote=words, name="百分制", effect=Effect.TOTAL, points=100)
    scored = ""
    for one in weights:
        before = source.text[start : one.start]
        points = one.max if one.max is not None else one.min
        effect = _effect(before)
        name = one.of.strip(" ,:：") or scored or words
        if effect is Effect.SCORE:
            if scored and one.min == one.max and _ITSELF.match(one.of):
                continue
            scored = name
        yield Indicator(
            ref="",
            clause=ref,
            quote=words,
            name=name if effect is not Effect.TOTAL else words[: one.end - start],
            effect=effect,
            points=points,
            criteria=words if effect is Effect.SCORE and len(weights) > 1 else "",
        )


def _effect(before: str) -> Effect:
    near = re.split(r"[，；,;：:]", before)[-1]
    if _DEDUCTS.search(near):
        return Effect.DEDUCTION
    if _ADDS.search(near):
        return Effect.BONUS
    if _TOTAL.search(before.strip()[-14:]) and "（" not in before[-4:] and "(" not in before[-4:]:
        return Effect.TOTAL
    return Effect.SCORE


def find_grades(source: PartSource) -> Iterator[Grade]:
    """Yield the grades that scores come to."""
    for one in source.provision.particulars.weights:
        if one.unit == "points" and one.of.lower() in _GRADES:
            whole = _sentence_at(source, one.start)
            top = one.max
            yield Grade(
                ref="",
                clause=source.provision.clause.ref,
                quote=whole,
                name=one.of,
                min=one.min,
                max=None if one.exclusive else top,
                below=top if one.exclusive else None,
            )


def find_weight_rules(source: PartSource) -> Iterator[WeightRule]:
    """Yield what a text says on how much something weighs: a share of the score, and what it may not fall below."""
    for one in source.provision.particulars.weights:
        if one.unit != "points":
            yield WeightRule(
                ref="",
                clause=source.provision.clause.ref,
                quote=_sentence_at(source, one.start),
                of=one.of,
                min=one.min,
                max=one.max,
                unit=one.unit or "%",
                than=one.than,
            )


def find_uses(source: PartSource) -> Iterator[ResultUse]:
    """Yield what the results of appraisals and inspections are used for."""
    for _, words in source.sentences():
        if "结果" in words or "result" in words.lower() or "成绩" in words:
            found = _USES.search(words)
            if found:
                yield ResultUse(ref="", clause=source.provision.clause.ref, quote=words, use=found[0].strip())


def _sentence_at(source: PartSource, at: int) -> str:
    return next(
        (words for (start, end), words in source.sentences() if start <= at < end), source.body.strip()
    )
