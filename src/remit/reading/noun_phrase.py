"""Whether words before a Chinese predicate are one noun phrase that names somebody, or a verb with its object."""

from __future__ import annotations

import re

from remit.reading.affix import Openings
from remit.reading.role import is_person, is_role_word
from remit.reading.role_words import DETERMINERS
from remit.reading.verb_words import ADJECTIVAL, COMPOUND, NOUNLIKE, OPENERS, ORDERS, RELATIVES

__all__ = ["is_noun", "is_work"]

_PLAIN_BODIES = ("机关", "单位", "部门", "机构", "人员", "主体", "企业")
_SENDS = tuple("任免 赔偿 补偿 委派 派出 派遣 指派 组织 聘请 邀请 安排 通知 选派 抽调".split())
_FOUNDS = tuple("设立 成立 建立 组建 开办 变更 注销 解散 撤销".split())  # 设立公司应当: whoever does
_BUILDS = ("建设", "搭建", "构建", "打造", "新建", "改建", "扩建", "改造", "更换")
_BUILT = ("站", "平台", "中心", "所", "馆", "园", "院", "厂", "店", "库", "点")
_URGES = ("要求", "督促", "责令", "确保", "指导", "通知", "保证", "引导", "约谈", "敦促", "责成", "告知")
_LISTED = re.compile(r"[^，。的、]{2}、[^，。的]+等(?:有关|相关|主管|行政|监管|管理|职能)*(?:部门|单位|机构)")
_NAMED_BY_ACT = re.compile(r"(?!坚持)[\u4e00-\u9fff]{2}[人者](?:[、和与或及]|$)")  # 投保人, 承租人或者…
_SO_MANY = re.compile(r"\d+|一批|各类|若干")
_OVERSEES = ("监督", "指导")
_RELATIVE, _DETERMINED = Openings(RELATIVES), Openings(DETERMINERS)


def is_work(phrase: str) -> bool:
    """Say whether the phrase is a work to be done, no body: a verb of building and what is built (建设泵站)."""
    return phrase.startswith(_BUILDS) and phrase.endswith(_BUILT)


def _governs(phrase: str) -> bool:
    """Say whether a verb at the front governs the persons that follow (组织从事制水的人员) rather than naming them."""
    told = phrase.startswith("委托") or (phrase.startswith(_SENDS) and ("的" in phrase or is_person(phrase)))
    return told and phrase[2:] not in _PLAIN_BODIES


def _tells_acts(phrase: str) -> bool:
    """Say whether the phrase is work laid out, no body: 重点扶持一批…机构, 发展和规范…组织."""
    if phrase.startswith("重点") and phrase[2:4] in ORDERS:
        return "的" in phrase or _SO_MANY.search(phrase) is not None
    first, second = phrase[:2], phrase[3:5]
    joined = phrase[2:3] in ("和", "并") and (first in ORDERS or first == "发展")
    return joined and second in ORDERS and second not in NOUNLIKE


def _joined_compound(phrase: str) -> bool:
    """Say whether what stands before the last 、 is a list of two-character compounds (检测、检验机构)."""
    return all(part in NOUNLIKE or part in COMPOUND for part in phrase.split("、")[:-1])


def is_noun(phrase: str, *, modal: bool, owner: bool) -> bool:
    """Say whether the phrase is one noun phrase and not a verb with its object.

    `modal` says that a modal follows it, `owner` that it is the owner of a thing put first.
    """
    two, next_two = phrase[:2], phrase[2:4]
    relative = "的" in phrase[:-1]
    listed = (two in NOUNLIKE or two not in ORDERS) and _LISTED.fullmatch(phrase)
    told = relative and modal and two in ORDERS and phrase[0] not in "将把对由经为"
    if listed or told or _NAMED_BY_ACT.match(phrase) or (is_role_word(phrase) and phrase not in ORDERS):
        return True
    founds = modal and two in _FOUNDS and not relative and phrase[2:] not in _PLAIN_BODIES
    if founds or (not modal and (is_work(phrase) or _governs(phrase) or _tells_acts(phrase))):
        return False
    if two in ADJECTIVAL:
        return relative or next_two not in ORDERS or next_two in NOUNLIKE
    if (
        (two in ORDERS or two in ("综合", "灵活", "巧妙", "彻底", "全力", "稳步", "精准", "有序"))
        and next_two in ORDERS
        and next_two not in COMPOUND
        and not relative
    ):
        return False
    if _RELATIVE.open(phrase):
        if relative or modal:
            return True
    elif two in OPENERS and two != "持证":
        return False
    if phrase.startswith("研究生") or (two not in ORDERS and not phrase.startswith(("依法", "对", "将"))):
        return True
    return _is_compound(phrase, modal=modal, owner=owner)


def _is_compound(phrase: str, *, modal: bool, owner: bool) -> bool:
    """Say whether a verb at the front is part of a body's name (检验机构) rather than governing it."""
    two = phrase[:2]
    overseen = phrase.endswith(("方", "人", "者")) or (
        is_role_word(phrase[2:])
        and phrase[2:] not in _PLAIN_BODIES
        and not phrase.endswith(("师", "员", "家"))
    )
    if two in _OVERSEES and not modal and overseen:
        return False
    personal = is_person(phrase) and not phrase.endswith(("人", "者", "人员", "组长", "专家"))
    if two in NOUNLIKE and is_role_word(phrase[2:]) and (modal or not personal):
        return True
    if modal and phrase[2:] in _PLAIN_BODIES and two not in _URGES:
        return True
    if two not in COMPOUND and two not in NOUNLIKE:
        return False
    if modal or owner:
        return True
    if two not in COMPOUND or len(phrase) > 16 or not _joined_compound(phrase):
        return False
    return not personal and not _DETERMINED.open(phrase, phrase.rfind("、") + 3)
