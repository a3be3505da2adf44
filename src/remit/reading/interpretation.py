"""One clause's text into frames and a kind, by its language and by what its lead-in makes of it."""

from __future__ import annotations

import re

from remit.core.clause import Clause
from remit.core.duty import Kind
from remit.reading.chinese import ChineseReader
from remit.reading.english import read_english
from remit.reading.frame import Frame
from remit.reading.holder import is_role
from remit.reading.lead import AIM_TITLE, Lead
from remit.reading.role_words import LEVELS
from remit.reading.sentence import FILL, is_chinese, mask
from remit.reading.verb_words import ADJECTIVAL, COMPOUND, ORDERS

__all__ = ["interpret", "is_article"]

_RESIDUAL = re.compile(r"(?:规定|确定|交办|要求|赋予|约定|认为)的?其他|^其他[^，。]{0,20}[。；;]?$")
_MODAL = re.compile(r"应当|必须|不得|\b(?:shall|must)\b")
_LONGEST_TITLE = 28


def is_article(part: str) -> bool:
    """Say whether a part of a reference is an article's number."""
    return part.startswith("第") and "条" in part


def interpret(raw: str, clause: Clause, mode: Lead | None, *, aims: bool) -> tuple[list[Frame], Kind]:
    """Return a clause's frames, offsets into `raw`, and its kind. `aims` says a heading announces mere aims."""
    start = clause.body - clause.start
    mode = mode or Lead.NONE
    if not is_chinese(raw):
        return _by_mode(read_english(raw, start, mode), mode, raw, start)
    return _by_mode(_chinese(raw, clause, start, mode, aims=aims), mode, raw, start)


def _chinese(raw: str, clause: Clause, body: int, mode: Lead, *, aims: bool) -> list[Frame]:
    masked = mask(raw)
    plan = not any(map(is_article, clause.ref))
    start = _after_title(masked, body) if plan and clause.ref else body
    title = masked[body:start]
    if aims or AIM_TITLE.match(title):
        return []
    reader = ChineseReader(raw, masked, bare=mode is Lead.DUTY, plan=plan)
    named = title.strip("。 　")
    if title[:2] in LEVELS and len(title) < 10:
        reader.current = (title[:2],)
    elif (
        named
        and is_role(named)
        and (named[:2] not in ORDERS or named[:2] in COMPOUND or named[:2] in ADJECTIVAL)
    ):
        reader.current = (named,)
    return reader.read(start)


def _after_title(masked: str, start: int) -> int:
    """Where the text begins after a title phrase that runs on into it (（六）加强公开。各机关要…)."""
    stop = masked.find("。", start)
    if not 0 < stop - start <= _LONGEST_TITLE or not masked[stop + 1 :].strip(f"{FILL} \n\u3000"):
        return start
    return start if re.search("应当|必须|负责", masked[start:stop]) else stop + 1


def _by_mode(frames: list[Frame], mode: Lead, raw: str, start: int) -> tuple[list[Frame], Kind]:
    kind = next((frame.kind for frame in frames if frame.kind is not Kind.OTHER), Kind.OTHER)
    if mode is Lead.NONE:
        return frames, kind
    body, end = raw[start:], len(raw)
    if mode is Lead.SANCTION and kind is not Kind.SANCTION:
        return [], Kind.GROUND if body.rstrip("；;。 ").endswith("的") else Kind.OTHER
    if mode is Lead.GROUND and (kind is not Kind.SANCTION or body.rstrip("；;。 \n").endswith("的")):
        return [frame for frame in frames if frame.kind is Kind.GROUND], Kind.GROUND
    if mode is Lead.DEFINITION:
        return [], Kind.DEFINITION
    if mode is Lead.ELEMENT and not _MODAL.search(body):
        return [], Kind.OTHER
    fixed = {Lead.PROHIBITION: Kind.PROHIBITION, Lead.PERMISSION: Kind.PERMISSION}.get(mode)
    if fixed:
        if not frames and not _RESIDUAL.search(body):
            frames = [Frame((start, end), fixed, actions=(body.strip("；;。.，, \n"),))]
        for frame in frames:
            if frame.kind is Kind.SANCTION:
                frame.subjects, frame.objects, frame.by = None, (), ()
            frame.kind = fixed
        return frames, fixed
    if mode is Lead.DUTY and _RESIDUAL.search(body):
        return [], Kind.DUTY
    return frames, Kind.DUTY if mode is Lead.DUTY and kind is Kind.OTHER else kind
