"""English role phrases: which noun phrases name a person or a body, how a co-ordination falls apart, agents."""

from __future__ import annotations

import re

from remit.reading.english_words import ROLE_NOUNS, THINGS

__all__ = [
    "ASIDE",
    "LEAD_ARTICLE",
    "PRONOUN",
    "agents",
    "party_at",
    "role_phrase",
    "split_parties",
    "with_choosers",
]

ASIDE = re.compile(
    r",\s*(?:other than|where|if|when|as|in|including|such as|or|and,|together with|along with|jointly with|after"
    r"|before|acting|subject to|on|at|with|within|upon|under|through|by|without|not being|being|having|for"
    r"|to the extent)\b[^,]*,",
    re.I,
)
_ARTICLE = re.compile(
    r"^(?:one or more(?: of)?|the|an?|each|your|no|only|also|and|or|that|every|both)\s+", re.I
)
_BARE_ARTICLE = re.compile("the|an?|each|every|any|all|its|their|that|this|such|no", re.I)
_AFTER_HEAD = re.compile(
    r"\s+(?:of|for|who|whom|whose|which|that|in|at|with|to|responsible|established|referred|under"
    r"|engaged|[a-z]+ing(?=\s(?:the|an?|any|its|their|such|in|at|on|for|with|to|under)\s)|on|by|from"
    r"|within|holding|using|having|providing|carrying|operating"
    r"|(?:published|provided|submitted|collected|received|recorded|issued)(?=\s|\s*$)|designated(?=\s(?:by|under|as|in|for|to|pursuant|\0)|\s*$)"
    r"|(?:appointed|approved|nominated|licen[sc]ed|recogni[sz]ed|trained|selected)(?:\0.*)?|accredited\0.*"
    r"|beginning|commencing|entering|concerned|involved|knowledgeable|acting|(?:authori[sz]ed|employed)(?:\0.*)?|required|described|listed|other(?=\sthan\b)|as"
    r"|,)\b"
)
_OWN = r"(?!(?:its|their|his|her|of|for|in|under|to|by|with)\s)"
_JOINT = re.compile(
    rf"\s+nor\s+|,\s*(?:and|or)\s+{_OWN}|\s+and/or\s+|\s+(?:and|or)\s+{_OWN}|,\s+(?!(?:and|or|who|which|that)\s)"
)
_AND_THEIR = re.compile(r",?\s+(?:and|or)\s+(?:its|their|his|her)\s")
_FAULT = re.compile(
    r"\s+(?:aggrieved|guilty|dissatisfied|convicted|accused|suspected|notified|cited|unable|unwilling|wishing"
    r"|intending|proposing|failing|refusing|contravening|violating|breaching|receiving|ceasing|in (?:breach|default"
    r"|violation|contravention|arrears)"
    r"|(?:charged|served|issued) with|found (?:to|guilty|in)|(?:fined|disciplined|penali[sz]ed|sanctioned"
    r"|warned) for)"
    r"\b.*$|\s+against (?:whom|which)\s.*$|\s+(?:to|on|upon|in respect of|in relation to) (?:whom"
    r"|which)\s(?:[^,]{1,80}?\s)?(?:is|are|was|were"
    r"|has been|have been)\s+(?:\w+ly\s+)?(?:given|served|issued|sent|addressed|imposed|made|granted"
    r"|directed|brought"
    r"|taken|commenced|initiated|refused|alleged|reported|disclosed|delivered)\b.*$"
    r"|\s+(?:who|which|that),?\s+(?:knowingly|recklessly|wilfully|willfully|intentionally|negligently"
    r"|fraudulently"
    r"|deliberately|falsely|unlawfully|without)\b.*$"
    r"|\s+(?:who|which|that)\s+(?:ha(?:s|ve) (?:not\b|no\s[^,]{1,80}\sto\b|(?:\w+ly )?(?!need|speed|seed"
    r"|feed)"
    r"(?:\w+ed|given|made|taken|become|begun|left|lost|sold|sent|found|known)\b)"
    r"|is (?:unable|unwilling|in breach|in default|aware|dissatisfied|notified)|receives?|obtains? (?:a"
    r"|an|the)\b"
    r"|(?:is|are) (?:cited|charged|accused|suspected|notified|fined|disciplined|refused|served))\b.*$"
    r"|\s+whose\s[^,]{1,60}?\s(?:has|have|had|was|were)\s(?:been\s)?(?:not\s)?\w+(?:ed|en|wn)\b.*$"
    r"|\s+(?:who|which|that)\s+(?:believes?|transfers?|disposes?|sells?"
    r"|rel(?:y|ies)|intends?|wish(?:es)?|proposes?|ceases?|discovers?|fails?|has failed|contravenes?"
    r"|breach(?:es)?|violates?|does not"
    r"|do not|did|is guilty|(?:is|are) (?:found|convicted|caught)|commits?|has been|have been|was|were"
    r"|infring\w+"
    r"|(?:is|are) (?:given|sent|issued)"
    r"|ha(?:s|ve) reason(?:able (?:grounds?|cause))?|knows?|becomes?|suspects?|(?!need|exceed"
    r"|proceed|succeed|feed)\w+ed)\b.*$",
    re.I,
)
_AGENT = re.compile(
    r"\bby\s+(?:(?:at least one|one or more)\s+)?(?P<who>(?:(?:the|an?|each|every|any|its|their|that)\s+"
    r"|(?<=one\s)|(?<=one or more\s))"
    r"(?:(?!\sby\s)[^,;.:()]){2,80})",
    re.I,
)
_BARE_AGENT = re.compile(
    r"\bby\s+(?P<who>(?!(?:the|an?|each|every|any|its|their|that|all|no|these|those|means|way|virtue"
    r"|reason)\s)"
    r"[a-z][\w-]*(?:\s[a-z][\w-]*){0,4})"
)
_CHOSEN = re.compile(
    r"(?<=\s)(?<!\bbe\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)(?<!\band\s)(?<!\bor\s)(?<!ly\s)(?P<how>(?:appointed|authori[sz]ed|designated|approved|nominated|accredited|licen[sc]ed|employed|engaged"
    r"|recogni[sz]ed|trained|selected)(?:\sin writing)?)\sby\s(?=(?:the|an?|its|their|that)\s)",
    re.I,
)
_END = re.compile(
    r"\s+(?=an?\s(?:report|notice|copy|statement|certificate|plan|list|summary|written)\b)|(?<!knowledgeable)\s+(?:within|without|in(?!\s+(?:charge|question|command))"
    r"|on(?!(?<=Committee on)\s[A-Z])|at|that|which|when|if|where|who|no\s+later"
    r"|not\s+later|by|(?<!responsibility\s)for|from|as|upon|after|before|under|during|pursuant|immediately|promptly|unless|until"
    r"|annually|every|each|to|using|with(?!\s(?:[a-z]+\s){0,2}(?:responsibilit|authority))|through|via|about|(?!family|assembly|supply|ally)[a-z]{3,}ly|shall|must|may|is|are|prior|except|whenever"
    r"|has|have|was"
    r"|were|concerning|regarding|including|so|once|twice|forthwith|directly|MUST|SHALL|SHOULD|MAY|daily|weekly|monthly"
    r"|quarterly|yearly"
    r"|and\s+(?:shall|must|may|not|lists|contains|includes|states|shows|describes|specifies|gives)|at\s+least|both|per|concern(?=\s+the)|whose|against|together|along)\b|[,;:.()\[]"
)
_ACRONYM = re.compile(
    r"(?!(?:PPE|PDF|CCTV|SDS|VAT|HVAC|LPG|LNG|CO|EU|US|UK|UN|IT|URL|USB|GPS|ID|MRI|DNA|PCB|NOX|ISO"
    r"|IEC|MUST|SHALL|SHOULD|MAY|NOT)s?$)[A-Z]{2,6}s?$"
)
_PROPER = re.compile(r"[A-Z][\w&'’-]+(?:\s+(?:and|of|for|&)?\s*[A-Z][\w&'’-]+)+$")
_PERSONAL = re.compile(
    r"(?:er|or|ar|ee|ist|ian|ant|man|woman|men|women|master|keeper|head|chief|deputy|president)s?$", re.I
)
_PROGRAM = re.compile(
    r"(?:state|federal|county|local|tribal|national|regional|territorial|provincial|municipal"
    r"|city)\s(?:[\w-]+\s){0,3}program(?:me)?s?$",
    re.I,
)
_PLANT = re.compile(
    r"\b(?:storage|refrigerat\w+|freez\w+|cooling|heating|power|control|processing|display|drive|dwelling"
    r"|housing|ventilation|filter|conditioning"
    r"|measuring|sealed|modular|portable|mobile|stand-?alone|transport|generating|pump\w*|treatment) units?$",
    re.I,
)
_OF_RANK = re.compile(
    r"\b(?:attorney|director|secretary|governor|surgeon|inspector|consul|auditor|solicitor)[ -]general$"
    r"|management level$"
)
_SUPERIOR = re.compile(r"(?:his|her|their|his or her|immediate|next|direct)\s(?:[a-z]+\s)?superiors?\b", re.I)
_OF_BODY = re.compile(
    r"(?:[a-z-]+\s){1,2}of\s[a-z-]+\s(?:board|committee|commission|panel|office|council|tribunal|department|bureau|agency|authority)s?$"
)  # the conflicts of interest board
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BODY = re.compile(r"The (?:[A-Z][\w&'’-]+)(?:\s(?:(?:of|for|and)\s)?(?:the\s)?[A-Z][\w&'’-]+){0,5}$")
_PERSON = re.compile(r"(?:[^aeiou]er|or|ee|ist|ician|arian|woman|man|keeper|person)$")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ance|ence|ing|ism|sis|ure|age|ship|th|cy|logy|ics)s?$")
PRONOUN = re.compile(
    r"(?:it|they|he|she|who|which|that|this|these|those|there|what|one|none|all|both|either|neither"
    r"|nothing|anything)$",
    re.I,
)
_TAIL = re.compile(
    r"\s(?:of|for|by|with|in|at|on|using|subject|who|which|that|[a-z]{3,}ing(?=\s(?:an?|the|its|their)))\s"
)
LEAD_ARTICLE = re.compile(r"\s*(?:the|an?|each|every|any|its|their)\s", re.I)
_COUNTED = re.compile(r"\s*(?:the|an?|each|every|any|its|their|no)\s", re.I)
_POSSESSIVE = re.compile(r"\w(?:['’]s|s['’])\s\w")
_SHARED = re.compile(r"contract|\w+(?:ed|ible|able|al)", re.I)
_DOER = re.compile(r"[a-z]+[eo]rs?", re.I)
_NEXT_DONE = re.compile(r"\s+(?:and|or)\s+(?:\w+ly\s+)?\w+(?:ed|en|ept|ent)$", re.I)


def role_phrase(phrase: str, *, loose: bool = False) -> str:
    """Return the phrase without its article when its head names a role, "" otherwise.

    `loose` says that only a person or body can be meant: then a head need only not name a thing.
    """
    phrase = _FAULT.sub("", _BRACKETS.sub("", phrase).strip(" ,;:"))
    bare = _ARTICLE.sub("", _ARTICLE.sub("", phrase))
    head = _AFTER_HEAD.split(bare, maxsplit=1)[0].strip(" ,")
    last = re.split(r"[\s/-]", head)[-1] if head else ""
    word = last.lower()
    if _BARE_ARTICLE.fullmatch(head):
        return ""
    if (_ACRONYM.match(last) and not re.search(r"[’']s? ", head)) or (
        loose and _is_named(bare, head, phrase)
    ):
        return bare
    if word.startswith("unit") and _PLANT.search(head):
        return ""
    if word.startswith("program") and _PROGRAM.match(head):
        return bare
    if _is_role_word(word) or _is_role_word(head.lower()) or _OF_BODY.match(bare):
        return bare
    if _BODY.match(phrase) and bare == head and _may_act(word):
        return bare
    if _SUPERIOR.match(bare):
        return bare
    return bare if loose and len(head.split()) <= 6 and _may_act(word) else ""


def _is_named(bare: str, head: str, phrase: str) -> bool:
    """Say whether the head is a proper name (Human Resources) or a bare noun used as one (Procurement)."""
    if bare != head:
        return False
    return _PROPER.match(head) is not None or (phrase == bare and head.istitle() and head.isalpha())


def _is_role_word(word: str) -> bool:
    if _OF_RANK.search(word):
        return True
    if word.endswith(("'s", "’s")):
        return False
    for plural, single in (("", ""), ("ies", "y"), ("es", ""), ("s", ""), ("men", "man")):
        if word.endswith(plural):
            base = word[: len(word) - len(plural)] + single
            if base in ROLE_NOUNS or (
                base.isalpha() and len(base) > 4 and _PERSON.search(base) and base not in THINGS
            ):
                return True
    return False


def _may_act(word: str) -> bool:
    """Say whether a noun that is no known role may yet stand for a person or a body."""
    if not word.isalpha() or len(word) < 3 or PRONOUN.match(word) or _ABSTRACT.search(word):
        return False
    return (
        word not in THINGS and word.removesuffix("s") not in THINGS and word.removesuffix("es") not in THINGS
    )


def split_parties(phrase: str, *, loose: bool = False) -> tuple[str, ...]:
    """Return the roles a co-ordination names; one string where a member is no role by itself."""
    phrase = ASIDE.sub(" ", phrase)
    parts = [part for part in _JOINT.split(phrase) if part.strip()]
    roles = [
        role_phrase(part, loose=loose) or role_phrase(_AND_THEIR.split(part)[0], loose=loose)
        for part in parts
    ]
    if len(parts) > 1 and all(roles) and not _is_one(parts):
        return tuple(dict.fromkeys(roles))
    whole = role_phrase(phrase, loose=loose)
    if whole:
        return (whole,)
    return tuple(dict.fromkeys(role for role in roles[-1:] if role))


def _is_one(parts: list[str]) -> bool:
    return _shares_tail(parts) or _shares_front(parts) or _shares_head(parts)


def _shares_head(parts: list[str]) -> bool:
    """Say whether the last member's head belongs to all (management and maintenance team)."""
    fields = [LEAD_ARTICLE.sub("", part).strip() for part in parts[:-1]]
    return len(parts[-1].split()) > 1 and all(
        _ABSTRACT.search(field) and " " not in field for field in fields
    )


def _is_person(part: str) -> bool:
    """Say whether a member names a person, whatever is said of the person behind (a surveyor employed by …)."""
    words = part.split()
    named = words[:-1] if len(words) > 2 and words[-1].endswith("ed") else words
    return _PERSONAL.search(named[-1]) is not None


def _shares_tail(parts: list[str]) -> bool:
    """Say whether what follows one member belongs to all, or goes on (owner or operator of a vessel or a barge)."""
    at = next((at for at, part in enumerate(parts) if _TAIL.search(part)), None)
    if at is None:
        return False
    if at and not any(" " in part.strip() for part in (_COUNTED.sub("", part) for part in parts[:at])):
        return not any(_COUNTED.match(part) for part in parts[1:])
    return not all(
        LEAD_ARTICLE.match(part) and (_is_person(part) or re.search(r"\s(?:of|in charge)\s", part))
        for part in parts[at + 1 :]
    )


def _shares_front(parts: list[str]) -> bool:
    """Say whether what stands before the first member belongs to all (contract owner or operator)."""
    first = LEAD_ARTICLE.sub("", parts[0]).split()
    if _POSSESSIVE.search(parts[0]) and not any(
        _COUNTED.match(part) or _POSSESSIVE.search(part) for part in parts[1:]
    ):
        return True  # the operator's engineer and head of safety
    return (
        len(first) > 1
        and _SHARED.fullmatch(first[0]) is not None
        and all(
            _DOER.fullmatch(word) is not None for word in (first[-1], *(part.strip() for part in parts[1:]))
        )
    )


def with_choosers(words: str) -> str:
    """Return the words with the spaces of `authorised by` and its like made NUL: whoever chose is no agent."""
    return _CHOSEN.sub(lambda chosen: chosen[0].replace(" ", "\0"), words)


def agents(words: str) -> tuple[str, ...]:
    """Return the roles that a passive names with by."""
    named: list[str] = []
    words = with_choosers(words)
    for found in _AGENT.finditer(words):
        who = _NEXT_DONE.split(_END.split(found["who"], maxsplit=1)[0], maxsplit=1)[0]
        named += split_parties(re.sub(r",?\s+(?:and|or)$", "", who))
    for found in _BARE_AGENT.finditer(words):
        who = _NEXT_DONE.split(_END.split(found["who"], maxsplit=1)[0], maxsplit=1)[0].strip()
        named += split_parties(who) if who.endswith(("s", "staff", "people", "personnel")) else ()
    return tuple(dict.fromkeys(one.replace("\0", " ") for one in named))


def party_at(words: str) -> str:
    """Return the noun phrase that the words begin with."""
    return _END.split(words, maxsplit=1)[0].strip()
