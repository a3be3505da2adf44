"""Register items as the cells of a table or a form, and back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from remit.core.period import named_day
from remit.core.post_naming import PostNames
from remit.core.problem import Place, Problem, error
from remit.core.register_item import ItemKind, RegisterItem, give, keeper_on
from remit.core.register_text import KINDS, checks_text, parse_checks, parse_kind

__all__ = ["CELLS", "ItemChange", "item_cells", "item_changes", "items_mark", "read_item"]

CELLS = (
    "name",
    "kind",
    "where",
    "keeper",
    "keeper_since",
    "checks",
    "tags",
    "since",
    "until",
    "note",
    "code",
)
"""The cells of an item, in the order of the form."""

_WORDS = re.compile(r"[,;，；、\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """A cell that would be written anew; `new` tells that the whole item would be."""

    code: str
    name: str
    cell: str
    old: str
    new: str
    fresh: bool


def item_cells(
    item: RegisterItem, names: PostNames, *, day: date, translate: Callable[[str], str] = str
) -> dict[str, str]:
    """Return an item as the cells of a row, with the post that answers on a day."""
    keeper = keeper_on(item, day)
    begun = [one.since for one in item.keepers if one.since <= day]
    return {
        "name": item.name,
        "kind": translate(KINDS[item.kind]),
        "where": item.where,
        "keeper": names.label(keeper) if keeper else "",
        "keeper_since": max(begun).isoformat() if begun else "",
        "checks": checks_text(item.checks, translate),
        "tags": translate("; ").join(item.tags),
        "since": item.since.isoformat(),
        "until": item.until.isoformat() if item.until else "",
        "note": item.note,
        "code": item.code,
    }


def read_item(
    cells: Mapping[str, str],
    names: PostNames,
    held: Mapping[str, RegisterItem],
    *,
    unit: str,
    today: date,
) -> tuple[RegisterItem, tuple[Problem, ...]]:
    """Return the item that a row gives, and what cannot be read in it; `Place.ref` is `CODE cell`.

    Without a code it is `UNIT/NAME`. Of an item that is `held` under it, an empty keeper and an empty first day stay
    as they are; a post that is named answers from `keeper_since` on, else from today, or from a new item's first day.
    """
    given = {cell: cells.get(cell, "").strip() for cell in CELLS}
    code = given["code"] or f"{unit}/{given['name']}"
    old = held.get(code)
    days = {cell: named_day(given[cell]) for cell in ("since", "until", "keeper_since")}
    problems = [_no_day(code, cell, given[cell]) for cell, day in days.items() if given[cell] and not day]
    kind = parse_kind(given["kind"])
    if kind is None:
        problems.append(_no_kind(code, given["kind"]))
    checks, unread = parse_checks(given["checks"])
    problems += [_no_checks(code, part) for part in unread]
    item = RegisterItem(
        code=code,
        unit=unit,
        kind=kind or ItemKind.PLACE,
        name=given["name"],
        since=days["since"] or (old.since if old else today),
        until=days["until"],
        where=given["where"],
        keepers=old.keepers if old else (),
        checks=checks,
        tags=tuple(dict.fromkeys(word for part in _WORDS.split(given["tags"]) if (word := part.strip()))),
        note=given["note"],
    )
    if given["keeper"]:
        post = names.code(given["keeper"])
        if not post:
            problems.append(_no_post(code, given["keeper"]))
            return item, tuple(problems)
        item = _given(item, post, days["keeper_since"], old, today)
    return item, tuple(problems)


def item_changes(
    items: Iterable[RegisterItem],
    held: Mapping[str, RegisterItem],
    names: PostNames,
    *,
    day: date,
    translate: Callable[[str], str] = str,
) -> tuple[ItemChange, ...]:
    """Return what items would change, cell by cell, in the order of the cells."""
    found = []
    for item in items:
        old = held.get(item.code)
        last = max([day, item.since, *(one.since for one in item.keepers)])
        before = item_cells(old, names, day=last, translate=translate) if old else {}
        after = item_cells(item, names, day=last, translate=translate)
        found += [
            ItemChange(
                code=item.code,
                name=item.name,
                cell=cell,
                old=before.get(cell, ""),
                new=after[cell],
                fresh=old is None,
            )
            for cell in CELLS
            if after[cell] != before.get(cell, "")
        ]
    return tuple(found)


def items_mark(items: Iterable[RegisterItem]) -> str:
    """Return a mark of items as they are: who writes them names the one that was seen."""
    known = sorted((repr(sorted(asdict(one).items())) for one in items), key=str)
    return hashlib.sha256("\n".join(known).encode()).hexdigest()[:16]


def _given(
    item: RegisterItem, post: str, since: date | None, old: RegisterItem | None, today: date
) -> RegisterItem:
    if since is None and old is not None and keeper_on(old, today) == post:
        return item
    first = today if old is not None and old.keepers else item.since
    given = give(item, post, since=since or first)
    unchanged = old is not None and {(k.post, k.since) for k in given.keepers} <= {
        (k.post, k.since) for k in old.keepers
    }
    return replace(item, keepers=old.keepers) if old is not None and unchanged else given


def _no_day(code: str, cell: str, written: str) -> Problem:
    return error(
        "register-day",
        "'{written}' is no day.",
        "Write year, month and day, as in 2026-06-30.",
        at=Place(ref=f"{code} {cell}"),
        written=written,
    )


def _no_kind(code: str, written: str) -> Problem:
    return error(
        "register-kind",
        "'{written}' is no kind of item.",
        "Choose place 场所, channel 渠道, system 系统 or asset 资产.",
        at=Place(ref=f"{code} kind"),
        written=written,
    )


def _no_checks(code: str, written: str) -> Problem:
    return error(
        "register-checks",
        "'{written}' does not say which check is done how often.",
        "Write, for example, tour: monthly; test: yearly (harbour-fire/art-12).",
        at=Place(ref=f"{code} checks"),
        written=written,
    )


def _no_post(code: str, written: str) -> Problem:
    return error(
        "register-no-post",
        "'{written}' is no post of the unit.",
        "Choose one from the list, or write its code.",
        at=Place(ref=f"{code} keeper"),
        written=written,
    )
