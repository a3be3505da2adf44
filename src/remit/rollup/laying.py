"""How the state of very many units is laid out: for one unit of each class the core says what it owes.

Nothing is decided here: `remit.core.standing` says what a unit owes, whether a post answers, and until when records
count. What the classes have to tell apart is what that answer depends on.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from remit.core.adoption import Adoption
from remit.core.lineage import narrow_to
from remit.core.post import Directory, Post
from remit.core.problem import Problem
from remit.core.standing import Owed, owed, shown
from remit.core.workday import WorkCalendar
from remit.rollup.layout import Bits, Classes, Column, Layout, Positions, Series

__all__ = ["classify", "lay_out", "samples_of", "sort_units"]


def classify(directory: Directory, adoptions: Sequence[Adoption]) -> Classes:
    """Sort the units of a tree by what their duties depend on: kind, adoptions above, posts, own breakdown, history."""
    tree = directory.tree
    divided: dict[str, list[Hashable]] = {}
    for adoption in adoptions:
        for item in adoption.items:
            divided.setdefault(item.unit, []).append(item)
        for placement in adoption.placements:
            divided.setdefault(placement.unit, []).append(placement)
    numbers: dict[Hashable, int] = {}
    traits = (
        (
            directory.units[code].kind,
            tuple(map(_post_trait, directory.posts_of.get(code, ()))),
            tuple(divided.get(code, ())),
            code if code in directory.unsettled else "",
        )
        for code in tree.codes
    )
    of = np.fromiter((numbers.setdefault(one, len(numbers)) for one in traits), np.int64, len(tree.codes))
    spans = [tree.interval(one.unit) if one.unit in tree else (0, 0) for one in adoptions]
    return sort_units([of], spans)


def sort_units(traits: Sequence[Positions], spans: Sequence[tuple[int, int]]) -> Classes:
    """Sort units in preorder by numbers that tell them apart, and by the adoptions above, whose subtrees are `spans`.

    Units that agree in every one of the `traits` and are below the same adoptions owe the same.
    """
    of = _reach(spans, len(traits[0]))
    for trait in traits:
        _, of = np.unique(of * (int(trait.max(initial=0)) + 1) + trait, return_inverse=True)
    _, samples = np.unique(of, return_index=True)
    return Classes(of.astype(np.int32), tuple(int(at) for at in samples))


def _post_trait(post: Post) -> Hashable:
    """Return what of a post decides whether it answers; one limited to certain units is like no other."""
    return post.degree, post.portfolio, post.since, post.until, post.code if post.covers else ""


def samples_of(classes: Classes, directory: Directory) -> Iterator[tuple[str, Directory]]:
    """Yield one unit of each class with the part of the directory that its duties depend on."""
    for position in classes.samples:
        code = directory.tree.codes[position]
        yield code, narrow_to(directory, [code])


def lay_out(
    samples: Iterable[tuple[str, Directory]],
    adoptions: Sequence[Adoption],
    calendar: WorkCalendar,
    *,
    year: int,
) -> Layout:
    """Return the layout of a year: what a unit of each class owes, and what was carried over from the year before."""
    begins, looked = date(year, 1, 1), date(max(year - 1, 1), 1, 1)
    columns: dict[Column, int] = {}
    rows: list[tuple[list[int], list[int]]] = []
    series: list[dict[str, tuple[Series, ...]]] = []
    problems: dict[Problem, None] = {}
    for code, directory in samples:
        found, wrong = owed(_at(adoptions, code), directory, calendar, first=looked, last=date(year, 12, 31))
        asked = [one for one in found if one.occurrence.unit == code]
        problems.update(dict.fromkeys(wrong))
        seen = {id(one) for one in shown(asked, begins=begins)}
        places = [
            columns.setdefault(_column(one, begins), len(columns)) if id(one) in seen else -1 for one in asked
        ]
        pairs = list(zip(asked, places, strict=True))
        rows.append(
            (
                [place for _, place in pairs if place >= 0],
                [place for one, place in pairs if place >= 0 and not one.assigned],
            )
        )
        series.append(_series(pairs))
    words = max(1, -(-len(columns) // 64))
    return Layout(
        begins=begins,
        columns=tuple(columns),
        applies=_bits((applies for applies, _ in rows), len(rows), words),
        unassigned=_bits((nobody for _, nobody in rows), len(rows), words),
        series=tuple(series),
        problems=tuple(problems),
    )


def _reach(spans: Sequence[tuple[int, int]], count: int) -> Positions:
    """Return, for each unit, a number for the set of adoptions at or above it."""
    reach = np.zeros(count, np.int64)
    sets: dict[tuple[int, int], int] = {}
    for place, (low, high) in enumerate(spans):
        inside = reach[low:high]
        for before in np.unique(inside).tolist():
            after = sets.setdefault((before, place), len(sets) + 1)
            inside[inside == before] = -after
        np.negative(inside, out=inside)
    return reach


def _at(adoptions: Sequence[Adoption], code: str) -> list[Adoption]:
    """Return the adoptions with only what a unit itself has divided."""
    return [
        replace(
            adoption,
            placements=tuple(one for one in adoption.placements if one.unit == code),
            items=tuple(one for one in adoption.items if one.unit == code),
        )
        if adoption.placements or adoption.items
        else adoption
        for adoption in adoptions
    ]


def _column(one: Owed, begins: date) -> Column:
    occurrence = one.occurrence
    carried = occurrence.due < begins
    due = occurrence.due.toordinal()
    return Column(
        duty=occurrence.duty,
        window=occurrence.window,
        adoption=one.adoption,
        opens=occurrence.opens.toordinal(),
        due=due,
        limit=begins.toordinal() - 1 if carried else due,
        needed=occurrence.needed,
        soon=one.due_soon_days,
        carried=carried,
    )


def _series(pairs: Iterable[tuple[Owed, int]]) -> dict[str, tuple[Series, ...]]:
    by_rhythm: dict[tuple[str, int, str], list[tuple[Owed, int]]] = {}
    for one, place in pairs:
        key = (one.occurrence.duty, one.adoption, one.occurrence.rhythm)
        by_rhythm.setdefault(key, []).append((one, place))
    found: dict[str, tuple[Series, ...]] = {}
    for (duty, _, _), some in by_rhythm.items():
        some.sort(
            key=lambda pair: (pair[0].occurrence.opens, pair[0].occurrence.due, pair[0].occurrence.window)
        )
        opens = tuple(one.occurrence.opens.toordinal() for one, _ in some)
        rhythm = Series(
            opens=opens,
            columns=tuple(place for _, place in some),
            needed=tuple(one.occurrence.needed for one, _ in some),
            end=some[0][0].end.toordinal(),
            together=len(set(opens)) < len(opens),
        )
        found[duty] = (*found.get(duty, ()), rhythm)
    return found


def _bits(rows: Iterable[list[int]], count: int, words: int) -> Bits:
    bits = np.zeros((count, words), np.uint64)
    for row, places in enumerate(rows):
        for place in places:
            bits[row, place // 64] |= np.uint64(1 << place % 64)
    return bits
