"""Everything that a regulation's own text shows to be wrong with it, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from remit.core.clause import Outline
from remit.core.duty import Provision
from remit.core.problem import Problem, warning
from remit.core.regime import clause_path
from remit.reading.faults import text_faults
from remit.reading.line_place import LinePlaces
from remit.reading.reference_lint import dangling_references
from remit.reading.scheme_lint import scheme_faults
from remit.reading.slot_lint import slot_faults
from remit.reading.term_lint import term_faults

__all__ = ["lint"]


def lint(text: str, outline: Outline, provisions: Sequence[Provision]) -> tuple[Problem, ...]:
    """Return the faults that clauses, references, terms, weights and slots show; those of numbering come with reading.

    Each names its line, column and clause, why it matters, and what to do.
    """
    places = LinePlaces(text)
    found = [
        *text_faults(text, provisions),
        *dangling_references(text, outline),
        *term_faults(text, provisions, places),
        *scheme_faults(text, provisions, places),
        *slot_faults(text, provisions, places),
        *_same_number(outline, places),
    ]
    return tuple(sorted(found, key=lambda one: (one.place.line, one.place.column)))


def _same_number(outline: Outline, places: LinePlaces) -> Iterator[Problem]:
    """Clauses that can be cited by nothing that is theirs alone: their whole path of numbers comes twice."""
    times = Counter(clause.ref for clause in outline.clauses)
    seen: set[tuple[str, ...]] = set()
    for clause in outline.clauses:
        again = times[clause.ref] > 1 and clause.ref in seen
        if again and times.get(clause.ref[:-1], 0) < 2:
            ref = clause_path(clause.ref)
            yield warning(
                "numbering-overlap",
                "{clause} stands twice: lists overlap, or a number is used again.",
                "Number one of them anew: whoever cites it could mean either.",
                at=places.place(clause.start, ref),
                clause=ref,
            )
        seen.add(clause.ref)
