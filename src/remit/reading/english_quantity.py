"""Amounts of an English clause: money, counts, percentages, floors and ceilings."""

from __future__ import annotations

import re

from remit.core.particulars import Quantity
from remit.reading.figure import ENGLISH_FIGURE, read_english_figure

__all__ = ["find_english_amounts"]

_AMOUNT = re.compile(
    r"(?:\b(?P<low>at least|not? (?:less|fewer) than|a minimum of|minimum of)"
    r"|\b(?P<high>up to|at most|not? more than|not exceed(?:ing)?"
    r"|not to exceed|a maximum of|maximum of|no greater than)"
    r"|\b(?P<over>more than|exceed(?:s|ing)?|over)|\b(?P<under>less than|fewer than|below|under))"
    rf" (?P<sign>[£$€¥])?(?P<n>{ENGLISH_FIGURE})(?![\d.])(?P<unit>%| ?per ?cent| percent|[ -][A-Za-z]+(?: [a-z]+)?)?"
    rf"|(?P<money>[£$€¥]) ?(?P<m>{ENGLISH_FIGURE})"
    rf"|\b(?P<p>{ENGLISH_FIGURE}) ?(?P<pct>%|per ?cent\b)",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"(?:minutes?|hours?|days?|weeks?|months?|quarters?|times?|working|business|calendar)\b", re.I
)
_THEN = re.compile(r"\s*(?:before|after|prior|of (?:the )?(?:receipt|discovery)|in advance|from)\b|'|’", re.I)
_PREPOSITION = re.compile(
    r" (?:of|in|for|at|on|to|by|the|per|from|with|or|and|a|an|is|are|shall|must|may|if|any)$", re.I
)
_OF = re.compile(
    r"\s*of (?:the |its |their )?(?P<what>[a-z][a-z -]{2,40}?)(?=[,.;:)]|$| (?:shall|must|and|or|is|are|for)\b)",
    re.I,
)


def find_english_amounts(raw: str) -> list[Quantity]:
    """Return the amounts in an English clause; rhythms and time limits are none."""
    return [made for match in _AMOUNT.finditer(raw) if (made := _amount(raw, match)) is not None]


def _amount(raw: str, match: re.Match[str]) -> Quantity | None:
    if match["n"] is None:
        value = read_english_figure(match["m"] or match["p"])
        return _made(raw, match, value, value, match["money"] or "%", match.end())
    value, unit = read_english_figure(match["n"]), (match["unit"] or "").strip(" -")
    end = match.end()
    if match["sign"]:
        unit, end = match["sign"], match.end("n")
    elif unit.lower().replace(" ", "") in {"%", "percent"}:
        unit = "%"
    else:
        if _LIMITS.match(unit) or _THEN.match(raw, match.end()):
            return None
        shorter = _PREPOSITION.sub("", f" {unit}").strip()
        end, unit = match.start("unit") + 1 + len(shorter) if shorter else match.end("n"), shorter
    if not unit:
        return None
    floor = bool(match["low"] or match["over"])
    return _made(raw, match, value if floor else None, None if floor else value, unit, end)


def _made(
    raw: str, match: re.Match[str], low: float | None, high: float | None, unit: str, end: int
) -> Quantity | None:
    if low is None and high is None:
        return None
    of = _OF.match(raw, end)
    over = bool(match["over"] or match["under"])
    return Quantity(
        start=match.start(),
        end=end,
        min=low,
        max=high,
        unit=unit,
        of=of["what"].strip() if of else "",
        exclusive=over,
    )
