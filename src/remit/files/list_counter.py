"""Numbers that a browser prints before the items of a list: HTML's `ol` and the counter styles of CSS."""

from __future__ import annotations

import re

from lxml import etree

from remit.files.number_format import format_number

__all__ = ["ListCounter"]

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
# CSS name: the number format, and what stands behind the number.
_STYLES = {
    "decimal": ("decimal", ". "),
    "decimal-leading-zero": ("decimalZero", ". "),
    "lower-alpha": ("lowerLetter", ". "),
    "lower-latin": ("lowerLetter", ". "),
    "upper-alpha": ("upperLetter", ". "),
    "upper-latin": ("upperLetter", ". "),
    "lower-roman": ("lowerRoman", ". "),
    "upper-roman": ("upperRoman", ". "),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "japanese-informal": ("japaneseCounting", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_LETTERS = frozenset({"lowerLetter", "upperLetter"})
_SIGNLESS = frozenset({"none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"})
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
_MOST = 1_000_000


class ListCounter:
    """The running number of one list."""

    def __init__(self, element: etree._Element) -> None:
        self._style = _style_of(element) or ("decimal" if element.tag == "ol" else "none")
        self._step = -1 if element.get("reversed") is not None else 1
        start = _whole(element.get("start"))
        if start is None:
            start = sum(1 for child in element if child.tag == "li") if self._step < 0 else 1
        self._next = start

    def label(self, item: etree._Element) -> str:
        """Return what is printed before this item, and count it; "" for a list without numbers."""
        value = _whole(item.get("value"))
        number = self._next if value is None else value
        self._next = number + self._step
        style = _style_of(item) or self._style
        if style in _SIGNLESS:
            return ""
        shown, suffix = _STYLES.get(style, _STYLES["decimal"])
        written = _letters(number) if shown in _LETTERS else ""
        written = written.upper() if shown == "upperLetter" else written
        return (written or format_number(number, shown)) + suffix


def _letters(number: int) -> str:
    """a … z, then aa, ab … as CSS goes on."""
    written = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        written = chr(ord("a") + place) + written
    return written


def _style_of(element: etree._Element) -> str:
    """The counter style that an element names, "" where it names none."""
    said = _STYLE.search(element.get("style", ""))
    if said:
        known = [word for word in said[1].lower().split() if word in _STYLES or word in _SIGNLESS]
        if known:
            return known[-1]
    kind = element.get("type", "")
    return _TYPES.get(kind, kind.lower() if kind.lower() in _SIGNLESS else "")


def _whole(written: str | None) -> int | None:
    found = re.fullmatch(r"\s*([+-]?\d{1,7})\s*", written or "")
    return int(found[1]) if found and abs(int(found[1])) <= _MOST else None
