"""Which checks of register items are done, due and overdue: by the windows and the decision that duties have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from remit.core.counting import counting
from remit.core.period import Cadence, parse_period
from remit.core.record import Record
from remit.core.register_item import Check, RegisterItem, split_about, stands_on
from remit.core.schedule import Occurrence
from remit.core.standing import Status, judge
from remit.core.window import Window, cadence_windows
from remit.core.workday import Term

__all__ = ["CHECK", "CheckStanding", "check_standings"]

CHECK = "check"
"""The kind of the records that are checks."""

_YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckStanding:
    """Where a check of an item stands on a day.

    `last` is the day of the latest check and `record` its reference; `due` the last day of the window that is open or
    missed, None where the rhythm cannot be laid out. `rhythms` are the cadences that it follows.
    """

    item: RegisterItem
    check: Check
    status: Status | None
    due: date | None = None
    last: date | None = None
    record: str = ""
    rhythms: tuple[Cadence, ...] = ()


def check_standings(
    item: RegisterItem,
    records: Iterable[Record],
    *,
    day: date,
    cadences: Mapping[str, tuple[Cadence, ...]],
    due_soon_days: int,
    year_starts: int = 1,
    terms: Iterable[Term] = (),
) -> tuple[CheckStanding, ...]:
    """Return where each check of an item stands on a day; nothing for an item that is not in the register then.

    `records` may be any; those of kind `check` that name the item count by their day. One that names the item without
    a check counts for the checks whose duty it meets, and for the only check. `cadences` are those of duties by
    reference. A check is overdue where the latest window that has ended had none, and none came since; windows that
    had ended when the item came in ask for nothing. A window that is done gives way to the next.
    """
    if not stands_on(item, day):
        return ()
    done = [one for one in records if one.kind == CHECK and one.day <= day]
    known = tuple(terms)
    found = []
    for check in item.checks:
        mine = sorted((one for one in done if _is_of(one, item, check)), key=lambda one: (one.day, one.ref))
        rhythms = (Cadence(min=1, period=check.period),) if check.period else cadences.get(check.duty, ())
        laid = [_windows(one, item, day, year_starts, known) for one in rhythms]
        stands = [_stand(item, check, windows, mine, day, due_soon_days) for windows in laid if windows]
        status, due = min(stands, key=lambda one: (_GRAVITY.index(one[0]), one[1]), default=(None, None))
        found.append(
            CheckStanding(
                item=item,
                check=check,
                status=status,
                due=due,
                last=mine[-1].day if mine else None,
                record=mine[-1].ref if mine else "",
                rhythms=rhythms,
            )
        )
    return tuple(found)


_GRAVITY = (Status.OVERDUE, Status.DUE_SOON, Status.UPCOMING, Status.MET)


def _is_of(record: Record, item: RegisterItem, check: Check) -> bool:
    for reference in record.about:
        code, name = split_about(reference)
        if code != item.code:
            continue
        meets = {one.partition("@")[0] for one in record.meets}
        if name == check.name or (not name and (check.duty in meets or len(item.checks) == 1)):
            return True
    return False


def _windows(
    cadence: Cadence, item: RegisterItem, day: date, year_starts: int, terms: tuple[Term, ...]
) -> tuple[Window, ...]:
    """The window of a day with the one before and the one after, as far as the item is in the register by their end."""
    span = parse_period(cadence.period or cadence.period_max or "")
    reach = timedelta(days=3 * int(span.length if span else _YEAR) + 3)
    near = cadence_windows(
        cadence,
        first=max(day - reach, item.since) if day - date.min > reach else item.since,
        last=day + reach if date.max - day > reach else date.max,
        year_starts=year_starts,
        anchor=item.since,
        terms=terms,
    )
    begun = [one for one in near if one.first <= day]
    coming = [one for one in near if one.first > day]
    return (*begun[-2:], *coming[:1])


def _stand(
    item: RegisterItem,
    check: Check,
    windows: tuple[Window, ...],
    records: list[Record],
    day: date,
    due_soon_days: int,
) -> tuple[Status, date]:
    reference = f"{item.code}#{check.name}"
    owed = [
        Occurrence(
            duty=reference,
            unit=item.unit,
            window=one.name,
            opens=one.first,
            due=one.last,
            needed=1,
            clause=(),
            rhythm=one.rhythm,
        )
        for one in windows
    ]
    told = [replace(one, unit=item.unit, meets=(reference,)) for one in records]
    counted = counting(owed, told)
    stands = [
        judge(
            one,
            counted.get((one.duty, one.unit, one.window), ()),
            (),
            assigned=True,
            day=day,
            due_soon_days=due_soon_days,
        )
        for one in owed
    ]
    done = (Status.MET, Status.LATE)
    since = max((one.day for one in records), default=date.min)
    for stand in stands:
        due = stand.occurrence.due
        if stand.status in done or (stand.status is Status.OVERDUE and since > due):
            continue
        return stand.status, due
    return Status.MET, owed[-1].due
