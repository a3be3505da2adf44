"""Recompute a whole journal and say what does not agree."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from remit.core.problem import Place, Problem, error, warning
from remit.journal.event import Header, Line, commit, leaf_hash

__all__ = ["CLOCK_TOLERANCE", "verify"]

CLOCK_TOLERANCE = timedelta(minutes=5)
"""By how much a line may be older than one before it: clocks are set right, and writers queue."""


def verify(lines: Iterable[Line]) -> Iterator[Problem]:
    """Yield what is wrong with a journal whose lines come in the order of `seq`; reads it once, in little memory.

    Found: a missing or repeated number, a header or payload that was changed, a payload that is gone without an
    `erased` line, time that runs backwards. Not found without a checkpoint kept elsewhere: lines cut off at the end,
    and a journal that was rewritten as a whole.
    """
    expected = 1
    latest: datetime | None = None
    gone: set[int] = set()
    for line in lines:
        header = line.header
        at = Place(ref=f"#{header.seq}")
        if header.seq != expected:
            yield _gap(expected, header.seq)
        expected = header.seq + 1
        yield from _altered(line, at)
        if latest is not None and header.time < latest - CLOCK_TOLERANCE:
            yield warning(
                "journal-clock",
                "Line {seq} of the journal is dated {time}, before the line ahead of it ({latest}).",
                "Find out why the clock of the server ran back.",
                at=at,
                seq=header.seq,
                time=header.time.isoformat(),
                latest=latest.isoformat(),
            )
        latest = header.time if latest is None else max(latest, header.time)
        if line.payload is None:
            gone.add(header.seq)
        elif header.kind == "erased":
            gone.difference_update(_erased(line.payload))
    for seq in sorted(gone):
        yield error(
            "journal-payload-gone",
            "The content of line {seq} of the journal is gone, and no line says that it was erased.",
            "Restore it from a backup, and find out who deleted it.",
            at=Place(ref=f"#{seq}"),
            seq=seq,
        )


def _altered(line: Line, at: Place) -> Iterator[Problem]:
    header: Header = line.header
    if leaf_hash(header) != line.leaf:
        yield error(
            "journal-header",
            "Line {seq} of the journal was changed: its header does not give its hash.",
            "Compare it with a backup, and find out who changed it.",
            at=at,
            seq=header.seq,
        )
    if line.payload is not None and commit(line.payload, salt=line.salt or "") != header.commitment:
        yield error(
            "journal-payload",
            "The content of line {seq} of the journal was changed: it is not what the header commits to.",
            "Compare it with a backup, and find out who changed it.",
            at=at,
            seq=header.seq,
        )


def _gap(expected: int, found: int) -> Problem:
    return error(
        "journal-gap",
        "The journal goes from line {before} to line {found}: numbers are missing or repeated.",
        "Compare it with a backup, and find out who removed or inserted lines.",
        at=Place(ref=f"#{found}"),
        before=expected - 1,
        found=found,
    )


def _erased(payload: str) -> list[int]:
    named = json.loads(payload).get("erased", [])
    return [seq for seq in named if isinstance(seq, int)]
