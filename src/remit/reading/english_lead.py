"""What an English lead-in makes of the items below it."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_role import role_phrase
from remit.reading.english_words import ORDER_VERBS
from remit.reading.lead import Lead

__all__ = ["english_lead"]

_REACH = 600  # characters of the lead-in's last sentence that are looked at
_ENSURES = re.compile(r"\b(?:ensures?|make sure|see to it|procure)\b[^.:]*\W*$", re.I)
_LISTS = re.compile(r"\b(?:includ\w+|contain\w*|following)\b[^.:]*\W*$", re.I)
_CAN = re.compile(r"\b(?:may|shall|must|liable to|subject to|by)\W*$", re.I)
_DEFINES = re.compile(r"\bmeans\W*$|following meanings?|definitions", re.I)
_LEADS = (
    (
        re.compile(
            r"(?:shall|must|may) not\W*$|\bno(?:body| \w[^,.;:]{0,60}) (?:shall|must|may)(?: \w+ly)?\W*$"
            r"|(?:shall|must|may) not\b(?! be required)[^.]*(?:following|any of)[^.]*$"
            r"|(?:shall|must|may) not\b(?! be required)(?:(?!\b(?:if|unless|until|when|where|whenever|except|provided"
            r"|without|before|after|than|but|and)\b)(?:[^.;,]|,(?=\s(?:or|nor)\b)))*$",
            re.I,
        ),
        Lead.PROHIBITION,
    ),
    (
        re.compile(
            r"\bexcept(?:\s(?:for|in|where|as))?(?:\s\w+){0,4}\W*$"
            r"|\b(?:if|where|when|unless|conditions?|circumstances|cases?|except(?:ions)?|provided that"
            r"|except)(?: (?:either|both))?\W*$|\b(?:because of|by reason of|as a result of|on account of)\W*$"
            r"|\b(?:not|never)\b[^.;,]*\bwho\W*$|\bwho\s(?:is|are|has|have|was|were)\W*$"
            r"|(?:following|these) (?:conditions|circumstances|cases|exceptions)[^.]*$"
            r"|\b(?:if|where|when|whenever|unless) (?:any|one|either|all|each|some)(?: or more)? of the following"
            r"\b[^.]*$",
            re.I,
        ),
        Lead.GROUND,
    ),
)
_THAT_ROLE = re.compile(
    r"\b(?:stipulat|provid|requir|ensur)\w*\b[^.:]{0,60}\bthat (?P<who>(?:the|each|every|an?|any) [a-z -]{2,40}?)\W*$",
    re.I,
)
_LATER = (
    (
        re.compile(
            r"\b(?:notices?|notifications?|plans?|reports?|contracts?|records?|statements?|applications?|certificates?"
            r"|agreements?|communications?)\b(?:\s\(?[\w()]+){0,6}\s(?:shall|must)"
            r"(?:,? (?:at least|as a minimum|at a minimum))?\W*$",
            re.I,
        ),
        Lead.ELEMENT,
    ),
    (
        re.compile(
            r"\b(?:document|record|retain|keep|disclose|display)\s(?:\w+\s){0,3}?the following\b.{0,120}$",
            re.I,
        ),
        Lead.ELEMENT,
    ),
    (
        re.compile(
            r"\b(?:may|rights? to|entitled to|(?:em)?powers? to|empowered to|free to)\W*$"
            r"|\bmay\b[^.]*following[^.]*$",
            re.I,
        ),
        Lead.PERMISSION,
    ),
    (
        re.compile(
            r"\b(?:of|from|for|with|on|about|regarding|concerning|between|against|covering"
            r"|following (?!measures|steps|actions|procedures|requirements|tests|checks|duties"
            r"|tasks)(?:\w+ ){1,3}"
            r"(?:shall|must|should|are to) be \w+"
            r"|(?:respect to|regard to|relation to|regarding|concerning|containing|including)"
            r"\s(?:(?:any|all|each|one) of )?the following"
            r"|\bcontaining\b[^.:]*|regard to|regard for|account of|into account|attention to|consider|considering"
            r"|considers"
            r"|relating to|limited to)\W*$",
            re.I,
        ),
        Lead.ELEMENT,
    ),
    (
        re.compile(
            r"\b(?:includ\w+|consists?(?: of)?|contains?|comprises?"
            r"|(?<!\bin )(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bunder )that|which|whether|how|specif(?:y|ies|ying)"
            r"|identif(?:y|ies|ying)|sets? out|(?<!\bto )address(?:es)?|outlines?|states?|describes?"
            r"|covers?|following (?:components|categories|types|classes|groups|topics|subjects"
            r"|parts|criteria|factors|considerations|information|particulars|elements|items|details"
            r"|equipment|documents"
            r"|matters"
            r"|contents)|composed of)\b[^.:]{0,40}\W*$",
            re.I,
        ),
        Lead.ELEMENT,
    ),
)


_FOR_EXAMPLE = re.compile(
    r"\binclud\w+,? but (?:is|are) not limited to\b[^.:]*$|\bincluding,? but not limited to\b[^.:]*$", re.I
)
_BEING = re.compile(r"\b(?:is|are|be|been|has|have)\W*$", re.I)  # that equipment, including clothing, is:
_TELLS = re.compile(
    r"\b(?:(?:notify|inform|consult|advise|tell|alert)(?: (?:any|each|all|one or more) of)?"
    r"|(?:report|copy|copies|notice|given|sent|submitted|submit|send|it|reported|notified)(?: [\w ]{1,40})? to"
    r"(?: each of)?)(?: the following)?\W*$",
    re.I,
)
_TO = re.compile(r"\b(?:access|information|apply) to\W*$", re.I)
_BE = re.compile(r"\W*(?:also )?be\b", re.I)  # be given in writing: no part of what a notice says
_OPENING = re.compile(r"\W*(?:[a-z]+ly\s)?(?P<word>[A-Za-z-]+)")
_ABOUT = ("of", "about", "concerning", "regarding")  # the items say what the verb is about
_VERBS = ORDER_VERBS | {"be", "not", "also"}


def english_lead(raw: str, kind: Kind, first: str) -> Lead:
    """Return what an English lead-in of this kind makes of the items below it, of which `first` is the first."""
    text = raw.rstrip()
    if not text.endswith((":", "—", "–", "-")):
        return Lead.NONE
    last = text[max(text.rfind(". ", 0, -1), text.rfind("; ", 0, -1)) + 1 :][-_REACH:]
    if kind is Kind.DEFINITION or _DEFINES.search(last):
        return Lead.DEFINITION
    if _FOR_EXAMPLE.search(last):
        return Lead.ELEMENT
    if kind is Kind.SANCTION:
        return Lead.CONSEQUENCE if _CAN.search(last) else Lead.GROUND
    plain = next((lead for pattern, lead in _LEADS if pattern.search(last)), None)
    return plain or _of_acts(last, first)


def _of_acts(last: str, first: str) -> Lead:
    """What a lead-in makes of items that are neither barred nor circumstances: acts, or what an act is about."""
    opened = _OPENING.match(first)
    word = opened["word"].lower() if opened else ""
    if _TELLS.search(last) and word not in _VERBS:
        return Lead.RECIPIENT
    if (_TO.search(last) and word not in _VERBS) or word in _ABOUT:
        return Lead.ELEMENT
    if _ENSURES.search(last) and (_BEING.search(last) or not _LISTS.search(last)):
        return Lead.DUTY
    bound = _THAT_ROLE.search(last)
    if (bound and role_phrase(bound["who"])) or _BE.match(first):
        return Lead.DUTY
    return next((lead for pattern, lead in _LATER if pattern.search(last)), Lead.DUTY)
