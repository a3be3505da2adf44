"""Weights of a clause: points, shares of a score, thresholds of grades, and what they may not be lower than."""

from __future__ import annotations

import re

from remit.core.particulars import Quantity
from remit.reading.figure import ENGLISH_FIGURE, FIGURE, read_english_figure, read_figure

__all__ = ["find_english_weights", "find_weights"]

_POINTS = re.compile(
    rf"(?P<low>{FIGURE})(?:分?(?:[—\-~～至到]|以上不足|以上、)(?P<high>{FIGURE}))?分(?![钟之别公米管局类工部布析成期级阶批发数隔管])"
    rf"(?P<side>及?以上|（含）以上|以下)?(?:(?:，)?(?:不满|不足|低于|未满)(?P<below>{FIGURE})分)?"
)
_UNDER = re.compile(r"(?:不满|不足|低于|未满|少于|未达到?|不到)$")
_VALUE = rf"(?:(?P<pct>百分之)(?P<n>{FIGURE})|(?P<m>\d+(?:\.\d+)?)\s*[%％]|(?P<p>\d+(?:\.\d+)?)分)"
_SHARE = re.compile(
    r"(?P<of>[^，。；：、\s（]{0,20}?)"
    r"(?:权重|分值|比重|占比|占(?=[^，。；]{0,16}?(?:百分之|\d+\s*[%％])))(?P<than>[^，。；百\d]{0,16}?)"
    rf"(?:(?P<bound>不得?低于|不得?少于|不得?超过|不得?高于|至少|最高)(?P<level>[^，。；百\d]{{0,20}})(?:{_VALUE})?"
    rf"|{_VALUE.replace('?P<', '?P<v')})"
)
_CLOSERS = "，。；、）"
_LEVEL = re.compile(r"上一?级|上级|本级|市级|省级|国家|县级")
_OF = re.compile(r"(?P<what>[^，。；：\s（）()]{1,30})[，：:（(\s]*(?:满分|分值|计|占|共|为|得|权重)*$")
_NAMED = re.compile(
    r"[^，。；]{0,8}?(?:为|评为|评定为|确定为|定为|是|属于)[“"
    r"\"]?(?P<name>优秀|良好|优良|合格|较好|一般|基本合格|不合格|达标|不达标|先进|优|良|中|差|好)(?![^”\"，。；、]{3,})"
)
_GRADE_BEFORE = re.compile(
    r"(?P<name>优秀|良好|优良|合格|基本合格|不合格|较好|一般|达标|不达标|优|良|中|差)[”\"]?[（(：:为]?$"
)


def find_weights(raw: str) -> list[Quantity]:
    """Return the weights of a Chinese clause: 20分, 权重不得低于10%, 90分以上为优秀."""
    found = [made for match in _POINTS.finditer(raw) if (made := _points(raw, match)) is not None]
    found += [made for match in _SHARE.finditer(raw) if (made := _share(match)) is not None]
    return sorted(found, key=lambda one: one.start)


def _points(raw: str, match: re.Match[str]) -> Quantity | None:
    low = read_figure(match["low"])
    high = read_figure(match["high"]) if match["high"] else None
    if low is None or raw.endswith(("第", "百分之", "每"), 0, match.start()):
        return None
    if match["low"] == "十" and not match["side"] and raw[match.end() : match.end() + 1] not in _CLOSERS:
        return None
    side, exclusive = match["side"] or "", False
    before = raw[max(0, match.start() - 40) : match.start()]
    under = _UNDER.search(before)
    if match["below"]:
        high, exclusive = read_figure(match["below"]), True
    elif under:
        low, high, exclusive = None, low, True
        before = before[: under.start()]
    elif high is None:
        low, high = (low, None) if side.endswith("以上") else (None, low) if side else (low, low)
    return Quantity(
        start=match.start() - (len(under[0]) if under else 0),
        end=match.end(),
        min=low,
        max=high,
        unit="points",
        of=_grade(raw, match, before) or _named(before),
        exclusive=exclusive,
    )


def _grade(raw: str, match: re.Match[str], before: str) -> str:
    after = _NAMED.match(raw, match.end())
    if after:
        return after["name"]
    ahead = _GRADE_BEFORE.search(before)
    return ahead["name"] if ahead else ""


def _named(before: str) -> str:
    named = _OF.search(before)
    return re.sub(r"^.*(?:[。；;）)]|[一二三四五六七八九十\d][、.])", "", named["what"]) if named else ""


def _share(match: re.Match[str]) -> Quantity | None:
    text = match["n"] or match["m"] or match["p"] or match["vn"] or match["vm"] or match["vp"]
    value = read_figure(text) if text else None
    level = match["level"] or ""
    than = level.removesuffix("的") if _LEVEL.search(level) else ""
    if value is None and not than:
        return None
    bound = match["bound"] or ""
    upper = bound.endswith(("超过", "高于", "最高"))
    floor = bound and not upper
    return Quantity(
        start=match.start(),
        end=match.end(),
        min=None if upper else value,
        max=None if floor else value,
        unit="points" if match["p"] or match["vp"] else "%" if text else "",
        of=match["of"],
        than=than or _whole(match),
    )


def _whole(match: re.Match[str]) -> str:
    """What a share is a share of: 占年度考核总分的10%."""
    shared = match.string.startswith("占", match.end("of")) and not match.string.startswith(
        "占比", match.end("of")
    )
    return (match["than"] or "").removesuffix("的") if shared else ""


_ENGLISH_POINTS = re.compile(
    rf"(?P<low>{ENGLISH_FIGURE})(?:\s?(?:-|–|—|to)\s?(?P<high>{ENGLISH_FIGURE}))? (?:points?|marks?)\b"
    r"(?P<side> (?:or (?:more|above|higher|over)|and (?:above|over)|or (?:less|below|fewer)))?",
    re.IGNORECASE,
)
_ENGLISH_SHARE = re.compile(
    r"\b(?:weight(?:ing)?|share)\b[^.;]{0,60}?"
    r"(?:(?P<bound>not (?:be )?(?:lower|less) than|at least|no less than|not exceed(?:ing)?|no more than) )?"
    rf"(?:(?P<n>{ENGLISH_FIGURE}) ?(?:%|per ?cent)"
    r"|(?P<than>(?:that|the (?:weight|share))[^.;,]{0,60}?(?:above|higher level|superior)))",
    re.IGNORECASE,
)
_ENGLISH_UNDER = re.compile(r"(?:less than|below|fewer than|under) $", re.IGNORECASE)
_GRADES = r"[“\"]?(?P<name>excellent|outstanding|good|satisfactory|pass|adequate|fail|unsatisfactory|poor)"
_ENGLISH_NAME = re.compile(
    rf"[^.;:,\d]{{0,30}}?\b(?:is|are|as|rated|graded|means)\b (?:an? )?{_GRADES}", re.IGNORECASE
)
_ENGLISH_NAME_BEFORE = re.compile(rf"{_GRADES}[”\"]?[ :(—–-]+$", re.IGNORECASE)
_ENGLISH_OF = re.compile(r"(?P<what>[A-Za-z][^.;:()]{1,60}?)[ :,(—–-]+(?:worth |carries |counts for )?$")


def find_english_weights(raw: str) -> list[Quantity]:
    """Return the weights of an English clause: 20 points, a weight of at least 10 per cent, 90 points or more."""
    found = [_english_points(raw, match) for match in _ENGLISH_POINTS.finditer(raw)]
    found += [made for match in _ENGLISH_SHARE.finditer(raw) if (made := _english_share(match)) is not None]
    return sorted(found, key=lambda one: one.start)


def _english_points(raw: str, match: re.Match[str]) -> Quantity:
    low: float | None = read_english_figure(match["low"])
    high = read_english_figure(match["high"]) if match["high"] else None
    before, side = raw[max(0, match.start() - 70) : match.start()], match["side"] or ""
    under = _ENGLISH_UNDER.search(before)
    if under:
        low, high, before = None, low, before[: under.start()]
    elif high is None:
        below = side.endswith(("less", "below", "fewer"))
        low, high = (None, low) if below else (low, None if side else low)
    ahead, after = _ENGLISH_NAME_BEFORE.search(before), _ENGLISH_NAME.match(raw, match.end())
    named = after or ahead
    of = _ENGLISH_OF.search(before)
    return Quantity(
        start=match.start() - (len(under[0]) if under else 0),
        end=match.end(),
        min=low,
        max=high,
        unit="points",
        of=named["name"] if named else of["what"].strip() if of else "",
        exclusive=under is not None,
    )


def _english_share(match: re.Match[str]) -> Quantity | None:
    value = read_english_figure(match["n"]) if match["n"] else None
    than = match["than"] or ""
    if value is None and not (than and match["bound"]):
        return None
    bound = (match["bound"] or "").lower()
    upper = "exceed" in bound or "more" in bound
    return Quantity(
        start=match.start(),
        end=match.end(),
        min=None if upper else value,
        max=None if bound and not upper else value,
        unit="%" if value is not None else "",
        than=than,
    )
