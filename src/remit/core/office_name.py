"""Which office of one regulation is the counterpart of which in another: by what is left of its name without its level.

市教育局 is below what 教育行政部门 is above, *the district fire office* what *the fire authority* is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "OfficeName",
    "Offices",
    "correspond",
    "is_everybody",
    "is_national",
    "is_superior",
    "office_name",
    "offices",
]

_SHORTEST = 2  # characters that a name or an ending of one has to have to say anything
_LONGEST = 200  # characters of a name that are looked at
_ASIDE = re.compile(r"\([^()]*\)")
_LIST = re.compile(r"以及|或者|[、,;/]|及其|(?<!普)及|和(?!谐)|或|(?<!参)与(?!其)")
_ENGLISH_LIST = re.compile(r"\s*(?:,|;|/|\band\b|\bor\b)\s*")
_NATIONAL = re.compile(
    r"国务院|中央|全国|国家(?!安全)|(?:the )?(?:national|federal|central|secretary of state)\b"
)
_SUPERIOR = re.compile(r"上级|上一级|\bsuperior\b|\babove\b|\bnext higher\b")
_EVERYBODY = re.compile(
    r"任何|所有单位|全体|公民|(?:any|every) ?(?:person|body|one)\b|everyone|everybody|anyone"
)
_LEVEL = re.compile(
    r"国务院|中央|全国|国家(?!安全)|县级以上|设区的市级?|地市级|地级市|各级|各地|本级|同级|上一级|上级|下一级|下级"
    r"|本行政区域|本地区|本单位|本辖区|地方|有关|相关|所在地?|属地|主管的|前款规定以?外?的?"
    r"|[省市县区乡镇]级|自治区|直辖市|自治州|自治县|乡镇|省|市(?![场政民容])|县|区(?![域块])|州|盟|旗|乡|镇|街道(?=[^办])"
    r"|其(?![他余])|各|本|该"
)
_PLACE = re.compile(
    r"[^省市县]{1,6}?(?:特别行政区|自治区|自治州|自治县|省|(?<![城超都股上])市(?![场政民容])|县)"
)
_DEPARTMENT = re.compile(
    r"(?:行政主管部门|行政管理部门|监督管理部门|行政部门|主管部门|管理部门|职能部门|部门|行政机关|主管机关|机关|机构"
    r"|监督管理局|管理局|总局|分局|局|厅|委员会|委|总队|支队|大队)$"
)
_ENGLISH_LEVEL = frozenset(
    "the a an each every any all its their relevant competent appropriate responsible superior national federal "
    "central regional provincial state city municipal county district borough local town parish higher".split()
)
_ENGLISH_DEPARTMENT = re.compile(
    r" (?:department|office|bureau|authority|agency|directorate|service|committee)$"
)
_DEPUTIES = frozenset({"副", "deputy", "vice", "assistant"})
_KINDS = {"部门": _DEPARTMENT, "department": _ENGLISH_DEPARTMENT}  # what any of these may be called for short


@dataclass(frozen=True, slots=True)
class OfficeName:
    """What is left of a name without its level: `whole` forms of it, and every `ending` of these."""

    whole: frozenset[str]
    endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Offices:
    """All offices that a regime names, to be asked for the counterpart of one."""

    whole: frozenset[str]
    endings: frozenset[str]

    def have(self, name: str) -> bool:
        """Return whether one of them is the counterpart of an office."""
        one = office_name(name)
        return not (one.whole.isdisjoint(self.endings) and one.endings.isdisjoint(self.whole))


def offices(names: Iterable[str]) -> Offices:
    """Return the offices of these names."""
    found = [office_name(name) for name in names]
    return Offices(
        frozenset().union(*(one.whole for one in found)), frozenset().union(*(one.endings for one in found))
    )


def correspond(lower: str, upper: str) -> bool:
    """Return whether a lower office is the counterpart of an upper one.

    Their names without words of level are equal, or one ends in the other: 学校 and 中小学校, 部门 and 应急管理部门.
    The body above (上级) is the counterpart of whichever office is named, and whoever it may be (任何单位) of all.
    """
    if is_superior(upper) or is_superior(lower) or is_everybody(lower):
        return True
    one, other = office_name(lower), office_name(upper)
    return not (one.whole.isdisjoint(other.endings) and one.endings.isdisjoint(other.whole))


def is_national(names: Sequence[str]) -> bool:
    """Return whether these are bodies for the whole country, with departments that are not named: nobody below is."""
    national = [_NATIONAL.match(_plain(name)) is not None for name in names]
    return any(national) and all(
        one or _plain(name).startswith("其他") or office_name(name).whole <= _KINDS.keys()
        for one, name in zip(national, names, strict=True)
    )


def is_everybody(name: str) -> bool:
    """Return whether a name means whoever it may be."""
    return _EVERYBODY.match(_plain(name)) is not None


def is_superior(name: str) -> bool:
    """Return whether a name means the body above, whichever that is."""
    return _SUPERIOR.search(_plain(name)) is not None


@lru_cache(maxsize=10_000)
def office_name(name: str) -> OfficeName:
    """Return what is left of an office's name without its level; of several in one name, all of them."""
    plain = _ASIDE.sub("", _plain(name))[:_LONGEST]
    wholes: set[str] = set()
    endings: set[str] = set()
    for one in _english(plain) if plain.isascii() else _chinese(plain):
        wholes.add(one)
        endings |= _endings(one)
        endings |= {kind for kind, ending in _KINDS.items() if ending.search(one)}
    return OfficeName(frozenset(wholes), frozenset(endings))


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _chinese(name: str) -> Iterable[str]:
    squeezed = name.replace(" ", "")
    for part in (squeezed, *_LIST.split(squeezed)):
        left = _without_level(part.removesuffix("等").replace("的", "").replace("等部门", "部门"))
        core = _DEPARTMENT.sub("", left)
        yield from (one for one in {left, core} if len(one) >= _SHORTEST)


def _without_level(name: str) -> str:
    before = ""
    while name != before:
        before = name
        found = _LEVEL.match(name) or _PLACE.match(name)
        if found and len(name) - found.end() >= _SHORTEST:
            name = name[found.end() :]
    return name


def _english(name: str) -> Iterable[str]:
    for part in (name, *_ENGLISH_LIST.split(name)):
        words = [_singular(word) for word in part.split()]
        while words and words[0] in _ENGLISH_LEVEL:
            del words[0]
        left = " ".join(words)
        for one in (left, left.partition(" of ")[0]):
            yield from (form for form in {one, _ENGLISH_DEPARTMENT.sub("", one)} if len(form) >= _SHORTEST)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _endings(name: str) -> frozenset[str]:
    """Return every ending of a name; 副校长 does not end in 校长, nor *deputy head* in *head*."""
    if name.isascii():
        words = name.split()
        starts = (at for at in range(len(words)) if not at or words[at - 1] not in _DEPUTIES)
        return frozenset(" ".join(words[at:]) for at in starts)
    starts = (at for at in range(len(name) - _SHORTEST + 1) if not at or name[at - 1] not in _DEPUTIES)
    return frozenset(name[at:] for at in starts)
