"""Matters, their steps and texts, and extensions to rows. Called inside an action's transaction and nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import F

from remit.core.extension import Extension
from remit.core.flow import Hand
from remit.core.matter import Matter, awaited, done_at, due_of, is_closed, matter_state, post_of, urged
from remit.core.record import split_reference
from remit.store import models
from remit.store.refusal import ChangedMeanwhile

__all__ = ["extension", "matter", "matter_steps", "matter_text", "matters", "steps_of"]

_OWNERS = frozenset({Hand.OWNER, Hand.OWNER_HEAD})
_ASKERS = frozenset({Hand.ASKER, Hand.ASKER_HEAD})


def matter(value: Matter) -> None:
    """Write a new matter with its parties and the steps it has."""
    matters([value])


def matters(values: Sequence[Matter]) -> None:
    """Write new matters with their parties and the steps they have: as many statements for many as for one."""
    codes = {c for one in values for c in (one.unit, one.asker, *one.support, *one.copies)}
    units = dict(models.Unit.objects.filter(code__in=codes).values_list("code", "pk"))
    rows = models.Matter.objects.bulk_create([_row(one, units) for one in values])
    models.MatterParty.objects.bulk_create(
        models.MatterParty(matter_id=row.pk, unit_id=units[unit], part=part)
        for row, value in zip(rows, values, strict=True)
        for part, unit in _parties(value)
    )
    _steps((row.pk, value, 0) for row, value in zip(rows, values, strict=True))


def matter_steps(value: Matter, *, seen: int) -> None:
    """Write the steps that were taken after the first `seen`, over the version that was seen."""
    steps_of([(replace(value, steps=value.steps[:seen]), value)])


def steps_of(moved: Sequence[tuple[Matter, Matter]]) -> None:
    """Write the steps that led matters from what they were to what they are; ChangedMeanwhile where one was not so.

    Matters that change alike are written together.
    """
    there = {
        ref: (key, version)
        for key, ref, version in models.Matter.objects.filter(
            ref__in=[after.ref for _, after in moved]
        ).values_list("pk", "ref", "version")
    }
    alike: dict[tuple[tuple[str, Any], ...], list[int]] = {}
    for before, after in moved:
        key, version = there.get(after.ref, (0, -1))
        if version != len(before.steps):
            raise ChangedMeanwhile
        alike.setdefault(tuple(_changes(before, after).items()), []).append(key)
    for changes, keys in alike.items():
        models.Matter.objects.filter(pk__in=keys).update(**dict(changes))
    _steps((there[after.ref][0], after, len(before.steps)) for before, after in moved)


def matter_text(ref: str, document: str, *, seen: int, at: datetime, by: str) -> int:
    """Write another version of a matter's text over the one that was seen (0: none yet), and return its number."""
    row = models.Matter.objects.only("pk").get(ref=ref)
    last = row.texts.order_by("-number").values_list("number", flat=True).first() or 0
    if last != seen:
        raise ChangedMeanwhile
    models.MatterText.objects.create(
        matter=row,
        number=last + 1,
        document=document,
        sha256=hashlib.sha256(document.encode()).hexdigest(),
        at=at,
        by=by,
    )
    return last + 1


def extension(value: Extension) -> None:
    """Write that a unit has until another day for a window."""
    models.Extension.objects.create(
        duty=value.duty,
        unit=models.Unit.objects.only("pk").get(code=value.unit),
        window=value.window,
        until=value.until,
        reason=value.reason,
        decided_by=value.decided_by,
        decided=value.decided,
    )


def _followed(value: Matter) -> dict[str, Any]:
    """What follows from a matter's steps."""
    hands = awaited(value)
    closed = is_closed(value)
    return {
        "state": matter_state(value),
        "due": due_of(value),
        "post": post_of(value),
        "with_owner": not hands.isdisjoint(_OWNERS),
        "with_asker": not hands.isdisjoint(_ASKERS),
        "done": done_at(value),
        "closed": value.steps[-1].at if closed and value.steps else None,
        "urged": urged(value),
    }


def _row(value: Matter, units: Mapping[str, int]) -> models.Matter:
    duty, window = split_reference(value.duty)
    return models.Matter(
        ref=value.ref,
        flow=value.flow,
        unit_id=units[value.unit],
        asker_id=units[value.asker],
        title=value.title,
        text=value.text,
        kind=value.kind,
        period=value.period,
        opened=value.opened,
        opened_by=value.opened_by,
        first_due=value.due,
        limit=value.limit,
        duty=duty,
        window=window,
        first_post=value.post,
        source=value.source,
        approvals=value.approvals,
        version=len(value.steps),
        **_followed(value),
    )


def _parties(value: Matter) -> Iterable[tuple[str, str]]:
    part = models.MatterParty.Part
    given = [(part.SUPPORT, unit) for unit in value.support] + [(part.COPY, unit) for unit in value.copies]
    return dict.fromkeys((str(one), unit) for one, unit in given)


def _changes(before: Matter, after: Matter) -> dict[str, Any]:
    """What some steps change in a matter's row."""
    was, now = _followed(before), _followed(after)
    changed = {name: value for name, value in now.items() if value != was[name] and name != "urged"}
    if now["urged"] != was["urged"]:
        changed["urged"] = F("urged") + (now["urged"] - was["urged"])
    return {**changed, "version": F("version") + (len(after.steps) - len(before.steps))}


def _steps(taken: Iterable[tuple[int, Matter, int]]) -> None:
    models.MatterStep.objects.bulk_create(
        models.MatterStep(
            matter_id=key,
            number=number,
            move=step.move,
            at=step.at,
            by=step.by,
            hand=str(step.hand),
            reason=step.reason,
            day=step.day,
            post=step.post,
            records=list(step.records),
        )
        for key, value, seen in taken
        for number, step in enumerate(value.steps[seen:], seen + 1)
    )
