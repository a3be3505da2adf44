"""What the roll-up's layout depends on, read from the database by columns: tree, kinds, posts, divisions, history.

Units that agree in all of it, as far as it matters to a year, are a class: for one of each the core says what it owes.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from remit.core.adoption import Adoption
from remit.core.post import Directory, index_organisation
from remit.core.workday import WorkCalendar
from remit.rollup.laying import lay_out, sort_units
from remit.rollup.layout import Classes, Layout
from remit.store import load, models
from remit.store.access import Stretch

__all__ = ["EVERYWHERE", "Structure", "first_day", "read_rows", "read_structure"]

EVERYWHERE: Stretch = (0, 2**62)
_FETCHED = 10_000

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The units in preorder: their numbers `los`, where subtrees end, their keys; their classes, and what these owe."""

    los: Numbers
    ends: Numbers
    keys: Numbers
    classes: Classes
    layout: Layout
    adoptions: tuple[Adoption, ...]
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True)
class _Tree:
    los: Numbers
    ends: Numbers
    keys: Numbers
    kinds: Numbers
    lasting: Numbers


def first_day(year: int) -> date:
    """Return the first day from which something can matter to a year: that of the year before."""
    return date(max(year - 1, 1), 1, 1)


def read_structure(year: int) -> Structure:
    """Return the structure of a year as the database has it now."""
    tree = _tree(first_day(year))
    adoptions = load.adoptions(EVERYWHERE)
    spans = [_span(tree, load.stretch(one.unit)[0]) for one in adoptions]
    changed, moved = _changes(tree, first_day(year))
    traits = [tree.kinds, tree.lasting, _posts(tree.los), _own(tree.los, adoptions), changed]
    classes = sort_units(traits, [*spans, *moved])
    calendar = load.calendar()
    layout = lay_out(_samples(tree.los, classes.samples), adoptions, calendar, year=year)
    return Structure(
        los=tree.los,
        ends=tree.ends,
        keys=tree.keys,
        classes=classes,
        layout=layout,
        adoptions=adoptions,
        calendar=calendar,
    )


def read_rows(statement: str, *values: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, without keeping them."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        while rows := cursor.fetchmany(_FETCHED):
            yield from rows


def _tree(first: date) -> _Tree:
    """Return the units, with a number for the kind of each and one for the days of the year on which it is there."""
    kinds, lasting = _Numbers(), _Numbers()
    los, his, keys, kind, days = (array("q") for _ in range(5))
    for lo, hi, key, what, since, until in read_rows(_UNITS):
        los.append(lo)
        his.append(hi)
        keys.append(key)
        kind.append(kinds.of(what))
        if since is None and until is None:
            days.append(0)
        else:
            days.append(lasting.of((_after(since, first), until and max(until, first - timedelta(days=1)))))
    found = _column(los)
    return _Tree(found, np.searchsorted(found, _column(his)), _column(keys), _column(kind), _column(days))


_UNITS = "SELECT lo, hi, id, kind, since, until FROM store_unit ORDER BY lo"


def _after(since: date | None, first: date) -> date | None:
    return since if since is not None and since > first else None


def _posts(los: Numbers) -> Numbers:
    """Return, for each unit, a number for its posts: the same where the same posts would answer."""
    numbers = _Numbers(())
    found = np.zeros(len(los), np.int64)
    at, number = array("q"), array("q")
    for lo, some in groupby(read_rows(_POSTS), key=itemgetter(0)):
        at.append(lo)
        number.append(numbers.of(tuple(row[1:] for row in some)))
    found[np.searchsorted(los, _column(at))] = _column(number)
    return found


_POSTS = """
    SELECT unit.lo, post.degree, CAST(post.portfolio AS TEXT), post.since, post.until,
           CASE WHEN CAST(post.covers AS TEXT) = '[]' THEN '' ELSE post.code END
    FROM store_post post JOIN store_unit unit ON unit.id = post.unit_id ORDER BY unit.lo, post.id
"""


def _own(los: Numbers, adoptions: Sequence[Adoption]) -> Numbers:
    """Return a number for how each unit has divided its duties."""
    divided: dict[str, list[Hashable]] = {}
    for adoption in adoptions:
        for item in adoption.items:
            named = bool(item.leader or item.lead or item.supporting)
            divided.setdefault(item.unit, []).append((item.duty, item.since, item.until, named))
        for one in adoption.placements:
            what = (adoption.regime.id, one.role, one.since, one.until, bool(one.posts))
            divided.setdefault(one.unit, []).append(what)
    numbers = _Numbers(())
    found = np.zeros(len(los), np.int64)
    units = models.Unit.objects.filter(code__in=divided) if divided else models.Unit.objects.none()
    for code, lo in units.values_list("code", "lo"):
        found[np.searchsorted(los, lo)] = numbers.of(tuple(divided[code]))
    return found


def _changes(tree: _Tree, first: date) -> tuple[Numbers, list[tuple[int, int]]]:
    """Return a number for what each unit was on other days, and the subtrees that were moved.

    All that was moved together was moved from the same place, so that it need not be told apart.
    """
    rows = models.UnitChange.objects.filter(kind__in=["moved", "reclassified"], day__gt=first)
    moved: dict[int, None] = {}
    kinds: dict[int, list[Hashable]] = {}
    for kind, lo, day, before in rows.order_by("day", "pk").values_list("kind", "unit__lo", "day", "before"):
        if kind == "moved":
            moved[lo] = None
        else:
            kinds.setdefault(lo, []).append((day, before))
    numbers = _Numbers(())
    found = np.zeros(len(tree.los), np.int64)
    for lo, some in kinds.items():
        found[np.searchsorted(tree.los, lo)] = numbers.of(tuple(some))
    return found, [_span(tree, lo) for lo in moved]


def _span(tree: _Tree, lo: int) -> tuple[int, int]:
    at = int(np.searchsorted(tree.los, lo))
    return at, int(tree.ends[at])


def _samples(los: Numbers, positions: Iterable[int]) -> Iterator[tuple[str, Directory]]:
    for position in positions:
        lo = int(los[position])
        organisation = load.organisation((lo, lo + 1))
        code = next(iter(load.units((lo, lo + 1)))).code
        yield code, index_organisation(organisation)


class _Numbers:
    """Numbers things in the order in which they are first met."""

    def __init__(self, *known: Hashable) -> None:
        self._numbers: dict[Hashable, int] = {one: place for place, one in enumerate(known)}

    def of(self, one: Hashable) -> int:
        """Return the number of a thing."""
        return self._numbers.setdefault(one, len(self._numbers))


def _column(values: array[int]) -> Numbers:
    return np.array(values, np.int64)
