"""Conditions and exceptions of a clause: when it holds and when it does not, as spans of its words."""

from __future__ import annotations

import re
from bisect import bisect_right

from remit.reading.sentence import Span

__all__ = [
    "find_conditions",
    "find_english_conditions",
    "find_english_exceptions",
    "find_exceptions",
    "may_have_condition",
]

_ENDS = (
    "的", "时", "后", "情况下", "情形下", "条件下", "期间", "过程中", "之一", "前提下",
)  # fmt: skip
_NO_END = (
    "及时", "同时", "准时", "按时", "定时", "小时", "随时", "届时", "实时", "平时", "临时", "限时", "课时",
    "学时", "工时", "即时", "适时", "今后", "前后", "先后", "最后", "会后", "然后", "善后", "落后", "为目的",
)  # fmt: skip
_OPENS = ("如", "若", "一旦", "凡")
_NO_OPEN = ("如实", "如期", "如下", "若干")
_OF_WHOM = re.compile(r"对[^，。；：]{1,40}的[^，。；：的]{0,12}$")
_FORCE = re.compile(r"应当|必须|不得|严禁|可以|负责(?!人)|须|要求|追究|给予|予以|责令|并?处[^，]{0,20}罚款")
_WITHOUT = re.compile(r"未经[^，。；：]{1,30}?(?=[，。；：]|不得|严禁|禁止|擅自|任何)")
_EXCEPT = re.compile(
    r"除(?<![解消免拆排清删扣切废开剔根铲祛]除)(?!外|了?[尘草雪湿锈险臭名夕患])[^。；]{2,80}?(?:以外|之外|外)(?=[，,的])"
)
_LAST_FEW = 4  # exceptions found before that may hold the next one's beginning: those of the same sentence
_NOT_SO = re.compile(r"除外(?=[，。；、）：]|$)|从其规定|不适用")
_STOPS = "。；;\n：:"
_BREAKS = "。；;\n：:，,"


def may_have_condition(raw: str) -> bool:
    """Say whether a word stands in a Chinese clause without which it has no condition; written out to be quick."""
    return (
        "的，" in raw
        or "时，" in raw
        or "后，" in raw
        or "下，" in raw
        or "间，" in raw
        or "中，" in raw
        or "一，" in raw
        or "的：" in raw
        or "一：" in raw
        or "未经" in raw
        or "况下" in raw
        or "如" in raw
        or "若" in raw
        or "旦" in raw
        or "凡" in raw
        or "；对" in raw
        or "。对" in raw
        or raw.startswith("对")
    )


def find_conditions(raw: str) -> list[Span]:
    """Return the stretches of a Chinese clause that say when or of whom the rest holds."""
    found: list[Span] = []
    floor = 0
    for stop in _BREAK.finditer(raw):
        at, sign = stop.start(), stop[0]
        if sign in "，,：:":
            passage = _before(raw, floor, at, sign)
            if passage is not None:
                found.append(passage)
                floor = at + 1
        if sign in _STOPS:
            floor = at + 1
    if "情况下" in raw or "情形下" in raw:
        found += _adverbial(raw, found)
    if "未经" in raw:
        told = ((m.start(), m.end()) for m in _WITHOUT.finditer(raw))
        found += [(a, b) for a, b in told if not _covered(found, a)]
    found.sort()
    return found


def find_exceptions(raw: str) -> list[Span]:
    """Return the stretches of a Chinese clause that take something out of it (但…除外, 除…外, 另有规定的，从其规定)."""
    told = [m.span() for m in _EXCEPT.finditer(raw)]  # apart from each other, in order
    found: list[Span] = []
    for match in _NOT_SO.finditer(raw):
        low = _sentence_start(raw, match.start())
        however = raw.rfind("但", low, match.start())
        first = however if however >= 0 else _segment_start(raw, low, match.start(), match[0])
        end = match.end() if match[0] != "不适用" else _segment_end(raw, match.end())
        place = bisect_right(told, (first, len(raw))) - 1
        if not (place >= 0 and first < told[place][1]) and not _covered(found[-_LAST_FEW:], first):
            found.append((first, end))
    return sorted(told + found)


_ENGLISH_IF = re.compile(
    r"[iwpo](?<![a-z][iwpo])(?:(?<=i)f|hen(?:ever)?|n the event (?:of|that)|n case of|rovided that|n condition that"
    r"|here(?= [^.;:]{2,160}?(?:,| shall| must| may)))\b[^;:.]{2,240}?(?=, | (?:shall|must) |[;:]|\.(?:\s|$)|$)"
)
_ENGLISH_EXCEPT = re.compile(
    r"(?:except|unless|other than|notwithstanding|(?:does|do|shall) not apply)\b"
    r"[^;:.]{0,240}?(?=, |[;:]|\.(?:\s|$)|$)"
)
_SENTENCE_END = re.compile(r"(?:^|[.;:,)–—\]]\s*(?:and |or |but )?)$")


def find_english_conditions(low: str) -> list[Span]:
    """Return the stretches of an English clause in lower case that say when the rest holds; a place is none."""
    found = []
    for match in _ENGLISH_IF.finditer(low):
        if match[0].startswith("where"):
            before = low[max(0, match.start() - 8) : match.start()]
            if before and not _SENTENCE_END.search(before):
                continue
        found.append(match.span())
    return found


def find_english_exceptions(low: str) -> list[Span]:
    """Return the stretches of an English clause in lower case that take something out of it."""
    return [match.span() for match in _ENGLISH_EXCEPT.finditer(low)]


def _before(raw: str, floor: int, at: int, sign: str) -> Span | None:
    """The condition that ends at a comma or colon, None where the words before it are none."""
    first = floor
    while first < at and raw[first].isspace():
        first += 1
    if raw.endswith(_ENDS, first, at):
        if raw.endswith(_NO_END, first, at) or at - first < 3:
            return None
        if raw.endswith("之一", first, at) and "下列" not in raw[first:at] and "以下" not in raw[first:at]:
            return None
        return _cut(raw, first, at)
    opens = raw.startswith(_OPENS, first) and not raw.startswith(_NO_OPEN, first)
    if opens or (sign in "，," and raw.startswith("对", first) and _OF_WHOM.match(raw, first, at)):
        return (first, at) if at - first > 3 else None
    return None


def _cut(raw: str, first: int, at: int) -> Span | None:
    """The condition without what the sentence ordered before it; what was to be done and was not is one."""
    last = raw.rfind("，", first, at) + 1 or first
    if last > first and _FORCE.search(raw, first, last):
        first = last
    if raw[at - 1] != "的" and _FORCE.search(raw, last, at):
        return None
    return (first, at) if at - first > 2 else None


def _adverbial(raw: str, found: list[Span]) -> list[Span]:
    """在…情况下 within a segment."""
    more = []
    for word in ("情况下", "情形下"):
        at = raw.find(word)
        while at >= 0:
            low = raw.rfind("在", _segment_start(raw, 0, at, ""), at)
            if low >= 0 and not _covered(found, low):
                more.append((low, at + 3))
            at = raw.find(word, at + 3)
    return more


_BREAK = re.compile(r"[。；;\n：:，,]")


def _sentence_start(raw: str, at: int) -> int:
    return max(0, *(raw.rfind(sign, 0, at) + 1 for sign in "。；;\n"))


def _segment_start(raw: str, floor: int, at: int, word: str) -> int:
    """Where the segment begins; of 另有规定的，从其规定 the one before it too."""
    high = raw.rfind("，", floor, at) if word == "从其规定" and raw[at - 1 : at] == "，" else at
    return max(floor, *(raw.rfind(sign, floor, max(floor, high)) + 1 for sign in _BREAKS))


def _segment_end(raw: str, at: int) -> int:
    match = _BREAK.search(raw, at)
    return match.start() if match else len(raw)


def _covered(found: list[Span], at: int) -> bool:
    return any(start <= at < end for start, end in found)
