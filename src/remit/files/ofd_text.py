"""Where the letters of an OFD text object stand: boundary, matrix, and the steps from letter to letter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from remit.files.page_text import Glyph, is_wide

__all__ = ["Glyph", "local_name", "place_path", "place_text"]

_Matrix = tuple[float, float, float, float, float, float]
_ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class _Pen:
    """Where the next letter stands, in the coordinates of its text object."""

    x: float = 0.0
    y: float = 0.0


def local_name(element: etree._Element) -> str:
    """Return an element's name without namespace."""
    return str(element.tag).rpartition("}")[2]


def place_text(element: etree._Element) -> Iterator[Glyph]:
    """Yield the letters of a TextObject with their places on the page in millimetres from its upper left corner."""
    matrix = _matrix_of(element)
    size = _number(element.get("Size"), 4.0)
    scale = math.hypot(matrix[2], matrix[3]) or 1.0
    narrow = _number(element.get("HScale"), 1.0) or 1.0
    pen = _Pen()
    for code in element:
        if local_name(code) != "TextCode":
            continue
        text = (code.text or "").strip("\n\r\t")
        pen.x = _number(code.get("X"), pen.x)
        pen.y = _number(code.get("Y"), pen.y)
        across = _steps(code.get("DeltaX", ""), len(text))
        down = _steps(code.get("DeltaY", ""), len(text))
        for position, letter in enumerate(text):
            width = size * narrow * (1.0 if is_wide(letter) else 0.5)
            step = across[position] if position < len(across) else 0.0 if position < len(down) else width
            x, y = _placed(matrix, pen.x, pen.y)
            shown = min(width, abs(step)) if step and not is_wide(letter) else width
            wide = shown * math.hypot(matrix[0], matrix[1])
            if all(map(math.isfinite, (x, y, wide, size * scale))):
                yield Glyph(letter, x, y, wide, size * scale)
            pen.x += step
            pen.y += down[position] if position < len(down) else 0.0


def place_path(element: etree._Element, data: str) -> list[list[tuple[float, float]]]:
    """Return the strokes of a PathObject's data as runs of points, in millimetres on the page; a curve begins a run."""
    matrix = _matrix_of(element)
    runs: list[list[tuple[float, float]]] = [[]]
    parts = data.split()
    position = 0
    while position < len(parts):
        sign = parts[position]
        count = _ARGUMENTS.get(sign, 0)
        numbers = [_number(part, 0.0) for part in parts[position + 1 : position + 1 + count]]
        if sign == "C" and runs[-1]:
            runs[-1].append(runs[-1][0])
        elif count > 1 and len(numbers) == count:
            if sign != "L":
                runs.append([])
            runs[-1].append(_placed(matrix, numbers[-2], numbers[-1]))
        position += 1 + count
    return runs


def _matrix_of(element: etree._Element) -> _Matrix:
    """From the coordinates of an object to those of the page: its own matrix, then the corner of its boundary."""
    boundary = _numbers(element.get("Boundary", ""), 4) or [0.0, 0.0]
    a, b, c, d, e, f = _numbers(element.get("CTM", ""), 6) or _SAME
    return a, b, c, d, e + boundary[0], f + boundary[1]


def _placed(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _steps(written: str, most: int) -> list[float]:
    """The steps between letters; `g 5 3.2` stands for five steps of 3.2."""
    found: list[float] = []
    parts = written.split()
    position = 0
    while position < len(parts) and len(found) < most:
        if parts[position] == "g" and position + 2 < len(parts):
            count = int(min(max(_number(parts[position + 1], 0.0), 0.0), most))
            found += [_number(parts[position + 2], 0.0)] * count
            position += 3
        else:
            found.append(_number(parts[position], 0.0))
            position += 1
    return found[:most]


def _numbers(written: str, count: int) -> list[float] | None:
    found = [_number(part, math.nan) for part in written.split()]
    return found if len(found) == count and all(map(math.isfinite, found)) else None


def _number(written: str | None, default: float) -> float:
    try:
        found = float(written) if written else default
    except ValueError:
        return default
    return found if math.isfinite(found) else default
