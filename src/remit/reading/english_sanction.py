"""English sanctions and exemptions: who is punished, by whom, and who does not answer."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_role import agents
from remit.reading.english_subject import party_of_condition, subject_of
from remit.reading.frame import Frame
from remit.reading.sentence import Span
from remit.reading.sieve import sift

__all__ = ["punishes", "read_consequence"]

_SANCTION = re.compile(
    r"(?:^\W*(?:maximum )?penalty(?: for [^:]{1,60})?(?=\s*[:—–])|\b(?:commits? an? offence|(?:be"
    r"|is) an offence"
    r"|guilty of an? (?:offence|misdemeanou?r|felony)|liable (?:on|to"
    r"|for)\b[^.;]{0,200}(?:conviction|fine|penalt\w+|imprisonment|damages)|(?<!corporal )punish\w*"
    r"|(?:civil|financial|monetary|pecuniary|administrative|criminal)(?: money| monetary)? (?:penalt\w+"
    r"|sanctions?)"
    r"|(?:take|bring|start|institute) (?:\w+ )?(?:action|proceedings)(?: under [\w ()]{3,40}?)? against"
    r"|liable to (?:\w+ )?(?:action|proceedings|sanctions?)"
    r"|administrative fines?|be subject to (?:a |an )?(?:\w+ ){0,4}(?:fine|penalty|sanctions?"
    r"|disciplinary)|disciplinary (?:action|measures|proceedings)"
    r"|(?:suspend|revoke|withdraw|cancel)\w* (?:the|its|his|her"
    r"|their|a|that) (?:[\w’']+ )?(?:licen[cs]e|registration|enrol?lment|approval|permit|authori[sz]ation"
    r"|accreditation|certificate)"
    r"|be (?:\w+ly )?(?:named in a (?:public )?(?:circular|notice)|fined|disciplined|dismissed|demoted"
    r"|reprimanded"
    r"|censured|cautioned|penali[sz]ed|prosecuted|expelled|disqualified|struck off"
    r"|removed from (?:office|the register|his|her|their)"
    r"|suspended from|closed down|shut down|criticised|criticized|held (?:\w+ly )?(?:liable|accountable"
    r"|responsible)"
    r"|given a (?:written |formal |final )?(?:warning|reprimand|demerit)|held to account|called to account)"
    r"|(?:licen[cs]e|registration|permit|authori[sz]ation|accreditation) (?:shall|may"
    r"|must) be (?:suspended|revoked"
    r"|withdrawn|cancelled)|forfeits? (?:the|its|his|her|their)"
    r"|failure to [^.;]{3,120} (?:may|will|shall) (?:result in|lead to)|bears? (?:civil|criminal"
    r"|legal) liability)\b)",
    re.I,
)
_ORDERED = re.compile(
    r"^\W*(?:where|if|when)\b.*?\b(?:shall|may|must)\s+(?:\w+ly\s+)?order (?:it |them |him |her |him or her "
    r"|the (?:\w+ ){1,5})to\b",
    re.I | re.S,
)
_IMPOSES = re.compile(
    r"\b(?:may|shall|must)\s+(?:\w+ly\s+)?(?:suspend|revoke|withdraw|impose|assess|levy|issue|fine|cancel"
    r"|order|punish|discipline"
    r"|dismiss|reprimand|warn|prosecute|disqualify|expel|close|take)\b",
    re.I,
)
_EXEMPT = re.compile(
    r"\b(?:(?:shall|does|do|will|must) not (?:be (?:held )?(?:guilty|liable|responsible|accountable|answerable"
    r"|penali[sz]ed"
    r"|disciplined|punished)|answer for|bear (?:any |the )?(?:liability|responsibility))"
    r"|(?:is|are|shall be) immune from|(?:is|are) not (?:liable|responsible|accountable|answerable))\b",
    re.I,
)
_OFFENCE_FOR = re.compile(r"\bit (?:is|shall be) an? offence for (?P<who>[^,;.]{2,100}?) to\b", re.I)
_NO_ONE = re.compile(
    r"\W*no (?P<who>[^,;.]{2,100}?) (?:shall|may|must|is|will) (?:be )?(?:held )?(?:liable|responsible"
    r"|accountable|answerable"
    r"|penali[sz]ed|disciplined|punished|prosecuted|fined|dismissed)\b",
    re.I,
)
_MODAL = re.compile(r"\b(?:shall|must|may|commits?|will|forfeits?|bears?)\b", re.I)
_ORDERS = re.compile(r"\b(?:shall|must)\s+(?!not\b|be\b)", re.I)
_CONDITIONAL = re.compile(
    r"\s(?:if|when|where|whenever|unless|whether|before|after|following|until|who|which|whose|that)\s", re.I
)
_SPARED = re.compile(
    r"\b(?:shall|must|may) not (?:\w+ly )?(?:suspend|revoke|withdraw|impose|assess|levy|fine|cancel"
    r"|punish|discipline|dismiss"
    r"|prosecute|take)\b",
    re.I,
)
_AND_MODAL = re.compile(r",?\s+and\s+(?:shall|must|may)\s+(?!not\b)", re.I)
_BEING = re.compile(r"\b(?:is|are)\b", re.I)
_AFTER_CONDITION = re.compile(r"^\W*(?:where|if|when|whenever)\b[^,]*,", re.I)
_FRONTED = re.compile(
    r"^\W*(?:\w{1,3}[).]\s)*(?:where|if|when|whenever|in addition to|whether|notwithstanding|upon|after|before"
    r"|following|during|prior to|pending|in connection with|in the course of|for the purposes? of)\b[^,]*,",
    re.I,
)
_MAY_ANSWER = re.compile(
    r"\b(?:liable to|guilty of|contraven(?:es|ed)|infring(?:es|ed)|violat(?:es|ed)|breach(?:es|ed) (?:a"
    r"|an|the|any)\b|in breach"
    r"|commits|committed|fail(?:s|ed) to comply|non-compliance|in default|misconduct).*,.*\bmay\W*$",
    re.I | re.S,
)
_FALLS_ON = re.compile(
    r"\b(?:on|upon|against|(?:suspend|revoke|terminate|withdraw|cancel) the (?:\w+ ){1,3}of|dismiss"
    r"|discipline|reprimand|fine|warn|expel|disqualify|prosecute)\s+"
    r"(?P<who>(?:the|any|an?|that|each|every)\s[^,;.]{2,60}?)(?=\s+(?:who|which|whose|that|for|if|when"
    r"|unless|where|from|in|shall|may)\b|[,;.:—–]|$)",
    re.I,
)
_find_exemption, _find_sanction = sift(_EXEMPT), sift(_SANCTION)
_TRAILING = re.compile(
    r"\s(?:where|if|when)\s+(?P<who>(?:the|an?|any|that|each)\s[^,;.]{2,120})"
    r"|\bfor (?:the |any |each )?(?:failure|refusal|violation|breach|contravention|non-compliance) by "
    r"(?P<failing>(?:the|an?|any)\s[^,;.]{2,80}?)(?=\s(?:to|of|with|under)\b|[,;.]|$)",
    re.I,
)


def punishes(words: str) -> bool:
    """Say whether the words speak of an offence or a punishment."""
    return _find_sanction(words) is not None


def _is_consequence(words: str) -> bool:
    """Say whether a sentence punishes; what it only makes a condition, or tells of somebody, is no consequence."""
    fronted = _FRONTED.match(words)
    start = fronted.end() if fronted and _MODAL.search(words, fronted.end()) else 0
    if _SPARED.search(words, start):
        return False
    if _AFTER_CONDITION.match(words) and _MAY_ANSWER.search(words):
        return True
    ordered = _ORDERS.search(words, start)
    told = ordered and _CONDITIONAL.search(words, ordered.end())
    found = _find_sanction(words[start : told.start() if told else len(words)])
    if found is None and told:
        return _IMPOSES.search(words, start, told.start()) is not None and _find_sanction(words) is not None
    return found is not None


def read_consequence(raw: str, span: Span) -> Frame | None:
    """Return the frame of a sentence that punishes or exempts, None for any other."""
    words = raw[slice(*span)]
    offence = _OFFENCE_FOR.search(words)
    if offence:
        return Frame(span, Kind.SANCTION, subject_of(offence["who"], loose=True) or None)
    exempt = _find_exemption(words) or _NO_ONE.match(words)
    if exempt and "who" in exempt.groupdict():
        return Frame(span, Kind.PERMISSION, subject_of(exempt["who"], loose=True) or None)
    if exempt:
        return Frame(span, Kind.PERMISSION, subject_of(words[: exempt.start()], loose=True) or None)
    if not _is_consequence(words) and not _ORDERED.search(words):
        return None
    opened = _AFTER_CONDITION.match(words)
    told = party_of_condition(words[: opened.end()]) if opened else ()
    start = opened.end() if opened else 0
    trailing = _TRAILING.search(words, start)
    if trailing and not told:
        who = trailing["who"] or trailing["failing"]
        told = party_of_condition(who)
        if not told and not _BEING.search(who):
            told = subject_of(who.rstrip(" :—–-"), loose=True)
    main = _MODAL.search(words, start) or _BEING.search(words, start)
    named = subject_of(words[start : main.start()], loose=True) if main else ()
    deeds = _AND_MODAL.split(words[main.end() :]) if main else []
    actions = tuple(deed for one in deeds if (deed := one.strip(" .;:,—–-")))
    if _IMPOSES.match(words, main.start() if main else 0) or (told and not actions):
        falls = _FALLS_ON.search(words, main.end()) if main else None
        objects = subject_of(falls["who"], loose=falls["who"][0] in "aAeE") if falls else ()
        subjects, objects = (told, objects) if told or not objects else (objects, ())
        return Frame(span, Kind.SANCTION, subjects or None, objects, by=named, actions=actions)
    by = agents(words[start:]) if re.search(r"\bbe\b", words[start:]) else ()
    if told:
        return Frame(span, Kind.SANCTION, told, named, by=by, actions=actions)
    return Frame(span, Kind.SANCTION, named or None, by=by, actions=actions)
