"""English sentences without a modal: orders, items that order, statements of what a role does, titles."""

from __future__ import annotations

import re
from itertools import islice

from remit.core.duty import Kind
from remit.reading.english_act import divided
from remit.reading.english_modal import MODAL, forbids
from remit.reading.english_role import agents
from remit.reading.english_subject import subject_of
from remit.reading.english_words import NOUN_VERBS, ORDER_VERBS
from remit.reading.frame import Frame
from remit.reading.lead import Lead
from remit.reading.rhythm import find_rhythms
from remit.reading.sentence import Span

__all__ = ["bare_frames", "is_heading", "order_at"]

_LONGEST_HEADING = 9  # words
_THEN = re.compile(
    r",\s(?:then,?\s)?(?:to\s)?(?:(?:where|if|when|as)\s\w+(?:\s\w+)?,\s)?(?P<verb>[a-z-]+)\b(?!,)"
)
_SEEN_BEHIND = re.compile(
    r"^\W*(?:if|where|when)\b[^,]*,\s(?P<act>(?=(?:[a-z]+ly\s)?[a-z]+ed\s(?:(?:or|and)\s[a-z]+ed\s)?(?:by|at|in|on|before|after|every|once|with)\b).*)",
    re.I | re.S,
)
_UNPARTED = re.compile(r"\b(?P<verb>[a-z-]+)(?=\s(?:an?|the|its|their|such|any|all)\s)")
_FIRST_WORD = re.compile(r"(?:[(\[]?\w{1,4}[)\].]\s+)?(?P<verb>[A-Z]?[a-z-]+)\b(?=\s+\S)")
_GROUND = re.compile(
    r"^\W*(?:when|if|where|whenever|unless|in case|in the event|each time|at (?:the|any) time (?:when|that|of)"
    r"|on (?:their|his|her|its) \w+ing)\b",
    re.I,
)
_FRONTED = re.compile(
    r"^\W*(?:in (?:relation|addition|accordance|the case|respect)|for|as (?:regards|far)|with (?:respect|regard)"
    r"|subject to|on|upon|at|so far|to the extent|within|before|after|during|prior to|following|by)\b",
    re.I,
)
_KEPT_UP = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|pt)\b", re.I)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|does|do)\b", re.I)
_OF = re.compile(r"\sof\s")
_DO_NOT = re.compile(r"(?:do not|don[’']t|never)\s+(?P<act>[a-z].*)", re.I | re.S)
_THEREAFTER = re.compile(
    r"^(?:\W|\d|[a-z]\.)*\s*(?:before|within|at least|every|annually|upon|on|after|\[(?:Assignment"
    r"|Selection))",
    re.I,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_ORDER = re.compile(r"(?:[a-z]+ly\s+)?(?P<verb>[a-z-]+)\b", re.I)
_DONE = re.compile(r"(?:\w+ly\s+)?\w+(?:ed|en|ld|pt|nt|wn|ade)\b", re.I)
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_ASKED = re.compile(r"\b(?:how|what|why|whether)\b|^\W*(?:\w{1,3}[).]\s)*(?:this|to|that|which|who)\s", re.I)
_TOLD = re.compile(r":|\bexists?\b|(?<!which )(?<!that )(?<!who )\b(?:is|are|can|uses?|consists?)\b")
_NO_SUBJECT = re.compile(
    r"\b(?:to|not|and|or|of|the|an?|who|which|that|they|we|you|shall|must|may|will|can|does|do|did)\s+$", re.I
)
_PLURAL = re.compile(r"(?:s|people|personnel|staff|police|men)[)\"”’]?\s+(?:\w+ly\s+)?$", re.I)


def is_heading(raw: str, span: Span) -> bool:
    """Say whether a sentence is the title of those after it (Additional notice in urgent situations.)."""
    words = raw[slice(*span)]
    return (
        words.endswith(".")
        and len(words.split()) <= _LONGEST_HEADING
        and raw[span[1] :].strip() != ""
        and words[:1].isupper()
        and order_at(words) < 0
        and not MODAL.search(words)
        and not _FINITE.search(words)
    )


def order_at(words: str) -> int:
    """Where the verb of an item stands that orders at once or after a condition (If it is late, tell …), else -1."""
    if _GROUND.match(words) or _FRONTED.match(words):
        verbs = list(_THEN.finditer(words))
        if not verbs and "," not in words:
            return _order_behind(words)
    else:
        first = _FIRST_WORD.match(words)
        verbs = [first] if first else []
    orders = (verb for verb in verbs if _is_order(verb["verb"].lower()) and not _OF.match(words, verb.end()))
    return next((order.start("verb") for order in orders), -1)


def _order_behind(words: str) -> int:
    """Where the verb stands that orders behind a condition without a comma (where there is a fault | send a note)."""
    for found in _UNPARTED.finditer(words):
        before = words[: found.start()]
        verb = found["verb"]
        if (
            verb in ORDER_VERBS
            and verb not in NOUN_VERBS
            and not (_NO_SUBJECT.search(before) or _PLURAL.search(before))
        ):
            return found.start("verb")
    return -1


def _is_order(verb: str) -> bool:
    """Say whether a verb orders, in its plain form or as `allowing …`."""
    stem = verb.removesuffix("ing")
    return verb in ORDER_VERBS or (stem != verb and (stem in ORDER_VERBS or f"{stem}e" in ORDER_VERBS))


def bare_frames(raw: str, span: Span, lead: Lead) -> list[Frame]:
    """Return what a sentence without a modal lays on whom: an order, a ban, a statement of what a role does."""
    start, end = span
    words = raw[start:end]
    if lead is Lead.DUTY and _GROUND.match(words):
        return [_under_condition(words, span)]
    if forbids(words):
        subjects = subject_of(re.split(r"\b(?:is|are)\b", words, maxsplit=1)[0])
        return [Frame(span, Kind.PROHIBITION, subjects or None, actions=(words.strip(" .;:"),))]
    first = re.match(r"[(\[]?\w{1,4}[)\].]\s+", words)
    opening = re.sub(
        r"^(?:and|then|also|to|where \w+,|if \w+,|as \w+,)\s+",
        "",
        words[first.end() if first else 0 :],
        flags=re.I,
    )
    word = re.match(r"[A-Za-z-]+", opening)
    banned = _DO_NOT.match(opening)
    if banned:
        return [Frame(span, Kind.PROHIBITION, actions=(banned["act"].strip(" .;:"),))]
    ordered = _ORDER.match(opening)
    stated = None if ordered and ordered["verb"].lower() in ORDER_VERBS else _stated(words)
    if stated is not None:
        at, subjects = stated
        return [Frame(span, Kind.DUTY, subjects, actions=(words[at:].strip(" .;:"),))]
    named = (
        word is not None and word.group().lower() in NOUN_VERBS and _OF.match(opening, word.end()) is not None
    )
    if lead is Lead.DUTY or (
        word and word.group().lower() in ORDER_VERBS and len(opening.split()) > 1 and not named
    ):
        timed = _THEREAFTER.match(words)
        if timed:
            leads = words.endswith(("—", "–", ":"))
            return [Frame(span, Kind.DUTY, (subject_of(words.rstrip(" —–:")) or None) if leads else None)]
        ended = re.search(r"[\s.;:,]*(?:\b(?:and|or)\s*)?$", raw[:end])
        done = agents(words) if _DONE.match(opening) else ()
        frame = Frame((start, ended.start() if ended else end), Kind.DUTY, done or None)
        return divided(raw, frame, end - len(opening))
    if _KEPT_UP.search(words) and find_rhythms(words):
        return [Frame(span, Kind.DUTY, agents(words) or None, actions=(words.strip(" .;:"),))]
    return []


def _under_condition(words: str, span: Span) -> Frame:
    """An item that opens with a condition: a ground, or what is done under it (if appropriate, inspected by …)."""
    seen = _SEEN_BEHIND.match(words)
    if seen is None:
        return Frame(span, Kind.GROUND)
    return Frame(span, Kind.DUTY, agents(seen["act"]) or None, actions=(seen["act"].strip(" .;:"),))


def _stated(words: str) -> tuple[int, tuple[str, ...]] | None:
    """A present-tense statement about a role (The board approves the policy): where its verb begins, and who."""
    fronted = _FRONTED.match(words) or _GROUND.match(words)
    low = words.find(", ") + 1 if fronted else 0
    for found in islice(_WORD.finditer(words, low), 1, 14):
        word = found.group()
        forms = (word, word[:-1], word[:-2], word[:-3] + "y") if word.endswith("s") else (word,)
        base = next((form for form in forms if form in ORDER_VERBS), "")
        if not (base or word == "owns") or not word.islower() or _NO_SUBJECT.search(words, 0, found.start()):
            continue
        if word == base in NOUN_VERBS and not _PLURAL.search(words, 0, found.start()):
            continue
        if _TOLD.search(words, low, found.start()):
            return None
        subjects = () if _ASKED.search(words, 0, found.start()) else subject_of(words[: found.start()])
        before = _BRACKETED.sub("", words[: found.start()])
        if subjects and before.strip().lower().endswith(subjects[-1].lower()[-6:]):
            return found.start(), subjects
    return None
