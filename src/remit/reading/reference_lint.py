"""References that lead nowhere, for a person to see."""

from __future__ import annotations

from bisect import bisect_right

from remit.core.clause import Outline
from remit.core.problem import Place, Problem, warning
from remit.core.regime import clause_path
from remit.reading.reference import references
from remit.reading.target import Targets

__all__ = ["dangling_references"]


def dangling_references(text: str, outline: Outline) -> tuple[Problem, ...]:
    """Return a warning for each reference to a provision of the same text that the text does not have.

    References that cannot be judged from the text alone (annexes, other sections of a code) give none.
    """
    targets = Targets.of(outline)
    breaks = [at for at, char in enumerate(text) if char == "\n"]
    problems = []
    for at, clause in enumerate(outline.clauses):
        for reference in references(text, clause):
            if targets.find(reference, at) == ():
                line = bisect_right(breaks, clause.body - 1) + 1
                column = clause.body - (breaks[line - 2] if line > 1 else -1)
                problems.append(
                    warning(
                        "dangling-reference",
                        "{number} cites {reference}, which this text does not have.",
                        "Check the number cited; another cause are paragraphs that were joined in copying.",
                        at=Place(line=line, column=column, ref=clause_path(clause.ref)),
                        number=clause_path(clause.ref),
                        reference=reference,
                    )
                )
    return tuple(problems)
