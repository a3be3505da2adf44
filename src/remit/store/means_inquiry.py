"""Guarded questions about people and means: posts filled and vacant, training, money, here and below.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from remit.core.means import Budget, Means
from remit.core.post import Unit
from remit.store import load, load_means
from remit.store.access import Action, Viewer, allowed, require

__all__ = ["MeansSeen", "means"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansSeen:
    """The people and means of a unit in a year: its `own`, those of its `subtree`, and of each subtree right `below`.

    `below` are the first of `below_total`. `budgets` are the unit's own, `spendings` by budget what records spent:
    record, title, day, amount. `day` is the one on which posts are counted. `regimes` have their titles by id.
    """

    unit: Unit
    year: int
    day: date
    own: Means
    subtree: Means
    below: tuple[tuple[Unit, Means], ...]
    below_total: int
    budgets: tuple[Budget, ...]
    spendings: Mapping[str, tuple[tuple[str, str, date, int], ...]]
    regimes: Mapping[str, str]
    keeps: bool
    records: bool


def means(viewer: Viewer, code: str, year: int, *, today: date, most: int = 200) -> MeansSeen:
    """Return the people and means of a unit in a year; posts as today, or at the end of a year that is over."""
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    point = (within[0], within[0] + 1)
    day = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    below = load.below(code, most=most)
    spans = load_means.spans_below(code, most=most)
    parts = load_means.means_of({"": point, **spans}, year=year, day=day)
    whole = load_means.means_of({code: within}, year=year, day=day)
    budgets = load_means.budgets(point, year)
    spent: dict[str, list[tuple[str, str, date, int]]] = {}
    for ref, record, title, on, amount in load_means.spendings(one.ref for one in budgets):
        spent.setdefault(ref, []).append((record, title, on, amount))
    return MeansSeen(
        unit=load.units(point)[0],
        year=year,
        day=day,
        own=parts[""],
        subtree=whole[code],
        below=tuple((one, parts[one.code]) for one in below if one.code in parts),
        below_total=load.count_below(code),
        budgets=budgets,
        spendings={ref: tuple(some) for ref, some in spent.items()},
        regimes={one.regime.id: one.regime.title for one in load.adoptions(point)},
        keeps=allowed(viewer, Action.ORGANISE, within),
        records=allowed(viewer, Action.RECORD, within),
    )
