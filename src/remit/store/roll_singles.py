"""The windows of the roll-up that are judged by themselves: those that records started or that were given more time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from remit.core.extension import Extension
from remit.core.post import index_organisation
from remit.rollup.beside import Single
from remit.rollup.settling import single_windows
from remit.store import models
from remit.store.load_organisation import organisation_at
from remit.store.load_records import records_of
from remit.store.roll_form import Roll

__all__ = ["extensions_of", "judge_all_alone", "judge_alone", "starting"]

Pair = tuple[int, str]


def judge_all_alone(roll: Roll) -> None:
    """Judge every such window."""
    los = {lo for lo, _ in starting(roll)}
    los.update(_extensions(roll).values_list("unit__lo", flat=True))
    judge_alone(roll, los)


def judge_alone(roll: Roll, los: Collection[int]) -> None:
    """Judge the windows of some units, by their numbers, with all that belongs to them.

    A record may start a window of a unit above it: such a window is judged with all records that start it.
    """
    if not los:
        return
    wanted, starts = set(los), starting(roll)
    while True:
        found = _judged(roll, wanted)
        heads = {*found, *_known_above(roll, wanted)}
        missing = [(lo, duty) for lo, duty in starts if lo not in wanted]
        more = {lo for lo, duty in missing if any(_is_below(roll, lo, duty, head) for head in heads)}
        if not more:
            break
        wanted |= more
    for position, duty in heads:
        roll.state.judge_alone(position, duty, found.get((position, duty), {}))


def _known_above(roll: Roll, los: Collection[int]) -> Iterator[Pair]:
    """Yield what is known of such windows at some units, and at those above them."""
    places = sorted(roll.position(lo) for lo in los)
    for position, duty in roll.state.beside.singles:
        first = bisect_left(places, position)
        if first < len(places) and places[first] < roll.ends[position]:
            yield position, duty


def _is_below(roll: Roll, lo: int, duty: str, head: Pair) -> bool:
    position, asked = head
    return duty == asked and position <= roll.position(lo) < roll.ends[position]


def _judged(roll: Roll, los: Collection[int]) -> dict[Pair, dict[str, Single]]:
    directory = index_organisation(organisation_at(los))
    codes = directory.tree.codes
    found = single_windows(
        directory,
        roll.adoptions,
        roll.calendar,
        records_of(codes, last=roll.until),
        tuple(extensions_of(_extensions(roll).filter(unit__code__in=codes))),
        day=roll.until or date(roll.year, 12, 31),
    )
    units = models.Unit.objects.filter(code__in={unit for unit, _ in found})
    places = dict(units.values_list("code", "lo"))
    return {(roll.position(places[unit]), duty): windows for (unit, duty), windows in found.items()}


def starting(roll: Roll) -> list[tuple[int, str]]:
    """Return the units, by number, and duties of the records that start a clock."""
    days = Q() if roll.until is None else Q(record__day__lte=roll.until)
    rows = models.Meeting.objects.filter(days, kind="starts", record__current=True)
    return list(rows.values_list("record__unit__lo", "duty").distinct())


def extensions_of(rows: QuerySet[models.Extension]) -> Iterator[Extension]:
    """Yield extensions as core values; one query."""
    fields = ("duty", "unit__code", "window", "until", "reason", "decided_by", "decided")
    for duty, unit, window, until, reason, by, decided in rows.values_list(*fields):
        yield Extension(
            duty=duty, unit=unit, window=window, until=until, reason=reason, decided_by=by, decided=decided
        )


def _extensions(roll: Roll) -> QuerySet[models.Extension]:
    return models.Extension.objects.filter(pk__lte=roll.marks.extension)
