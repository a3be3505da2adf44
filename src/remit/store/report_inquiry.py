"""Guarded questions for papers: a unit's report, its ledger, a holder's statement, and what falls due.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored. A period that is none raises Refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from remit.core.addressing import addressed_kinds
from remit.core.adoption import Adoption
from remit.core.duty import Degree
from remit.core.ledger import LedgerRow, ledger_rows
from remit.core.post import Directory, Organisation, Unit, index_organisation, join_organisations, lasts_on
from remit.core.post_naming import PostNames, name_posts
from remit.core.problem import Problem, error
from remit.core.record import Record
from remit.core.regime import duties_in_force
from remit.core.report import Report
from remit.core.report_composition import Finding, compose
from remit.core.reporting_period import ReportingPeriod, find_period, following
from remit.core.standing import Standing, Status, carried_over
from remit.core.standing import standings as judge_all
from remit.core.statement import Statement, compose_statement
from remit.store import load, load_matter, load_report
from remit.store.access import Action, Stretch, Viewer, require
from remit.store.refusal import NotThere, Refused

__all__ = [
    "Ledger",
    "ledger_for",
    "period_named",
    "period_unknown",
    "report_for",
    "statement_for",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A ledger of a unit, or of one with all below it; `rows` come once, one at a time, `total` of them."""

    unit: Unit
    period: ReportingPeriod
    day: date
    names: PostNames
    total: int
    rows: Iterator[LedgerRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """What papers on a unit and a period are made from, judged on a day."""

    unit: Unit
    period: ReportingPeriod
    day: date
    adoptions: tuple[Adoption, ...]
    directory: Directory
    standings: tuple[Standing, ...]
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def report_for(
    viewer: Viewer,
    unit: str,
    period: str,
    now: datetime,
    *,
    regime: str = "",
    findings: Collection[Finding] = (),
) -> Report:
    """Return the report of a unit on a period (2026H1, 2026) as things stand now; of one regime, or of all in force."""
    material = _gathered(viewer, unit, period, now, regime=regime)
    return compose(
        unit,
        material.period,
        day=material.day,
        adoptions=material.adoptions,
        directory=material.directory,
        standings=material.standings,
        records=material.records,
        problems=material.problems,
        findings=findings,
        around=_around(material),
    )


def ledger_for(
    viewer: Viewer,
    unit: str,
    period: str,
    now: datetime,
    *,
    subtree: bool = False,
    regime: str = "",
    statuses: Collection[Status] = (),
) -> Ledger:
    """Return the ledger of a unit (with `subtree`, and of all below it) on a period, by unit, text and due day.

    What is still open from before the period is in it. `statuses` keep only the rows of these.
    """
    material = _gathered(viewer, unit, period, now, regime=regime, subtree=subtree)
    chosen = [
        one
        for one in material.standings
        if (
            material.period.first <= one.occurrence.due <= material.period.last
            or carried_over(one, begins=material.period.first)
        )
        and (not statuses or one.status in statuses)
    ]
    positions = material.directory.tree.positions
    order = _text_order(material.adoptions)
    chosen.sort(
        key=lambda one: (
            positions[one.occurrence.unit],
            order.get(one.occurrence.duty, len(order)),
            one.occurrence.due,
        )
    )
    return Ledger(
        unit=material.unit,
        period=material.period,
        day=material.day,
        names=name_posts(material.directory, unit),
        total=sum(one.occurrence.duty in order for one in chosen),
        rows=ledger_rows(
            chosen,
            adoptions=material.adoptions,
            directory=material.directory,
            records=material.records,
        ),
    )


def statement_for(
    viewer: Viewer, unit: str, period: str, now: datetime, *, person: str = ""
) -> tuple[Statement, PostNames]:
    """Return the statement of a person on the duties of a unit, and the names of posts in it.

    Without a `person`: of whoever holds the unit's first answerable post, on the last day that has come. NotThere where
    nobody does.
    """
    material = _gathered(viewer, unit, period, now)
    whose = person or _head(material)
    if not whose:
        raise NotThere(unit)
    statement = compose_statement(
        whose,
        unit,
        material.period,
        day=material.day,
        adoptions=material.adoptions,
        directory=material.directory,
        standings=material.standings,
        records=material.records,
    )
    return statement, name_posts(material.directory, unit)


def period_unknown(period: str) -> Problem:
    """Return the problem of a word that names no period."""
    return error(
        "period-unknown", "'{period}' is no period.", "Write 2026, 2026H1, 2026Q3 or 2026-05.", period=period
    )


def period_named(name: str, *, year_starts: int = 1) -> ReportingPeriod:
    """Return the period of that name, in a reporting year that starts with that month; Refused where it is none."""
    period = find_period(name, year_starts=year_starts)
    if period is None:
        raise Refused([period_unknown(name)])
    return period


def _gathered(
    viewer: Viewer, code: str, name: str, now: datetime, *, regime: str = "", subtree: bool = False
) -> _Material:
    period_named(name)
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    chosen: Stretch = within if subtree else (within[0], within[0] + 1)
    reaching = tuple(one for one in load.adoptions(chosen) if not regime or one.regime.id == regime)
    starts = {one.regime.defaults.year_starts for one in reaching}
    period = period_named(name, year_starts=starts.pop() if len(starts) == 1 else 1)
    directory = _directory(chosen, reaching)
    day = now.date()
    begins = date(period.first.year - 1, period.first.month, period.first.day)
    records = load.records(chosen, last=day)
    found, problems = judge_all(
        reaching,
        directory,
        load.calendar(),
        records=records,
        excuses=load.excuses(chosen),
        extensions=load_matter.extensions(chosen),
        day=day,
        first=begins,
        last=following(period).last,
    )
    ours = set(directory.tree.subtree(code)) if subtree else {code}
    return _Material(
        unit=directory.units[code],
        period=period,
        day=day,
        adoptions=reaching,
        directory=directory,
        standings=tuple(one for one in found if one.occurrence.unit in ours),
        records=records,
        problems=problems,
    )


def _directory(chosen: Stretch, adoptions: Collection[Adoption]) -> Directory:
    """The units with their line, and the posts elsewhere that breakdowns name: five queries, and three for those."""
    here = load.organisation(chosen)
    items = [item for one in adoptions for item in one.items]
    codes = {code for one in items for code in (one.leader, *one.lead, *one.supporting) if code}
    missing = codes - {post.code for post in here.posts}
    return index_organisation(join_organisations(here, load.named(missing)) if missing else here)


def _around(material: _Material) -> Directory:
    """The units that a report may go to, above the unit and beside those; one query."""
    units = tuple(material.directory.units.values())
    kinds = frozenset().union(*(addressed_kinds(one.regime) for one in material.adoptions))
    changes = tuple(one for some in material.directory.changes_of.values() for one in some)
    near = load_report.beside([one.code for one in units], kinds)
    return index_organisation(join_organisations(Organisation(units=units, changes=changes), near))


def _text_order(adoptions: Collection[Adoption]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in adoptions:
        for _, duty in duties_in_force(one.regime):
            found.setdefault(f"{one.regime.id}/{duty.ref}", len(found))
    return found


def _head(material: _Material) -> str:
    day = min(material.day, material.period.last)
    for post in material.directory.posts_of.get(material.unit.code, ()):
        if post.degree is Degree.FIRST and lasts_on(post, day):
            for holder in material.directory.holders_on(post.code, day):
                return holder.person
    return ""
