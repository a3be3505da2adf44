"""English sentences that lay nothing on anyone: definitions, deeming rules, commencement, scope."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_sanction import punishes
from remit.reading.sieve import sift

__all__ = ["is_deeming", "is_saving", "silent_kind"]

_SCOPE = re.compile(
    r"\b(?:do(?:es)? not apply|(?<!may )(?<!can )appl(?:y|ies) (?:to|only|where|in|if)"
    r"|shall (?:not )?apply(?! for\b)"
    r"|shall (?:be (?:construed|interpreted|read)|extend)\b|is without prejudice|nothing in this|is subject to"
    r"|extends? to|do(?:es)? not require)\b",
    re.I,
)
_RESERVES = re.compile(
    r"\W*(?:\w{1,4}[).]\s)*(?:nothing in (?:this|these|any|sub|para|sec|art|reg)"
    r"|no (?:action|failure|delay|omission|decision|waiver)\b[^.;]*?\s(?:shall |may )?(?:preclude|prevent"
    r"|affect|limit|impair|prejudice)s?\b"
    r"|(?:this|these|the)\s(?:[a-z]+\s){0,2}?(?:sections?|paragraphs?|subsections?|provisions?|articles?|regulations?|orders?"
    r"|rules?|requirements?|dut(?:y|ies)|obligations?)\b[^.;,]{0,60}?\s(?:does|do|shall|will) not"
    r" (?:preclude|prevent|affect|limit|impair|prejudice|restrict)\b)",
    re.I,
)
_DEFINED = re.compile(
    r"^\W*(?:[a-z]{1,2}\)\s*)?[“\"‘][\w -]{2,40}[”\"’],? (?:does not )?includes?\b"
    r"|^\W*in this (?:section|article|part|act|regulation|rule|schedule|chapter|order|law"
    r"|policy)\b[^,]{0,30},"
    r"\s[“\"‘]?[\w -]{2,40}[”\"’]? (?:does not )?includes?\b"
    r"|^\W*(?:\w{1,4}[).]\s)*for the purposes? of (?:this|these|paragraph|sub|section|article|regulation|rule"
    r"|clause)\b[^,]*,\san?\s[\w -]{2,40}?\s(?:begins|ends|starts|occurs|arises|exists)\b"
    r"|^\W*(?:\w{1,4}[).]\s)*an?\s[\w -]{2,40}?\sis\s(?:any|an?)\s[\w -]{2,40}\s(?:that|which|who)\b"
    r"(?!.*\b(?:shall|must|may)\b)"
    r"|[\w)][”\"’]\s+(?:means|includes)\b|\b(?:"
    r"(?<!\bthe )(?<!\bby )(?<!\bany )(?<!\ball )(?<!\bother )(?<!\bits )(?<!\btheir )"
    r"means(?=\s+(?:an?|the|any|every|one|those|such|all|each|in relation)\b|\s*[:—–-])(?! (?:of|for|to|by)\b)"
    r"|has the (?:same )?meaning|have the meanings?|is defined as"
    r"|shall be deemed|is deemed"
    r"|is to be (?:construed|read) as|refers to"
    r"|for the purposes of this \w+, [“\"'‘]?\w+[”\"'’]? (?:is|are|means|includes))\b",
    re.I,
)
_DEEMED = re.compile(
    r"\b(?:(?:is|are) to be (?:treated|regarded|considered)|(?:is|are|shall be) (?:treated|regarded"
    r"|considered|taken|deemed)"
    r"|counts?) (?:as|to (?:be|have))\s(?!confidential|secret|private|urgent|sensitive|strictly)(?P<what>.*)",
    re.I | re.S,
)
_OPENS_TERMS = re.compile(
    r"^\W*(?:[A-Z]\w+\.\s)?(?:as used in|in|for (?:the )?purposes? of) (?:this"
    r"|these) [\w ]{3,40}(?:, (?:unless|except)\b[^.;:]{0,80})?[:—–-]\W*$"
    r"|\bfollowing (?:definitions|meanings|terms) (?:shall )?(?:apply|have)\b",
    re.I,
)
_ORDERS = re.compile(
    r"\b(?:shall|must)\s+(?!(?:not )?(?:apply(?! for\b)|extend to\b|be (?:construed|interpreted|read)\b))"
)
_OTHER = re.compile(
    r"\b(?:comes? into force|enters? into force|takes? effect|purpose of this|may be cited as"
    r"|objective of this|need not|not required to)\b",
    re.I,
)
_IN_FORCE = re.compile(
    r"\bthere (?:shall|must|is to) be (?:established )?(?:an?|the) (?:[\w-]+ ){0,3}(?:committee|panel|board|council"
    r"|commission|body|authority|tribunal|office|agency|secretariat|forum)\b|\bholds? office for\b|"
    r"\b(?:shall|will) (?:enter|come) into (?:force|effect|operation)\b|\bshall take effect\b"
    r"|\b(?:is|are|shall be) (?:hereby )?repealed\b",
    re.I,
)
_defines, _commences, _says_other = sift(_DEFINED), sift(_IN_FORCE), sift(_OTHER)
_sets_scope, _find_deemed = sift(_SCOPE), sift(_DEEMED)


def is_deeming(words: str) -> bool:
    """Say whether a sentence opens a list of terms, or says what something counts as, an offence apart."""
    deemed = _find_deemed(words)
    return _OPENS_TERMS.search(words) is not None or (deemed is not None and not punishes(deemed["what"]))


def is_saving(words: str) -> bool:
    """Say whether a sentence only keeps something from being taken away by another (nothing in this section …)."""
    return _RESERVES.match(words) is not None


def silent_kind(words: str) -> Kind | None:
    """Return the kind of a sentence that lays nothing on anyone: a definition, commencement, scope."""
    if _defines(words):
        return Kind.DEFINITION
    if _commences(words) or (_says_other(words) and not re.search(r"\b(?:shall|must)\b", words)):
        return Kind.OTHER
    if is_saving(words):
        return Kind.SCOPE
    ordered = _ORDERS.search(words)
    return Kind.SCOPE if _sets_scope(words) and not ordered else None
