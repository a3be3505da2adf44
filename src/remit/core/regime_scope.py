"""The scope line held over a whole regime: no text of it that could bind anybody may lie outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.core.duty import Duty
from remit.core.problem import Place, Problem, error
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.core.scope import REASONS, screen

__all__ = ["duty_texts", "scope_problems"]

LONGEST_SHOWN = 60


def scope_problems(regime: Regime) -> Iterator[Problem]:
    """Yield an error for every text of a regime that is outside scope, and for every label changed by hand.

    Title, subject, roles and duties have to be inside. The clauses may say what they say: they are kept with their
    label and create nothing.
    """
    yield from _head_problems(regime)
    yield from _role_problems(regime)
    yield from _clause_problems(regime)


def duty_texts(duty: Duty) -> tuple[tuple[str, str], ...]:
    """Return every text that a duty holds, each with the name of its field."""
    return (
        ("quote", duty.quote),
        *(("holders", text) for text in duty.holders),
        *(("actions", text) for text in duty.actions),
        *(("addressee", text) for text in duty.addressee),
        *(("evidence", text) for text in duty.evidence),
        *(("cadence", text) for cadence in duty.cadence for text in (cadence.per, cadence.vague) if text),
        *(("deadline", text) for limit in duty.deadline for text in (limit.after, limit.before) if text),
        *(("reason", text) for text in (duty.review.reason,) if text),
    )


def _head_problems(regime: Regime) -> Iterator[Problem]:
    for field, text in (("title", regime.title), ("subject", regime.subject)):
        why = screen(text).why
        if why:
            yield error(
                "outside-scope",
                "The regime's {field} '{text}' is outside scope and has to be changed.",
                REASONS[why],
                field=field,
                text=text,
            )


def _role_problems(regime: Regime) -> Iterator[Problem]:
    for role in regime.roles:
        for text in (role.name, *role.units):
            why = screen(text).why
            if why:
                yield error(
                    "outside-scope",
                    "Role '{text}' is outside scope and has to be taken out.",
                    REASONS[why],
                    at=Place(ref=role.name),
                    text=text,
                )


def _clause_problems(regime: Regime) -> Iterator[Problem]:
    above: list[RegimeClause] = []
    for clause in regime.clauses:
        above = [
            one for one in above if clause.ref[: len(one.ref)] == one.ref and len(one.ref) < len(clause.ref)
        ]
        outside = _outside_spans(clause, above[-1].text if above else "")
        if outside and clause.screen == "in" and not clause.heading:
            yield error(
                "scope-label",
                "Clause {clause} is outside scope in part or whole, and is labelled 'in'.",
                "Put the label back that reading gave it: it cannot be changed by hand.",
                at=Place(ref=clause_path(clause.ref)),
                clause=clause_path(clause.ref),
            )
        for duty in clause.duties:
            yield from _duty_problems(clause, duty, outside)
        if not clause.heading:
            above.append(clause)


def _outside_spans(clause: RegimeClause, lead: str) -> list[tuple[int, int]]:
    """Return what of a clause is outside scope, read by itself and together with the words that lead to it."""
    spans = [*screen(clause.text).spans]
    if lead:
        before = len(lead) + 1
        together = screen(f"{lead}\n{clause.text}").spans
        spans += [(max(0, start - before), end - before) for start, end in together if end > before]
    return spans


def _duty_problems(clause: RegimeClause, duty: Duty, outside: list[tuple[int, int]]) -> Iterator[Problem]:
    at, names = Place(ref=duty.ref), {"clause": clause_path(clause.ref), "duty": duty.ref}
    if clause.screen == "out" or _lies_in(duty.quote, clause.text, outside):
        yield error(
            "outside-scope",
            "Clause {clause}: {duty} rests on words that are outside scope and has to be taken out.",
            "Such words stay visible in the clause and create nothing.",
            at=at,
            **names,
        )
    texts = duty_texts(duty)
    found = next(((field, text, why) for field, text in texts if (why := screen(text).why)), None)
    if found is None:
        together = "，".join(text for _, text in texts)
        found = ("all fields", together, screen(together).why)
    field, text, why = found
    if why:
        yield error(
            "outside-scope",
            "Clause {clause}: '{text}' ({field} of {duty}) is outside scope and has to be taken out.",
            REASONS[why],
            at=at,
            text=_shown(text),
            field=field,
            **names,
        )


def _lies_in(quote: str, text: str, spans: list[tuple[int, int]]) -> bool:
    """Return whether every place in the text where the quote stands touches one of the spans."""
    places = [found.start() for found in re.finditer(re.escape(quote), text)] if quote else []
    return bool(places) and all(
        any(place < end and start < place + len(quote) for start, end in spans) for place in places
    )


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
