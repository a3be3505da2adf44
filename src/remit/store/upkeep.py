"""What has to be done now and then: it changes nothing that anybody recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from remit.store import load, roll, save_identity
from remit.store.evidence import evidence_folder
from remit.store.transaction import locked

__all__ = ["Tidied", "tidy"]

_ORPHAN_AGE = timedelta(days=1)
_LONGEST_SESSION = timedelta(hours=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """How many files that no record shows, and how many sessions that are over, were removed."""

    files: int
    sessions: int


def tidy(now: datetime) -> Tidied:
    """Remove what is left over: files whose record was never written, and sessions that are over. Safe at any time.

    Then the roll-up's snapshot is renewed, so that a process that starts need not make the state from the database.
    """
    before = (now - _ORPHAN_AGE).timestamp()
    with locked():
        files = evidence_folder().sweep(before=before, wanted=load.evidence_kept)
        sessions = save_identity.forget_lapsed(now=now, longest=_LONGEST_SESSION)
    roll.keep(now.date())
    return Tidied(files=files, sessions=sessions)
