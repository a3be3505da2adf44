"""English role phrases: the subject before a modal, an agent, a recipient."""

from __future__ import annotations

import re

from remit.reading.english_words import ROLE_NOUNS

__all__ = ["agents", "party_at", "role_phrase", "split_parties", "subject_of"]

_INTRO = re.compile(
    r"^(?:and\s+|but\s+|however,\s+)?(?:if|where|when|whenever|unless|in|upon|on|after|before|without"
    r"|for|subject|except|notwithstanding|to|at|as|by|prior|during|within|no later|not later|pursuant"
    r"|following|under|once|until|while|with|provided|from|having|depending|according|should|whether"
    r"|except|until|regardless|insofar|besides)\b",
    re.I,
)
_ASIDE = re.compile(r",\s*(?:where|if|when|as|in|including|such as|or|and,)\b[^,]*,", re.I)
_DETERMINER = re.compile(
    r"^(?:the|an?|each|your|no|its|their|this|that|these|those|such|said|both|also|then)\s+", re.I
)
_ARTICLE = re.compile(r"^(?:the|an?|each|your|no|only|also|and|or|that)\s+", re.I)
_AFTER_HEAD = re.compile(
    r"\s+(?:of|for|who|whom|whose|which|that|in|at|with|to|responsible|established|referred|under"
    r"|engaged|on|by|from|within|holding|using|having|providing|carrying|operating|designated"
    r"|appointed|concerned|involved|acting|authori[sz]ed|employed|required|described|listed|other|as"
    r"|,)\b"
)
_JOINT = re.compile(r",\s*(?:and|or)\s+|\s+and/or\s+|\s+(?:and|or)\s+|,\s+")
_FAULT = re.compile(
    r"\s+(?:who|which|that)\s+(?:fails?|has failed|contravenes?|breach(?:es)?|violates?|does not"
    r"|do not|is guilty|commits?|has been|have been|was|were|infring\w+)\b.*$",
    re.I,
)
_AGENT = re.compile(r"\bby\s+(?P<who>(?:the|an?|each|every|any|its|their|that)\s+[^,;.:()]{2,80})", re.I)
_END = re.compile(
    r"\s+(?:within|without|in\s+(?:the|a|an|accordance|writing|such|which|any|order|respect|relation"
    r"|case)|on|at|that|which|when|if|where|who|no\s+later|not\s+later|by|for|from|as|upon|after"
    r"|before|under|during|pursuant|immediately|promptly|unless|until|annually|every|to|using|with"
    r"|through|via|about|shall|must|may|is|are|prior|except|whenever|has|have|was|were|concerning"
    r"|regarding|including|so)\b|[,;:.()\[]"
)


def role_phrase(phrase: str) -> str:
    """Return the phrase without its article when its head names a role, "" otherwise."""
    phrase = _FAULT.sub("", phrase.strip(" ,;:"))
    bare = _ARTICLE.sub("", _ARTICLE.sub("", phrase))
    head = _AFTER_HEAD.split(bare, maxsplit=1)[0].strip(" ,")
    word = re.split(r"[\s-]", head)[-1].lower() if head else ""
    if _is_role_word(word) or _is_role_word(head.lower()):
        return bare
    return ""


def _is_role_word(word: str) -> bool:
    if word in ROLE_NOUNS:
        return True
    if word.endswith(("'s", "’s")):
        return False
    for plural, single in (("ies", "y"), ("es", ""), ("s", ""), ("men", "man")):
        if word.endswith(plural) and word[: -len(plural)] + single in ROLE_NOUNS:
            return True
    return False


def split_parties(phrase: str) -> tuple[str, ...]:
    """Return the roles a co-ordination names; one string where a member is no role by itself."""
    phrase = _ASIDE.sub(" ", phrase)
    parts = [part for part in _JOINT.split(phrase) if part.strip()]
    roles = [role_phrase(part) for part in parts]
    if len(parts) > 1 and all(roles) and not re.search(r"\s(?:of|for|who|which|that)\s", parts[0]):
        return tuple(dict.fromkeys(roles))
    whole = role_phrase(phrase)
    if whole:
        return (whole,)
    return tuple(dict.fromkeys(role for role in roles[-1:] if role))


def subject_of(words: str) -> tuple[str, ...]:
    """Return the roles that the words before a modal name as its subject."""
    words = words.strip()
    lowered = re.sub(r"^(?:[(\[]?\w{1,4}[)\].]\s+)+", "", words)
    if _INTRO.match(lowered) or re.match(r"^[a-z]+ly,", lowered):
        if "," not in lowered:
            return ()
        lowered = _ASIDE.sub(" ", lowered + " ")
        lowered = lowered.rsplit(",", 1)[1] if "," in lowered else ""
    else:
        lowered = _ASIDE.sub(" ", lowered)
    lowered = re.sub(
        r"^\s*(?:and|but|or|then|however|accordingly|therefore|in addition)\s*,?\s+",
        "",
        lowered.strip(" ,"),
        flags=re.I,
    )
    if re.match(r"(?:it|they|he|she|who|which|that|this|these|those|there)\b\s*$", lowered, re.I):
        return ()
    return split_parties(lowered) if lowered else ()


def agents(words: str) -> tuple[str, ...]:
    """Return the roles that a passive names with by."""
    for found in _AGENT.finditer(words):
        names = split_parties(_END.split(found["who"], maxsplit=1)[0])
        if names:
            return names
    return ()


def party_at(words: str) -> str:
    """Return the noun phrase that the words begin with."""
    return _END.split(words, maxsplit=1)[0].strip()
