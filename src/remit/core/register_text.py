"""Register items in words: what kinds are called, who answers and why, and checks as one cell of a table, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from remit.core.assignment import Answer
from remit.core.period import parse_period
from remit.core.register_item import Check, ItemKind

__all__ = ["KINDS", "RHYTHMS", "answer_words", "checks_text", "parse_checks", "parse_kind", "rhythm_text"]

Translate = Callable[[str], str]

KINDS: Mapping[ItemKind, str] = {
    ItemKind.PLACE: "place",
    ItemKind.CHANNEL: "channel of its own",
    ItemKind.SYSTEM: "system",
    ItemKind.ASSET: "asset",
}
"""What the kinds are called: message ids."""
_KIND_WORDS = {
    ItemKind.PLACE: ("place", "场所", "部位", "区域"),
    ItemKind.CHANNEL: ("channel", "channel of its own", "渠道", "本单位渠道", "自有渠道", "发布渠道"),
    ItemKind.SYSTEM: ("system", "account", "系统", "信息系统", "账户", "系统账户"),
    ItemKind.ASSET: ("asset", "资产", "设备", "设施", "装备"),
}
RHYTHMS: Mapping[str, str] = {
    "P1D": "daily",
    "P1W": "weekly",
    "P1M": "monthly",
    "P3M": "quarterly",
    "P6M": "half-yearly",
    "P1Y": "yearly",
    "P2Y": "every two years",
}
"""What rhythms are called in a cell: message ids."""
_RHYTHM_WORDS = {
    "P1D": ("daily", "every day", "每日", "每天", "日"),
    "P1W": ("weekly", "every week", "每周", "周"),
    "P1M": ("monthly", "every month", "每月", "月"),
    "P3M": ("quarterly", "every quarter", "每季度", "每季", "季度", "季"),
    "P6M": ("half-yearly", "every half-year", "每半年", "半年"),
    "P1Y": ("yearly", "annually", "every year", "每年", "年度", "年"),
    "P2Y": ("every two years", "每两年", "每2年", "两年"),
}
REASONS: Mapping[str, str] = {
    "executing": "{title} of {unit}; held by {person} since {since}.",
    "acting": "{person} has been acting as {title} of {unit} since {since}.",
    "vacant": "{title} of {unit} is vacant on {day}: {through_title} of {through_unit}, {through_person}, answers.",
    "nobody": "{title} of {unit} is vacant on {day}, and so is every first post above it.",
    "unassigned": "It is given to no post of {unit}.",
    "succeeded": "{unit} is no more on {day}: {through_title} of {through_unit}, {through_person}, answers.",
}
_APART = re.compile(r"\s*[;；\n]\s*")
_ONE = re.compile(r"([^:：()（）]+)(?:[:：]([^()（）]*))?(?:[(（]([^()（）]*)[)）])?")


def answer_words(answer: Answer, translate: Translate = str) -> str:
    """Return why somebody answers for an item (`register_item.item_answers`) in the language of `translate`."""
    return translate(REASONS[answer.reason]).format_map(dict(answer.values))


def rhythm_text(period: str, translate: Translate = str) -> str:
    """Return how often, as it stands in a cell: monthly, 每月; a rarer period as it is written (P10D)."""
    return translate(RHYTHMS[period]) if period in RHYTHMS else period


def checks_text(checks: Iterable[Check], translate: Translate = str) -> str:
    """Return the checks of an item as one cell: `tour: monthly; test: yearly (harbour-fire/art-12)`."""
    return translate("; ").join(_check_text(one, translate) for one in checks)


def parse_checks(written: str) -> tuple[tuple[Check, ...], tuple[str, ...]]:
    """Return the checks that a cell names, in Chinese or English, and the parts of it that name none.

    `checks_text` of checks that are sound gives these checks back in either language. A rhythm may be a word or a
    period of ISO 8601; a duty stands in brackets.
    """
    checks, unread = [], []
    for part in filter(None, _APART.split(written.strip())):
        found = _ONE.fullmatch(part.strip())
        period = _period((found[2] or "").strip()) if found else None
        if found is None or period is None or not found[1].strip():
            unread.append(part)
        else:
            checks.append(Check(name=found[1].strip(), period=period, duty=(found[3] or "").strip()))
    return tuple(checks), tuple(unread)


def parse_kind(written: str) -> ItemKind | None:
    """Return the kind that a cell names in Chinese or English, None where it names none."""
    said = written.strip().lower()
    return next((kind for kind, words in _KIND_WORDS.items() if said in words), None)


def _check_text(check: Check, translate: Translate) -> str:
    rhythm = rhythm_text(check.period, translate)
    duty = f" ({check.duty})" if check.duty else ""
    return f"{check.name}{translate(': ') if rhythm else ''}{rhythm}{duty}"


def _period(written: str) -> str | None:
    if not written:
        return ""
    said = written.lower()
    named = next((period for period, words in _RHYTHM_WORDS.items() if said in words), "")
    if named:
        return named
    span = parse_period(written.upper())
    return written.upper() if span and not span.hours else None
