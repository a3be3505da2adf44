"""What has to be tidied now and then: it changes nothing that anybody recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from remit.store import load, save_identity
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
    """Remove what is left over: files whose record was never written, and sessions that are over. Safe at any time."""
    before = (now - _ORPHAN_AGE).timestamp()
    with locked():
        files = evidence_folder().sweep(before=before, wanted=load.evidence_kept)
        sessions = save_identity.forget_lapsed(now=now, longest=_LONGEST_SESSION)
    return Tidied(files=files, sessions=sessions)
