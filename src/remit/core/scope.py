"""The scope screen: which parts of a text would keep records of people's words and minds, not of offices' duties.

A sentence is read as segments, each a set of classes of meaning (`scope_words`): what it is about, what is done,
and what turns that round (a negation, a protection, a hearing, a matter of safety). A rule says which classes
together lie outside the scope line. The line is part of the product: there is no switch that turns the screen off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from remit.core.scope_words import (
    RULES,
    WHY,
    Classes,
    Plain,
    Rule,
    find_words,
    make_sieve,
    name_classes,
    plain_words,
    undisguise,
)

__all__ = ["REASONS", "WHY", "Screening", "is_outside", "is_plain", "screen"]

REASONS: Mapping[str, str] = {
    "expression": "It watches, records or restrains what people say, write, read or think.",
    "opinion-control": "It watches, steers or suppresses public opinion, or lays an opinion down.",
    "belief-identity": "It records, checks or restrains people's religion, ethnicity or origin.",
    "watch-list": "It lists, profiles or follows people who are to be watched, “educated” or won over.",
    "viewpoint-vetting": "It vets speakers, publications, art, research or teaching by viewpoint.",
    "punish-expression": "It punishes people for expression or belief, or an office for not having prevented it.",
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


def _join(many: Iterable[Classes]) -> Classes:
    return reduce(or_, many, 0)


_ANCHORS = _join(rule.about for rule in RULES)
_SHIELD, _GUISE = name_classes("shield"), name_classes("guise")
_BAR, _BAN, _ABUSE = name_classes("bar"), name_classes("ban"), name_classes("ground abuse")
_EXPRESS, _BENEFIT = name_classes("express"), name_classes("benefit")
_SHIELDED, _ECHO, _RESTRICT = name_classes("shielded"), name_classes("echo"), name_classes("restrict")
_REFUSED = _RESTRICT | name_classes("punish")
_INTRUDING = name_classes("deny spy watch record list report suppress punish dissuade steer vet tie")
_ACTING = _INTRUDING | name_classes("express benefit bar shield")
_ATTRIBUTION = name_classes("exempt decided")  # who objected to a decision on record does not answer for it
_ORDINARY = name_classes("safety health skill own lawful aid care heed claim")


@cache
def _sieve() -> Callable[[str], bool]:
    return make_sieve(_ANCHORS)


# --- segments -----------------------------------------------------------------------------------------------

_UNIT = re.compile(
    r"(?:[^。；;！？!?\n.]++|\.(?!\s+[^a-z\s]|\s*$|[\u3400-\u9fff（(]|[A-Z] ?[a-z])|\n(?=[a-z]))++"
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
    turn, first = 0, 0
    for a, b in zip([start, *cuts], [*cuts, end], strict=True):
        last = first
        while last < len(words) and words[last][0] < b:
            last += 1
        names = [names for _, names in words[first:last]]
        union = _join(names)
        if union & _ACTING and not (turn and _goes_on(text, a, b, words[first:last])):
            turn = _turn(names, union)
        segments.append(_Segment(a, b, _turned(union, turn)))
        first = last
    return segments


_ROW_END = re.compile(
    r"(?!.*\b(?:shall|must|may|will|can|should|is|are|who|lists?|notes?)\b).*\bn?or\b", re.DOTALL
)


def _goes_on(text: str, start: int, end: int, words: Sequence[tuple[int, Classes]]) -> bool:
    """Return whether a segment names one more act, or the last, of a row: "shall not open, copy or read letters"."""
    at, names = words[0]
    if not text[at].isascii():
        return False
    bare = not text[start:at].strip() and names & _ACTING != 0
    return bare or _ROW_END.match(text, start, end) is not None


def _turn(names: Sequence[Classes], union: Classes) -> Classes:
    """Return what a negation makes of a segment: it shields people, restricts or refuses them, or there is none.

    "不得歧视…" shields, "不得发表…" restricts, "不得录用…" refuses: the first act after the negation tells.
    """
    if union & _SHIELD:
        return _RESTRICT if union & _GUISE else _SHIELDED
    bar = next((i for i, classes in enumerate(names) if classes & _BAR), None)
    if bar is None:
        return 0
    if union & _ABUSE:
        return _SHIELDED
    before = names[:bar] if names[bar] & _BAN else ()
    for classes in (*before, *names[bar + 1 :]):
        if classes & _EXPRESS:
            return _RESTRICT
        if classes & _INTRUDING:
            return _SHIELDED
        if classes & _BENEFIT:
            return _REFUSED
    return _RESTRICT


def _turned(classes: Classes, turn: Classes) -> Classes:
    if turn == _SHIELDED:
        return _SHIELDED | _ECHO if classes & _ANCHORS else _SHIELDED
    return classes | turn


# --- judgement ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hit:
    rank: int
    at: int
    low: int
    high: int


def _hits(segments: Sequence[_Segment]) -> Iterator[_Hit]:
    classes = [segment.classes for segment in segments]
    union = _join(classes)
    if union & _ATTRIBUTION == _ATTRIBUTION:
        return
    for rank, rule in enumerate(RULES):
        if not union & rule.about or not all(union & need for need in rule.needs):
            continue
        for at, names in enumerate(classes):
            window = _window(rule, classes, at) if names & rule.about else None
            if window:
                yield _Hit(rank, at, *window)


def _struck(hits: Sequence[_Hit]) -> set[int]:
    """Return the segments in which the rules hit: of each segment hit, the narrowest stretches only."""
    widths: dict[int, int] = {}
    for hit in hits:
        widths[hit.at] = min(hit.high - hit.low, widths.get(hit.at, hit.high))
    return {at for hit in hits if hit.high - hit.low == widths[hit.at] for at in range(hit.low, hit.high + 1)}


_SENTENCE = 9  # segments to either side: as far as a shelter is sought


def _window(rule: Rule, classes: Sequence[Classes], at: int) -> tuple[int, int] | None:
    """Return the narrowest stretch around a segment in which the rule hits."""
    if rule.shelter and rule.shelter & _join(classes[max(0, at - _SENTENCE) : at + _SENTENCE + 1]):
        return None
    for width in range(rule.reach + 1):
        for low in range(max(0, at - width), min(at, len(classes) - 1 - width) + 1):
            around = _join(classes[low : low + width + 1])
            if not around & rule.unless and all(around & need for need in rule.needs):
                return low, low + width
    return None


def _outside(segments: Sequence[_Segment], struck: set[int]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a sentence that are outside; what has no ordinary matter of its own goes with them."""
    spans: list[tuple[int, int]] = []
    for at, segment in enumerate(segments):
        if segment.start == segment.end or (at not in struck and _is_ordinary(segment)):
            continue
        if spans and spans[-1][1] == segment.start:
            spans[-1] = spans[-1][0], segment.end
        else:
            spans.append((segment.start, segment.end))
    return tuple(spans)


def _is_ordinary(segment: _Segment) -> bool:
    return bool(segment.classes & _ORDINARY) and not segment.classes & _ANCHORS


@dataclass(frozen=True, slots=True)
class _Finding:
    rules: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    whole: bool


_ORDINARY_SENTENCE = _Finding((), (), False)


def _judge(text: str, span: tuple[int, int], lead: Sequence[_Segment]) -> _Finding:
    segments = _segments(text, *span)
    hits = [hit for hit in _hits([*lead, *segments]) if hit.high >= len(lead)]
    struck = {at - len(lead) for at in _struck(hits)}
    rules = tuple(hit.rank for hit in hits)
    spans = _outside(segments, struck) if rules else ()
    return _Finding(rules, spans, spans == (span,) or _LETTERS.search(text, *span) is None)


def _findings(text: Plain) -> Iterator[_Finding]:
    """Yield what was found in each sentence; the items of a list are read together with their lead-in."""
    sieve, lead, anchored = _sieve(), None, False
    above: list[_Segment] = []  # the lead's segments, found when first asked for
    for unit in _UNIT.finditer(text.cased):
        span = unit.span()
        words = text.folded[slice(*span)]
        named = sieve(words)
        if named or (lead and anchored):
            above = above or (_leading(text.folded, lead) if lead else [])
            yield _judge(text.folded, span, above)
        elif _LETTERS.search(words):
            yield _ORDINARY_SENTENCE
        if words.rstrip()[-1:] in _FULL_STOPS:
            lead, above = None, []
        elif not _COLONS.isdisjoint(words):
            lead, above, anchored = span, [], named


def _leading(text: str, span: tuple[int, int]) -> list[_Segment]:
    """Return the segments of a sentence by which it leads to a list: the one before its last colon, and one more."""
    segments = _segments(text, *span)
    last = max(at for at, segment in enumerate(segments) if text[segment.end - 1] in _COLONS)
    return segments[max(0, last - 1) : last + 1]


_IN = Screening("in")


def screen(text: str) -> Screening:
    """Return whether the text, or which part of it, lies outside the scope line.

    Screen a clause whole, and a list together with its lead-in. What a span covers must create nothing: no duty,
    ground, indicator, checklist or record. The work grows with the length of the text, no faster.
    """
    if is_plain(text):
        return _IN
    plain = undisguise(text)
    findings = [*_findings(plain)]
    rules = [rule for finding in findings for rule in finding.rules]
    if not rules:
        return _IN
    label = "out" if all(finding.whole for finding in findings) else "mixed"
    spans = [span for finding in findings for span in finding.spans]
    rule = RULES[min(rules)]
    return Screening(
        label, rule.why, tuple(_original(text, plain.offsets, *span) for span in spans), rule.name
    )


def _original(text: str, offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return a span of the plain text as a span of the original, without white space at its ends."""
    first, last = offsets[start], offsets[end - 1] + 1
    part = text[first:last]
    return last - len(part.lstrip()), first + len(part.rstrip())


def is_outside(text: str) -> bool:
    """Return whether any part of the text lies outside the scope line."""
    return screen(text).label != "in"


def is_plain(text: str) -> bool:
    """Return whether the text names nothing that the rules are about: then no part of it lies outside either.

    A quick look, at a fraction of the cost of `screen`; texts that belong together are looked at joined with commas.
    """
    return not _sieve()(plain_words(text))
