"""The scope screen: which parts of a text would keep records of people's words and minds, not of offices' duties.

A sentence is read as segments, each a set of classes of meaning (`scope_words`): what it is about, what is done,
and what turns that round (a negation, a protection, a hearing, a matter of safety). A rule says which classes
together lie outside the scope line. The line is part of the product: there is no switch that turns the screen off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from remit.core.scope_words import Classes, Plain, find_words, make_sieve, undisguise

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


# --- rules --------------------------------------------------------------------------------------------------

_NOTHING: Classes = frozenset()


@dataclass(frozen=True, slots=True)
class _Rule:
    """What lies outside: a segment about any of `about`, where a stretch of at most `reach` more segments to either
    side holds one of each set of `needs` and none of `unless`, and no segment of the sentence any of `shelter`."""

    name: str
    why: str
    about: Classes
    needs: tuple[Classes, ...]
    unless: Classes
    shelter: Classes
    reach: int


def _classes(names: str) -> Classes:
    return frozenset(names.split())


def _rule(
    name: str, why: str, about: str, *needs: str, unless: str = "", shelter: str = "", reach: int = 2
) -> _Rule:
    sets = tuple(map(_classes, needs))
    return _Rule(name, why, _classes(about), sets, _classes(unless), _classes(shelter), reach)


_HARD = "spy list tie dissuade punish suppress steer vet restrict"
_SOFT = "watch record report"
_TRADE = "safety health skill"
_FRAMES = "heed claim care aid safety health skill lawful own protect privacy shielded"
# fmt: off
_RULES: tuple[_Rule, ...] = (  # the first that hits names the reason
    _rule("heresy", PUNISH, "heresy"),
    _rule("speech-punished", PUNISH, "talk speech dissent mind ideology opinion", "punish",
          unless="heed protect lawful"),
    _rule("criticism-punished", PUNISH, "critic", "punish", unless="heed claim protect lawful"),
    _rule("slight-punished", PUNISH, "slight", "power", "punish", unless="heed claim protect lawful"),
    _rule("protest-punished", PUNISH, "protest", "punish", unless="heed claim protect shielded"),
    _rule("belief-punished", PUNISH, "belief origin", "punish", unless="protect care"),
    _rule("censorship", VETTING, "censorship"),
    _rule("work-vetted", VETTING, "work platform", "vet weigh suppress restrict punish",
          "viewpoint dissent mind ideology belief opinion religion critic", unless="lawful own"),
    _rule("theme-vetted", VETTING, "work platform", "vet weigh spy suppress restrict punish", "theme",
          unless=f"lawful own {_TRADE} claim protect"),
    _rule("piece-vetted", VETTING, "piece", "vet suppress restrict",
          unless=f"lawful own {_TRADE} claim heed protect"),
    _rule("viewpoint-vetted", VETTING, "viewpoint", "vet", unless=f"lawful own {_TRADE} claim", reach=1),
    _rule("speaker-vetted", VETTING, "platform", "vet", unless=f"{_TRADE} lawful own"),
    _rule("gathering-punished", PUNISH, "gathering contact", "punish", unless="safety health claim"),
    _rule("belief-pursued", BELIEF, "belief", "spy list tie dissuade suppress steer restrict", unless="care"),
    _rule("cult-pursued", BELIEF, "cult", "spy list tie dissuade steer restrict record report watch",
          unless=f"lawful {_TRADE}"),
    _rule("belief-recorded", BELIEF, "belief", _SOFT, unless="care protect lawful"),
    _rule("religion-pursued", BELIEF, "religion", f"{_HARD} {_SOFT} attend",
          unless=f"care {_TRADE} aid protect"),
    _rule("origin-recorded", BELIEF, "origin", "spy list tie watch record report punish restrict",
          unless="care aid protect"),
    _rule("attendance", BELIEF, "shrine", "dissuade tie attend", shelter=f"{_TRADE} aid protect"),
    _rule("belief", BELIEF, "belief", shelter=f"protect privacy care aid {_TRADE} shielded"),
    _rule("dragnet", WATCH, "dragnet"),
    _rule("persons-watched", WATCH, "watched", "spy list tie dissuade steer record report",
          unless="health skill aid lawful claim"),
    _rule("protest-watched", WATCH, "protest", "list tie spy dissuade steer report",
          unless="heed claim lawful protect shielded"),
    _rule("gathering-watched", WATCH, "gathering contact",
          "list tie spy watch record report dissuade steer restrict", unless=f"{_TRADE} aid heed lawful"),
    _rule("ideology", CONTROL, "ideology"),
    _rule("opinion", CONTROL, "opinion"),
    _rule("speech-steered", CONTROL, "talk speech dissent medium hot", "steer", unless="heed claim"),
    _rule("hot-topic-watched", CONTROL, "hot", "spy suppress", unless=f"heed claim {_TRADE}"),
    _rule("mind-pursued", EXPRESSION, "mind", "spy list tie dissuade steer report"),
    _rule("mind", EXPRESSION, "mind", shelter="privacy"),
    _rule("dissent-pursued", EXPRESSION, "dissent", _HARD, unless="heed"),
    _rule("dissent-recorded", EXPRESSION, "dissent", _SOFT, unless="heed claim"),
    _rule("criticism-pursued", EXPRESSION, "critic", "list tie spy dissuade suppress",
          unless="heed claim protect lawful"),
    _rule("criticism", EXPRESSION, "critic slight", "power",
          "spy record report suppress dissuade restrict list tie", unless=f"heed claim protect {_TRADE}"),
    _rule("view", EXPRESSION, "view", "spy dissuade list tie", unless=f"heed claim protect {_TRADE} aid"),
    _rule("care-pursued", BELIEF, "care", "spy list record report", "agency", unless="protect"),
    _rule("talk-pursued", EXPRESSION, "talk", f"{_HARD} {_SOFT}", unless="heed protect lawful own"),
    _rule("speech-pursued", EXPRESSION, "speech", _HARD, unless="heed lawful protect own"),
    _rule("speech-recorded", EXPRESSION, "speech", _SOFT,
          unless=f"heed claim aid {_TRADE} lawful own protect"),
    _rule("speech-restrained", EXPRESSION, "critic remark voice", "restrict",
          unless="heed claim protect lawful own"),
    _rule("remark-pursued", EXPRESSION, "remark", f"{_HARD} {_SOFT}", shelter=_FRAMES),
    _rule("medium", EXPRESSION, "medium", "spy watch suppress", unless=f"own {_TRADE} lawful claim"),
    _rule("reading", EXPRESSION, "reading", "list spy record report punish watch",
          "viewpoint contact belief dissent speech", unless="protect"),
    _rule("creed", EXPRESSION, "creed", "watch list punish tie spy record steer vet report",
          unless=f"{_TRADE} aid claim"),
    _rule("viewpoint-watched", EXPRESSION, "viewpoint", "spy", unless=f"heed claim {_TRADE} lawful own"),
    _rule("speech", EXPRESSION, "talk speech dissent hot view", shelter=_FRAMES),
    _rule("association", WATCH, "gathering contact watched medium", f"{_HARD} {_SOFT} express attend",
          shelter=_FRAMES),
    _rule("identity", BELIEF, "origin cult religion", f"{_HARD} {_SOFT} express attend", shelter=_FRAMES),
    _rule("piece", EXPRESSION, "piece", "spy report list punish dissuade steer", shelter=_FRAMES),
    _rule("covert", WATCH, "covert", f"{_HARD} {_SOFT}", shelter=_FRAMES),
    _rule("work-cleared", VETTING, "work", "vet", "restrict suppress punish",
          unless=f"lawful own {_TRADE} claim heed aid protect care"),
    _rule("people-probed", WATCH, "probe covert", "list record report tie", "person", shelter=_FRAMES),
    _rule("complainant-listed", WATCH, "claimant", "list tie", "spy agency dissuade"),
    _rule("people-listed", WATCH, "probe", "list", "person", shelter=_FRAMES),
    _rule("shielded-then-pursued", WATCH, "echo", "tie spy dissuade list", unless=f"{_TRADE} aid"),
)
# fmt: on
_ANCHORS: Classes = _NOTHING.union(*(rule.about for rule in _RULES))
_INTRUDING = _classes("deny spy watch record list report suppress punish dissuade steer vet tie")
_ACTING = _INTRUDING | _classes("express benefit bar shield")
_ATTRIBUTION = _classes("exempt decided")  # who objected to a decision on record does not answer for it
_ORDINARY = _classes("safety health skill own lawful aid care heed claim")


@cache
def _sieve() -> Callable[[str], bool]:
    return make_sieve(_ANCHORS)


# --- segments -----------------------------------------------------------------------------------------------

_UNIT = re.compile(
    r"(?:[^。；;！？!?\n.]|\.(?!\s+[^a-z\s]|\s*$|[\u3400-\u9fff]|[A-Z] ?[a-z])|\n(?=[a-z]))+"
    r"[。；;！？!?\n.]*"
)
_FULL_STOPS = frozenset("。.！!？?")
_COLONS = frozenset("：:")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CUT = re.compile(
    r"[，,：:]|前提下|基础上"
    r"|(?<=[a-z] )(?:and|or|but) (?:(?:it|they|he|she) )?(?=(?:shall|must|will|may|are to|is to|see|ensure) )"
    r"|(?<=[a-z] )(?:while|but|(?P<and>and)) "
)


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    classes: Classes


def _segments(text: str, start: int, end: int) -> list[_Segment]:
    """Return a sentence cut at its commas and before each new act, with what each part is about."""
    words = [*find_words(text, start, end)]
    acts = {at for at, names in words if names & _ACTING}
    cuts = [m.end() for m in _CUT.finditer(text, start, end) if m.lastgroup != "and" or m.end() in acts]
    segments: list[_Segment] = []
    turn, first = "", 0
    for a, b in zip([start, *cuts], [*cuts, end], strict=True):
        last = first
        while last < len(words) and words[last][0] < b:
            last += 1
        names = [names for _, names in words[first:last]]
        union = _NOTHING.union(*names)
        turn = _turn(names, union) if union & _ACTING else turn
        segments.append(_Segment(a, b, _turned(union, turn)))
        first = last
    return segments


def _turn(names: Sequence[Classes], union: Classes) -> str:
    """Return what a negation makes of a segment: it shields people, restricts or refuses them, or there is none.

    "不得歧视…" shields, "不得发表…" restricts, "不得录用…" refuses: the first act after the negation tells.
    """
    if "shield" in union:
        return "restrict" if "guise" in union else "shielded"
    bar = next((i for i, classes in enumerate(names) if "bar" in classes), None)
    if bar is None:
        return ""
    if union & {"ground", "abuse"}:
        return "shielded"
    before = names[:bar] if "ban" in names[bar] else ()
    for classes in (*before, *names[bar + 1 :]):
        if "express" in classes:
            return "restrict"
        if classes & _INTRUDING:
            return "shielded"
        if "benefit" in classes:
            return "refused"
    return "restrict"


def _turned(classes: Classes, turn: str) -> Classes:
    if turn == "shielded":
        return frozenset({"shielded", "echo"}) if classes & _ANCHORS else frozenset({"shielded"})
    if turn == "refused":
        return classes | {"punish", "restrict"}
    return classes | {turn} if turn else classes


# --- judgement ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hit:
    rank: int
    low: int
    high: int


def _hits(segments: Sequence[_Segment]) -> Iterator[_Hit]:
    classes = [segment.classes for segment in segments]
    if _NOTHING.union(*classes) >= _ATTRIBUTION:
        return
    for rank, rule in enumerate(_RULES):
        for at, names in enumerate(classes):
            window = _window(rule, classes, at) if names & rule.about else None
            if window:
                yield _Hit(rank, *window)


_SENTENCE = 9  # segments to either side: as far as a shelter is sought


def _window(rule: _Rule, classes: Sequence[Classes], at: int) -> tuple[int, int] | None:
    """Return the narrowest stretch around a segment in which the rule hits."""
    if rule.shelter and rule.shelter & _NOTHING.union(*classes[max(0, at - _SENTENCE) : at + _SENTENCE + 1]):
        return None
    for width in range(rule.reach + 1):
        for low in range(max(0, at - width), min(at, len(classes) - 1 - width) + 1):
            around = _NOTHING.union(*classes[low : low + width + 1])
            if not around & rule.unless and all(around & need for need in rule.needs):
                return low, low + width
    return None


def _outside(segments: Sequence[_Segment], struck: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a sentence that are outside; what has no ordinary matter of its own goes with them."""
    spans: list[tuple[int, int]] = []
    for at, segment in enumerate(segments):
        if at not in struck and segment.classes & _ORDINARY and not segment.classes & _ANCHORS:
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


def _findings(text: Plain) -> Iterator[_Finding]:
    """Yield what was found in each sentence; the items of a list are read together with their lead-in."""
    lead: list[_Segment] = []
    for unit in _UNIT.finditer(text.cased):
        span, words = unit.span(), unit.group()
        named = any(segment.classes & _ANCHORS for segment in lead) or _sieve()(text.folded[slice(*span)])
        colon = not _COLONS.isdisjoint(words)
        segments = _segments(text.folded, *span) if named or colon else []
        hits = [hit for hit in _hits([*lead, *segments]) if hit.high >= len(lead)] if named else []
        struck = {at - len(lead) for hit in hits for at in range(hit.low, hit.high + 1)}
        spans = _outside(segments, struck) if hits else ()
        yield _Finding(
            tuple(hit.rank for hit in hits), spans, spans == (span,) or _LETTERS.search(words) is None
        )
        if words.rstrip()[-1:] in _FULL_STOPS:
            lead = []
        elif colon:
            last = max(at for at, segment in enumerate(segments) if text.folded[segment.end - 1] in _COLONS)
            lead = segments[max(0, last - 1) : last + 1]


_IN = Screening("in")


def screen(text: str) -> Screening:
    """Return whether the text, or which part of it, lies outside the scope line.

    Screen a clause whole, and a list together with its lead-in. What a span covers must create nothing: no duty,
    ground, indicator, checklist or record. The work grows with the length of the text, no faster.
    """
    plain = undisguise(text)
    if not _sieve()(plain.folded):
        return _IN
    findings = [*_findings(plain)]
    ranks = [rank for finding in findings for rank in finding.ranks]
    if not ranks:
        return _IN
    rule = _RULES[min(ranks)]
    label = "out" if all(finding.whole for finding in findings) else "mixed"
    spans = (_original(text, plain.offsets, *span) for finding in findings for span in finding.spans)
    return Screening(label, rule.why, tuple(spans), rule.name)


def _original(text: str, offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return a span of the plain text as a span of the original, without white space at its ends."""
    first, last = offsets[start], offsets[end - 1] + 1
    part = text[first:last]
    return last - len(part.lstrip()), first + len(part.rstrip())


def is_outside(text: str) -> bool:
    """Return whether any part of the text lies outside the scope line."""
    return screen(text).label != "in"
