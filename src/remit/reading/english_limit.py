"""Deadlines in English regulations."""

from __future__ import annotations

import re

from remit.core.period import Deadline
from remit.reading.amount import ENGLISH_NUMBER, ENGLISH_UNIT, number, unit
from remit.reading.english_condition import in_condition
from remit.reading.month import DAY_OF_MONTH, MONTH, day_and_month, last_day, month_number
from remit.reading.sentence import Free
from remit.reading.sieve import may_hold, sift_all

__all__ = ["english_deadlines"]

_AMOUNT = rf"(?P<n>{ENGLISH_NUMBER})(?:\s*\(\d+\))?[\s-]+(?P<unit>{ENGLISH_UNIT})\b"
_WITHIN = re.compile(
    rf"\b(?:within|(?:in no (?:case|event) |not? )later than|no more than|not more than|at the latest"
    rf"|before the end of (?:the|a) period of)\s+(?:(?:a\s+)?period\s+of\s+|the\s+period\s+of\s+"
    rf"|a\s+maximum\s+of\s+|the\s+(?:first|next|following)\s+)?(?:up\s+to\s+)?{_AMOUNT}"
    r"(?P<after>\s*,?\s+(?:of|after|following|from|beginning with|starting (?:on|with)|before|prior to"
    r"|in advance of)\b(?:(?!\s+and\s+(?:shall|must|may)\b|\s+within\b)[^,;.]){0,80})?",
    re.I,
)
_AHEAD = re.compile(
    rf"(?<!\bfor )\b(?:at least|not less than|no less than|a minimum of|no later than"
    rf"|not later than)\s+{_AMOUNT}(?:['’])?\s*(?P<how>before|prior to|in advance|beforehand|(?:prior "
    rf"|advance |written )+notice)(?P<after>[^,;.]{{0,80}})",
    re.I,
)
_NUMBER_AFTER = re.compile(rf"\b{_AMOUNT}\s+at the latest\b", re.I)
_DATE = re.compile(
    rf"\b(?:by|before|no later than|not later than|on or before)\s+(?:the\s+)?(?:(?P<day>{DAY_OF_MONTH})"
    rf"|the end of (?P<month>{MONTH})|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))(?:,?\s+(?P<year>\d{{4}}))?",
    re.I,
)
_AND_DATE = re.compile(
    rf"(?:,?\s+and\s+|,\s+)(?:by\s+|before\s+|on\s+)?(?:each\s+|every\s+)?(?P<day>{DAY_OF_MONTH})(?:,?\s+(?P<year>\d{{4}}))?",
    re.I,
)
_HAVE_DONE = re.compile(
    r"\b(?:shall|must|should|to)\s+(?:have|get)\s[^,.;]*$", re.I
)  # have the hull surveyed
_DATED = re.compile(r"(?:^|\s)(?P<before>[a-z]+)\s+[a-z]+ed\s+(?:on or\s+)?$|\bemployment\s+$", re.I)
_HINT = re.compile(r"within|later than|before|prior|advance|by |more than|at the latest|notice", re.I)
_OR = re.compile(r"[,;]\s+(?:or|and|but)\s+(?:in any (?:case|event),?\s+)?$", re.I)
_NEAR = 60  # characters looked back for what a date belongs to
_DONE_BY = frozenset("be been is are and fully duly".split())
_DISTANCE = re.compile(r"\s*(?:imprisonment|after which|old\b)", re.I)
_WINDOW = re.compile(
    r"(?:the\s+)?(?:end|close|expiry|last day)\s+of\s+(?:each|every)\s+(?:\w+\s+)?(?:year|quarter|month|week"
    r"|half-year|term)\b"
    r"|(?:each|every)\s+(?:\w+\s+)?(?:year|quarter|month|week)(?:[-\s]end)?$",
    re.I,
)
_NEXT_ACT = re.compile(
    r",?\s+and\s+(?:\w+ly\s+)?(?:[a-z]+\s+(?:the|an?|its|their|it|them|each|any|all|that)|shall|must|may)\b"
)
_may_be_limited = may_hold(_HINT)
_dates_in, _ahead_in, _within_in = sift_all(_DATE), sift_all(_AHEAD), sift_all(_WITHIN)
_number_after_in = sift_all(_NUMBER_AFTER)


def english_deadlines(text: str) -> list[tuple[int, int, Deadline]]:
    """Return start, end and deadline of each time limit an English text sets, in order."""
    if not _may_be_limited(text):
        return []
    free = Free(len(text))
    found: list[tuple[int, int, Deadline]] = []
    for one in sorted((*_dates(text), *_amounts(text)), key=lambda one: one[0]):
        further = found and _OR.search(
            text, max(0, one[0] - _NEAR), one[0]
        )  # …, or not later than two days if …
        if (further or not in_condition(text, one[0])) and free.take(one[0], one[1]):
            found.append(one)
    return found


def _dates(text: str) -> list[tuple[int, int, Deadline]]:
    found = []
    for match in _dates_in(text):
        dated = _DATED.search(text, max(0, match.start() - _NEAR), match.start())
        if (
            dated
            and (dated["before"] or "").lower() not in _DONE_BY
            and not match.group().lower().startswith("by")
            and not _HAVE_DONE.search(text, max(0, match.start() - _NEAR), match.start())
        ):
            continue  # officers certified before that day
        if match["iso"]:
            found.append((*match.span(), Deadline(by=match["iso"])))
            continue
        found.append((*match.span(), _by(match)))
        further = _AND_DATE.match(text, match.end())
        while further:
            found.append((*further.span(), _by(further)))
            further = _AND_DATE.match(text, further.end())
    return found


def _by(match: re.Match[str]) -> Deadline:
    """The day of a date, or the last day of the month it names."""
    if match["day"]:
        day, month = day_and_month(match["day"])
    else:
        month = month_number(match["month"])
        day = last_day(month, int(match["year"] or 0))
    return Deadline(by=f"{match['year'] or '-'}-{month:02d}-{day:02d}")


def _amounts(text: str) -> list[tuple[int, int, Deadline]]:
    found = []
    for match in _ahead_in(text):
        found += _one(match, before=match["after"].strip())
    for match in _within_in(text):
        if _DISTANCE.match(text, match.end()):
            continue
        after = (match["after"] or "").strip(" ,")
        ahead = re.match(r"(?:before|prior to|in advance of)\s+", after, re.I)
        if re.match(r"(?:no|not) more", match.group(), re.I) and not after:
            continue
        found += (
            _one(match, before=after)
            if ahead
            else _one(match, after=re.sub(r"^(?:beginning with|starting (?:on|with)|\w+)\s+", "", after))
        )
    for match in _number_after_in(text):
        found += _one(match)
    return found


def _one(match: re.Match[str], *, after: str = "", before: str = "") -> list[tuple[int, int, Deadline]]:
    amount, name = number(match["n"]), unit(match["unit"])
    if match["unit"].lower().startswith("quarter"):
        amount, name = (amount or 1) * 3, "month"
    if not amount or not name:
        return []
    after = _NEXT_ACT.split(after, maxsplit=1)[0].rstrip(" ,")
    window = "window" if _WINDOW.match(after) else "event"
    return [
        (*match.span(), Deadline(amount=amount, unit=name, after=after, before=before, counts_from=window))
    ]
