"""Measures of a clause: what follows where a duty has failed, who imposes it and on whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from remit.core.duty import Act, Kind
from remit.core.particulars import Measure, MeasureKind, Quantity
from remit.reading.measure_words import CHINESE_MEASURES, ENGLISH_MEASURES

__all__ = ["find_english_measures", "find_measures"]


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_NO_MEASURE = (
    r"(?!标[志识牌]|的?方式|[线灯牌]|信号|装置|制度|程序|记录|办法|情况|结果|机制|工作|决定|期|机关|单位|影响|档案|信息"
    r"|[^，。；、]{0,2}建议)"
)
_CHINESE = re.compile(rf"(?:{_alternatives(tuple(CHINESE_MEASURES))}){_NO_MEASURE}")
_ENGLISH = re.compile(rf"(?:{_alternatives(tuple(ENGLISH_MEASURES))})(?![a-z])")
_ENGLISH_FIRM = (
    "disciplinary action", "disciplinary measure", "improvement notice", "written warning", "penalt", "prosecution",
    "dismissal", "reprimand", "liable to a fine",
)  # fmt: skip
_NOT_TAKEN = re.compile(r"(?:不予|不得|免予|免于|可以不|建立|完善|健全|受到?过?|被|经|逾期不|拒不|的)$")
_WEAK = frozenset(
    {"提醒", "通报", "警告", "调离", "没收", "暂扣", "免去", "处分", "降级", "解聘", "辞退", "挂牌督办"}
)
_TOLD = frozenset(
    {"提醒", "通报"}
)  # what is told to somebody is a measure only where nothing is said to be told
_TAKEN = re.compile(r"[，。；、）和或并及等]|$")
_ENGLISH_TAKEN = re.compile(r"[,.;]|$| (?:or|and|of|not exceeding|up to)\b")
_FAR = 14
_LONGEST_ITEM = 24
_LONGEST_ENGLISH_ITEM = 60


def find_measures(
    raw: str,
    *,
    sanction: bool,
    amounts: Sequence[Quantity] = (),
    acts: Sequence[Act] = (),
    by: tuple[str, ...] = (),
) -> list[Measure]:
    """Return the measures that a Chinese clause names.

    Outside a clause of consequences only what is a measure wherever it stands counts, and an item that consists of one.
    """
    asks = len(raw) > _LONGEST_ITEM or (bool(acts) and acts[0].kind is Kind.DUTY)
    if not sanction and asks and not _has_firm_word(raw):
        return []
    found = []
    for match in _CHINESE.finditer(raw):
        alone = match.start() <= 2 and len(raw) <= _LONGEST_ITEM
        alone = alone and _TAKEN.match(raw, match.end()) is not None
        if match[0] in _WEAK and not sanction and not alone:
            continue
        if match[0] in _TOLD and not alone and not _TAKEN.match(raw, match.end()):
            continue
        if _NOT_TAKEN.search(raw[max(0, match.start() - 3) : match.start()]):
            continue
        span = match.span()
        found.append(_measure(span, CHINESE_MEASURES[match[0]], amounts, acts, by))
    return found


def find_english_measures(
    raw: str,
    *,
    sanction: bool,
    amounts: Sequence[Quantity] = (),
    acts: Sequence[Act] = (),
    by: tuple[str, ...] = (),
) -> list[Measure]:
    """Return the measures that an English clause, in lower case, names; like `find_measures`."""
    short = len(raw) <= _LONGEST_ENGLISH_ITEM
    firm = sanction or any(word in raw for word in _ENGLISH_FIRM)
    if not firm and not short:
        return []
    found = []
    for match in _ENGLISH.finditer(raw):
        if raw[match.start() - 1 : match.start()].isalpha():
            continue
        if not firm and (match.start() > _FAR or not _ENGLISH_TAKEN.match(raw, match.end())):
            continue
        span = match.span()
        found.append(_measure(span, ENGLISH_MEASURES[match[0]], amounts, acts, by))
    return found


def _has_firm_word(raw: str) -> bool:
    """Say whether a word stands here that names a measure in any clause; written out to be quick."""
    return (
        "通报批评" in raw
        or "约谈" in raw
        or "处分" in raw
        or "罚款" in raw
        or "诫勉" in raw
        or "书面检查" in raw
        or "一票否决" in raw
        or "评优" in raw
        or "停职" in raw
        or "引咎" in raw
        or "免职" in raw
        or "撤职" in raw
    )


def _measure(
    span: tuple[int, int],
    kind: MeasureKind,
    amounts: Sequence[Quantity],
    acts: Sequence[Act],
    by: tuple[str, ...],
) -> Measure:
    """The measure with its bounds, where it is a fine, and those whom the act that holds it falls on."""
    start, end = span
    fine = None
    if kind is MeasureKind.FINE:
        fine = next(
            (one for one in amounts if -1 <= start - one.end <= 6 or 0 <= one.start - end <= 20), None
        )
    upon = next(
        (act.holders for act in acts if act.kind is Kind.SANCTION and act.start <= start < act.end), ()
    )
    if fine is None:
        return Measure(start=start, end=end, kind=kind, by=by, upon=upon)
    return Measure(
        start=start, end=end, kind=kind, by=by, upon=upon, min=fine.min, max=fine.max, unit=fine.unit
    )
