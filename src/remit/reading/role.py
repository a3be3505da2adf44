"""Chinese role noun phrases: where one ends, and whether a predicate follows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.reading.role_words import ENDINGS, NOT_AFTER, NOT_BEFORE, PERSONS, PLACES
from remit.reading.sentence import FILL
from remit.reading.verb_words import COMPOUND, NOUN_TAILS, NOUNLIKE, OPENERS, ORDERS, SINGLE

__all__ = ["Ends", "is_ending", "is_role_word", "opens_predicate", "role_end"]


class Ends(NamedTuple):
    """Where a role phrase ends, where its owner ends, its first and its last role word; -1 for what is not found."""

    stop: int
    owner: int
    first: int
    last: int


_LAST = re.compile("[" + "".join(ENDINGS) + "]")
_LINK = re.compile(r"以及|及其|或者|[、和及或与的等]|之间")
_DUTY_OF = re.compile(r"(?:负有|具有|承担|履行|行使)[^，。的]{2,30}(?:职责|职权|职能|责任|任务|权)的")
_LONGER = {last: tuple(word for word in words if len(word) > 2) for last, words in ENDINGS.items()}
_SHARED_OUT = ("分别", "分管", "分工", "分头")
_DOING = frozenset(
    (NOUNLIKE | COMPOUND)
    - {"直接", "统一", "集中", "重点", "安全", "应急", "报告", "规定", "要求", "示范", "试点"}
) | frozenset(
    "投放 看护 照护 收购 种植 养殖 饲养 收养 放牧 捕捞 承揽 出资 收集 排放 举办 组织 参与 参加 提供"
    " 发布 驾驶 操作 护理 保管 配送 巡护 寄递".split()
)
_USED = re.compile(r"[\u4e00-\u9fff]{2}(?:(?:或者?|、|和)[\u4e00-\u9fff]{2})?的$")
_NOMINAL = frozenset(
    "实施 落实 执行 办理 受理 处理 提供 发布 收集 利用 牵头 配合 安排 承办 主办 协办 经办 决定 支付 保障"
    " 保护 履行 确定 制定 使用 购买".split()
)
_OBJECTS = (
    "本", "全", "其", "各", "所", "该", "有关", "相关", "下级", "下一级", "辖区", "一切", "下列", "以下", "并", "属地",
)  # fmt: skip
_NOUNS_AFTER = (
    "负责人", "责任人", "主管人", "管理人", "控制人", "代表人", "经办人", "承办人", "联系人", "组织部", "组织人",
)  # fmt: skip


def opens_predicate(text: str, at: int) -> bool:
    """Say whether a predicate opens at this offset: a modal, an adverb, a preposition or a verb."""
    two = text[at : at + 2]
    if two in NOUNLIKE:
        return _is_verb(text, at, two)
    if two in OPENERS or two in ORDERS:
        noun = two in _NOMINAL and text.startswith(NOUN_TAILS, at + 2)
        return text[at : at + 3] not in _NOUNS_AFTER and not noun
    return two[:1] in SINGLE and (len(two) == 1 or two[1] not in SINGLE[two[0]])


def _is_verb(text: str, at: int, two: str) -> bool:
    """Say whether a word that as often names a thing is a verb here: after a person, or before an object."""
    if text[at - 1] == "者" and not text.startswith(NOUN_TAILS, at + 2):
        return True
    if two in ("直接", "统一", "集中", "重点") and text[at + 2 : at + 4] in ORDERS:
        return True
    if two == "负责":
        return text[at + 2 : at + 3] != "人"
    return two != "授权" and text.startswith(_OBJECTS, at + 2)


def is_ending(text: str, start: int, at: int) -> bool:
    """Say whether a role word ends at this offset, and no longer one overlaps it."""
    last = text[at - 1]
    if last not in ENDINGS or text.endswith(PLACES, start, at):
        return False
    if not text.endswith(ENDINGS[last], start, at) and not _is_doer(text, start, at):
        return False
    if text[at : at + 1] and text[at] in NOT_AFTER.get(last, "") and not text.startswith(_SHARED_OUT, at):
        return False
    refused = last in NOT_BEFORE and text[at - 2 : at - 1] in NOT_BEFORE[last]
    return not refused or text.endswith(_LONGER[last], start, at)


def _is_doer(text: str, start: int, at: int) -> bool:
    """Say whether the word names persons by what they do: a verb and 人, 者, 员 or 户 (看护人, 投放者, 种植户)."""
    return text[at - 1] in "人者员户" and at - 3 >= start and text[at - 3 : at - 1] in _DOING


def role_end(text: str, start: int, end: int) -> Ends:
    """Find where the role phrase beginning at `start` ends: at a role word that a predicate follows."""
    owner = first = last = -1
    for found in _LAST.finditer(text, start, end):
        at = found.end()
        if not is_ending(text, start, at) or _goes_on(text, start, at, end):
            continue
        if owner > 0 and is_role_word(text[owner:at]):
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
    if link is not None and (link.group() != "与" or (end < len(text) and is_ending(text, after + 1, end))):
        return False
    if _USED.match(text, after, end) and text[after : after + 2] in NOUNLIKE:
        return True
    if not opens_predicate(text, after):
        return False
    if text.startswith("组织", after) and text[after + 2 : after + 4] not in ORDERS:
        return not opens_predicate(text, after + 2)
    clause = _DUTY_OF.match(text, after, end)
    if clause and _later_ending(text, clause.end(), end):
        return False
    if text[after : after + 2] in ORDERS and end < len(text):
        de = text.find("的", after, end)
        return not (0 < de - after <= 14 and is_ending(text, de, end) and text[end] not in "。；")
    return True


def _later_ending(text: str, start: int, end: int) -> bool:
    return any(is_ending(text, start, found.end()) for found in _LAST.finditer(text, start, end))


def is_role_word(word: str) -> bool:
    """Say whether the word is a role word and nothing more."""
    return bool(word) and word in ENDINGS.get(word[-1], ())


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a longer role word overlaps the end of this one (法人|员, 委员|会, 代表|大会)."""
    for more in (1, 2):
        stop = at + more
        words = ENDINGS.get(text[stop - 1], ()) if stop <= end else ()
        if (
            words
            and text.endswith(words, start, stop)
            and any(len(word) > more and text.endswith(word, start, stop) for word in words)
        ):
            return True
    return False
