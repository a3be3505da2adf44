"""What is mine: the posts I hold on a day, and in which degree I answer for what my units owe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from remit.core.assignment import Answer, answer, assign
from remit.core.post import Directory, Post, Unit, index_organisation
from remit.store import inquiry, load
from remit.web.pages.asking import Asking
from remit.web.pages.owed import Owed, owed_by

__all__ = ["Held", "Mine", "find_mine"]


@dataclass(frozen=True, slots=True)
class Held:
    """A post that I hold, and its unit's name."""

    post: Post
    unit_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """My posts, my units, and what I answer for. Who keeps a unit's records without a post there sees all it owes."""

    posts: tuple[Held, ...]
    units: tuple[Unit, ...]
    owed: tuple[Owed, ...]


def find_mine(asking: Asking, *, first: date | None = None, last: date | None = None) -> Mine:
    """Return what is mine today, of this year or between two days; so many queries for each unit I hold a post in."""
    posts: list[Held] = []
    units: list[Unit] = []
    owed: list[Owed] = []
    for span in asking.viewer.spans:
        point = (span[0], span[0] + 1)
        directory, unit = index_organisation(load.organisation(point)), load.units(point)[0]
        held = [
            Held(post, unit.name)
            for post in directory.posts_of.get(unit.code, ())
            if _holds(directory, post, asking)
        ]
        stand = inquiry.standings(asking.viewer, unit.code, asking.today, first=first, last=last)
        items = list(owed_by(stand, {unit.code: unit.name}))
        if held:
            mine = dict(_answers(stand, directory, asking))
            items = [replace(i, mine=mine[_key(i)]) for i in items if _key(i) in mine]
        posts += held
        units.append(unit)
        owed += items
    return Mine(posts=tuple(posts), units=tuple(units), owed=tuple(owed))


def _answers(
    stand: inquiry.Stand, directory: Directory, asking: Asking
) -> Iterator[tuple[tuple[str, str], tuple[Answer, ...]]]:
    """The duties for which I answer today, and how: one answer for each degree."""
    found: dict[tuple[str, str], dict[str, Answer]] = {}
    for adoption in stand.adoptions:
        for assignment in assign(adoption, directory, day=asking.today):
            for said in answer(assignment, directory, day=asking.today):
                if asking.viewer.person in {said.person, dict(said.values).get("through_person")}:
                    found.setdefault((assignment.duty, assignment.unit), {}).setdefault(said.degree, said)
    yield from ((key, tuple(answers.values())) for key, answers in found.items())


def _holds(directory: Directory, post: Post, asking: Asking) -> bool:
    return any(h.person == asking.viewer.person for h in directory.holders_on(post.code, asking.today))


def _key(item: Owed) -> tuple[str, str]:
    return (item.standing.occurrence.duty, item.standing.occurrence.unit)
