"""Figures in amounts: whole numbers and fractions, Chinese and Arabic, with 万 and 亿, percentages."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from remit.reading.numeral import parse_numeral

__all__ = ["ENGLISH_FIGURE", "FIGURE", "read_english_figure", "read_figure"]

FIGURE = (
    r"(?:\d{1,12}(?:[,，]\d{3}){0,4}(?:\.\d{1,4})?[百千万亿]{0,2}"
    r"|[一二三四五六七八九十百千两零〇][一二三四五六七八九十百千万亿两零〇]{0,14})"
)
"""A figure as Chinese texts print it, as a pattern."""

ENGLISH_FIGURE = (
    r"(?:\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,4})?(?: (?:thousand|million|billion))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)"
)
"""A figure as English texts print it, as a pattern."""

_SIZES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LARGE = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "ninety": 90,
}  # fmt: skip


@lru_cache(maxsize=4096)
def read_figure(text: str) -> float | None:
    """Return the number that a figure such as 5万, 1,000, 2.5 or 三十 writes, None for none."""
    text = unicodedata.normalize("NFKC", text).replace(",", "")
    if text[:1].isdigit():
        size = 1
        while text[-1] in _SIZES:
            size, text = size * _SIZES[text[-1]], text[:-1]
        return float(text) * size
    whole = parse_numeral(text)
    return None if whole is None else float(whole)


@lru_cache(maxsize=4096)
def read_english_figure(text: str) -> float | None:
    """Return the number that an English figure writes (two, 1,000, 2.5 million), None for none."""
    number, _, size = text.lower().replace(",", "").partition(" ")
    if number in _WORDS:
        return float(_WORDS[number])
    return float(number) * _LARGE.get(size, 1) if number[:1].isdigit() else None
