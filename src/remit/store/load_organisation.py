"""Units, posts, holders and what became of them: rows to core values. `load` offers these beside the rest.

A stretch [lo, hi) of the unit tree selects. A unit's line is what is above it, and what was above it before it moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from remit.core.breakdown import BreakdownItem, Placement
from remit.core.post import ChangeKind, Group, Holder, Organisation, Seat, Unit, UnitChange
from remit.store import models
from remit.store.access import Stretch
from remit.store.load_posts import posts_of
from remit.store.refusal import NotThere
from remit.store.statement import fetch_one

__all__ = [
    "PlaceInTree",
    "above",
    "below",
    "breakdown_items",
    "count_below",
    "groups",
    "heads",
    "inside",
    "items_of",
    "line",
    "once_below",
    "organisation",
    "organisation_at",
    "placements",
    "places",
    "related",
    "root",
    "stretch",
    "stretches",
    "units",
]


def stretch(code: str) -> Stretch:
    """Return the stretch of the unit's subtree; one query. NotThere where no unit has the code."""
    found = fetch_one("SELECT lo, hi FROM store_unit WHERE code = %s", code)
    if found is None:
        raise NotThere(code)
    return found[0], found[1]


def stretches(codes: Iterable[str]) -> dict[str, Stretch]:
    """Return the stretches of some units by code, those that there are; one query."""
    rows = models.Unit.objects.filter(code__in=set(codes)).values_list("code", "lo", "hi")
    return {code: (lo, hi) for code, lo, hi in rows}


def root() -> str:
    """Return the code of the unit above all others, empty where there is none; one query."""
    return models.Unit.objects.filter(lo=0, hi__gt=0).values_list("code", flat=True).first() or ""


def units(within: Stretch, *, most: int | None = None) -> tuple[Unit, ...]:
    """Return the units in a stretch, in preorder, or the first `most` of them; one query."""
    return _units(inside(within), most)


def above(within: Stretch) -> tuple[Unit, ...]:
    """Return the units above a stretch, the root first; two queries."""
    return _units(Q(pk__in={key for key, _ in _climb("unit.lo = %s", [within[0]])}, lo__lt=within[0]))


def below(code: str, *, most: int | None = None) -> tuple[Unit, ...]:
    """Return the units directly below a unit, in order, or the first `most` of them; one query."""
    return _units(Q(parent__code=code), most)


def count_below(code: str) -> int:
    """Return how many units are directly below a unit; one query."""
    return models.Unit.objects.filter(parent__code=code).count()


def once_below(code: str) -> Organisation:
    """Return the units that are or once were directly below a unit, with what became of each; three queries."""
    left = models.UnitChange.objects.filter(kind=ChangeKind.MOVED, before=code).values_list("unit", flat=True)
    chosen = Q(parent__code=code) | Q(pk__in=list(left))
    keys = models.Unit.objects.filter(chosen).values("pk")
    return Organisation(units=_units(chosen), changes=_changes(Q(unit__in=keys)))


def heads(spans: Iterable[Stretch]) -> tuple[Unit, ...]:
    """Return the units whose subtrees the stretches are, in preorder; one query."""
    return _units(Q(lo__in=[lo for lo, _ in spans]))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInTree:
    """Where a unit is: its number in preorder, and how many units are above it."""

    code: str
    lo: int
    depth: int


def places(within: Stretch, *, depth: int | None = None, most: int | None = None) -> tuple[PlaceInTree, ...]:
    """Return where a unit and the units down to `depth` levels below it are (None: all), in preorder; one query.

    With `most`, the first so many.
    """
    limit = "" if depth is None else "WHERE below.level < %s"
    values = [within[0], within[0], *([] if depth is None else [depth]), most or _ALL]
    with connection.cursor() as cursor:
        cursor.execute(_BELOW.format(limit=limit), values)
        return tuple(PlaceInTree(code=code, lo=lo, depth=level + above) for code, lo, level, above in cursor)


_BELOW = """
    WITH RECURSIVE
    line (id, parent_id) AS (
        SELECT unit.id, unit.parent_id FROM store_unit unit WHERE unit.lo = %s
        UNION ALL
        SELECT unit.id, unit.parent_id FROM store_unit unit JOIN line ON unit.id = line.parent_id
    ),
    below (id, code, lo, level) AS (
        SELECT unit.id, unit.code, unit.lo, 0 FROM store_unit unit WHERE unit.lo = %s
        UNION ALL
        SELECT unit.id, unit.code, unit.lo, below.level + 1
        FROM store_unit unit JOIN below ON unit.parent_id = below.id {limit}
    )
    SELECT code, lo, level, (SELECT count(*) - 1 FROM line) FROM below ORDER BY lo LIMIT %s
"""
_ALL = 2**62


def line(within: Stretch) -> list[int]:
    """Return the keys of the unit that a stretch begins with, and of all that are, or were, above any of its units.

    One query, and one more each time something above had been moved.
    """
    if within[1] == within[0] + 1:
        return _lines([within[0]])
    return _followed(_climb(_ABOUT, [within[0], *within]))


def _lines(los: Sequence[int]) -> list[int]:
    return _followed(_climb(f"unit.lo IN ({', '.join(['%s'] * len(los))})", los))


def _followed(rows: list[tuple[int, str | None]]) -> list[int]:
    found = {key: None for key, _ in rows}
    while before := sorted({code for _, code in rows if code}):
        places = ", ".join(["%s"] * len(before))
        rows = [row for row in _climb(f"unit.code IN ({places})", before) if row[0] not in found]
        found |= {key: None for key, _ in rows}
    return list(found)


def organisation(within: Stretch | None = None) -> Organisation:
    """Return the organisation, or what concerns a stretch: its units and its line, with posts, holders and changes.

    Four queries, with a stretch five. Units come in preorder; leading groups are left out, see `groups`.
    """
    keys = [] if within is None else line(within)
    return _organisation(*(related(within, keys, path) for path in ("", "unit", "post__unit")))


def organisation_at(los: Collection[int]) -> Organisation:
    """Return what concerns some units, by their numbers in preorder: themselves and their lines. Five queries."""
    keys = _lines(sorted(los)) if los else []
    return _organisation(*(Q(**{f"{path}__in": keys}) for path in ("pk", "unit", "post__unit")))


def _organisation(units: Q, of_unit: Q, of_post: Q) -> Organisation:
    holders = models.Holder.objects.filter(of_post)
    return Organisation(
        units=_units(units),
        posts=posts_of(of_unit),
        holders=tuple(
            Holder(post=post, person=person, since=since, until=until, acting=acting)
            for post, person, since, until, acting in holders.order_by(
                "post__unit__lo", "post_id", "since", "pk"
            ).values_list("post__code", "person", "since", "until", "acting")
        ),
        changes=_changes(of_unit),
    )


def groups(within: Stretch | None = None) -> tuple[Group, ...]:
    """Return the leading groups of the units in a stretch; two queries."""
    chosen = Q() if within is None else inside(within, "unit__")
    rows = models.Group.objects.filter(chosen).order_by("unit__lo", "pk")
    seats: dict[int, list[tuple[Seat, str]]] = {}
    filled = models.GroupSeat.objects.filter(group__in=rows.order_by().values("pk")).order_by(
        "group", "place"
    )
    for group, seat, post in filled.values_list("group_id", "seat", "post__code"):
        seats.setdefault(group, []).append((Seat(seat), post))
    return tuple(
        Group(code=code, unit=unit, title=title, seats=tuple(seats.get(key, ())), office=office)
        for key, code, unit, title, office in rows.values_list("pk", "code", "unit__code", "title", "office")
    )


def placements(within: Stretch, regime: str = "") -> dict[str, tuple[Placement, ...]]:
    """Return, by regime, which posts its roles stand for at the units of a stretch; one query."""
    rows = models.Placement.objects.filter(inside(within, "unit__")).order_by("unit__lo", "since")
    if regime:
        rows = rows.filter(regime=regime)
    found: dict[str, list[Placement]] = {}
    for name, unit, role, posts, since, until in rows.values_list(
        "regime", "unit__code", "role", "posts", "since", "until"
    ):
        one = Placement(unit=unit, role=role, posts=tuple(posts), since=since, until=until)
        found.setdefault(name, []).append(one)
    return {name: tuple(some) for name, some in found.items()}


def breakdown_items(within: Stretch, day: date | None = None) -> tuple[BreakdownItem, ...]:
    """Return how the units of a stretch have divided their duties, of all times or as on a day; one query."""
    rows = models.BreakdownItem.objects.filter(inside(within, "unit__"))
    if day is not None:
        rows = rows.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
    return items_of(rows.order_by("unit__lo", "duty", "since"))


def items_of(rows: QuerySet[models.BreakdownItem]) -> tuple[BreakdownItem, ...]:
    """Return rows of breakdowns as values; one query."""
    fields = ("duty", "unit__code", "since", "until", "leader", "lead", "supporting", "due", "measures")
    return tuple(
        BreakdownItem(
            duty=duty,
            unit=unit,
            since=since,
            until=until,
            leader=leader,
            lead=tuple(lead),
            supporting=tuple(supporting),
            due=due,
            measures=measures,
            evidence=tuple(evidence),
            note=note,
            title=title,
            cascades=cascades,
        )
        for (
            duty,
            unit,
            since,
            until,
            leader,
            lead,
            supporting,
            due,
            measures,
            evidence,
            note,
            title,
            cascades,
        ) in rows.values_list(*fields, "evidence", "note", "title", "cascades")
    )


def inside(within: Stretch, path: str = "") -> Q:
    """Select what belongs to a unit in the stretch; `path` leads from the row to the unit."""
    return Q(**{f"{path}lo__gte": within[0], f"{path}lo__lt": within[1]})


def related(within: Stretch | None, keys: list[int], path: str) -> Q:
    """Select what belongs to a unit in the stretch or to one of the `keys` of its line; None: everything."""
    if within is None:
        return Q()
    by_key = Q(**{f"{path or 'pk'}__in": keys})
    if within[1] == within[0] + 1:
        return by_key
    return by_key | inside(within, f"{path}__" if path else "")


def _climb(where: str, values: Sequence[str] | Sequence[int]) -> list[tuple[int, str | None]]:
    """Return the keys of units and of all above them, each with a code under which it was before it moved, if any."""
    with connection.cursor() as cursor:
        cursor.execute(_LINE.format(where=where), values)
        return [(key, before) for key, before in cursor.fetchall()]


_ABOUT = """
    unit.lo = %s OR unit.code IN (
        SELECT moved.before FROM store_unitchange moved JOIN store_unit inside ON inside.id = moved.unit_id
        WHERE moved.kind = 'moved' AND inside.lo >= %s AND inside.lo < %s
    )
"""
_LINE = """
    WITH RECURSIVE line (id, parent_id) AS (
        SELECT unit.id, unit.parent_id FROM store_unit unit WHERE {where}
        UNION
        SELECT unit.id, unit.parent_id FROM store_unit unit JOIN line ON unit.id = line.parent_id
    )
    SELECT line.id, moved.before FROM line
    LEFT JOIN store_unitchange moved ON moved.unit_id = line.id AND moved.kind = 'moved'
"""


def _units(chosen: Q, most: int | None = None) -> tuple[Unit, ...]:
    rows = models.Unit.objects.filter(chosen).order_by("lo", "pk")[:most]
    return tuple(
        Unit(code=code, name=name, parent=parent or "", kind=kind, tags=tuple(tags), since=since, until=until)
        for code, name, parent, kind, tags, since, until in rows.values_list(
            "code", "name", "parent__code", "kind", "tags", "since", "until"
        )
    )


def _changes(chosen: Q) -> tuple[UnitChange, ...]:
    rows = models.UnitChange.objects.filter(chosen).order_by("day", "pk")
    return tuple(
        UnitChange(unit=unit, day=day, kind=ChangeKind(kind), before=before, after=after)
        for unit, day, kind, before, after in rows.values_list("unit__code", "day", "kind", "before", "after")
    )
