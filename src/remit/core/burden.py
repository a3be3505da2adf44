"""What regimes ask of a unit in a year: how many records of each kind, what is asked twice, what one would serve."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from remit.core.adoption import Adoption, end_superseded
from remit.core.duty import Duty
from remit.core.post import Directory
from remit.core.record_kind import FREE, KINDS, find_kind
from remit.core.regime import RegimeClause, duties_in_force, duty_reference
from remit.core.schedule import Occurrence, occurrences
from remit.core.workday import WorkCalendar

__all__ = ["Ask", "Burden", "Shared", "burden", "kind_of_duty"]

ALIKE = 0.45  # the share of pairs of letters that two duties have in common when they ask for the same
BESIDE = 3  # fields that every record has: what, when, and for which duties


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one duty asks of a unit in a year: a kind of record so many `times`, each a form of so many `fields`.

    `asked_by` is the unit that put the regime in force; `windows` the first and last days between which each is due.
    """

    duty: str
    quote: str
    clause: tuple[str, ...]
    kind: str
    times: int
    fields: int
    asked_by: str
    addressee: tuple[str, ...] = ()
    windows: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Duties that one record of a kind serves, as their windows fall together: `saved` records a year.

    `twice`: they ask for the same in words that are alike, reports for the same addressee.
    """

    kind: str
    asks: tuple[Ask, ...]
    saved: int
    twice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """What is asked of a unit in a year, in the order of the regimes, and what could be saved."""

    unit: str
    year: int
    asks: tuple[Ask, ...]
    shared: tuple[Shared, ...]

    def records(self, kind: str = "") -> int:
        """Return how many records a year are asked for, of one kind or of all."""
        return sum(one.times for one in self.asks if kind in {"", one.kind})

    def fields(self) -> int:
        """Return how many fields a year are to be filled in."""
        return sum(one.times * one.fields for one in self.asks)

    def by_kind(self) -> tuple[tuple[str, int, int], ...]:
        """Return each kind with the records a year and the duties that ask for it, the most asked for first."""
        times: Counter[str] = Counter()
        duties: Counter[str] = Counter()
        for one in self.asks:
            times[one.kind] += one.times
            duties[one.kind] += 1
        return tuple((kind, count, duties[kind]) for kind, count in times.most_common())

    def saved(self, *, twice: bool = False) -> int:
        """Return how many records a year one would save, or those that are asked for twice alone."""
        return sum(one.saved for one in self.shared if one.twice or not twice)


def kind_of_duty(duty: Duty) -> str:
    """Return the kind of record that a duty asks for: the first whose words its actions, or else its text, have.

    What has an addressee and a word of reporting is a report; `other` where nothing fits.
    """
    asked, quote = _plain(" ".join((*duty.actions, *duty.evidence))), _plain(duty.quote)
    if duty.addressee and any(word in f"{asked} {quote}" for word in KINDS["report"].words):
        return "report"
    for text in (asked, quote):
        found = [
            (text.find(_plain(word)), kind.key)
            for kind in KINDS.values()
            for word in kind.words
            if not kind.includes and len(word) > 1 and _plain(word) in text
        ]
        if found:
            return min(found)[1]
    return FREE.key


def burden(
    unit: str, adoptions: Sequence[Adoption], directory: Directory, calendar: WorkCalendar, *, year: int
) -> Burden:
    """Return what the adoptions that reach a unit ask of it in what falls due in a calendar year.

    Of a duty that a record or an event starts nothing is counted, as nobody knows how often it comes.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    asks: dict[str, Ask] = {}
    for adoption in end_superseded(adoptions):
        owed, _ = occurrences(adoption, directory, calendar, first=first, last=last)
        mine: dict[str, list[Occurrence]] = {}
        for one in owed:
            if one.unit == unit and first <= one.due <= last:
                mine.setdefault(one.duty, []).append(one)
        for clause, duty in duties_in_force(adoption.regime):
            reference = duty_reference(adoption.regime, duty)
            if reference in mine:
                asks[reference] = _joined(asks.get(reference), _ask(adoption, clause, duty, mine[reference]))
    found = tuple(asks.values())
    return Burden(unit=unit, year=year, asks=found, shared=tuple(_shared(found)))


def _ask(adoption: Adoption, clause: RegimeClause, duty: Duty, owed: Sequence[Occurrence]) -> Ask:
    kind = kind_of_duty(duty)
    return Ask(
        duty=duty_reference(adoption.regime, duty),
        quote=duty.quote,
        clause=clause.ref,
        kind=kind,
        times=sum(one.needed for one in owed),
        fields=len(find_kind(kind).fields) + BESIDE,
        asked_by=adoption.unit,
        addressee=duty.addressee,
        windows=tuple((one.opens, one.due) for one in owed for _ in range(one.needed)),
    )


def _joined(earlier: Ask | None, later: Ask) -> Ask:
    """The same duty under two editions of a year: what the later asks, and what the earlier one did before it."""
    if earlier is None:
        return later
    windows = earlier.windows + tuple(one for one in later.windows if one not in earlier.windows)
    return Ask(
        duty=later.duty,
        quote=later.quote,
        clause=later.clause,
        kind=later.kind,
        times=len(windows),
        fields=later.fields,
        asked_by=later.asked_by,
        addressee=later.addressee,
        windows=windows,
    )


def _shared(asks: Sequence[Ask]) -> Iterable[Shared]:
    """Yield the groups of duties of one kind of which each record of the rarest falls into a window of all others."""
    left = sorted(asks, key=lambda one: -one.times)
    while left:
        head, left = left[0], left[1:]
        if head.kind == FREE.key:
            continue
        served = [one for one in left if one.kind == head.kind and _serves(head, one)]
        if not served:
            continue
        left = [one for one in left if one not in served]
        twins = [one for one in served if _alike(head, one)]
        others = [one for one in served if one not in twins]
        for some, twice in ((twins, True), (others, False)):
            if some:
                saved = sum(one.times for one in some)
                yield Shared(kind=head.kind, asks=(head, *some), saved=saved, twice=twice)


def _serves(head: Ask, other: Ask) -> bool:
    """Whether every record that another duty wants may be one that this duty wants anyway, each its own."""
    free = sorted(head.windows, key=lambda window: window[1])
    for opens, due in sorted(other.windows, key=lambda window: window[1]):
        fit = next((one for one in free if one[0] <= due and opens <= one[1]), None)
        if fit is None:
            return False
        free.remove(fit)
    return True


def _alike(one: Ask, other: Ask) -> bool:
    if one.kind == "report" and set(one.addressee).isdisjoint(other.addressee):
        return False
    mine, theirs = _pairs(one.quote), _pairs(other.quote)
    return 2 * len(mine & theirs) >= ALIKE * (len(mine) + len(theirs))


def _pairs(text: str) -> frozenset[str]:
    letters = "".join(letter for letter in _plain(text) if letter.isalnum())
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
