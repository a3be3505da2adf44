"""Rows to core values, each function with a fixed number of queries. Nothing here asks who is asking: see `inquiry`.

A stretch [lo, hi) of the unit tree selects; what is selected may be more than is needed, and the core decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q

from remit.core.adoption import Adoption
from remit.core.breakdown import BreakdownItem
from remit.core.record import Evidence, Excuse, Record
from remit.core.regime import Edition, Regime
from remit.core.workday import WorkCalendar
from remit.store import document, models
from remit.store.access import Role, Stretch, Viewer, sees_units
from remit.store.load_organisation import (
    above,
    below,
    breakdown_items,
    count_below,
    groups,
    heads,
    inside,
    line,
    once_below,
    organisation,
    placements,
    places,
    related,
    root,
    stretch,
    units,
)
from remit.store.load_posts import (
    Delegation,
    Handover,
    codes_known,
    delegation,
    delegations,
    handover,
    handovers,
    handovers_of,
    holders_of,
    loans_of,
    named,
    posts_named,
)
from remit.store.refusal import NotThere

__all__ = [
    "Account",
    "Delegation",
    "EditionHeld",
    "Handover",
    "above",
    "account",
    "accounts",
    "actor",
    "adoptions",
    "below",
    "breakdown_items",
    "calendar",
    "codes_known",
    "count_below",
    "count_records",
    "delegation",
    "delegations",
    "duty_references",
    "edition",
    "editions",
    "evidence_digests",
    "evidence_kept",
    "excuses",
    "groups",
    "handover",
    "handovers",
    "handovers_of",
    "heads",
    "holders_of",
    "loans_of",
    "named",
    "once_below",
    "organisation",
    "placements",
    "places",
    "posts_named",
    "record",
    "records",
    "records_named",
    "records_of",
    "regime",
    "regimes",
    "root",
    "stretch",
    "token_account",
    "units",
    "viewer",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionHeld:
    """An edition as the store holds it: `state` is draft or issued, `version` what a guarded change must name."""

    name: Edition
    title: str
    language: str
    state: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account without its secrets."""

    username: str
    person: str
    unit: str
    role: Role
    language: str
    active: bool


def editions() -> tuple[EditionHeld, ...]:
    """Return every edition, regimes in order, newest first; one query."""
    return tuple(_held(row) for row in models.Edition.objects.order_by("regime", "-day").values_list(*_HELD))


def edition(name: Edition) -> EditionHeld:
    """Return one edition; one query. NotThere where it is unknown."""
    row = models.Edition.objects.filter(regime=name.regime, day=name.day).values_list(*_HELD).first()
    if row is None:
        raise NotThere(str(name))
    return _held(row)


def regime(held: EditionHeld) -> Regime:
    """Return the regime of an edition; one query where it is not in memory, else none."""
    return _regimes([held.sha256])[held.sha256]


def adoptions(within: Stretch) -> tuple[Adoption, ...]:
    """Return the adoptions, of all times, that reach or reached a unit in the stretch, with its units' breakdowns.

    Four queries, and one more for editions that are not in memory.
    """
    rows = (
        models.Adoption.objects.filter(related(within, line(within), "unit"))
        .order_by("regime", "unit__lo", "since")
        .values_list("edition__sha256", "regime", "unit__code", "since", "until")
    )
    found = list(rows)
    texts = _regimes(sha for sha, *_ in found)
    placed = placements(within)
    divided: dict[str, list[BreakdownItem]] = {}
    for item in breakdown_items(within):
        divided.setdefault(item.duty.partition("/")[0], []).append(item)
    return tuple(
        Adoption(
            regime=texts[sha],
            unit=unit,
            since=since,
            until=until,
            placements=placed.get(regime, ()),
            items=tuple(divided.get(regime, ())),
        )
        for sha, regime, unit, since, until in found
    )


def duty_references(within: Stretch) -> frozenset[str]:
    """Return the duties, as `REGIME/DUTY`, of every edition that was ever adopted by or above the stretch.

    Two queries, and one more for editions that are not in memory.
    """
    rows = models.Adoption.objects.filter(related(within, line(within), "unit"))
    found = set(rows.values_list("edition__sha256", flat=True))
    return frozenset().union(*(document.references(sha, text) for sha, text in _regimes(found).items()))


def records(within: Stretch, first: date | None = None, last: date | None = None) -> tuple[Record, ...]:
    """Return the records of the units in the stretch between two days, both included, in order; three queries."""
    chosen = inside(within, "unit__")
    if first is not None:
        chosen &= Q(day__gte=first)
    if last is not None:
        chosen &= Q(day__lte=last)
    return _records(chosen)


def record(ref: str) -> Record:
    """Return one record; three queries. NotThere where it is unknown."""
    found = _records(Q(ref=ref))
    if not found:
        raise NotThere(ref)
    return found[0]


def records_named(refs: Iterable[str]) -> tuple[Record, ...]:
    """Return those of the records that there are; three queries."""
    return _records(Q(ref__in=list(refs)))


def records_of(units: Iterable[str], *, last: date | None = None) -> tuple[Record, ...]:
    """Return the records of some units up to a day, in order; three queries."""
    chosen = Q(unit__code__in=list(units))
    return _records(chosen if last is None else chosen & Q(day__lte=last))


def count_records() -> int:
    """Return how many records there are; one query."""
    return models.Record.objects.count()


def excuses(within: Stretch) -> tuple[Excuse, ...]:
    """Return the excuses of the units in the stretch; one query."""
    rows = models.Excuse.objects.filter(inside(within, "unit__")).order_by("since", "pk")
    return tuple(
        Excuse(duty=duty, unit=unit, since=since, until=until, reason=reason, decided_by=by, decided=decided)
        for duty, unit, since, until, reason, by, decided in rows.values_list(
            "duty", "unit__code", "since", "until", "reason", "decided_by", "decided"
        )
    )


def evidence_digests() -> Iterator[str]:
    """Yield the digest of every file that has a row; one query."""
    return models.Evidence.objects.order_by("pk").values_list("sha256", flat=True).iterator()


def evidence_kept(digests: Collection[str]) -> frozenset[str]:
    """Return those of the digests that have a row; one query for each thousand."""
    asked = list(digests)
    parts = (asked[i : i + 1000] for i in range(0, len(asked), 1000))
    rows = (models.Evidence.objects.filter(sha256__in=p).values_list("sha256", flat=True) for p in parts)
    return frozenset(sha for found in rows for sha in found)


def calendar() -> WorkCalendar:
    """Return the working-day calendar, one that knows no day where none was set; one query."""
    text = models.Calendar.objects.values_list("document", flat=True).first()
    return document.calendar_from(text) if text else WorkCalendar(first=date.max, last=date.min)


def accounts() -> tuple[Account, ...]:
    """Return every account by name; one query."""
    return tuple(_account(row) for row in models.Account.objects.order_by("username").values_list(*_ACCOUNT))


def account(username: str) -> Account:
    """Return one account; one query. NotThere where it is unknown."""
    row = models.Account.objects.filter(username=username).values_list(*_ACCOUNT).first()
    if row is None:
        raise NotThere(username)
    return _account(row)


def actor(username: str) -> str:
    """Return the pseudonym of an account in the journal; one query. NotThere where it is unknown."""
    found = models.Account.objects.filter(username=username).values_list("pseudonym", flat=True).first()
    if found is None:
        raise NotThere(username)
    return found


def token_account(digest: str) -> str:
    """Return the username that a one-time token opens, used or not; one query. NotThere where it is unknown."""
    rows = models.SignInToken.objects.filter(hash=digest).values_list("account__username", flat=True)
    found = rows.first()
    if found is None:
        raise NotThere("")
    return found


def viewer(username: str, today: date) -> Viewer:
    """Return whom the rules of access see in an account on a day; at most three queries.

    The spans are those of the posts that the person holds on the day, or of the account's unit where there is none, and
    those of posts delegated to the person for the day. An inspector has the account's unit
    alone; roles that see no unit have none.
    NotThere where the account is unknown or closed.
    """
    row = (
        models.Account.objects.filter(username=username, is_active=True)
        .values_list("person", "pseudonym", "role", "unit_id", "unit__lo", "unit__hi")
        .first()
    )
    if row is None:
        raise NotThere(username)
    person, pseudonym, role, own_unit, lo, hi = row
    plain = Viewer(person=person or username, actor=pseudonym, role=Role(role), named=bool(person))
    own = ((lo, hi),) if own_unit else ()
    if plain.role is Role.INSPECTOR or not sees_units(plain.role):
        return replace(plain, spans=own if sees_units(plain.role) else ())
    held = (
        models.Holder.objects.filter(Q(until=None) | Q(until__gte=today), person=person, since__lte=today)
        .order_by("post__unit__lo")
        .values_list("post__unit__lo", "post__unit__hi")
        .distinct()
    )
    lent = (
        models.Delegation.objects.filter(person=person, since__lte=today, until__gte=today)
        .order_by("post__unit__lo")
        .values_list("post__unit__lo", "post__unit__hi")
        .distinct()
    )
    spans, more = (tuple(held), tuple(lent)) if person else ((), ())
    seen = dict.fromkeys((*(spans or own), *more))
    return replace(plain, spans=tuple(seen))


_HELD = ("regime", "day", "title", "language", "state", "version", "sha256")
_ACCOUNT = ("username", "person", "unit__code", "role", "language", "is_active")


def _held(row: tuple[str, date, str, str, str, int, str]) -> EditionHeld:
    name, day, title, language, state, version, sha256 = row
    return EditionHeld(
        name=Edition(name, day), title=title, language=language, state=state, version=version, sha256=sha256
    )


def _account(row: tuple[str, str, str | None, str, str, bool]) -> Account:
    username, person, unit, role, language, active = row
    return Account(
        username=username, person=person, unit=unit or "", role=Role(role), language=language, active=active
    )


def _regimes(digests: Iterable[str]) -> dict[str, Regime]:
    wanted = set(digests)
    found = document.known(wanted)
    missing = wanted - found.keys()
    if missing:
        rows = models.Edition.objects.filter(sha256__in=missing).values_list("sha256", "document")
        found |= document.remember(dict(rows))
    return found


def _records(chosen: Q) -> tuple[Record, ...]:
    rows = models.Record.objects.filter(chosen).order_by("day", "pk")
    found = list(rows.values_list("pk", "ref", "unit__code", "day", "entered", "kind", "title", "by"))
    meetings = _by_record(
        models.Meeting.objects.filter(record__in=rows.order_by().values("pk"))
        .order_by("pk")
        .values_list("record_id", "kind", "duty", "window")
    )
    files = _by_record(
        models.RecordEvidence.objects.filter(record__in=rows.order_by().values("pk"))
        .order_by("pk")
        .values_list("record_id", "evidence__sha256", "name", "evidence__size")
    )
    return tuple(
        Record(
            ref=ref,
            unit=unit,
            day=day,
            entered=entered,
            kind=kind,
            title=title,
            by=by,
            meets=_duties(meetings.get(pk, ()), models.Meeting.Kind.MEETS),
            starts=_duties(meetings.get(pk, ()), models.Meeting.Kind.STARTS),
            evidence=tuple(
                Evidence(sha256=sha, name=name, size=size) for sha, name, size in files.get(pk, ())
            ),
        )
        for pk, ref, unit, day, entered, kind, title, by in found
    )


def _by_record(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    grouped: dict[int, list[tuple[Any, ...]]] = {}
    for record_id, *rest in rows:
        grouped.setdefault(record_id, []).append(tuple(rest))
    return grouped


def _duties(meetings: Iterable[tuple[Any, ...]], kind: str) -> tuple[str, ...]:
    return tuple(f"{duty}@{window}" if window else duty for found, duty, window in meetings if found == kind)


def regimes(held: Iterable[EditionHeld]) -> dict[Edition, Regime]:
    """Return the regimes of several editions; at most one query."""
    names = {edition.sha256: edition.name for edition in held}
    return {names[sha]: regime for sha, regime in _regimes(names).items()}
