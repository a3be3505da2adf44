"""Rows to core values, each function with a fixed number of queries. Nothing here asks who is asking: see `inquiry`.

A stretch [lo, hi) of the unit tree selects; what is selected may be more than is needed, and the core decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db import connection

from remit.core.adoption import Adoption
from remit.core.breakdown import BreakdownItem
from remit.core.record import Excuse
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
from remit.store.load_records import (
    count_records,
    evidence_digests,
    evidence_kept,
    record,
    records,
    records_named,
    records_of,
)
from remit.store.refusal import NotThere
from remit.store.statement import fetch_one

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


def excuses(within: Stretch) -> tuple[Excuse, ...]:
    """Return the excuses of the units in the stretch; one query."""
    rows = models.Excuse.objects.filter(inside(within, "unit__")).order_by("since", "pk")
    return tuple(
        Excuse(duty=duty, unit=unit, since=since, until=until, reason=reason, decided_by=by, decided=decided)
        for duty, unit, since, until, reason, by, decided in rows.values_list(
            "duty", "unit__code", "since", "until", "reason", "decided_by", "decided"
        )
    )


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
    """Return whom the rules of access see in an account on a day; at most two queries.

    The spans are those of the posts that the person holds on the day, or of the account's unit where there is none, and
    those of posts delegated to the person for the day. An inspector has the account's unit
    alone; roles that see no unit have none.
    NotThere where the account is unknown or closed.
    """
    row = fetch_one(_VIEWER, username)
    if row is None:
        raise NotThere(username)
    person, pseudonym, role, lo, hi = row
    plain = Viewer(person=person or username, actor=pseudonym, role=Role(role), named=bool(person))
    own = ((lo, hi),) if lo is not None else ()
    if plain.role is Role.INSPECTOR or not sees_units(plain.role):
        return replace(plain, spans=own if sees_units(plain.role) else ())
    held, lent = _spans(person, today) if person else ((), ())
    return replace(plain, spans=tuple(dict.fromkeys((*(held or own), *lent))))


_VIEWER = """
    SELECT account.person, account.pseudonym, account.role, unit.lo, unit.hi
    FROM store_account account LEFT JOIN store_unit unit ON unit.id = account.unit_id
    WHERE account.username = %s AND account.is_active
"""


def _spans(person: str, today: date) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The stretches of the units in which a person holds a post, and of those of posts lent to the person."""
    day = today.isoformat()
    with connection.cursor() as cursor:
        cursor.execute(_SPANS, [person, day, day, person, day, day])
        rows = cursor.fetchall()
    return tuple((lo, hi) for lent, lo, hi in rows if not lent), tuple(
        (lo, hi) for lent, lo, hi in rows if lent
    )


_SPANS = """
    SELECT 0 AS lent, unit.lo, unit.hi
    FROM store_holder held JOIN store_post post ON post.id = held.post_id
    JOIN store_unit unit ON unit.id = post.unit_id
    WHERE held.person = %s AND held.since <= %s AND (held.until IS NULL OR held.until >= %s)
    UNION
    SELECT 1, unit.lo, unit.hi
    FROM store_delegation loan JOIN store_post post ON post.id = loan.post_id
    JOIN store_unit unit ON unit.id = post.unit_id
    WHERE loan.person = %s AND loan.since <= %s AND loan.until >= %s
    ORDER BY 1, 2
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


def _regimes(digests: Iterable[str]) -> dict[str, Regime]:
    wanted = set(digests)
    found = document.known(wanted)
    missing = wanted - found.keys()
    if missing:
        rows = models.Edition.objects.filter(sha256__in=missing).values_list("sha256", "document")
        found |= document.remember(dict(rows))
    return found


def regimes(held: Iterable[EditionHeld]) -> dict[Edition, Regime]:
    """Return the regimes of several editions; at most one query."""
    names = {edition.sha256: edition.name for edition in held}
    return {names[sha]: regime for sha, regime in _regimes(names).items()}
