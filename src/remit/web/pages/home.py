"""My duties: what I answer for today, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET

from remit.core.standing import Status
from remit.store import establishment_inquiry
from remit.store.access import Role
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.loans import own_loans
from remit.web.pages.matters import box_tiles
from remit.web.pages.mine import Mine, find_mine
from remit.web.pages.owed import DONE, Owed, take_together
from remit.web.pages.portfolio import portfolio_of

__all__ = ["Group", "home"]

_GROUPS: tuple[tuple[str, str, tuple[Status, ...]], ...] = (
    ("overdue", gettext_noop("Overdue"), (Status.OVERDUE,)),
    ("due-soon", gettext_noop("Due soon"), (Status.DUE_SOON,)),
    ("unassigned", gettext_noop("Nobody answers"), (Status.UNASSIGNED,)),
    ("upcoming", gettext_noop("Upcoming"), (Status.UPCOMING,)),
    ("done", gettext_noop("Done"), DONE),
)
_TO_DO = (Status.OVERDUE, Status.DUE_SOON, Status.UNASSIGNED)
_NOTHING = {
    Role.HOLDER: gettext_noop("You hold no post today, so nothing is asked of you here."),
    Role.CLERK: gettext_noop(
        "Your account belongs to no unit yet. Ask whoever keeps the accounts to name one."
    ),
    Role.REVIEWER: gettext_noop("Your account reviews regulations. They are under “Regulations”."),
    Role.INSPECTOR: gettext_noop("Your account inspects a branch, and none is named yet."),
    Role.AUDITOR: gettext_noop("Your account reads the journal and sees no unit’s business."),
    Role.SYSTEM_ADMINISTRATOR: gettext_noop(
        "Your account opens and closes accounts; it grants nothing and sees no unit’s business."
    ),
    Role.SECURITY_ADMINISTRATOR: gettext_noop(
        "Your account grants roles and units to others’ accounts, and sees no unit’s business."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The duties of some statuses under one heading; `count` is of windows. A folded group opens on a click."""

    anchor: str
    name: str
    count: int
    items: tuple[Owed, ...] = ()
    said: str = ""
    folded: bool = False
    tone: str = ""
    mark: Status | None = None


@require_GET
@asked
def home(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show what I answer for."""
    mine = find_mine(asking)
    groups = tuple(group for group in _groups(mine.owed) if group.items or group.anchor == "overdue")
    context = {
        "mine": mine,
        "posts": mine.posts,
        "groups": groups,
        "tiles": _tiles(mine),
        "boxes": box_tiles(asking) if mine.units else (),
        "portfolio": portfolio_of(mine),
        "overdue_mark": Status.OVERDUE,
        "due_soon_mark": Status.DUE_SOON,
        "loans": own_loans(asking),
        "unsigned": establishment_inquiry.unsigned(asking.viewer),
        "nothing": _(_NOTHING.get(asking.viewer.role, "")),
    }
    return frame.show(request, "remit/home.html", context, viewer=asking.viewer, today=asking.today)


def _groups(owed: Iterable[Owed]) -> tuple[Group, ...]:
    items = tuple(owed)
    made = []
    for anchor, name, statuses in _GROUPS:
        within = [item for item in items if item.standing.status in statuses]
        rows = take_together(within, latest=anchor == "done")
        made.append(
            Group(
                anchor=anchor,
                name=_(name),
                count=len(within),
                items=rows,
                said=_said(len(rows), len(within)),
                folded=anchor == "done",
                tone=f"is-{statuses[0]}",
                mark=statuses[0],
            )
        )
    return tuple(made)


def _said(duties: int, windows: int) -> str:
    if duties == windows:
        return ngettext("{count} duty", "{count} duties", duties).format(count=duties)
    words = ngettext("{duties} duty in {windows} windows", "{duties} duties in {windows} windows", duties)
    return words.format(duties=duties, windows=windows)


def _tiles(mine: Mine) -> tuple[Group, ...]:
    """The counts that offices know: to do, overdue, due soon, upcoming, done."""
    to_do = [item for item in mine.owed if item.standing.status in _TO_DO]
    groups = [group for group in _groups(mine.owed) if group.count or group.anchor != "unassigned"]
    return (Group(anchor="overdue", name=_("To do"), count=len(to_do)), *groups)
