"""Addressees in English: to whom something is reported, filed, notified, published or handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.reading.english_role import party_at, role_phrase, split_parties, with_choosers
from remit.reading.english_words import ORDER_VERBS
from remit.reading.month import DAY_OF_MONTH
from remit.reading.sieve import may_hold, sift_all

__all__ = ["english_addressees", "named_recipients"]

_BRACKETS = re.compile(r"\s\([^()]{1,80}\)")
_DOUBLE = re.compile(
    r"\b(?:send|give|provide|issue|hand|serve"
    r"|offer)\s+(?P<who>[A-Za-z’' -]{3,60}?)(?<! and)(?<! or)(?<! of)(?<! in)(?<! for)(?<! by)\s+(?:a|an|the|written"
    r"|prior|its|their|any|copies"
    r"|notice|advance)\s+(?P<what>[^.;]{2,80})",
    re.I,
)
_PLACEHOLDER = re.compile(r"\[(?:Assignment|Selection)[^:\]]*:\s*(?P<what>[^\]]+)\]", re.I)
_NOTIFY = re.compile(
    r"\b(?:notify|notifies|notified|inform|informs|advise|alert|tell|telephone|informing|intimate"
    r"|notifying)(?:,[^,.;]{1,40},)?\s+(?!to\b)(?P<who>.{1,240})",
    re.I,
)
_TO = re.compile(
    r"\b(?P<verb>report|register|submit|send|communicate|disclose|transmit|forward|distribute|certify"
    r"|certified|submitting|reporting|sending|forwarding|copy|refer|file|disseminate|disseminated|appeal"
    r"|pass|hand"
    r"|lodge|hand over|available|accessible|deliver|publish|notif(?:y|ie|ying)"
    r"|notification|notice|notified|reported|submitted|sent"
    r"|communicated|disclosed|transmitted|forwarded|distributed|referred|filed|delivered|given"
    r"|provided|furnished|supplied|provide|provides|providing|give|furnish|supply|present|presented|issue|issued"
    r"|surrender|return|escalate|escalated|produce|produced|lodged|registered|deposit|deposited|confirm|confirmed|share|shared|exchange"
    r"|exchanged|refer)s?\b(?P<what>[^.;]{0,420}?)\s(?:to"
    r"|with)\s+(?P<who>\[?[^.;]{1,240})",
    re.I,
)
_NOUNS = ("report", "register", "issue", "return", "file", "supply", "share", "exchange")
_NEEDS_MATTER = re.compile(
    r"^(?:distribut|confirm|produc|shar|exchang|pass|hand|provid|giv|furnish|suppl|present|issue|return|refer|surrender)",
    re.I,
)
_MATTER = re.compile(
    r"\b(?:result|report|cop(?:y|ies)|information|notice|notification|evidence|record|documentation"
    r"|document|data|statement|certificate|detail|reason|explanation|account|accounting|plan|determination|decision|return|list|summary"
    r"|finding|upon request|on request|declaration|proof|log|register|particulars|advice|matter|case|file"
    r"|complaint|application|allegation"
    r"|warning)s?\b",
    re.I,
)
_MATTER_OF = re.compile(
    r"\s+of\s+(?=(?:an?|the|any|each|its|their|such|all|every|this|that|these|those)\b)", re.I
)
_WITH = re.compile(
    r"\b(?:provide|furnish|supply|present|issue)s?\s+(?P<who>(?:the|an?|each|any"
    r"|every)\s[^.;,]{1,120}?)\s+with(?:\s+(?P<what>[^.;]{1,240})|\W*\Z)",
    re.I,
)
_TOLD = re.compile(
    r"(?P<who>[^.;,:]{1,120}?)\s+(?:shall|must|should|will|is to|are to)\s+be\s+(?:\w+ly\s+)?(?:notified|informed"
    r"|advised|told)\b(?!\s+to\b)",
    re.I,
)
_KEPT_TOLD = re.compile(
    r"\bke(?:ep|eps|pt|eping)\s(?P<kept>[^.;,]{3,80}?)\s(?:\w+ly\s)?(?:informed|apprised|updated|notified)\b"
    r"|\bensur\w+\s(?:that\s)?(?P<ensured>[^.;,]{3,80}?)\s(?:is|are)\s(?:\w+ly\s)?(?:notified|informed|advised|told)\b(?!\s+to\b)",
    re.I,
)
_COPY = re.compile(r"\bcop(?:y|ies|ied)(?:\s+(?:being\s+)?sent)?\s+to\s+(?P<who>[^.;]{1,240})", re.I)
_COPIED = re.compile(
    r"\b(?:copy|copying)\s+(?:in\s+)?(?P<who>(?:the|an?|its|their|each)\s[^.;,]{1,120})", re.I
)
_MADE = re.compile(
    r"\b(?:mak(?:e|es|ing)|made)\s(?:[^.;,]{0,60}\s)?(?:returns?|reports?|notifications?|declarations?"
    r"|complaints?|disclosures?"
    r"|referrals?|submissions?|representations?|recommendations?)(?:\sof\s[^.;,]{2,60}?)?(?:\sin writing)?\sto"
    r"\s+(?P<who>[^.;]{1,240})"
    r"|\b(?:lay|lays|laid)\s[^.;]{0,120}?\sbefore\s+(?P<house>[^.;]{1,240})"
    r"|\bserv(?:e|es|ed|ing)\s(?:up)?on\s+(?P<upon>[^.;]{1,240})"
    r"|\bserv(?:e|es|ed|ing)\s[^.;]{0,80}?\b(?:notice|notification|order|summons|document|copy)\b[^.;]{0,60}?\s(?:up)?on\s+(?P<served>[^.;]{1,240})"
    r"|\bsubmit\w*\s[^.;]{0,160}?\bfor\s(?:\w+\s)?(?:approval|review|acceptance|certification)\sby\s+(?P<approver>[^.;]{1,240})"
    r"|\bavailable for (?:\w+ )?(?:inspection|examination|review|audit) by\s+(?P<inspecting>[^.;]{1,240})"
    r"|\b(?:shall|must) be received by\s+(?P<receiver>[^.;]{1,240})"
    r"|\b(?:request|seek|ask for)\s(?:[^.;,]{0,40}\s)?(?:hearings?|reviews?|reconsideration|waivers?"
    r"|exemptions?|extensions?|variances?)"
    r"(?:\sof\s[^.;,]{2,60}?)?\s(?:from|by|before|with)\s+(?P<asked>[^.;]{1,240})",
    re.I,
)
_JOIN = re.compile(
    r"(?:\s*,\s*|\s+)(?:and|or)\s+to\s+|\s*,\s*including\s+to\s+"
    r"|(?:\s*,\s*|\s+)(?:and|or)\s+(?=(?:the|an?|each|any|that|every|other|all|one or more)\b)"
    r"|,\s+(?:to\s+)?(?=(?:(?:the|an?|each|any|its|their|that|every|other|all)\s[^,.;]{1,80},\s){0,8}"
    r"(?:the|an?|each|any|its|their|that|every|other|all)\b[^,]*,?\s+(?:and|or)\b)"
    r"|,\s+(?:and\s+|or\s+)?(?=(?!(?:the|an?|and|or|if|when|where|by|with|in|on|at|within|before|after|not?|as|to|for|from|upon|under|unless"
    r"|whether|together|including|whose|who|which|that|using|via|through|whenever|until|once|[a-z]+ly)\b)[a-z][^,.;]{2,60}(?:$|[,.;]))",
    re.I,
)
_ABOUT = re.compile(
    r"\s+of\s+(?!(?:the|an?|any|each|its|their|such|all|every|this|that|these|those)\b)", re.I
)
_TOLD_WHAT = re.compile(r"\s*,?\s*(?:if|unless|where|when|that|whether|how|why)\b", re.I)
_DAY = re.compile(rf"(?:each |every )?{DAY_OF_MONTH}", re.I)
_AIMS = frozenset(
    "reach contact serve protect prevent ensure avoid reduce meet comply determine obtain minimise minimize allow"
    " enable permit assist help"
    " support improve maintain provide verify confirm demonstrate establish".split()
)  # to protect the public: no recipient
_DETERMINER = re.compile(r"(?<=\w)\s+(?=(?:any|all|such|the|an?|its|their|every)\s)", re.I)
_GOVERNING = frozenset(
    "of or and for in by to from with on at under within between during upon against both either nor as than all"
    " concerning regarding".split()
)
_VERB_ON = re.compile(r"\s+and\s+(?:not|lists|contains|includes|states|shows|describes|specifies)\b", re.I)
_WHO = re.compile(r"\b(?:who|which|that|whom|whose)\b", re.I)
_OPENS_ACT = re.compile(r"[a-z-]+\s", re.I)
_OF_MATTER = re.compile(
    r"^((?:the )?[A-Z]{2,6}) of (?:the|any|an?|its|their|such) .*$"
)  # HMCI of the absence
_ITEM_FRONT = re.compile(r"^(?:(?:if|where|when|in the case of)\b[^,]*,\s*)?(?:(?:the|an?)\s)?\s*", re.I)
_WHERE_FIT = re.compile(
    r",\s(?:where|if|as)\s(?:applicable|appropriate|necessary|relevant|required),\s", re.I
)
_NO_GOAL = re.compile(
    r"\b(relating|related|pertaining|according|due|prior|subject|pursuant|contrary|similar|equivalent|compared|respect"
    r"|regard|relation|reference|applicable|exposure|exposed|limited|addition|applies"
    r"|apply)\sto(?=\s)",
    re.I,
)
_AT_FRONT = re.compile(
    r"(?:either(?=\s(?:the|an?)\s)|(?:each|all|any|both) of(?=\s(?:its|their|the|his)\b)|both"
    r"|(?:and|or) (?:advise|notify|inform|tell|alert)|in writing|immediately|promptly|without undue delay)\s+"
)
_IF = re.compile(r"^\W*(?:if|where|when|unless)\b[^,.;]*,", re.I)
_LAST_CONDITION = re.compile(
    r",?\s(?:if|unless|when|whenever)\s(?!(?:appropriate|necessary|applicable|possible|required)\b)"
    r"(?=(?:[^.;,\s]+\s){2})(?![^.;]*(?:\b(?:shall|must|may)\b|,\s(?:to|and)\s))[^.;]*",
    re.I,
)  # behind the act: whoever is told of there is told by others
_RELATIVE = re.compile(
    r"\s*(?:which|whom|whose|that\s(?:the|an?)|after|before|under|within|as|if|when|whether|by|in|on)\b", re.I
)
_ASKED = re.compile(r"(?:how|what|why|which|where)\s", re.I)
_DONE_TO = re.compile(r"(?P<what>[^.;]*)\b(?:be|is|are|been)\s(?:\w+ly\s)?\Z", re.I)
_IT = re.compile(r"\s(?:it|them)\s?", re.I)
_THEY_MAY = re.compile(
    r"\bhow\s[^,.;]{2,60}\s(?:can|may|could|should|to)\s\Z", re.I
)  # how the public can submit …
_MEANS = re.compile(
    r"\b(?:procedures?|process(?:es)?|abilit\w+|capabilit\w+|means|mechanisms?|systems?|how)\s(?:to|for)\s\Z",
    re.I,
)
_NOUN = re.compile(r"\b(?:an?|the|this|such|its|their|each|any|every|annual|written|monthly|final) \Z", re.I)
_GIVES = re.compile(
    r"\b(?:g[ia]v\w+|mak\w+|made|provid\w+|send\w*|sent|serv\w+|issu\w+|submit\w*|deliver\w*|post\w*|written)\b[^.;]*\Z",
    re.I,
)
_MAKES = re.compile(r"\b(?:mak\w+|made|be|is|are|kept|keeps?|becomes?|remains?)\b[^.;]*\Z", re.I)
_TRAINED = re.compile(r"\b(?:employees?|workers?|pupils?|students?) to\b")
_NEAR = 90  # characters before a word in which its verb is looked for
_may_send = may_hold(_TO, _WITH, _DOUBLE, _TOLD, _NOTIFY, _COPY, _COPIED, _MADE, _KEPT_TOLD)
_to_from, _with_in, _double_in, _told_in = _TO.search, sift_all(_WITH), sift_all(_DOUBLE), sift_all(_TOLD)
_notify_in, _copy_in, _copied_in = sift_all(_NOTIFY), sift_all(_COPY), sift_all(_COPIED)
_made_in, _kept_told_in = sift_all(_MADE), sift_all(_KEPT_TOLD)


def english_addressees(text: str) -> list[str]:
    """Return the recipients a sentence names, in order."""
    text = _LAST_CONDITION.sub("", _WHERE_FIT.sub(" ", _IF.sub("", _BRACKETS.sub("", text))))
    if not _may_send(text):
        return []
    named = _recipients(_NO_GOAL.sub(r"\1\0to", text))  # relating to: no recipient follows
    return list(dict.fromkeys(one.replace("\0", " ") for one in named))


def named_recipients(item: str) -> list[str]:
    """Return the recipients that an item of a list names, behind a condition (if it is a ship, the harbour master)."""
    words = _BRACKETS.sub("", item).strip(" ;.,\n")
    words = re.sub(r"[;,]?\s(?:and|or)$", "", words)
    named = split_parties(_ITEM_FRONT.sub("", words), loose=True)
    return list(dict.fromkeys(named))


def _each_to(text: str) -> Iterator[re.Match[str]]:
    """Each verb of passing on with what follows to; a verb that passes nothing on hides none after it."""
    at = 0
    while match := _to_from(text, at):
        if not _passes_on(text, match):
            at = match.end("verb")
            continue
        yield match
        at = match.start("who") if _parties(match["who"]) else match.end("verb")


def _recipients(text: str) -> list[str]:
    found: list[str] = []
    for match in _each_to(text):
        found += _parties(match["who"])
    for match in _with_in(text):
        if match["what"] is None or _MATTER.search(match["what"]):
            found += _parties(match["who"])
    for match in _double_in(text):
        if _MATTER.search(match["what"]) and not re.search(r"\b(?:for|to|with|on|in)\b", match["who"]):
            found += _parties(match["who"])
    for match in _notify_in(text):
        if _MEANS.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        found += _parties(_without_matter(match["who"]))
    for named_in in (_told_in, _kept_told_in, _copy_in, _copied_in, _made_in):
        for match in named_in(text):
            found += _parties(match[match.lastgroup or 0])
    return found


def _passes_on(text: str, match: re.Match[str]) -> bool:
    """Say whether a word of passing on is one here, no noun or state (a notice to X, information available to X)."""
    word, what = match["verb"].lower(), match["what"]
    near = max(0, match.start() - _NEAR)
    if word in _NOUNS and (what.strip() or word != "report") and _NOUN.search(text, near, match.start()):
        return False  # a report on overtime paid to employees, the register rests with the secretary
    if _THEY_MAY.search(text, near, match.start()):
        return False
    if word in ("notification", "notice"):
        return _GIVES.search(text, near, match.start()) is not None
    if word in ("available", "accessible"):
        made = _MAKES.search(text, near, match.start())
        return made is not None and (word == "available" or _MATTER.search(made.group()) is not None)
    if word.startswith("notif") and _parties(what):
        return False
    handed = word == "referred" and text.endswith("be ", 0, match.start())
    direct = word == "providing" and not what
    done = _DONE_TO.search(text, near, match.start())
    if done:
        what = f"{what} {done['what']}"  # copies of the plan shall be distributed to …
    needed = not handed and not direct and _NEEDS_MATTER.match(word) is not None
    return not (needed and not (_MATTER.search(what) or _IT.fullmatch(what))) and not _TRAINED.search(what)


def _without_matter(words: str) -> str:
    """Cut off what someone is told of: the district department | of unsatisfactory results; not the head of state."""
    told_of = _MATTER_OF.search(words)
    if told_of and not role_phrase(party_at(words[told_of.end() :])):
        words = words[: told_of.start()]
    for about in _ABOUT.finditer(words[:160]):
        before = words[: about.start()].split()
        told = (
            before[1:]
            if before and before[0].lower() in ("the", "a", "an", "each", "its", "their")
            else before
        )
        if (len(told) > 1 or (told[-1:] and told[-1].endswith("s"))) and role_phrase(words[: about.start()]):
            return words[: about.start()]
    return words


def _first_phrase(words: str) -> str:
    """Cut off a noun phrase that only follows (the commissioner | any problems of the police)."""
    for found in _DETERMINER.finditer(words):
        before = words[: found.start()]
        last = before.rpartition(" ")[2].lower()
        if last not in _GOVERNING and not last.endswith("ing") and not _WHO.search(before):
            return before
    return words


def _recipient(phrase: str) -> str:
    """The longest opening of the phrase that names a role (the Assistant Secretary | evidence)."""
    words = _first_phrase(phrase).split()
    if not words or words[0] in _AIMS or _DAY.match(phrase):
        return ""
    if words[-1:] in (["meeting"], ["assembly"]):
        return re.sub(r"^(?:the|an?|its|their)\s+", "", phrase)
    return next(
        (
            role
            for count in range(len(words), 0, -1)
            if (role := role_phrase(" ".join(words[:count]), loose=words[0][:1].isupper()))
        ),
        "",
    )


def _parties(words: str) -> list[str]:
    words = with_choosers(_OF_MATTER.sub(r"\1", _AT_FRONT.sub("", words.strip())))
    if _RELATIVE.match(words) or _ASKED.match(words):
        return []
    placeholder = _PLACEHOLDER.match(words)
    if placeholder:
        return [placeholder["what"].strip()]
    found: list[str] = []
    words = _VERB_ON.split(words, maxsplit=1)[0]
    for number, part in enumerate(_JOIN.split(words)):
        if number and _OPENS_ACT.match(part) and part.split()[0].lower() in ORDER_VERBS:
            break
        phrase = _recipient(party_at(part))
        if not phrase:
            break
        found += split_parties(phrase, loose=phrase[:1].isupper()) or (phrase,)
        if _first_phrase(part) != part or _TOLD_WHAT.match(part.strip()[len(party_at(part)) :]):
            break
    return found
