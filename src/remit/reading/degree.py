"""The degree in which a post answers, where the words of an act say so, else by who bears it."""

from __future__ import annotations

import re

from remit.core.duty import Degree
from remit.reading.sieve import sift

__all__ = ["degree_of"]

_HINT = re.compile(r"责任|总负责|负总责|牵头|协调|配合|协助|一岗|办公室")
_LETTER = re.compile(r"[A-Za-z]")
_ENGLISH_HINT = re.compile(r"responsib|accountab|coordinat|co-ordinat|lead|assist|support", re.I)
_WORDS = (  # each degree with its Chinese and its English words
    (
        Degree.FIRST,
        re.compile(r"第一责任人|第一责任(?!人?的)|首要责任|总负责"),
        re.compile(
            r"first (?:person|one) (?:responsible|accountable)|(?:first|primary|foremost) (?:person )?responsib",
            re.I,
        ),
    ),
    (
        Degree.DIRECT,
        re.compile(r"(?<!班子)(?:直接责任人(?!员)|直接责任(?!人)|直接领导责任|分管责任|主管责任)|负直接责任"),
        re.compile(r"direct(?:ly)? (?:responsib|accountab)\w*", re.I),
    ),
    (
        Degree.LEADERSHIP,
        re.compile(r"领导责任|一岗双责|分管范围内[^，。；]{0,20}责任"),
        re.compile(r"leadership responsib|responsib\w* of leadership", re.I),
    ),
    (
        Degree.PRINCIPAL,
        re.compile(r"主体责任|责任主体"),
        re.compile(r"(?:principal|main|primary) responsib|principally responsible", re.I),
    ),
    (
        Degree.LEAD,
        re.compile(r"牵头"),
        re.compile(
            r"take the lead|(?:shall|must) lead\b|lead (?:department|agency|body|authority)|be the lead", re.I
        ),
    ),
    (
        Degree.COORDINATING,
        re.compile(r"统筹协调|综合协调|组织协调|办公室(?:负责|承担)"),
        re.compile(
            r"(?:shall|must|responsible for|charge of)\s+co-?ordinat|^co-?ordinate\b",
            re.I,
        ),
    ),
    (
        Degree.SUPPORTING,
        re.compile(r"(?:^|[，应当要])(?:积极|主动)?(?:配合|协助)"),
        re.compile(
            r"^(?:(?:shall|must)\s+)?(?:assist|support)\b|\b(?:shall|must)\s+(?:assist|support)\b", re.I
        ),
    ),
)
_STATED = tuple((degree, sift(chinese), sift(english)) for degree, chinese, english in _WORDS)
_HELPS = re.compile(r"(?:积极|主动)?(?:配合|协助)(?!机制)|(?:assist|support)\b", re.I)
_OVERALL = re.compile(
    r"负总责|全面责任|全面领导责任|负全面|overall responsib\w*|responsible overall|bears? full responsib",
    re.I,
)
_PERSON = re.compile(
    r"(?:人|长|主任|书记|主席|经理|总裁|总监|领导|同志)$|\b(?:head|director|manager|mayor|president|chair\w*|chief|officer)s?\b",
    re.I,
)


def degree_of(words: str, holders: tuple[str, ...], actions: tuple[str, ...] = ()) -> Degree | None:
    """Return the degree an act's words name, None where they name none.

    Overall responsibility is that of the body itself, or, where a person bears it, that of its head. Who answers
    decides nothing else: a role's degree may be proposed from its name, an act's may not.
    """
    latin = _LETTER.search(words) is not None
    if not _HINT.search(words) and not (latin and _ENGLISH_HINT.search(words)):
        return None
    stated = next(
        (degree for degree, told, english in _STATED if told(words) or (latin and english(words))), None
    )
    if stated is None and _OVERALL.search(words):
        return Degree.FIRST if holders and all(_PERSON.search(one) for one in holders) else Degree.PRINCIPAL
    if stated is None and actions and all(_HELPS.match(one) for one in actions):
        return Degree.SUPPORTING
    return stated
