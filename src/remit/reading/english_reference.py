"""References as English regulations print them: paragraphs (e) and (f), section 12(3), § 1910.158, Table L-1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.reading.sieve import sift_all

__all__ = ["find_english"]

_PAREN = r"\([A-Za-z0-9]{1,5}\)"
_PATH = rf"{_PAREN}(?:\s?{_PAREN})*"
_RANGED = rf"{_PATH}(?:\s?[-–—]\s?{_PATH}|\s(?:to|through)\s{_PATH})?"
_JOIN = r"(?:,\s(?:and/or\s|and\s|or\s)?|\sand/or\s|\sand\s|\sor\s)"
_LETTERED = re.compile(
    rf"\b(?P<name>(?:sub-?)?paragraph|subsection|point|clause|item"
    rf"|subdivision)s?\s(?P<list>{_RANGED}(?:{_JOIN}{_RANGED})*)",
    re.IGNORECASE,
)
_JOINED = re.compile(_JOIN)
_FIGURE = rf"\d{{1,4}}(?:-(?:\d{{1,4}}|[a-z])\b|[A-Z]{{0,2}})(?![.\d]*/)(?:\.\d+)*(?:{_PATH})?"
_ANNEX = r"(?:Schedule|Annex|Appendix)\s(?:\d{1,3}|[IVX]{1,6}|[A-Z])\b"
_ABOVE = re.compile(
    rf"\s(?:of|in)\s(?P<above>(?:[Aa]rticle|[Rr]egulation|[Rr]ule|[Pp]aragraph)\s{_FIGURE}(?:\sof\s{_ANNEX})?|{_ANNEX}"
    r"|the\s(?:first|second|third|fourth|last)\s(?:sub-?)?paragraph(?:\sof\s(?:[Aa]rticle|[Pp]aragraph)\s\d+(?:\(\d+\))?)?)(?![\w/])"
)  # what a point or a sub-paragraph is part of
_ORDINAL = re.compile(
    rf"\b(?P<name>(?:first|second|third|fourth|last)\ssub-?paragraph)(?:\s(?:of|in)\s(?P<above>(?:[Aa]rticle|[Pp]aragraph)\s{_FIGURE}))?"
)
_POINT = re.compile(
    rf",\s(?P<point>(?:(?:first|second|third|fourth)\ssubparagraph,\s)?point\s{_PAREN})(?!\s?(?:,|and|or|to)\s?\()"
)
_OF_NUMBERED = re.compile(
    rf"(?:[Aa]rticle|[Rr]egulation|[Rr]ule|[Pp]aragraph)\s{_FIGURE},\s(?:[a-z]+\ssubparagraph,\s)?$"
)
_NUMBER = rf"(?:{_FIGURE}|(?:[IVX]{{1,6}}|[A-Z])\b)"
_NUMBERED = re.compile(
    rf"\b(?:(?P<plain>[Ss]ection|[Aa]rticle|[Rr]egulation|[Rr]ule|[Pp]aragraph)s?\s(?!(?:19"
    rf"|20)\d\d\b)(?P<figures>{_FIGURE}(?:\s?[-–]\s?|\sto\s|\sthrough\s)"
    rf"{_FIGURE}|{_FIGURE}(?:{_JOIN}{_FIGURE})*)"
    rf"|(?P<named>Part|Chapter|Subpart|Schedule|Annex"
    rf"|[Aa]ppendix)(?:e?s)?\s(?P<numbers>{_NUMBER}(?:{_JOIN}{_NUMBER})*))(?![\w/])"
)
_TABLE = re.compile(r"\bTable\s[A-Z]{0,2}-?\d+(?:[-.]\d+)*[a-z]?\b")
_CONTROL = re.compile(r"(?<![Ff]orm )(?<![Mm]odel )(?<![Tt]ype )\b[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?(?![\w-])")
_OF_CODE = r"\d{1,4}[.-]\d{1,4}(?:\.\d{1,3})*[a-z]?"
_SECTION = re.compile(
    rf"(?:(?<![\d.])(?P<cfr>\d{{1,2}}\sCFR\s)"
    rf"|(?P<sign>§§?\s?))(?P<list>{_OF_CODE}(?:{_PATH})?(?:(?:{_JOIN}|\sthrough\s)(?:(?:§\s?)?{_OF_CODE}(?:{_PATH})?|{_PATH}))*)"
)
_CODED = rf"\d{{1,4}}[A-Z]?(?:\.\d{{1,4}}[A-Z]?){{2,3}}(?:\s?{_PATH})?"
_LISTED_SECTION = re.compile(rf"{_OF_CODE}(?:{_PATH})?|{_PATH}")
_CODE_BEFORE = re.compile(r"\b(?:Code|Act|Law|CFR|[A-Z]*RR|U\.?S\.?C\.?)\s$")
_FOREIGN = re.compile(
    r"\s(?:of|to)\sthe\s(?:[a-z]+\s){0,3}(?:code|law|act|statute|constitution|charter)\b|\s(?:of|to)\s(?:(?:the\s)?[A-Z]|(?:that|such|those)\s[A-Z]|title\s\d|\d+\s(?:CFR|U\.?S\.?C))"
    r"|\s(?:thereof|of\s(?:that|such)\s)"
)
_OWN = re.compile(
    r"\s(?:of|to)\s(?:this\s|(?:Part|Subpart|Schedule|Annex|Chapter|Article|Section|Appendix"
    r"|Table)\s[\dIVXA-Z])"
)
_OF_ANNEX = re.compile(
    rf"\s(?:of|to|in)\s(?P<annex>{_ANNEX}"
    r"|subdivision\s[a-z]\b(?:\sof\ssection\s\d+)?)"
)
_SUBDIVISION = re.compile(
    rf"(?<!\d of )\bsubdivisions?\s(?P<list>[a-z]\b(?!\s\()(?:{_JOIN}[a-z]\b)*)(?P<of>\sof\ssection\s\d+)?",
    re.I,
)
_LEVELS = tuple(re.compile(rf"\({form}\)") for form in ("[a-z]{1,2}", r"\d+[A-Z]?", "[ivx]+", "[A-Z]{1,2}"))
_lettered_in, _numbered_in, _sections_in = sift_all(_LETTERED), sift_all(_NUMBERED), sift_all(_SECTION)
_subdivisions_in = sift_all(_SUBDIVISION)
_ordinals_in = sift_all(_ORDINAL)
_tables_in, _controls_in = sift_all(_TABLE), sift_all(_CONTROL)


def find_english(words: str, *, section: str = "") -> list[tuple[int, str]]:
    """Return offset and words of each reference, in order; `section` is the clause's own section, "" for none.

    A § of another CFR part, and provisions said to be of another act, are left out; so is, below a §, plain
    `section 5`: there it is a statute's.
    """
    lettered, above = _find_lettered(words)
    found = [
        *lettered,
        *_find_subdivisions(words),
        *(one for one in _find_numbered(words, in_code=bool(section)) if one[0] not in above),
        *(_find_coded(words, section) if section[:1].isalpha() else _find_sections(words, section)),
    ]
    found += [(table.start(), table[0]) for table in _tables_in(words)]
    found += [(control.start(), control[0]) for control in _controls_in(words)]
    return sorted(found)


def _is_foreign(words: str, end: int) -> bool:
    return _OWN.match(words, end) is None and _FOREIGN.match(words, end) is not None


def _find_lettered(words: str) -> tuple[list[tuple[int, str]], set[int]]:
    """Points and sub-paragraphs with what they are part of, and where those stand that are named by it alone."""
    found: list[tuple[int, str]] = []
    above: set[int] = set()
    for match in _lettered_in(words):
        whole = _ABOVE.match(words, match.end())
        if _OF_NUMBERED.search(words, max(0, match.start() - 60), match.start()):
            continue  # Article 35(1), point (d): told of there
        if not _is_foreign(words, whole.end() if whole else match.end()):
            path, part = "", whole["above"] if whole else ""
            for member in re.finditer(_RANGED, match["list"]):
                path = _with_prefix(path, member[0])
                named = f"{match['name'].lower()} {path}"
                found.append((match.start() + member.start(), f"{named} of {part}" if part else named))
            above |= {*range(*whole.span("above"))} if whole else set()
    for match in _ordinals_in(words):
        if match.start() not in above and words[max(0, match.start() - 2) : match.start()] != ", ":
            found.append((match.start(), match["name"] + (f" of {match['above']}" if match["above"] else "")))
            above |= {*range(*match.span("above"))} if match["above"] else set()
    return found, above


def _with_prefix(before: str, path: str) -> str:
    """Complete a further member of an enumeration: (d)(1) and (2) is (d)(1) and (d)(2)."""
    above = re.findall(_PAREN, re.split(r"\s?[-–—]|\s(?:to|through)\s", before)[0])
    own = re.findall(_PAREN, re.split(r"\s?[-–—]|\s(?:to|through)\s", path)[0])
    alike = [
        at
        for at, paren in enumerate(above)
        if any(form.fullmatch(paren) and form.fullmatch(own[0]) for form in _LEVELS)
    ]
    level = next((at for at in alike if at + len(own) == len(above)), alike[-1] if alike else 0)
    return "".join(above[:level]) + path


def _find_numbered(words: str, *, in_code: bool) -> Iterator[tuple[int, str]]:
    taken = 0  # up to where an annex belongs to its paragraphs (paragraphs 1 and 2 of Schedule 1)
    for match in _numbered_in(words):
        name, listed = match["plain"] or match["named"], match["figures"] or match["numbers"]
        if _is_foreign(words, match.end()) or (in_code and name.lower() == "section"):
            continue
        if _CODE_BEFORE.search(words, max(0, match.start() - 20), match.start()):
            continue
        annex = _OF_ANNEX.match(words, match.end())
        if annex and name.lower() in ("paragraph", "part"):
            listed = _JOINED.sub(rf" of {annex['annex']}\g<0>", listed) + f" of {annex['annex']}"
            taken = annex.end()
        elif match.start() < taken:
            continue
        point = _POINT.match(words, match.end())
        listed = f"{listed}, {point['point']}" if point and not re.search(_JOIN, listed) else listed
        place = match.start()
        for member in (listed,) if point else re.split(_JOIN, listed):
            yield place, f"{name.replace('Appendice', 'Appendix')} {member}"
            place += 1


def _find_subdivisions(words: str) -> Iterator[tuple[int, str]]:
    for match in _subdivisions_in(words):
        for member in re.finditer(r"\b[a-z]\b", match["list"]):
            yield match.start() + member.start(), f"subdivision {member[0]}{match['of'] or ''}"


def _find_sections(words: str, section: str) -> Iterator[tuple[int, str]]:
    part = _part_of(section.lstrip("§ "))
    for match in _sections_in(words):
        before = ""  # the section that further paragraphs belong to: § 164.530(b), (d) and (e)
        for member in _LISTED_SECTION.finditer(match["list"]):
            bare = member[0].startswith("(")
            number = before + member[0] if bare else member[0]
            before = before if bare else number.partition("(")[0]
            own = _part_of(number) == part if part else match["cfr"] is None
            if own:
                yield match.start("list") + member.start(), (match["cfr"] or "§ ") + number


def _find_coded(words: str, section: str) -> Iterator[tuple[int, str]]:
    """Sections of the code that the text itself is a chapter of: RCW 43.101.105 (2) or (3) in RCW 43.101.135."""
    chapter, _, _ = section.rpartition(".")
    code = chapter.split()[0] if " " in chapter else ""
    if not code.isalpha():
        return
    for match in re.finditer(rf"\b{code}\s{_CODED}(?:{_JOIN}(?:{code}\s)?(?:{_CODED}|{_PATH}))*", words):
        before = ""  # the section that further paragraphs belong to
        for member in re.finditer(rf"{_CODED}|{_PATH}", match[0]):
            bare = member[0].startswith("(")
            number = f"{before} {member[0]}" if bare else member[0]
            before = before if bare else number.partition("(")[0].rstrip()
            if f"{code} {number}".startswith(f"{chapter}."):
                yield match.start() + member.start(), f"{code} {number}"


def _part_of(number: str) -> str:
    """The part of a code that a section's number begins with: 1910 in 1910.157, 8 in 8-05."""
    return re.split(r"[.-]", number, maxsplit=1)[0]
