"""The secret address of one's own feed of due days: made, renewed and revoked."""

from __future__ import annotations

from remit.store import feed
from remit.store.actions.signing import require_own
from remit.store.refusal import Denied
from remit.store.transaction import Done, Work, action

__all__ = ["renew_feed", "revoke_feed"]


@action
def renew_feed(work: Work, *, username: str, digest: str) -> Done:
    """Give one's own account a feed under a new address, of whose secret the SHA-256 is handed in. Returns its name.

    The address before, if there was one, opens nothing any more.
    """
    _require_self(work, username)
    feed.save_feed(username, digest=digest, created=work.now)
    return Done(ref=username, kind="feed-renewed", payload={"username": username})


@action
def revoke_feed(work: Work, *, username: str) -> Done:
    """Let the address of one's own feed open nothing any more. Returns the account's name."""
    _require_self(work, username)
    feed.drop_feed(username)
    return Done(ref=username, kind="feed-revoked", payload={"username": username})


def _require_self(work: Work, username: str) -> None:
    require_own(work, username)
    if work.viewer.only is not None:  # a token opens no ways in
        raise Denied
