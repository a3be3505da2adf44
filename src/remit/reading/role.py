"""Chinese role noun phrases: where one ends, and whether a predicate follows it."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.reading.affix import Endings
from remit.reading.role_words import ENDINGS, NOT_AFTER, NOT_BEFORE, PERSONS, PLACES
from remit.reading.sentence import FILL
from remit.reading.verb_words import COMPOUND, NOUN_TAILS, NOUNLIKE, OPENERS, ORDERS, SINGLE

__all__ = ["Ends", "ends_in_role", "is_ending", "is_person", "is_role_word", "opens_predicate", "role_end"]


class Ends(NamedTuple):
    """Where a role phrase ends, where its owner ends, its first and its last role word; -1 for what is not found."""

    stop: int
    owner: int
    first: int
    last: int


_LAST = re.compile("[" + "".join(ENDINGS) + "]")
_LINK = re.compile(r"以及|及其|或者|[、和及或与的等]|之间")
_DUTY_OF = re.compile(r"(?:负有|具有|承担|履行|行使)[^，。的]{2,30}(?:职责|职权|职能|责任|任务|权)的")
_DATED = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|上旬|中旬|下旬)?[底末]?(?:前|起)|\d{4}年底?前")
_DOERS = "人者员户"
_WORDS = frozenset(word for words in ENDINGS.values() for word in words)
_SHORT = frozenset(word for word in _WORDS if len(word) == 1)
_FULL = Endings(word for word in _WORDS if len(word) > 1)
_LONG = Endings(word for word in _WORDS if len(word) > 2)
_TAILS = frozenset(word[-2:] for word in _WORDS)
_LOOSE = _SHORT | frozenset(_DOERS)  # what may end a role whatever stands before it
_PERSONAL = Endings(PERSONS)
_ELSEWHERE = Endings(PLACES)
_PLACE_TAILS = frozenset(word[-2:] for word in PLACES)
_LINKING = frozenset("以及或、和与的等之")
_VERBS = OPENERS | ORDERS
_ONLY_VERBS = ORDERS - NOUNLIKE - COMPOUND
_ORGANISED = frozenset("实施 落实 开展 编制 制定 修订 召开 领导 协调 有关".split())
_BODY_NEXT = frozenset(
    ["", *"应须要可不有的、和或与及内中，。：；" + FILL]
)  # what follows 组织 where it is a body
_BANDED = (
    "党", "团", "社会", "行业", "经济", "群众", "各", "有关", "相关", "其他", "基层", "社区", "自治", "服务",
    "合作", "专业", "网络", "级", "本", "该", "中介", "第三方", "人", "业", "民间", "公益", "者", "、", "和", "或",
)  # fmt: skip
_SHARED_OUT = ("分别", "分管", "分工", "分头")
_DOING = frozenset(
    (NOUNLIKE | COMPOUND)
    - {"直接", "统一", "集中", "重点", "安全", "应急", "报告", "规定", "要求", "示范", "试点"}
) | frozenset(
    "用水 用电 用气 用热 取水 排水 乘用 乘坐 借用 租用 租住 占用 认养 陪护 就诊"
    " 投放 看护 照护 收购 种植 养殖 饲养 收养 放牧 捕捞 承揽 出资 收集 排放 举办 组织 参与 参加 提供"
    " 发布 就餐 探视 参观 来访 求助 停放 装修 驾驶 操作 护理 保管 配送 巡护 寄递".split()
)
_USED = re.compile(r"[\u4e00-\u9fff]{2}(?:(?:或者?|、|和)[\u4e00-\u9fff]{2})?的$")
_NOMINAL = frozenset(
    "实施 落实 执行 办理 受理 处理 提供 发布 收集 利用 牵头 配合 安排 承办 主办 协办 经办 决定 支付 保障"
    " 保护 履行 确定 制定 使用 购买 持证".split()
)
_COORDINATING = (
    "机",
    "小组",
    "组",
    "部",
    "人",
    "单位",
    "领导",
    "会",
    "工作",
    "员",
    "办",
    "能力",
    "中心",
    "的",
    "和",
    "、",
)
_BODIES = ("组织", "机构", "机关", "单位", "部门", "中心", "协会", "委员会", "队伍", "站", "所")
_PARTICIPLES = ("形成", "获得", "获取", "取得", "拥有")  # what a project has brought about: 项目所形成的
_LONGEST_REST = 6
_OBJECTS = (
    "本", "全", "其", "各", "所", "该", "有关", "相关", "下级", "下一级", "辖区", "一切", "下列", "以下", "并", "属地",
)  # fmt: skip
_NOUNS_AFTER = (
    "负责人", "责任人", "主管人", "管理人", "控制人", "代表人", "经办人", "承办人", "联系人", "组织部", "组织人",
    "持证人", "指导教", "指导老", "指导员",
)  # fmt: skip


def opens_predicate(text: str, at: int) -> bool:
    """Say whether a predicate opens at this offset: a modal, an adverb, a day, a preposition or a verb."""
    two = text[at : at + 2]
    if two in NOUNLIKE:
        return _is_verb(text, at, two)
    if two in _VERBS:
        noun = two in _NOMINAL and text.startswith(NOUN_TAILS, at + 2)
        return text[at : at + 3] not in _NOUNS_AFTER and not noun
    if two[:1].isdecimal():
        return _DATED.match(text, at) is not None
    return two[:1] in SINGLE and (len(two) == 1 or two[1] not in SINGLE[two[0]])


def _is_verb(text: str, at: int, two: str) -> bool:
    """Say whether a word that as often names a thing is a verb here: after a person, or before an object."""
    if two == "安全":
        return False
    if two != "代表" and text[at - 1] == "者" and not text.startswith(NOUN_TAILS, at + 2):
        return True
    if two in ("直接", "统一", "集中", "重点") and text[at + 2 : at + 4] in ORDERS:
        return True
    if two == "负责":
        return text[at + 2 : at + 3] != "人"
    if two == "协调" and not text.startswith(_COORDINATING, at + 2):
        return True
    return two != "授权" and text.startswith(_OBJECTS, at + 2)


def is_ending(text: str, start: int, at: int) -> bool:
    """Say whether a role word ends at this offset, and no longer one overlaps it."""
    last, tail = text[at - 1], text[at - 2 : at]
    if not (
        (tail in _WORDS and at - 2 >= start)
        or (last in _SHORT and at - start > 1)
        or (tail in _TAILS and _FULL.end(text, start, at))
        or (last in _DOERS and _is_doer(text, start, at))
    ) or (tail in _PLACE_TAILS and _ELSEWHERE.end(text, start, at)):
        return False
    if tail == "组织" and _organises(text, start, at):
        return False
    if _is_cut_short(text, start, at):
        return False
    if tail == "物业" and text[at : at + 2] in ("服务", "管理", "企业", "公司"):
        return False
    if last == "主" and text.startswith("动", at) and text[at + 1 : at + 2] not in ("用", "员"):
        return False
    if at < len(text) and text[at] in NOT_AFTER.get(last, "") and not text.startswith(_SHARED_OUT, at):
        return False
    refused = last in NOT_BEFORE and tail[:-1] in NOT_BEFORE[last]
    return not refused or tail == "干部" or _LONG.end(text, start, at) or _is_doer(text, start, at)


def _is_cut_short(text: str, start: int, at: int) -> bool:
    """Say whether what ends at this offset is the front of another word: 兽医处|方, 项目所|形成的, 动员工|作."""
    last, after = text[at - 1], text[at : at + 2]
    if last == "员":
        return after == "密集" and text.endswith("人员", start, at)
    if last == "工":
        return after[:1] == "作" and text.endswith("动员工", start, at)
    if last == "所":
        return after in _PARTICIPLES and not _LONG.end(text, start, at)
    return (last == "处" and after[:1] == "方" and after[1:] not in "可能才") or (
        last == "场" and after[:1] == "所" and after[1:] not in "在属有"
    )


def _organises(text: str, start: int, at: int) -> bool:
    """Say whether 组织, which ends at this offset, is the verb: what it organises follows it."""
    if text[at : at + 2] in _ORGANISED and not text.endswith(_BANDED, start, at - 2):
        return True
    opens = at - 2 == start or text[at - 3] in "及并"
    return opens and text[at : at + 1] not in _BODY_NEXT


def _is_doer(text: str, start: int, at: int) -> bool:
    """Say whether the word names persons by what they do: a verb and 人, 者, 员 or 户 (看护人, 投放者, 种植户)."""
    return at - 3 >= start and text[at - 3 : at - 1] in _DOING


def is_person(phrase: str) -> bool:
    """Say whether the phrase ends in a word for a person."""
    return _PERSONAL.end(phrase, 0, len(phrase))


def role_end(text: str, start: int, end: int, *, firm: bool = False) -> Ends:
    """Find where the role phrase beginning at `start` ends: at a role word that a predicate follows.

    `firm` says that a modal stands at `end`: what ends in a role there is a name to the last (儿童|保护组织).
    """
    owner = first = last = -1
    for found in _LAST.finditer(text, start, end):
        at = found.end()
        if text[at - 2 : at] not in _TAILS and text[at - 1] not in _LOOSE:
            continue
        if not is_ending(text, start, at) or _goes_on(text, start, at, end):
            continue
        if owner > 0 and is_role_word(text[owner:at]):
            owner = at
        last = at
        after = at
        while after < end and text[after] == FILL:
            after += 1
        if after >= end:
            return Ends(at, owner, first, at)
        linked = _LINK.match(text, after, end) if text[after] in _LINKING else None
        link = linked.group() if linked else ""
        if _ends_here(text, after, end, link) and not (firm and _is_named_on(text, start, after, end)):
            return Ends(at, owner, first, at)
        if link == "的" and owner > 0 and "及其" in text[owner:at]:
            owner = at
        if first < 0 and not link:
            first = at
        if owner < 0 and (not link or link == "的") and not _PERSONAL.end(text, start, at):
            owner = at
    return Ends(-1, owner, first, last)


def _ends_here(text: str, after: int, end: int, link: str) -> bool:
    """Say whether the phrase before `after` ends there: a predicate follows, not a relative clause."""
    if link in ("等", "之间"):
        close = after + len(link)
        return close >= end or opens_predicate(text, close)
    if link and (link != "与" or (end < len(text) and is_ending(text, after + 1, end))):
        return False
    two = text[after : after + 2]
    if two in NOUNLIKE and _USED.match(text, after, end):
        return True
    if two == "组织" and opens_predicate(text, after) and text[after + 2 : after + 4] not in ORDERS:
        return not opens_predicate(text, after + 2)
    clause = _DUTY_OF.match(text, after, end)
    if not opens_predicate(text, after) or (clause and _later_ending(text, clause.end(), end)):
        return False
    if two in ORDERS and end < len(text):
        de = text.find("的", after, end)
        acts = de < 0 or any(text[i : i + 2] in _ONLY_VERBS for i in range(de + 1, end - 1))
        return acts or not (de - after <= 14 and is_ending(text, de, end) and text[end] not in "。；：")
    return True


def _is_named_on(text: str, start: int, after: int, end: int) -> bool:
    """Say whether what follows a role is no predicate but the rest of a body's name, right before a modal."""
    joined = text[after : after + 2] in ORDERS and end - after <= _LONGEST_REST
    return joined and text[after + 2 : end] in _BODIES and is_ending(text, start, end)


def _later_ending(text: str, start: int, end: int) -> bool:
    return any(is_ending(text, start, found.end()) for found in _LAST.finditer(text, start, end))


def is_role_word(word: str) -> bool:
    """Say whether the word is a role word and nothing more."""
    return word in _WORDS


def ends_in_role(phrase: str) -> bool:
    """Say whether the phrase ends in a role word, whatever stands before it."""
    end = len(phrase)
    if phrase[-1:] == "室" and _ELSEWHERE.end(phrase, 0, end):
        return False
    return phrase[-1:] in _SHORT or _FULL.end(phrase, 0, end)


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Say whether a longer role word overlaps the end of this one (法人|员, 委员|会, 代表|大会)."""
    if text.startswith("主动", at) and text[at + 2 : at + 3] not in ("用", "员"):
        return False
    return (at < end and _FULL.end(text, start, at + 1)) or (at + 1 < end and _LONG.end(text, start, at + 2))
