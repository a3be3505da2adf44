"""References as Chinese regulations print them: 本办法第八条, 前款第（一）、（四）项, 第三款至第五款, 附件1."""

from __future__ import annotations

import re
from dataclasses import dataclass

from remit.reading.sieve import make_sieve

__all__ = ["find_chinese"]

_NUMBER = (
    r"(?:[一二三四五六七八九十百千零〇]{1,9}|\d{1,4}"
    r"|[（(][一二三四五六七八九十百]{1,4}[)）]|[（(]\d{1,3}[)）])"
)
_AND = r"(?:、|，|,|和|及|以及|或|或者|与)"
_TO = r"(?:至|到|[-—－~～]{1,2})"
_LIST = rf"{_NUMBER}(?:\s?(?:{_AND}|{_TO})\s?{_NUMBER})*"
_UNITS = "编章节条款项目"
_RANK = {unit: rank for rank, unit in enumerate(_UNITS)}
_PROVISION = re.compile(
    r"(?P<pointer>(?<!以)(?:前[一二两三四五]?|上一?|本)(?P<kind>[条款项])(?![例件目项]))"
    rf"|第\s?(?P<list>{_LIST})\s?(?P<unit>[{_UNITS}])(?P<inserted>之[一二三四五六七八九十]{{1,2}})?(?![级课目类])"
)
_may_cite = make_sieve(_PROVISION).search
_MEMBER = re.compile(rf"(?P<join>{_AND}|{_TO})?\s?(?P<number>{_NUMBER})")
_INTO = ("", "规定的")  # between a provision and its part (前款规定的第一项)
_JOINED = re.compile(rf"\s?{_AND}\s?")
_RANGED = re.compile(rf"\s?{_TO}\s?")
_TITLE = re.compile(r"》(?:[（(][^（）()]{0,40}[)）])?(?:中|的)?\s?$")
_INSTRUMENT = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:法|条例|办法|规定|细则|规则|决定|章程|方案|标准|意见|通知|解释|准则|公约|协定|令)(?:中|的)?\s?$"
)
_OWN = re.compile(r"(?:^|[^基根日])本(?![级市省县区院])[\u4e00-\u9fff]{1,8}$")
_ANNEX = re.compile(
    rf"(?<!》)(?P<name>附[件录表图])\s?(?P<list>(?:{_NUMBER}|[A-Z])(?:\s?{_TO}\s?(?:附[件表])?{_NUMBER})?"
    rf"(?:\s?{_AND}\s?\d{{1,2}}(?![\d年月日个名项次%])(?:\s?{_TO}\s?\d{{1,2}})?)*)"
    r"|(?:(?<=见)|(?<=[（(])|(?<=本办法)|(?<=本规定)|(?<=按照)|(?<=依照))(?P<bare>附[件表])(?![\d一-十])"
    r"|(?:(?<=见)|(?<=[（(、])|(?<=按)|(?<=照)|(?<=在)|(?<=本))(?P<table>表\s?[A-Z]?\d{1,2}(?:[-—.]\d{1,2})*)"
)
_ANNEX_MEMBER = re.compile(rf"(?:{_NUMBER}|[A-Z])(?:\s?{_TO}\s?(?:附[件表])?{_NUMBER})?")


@dataclass(slots=True)
class _Citation:
    """A provision named: the ranks of its units, highest first, with their printed words."""

    start: int
    units: list[tuple[int, str]]
    foreign: bool

    def written(self) -> str:
        """Return the provision's name; "" for one of another instrument, and for the speaking 条 or 款 itself."""
        itself = len(self.units) == 1 and self.units[0][1].startswith("本")
        return "" if self.foreign or itself else "".join(printed for _, printed in self.units)


def find_chinese(words: str) -> list[tuple[int, str]]:
    """Return offset and words of each reference, in order, expanded and with their prefixes."""
    found: list[tuple[int, str]] = []
    if _may_cite(words):
        found += [(one.start, name) for one in _find_provisions(words) if (name := one.written())]
    if "附" in words or "表" in words:
        found += _find_annexes(words)
        found.sort(key=lambda reference: reference[0])
    return found


def _find_provisions(words: str) -> list[_Citation]:
    found: list[_Citation] = []
    end = 0
    for match in _PROVISION.finditer(words):
        between, members = words[end : match.start()], _members(match)
        rank, last = members[0][0], found[-1] if found else None
        if last and between.strip() in _INTO and rank > last.units[-1][0]:
            above, last.units = last.units, [*last.units, members[0]]
            found += [_Citation(match.start(), [*above, member], last.foreign) for member in members[1:]]
        elif last and not match["pointer"] and _JOINED.fullmatch(between):
            above = [unit for unit in last.units if unit[0] < rank]
            found += [_Citation(match.start(), [*above, member], last.foreign) for member in members]
        elif last and _RANGED.fullmatch(between):
            last.units[-1] = (last.units[-1][0], last.units[-1][1] + between.strip() + members[0][1])
        else:
            foreign = not match["pointer"] and _is_foreign(words[max(0, match.start() - 60) : match.start()])
            found += [_Citation(match.start(), [member], foreign) for member in members]
        end = match.end()
    return found


def _members(match: re.Match[str]) -> list[tuple[int, str]]:
    """Return the units that one 第…条 names: several for 第一、三项, one for a range."""
    if match["pointer"]:
        return [(_RANK[match["kind"]], match["pointer"])]
    unit, numbers = match["unit"], [""]
    for member in _MEMBER.finditer(match["list"]):
        if member["join"] and _RANGED.fullmatch(member["join"]):
            numbers[-1] += member["join"] + member["number"]
        else:
            numbers.append(member["number"])
    printed = [f"第{number}{unit}" for number in numbers[1:]]
    printed[-1] += match["inserted"] or ""
    return [(_RANK[unit], name) for name in printed]


def _is_foreign(before: str) -> bool:
    """Say whether the words before a provision's number name another instrument than this one."""
    if _TITLE.search(before):
        return True
    name = _INSTRUMENT.search(before)
    return name is not None and not _OWN.search(name[0].rstrip("的中 "))


def _find_annexes(words: str) -> list[tuple[int, str]]:
    found = []
    for match in _ANNEX.finditer(words):
        if match["list"]:
            members = _ANNEX_MEMBER.finditer(match["list"])
            found += [(match.start() + member.start(), match["name"] + member[0]) for member in members]
        else:
            found.append((match.start(), match["bare"] or match["table"]))
    return found
