"""Who an account is elsewhere: linking a provider's person to an account, and people taken over from a directory.

A provider's word is checked before it comes here; `assertion` is used up by it, so that it lets somebody in once.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from remit.core.problem import Problem, error, warning
from remit.store import load, load_identity, save, save_identity, screening
from remit.store.access import Action, Role, Viewer, require
from remit.store.actions.signing import require_own
from remit.store.refusal import ChangedMeanwhile, NotThere, Refused, refuse
from remit.store.transaction import By, Done, Work, action, locked

__all__ = [
    "Person",
    "SyncPlan",
    "link_identity",
    "plan_sync",
    "recognise",
    "sync_people",
    "unlink_identity",
    "use_assertion",
]

_USERNAME = re.compile(r"[\w.@+-]{1,150}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as a provider knows them: `subject` never changes, `username` and `name` may be empty."""

    subject: str
    username: str = ""
    name: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncPlan:
    """What a synchronisation does: people to open and to link, accounts to close, and what it leaves to a person.

    `proposed` are people without an account where none is opened.
    """

    opening: tuple[Person, ...] = ()
    linking: tuple[Person, ...] = ()
    closing: tuple[str, ...] = ()
    proposed: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()


def recognise(
    person: Person,
    *,
    provider: str,
    by_name: bool,
    create: bool,
    guarded: Collection[str],
    now: datetime,
) -> str | None:
    """Return the account of a provider's person, linking or opening it where the installation says so.

    `by_name` links an account that has the person's username and no identity there yet, unless its role is `guarded`:
    a name alone, which somebody else may have given, is too little for those. None where nobody is recognised; Refused
    where the account is closed or its name belongs to somebody else there.
    """
    if "\0" in f"{person.subject}{person.username}{person.name}":  # no database keeps it
        raise Refused([_unusable(person.username.replace("\0", " "))])
    found = load_identity.find_linked(provider, person.subject)
    if found is not None:
        if not load.account(found).active:
            raise Refused([_closed()])
        return found
    if not by_name and not create:
        return None
    key = hashlib.sha256(f"{now.isoformat()} {secrets.token_hex(8)}".encode()).hexdigest()
    by = By(viewer=_provider(provider), key=key, now=now)
    try:
        there = load.account(person.username)
    except NotThere:
        return _open_for(by, person=person, provider=provider) if create and person.username else None
    if not by_name or there.role in guarded:
        return None
    if not there.active:
        raise Refused([_closed()])
    return _link_named(by, person=person, provider=provider)


@action
def link_identity(work: Work, *, username: str, provider: str, subject: str) -> Done:
    """Link one's own account to who one is at a provider; refused where either is linked already."""
    require_own(work, username)
    return _link(work, username, provider, subject)


@action
def unlink_identity(work: Work, *, username: str, provider: str) -> Done:
    """Undo one's own link to a provider."""
    require_own(work, username)
    save_identity.unlink(username, provider=provider)
    payload = {"username": username, "provider": provider}
    return Done(ref=username, kind="identity-unlinked", payload=payload)


@action
def _link_named(work: Work, *, person: Person, provider: str) -> Done:
    return _link(work, person.username, provider, person.subject)


@action
def _open_for(work: Work, *, person: Person, provider: str) -> Done:
    _open(work, person, provider)
    payload = {"username": person.username, "person": person.name, "provider": provider, "role": "holder"}
    return Done(ref=person.username, kind="account-created", payload=payload)


def use_assertion(assertion: str, *, expires: datetime, now: datetime) -> None:
    """Use a provider's assertion up; Refused where it let somebody in before."""
    digest = hashlib.sha256(assertion.encode()).hexdigest()
    try:
        with locked():
            save_identity.use_assertion(digest, expires=expires + timedelta(minutes=5), now=now)
    except ChangedMeanwhile:
        raise Refused([_used()]) from None


def plan_sync(people: Iterable[Person], *, provider: str, create: bool, guarded: Collection[str]) -> SyncPlan:
    """Return what a synchronisation with a directory would do. Nobody in it: nobody is closed, as it may be a mistake.

    Who is linked and gone from the directory, or closed there, is closed here. An account whose role is `guarded` is
    linked by its own person, not by its name.
    """
    found = {person.subject: person for person in people}
    linked = load_identity.people_of(provider)
    accounts = {a.username: a for a in load.accounts()}
    taken = {username for username, _ in linked.values()}
    new = [p for p in found.values() if p.subject not in linked and not p.closed]
    free = {u for u, a in accounts.items() if u not in taken and a.role not in guarded and a.active}
    linking = tuple(p for p in new if p.username in free)
    rest = [p for p in new if p.username not in accounts]
    fit = tuple(p for p in rest if not _unfit(p))
    gone = [u for s, (u, active) in linked.items() if active and (s not in found or found[s].closed)]
    problems = [problem for p in rest for problem in _unfit(p)]
    problems += [_name_taken(p.username) for p in new if p.username in accounts and p.username not in free]
    if not found and linked:
        problems, gone = [*problems, _nobody()], []
    return SyncPlan(
        opening=fit if create else (),
        linking=linking,
        closing=tuple(gone),
        proposed=() if create else fit,
        problems=tuple(problems),
    )


@action
def sync_people(work: Work, *, plan: SyncPlan, provider: str) -> Done:
    """Do what a plan says, all of it or nothing: open, link and close accounts; sessions of the closed end."""
    require(work.viewer, Action.ACCOUNTS)
    for person in plan.opening:
        _open(work, person, provider)
    for person in plan.linking:
        _link(work, person.username, provider, person.subject)
    for username in plan.closing:
        seen = load.account(username)
        save.change_account(username, person=seen.person, unit=seen.unit, role=seen.role.value, active=False)
        save_identity.end_sessions(username)
    payload = {
        "provider": provider,
        "opened": [p.username for p in plan.opening],
        "linked": [p.username for p in plan.linking],
        "closed": list(plan.closing),
    }
    return Done(ref=provider, kind="people-synchronised", payload=payload)


def _open(work: Work, person: Person, provider: str) -> None:
    refuse(_unfit(person))
    save.account(
        username=person.username,
        person=person.name,
        unit="",
        role=Role.HOLDER.value,
        language="zh-hans",
        password=None,
    )
    save_identity.link(person.username, provider=provider, subject=person.subject, now=work.now)


def _link(work: Work, username: str, provider: str, subject: str) -> Done:
    if load_identity.find_linked(provider, subject) or any(
        held.provider == provider for held in load_identity.linked(username)
    ):
        raise Refused([_name_taken(username)])
    save_identity.link(username, provider=provider, subject=subject, now=work.now)
    payload = {"username": username, "provider": provider, "subject": subject}
    return Done(ref=username, kind="identity-linked", payload=payload)


def _provider(name: str) -> Viewer:
    """The journal's name for a provider whose word opens or links an account."""
    return Viewer(person="", actor=f"provider {name}"[:40], role=Role.HOLDER)


def _unfit(person: Person) -> list[Problem]:
    if not _USERNAME.fullmatch(person.username):
        return [_unusable(person.username)]
    return list(screening.text_problems([person.username, person.name]))


def _unusable(username: str) -> Problem:
    return error(
        "username-unusable",
        "'{username}' cannot be a username.",
        "Use up to 150 letters, digits and . @ + - _.",
        username=username,
    )


def _closed() -> Problem:
    return error(
        "account-closed",
        "This account is closed.",
        "Ask whoever keeps the accounts.",
    )


def _name_taken(username: str) -> Problem:
    return error(
        "identity-taken",
        "The account '{username}' is not linked: it is closed, linked to somebody else, or not had by a name alone.",
        "Let its person sign in once with the account's own means, or undo the other link.",
        username=username,
    )


def _used() -> Problem:
    return error(
        "assertion-used",
        "This answer of the provider has let somebody in already.",
        "Sign in anew.",
    )


def _nobody() -> Problem:
    return warning(
        "directory-empty",
        "The directory shows nobody, so no account is closed.",
        "See whether base, filter and rights are right.",
    )
