"""The number that opens a unit (第六条, （三）, 1., (a), § 12, Schedule 2): its printed form and how it can be read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from remit.reading.numeral import parse_english, parse_letter, parse_numeral, parse_roman, write_chinese

__all__ = ["ANNEX", "ARTICLE", "DIVISION", "ITEM", "PARAGRAPH", "Marker", "Reading", "read_marker"]

ANNEX, DIVISION, ARTICLE, PARAGRAPH, ITEM = 0, 10, 50, 60, 100
"""Tiers of units, outermost first; what lies between DIVISION and ARTICLE is ordered within the document."""

_CHINESE_TIER = {
    "编": DIVISION, "篇": DIVISION, "分编": 11, "部分": 12, "章": 20, "节": 30,
    "条": ARTICLE, "款": PARAGRAPH, "项": 61,
}  # fmt: skip
_ENGLISH_STYLE = {
    "sec.": "section", "art.": "article", "attachment": "annex", "appendix": "annex", "schedule": "annex",
    "exhibit": "annex",
}  # fmt: skip
_ENGLISH_ARTICLES = {"article", "section", "regulation", "rule", "clause"}
_INSERTED = {"bis": 1, "ter": 2, "quater": 3, "quinquies": 4, "sexies": 5}

_BRACKETS = {ord("〔"): "(", ord("〕"): ")"}
_TRADITIONAL = str.maketrans("編節條項", "编节条项")
_CHINESE_NAMED = re.compile(r"第(.+?)(编|篇|分编|部分|章|节|条|款|项)(?:之(.+))?")
_ENGLISH_NAMED = re.compile(
    r"([A-Za-z]+\.?)(?: (?:([A-Za-z]?[\d.\-]+|[A-Za-z]+)([A-Za-z]?)(?: ([a-z]+))?)?)?"
)
_INSERTED_LETTER = re.compile("[a-z][a-f]")
_FIGURE = re.compile(r"(\d+)([A-Z]*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a marker: its style, its value (number, inserted number) and, for 1.2.3, what precedes."""

    style: str
    value: tuple[int, int]
    prefix: tuple[int, ...] = ()

    def follows(self, style: str, value: tuple[int, int], prefix: tuple[int, ...]) -> bool:
        """Say whether this reading is the next number after the given one of the same list."""
        if style != self.style or prefix != self.prefix:
            return False
        number, inserted = value
        if self.value[0] == number and style.strip("().") == "a":
            return inserted < self.value[1] <= inserted + 2  # (ab) after (a)
        return self.value == (number + 1, 0) or self.value == (number, inserted + 1)

    def next_piece(self) -> str:
        """Return how the next number of the same list is printed: 第六条 after 第五条, (d) after (c)."""
        number = self.value[0] + 1
        if "a" in self.style or "A" in self.style:
            letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
            return self.style.replace("a", letter).replace("A", letter.upper())
        if self.style.startswith("第"):
            return f"第{write_chinese(number)}{self.style[1:]}"
        if "一" in self.style:
            return self.style.replace("一", write_chinese(number))
        if "1" in self.style:
            return (
                ".".join(str(part) for part in (*self.prefix, number))
                if self.prefix
                else self.style.strip().replace("1", str(number))
            )
        return str(number)

    @property
    def first(self) -> bool:
        """Say whether a list can begin with this number."""
        return self.value == (1, 0)


@dataclass(frozen=True, slots=True)
class Marker:
    """A number as printed (NFKC, without needless spaces), its tier, and its readings, likelier first."""

    piece: str
    tier: int
    readings: tuple[Reading, ...]


@lru_cache(maxsize=8192)
def read_marker(family: str, raw: str) -> Marker | None:
    """Return the marker that `raw` prints, None where its number cannot be read.

    `family` is a group of `number_pattern`: named, annex, english, section, control, table, listed, enclosed, decimal,
    figure, bare, letter, circled.
    """
    flat = unicodedata.normalize("NFKC", raw).translate(_BRACKETS)
    return _READERS.get(family, _read_item)(" ".join(flat.split()) if flat.isascii() else _joined(flat))


def _joined(text: str) -> str:
    return "".join(text.split())


def _read_chinese(piece: str) -> Marker | None:
    match = _CHINESE_NAMED.fullmatch(piece.translate(_TRADITIONAL))
    number = parse_numeral(match[1]) if match else None
    inserted = parse_numeral(match[3]) if match and match[3] else 0
    if match is None or number is None or inserted is None:
        return None
    return Marker(piece, _CHINESE_TIER[match[2]], (Reading("第" + match[2], (number, inserted)),))


def _read_annex(piece: str) -> Marker:
    return Marker(piece, ANNEX, (Reading("annex", _first_figure(piece)),))


def _read_table(piece: str) -> Marker:
    return Marker(piece, ITEM, (Reading("table", _first_figure(piece)),))


def _read_control(piece: str) -> Marker:
    return Marker(piece, ARTICLE, (Reading("control", (0, 0)),))


def _first_figure(piece: str) -> tuple[int, int]:
    found = re.search(r"[\d一二三四五六七八九十]+", piece)
    return (parse_numeral(found[0]) if found else None) or 0, 0


def _read_english(piece: str) -> Marker | None:
    match = _ENGLISH_NAMED.fullmatch(piece)
    if match is None:
        return None
    name, number, letter, latin = match[1].lower(), match[2] or "", match[3] or "", match[4] or ""
    style = _ENGLISH_STYLE.get(name, name)
    tier = ANNEX if style == "annex" else ARTICLE if style in _ENGLISH_ARTICLES else DIVISION
    if style == "annex" or not number:
        return Marker(piece, tier, (Reading(style, (parse_english(number) or 0, 0)),))
    value = parse_english(number)
    if value is None:
        digits = re.search(r"\d+", number)
        value = int(digits[0]) if digits else parse_letter(number)
    if value is None:
        return None
    inserted = _INSERTED.get(latin, 0) or (parse_letter(letter) or 0 if letter else 0)
    return Marker(piece, tier, (Reading(style, (value, inserted)),))


def _read_section(piece: str) -> Marker:
    """Read § 45.2 and RCW 43.101.135; 24.1.1R and SYSC 27.2.8 R are rules of a handbook, which have no titles."""
    number = piece.lstrip("§ ")
    found = re.findall(r"\d+", number)
    rule = piece[0] != "§" and not number[-1].isdigit()
    return Marker(
        number if rule or not number[0].isdigit() else f"§ {number}",
        ARTICLE,
        (Reading("R" if rule else "§", (int(found[-1]) if found else 0, 0)),),
    )


def _read_decimal(piece: str) -> Marker:
    first, *rest = piece.strip(".").split(".")
    *prefix, last = [parse_letter(first) or int(first), *(int(part) for part in rest)]
    return Marker(piece, ITEM, (Reading(f"1.{len(prefix)}", (last, 0), tuple(prefix)),))


def _read_enclosed(piece: str) -> Marker | None:
    piece = _joined(piece)
    inner = piece[1:-1]
    figure = _FIGURE.fullmatch(inner)
    if figure:
        return Marker(piece, ITEM, (Reading("(1)", _figure_value(figure)),))
    if not inner.isascii():
        number = parse_numeral(inner)
        return None if number is None else Marker(piece, ITEM, (Reading("(一)", (number, 0)),))
    return _read_latin(piece, inner, "({})")


def _read_circled(piece: str) -> Marker | None:
    """Read ① (NFKC: 1), ⑴ (NFKC: (1)), ⒈ (NFKC: 1.) and the like."""
    if piece.isdigit():
        return Marker(piece, ITEM, (Reading("①", (int(piece), 0)),))
    return _read_enclosed(piece) if piece[0] == "(" else _read_item(piece)


def _read_bare(piece: str) -> Marker | None:
    return _read_item(piece, style="1 ")


def _read_item(piece: str, *, style: str = "") -> Marker | None:
    """Read a number closed by a mark (1. 1、 1) 一、 a. iv.) or, with a style given, a bare one."""
    piece = _joined(piece)
    inner, mark = (piece, "") if style else (piece[:-1], piece[-1])
    figure = _FIGURE.fullmatch(inner)
    if figure:
        return Marker(
            piece, ITEM, (Reading(style or ("1)" if mark == ")" else "1."), _figure_value(figure)),)
        )
    if inner.isascii():
        return _read_latin(piece, inner, "{})" if mark == ")" else "{}.")
    number = parse_numeral(inner)
    return None if number is None else Marker(piece, ITEM, (Reading("一、", (number, 0)),))


def _read_latin(piece: str, inner: str, form: str) -> Marker | None:
    """Read letters and Roman numbers; an inserted letter such as (aa) comes after (a) or after (z)."""
    upper = inner.isupper()
    readings = []
    roman = parse_roman(inner) if set(inner.lower()) <= set("ivx") else None
    if roman is not None:
        readings.append(Reading(form.format("I" if upper else "i"), (roman, 0)))
    letter = parse_letter(inner)
    if letter is not None:
        style = form.format("A" if upper else "a")
        readings.append(Reading(style, (letter, 0)))
        if letter > 26:
            readings.append(Reading(style, (letter - 26, 1)))
    if (
        roman is None and letter is None and _INSERTED_LETTER.fullmatch(inner)
    ):  # (ab), put in after (a) or (aa)
        readings.append(Reading(form.format("a"), (ord(inner[0]) - 96, ord(inner[1]) - 96)))
    return Marker(piece, ITEM, tuple(readings)) if readings else None


def _figure_value(figure: re.Match[str]) -> tuple[int, int]:
    return int(figure[1]), (parse_letter(figure[2][0]) or 0) if figure[2] else 0


_READERS = {
    "named": _read_chinese,
    "annex": _read_annex,
    "table": _read_table,
    "english": _read_english,
    "section": _read_section,
    "control": _read_control,
    "decimal": _read_decimal,
    "enclosed": _read_enclosed,
    "circled": _read_circled,
    "bare": _read_bare,
}
