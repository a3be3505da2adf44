"""Holders: role phrases trimmed of faults and split where each member is a role by itself."""

from __future__ import annotations

import re

from remit.reading.role_words import DETERMINERS, ENDINGS, PERSONS
from remit.reading.sentence import FILL, mask

__all__ = ["is_anaphor", "is_role", "split_roles"]

_FAULT = re.compile(
    r"^(?:不|未|拒|违反|违法|发生|因|造成|导致|瞒报|谎报|失职|滥用|玩忽|逾期|擅自|应当?移[交送]|有(?:前款|前述|上述|下列|第|本|违|失|过错)|经)"
    r"|(?:不力|失职|渎职|违法行为|违规行为|过错|不当|不到位|之一)的"
)
_JOINT = re.compile(r"、|以及|或者|(?<![以普提顾涉])及(?!其|时|格|以)|和(?!谐|平|解)|(?<!参)与(?!会|者)|或")
_ANAPHOR = re.compile(r"^(?:其$|该|上述|前款|前述|前项|本条|此类|这些)")
_FRONT = re.compile(r"^(?:其(?=[^他中余])|凡是?|一切|对于?|由|并|且|同时|要求|责令)")
_SHARED_HEAD = re.compile(r"等[^、和及或]")
_BACK = re.compile(r"等$|之间$|均$|都$|，$")


def is_role(phrase: str) -> bool:
    """Say whether the phrase ends in a role word."""
    return phrase.endswith(ENDINGS.get(phrase[-1:], ("\0",)))


def is_anaphor(phrase: str) -> bool:
    """Say whether the phrase stands for a holder named before (该单位, 前款规定的…, 其)."""
    return _ANAPHOR.match(phrase) is not None


def split_roles(phrase: str) -> tuple[str, ...]:
    """Return the roles a noun phrase names: one string where a modifier or a head is shared."""
    phrase = _BACK.sub("", _FRONT.sub("", phrase.strip(" 　，、")))
    fault = _FAULT.search(phrase)
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
    if phrase.startswith("任何") or not _JOINT.search(masked):
        return [phrase]
    groups: list[str] = []
    joints: list[str] = []
    for joint, unit in _units(phrase, masked):
        if groups and joint == "、" and _SHARED_HEAD.search(unit):
            while len(groups) > 1 and joints[-1] == "、":
                unit = groups.pop() + joint + unit
                joint = joints.pop()
            groups[-1] += joint + unit
        elif groups and (_shares_head(groups[-1], joint, unit) or _shares_modifier(groups[-1], unit) or not is_role(mask(unit).rstrip(FILL + "等"))):
            groups[-1] += joint + unit
        else:
            groups.append(unit)
            joints.append(joint)
    return [group.removesuffix("等") for group in groups]


def _units(phrase: str, masked: str) -> list[tuple[str, str]]:
    """Members with the joint before each, a member that is no role by itself going with the next."""
    units = []
    at, before = 0, ""
    for joint in _JOINT.finditer(masked):
        if is_role(masked[at : joint.start()].rstrip(FILL)):
            units.append((before, phrase[at : joint.start()]))
            at, before = joint.end(), joint.group()
    units.append((before, phrase[at:]))
    return units


def _shares_head(before: str, joint: str, unit: str) -> bool:
    """Say whether 及 ties a body to the persons named after the next one (政府及有关部门负责人)."""
    return joint == "及" and unit.endswith(PERSONS) and not unit.endswith("个人") and not before.endswith(PERSONS)


def _shares_modifier(before: str, member: str) -> bool:
    """Say whether `member` goes on under a modifier that stands before the first role of `before`."""
    if "的" in member or member.startswith(DETERMINERS):
        return False
    if "的" in before:
        return True
    return member == "工作人员" and before.endswith(PERSONS)
