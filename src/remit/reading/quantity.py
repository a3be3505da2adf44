"""Amounts of a Chinese clause: money, counts, percentages, ages, floors and ceilings."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.core.particulars import Quantity
from remit.reading.figure import FIGURE, read_figure

__all__ = ["find_amounts"]

_UNIT = (
    r"(?:万元|元|％|%|人次|名|人|个百分点|个(?!月|工作日|小时|季度|学期|星期)|家|台|学时|课时|小时|工作日|日|天|个月|月|年|周岁|岁|平方公里"
    r"|平方米|立方米|公里|毫米|厘米|米|吨|公斤|千克|升|倍|处|间|套|份|件|户|辆|场|期|条|项|种|支|具|瓶|座|级|伏|摄氏度|℃)"
)
_LOW = r"不得?少于|不得?低于|不得?小于|至少|最少|最低|不少于"
_HIGH = r"不得?超过|不得?高于|不得?多于|不得?大于|至多|最多|最高"
_OVER = r"超过|高于|多于|大于"
_UNDER = r"低于|少于|小于|不足|不满"
_AMOUNT = re.compile(
    rf"(?:(?P<low>{_LOW})|(?P<high>{_HIGH})|(?P<over>{_OVER})|(?P<under>{_UNDER}))"
    rf"(?P<than>[^，。；：、\d百]{{0,24}}?(?:的|总额|总数|收入|经费))?(?P<pct>百分之)?(?P<n>{FIGURE})(?P<unit>{_UNIT})?"
    rf"|(?P<pct2>百分之)?(?P<m>{FIGURE})(?P<unit2>{_UNIT})(?P<side>以上|以下|以内|及以上|及以下)?"
    rf"(?:的?(?P<k>{FIGURE})(?P<unit3>{_UNIT})(?P<side2>以上|以下|以内))?"
    rf"|百分之(?P<p>{FIGURE})(?P<side3>以上|以下|以内)?(?:百分之(?P<q>{FIGURE})(?:以下|以内))?"
    rf"|(?P<r1>{FIGURE})(?:[—\-~～至到])(?P<r2>{FIGURE})(?P<unit4>{_UNIT})"
)
_PLAIN = frozenset(("元", "万元", "%", "％", "个百分点"))
_TIMES = frozenset(("日", "天", "小时", "工作日", "月", "个月", "年", "学时", "课时"))
_ORDINAL = re.compile(r"[第年月]$|每$|前$|后$|[条项款章之]$")
_AHEAD = "提前"
_COUNTED = ("每年", "每季度", "每月", "每周", "每半年", "每学期")
_LIMIT = re.compile(r"(?:之|以)?内|前|后")
_OF_END = re.compile(r"(?:应当|必须|应|须|原则上|均|一般|的|为|按照|按|在|占)+$")
_OF_START = re.compile(r"^(?:没有[^，]*?(?:或者|或)|单处或者并处|并处|单处|处以|处)")
_AFTER = re.compile(r"的?(?P<what>[^，。；：、的\d（(]{2,12}?)(?=可以|应当|必须|不得|[，。；：、的（(]|$)")
_VERBAL = re.compile(
    r"(?:发现|年满|造成|致使|满|配备|设置|设立|安排|处|并处|处以|给予|购置|储备|建立|选派|抽取|抽查|参加|由|有|达到|拥有)$"
)
_BOUNDARY = re.compile(r"[，。；：、\s（(“”]")


class _Amount(NamedTuple):
    """An amount in the making, at offsets into its clause."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    of: str
    than: str = ""
    exclusive: bool = False

    def quantity(self) -> Quantity:
        return Quantity(
            start=self.start,
            end=self.end,
            min=self.low,
            max=self.high,
            unit=self.unit,
            of=self.of,
            than=self.than,
            exclusive=self.exclusive,
        )


def find_amounts(raw: str) -> list[Quantity]:
    """Return the amounts in a Chinese clause; rhythms, time limits and dates are none."""
    found = (_amount(raw, match) for match in _AMOUNT.finditer(raw))
    return [one.quantity() for one in found if one is not None]


def _amount(raw: str, match: re.Match[str]) -> _Amount | None:
    groups = match.groupdict()
    if groups["n"]:
        return _bounded(raw, match)
    if groups["r1"]:
        low, high = read_figure(groups["r1"]), read_figure(groups["r2"])
        plain = groups["unit4"] in _PLAIN and low is not None and high is not None and low < high
        return _made(raw, match, low, high, groups["unit4"]) if plain else None
    if groups["p"]:
        value = read_figure(groups["p"])
        if groups["q"]:
            return _made(raw, match, value, read_figure(groups["q"]), "%")
        below = groups["side3"] in {"以下", "以内"}
        return _made(raw, match, None if below else value, value if below else None, "%")
    return _after_figure(raw, match)


def _bounded(raw: str, match: re.Match[str]) -> _Amount | None:
    """不少于8学时, 不得超过三人, 低于百分之五."""
    unit = "%" if match["pct"] else match["unit"] or ""
    value = read_figure(match["n"])
    before = raw[max(0, match.start() - 12) : match.start()]
    if value is None or not unit or raw.startswith(("次", "分"), match.end()) or before.endswith(_AHEAD):
        return None
    if unit in {"期", "场"} and any(word in before for word in _COUNTED):
        return None
    if unit in _TIMES and _LIMIT.match(raw, match.end()):
        return None
    if unit in {"级", "条", "项"} and not match["low"]:
        return None
    floor = bool(match["low"] or match["over"])
    made = _made(raw, match, value if floor else None, None if floor else value, unit)
    if made is None:
        return None
    than, exclusive = (match["than"] or "").removesuffix("的"), bool(match["over"] or match["under"])
    return made._replace(than=than, exclusive=exclusive)


def _after_figure(raw: str, match: re.Match[str]) -> _Amount | None:
    """五万元以上十万元以下, 三人以上, 百分之十, 2000元."""
    unit, side = match["unit2"], match["side"] or ""
    low, high = read_figure(match["m"]), read_figure(match["k"]) if match["k"] else None
    before = raw[max(0, match.start() - 2) : match.start()]
    if low is None or _ORDINAL.search(before) or (not side and unit not in _PLAIN):
        return None
    if unit in _TIMES and (side == "以内" or not match["k"]):
        return None
    if unit in {"级", "条", "项", "个"} and not match["k"] and side not in {"以上", "以下"}:
        return None
    if unit == "级" or raw.startswith("人民政府", match.end()):
        return None
    if high is None:
        below = side in {"以下", "以内", "及以下"}
        both = not side
        return _made(raw, match, None if below else low, low if below or both else None, unit)
    return _made(raw, match, low, high, match["unit3"] or unit)


def _made(raw: str, match: re.Match[str], low: float | None, high: float | None, unit: str) -> _Amount | None:
    if low is None and high is None:
        return None
    if unit == "万元":
        low, high, unit = low and low * 10_000, high and high * 10_000, "元"
    of = _of(raw, match.start(), match.end())
    return _Amount(match.start(), match.end(), low, high, {"％": "%"}.get(unit, unit), of)


def _of(raw: str, low: int, high: int) -> str:
    """What it is an amount of: the words before it in the same segment, else the noun after it."""
    left = max(0, low - 24)
    for brk in _BOUNDARY.finditer(raw, left, low):
        left = brk.end()
    before = _OF_START.sub("", _OF_END.sub("", raw[left:low]))
    if len(before) >= 2 and not _VERBAL.search(before) and left > low - 24:
        return before
    after = _AFTER.match(raw, high)
    return after["what"] if after else ""
