"""Limits in time for one act: deadlines in Chinese and English, with the words they rest on."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.core.period import Deadline
from remit.reading.amount import NUMBER, UNIT, number, unit
from remit.reading.english_limit import english_deadlines
from remit.reading.month import last_day
from remit.reading.sentence import Free, is_chinese, mask
from remit.reading.sieve import sift_all

__all__ = ["Limit", "closing_deadlines", "deadlines", "find_limits"]


class Limit(NamedTuple):
    """A deadline and the offsets of the words that state it."""

    start: int
    end: int
    deadline: Deadline


_AMOUNT = rf"(?:(?P<low>{NUMBER})(?:至|到|-|—|～|~|－))?(?P<n>{NUMBER})(?P<unit>{UNIT})"
_WITHIN = re.compile(_AMOUNT + r"(?:以|之)?内(?!部|设|容)")
_NOT_OVER = re.compile(
    r"(?:(?:复杂|重大|疑难|特殊|一般|简单|其他|紧急|普通)[^，。；]{1,6}|期限|时限|时间|最长|最迟|延长|至迟)[^，。；]{0,6}?不(?:得)?超过"
    + _AMOUNT
)
_LATEST = re.compile(r"(?:最迟|至迟|不得?迟于|不得?晚于)[^，。；]{0,12}?" + _AMOUNT + r"(?:以|之)?[内前]?")
_EARLY = re.compile(r"(?:提前|提早)(?:至少|不少于)?" + _AMOUNT)
_AHEAD = re.compile(
    r"(?<![月年\d])"
    + _AMOUNT
    + r"(?:以|之)?前|(?<![之以年月日提事])前"
    + _AMOUNT.replace("low", "low2").replace("<n>", "<n2>").replace("unit", "unit2")
    + "(?!期|内|以内|之内)"
)
_DATE = re.compile(
    r"(?:(?P<each>每年(?:度)?|次年|翌年|当年|本年度?|下一?年度?|同年)(?:的)?)?(?:(?P<year>\d{4})年)?"
    r"(?:(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?P<day>\d{1,2}"
    r"|[一二三四五六七八九十]{1,3})?(?P<last>日|号|底|末|份?底)?|(?P<end>年?底|年末))(?:之前|以前|前)"
)
_MONTH = re.compile("[月底末]")  # in every date
_AFTER = re.compile(
    r"(?:自|从|在|于)?(?P<event>[^，。；：自从]{0,40}?)(?:之日起|之日|以后|之后|后的?|之时起|次日起"
    r"|当日起|起)(?:最迟|最多|的)?(?:应当)?(?:在)?$"
)
_EVENT_HEAD = re.compile(r"^.*(?:应当|必须|不得|可以|自(?!然|治|查)|于|在(?!职|岗|线)|从(?!业)|[要须](?!求))")
_BARRED = re.compile(
    r"[^，。；]{0,4}(?:不得|不准|不予|免予|禁止|不受理|有效|未|不(?!少于))|因|受过|被|累计|连续|发生过?|有(?!权)"
)
_KEPT = re.compile(
    r"(?:暂存|储存|存放|贮存|存储|停放|停留|滞留|连续|驾驶|作业|使用|留观)[^，。；]{0,4}?(?:期限|时限|时间|最长)"
)
_LENGTH = re.compile(r"(?:有效期|保存|保管|留存|保留|有效|任期|累计|连续|近|最近|过去|服务期)[^，。；]{0,6}$")
_COUNTED = re.compile(rf"[0-9０-９一二三四五六七八九十百两俩半]{UNIT}")  # in every amount
_within_in, _not_over_in, _latest_in = sift_all(_WITHIN), sift_all(_NOT_OVER), sift_all(_LATEST)
_DONE_BY = re.compile(
    r"(?:[（(；，,](?:完成|办结|整改|落实)?(?:时限|时间|期限)[：:]|[；，,](?=\d{4}年\d{1,2}月))"
    r"(?P<when>[^（）()；]{2,30})[）)][。；]?\s*$"
)
_early_in, _ahead_in = sift_all(_EARLY), sift_all(_AHEAD)
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_YEARLY = re.compile(r"每(?:个)?(?:年|半年|季|月|学期|学年)|逐年|各年度")
_REACH = 60  # characters looked back for the event that a limit is counted from


def deadlines(text: str) -> tuple[Deadline, ...]:
    """Return each distinct deadline the text sets, in order of first mention."""
    return tuple(dict.fromkeys(found.deadline for found in find_limits(text)))


def closing_deadlines(text: str) -> tuple[Deadline, ...]:
    """Return the deadlines that a closing bracket labels as such: （完成时限：2027年6月底前）."""
    closing = _DONE_BY.search(text) if text.rstrip("。； \n")[-1:] in "）)" else None
    return deadlines(closing["when"]) if closing else ()


def find_limits(text: str, year: str = "") -> list[Limit]:
    """Return the deadlines of a text with their offsets, in order. Conditions are the caller's to leave out.

    In a plan for one `year` a day that names none is of that year, or of the year that the text names before it.
    """
    if not is_chinese(text):
        return [Limit(*found) for found in english_deadlines(text)]
    if not _COUNTED.search(text) and not _may_be_dated(text):
        return []
    masked = mask(text)
    free = Free(len(text))
    found = [
        limit for limit in (*_dates(masked, year), *_amounts(masked)) if free.take(limit.start, limit.end)
    ]
    return sorted(found)


def _dates(text: str, year: str) -> list[Limit]:
    found: list[Limit] = []
    if not _may_be_dated(text):
        return found
    for match in _DATE.finditer(text):
        by = _by(match)
        if year and by.startswith("-") and not match["each"]:
            by = _dated(text, match.start(), by, year)
        if by:
            found.append(Limit(*match.span(), Deadline(by=by)))
    return found


def _dated(text: str, at: int, by: str, year: str) -> str:
    """A day of a plan with its year, unless the sentence speaks of something yearly."""
    if _YEARLY.search(text, text.rfind("。", 0, at) + 1, at):
        return by
    named = [*_YEAR.finditer(text, 0, at)]
    return (named[-1][1] if named else year) + by[1:]


def _may_be_dated(text: str) -> bool:
    return "前" in text and _MONTH.search(text) is not None


def _by(match: re.Match[str]) -> str:
    year = match["year"] or "-"
    if match["end"]:
        return f"{year}-12-31" if match["each"] or match["year"] else ""
    month = number(match["month"]) or 0
    if not 1 <= month <= 12 or not (match["each"] or match["year"] or match["day"] or match["last"]):
        return ""
    day = number(match["day"]) if match["day"] else last_day(month, int(match["year"] or 0))
    if match["day"] and match["last"] not in ("日", "号"):
        return ""
    return f"{year}-{month:02d}-{day:02d}" if day and 1 <= day <= 31 else ""


def _amounts(text: str) -> list[Limit]:
    found: list[Limit] = []
    if not _COUNTED.search(text):
        return found
    for find in (_within_in, _not_over_in, _latest_in):
        for match in find(text):
            limit = _within(text, match)
            if limit:
                found.append(limit)
    found += [limit for match in _early_in(text) if (limit := _ahead(match, match.start(), ""))]
    for match in _ahead_in(text):
        low = (
            max(text.rfind(mark, max(0, match.start() - _REACH), match.start()) for mark in "，。；、：") + 1
        )
        event = _EVENT_HEAD.sub("", text[max(low, match.start() - 24) : match.start()]).strip(" 的")
        limit = _ahead(match, match.start(), event) if event else None
        if limit:
            found.append(limit)
    return found


def _ahead(match: re.Match[str], start: int, before: str) -> Limit | None:
    """Notice before an event: 提前5日, 届满三十日前, 开工前十五日."""
    second = match.re is _AHEAD and match["n2"] is not None
    amount = number(match["n2" if second else "n"])
    name = unit(match["unit2" if second else "unit"])
    return (
        Limit(start, match.end(), Deadline(amount=amount, unit=name, before=before))
        if amount and name and not (name == "year" and amount > 999)
        else None
    )


def _within(text: str, match: re.Match[str]) -> Limit | None:
    start, end = match.span()
    if match.re is _NOT_OVER and _KEPT.search(text, max(0, start - 8), end):
        return None
    if _BARRED.match(text, end) or _LENGTH.search(text, max(0, start - 12), start):
        return None
    name = match["unit"].removeprefix("个")
    amount = 6 if match["n"] == "半" and name == "年" else number(match["n"])
    named = "month" if match["n"] == "半" and name == "年" else unit(name)
    if name == "半年":
        amount, named = 6, "month"
    if name == "季度":
        amount, named = (amount or 1) * 3, "month"
    if not amount or not named:
        return None
    low = max(
        max(text.rfind(mark, max(0, start - _REACH), start) for mark in "，。；：") + 1, start - _REACH, 0
    )
    after = _AFTER.search(text, low, start)
    event = _EVENT_HEAD.sub("", after["event"]).strip() if after else ""
    window = (
        re.match(r"每(?:个)?(?:年度?|季度?|月度?|半年|周|学期)(?:结束|终了|届满|末)?$", event) is not None
    )
    return Limit(after.end("event") - len(event) if after else start, end, Deadline(
        amount=amount, unit=named, after=event, counts_from="window" if window else "event"
    ))  # fmt: skip
