"""Grounds and the ladder of measures as a text lays them down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.core.duty import Kind
from remit.core.particulars import Measure, MeasureKind, Passage
from remit.core.regime_part import Ground, MeasureStep
from remit.reading.part_source import PartSource

__all__ = ["find_grounds", "find_steps", "is_ladder"]

_LADDER = re.compile(
    r"(?:问责|追责|责任追究|处理|惩戒|处分|追究)[^，。；]{0,8}(?:方式|措施|种类|形式)|(?:方式|措施|种类|形式)(?:包括|有|为|分为)"
    r"|\b(?:measures?|sanctions?|penalties)\b[^.;]{0,40}?\b(?:are|include|following)\b",
    re.IGNORECASE,
)
_NO_GROUND = re.compile(
    r"构成犯罪|涉嫌犯罪|情节(?:严重|较轻|轻微)|逾期|拒不|给[^，]{0,12}造成损[失害]|造成[^，]{0,10}后果"
)
_WEIGHS = re.compile(
    r"从重|加重|从轻|减轻|免予|不予|免除|more severe|less severe|exempt|mitigat|aggravat", re.IGNORECASE
)
_TAKES = (Kind.SANCTION, Kind.DUTY, Kind.PERMISSION)
_LONGEST = 300


def find_grounds(source: PartSource) -> Iterator[Ground]:
    """Yield the circumstances under which measures are taken: an item below a sanction, or a sentence's own …的."""
    provision = source.provision
    clause, measures = provision.clause, provision.particulars.measures
    if provision.kind is Kind.GROUND:
        if _punishes(source) and not is_ladder(source.above) and not _WEIGHS.search(source.above):
            yield Ground(
                ref="",
                clause=clause.ref,
                quote=source.body.strip().rstrip("；;。."),
                holders=provision.holders,
                measures=_kinds(measures),
            )
        return
    if not measures or provision.kind not in _TAKES or source.body.rstrip().endswith(("：", ":")):
        return
    for span, _ in source.sentences():
        given = [one for one in measures if span[0] <= one.start < span[1]]
        told = [one for one in provision.particulars.conditions if span[0] <= one.start < span[1]]
        if given and told:
            yield from _stated(source, told, given)


def _stated(source: PartSource, told: list[Passage], given: list[Measure]) -> Iterator[Ground]:
    """The conditions of a sentence with the measures that stand between each and the next."""
    for at, one in enumerate(told):
        words = source.text[one.start : one.end]
        if _NO_GROUND.search(words) and len(words) < 16:
            continue
        after = told[at + 1].start if at + 1 < len(told) else given[-1].end + 1
        here = [m for m in given if one.end <= m.start < after] or [m for m in given if m.start >= one.end]
        acts = source.acts_in((one.start, max((m.end for m in here), default=one.end)))
        holders = tuple(
            dict.fromkeys(name for act in acts if act.kind is Kind.SANCTION for name in act.holders)
        )
        if here and len(words) < _LONGEST:
            yield Ground(
                ref="",
                clause=source.provision.clause.ref,
                quote=words,
                holders=holders
                or (source.provision.holders if source.provision.kind is Kind.SANCTION else ()),
                measures=_kinds(tuple(here)),
            )


def _punishes(source: PartSource) -> bool:
    lead = source.lead
    return lead is not None and (Kind.SANCTION in (lead.kind, *lead.also) or bool(lead.particulars.measures))


def find_steps(source: PartSource) -> Iterator[MeasureStep]:
    """Yield the measures of a clause, in its order; which rung each stands on is decided over the whole text."""
    if source.provision.kind is Kind.GROUND and not is_ladder(source.above):
        return
    for one in source.provision.particulars.measures:
        quote = next(
            (words for (low, high), words in source.sentences() if low <= one.start < high),
            source.body.strip(),
        )
        yield MeasureStep(
            ref="",
            clause=source.provision.clause.ref,
            quote=quote,
            kind=one.kind,
            order=0,
            by=one.by,
            upon=one.upon,
            min=one.min,
            max=one.max,
            unit=one.unit,
        )


def is_ladder(words: str) -> bool:
    """Say whether words introduce the kinds of measures there are."""
    return _LADDER.search(words) is not None


def _kinds(measures: tuple[Measure, ...]) -> tuple[MeasureKind, ...]:
    return tuple(dict.fromkeys(one.kind for one in measures))
