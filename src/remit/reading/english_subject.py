"""Who an English sentence speaks of: the subject before a modal, the party of a condition, an antecedent."""

from __future__ import annotations

import re

from remit.reading.english_role import ASIDE, LEAD_ARTICLE, PRONOUN, party_at, role_phrase, split_parties
from remit.reading.english_words import ORDER_VERBS, THINGS
from remit.reading.month import MONTH

__all__ = ["antecedent", "in_full", "maker_of", "opening_party", "party_of_condition", "subject_of"]

_INTRO = re.compile(
    r"^(?:and\s+|but\s+|however,\s+)?(?:if|where|when|whenever|unless|in|upon|on|after|before|without"
    r"|for|subject|except|notwithstanding|to|at|as|by|prior|during|within|no later|not later|pursuant"
    r"|following|other than|instead of|apart from|rather than|under|once|until|while|with|provided|from"
    r"|having|depending|according|should|whether|beginning|starting|effective|based|given|taking|considering|due|because|since|although"
    r"|except|until|regardless|insofar|besides|is|are|was|were|has|have|does|do)\b",
    re.I,
)
_TIME_FRONT = re.compile(
    r"^(?:(?:at least |not less than |no less than )?(?:once|twice|(?:\w+) times)\s+(?:an?|each|every|per"
    r"|in (?:each|every))\s+(?:(?:calendar|school|financial|working) )?(?:\w+ )?(?:days?|weeks?|months?|quarters?"
    r"|years?|terms?)|(?:each|every)\s+(?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|terms?|morning|evening)"
    r"|(?:in|on|by)\s+(?:the )?(?:\d{1,2} )?" + MONTH + r"(?: \d{1,4})?(?: (?:each|every|of each) year)?"
    r"|(?:before|at|after) (?:the )?(?:start|end|beginning|close) of (?:each|every|the) (?:\w+ )?\w+)(?:,\s*|\s+)"
    r"(?=(?:the|an?|all|(?:each|every)(?! (?:calendar |school )?(?:year|month|quarter|week|term|day)))\b)",
    re.I,
)
_PHRASE = re.compile(
    r"\s(?:the|an?|each|every|all|any)\s|\b(?P<so>so|this|that|it|them|thereof)\s(?!(?:the|an?"
    r"|each|every|all|any|is|are|was|has)\b)",
    re.I,
)
_GOVERNS = re.compile(
    r"\b(?:of|in|by|to|for|with|from|on|at|under|against|between|into|upon|after|before|during|until|or"
    r"|and|as|than|within"
    r"|following|through|about|over"
    r"|(?!(?:meet|hear|build|brief|find|morn|even|spr|rul|list|sitt|warn|fil|open|clos|train|stand"
    r"|hold)ing)[a-z]+ing)$",
    re.I,
)
_BESIDE = re.compile(r",\s+(?:who|which)\s.*$", re.S)  # says more of the subject, does not name it
_IF_SO = re.compile(
    r",?\s(?:where|if|as|when|to the extent) (?:applicable|appropriate|necessary|possible|relevant|required)\s*,?$",
    re.I,
)
_DASHED = re.compile(
    r"^(?:-\s+|.*(?:[—–]\s?|\s-\s)(?=(?:The|An?)\s))"
)  # behind a title: Vendors — The entity
_IN_ABSENCE = re.compile(
    r"(,?\s+or),?\s+(?:in|during)\s(?:(?:his|her|their|its|his or her)\s|the\s)?absence"
    r"(?:\sof\s[^,]{2,40})?,?\s(?=(?:the|an?|his|her)\s)"
)  # or in her absence the duty doctor
_OR_ELSE = re.compile(
    r",\s+((?:or|and)\s(?:the|an?|its|their)\s[^,]{2,80}),?\Z"
)  # the head, or the head's deputy,
_YEAR = re.compile(r"(\b[A-Z][a-z]{2,8} \d{1,2}), (?=\d{4}\b)")  # December 6, 2018: no comma of the sentence
_SEEN_TO = re.compile(r"(?:ensure|verify|confirm|check)\s", re.I)
_OR_ONE = re.compile(r"\s*(?:or|and)\s(?:the|an?|any|each)\s", re.I)
_MADE_BY = re.compile(
    r"\s*(?:an?|the|each|every|any)\s(?:[a-z]+\s){1,3}?by\s(?P<who>(?:the|an?|each|any)\s.+)", re.I | re.S
)
_OWNED = re.compile(
    r"(?:the|an?|each|every)?\s*(?P<who>[^,;]{2,60}?)(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s){0,2}?(?P<thing>[a-z]+)",
    re.I,
)
_NUMBERS = re.compile(r"^(?:at least\s+)?(?:two|three|several|more)(?: or more)?\s+(?:of the\s+)?", re.I)
_OPENED = re.compile(r"^(?:where|if|when|whenever|unless|in case|in the event that)\s+", re.I)
_FAILS = re.compile(
    r"(?:fail|refuse|neglect|violate|breach|contravene|conceal|disobe|infring|obstruct|omit)\w*$", re.I
)
_FINITE = re.compile(
    r"(?:is|are|was|were|has|have|had|does|do|did|fails?|failed|\w{2,}(?:ed|es|[^su]s)|\w*(?:took|gave"
    r"|made|left|kept|let|put|sent))$"
)


def subject_of(words: str, *, loose: bool = False) -> tuple[str, ...]:
    """Return the roles that the words before a modal name as its subject; `loose` as in `role_phrase`."""
    named = _subject(_YEAR.sub(r"\1\0", words), loose=loose)
    return tuple(one.replace("\0", ", ") for one in named)


def _subject(words: str, *, loose: bool) -> tuple[str, ...]:
    words = _IN_ABSENCE.sub(r"\1 ", words)
    words = _OR_ELSE.sub(r" \1", _DASHED.sub("", _IF_SO.sub("", words.strip())))
    if _SEEN_TO.match(words):
        return ()
    lowered = re.sub(r"^(?:[(\[]?\w{1,4}[)\].]\s+)+", "", words)
    lowered = re.sub(r"^(?:neither|either)\s+", "", _TIME_FRONT.sub("", lowered), flags=re.I)
    if _INTRO.match(lowered) or re.match(r"[A-Za-z]+ly,", lowered):
        last = lowered.rpartition(",")[2]
        named = split_parties(last, loose=loose) if LEAD_ARTICLE.match(last) else ()
        if named:
            return named
        if "," not in lowered:
            return _last_phrase(lowered, loose=loose)
        lowered = ASIDE.sub(" ", lowered + " ")
        if "," not in lowered:
            return _last_phrase(lowered, loose=loose)
        lowered = _after_front(lowered)
    else:
        lowered = ASIDE.sub(" ", lowered)
    lowered = _BESIDE.sub("", lowered)
    lowered = re.sub(
        r"^\s*(?:and|but|or|then|however|accordingly|therefore|in addition|whereupon)\s*,?\s+",
        "",
        lowered.strip(" ,"),
        flags=re.I,
    )
    if PRONOUN.match(lowered):
        return ()
    return (split_parties(lowered, loose=loose) or _owner(lowered)) if lowered else ()


def _after_front(words: str) -> str:
    """What follows the commas of an opening phrase: within two days, | the keeper, or whoever acts for the keeper."""
    front, _, last = words.rpartition(",")
    before = front.rpartition(",")[2] if "," in front else ""
    joined = _OR_ONE.match(last) and LEAD_ARTICLE.match(before) and role_phrase(before)
    return f"{before},{last}" if joined else last


def _owner(words: str) -> tuple[str, ...]:
    """Return whose a thing is that cannot act itself: the department's website, a visit by the inspector; else ()."""
    maker = maker_of(words)
    if maker:
        return maker
    owned = _OWNED.fullmatch(words)
    owner = role_phrase(owned["who"]) if owned and owned["thing"] in THINGS else ""
    return (owner,) if owner else ()


def maker_of(words: str) -> tuple[str, ...]:
    """Return by whom a thing is made or done, where the words begin with it: a visit by the inspector."""
    made = _MADE_BY.match(words)
    return split_parties(party_at(made["who"])) if made else ()


def _last_phrase(words: str, *, loose: bool) -> tuple[str, ...]:
    """The subject that follows an opening phrase without a comma: Before doing so | the inspector."""
    starts = [
        found.end("so") if found["so"] else found.start()
        for found in _PHRASE.finditer(words)
        if found["so"] or not _GOVERNS.search(words, 0, found.start())
    ]
    return split_parties(words[starts[-1] :], loose=loose) if starts else ()


def party_of_condition(words: str) -> tuple[str, ...]:
    """Return the role that a condition or a circumstance tells of: `Where a dealer fails …`, `the depot failed …`."""
    words = re.sub(r"^(?:[(\[]?\w{1,4}[)\].]\s+)+", "", words.strip())
    opened = _OPENED.match(words)
    told = _NUMBERS.sub("", words[opened.end() if opened else 0 :])
    pieces = told.split(None, 13)[:13]
    if not pieces or _FINITE.match(pieces[0].lower()):
        return ()
    for count in range(1, len(pieces)):
        word = pieces[count].strip(",;.")
        named = " ".join(pieces[: count - 1] if pieces[count - 1].endswith("ly") else pieces[:count])
        does = _FINITE.match(word) or (word in ORDER_VERBS and pieces[count - 1].endswith("s"))
        if does and role_phrase(named, loose=_FAILS.match(word) is not None):
            return split_parties(named, loose=True)
        if pieces[count - 1].endswith((",", ";")):
            break
    return ()


def opening_party(words: str) -> tuple[str, ...]:
    """Return the role that a clause opens with: the one that `this individual` further on is."""
    role = role_phrase(party_at(re.sub(r"^(?:[(\[]?\w{1,4}[)\].]\s+)+", "", words.strip())))
    return (role,) if role else ()


def antecedent(words: str) -> tuple[str, ...]:
    """Return the role that `, who` or `, which` after these words goes back to: the noun phrase they end in."""
    for found in reversed(
        [*re.finditer(r"\b(?:the|an?|each|every|its|their|one|two|three)\s", words[-160:], re.I)]
    ):
        role = role_phrase(words[-160:][found.start() :])
        if role:
            return (role,)
    return ()


def in_full(subjects: tuple[str, ...], before: str) -> tuple[str, ...]:
    """Give `the authority` the name by which the sentence brought it up (Where a local housing authority …)."""
    if len(subjects) != 1 or " " in subjects[0]:
        return subjects
    named = re.search(
        rf"\ban?\s(?P<name>(?:(?!(?:the|an?|of|by|for|its|their|to)\s)[a-z-]+\s){{1,3}}{re.escape(subjects[0])})\b",
        before,
    )
    return (named["name"],) if named else subjects
