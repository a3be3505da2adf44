"""References as English regulations print them: paragraphs (e) and (f), section 12(3), § 1910.158, Table L-1."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["find_english"]

_PAREN = r"\([A-Za-z0-9]{1,5}\)"
_PATH = rf"{_PAREN}(?:\s?{_PAREN})*"
_RANGE = rf"(?:\s?[-–—]\s?{_PATH}|\s(?:to|through)\s{_PATH})?"
_JOIN = r"(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s)"
_NUMBER = rf"(?:\d+[A-Z]{{0,2}}|[IVX]+|[A-Z])(?:\.\d+)*(?:{_PATH})?"
_LETTERED = re.compile(
    rf"\b(?P<name>(?:sub-?)?paragraph|subsection|point|clause|item|subdivision)(?P<many>s?)\s(?P<list>{_PATH}{_RANGE}(?:{_JOIN}{_PATH}{_RANGE})*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b(?P<name>[Ss]ection|[Aa]rticle|[Rr]egulation|[Rr]ule|Part|Chapter|Subpart|[Pp]aragraph|[Ss]ubsection|Schedule|Annex|[Aa]ppendix|Appendices|Clause"
    rf"|Table)(?P<many>e?s?)\s(?P<list>{_NUMBER}(?![\w/])(?:\s?(?:[-–]|to|through)\s?{_NUMBER}(?![\w/]))?(?:{_JOIN}{_NUMBER}(?![\w/]))*)"
)
_TABLE = re.compile(r"\b(?:Table|Figure)\s[A-Z]{0,2}-?\d+(?:[-.]\d+)*[a-z]?\b")
_SECTION = re.compile(rf"(?P<cfr>(?<![\d.])(?P<title>\d{{1,2}})\s(?:CFR|C\.F\.R\.)\s(?:part\s)?)?(?P<sign>§§?\s?)?(?P<number>\d{{1,4}}\.\d{{1,4}}[a-z]?(?:{_PATH})?)")
_SECTION_NEXT = re.compile(rf"\s?(?:,\s(?:and\s|or\s)?|\s?and\s|\s?or\s|\s?through\s)(?P<number>\d{{1,4}}\.\d{{1,4}}[a-z]?(?:{_PATH})?)")
_CONTROL = re.compile(r"\b[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?(?![\w-])")
_FOREIGN = re.compile(
    r"\s(?:of|to|in|under)\s(?:(?:the\s)?(?:[A-Z][\w’'-]*|\d{4}\s[A-Z])|Regulation|Directive|title\s\d|\d+\s(?:CFR|U\.?S\.?C)|that\s(?:Act|Regulation|Directive|Order)|such\s)"
)
_OWN = re.compile(r"\s(?:of|to|in|under)\s(?:this|these|the\s(?:same|present)|§|(?:Part|Schedule|Annex|Chapter|Article|Section|Appendix|Table)\s[\dIVXA-Z])")
_LEVELS = (re.compile(r"\([a-z]{1,2}\)"), re.compile(r"\(\d+[A-Z]?\)"), re.compile(r"\([ivx]+\)"), re.compile(r"\([A-Z]{1,2}\)"))


def find_english(words: str, *, section: str = "") -> list[tuple[int, str]]:
    """Return offset and words of each reference, in order; `section` is the clause's own § number, if any.

    A § of another CFR part, and provisions said to be of another act, are left out.
    """
    found = [*_find_lettered(words), *_find_numbered(words)]
    found.extend(_find_sections(words, section))
    found.extend((table.start(), " ".join(table[0].split())) for table in _TABLE.finditer(words))
    found.extend((control.start(), control[0]) for control in _CONTROL.finditer(words))
    return sorted(set(found))


def _is_foreign(words: str, end: int) -> bool:
    return _OWN.match(words, end) is None and _FOREIGN.match(words, end) is not None


def _find_lettered(words: str) -> Iterator[tuple[int, str]]:
    for match in _LETTERED.finditer(words):
        if _is_foreign(words, match.end()):
            continue
        name, path = match["name"].lower(), ""
        for part in re.finditer(rf"{_PATH}{_RANGE}", match["list"]):
            path = _with_prefix(path, part[0])
            yield match.start() + part.start(), f"{name} {path}"


def _with_prefix(before: str, path: str) -> str:
    """Complete a further member of an enumeration: (d)(1) and (2) is (d)(1) and (d)(2)."""
    old = re.findall(_PAREN, re.split(r"\s?[-–—]|\s(?:to|through)\s", before)[0])
    first = re.match(_PAREN, path)
    if not old or first is None:
        return path
    kinds = [at for at, paren in enumerate(old) if _alike(paren, first[0])]
    return "".join(old[: kinds[-1]]) + path if kinds else path


def _alike(one: str, other: str) -> bool:
    return any(level.fullmatch(one) and level.fullmatch(other) for level in _LEVELS)


def _find_numbered(words: str) -> Iterator[tuple[int, str]]:
    for match in _NUMBERED.finditer(words):
        name = match["name"]
        if _is_foreign(words, match.end()) or name == "Table" or (not match["many"] and name.lower() == "part"):
            if name != "Part" or _is_foreign(words, match.end()):
                continue
        listed = match["list"]
        members = [listed] if re.search(r"\d\s?(?:[-–]|to|through)\s?\d", listed) else re.split(_JOIN, listed)
        offset = 0
        for member in members:
            if not _is_plausible(name, member):
                break
            yield match.start() + offset, f"{'Appendix' if name == 'Appendices' else name} {member.strip()}"
            offset += 1


def _is_plausible(name: str, member: str) -> bool:
    """A capital alone is a number only of the units that are lettered: `Section I think` is none."""
    return name.lower() in ("part", "annex", "appendix", "appendices", "schedule", "subpart", "chapter") or member[0].isdigit()


def _find_sections(words: str, section: str) -> Iterator[tuple[int, str]]:
    part = section.lstrip("§ ").split(".")[0]
    for match in _SECTION.finditer(words):
        if not (match["sign"] or match["cfr"]):
            continue
        title = f"{match['title']} CFR " if match["cfr"] else "§ "
        numbers, at = [match["number"]], match.end()
        while (match["sign"] or match["cfr"]) and (more := _SECTION_NEXT.match(words, at)):
            numbers.append(more["number"])
            at = more.end()
        for offset, number in enumerate(numbers):
            if number.split(".")[0] == part or (not part and match["sign"] and not match["cfr"]):
                yield match.start() + offset, title + number
