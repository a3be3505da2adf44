"""English sentences whose verb a modal opens (shall, must, may, is required to): what each lays on whom."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_act import divided, is_deed, verb_after
from remit.reading.english_role import agents
from remit.reading.english_subject import (
    antecedent,
    in_full,
    maker_of,
    opening_party,
    party_of_condition,
    subject_of,
)
from remit.reading.frame import Frame
from remit.reading.sentence import Span
from remit.reading.sieve import sift

__all__ = ["MODAL", "forbids", "modal_frames"]

MODAL = re.compile(
    r"\b(?P<modal>(?:shall have|has|have) (?:the |sole |full |absolute ){0,2}(?:discretion|power|authority)"
    r"(?= (?:to|whether|as)\b)(?: to)?"
    r"|shall have (?:the right|access) to|shall be entitled to|shall be exempt"
    r"|shall be (?:\w+ly )?(?:and \w+ly )?(?:liable|guilty|in violation)|shall|must|(?<!\d )(?<!\bas )may(?! \d)|should"
    r"|is required to|are required to|is (?:also )?responsible for"
    r"|are (?:also )?responsible for|shall be responsible|has a duty to|have a duty to"
    r"|is under a duty to|are under a duty to|is to|are to|has to|have to"
    r"|is entitled to|are entitled to|has (?:a|the) right to|have (?:a|the) right to|can|is exempt|are exempt"
    r"|(?:is|are) expected to|are required|is required|is obliged to|are obliged to|is prohibited|are prohibited"
    r"|(?:is|are) (?:in charge of|accountable (?:to [^,.;]{2,60}? )?for|(?:the )?(?:\w+ ){0,3}responsible)"
    r"|(?:bears?|has|have|holds?|assumes?) (?=(?:\w+ ){0,3}(?:responsibilit|accountabilit))"
    r"|(?:is|are) (?:hereby )?(?:authori[sz]ed|empowered)(?: and (?:authori[sz]ed|empowered))? to"
    r"|commits? an offence|is guilty|(?:is|are) liable(?! to (?:be (?!fined|punish|prosecut"
    r"|dismiss|suspend|sued|remov|disciplin|imprison)|become|cause|occur|arise|contain|suffer))|will)\b(?P<neg>\s+(?:also\s+)?(?:not|neither"
    r"|never|only)\b)?",
    re.I,
)
_SUBORDINATE = re.compile(
    r"\b(?P<word>which|who"
    r"|(?<!\bin )(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bon )(?<!\bfor )(?<!\bwith )(?<!\bunder )(?<!\bfrom )that"
    r"|whom|whose|how|if|when|where|whenever|unless|as(?!\san?\s)(?=\s(?:\S+\s+){1,6}$)"
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
_PASSIVE = re.compile(
    r"\s*(?:also |not |only |then )?be\s+(?:\w+ly\s+)?(?!prepared (?:to|for)\b)(?P<word>\w+)", re.I
)
_TOLD_OF = re.compile(
    r"(\bbe\s(?:notified|informed|advised|told)\sby\s(?:the|an?)\s[\w ]+?)(?=\sof\s(?:any|the|an?|all|such|its)\s)",
    re.I,
)
_NO_PARTICIPLE = frozenset("a an the of in on at under for such any no one in his her its their".split())
_HAS_DONE = re.compile(
    r"\s+(?:have|get)\s(?:the|its|their|his|an?|all|each|every|any)\s(?:[\w-]+\s){1,4}?(?:\w+ed|made|done|sent|taken)\b",
    re.I,
)  # have the hull surveyed: whoever does it has somebody do it
_NOT_PASSIVE = frozenset(
    "responsible required liable able available entitled subject allowed permitted free capable competent present"
    " obliged aware satisfied consistent compatible proportionate sufficient adequate appropriate suitable"
    " valid effective equivalent equal complete accurate legible visible accessible open".split()
)
_NOT_NEEDED = re.compile(r"\s*be (?:required|necessary)\b")
_THRESHOLD = re.compile(
    r"\s*(?:be|fall|drop)\s+(?:less|lower|fewer|below|under|more|greater|higher|longer|later|above"
    r"|over)\b|\s*exceed\b",
    re.I,
)
_PRONOUN = re.compile(
    r"^\W*(?:\w{1,3}[).]\s)*(?:where|if|when|whenever)\b[^.;]*(?:,\s*(?:it|they|he|she|he or she)"
    r"|\s(?:each|every|any) such [\w-]+|\s(?:each|all) of them)\s*$",
    re.I,
)
_THIS = re.compile(
    r"(?:this|that|such)\s(?:individual|person|officer|official|body|committee|team|group|panel)", re.I
)
_EACH_SUCH = re.compile(r"\s(?:(?:each|every) such [\w-]+|(?:each|all) of them)\s*$", re.I)
_RELATIVES = ("who", "which", "that", "whom")
_OR_ELSE = re.compile(r"\bor\s*$", re.I)
_NOBODY = re.compile(r"^\W*(?:neither|none of)\b", re.I)
_NONE_OF = re.compile(
    r"(?:^|.*,\s)\W*no\s(?!later|less|more|fewer|sooner|earlier|longer|other)[^,]*$"
    r"|^\W*no\s(?!later|less|more|fewer|sooner|earlier|longer|other)(?!.*\b(?:is|are|was|were|has|have"
    r"|appl\w+)\b).*$",
    re.I | re.S,
)
_AND = re.compile(r"\band\s+$")
_OR = re.compile(r"\b(?:or|nor)\s+\Z")
_ONLY = re.compile(r"^\W*only\s", re.I)
_WHO = re.compile(r",\s*(?:and\s+)?(?:who|which)\s*$", re.I)
_STATES = re.compile(
    r"(?:is|are|bears?|has|have|holds?|assumes?|shall be responsible)\b(?! (?:\w+ )*to$)", re.I
)
_REACH = 240  # characters looked at on either side of a modal: further words decide nothing
_TITLED = re.compile(r"\s*[A-Z][^.;:—–\n]{2,60}(?:\.\s?[—–]|\s(?:--|[—–]))\s*")
_CUT = re.compile(r"[,;]\s*(?:and|but|or)?\s+|\s(?:and|but|or)\s+", re.I)
# What leaves it to somebody and binds nobody.
_LEAVES = ("entitled", "right", "access", "authori", "power", "discretion")
_UNLAWFUL = re.compile(
    r"\b(?:it is unlawful|it is prohibited|no (?:person|employer|employee|operator|one"
    r"|[a-z]+) (?:shall|may|must)|is forbidden|are forbidden|(?:is|are) not (?:permitted|allowed) to)\b",
    re.I,
)
forbids = sift(_UNLAWFUL)
"""Find words of a ban that need no `not` (it is unlawful, no person shall)."""


def modal_frames(raw: str, span: Span) -> list[Frame]:
    """One frame for each predicate that a modal opens and for each act that `and` joins to it."""
    start, end = span
    told: list[tuple[Frame, int]] = []  # each with where its verb phrase begins
    titled = _TITLED.match(raw, start, end)
    opened = start = titled.end() if titled else start
    for found in MODAL.finditer(raw, start, end):
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
    return [each for frame, at in told for each in divided(raw, frame, at)]


def _subjects(
    raw: str, found: re.Match[str], before: str, end: int, last: Frame | None
) -> tuple[str, ...] | None:
    passive = _PASSIVE.match(raw, found.end(), end)
    if passive and passive["word"] == "received":
        return None  # by whom it is received is whom it is sent to
    if passive and passive["word"].lower() not in _NOT_PASSIVE | _NO_PARTICIPLE:
        told = _TOLD_OF.sub(r"\1,", raw[found.end() : min(end, found.end() + 4 * _REACH)])
        return agents(told) or maker_of(before) or None
    verb = verb_after(raw, found.end(), end)
    loose = is_deed(verb) or "responsib" in raw[found.start() : found.end() + 40]
    loose = loose or _HAS_DONE.match(raw, found.end(), end) is not None
    loose = loose or (not verb and _NONE_OF.match(before) is not None)
    subjects = in_full(subject_of(before, loose=loose), before)
    if _THIS.fullmatch(before.strip(" ,")):
        return opening_party(raw) or None
    if _PRONOUN.search(before) and (not subjects or _EACH_SUCH.search(before)):
        return party_of_condition(before[-2 * _REACH :]) or None
    if not subjects and last is None and _AND.search(before):
        stated = _FINITE.search(before)  # the captain has authority and | is responsible for
        subjects = subject_of(before[: stated.start()]) if stated else ()
    if subjects or last is None or before.strip(" ,").removeprefix("and").strip():
        return subjects or None
    return last.subjects


def _is_subordinate(before: str, first: bool) -> bool:
    """Say whether the modal belongs to a clause that which, if or that opens: no predicate of its own."""
    found = next(reversed([*_SUBORDINATE.finditer(before)]), None)
    if _EACH_SUCH.search(before):
        return False
    if found and found["word"].lower() in ("who", "which") and _OR_ELSE.search(before, found.end()):
        return True  # the owner who keeps or | is to keep a dog
    if found and found["word"].lower() in _RELATIVES and not before[found.end("word") :].strip():
        return True
    if found is None or _FINITE.search(before, found.end("word")) or _PREDICATE.match(before, found.start()):
        return False
    return not first or before[: found.start()].strip(" ,") != "" or "," not in before


def _is_ban(before: str, after: str) -> bool:
    """Say whether words of a ban belong to this modal, not to a later one's (…, but in no case shall …)."""
    ban = forbids(before + after)
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
    if modal in ("may", "can") or any(word in modal for word in _LEAVES):
        return Kind.PROHIBITION if _ONLY.match(before) else Kind.PERMISSION
    if "offence" in modal or modal.endswith(("guilty", "liable", "violation")):
        return Kind.SANCTION
    if modal == "will":
        deed = is_deed(verb_after(after, found.end() - found.start(), len(after)))
        return Kind.DUTY if subject_of(before, loose=deed) else Kind.OTHER
    return Kind.DUTY
