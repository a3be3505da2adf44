"""References as Chinese regulations print them: 本办法第八条, 前款第（一）、（四）项, 第三款至第五款, 附件1."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["find_chinese"]

_N = r"(?:[一二三四五六七八九十百零〇]{1,9}|\d{1,3}|[（(][一二三四五六七八九十百]{1,4}[)）]|[（(]\d{1,3}[)）])"
_AND = r"(?:、|，|,|和|及|以及|或|或者|与)"
_TO = r"(?:至|到|[-—－~～]{1,2})"
_UNITS = "编章节条款项目"
_ATOM = re.compile(
    rf"(?P<pointer>(?:前[一二两三四五]?|上一?|本)(?P<kind>[条款项])(?!件))"
    rf"|第\s?(?P<list>{_N}(?:\s?(?:{_AND}|{_TO})\s?{_N})*)\s?(?P<unit>[{_UNITS}])(?P<inserted>之[一二三四五六七八九十]{{1,2}})?(?![级课目类])"
)
_ITEM = re.compile(rf"(?P<join>{_AND}|{_TO})?\s?(?P<number>{_N})")
_AND_ONLY = re.compile(rf"\s?{_AND}\s?")
_TO_ONLY = re.compile(rf"\s?{_TO}\s?")
_OWN = re.compile(r"(?<![基根日])本(?!级|市|省|县|区|单位)[\u4e00-\u9fff]{0,6}$")
_OTHER = re.compile(
    r"(?:》|法|法典|条例|办法|规定|细则|规则|决定|章程|解释|通则|准则|通知|意见|公约|协定|议定书|令|方案|标准)"
    r"(?:[（(][^（）()]{0,40}[)）])?(?:中|的)?\s?$"
)
_LAW = re.compile(r"[\u4e00-\u9fff]{0,8}(?:法|条例|办法|规定|细则|规则|决定|章程|方案|标准|意见|通知)(?:中|的)?\s?$")
_ANNEX = re.compile(
    rf"(?P<name>附[件录表图])\s?(?P<list>(?:{_N}|[A-Z])(?:\s?{_TO}\s?(?:附[件表])?{_N})?(?:\s?(?:{_AND})\s?\d{{1,2}}(?![\d年月日个名%])(?:\s?{_TO}\s?\d{{1,2}})?)*)"
    rf"|(?:(?<=见)|(?<=[（(])|(?<=本办法)|(?<=本规定)|(?<=按照)|(?<=依照))(?P<bare>附[件表])(?=[^\d一-十]|$)"
    rf"|(?:(?<=见)|(?<=[（(、])|(?<=按)|(?<=照)|(?<=在)|(?<=本))(?P<table>表\s?[A-Z]?\d{{1,2}}(?:[-—.]\d{{1,2}})*)"
)
_ANNEX_PART = re.compile(rf"(?:{_N}|[A-Z])(?:\s?{_TO}\s?(?:附[件表])?{_N})?")
_RANK = {unit: rank for rank, unit in enumerate(_UNITS)}

Component = tuple[int, str]  # rank of the unit, printed words


def find_chinese(words: str) -> list[tuple[int, str]]:
    """Return offset and words of each reference, in order; expanded and with their prefixes."""
    found = list(_find_provisions(words)) if "条" in words or "款" in words or "项" in words or "章" in words or "节" in words else []
    if "附" in words or "表" in words:
        found.extend(_find_annexes(words))
        found.sort()
    return found


def _find_provisions(words: str) -> Iterator[tuple[int, str]]:
    chain: list[Component] = []  # the citation so far, from its highest unit
    foreign = False
    end = -1
    for atom in _ATOM.finditer(words):
        between = words[end : atom.start()] if end >= 0 else ""
        members = _members(atom)
        rank = members[0][0]
        if end >= 0 and not between.strip() and chain and rank > chain[-1][0]:
            prefix, yielded = chain, True
        elif end >= 0 and _AND_ONLY.fullmatch(between) and chain and atom["pointer"] is None:
            prefix, yielded = [part for part in chain if part[0] < rank], False
        elif end >= 0 and _TO_ONLY.fullmatch(between) and chain and pending is not None:
            pending = (pending[0], pending[1] + between.strip() + members[0][1])
            end = atom.end()
            continue
        else:
            prefix, yielded = [], False
            foreign = atom["pointer"] is None and _is_foreign(words[max(0, atom.start() - 60) : atom.start()])
        if not yielded and end >= 0 and pending is not None:
            yield pending
        pending = None
        for member in members[:-1]:
            if not foreign:
                yield atom.start(), _written([*prefix, member])
        chain = [*prefix, members[-1]]
        end = atom.end()
        if not foreign and not _is_self(chain):
            pending = (atom.start(), _written(chain))
    if end >= 0 and pending is not None:
        yield pending


def _members(atom: re.Match[str]) -> list[Component]:
    """Return the provisions that one 第…条 names: several for 第一、三项, one for a range."""
    if atom["pointer"]:
        return [(_RANK[atom["kind"]], atom["pointer"])]
    unit, members, printed = atom["unit"], [], ""
    for item in _ITEM.finditer(atom["list"]):
        join = item["join"]
        if join and _TO_ONLY.fullmatch(join):
            printed += join + item["number"]
            continue
        if printed:
            members.append((_RANK[unit], f"第{printed}{unit}"))
        printed = item["number"]
    members.append((_RANK[unit], f"第{printed}{unit}{atom['inserted'] or ''}"))
    return members


def _written(chain: list[Component]) -> str:
    return "".join(printed for _, printed in chain)


def _is_self(chain: list[Component]) -> bool:
    """本条, 本款 by themselves name the clause that speaks."""
    return len(chain) == 1 and chain[0][1].startswith("本")


def _is_foreign(before: str) -> bool:
    """Say whether the words before a number name another instrument than this one."""
    if not _OTHER.search(before):
        return False
    name = _LAW.search(before)
    if name is None:
        return True
    stem = name[0].rstrip("的中 ")
    return not any(stem[at] == "本" and _OWN.match(stem[at:]) and (at == 0 or stem[at - 1] not in "基根日") for at in range(len(stem)))


def _find_annexes(words: str) -> Iterator[tuple[int, str]]:
    for found in _ANNEX.finditer(words):
        if words[max(0, found.start() - 3) : found.start()].rstrip().endswith("》"):
            continue
        if found["list"]:
            for part in _ANNEX_PART.finditer(found["list"]):
                yield found.start() + part.start(), found["name"] + part[0]
        else:
            yield found.start(), found["bare"] or found["table"]
