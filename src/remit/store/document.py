"""Core values as stored documents: JSON with a SHA-256, read back once and kept while they are asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import msgspec

from remit.core.handover import HandoverList
from remit.core.regime import Regime, duties_in_force, duty_reference
from remit.core.workday import WorkCalendar

__all__ = ["calendar_from", "encode", "handover_from", "known", "references", "remember"]

_KEPT = 32
_regimes: dict[str, Regime] = {}
_references: dict[str, frozenset[str]] = {}


def encode(value: Regime | WorkCalendar | HandoverList) -> tuple[str, str]:
    """Return the value as JSON text, the same for equal values, and the SHA-256 of its UTF-8 bytes."""
    document = msgspec.json.encode(value, order="deterministic")
    return document.decode(), hashlib.sha256(document).hexdigest()


def calendar_from(document: str) -> WorkCalendar:
    """Return the calendar that `encode` wrote."""
    return msgspec.json.decode(document, type=WorkCalendar)


def handover_from(document: str) -> HandoverList:
    """Return the list that `encode` wrote."""
    return msgspec.json.decode(document, type=HandoverList)


def known(digests: Iterable[str]) -> dict[str, Regime]:
    """Return those of the regimes that are already in memory."""
    return {sha: regime for sha in set(digests) if (regime := _regimes.get(sha)) is not None}


def references(digest: str, regime: Regime) -> frozenset[str]:
    """Return the duties in force of a regime, as `REGIME/DUTY`; worked out once for each digest in memory."""
    if digest not in _references:
        _references[digest] = frozenset(duty_reference(regime, duty) for _, duty in duties_in_force(regime))
    return _references[digest]


def remember(documents: Mapping[str, str]) -> dict[str, Regime]:
    """Parse documents by digest, keep the last few in memory and return them all."""
    parsed = {sha: msgspec.json.decode(text, type=Regime) for sha, text in documents.items()}
    _regimes.update(parsed)
    while len(_regimes) > _KEPT:
        oldest = next(iter(_regimes))
        _regimes.pop(oldest, None)
        _references.pop(oldest, None)
    return parsed
