"""Who may see and do what: a pure rule over a viewer, an action and a stretch of the unit tree.

A stretch is [lo, hi) in the preorder numbering of the units, so 'within' is a comparison of numbers and never
of code prefixes (`/1/2` is not within `/1/20`, nor the other way round). What is not listed is not allowed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from remit.store.refusal import Denied

__all__ = [
    "CONSOLE",
    "Action",
    "Role",
    "Stretch",
    "Viewer",
    "acts_as",
    "allowed",
    "granted",
    "lies_in",
    "narrow",
    "require",
    "sees_units",
]

Stretch = tuple[int, int]


class Role(StrEnum):
    """What an account is for. `console` is the operator at the machine itself: no account has it."""

    HOLDER = "holder"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    INSPECTOR = "inspector"
    AUDITOR = "auditor"
    SYSTEM_ADMINISTRATOR = "system-administrator"
    SECURITY_ADMINISTRATOR = "security-administrator"
    CONSOLE = "console"


class Action(StrEnum):
    """What can be asked for."""

    SEE = "see"  # a unit's duties, records, evidence, standing
    RECORD = "record"
    EXCUSE = "excuse"
    ADOPT = "adopt"
    ORGANISE = "organise"  # units, posts, holders, registers, money; from the root also lists, calendar
    DIVIDE = "divide"  # a unit's task breakdown and what roles are there
    READ_EDITIONS = "read-editions"
    REVIEW = "review"  # bring in, review and issue an edition
    ACCOUNTS = "accounts"  # open and close accounts, and their ways in
    GRANT = "grant"  # role and unit of an account
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks. `spans` are the subtrees of the units in which posts are held, or of the account's own unit.

    `actor` is the pseudonym under which the journal knows the account; `person` the name it acts under: `named` tells
    whether it is a person's, not the account's own. `only` are the actions that a token is for, `limit` the stretch
    that it reaches; None: all that the role allows, everywhere.
    """

    person: str
    actor: str
    role: Role
    spans: tuple[Stretch, ...] = ()
    named: bool = True
    only: frozenset[Action] | None = None
    limit: Stretch | None = None


CONSOLE = Viewer(person="console", actor="console", role=Role.CONSOLE)

_BUSINESS = frozenset({Role.HOLDER, Role.CLERK})
_AT_UNIT = {
    Action.SEE: _BUSINESS | {Role.INSPECTOR},
    Action.RECORD: _BUSINESS,
    Action.EXCUSE: _BUSINESS,
    Action.ADOPT: frozenset({Role.CLERK}),
    Action.ORGANISE: frozenset({Role.CLERK}),
    Action.DIVIDE: frozenset({Role.CLERK}),
}
_FROM_ROOT = {Action.ORGANISE: frozenset({Role.CLERK}), Action.REVIEW: frozenset({Role.CLERK})}
_ANYWHERE = {
    Action.READ_EDITIONS: _BUSINESS | {Role.REVIEWER, Role.INSPECTOR},
    Action.REVIEW: frozenset({Role.REVIEWER}),
    Action.ACCOUNTS: frozenset({Role.SYSTEM_ADMINISTRATOR}),
    Action.GRANT: frozenset({Role.SECURITY_ADMINISTRATOR}),
    Action.JOURNAL: frozenset({Role.AUDITOR}),
}
_NOBODY: frozenset[Role] = frozenset()


def lies_in(inner: Stretch, outer: Stretch) -> bool:
    """Return whether one stretch lies in another, or is the same."""
    return outer[0] <= inner[0] < inner[1] <= outer[1]


def allowed(viewer: Viewer, action: Action, stretch: Stretch | None = None) -> bool:
    """Return whether the viewer may do this to the units in `stretch`; None where no unit is concerned.

    Holders and clerks see their own units and all below them, never beside or above. An excuse is decided from
    above: only strictly below the viewer's own unit, or for the root, above which there is nothing. A clerk keeps the
    organisation below the own unit, and from the root as a whole; only there it reviews editions. A reviewer has the
    editions and no unit's data; an inspector sees its branch and changes nothing there. The auditor has the journal
    alone, the system administrator the accounts alone, the security administrator the grants alone.
    """
    if viewer.only is not None and action not in viewer.only:
        return False
    if viewer.role is Role.CONSOLE or viewer.role in _ANYWHERE.get(action, _NOBODY):
        return True
    if viewer.role in _FROM_ROOT.get(action, _NOBODY) and any(lo == 0 for lo, _ in viewer.spans):
        return True
    if stretch is None or viewer.role not in _AT_UNIT.get(action, _NOBODY):
        return False
    if action is Action.EXCUSE:
        return any(lies_in(stretch, span) and (stretch != span or span[0] == 0) for span in viewer.spans)
    return any(lies_in(stretch, span) for span in viewer.spans)


def require(viewer: Viewer, action: Action, stretch: Stretch | None = None) -> None:
    """Raise Denied where `allowed` says no."""
    if not allowed(viewer, action, stretch):
        raise Denied


def sees_units(role: Role) -> bool:
    """Return whether a role has units at all: to any other, a post or a unit gives nothing."""
    return role in _AT_UNIT[Action.SEE]


def acts_as(viewer: Viewer, persons: Collection[str]) -> bool:
    """Return whether the viewer acts as one of these: a holder, a clerk or the console, under a person's name."""
    return viewer.named and viewer.role in _BUSINESS | {Role.CONSOLE} and viewer.person in persons


def granted(viewer: Viewer) -> frozenset[Action]:
    """Return the actions that the viewer may do somewhere: what a token of theirs can be for."""
    below = [(lo + 1, lo + 2) for lo, hi in viewer.spans if hi > lo + 1]
    places = (None, *viewer.spans, *below)
    return frozenset(a for a in Action if any(allowed(viewer, a, place) for place in places))


def narrow(viewer: Viewer, only: Iterable[Action], within: Stretch | None = None) -> Viewer:
    """Return the viewer with no more than these actions, and no unit outside a stretch: what a token lets through."""
    spans = viewer.spans
    if within is not None:
        kept = (within if lies_in(within, s) else s if lies_in(s, within) else None for s in spans)
        spans = tuple(dict.fromkeys(s for s in kept if s is not None))
    return replace(viewer, spans=spans, only=frozenset(only), limit=within)
