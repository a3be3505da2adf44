"""Small numbers and time units as regulations write them, in Chinese and English words and in figures."""

from __future__ import annotations

import unicodedata

__all__ = ["ENGLISH_NUMBER", "ENGLISH_UNIT", "NUMBER", "UNIT", "number", "unit"]

NUMBER = r"(?:[0-9０-９]{1,4}|[一二三四五六七八九十百两俩半]{1,5})"
UNIT = (
    r"(?:个?(?:工作日|法定工作日)|个?小时|分钟|个?月|个?自然日|日历日|[日天周年]|个?星期|个?季度|个?学期"
    r"|个?学年|个?半年)"
)
ENGLISH_NUMBER = (
    r"(?:\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|twenty-one"
    r"|twenty-four|twenty-eight|twenty|thirty|forty-five|forty-eight|forty|fifty|sixty|seventy-two"
    r"|seventy|eighty|ninety)"
)
ENGLISH_UNIT = (
    r"(?:(?:working|business|calendar|clear)\s+days?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)"
)

_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2, "俩": 2}
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_UNITS = {
    "工作日": "workday", "法定工作日": "workday", "小时": "hour", "分钟": "minute", "月": "month",
    "自然日": "day", "日历日": "day", "日": "day", "天": "day", "周": "week", "星期": "week", "年": "year",
    "学年": "year",
}  # fmt: skip


def number(text: str) -> int | None:
    """Return the number a short numeral writes (12, １２, 十二, 二百四十, 两, twenty-four), None for none."""
    text = unicodedata.normalize("NFKC", text).strip().lower()
    if text.isascii():
        if text.isdigit():
            return int(text)
        parts = [_WORDS.get(part) for part in text.replace("-", " ").split()]
        return None if None in parts else sum(part for part in parts if part is not None)
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif char == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            return None
    return total + digit or None


def unit(text: str) -> str:
    """Return the unit's name in a deadline (minute, hour, day, workday, week, month, year), "" for none."""
    text = text.strip().lower()
    if not text.isascii():
        return _UNITS.get(text.removeprefix("个"), "")
    text = text.rstrip("s")
    if text.startswith(("working", "business")):
        return "workday"
    return text.split()[-1] if text.split()[-1] in ("minute", "hour", "day", "week", "month", "year") else ""
