"""References that lead nowhere, for a person to see."""

from __future__ import annotations

import re
from bisect import bisect_right

from remit.core.clause import Clause, Outline
from remit.core.problem import Place, Problem, warning
from remit.core.regime import clause_path
from remit.reading.reference import references
from remit.reading.target import Targets

__all__ = ["dangling_references"]

_NOTICE = re.compile(
    r"\s*[（(\[【]?(?:已?删除|已?废止|deleted|repealed|reserved|revoked|omitted)[）)\]】]?[。.]?\s*$",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 24


def dangling_references(text: str, outline: Outline) -> tuple[Problem, ...]:
    """Return a warning for each reference to a provision that the text does not have, or has only as a deleted one.

    References that cannot be judged from the text alone (annexes, other sections of a code) give none.
    """
    targets = Targets.of(outline)
    breaks = [at for at, char in enumerate(text) if char == "\n"]
    problems = []
    for at, clause in enumerate(outline.clauses):
        for reference in references(text, clause):
            found = targets.find(reference, at)
            if found is None or (found and not all(_is_gone(text, outline.clauses[one]) for one in found)):
                continue
            line = bisect_right(breaks, clause.body - 1) + 1
            column = clause.body - (breaks[line - 2] if line > 1 else -1)
            place = Place(line=line, column=column, ref=clause_path(clause.ref))
            problems.append((_gone if found else _dangling)(clause, reference, place))
    return tuple(problems)


def _dangling(clause: Clause, reference: str, at: Place) -> Problem:
    return warning(
        "dangling-reference",
        "{number} cites {reference}, which this text does not have.",
        (
            "Check the number cited: what it asks for cannot be found. "
            "Another cause are paragraphs that were joined in copying."
        ),
        at=at,
        number=clause_path(clause.ref),
        reference=reference,
    )


def _gone(clause: Clause, reference: str, at: Place) -> Problem:
    return warning(
        "reference-deleted",
        "{number} cites {reference}, which has been taken out of this text.",
        "Cite what stands in its place, or take the citation out: it asks for nothing any more.",
        at=at,
        number=clause_path(clause.ref),
        reference=reference,
    )


def _is_gone(text: str, clause: Clause) -> bool:
    """Say whether a provision's words only say that it has been taken out."""
    return (
        clause.end - clause.body < _LONGEST_NOTICE
        and _NOTICE.match(text, clause.body, clause.end) is not None
    )
