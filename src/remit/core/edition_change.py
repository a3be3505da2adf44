"""What changes, duty by duty, from one edition of a regime to another, for whatever rests on a duty's reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from remit.core.duty import Duty
from remit.core.regime import Regime, RegimeClause, duties_in_force
from remit.core.resemblance import fingerprint

__all__ = ["DutyChange", "EditionSpan", "changes_since", "duty_changes", "edition_on"]

Found = tuple[RegimeClause, Duty]
EditionSpan = tuple[Regime, date, date | None]
"""An edition with the first and the last day (None: open) on which it is in force somewhere."""

_SLOTS = (
    "kind",
    "holders",
    "actions",
    "cadence",
    "deadline",
    "addressee",
    "conditions",
    "exceptions",
    "evidence",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyChange:
    """A duty, by its reference within the regime, that two editions do not say alike.

    `before` is None for one that was added, `after` for one that was removed. `words` says whether the clause's words
    differ; `slots` name the parts of the duty that do.
    """

    duty: str
    before: Found | None = None
    after: Found | None = None
    words: bool = False
    slots: tuple[str, ...] = ()


def duty_changes(old: Regime, new: Regime) -> tuple[DutyChange, ...]:
    """Return the duties in force that differ, in the order of the new edition, those that were removed last.

    Duties are the same by their references, as breakdowns and records name them by these. A clause that only moved to
    another number changes nothing.
    """
    before, after = _by_ref(old), _by_ref(new)
    found = []
    for ref, now in after.items():
        was = before.get(ref)
        if was is None:
            found.append(DutyChange(duty=ref, after=now))
            continue
        words = fingerprint(was[0]) != fingerprint(now[0])
        slots = tuple(slot for slot in _SLOTS if getattr(was[1], slot) != getattr(now[1], slot))
        if words or slots:
            found.append(DutyChange(duty=ref, before=was, after=now, words=words, slots=slots))
    found += [DutyChange(duty=ref, before=was) for ref, was in before.items() if ref not in after]
    return tuple(found)


def edition_on(spans: Iterable[EditionSpan], day: date) -> Regime | None:
    """Return the edition in force on a day, of several the one that came last; before all of them: the first."""
    by_day = sorted(spans, key=lambda span: span[1])
    holding = [regime for regime, since, until in by_day if since <= day and (until is None or day <= until)]
    if holding:
        return holding[-1]
    return by_day[0][0] if by_day and day < by_day[0][1] else None


def changes_since(spans: Iterable[EditionSpan], since: date, day: date) -> Mapping[str, DutyChange]:
    """Return, by reference, the duties that the edition of a `day` says otherwise than that of an earlier day."""
    held = tuple(spans)
    old, new = edition_on(held, since), edition_on(held, day)
    if old is None or new is None or old is new or day <= since:
        return {}
    return {change.duty: change for change in duty_changes(old, new)}


def _by_ref(regime: Regime) -> dict[str, Found]:
    return {duty.ref: (clause, duty) for clause, duty in duties_in_force(regime)}
