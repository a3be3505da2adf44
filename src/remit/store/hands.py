"""Whose hands a viewer has in a matter: what the rules of access and the posts held give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.flow import Hand
from remit.core.matter import Matter
from remit.store.access import Action, Role, Stretch, Viewer, allowed
from remit.store.load_matter import heads_at
from remit.store.load_organisation import stretches

__all__ = ["Hands", "hands_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What a viewer may do with a matter: `sees` it, and the hands by which moves are taken."""

    sees: bool
    hands: frozenset[Hand]


def hands_in(viewer: Viewer, matters: Iterable[Matter], today: date) -> dict[str, Hands]:
    """Return a viewer's hands in matters by reference; three queries.

    Who may record for the unit has the owner's hand, for the unit that asks the asker's; the holders of first and
    direct posts there are the heads (`load_matter.heads_at`). The units that help and those that get a copy see it.
    """
    given = tuple(matters)
    codes = {code for m in given for code in (m.unit, m.asker, *m.support, *m.copies)}
    places = stretches(codes)
    heads = heads_at((places[code] for m in given for code in (m.unit, m.asker)), today)
    return {one.ref: _hands(viewer, one, places, heads) for one in given}


def _hands(
    viewer: Viewer, matter: Matter, places: dict[str, Stretch], heads: dict[Stretch, frozenset[str]]
) -> Hands:
    found: set[Hand] = set()
    for code, hand, head in (
        (matter.unit, Hand.OWNER, Hand.OWNER_HEAD),
        (matter.asker, Hand.ASKER, Hand.ASKER_HEAD),
    ):
        if allowed(viewer, Action.RECORD, places[code]):
            found.add(hand)
            if viewer.role is Role.CONSOLE or viewer.person in heads[places[code]]:
                found.add(head)
    if any(allowed(viewer, Action.RECORD, places[code]) for code in matter.support):
        found.add(Hand.SUPPORT)
    units = (matter.unit, matter.asker, *matter.support, *matter.copies)
    sees = any(allowed(viewer, Action.SEE, places[code]) for code in units)
    return Hands(sees=sees, hands=frozenset(found))
