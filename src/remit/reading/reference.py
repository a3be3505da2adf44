"""References to other provisions of the same instrument, as a clause makes them."""

from __future__ import annotations

import re
import unicodedata

from remit.core.clause import Clause
from remit.reading.chinese_reference import find_chinese
from remit.reading.english_reference import find_english

__all__ = ["find_references", "references", "section_of"]

_LETTER = re.compile("[A-Za-z]")
_CODED = re.compile(r"[A-Z]{2,6}\s\d")


def references(text: str, clause: Clause) -> tuple[str, ...]:
    """Return the provisions of the same instrument that the clause names, each once, in order.

    Written NFKC as printed: 第五条第八项, 前款第(一)项, 附件2-8, paragraph (d)(3), § 1910.158, Table L-1. Enumerations
    are expanded with their prefix, ranges stay whole; provisions of other instruments (《…法》第三条, 49 CFR …), the
    clause's own number and the instrument itself (本办法) are no references.
    """
    return find_references(text[clause.body : clause.end], section_of(clause))


def section_of(clause: Clause) -> str:
    """Return the number of the English section that the clause stands in, "" for none."""
    return next((piece for piece in clause.ref if piece[0] == "§" or _CODED.match(piece)), "")


def find_references(words: str, section: str) -> tuple[str, ...]:
    """Return what `references` does, of a clause's words without its number, in an English section."""
    found = find_chinese(words)
    if _LETTER.search(words):
        found = sorted([*found, *find_english(words, section=section)])
    if not found:
        return ()
    return tuple(dict.fromkeys(unicodedata.normalize("NFKC", name) for _, name in found))
