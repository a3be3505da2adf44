"""One clause's text into frames and a kind, by its language and by what its lead-in makes of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from remit.core.duty import Kind
from remit.reading.bracket import bracket_roles
from remit.reading.chinese import ChineseReader
from remit.reading.english import read_english
from remit.reading.english_addressee import named_recipients
from remit.reading.frame import Frame
from remit.reading.holder import is_role, split_roles
from remit.reading.lead import AIM_TITLE, Lead
from remit.reading.noun_phrase import is_work
from remit.reading.role_words import LEVELS
from remit.reading.sentence import FILL, is_chinese, mask
from remit.reading.verb_words import ADJECTIVAL, COMPOUND, ORDERS

__all__ = ["KEPT", "Setting", "interpret", "is_article"]

KEPT = 8192
"""How many clauses' readings are kept for words that come again: some tens of megabytes at most."""

_BUILT = (
    "平台",
    "中心",
    "基地",
    "站",
    "园区",
)  # what a plan's title names to be built, where brackets say by whom
_RESIDUAL = re.compile(r"(?:规定|确定|交办|要求|赋予|约定|认为)的?其他|^其他[^，。]{0,20}[。；;]?$")
_MODAL = re.compile(r"应当|必须|不得|(?<!\bwhich )(?<!\bthat )(?<!\bwho )\b(?:shall|must)\b")
_FIRM_TITLE = re.compile("应当|必须|负责")
_OTHER_MATTERS = re.compile(
    r"其他[^，。；]{0,20}的(?:事项|内容|情况|情形|材料|信息|资料)[。；]?$"
    r"|[^，。；]{0,30}规定的其他[^，。；]{0,20}[^，。；的][。；]?$"
)
_OTHER_TASKS = re.compile(
    r"[^，。；]{2,30}(?:规定|确定|交办|赋予|安排)的其他[^，。；]{0,16}(?:职责|任务|工作|责任|义务|事项)[。；]?"
)
_LONGEST_TITLE = 28
_FIXED = {
    Lead.PROHIBITION: Kind.PROHIBITION,
    Lead.PERMISSION: Kind.PERMISSION,
    Lead.CONSEQUENCE: Kind.SANCTION,
}


def is_article(part: str) -> bool:
    """Say whether a part of a reference is an article's number."""
    return part.startswith("第") and "条" in part


class Setting(NamedTuple):
    """What a clause's place makes of its words, beside the holders it takes over.

    `mode` is what its lead-in makes of it; `aims` says that a heading announces mere aims, `plan` that the clause is
    numbered without articles, `section` the English section it stands in, `year` the one that a plan is for.
    """

    mode: Lead = Lead.NONE
    aims: bool = False
    plan: bool = False
    section: str = ""
    year: str = ""


@lru_cache(maxsize=KEPT)
def interpret(words: str, setting: Setting) -> tuple[tuple[Frame, ...], Kind]:
    """Return the frames and the kind of a clause's words, its number left out; offsets are into `words`.

    The frames are shared by all clauses that say the same: nobody may change them.
    """
    if not is_chinese(words):
        return _by_mode(read_english(words, setting.mode), setting.mode, words)
    return _by_mode(_chinese(words, setting), setting.mode, words)


def _chinese(words: str, setting: Setting) -> list[Frame]:
    masked = mask(words)
    start = _after_title(masked) if setting.plan else 0
    title = masked[:start]
    if setting.aims or AIM_TITLE.match(title):
        return []
    reader = ChineseReader(
        words, masked, bare=setting.mode in (Lead.DUTY, Lead.PERMISSION), plan=setting.plan
    )
    named = title.strip("。 　")
    if title[:2] in LEVELS and len(title) < 10:
        reader.current = (title[:2],)
    elif (
        named
        and is_role(named)
        and not is_work(named)
        and not (named.endswith(_BUILT) and bracket_roles(words))
        and (named[:2] not in ORDERS or named[:2] in COMPOUND or named[:2] in ADJECTIVAL)
    ):
        reader.current = (named,)
    return reader.read(start, setting.year)


def _after_title(masked: str) -> int:
    """Where the text begins after a title phrase that runs on into it (加强公开。各机关要…)."""
    stop = masked.find("。")
    if not 0 < stop <= _LONGEST_TITLE or not masked[stop + 1 :].strip(f"{FILL} \n\u3000"):
        return 0
    return 0 if _FIRM_TITLE.search(masked, 0, stop) else stop + 1


def _is_circumstance(words: str) -> bool:
    """Say whether an item that speaks of a punishment only tells a circumstance (…受过处罚的；)."""
    if not is_chinese(words):
        return _MODAL.search(words) is None
    return words.rstrip("；;。 \n").endswith("的")


def _tells_who_acts(frames: list[Frame], words: str) -> bool:
    """Say whether an English item is a whole sentence about somebody (The operator takes steps to …)."""
    return (
        words[:1].isupper()
        and words.endswith(".")
        and any(frame.binds and frame.subjects for frame in frames)
    )


def _is_decided(frames: list[Frame], kind: Kind, words: str) -> bool:
    """Say whether an item tells who decides (对…的处分，由…决定) rather than what for."""
    named = kind is Kind.DUTY and any(frame.subjects for frame in frames)
    return named and not words.rstrip("；;。 ").endswith("的")


def _recipients(words: str) -> tuple[str, ...]:
    """Return whom an item names of those that its lead-in says are to be told."""
    if not is_chinese(words):
        return tuple(named_recipients(words))
    name = words.strip("；;。，, \n\u3000")
    return split_roles(name) if is_role(name) else ()


def _by_mode(frames: list[Frame], mode: Lead, words: str) -> tuple[tuple[Frame, ...], Kind]:
    kind = next((frame.kind for frame in frames if frame.kind is not Kind.OTHER), Kind.OTHER)
    if mode is Lead.NONE:
        return ((), Kind.DUTY) if _OTHER_TASKS.fullmatch(words.strip()) else (tuple(frames), kind)
    if mode is Lead.SANCTION and kind is not Kind.SANCTION and not _is_decided(frames, kind, words):
        return (), Kind.GROUND if words.rstrip("；;。 ").endswith("的") else Kind.OTHER
    if mode is Lead.GROUND and (kind is not Kind.SANCTION or _is_circumstance(words)):
        return tuple(frame for frame in frames if frame.kind is Kind.GROUND), Kind.GROUND
    if mode is Lead.DEFINITION:
        return (), Kind.DEFINITION
    listed = mode in (Lead.ELEMENT, Lead.RECIPIENT) and not _tells_who_acts(frames, words)
    if listed and (not _MODAL.search(words) or _OTHER_MATTERS.match(words)):
        told = _recipients(words) if mode is Lead.RECIPIENT else ()
        return (Frame((0, len(words)), Kind.OTHER, addressee=told),) if told else (), Kind.OTHER
    fixed = _FIXED.get(mode)
    if fixed:
        if not frames and not _RESIDUAL.search(words):
            frames = [Frame((0, len(words)), fixed)]
        for frame in frames:
            if frame.kind is Kind.SANCTION:
                frame.subjects, frame.objects, frame.by = None, (), ()
            frame.kind = fixed
            frame.actions = frame.actions or (words[slice(*frame.span)].strip("；;。.，, \n:—"),)
        return tuple(frames), fixed
    if mode is Lead.DUTY and _RESIDUAL.search(words):
        return (), Kind.DUTY
    return tuple(frames), Kind.DUTY if mode is Lead.DUTY and kind is Kind.OTHER else kind
