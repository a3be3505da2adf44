"""Whether the roll-up counts what the core judges: some units of it, at a cost that does not grow with the tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from remit.core.post import Unit, index_organisation, join_organisations
from remit.core.problem import Place, Problem, error
from remit.core.record import Excuse
from remit.core.standing import Status, standings
from remit.rollup.state import STATUSES
from remit.store import load, models
from remit.store.load_organisation import organisation_at
from remit.store.load_records import records_of
from remit.store.roll import Roll, roll_on
from remit.store.roll_singles import extensions_of, starting

__all__ = ["roll_problems"]

_SAMPLE = 100


def roll_problems(today: date) -> Iterator[Problem]:
    """Yield the units whose counts in the roll-up are not those of the core, of a sample spread over the tree."""
    roll = roll_on(today)
    los = _sample(roll)
    judged = _judged(roll, los, today)
    for unit, lo in models.Unit.objects.filter(lo__in=los).order_by("lo").values_list("code", "lo"):
        seen, counted = judged[unit]
        if roll.own(today, lo) != [counted[status] for status in STATUSES]:
            yield error(
                "roll-differs",
                "The roll-up counts {unit} otherwise than its records do.",
                "Stop and start the processes that serve pages: the roll-up is then made anew. Please report it.",
                at=Place(ref=unit),
                unit=seen.name,
            )


def _sample(roll: Roll) -> list[int]:
    """Choose units by their numbers: every so many in preorder, and one of each class, of as many classes at most.

    Left out are those with a unit below that started a clock: their windows may follow from any number of records.
    """
    step = max(1, len(roll.los) // _SAMPLE)
    chosen = {*range(0, len(roll.los), step), *roll.state.classes.samples[:_SAMPLE]}
    starts = [roll.position(lo) for lo, _ in starting(roll)]
    return [int(roll.los[at]) for at in sorted(chosen) if not any(at < s < roll.ends[at] for s in starts)]


def _judged(roll: Roll, los: list[int], today: date) -> dict[str, tuple[Unit, Counter[Status]]]:
    organisation = organisation_at(los)
    items = [item for adoption in roll.adoptions for item in adoption.items]
    named = {code for item in items for code in (item.leader, *item.lead, *item.supporting) if code}
    directory = index_organisation(
        join_organisations(organisation, load.named(named)) if named else organisation
    )
    codes = directory.tree.codes
    found, _ = standings(
        roll.adoptions,
        directory,
        roll.calendar,
        records=records_of(codes, last=today),
        excuses=tuple(_excuses(los)),
        extensions=tuple(extensions_of(models.Extension.objects.filter(unit__lo__in=los))),
        day=today,
    )
    counts = {code: (directory.units[code], Counter[Status]()) for code in codes}
    for one in found:
        counts[one.occurrence.unit][1][one.status] += 1
    return counts


def _excuses(los: list[int]) -> Iterator[Excuse]:
    rows = models.Excuse.objects.filter(unit__lo__in=los)
    fields = ("duty", "unit__code", "since", "until", "reason", "decided_by", "decided")
    for duty, unit, since, until, reason, by, decided in rows.values_list(*fields):
        yield Excuse(
            duty=duty, unit=unit, since=since, until=until, reason=reason, decided_by=by, decided=decided
        )
