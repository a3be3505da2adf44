"""English verb phrases: where a co-ordination of acts falls apart, and which verbs only a person or body can do."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_words import NOUN_VERBS, ORDER_VERBS, STATIVE_VERBS
from remit.reading.frame import Frame
from remit.reading.rhythm import Rhythm
from remit.reading.sentence import Span, within

__all__ = ["acts_by_rhythm", "acts_of", "divided", "is_deed", "trimmed", "verb_after"]

_JOIN = re.compile(
    r"(?P<joint>,\s*(?:and|or|but|then)?\s*|\s+(?:and|or)\s+)(?:then\s+|also\s+"
    r"|where \w+,?\s+)?(?:[a-z]+ly\s+)?"
    r"(?P<verb>[a-z][a-z-]+)\s+(?P<next>[a-z]+)",
    re.I,
)
_AND_OBJECT = re.compile(r",?\s+and\s+(?=(?:an?|the)\s)", re.I)
_OBJECTS = frozenset(
    "the a an its their his her your any each every all it them him such that whether this these those no both one two"
    " three".split()
)
_PARTICLES = {
    "carry": ("out",), "draw": ("up",), "set": ("up", "out"), "put": ("up", "in"), "comply": ("with",),
    "cooperate": ("with",), "co-operate": ("with",), "report": ("to", "on"), "assist": ("in", "with"),
    "participate": ("in",), "respond": ("to",), "send": ("to",), "take": ("part", "steps", "measures", "action"),
    "give": ("notice", "reasons"), "make": ("good", "available"), "keep": ("records", "minutes"), "act": ("on",),
}  # fmt: skip
_NO_OBJECT = frozenset(
    "of and or for in by shall must is are to may will be at as from on with if where when who which".split()
)
_NOT_BETWEEN = re.compile(
    r"\b(?:who|which|that|whom|whose|not|to|be|of|in|on|for|by|with|from|the|an?)$", re.I
)
_RELATIVE = re.compile(r"\b(?:who|which|that)\b(?=\W*(?:\w+\W+){0,3}$)", re.I)
_LAST_WORDS = re.compile(r"(?:(?P<before>[A-Za-z-]+)\s+)?(?P<last>[A-Za-z-]+)$")
_ADVERBS = re.compile(
    r"(?:\s+(?:also|then|both|each|all|only|jointly|at least|not|nevertheless|nonetheless|forthwith|first"
    r"|from time to time"
    r"|at (?:all times|any time|once)|as soon as (?:reasonably )?(?:practicable|possible)|on request"
    r"|in writing|in addition"
    r"|in particular|without (?:undue )?delay|if (?:necessary|appropriate)|by (?:order|regulations?"
    r"|rules?|notice|resolution)"
    r"|(?!apply|supply|rely|comply)[a-z]+ly)\b)*",
    re.I,
)
_INSERTED = re.compile(r"\s*,[^,;.]{1,120},")
_FIRST_WORD = re.compile(r"\s+(?P<verb>(?:carry out|have regard|draw up|set up)\b|[a-z-]+)")
_DEEDS = ("carry out", "have regard", "draw up", "set up")
_REACH = 160  # characters looked back for a relative clause that a verb may belong to


def acts_of(raw: str, start: int, end: int) -> list[Span]:
    """Return the verb phrases that `and` joins between these offsets, each with its own verb and object."""
    cuts = [start]
    for found in _JOIN.finditer(raw, start, end):
        if _parts(raw, cuts[-1], found):
            cuts.append(found.end("joint"))
    stops = [*cuts[1:], end]
    return [_stripped(raw, low, high) for low, high in zip(cuts, stops, strict=True)]


def _parts(raw: str, low: int, found: re.Match[str]) -> bool:
    """Say whether a new act begins at a joint: a verb with an object, after an act that is complete."""
    verb, following = found["verb"].lower(), found["next"].lower()
    if verb not in ORDER_VERBS or verb.endswith("ly"):
        return False
    told = following in _OBJECTS or following in _PARTICLES.get(verb, ())
    if not told and (verb in NOUN_VERBS or following in _NO_OBJECT or "or" in found["joint"].split()):
        return False
    before = raw[max(low, found.start() - _REACH) : found.start()].rstrip(" ,")
    last = _LAST_WORDS.search(before)
    if last is None or _NOT_BETWEEN.search(before) or _RELATIVE.search(before):
        return False
    alone = last["before"] is None or last["before"].lower() in (
        "and",
        "or",
        "to",
        "also",
        "shall",
        "must",
        "may",
    )
    return not (last["last"].lower() in ORDER_VERBS and (alone or before.endswith("," + last["last"])))


def _stripped(raw: str, start: int, end: int) -> Span:
    while end > start and raw[end - 1] in " .;:,\n\t":
        end -= 1
    for word in (" and", " or", " but"):
        if raw.endswith(word, start, end):
            end -= len(word)
    while end > start and raw[end - 1] in " ,":
        end -= 1
    while start < end and raw[start] in " ,;:\n\t":
        start += 1
    return start, end


def verb_after(raw: str, at: int, end: int) -> str:
    """Return the verb, in small letters, that follows a modal, adverbials and an insertion between commas left out."""
    stop = _ADVERBS.match(raw, at, end)
    at = stop.end() if stop else at
    inserted = _INSERTED.match(raw, at, end)
    if inserted:
        at = inserted.end()
    found = _FIRST_WORD.match(raw, at, end)
    return found["verb"].lower() if found else ""


def is_deed(verb: str) -> bool:
    """Say whether only a person or a body can do what the verb says."""
    return verb in _DEEDS or (verb in ORDER_VERBS and verb not in STATIVE_VERBS)


def acts_by_rhythm(raw: str, frame: Frame, rhythms: list[Rhythm]) -> list[Frame]:
    """Two objects of one verb, each with a rhythm of its own, are two acts (… once a year and … every two years)."""
    if len(frame.cadence) != 2 or len(frame.actions) != 1 or frame.deadline or frame.addressee:
        return [frame]
    low, high = frame.span
    inside = within(rhythms, low, high)
    if len(inside) < 2:  # one of them was handed on from the sentence before
        return [frame]
    first, second = inside[:2]
    cut = _AND_OBJECT.search(raw, first.end, second.start)
    if cut is None or first.cadence == second.cadence:
        return [frame]
    at = cut.end()
    parts = (raw[raw.find(frame.actions[0], low) : cut.start()], raw[at:high])
    return [
        Frame(span, frame.kind, frame.subjects, actions=(words.strip(" .;:,"),), cadence=(rhythm.cadence,))
        for span, words, rhythm in zip(((low, at), (at, high)), parts, (first, second), strict=True)
    ]


def divided(raw: str, frame: Frame, at: int) -> list[Frame]:
    """The frame as one or, where `and` joins several verb phrases, as one for each of them."""
    if frame.kind in (Kind.SCOPE, Kind.OTHER):
        return [frame]
    stop = frame.span[1]
    spans = (
        acts_of(raw, at, stop) if frame.kind in (Kind.DUTY, Kind.PERMISSION) else [trimmed(raw, (at, stop))]
    )
    frames = []
    for number, (low, high) in enumerate(spans):
        first = frame.span[0] if number == 0 else low
        last = stop if number + 1 == len(spans) else spans[number + 1][0]
        words = raw[low:high].strip(" .;:,\u2014\u2013-")
        frames.append(Frame((first, last), frame.kind, frame.subjects, actions=(words,) if words else ()))
    return frames


def trimmed(raw: str, span: Span) -> Span:
    """Return the span without the space at either end."""
    start, end = span
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return start, end
