"""Lines without a number: titles and other front matter, run-on lines, and the paragraphs of units."""

from __future__ import annotations

import re

from remit.reading.draft import Draft
from remit.reading.lexer import Line
from remit.reading.marker import ARTICLE
from remit.reading.nesting import Nest, Unit
from remit.reading.title import ends_open, ends_sentence, has_chinese, is_title

__all__ = ["add_words"]

_JOINING = ("and", "or", "and/or", "以及", "或者")
_UNNUMBERED = ("总则", "分则", "附则")  # parts that some laws do not number
_SHORT = 16  # below an article, a longer line without a full stop is a paragraph that lost it
_LONGEST_TITLE = 80  # characters of one in two parts
_APART = re.compile(
    r"\[\d+ FR .*\]$|\((?:Authority|Approved by|Source|Secs?\.)\b.*\)$"  # notes of source
    r"|(?:Authority|AUTHORITY|Source|SOURCE): "
    r"|(?:Notes?|Examples?|注|说明)(?: \d+)?[:：]?$|联系(?:人|电话)[:：]"
    r"|[-=*_#~·.\s─-╿—]{3,}$"
    r"|[-—–·\s]*\d{1,4}[-—–·\s]*$|第 ?\d+ ?页(?:[，,/ ]*共 ?\d+ ?页)?$|Page \d+(?: of \d+)?$"  # page numbers
)
_STATING = re.compile(
    r"\b(?:is|are|was|were|has|have)\b"
)  # in a title: examinations when no examiner is available
_CONTROL_PART = re.compile(
    r"(?:(?P<outer>Control(?: Statement| Enhancements?)?|Enhancements?)"
    r"|Discussion|Supplemental Guidance|Related Controls?|References)\s?:"
)


def add_words(draft: Draft, line: Line) -> None:
    """Place a line without a number, or one whose number proved to be none."""
    words = draft.flat[line.start : line.end]
    if draft.pending is not None:
        _add_pending_words(draft, draft.pending, line)
    elif len(draft.nest.stack) == 1 and _is_front_matter(draft, words):
        draft.headings.append((draft.root, line.start, line.end))
    elif _carries_on(draft, line, words):
        draft.extend_text(line.end)
    elif not draft.listing and _stands_apart(draft.nest, words, before_article=_heads_article(draft)):
        if "".join(words.split()) in _UNNUMBERED:
            del draft.nest.stack[1:]
        if _CONTROL_PART.match(words) and _is_open(draft.nest, "control"):
            draft.nest.close_to("control", kept=0)
            draft.nest.stack[
                -1
            ].last_text = -1  # what follows hangs under the control, not under its discussion
        draft.headings.append((_division(draft.nest), line.start, line.end))
    else:
        unit = _home(draft.nest, words)
        draft.mark_parent(unit, numbered=False)
        draft.add_text(unit, line.start, line.start, line.end)
        draft.listing = ends_open(words) or (draft.listing and words[-1] not in "。.")


def _add_pending_words(draft: Draft, unit: Unit, line: Line) -> None:
    """Give the line after a number that stands alone to it: as its title, or as its first words."""
    words = draft.flat[line.start : line.end]
    titled = is_title(words, limit=40 if unit.tier < ARTICLE else 25)
    if unit.tier == ARTICLE and titled:
        after = draft.line_after
        titled = after is not None and (not after.marks or after.marks[0].tier > ARTICLE)
    if unit.tier <= ARTICLE and titled:
        draft.pending = None
        draft.headings.append((unit, unit.start, line.end))
    elif unit.tier < ARTICLE:
        draft.settle_pending(followed=True)
        add_words(draft, line)
    else:
        draft.pending = None
        draft.add_text(unit, unit.start, line.start, line.end)


def _is_front_matter(draft: Draft, words: str) -> bool:
    """Say whether words before any number are title, document number, date, source or salutation."""
    words = words.strip("*_#- ")
    if len(words) > 150 or draft.texts:
        return False
    if not words or (words[0] in "（(" and words[-1] in "）)") or not ends_sentence(words):
        return "，" not in words or not has_chinese(words) or words[-1:] in "）)"
    after = draft.line_after
    return words[-1] in "：:" and "。" not in words and after is not None and not after.marks


def _carries_on(draft: Draft, line: Line, words: str) -> bool:
    """Say whether the line goes on with a sentence that the line before left open."""
    before = draft.line_before
    if before is None or not draft.texts or draft.texts[-1].end != before.end or draft.texts[-1].is_heading:
        return False
    if words in _JOINING:
        return True
    tail = draft.flat[max(before.start, before.end - 12) : before.end]
    if line.parted:
        return False
    if tail[-1] in "，、":
        return not line.indented and before.end - before.body > _SHORT
    return words[0].islower() and words[0].isascii() and not ends_sentence(tail) and not has_chinese(tail)


def _stands_apart(nest: Nest, words: str, *, before_article: bool) -> bool:
    """Say whether an unnumbered line is a title, a signature, a date, a note of source or a page number.

    A title right before an article may have two parts (Independent person: visits and reports).
    """
    if _APART.match(words):
        return True
    if len(words) > 120 or ends_sentence(words.rstrip("）)】]》」”")):
        return _CONTROL_PART.fullmatch(words) is not None
    if before_article and len(words) <= _LONGEST_TITLE:
        words = _STATING.sub("", words.replace(": ", " "))
    return is_title(words, limit=_SHORT if _is_open(nest, "第条") else 30)


def _heads_article(draft: Draft) -> bool:
    """Say whether the line after opens with two numbers or an article's, as `44.—(1)` does."""
    after = draft.line_after
    return (
        after is not None and bool(after.marks) and (after.marks[0].tier <= ARTICLE or len(after.marks) > 1)
    )


def _division(nest: Nest) -> Unit:
    """Return the innermost open chapter, part or annex, or the root."""
    return next(unit for unit in reversed(nest.stack) if unit.tier < ARTICLE)


def _is_open(nest: Nest, style: str) -> bool:
    return any(unit.reading.style == style for unit in nest.stack)


def _home(nest: Nest, words: str) -> Unit:
    """Return the unit that a paragraph belongs to; the discussion of a control belongs to it or to its enhancement."""
    label = _CONTROL_PART.match(words) if _is_open(nest, "control") else None
    if label:
        nest.close_to("control", kept=0 if label["outer"] else 1)
    return nest.home()
