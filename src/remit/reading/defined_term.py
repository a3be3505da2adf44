"""Terms that a clause defines, and short names that it introduces."""

from __future__ import annotations

import re

from remit.core.particulars import DefinedTerm

__all__ = ["find_english_terms", "find_terms"]

_SO_CALLED = re.compile(
    r"所称的?[“\"]?(?P<term>[^，。；：“”\"]{1,30}?)[”\"]?(?:，|,)?(?:是指|系指"
    r"|指(?![定导标挥示使南引])|包括)(?P<meaning>[^。；\n]{2,300})"
)
_IS = re.compile(
    r"(?P<lead>^|[。；;\n])\s*[“\"]?(?P<term>[^，。；：“”\"\s]{1,30}?)[”\"]?(?:，|,"
    r"|：|:)?(?:是指|系指)(?P<meaning>[^。；\n]{2,300})"
)
_SHORT = re.compile(r"以下(?:简称|统称|称)(?:为)?[“\"]?(?P<term>[^，。；：“”\"（）()]{1,24})[”\"]?")
_FULL = re.compile(r"[^，。；：、（(\s]{2,40}$")
_ENGLISH_MEANS = re.compile(
    r"(?:[“\"](?P<term>[^”\"\n]{1,60})[”\"]|(?:^|[.;:)] )(?P<bare>[A-Z][A-Za-z -]{1,40}?))"
    r",? (?:means|has the meaning|shall mean|refers to)\b(?P<meaning>[^.;\n]{2,300})"
)
_ENGLISH_SHORT = re.compile(
    r"(?:hereinafter(?: referred to as| called)?|hereafter"
    r"|referred to (?:here|below )?as"
    r"|in this \w+,) (?:the )?[“\"](?P<a>[^”\"\n]{1,50})[”\"]"
    r"|\((?:collectively,? |together,? )?(?:the|an?|each an?) [“\"](?P<b>[^”\"\n]{1,50})[”\"]\)",
    re.IGNORECASE,
)


def find_terms(raw: str) -> list[DefinedTerm]:
    """Return the terms of a Chinese clause: 本办法所称X，是指…; 以下简称“X”."""
    found = []
    if "所称" in raw or "是指" in raw or "系指" in raw:
        spans = [*_SO_CALLED.finditer(raw), *_IS.finditer(raw)]
        taken: set[int] = set()
        for match in spans:
            if match.end() not in taken:
                taken.add(match.end())
                at = match.start("term") if "lead" in match.groupdict() else match.start()
                found.append(_defined(match, at))
    for match in _SHORT.finditer(raw):
        bracket = raw.rfind("（", max(0, match.start() - 40), match.start())
        full = _FULL.search(raw[max(0, bracket - 40) : bracket]) if bracket >= 0 else None
        found.append(
            DefinedTerm(
                start=match.start(),
                end=match.end(),
                term=match["term"],
                meaning=full[0] if full else "",
                short=True,
            )
        )
    return sorted(found, key=lambda one: one.start)


def find_english_terms(raw: str) -> list[DefinedTerm]:
    """Return the terms of an English clause: “X” means …, hereinafter “X”, (the “X”)."""
    found = []
    for match in _ENGLISH_MEANS.finditer(raw):
        term = match["term"] or match["bare"]
        at = match.start("bare") if match["bare"] else match.start()
        found.append(
            DefinedTerm(start=at, end=match.end(), term=term.strip(), meaning=match["meaning"].strip(" :,"))
        )
    found += [
        DefinedTerm(start=match.start(), end=match.end(), term=match["a"] or match["b"], short=True)
        for match in _ENGLISH_SHORT.finditer(raw)
    ]
    return sorted(found, key=lambda one: one.start)


def _defined(match: re.Match[str], start: int) -> DefinedTerm:
    return DefinedTerm(
        start=start, end=match.end(), term=match["term"], meaning=match["meaning"].strip("：: ")
    )
