"""Guarded questions: each refuses first, then loads, and lets the core answer. What pages, commands and API ask.

A viewer who may not see the unit raises Denied; a reference that nothing has raises NotThere. The number of queries
never depends on how much is stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from remit.core.adoption import Adoption
from remit.core.assignment import Answer, answer, assign
from remit.core.post import ChangeKind, Organisation, Tree, Unit, index_organisation, join_organisations
from remit.core.problem import Problem
from remit.core.record import Excuse, Record
from remit.core.regime import Edition, Regime, find_duty
from remit.core.standing import Standing
from remit.core.standing import standings as judge_all
from remit.core.workday import WorkCalendar
from remit.journal.event import Line
from remit.rollup.counts import NodeCount
from remit.rollup.state import STATUSES
from remit.store import journalling, load
from remit.store.access import Action, Role, Stretch, Viewer, allowed, require
from remit.store.evidence import evidence_folder
from remit.store.load import Account, EditionHeld
from remit.store.load_matter import extensions
from remit.store.refusal import Denied, NotThere
from remit.store.roll import roll_on

__all__ = [
    "Stand",
    "UnitSeen",
    "accounts",
    "adoptions",
    "calendar",
    "edition",
    "editions",
    "evidence",
    "excuses",
    "homes",
    "journal",
    "organisation",
    "record",
    "records",
    "rollup",
    "standings",
    "unit",
    "units",
    "who",
    "who_below",
    "with_successors",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSeen:
    """A unit with the units above it, the root first, and those directly below it, of which there are `below_total`."""

    unit: Unit
    above: tuple[Unit, ...]
    below: tuple[Unit, ...]
    below_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a unit, or a unit with all below it, stands on a day; `adoptions` are those that reach it."""

    day: date
    standings: tuple[Standing, ...]
    problems: tuple[Problem, ...]
    adoptions: tuple[Adoption, ...]


def homes(viewer: Viewer) -> tuple[Unit, ...]:
    """Return the units at the head of what the viewer sees (at the console: the root)."""
    if viewer.role is Role.CONSOLE:
        return load.heads([(0, 0)])
    return load.heads(span for span in viewer.spans if allowed(viewer, Action.SEE, span))


def unit(viewer: Viewer, code: str, *, most: int | None = None) -> UnitSeen:
    """Return a unit, the names of what is above it, and what is directly below it, or the first `most` of these."""
    within = _seen(viewer, code)
    return UnitSeen(
        unit=load.units(_point(within))[0],
        above=tuple(replace(one, tags=()) for one in load.above(within)),
        below=load.below(code, most=most),
        below_total=load.count_below(code),
    )


def units(viewer: Viewer, code: str, *, most: int | None = None) -> tuple[Unit, ...]:
    """Return the unit and every unit below it, in preorder, or the first `most` of them."""
    return load.units(_seen(viewer, code), most=most)


def organisation(viewer: Viewer, code: str, *, subtree: bool = True) -> Organisation:
    """Return a unit (with `subtree`, and all below it) and the units above it, with their posts and holders.

    Those above are needed because they answer for a post that is vacant.
    """
    return load.organisation(_reach(viewer, code, subtree=subtree))


def standings(
    viewer: Viewer,
    code: str,
    day: date,
    *,
    subtree: bool = False,
    first: date | None = None,
    last: date | None = None,
) -> Stand:
    """Return where a unit (with `subtree`, and all below it) stands with what touches the day's calendar year.

    `first` and `last` ask on that day about just those days instead, which may be past or still to come.
    """
    return _judged(_seen(viewer, code), code, day, subtree=subtree, between=(first, last))[0]


def rollup(
    viewer: Viewer, code: str, day: date, *, depth: int | None = None, most: int | None = None
) -> tuple[NodeCount, ...]:
    """Return counts by status for a unit and the units down to `depth` levels below it (None: all), in preorder.

    Each has its own counts and those of its whole subtree. `depth` of the answer counts from the root of the tree. With
    `most`, the first so many.
    """
    within = _seen(viewer, code)
    places = load.places(within, depth=depth, most=most)
    counts = roll_on(day).counts(day, [place.lo for place in places])
    return tuple(
        NodeCount(
            unit=place.code,
            depth=place.depth,
            own=dict(zip(STATUSES, own, strict=True)),
            subtree=dict(zip(STATUSES, subtree, strict=True)),
        )
        for place, (own, subtree) in zip(places, counts, strict=True)
    )


def who(viewer: Viewer, duty: str, code: str, day: date) -> tuple[Answer, ...]:
    """Return who answers for a duty (`REGIME/DUTY`) at a unit on a day, in which degree, and why.

    Empty where the duty does not bind the unit on that day; NotThere where no regime that ever reached it has the duty.
    """
    return _answers(_point(_seen(viewer, code)), duty, day).get(code, ())


def who_below(viewer: Viewer, duty: str, code: str, day: date) -> dict[str, tuple[Answer, ...]]:
    """Return who answers for a duty at each unit, at or below the one named, that it binds on a day, in preorder."""
    within = _seen(viewer, code)
    ours = {u.code for u in load.units(within)}
    return {unit: answers for unit, answers in _answers(within, duty, day).items() if unit in ours}


def adoptions(viewer: Viewer, code: str) -> tuple[Adoption, ...]:
    """Return every adoption, past, present and future, that reaches the unit: its own and those from above."""
    return load.adoptions(_reach(viewer, code, subtree=False))


def records(
    viewer: Viewer, code: str, *, first: date | None = None, last: date | None = None, subtree: bool = False
) -> tuple[Record, ...]:
    """Return the records of a unit (with `subtree`, of all below too) between two days, both included, by day."""
    return load.records(_reach(viewer, code, subtree=subtree), first, last)


def record(viewer: Viewer, ref: str) -> Record:
    """Return one record."""
    found = load.record(ref)
    _seen(viewer, found.unit)
    return found


def evidence(viewer: Viewer, ref: str, sha256: str) -> bytes:
    """Return the bytes of a file that a record shows, compared with its digest as they are read."""
    if not any(e.sha256 == sha256 for e in record(viewer, ref).evidence):
        raise NotThere(f"{ref}/{sha256}")
    return evidence_folder().read(sha256)


def excuses(viewer: Viewer, code: str, *, subtree: bool = False) -> tuple[Excuse, ...]:
    """Return the excuses of a unit (with `subtree`, of all below too)."""
    return load.excuses(_reach(viewer, code, subtree=subtree))


def editions(viewer: Viewer) -> tuple[EditionHeld, ...]:
    """Return the editions, regimes in order, newest first; to those who do not review, the issued ones."""
    require(viewer, Action.READ_EDITIONS)
    return tuple(e for e in load.editions() if e.state == "issued" or allowed(viewer, Action.REVIEW))


def edition(viewer: Viewer, name: Edition) -> tuple[EditionHeld, Regime]:
    """Return an edition, with the version that a change must name, and its regime."""
    require(viewer, Action.READ_EDITIONS)
    held = load.edition(name)
    if held.state != "issued" and not allowed(viewer, Action.REVIEW):
        raise Denied
    return held, load.regime(held)


def accounts(viewer: Viewer) -> tuple[Account, ...]:
    """Return every account by name."""
    require(viewer, Action.ACCOUNTS)
    return load.accounts()


def journal(viewer: Viewer, *, after: int = 0, limit: int | None = 100) -> tuple[Line, ...]:
    """Return up to `limit` lines of the journal after a number, in order."""
    require(viewer, Action.JOURNAL)
    return tuple(journalling.lines(after, limit))


def calendar() -> WorkCalendar:
    """Return the working-day calendar, which everybody may see."""
    return load.calendar()


def _answers(within: Stretch, duty: str, day: date) -> dict[str, tuple[Answer, ...]]:
    """Return who answers at each unit of a stretch; for one that is gone by the day, of what it bore at last."""
    reaching = [a for a in load.adoptions(within) if find_duty(a.regime, duty)]
    if not reaching:
        raise NotThere(duty)
    organisation = _with_named(load.organisation(within), reaching)
    directory = index_organisation(with_successors(organisation, day))
    ends = {unit.until for unit in organisation.units if unit.until is not None and unit.until < day}
    found: dict[str, dict[Answer, None]] = {}
    for adoption in reaching:
        for then in (day, *sorted(ends)):
            for assignment in assign(adoption, directory, day=then):
                gone = directory.units[assignment.unit].until
                if assignment.duty == duty and then == min(day, gone or day):
                    answers = dict.fromkeys(answer(assignment, directory, day=day))
                    found.setdefault(assignment.unit, {}).update(answers)
    return {unit: tuple(answers) for unit, answers in found.items()}


def _with_named(organisation: Organisation, reaching: Iterable[Adoption]) -> Organisation:
    """Add the posts of other units that breakdowns name; three queries more, where there are any."""
    items = [item for adoption in reaching for item in adoption.items]
    named = {code for item in items for code in (item.leader, *item.lead, *item.supporting) if code}
    missing = named - {post.code for post in organisation.posts}
    return join_organisations(organisation, load.named(missing)) if missing else organisation


def with_successors(organisation: Organisation, day: date) -> Organisation:
    """Add the units into which units were merged by a day, with what is above them, as far as that leads."""
    while True:
        known = {unit.code for unit in organisation.units}
        merged = (c for c in organisation.changes if c.kind is ChangeKind.MERGED and c.day <= day)
        missing = sorted({change.after for change in merged} - known)
        if not missing:
            return organisation
        for code in missing:
            organisation = join_organisations(organisation, load.organisation(_point(load.stretch(code))))


def _judged(
    within: Stretch,
    code: str,
    day: date,
    *,
    subtree: bool,
    between: tuple[date | None, date | None] = (None, None),
) -> tuple[Stand, Tree]:
    chosen = within if subtree else _point(within)
    reaching = load.adoptions(chosen)
    directory = index_organisation(_with_named(load.organisation(chosen), reaching))
    found, problems = judge_all(
        reaching,
        directory,
        load.calendar(),
        records=load.records(chosen, last=day, bare=True),
        excuses=load.excuses(chosen),
        extensions=extensions(chosen),
        day=day,
        first=between[0],
        last=between[1],
    )
    ours = set(directory.tree.subtree(code)) if subtree else {code}
    standings = tuple(s for s in found if s.occurrence.unit in ours)
    return Stand(day=day, standings=standings, problems=problems, adoptions=reaching), directory.tree


def _seen(viewer: Viewer, code: str) -> Stretch:
    """Return the stretch of a unit's subtree, once it is clear that the viewer may see it."""
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return within


def _reach(viewer: Viewer, code: str, *, subtree: bool) -> Stretch:
    within = _seen(viewer, code)
    return within if subtree else _point(within)


def _point(within: Stretch) -> Stretch:
    """Return the stretch of the unit alone."""
    return within[0], within[0] + 1
