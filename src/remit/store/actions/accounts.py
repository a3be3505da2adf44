"""Ways in: accounts, passwords and one-time links."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from remit.core.problem import Problem, error
from remit.store import load, save, save_identity, screening
from remit.store.access import Action, Role, allowed, require
from remit.store.actions.signing import require_own
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused, refuse
from remit.store.transaction import By, Done, Work, action

__all__ = [
    "change_account",
    "change_language",
    "change_password",
    "create_account",
    "create_sign_in",
    "grant",
    "redeem_sign_in",
    "require_keeping",
]

_LANGUAGES = ("zh-hans", "en")
_APART = frozenset({Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
_OUT_OF_REACH = frozenset({Role.AUDITOR, Role.SECURITY_ADMINISTRATOR})


@action
def create_account(
    work: Work,
    *,
    username: str,
    person: str,
    unit: str,
    role: Role,
    language: str = "zh-hans",
    password: str | None = None,
) -> Done:
    """Open an account; without a password only a one-time link opens it. Returns the username.

    Whoever opens accounts but grants nothing opens those of holders without a unit.
    """
    require(work.viewer, Action.ACCOUNTS)
    if (role, unit) != (Role.HOLDER, ""):
        require(work.viewer, Action.GRANT)
    refuse(_account_problems(username, role, language))
    refuse(screening.text_problems([username, person]))
    refuse(_password_problems(password) if password is not None else ())
    if any(a.username == username for a in load.accounts()):
        raise Refused([_taken(username)])
    refuse(_joined(username, person, role))
    save.account(
        username=username,
        person=person,
        unit=unit,
        role=role.value,
        language=language,
        password=password,
        granted_by=work.viewer.actor,
        granted=work.now,
    )
    payload = {"username": username, "person": person, "unit": unit, "role": role.value}
    return Done(ref=username, kind="account-created", unit=unit, payload=payload)


@action
def change_account(work: Work, *, username: str, person: str, unit: str, role: Role, active: bool) -> Done:
    """Change whose an account is, or close it (`active` false); its sessions and links end. Returns the username.

    Another role or unit is a grant, and needs to be allowed as one besides.
    """
    seen = require_keeping(work, username)
    if (role, unit) != (seen.role, seen.unit):
        require(work.viewer, Action.GRANT)
    refuse(_account_problems(username, role, seen.language))
    refuse(screening.text_problems([person]))
    refuse(_joined(username, person, role) if active else ())
    if (role, unit) != (seen.role, seen.unit):
        save.grant(username, unit=unit, role=role.value, by=work.viewer.actor, now=work.now)
    save.change_account(username, person=person, unit=unit, role=role.value, active=active)
    save_identity.end_sessions(username)
    save_identity.end_links(username, now=work.now)
    payload = {"username": username, "person": person, "unit": unit, "role": role.value, "active": active}
    return Done(ref=username, kind="account-changed", unit=unit, payload=payload)


@action
def grant(work: Work, *, username: str, role: Role, unit: str) -> Done:
    """Give an account another role and unit; its sessions and links end. Returns the username.

    Never to oneself: not to one's own account, nor to another one of the same person.
    """
    require(work.viewer, Action.GRANT)
    seen = load.account(username)
    own = load.actor(username) == work.viewer.actor
    if own or (work.viewer.named and seen.person == work.viewer.person):
        raise Refused([_own_grant()])
    refuse(_account_problems(username, role, seen.language))
    refuse(_joined(username, seen.person, role) if seen.active else ())
    save.grant(username, unit=unit, role=role.value, by=work.viewer.actor, now=work.now)
    save_identity.end_sessions(username)
    save_identity.end_links(username, now=work.now)
    payload = {
        "username": username,
        "role": role.value,
        "unit": unit,
        "role_before": seen.role.value,
        "unit_before": seen.unit,
    }
    return Done(ref=username, kind="role-granted", unit=unit, payload=payload)


@action
def change_password(work: Work, *, username: str, password: str) -> Done:
    """Give an account a new password: one's own, or any for whoever keeps the accounts; its sessions and links end."""
    if load.actor(username) != work.viewer.actor:
        require_keeping(work, username)
    refuse(_password_problems(password))
    save.password(username, password=password)
    save_identity.end_sessions(username)
    save_identity.end_links(username, now=work.now)
    return Done(ref=username, kind="password-changed", payload={"username": username})


@action
def change_language(work: Work, *, username: str, language: str) -> Done:
    """Choose the language of one's own account."""
    require_own(work, username)
    refuse(_account_problems(username, load.account(username).role, language))
    save_identity.language(username, language=language)
    return Done(ref=username, kind="language-changed", payload={"username": username, "language": language})


@action
def create_sign_in(work: Work, *, username: str, token: str, hours: int = 24) -> Done:
    """Let a token that the caller drew (`secrets.token_urlsafe(32)`) open the account once. Returns the username."""
    require_keeping(work, username)
    expires = work.now + timedelta(hours=hours)
    save.sign_in_token(_digest(token), username=username, created=work.now, expires=expires)
    payload = {"username": username, "expires": expires.isoformat()}
    return Done(ref=username, kind="sign-in-link-created", payload=payload)


def redeem_sign_in(token: str, *, now: datetime) -> str:
    """Use a one-time token up and return the username; Refused where it is unknown, used or expired."""
    digest = _digest(token)
    try:
        username = load.token_account(digest)
        viewer = load.viewer(username, now.date())
        return _redeem(
            By(viewer=viewer, key=secrets.token_hex(16), now=now), username=username, digest=digest
        )
    except (NotThere, ChangedMeanwhile):
        raise Refused([_dead_link()]) from None


@action
def _redeem(work: Work, *, username: str, digest: str) -> Done:
    save.use_token(digest, now=work.now)
    return Done(ref=username, kind="signed-in-by-link", payload={"username": username})


def require_keeping(work: Work, username: str) -> load.Account:
    """Return an account whose ways in the viewer keeps, and raise Denied for any other.

    Those of the auditor and of the security administrator are out of the system administrator's reach, who could act
    as them otherwise: the console alone keeps them.
    """
    require(work.viewer, Action.ACCOUNTS)
    seen = load.account(username)
    if seen.role in _OUT_OF_REACH and not allowed(work.viewer, Action.GRANT):
        raise Denied
    return seen


def _joined(username: str, person: str, role: Role) -> list[Problem]:
    """A problem where the person would have two of the roles that are kept apart, under whatever accounts."""
    held = {
        one.role
        for one in load.accounts()
        if person and one.person == person and one.active and one.username != username
    }
    others = (held & _APART) - {role} if role in _APART else set()
    return [_roles_apart(person, role, other) for other in sorted(others)]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _account_problems(username: str, role: Role, language: str) -> list[Problem]:
    problems = []
    if not re.fullmatch(r"[\w.@+-]{1,150}", username):
        problems.append(
            error(
                "username-unusable",
                "'{username}' cannot be a username.",
                "Use up to 150 letters, digits and . @ + - _.",
                username=username,
            )
        )
    if role is Role.CONSOLE or language not in _LANGUAGES:
        problems.append(
            error(
                "account-unusable",
                "No account has the role '{role}' and the language '{language}'.",
                "Choose one of the roles of the manual, and zh-hans or en.",
                role=role,
                language=language,
            )
        )
    return problems


def _password_problems(password: str) -> list[Problem]:
    try:
        validate_password(password)
    except ValidationError as refused:
        said = " ".join(refused.messages)
        return [error("password-weak", "{said}", "Choose a longer, less common password.", said=said)]
    return []


def _taken(username: str) -> Problem:
    return error(
        "username-taken",
        "There is an account '{username}' already.",
        "Choose another name.",
        username=username,
    )


def _own_grant() -> Problem:
    return error(
        "grant-own",
        "Nobody grants a role or a unit to their own account.",
        "Ask another security administrator, or the operator at the console.",
    )


def _roles_apart(person: str, role: Role, other: Role) -> Problem:
    return error(
        "roles-apart",
        "'{person}' has the role '{other}' under another account, and may not be '{role}' as well.",
        "Let another person be it, or close the other account first.",
        person=person,
        role=role,
        other=other,
    )


def _dead_link() -> Problem:
    return error(
        "sign-in-link-dead",
        "This sign-in link is unknown, was used before, or has expired.",
        "Ask whoever keeps the accounts for a new one.",
    )
