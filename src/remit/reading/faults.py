"""Faults in a regulation's text that its clauses show: gaps, contradictions, things not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from remit.core.duty import Act, Kind, Provision
from remit.core.period import Cadence
from remit.core.problem import Place, Problem, note, warning
from remit.core.regime import clause_path

__all__ = ["text_faults"]

_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff])[xX]{2,}|[xX]{2,}(?=[\u4e00-\u9fff])|\bx{2,}\b|[×Ｘ]{2,}|[×*＊Xx○](?=[年月日])|[_＿]{2,}"
    r"|[（(【\[]\s*(?:待定|待补充|TBD|TBC|to be determined)\s*[】\])）]|【\s*】"
    r"|(?<![A-Za-z])(?:TBD|TODO)(?![A-Za-z])|…{4,}|\.{6,}|\[\s*\]|\[[●•…]+\]"
    r"|\[(?:insert|name of|date|number|title|year|month)\b[^\]\n:]{0,40}\]"
)


def text_faults(text: str, provisions: Sequence[Provision]) -> tuple[Problem, ...]:
    """Return what a drafter should look at, in the order of the text, with line, column and clause.

    Warnings: gaps left to fill in (xx, ____, ×月), the same act of the same holder asked for in different rhythms.
    Notes: duties that name nobody, and rhythms without a number.
    """
    lines = _Lines(text)
    asked: dict[tuple[tuple[str, ...], str], tuple[str, Cadence]] = {}
    found: list[Problem] = []
    for provision in provisions:
        place = lines.place(provision.clause.start, clause_path(provision.clause.ref))
        found += _gaps(text, provision, lines)
        found += _contradictions(provision, asked, place)
        found += _unsaid(provision, place)
    return tuple(found)


class _Lines:
    """Line and column of offsets that are asked for in growing order, or nearly so."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._from = 0

    def place(self, offset: int, ref: str) -> Place:
        if offset < self._from:
            self._line, self._from = 1, 0
        while 0 <= (end := self._text.find("\n", self._from)) < offset:
            self._line += 1
            self._from = end + 1
        return Place(line=self._line, column=offset - self._from + 1, ref=ref)


def _gaps(text: str, provision: Provision, lines: _Lines) -> Iterator[Problem]:
    clause = provision.clause
    ref = clause_path(clause.ref)
    for gap in _GAP.finditer(text, clause.start, clause.end):
        yield warning(
            "placeholder",
            "{clause}: '{words}' looks like a gap to be filled in.",
            "Fill it in: until then nobody can be held to it.",
            at=lines.place(gap.start(), ref),
            clause=ref,
            words=gap[0],
        )


def _contradictions(
    provision: Provision, asked: dict[tuple[tuple[str, ...], str], tuple[str, Cadence]], at: Place
) -> Iterator[Problem]:
    """The same holder and the same words of an act, once in this rhythm and once in another."""
    for act in provision.acts:
        rhythms = [cadence for cadence in act.cadence if not cadence.vague]
        for words in act.actions:
            for cadence in rhythms:
                before, other = asked.setdefault((act.holders, "".join(words.split())), (at.ref, cadence))
                if other != cadence and before != at.ref:
                    yield warning(
                        "cadence-contradictory",
                        "{clause}: '{words}' has another rhythm here than in {other}.",
                        "Say the same in both, or say which holds: otherwise nobody can tell when it is late.",
                        at=at,
                        clause=at.ref,
                        words=words,
                        other=before,
                    )


def _unsaid(provision: Provision, at: Place) -> Iterator[Problem]:
    if any(_lacks_holder(act, provision) for act in provision.acts):
        yield note(
            "holder-missing",
            "{clause}: it does not say who has to do this.",
            "Name the body or person, here or in the lead-in: what nobody in particular has to do is not done.",
            at=at,
            clause=at.ref,
        )
    for cadence in provision.cadence:
        if cadence.vague:
            yield note(
                "cadence-unquantified",
                "{clause}: '{word}' does not say how often.",
                "Give a number, such as at least once a quarter; until then nothing falls due.",
                at=at,
                clause=at.ref,
                word=cadence.vague,
            )


def _lacks_holder(act: Act, provision: Provision) -> bool:
    """Say whether an act is somebody's to do and names nobody: no score, no rung of a ladder, no mere condition."""
    told = provision.particulars
    if act.kind is not Kind.DUTY or act.holders or told.weights or told.measures:
        return False
    return not any(one.start <= act.start and act.end <= one.end + 1 for one in told.conditions)
