"""Chinese segments that open a sentence and are no predicate: conditions, adverbials, things put first."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.action import find_action
from remit.reading.role import is_ending, role_end
from remit.reading.sentence import Span
from remit.reading.subject import first_verb
from remit.reading.verb_words import COMPOUND, ORDERS

__all__ = [
    "body_formed",
    "is_absent",
    "is_adverbial",
    "is_condition",
    "is_topic",
    "owner_of_thing",
    "sharers",
]

_CONDITION = (
    "的", "时", "后", "以前", "之前", "前", "期间", "情况下", "过程中", "之日起", "以外", "外", "除外",
    "中", "以来", "的话", "情形下", "活动", "等", "基础上", "同时", "原则上", "方面",
)  # fmt: skip
_ALWAYS = ("的", "时", "期间", "情况下", "过程中", "除外")
_EVENTS = ("发生", "出现", "遇有", "遇到", "一旦")
_ADVERBIAL = re.compile(
    r"按照|依照|依据|根据|遵照|在|自|从|结合|针对|为了?|因|经|除|当(?![场事天日地面即])|如|若|凡|通过|采取|围绕|对于?|以"
    r"|由于|未|逾期|会同|本着|随着|符合"
)
_BEFORE_DECISION = re.compile(r"(?:决定|处理|处罚|处分|结论|作出|实施|生效|执行)(?:之|以)?[前后]$")
_TIME_ONLY = re.compile(r"(?:每|\d{4}年|到\d{4}年|自|截至|力争|当年|次年|原则上)[^，。]{0,14}$")
_MODAL_NEXT = re.compile(r"，(?:应当|必须|不得|应|要|须|由)")
_FORMED = re.compile(
    r"(?P<body>[^，。由]{2,24}?)(?:应当|一般|可以)?由[^，。]{2,60}?组成|由[^，。]{2,60}?组成(?P<formed>[^，。的]{2,16})"
    r"|(?P<seated>[^，。]{2,20}?)设在[^，。]{2,24}"
)
_REFUSES = re.compile(
    r"(?:拒不|拒绝|仍不|仍未)[^，。]{1,12}的，(?:应当|应|要|须)?(?:及时|立即|依法|书面|逐级)*(?:向|报告|上报|报请|通报)"
)
_IS_GONE = re.compile(
    r"(?:已经?)?(?:灭失|死亡|下落不明|失踪|失联|去世|解散|无法(?:确定|联系|查明)|不明|不存在|注销|终止|不在同一|不属于同一)|(?:发生)?(?:调整|变更|变动|更换|空缺)的$"
)
_LAPSES = re.compile(
    r"(?:不(?![断仅但得再少低高]|定期)|未|无法|没有|拒绝|拒不)[^，。；]*，[^。；]*?(?:应当|必须|可以|不得|有权)"
)
_LAPSE_NEXT = re.compile(r"，(?:无正当理由|未|拒|不|仍|逾期|又)[^，。；：]*的(?:，|$)")


_EACH_THEIR = re.compile(
    r"(?P<who>[^，。；、每]{1,20}?)(?:应当|应|须|要)?每[^，。；、]{1,5}、(?=[^，。；、每]{1,20}每)"
)
_SPOKEN_OF = re.compile(r"对(?!.*(?:进行|予以|实施|开展|给予|作出|组织)).*的[^，的]{2,10}")


def body_formed(text: str, start: int, end: int) -> Span | None:
    """Return the body whose members or seat a segment tells (X由…组成, X设在…): it bears what follows."""
    found = _FORMED.fullmatch(text, start, end)
    span = found.span(found.lastgroup or 0) if found else None
    return span if span and is_ending(text, *span) else None


def is_absent(text: str, at: int, end: int) -> bool:
    """Say whether a condition's subject, which ends at `at`, cannot be who has to act: it refuses, or it is gone."""
    return _REFUSES.match(text, at) is not None or _IS_GONE.match(text, at, end) is not None


def is_condition(text: str, span: Span, kind: Kind | None, subject: int = -1) -> bool:
    """Say whether a segment tells when or of whom the rest holds (…的, …时, …后), and orders nothing itself.

    `subject` is where its subject ends, -1 for none: what fails to act is answered by the rest (A不能清偿，B可以…).
    """
    words = text[slice(*span)]
    if kind is None and subject > 0 and (_LAPSES.match(text, subject) or _LAPSE_NEXT.match(text, span[1])):
        return True
    if kind is None and words.startswith(_EVENTS):
        return True
    if not words.endswith(_CONDITION):
        return False
    if words[-1] == "的" and words.startswith(("发现", "接到", "收到", "认为")):
        return True
    if words.endswith(_ALWAYS) or _BEFORE_DECISION.search(words):
        return True
    return kind not in (Kind.DUTY, Kind.PROHIBITION) and words[:2] not in ORDERS


def is_adverbial(text: str, start: int, end: int) -> bool:
    """Say whether a segment is a time or a prepositional phrase without a verb of its own."""
    if _TIME_ONLY.match(text[start:end]):
        return first_verb(text, start, end) < 0
    if not _ADVERBIAL.match(text, start, end):
        return False
    at, _ = find_action(text, start, end)
    return at == start or end - at < 3


def owner_of_thing(text: str, start: int, end: int) -> int:
    """Return where the body ends that owns the thing a segment puts before the next segment's modal, -1 for none."""
    if not _MODAL_NEXT.match(text, end) or text[end - 1] == "的":
        return -1
    if text[start] in "对将把按在经从向为" or text[start : start + 2] in ORDERS:
        return -1
    owner = role_end(text, start, end).owner
    opened = start + 1 if text[start : start + 2] in COMPOUND else start  # 生产经营单位: part of the name
    return -1 if text[start] in "并且又也" or first_verb(text, opened, owner) >= 0 else owner


def sharers(text: str, start: int, end: int) -> tuple[list[Span], int]:
    """Return those who share a predicate, each with a rhythm, but for the last, and where the last begins."""
    pieces: list[Span] = []
    while (found := _EACH_THEIR.match(text, start, end)) and is_ending(text, start, found.end("who")):
        pieces.append((start, found.end("who")))
        start = found.end()
    return pieces, start


def is_topic(words: str) -> bool:
    """Say whether a segment only puts first what the sentence is about (对涉及两个以上部门的事项)."""
    return _SPOKEN_OF.fullmatch(words) is not None
