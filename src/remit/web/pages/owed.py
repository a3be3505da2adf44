"""What a unit owes, ready to be shown: each standing with the duty's words, and its windows taken together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from remit.core.adoption import Adoption
from remit.core.assignment import Answer
from remit.core.duty import Duty
from remit.core.regime import Regime, duty_reference, find_duty
from remit.core.schedule import Occurrence
from remit.core.standing import Standing, Status
from remit.store.inquiry import Stand
from remit.store.unit_inquiry import OPEN

__all__ = ["DONE", "OPEN", "Owed", "owed_by", "take_together"]

DONE = (Status.MET, Status.LATE, Status.EXCUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A standing with the duty it is about. `more` are further windows of the same duty, unit and status.

    `mine` says in which degree the reader answers; empty where that is not asked, or where the reader does not.
    """

    standing: Standing
    duty: Duty
    regime: Regime
    unit_name: str
    mine: tuple[Answer, ...] = ()
    more: tuple[Standing, ...] = ()

    @property
    def open(self) -> bool:
        """Whether a record is still wanted."""
        return self.standing.status in OPEN

    @property
    def opened(self) -> bool:
        """Whether a record is wanted and its window has opened."""
        return self.open and self.standing.reason != "not-open"

    @property
    def reference(self) -> str:
        """The window as a record names it, `REGIME/DUTY@WINDOW`."""
        return f"{self.standing.occurrence.duty}@{self.standing.occurrence.window}"


def owed_by(stand: Stand, names: Mapping[str, str]) -> Iterator[Owed]:
    """Yield every standing with its duty; `names` are the units' names by code."""
    known: dict[tuple[str, str], tuple[Regime, Duty] | None] = {}
    in_force = _finder(stand.adoptions)
    for standing in stand.standings:
        occurrence = standing.occurrence
        adoption = in_force(occurrence)
        if adoption is None:
            continue
        key = (str(adoption.regime.edition), occurrence.duty)
        if key not in known:
            found = find_duty(adoption.regime, occurrence.duty)
            known[key] = (adoption.regime, found[1]) if found else None
        if pair := known[key]:
            regime, duty = pair
            name = names.get(occurrence.unit, occurrence.unit)
            yield Owed(standing=standing, duty=duty, regime=regime, unit_name=name)


def take_together(items: Iterable[Owed], *, latest: bool = False) -> tuple[Owed, ...]:
    """Return one item for each duty and unit: the earliest window (or the `latest`), the others in `more`."""
    groups: dict[tuple[str, str, Status], list[Owed]] = {}
    for item in items:
        occurrence = item.standing.occurrence
        groups.setdefault((occurrence.duty, occurrence.unit, item.standing.status), []).append(item)
    taken = []
    for group in groups.values():
        group.sort(key=_due, reverse=latest)
        taken.append(replace(group[0], more=tuple(item.standing for item in group[1:])))
    return tuple(sorted(taken, key=_due, reverse=latest))


def _due(item: Owed) -> tuple[object, ...]:
    return (item.standing.occurrence.due, item.standing.occurrence.duty)


def _finder(adoptions: Iterable[Adoption]) -> Callable[[Occurrence], Adoption | None]:
    """Return how to find the adoption that an occurrence comes from: in force on its due day, with its duty."""
    by_duty: dict[str, list[Adoption]] = {}
    for adoption in adoptions:
        for clause in adoption.regime.clauses:
            for duty in clause.duties:
                by_duty.setdefault(duty_reference(adoption.regime, duty), []).append(adoption)

    def find(occurrence: Occurrence) -> Adoption | None:
        held = by_duty.get(occurrence.duty, [])
        due = occurrence.due
        in_force = (a for a in held if a.since <= due and (a.until is None or due <= a.until))
        return next(in_force, held[-1] if held else None)

    return find
