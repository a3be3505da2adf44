"""A line of words on a page, and how lines of clauses begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["CHINESE", "WIDE", "Line", "join_words", "opens_clause"]

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")

CHINESE = re.compile(r"[\u3400-\u9fff]")
_MARKER = re.compile(
    r"\s*(?:第[\s\d一二三四五六七八九十百千零〇两]{1,9}(?:编|章|节|条)|[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十]{1,3}[、．.]"
    r"|\d{1,3}(?:\.\d{1,3})*[、．.)）](?!\d)|\d{1,3}(?:\.\d{1,3})+\s|[①-⒛㈠-㈩]|\([a-z]{1,4}\)|[a-z][.)]\s|§|附\s?[件录表]"
    r"|(?:Article|Section|Chapter|Part|ARTICLE|SECTION|CHAPTER|PART)\s+[\dIVXLC]|[A-Z]{2}-\d)"
)
_FARTHEST = 1e5  # points: thirty-five metres
_CITED = re.compile(r"\s*第[^章节条款]{1,9}[编章节条](?:第|规定|所|的|、|和|或|至|及|之一|，|,|；|。|中)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words with its box in points from the page's lower left corner.

    `narrow` lines stand in one of two columns; `whole` ones are a paragraph of their own, such as the row of a table.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    page_height: float
    narrow: bool = False
    whole: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether it stands somewhere near a page: files may say anything."""
        return all(abs(place) < _FARTHEST for place in (self.left, self.right, self.bottom, self.top))

    @property
    def size(self) -> float:
        """The height of its box, about the size of its letters."""
        return max(self.top - self.bottom, 1.0)


def opens_clause(text: str, *, cited: bool = True) -> bool:
    """Whether a line begins with the number of a clause; with `cited` false a cited number does not count."""
    return bool(_MARKER.match(text)) and (cited or not _CITED.match(text))


def join_words(above: str, line: str) -> str:
    """Return two lines as one: with a blank between them where they are written with blanks."""
    if not above or WIDE.match(above[-1:]) or WIDE.match(line[:1]):
        return above + line
    return f"{above} {line}"
