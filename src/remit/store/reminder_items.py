"""What there is to be reminded of on a day: windows of duties from the roll-up, and matters between units.

Only persons who have an account are reminded. Units are looked at in stretches of a few thousand, so that memory does
not grow with the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q

from remit.core.adoption import Adoption
from remit.core.assignment import Assignment, answer, assign
from remit.core.duty import Degree
from remit.core.post import Directory, index_organisation
from remit.core.reminder import Item, Pace, stage_on
from remit.core.standing import Status
from remit.rollup.cells import Cell, find_cells, open_statuses
from remit.store import load, load_matter, models
from remit.store.load_matter import MatterLine
from remit.store.roll_reading import Reading, read_roll

__all__ = ["Call", "Subject", "Wanted", "calls", "duty_items", "matter_items", "people", "urgent_calls"]

_STRETCH = 4000  # units looked at together
_BATCH = 20_000
_OPEN = frozenset({Status.OVERDUE, Status.DUE_SOON})


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about, for the notice: words, the unit, the day, and where it is found (`duty` or `matter`)."""

    what: str
    unit: str
    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Call:
    """What does not wait for a day: an item, what is said of it, and what it is about."""

    item: Item
    stage: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is reminded: persons with an account, and the groups that hear of a stretch of units."""

    persons: frozenset[str]
    groups: tuple[tuple[str, tuple[int, int]], ...] = ()

    def groups_at(self, lo: int) -> tuple[str, ...]:
        """Return the groups that hear of a unit, each with a mark before its name that no person has."""
        return tuple(f"#{name}" for name, (low, high) in self.groups if low <= lo < high)


def people() -> frozenset[str]:
    """Return the names under which open accounts act; one query."""
    rows = models.Account.objects.filter(is_active=True).values_list("person", "username")
    return frozenset(person or username for person, username in rows)


def duty_items(day: date, pace: Pace, wanted: Wanted) -> Iterator[tuple[Item, Subject]]:
    """Yield the windows that are due soon or overdue on a day, with who answers for them."""
    reading = read_roll(day)
    roll = reading.roll
    found = find_cells(
        roll.state,
        day,
        open_statuses(roll.state.layout, day),
        low=0,
        high=len(roll.los),
        wanted=_OPEN,
        columns=range(len(roll.state.layout.columns)),
        beside=reading.beside,
    )
    said = (cell for cell in found if stage_on(date.fromordinal(cell.due), day, pace))
    for cells in _batches(said):
        yield from _stretch(reading, cells, day, wanted)


def _batches(cells: Iterable[Cell]) -> Iterator[list[Cell]]:
    """Cells of units that lie together, at most so many at once; those of one unit stay together."""
    batch: list[Cell] = []
    for position, of_unit in groupby(cells, key=lambda cell: cell.position):
        if batch and (position - batch[0].position >= _STRETCH or len(batch) >= _BATCH):
            yield batch
            batch = []
        batch += of_unit
    if batch:
        yield batch


def _stretch(
    reading: Reading, cells: Sequence[Cell], day: date, wanted: Wanted
) -> Iterator[tuple[Item, Subject]]:
    los = reading.roll.los
    first, last = int(los[cells[0].position]), int(los[cells[-1].position])
    within = (first, last + 1)
    codes = {
        lo: code
        for code, lo in models.Unit.objects.filter(lo__gte=first, lo__lte=last).values_list("code", "lo")
    }
    directory = index_organisation(load.organisation(within))
    wanted_pairs = {(cell.duty, codes[int(los[cell.position])]) for cell in cells}
    answering = _answering(load.adoptions(within), directory, wanted_pairs, day, wanted.persons)
    heads: dict[str, tuple[str, ...]] = {}
    columns = reading.layout.columns
    for cell in cells:
        lo = int(los[cell.position])
        unit = codes[lo]
        known = reading.latest.get(cell.duty)
        to = answering.get((cell.duty, unit), ()) + wanted.groups_at(lo)
        if known is None or not to:
            continue
        if unit not in heads:
            heads[unit] = _above(directory, unit, day, wanted.persons)
        window = columns[cell.column].window if cell.column >= 0 else "on:"
        due = date.fromordinal(cell.due)
        key = f"{cell.duty}@{window}#{unit}" + (f"~{cell.opens}" if cell.column < 0 else "")
        words = known[2].quote
        yield Item(key, unit, due, to, heads[unit]), Subject(words, unit, "duty", f"{cell.duty}@{window}")


def _answering(
    adoptions: Iterable[Adoption],
    directory: Directory,
    pairs: Collection[tuple[str, str]],
    day: date,
    persons: frozenset[str],
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return which persons with an account answer for each duty at each unit: holders, or who stands in for them."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    by_posts: dict[tuple[object, ...], tuple[str, ...]] = {}
    for adoption in adoptions:
        for one in assign(adoption, directory, day=day):
            pair = (one.duty, one.unit)
            if pair in pairs:
                asked = (one.unit, one.posts)
                if asked not in by_posts:
                    by_posts[asked] = tuple(_persons(one, directory, day, persons))
                found.setdefault(pair, {}).update(dict.fromkeys(by_posts[asked]))
    return {pair: tuple(names) for pair, names in found.items()}


def _persons(
    assignment: Assignment, directory: Directory, day: date, persons: frozenset[str]
) -> Iterator[str]:
    for one in answer(assignment, directory, day=day):
        named = [one.person] if one.person else []
        if one.through:
            named += [holder.person for holder in directory.holders_on(one.through, day)]
        yield from (person for person in named if person in persons)


def _above(directory: Directory, unit: str, day: date, persons: frozenset[str]) -> tuple[str, ...]:
    """Return who heads the nearest unit above that has a head with an account."""
    for above in directory.tree.ancestors(unit):
        named = _heads(directory, above, day, persons)
        if named:
            return named
    return ()


def _heads(directory: Directory, unit: str, day: date, persons: frozenset[str]) -> tuple[str, ...]:
    posts = (post for post in directory.posts_of.get(unit, ()) if post.degree is Degree.FIRST)
    names = (holder.person for post in posts for holder in directory.holders_on(post.code, day))
    return tuple(name for name in dict.fromkeys(names) if name in persons)


def matter_items(now: datetime, wanted: Wanted) -> Iterator[tuple[Item, Subject]]:
    """Yield the open matters that have a day and are not handed in, with who handles them."""
    chosen = Q(closed=None, done=None) & ~Q(due=None) & ~Q(flow="incident")
    for lines in _pages(chosen):
        desks = _desks({one.unit for one in lines} | {one.asker for one in lines}, now.date(), wanted)
        for one in lines:
            to, above = _owners(one, desks), desks.get(one.asker, ())
            if to and one.due is not None:
                yield Item(f"matter:{one.ref}", one.unit, one.due, to, above), _about(one)


def urgent_calls(now: datetime, wanted: Wanted) -> Iterator[Call]:
    """Yield what does not wait for office hours: situations that have come up, and those whose time has run out.

    Of a situation that was not reported in time, those to whom it should have been hear too.
    """
    for lines in _pages(Q(closed=None, flow="incident")):
        desks = _desks({one.unit for one in lines} | {one.asker for one in lines}, now.date(), wanted)
        for one in lines:
            owners, askers = _owners(one, desks), desks.get(one.asker, ())
            due = one.due or one.opened.date()
            to = owners if one.with_owner else askers
            yield Call(Item(f"matter:{one.ref}:{one.state}", one.unit, due, to), "come", _about(one))
            if one.done is None and one.status(now) is Status.OVERDUE:
                both = tuple(dict.fromkeys((*owners, *askers)))
                yield Call(Item(f"matter:{one.ref}", one.unit, due, both), "unreported", _about(one))


def calls(now: datetime, wanted: Wanted) -> Iterator[Call]:
    """Yield matters that have come to somebody's desk, or were urged; situations apart."""
    chosen = Q(closed=None) & ~Q(flow="incident") & (Q(with_owner=True) | Q(with_asker=True))
    for lines in _pages(chosen):
        desks = _desks({one.unit for one in lines} | {one.asker for one in lines}, now.date(), wanted)
        for one in lines:
            owners = _owners(one, desks)
            to = owners if one.with_owner else desks.get(one.asker, ())
            due = one.due or one.opened.date()
            if to:
                yield Call(Item(f"matter:{one.ref}:{one.state}", one.unit, due, to), "come", _about(one))
            if one.urged and owners:
                item = Item(f"matter:{one.ref}", one.unit, due, owners)
                yield Call(item, f"urged-{one.urged}", _about(one))


def _pages(chosen: Q) -> Iterator[tuple[MatterLine, ...]]:
    after = None
    while lines := load_matter.matter_lines(chosen, after=after, limit=2000):
        yield lines
        after = (lines[-1].due, lines[-1].key)


def _owners(line: MatterLine, desks: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return desks.get(f"post:{line.post}", ()) or desks.get(line.unit, ())


def _about(line: MatterLine) -> Subject:
    return Subject(line.title, line.unit, "matter", line.ref)


def _desks(units: Collection[str], day: date, wanted: Wanted) -> dict[str, tuple[str, ...]]:
    """Return who handles a unit's matters: its clerks and the holders of coordinating posts, else of first posts.

    Also by `post:CODE` who holds a post of these units. Two queries.
    """
    clerks = models.Account.objects.filter(role="clerk", is_active=True, unit__code__in=units)
    found: dict[str, dict[str, None]] = {}
    for unit, person, username in clerks.values_list("unit__code", "person", "username"):
        found.setdefault(str(unit), {})[person or username] = None
    lasting = Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))
    held = models.Holder.objects.filter(lasting, post__unit__code__in=units)
    rows = held.values_list("post__unit__code", "post__code", "post__degree", "person")
    heads: dict[str, dict[str, None]] = {}
    for unit, post, degree, person in rows:
        if person not in wanted.persons:
            continue
        found.setdefault(f"post:{post}", {})[person] = None
        if degree == Degree.COORDINATING:
            found.setdefault(unit, {})[person] = None
        elif degree == Degree.FIRST:
            heads.setdefault(unit, {})[person] = None
    return {key: tuple(names) for key, names in {**heads, **found}.items()}
