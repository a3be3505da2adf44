"""One's own notices: what one was reminded of, and where else it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from remit.store import models
from remit.store.access import Action, Viewer, allowed
from remit.store.load_organisation import stretches

__all__ = ["NoticeItem", "NoticeSeen", "notice_address", "notices", "unseen_notices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeItem:
    """One thing a notice names: `kind` is duty or matter, `ref` what it is."""

    what: str
    unit: str
    unit_name: str
    kind: str
    ref: str
    due: date
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSeen:
    """A notice: `count` things, of which the first are named."""

    key: int
    made: datetime
    count: int
    seen: bool
    items: tuple[NoticeItem, ...]


def notices(viewer: Viewer, *, limit: int = 20) -> tuple[NoticeSeen, ...]:
    """Return one's latest notices, with what is of units that one still sees; two queries."""
    rows = models.Notice.objects.filter(person=viewer.person).exclude(person="").order_by("-pk")
    found = list(rows.values_list("pk", "made", "count", "seen", "items")[:limit])
    places = stretches(item["unit"] for *_, items in found for item in items)
    seen_units = {code for code, place in places.items() if allowed(viewer, Action.SEE, place)}
    shown = (
        NoticeSeen(
            key=key,
            made=timezone.localtime(made),
            count=count,
            seen=seen is not None,
            items=tuple(_item(item) for item in items if item["unit"] in seen_units),
        )
        for key, made, count, seen, items in found
    )
    return tuple(one for one in shown if one.items)


def _item(item: dict[str, Any]) -> NoticeItem:
    return NoticeItem(**{**item, "due": date.fromisoformat(item["due"])})


def unseen_notices(viewer: Viewer) -> int:
    """Return how many of one's notices have not been looked at; one query."""
    return models.Notice.objects.filter(person=viewer.person, seen=None).exclude(person="").count()


def notice_address(viewer: Viewer) -> str:
    """Return where one's notices are mailed to, empty where they are not; one query."""
    rows = models.NoticeAddress.objects.filter(account__pseudonym=viewer.actor)
    return rows.values_list("mail", flat=True).first() or ""
