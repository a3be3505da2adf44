"""Which records count for which occurrence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from remit.core.record import Record, split_reference
from remit.core.schedule import Occurrence

__all__ = ["counting"]


def counting(
    occurrences: Iterable[Occurrence],
    records: Iterable[Record],
    *,
    ends: Mapping[tuple[str, str], date] | None = None,
) -> dict[tuple[str, str, str], tuple[Record, ...]]:
    """Return the records that count for each occurrence, by duty, unit and window; those without a record are absent.

    A record counts, in each series (`rhythm`) of a duty that it meets, for the occurrence of its unit with the latest
    `opens` not after its day; of several that opened together, for the one due first that is not yet filled. A record
    that names a window counts for that one alone. `ends` says, by duty and unit, after which day only such records
    count: from then on a later edition has its own windows.
    """
    by_duty: dict[tuple[str, str], list[tuple[str, Record]]] = {}
    for record in records:
        for reference in dict.fromkeys(record.meets):
            duty, window = split_reference(reference)
            by_duty.setdefault((duty, record.unit), []).append((window, record))
    series: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in occurrences:
        owed_by = (occurrence.duty, occurrence.unit)
        if owed_by in by_duty:
            series.setdefault(owed_by, []).append(occurrence)
    found: dict[tuple[str, str, str], dict[str, Record]] = {}
    for owed_by, owed in series.items():
        end = ends.get(owed_by, date.max) if ends else date.max
        for window, record in _matches(owed, by_duty[owed_by], end):
            found.setdefault((*owed_by, window), {})[record.ref] = record
    return {key: tuple(matched.values()) for key, matched in found.items()}


def _matches(
    owed: list[Occurrence], records: list[tuple[str, Record]], end: date
) -> Iterator[tuple[str, Record]]:
    windows = {occurrence.window for occurrence in owed}
    yield from ((window, record) for window, record in records if window in windows)
    rhythms: dict[str, list[Occurrence]] = {}
    for occurrence in sorted(owed, key=lambda one: (one.opens, one.due, one.window)):
        rhythms.setdefault(occurrence.rhythm, []).append(occurrence)
    free = [record for window, record in records if not window and record.day <= end]
    free.sort(key=lambda one: (one.day, one.ref))
    for series in rhythms.values():
        yield from _latest_opened(series, free)


def _latest_opened(series: list[Occurrence], records: list[Record]) -> Iterator[tuple[str, Record]]:
    """Yield for each record the window that opened last before it; windows that opened together are filled in turn."""
    opens = [occurrence.opens for occurrence in series]
    filled: Counter[int] = Counter()
    turn: dict[date, int] = {}
    for record in records:
        last = bisect_right(opens, record.day) - 1
        if last < 0:
            continue
        at = turn.get(opens[last], bisect_left(opens, opens[last]))
        while at < last and filled[at] >= series[at].needed:
            at += 1
        turn[opens[last]] = at
        filled[at] += 1
        yield series[at].window, record
