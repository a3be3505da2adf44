"""What is wrong with a regime as it stands: everything that has to be right before it may bind anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.core.duty import Degree, Duty, Kind, ReviewState
from remit.core.part_soundness import part_problems
from remit.core.problem import Place, Problem, error, note, warning
from remit.core.regime import Regime, RegimeClause, Role, clause_path, duties
from remit.core.regime_scope import scope_problems
from remit.core.timing import cadence_problems, deadline_problems
from remit.core.window import is_scheduled
from remit.core.workday import HOLIDAY_RULES

__all__ = ["regime_problems"]

IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
LANGUAGES = ("zh", "en")
LABELS = ("in", "out", "mixed")
FIRST_YEAR = 1900
LONGEST_SHOWN = 60


def regime_problems(regime: Regime) -> tuple[Problem, ...]:
    """Return everything wrong with a regime; an error means that it must not be adopted.

    Kind by kind, each in document order. `Place.ref` is the duty's reference, the clause's path (`clause_path`), the
    role's name, or empty for the head.
    """
    return (
        *_head_problems(regime),
        *_default_problems(regime),
        *_role_problems(regime.roles),
        *_reference_problems(regime),
        *_clause_problems(regime),
        *part_problems(regime),
        *scope_problems(regime),
    )


def _head_problems(regime: Regime) -> Iterator[Problem]:
    if not IDENTIFIER.fullmatch(regime.id):
        yield error(
            "regime-id",
            "The regime's id is '{id}'.",
            "Use ASCII letters, digits, '.', '-' and '_' only, such as harbour-fire.",
            id=regime.id,
        )
    if not regime.title.strip():
        yield error("regime-title", "The regime has no title.", "Give the title as printed.")
    if regime.language not in LANGUAGES:
        yield error(
            "regime-language",
            "The regime's language is '{language}'.",
            "Give zh or en.",
            language=regime.language,
        )
    if regime.edition.year < FIRST_YEAR:
        yield error(
            "regime-edition",
            "The edition is {edition}.",
            "Give the day from which this edition is meant to hold.",
            edition=regime.edition,
        )


def _default_problems(regime: Regime) -> Iterator[Problem]:
    defaults = regime.defaults
    if not 1 <= defaults.year_starts <= 12:
        yield error(
            "default-year",
            "The year starts in month {month}.",
            "Give 'year_starts' from 1 to 12.",
            month=defaults.year_starts,
        )
    if not 0 <= defaults.due_soon_days <= 366:
        yield error(
            "default-soon",
            "A duty turns due-soon {days} days before it is due.",
            "Give 'due_soon_days' from 0 to 366.",
            days=defaults.due_soon_days,
        )
    if defaults.on_holiday not in HOLIDAY_RULES:
        yield error(
            "default-holiday",
            "A due day that is no working day is to be moved '{rule}'.",
            "Give 'on_holiday' as one of {rules}.",
            rule=defaults.on_holiday,
            rules=", ".join(HOLIDAY_RULES),
        )


def _role_problems(roles: tuple[Role, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for role in roles:
        at = Place(ref=role.name)
        if not role.name.strip() or role.name in seen:
            yield error(
                "role-name",
                "Role '{role}' has no name, or one that another role has.",
                "Give each role its own name, as the regulation has it.",
                at=at,
                role=role.name,
            )
        seen.add(role.name)
        if role.degree not in list(Degree):
            yield error(
                "role-degree",
                "Role '{role}' has the unknown degree '{degree}'.",
                "Give one of {degrees}.",
                at=at,
                role=role.name,
                degree=role.degree,
                degrees=", ".join(Degree),
            )
        if any(not kind.strip() for kind in role.units) or len(set(role.units)) < len(role.units):
            yield error(
                "role-units",
                "Role '{role}' names a kind of unit twice, or one without a name.",
                "Name each kind once; leave 'units' out where the role stands for every kind.",
                at=at,
                role=role.name,
            )


def _reference_problems(regime: Regime) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for clause, duty in duties(regime):
        path = clause_path(clause.ref)
        if not IDENTIFIER.fullmatch(duty.ref):
            yield error(
                "duty-ref",
                "Clause {clause}: the reference '{duty}' of a duty is not usable.",
                "Use ASCII letters, digits, '.', '-' and '_' only, such as art-12.i-3.",
                at=Place(ref=duty.ref),
                clause=path,
                duty=duty.ref,
            )
        elif duty.ref in first:
            yield error(
                "duty-twice",
                "The reference '{duty}' is used in clause {other} and again in clause {clause}.",
                "Give one of the two duties another reference.",
                at=Place(ref=duty.ref),
                duty=duty.ref,
                other=first[duty.ref],
                clause=path,
            )
        first.setdefault(duty.ref, path)


def _clause_problems(regime: Regime) -> Iterator[Problem]:
    roles = {role.name for role in regime.roles}
    for clause in regime.clauses:
        yield from _span_problems(clause)
        for duty in clause.duties:
            yield from _duty_problems(clause, duty, roles)


def _span_problems(clause: RegimeClause) -> Iterator[Problem]:
    path = clause_path(clause.ref)
    if clause.screen not in LABELS:
        yield error(
            "scope-label",
            "Clause {clause} is labelled '{label}'.",
            "Give 'screen' as one of in, out, mixed.",
            at=Place(ref=path),
            clause=path,
            label=clause.screen,
        )
    if clause.end - clause.start != len(clause.text):
        yield warning(
            "clause-span",
            "Clause {clause} has {length} characters, and its place in the text, {start} to {end}, has others.",
            "Read the regulation again; do not change a clause's words by hand.",
            at=Place(ref=path),
            clause=path,
            length=len(clause.text),
            start=clause.start,
            end=clause.end,
        )


def _duty_problems(clause: RegimeClause, duty: Duty, roles: set[str]) -> Iterator[Problem]:
    at, names = Place(ref=duty.ref), {"clause": clause_path(clause.ref), "duty": duty.ref}
    if not duty.quote.strip() or duty.quote not in clause.text:
        yield error(
            "duty-quote",
            "Clause {clause}: the quote of {duty} is not in the clause: '{quote}'.",
            "Quote the words of the clause exactly.",
            at=at,
            quote=_shown(duty.quote),
            **names,
        )
    if duty.kind not in {Kind.DUTY, Kind.PROHIBITION}:
        yield error(
            "duty-kind",
            "Clause {clause}: {duty} is of the kind '{kind}'.",
            "Give duty or prohibition, or take it out.",
            at=at,
            kind=duty.kind,
            **names,
        )
    if duty.review.state == ReviewState.REJECTED:
        return
    yield from _holder_problems(duty, roles, at, names)
    for cadence in duty.cadence:
        yield from cadence_problems(cadence, at=at)
    for limit in duty.deadline:
        yield from deadline_problems(limit, at=at)
    counted = [limit for limit in duty.deadline if limit.amount and limit.counts_from == "event"]
    if counted and any(is_scheduled(cadence) for cadence in duty.cadence):
        yield note(
            "limit-unused",
            "Clause {clause}: {duty} has a rhythm, so its time limit counted from an event is not scheduled.",
            "Make two duties of it, one with the rhythm and one with the limit.",
            at=at,
            **names,
        )


def _holder_problems(duty: Duty, roles: set[str], at: Place, names: dict[str, str]) -> Iterator[Problem]:
    if not duty.holders:
        yield warning(
            "duty-holder",
            "Clause {clause}: {duty} has no holder, so it binds nobody.",
            "Name the role that bears it.",
            at=at,
            **names,
        )
    for holder in duty.holders:
        if holder not in roles:
            yield error(
                "holder-role",
                "Clause {clause}: '{holder}', who bears {duty}, is not among the regime's roles.",
                "Add the role, with its degree and the kinds of unit that it stands for.",
                at=at,
                holder=holder,
                **names,
            )


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
