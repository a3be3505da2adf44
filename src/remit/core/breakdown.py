"""The task breakdown (责任分解): which posts a role stands for at a unit, who leads and supports each duty there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from remit.core.duty import Degree
from remit.core.post import Directory, lasts_on
from remit.core.problem import Place, Problem, error

__all__ = [
    "BreakdownItem",
    "Placement",
    "breakdown_problems",
    "is_own",
    "latest_on",
    "named_post",
    "own_reference",
]

OWN = "+/"  # no regime has such an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What a role of the regulation is at a unit: the codes of the posts that it stands for, confirmed by a person.

    It holds from `since` to `until`, both days included.
    """

    unit: str
    role: str
    posts: tuple[str, ...]
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownItem:
    """A duty as one unit has divided it: a row of its task breakdown, from `since` to `until`, both days included.

    `duty` is the public reference `REGIME/DUTY`. `leader` is the code of the responsible leader's post; `lead` and
    `supporting` are codes of posts, or of units for whose head they stand. `due` is the time limit as the unit says it,
    `measures` what it will do, `evidence` what has to be shown.

    An item of the unit's own (`is_own`) says in `title` what is to be done; `cascades` puts it into the breakdowns
    of all units below as well, whose rows of the same reference have no title.
    """

    duty: str
    unit: str
    since: date
    until: date | None = None
    leader: str = ""
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    due: str = ""
    measures: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""
    title: str = ""
    cascades: bool = False


def is_own(duty: str) -> bool:
    """Return whether a reference is that of an item of a unit's own, which no regime names: `+/ITEM`."""
    return duty.startswith(OWN)


def own_reference(unit: str, title: str) -> str:
    """Return the reference of an item of a unit's own in those words: the same words have the same."""
    return OWN + hashlib.sha256(f"{unit}\n{title.strip()}".encode()).hexdigest()[:12]


_Divided = TypeVar("_Divided", Placement, BreakdownItem)


def latest_on(rows: Iterable[_Divided], day: date | None) -> _Divided | None:
    """Return the row that holds on a day (None: the latest of all), None where none does."""
    return max((one for one in rows if _holds(one, day)), key=lambda one: one.since, default=None)


def named_post(directory: Directory, code: str, *, day: date | None = None) -> str:
    """Return the post a code names: itself, or the first answerable post of the unit; empty where there is none.

    Where the unit has several, the one that exists on the `day`.
    """
    if code in directory.posts:
        return code
    heads = [post for post in directory.posts_of.get(code, ()) if post.degree is Degree.FIRST]
    lasting = (post for post in heads if day is None or lasts_on(post, day))
    return next((post.code for post in (*lasting, *heads)), "")


def breakdown_problems(
    item: BreakdownItem, directory: Directory, duties: frozenset[str]
) -> tuple[Problem, ...]:
    """Return what keeps an item from holding: a duty that does not reach the unit, posts that are unknown or gone.

    `duties` are the references of those that reach the unit, items of other units' own among them. `Place.ref` is the
    item's duty.
    """
    return tuple(_problems(item, directory, duties))


def _problems(item: BreakdownItem, directory: Directory, duties: frozenset[str]) -> Iterator[Problem]:
    at = Place(ref=item.duty)
    if item.duty not in duties and not (item.title and is_own(item.duty)):
        yield error(
            "breakdown-duty",
            "No regime in force at {unit} has the duty '{duty}'.",
            "Correct the reference: it is written REGIME/DUTY.",
            at=at,
            unit=item.unit,
            duty=item.duty,
        )
    elif item.title and (item.duty in duties or not is_own(item.duty)):
        yield error(
            "breakdown-own",
            "'{duty}' is laid down elsewhere: {unit} cannot say in its own words what it is.",
            "Write measures instead, or add an item of the unit's own.",
            at=at,
            duty=item.duty,
            unit=item.unit,
        )
    if item.until is not None and item.until < item.since:
        yield error(
            "breakdown-days",
            "The breakdown of {duty} runs from {since} until {until}, which is before that.",
            "Exchange the two days.",
            at=at,
            duty=item.duty,
            since=item.since,
            until=item.until,
        )
    for code in (*filter(None, [item.leader]), *item.lead, *item.supporting):
        post = named_post(directory, code, day=item.since)
        if not post:
            yield error(
                "breakdown-post",
                "The breakdown of {duty} names '{code}', which is no post and no unit with a head.",
                "Add the post, or correct its code.",
                at=at,
                duty=item.duty,
                code=code,
            )
        elif not lasts_on(directory.posts[post], item.since):
            yield error(
                "breakdown-post-gone",
                "The breakdown of {duty} names the post '{code}', which there is not on {since}.",
                "Name a post that exists on that day.",
                at=at,
                duty=item.duty,
                code=code,
                since=item.since,
            )


def _holds(one: Placement | BreakdownItem, day: date | None) -> bool:
    return day is None or (one.since <= day and (one.until is None or day <= one.until))
