"""Numbers as regulations print them: Chinese numerals, digits of either width, Roman numbers, letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["CHINESE", "parse_english", "parse_letter", "parse_numeral", "parse_roman", "write_chinese"]

CHINESE = "一二三四五六七八九十百千零〇两"
"""The characters a Chinese clause number is written with, for use inside a regular expression's brackets."""

_DIGITS = {c: i for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for i, c in enumerate(row)} | {
    "两": 2
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_TENS = {"廿": "二十", "卅": "三十"}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_ENGLISH = {word: value for value, word in enumerate(_WORDS, 1)}


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """Return the whole number written in Chinese numerals or digits, None where it is no such number.

    Spaces and width do not matter; 两, 廿, 卅, 〇, capital forms (壹) and strings of digits (二〇二六) are read.
    """
    text = "".join(unicodedata.normalize("NFKC", text).split())
    if text.isascii():
        return int(text) if text.isdigit() else None
    for short, long in _TENS.items():
        text = text.replace(short, long)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = 0
    for name, size in (("亿", _MYRIADS["亿"]), ("万", _MYRIADS["万"])):
        head, mark, tail = text.rpartition(name)
        if mark:
            count = _below_myriad(head.lstrip("零〇"))
            if not count:
                return None
            total, text = total + count * size, tail
    if not text:
        return total
    rest = _below_myriad(text)
    return None if rest is None else total + rest


def parse_roman(text: str) -> int | None:
    """Return the value of a well-formed Roman number of either case, None for anything else."""
    low = text.lower()
    if not low or not _ROMAN_FORM.fullmatch(low):
        return None
    values = [_ROMAN[c] for c in low]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def parse_letter(text: str) -> int | None:
    """Return 1 to 26 for a letter and 27 onwards for a doubled one (aa, bb), None for anything else."""
    low = text.lower()
    if not (low.isascii() and low.isalpha()) or low != low[0] * len(low) or len(low) > 2:
        return None
    return ord(low[0]) - ord("a") + 1 + 26 * (len(low) - 1)


def parse_english(text: str) -> int | None:
    """Return the value of a number word up to twenty, a Roman number, or digits; None for anything else."""
    low = text.lower()
    if low.isascii() and low.isdigit():
        return int(low)
    return _ENGLISH.get(low) or parse_roman(low)


@lru_cache(maxsize=1024)
def write_chinese(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals, as clauses are counted (十, 一百零五); others in digits."""
    if not 0 < number < 10_000:
        return str(number)
    written, gap = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            written += ("零" if gap and written else "") + CHINESE[digit - 1] + unit
        gap = not digit
    return written[1:] if 10 <= number < 20 else written


def _below_myriad(text: str) -> int | None:
    """Return the number in `text`, which holds no 万 or 亿; units must come in falling order."""
    total, digit, last, filled = 0, None, 10_000, False
    for char in text:
        if char in _UNITS:
            unit = _UNITS[char]
            if unit >= last or (digit is None and unit != 10):
                return None
            total, digit, last, filled = total + (1 if digit is None else digit) * unit, None, unit, False
        elif char in "零〇":
            if digit is not None:
                return None
            filled = True
        elif char in _DIGITS and digit is None:
            digit = _DIGITS[char]
        else:
            return None
    if digit is None:
        return total if text else None
    short = last >= 100 and last < 10_000 and not filled  # 一百二 is 120 in speech, 一百零二 is 102
    return total + digit * (last // 10 if short else 1)
