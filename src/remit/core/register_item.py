"""The register (台账) of what a unit answers for beside its duties: places, channels, systems and assets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from remit.core.assignment import Answer, Assignment, answer
from remit.core.duty import Degree
from remit.core.period import parse_period
from remit.core.post import Directory, lasts_on
from remit.core.problem import Place, Problem, error

__all__ = [
    "Check",
    "ItemKind",
    "Keeper",
    "RegisterItem",
    "about_problems",
    "give",
    "item_answers",
    "item_problems",
    "keeper_on",
    "split_about",
    "stands_on",
    "unkept",
]

_PERSONAL = re.compile(
    r"个人(?:的)?(?:账号|账户|帐号|帐户|微信|微博|抖音|公众号|主页|博客|社交)|私人|私号|朋友圈"
    r"|\b(?:personal|private)\s+(?:accounts?|profiles?|pages?|blogs?|channels?|social)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[#:：;；()（）\n]")
_LONGEST_NAME = 100


class ItemKind(StrEnum):
    """What a register item is. A channel is one of the unit's own: its site, its bulletin, its notice board."""

    PLACE = "place"
    CHANNEL = "channel"
    SYSTEM = "system"
    ASSET = "asset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check of a register item: `period` (ISO 8601) is how often, `duty` the reference of the duty that asks for it.

    Without a period the rhythm is the duty's own.
    """

    name: str
    period: str = ""
    duty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """The code of the post that answers for an item from a day on, until the next one does."""

    post: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterItem:
    """A place, channel, system or asset of a unit, from `since` to `until`, both days included.

    `where` is its address or location in words. `keepers` are in the order of their days.
    """

    code: str
    unit: str
    kind: ItemKind
    name: str
    since: date
    until: date | None = None
    where: str = ""
    keepers: tuple[Keeper, ...] = ()
    checks: tuple[Check, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""


def stands_on(item: RegisterItem, day: date) -> bool:
    """Return whether an item is in the register on a day."""
    return item.since <= day and (item.until is None or day <= item.until)


def keeper_on(item: RegisterItem, day: date) -> str:
    """Return the code of the post that an item is given to on a day, empty where there is none."""
    begun = [one for one in item.keepers if one.since <= day]
    return max(begun, key=lambda one: one.since).post if begun else ""


def give(item: RegisterItem, post: str, *, since: date) -> RegisterItem:
    """Return an item that is given to a post from a day on; what was to follow that day falls away."""
    before = tuple(one for one in item.keepers if one.since < since)
    if keeper_on(replace(item, keepers=before), since) == post:
        return replace(item, keepers=before)
    return replace(item, keepers=(*before, Keeper(post=post, since=since)))


def item_answers(item: RegisterItem, directory: Directory, *, day: date) -> tuple[Answer, ...]:
    """Return who answers for an item on a day; never empty.

    It is whoever holds the post it is given to; a vacant post answers through the first one of its unit or above, and
    a unit that is gone through the one that took over, as for duties (`core.assignment.answer`).
    """
    post = keeper_on(item, day)
    posts = ((Degree.EXECUTING, post),) if post in directory.posts else ()
    assignment = Assignment(
        duty=item.code, unit=item.unit, role=item.name, posts=posts, asked=Degree.EXECUTING
    )
    return answer(assignment, directory, day=day)


def unkept(items: Iterable[RegisterItem], directory: Directory, *, day: date) -> tuple[RegisterItem, ...]:
    """Return the items of a day that nobody holds: without a post, or with one that is vacant or over."""
    return tuple(
        item
        for item in items
        if stands_on(item, day) and not any(one.person for one in item_answers(item, directory, day=day))
    )


def split_about(reference: str) -> tuple[str, str]:
    """Return `ITEM#CHECK`, as a record names what it is about, as item and check; without one the check is empty."""
    item, _, check = reference.partition("#")
    return item, check


def about_problems(
    about: Iterable[str], items: Collection[RegisterItem], *, day: date
) -> tuple[Problem, ...]:
    """Return what is wrong with the items that a record of a day names: `items` are those of its unit."""
    known = {item.code: item for item in items}
    found = []
    for reference in about:
        code, check = split_about(reference)
        item = known.get(code)
        if item is None:
            found.append(
                error(
                    "register-unknown",
                    "There is no '{code}' in the register of the unit.",
                    "Enter it first, or correct its code.",
                    at=Place(ref="about"),
                    code=code,
                )
            )
        elif not stands_on(item, day):
            found.append(
                error(
                    "register-not-there",
                    "'{name}' is not in the register on {day}.",
                    "Correct the day, or the days of the item.",
                    at=Place(ref="about"),
                    name=item.name,
                    day=day,
                )
            )
        elif check and check not in {one.name for one in item.checks}:
            found.append(
                error(
                    "register-no-check",
                    "'{name}' has no check '{check}'.",
                    "Name one of its checks: {checks}.",
                    at=Place(ref="about"),
                    name=item.name,
                    check=check,
                    checks=", ".join(one.name for one in item.checks) or "-",
                )
            )
    return tuple(found)


def item_problems(
    item: RegisterItem, directory: Directory, *, duties: Collection[str], persons: Collection[str]
) -> tuple[Problem, ...]:
    """Return what keeps an item out of the register; `Place.ref` is `CODE field`.

    `duties` are the references of those that reach the unit, `persons` the names of holders there: a channel is the
    unit's own, and never somebody's.
    """
    return (
        *_word_problems(item),
        *_own_problems(item, persons),
        *_day_problems(item),
        *_keeper_problems(item, directory),
        *(found for check in item.checks for found in _check_problems(item, check, duties)),
    )


def _at(item: RegisterItem, field: str) -> Place:
    return Place(ref=f"{item.code} {field}")


def _word_problems(item: RegisterItem) -> Iterator[Problem]:
    if not item.name.strip() or len(item.name) > 2 * _LONGEST_NAME:
        yield error(
            "register-name",
            "The item '{code}' has no name, or one of more than 200 characters.",
            "Give it the name that stands on its door, site or list.",
            at=_at(item, "name"),
            code=item.code,
        )
    if not item.code.strip() or "#" in item.code:
        yield error(
            "register-code",
            "'{code}' cannot be the code of an item.",
            "Give it a code without #, or leave the code out.",
            at=_at(item, "code"),
            code=item.code,
        )


def _own_problems(item: RegisterItem, persons: Collection[str]) -> Iterator[Problem]:
    if item.kind not in (ItemKind.CHANNEL, ItemKind.SYSTEM):
        return
    said = f"{item.name}\n{item.where}"
    named = next((one for one in persons if len(one) > 1 and one in said), "")
    if named or _PERSONAL.search(said):
        yield error(
            "register-personal",
            "'{name}' is not the unit's own, but somebody's.",
            "Enter only channels and systems that the unit itself runs; the post that answers stands beside it.",
            at=_at(item, "name"),
            name=item.name,
        )


def _day_problems(item: RegisterItem) -> Iterator[Problem]:
    if item.until is not None and item.until < item.since:
        yield error(
            "register-days",
            "'{name}' is in the register from {since} until {until}, which is before that.",
            "Exchange the two days.",
            at=_at(item, "until"),
            name=item.name,
            since=item.since,
            until=item.until,
        )


def _keeper_problems(item: RegisterItem, directory: Directory) -> Iterator[Problem]:
    for keeper in item.keepers:
        post = directory.posts.get(keeper.post)
        if post is None or post.unit != item.unit or not lasts_on(post, keeper.since):
            yield error(
                "register-keeper",
                "'{post}' is no post of {unit} on {since}, and cannot answer for '{name}'.",
                "Name a post that the unit itself has on that day.",
                at=_at(item, "keeper"),
                post=keeper.post,
                unit=item.unit,
                since=keeper.since,
                name=item.name,
            )


def _check_problems(item: RegisterItem, check: Check, duties: Collection[str]) -> Iterator[Problem]:
    if not check.name.strip() or len(check.name) > _LONGEST_NAME or _MARKS.search(check.name):
        yield error(
            "register-check-name",
            "'{check}' cannot be the name of a check.",
            "Name it in up to 100 characters, without # : ; or brackets.",
            at=_at(item, "checks"),
            check=check.name,
        )
    if sum(1 for one in item.checks if one.name == check.name) > 1:
        yield error(
            "register-check-twice",
            "'{name}' has two checks called '{check}'.",
            "Call them by different names.",
            at=_at(item, "checks"),
            name=item.name,
            check=check.name,
        )
    span = parse_period(check.period) if check.period else None
    if (check.period and (span is None or span.hours)) or not (check.period or check.duty):
        yield error(
            "register-rhythm",
            "It is not said how often '{check}' is done: '{period}'.",
            "Choose a rhythm such as monthly, or name the duty that asks for it.",
            at=_at(item, "checks"),
            check=check.name,
            period=check.period,
        )
    if check.duty and check.duty not in duties:
        yield error(
            "register-duty",
            "No regime in force at {unit} has the duty '{duty}', which '{check}' names.",
            "Correct the reference: it is written REGIME/DUTY.",
            at=_at(item, "checks"),
            unit=item.unit,
            duty=check.duty,
            check=check.name,
        )
