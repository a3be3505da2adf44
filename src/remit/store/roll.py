"""The roll-up of this installation: a packed state in memory, brought up to date by the journal whenever it is asked.

It is derived and never the truth: it is made from the database when a process first needs it, takes in records and
excuses as they come, and is made anew when the organisation, an adoption or the calendar has changed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from threading import Lock
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Q, QuerySet
from numpy.typing import NDArray

from remit.core.adoption import Adoption
from remit.core.post import Directory, index_organisation, join_organisations
from remit.core.workday import WorkCalendar
from remit.rollup.layout import lay_out, sort_units
from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.settling import started_windows
from remit.rollup.state import Counts, Deeds, State, sum_subtrees
from remit.store import journalling, load, models
from remit.store.access import Stretch

__all__ = ["Roll", "forget", "roll_on"]

_KEPT = 3
_BATCH = 500
_FETCHED = 10_000
_ONE_BY_ONE = 2000  # records: above that many at once, all are counted anew
_DEEDS = frozenset({"recorded", "excused"})
# The lines of the journal after which units may owe something else. Who holds a post decides nothing here.
_STRUCTURE = (
    "organisation-imported",
    "unit-",
    "post-set",
    "adopted",
    "placements-confirmed",
    "breakdown-written",
    "calendar-set",
)


@dataclass(slots=True)
class Roll:
    """The state of a year with what places units in it: `los` are their numbers in preorder, `ends` where subtrees end.

    `seq` and `leaf` are the line of the journal up to which it is true, `latest` the day of the last record in it.
    """

    year: int
    until: date | None
    state: State
    los: NDArray[np.int64]
    ends: NDArray[np.int64]
    adoptions: tuple[Adoption, ...]
    calendar: WorkCalendar
    seq: int = 0
    leaf: str = ""
    record: int = 0
    excuse: int = 0
    latest: date = date.min
    _sums: tuple[date, Counts] | None = field(default=None, repr=False)

    def position(self, lo: int) -> int:
        """Return the place in preorder of the unit with a number."""
        return int(np.searchsorted(self.los, lo))

    def own(self, day: date, lo: int) -> list[int]:
        """Return a unit's own counts by status on a day."""
        at = self.position(lo)
        return [int(n) for n in self.state.count(day, low=at, high=at + 1)[:, 0]]

    def forget_sums(self) -> None:
        """Let go of the sums of a day, as a record has come."""
        self._sums = None

    def counts(self, day: date, los: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield own counts and those of the whole subtree, by status, of units by their numbers, in preorder.

        The sums of a day are kept for the next question.
        """
        if not los:
            return
        if self._sums is None or self._sums[0] != day:
            self._sums = (day, sum_subtrees(self.state.count(day), self.ends))
        at = np.searchsorted(self.los, np.array(los, np.int64))
        low = int(at[0])
        own = self.state.count(day, low=low, high=int(at[-1]) + 1)[:, at - low]
        yield from zip(own.T.tolist(), self._sums[1][:, at].T.tolist(), strict=True)


_rolls: dict[tuple[str, int, date | None], Roll] = {}
_lock = Lock()


def roll_on(day: date) -> Roll:
    """Return the roll-up for a day, up to date with the journal.

    One query where nothing was written since; for a day before the last record, one made for that day.
    """
    database = str(connection.settings_dict["NAME"])
    with _lock:
        last = journalling.last_leaf()
        roll = _current(database, day.year, None, last)
        if day < roll.latest:
            roll = _current(database, day.year, day, last)
        return roll


def forget() -> None:
    """Let go of every roll-up in memory."""
    with _lock:
        _rolls.clear()


def _current(database: str, year: int, until: date | None, last: tuple[int, str]) -> Roll:
    key = (database, year, until)
    roll = _rolls.pop(key, None)
    if roll is None or not _caught_up(roll, *last):
        roll = _make(year, until)
        roll.seq, roll.leaf = last
    _rolls[key] = roll
    while len(_rolls) > _KEPT:
        _rolls.pop(next(iter(_rolls)))
    return roll


def _caught_up(roll: Roll, seq: int, leaf: str) -> bool:
    """Take in what the journal has had since; False where all has to be made anew, as where it is another journal."""
    if (seq, leaf) == (roll.seq, roll.leaf):
        return True
    if seq <= roll.seq or not models.JournalEvent.objects.filter(seq=roll.seq, leaf=roll.leaf).exists():
        return False
    events = models.JournalEvent.objects.filter(seq__gt=roll.seq, seq__lte=seq)
    kinds = set(events.values_list("kind", flat=True).distinct())
    if any(kind.startswith(_STRUCTURE) for kind in kinds):
        return False
    if not kinds.isdisjoint(_DEEDS) and not _take_in(roll):
        return False
    roll.seq, roll.leaf = seq, leaf
    return True


def _make(year: int, until: date | None) -> Roll:
    los, ends, kinds = _units()
    adoptions = load.adoptions(_EVERYWHERE)
    spans = [_span(one, los, ends) for one in adoptions]
    classes = sort_units([kinds, _posts(los), _own(los, adoptions)], spans)
    calendar = load.calendar()
    samples = _samples(los, classes.samples)
    layout = lay_out(samples, adoptions, calendar, year=year)
    roll = Roll(
        year=year,
        until=until,
        state=State.empty(layout, classes),
        los=los,
        ends=ends,
        adoptions=adoptions,
        calendar=calendar,
    )
    _take_all(roll)
    return roll


_EVERYWHERE: Stretch = (0, 2**62)


def _units() -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers of units in preorder, where their subtrees end, and a number for the kind of each."""
    numbers: dict[str, int] = {}
    los, his, kinds = array("q"), array("q"), array("q")
    for lo, hi, kind in _rows("SELECT lo, hi, kind FROM store_unit ORDER BY lo"):
        los.append(lo)
        his.append(hi)
        kinds.append(numbers.setdefault(kind, len(numbers)))
    found = np.array(los, np.int64)
    return found, np.searchsorted(found, np.array(his, np.int64)), np.array(kinds, np.int64)


def _posts(los: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return, for each unit, a number for its posts: the same where the same posts would answer."""
    numbers: dict[tuple[Any, ...], int] = {(): 0}
    found = np.zeros(len(los), np.int64)
    rows = _rows(_POSTS)
    for lo, some in groupby(rows, key=itemgetter(0)):
        trait = tuple((degree, str(what), since, until, code) for _, degree, what, since, until, code in some)
        found[np.searchsorted(los, lo)] = numbers.setdefault(trait, len(numbers))
    return found


_POSTS = """
    SELECT unit.lo, post.degree, post.portfolio, post.since, post.until,
           CASE WHEN CAST(post.covers AS TEXT) = '[]' THEN '' ELSE post.code END
    FROM store_post post JOIN store_unit unit ON unit.id = post.unit_id ORDER BY unit.lo, post.id
"""


def _own(los: NDArray[np.int64], adoptions: Sequence[Adoption]) -> NDArray[np.int64]:
    """Return a number for what is a unit's own: how it has divided its duties, and its history where that matters."""
    divided: dict[str, list[Any]] = {}
    for adoption in adoptions:
        for item in adoption.items:
            named = bool(item.leader or item.lead or item.supporting)
            divided.setdefault(item.unit, []).append((item.duty, item.since, item.until, named))
        for one in adoption.placements:
            what = (adoption.regime.id, one.role, one.since, one.until, bool(one.posts))
            divided.setdefault(one.unit, []).append(what)
    numbers: dict[tuple[Any, ...], int] = {(): 0}
    found = np.zeros(len(los), np.int64)
    units = models.Unit.objects.filter(code__in=divided) if divided else models.Unit.objects.none()
    for code, lo in units.values_list("code", "lo"):
        found[np.searchsorted(los, lo)] = numbers.setdefault(tuple(divided[code]), len(numbers))
    for lo in _with_history():
        found[np.searchsorted(los, lo)] = numbers.setdefault((lo,), len(numbers))
    return found


def _with_history() -> Iterator[int]:
    """Yield the numbers of the units of which the day decides whether, where or of what kind they were."""
    dated = models.Unit.objects.exclude(since=None, until=None)
    yield from dated.values_list("lo", flat=True)
    changed = models.UnitChange.objects.filter(kind__in=["moved", "reclassified"])
    for kind, lo, hi in changed.values_list("kind", "unit__lo", "unit__hi"):
        below = models.Unit.objects.filter(lo__gte=lo, lo__lt=hi if kind == "moved" else lo + 1)
        yield from below.values_list("lo", flat=True)


def _rows(statement: str) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(_FETCHED):
            yield from rows


def _span(adoption: Adoption, los: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[int, int]:
    at = int(np.searchsorted(los, load.stretch(adoption.unit)[0]))
    return at, int(ends[at])


def _samples(los: NDArray[np.int64], positions: Iterable[int]) -> Iterator[tuple[str, Directory]]:
    for position in positions:
        lo = int(los[position])
        organisation = load.organisation((lo, lo + 1))
        code = next(iter(load.units((lo, lo + 1)))).code
        yield code, index_organisation(organisation)


def _take_all(roll: Roll) -> None:
    """Count every record and excuse that can matter to the year."""
    looked = date(max(roll.year - 1, 1), 1, 1)
    rows = _met(Q(record__day__gte=looked) & _before(roll))
    duties: dict[str, int] = {}
    at, duty, day = array("q"), array("i"), array("i")
    hard: set[tuple[int, str]] = set()
    for key, name, window, when, lo in rows.values_list(*_MET).order_by("record__unit__lo").iterator():
        position = roll.position(lo)
        if window:
            hard.add((position, name))
        else:
            at.append(position)
            duty.append(duties.setdefault(name, len(duties)))
            day.append((when - looked).days)
        roll.record, roll.latest = max(roll.record, key), max(roll.latest, when)
    columns = RecordColumns(
        duties=tuple(duties),
        first=looked,
        starts=np.searchsorted(np.array(at, np.int64), np.arange(len(roll.los) + 1)),
        duty=np.array(duty, np.int32),
        day=np.array(day, np.int32),
    )
    hard |= {(p, columns.duties[number]) for p, number in rebuild(roll.state, columns)}
    _recount(roll, hard)
    _take_excuses(roll)
    _start_all(roll)


def _take_in(roll: Roll) -> bool:
    """Count the records and excuses that are new; False where they are too many to be counted one by one."""
    new = list(_met(Q(record__pk__gt=roll.record) & _before(roll)).values_list(*_MET)[: _ONE_BY_ONE + 1])
    if len(new) > _ONE_BY_ONE:
        return False
    hard: set[tuple[int, str]] = set()
    started = models.Meeting.objects.filter(record__pk__gt=roll.record, kind="starts").exists()
    for key, name, window, when, lo in new:
        position = roll.position(lo)
        if window or not roll.state.add(position, name, when.toordinal()):
            hard.add((position, name))
        started = started or (position, name) in roll.state.started
        roll.record, roll.latest = max(roll.record, key), max(roll.latest, when)
    _recount(roll, hard)
    _take_excuses(roll)
    if started:
        _start_all(roll)
    roll.forget_sums()
    return True


_MET = ("record_id", "duty", "window", "record__day", "record__unit__lo")


def _met(chosen: Q) -> QuerySet[models.Meeting]:
    return models.Meeting.objects.filter(chosen, kind="meets")


def _before(roll: Roll) -> Q:
    return Q() if roll.until is None else Q(record__day__lte=roll.until)


def _recount(roll: Roll, pairs: Iterable[tuple[int, str]]) -> None:
    wanted = sorted(pairs)
    looked = date(max(roll.year - 1, 1), 1, 1)
    for first in range(0, len(wanted), _BATCH):
        some = set(wanted[first : first + _BATCH])
        chosen = Q(record__unit__lo__in={int(roll.los[position]) for position, _ in some})
        rows = _met(chosen & Q(record__day__gte=looked) & _before(roll)).values_list(
            "record__unit__lo", "duty", "record__day", "record__ref", "window"
        )
        deeds: dict[tuple[int, str], list[tuple[int, str, str]]] = {pair: [] for pair in some}
        for lo, duty, day, ref, window in rows:
            pair = (roll.position(lo), duty)
            if pair in deeds:
                deeds[pair].append((day.toordinal(), ref, window))
        for (position, duty), done in deeds.items():
            roll.state.recount(position, duty, Deeds(tuple(done)))


def _take_excuses(roll: Roll) -> None:
    rows = models.Excuse.objects.filter(pk__gt=roll.excuse).order_by("pk")
    for key, duty, lo, since, until, decided in rows.values_list(
        "pk", "duty", "unit__lo", "since", "until", "decided"
    ):
        roll.excuse = key
        roll.state.excuse(
            roll.position(lo),
            duty,
            since=since.toordinal(),
            until=until.toordinal(),
            decided=decided.toordinal(),
        )


def _start_all(roll: Roll) -> None:
    """Lay out anew what records have started, from the records of the units concerned."""
    starting = models.Meeting.objects.filter(_before(roll), kind="starts")
    los = sorted(set(starting.values_list("record__unit__lo", flat=True)))
    if not los:
        return
    organisation = join_organisations(*(load.organisation((lo, lo + 1)) for lo in los))
    directory = index_organisation(organisation)
    records = load.records_of(directory.tree.codes, last=roll.until)
    day = roll.until or date(roll.year, 12, 31)
    places = dict(models.Unit.objects.filter(code__in=directory.tree.codes).values_list("code", "lo"))
    roll.state.started.clear()
    found = started_windows(directory, roll.adoptions, roll.calendar, records, day=day)
    for (unit, duty), windows in found.items():
        roll.state.start(roll.position(places[unit]), duty, windows)
