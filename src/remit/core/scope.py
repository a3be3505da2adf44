"""The scope screen: which parts of a text would keep records of people's words and minds, not of offices' duties.

A sentence is read as segments, each a set of classes of meaning (`scope_words`): what it is about, what is done,
and what turns that round (a negation, a protection, a consultation, a matter of safety). A rule says which classes
together are outside the scope line. The line is part of the product: there is no switch that turns the screen off.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import concat
from typing import Any

from remit.core.scope_words import CHINESE, ENGLISH, TRADITIONAL

__all__ = ["REASONS", "WHY", "Screening", "is_outside", "screen"]

EXPRESSION = "expression"
CONTROL = "opinion-control"
BELIEF = "belief-identity"
WATCH = "watch-list"
VETTING = "viewpoint-vetting"
PUNISH = "punish-expression"
WHY: tuple[str, ...] = (EXPRESSION, CONTROL, BELIEF, WATCH, VETTING, PUNISH)
REASONS: Mapping[str, str] = {
    EXPRESSION: "It watches, records or restrains what people say, write, read or think.",
    CONTROL: "It watches, steers or suppresses public opinion, or lays an opinion down.",
    BELIEF: "It records, checks or restrains people's religion, ethnicity or origin.",
    WATCH: "It lists, profiles or follows people who are to be watched, “educated” or won over.",
    VETTING: "It vets speakers, publications, art, research or teaching by viewpoint.",
    PUNISH: "It punishes people for expression or belief, or an office for not having prevented it.",
}


@dataclass(frozen=True, slots=True)
class Screening:
    """What the screen found in a text.

    `label` is in, out (the text holds nothing else) or mixed; `why` is one of `WHY`, "" when in; `spans` are the
    offsets of the parts outside, in order and apart; `rule` is the id of the rule that decided, "" when in.
    """

    label: str
    why: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    rule: str = ""


Classes = frozenset[str]
_NOTHING: Classes = frozenset()


@dataclass(frozen=True, slots=True)
class _Rule:
    """Outside is a segment about any of `about` when, within `reach` segments, stands one of each set of `needs`
    and none of `unless`."""

    name: str
    why: str
    about: Classes
    needs: tuple[Classes, ...]
    unless: Classes
    reach: int


def _rule(name: str, why: str, about: str, *needs: str, unless: str = "", reach: int = 2) -> _Rule:
    sets = tuple(frozenset(words.split()) for words in needs)
    return _Rule(name, why, frozenset(about.split()), sets, frozenset(unless.split()), reach)


_HARD = "spy list tie dissuade punish suppress steer vet restrict"
_SOFT = "watch record report"
_RULES: tuple[_Rule, ...] = (  # the first that hits names the reason
    _rule("heresy", PUNISH, "heresy"),
    _rule("speech-punished", PUNISH, "speech dissent mind ideology opinion", "punish", unless="heed protect lawful"),
    _rule("criticism-punished", PUNISH, "critic", "power express", "punish", unless="heed claim protect safety lawful"),
    _rule("gathering-punished", PUNISH, "gathering contact", "punish", unless="safety aid claim"),
    _rule("belief-punished", PUNISH, "belief origin", "punish", unless="protect care"),
    _rule("censorship", VETTING, "censorship"),
    _rule("work-vetted", VETTING, "viewpoint dissent mind ideology belief opinion theme religion", "work platform",
          "vet weigh suppress restrict punish", unless="lawful own"),
    _rule("viewpoint-vetted", VETTING, "viewpoint", "vet", unless="lawful own safety claim", reach=1),
    _rule("speaker-vetted", VETTING, "platform", "vet", unless="safety lawful own"),
    _rule("belief-pursued", BELIEF, "belief", "spy list tie dissuade suppress steer restrict", unless="care"),
    _rule("cult-pursued", BELIEF, "cult", "spy list tie dissuade steer restrict record report watch",
          unless="lawful safety"),
    _rule("belief-recorded", BELIEF, "belief", _SOFT, unless="care safety aid protect lawful"),
    _rule("religion-pursued", BELIEF, "religion", f"{_HARD} {_SOFT} attend", unless="care safety aid protect"),
    _rule("origin-recorded", BELIEF, "origin", "spy list tie watch record report punish restrict",
          unless="care aid protect"),
    _rule("attendance", BELIEF, "shrine", "dissuade tie attend", unless="safety aid protect"),
    _rule("belief", BELIEF, "belief", unless="protect privacy care aid safety shielded", reach=9),
    _rule("dragnet", WATCH, "dragnet"),
    _rule("persons-watched", WATCH, "watched", "spy list tie dissuade steer record report",
          unless="safety aid lawful claim"),
    _rule("gathering-watched", WATCH, "gathering contact", "list tie spy watch record report dissuade steer restrict",
          unless="safety aid heed lawful"),
    _rule("ideology", CONTROL, "ideology"),
    _rule("opinion", CONTROL, "opinion"),
    _rule("speech-steered", CONTROL, "speech dissent medium hot", "steer", unless="heed claim"),
    _rule("hot-topic-watched", CONTROL, "hot", "spy suppress", unless="heed claim safety"),
    _rule("mind-pursued", EXPRESSION, "mind", "spy list tie dissuade steer report"),
    _rule("mind", EXPRESSION, "mind", unless="privacy", reach=1),
    _rule("dissent-pursued", EXPRESSION, "dissent", _HARD, unless="heed"),
    _rule("dissent-recorded", EXPRESSION, "dissent", _SOFT, unless="heed claim"),
    _rule("criticism", EXPRESSION, "critic", "power", "spy record report suppress dissuade restrict list tie",
          unless="heed claim protect safety"),
    _rule("criticism-discouraged", EXPRESSION, "critic", "dissuade", unless="heed claim safety protect lawful"),
    _rule("view", EXPRESSION, "view", "spy dissuade list tie", unless="heed claim protect safety aid"),
    _rule("care-pursued", BELIEF, "care", "spy list record report", "agency", unless="protect"),
    _rule("speech-pursued", EXPRESSION, "speech", _HARD, unless="heed lawful protect own"),
    _rule("speech-recorded", EXPRESSION, "speech", _SOFT, unless="heed claim aid safety lawful own protect"),
    _rule("medium", EXPRESSION, "medium", "spy watch suppress", unless="own safety lawful claim"),
    _rule("reading", EXPRESSION, "reading", "list spy record report punish watch",
          "viewpoint contact belief dissent speech", unless="protect"),
    _rule("creed", EXPRESSION, "creed", "watch list punish", unless="safety"),
    _rule("shielded-then-pursued", WATCH, "echo", "tie spy dissuade list", unless="safety aid"),
)
_ANCHORS: Classes = frozenset().union(*(rule.about for rule in _RULES))
_INTRUDING: Classes = frozenset("deny spy watch record list report suppress punish dissuade steer vet tie".split())
_ACTING: Classes = _INTRUDING | {"express", "benefit", "bar", "shield"}
_ORDINARY: Classes = frozenset({"safety", "own", "lawful", "aid", "care"})


# --- from characters to words -------------------------------------------------------------------------------

_CJK = "\u3400-\u9fff"
_UNSEEN = (
    "\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_SIMPLIFIED = dict(zip(TRADITIONAL[::2], TRADITIONAL[1::2], strict=True))
_ODD = re.compile(
    f"[{_UNSEEN}{''.join(_SIMPLIFIED)}\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
)
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_GAP = re.compile(
    rf"[\s.·•・‧*_~^|/\\+=#'\"“”‘’「」\-—–\u2190-\u2bff\U0001f000-\U0001faff]{{1,3}}(?=[{_CJK}])(?!第\w{{1,4}}[章节条款])"
)
_UNIT = re.compile(r"(?:[^。；;！？!?\n.]|\.(?!\s+[^a-z\s]|\s*$)|\n(?=[a-z]))+[。；;！？!?\n.]*")
_SEGMENT = re.compile(
    r"[，,：:]|前提下|基础上|(?<=[a-z] )(?:and|or|but) (?:(?:it|they|he|she) )?(?=(?:shall|must|will|may|are to|is to) )"
    r"|(?<=[a-z] )(?:while|but|(?P<and>and)) "
)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return the text without disguises, and for each of its characters the offset in the original."""
    offsets: Sequence[int] = range(len(text))
    if _ODD.search(text):
        pairs = [
            (_SIMPLIFIED.get(c, c), at)
            for at, char in enumerate(text)
            if not _HIDDEN.match(char)
            for c in unicodedata.normalize("NFKC", char)
        ]
        text, offsets = "".join(c for c, _ in pairs), [at for _, at in pairs]
    gaps = [m.span() for m in _GAP.finditer(text) if _is_gap(text, m)]
    if gaps:
        kept = [*zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True)]
        text, offsets = "".join(text[a:b] for a, b in kept), [at for a, b in kept for at in offsets[a:b]]
    return text, offsets


def _is_gap(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else ""
    return "\u3400" <= before <= "\u9fff" and match.group().count("\n") < 2


def _lowered(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _vocabulary() -> dict[str, Classes]:
    found: dict[str, set[str]] = {}
    for table in (CHINESE, ENGLISH):
        for name, words in table.items():
            for word in words.lower().split():
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


_UNITS = {"*": "[a-z'-]*", "_": r"\s+", "_~_": r"\s+(?:[a-z'-]+\s+){0,4}", "end": "(?![a-z])"}


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile("".join(_UNITS.get(unit, re.escape(unit)) for unit in (*re.findall("_~_|.", word), "end")))


_WORDS = _vocabulary()
_CHINESE: dict[str, list[tuple[str, Classes]]] = {}
_ENGLISH: dict[str, list[tuple[re.Pattern[str], Classes]]] = {}
for _word in sorted(_WORDS, key=len, reverse=True):
    if _word.isascii():
        _ENGLISH.setdefault(_word[:2], []).append((_pattern(_word), _WORDS[_word]))
    else:
        _CHINESE.setdefault(_word[0], []).append((_word, _WORDS[_word]))


_WORD_START = re.compile(f"[{''.join(_CHINESE)}]|(?<![a-z])[a-z]")


def _words(text: str, at: int, end: int) -> Iterator[tuple[int, Classes]]:
    """Yield where a known word begins and its classes; the longest wins."""
    while found := _WORD_START.search(text, at, end):
        start = found.start()
        length, classes = _longest(text, start)
        at = start + length
        if classes:
            yield start, classes


def _longest(text: str, at: int) -> tuple[int, Classes]:
    for word, classes in _CHINESE.get(text[at], ()):
        if text.startswith(word, at):
            return len(word), classes
    length, classes = 1, _NOTHING
    for pattern, names in _ENGLISH.get(text[at : at + 2], ()):
        match = pattern.match(text, at)
        if match and match.end() - at >= length:
            longer = match.end() - at > length
            length, classes = match.end() - at, names if longer else classes | names
    return length, classes


# A cheap look first: for the pair of characters that tells a Chinese word best, and for English words by a trie.
_PAIR_COUNTS = Counter(pair for word in _WORDS if not word.isascii() for pair in map(concat, word, word[1:]))
_PAIRS: dict[str, list[str]] = {}
_TRIE: dict[str, Any] = {}
for _word, _names in _WORDS.items():
    if _names & _ANCHORS and _word.isascii():
        _node = _TRIE
        for _unit in (*re.findall("_~_|.", _word), "end"):
            _node = _node.setdefault(_unit, {})
    elif _names & _ANCHORS:
        _PAIRS.setdefault(min(map(concat, _word, _word[1:]), key=_PAIR_COUNTS.__getitem__), []).append(_word)
_PAIR_SET = frozenset(_PAIRS)


def _written(trie: dict[str, Any]) -> str:
    branches = (_UNITS.get(unit, re.escape(unit)) + (_written(below) if below else "") for unit, below in trie.items())
    return f"(?:{'|'.join(branches)})"


_ANCHOR_WORD = re.compile("(?<![a-z])" + _written(_TRIE))


def _may_name_anchor(text: str) -> bool:
    pairs = _PAIR_SET.intersection(map(concat, text, text[1:]))
    return any(word in text for pair in pairs for word in _PAIRS[pair]) or bool(_ANCHOR_WORD.search(text))


# --- from words to segments ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    classes: Classes


def _segments(text: str, start: int, end: int) -> list[_Segment]:
    words = [*_words(text, start, end)]
    acts = {at for at, names in words if names & _ACTING}
    cuts = [m.end() for m in _SEGMENT.finditer(text, start, end) if m.lastgroup != "and" or m.end() in acts]
    bounds = [(a, b) for a, b in zip([start, *cuts], [*cuts, end], strict=True) if b > a]
    segments, state = [], ""
    at = 0
    for a, b in bounds:
        tokens = []
        while at < len(words) and words[at][0] < b:
            tokens.append(words[at][1])
            at += 1
        union: Classes = _NOTHING.union(*tokens)
        state = _turn(tokens, union) if union & _ACTING else state
        segments.append(_Segment(a, b, _after(union, state)))
    return segments


def _turn(tokens: Sequence[Classes], union: Classes) -> str:
    """Return what a negation makes of a segment: a protection ("shielded"), a restraint ("restrict") or neither."""
    if "shield" in union:
        return "restrict" if "guise" in union else "shielded"
    place = next((i for i, names in enumerate(tokens) if "bar" in names), None)
    if place is None:
        return ""
    if union & {"ground", "abuse"}:
        return "shielded"
    for names in tokens[place + 1 :]:
        if "express" in names:
            return "restrict"
        if names & _INTRUDING:
            return "shielded"
        if "benefit" in names:
            return "refused"
    return "restrict"


def _after(classes: Classes, state: str) -> Classes:
    if state == "shielded":
        return frozenset({"shielded"}) | ({"echo"} if classes & _ANCHORS else _NOTHING)
    if state == "refused":
        return classes | {"punish", "restrict"}
    return classes | {state} if state else classes


# --- from segments to spans ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hit:
    rank: int
    low: int
    high: int


def _hits(segments: Sequence[_Segment]) -> Iterator[_Hit]:
    classes = [segment.classes for segment in segments]
    for rank, rule in enumerate(_RULES):
        for at, names in enumerate(classes):
            window = _window(rule, classes, at) if names & rule.about else None
            if window:
                yield _Hit(rank, *window)


def _window(rule: _Rule, classes: Sequence[Classes], at: int) -> tuple[int, int] | None:
    """Return the narrowest stretch around a segment in which the rule hits."""
    if not rule.needs:
        around: Classes = _NOTHING.union(*classes[max(0, at - rule.reach) : at + rule.reach + 1])
        return None if around & rule.unless else (at, at)
    for width in range(rule.reach + 1):
        for low in range(max(0, at - width), min(at, len(classes) - 1 - width) + 1):
            around = _NOTHING.union(*classes[low : low + width + 1])
            if not around & rule.unless and all(around & need for need in rule.needs):
                return low, low + width
    return None


def _outside(segments: Sequence[_Segment], struck: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a unit that are outside; what has no ordinary matter of its own goes with them."""
    spans: list[tuple[int, int]] = []
    for at, segment in enumerate(segments):
        apart = at not in struck and segment.classes & _ORDINARY and not segment.classes & _ANCHORS
        if apart:
            continue
        if spans and spans[-1][1] == segment.start:
            spans[-1] = spans[-1][0], segment.end
        else:
            spans.append((segment.start, segment.end))
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class _Finding:
    ranks: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    whole: bool


def _findings(cased: str, folded: str) -> Iterator[_Finding]:
    """Yield what was found in each sentence; the items of a list are read together with their lead-in."""
    lead: list[_Segment] = []
    for unit in _UNIT.finditer(cased):
        span, words = unit.span(), unit.group()
        named = any(segment.classes & _ANCHORS for segment in lead) or _may_name_anchor(folded[slice(*span)])
        colon = "：" in words or ":" in words
        segments = _segments(folded, *span) if named or colon else []
        hits = [hit for hit in _hits([*lead, *segments]) if hit.high >= len(lead)] if named else []
        struck = {at - len(lead) for hit in hits for at in range(hit.low, hit.high + 1)}
        spans = _outside(segments, struck) if hits else ()
        whole = spans == (span,) or _LETTERS.search(words) is None
        yield _Finding(tuple(hit.rank for hit in hits), spans, whole)
        if words.rstrip()[-1:] in _FULL_STOPS:
            lead = []
        elif colon:
            last = max(at for at, segment in enumerate(segments) if folded[segment.end - 1] in "：:")
            lead = segments[max(0, last - 1) : last + 1]


_FULL_STOPS = frozenset("。.！!？?")
_IN = Screening("in")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def screen(text: str) -> Screening:
    """Return whether the text, or which part of it, lies outside the scope line.

    Screen a clause whole, and a list together with its lead-in. What a span covers must create nothing: no duty,
    ground, indicator, checklist or record. The work grows with the length of the text, no faster.
    """
    cased, offsets = _folded(text)
    folded = _lowered(cased)
    if not _may_name_anchor(folded):
        return _IN
    findings = [*_findings(cased, folded)]
    ranks = [rank for finding in findings for rank in finding.ranks]
    if not ranks:
        return _IN
    rule = _RULES[min(ranks)]
    label = "out" if all(finding.whole for finding in findings) else "mixed"
    spans = (_original(text, offsets, *span) for finding in findings for span in finding.spans)
    return Screening(label, rule.why, tuple(spans), rule.name)


def _original(text: str, offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return a span of the folded text as a span of the original, without white space at its ends."""
    first, last = offsets[start], offsets[end - 1] + 1
    part = text[first:last]
    return last - len(part.lstrip()), first + len(part.rstrip())


def is_outside(text: str) -> bool:
    """Return whether any part of the text lies outside the scope line."""
    return screen(text).label != "in"
