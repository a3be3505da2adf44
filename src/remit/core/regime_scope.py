"""The scope line held over a whole regime: no text of it that could bind anybody may lie outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from remit.core.clause import clauses_above
from remit.core.duty import Duty
from remit.core.problem import Place, Problem, error
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.core.regime_part import Part, each_part, part_texts
from remit.core.scope import REASONS, Screening, screen

__all__ = ["duty_texts", "scope_problems", "screen_item"]

LONGEST_SHOWN = 60
Spans = tuple[tuple[int, int], ...]


def scope_problems(regime: Regime) -> Iterator[Problem]:
    """Yield an error for every text of a regime that is outside scope, and for every label changed by hand.

    Title, subject, roles, duties and parts have to be inside. The clauses may say what they say: they are kept with
    their label and create nothing.
    """
    yield from _head_problems(regime)
    yield from _role_problems(regime)
    yield from _clause_problems(regime)


def screen_item(text: str, *, lead: str) -> Screening:
    """Return the screening of a clause, read by itself and together with the words that lead to it.

    `lead` is the text of the clause above, empty where there is none. Below a lead-in that is outside to its colon
    every item is outside. Spans are offsets into `text`.
    """
    own = screen(text)
    if not lead or own.label == "out":
        return own
    above, length = _screen_lead(lead), len(lead.rstrip())
    if lead.rstrip().endswith(("：", ":")) and any(end >= length for _, end in above.spans):
        return Screening("out", above.why, ((0, len(text)),), above.rule)
    lead = lead[lead.rfind("。") + 1 :]
    if not lead:
        return own
    together = screen(f"{lead}\n{text}")
    before = len(lead) + 1
    below = tuple((max(0, start - before), end - before) for start, end in together.spans if end > before)
    if not below:
        return own
    spans = tuple(sorted({*own.spans, *below}))
    covered = 0
    for start, end in spans:
        covered = max(covered, end) if start <= covered else covered
    return Screening("out" if covered >= len(text) else "mixed", together.why, spans, together.rule)


@lru_cache(maxsize=64)
def _screen_lead(lead: str) -> Screening:
    """Return the screening of the words above, which one item after the other is read with."""
    return screen(lead)


def duty_texts(duty: Duty) -> tuple[tuple[str, str], ...]:
    """Return every text that a duty holds, each with the name of its field."""
    return (
        ("quote", duty.quote),
        *(("holders", text) for text in duty.holders),
        *(("actions", text) for text in duty.actions),
        *(("addressee", text) for text in duty.addressee),
        *(("conditions", text) for text in duty.conditions),
        *(("exceptions", text) for text in duty.exceptions),
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
    clauses = [clause for clause in regime.clauses if not clause.heading]
    above = iter(clauses_above(clause.ref for clause in clauses))
    parts: dict[tuple[str, ...], list[Part]] = {}
    for part in each_part(regime.parts):
        parts.setdefault(part.clause, []).append(part)
    for clause in regime.clauses:
        at = None if clause.heading else next(above)
        found = screen_item(clause.text, lead="" if at is None else clauses[at].text)
        if found.label != "in" and clause.screen == "in" and not clause.heading:
            yield error(
                "scope-label",
                "Clause {clause} is labelled 'in' and is not: {label} ({why}).",
                "Label it so; the label is not a reviewer's to change.",
                at=Place(ref=clause_path(clause.ref)),
                clause=clause_path(clause.ref),
                label=found.label,
                why=found.why,
            )
        for duty in clause.duties:
            yield from _bound_problems(clause, duty.ref, duty_texts(duty), found.spans)
        for part in parts.get(clause.ref, ()) if not clause.heading else ():
            if part.quote in clause.text:
                yield from _bound_problems(clause, part.ref, part_texts(part), found.spans)
    yield from _loose_problems(regime)


def _loose_problems(regime: Regime) -> Iterator[Problem]:
    """Yield what is outside in the parts whose words no clause has: they are screened by themselves."""
    words: dict[tuple[str, ...], list[str]] = {}
    for clause in regime.clauses:
        if not clause.heading:
            words.setdefault(clause.ref, []).append(clause.text)
    for part in each_part(regime.parts):
        if not any(part.quote in text for text in words.get(part.clause, ())):
            nowhere = RegimeClause(ref=part.clause, text="", start=0, end=0)
            yield from _bound_problems(nowhere, part.ref, part_texts(part), ())


def _bound_problems(
    clause: RegimeClause, ref: str, texts: tuple[tuple[str, str], ...], outside: Spans
) -> Iterator[Problem]:
    """Yield what is outside in a duty or part: the place of its quote, and each of its texts."""
    at, names = Place(ref=ref), {"clause": clause_path(clause.ref), "duty": ref}
    quote = next((text for field, text in texts if field == "quote"), "")
    if clause.screen == "out" or _lies_in(quote, clause.text, outside):
        yield error(
            "outside-scope",
            "Clause {clause}: {duty} rests on words that are outside scope and has to be taken out.",
            "Such words stay visible in the clause and create nothing.",
            at=at,
            **names,
        )
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


def _lies_in(quote: str, text: str, spans: Spans) -> bool:
    """Return whether every place in the text where the quote stands touches one of the spans."""
    places = [found.start() for found in re.finditer(re.escape(quote), text)] if quote else []
    return bool(places) and all(
        any(place < end and start < place + len(quote) for start, end in spans) for place in places
    )


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
