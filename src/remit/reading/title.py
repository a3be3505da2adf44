"""Whether a line is a title: words without a sentence."""

from __future__ import annotations

import re

__all__ = ["ends_open", "ends_sentence", "has_chinese", "is_contents_title", "is_title"]

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_INSIDE = re.compile(r"[。；;：:！？!?…，,、]$|[。；;：:！？!?]")
_ACTING = re.compile(
    r"应当|必须|不得|严禁|禁止|可以|有权|负责(?!人|制)|是指|包括|如下|下列|以下|牵头|配合|责任单位|第[一二三四五六七八九十百]+[条款项]|本[法条例办规定]+"
)
_ENGLISH_ACTING = re.compile(
    r"\b(?:shall|must|may(?! \d)|will|should|is|are|was|were|has|have|means?|appl(?:y|ies)|includes?|following"
    r"|[a-z]+ed (?:by|in) this)\b"
)
_HANGING = re.compile(
    r"(?:[,;:—–-]|\b(?:that|to|the|an?|and|or|of|for|by|with|if|when|where|in|on|at|as|from|under|unless|who|which|not))$"
)
_OPENS = re.compile(r"(?:in|for|where|if|when|as|to|by|with|subject)\b", re.I)
_SENTENCE_MARK = re.compile(r"[.!?](?:\s|$)|:(?:\s(?![A-Z])|$)|;$")
_DECORATION = " \t\u3000\xa0*_#>`|"
_CLOSERS = "”’\"'』」）)】]》>*_ "
_CONTENTS = {
    "目录",
    "目次",
    "contents",
    "tableofcontents",
    "arrangementofsections",
    "arrangementofregulations",
}


def has_chinese(text: str) -> bool:
    """Say whether the text holds a Chinese character."""
    return _CHINESE.search(text) is not None


def is_title(text: str, *, limit: int = 30, closed: bool = False) -> bool:
    """Say whether the text holds nothing but a title: no sentence, no verb of duty, no clause mark.

    `limit` counts Chinese characters (English words get four times as many); `closed` allows a full stop at its end.
    """
    text = text.strip(_DECORATION)
    if closed:
        text = text.rstrip("。.")
    if not text:
        return False
    if has_chinese(text):
        return len(text) <= limit and not _INSIDE.search(text) and not _ACTING.search(text)
    if text.endswith("--") and not _OPENS.match(text):
        text = text.rstrip("- ")
    if len(text) > 4 * limit or text[:1].islower() or _SENTENCE_MARK.search(text):
        return False
    return not _HANGING.search(text) and not _ENGLISH_ACTING.search(text)


def is_contents_title(text: str) -> bool:
    """Say whether the line announces a table of contents."""
    return len(text) < 40 and "".join(text.strip(_DECORATION).split()).lower().strip(":：") in _CONTENTS


def ends_sentence(text: str) -> bool:
    """Say whether the text ends as a sentence, a member of a list or a lead-in does."""
    core = text.rstrip(_CLOSERS)
    return core != text.rstrip() or core[-1:] in "。；：！？….;:!?—"


def ends_open(text: str) -> bool:
    """Say whether the text ends as a lead-in does, with a colon or a dash."""
    return text.rstrip(_DECORATION)[-1:] in ("：", ":", "—", "–")
