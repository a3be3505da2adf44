"""The ledger of responsibilities (责任台账): a row for each occurrence: who answers, what was done, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from remit.core.adoption import Adoption
from remit.core.assignment import Answer, Assigned, answer
from remit.core.breakdown import BreakdownItem, latest_on
from remit.core.duty import Duty
from remit.core.lineage import unit_on
from remit.core.post import Directory
from remit.core.record import Record
from remit.core.regime import duties, duty_reference
from remit.core.schedule import Occurrence
from remit.core.standing import Standing

__all__ = ["LedgerRow", "ledger_rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """An occurrence as the ledger shows it, with what it needs for its cells.

    `answers` are those of the due day, a post once; `item` is how the unit divided the duty then, `records` those that
    count, by day. `regime` is the title of the regulation.
    """

    number: int
    standing: Standing
    unit_name: str
    regime: str
    duty: Duty
    answers: tuple[Answer, ...]
    item: BreakdownItem | None = None
    records: tuple[Record, ...] = ()


def ledger_rows(
    standings: Iterable[Standing],
    *,
    adoptions: Iterable[Adoption],
    directory: Directory,
    records: Iterable[Record],
) -> Iterator[LedgerRow]:
    """Yield a row for each standing of a duty that one of the adoptions knows, numbered from 1, in the order given.

    One row is made at a time, so that a ledger of any length can be written as it comes.
    """
    known = tuple(adoptions)
    duty_of = {
        duty_reference(one.regime, duty): (duty, one.regime.title)
        for one in known
        for _, duty in duties(one.regime)
    }
    assigned = [Assigned(one, directory) for one in known]
    items = _items(known)
    by_ref = {record.ref: record for record in records}
    number = 0
    for standing in standings:
        occurrence = standing.occurrence
        if occurrence.duty not in duty_of:
            continue
        number += 1
        duty, title = duty_of[occurrence.duty]
        there = (occurrence.duty, occurrence.unit)
        unit = unit_on(directory, occurrence.unit, occurrence.due) or directory.units[occurrence.unit]
        yield LedgerRow(
            number=number,
            standing=standing,
            unit_name=unit.name,
            regime=title,
            duty=duty,
            answers=_answers(assigned, directory, occurrence),
            item=latest_on(items.get(there, ()), occurrence.due),
            records=tuple(by_ref[ref] for ref in standing.records if ref in by_ref),
        )


def _items(adoptions: Iterable[Adoption]) -> Mapping[tuple[str, str], tuple[BreakdownItem, ...]]:
    found: dict[tuple[str, str], dict[BreakdownItem, None]] = {}
    for adoption in adoptions:
        for item in adoption.items:
            found.setdefault((item.duty, item.unit), {})[item] = None
    return {key: tuple(some) for key, some in found.items()}


def _answers(
    assigned: Iterable[Assigned], directory: Directory, occurrence: Occurrence
) -> tuple[Answer, ...]:
    """Who answers, a post and person once even where several editions or roles lead to it."""
    found: dict[tuple[str, str], Answer] = {}
    for some in assigned:
        for assignment in some.due(occurrence.duty, occurrence.unit, occurrence.due):
            for one in answer(assignment, directory, day=occurrence.due):
                found.setdefault((one.post or one.through, one.person), one)
    return tuple(found.values())
