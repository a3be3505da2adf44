"""The regular expressions by which numbers of provisions are found; the name of a group is the number's family."""

from __future__ import annotations

import re

from remit.reading.numeral import CHINESE

__all__ = [
    "ANNEX_LIST",
    "CHAINED",
    "GLUED",
    "INNER",
    "LETTERED",
    "MARK",
    "TITLED",
    "TITLED_DIVISION",
    "WEAK",
    "WEAK_NAMED",
]

_W = r"[^\S\n]"  # white space within a line
_N = f"[{CHINESE}]"
_HAN = "\u4e00-\u9fff"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_CIRCLES = "①-⒛㈠-㈩㉑-㉟㊱-㊿"
_FIGURES = r"\d{1,4}(?:[.-]\d{1,4}){0,3}(?:-?[A-Z]{1,2})?(?: (?:bis|ter|quater|quinquies|sexies))?"
_WORDS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN"
_DIVISIONS = "Part|Chapter|Title|Book|Division|Subpart|Subchapter|Subdivision"
_ARTICLES = r"Section|Sec\.|Article|Art\.|Regulation|Rule"
_ANNEXES = "Annex|Appendix|Schedule|Attachment|Exhibit"


def _cased(words: str) -> str:
    return f"(?:{words}|{words.upper()})"


_NAMED = (
    rf"(?P<named>第{_W}{{0,3}}(?:[{CHINESE}\d]{_W}{{0,3}}){{1,9}}"
    rf"(?:(?:分?[编編]|篇|部分|章|[节節]|[条條])(?:{_W}?之{_W}?{_N}{{1,3}})?|[款项項](?={_W}|[:：\n]|\Z)))"
    rf"(?!第[{CHINESE}\d]{{1,9}}[编編章节節条條款项項]|[、，,；;]|规定|所[列称述]|的|[~～至])"
)
_ENCLOSED = (
    rf"(?P<enclosed>[（(〔]{_W}?"
    rf"(?:{_N}(?:{_W}?{_N}){{0,3}}|\d{{1,3}}[A-Z]{{0,2}}|[ivx]{{1,6}}|[IVX]{{1,6}}|[{_LATIN}]{{1,2}})"
    rf"{_W}?[)）〕])"
)
_LISTED = rf"(?P<listed>[一二三四五六七八九十百]{{1,4}}{_W}?[、．.])"
_DECIMAL = rf"(?P<decimal>(?:\d{{1,3}}|[A-Z])(?:[.．]\d{{1,3}}){{1,5}}[.．]?)(?={_W}|[{_HAN}A-Z“（(*]|$)"
_FIGURE = rf"(?P<figure>\d{{1,3}}[A-Z]{{0,2}}{_W}?[.．、)）])(?![\d%％])"
_BARE = rf"(?P<bare>\d{{1,3}}[A-Z]{{0,2}})(?={_W}+[A-Z“‘\"'(（{_HAN}])"
_LETTER = rf"(?P<letter>(?:[ivx]{{1,6}}|[IVX]{{1,6}}|[{_LATIN}])(?:[.．](?={_W}|[{_HAN}]|$)|[)）]))"
_CIRCLED = f"(?P<circled>[{_CIRCLES}])"
# A handbook's number with the letters of its standing behind: SYSC 4.1.1R (rule), 24.3.1 G (guidance).
_RULE = (
    rf"(?:[A-Z]{{3,6}}{_W})?\d{{1,2}}[A-Z]?(?:\.\d{{1,3}}[A-Z]{{0,2}}?){{1,3}}{_W}?(?:[RGED]|UK|EU)"
    rf"(?={_W}+[A-Z(“\d]|{_W}*$)"
)
_SECTION = (
    rf"(?P<section>(?:§§?{_W}?\d\w{{0,9}}+(?:[.:–-]\w{{1,9}}+){{0,5}}+)(?={_W}*(?:$|[.(\[—–“*]|[A-Z{_HAN}]))"
    rf"|{_RULE}|[A-Z]{{2,6}}{_W}\d{{1,4}}[A-Z]{{0,2}}(?:\.\d{{1,4}}[A-Z]{{0,2}}){{2,3}}(?={_W}+[A-Z]|{_W}*$))"
)
_ENGLISH = (
    rf"(?P<english>{_cased(f'{_DIVISIONS}|{_ARTICLES}')}{_W}+(?:{_FIGURES}|[IVXLC]{{1,7}}|[A-Z]|{_WORDS}))"
    rf"(?={_W}*(?:$|[.:—–“‘\"*-])|{_W}+[A-Z\d(\[])"
)
_ANNEX = (
    rf"(?P<annex>附{_W}?[件录表图]{_W}?(?:[{CHINESE}\d]{{1,3}}(?:[-—－]\d{{1,2}})?|[A-ZＡ-Ｚ])"
    rf"(?![A-Za-z{CHINESE}所中的规和与及至、，,~～—－-])"
    rf"|附{_W}?[件录表图]?(?={_W}*(?:[:：]|$))|附{_W}?[件录](?={_W}+[{_HAN}])"
    rf"|{_cased(_ANNEXES)}(?:{_W}+(?:\d{{1,3}}[A-Z]?|[IVXLC]{{1,7}}|[A-Z]))?"
    rf"(?={_W}*(?:$|[.:—–“‘*-])|{_W}+(?:[A-Z(\[]|to{_W})))"
)
_TABLE = (
    rf"(?P<table>{_cased('Table')}{_W}+[A-Z]{{0,2}}[-.]?\d{{1,3}}(?:[-.]\d{{1,3}}){{0,3}}[A-Za-z]?"
    rf"(?={_W}*(?:$|[.:—–]|[A-Z(]))"
    rf"|表{_W}?[A-Z]?\d{{1,3}}(?:[-—.]\d{{1,3}}){{0,3}}(?={_W}|[{_HAN}]|$))"
)
_CONTROL = (
    rf"(?P<control>[A-Z]{{2,4}}(?:\.[A-Z]{{2,4}})?-\d{{1,3}}(?:\(\d{{1,2}}\))?(?={_W}+[A-Z(\[]|[:：]|$)"
    rf"|[A-Z]{{2,3}}\d{{1,2}}(?=[:：]{_W}))"
)
_FAMILIES = (
    _NAMED, _ENCLOSED, _LISTED, _SECTION, _DECIMAL, _FIGURE, _BARE, _LETTER, _CIRCLED, _ENGLISH, _ANNEX, _TABLE,
    _CONTROL,
)  # fmt: skip

MARK = re.compile("|".join(_FAMILIES), re.MULTILINE)
"""The number at a line's start; not one that its next words make a reference (第五条规定的, Section 5 of)."""

INNER = re.compile(f"{_NAMED}|{_ENCLOSED}|{_FIGURE}|{_LISTED}|{_CIRCLED}")
"""A number inside a line, where a sentence has ended."""

GLUED = re.compile(
    rf"[。；！？：;:.][”\"』」）)】]{{0,2}}{_W}*"
    rf"(?=[（(〔]{_W}?\w|第{_W}?[{CHINESE}\d]|\d{{1,3}}[.．、]|[{_CIRCLES}]|[一二三四五六七八九十]{{1,3}}、)"
)
"""The end of a sentence or of a lead-in, up to what may be a number."""

CHAINED = re.compile(rf"[*_]{{0,2}}{_W}*[.:：]?[—–-]{{0,2}}{_W}*{_ENCLOSED}")
"""A further number right behind one: `(15)(i)`, `1.—(1)`."""

LETTERED = re.compile(rf"{_W}+(?P<figure>1\.)(?={_W}+[A-Z“])")
"""The first figure right behind a letter: `c. 1. The commissioner`."""

TITLED = re.compile(
    rf"[*_]{{0,2}}{_W}*[—–]?{_W}*"
    rf"(?:(?:[A-Z](?:(?!\b(?:shall|must|may)\b)[^.;:\n（(—–]){{0,80}}:{_W})?[A-Z][^.;:\n（(—–]{{0,120}}(?:\([^()\n]{{0,60}}\)[^.;:\n（(—–]{{0,60}})?(?:\.[—–]?|[—–]|--){_W}*{_ENCLOSED}"
    rf"|[^\s。；：，、（(]{{1,20}}(?<!第){_W}*(?P<second>[（(]一[)）])(?![项款]))"
)
"""A title and the number behind it: `(b) Exemptions. (1)`, 一、总体要求（一）."""

TITLED_DIVISION = re.compile(rf"[{_HAN}]{_W}+(?=第{_W}?[{CHINESE}\d]{{1,9}}{_W}?[条條]{_W})")
"""The end of a chapter's title, up to an article on the same line."""

ANNEX_LIST = re.compile(rf"{_W}*[:：]{_W}*(?P<figure>\d{{1,2}}{_W}?[.．、])(?!\d)")
"""What follows 附件 where the annexes are listed: `：1.`"""

WEAK = re.compile(
    rf"[、，,和及与或至~～—–-]{{1,2}}{_W}?(?:[（(第]|以及)|[项款](?:[规所的、，,和之]|违法|情形)"
    rf"|{_W}?(?:and|or|to|of|through|above|below)\b"
)
"""What follows a bracketed number that is rather a reference: （四）、（五）项, (a) and (b)."""

WEAK_NAMED = re.compile(
    rf"(?:[和与或及至]|以及|或者)(?:第|本|前|《|其他)|中(?:的|规定|所|，|“|增)"
    rf"|{_W}*第{_W}?[{CHINESE}\d]{{1,9}}{_W}?[条條款项項]"
)
"""What follows a named number that is rather a reference: 第五条和第六条, 第五条中的."""
