"""An amended text read again: what a reviewer decided is carried over to the new reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from remit.core.duty import Duty, ReviewState
from remit.core.part_review import carry_parts
from remit.core.problem import Place, Problem, note, warning
from remit.core.regime import Regime, RegimeClause, Role, clause_path, duties
from remit.core.resemblance import fingerprint, match_clauses, match_duties

__all__ = ["carry_review"]


@dataclass(frozen=True, slots=True)
class _Carried:
    """What has come over so far: references that are spoken for, and problems found."""

    refs: set[str]
    problems: list[Problem] = field(default_factory=list)

    def fresh(self, duty: Duty) -> Duty:
        """Return a newly read duty under a reference that no other duty has or had: records name duties by it."""
        ref, number = duty.ref, 2
        while ref in self.refs:
            ref = f"{duty.ref}-{number}"
            number += 1
        self.refs.add(ref)
        return replace(duty, ref=ref)


def carry_review(old: Regime, new: Regime) -> tuple[Regime, tuple[Problem, ...]]:
    """Return the new reading with what was reviewed in the old one, and what a reviewer has to look at again.

    Clauses are matched by their words (the number in front left out), then by number. Same words: the old duties stand
    exactly as they were, references included. Other words: duties that were reviewed or added by hand stay and are
    marked suspect, with both texts named; the others are read anew. A clause that vanished, or is outside scope now, is
    reported with its duties. Rejected stays rejected. `id`, `subject`, `defaults`, roles and a title that was changed
    by hand come from the old edition; source, edition, offsets and labels from the new.
    """
    carried = _Carried({duty.ref for _, duty in duties(old)})
    matched = match_clauses(old.clauses, new.clauses)
    clauses = []
    for place, clause in enumerate(new.clauses):
        before = old.clauses[matched[place]] if place in matched else None
        clauses.append(replace(clause, duties=tuple(_duties(before, clause, carried))))
    gone = set(range(len(old.clauses))) - set(matched.values())
    for place in sorted(gone):
        if any(_is_kept(duty) for duty in old.clauses[place].duties):
            carried.problems.append(_vanished(old.clauses[place]))
    retitled = old.title != old.source.title and bool(old.source.title)
    regime = replace(
        new,
        id=old.id,
        title=old.title if retitled else new.title,
        subject=old.subject,
        defaults=old.defaults,
        roles=tuple(_roles(old.roles, new.roles, clauses)),
        clauses=tuple(clauses),
    )
    parts, lost = carry_parts(old, regime)
    return replace(regime, parts=parts), (*carried.problems, *lost)


def _duties(before: RegimeClause | None, clause: RegimeClause, carried: _Carried) -> Iterator[Duty]:
    if before is None or not before.duties:
        yield from map(carried.fresh, clause.duties)
    elif clause.screen == "out":
        carried.problems.append(_outside(before, clause))
    elif fingerprint(before) == fingerprint(clause):
        yield from _unchanged(before, clause, carried)
    else:
        yield from _changed(before, clause, carried)


def _unchanged(before: RegimeClause, clause: RegimeClause, carried: _Carried) -> Iterator[Duty]:
    matched = match_duties(before.duties, clause.duties)
    read = {one: clause.duties[place] for place, one in matched.items()}
    for place, was in enumerate(before.duties):
        now = read.get(place)
        yield replace(was, quote=_quote(was, now, clause))
        proposed = was.review.state == ReviewState.PROPOSED
        if proposed and now is not None and was != replace(now, ref=was.ref, quote=was.quote):
            carried.problems.append(_read_differently(clause, was))
    yield from (carried.fresh(duty) for place, duty in enumerate(clause.duties) if place not in matched)


def _changed(before: RegimeClause, clause: RegimeClause, carried: _Carried) -> Iterator[Duty]:
    matched = match_duties(before.duties, clause.duties)
    read = {one: clause.duties[place] for place, one in matched.items()}
    kept = []
    for place, was in enumerate(before.duties):
        now = read.get(place)
        if _is_kept(was):
            kept.append(was.ref)
            yield replace(was, quote=_quote(was, now, clause), review=replace(was.review, suspect=True))
        elif now is not None:
            yield replace(now, ref=was.ref)
    yield from (carried.fresh(duty) for place, duty in enumerate(clause.duties) if place not in matched)
    if kept:
        carried.problems.append(_other_words(before, clause, kept))


def _quote(was: Duty, now: Duty | None, clause: RegimeClause) -> str:
    """Return words of the clause for a duty to rest on: its own, else those read now, else all."""
    if was.quote in clause.text:
        return was.quote
    return now.quote if now else clause.text


def _is_kept(duty: Duty) -> bool:
    """Return whether somebody decided on a duty or added it: what reading proposes says on what basis."""
    return duty.review.state != ReviewState.PROPOSED or not duty.basis


def _roles(old: Iterable[Role], new: Iterable[Role], clauses: Iterable[RegimeClause]) -> Iterator[Role]:
    needed = {holder for clause in clauses for duty in clause.duties for holder in duty.holders}
    read = {role.name: role for role in new}
    known = set()
    for role in old:
        known.add(role.name)
        if role.name in needed or role.name in read:
            yield role
    yield from (role for name, role in read.items() if name not in known)


def _other_words(before: RegimeClause, clause: RegimeClause, refs: list[str]) -> Problem:
    return warning(
        "clause-changed",
        "Clause {clause} now reads '{now}'; clause {other} read '{before}' when {duties} was reviewed.",
        "Look at each duty again and confirm or correct it.",
        at=Place(ref=clause_path(clause.ref)),
        clause=clause_path(clause.ref),
        other=clause_path(before.ref),
        now=clause.text,
        before=before.text,
        duties=", ".join(refs),
    )


def _vanished(before: RegimeClause) -> Problem:
    return warning(
        "clause-vanished",
        "Clause {clause} is no longer there: '{before}'. Its duties went with it: {duties}.",
        "Check that they are meant to end; if not, add them where they belong now.",
        at=Place(ref=clause_path(before.ref)),
        clause=clause_path(before.ref),
        before=before.text,
        duties=", ".join(duty.ref for duty in before.duties),
    )


def _outside(before: RegimeClause, clause: RegimeClause) -> Problem:
    return warning(
        "clause-outside",
        "Clause {clause} is outside scope as it now reads: '{now}'. Its duties went: {duties}.",
        "Nothing can be made of such a clause.",
        at=Place(ref=clause_path(clause.ref)),
        clause=clause_path(clause.ref),
        now=clause.text,
        duties=", ".join(duty.ref for duty in before.duties),
    )


def _read_differently(clause: RegimeClause, duty: Duty) -> Problem:
    return note(
        "duty-reread",
        "Clause {clause} is unchanged, and {duty} would be read differently today; it was left as it is.",
        "Compare it with a fresh reading, then accept or correct it.",
        at=Place(ref=duty.ref),
        clause=clause_path(clause.ref),
        duty=duty.ref,
    )
