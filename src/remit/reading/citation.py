"""Stable ASCII names for references, in the manner of OSCAL: 第六条第一款(三) is `art-6.p-1.i-3`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from remit.core.clause import Outline
from remit.reading.numeral import parse_numeral

__all__ = ["ascii_ref", "ascii_refs"]

_TRADITIONAL = str.maketrans("編節條項", "编节条项")
_NAMED = re.compile(r"第(.+?)(编|篇|分编|部分|章|节|条|款|项)(?:之(.+))?")
_NAMES = {
    "编": "bk",
    "篇": "bk",
    "分编": "sb",
    "部分": "part",
    "章": "ch",
    "节": "sec",
    "条": "art",
    "款": "p",
    "项": "i",
}
_ENGLISH = {
    "article": "art", "art.": "art", "section": "s", "sec.": "s", "chapter": "ch", "schedule": "sch",
    "appendix": "app", "attachment": "annex",
}  # fmt: skip
_ANNEX = re.compile(r"(附[件录图表]?|表)(.*)")
_ANNEXES = {"附录": "app", "附表": "table", "表": "table", "附图": "fig"}
_DIVIDING = re.compile(r"(?:bk|sb|ch|sec|part|s|title|book|division|subpart|subchapter)-")
_DECIMAL = re.compile(r"\d+(?:\.\d+)+")
_ARTICLE = re.compile(r"art-")


def ascii_ref(ref: tuple[str, ...]) -> str:
    """Return the ASCII name of a reference: lower case, parts joined by dots, chapters left out above an article.

    第十条之一 is `art-10-1`, 一、(二) is `s-1.i-2`, § 1910.157 (e) (3) is `s-1910.157.e.3`, CP-2 a. 1. is `cp-2.a.1`.
    Never empty; unlike references may get the same name, which `ascii_refs` tells apart.
    """
    return _joined(tuple(_name(piece) for piece in ref), whole=False)


def ascii_refs(outline: Outline) -> tuple[str, ...]:
    """Return one name for each clause of an outline, all different.

    Chapters stay out where article numbers alone tell the articles apart; a name that comes again gets `-dup2`,
    `-dup3` and so on.
    """
    named = [tuple(_name(piece) for piece in clause.ref) for clause in outline.clauses]
    whole = not _articles_are_unique(named)
    seen: dict[str, int] = {}
    names = []
    for parts in named:
        name = _joined(parts, whole=whole)
        unique = name
        while unique in seen:
            seen[name] += 1
            unique = f"{name}-dup{seen[name]}"
        seen[unique] = 1
        names.append(unique)
    return tuple(names)


def _articles_are_unique(named: list[tuple[str, ...]]) -> bool:
    above: dict[tuple[str, ...], tuple[str, ...]] = {}
    for parts in named:
        at = next((at for at, part in enumerate(parts) if _ARTICLE.match(part)), None)
        if at is None:
            continue
        kept = tuple(part for part in parts[: at + 1] if not _DIVIDING.match(part))
        if above.setdefault(kept, parts[:at]) != parts[:at]:
            return False
    return True


def _joined(parts: tuple[str, ...], *, whole: bool) -> str:
    at = next((at for at, part in enumerate(parts) if _ARTICLE.match(part)), 0)
    if not whole and at:
        parts = tuple(part for part in parts[:at] if not _DIVIDING.match(part)) + parts[at:]
    kept: list[str] = []
    for part in parts:
        if kept and _DECIMAL.fullmatch(part) and part.startswith(kept[-1] + "."):
            kept.pop()  # 1.2 under 1
        kept.append(part)
    return ".".join(kept) or "text"


@lru_cache(maxsize=8192)
def _name(piece: str) -> str:
    """Return the ASCII name of one piece of a reference."""
    flat = " ".join(unicodedata.normalize("NFKC", piece).split())
    if flat == "前言":
        return "preamble"
    named = _NAMED.fullmatch(flat.translate(_TRADITIONAL))
    if named:
        inserted = f"-{_figure(named[3])}" if named[3] else ""
        return f"{_NAMES[named[2]]}-{_figure(named[1])}{inserted}"
    annex = _ANNEX.fullmatch(flat)
    if annex:
        return "-".join(part for part in (_ANNEXES.get(annex[1], "annex"), _figure(annex[2])) if part)
    if flat.startswith("§"):
        return "s-" + _slug(flat.lstrip("§ "))
    word, _, number = flat.partition(" ")
    if number and word.rstrip(".").isalpha() and word.isascii():
        return f"{_ENGLISH.get(word.lower(), _slug(word))}-{_slug(number)}"
    inner = flat.strip("()[]、.．")
    if not inner.isascii():
        value = parse_numeral(inner)
        if value is not None:
            return f"{'i' if flat.startswith('(') else 's'}-{value}"
    return _slug(inner) or _slug(flat)


def _figure(text: str) -> str:
    value = parse_numeral(text)
    return str(value) if value is not None else _slug(text)


def _slug(text: str) -> str:
    """Return lower-case ASCII letters, digits, dots and hyphens; any other sign as its code point."""
    parts = [
        c
        if c.isascii() and (c.isalnum() or c in ".-")
        else "."
        if c == "("
        else ""
        if c.isascii()
        else f"u{ord(c):x}"
        for c in text.lower()
    ]
    return "".join(parts).strip(".-")
