"""What was reviewed of a regime's parts, carried over to a new reading of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from remit.core.duty import ReviewState
from remit.core.problem import Place, Problem, warning
from remit.core.regime import Regime, clause_path
from remit.core.regime_part import Part, Parts

__all__ = ["carry_parts"]


def carry_parts(old: Regime, new: Regime) -> tuple[Parts, tuple[Problem, ...]]:
    """Return the parts of the new reading with what was decided on those of the old one, and what was lost.

    A part is the same where its list and the words it rests on are. What was decided on it stands as it was, at its
    clause's present number; a decided part whose words are gone is kept where its clause still stands, marked suspect,
    and reported where it does not.
    """
    problems: list[Problem] = []
    refs = {part.ref for field in fields(Parts) for part in getattr(new.parts, field.name)}
    lists: dict[str, Any] = {
        field.name: tuple(
            _carried(getattr(old.parts, field.name), getattr(new.parts, field.name), new, refs, problems)
        )
        for field in fields(Parts)
    }
    return Parts(**lists), tuple(problems)


def _carried(
    old: Sequence[Part], new: Sequence[Part], regime: Regime, refs: set[str], problems: list[Problem]
) -> Iterator[Part]:
    decided = [part for part in old if part.review.state != ReviewState.PROPOSED]
    for part in new:
        was = next((one for one in decided if one.quote == part.quote), None)
        if was is None:
            yield part
        else:
            decided.remove(was)
            refs.discard(part.ref)
            yield replace(was, ref=_free(was.ref, refs), clause=part.clause)
    standing = {clause.ref: clause for clause in regime.clauses if not clause.heading}
    for was in decided:
        clause = standing.get(was.clause)
        if clause is None or clause.screen == "out":
            problems.append(_lost(was))
            continue
        kept = was.quote in clause.text
        review = was.review if kept else replace(was.review, suspect=True)
        yield replace(was, ref=_free(was.ref, refs), quote=was.quote if kept else clause.text, review=review)


def _free(ref: str, refs: set[str]) -> str:
    name, number = ref, 2
    while name in refs:
        name, number = f"{ref}-{number}", number + 1
    refs.add(name)
    return name


def _lost(part: Part) -> Problem:
    return warning(
        "part-vanished",
        "Clause {clause} is no longer there, or outside scope; {part} went with it: '{quote}'.",
        "Check that it is meant to end; if not, add it where it belongs now.",
        at=Place(ref=clause_path(part.clause)),
        clause=clause_path(part.clause),
        part=part.ref,
        quote=part.quote,
    )
