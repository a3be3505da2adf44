"""Faults in a regulation's text that its clauses show: nobody named, no number given, a gap left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from remit.core.duty import Kind, Provision
from remit.core.problem import Place, Problem, note, warning
from remit.core.regime import clause_path

__all__ = ["text_faults"]

_BINDING = (Kind.DUTY, Kind.PROHIBITION)
_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff])[xX]{2,}|[xX]{2,}(?=[\u4e00-\u9fff])|\bx{2,}\b|[×Ｘ]{2,}|[×*＊Xx○](?=[年月日])|[_＿]{2,}"
    r"|[（(【\[]\s*(?:待定|待补充|TBD|TBC|to be determined)\s*[】\])）]|【\s*】"
    r"|(?<![A-Za-z])(?:TBD|TODO)(?![A-Za-z])|…{4,}|\.{6,}"
)


def text_faults(text: str, provisions: Sequence[Provision]) -> tuple[Problem, ...]:
    """Return what a drafter should look at, in the order of the text, with line, column and clause.

    Gaps left to fill in (xx, ____, ×月) are warnings; duties that name nobody, and rhythms without a number, notes.
    """
    lines = _Lines(text)
    return tuple(problem for provision in provisions for problem in _faults(text, provision, lines))


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


def _faults(text: str, provision: Provision, lines: _Lines) -> Iterator[Problem]:
    clause = provision.clause
    ref = clause_path(clause.ref)
    for gap in _GAP.finditer(text, clause.start, clause.end):
        yield warning(
            "placeholder",
            "{clause}: '{words}' looks like a gap to be filled in.",
            "Fill it in.",
            at=lines.place(gap.start(), ref),
            clause=ref,
            words=gap[0],
        )
    if any(act.kind in _BINDING and not act.holders for act in provision.acts):
        yield note(
            "holder-missing",
            "{clause}: it does not say who has to do this.",
            "Name the body or person, here or in the lead-in.",
            at=lines.place(clause.start, ref),
            clause=ref,
        )
    for cadence in provision.cadence:
        if cadence.vague:
            yield note(
                "cadence-unquantified",
                "{clause}: '{word}' does not say how often.",
                "Give a number, such as at least once a quarter; until then nothing falls due.",
                at=lines.place(clause.start, ref),
                clause=ref,
                word=cadence.vague,
            )
