"""Matters, their steps and texts, and extensions to rows. Called inside an action's transaction and nowhere else."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from remit.core.extension import Extension
from remit.core.flow import Hand
from remit.core.matter import Matter, awaited, done_at, due_of, is_closed, matter_state, post_of, urged
from remit.core.record import split_reference
from remit.store import models
from remit.store.refusal import ChangedMeanwhile

__all__ = ["extension", "matter", "matter_steps", "matter_text"]

_OWNERS = frozenset({Hand.OWNER, Hand.OWNER_HEAD})
_ASKERS = frozenset({Hand.ASKER, Hand.ASKER_HEAD})


def matter(value: Matter) -> None:
    """Write a new matter with its parties and the steps it has."""
    duty, window = split_reference(value.duty)
    units = dict(
        models.Unit.objects.filter(
            code__in={value.unit, value.asker, *value.support, *value.copies}
        ).values_list("code", "pk")
    )
    row = models.Matter.objects.create(
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
    part = models.MatterParty.Part
    parties = [(part.SUPPORT, unit) for unit in value.support] + [(part.COPY, unit) for unit in value.copies]
    models.MatterParty.objects.bulk_create(
        models.MatterParty(matter=row, unit_id=units[unit], part=one) for one, unit in dict.fromkeys(parties)
    )
    _steps(row.pk, value, 0)


def matter_steps(value: Matter, *, seen: int) -> None:
    """Write the steps that were taken after the first `seen`, over the version that was seen."""
    touched = models.Matter.objects.filter(ref=value.ref, version=seen)
    if not touched.update(version=len(value.steps), **_followed(value)):
        raise ChangedMeanwhile
    key = models.Matter.objects.values_list("pk", flat=True).get(ref=value.ref)
    _steps(key, value, seen)


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


def _steps(key: int, value: Matter, seen: int) -> None:
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
        for number, step in enumerate(value.steps[seen:], seen + 1)
    )
