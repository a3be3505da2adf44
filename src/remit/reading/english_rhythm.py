"""Cadences in English regulations."""

from __future__ import annotations

import re

from remit.core.period import Cadence
from remit.reading.amount import ENGLISH_NUMBER, number
from remit.reading.english_condition import in_condition
from remit.reading.month import DAY_OF_MONTH, MONTH, months_in
from remit.reading.sentence import Free
from remit.reading.sieve import may_hold, sift_all

__all__ = ["english_cadences"]

_PERIODS = {"day": "D", "week": "W", "month": "M", "quarter": "M", "year": "Y", "hour": "H", "workday": "D"}
_ADVERBS = {
    "annual": "P1Y", "yearly": "P1Y", "monthly": "P1M", "quarterly": "P3M", "weekly": "P1W", "daily": "P1D",
    "semiannual": "P6M", "semi-annual": "P6M", "half-yearly": "P6M", "six-monthly": "P6M",
    "biannual": "P6M", "biennial": "P2Y", "triennial": "P3Y", "fortnightly": "P2W", "hourly": "PT1H",
    "bi-annual": "P6M", "three-yearly": "P3Y", "five-yearly": "P5Y", "two-yearly": "P2Y",
}  # fmt: skip
_UNIT = (
    r"(?:school |calendar |financial |working |business |fiscal |reporting |academic |successive )?"
    r"(?P<unit>hour|workday|day|week|month|quarter|year|term|semester|shift)s?\b"
)
_COUNT = (
    r"(?:(?P<least>at least|(?:not|no) less (?:often |frequently )?than|a minimum of)\s+)?"
    r"(?:(?P<most>no more than|not more than|at most)\s+)?"
)
_TIMES = rf"(?P<times>once|twice|thrice|(?:{ENGLISH_NUMBER})\s+times)"
_EACH = re.compile(
    rf"\b(?:{_COUNT}{_TIMES}\s+)?(?:in\s+|during\s+|within\s+)?(?:any\s+)?(?:every|each"
    rf"|per)\s+(?:(?P<n>{ENGLISH_NUMBER})(?:\s+(?:to|or"
    rf"|and)\s+(?P<m>{ENGLISH_NUMBER}))?[\s-]+)?{_UNIT}(?P<after>(?:,)?\s+(?:at least"
    rf"|not less than)?\s*(?:once|twice))?",
    re.I,
)
_A_YEAR = re.compile(
    rf"\b{_COUNT}{_TIMES}\s+(?:an?|in any|in each|in every"
    rf"|in a)\s+(?:period of\s+)?(?:(?P<n>{ENGLISH_NUMBER})[\s-]+)?{_UNIT}",
    re.I,
)
_INTERVAL = re.compile(
    rf"\b(?:at\s+)?(?:regular\s+)?intervals?\s+(?:of\s+)?(?:not\s+(?:exceeding|more than|greater than"
    rf"|longer than)|no\s+(?:more|longer|greater) than|not to exceed|that do(?:es)? not exceed|of"
    rf"|up to)\s+(?P<n>{ENGLISH_NUMBER})[\s-]+{_UNIT}",
    re.I,
)
_ADVERB = re.compile(r"\b(?:" + "|".join(sorted(_ADVERBS, key=len, reverse=True)) + r")(?:ly)?\b", re.I)
_TIMES_LY = re.compile(
    rf"\b(?:at least )?{_TIMES}\s+(?P<how>daily|weekly|monthly|quarterly|yearly|annual)(?:ly)?\b", re.I
)
_MONTHLY = re.compile(
    rf"\b(?P<n>{ENGLISH_NUMBER})[\s-](?P<unit>month|week|year|day)ly\b|\b(?:on|at) an? (?P<word>annual"
    rf"|monthly|quarterly|weekly|daily|regular) basis\b",
    re.I,
)
_VAGUE = re.compile(
    r"(?<!amended )(?<!revised )(?<!varied )(?<!updated )(?<!force )\bfrom time to time\b"
    r"|\bregular(?:ly)?\b(?!\s+(?:(?:business|working|office) hours|scheduled))|\bperiodic(?:al"
    r"|ally)?\b|\bat (?:appropriate|suitable) intervals\b",
    re.I,
)
_OFTEN = re.compile("regular|from time", re.I)
_PLACEHOLDER = re.compile(
    r"\[(?:Assignment|Selection)[^\]]*?organization-defined\s+(?!time period)[^\]]*?frequency[^\]]*\]"
    r"|\[Assignment:\s*frequency\]",
    re.I,
)
_QUARTER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_ORDINAL = "(?:" + "|".join(_QUARTER) + ")"
_NAMED = re.compile(
    rf"\b(?:in|during|every|each)\s+(?:(?P<months>{MONTH}(?:(?:,\s*|,?\s+(?:and|or)\s+){MONTH})*)"
    rf"|the\s+(?P<quarters>{_ORDINAL}(?:(?:,\s*|,?\s+and\s+)(?:the\s+)?{_ORDINAL})*)\s+quarters?)"
    r"(?P<each>\s+(?:of\s+)?(?:each|every)\s+(?:\w+\s+)?year)?(?!\s+\d)",
    re.I,
)
_ON_DAYS = re.compile(
    rf"\b{DAY_OF_MONTH}(?P<more>(?:(?:,\s*|,?\s+and\s+)(?:by\s+|on\s+)?{DAY_OF_MONTH})+)"
    r"\s+(?:of\s+|in\s+)?(?:each|every)\s+(?:calendar\s+)?year\b"
    rf"|\b(?:each|every)\s+{DAY_OF_MONTH}(?!,?\s+\d{{4}})",
    re.I,
)
_ALTERNATE = re.compile(
    r"\b(?:every|each)\s+(?:other|second|alternate)\s+(?P<unit>day|week|month|quarter|year)\b", re.I
)
_ASIDE_REACH = 80  # characters looked back for words that only mention a yearly or monthly thing
_HINT = re.compile(
    r"every|each|per |annual|year|month|quarter|week|dai|hour|regular|period|frequency|interval|biann"
    r"|bienn|time to time|term",
    re.I,
)
_NO_ACT = re.compile(
    r"\s*(?:fee|turnover|income|salary|budget|accounts? of|leave|basis of|temperature|dose|limit"
    r"|average|rate|exposure|rainfall|revenue|safety|operations?|running|management|life|routine(?!\s(?:checks?|inspections?|tests?|maintenance))|business"
    r"|care|needs|newspaper"
    r"|wages?|use|work)\b",
    re.I,
)
_ONLY_NAMED = re.compile(
    r"\b(?:in addition to|in place of|instead of|in lieu of|in substitution for|other than|apart from"
    r"|besides|rather than"
    r"|as an alternative to|since|(?:last|previous|preceding|most recent))\s+"
    r"(?:(?:the|an?|its|their|any|each|every|last|previous|preceding|most recent|required|usual|normal"
    r"|scheduled)\s+){0,3}$",
    re.I,
)
_RATE = re.compile(
    r"(?:[$£€¥]\s?[\d,.]+(?:\s(?:million|thousand))?|\b\d[\d,.]*\s?(?:%|dollars?|pounds?|euros?|yuan"
    r"|cents?|litres?|liters?"
    r"|gallons?|kg|kilograms?|tonnes?|tons?|grams?|m[gl]|hours?|minutes?|units?|points?|m3|metres?"
    r"|meters?|kWh|bq)"
    r"|(?:fine|penalty|penalties|amount|charge|fee|rate|sum|quantity|number|volume)s?(?:\s\w+(?:ed|en|made|sold))?)(?:\sfor)?\s*$",
    re.I,
)
_CONTINUES = re.compile(
    r"\s+(?:that|on which|during which|for which|(?:or part|of the|of such|of any|the|it|of non|of delay))\b",
    re.I,
)
_EVENTS = (
    r"drills?|exercises?|meetings?|inspections?|audits?|tests?|visits?|checks?|reviews?|surveys?"
    r"|sessions?|reports?"
    r"|samples?|rounds?|patrols?|assessments?|evaluations?|briefings?|workshops?|simulations?|rehearsals?"
    r"|examinations?"
    r"|measurements?|readings?|consultations?|hearings?|returns?|updates?|campaigns?|seminars?"
    r"|calibrations?|trainings?"
    r"|lessons?|calls?|events?"
)
_SO_MANY = re.compile(
    rf"\b{_COUNT}(?P<times>{ENGLISH_NUMBER})\s+(?:(?!(?:or|and|to|shall|must|may"
    rf"|of)\b)[a-z][\w-]*\s+){{0,4}}?(?:{_EVENTS})\s+"
    rf"(?:shall be (?:\w+ed|held)\s+)?(?:(?:in|during|within)\s+)?(?:an?|every|each|any"
    rf"|per)\s+(?:(?P<n>{ENGLISH_NUMBER})[\s-]+)?{_UNIT}",
    re.I,
)
_IN_FIGURES = re.compile(r"(?<=[a-z])\s\(\d{1,4}\)")  # ninety (90) days
_may_recur = may_hold(_HINT)
_placeholders_in, _named_in, _alternate_in = sift_all(_PLACEHOLDER), sift_all(_NAMED), sift_all(_ALTERNATE)
_a_year_in, _interval_in, _each_in = sift_all(_A_YEAR), sift_all(_INTERVAL), sift_all(_EACH)
_on_days_in = sift_all(_ON_DAYS)
_so_many_in = sift_all(_SO_MANY)
_times_ly_in, _monthly_in = sift_all(_TIMES_LY), sift_all(_MONTHLY)
_adverbs_in, _vague_in = sift_all(_ADVERB), sift_all(_VAGUE)


def english_cadences(text: str) -> list[tuple[int, int, Cadence]]:
    """Return start, end and cadence of each rhythm an English text states, in order."""
    if not _may_recur(text):
        return []
    text = _IN_FIGURES.sub(lambda figures: " " * len(figures[0]), text)
    found: list[tuple[int, int, Cadence]] = []
    free = Free(len(text))
    for start, end, cadence in _read(text):
        if not in_condition(text, start) and free.take(start, end):
            found.append((start, end, cadence))
    return sorted(found, key=lambda one: one[0])


def _read(text: str) -> list[tuple[int, int, Cadence]]:
    found = [(*match.span(), Cadence(vague="organization-defined")) for match in _placeholders_in(text)]
    found += [(*match.span(), _on_days(match)) for match in _on_days_in(text)]
    found += [(*match.span(), cadence) for match in _named_in(text) if (cadence := _named(match))]
    found += [
        (*match.span(), Cadence(min=1, period=_period(2, match["unit"].lower())))
        for match in _alternate_in(text)
    ]
    for counted_in in (_so_many_in, _a_year_in, _interval_in, _each_in):
        found += [
            (*match.span(), cadence)
            for match in counted_in(text)
            if not _is_rate(text, match) and (cadence := _counted(match))
        ]
    found += [
        (*match.span(), Cadence(min=_times(match["times"]), period=_ADVERBS[match["how"].lower()]))
        for match in _times_ly_in(text)
    ]
    found += [(*match.span(), _basis(match)) for match in _monthly_in(text) if not _is_aside(text, match)]
    for match in _adverbs_in(text):
        word = match.group().lower()
        period = _ADVERBS.get(word) or _ADVERBS[word.removesuffix("ly")]
        if not _is_aside(text, match) and not _NO_ACT.match(text, match.end()):
            found.append((*match.span(), Cadence(min=1, period=period)))
    for match in _vague_in(text):
        word = "regularly" if _OFTEN.match(match.group()) else "periodically"
        found.append((*match.span(), Cadence(vague=word)))
    return found


def _on_days(match: re.Match[str]) -> Cadence:
    """Two days and more of each year are its months; one day that comes again is once a year."""
    if not match["more"]:
        return Cadence(min=1, period="P1Y")
    return Cadence(months=months_in(match.group()))


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Say whether a yearly or monthly thing is only mentioned (in place of the monthly test)."""
    return _ONLY_NAMED.search(text, max(0, match.start() - _ASIDE_REACH), match.start()) is not None


def _is_rate(text: str, match: re.Match[str]) -> bool:
    """Say whether a phrase tells how much (10 euros per day, for each day the breach goes on), not how often."""
    words = match.group().lower()
    if not words.startswith(("per ", "each ", "every ")):
        return False
    before = text[max(0, match.start() - _ASIDE_REACH) : match.start()]
    return _RATE.search(before) is not None or (
        before.endswith("for ") and words.endswith("day") and _CONTINUES.match(text, match.end()) is not None
    )


def _named(match: re.Match[str]) -> Cadence | None:
    """In June and December each year, every March, in the second quarter of each year."""
    if not match["each"] and not match.group().lower().startswith("e"):
        return None
    if match["months"]:
        return Cadence(months=months_in(match["months"]))
    words = re.findall(r"[a-z]+", match["quarters"].lower())
    return Cadence(quarters=tuple(sorted({_QUARTER[word] for word in words if word in _QUARTER})))


def _counted(match: re.Match[str]) -> Cadence | None:
    groups = match.groupdict()
    name = match["unit"].lower()
    times = _times(groups.get("times"))
    after = groups.get("after") or ""
    if "twice" in after.lower():
        times = 2
    low, high = (None, times) if groups.get("most") else (times, None)
    if name in ("term", "semester", "shift"):
        stated = groups.get("times") or groups.get("least") or name != "shift"
        return Cadence(min=low, max=high, per=name) if stated else None
    count = number(match["n"]) or 1 if match["n"] else 1
    if groups.get("m"):
        return Cadence(
            period_min=_period(count, name), period_max=_period(number(groups["m"]) or count, name)
        )
    return Cadence(min=low, max=high, period=_period(count, name))


def _basis(match: re.Match[str]) -> Cadence:
    if match["word"]:
        word = match["word"].lower()
        return Cadence(vague="regularly") if word == "regular" else Cadence(min=1, period=_ADVERBS[word])
    return Cadence(min=1, period=_period(number(match["n"]) or 1, match["unit"].lower()))


def _times(text: str | None) -> int:
    if not text:
        return 1
    word = text.lower().split()[0]
    return {"once": 1, "twice": 2, "thrice": 3}.get(word) or number(word) or 1


def _period(count: int, name: str) -> str:
    if name == "quarter":
        count *= 3
    if name == "month" and count % 12 == 0:
        return f"P{count // 12}Y"
    return f"P{'T' if name == 'hour' else ''}{count}{_PERIODS[name]}"
