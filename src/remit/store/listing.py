"""Guarded lists for programs, in pages, and how far a token reaches that is for one unit.

A viewer who may not see raises Denied, an unknown reference NotThere; see `inquiry`.
"""

from __future__ import annotations

from datetime import date

from remit.core.breakdown import BreakdownItem, Placement
from remit.core.post import Group, Post, Unit
from remit.core.record import Record
from remit.store import load, load_page
from remit.store.access import Action, Stretch, Viewer, require
from remit.store.load import Delegation, Handover
from remit.store.refusal import NotThere

__all__ = [
    "breakdown",
    "groups",
    "handovers",
    "loans",
    "placements",
    "posts",
    "reach_handover",
    "reach_loan",
    "reach_post",
    "records",
    "units",
]


def units(viewer: Viewer, code: str, *, after: str = "", limit: int) -> tuple[Unit, ...]:
    """Return up to `limit` units at and below one, in preorder, those after the one named."""
    within = _seen(viewer, code)
    return load_page.units(within, after=_below(viewer, after), limit=limit)


def posts(viewer: Viewer, code: str) -> tuple[Post, ...]:
    """Return the posts of a unit."""
    within = _seen(viewer, code)
    return tuple(one for one in load.organisation(_point(within)).posts if one.unit == code)


def groups(viewer: Viewer, code: str) -> tuple[Group, ...]:
    """Return the leading groups of a unit."""
    return load.groups(_point(_seen(viewer, code)))


def loans(viewer: Viewer, code: str) -> tuple[Delegation, ...]:
    """Return the loans of a unit's posts."""
    return load.delegations(_point(_seen(viewer, code)))


def handovers(viewer: Viewer, code: str) -> tuple[Handover, ...]:
    """Return the handovers of a unit's posts, the latest first."""
    return load.handovers(_point(_seen(viewer, code)))


def reach_post(viewer: Viewer, code: str) -> str:
    """Return the code of a post that may be acted for in person; Denied where a token does not reach its unit."""
    if viewer.limit is not None:
        _post_seen(viewer, code)
    return code


def reach_loan(viewer: Viewer, ref: str) -> str:
    """Return the reference of a loan, as `reach_post` does the code of its post."""
    reach_post(viewer, load.delegation(ref).post)
    return ref


def reach_handover(viewer: Viewer, ref: str) -> str:
    """Return the reference of a handover, as `reach_post` does the code of its post."""
    reach_post(viewer, load.handover(ref).post)
    return ref


def placements(viewer: Viewer, code: str, *, regime: str = "") -> dict[str, tuple[Placement, ...]]:
    """Return, by regime, which posts its roles stand for at a unit."""
    return load.placements(_point(_seen(viewer, code)), regime)


def breakdown(viewer: Viewer, code: str, *, day: date | None = None) -> tuple[BreakdownItem, ...]:
    """Return how a unit has divided its duties, of all times or as on a day."""
    return load.breakdown_items(_point(_seen(viewer, code)), day)


def records(
    viewer: Viewer,
    code: str,
    *,
    first: date | None = None,
    last: date | None = None,
    subtree: bool = False,
    after: str = "",
    limit: int,
) -> tuple[Record, ...]:
    """Return up to `limit` records of a unit (with `subtree`, of all below too), by day, those after the one named."""
    within = _seen(viewer, code)
    if after:
        _seen(viewer, load.record(after).unit)
    within = within if subtree else _point(within)
    return load_page.records(within, first=first, last=last, after=after, limit=limit)


def _below(viewer: Viewer, after: str) -> str:
    """The unit that a page comes after has to be one that the viewer sees: a place in the tree tells of units too."""
    if after:
        _seen(viewer, after)
    return after


def _post_seen(viewer: Viewer, code: str) -> Post:
    found = load.posts_named([code])
    if not found:
        raise NotThere(code)
    _seen(viewer, found[0].unit)
    return found[0]


def _seen(viewer: Viewer, code: str) -> Stretch:
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return within


def _point(within: Stretch) -> Stretch:
    return within[0], within[0] + 1
