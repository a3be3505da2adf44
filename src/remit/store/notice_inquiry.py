"""One's own notices: what one was reminded of, and where else it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from remit.store import models
from remit.store.access import Viewer, sees_units

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
    """Return one's latest notices, to those whose role sees units at all; one query."""
    if not sees_units(viewer.role):
        return ()
    rows = models.Notice.objects.filter(person=viewer.person).exclude(person="").order_by("-pk")
    return tuple(
        NoticeSeen(
            key=key,
            made=timezone.localtime(made),
            count=count,
            seen=seen is not None,
            items=tuple(NoticeItem(**{**item, "due": date.fromisoformat(item["due"])}) for item in items),
        )
        for key, made, count, seen, items in rows.values_list("pk", "made", "count", "seen", "items")[:limit]
    )


def unseen_notices(viewer: Viewer) -> int:
    """Return how many of one's notices have not been looked at; one query."""
    return models.Notice.objects.filter(person=viewer.person, seen=None).exclude(person="").count()


def notice_address(viewer: Viewer) -> str:
    """Return where one's notices are mailed to, empty where they are not; one query."""
    rows = models.NoticeAddress.objects.filter(account__pseudonym=viewer.actor)
    return rows.values_list("mail", flat=True).first() or ""
