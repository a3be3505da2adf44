"""Rows to core values, each function with a fixed number of queries. Nothing here asks who is asking: see `inquiry`.

A stretch [lo, hi) of the unit tree selects; what is selected may be more than is needed, and the core decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q

from remit.core.assignment import Adoption
from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.record import Evidence, Excuse, Record
from remit.core.regime import Edition, Regime
from remit.core.workday import WorkCalendar
from remit.store import document, models
from remit.store.access import Role, Stretch, Viewer
from remit.store.refusal import NotThere
from remit.store.statement import fetch_one

__all__ = [
    "Account",
    "EditionHeld",
    "above",
    "account",
    "accounts",
    "actor",
    "adoptions",
    "below",
    "calendar",
    "count_records",
    "duty_references",
    "edition",
    "editions",
    "evidence_digests",
    "evidence_kept",
    "excuses",
    "heads",
    "organisation",
    "record",
    "records",
    "records_named",
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


def stretch(code: str) -> Stretch:
    """Return the stretch of the unit's subtree; one query. NotThere where no unit has the code."""
    found = fetch_one("SELECT lo, hi FROM store_unit WHERE code = %s", code)
    if found is None:
        raise NotThere(code)
    return found[0], found[1]


def root() -> str:
    """Return the code of the unit above all others, empty where there is none; one query."""
    return models.Unit.objects.filter(lo=0, hi__gt=0).values_list("code", flat=True).first() or ""


def units(within: Stretch) -> tuple[Unit, ...]:
    """Return the units in a stretch, in preorder; one query."""
    return _units(_inside(within))


def above(within: Stretch) -> tuple[Unit, ...]:
    """Return the units above a stretch, the root first; one query."""
    return _units(Q(lo__lt=within[0], hi__gte=within[1]))


def below(code: str) -> tuple[Unit, ...]:
    """Return the units directly below a unit, in order; one query."""
    return _units(Q(parent__code=code))


def heads(spans: Iterable[Stretch]) -> tuple[Unit, ...]:
    """Return the units whose subtrees the stretches are, in preorder; one query."""
    return _units(Q(lo__in=[lo for lo, _ in spans]))


def organisation(within: Stretch | None = None) -> Organisation:
    """Return the organisation, or what concerns a stretch: its units and all above them; three queries.

    Units come in preorder.
    """
    near = Q() if within is None else _related(within)
    at_unit = Q() if within is None else _related(within, "unit__")
    posts = models.Post.objects.filter(at_unit).order_by("unit__lo", "pk")
    at_post = Q() if within is None else _related(within, "post__unit__")
    holders = models.Holder.objects.filter(at_post).order_by("post__unit__lo", "post_id", "since", "pk")
    return Organisation(
        units=_units(near),
        posts=tuple(
            Post(code=code, unit=unit, title=title, degree=Degree(degree), portfolio=tuple(portfolio))
            for code, unit, title, degree, portfolio in posts.values_list(
                "code", "unit__code", "title", "degree", "portfolio"
            )
        ),
        holders=tuple(
            Holder(post=post, person=person, since=since, until=until)
            for post, person, since, until in holders.values_list("post__code", "person", "since", "until")
        ),
    )


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
    """Return the adoptions, of all times, that reach a unit in the stretch: made there or above.

    One query, and one more for editions that are not in memory.
    """
    rows = (
        models.Adoption.objects.filter(_related(within, "unit__"))
        .order_by("regime", "unit__lo", "since")
        .values_list("edition__sha256", "unit__code", "since", "until")
    )
    found = list(rows)
    texts = _regimes(sha for sha, *_ in found)
    return tuple(
        Adoption(regime=texts[sha], unit=unit, since=since, until=until) for sha, unit, since, until in found
    )


def duty_references(within: Stretch) -> frozenset[str]:
    """Return the duties, as `REGIME/DUTY`, of every edition that was ever adopted by or above the stretch.

    One query, and one more for editions that are not in memory.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ADOPTED, within)
        found = [row[0] for row in cursor.fetchall()]
    return frozenset().union(*(document.references(sha, text) for sha, text in _regimes(found).items()))


def records(within: Stretch, first: date | None = None, last: date | None = None) -> tuple[Record, ...]:
    """Return the records of the units in the stretch between two days, both included, in order; three queries."""
    chosen = _inside(within, "unit__")
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


def count_records() -> int:
    """Return how many records there are; one query."""
    return models.Record.objects.count()


def excuses(within: Stretch) -> tuple[Excuse, ...]:
    """Return the excuses of the units in the stretch; one query."""
    rows = models.Excuse.objects.filter(_inside(within, "unit__")).order_by("since", "pk")
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
    """Return whom the rules of access see in an account on a day; two queries.

    The spans are those of the posts that the person holds on the day, or of the account's unit where there is none.
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
    held = (
        models.Holder.objects.filter(Q(until=None) | Q(until__gte=today), person=person, since__lte=today)
        .order_by("post__unit__lo")
        .values_list("post__unit__lo", "post__unit__hi")
        .distinct()
    )
    spans = tuple(held) if person else ()
    own = ((lo, hi),) if own_unit else ()
    return Viewer(person=person or username, actor=pseudonym, role=Role(role), spans=spans or own)


_ADOPTED = """
    SELECT DISTINCT edition.sha256 FROM store_adoption adoption
    JOIN store_unit unit ON unit.id = adoption.unit_id
    JOIN store_edition edition ON edition.id = adoption.edition_id
    WHERE unit.lo <= %s AND unit.hi >= %s
"""
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


def _units(chosen: Q) -> tuple[Unit, ...]:
    rows = models.Unit.objects.filter(chosen).order_by("lo", "pk")
    return tuple(
        Unit(code=code, name=name, parent=parent or "", kind=kind)
        for code, name, parent, kind in rows.values_list("code", "name", "parent__code", "kind")
    )


def _inside(within: Stretch, path: str = "") -> Q:
    return Q(**{f"{path}lo__gte": within[0], f"{path}lo__lt": within[1]})


def _related(within: Stretch, path: str = "") -> Q:
    return _inside(within, path) | Q(**{f"{path}lo__lt": within[0], f"{path}hi__gte": within[1]})


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
