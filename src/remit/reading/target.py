"""The clauses that a reference leads to, within the same text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from remit.core.clause import Outline
from remit.reading.numeral import parse_numeral

__all__ = ["Targets"]

_UNIT = re.compile(
    r"第?(\(?[一二三四五六七八九十百千零〇\d]+\)?)([编章节条款项])(?:之([一二三四五六七八九十]+))?"
)
_PIECE = re.compile(r"第(.+?)([条款])(?:之(.+))?")
_ITEM = re.compile(r"\(?([一二三四五六七八九十百]+|\d+)[).、]?")
_POINTER = re.compile(r"(前|上一?|本)([一二两三四五]?)([条款项])")
_RANGE = re.compile(r"至|到|[-—－~～]")
_PATH = re.compile(r"\([A-Za-z0-9]{1,5}\)")
_PATH_RANGE = re.compile(r"\s?[-–—]|\s(?:to|through)\s")
_NAMED = re.compile(r"(§|[A-Za-z-]+)\s?([^\s(]*)")
_NAMED_ONLY = re.compile(r"paragraph\s\d+[A-Z]?")  # may be one of a schedule or of another instrument
_RELATIVE = {
    "paragraph",
    "subparagraph",
    "sub-paragraph",
    "subsection",
    "point",
    "clause",
    "item",
    "subdivision",
}
_NUMBERED = {"section", "article", "regulation", "rule"}
_RANKS = {"附": 0, "条": 1, "款": 2, "项": 3, "目": 4}

Unit = tuple[str, int, int]  # kind, number, inserted number; an annex has its name for its kind
Key = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Targets:
    """What the clauses of an outline can be cited by: made with `of`, asked with `find`."""

    keys: tuple[Key, ...]
    plain: tuple[tuple[str, ...], ...]  # references without 款
    bare: tuple[tuple[str, ...], ...]  # the same without brackets and stops: 1. and (1) are cited alike
    articles: tuple[Key, ...]
    positions: dict[Key, list[int]]

    @classmethod
    def of(cls, outline: Outline) -> Targets:
        """Return the targets of an outline."""
        keys = tuple(_key(clause.ref) for clause in outline.clauses)
        positions: dict[Key, list[int]] = {}
        for at, key in enumerate(keys):
            loose = tuple(
                unit for unit in key if unit[0] != "款"
            )  # an item is often cited without its paragraph
            for cited in {key[:depth] for depth in range(1, len(key) + 1)} | {loose}:
                positions.setdefault(cited, []).append(at)
        plain = tuple(
            tuple(piece for piece in clause.ref if not piece.endswith("款")) for clause in outline.clauses
        )
        bare = tuple(tuple(map(_bare, ref)) for ref in plain)
        return cls(keys, plain, bare, tuple(dict.fromkeys(_down_to(key, "条") for key in keys)), positions)

    def find(self, reference: str, at: int) -> tuple[int, ...] | None:
        """Return the positions of the clauses that the clause at `at` means by a reference.

        They are those of the provision itself and what lies under it; () where the text has no such provision: the
        reference dangles. None for what cannot be judged from an outline: annexes, tables, chapters, other sections of
        a code, an item that may belong to a provision named just before.
        """
        reference = unicodedata.normalize("NFKC", reference)
        if reference[:1] in ("附", "表"):
            return None
        if reference.isascii() or reference.startswith("§"):
            return self._find_english(reference, at)
        first, *ends = _RANGE.split(reference)
        start = self._complete(first, at)
        if start is None:
            return None
        found = self._clauses(start)
        for end in ends:
            units = _units(end)
            last = self._clauses((*start[: -len(units)], *units)) if units else []
            found = [*range(found[0], last[-1] + 1)] if found and last else []
        return None if not found and _is_bare_item(first) else tuple(found)

    def _clauses(self, key: Key) -> list[int]:
        if key in self.positions:
            return self.positions[key]
        single = tuple(unit for unit in key if unit[:2] != ("款", 1))  # a single paragraph is not numbered
        return self.positions.get(single, [])

    def _complete(self, reference: str, at: int) -> Key | None:
        """Return the key of a reference, completed from the clause that makes it; None where it cannot be judged."""
        own, pointer = self.keys[at], _POINTER.match(reference)
        units = _units(reference[pointer.end() :] if pointer else reference)
        if pointer:
            above = self._pointed(own, pointer)
            return (*above, *units) if above else above
        if not units or units[0][0] not in _RANKS:
            return None
        if units[0][0] == "条":
            return (*_down_to(own, "附"), *units)
        beside = (*_down_to(own, "款"), *units)
        return beside if units[0][0] == "项" and self._clauses(beside) else (*_down_to(own, "条"), *units)

    def _pointed(self, own: Key, pointer: re.Match[str]) -> Key | None:
        kind, back = pointer[3], parse_numeral(pointer[2] or "一") or 1
        here = _down_to(own, kind)
        if pointer[1] == "本":
            return here or None
        if not here or here[-1][0] != kind:
            return None if kind == "项" else ()
        if kind == "条":
            place = self.articles.index(here)
            return self.articles[place - back] if place >= back else ()
        number = here[-1][1] - back
        return (*here[:-1], (kind, number, 0)) if number > 0 else ()

    def _find_english(self, reference: str, at: int) -> tuple[int, ...] | None:
        part, _, whole = reference.partition(" of ")
        if whole.startswith("the "):
            return None  # the first subparagraph: paragraphs without a number are not told apart here
        start = self._english_unit(whole or part, at)
        if not start:
            return None if start is None else ()
        wanted = (*start, *(_bare(path) for path in _path(part))) if whole else start
        found = tuple(place for place, ref in enumerate(self.bare) if ref[: len(wanted)] == wanted)
        return found or (None if _NAMED_ONLY.match(whole or part) else ())

    def _english_unit(self, reference: str, at: int) -> tuple[str, ...] | None:
        """Return the bare pieces of what a reference names by itself; () where the text has no such unit."""
        match = _NAMED.match(reference)
        name, number = (match[1].lower(), match[2]) if match else ("", "")
        own = self.plain[at]
        if name in _RELATIVE and not number:
            base = [place for place, piece in enumerate(own) if not piece.startswith("(")]
            start = own[: base[-1] + 1] if base else ()
        elif name in _RELATIVE:
            return self._beside(at, _bare(number), *map(_bare, _path(reference)))
        elif name == "§" or name in _NUMBERED:
            start = self._headed(name, number)
            if not start:
                return None if name == "§" else ()
        else:
            return None
        return (*map(_bare, start), *map(_bare, _path(reference)))

    def _beside(self, at: int, *pieces: str) -> tuple[str, ...] | None:
        """Return what is numbered so next to a clause, or next to what it stands in; None where nothing is."""
        own = self.bare[at]
        wanted = ((*own[:size], *pieces) for size in range(len(own) - 1, -1, -1))
        return next((key for key in wanted if any(ref[: len(key)] == key for ref in self.bare)), None)

    def _headed(self, name: str, number: str) -> tuple[str, ...]:
        """Return the reference down to the section or article of a number, () for none."""
        forms = {f"{name} {number}"} if name == "§" else {f"{name} {number}", number, f"{number}."}
        for ref in self.plain:
            for place, piece in enumerate(ref):
                if piece.lower() in forms:
                    return ref[: place + 1]
        return ()


@lru_cache(maxsize=8192)
def _key(ref: tuple[str, ...]) -> Key:
    """Return what a clause is cited by: annex, article, paragraph, items; chapters are left out."""
    units: list[Unit] = []
    for piece in ref:
        named = _PIECE.fullmatch(piece)
        item = None if named else _ITEM.fullmatch(piece)
        if named:
            inserted = parse_numeral(named[3]) or 0 if named[3] else 0
            units.append((named[2], parse_numeral(named[1]) or 0, inserted))
        elif item and units and units[-1][0] != "目":
            units.append(("目" if units[-1][0] == "项" else "项", parse_numeral(item[1]) or 0, 0))
        elif piece.startswith("附"):
            units.append((piece, 0, 0))
    return tuple(units)


def _path(reference: str) -> list[str]:
    """Return the bracketed pieces that an English reference begins with; of a range, those of its beginning."""
    return _PATH.findall(_PATH_RANGE.split(reference)[0])


def _bare(piece: str) -> str:
    return piece.strip("()[]. ")


def _down_to(key: Key, kind: str) -> Key:
    """Return the key as far as it goes down to a kind of unit."""
    return tuple(unit for unit in key if _RANKS.get(unit[0], 0) <= _RANKS[kind])


def _units(reference: str) -> Key:
    return tuple(
        (unit[2], parse_numeral(unit[1].strip("()")) or 0, (parse_numeral(unit[3]) or 0) if unit[3] else 0)
        for unit in _UNIT.finditer(reference)
    )


def _is_bare_item(reference: str) -> bool:
    return [unit[0] for unit in _units(reference)] == ["项"] and reference.startswith("第")
