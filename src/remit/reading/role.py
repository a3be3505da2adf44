"""Chinese role noun phrases: where one ends, and whether a predicate follows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.reading.role_words import DETERMINERS, ENDINGS, LEVELS, NOT_AFTER, NOT_BEFORE, PERSONS, PLACES
from remit.reading.sentence import FILL
from remit.reading.verb_words import ADJECTIVAL, COMPOUND, NOUN_TAILS, NOUNLIKE, OPENERS, ORDERS, RELATIVES, SINGLE

__all__ = ["Ends", "Subject", "find_subject", "is_ending", "opens_predicate", "role_end"]


class Subject(NamedTuple):
    """What stands before a predicate: offsets of the noun phrase, where the rest begins, and how it was marked.

    `mark` is "subject", "agent" (由), "object" (对), "owner" (the body that owns the thing the sentence is about)
    or "" where nothing was found.
    """

    start: int
    end: int
    rest: int
    mark: str


class Ends(NamedTuple):
    """Where a role phrase ends, where its owner ends, its first and its last role word; -1 for what is not found."""

    stop: int
    owner: int
    first: int
    last: int


_LAST = re.compile("[" + "".join(ENDINGS) + "]")
_STRONG = re.compile(
    r"应当|必须|不得|严禁|应该|可以|(?:均|亦|也)?可(?=[依按根结在由向对将以采自委申提视通参选先])|有权|有下列|不再|[应须要](?=[当予由在于将对按依及立定经向取报组加建])"
)
_LINK = re.compile(r"以及|及其|或者|[、和及或与的等]|之间")
_OPENING = re.compile(r"以及|但是|但|或者|或|并且|并|而且|而|同时|凡是|凡|其中|此外|另外|则|且|即|原则上|特别是|一般|确需")
_WHEN = re.compile(
    r"每(?:年|月|周|日|季度|半年|学期|学年)|(?:\d{4}年|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日|底)?(?:前|起)"
    r"|(?:在|自|于|从)[^，由]{1,24}?(?:期间|过程中|工作中|活动中|的同时|之日起|阶段|时|后)"
)
_MARK = re.compile(r"对于|对因|对(?!其他)|(?:应当|必须|可以|应|须|可|要|均|或者?)?由(?!于|此)|由于|因(?!地|素|果|此|特)|对")
_BY = re.compile(r"(?<![理自交经事])由(?![于此])")
_NOT_NOUN = re.compile(
    r"按照|依照|依据|根据|为了?|向|从(?!业)|将|把|以(?!上)|除|当(?!事|地|前)|如|若|在(?!职|岗|校|建)|经(?!营|办|济|理|纪|销)|通过|结合|会同|与|按|使(?!用)|未(?!成年)|不(?!动)|没有|无(?!人|线)|需|应(?!急)|要|可(?!再)|须|必须|责任单位[：:]|牵头单位[：:]|配合单位[：:]|设(?=\d)|报(?![社刊告警考纸])|属于|涉及|构成|违反|具体负责|负责(?=[^，。的]*$)"
)
_INNER = re.compile(
    r"交由|报送|抄送|移送|作为|致使|导致|造成|重点是|予以|给予|上报|提请|^发生|^有(?!关)|^又|^出现|发现|(?<=.)经(?![营济办理纪销费过历验贸])|经(?!营|济|办|理|纪|销|费|过)[^，的]{2,}(?:批准|同意|签署|审查)"
)
_QUANTITY = re.compile(r"不(?:少|低|得少|得低|多|高)于|比例|数量|(?:在|为|只有|不足|达到|超过|占)\s*(?:[\d一二三四五六七八九十百]+(?:家|个|名|人|户)|\d+%)")
_DUTY_OF = re.compile(r"(?:负有|具有|承担|履行|行使)[^，。的]{2,30}(?:职责|职权|职能|责任|任务|权)的")
_USED = re.compile(r"[\u4e00-\u9fff]{2}(?:(?:或者?|、|和)[\u4e00-\u9fff]{2})?的$")
_MEMBERSHIP = ("担任", "组成", "兼任", "构成", "任命", "选举", "产生")
_OBJECTS = ("本", "全", "其", "各", "所", "该", "有关", "相关", "下级", "下一级", "辖区", "一切", "下列", "以下", "并", "和监督本", "属地")
_NOMINAL = frozenset("实施 落实 执行 办理 受理 处理 提供 发布 收集 利用 牵头 配合 安排 承办 主办 协办 经办 决定 支付 保障 保护 履行 确定 制定 使用 购买".split())
_NOUNS_AFTER = ("负责人", "责任人", "主管人", "管理人", "控制人", "代表人", "经办人", "承办人", "联系人", "组织部", "组织人")
_TITLED = ("职责", "责任", "任务")


def opens_predicate(text: str, at: int) -> bool:
    """Say whether a predicate opens at this offset: a modal, an adverb, a preposition or a verb."""
    two = text[at : at + 2]
    if two in OPENERS:
        return text[at : at + 3] not in _NOUNS_AFTER
    if two in NOUNLIKE:
        return two == "负责" and text[at + 2 : at + 3] != "人" or (two != "授权" and text.startswith(_OBJECTS, at + 2))
    if two in ORDERS:
        return text[at : at + 3] not in _NOUNS_AFTER and not (two in _NOMINAL and text.startswith(NOUN_TAILS, at + 2))
    first = two[:1]
    return first in SINGLE and two[1:] not in SINGLE[first] if len(two) > 1 else first in SINGLE


def is_ending(text: str, start: int, at: int) -> bool:
    """Say whether a role word ends at this offset, and no longer one overlaps it."""
    last = text[at - 1]
    if last not in ENDINGS or not text.endswith(ENDINGS[last], start, at) or text.endswith(PLACES, start, at):
        return False
    if text[at : at + 1] and text[at] in NOT_AFTER.get(last, ""):
        return False
    return not (last in NOT_BEFORE and text[at - 2 : at - 1] in NOT_BEFORE[last])


def role_end(text: str, start: int, end: int) -> Ends:
    """Find where the role phrase beginning at `start` ends: at a role word that a predicate follows."""
    owner = first = last = -1
    for found in _LAST.finditer(text, start, end):
        at = found.end()
        if not is_ending(text, start, at) or _goes_on(text, start, at, end):
            continue
        if owner > 0 and _is_word(text[owner:at]):
            owner = at
        last = at
        after = at
        while after < end and text[after] == FILL:
            after += 1
        if after >= end or _ends_here(text, after, end):
            return Ends(at, owner, first, at)
        link = _LINK.match(text, after, end)
        if first < 0 and link is None:
            first = at
        if owner < 0 and (link is None or link.group() == "的") and not text.endswith(PERSONS, start, at):
            owner = at
    return Ends(-1, owner, first, last)


def _ends_here(text: str, after: int, end: int) -> bool:
    """Say whether the phrase before `after` ends there: a predicate follows, not a relative clause."""
    link = _LINK.match(text, after, end)
    if link is not None and link.group() in ("等", "之间"):
        return link.end() >= end or opens_predicate(text, link.end())
    if link is not None and link.group() != "与":
        return False
    if _USED.match(text, after, end) and text[after : after + 2] in NOUNLIKE:
        return True
    if not opens_predicate(text, after):
        return False
    if text.startswith("组织", after) and opens_predicate(text, after + 2) and text[after + 2 : after + 4] not in ORDERS:
        return False
    clause = _DUTY_OF.match(text, after, end)
    if clause and _later_ending(text, clause.end(), end):
        return False
    if text[after : after + 2] in ORDERS and end < len(text):
        de = text.find("的", after, end)
        return not (0 < de - after <= 14 and is_ending(text, de, end) and text[end] not in "。；")
    return True


def _later_ending(text: str, start: int, end: int) -> bool:
    return any(is_ending(text, start, found.end()) for found in _LAST.finditer(text, start, end))


def _is_word(word: str) -> bool:
    return bool(word) and word in ENDINGS.get(word[-1], ())


def _holds_verb(text: str, start: int, end: int) -> bool:
    if text[start : start + 2] in ORDERS:
        return True
    return any(text[at : at + 2] in ORDERS and text[at : at + 2] not in NOUNLIKE for at in range(start, end - 1))


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a longer role word overlaps the end of this one (法人|员, 委员|会, 代表|大会)."""
    for more in (1, 2):
        stop = at + more
        words = ENDINGS.get(text[stop - 1], ()) if stop <= end else ()
        if words and text.endswith(words, start, stop) and any(
            len(word) > more and text.endswith(word, start, stop) for word in words
        ):
            return True
    return False


def find_subject(text: str, start: int, end: int, *, misdeed: bool = False) -> Subject:
    """Find the subject, agent or fronted object that a segment opens with.

    `misdeed` says that the segment tells of conduct to be punished: any verb may then follow the subject.
    """
    start = _skipped(text, start, end)
    mark = "subject"
    marked = _MARK.match(text, start, end)
    if marked:
        mark = "object" if marked.group()[0] == "对" else "agent"
        start = marked.end()
    elif text.startswith(("各", "省", "市", "县", "区", "乡", "村", "国"), start):
        level = _level(text, start, end)
        if level:
            return Subject(start, level, level, mark)
    nothing = Subject(start, start, start, "")
    floor = start
    if not marked and _NOT_NOUN.match(text, start, end):
        floor = text.find("的", start, end) if text.startswith(RELATIVES, start) else -1
        if floor < 0:
            return nothing
    strong = _STRONG.search(text, max(start, floor), end)
    limit = strong.start() if strong else end
    ends = role_end(text, floor, limit)
    if ends.stop < 0 and mark == "subject" and text.endswith(_TITLED, start, end) and end - start < 30:
        if ends.owner > 0 and not _holds_verb(text, start, end):
            return Subject(start, ends.owner, end, "subject")
    if ends.stop > 0:
        rest = ends.stop
        while rest < end and text[rest] == FILL:
            rest += 1
        return _checked(text, Subject(start, ends.stop, rest, mark), limit if strong else -1)
    if mark == "agent" and ends.last > 0:
        return Subject(start, ends.last, ends.last, mark)
    agent = _BY.search(text, start, end) if mark == "subject" and text[start : start + 2] not in ORDERS else None
    if agent and floor == start:
        named = role_end(text, agent.end(), end)
        if named.stop > 0 and not text.startswith(_MEMBERSHIP, named.stop):
            return Subject(agent.end(), named.stop, named.stop, "agent")
        if named.last > 0 and text[named.last] not in "的、" and not text.startswith(_MEMBERSHIP, named.last):
            return Subject(agent.end(), named.last, named.last, "agent")
    if misdeed and ends.first > 0 and mark == "subject" and floor == start:
        return _checked(text, Subject(start, ends.first, ends.first, "subject"), -1)
    if (strong or text[end - 1] == "的") and ends.owner > 0 and mark == "subject" and floor == start:
        return _checked(text, Subject(start, ends.owner, limit, "owner"), -1)
    return nothing


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


def _checked(text: str, found: Subject, modal: int) -> Subject:
    """Refuse a phrase that is no noun phrase; `modal` is where a modal that follows begins, -1 for none."""
    nothing = Subject(found.start, found.start, found.start, "")
    phrase = text[found.start : found.end]
    inner = _INNER.search(phrase)
    if inner and "的" not in phrase[inner.end() : -1]:
        return nothing
    if found.mark == "object" or found.mark == "agent":
        return found
    agent = _BY.search(phrase)
    if agent and not (phrase[:2] in ORDERS and "的" in phrase[agent.end() :]):
        if text.startswith(_MEMBERSHIP, found.rest):
            return nothing
        return Subject(found.start + agent.end(), found.end, found.rest, "agent")
    if found.mark == "subject" and _QUANTITY.match(text, found.rest):
        if "的" not in phrase:
            return nothing
        return _checked(text, Subject(found.start, found.start + phrase.rindex("的"), found.rest, "owner"), -1)
    if text.startswith("之间", found.rest) and phrase[:2] in ORDERS:
        return nothing
    if phrase.startswith(("不", "未", "没有", "无")) and found.end != modal and text[found.rest : found.rest + 1] not in "，,":
        return nothing
    return found if _is_noun(phrase, found, modal) else nothing


def _joined_compound(phrase: str) -> bool:
    """Say whether what stands before the last 、 is a list of two-character compounds (检测、检验机构)."""
    return all(part in NOUNLIKE or part in COMPOUND for part in phrase.split("、")[:-1])


def _is_noun(phrase: str, found: Subject, modal: int) -> bool:
    two = phrase[:2]
    if two in ORDERS and phrase[2:4] in ORDERS and phrase[2:4] not in COMPOUND and two not in ADJECTIVAL and "的" not in phrase:
        return False
    if two in ADJECTIVAL:
        return phrase[2:4] not in ORDERS or phrase[2:4] in NOUNLIKE or "的" in phrase
    if two in OPENERS and not phrase.startswith(RELATIVES):
        return False
    if two not in ORDERS and not phrase.startswith(("依法", "对", "将")):
        return True
    if phrase.startswith(RELATIVES) and ("的" in phrase[:-1] or found.end == modal):
        return True
    if two not in COMPOUND and two not in NOUNLIKE:
        return False
    if found.end == modal or found.mark == "owner":
        return True
    short = len(phrase) <= 16 and _joined_compound(phrase) and not phrase.startswith(DETERMINERS, 2)
    return short and two in COMPOUND and (not phrase.endswith(PERSONS) or phrase.endswith(("人", "者", "人员", "组长")))
