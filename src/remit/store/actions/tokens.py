"""Ways in for programs: tokens that are for some of what their owner may do, for a while."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from remit.core.problem import Place, Problem, error
from remit.store import load, load_token, save_token, screening
from remit.store.access import Action, Role, Stretch, Viewer, allowed, granted, narrow
from remit.store.actions.signing import require_own
from remit.store.refusal import Denied, NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["LONGEST", "create_token", "revoke_token"]

LONGEST = timedelta(days=366)
"""How long a token is good for at most."""

_MOST = 50


@action
def create_token(
    work: Work,
    *,
    username: str,
    digest: str,
    name: str,
    scope: Collection[Action],
    expires: datetime,
    unit: str = "",
) -> Done:
    """Make a token of an account: one's own, or any at the console. Returns its reference.

    The caller has drawn its secret, shows it once, and hands in its SHA-256. `scope` is some of what the owner may do,
    `unit` the head of what it reaches, one that the owner sees; without it, wherever the owner may.
    """
    if work.viewer.role is not Role.CONSOLE:
        require_own(work, username)
        if work.viewer.only is not None:  # a token makes no tokens
            raise Denied
    owner = load.viewer(username, work.today)
    refuse(screening.text_problems([name], at=Place(ref="name")))
    refuse(_token_problems(owner, name, scope, _stretch(unit)))
    refuse(_day_problems(work.now, expires))
    live = [one for one in load_token.tokens(username) if one.revoked is None and one.expires > work.now]
    if len(live) >= _MOST:
        raise Refused([_too_many()])
    ref = f"T{work.seq}"
    save_token.token(
        ref,
        username=username,
        digest=digest,
        name=name.strip(),
        scope=scope,
        unit=unit,
        created=work.now,
        expires=expires,
    )
    payload = {
        "ref": ref,
        "username": username,
        "name": name.strip(),
        "scope": sorted(scope),
        "unit": unit,
        "expires": expires.isoformat(),
    }
    return Done(ref=ref, kind="token-created", unit=unit, payload=payload)


@action
def revoke_token(work: Work, *, ref: str) -> Done:
    """Let a token open nothing any more: one's own, or any for whoever keeps the accounts. Returns its reference."""
    held = load_token.token(ref)
    if load.actor(held.username) != work.viewer.actor and not allowed(work.viewer, Action.ACCOUNTS):
        raise Denied
    save_token.revoke_token(ref, now=work.now)
    payload = {"ref": ref, "username": held.username}
    return Done(ref=ref, kind="token-revoked", unit=held.unit, payload=payload)


def _stretch(unit: str) -> Stretch | None:
    """The stretch of a unit, an empty one where there is none: it is said with the rest of what is wrong."""
    try:
        return load.stretch(unit) if unit else None
    except NotThere:
        return (-1, -1)


def _token_problems(
    owner: Viewer, name: str, scope: Collection[Action], within: Stretch | None
) -> list[Problem]:
    problems = []
    if not 0 < len(name.strip()) <= 100:
        problems.append(
            error(
                "token-name",
                "The token has no name, or one of more than 100 characters.",
                "Say in a few words which program it is for.",
                at=Place(ref="name"),
            )
        )
    beyond = sorted(set(scope) - granted(owner))
    if not scope or beyond:
        problems.append(
            error(
                "token-scope",
                "The token is for nothing, or for what its owner may not do: {actions}.",
                "Choose from: {choice}.",
                at=Place(ref="scope"),
                actions=", ".join(beyond) or "-",
                choice=", ".join(sorted(granted(owner))) or "-",
            )
        )
    if within is not None and within not in narrow(owner, scope, within).spans:
        problems.append(
            error(
                "token-unit",
                "The owner of the token does not see this unit.",
                "Name a unit at or below the owner's, or none.",
                at=Place(ref="unit"),
            )
        )
    return problems


def _day_problems(now: datetime, expires: datetime) -> list[Problem]:
    if now < expires <= now + LONGEST:
        return []
    return [
        error(
            "token-expiry",
            "A token that expires on {expires} cannot be made.",
            "Choose a day after today and within a year.",
            at=Place(ref="expires"),
            expires=expires.date(),
        )
    ]


def _too_many() -> Problem:
    return error(
        "tokens-many",
        "An account has at most 50 tokens that are good.",
        "Revoke those that are no longer used.",
    )
