"""Faults with defined terms: one word in two meanings, and words that are defined and never used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from remit.core.duty import Provision
from remit.core.particulars import DefinedTerm
from remit.core.problem import Problem, note, warning
from remit.reading.line_place import LinePlaces

__all__ = ["term_faults"]

_SPACE = re.compile(r"\s+")
_SCOPED = re.compile(
    r"第[^，。；]{1,8}[章节条款]|本[章节条款]|前款|this (?:article|section|paragraph|chapter)", re.IGNORECASE
)


def term_faults(text: str, provisions: Sequence[Provision], places: LinePlaces) -> Iterator[Problem]:
    """Yield a warning for a term that is given a second meaning, a note for one that the text never uses again.

    A meaning that is given for one article only does not count as a second one.
    """
    meant: dict[str, tuple[str, str]] = {}
    for provision in provisions:
        for term in provision.particulars.terms:
            ref, name = places.ref(provision), term.term.strip().lower()
            meaning = _SPACE.sub("", term.meaning).strip("。.；;")
            first, other = meant.setdefault(name, (meaning, ref))
            if (
                other != ref
                and meaning
                and first
                and meaning != first
                and not _is_scoped(text, provision, term)
            ):
                yield warning(
                    "term-two-meanings",
                    "{clause}: '{term}' is given a meaning here and another in {other}.",
                    "Keep one, or use two words: what holds for the one would be read into the other.",
                    at=places.place(term.start, ref),
                    clause=ref,
                    term=term.term,
                    other=other,
                )
            elif other == ref and not _is_used(text, term):
                yield note(
                    "term-unused",
                    "{clause}: '{term}' is defined and not used again.",
                    "Take it out, or use it where it is meant: a reader looks for the rule that it belongs to.",
                    at=places.place(term.start, ref),
                    clause=ref,
                    term=term.term,
                )


def _is_scoped(text: str, provision: Provision, term: DefinedTerm) -> bool:
    return _SCOPED.search(text, max(provision.clause.body, term.start - 12), term.start + 4) is not None


def _is_used(text: str, term: DefinedTerm) -> bool:
    """Say whether the term stands anywhere outside the words that define it; English ones in either number and case."""
    name = term.term.strip()
    if not name.isascii():
        return name in text[: term.start] or name in text[term.end :]
    stem = re.escape(name[:-1] if len(name) > 3 and name[-1] in "sy" else name)
    used = re.compile(stem, re.IGNORECASE)
    return used.search(text, 0, term.start) is not None or used.search(text, term.end) is not None
