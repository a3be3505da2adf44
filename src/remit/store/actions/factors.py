"""Second factors: an authenticator app, passkeys, recovery codes. The journal has each change and no secret."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.conf import settings

from remit.core.problem import Problem, error
from remit.identity import sealing
from remit.identity.credential import Credential
from remit.store import load, load_identity, save_identity, screening
from remit.store.actions.accounts import require_keeping
from remit.store.actions.signing import require_own
from remit.store.refusal import Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["add_app", "add_passkey", "remove_app", "remove_passkey", "renew_recovery_codes", "reset_factors"]

_MOST_PASSKEYS = 20


@action
def add_app(work: Work, *, username: str, secret: str, step: int, recovery: Sequence[str] = ()) -> Done:
    """Take an authenticator app, over the one before, with the step whose code was shown; `recovery`: see below.

    The digests of fresh recovery codes are written where some are given.
    """
    require_own(work, username)
    sealed = sealing.seal(
        secret, secret=settings.SECRET_KEY, use=load_identity.sealing_use(work.viewer.actor)
    )
    save_identity.totp(username, sealed=sealed, step=step, now=work.now)
    return _added(username, "app", recovery)


@action
def add_passkey(
    work: Work, *, username: str, name: str, credential: Credential, recovery: Sequence[str] = ()
) -> Done:
    """Take a passkey under a name that its owner knows it by; `recovery` as with an app."""
    require_own(work, username)
    refuse(screening.text_problems([name]))
    if len(load_identity.credentials(username)) >= _MOST_PASSKEYS:
        raise Refused([_too_many()])
    if load_identity.find_passkey(credential.handle) is not None:
        raise Refused([_known_already()])
    save_identity.passkey(username, name=name[:100], credential=credential, now=work.now)
    return _added(username, "passkey", recovery)


@action
def remove_app(work: Work, *, username: str, needed: Collection[str]) -> Done:
    """Take the app away; refused where it is the last factor of a role that needs one (`needed` names those roles)."""
    require_own(work, username)
    _refuse_last(username, needed)
    save_identity.remove_app(username)
    return _removed(username, "app")


@action
def remove_passkey(work: Work, *, username: str, handle: str, needed: Collection[str]) -> Done:
    """Take a passkey away; refused where it is the last factor of a role that needs one."""
    require_own(work, username)
    _refuse_last(username, needed)
    save_identity.remove_passkey(username, handle=handle)
    return _removed(username, "passkey")


@action
def renew_recovery_codes(work: Work, *, username: str, recovery: Sequence[str]) -> Done:
    """Put fresh recovery codes in the place of all before them."""
    require_own(work, username)
    save_identity.recovery_codes(username, digests=recovery)
    return Done(ref=username, kind="recovery-codes-renewed", payload={"username": username})


@action
def reset_factors(work: Work, *, username: str) -> Done:
    """Take every second factor from an account whose person has lost them; its sessions end."""
    require_keeping(work, username)
    save_identity.remove_factors(username)
    save_identity.end_sessions(username)
    return Done(ref=username, kind="factors-reset", payload={"username": username})


def _added(username: str, factor: str, recovery: Sequence[str]) -> Done:
    if recovery:
        save_identity.recovery_codes(username, digests=recovery)
    payload = {"username": username, "factor": factor, "recovery": bool(recovery)}
    return Done(ref=username, kind="factor-added", payload=payload)


def _removed(username: str, factor: str) -> Done:
    """Recovery codes go with the last factor: without one they stand in for nothing."""
    if not load_identity.factors(username).any:
        save_identity.remove_factors(username)
    return Done(ref=username, kind="factor-removed", payload={"username": username, "factor": factor})


def _refuse_last(username: str, needed: Collection[str]) -> None:
    held = load_identity.factors(username)
    if load.account(username).role in needed and (held.app is not None) + len(held.passkeys) == 1:
        raise Refused([_last_factor()])


def _last_factor() -> Problem:
    return error(
        "factor-last",
        "This is the only second factor of an account whose role needs one.",
        "Add another first, then remove this one.",
    )


def _too_many() -> Problem:
    return error(
        "passkeys-many",
        "An account has at most 20 passkeys.",
        "Remove those that are no longer used.",
    )


def _known_already() -> Problem:
    return error(
        "passkey-known",
        "This passkey is there already.",
        "Choose another device, or use the one that is there.",
    )
