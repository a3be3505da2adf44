"""What falls due at a unit as calendar entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from remit.core.ledger import LedgerRow
from remit.core.post_naming import PostNames
from remit.files.breakdown_xlsx import answering
from remit.files.ics import DueEntry, calendar_bytes
from remit.files.wording import Translate, path_words

__all__ = ["ledger_calendar"]

_DAYS_BEFORE = 14


def ledger_calendar(
    rows: Iterable[LedgerRow], names: PostNames, translate: Translate, *, unit: str, day: date
) -> bytes:
    """Return the rows of a ledger as an iCalendar file, an entry on each due day with an alarm before it."""
    entries = [_entry(row, names, translate) for row in rows]
    title = translate("Due at {unit}").format(unit=unit)
    return calendar_bytes(title, entries, edition=day, days_before=_DAYS_BEFORE)


def _entry(row: LedgerRow, names: PostNames, translate: Translate) -> DueEntry:
    what = translate("; ").join(row.duty.actions) or row.duty.quote
    title = translate("Due: {what} ({unit})").format(what=what, unit=row.unit_name)
    lines = (
        f"{row.regime} {path_words(row.standing.occurrence.clause)}",
        row.duty.quote,
        translate("; ").join(answering(row.answers, names, translate)),
    )
    return DueEntry(row.standing.occurrence, title, "\n".join(filter(None, lines)))
