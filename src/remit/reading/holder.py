"""Holders: role phrases trimmed of faults and split where each member is a role by itself."""

from __future__ import annotations

import re
from functools import lru_cache

from remit.reading.affix import Openings
from remit.reading.role import ends_in_role, is_person, is_role_word
from remit.reading.role_words import BARE, DETERMINERS, LEVELS, SHARED
from remit.reading.sentence import FILL, mask
from remit.reading.sieve import sift
from remit.reading.verb_words import NOUNLIKE, ORDERS, RELATIVES

__all__ = ["is_anaphor", "is_role", "split_roles"]

_FAULT = re.compile(
    r"^(?:弄虚|恶意|拖欠|放行|污染|破坏|损毁|侵占|伪造|受到?[^，。的]{0,14}(?:处分|处罚|处理|追究|问责|通报|约谈)|被(?:调查|约谈|问责|追究|处罚|处分|通报|责令|撤销|吊销|查处)|骗取|串通|接到|收到|发现|离岗|变更|转岗|不|未|拒|违反|违法(?!行为(?:发生|所在)?地)|发生|因|造成|导致|瞒报|谎报"
    r"|失职|滥用|玩忽|逾期|擅自|应当?移[交送]|有(?:前款|前述|上述|下列|第|本|违|失|过错))"
    r"|^(?:具备|符合|满足)(?:下列|以下|前款|本)|^[^，。]*?(?:提出|表示|投|持)[^，。的]{0,12}(?:异议|反对|不同意|保留意见)[^，。的]*的|^[^，。]{0,12}(?:不合格|不达标|不称职|未达标|末位|落后|较差)的|(?:不力|失职|渎职|违法行为|违规行为|过错|不当|不到位|之一|(?<!负有)(?<!负)责任)的|^[^，。]*?(?:不力|滞后|失职"
    r"|渎职|违法(?!行为(?:发生|所在)?地)|违规|违纪|不当|不到位|过错|瞒报|谎报)[^，。的]*的"
)
_JOINT = re.compile(
    r"、|以及|或者(?!其[^他])|(?<![以普提顾涉])及(?!其|时|格|以)|和(?!谐|平|解|其[^他])|(?<!参)与(?!会"
    r"|者)|或(?!者|其[^他])"
)
_ANAPHOR = re.compile(
    r"^(?:其$|以上[^，。的、]{0,4}(?:单位|部门|机构|企业|人员)$|(?:该|上述|此类|这些|前款规定的?|前述|前项规定的?|前款)(?:单位|机构|部门|机关|人员|企业"
    r"|组织|个人|主体|情形)?$)"
)
_FRONT = re.compile(
    r"^(?:[\d一二三两]+名(?:以上|以下)?的?|其(?=[^他中余])|该|上述|前款规定的|凡是?|一切|对于?(?!方)|以及|及(?!其)|由|并|且|同时|要求|责令)"
)
_SHARED_HEAD = re.compile(r"等[^、和及或]")
_EXPLAINED = re.compile(r"[（(](?:含|以下|下同|包括|不含|简称|即|下称)[^（）()]*[）)]")
_HEAD_PERSON = re.compile(r"(?:主要|分管|有关|相关|正职)?负责人$")
_BY_PARTY = re.compile(r"(?:党委|党工委|党组织|党组|党支部|党总支)$")
_STATE = ("政府", "人民政府")
_BESIDE_PARTY = ("政府", "人民政府", "办事处", "管委会", "村（居）委会")  # 乡镇党委、政府: under one modifier
_BESIDE_LEGAL = (
    "非法人组织",
    "其他组织",
    "自然人",
    "个体工商户",
)  # 从事经营的法人和非法人组织: under one modifier
_TIERS = ("乡镇", "街道", "镇街", "社区", "村组", "市", "县", "区", "乡", "镇", "村")  # 乡镇、街道干部
_EACH_TIER = ("各市", "各县", "各区", "各乡", "各镇", "各州", "各省")  # 各市、县（区）人民政府
_GRADES = ("省级", "市级", "县级", "区级", "设区的市级")
_ALONE = ("省", "市", "州", "县", "区")
_ANSWERABLE = re.compile(  # a class, no fault: 负有事故责任的人员
    r"(?:对[^，。的]{1,14})?负有?[^，。的]{0,10}责任的(?:有关|相关|主管)?人员$"
)
_CHARGED_WITH = ("负有", "承担", "行使")
_LEVELLED = re.compile(
    r"(?:国务院|[^的]{0,16}(?:人民政府|政府))[^的]{2,}(?:部门|机构)$"
)  # of one level of government
_DOERS = ("人", "者")
_OWN = ("上级", "上一级", "本级", "有关", "相关", "各", "其")
_PLACED = re.compile(  # of the whole list that follows
    r"(?:同级|当地|属地)(?!.*或者其)|[^、的]{0,12}(?:所在地|发生地|事发地|住所地|登记地)的"
)
_BACK = re.compile(r"(?:等|之间|均|都|，)$")
_find_fault, _find_joint = sift(_FAULT), sift(_JOINT)
_DETERMINED = Openings(DETERMINERS)
_OWNED = Openings((*RELATIVES, *DETERMINERS))


_LISTED_BELOW = re.compile(r"(?:下列|以下)(?=[^情行条])")  # 下列企业: those that items name


def is_role(phrase: str) -> bool:
    """Say whether the phrase ends in a role word."""
    return ends_in_role(phrase)


def is_anaphor(phrase: str) -> bool:
    """Say whether the phrase stands for a holder named before (该单位, 前款规定的…, 其)."""
    return _ANAPHOR.match(phrase) is not None


@lru_cache(maxsize=4096)  # the same names come again and again in one text
def split_roles(phrase: str) -> tuple[str, ...]:
    """Return the roles a noun phrase names: one string where a modifier or a head is shared."""
    if "（" in phrase or "(" in phrase:
        phrase = _EXPLAINED.sub("", phrase)
    phrase = phrase.strip(' 　，、"')
    front = _FRONT.match(phrase) or _LISTED_BELOW.match(phrase)
    phrase = _BACK.sub("", phrase[front.end() :] if front else phrase)
    fault = None if _ANSWERABLE.match(phrase) else _find_fault(phrase)
    if fault:
        cut = phrase.find("的", fault.start())
        last = _last_relative(phrase, cut)
        if 0 <= last < len(phrase) - 1:
            phrase = phrase[last + 1 :]
    if not phrase:
        return ()
    return tuple(role for role in _grouped(phrase) if role)


def _last_relative(phrase: str, cut: int) -> int:
    """The 的 that closes a relative clause: the last one before the first role head after `cut`."""
    while cut >= 0:
        following = phrase.find("的", cut + 1)
        between = phrase[cut + 1 : following]
        if following < 0 or is_role(between):
            return cut
        cut = following
    return cut


def _grouped(phrase: str) -> list[str]:
    masked = mask(phrase)
    if phrase.startswith("任何") or not _find_joint(masked):
        return [phrase]
    groups: list[str] = []
    joints: list[str] = []
    for joint, unit in _units(phrase, masked):
        if groups and _closes_list(unit, joint):
            _join_back(groups, joints, joint, unit, stop="")
        elif groups and "的" in unit and _shares_modifier(groups[-1], unit):
            _join_back(groups, joints, joint, unit, stop="的")
        elif groups and (
            _shares_head(groups[-1], joint, unit)
            or _shares_modifier(groups[-1], unit)
            or (_PLACED.match(groups[-1]) and "或" not in joint and not unit.startswith(_OWN))
            or not _is_member(mask(unit).rstrip(FILL + "等"))
        ):
            groups[-1] += joint + unit
        else:
            groups.append(unit)
            joints.append(joint)
    return [group.removesuffix("等") for group in groups]


def _is_member(unit: str) -> bool:
    return is_role(unit) or unit in LEVELS


def _join_back(groups: list[str], joints: list[str], joint: str, unit: str, *, stop: str) -> None:
    """Join the unit to all groups before it, back to one that holds `stop`."""
    while len(groups) > 1 and joints[-1] != "以及" and not (stop and stop in groups[-2]):
        unit, joint = groups.pop() + joint + unit, joints.pop()
    groups[-1] += joint + unit


def _units(phrase: str, masked: str) -> list[tuple[str, str]]:
    """Members with the joint before each, a member that is no role by itself going with the next."""
    units = []
    at, before = 0, ""
    for joint in _JOINT.finditer(masked):
        member = masked[at : joint.start()].replace(FILL, "")
        alone = member in _ALONE and masked.startswith("各", joint.end())  # 市和各区
        if alone or member in LEVELS or (member and is_role(member)):
            units.append((before, phrase[at : joint.start()]))
            at, before = joint.end(), joint.group()
    units.append((before, phrase[at:]))
    return units


def _shares_head(before: str, joint: str, unit: str) -> bool:
    """Say whether 及 ties a body to the persons named after the next one (政府及有关部门负责人)."""
    if before in _GRADES and unit.startswith(_TIERS) and is_role(unit):
        return True
    if joint == "、" and before in _EACH_TIER and unit.startswith(_TIERS):
        return True
    if joint == "、" and before in _TIERS and unit.startswith(_TIERS) and is_person(unit):
        return True
    if not is_person(unit) or is_person(before) or "的" in before or "的" in unit:
        return False
    if joint == "及":
        return not unit.endswith("个人")
    return joint in ("、", "和") and unit.endswith("负责人") and is_role(_HEAD_PERSON.sub("", unit))


def _closes_list(unit: str, joint: str) -> bool:
    """Say whether the unit ends a list that 等 sums up (A、B和C等有关人员), rather than holding one of its own."""
    if not _SHARED_HEAD.search(unit):
        return False
    listed = unit[: unit.index("等")]
    return joint == "、" or (is_role(listed) and "、" not in listed)


def _shares_modifier(before: str, member: str) -> bool:
    """Say whether `member` goes on under a modifier that stands before the first role of `before`."""
    member = member.replace("设区的市", "设区市")
    party = _BY_PARTY.search(before)
    if member in _BESIDE_PARTY or (party and member.startswith(_STATE)):
        return party is not None and (len(member) > 4 or party.start() > 0)  # bare 党委、政府 are two
    if (
        _is_same_post(before, member)
        or (before.endswith("的法人") and member in _BESIDE_LEGAL)
        or (member.startswith(_CHARGED_WITH) and _LEVELLED.match(before))
    ):
        return True
    if "的" in member:
        owner = member[: member.rindex("的")]
        return (
            not ("、" in owner and owner.endswith("等"))
            and "的" not in before
            and not _OWNED.open(owner)
            and not _holds_verb(owner)
        )
    if _DETERMINED.open(member) or any(word in member for word in SHARED):
        return False
    if _names_by_act(member):
        return before.endswith(_DOERS) and ("、" in before or _is_modified(before))
    if len(member) > 2 and is_role_word(member) and not is_person(member):
        return False
    if member == "个人":
        return len(before) > 3 and before.endswith(("单位", "组织", "企业", "公司", "法人"))
    return _is_bare_beside(before, member)


def _is_bare_beside(before: str, member: str) -> bool:
    """Say whether a member says so little that the modifier of the one before it has to go on."""
    if "的" in before:
        owner = before[: before.rindex("的")]
        return member in BARE or is_role(owner) or not member.endswith("者")
    if before.startswith(SHARED):
        return member in BARE or member in ("政府部门", "团体", "企业")
    return member in BARE and not is_role_word(before) and (member != "企业" or before.endswith("单位"))


def _is_same_post(before: str, member: str) -> bool:
    """Say whether a member is a lesser post of the same name in the body that the one before names (主任、副主任)."""
    lesser = member.startswith(("副", "候补", "常务")) and len(member) < 6
    return lesser and member[-2:] == before[-2:] and len(before) > 3 and is_role(before[:-2])


def _names_by_act(member: str) -> bool:
    """Say whether a member says only what its persons do, not in which field (备案人, 受托生产企业)."""
    by_act = len(member) == 3 and member.endswith(_DOERS) and not is_role_word(member)
    return by_act or member.startswith(("受托", "受委托"))


def _is_modified(phrase: str) -> bool:
    """Say whether something stands before the word for persons at the end (医疗器械|注册人)."""
    if is_role_word(phrase):
        return False
    size = next((size for size in (6, 5, 4, 3, 2) if is_role_word(phrase[-size:])), 3)
    return size > 2 and len(phrase) - size > 1


def _holds_verb(phrase: str) -> bool:
    pairs = (phrase[at : at + 2] for at in range(len(phrase) - 1))
    return any(pair in ORDERS and pair not in NOUNLIKE for pair in pairs)
