"""Chinese role noun phrases: where one ends, and whether a predicate follows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.reading.role_words import ENDINGS, LEVELS, PERSONS, PLACES
from remit.reading.sentence import FILL
from remit.reading.verb_words import NOUNLIKE, OPENERS, ORDERS, RELATIVES, SINGLE

__all__ = ["Subject", "find_subject", "opens_predicate", "role_end"]


class Subject(NamedTuple):
    """What stands before a predicate: offsets of the noun phrase, where the rest begins, and how it was marked.

    `mark` is "subject", "agent" (由), "object" (对), "owner" (the body that owns the thing the sentence is about)
    or "" where nothing was found.
    """

    start: int
    end: int
    rest: int
    mark: str


_LAST = re.compile("[" + "".join(ENDINGS) + "]")
_STRONG = re.compile(r"应当|必须|不得|严禁|应该|可以|有权|有下列|不再|[应须要](?=[当予由在于将对按依及立定经向取报组加建])")
_LINK = re.compile(r"以及|及其|或者|[、和及或与的等]|之间")
_OPENING = re.compile(
    r"(?:但是|但|或者|或|并且|并|而且|而|同时|凡是|凡|其中|此外|另外|则|且|即|原则上|特别是|一般|确需|未[^，]{1,12}的)"
)
_WHEN = re.compile(
    r"(?:每(?:年|月|周|日|季度|半年|学期|学年)|(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底)?(?:前|起)"
    r"|(?:在|自|于|从)[^，由]{1,24}?(?:期间|过程中|工作中|活动中|的同时|之日起|阶段|时|后))"
)
_MARK = re.compile(r"(?:对于|对因|对|由于|由|因)")
_BY = re.compile(r"(?<![理自交经事])由(?![于此])")
_NOT_NOUN = re.compile(r"^(?:按照|依照|依据|根据|为了?|向|从|将|把|以|除|当|如|若|在|经|通过|结合|会同|与|按|使|未|不|没有|无|需|应|要|可|须|必须)")
_INNER = re.compile(r"交由|报送|抄送|移送|作为|致使|导致|造成|重点是|予以|给予|上报|提请|^发生|^有")
_QUANTITY = ("不少于", "不低于", "不得少于", "比例", "数量", "占")
_USED = re.compile(r"[\u4e00-\u9fff]{2}(?:(?:或者?|、|和)[\u4e00-\u9fff]{2})?的$")
_MEMBERSHIP = ("担任", "组成", "兼任", "构成", "任命", "选举", "产生")
_NOUNS_AFTER = ("负责人", "责任人", "主管人", "管理人", "控制人", "代表人", "经办人", "承办人", "联系人", "组织部", "组织人")


def opens_predicate(text: str, at: int) -> bool:
    """Say whether a predicate opens at this offset: a modal, an adverb, a preposition or a verb."""
    two = text[at : at + 2]
    if two in OPENERS:
        return text[at : at + 3] not in _NOUNS_AFTER
    if two in NOUNLIKE:
        return two == "负责" and text[at + 2 : at + 3] != "人"
    if two in ORDERS:
        return not (text[at + 2 : at + 3] in ("人", "员", "费", "部") and text[at : at + 3] in _NOUNS_AFTER)
    first = two[:1]
    return first in SINGLE and two[1:] not in SINGLE[first] if len(two) > 1 else first in SINGLE


def role_end(text: str, start: int, end: int, *, alone: bool = False) -> tuple[int, int]:
    """Return where the role phrase beginning at `start` ends, and where its owner ends; -1 for what is not found.

    The phrase ends at a role word that a predicate follows; with `alone` also at one that nothing else fits after.
    The owner is the first role word followed by 的 or by a thing.
    """
    owner = last = -1
    for found in _LAST.finditer(text, start, end):
        at = found.end()
        if not text.endswith(ENDINGS[found.group()], start, at) or text.endswith(PLACES, start, at):
            continue
        if _goes_on(text, start, at, end):
            continue
        if owner > 0 and text.endswith(ENDINGS[found.group()], owner, at) and _is_word(text[owner:at]):
            owner = at
        after = at
        while after < end and text[after] == FILL:
            after += 1
        if after >= end:
            return at, owner
        link = _LINK.match(text, after, end)
        if link is None or link.group() == "与":
            if opens_predicate(text, after):
                return at, owner
        if link is not None:
            if link.group() in ("等", "之间") and (link.end() >= end or opens_predicate(text, link.end())):
                return at, owner
            last = at
        elif _USED.match(text, after, end) and text[after : after + 2] in NOUNLIKE:
            return at, owner
        if owner < 0 and (link is None or link.group() == "的") and not text.endswith(PERSONS, start, at):
            owner = at
    return (last if alone else -1), owner


def _is_word(word: str) -> bool:
    return word in ENDINGS.get(word[-1], ())


def _holds_verb(text: str, start: int, end: int) -> bool:
    if text[start : start + 2] in ORDERS:
        return True
    return any(text[at : at + 2] in ORDERS and text[at : at + 2] not in NOUNLIKE for at in range(start, end - 1))


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a longer role word overlaps the end of this one (法人|员, 委员|会, 代表|大会)."""
    for more in (1, 2):
        stop = at + more
        if stop <= end and any(
            len(word) > more and text.endswith(word, start, stop) for word in ENDINGS.get(text[stop - 1], ())
        ):
            return True
    return False


def find_subject(text: str, start: int, end: int) -> Subject:
    """Find the subject, agent or fronted object that a segment opens with."""
    start = _skipped(text, start, end)
    mark = "subject"
    marked = _MARK.match(text, start, end)
    if marked:
        mark = "object" if marked.group()[0] == "对" else "agent"
        start = marked.end()
    elif text.startswith(("各", "省", "市", "县", "区"), start):
        level = _level(text, start, end)
        if level:
            return Subject(start, level, level, mark)
    if _NOT_NOUN.match(text[start : start + 3]) and not marked and not _relative(text, start, end):
        return Subject(start, start, start, "")
    strong = _STRONG.search(text, start, end)
    stop, owner = role_end(text, start, strong.start() if strong else end)
    titled = text.endswith(("职责", "责任", "任务"), start, end) and end - start < 30
    if stop < 0 and titled and owner > 0 and not _holds_verb(text, start, owner):
        return Subject(start, owner, end, "subject")
    if stop < 0 and strong and owner > 0 and mark == "subject" and not text.startswith("之", owner):
        return _checked(text, Subject(start, owner, strong.start(), "owner"))
    if stop < 0:
        return Subject(start, start, start, "")
    return _checked(text, Subject(start, stop, stop, mark))


def _skipped(text: str, start: int, end: int) -> int:
    for _ in range(2):
        found = _OPENING.match(text, start, end) or _WHEN.match(text, start, end)
        if not found or found.end() >= end:
            break
        start = found.end()
    return start


def _level(text: str, start: int, end: int) -> int:
    for size in (4, 3, 2):
        stop = start + size
        if text[start:stop] in LEVELS and stop < end and opens_predicate(text, stop):
            return stop
    return 0


def _relative(text: str, start: int, end: int) -> bool:
    return text.startswith(RELATIVES, start) and text.find("的", start, end) > 0


def _checked(text: str, found: Subject) -> Subject:
    nothing = Subject(found.start, found.start, found.start, "")
    phrase = text[found.start : found.end]
    inner = _INNER.search(phrase)
    if inner and "的" not in phrase[inner.end() : -1]:
        return nothing
    if found.mark == "subject" and text.startswith(_QUANTITY, found.rest) and "的" in phrase:
        return _checked(text, Subject(found.start, found.start + phrase.rindex("的"), found.rest, "owner"))
    agent = _BY.search(phrase)
    if agent and found.mark == "subject" and (phrase[:2] not in ORDERS or phrase[:2] in NOUNLIKE):
        if text[found.rest :].startswith(_MEMBERSHIP):
            return nothing
        return _checked(text, Subject(found.start + agent.end(), found.end, found.rest, "agent"))
    if found.mark == "object":
        return found
    two = phrase[:2]
    verbal = two in ORDERS or phrase.startswith(("依法", "对", "将"))
    if not verbal or (two in NOUNLIKE and len(phrase) < 12 and "、" not in phrase and found.mark == "subject"):
        return found
    if phrase.startswith(RELATIVES) and "的" in phrase[:-1]:
        return found
    if two in NOUNLIKE and found.mark != "owner":
        return found
    return nothing
