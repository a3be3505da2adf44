"""Numbers as Word prints them: the number formats of ECMA-376 part 1, 17.18.59, that regulations use."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["format_number"]

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_FORMAL_JAPANESE = "〇壱弐参四伍六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def format_number(number: int, style: str) -> str:
    """Return a number in a `w:numFmt` style, or with N figures at least as `zerosN`.

    In decimal where the style is unknown or cannot show that number.
    """
    if style.startswith("zeros") and style[5:].isdecimal():
        return str(number).zfill(min(int(style[5:]), 9))
    made = _STYLES[style](number) if style in _STYLES and (number >= 0 or style in {"none", "bullet"}) else ""
    return made if made or style in {"none", "bullet"} else str(number)


def _chinese(
    number: int, *, digits: str = _DIGITS, units: str = "十百千", zero: str = "零", myriad: str = "万"
) -> str:
    """一百零五, 一万二千; ten to nineteen without the leading 一."""
    if not 0 < number < 100_000_000:
        return digits[0] if number == 0 else ""
    high, low = divmod(number, 10_000)
    if high:
        rest = _chinese(low, digits=digits, units=units, zero=zero, myriad=myriad) if low else ""
        if 10 <= low < 20 and units[0] == "十":
            rest = digits[1] + rest
        gap = zero if 0 < low < 1000 else ""
        return _chinese(high, digits=digits, units=units, zero=zero, myriad=myriad) + myriad + gap + rest
    written, pending = "", False
    for power in (3, 2, 1, 0):
        digit = low // 10**power % 10
        if digit:
            written += (zero if pending else "") + digits[digit] + (units[power - 1] if power else "")
            pending = False
        else:
            pending = bool(written)
    return written[1:] if 10 <= number < 20 and units[0] == "十" else written


def _formal(number: int) -> str:
    return _chinese(number, digits=_FORMAL, units="拾佰仟")


def _formal_traditional(number: int) -> str:
    return _chinese(number, digits=_FORMAL_TRADITIONAL, units="拾佰仟", myriad="萬")


def _formal_japanese(number: int) -> str:
    return _chinese(number, digits=_FORMAL_JAPANESE, units="拾百阡", zero="", myriad="萬")


def _japanese(number: int) -> str:
    """百五, 千二百: no zero within, and no 一 before ten, hundred and thousand."""
    written = _chinese(number, zero="")
    for unit in "十百千":
        written = written.replace("一" + unit, unit)
    return written


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else ""


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(c)] for c in str(number))


def _counting(number: int) -> str:
    """chineseCounting says the figures one by one from a hundred on: 一〇五."""
    return _chinese(number) if number < 100 else _digitwise(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return ""
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letter(number: int) -> str:
    """a … z, then aa, bb … as Word goes on."""
    if number < 1:
        return ""
    repeat, position = divmod(number - 1, 26)
    return chr(ord("a") + position) * (repeat + 1)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _cyclic(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else ""


def _signs(*ranges: tuple[int, int]) -> Callable[[int], str]:
    """Signs that follow each other in Unicode: pairs of the first sign and how many there are."""
    table = "".join(chr(first + step) for first, count in ranges for step in range(count))
    return lambda number: table[number - 1] if 0 < number <= len(table) else ""


_CIRCLED = _signs((0x2460, 20), (0x3251, 15), (0x32B1, 15))
_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: "".join(chr(0xFF10 + int(c)) for c in str(n)),
    "decimalFullWidth2": lambda n: "".join(chr(0xFF10 + int(c)) for c in str(n)),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs((0x2474, 20)),
    "decimalEnclosedFullstop": _signs((0x2488, 20)),
    "ideographEnclosedCircle": _signs((0x3280, 10)),
    "chineseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal_traditional,
    "japaneseLegal": _formal_japanese,
    "ideographDigital": _digitwise,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _digitwise,
    "ideographTraditional": _cyclic(_STEMS),
    "ideographZodiac": _cyclic(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": _ordinal,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
