"""English clauses: sentences into frames, each with the holder the words name."""

from __future__ import annotations

import re
from itertools import islice

from remit.core.duty import Kind
from remit.reading.english_act import acts_by_rhythm, acts_of, is_deed, verb_after
from remit.reading.english_addressee import english_addressees
from remit.reading.english_role import agents, antecedent, in_full, party_of_condition, subject_of
from remit.reading.english_sanction import read_consequence
from remit.reading.english_statement import is_deeming, silent_kind
from remit.reading.english_words import NOUN_VERBS, ORDER_VERBS
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
_MODAL = re.compile(
    r"\b(?P<modal>shall have (?:the right|access) to|shall be entitled to|shall be exempt"
    r"|shall be (?:\w+ly )?(?:and \w+ly )?(?:liable|guilty|in violation)|shall|must|(?<!\d )may(?! \d)|should"
    r"|is required to|are required to|is (?:also )?responsible for"
    r"|are (?:also )?responsible for|shall be responsible|has a duty to|have a duty to"
    r"|is under a duty to|are under a duty to|is to|are to|has to|have to"
    r"|is entitled to|are entitled to|has (?:a|the) right to|have (?:a|the) right to|can|is exempt|are exempt"
    r"|are required|is required|is obliged to|are obliged to|is prohibited|are prohibited"
    r"|(?:is|are) (?:in charge of|accountable for|(?:the )?(?:\w+ ){0,3}responsible)"
    r"|(?:bears?|has|have|holds?|assumes?) (?=(?:\w+ ){0,3}(?:responsibilit|accountabilit))"
    r"|commits? an offence|is guilty|is liable|are liable|will)\b(?P<neg>\s+(?:also\s+)?(?:not|neither"
    r"|never|only)\b)?",
    re.I,
)
_SUBORDINATE = re.compile(
    r"\b(?P<word>which|who|that|whom|whose|if|when|where|whenever|unless|as(?!\san?\s)(?=\s(?:\S+\s+){1,6}$)"
    r"|(?<!later )(?<!more )(?<!less )than"
    r"|whether)\b(?=[^,;]*$)",
    re.I,
)
_PREDICATE = re.compile(
    r"(?:which|who|that)\s+(?!(?:the|an?|it|they|he|she|we|you|this|these|those|any|each|every|such|his"
    r"|their|its|no|all)\b)"
    r"[a-z]+\s+\S|who\s+(?!also|not|both|all|each)[a-z]+\s*$",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|fails?|requires?|includes?|contains?|occurs?|exists?"
    r"|provides?|uses?|holds?|appl(?:y|ies)|relates?|concerns?|carr(?:y|ies)|operates?|employs?|becomes?"
    r"|makes?|receives?"
    r"|(?!(?:covered|regulated|authori[sz]ed|designated|affected|interested|listed|qualified|licensed|registered|approved)\b)"
    r"\w+ed)\b",
    re.I,
)
_NOT_REQUIRED = re.compile(r"\b(?:(?:is|are) not (?:required|obliged) to|need not)\b", re.I)
_DO_NOT = re.compile(r"(?:do not|don[’']t|never)\s+(?P<act>[a-z].*)", re.I | re.S)
_UNLAWFUL = re.compile(
    r"\b(?:it is unlawful|it is prohibited|no (?:person|employer|employee|operator|one"
    r"|[a-z]+) (?:shall|may|must)|is forbidden|are forbidden|(?:is|are) not (?:permitted|allowed) to)\b",
    re.I,
)
_UNLAWFUL_FOR = re.compile(
    r"\bit (?:is|shall be) (?:unlawful|prohibited|forbidden|illegal) for (?P<who>[^,;]+?) to (?P<act>[^;]+)",
    re.I,
)
_DUTY_OF = re.compile(
    r"\bit (?:is|shall be) the (?:duty|responsibility) of (?P<who>.+?)(?: whil(?:e|st) [^,]*?)? to\b", re.I
)
_PASSIVE = re.compile(r"\s*(?:also |not |only |then )?be\s+(?:\w+ly\s+)?(?P<word>\w+)", re.I)
_NO_PARTICIPLE = frozenset("a an the of in on at under for such any no one in his her its their".split())
_NOT_PASSIVE = frozenset(
    "responsible required liable able available entitled subject allowed permitted free capable competent present"
    " obliged prepared aware satisfied".split()
)
_THEREAFTER = re.compile(
    r"^(?:\W|\d|[a-z]\.)*\s*(?:before|within|at least|every|annually|upon|on|after|\[(?:Assignment"
    r"|Selection))",
    re.I,
)
_NOT_NEEDED = re.compile(r"\s*be (?:required|necessary)\b")
_THRESHOLD = re.compile(
    r"\s*(?:be|fall|drop)\s+(?:less|lower|fewer|below|under|more|greater|higher|longer|later|above"
    r"|over)\b|\s*exceed\b",
    re.I,
)
_MEASURED = re.compile(r"(?:shall|must|should) (?:not|never) (?:be|fall|drop|exceed)\b", re.I)
_PRONOUN = re.compile(r"^\W*(?:where|if|when|whenever)\b[^.;]*,\s*(?:it|they|he|she|he or she)\s*$", re.I)
_NOBODY = re.compile(r"^\W*(?:neither|none of)\b", re.I)
_NONE_OF = re.compile(
    r"(?:^|.*,\s)\W*no\s(?!later|less|more|fewer|sooner|earlier|longer|other)[^,]*$"
    r"|^\W*no\s(?!later|less|more|fewer|sooner|earlier|longer|other)(?!.*\b(?:is|are|was|were|has|have"
    r"|appl\w+)\b).*$",
    re.I | re.S,
)
_AND = re.compile(r"\band\s+$")
_THEN = re.compile(r",\s(?:then,?\s)?(?:(?:where|if|when|as)\s\w+(?:\s\w+)?,\s)?(?P<verb>[a-z-]+)\b(?!,)")
_FIRST_WORD = re.compile(r"(?:[(\[]?\w{1,4}[)\].]\s+)?(?P<verb>[A-Z]?[a-z-]+)\b(?=\s+\S)")
_OR = re.compile(r"\b(?:or|nor)\s+\Z")
_ONLY = re.compile(r"^\W*only\s", re.I)
_WHO = re.compile(r",\s*(?:and\s+)?(?:who|which)\s*$", re.I)
_STATES = re.compile(
    r"(?:is|are|bears?|has|have|holds?|assumes?|shall be responsible)\b(?! (?:\w+ )*to$)", re.I
)
_LONGEST_HEADING = 9  # words
_REACH = 240  # characters looked at on either side of a modal: further words decide nothing
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_KEPT_UP = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|pt)\b", re.I)
_OF = re.compile(r"\sof\s")
_ORDER = re.compile(r"(?:[a-z]+ly\s+)?(?P<verb>[a-z-]+)\b", re.I)
_DONE = re.compile(r"(?:\w+ly\s+)?\w+(?:ed|en|ld|pt|nt|wn|ade)\b", re.I)
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_ASKED = re.compile(r"\b(?:how|what|why|whether)\b|^\W*(?:this|to)\s", re.I)
_TOLD = re.compile(r":|\bexists?\b|(?<!which )(?<!that )(?<!who )\b(?:is|are|can|uses?|consists?)\b")
_TITLED = re.compile(r"\s*[A-Z][^.;:—–\n]{2,60}(?:\.\s?[—–]|\s(?:--|[—–]))\s*")
_NO_SUBJECT = re.compile(r"\b(?:to|not|and|or|of|the|an?)\s+$", re.I)
_CUT = re.compile(r"[,;]\s*(?:and|but|or)?\s+|\s(?:and|but|or)\s+", re.I)
_GROUND = re.compile(r"^\W*(?:when|if|where|whenever|unless|in case|in the event)\b", re.I)
_forbids, _find_duty_of, _find_spared = sift(_UNLAWFUL), sift(_DUTY_OF), sift(_NOT_REQUIRED)


def read_english(raw: str, lead: Lead) -> list[Frame]:
    """Return the frames of an English clause's words; `lead` is what its lead-in makes of it."""
    frames: list[Frame] = []
    rhythms, limits = find_rhythms(raw), find_limits(raw)
    for match in _SENTENCE.finditer(raw):
        span = _trimmed(raw, match.span())
        if span[0] >= span[1] or (not frames and _is_heading(raw, span)):
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


def _is_heading(raw: str, span: Span) -> bool:
    """Say whether a sentence is the title of those after it (Additional notice in urgent situations.)."""
    words = raw[slice(*span)]
    return (
        words.endswith(".")
        and len(words.split()) <= _LONGEST_HEADING
        and raw[span[1] :].strip() != ""
        and words[:1].isupper()
        and _ordered(words) < 0
        and not _MODAL.search(words)
        and not _KEPT_UP.search(words)
    )


def _fill(raw: str, frame: Frame, high: int, rhythms: list[Rhythm], limits: list[Limit]) -> None:
    low = frame.span[0]
    measured = any(_MEASURED.match(action) for action in frame.actions)
    if not measured:
        frame.cadence = tuple(dict.fromkeys(one.cadence for one in within(rhythms, low, high)))
    frame.deadline = tuple(dict.fromkeys(one.deadline for one in within(limits, low, high)))
    if frame.kind is not Kind.PROHIBITION:
        frame.addressee = tuple(english_addressees(raw[low:high]))


def _trimmed(raw: str, span: Span) -> Span:
    start, end = span
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return start, end


def _sentence(raw: str, span: Span, lead: Lead) -> list[Frame]:
    words = raw[slice(*span)]
    if is_deeming(words):
        return [Frame(span, Kind.DEFINITION)]
    consequence = read_consequence(raw, span)
    if consequence is not None:
        return [consequence]
    spared = _find_spared(words)
    exempt = subject_of(words[: spared.start()]) if spared else ()
    if spared and exempt:
        return [Frame(span, Kind.PERMISSION, exempt, actions=(words[spared.start() :].strip(" .;:—"),))]
    silent = silent_kind(words)
    if silent is not None:
        return [Frame(span, silent)]
    barred = _UNLAWFUL_FOR.search(words)
    if barred:
        act = barred["act"].strip(" .:—")
        return [Frame(span, Kind.PROHIBITION, subject_of(barred["who"]) or None, actions=(act,))]
    duty_of = _find_duty_of(words)
    if duty_of:
        return [
            Frame(
                span,
                Kind.DUTY,
                subject_of(duty_of["who"]) or None,
                actions=(words[duty_of.end() :].strip(" .;"),),
            )
        ]
    ordered = _ordered(words) if lead is Lead.DUTY else -1
    if ordered >= 0:
        return _divided(raw, Frame(span, Kind.DUTY), span[0] + ordered)
    return _modals(raw, span) or _bare(raw, span, lead)


def _ordered(words: str) -> int:
    """Where the verb of an item stands that orders at once or after a condition (If it is late, tell …), else -1."""
    then = _THEN.search(words) if _GROUND.match(words) else _FIRST_WORD.match(words)
    told = then is not None and then["verb"].lower() in ORDER_VERBS and _OF.match(words, then.end()) is None
    return then.start("verb") if then and told else -1


def _modals(raw: str, span: Span) -> list[Frame]:
    """One frame for each predicate that a modal opens and for each act that `and` joins to it."""
    start, end = span
    told: list[tuple[Frame, int]] = []  # each with where its verb phrase begins
    titled = _TITLED.match(raw, start, end)
    opened = start = titled.end() if titled else start
    for found in _MODAL.finditer(raw, start, end):
        before = raw[opened : found.start()]
        relative = _WHO.search(before) if told else None
        if relative and not is_deed(verb_after(raw, found.end(), end)):
            continue
        goes_on = bool(told) and _AND.search(before) is not None
        if (
            relative is None
            and not goes_on
            and _is_subordinate(before[-_REACH:], opened == start and len(before) <= _REACH)
        ):
            continue
        if relative:
            opened += relative.start()
        elif told:
            opened += max((cut.end() for cut in _CUT.finditer(before)), default=0)
        if told:
            told[-1][0].span = (told[-1][0].span[0], opened)
        before = raw[opened : found.start()]
        kind = _kind(found, before, raw[found.start() : min(end, found.end() + _REACH)])
        if (
            kind is Kind.DUTY
            and told
            and told[-1][0].kind is Kind.PROHIBITION
            and _OR.search(raw, start, found.start())
        ):
            kind = Kind.PROHIBITION  # no person shall ride or shall drive
        frame = Frame((opened, end), kind)
        if relative:
            frame.subjects = antecedent(raw[max(start, opened - _REACH) : opened]) or None
        elif kind not in (Kind.SCOPE, Kind.OTHER):
            frame.subjects = _subjects(raw, found, before, end, told[-1][0] if told else None)
        stated = _STATES.match(found["modal"]) or (kind is Kind.DUTY and found["neg"])
        told.append((frame, found.start() if stated else found.end()))
        opened = found.end()
    return [each for frame, at in told for each in _divided(raw, frame, at)]


def _subjects(
    raw: str, found: re.Match[str], before: str, end: int, last: Frame | None
) -> tuple[str, ...] | None:
    passive = _PASSIVE.match(raw, found.end(), end)
    if passive and passive["word"] == "received":
        return None  # by whom it is received is whom it is sent to
    if passive and passive["word"].lower() not in _NOT_PASSIVE | _NO_PARTICIPLE:
        return agents(raw[found.end() : min(end, found.end() + 4 * _REACH)]) or None
    verb = verb_after(raw, found.end(), end)
    loose = is_deed(verb) or "responsib" in raw[found.start() : found.end() + 40]
    loose = loose or (not verb and _NONE_OF.match(before) is not None)
    subjects = in_full(subject_of(before, loose=loose), before)
    if not subjects and _PRONOUN.search(before):
        return party_of_condition(before[-2 * _REACH :]) or None
    if subjects or last is None or before.strip(" ,").removeprefix("and").strip():
        return subjects or None
    return last.subjects


def _divided(raw: str, frame: Frame, at: int) -> list[Frame]:
    """The frame as one or, where `and` joins several verb phrases, as one for each of them."""
    if frame.kind in (Kind.SCOPE, Kind.OTHER):
        return [frame]
    stop = frame.span[1]
    spans = (
        acts_of(raw, at, stop) if frame.kind in (Kind.DUTY, Kind.PERMISSION) else [_trimmed(raw, (at, stop))]
    )
    frames = []
    for number, (low, high) in enumerate(spans):
        first = frame.span[0] if number == 0 else low
        last = stop if number + 1 == len(spans) else spans[number + 1][0]
        words = raw[low:high].strip(" .;:,\u2014\u2013-")
        frames.append(Frame((first, last), frame.kind, frame.subjects, actions=(words,) if words else ()))
    return frames


def _is_subordinate(before: str, first: bool) -> bool:
    """Say whether the modal belongs to a clause that which, if or that opens: no predicate of its own."""
    found = next(reversed([*_SUBORDINATE.finditer(before)]), None)
    if found is None or _FINITE.search(before, found.end("word")) or _PREDICATE.match(before, found.start()):
        return False
    return not first or before[: found.start()].strip(" ,") != "" or "," not in before


def _is_ban(before: str, after: str) -> bool:
    """Say whether words of a ban belong to this modal, not to a later one's (…, but in no case shall …)."""
    ban = _forbids(before + after)
    return ban is not None and not re.search(r"[,;]", after[: max(0, ban.start() - len(before))])


def _kind(found: re.Match[str], before: str, after: str) -> Kind:
    modal = found["modal"].lower()
    negative = (found["neg"] or "").strip().lower()
    rest = after[found.end() - found.start() :]
    if (
        "prohibit" in modal
        or _NOBODY.match(before)
        or _NONE_OF.match(before)
        or negative.endswith(("not", "neither", "never"))
        or _is_ban(before, after)
    ):
        if _NOT_NEEDED.match(rest):
            return Kind.SCOPE
        if _THRESHOLD.match(rest):
            return Kind.DUTY
        return Kind.OTHER if modal == "should" and not negative else Kind.PROHIBITION
    if "exempt" in modal:
        return Kind.PERMISSION if subject_of(before) else Kind.SCOPE
    if modal in ("may", "can") or any(word in modal for word in ("entitled", "right", "access")):
        return Kind.PROHIBITION if _ONLY.match(before) else Kind.PERMISSION
    if "offence" in modal or modal.endswith(("guilty", "liable", "violation")):
        return Kind.SANCTION
    if modal == "will":
        deed = is_deed(verb_after(after, found.end() - found.start(), len(after)))
        return Kind.DUTY if subject_of(before, loose=deed) else Kind.OTHER
    return Kind.DUTY


def _bare(raw: str, span: Span, lead: Lead) -> list[Frame]:
    start, end = span
    words = raw[start:end]
    if lead is Lead.DUTY and _GROUND.match(words):
        return [Frame(span, Kind.GROUND)]
    if _forbids(words):
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
            return [Frame(span, Kind.DUTY)]
        ended = re.search(r"[\s.;:,]*(?:\b(?:and|or)\s*)?$", raw[:end])
        done = agents(words) if _DONE.match(opening) else ()
        frame = Frame((start, ended.start() if ended else end), Kind.DUTY, done or None)
        return _divided(raw, frame, end - len(opening))
    if _KEPT_UP.search(words) and find_rhythms(words):
        return [Frame(span, Kind.DUTY, agents(words) or None, actions=(words.strip(" .;:"),))]
    return []


def _stated(words: str) -> tuple[int, tuple[str, ...]] | None:
    """A present-tense statement about a role (The board approves the policy): where its verb begins, and who."""
    for found in islice(_WORD.finditer(words), 1, 14):
        word = found.group()
        forms = (word, word[:-1], word[:-2], word[:-3] + "y") if word.endswith("s") else (word,)
        base = next((form for form in forms if form in ORDER_VERBS), "")
        if not (base or word == "owns") or not word.islower() or _NO_SUBJECT.search(words, 0, found.start()):
            continue
        if _TOLD.search(words, 0, found.start()):
            return None
        subjects = () if _ASKED.search(words, 0, found.start()) else subject_of(words[: found.start()])
        before = _BRACKETED.sub("", words[: found.start()])
        if subjects and before.strip().lower().endswith(subjects[-1].lower()[-6:]):
            return found.start(), subjects
    return None
