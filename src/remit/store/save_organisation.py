"""Units, posts, holders and what becomes of them: core values to rows. `save` offers these beside the rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Max, Q, QuerySet

from remit.core.breakdown import BreakdownItem, Placement
from remit.core.post import Group, Holder, Organisation, Post, Tree, Unit, UnitChange, build_tree
from remit.core.reorganisation import Reorganisation
from remit.store import bulk, models
from remit.store.numbering import SPARE, lay_out, number_tree, spare_in
from remit.store.refusal import ChangedMeanwhile, NotThere

__all__ = [
    "breakdown_item",
    "delegation",
    "end_delegation",
    "handover",
    "organisation",
    "organisation_rows",
    "placement",
    "reorganisation",
    "sign_handover",
]

_BATCH = 1000
_MANY = 100  # units that move at once: beyond, numbering all anew is quicker than finding a place for each


def organisation(changed: Organisation, *, order: Tree) -> None:
    """Write the rows given, new or changed, and number what `order` puts somewhere else."""
    _write_units(changed.units)
    _number(order)
    _write_posts(changed.posts)
    _write_holders(changed.holders)
    _write_groups(changed.groups)
    _write_changes(changed.changes)


def organisation_rows(changed: Organisation) -> None:
    """Write posts, holders and groups of units that are there."""
    _write_posts(changed.posts)
    _write_holders(changed.holders)
    _write_groups(changed.groups)


def reorganisation(change: Reorganisation) -> None:
    """Write what a change of the organisation does, and move the subtrees that it moves."""
    _write_units(change.units)
    if len(change.units) > _MANY:
        _settle_all(change.units)
    else:
        for unit in change.units:
            _settle(unit)
    _write_posts(change.posts)
    _write_holders(change.holders)
    _write_changes(change.changes)


def placement(regime: str, value: Placement, *, confirmed_by: str) -> None:
    """Write which posts a role stands for at a unit; what held before ends the day before."""
    rows = models.Placement.objects.filter(regime=regime, unit__code=value.unit, role=value.role)
    rows.filter(since__gte=value.since).delete()
    _end_before(rows, value.since)
    models.Placement.objects.create(
        regime=regime,
        unit_id=_unit_keys([value.unit])[value.unit],
        role=value.role,
        posts=list(value.posts),
        since=value.since,
        until=value.until,
        confirmed_by=confirmed_by,
    )


def breakdown_item(value: BreakdownItem, *, remove: bool = False) -> None:
    """Write how a unit divides a duty from a day on; what held before ends on its eve. `remove`: nothing follows."""
    rows = models.BreakdownItem.objects.filter(duty=value.duty, unit__code=value.unit)
    rows.filter(since__gte=value.since).delete()
    _end_before(rows, value.since)
    if not remove:
        models.BreakdownItem.objects.create(
            duty=value.duty,
            unit_id=_unit_keys([value.unit])[value.unit],
            since=value.since,
            until=value.until,
            leader=value.leader,
            lead=list(value.lead),
            supporting=list(value.supporting),
            due=value.due,
            measures=value.measures,
            evidence=list(value.evidence),
            note=value.note,
            title=value.title,
            cascades=value.cascades,
        )


def delegation(ref: str, *, post: str, person: str, since: date, until: date, reason: str, by: str) -> None:
    """Write that a post is lent to a person for a while."""
    models.Delegation.objects.create(
        ref=ref, post_id=_post_key(post), person=person, since=since, until=until, reason=reason, by=by
    )


def end_delegation(ref: str, *, seen: date, until: date) -> None:
    """Let a delegation end earlier; one that ends before it begins is taken back. `seen` is the end it had."""
    rows = models.Delegation.objects.filter(ref=ref, until=seen)
    touched = rows.filter(since__lte=until).update(until=until)
    if not touched and not rows.filter(since__gt=until).delete()[0]:
        raise ChangedMeanwhile


def handover(
    ref: str, *, post: str, outgoing: str, incoming: str, day: date, document: str, sha256: str
) -> None:
    """Write what was open when a post passed on, as a document that does not change."""
    models.Handover.objects.create(
        ref=ref,
        post_id=_post_key(post),
        outgoing=outgoing,
        incoming=incoming,
        day=day,
        document=document,
        sha256=sha256,
    )


def sign_handover(ref: str, *, incoming: bool, time: datetime) -> None:
    """Write one side's signature; ChangedMeanwhile where that side has signed."""
    column = "signed_in" if incoming else "signed_out"
    if not models.Handover.objects.filter(**{"ref": ref, column: None}).update(**{column: time}):
        raise ChangedMeanwhile


def _end_before(rows: QuerySet[Any], since: date) -> None:
    rows.filter(Q(until=None) | Q(until__gte=since), since__lt=since).update(until=since - timedelta(days=1))


def _write_units(units: Iterable[Unit]) -> None:
    bulk.upsert(
        models.Unit,
        ("code", "name", "kind", "tags", "since", "until", "lo", "hi"),
        ((u.code, u.name, u.kind, bulk.json_list(u.tags), u.since, u.until, 0, 0) for u in units),
        unique=["code"],
        updated=["name", "kind", "tags", "since", "until"],
    )


def _write_posts(posts: tuple[Post, ...]) -> None:
    keys = _unit_keys(p.unit for p in posts)
    bulk.upsert(
        models.Post,
        ("code", "unit_id", "title", "degree", "portfolio", "covers", "since", "until"),
        (
            (
                p.code,
                keys[p.unit],
                p.title,
                p.degree.value,
                bulk.json_list(p.portfolio),
                bulk.json_list(p.covers),
                p.since,
                p.until,
            )
            for p in posts
        ),
        unique=["code"],
        updated=["unit_id", "title", "degree", "portfolio", "covers", "since", "until"],
    )


def _write_holders(holders: tuple[Holder, ...]) -> None:
    posts = bulk.keys_of(models.Post, (h.post for h in holders))
    bulk.upsert(
        models.Holder,
        ("post_id", "person", "since", "until", "acting"),
        ((posts[h.post], h.person, h.since, h.until, h.acting) for h in holders),
        unique=["post_id", "person", "since"],
        updated=["until", "acting"],
    )


def _write_groups(groups: tuple[Group, ...]) -> None:
    if not groups:
        return
    units = _unit_keys(g.unit for g in groups)
    posts = bulk.keys_of(models.Post, (post for g in groups for _, post in g.seats))
    models.Group.objects.bulk_create(
        [models.Group(code=g.code, unit_id=units[g.unit], title=g.title, office=g.office) for g in groups],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["unit", "title", "office"],
    )
    keys = bulk.keys_of(models.Group, (g.code for g in groups))
    models.GroupSeat.objects.filter(group__in=keys.values()).delete()
    models.GroupSeat.objects.bulk_create(
        [
            models.GroupSeat(group_id=keys[g.code], place=place, seat=seat.value, post_id=posts[post])
            for g in groups
            for place, (seat, post) in enumerate(g.seats)
        ],
        batch_size=_BATCH,
    )


def _write_changes(changes: tuple[UnitChange, ...]) -> None:
    keys = _unit_keys(one.unit for one in changes)
    rows = [
        models.UnitChange(
            unit_id=keys[one.unit], day=one.day, kind=one.kind, before=one.before, after=one.after
        )
        for one in changes
    ]
    models.UnitChange.objects.bulk_create(rows, batch_size=_BATCH)


def _number(order: Tree) -> None:
    """Write parent and numbers of the units whose place in the tree is new."""
    held = {
        code: (key, parent or "", lo, hi)
        for code, key, parent, lo, hi in models.Unit.objects.values_list(
            "code", "pk", "parent__code", "lo", "hi"
        )
    }
    above = {
        code: order.codes[p] if p >= 0 else "" for code, p in zip(order.codes, order.parents, strict=True)
    }
    numbers = {code: (lo, hi) for code, (_, _, lo, hi) in held.items() if hi}
    placed = number_tree(order, numbers, lambda code: held[code][1] == above[code])
    keys = {code: key for code, (key, *_) in held.items()}
    _renumber([(keys.get(above[code]), *at, keys[code]) for code, at in placed.items()])


def _settle(unit: Unit) -> None:
    """Give one unit, with all below it, its place under its superior, where it has none there yet."""
    row = models.Unit.objects.values_list("pk", "parent__code", "lo", "hi").get(code=unit.code)
    key, parent, lo, hi = row
    if (hi and (parent or "") == unit.parent) or not unit.parent:
        return
    new = models.Unit.objects.values_list("pk", "lo", "hi").get(code=unit.parent)
    within = list(
        models.Unit.objects.filter(lo__gte=lo, lo__lt=hi).order_by("lo").values_list("pk", "lo", "hi")
    )
    within = within if hi else [(key, 0, 0)]
    last = models.Unit.objects.filter(parent=new[0]).aggregate(last=Max("hi"))["last"] or new[1] + 1
    start, spare = max(last, new[1] + 1), spare_in(new[2] - max(last, new[1] + 1), len(within))
    models.Unit.objects.filter(pk=key).update(parent=new[0])
    if spare < 0:
        _number_all()
        return
    laid = lay_out(_ends(within), start, spare)
    _place([(*at, pk) for at, (pk, _, _) in zip(laid, within, strict=True)])


def _settle_all(units: Iterable[Unit]) -> None:
    """Give many units their places: all are numbered anew."""
    below = [unit for unit in units if unit.parent]
    keys = _unit_keys(code for unit in below for code in (unit.code, unit.parent))
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE store_unit SET parent_id = %s WHERE id = %s",
            [(keys[unit.parent], keys[unit.code]) for unit in below],
        )
    _number_all()


def _ends(rows: list[tuple[int, int, int]]) -> list[int]:
    """Return where each subtree ends, by place, of units in preorder with their old numbers."""
    ends = [len(rows)] * len(rows)
    open_places: list[int] = []
    for place, (_, lo, _) in enumerate(rows):
        while open_places and rows[open_places[-1]][2] <= lo:
            ends[open_places.pop()] = place
        open_places.append(place)
    return ends


def _number_all() -> None:
    rows = list(models.Unit.objects.order_by("lo", "pk").values_list("pk", "code", "parent__code"))
    keys = {code: pk for pk, code, _ in rows}
    order = build_tree(tuple(Unit(code=code, name="", parent=parent or "") for _, code, parent in rows))
    laid = lay_out(order.ends, 0, SPARE)
    _place([(*at, keys[code]) for code, at in zip(order.codes, laid, strict=True)])


def _renumber(moved: list[tuple[int | None, int, int, int]]) -> None:
    bulk.update(models.Unit, ("parent_id", "lo", "hi"), moved)


def _place(moved: list[tuple[int, int, int]]) -> None:
    bulk.update(models.Unit, ("lo", "hi"), moved)


def _unit_keys(codes: Iterable[str]) -> dict[str, int]:
    return bulk.keys_of(models.Unit, codes)


def _post_key(code: str) -> int:
    found = bulk.keys_of(models.Post, [code])
    if not found:
        raise NotThere(code)
    return found[code]
