"""What a request to record stands on: what is known of each unit that it names, asked once, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from remit.core.post import index_organisation
from remit.core.problem import Level, Problem, error
from remit.core.record import Detail, Record, detail_texts, record_problems, split_reference
from remit.core.record_detail import details_problems
from remit.core.record_kind import Shape, find_kind
from remit.core.register_item import about_problems, split_about
from remit.core.schedule import occurrences
from remit.store import load, load_register, screening
from remit.store.access import Action, Stretch, Viewer, require
from remit.store.evidence import evidence_folder
from remit.store.refusal import refuse

__all__ = ["Ground", "screen_details", "value_problems"]

_REACH = timedelta(days=4 * 366)
_MOST_DETAILS = 5000


class Ground:
    """What is known of each unit that a request names, asked once."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._stretches: dict[str, Stretch] = {}
        self._duties: dict[str, frozenset[str]] = {}
        self._windows: dict[tuple[str, int], dict[str, list[str]]] = {}

    def admit(self, unit: str, *texts: str) -> None:
        """Refuse who may not record for the unit, then what may not be written."""
        require(self.viewer, Action.RECORD, self.stretch(unit))
        refuse(screening.text_problems(texts))

    def stretch(self, unit: str) -> Stretch:
        """Return the stretch of a unit; NotThere where it is unknown."""
        if unit not in self._stretches:
            self._stretches[unit] = load.stretch(unit)
        return self._stretches[unit]

    def duties(self, unit: str) -> frozenset[str]:
        """Return the duties of every edition that ever reached the unit."""
        if unit not in self._duties:
            self._duties[unit] = load.duty_references(_point(self.stretch(unit)))
        return self._duties[unit]

    def windows(self, unit: str, year: int) -> dict[str, list[str]]:
        """Return the windows of the unit's duties within some years of one, by duty, the latest first."""
        if (unit, year) not in self._windows:
            point, middle = _point(self.stretch(unit)), date(year, 7, 1)
            directory = index_organisation(load.organisation(point))
            calendar, records = load.calendar(), load.records(point, bare=True)
            found: dict[str, list[str]] = {}
            for adoption in load.adoptions(point):
                first, last = middle - _REACH, middle + _REACH
                owed, _ = occurrences(adoption, directory, calendar, first=first, last=last, records=records)
                for occurrence in reversed(owed):
                    if occurrence.unit == unit:
                        found.setdefault(occurrence.duty, []).append(occurrence.window)
            self._windows[unit, year] = found
        return self._windows[unit, year]


def value_problems(value: Record, ground: Ground, now: datetime) -> tuple[Problem, ...]:
    """Return what is wrong with a record that is to be kept, with its details and evidence, at a moment."""
    named = any(split_reference(reference)[1] for reference in (*value.meets, *value.starts))
    problems = record_problems(
        value,
        today=now.date(),
        known_duties=ground.duties(value.unit),
        known_units={value.unit},
        windows=ground.windows(value.unit, value.day.year) if named else None,
    )
    # What a record does not say yet is told where it is shown, not each time one is taken in.
    problems += tuple(one for one in details_problems(value) if one.level is Level.ERROR)
    if value.about:
        named_items = load_register.items_named(split_about(one)[0] for one in value.about)
        ours = [one for one in named_items if one.unit == value.unit]
        problems += about_problems(value.about, ours, day=value.day)
    return (*problems, *_moment_problems(value, now), *_file_problems(value))


def screen_details(kind: str, title: str, details: Iterable[Detail]) -> None:
    """Refuse details that may not be written: what a field says is screened together with the title.

    People are screened each with the title: it may make of a name an entry about what that person believes or says, and
    what is beside one name says nothing of the next.
    """
    some = tuple(details)
    people = {field.key for field in find_kind(kind).fields if field.shape is Shape.PEOPLE}
    by_key: dict[str, list[tuple[str, ...]]] = {}
    for one in some:
        by_key.setdefault(one.key, []).append(detail_texts([one]))
    problems: list[Problem] = []
    for key, said in by_key.items():
        together = [tuple(text for texts in said for text in texts)]
        each = dict.fromkeys(part for texts in said for part in (texts, *((text,) for text in texts)))
        for group in each if key in people else together:
            problems += screening.text_problems([title, *group])
    if len(some) > _MOST_DETAILS:
        problems.append(
            error(
                "details-many",
                "The record says {count} things; at most {most} are kept.",
                "Give the number of people, and hand in the list as a file.",
                count=len(some),
                most=_MOST_DETAILS,
            )
        )
    refuse(problems)


def _moment_problems(value: Record, now: datetime) -> Iterator[Problem]:
    if value.at is not None and value.at.tzinfo is not None and value.at > now and value.day <= now.date():
        yield error(
            "record-moment-future",
            "The record is of {moment}, which is still to come.",
            "Record it when it has been done.",
            moment=value.at.isoformat(sep=" ", timespec="minutes"),
        )


def _file_problems(value: Record) -> Iterator[Problem]:
    folder = evidence_folder()
    if not all(e.link or folder.has(e.sha256) for e in value.evidence):
        yield error("evidence-gone", "A file was removed before it was recorded.", "Send it again.")


def _point(within: Stretch) -> Stretch:
    return within[0], within[0] + 1
