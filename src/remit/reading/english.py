"""English clauses: sentences into frames, each with the holder the words name."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_act import acts_by_rhythm, divided, trimmed
from remit.reading.english_addressee import english_addressees
from remit.reading.english_bare import bare_frames, is_heading, order_at
from remit.reading.english_modal import modal_frames
from remit.reading.english_sanction import read_consequence
from remit.reading.english_statement import is_deeming, is_saving, silent_kind
from remit.reading.english_subject import subject_of
from remit.reading.english_turn import turned_frame
from remit.reading.frame import Frame
from remit.reading.lead import Lead
from remit.reading.limit import Limit, find_limits
from remit.reading.rhythm import Rhythm, find_rhythms
from remit.reading.sentence import Span, within
from remit.reading.sieve import sift

__all__ = ["read_english"]

_SENTENCE = re.compile(
    r"(?:[^.;\n]|\.(?!\s|$)|(?<=\b[A-Z])\.|(?<=\bArt)\.|(?<=\bNo)\.|(?<=e\.g)\.|(?<=i\.e)\.){1,3000}[.;]?"
)
_NOT_REQUIRED = re.compile(r"\b(?:(?:is|are) not (?:required|obliged) to|need not)\b", re.I)
_MEASURED = re.compile(r"(?:shall|must|should) (?:not|never) (?:be|fall|drop|exceed)\b", re.I)
_NOT_DO = re.compile(r"\W*(?:not|never)\s(?P<act>[a-z]+\s.*)", re.I | re.S)  # an item: not use …
_JOINTS = ("and", "or", "but", "and/or")  # what is left of an item behind its semicolon
_find_spared = sift(_NOT_REQUIRED)


def read_english(raw: str, lead: Lead) -> list[Frame]:
    """Return the frames of an English clause's words; `lead` is what its lead-in makes of it."""
    frames: list[Frame] = []
    rhythms, limits = find_rhythms(raw), find_limits(raw)
    for match in _SENTENCE.finditer(raw):
        span = trimmed(raw, match.span())
        if span[0] >= span[1] or raw[slice(*span)] in _JOINTS or (not frames and is_heading(raw, span)):
            continue
        frames += _sentence(raw, span, lead)
    current: tuple[str, ...] | None = None
    for number, frame in enumerate(frames):
        if frame.kind in (Kind.DUTY, Kind.PROHIBITION, Kind.SANCTION):
            frame.subjects = current = frame.subjects or current
        high = frames[number + 1].span[0] if number + 1 < len(frames) else len(raw)
        if frame.kind is Kind.SANCTION:
            frame.addressee = tuple(english_addressees(raw[slice(*frame.span)]))
        if frame.kind in (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION):
            _fill(raw, frame, high, rhythms, limits)
    return [each for frame in frames for each in acts_by_rhythm(raw, frame, rhythms)]


def _fill(raw: str, frame: Frame, high: int, rhythms: list[Rhythm], limits: list[Limit]) -> None:
    low = frame.span[0]
    measured = any(_MEASURED.match(action) for action in frame.actions)
    if not measured:
        frame.cadence = tuple(dict.fromkeys(one.cadence for one in within(rhythms, low, high)))
    frame.deadline = tuple(dict.fromkeys(one.deadline for one in within(limits, low, high)))
    if frame.kind is not Kind.PROHIBITION:
        frame.addressee = tuple(english_addressees(raw[low:high]))


def _ban(words: str, span: Span, lead: Lead) -> Frame | None:
    """The ban of an item under a lead-in that orders: not use …"""
    banned = _NOT_DO.match(words) if lead is Lead.DUTY else None
    return Frame(span, Kind.PROHIBITION, actions=(banned["act"].strip(" .;:—–-"),)) if banned else None


def _sentence(raw: str, span: Span, lead: Lead) -> list[Frame]:
    words = raw[slice(*span)]
    if is_deeming(words) or is_saving(words):
        return [Frame(span, Kind.DEFINITION if is_deeming(words) else Kind.SCOPE)]
    consequence = _ban(words, span, lead) or read_consequence(raw, span)
    if consequence is not None:
        return [consequence]
    spared = _find_spared(words)
    exempt = subject_of(words[: spared.start()]) if spared else ()
    if spared and exempt:
        return [Frame(span, Kind.PERMISSION, exempt, actions=(words[spared.start() :].strip(" .;:—"),))]
    silent = silent_kind(words)
    if silent is not None:
        return [Frame(span, silent)]
    turned = turned_frame(words, span)
    if turned is not None:
        return [turned]
    ordered = order_at(words) if lead is Lead.DUTY else -1
    if ordered >= 0:
        return divided(raw, Frame(span, Kind.DUTY), span[0] + ordered)
    return modal_frames(raw, span) or bare_frames(raw, span, lead)
