"""Who came in, by which way, and who tried: sign-ins, failures, sessions that end. No address is kept in plain."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.utils.crypto import salted_hmac

from remit.identity import totp
from remit.identity.credential import Credential
from remit.store import load, load_identity, save_identity
from remit.store.access import Action, Role, Viewer, allowed
from remit.store.refusal import Denied, NotThere
from remit.store.transaction import By, Done, Work, action

__all__ = [
    "VISITOR",
    "Proof",
    "address_mark",
    "end_sessions",
    "find_code",
    "note_failure",
    "prove",
    "require_own",
    "sign_in",
    "sign_out",
]

VISITOR = Viewer(person="", actor="visitor", role=Role.HOLDER)
"""Whoever has not shown yet who they are: sees nothing, and stands in the journal where an attempt failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A second factor that was shown and has to be used up: the app's step, a recovery code, or a passkey."""

    kind: str
    step: int = 0
    digest: str = ""
    passkey: Credential | None = None
    counter: int = 0


def find_code(username: str, given: str, *, now: datetime) -> Proof | None:
    """Return what a code proves: the app's, or a recovery code; None where it is neither."""
    app = load_identity.totp(username)
    if app is not None:
        step = totp.find_step(app[0], given, now=now.timestamp(), after=app[1])
        if step is not None:
            return Proof(kind="app", step=step)
    if load_identity.recovery_code_left(username, totp.recovery_digest(given)):
        return Proof(kind="recovery", digest=totp.recovery_digest(given))
    return None


@action
def sign_in(
    work: Work,
    *,
    username: str,
    way: str,
    session: str,
    browser: str = "",
    proof: Proof | None = None,
    mark: str = "",
) -> Done:
    """Open a session and use the second factor up; ChangedMeanwhile where that was used before."""
    require_own(work, username)
    _use(username, proof, work.now)
    save_identity.open_session(username, session=session, way=way, browser=browser, now=work.now)
    payload = {"username": username, "way": way, "second": proof.kind if proof else "", "from": mark}
    return Done(ref=username, kind="signed-in", payload=payload)


@action
def prove(work: Work, *, username: str, way: str, proof: Proof | None = None) -> Done:
    """Note that whoever is signed in showed again who they are, before something that needs it."""
    require_own(work, username)
    _use(username, proof, work.now)
    return Done(ref=username, kind="proved-again", payload={"username": username, "way": way})


@action
def sign_out(work: Work, *, username: str, session: str, why: str) -> Done:
    """Close a session: `why` is asked, idle or lapsed."""
    require_own(work, username)
    save_identity.end_sessions(username, only=session)
    return Done(ref=username, kind="signed-out", payload={"username": username, "why": why})


@action
def end_sessions(work: Work, *, username: str, only: str = "", but: str = "") -> Done:
    """End one's own sessions, or any for whoever keeps the accounts: all, only one, or all but one."""
    if load.actor(username) != work.viewer.actor and not allowed(work.viewer, Action.ACCOUNTS):
        raise Denied
    count = save_identity.end_sessions(username, only=only, but=but)
    if only and not count:
        raise NotThere(username)
    return Done(ref=username, kind="sessions-ended", payload={"username": username, "count": count})


def note_failure(username: str, *, way: str, mark: str, now: datetime) -> None:
    """Write that somebody tried to be an account and was not; attempts at names that nobody has are not kept."""
    try:
        load.actor(username)
    except NotThere:
        return
    _note_failure(_visit(now), username=username, way=way, mark=mark)


@action
def _note_failure(work: Work, *, username: str, way: str, mark: str) -> Done:  # noqa: ARG001 - an action takes Work
    return Done(ref=username, kind="sign-in-failed", payload={"username": username, "way": way, "from": mark})


def address_mark(address: str) -> str:
    """Return a mark that is the same for the same address and tells nobody which one it is."""
    if not address:
        return ""
    return salted_hmac("remit.store.signing.address", address, algorithm="sha256").hexdigest()[:12]


def require_own(work: Work, username: str) -> None:
    """Raise Denied where the account is not the viewer's own."""
    if load.actor(username) != work.viewer.actor:
        raise Denied


def _visit(now: datetime) -> By:
    return By(viewer=VISITOR, key=secrets.token_hex(16), now=now)


def _use(username: str, proof: Proof | None, now: datetime) -> None:
    if proof is None:
        return
    if proof.passkey is not None:
        save_identity.count_passkey(proof.passkey, counter=proof.counter, now=now)
    elif proof.digest:
        save_identity.use_recovery_code(username, digest=proof.digest, now=now)
    else:
        save_identity.use_step(username, step=proof.step)
