"""Holders named in closing brackets and lines of plans: （…负责）, （…牵头，…配合）, 责任单位：…"""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.core.duty import Degree
from remit.reading.holder import is_role
from remit.reading.person_name import is_person_name, without_name
from remit.reading.role import is_person

__all__ = ["LABEL", "BracketRoles", "bracket_roles"]


class BracketRoles(NamedTuple):
    """One holder named in brackets, the degree the bracket gives it, and whether it holds for what follows too."""

    name: str
    degree: Degree | None
    onward: bool


_BRACKET = re.compile(
    r"[（(](?P<inside>[^（）()]*(?:负责|牵头|配合|落实|责任单位|责任部门|责任[科处股]室|责任领导|责任人[：:]|参与|分工|承办|主办"
    r"|协办|组织实施)[^（）()]*)[）)]"
)
_LINE = re.compile(
    r"(?P<what>责任单位|责任部门|责任[科处股]室|牵头单位|牵头部门|配合单位|配合部门|协办单位|主办单位"
    r"|承办单位|责任领导|分管领导|牵头领导|责任人|参与单位|落实单位)[：:](?P<who>[^。；;\n（）()]+)"
)
LABEL = re.compile(
    r"(?P<what>责任单位|责任部门|责任[科处股]室|牵头单位|牵头部门|配合单位|配合部门|协办单位|主办单位"
    r"|承办单位|责任领导|分管领导|牵头领导|责任人|参与单位|落实单位)[：:]"
)
_CLOSING = re.compile(r"(?<=[。；：])[（(](?P<inside>[^（）()。；：:\d]{2,120})[）)][。；]?\s*$")
# Brackets within a name (各县（市、区）政府) are held as other signs, with their commas, while lists are taken apart.
_LEVELS = re.compile(r"[（(][省市州盟区县旗乡镇街道村场团自治设的开发管委会、和及]{1,12}[）)]")
_HELD = str.maketrans("（）()、和及", "\ue001\ue002\ue003\ue004\ue005\ue006\ue007")
_FREED = str.maketrans("\ue001\ue002\ue003\ue004\ue005\ue006\ue007", "（）()、和及")
_OTHER_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]|[^：:]{0,8}\d{1,4}[年月日]")
_ORGAN = re.compile(r"(?:局|委|委员会|厅|办|部)$")
_ONWARD = re.compile(r"^以下[^，。]{0,12}(?:均|都|由)(?:需|须|由|需由)?(?P<who>[^，。]{2,20}?)(?:负责)?落实")
_EACH_LEVEL = re.compile(  # 各 holds for all of them
    r"各(?:有关|相关)?(?:区|县|市|州|盟|旗|乡镇|镇|街道|设区市)(?:[、和](?:县级市|区|县|市|州|盟|旗|乡镇|乡|镇|街道|功能区|开发区|园区))*"
)
_DONE = re.compile(
    r"(?:按照?|根据)?(?:各自)?(?:职责|职能|任务)?(?:分工)?(?:共同|分别|具体|组织|协同"
    r"|分头)?(?:牵头负责|负责落实|负责组织实施|负责配合|牵头|负责|配合|落实|参与|参加|承办|主办|协办"
    r"|组织实施|实施|协助|指导|督导|督促|监督|支持)+$"
)
_BY_SHARE = re.compile(r"(?:按照?|根据)(?:各自)?(?:职责|职能|任务)(?:分工)?$|等$|^由|^其中|^请")
_JOINT = re.compile(r"、|以及|和(?!谐)|及(?!其)|与")
_DEGREES = (
    ("牵头", Degree.LEAD),
    ("主办", Degree.LEAD),
    ("配合", Degree.SUPPORTING),
    ("协办", Degree.SUPPORTING),
    ("参与", Degree.SUPPORTING),
    ("协助", Degree.SUPPORTING),
)


def bracket_roles(raw: str) -> list[BracketRoles]:
    """Return the holders that closing brackets and lines of responsible units name in a clause, in order."""
    raw = _LEVELS.sub(_held, raw)
    found: list[BracketRoles] = []
    for bracket in _BRACKET.finditer(raw):
        degree: Degree | None = None
        for part in re.split(r"[，；,;。]", bracket["inside"]):
            degree = _read_part(part.strip(), degree, found)
    if not found:
        found = [BracketRoles(name, None, onward=False) for name in _bodies_only(raw)]
    for line in _LINE.finditer(raw):
        if raw[: line.start()].count("（") == raw[: line.start()].count("）"):
            _add(line["who"], _degree(line["what"]), found, onward=False)
    return _posts(found)


def _held(levels: re.Match[str]) -> str:
    return levels[0].translate(_HELD)


def _posts(found: list[BracketRoles]) -> list[BracketRoles]:
    """Posts answer: a name beside a post goes; where nothing but names is given, they are all there is to show."""
    told = [one._replace(name=without_name(one.name.translate(_FREED))) for one in found]
    return [one for one in told if not is_person_name(one.name)] or told


def _read_part(part: str, before: Degree | None, found: list[BracketRoles]) -> Degree | None:
    onward = _ONWARD.match(part)
    if onward:
        found[:] = [one for one in found if one.name != onward["who"]]
        _add(onward["who"], None, found, onward=True)
        return before
    label = LABEL.match(part)
    degree = before
    if label:
        degree, part = _degree(label["what"]), part[label.end() :]
    elif _OTHER_LABEL.match(part):
        return before
    done = _DONE.search(part)
    levels = _EACH_LEVEL.fullmatch(part)
    if not done and not label and (before is None or not (levels or is_role(part.removesuffix("等")))):
        return before
    if done:
        degree = _degree(done.group()) or (None if not label else degree)
        part = part[: done.start()]
    _add(part, degree, found, onward=False)
    return degree


def _add(phrase: str, degree: Degree | None, found: list[BracketRoles], *, onward: bool) -> None:
    phrase = _BY_SHARE.sub("", _BY_SHARE.sub("", phrase.strip()))
    names = [phrase] if _EACH_LEVEL.fullmatch(phrase) else _members(phrase)
    if len(names[-1]) > 16 and not is_role(names[-1].removesuffix("等")):
        return
    if "等" in phrase.removesuffix("等") and re.search(r"等(?:有关|相关)?(?:部门|单位)", phrase):
        names = [phrase] if not is_role(names[0]) else [*names[:-1], names[-1].split("等")[0]]
    for name in (each.removesuffix("等") for each in names):
        if 1 < len(name) <= 30 and all(one.name != name for one in found):
            found.append(BracketRoles(name, degree, onward))


def _members(phrase: str) -> list[str]:
    """Split a list of bodies; 和 and 与 stay inside one name where no body ends before them (市自然资源和规划局)."""
    names: list[str] = []
    at = 0
    for joint in _JOINT.finditer(phrase):
        listed = phrase.find("、", joint.end())
        after = phrase[joint.end() : listed if listed > 0 else len(phrase)].split("等", maxsplit=1)[0]
        inner = joint[0] in ("和", "与") and not is_role(phrase[at : joint.start()]) and _ORGAN.search(after)
        if not inner:
            names.append(phrase[at : joint.start()].strip())
            at = joint.end()
    return [*names, phrase[at:].strip()]


def _bodies_only(raw: str) -> list[str]:
    """The bodies that a closing bracket lists and nothing more: （市水务局、市财政局）."""
    listed = _CLOSING.search(raw)
    parts = re.split("，|会同", listed["inside"].removesuffix("等")) if listed else []
    names = [name for part in parts for name in _members(part)]
    told = all(2 < len(name) <= 20 and is_role(name) and not is_person(name) for name in names)
    return names if told else []


def _degree(words: str) -> Degree | None:
    return next((degree for word, degree in _DEGREES if word in words), None)
