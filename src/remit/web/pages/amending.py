"""An amended edition beside the one in force: what it changes, and what of the unit rests on what was changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from remit.core.breakdown_table import BreakdownRow
from remit.core.duty import Duty
from remit.core.edition_change import DutyChange
from remit.core.phrase import cadence_text, deadline_text
from remit.core.regime import Regime, duty_reference
from remit.store import dividing_inquiry
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key

__all__ = ["ChangeShown", "amending"]

_SLOTS = {
    "kind": gettext_noop("Kind"),
    "holders": gettext_noop("Who"),
    "actions": gettext_noop("What"),
    "cadence": gettext_noop("How often"),
    "deadline": gettext_noop("By when"),
    "addressee": gettext_noop("To whom"),
    "conditions": gettext_noop("When"),
    "exceptions": gettext_noop("Except when"),
    "evidence": gettext_noop("Evidence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """A duty that two editions do not say alike, slot by slot, with the row of the unit that rests on it."""

    change: DutyChange
    what: str
    slots: tuple[tuple[str, str, str], ...]
    row: BreakdownRow | None
    roles: tuple[str, ...]


@require_GET
@asked
def amending(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Compare the edition in force at a unit with another issued one; `?to=DAY` names it, else the newest later one."""
    given = request.GET
    other, problems = parse_day(given.get("to", ""), field="to")
    seen = dividing_inquiry.amendment(
        asking.viewer, given.get("unit", ""), given.get("regime", ""), asking.today, other=other
    )
    mine = seen.adoption.regime
    old, new = (mine, seen.other) if seen.other and seen.other.edition > mine.edition else (seen.other, mine)
    placed = {role.role.name for role in seen.roles if role.placement}
    changes = [
        _shown(change, mine, seen.rows.get(f"{mine.id}/{change.duty}"), placed) for change in seen.changes
    ]
    context = {
        "unit": seen.unit,
        "seen": seen,
        "mine": mine,
        "old": old,
        "new": new,
        "changes": changes,
        "resting": sum(1 for one in changes if one.row),
        "problems": problems,
        "fields": ("to",),
        "since": max(seen.other.edition, asking.today).isoformat() if seen.other else "",
        "newer": seen.other is not None and seen.other.edition > mine.edition,
        "today_value": asking.today,
        "key": fresh_key(),
    }
    return frame.show(request, "remit/amending.html", context, viewer=asking.viewer, today=asking.today)


def _shown(change: DutyChange, mine: Regime, row: BreakdownRow | None, placed: set[str]) -> ChangeShown:
    sides = [side[1] for side in (change.before, change.after) if side]
    what = _("changed") if len(sides) > 1 else _("removed") if change.before else _("added")
    slots = tuple(
        (_(_SLOTS[slot]), _said(change.before[1], slot), _said(change.after[1], slot))
        for slot in change.slots
        if change.before and change.after
    )
    roles = {holder for duty in sides for holder in duty.holders}
    held = row if row and row.ref == duty_reference(mine, sides[0]) else None
    return ChangeShown(change=change, what=what, slots=slots, row=held, roles=tuple(sorted(roles & placed)))


def _said(duty: Duty, slot: str) -> str:
    if slot == "cadence":
        return _("; ").join(cadence_text(one, _) for one in duty.cadence)
    if slot == "deadline":
        return _("; ").join(deadline_text(one, _) for one in duty.deadline)
    if slot == "kind":
        return str(duty.kind)
    return _("; ").join(getattr(duty, slot))
