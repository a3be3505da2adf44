"""English clauses: sentences into frames, each with the holder the words name."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_addressee import english_addressees
from remit.reading.english_role import agents, subject_of
from remit.reading.english_words import ORDER_VERBS
from remit.reading.frame import Frame
from remit.reading.lead import Lead
from remit.reading.limit import find_limits
from remit.reading.rhythm import find_rhythms
from remit.reading.sentence import Span

__all__ = ["english_lead", "read_english"]

_SENTENCE = re.compile(
    r"(?:[^.;\n]|\.(?!\s|$)|(?<=\b[A-Z])\.|(?<=\bArt)\.|(?<=\bNo)\.|(?<=e\.g)\.|(?<=i\.e)\.)+[.;]?"
)
_MODAL = re.compile(
    r"\b(?P<modal>shall have the right to|shall be entitled to|shall|must|(?<!\d )may(?! \d)|should"
    r"|is required to|are required to|is (?:also )?responsible for"
    r"|are (?:also )?responsible for|shall be responsible|has a duty to|have a duty to"
    r"|is under a duty to|are under a duty to|is to|are to|has to|have to"
    r"|is entitled to|are entitled to|has the right to|have the right to|can|is exempt|are exempt"
    r"|are required|is required|is obliged to|are obliged to|is prohibited|are prohibited"
    r"|commits? an offence|is guilty|is liable|are liable|will)\b(?P<neg>\s+(?:also\s+)?(?:not|neither"
    r"|never|only)\b)?",
    re.I,
)
_SUBORDINATE = re.compile(
    r"\b(?P<word>which|who|that|whom|whose|if|when|where|whenever|unless|as|than|whether)\b(?=[^,;]*$)", re.I
)
_PREDICATE = re.compile(
    r"(?:which|who|that)\s+(?!(?:the|an?|it|they|he|she|we|you|this|these|those|any|each|every|such|his|their|its|no|all)\b)"
    r"[a-z]+\s+\S",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|fails?|requires?|includes?|contains?|occurs?|exists?"
    r"|provides?|uses?|holds?|carr(?:y|ies)|operates?|employs?|becomes?|makes?|receives?|\w+ed)\b",
    re.I,
)
_SANCTION = re.compile(
    r"\b(?:commits? an? offence|guilty of an? (?:offence|misdemeanou?r|felony)|liable (?:on|to"
    r"|for)\b[^.;]*(?:conviction|fine|penalt|imprisonment)|punish\w*|civil penalt\w+"
    r"|administrative fines?|shall be fined|be subject to (?:a |an )?(?:\w+ )*(?:fine|penalty"
    r"|disciplinary)|disciplinary (?:action|measures)|(?:suspend|revoke|withdraw)\w* (?:the|its|his"
    r"|their|a) (?:licen[cs]e|registration|permit|authori[sz]ation))\b",
    re.I,
)
_IMPOSES = re.compile(
    r"\b(?:may|shall|must)\s+(?:\w+ly\s+)?(?:suspend|revoke|withdraw|impose|issue|fine|cancel)\b", re.I
)
_SCOPE = re.compile(
    r"\b(?:do(?:es)? not apply|appl(?:y|ies) (?:to|only|where|in|if)|shall (?:not )?apply"
    r"|is without prejudice|nothing in this|is subject to|extends? to)\b",
    re.I,
)
_DEFINED = re.compile(
    r"\b(?:means|has the (?:same )?meaning|have the meanings?|is defined as|shall be deemed|is deemed"
    r"|is to be (?:treated|construed|read) as|refers to"
    r"|for the purposes of this \w+, [“\"'‘]?\w+[”\"'’]? (?:is|are|means|includes))\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:comes? into force|enters? into force|takes? effect|purpose of this|may be cited as"
    r"|objective of this|do(?:es)? not require|need not|not required to)\b",
    re.I,
)
_UNLAWFUL = re.compile(
    r"\b(?:it is unlawful|it is prohibited|no (?:person|employer|employee|operator|one"
    r"|[a-z]+) (?:shall|may|must)|is forbidden|are forbidden|(?:is|are) not (?:permitted|allowed) to)\b",
    re.I,
)
_DUTY_OF = re.compile(r"\bit (?:is|shall be) the (?:duty|responsibility) of (?P<who>.+?) to\b", re.I)
_PASSIVE = re.compile(r"\s*(?:also |not |only |then )?be\s+(?:\w+ly\s+)?(?P<word>\w+)", re.I)
_NOT_PASSIVE = frozenset(
    "responsible required liable able available entitled subject allowed permitted free capable competent present"
    " obliged prepared aware satisfied".split()
)
_THEREAFTER = re.compile(
    r"^(?:\W|\d|[a-z]\.)*\s*(?:before|within|at least|every|annually|upon|on|after|\[(?:Assignment"
    r"|Selection))",
    re.I,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_KEPT_UP = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|pt)\b", re.I)
_CUT = re.compile(r"[,;]\s*(?:and|but|or)?\s+|\s(?:and|but|or)\s+", re.I)
_GROUND = re.compile(r"^\W*(?:when|if|where|whenever|unless|in case|in the event)\b", re.I)


def read_english(raw: str, start: int, lead: Lead) -> list[Frame]:
    """Return the frames of an English clause's text from `start` on; `lead` is what its lead-in makes of it."""
    frames: list[Frame] = []
    rhythms, limits = find_rhythms(raw), find_limits(raw)
    for match in _SENTENCE.finditer(raw, start):
        span = _trimmed(raw, match.span())
        if span[0] >= span[1]:
            continue
        frames += _sentence(raw, span, lead)
    current: tuple[str, ...] | None = None
    for number, frame in enumerate(frames):
        if frame.kind in (Kind.DUTY, Kind.PROHIBITION, Kind.SANCTION):
            frame.subjects = current = frame.subjects or current
        low = frame.span[0]
        high = frames[number + 1].span[0] if number + 1 < len(frames) else len(raw)
        if frame.kind in (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION):
            frame.cadence = tuple(dict.fromkeys(r.cadence for r in rhythms if low <= r.start < high))
            frame.deadline = tuple(dict.fromkeys(x.deadline for x in limits if low <= x.start < high))
            frame.addressee = (
                tuple(english_addressees(raw[low:high])) if frame.kind is not Kind.PROHIBITION else ()
            )
    return frames


def english_lead(raw: str, kind: Kind) -> Lead:
    """Return what an English lead-in of this kind makes of the items below it."""
    text = raw.rstrip()
    if not text.endswith((":", "—", "–", "-")):
        return Lead.NONE
    last = text[max(text.rfind(". ", 0, -1), text.rfind("; ", 0, -1)) + 1 :]
    if kind is Kind.DEFINITION or re.search(r"\bmeans\W*$|following meanings?|definitions", last, re.I):
        return Lead.DEFINITION
    if kind is Kind.SANCTION:
        return Lead.GROUND
    if re.search(
        r"(?:shall|must|may) not\W*$|(?:shall|must|may) not\b[^.]*(?:following|any of)[^.]*$", last, re.I
    ):
        return Lead.PROHIBITION
    if re.search(
        r"\b(?:if|where|when|unless|conditions?|circumstances|cases?|except(?:ions)?|provided that"
        r"|except)\W*$|(?:following|these) (?:conditions|circumstances|cases|exceptions|criteria)[^.]*$",
        last,
        re.I,
    ):
        return Lead.GROUND
    if re.search(r"\bmay\W*$|\bmay\b[^.]*following[^.]*$", last, re.I):
        return Lead.PERMISSION
    if re.search(
        r"\b(?:includ\w+|consists?(?: of)?|contains?|comprises?|that|which|specif\w+|states?|describes?"
        r"|covers?|following (?:information|particulars|elements|items|details|equipment|documents|matters"
        r"|contents)|composed of)\b[^.:]{0,40}\W*$",
        last,
        re.I,
    ):
        return Lead.ELEMENT
    return Lead.DUTY


def _trimmed(raw: str, span: Span) -> Span:
    start, end = span
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return start, end


def _sentence(raw: str, span: Span, lead: Lead) -> list[Frame]:
    words = raw[slice(*span)]
    if _SANCTION.search(words):
        subjects = _first_subject(words)
        if _IMPOSES.search(words):
            return [Frame(span, Kind.SANCTION, None, by=subjects)]
        return [Frame(span, Kind.SANCTION, subjects or None)]
    if _DEFINED.search(words):
        return [Frame(span, Kind.DEFINITION)]
    if _OTHER.search(words) and not re.search(r"\b(?:shall|must)\b", words):
        return [Frame(span, Kind.OTHER)]
    if _SCOPE.search(words) and not re.search(r"\b(?:shall|must)\s+(?!(?:not )?apply)", words):
        return [Frame(span, Kind.SCOPE)]
    duty_of = _DUTY_OF.search(words)
    if duty_of:
        return [
            Frame(
                span,
                Kind.DUTY,
                subject_of(duty_of["who"]) or None,
                actions=(words[duty_of.end() :].strip(" .;"),),
            )
        ]
    frames = _modals(raw, span)
    return frames or _bare(raw, span, lead)


def _first_subject(words: str) -> tuple[str, ...]:
    found = _MODAL.search(words)
    return subject_of(words[: found.start()]) if found else ()


def _modals(raw: str, span: Span) -> list[Frame]:
    start, end = span
    frames: list[Frame] = []
    opened = start
    current: tuple[str, ...] | None = None
    for found in _MODAL.finditer(raw, start, end):
        before = raw[opened : found.start()]
        if _is_subordinate(before, opened == start):
            continue
        if frames:
            opened += max((cut.end() for cut in _CUT.finditer(before)), default=0)
            before = raw[opened : found.start()]
        kind = _kind(found, raw[start:end])
        subjects = subject_of(before) or None
        passive = _PASSIVE.match(raw, found.end(), end)
        if passive and (passive["word"].lower() not in _NOT_PASSIVE):
            subjects = agents(raw[found.end() : end]) or None
        if kind in (Kind.SCOPE, Kind.OTHER):
            frames.append(Frame((opened, end), kind))
            continue
        if (
            subjects is None
            and not passive
            and current is not None
            and not before.strip(" ,").removeprefix("and").strip()
        ):
            subjects = current
        if frames:
            frames[-1].span = (frames[-1].span[0], opened)
        frames.append(Frame((opened, end), kind, subjects, actions=(_act(raw, found, end),)))
        current = subjects or current
        opened = found.end()
    return frames


def _is_subordinate(before: str, first: bool) -> bool:
    """Say whether the modal belongs to a clause that which, if or that opens: no predicate of its own."""
    found = next(reversed([*_SUBORDINATE.finditer(before)]), None)
    if found is None or _FINITE.search(before, found.end("word")) or _PREDICATE.match(before, found.start()):
        return False
    return not first or before[: found.start()].strip(" ,") != "" or "," not in before


def _kind(found: re.Match[str], words: str) -> Kind:
    modal = found["modal"].lower()
    negative = (found["neg"] or "").strip().lower()
    if (
        "not" in negative
        or "neither" in negative
        or "never" in negative
        or "prohibit" in modal
        or _UNLAWFUL.search(words)
    ):
        return Kind.OTHER if modal == "should" and not negative else Kind.PROHIBITION
    if "exempt" in modal:
        return (
            Kind.PERMISSION
            if subject_of(words[: words.lower().find("exempt")].rsplit(" ", 2)[0])
            else Kind.SCOPE
        )
    if modal in ("may", "can") or "entitled" in modal or "right" in modal:
        return Kind.PERMISSION
    if "offence" in modal or "guilty" in modal or "liable" in modal:
        return Kind.SANCTION
    if modal == "will":
        return Kind.DUTY if subject_of(words[: words.find("will")]) else Kind.OTHER
    return Kind.DUTY


def _act(raw: str, found: re.Match[str], end: int) -> str:
    return raw[found.end() : end].strip(" .;:,")


def _bare(raw: str, span: Span, lead: Lead) -> list[Frame]:
    start, end = span
    words = raw[start:end]
    if lead is Lead.DUTY and _GROUND.match(words):
        return [Frame(span, Kind.GROUND)]
    if _UNLAWFUL.search(words):
        subjects = subject_of(re.split(r"\b(?:is|are)\b", words, maxsplit=1)[0])
        return [Frame(span, Kind.PROHIBITION, subjects or None, actions=(words.strip(" .;:"),))]
    stated = _stated(words)
    if stated is not None:
        at, subjects = stated
        return [Frame(span, Kind.DUTY, subjects, actions=(words[at:].strip(" .;:"),))]
    first = re.match(r"[(\[]?\w{1,4}[)\].]\s+", words)
    opening = re.sub(
        r"^(?:and|then|also|where \w+,|if \w+,|as \w+,)\s+",
        "",
        words[first.end() if first else 0 :],
        flags=re.I,
    )
    word = re.match(r"[A-Za-z-]+", opening)
    if lead is Lead.DUTY or (word and word.group().lower() in ORDER_VERBS and len(opening.split()) > 1):
        act = re.sub(r";?\s*(?:and|or)?\s*$", "", opening).strip(" .;:")
        timed = _THEREAFTER.match(words)
        return [Frame(span, Kind.DUTY, actions=() if timed else (act,))]
    if _KEPT_UP.search(words) and find_rhythms(words):
        return [Frame(span, Kind.DUTY, agents(words) or None, actions=(words.strip(" .;:"),))]
    return []


def _stated(words: str) -> tuple[int, tuple[str, ...]] | None:
    """A present-tense statement about a role (The board approves the policy): where its verb begins, and who."""
    for found in list(_WORD.finditer(words))[1:14]:
        word = found.group()
        base = next((w for w in (word, word[:-1], word[:-2], word[:-3] + "y") if w in ORDER_VERBS), "")
        if not base or not word.islower():
            continue
        subjects = subject_of(words[: found.start()])
        if subjects and words[: found.start()].strip().lower().endswith(subjects[-1].lower()[-6:]):
            return found.start(), subjects
    return None
