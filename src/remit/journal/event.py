"""One line of the journal: its header, what it commits to, and its leaf hash (a leaf of RFC 9162, section 2.1.1)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

__all__ = ["Header", "Line", "canonical", "commit", "leaf_hash"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is never changed or erased.

    `seq` counts from 1 without gaps; `time` is aware; `actor` a pseudonym; `unit` a unit code or empty; `kind` what
    happened; `commitment` hexadecimal, from `commit`.
    """

    seq: int
    time: datetime
    actor: str
    unit: str
    kind: str
    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it is stored: the header, its leaf hash, and payload and salt, both None once erased."""

    header: Header
    leaf: str
    payload: str | None
    salt: str | None


def canonical(header: Header) -> bytes:
    """Return the header as bytes, the same on every machine: JSON in ASCII, keys sorted, no blanks, time in UTC."""
    fields = {
        "actor": header.actor,
        "commitment": header.commitment,
        "kind": header.kind,
        "seq": header.seq,
        "time": header.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "unit": header.unit,
    }
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def commit(payload: str, *, salt: str) -> str:
    """Return SHA-256(salt ‖ payload) in hexadecimal; `salt` is hexadecimal, the payload counts as UTF-8."""
    return hashlib.sha256(bytes.fromhex(salt) + payload.encode()).hexdigest()


def leaf_hash(header: Header) -> str:
    """Return SHA-256(0x00 ‖ canonical header) in hexadecimal."""
    return hashlib.sha256(b"\0" + canonical(header)).hexdigest()
