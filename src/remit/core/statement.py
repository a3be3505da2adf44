"""A holder's statement of a period: for each duty answered for, on which days, in which degree, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from remit.core.adoption import Adoption
from remit.core.assignment import Answer, answer, assign
from remit.core.duty import Degree, Duty
from remit.core.lineage import unit_on
from remit.core.post import Directory
from remit.core.record import Record, split_reference
from remit.core.regime import RegimeClause, duties_in_force, duty_reference
from remit.core.report import Figure, counted
from remit.core.reporting_period import ReportingPeriod
from remit.core.standing import Standing, Status

__all__ = ["HeldPost", "Statement", "StatementItem", "compose_statement"]

Span = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post as the person held it within the period, both days included; `acting` stands in for one to be named."""

    post: str
    title: str
    degree: Degree
    since: date
    until: date
    acting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementItem:
    """A duty (REGIME/DUTY) that the person answered for through a post, in a degree, on the days of the `spans`.

    `vacant` says that the post was somebody else's to hold and stood empty: the person answered in its place. `figures`
    count what was due and done on those days: occurrences of the duty, and records.
    """

    duty: str
    regime: str
    clause: tuple[str, ...]
    what: str
    post: str
    degree: Degree
    spans: tuple[Span, ...]
    vacant: bool = False
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a person answered for at a unit in a period, as things stand on a `day`, and the person's own words."""

    person: str
    unit: str
    unit_name: str
    period: ReportingPeriod
    day: date
    posts: tuple[HeldPost, ...] = ()
    items: tuple[StatementItem, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Share:
    """What stays the same from day to day while a person answers for a duty in one way."""

    duty: str
    post: str
    degree: Degree
    vacant: bool


def compose_statement(
    person: str,
    unit: str,
    period: ReportingPeriod,
    *,
    day: date,
    adoptions: Iterable[Adoption],
    directory: Directory,
    standings: Iterable[Standing],
    records: Iterable[Record],
) -> Statement:
    """Return what a person answered for at a unit in a period, up to the `day`, in the order of regimes and text.

    `standings` and `records` are those of the period; those of other units are left out.
    """
    reaching = tuple(adoptions)
    last = min(period.last, day)
    own = [one for one in standings if one.occurrence.unit == unit]
    deeds = [one for one in records if one.unit == unit]
    texts = {
        duty_reference(one.regime, duty): (one.regime.title, clause, duty)
        for one in reaching
        for clause, duty in duties_in_force(one.regime)
    }
    shares = _shares(person, unit, reaching, directory, period.first, last)
    order = {reference: place for place, reference in enumerate(texts)}
    there = unit_on(directory, unit, last) or directory.units.get(unit)
    return Statement(
        person=person,
        unit=unit,
        unit_name=there.name if there else unit,
        period=period,
        day=day,
        posts=tuple(_held(person, unit, directory, period.first, last)),
        items=tuple(
            _item(share, spans, texts[share.duty], own, deeds)
            for share, spans in sorted(shares.items(), key=lambda pair: order[pair[0].duty])
        ),
    )


def _held(person: str, unit: str, directory: Directory, first: date, last: date) -> Iterator[HeldPost]:
    for post in directory.posts_of.get(unit, ()):
        for one in directory.holders_of.get(post.code, ()):
            if one.person == person and one.since <= last and (one.until is None or one.until >= first):
                yield HeldPost(
                    post=post.code,
                    title=post.title,
                    degree=post.degree,
                    since=max(one.since, first),
                    until=min(one.until or last, last),
                    acting=one.acting,
                )


def _shares(
    person: str, unit: str, adoptions: Sequence[Adoption], directory: Directory, first: date, last: date
) -> dict[_Share, tuple[Span, ...]]:
    """Return on which days the person answers for what: asked once for every stretch on which nothing changes."""
    days = _turns(adoptions, directory, first, last)
    found: dict[_Share, list[Span]] = {}
    for place, begins in enumerate(days):
        ends = days[place + 1] - timedelta(days=1) if place + 1 < len(days) else last
        for share in _shares_on(person, unit, adoptions, directory, begins):
            spans = found.setdefault(share, [])
            if spans and spans[-1][1] + timedelta(days=1) == begins:
                spans[-1] = (spans[-1][0], ends)
            else:
                spans.append((begins, ends))
    return {share: tuple(spans) for share, spans in found.items()}


def _shares_on(
    person: str, unit: str, adoptions: Iterable[Adoption], directory: Directory, day: date
) -> dict[_Share, None]:
    found: dict[_Share, None] = {}
    for adoption in adoptions:
        for assignment in assign(adoption, directory, day=day):
            if assignment.unit != unit:
                continue
            for one in answer(assignment, directory, day=day):
                if one.person == person:
                    found[_Share(assignment.duty, one.post, one.degree, vacant=False)] = None
                elif _stands_in(one, person):
                    found[_Share(assignment.duty, one.post or one.through, one.degree, vacant=True)] = None
    return found


def _stands_in(one: Answer, person: str) -> bool:
    return bool(one.through) and dict(one.values).get("through_person") == person


def _turns(adoptions: Iterable[Adoption], directory: Directory, first: date, last: date) -> list[date]:
    """Return the days of the period on which who answers may change, its first day among them."""
    found: set[date] = {first} if first <= last else set()
    spans: list[tuple[date | None, date | None]] = [
        (one.since, one.until) for some in directory.holders_of.values() for one in some
    ]
    spans += [(post.since, post.until) for post in directory.posts.values()]
    spans += [(there.since, there.until) for there in directory.units.values()]
    for adoption in adoptions:
        spans.append((adoption.since, adoption.until))
        spans += [(item.since, item.until) for item in adoption.items]
        spans += [(placed.since, placed.until) for placed in adoption.placements]
    spans += [(one.day, None) for some in directory.changes_of.values() for one in some]
    for since, until in spans:
        turns = (since, until + timedelta(days=1) if until and until < date.max else None)
        found |= {day for day in turns if day and first <= day <= last}
    return sorted(found)


def _item(
    share: _Share,
    spans: tuple[Span, ...],
    text: tuple[str, RegimeClause, Duty],
    standings: Iterable[Standing],
    records: Iterable[Record],
) -> StatementItem:
    title, clause, duty = text
    due = [
        one for one in standings if one.occurrence.duty == share.duty and _within(one.occurrence.due, spans)
    ]
    done = [
        record.ref
        for record in records
        if _within(record.day, spans) and share.duty in {split_reference(one)[0] for one in record.meets}
    ]
    figures = [counted("due", due), Figure(name="times", number=len(done), refs=tuple(done))]
    for status in (Status.MET, Status.LATE, Status.OVERDUE, Status.EXCUSED):
        some = [one for one in due if one.status is status]
        figures += [counted(str(status), some)] if some else []
    return StatementItem(
        duty=share.duty,
        regime=title,
        clause=clause.ref,
        what="；".join(duty.actions) or duty.quote.strip(),
        post=share.post,
        degree=share.degree,
        spans=spans,
        vacant=share.vacant,
        figures=tuple(figures),
    )


def _within(day: date, spans: Iterable[Span]) -> bool:
    return any(first <= day <= last for first, last in spans)
