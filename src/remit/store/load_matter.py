"""Matters, their steps and texts, and extensions: rows to core values. Nothing here asks who is asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from remit.core.duty import Degree
from remit.core.extension import Extension
from remit.core.flow import Hand, Step
from remit.core.matter import Matter, progress_status
from remit.core.standing import Status
from remit.store import models
from remit.store.access import Stretch
from remit.store.load_organisation import inside
from remit.store.refusal import NotThere

__all__ = [
    "MatterLine",
    "MatterText",
    "count_each",
    "extensions",
    "heads_at",
    "matter",
    "matter_lines",
    "matter_text",
    "matter_texts",
    "matters_named",
    "matters_where",
]

K = TypeVar("K")
_HEADS = (Degree.FIRST.value, Degree.DIRECT.value)
_MATTER = (
    "pk",
    "ref",
    "flow",
    "unit__code",
    "asker__code",
    "title",
    "text",
    "kind",
    "period",
    "opened",
    "opened_by",
    "first_due",
    "limit",
    "duty",
    "window",
    "first_post",
    "source",
    "approvals",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLine:
    """A matter as lists show it: where it stands as its last step left it. `due` is the day as things stand.

    `key` orders lists together with `due`; `with_owner` and `with_asker` say whose move it is. Moments are in the
    installation's time zone.
    """

    key: int
    ref: str
    flow: str
    unit: str
    unit_name: str
    asker: str
    asker_name: str
    title: str
    kind: str
    period: str
    duty: str
    opened: datetime
    opened_by: str
    due: date | None
    first_due: date | None
    limit: datetime | None
    state: str
    post: str
    done: datetime | None
    closed: datetime | None
    with_owner: bool
    with_asker: bool
    urged: int

    def status(self, now: datetime) -> Status:
        """Return where the matter stands at a moment."""
        limit = self.limit if self.due == self.first_due else None
        return progress_status(self.state, due=self.due, limit=limit, done=self.done, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterText:
    """A version of the text that goes with a matter, numbered from 1."""

    number: int
    document: str
    at: datetime
    by: str


def matter(ref: str) -> Matter:
    """Return one matter with its steps; three queries. NotThere where it is unknown."""
    found = matters_named([ref])
    if not found:
        raise NotThere(ref)
    return found[0]


def matters_named(refs: Iterable[str]) -> tuple[Matter, ...]:
    """Return those of the matters that there are, in the order they were opened; three queries."""
    return _matters(models.Matter.objects.filter(ref__in=list(refs)))


def matters_where(chosen: Q) -> tuple[Matter, ...]:
    """Return the matters of a choice of rows with their steps, in the order they were opened; three queries."""
    return _matters(models.Matter.objects.filter(chosen))


def matter_lines(
    chosen: Q, *, after: tuple[date | None, int] | None = None, latest: bool = False, limit: int
) -> tuple[MatterLine, ...]:
    """Return up to `limit` matters of a choice, by due day (those without one last), those after a place; one query.

    With `latest`, those opened last come first instead.
    """
    rows = models.Matter.objects.filter(chosen)
    if after is not None:
        rows = rows.filter(_beyond(*after))
    order = ("-pk",) if latest else (F("due").asc(nulls_last=True), "pk")
    return tuple(_line(row) for row in rows.order_by(*order).values_list(*_LINE)[:limit])


def count_each(choices: Mapping[K, Q]) -> dict[K, int]:
    """Return how many matters there are of each choice; one query."""
    asked = {f"choice_{place}": Count("pk", filter=chosen) for place, chosen in enumerate(choices.values())}
    found = models.Matter.objects.aggregate(**asked)
    return {key: found[f"choice_{place}"] for place, key in enumerate(choices)}


def matter_text(ref: str) -> MatterText | None:
    """Return the last version of a matter's text, None where there is none; one query."""
    return next(iter(_texts(ref)[:1]), None)


def matter_texts(ref: str) -> tuple[MatterText, ...]:
    """Return every version of a matter's text, the latest first; one query."""
    return tuple(_texts(ref))


def extensions(within: Stretch) -> tuple[Extension, ...]:
    """Return the extensions of the units in the stretch; one query."""
    rows = models.Extension.objects.filter(inside(within, "unit__")).order_by("decided", "pk")
    return tuple(
        Extension(
            duty=duty, unit=unit, window=window, until=until, reason=reason, decided_by=by, decided=decided
        )
        for duty, unit, window, until, reason, by, decided in rows.values_list(
            "duty", "unit__code", "window", "until", "reason", "decided_by", "decided"
        )
    )


def heads_at(stretches: Iterable[Stretch], today: date) -> dict[Stretch, frozenset[str]]:
    """Return who heads each unit on a day: the holders of its first and direct posts, and whom these are lent to.

    Where a unit has none on that day, those of the nearest unit above that has. Two queries.
    """
    wanted = list(dict.fromkeys(stretches))
    line = Q(pk__in=[])
    for lo, hi in wanted:
        line |= Q(post__unit__lo__lte=lo, post__unit__hi__gte=hi)
    lasting = Q(since__lte=today) & (Q(until=None) | Q(until__gte=today))
    held = models.Holder.objects.filter(line, lasting, post__degree__in=_HEADS)
    lent = models.Delegation.objects.filter(line, lasting, post__degree__in=_HEADS)
    persons: dict[Stretch, set[str]] = {}
    for rows in (held, lent):
        for lo, hi, person in rows.values_list("post__unit__lo", "post__unit__hi", "person"):
            persons.setdefault((lo, hi), set()).add(person)
    found = {}
    for lo, hi in wanted:
        above = [span for span in persons if span[0] <= lo and hi <= span[1]]
        found[lo, hi] = frozenset(persons[max(above)]) if above else frozenset()
    return found


_LINE = (
    "pk",
    "ref",
    "flow",
    "unit__code",
    "unit__name",
    "asker__code",
    "asker__name",
    "title",
    "kind",
    "period",
    "duty",
    "opened",
    "opened_by",
    "due",
    "first_due",
    "limit",
    "state",
    "post",
    "done",
    "closed",
    "with_owner",
    "with_asker",
    "urged",
)


def _line(row: Sequence[Any]) -> MatterLine:
    values = dict(zip(("key", *_LINE[1:]), row, strict=True))
    for name in ("opened", "limit", "done", "closed"):
        values[name] = _local(values[name])
    for name in ("unit", "asker"):
        values[name] = values.pop(f"{name}__code")
        values[f"{name}_name"] = values.pop(f"{name}__name")
    return MatterLine(**values)


def _beyond(due: date | None, key: int) -> Q:
    if due is None:
        return Q(due=None, pk__gt=key)
    return Q(due__gt=due) | Q(due=due, pk__gt=key) | Q(due=None)


def _matters(rows: QuerySet[models.Matter]) -> tuple[Matter, ...]:
    found = list(rows.order_by("pk").values_list(*_MATTER))
    keys = [pk for pk, *_ in found]
    steps = _grouped(
        models.MatterStep.objects.filter(matter__in=keys)
        .order_by("matter", "number")
        .values_list("matter_id", "move", "at", "by", "hand", "reason", "day", "post", "records")
    )
    parties = _grouped(
        models.MatterParty.objects.filter(matter__in=keys)
        .order_by("pk")
        .values_list("matter_id", "part", "unit__code")
    )
    return tuple(_matter(row, steps.get(row[0], []), parties.get(row[0], [])) for row in found)


def _matter(row: Sequence[Any], steps: list[tuple[Any, ...]], parties: list[tuple[Any, ...]]) -> Matter:
    (
        _,
        ref,
        flow,
        unit,
        asker,
        title,
        text,
        kind,
        period,
        opened,
        by,
        due,
        limit,
        duty,
        window,
        post,
        *rest,
    ) = row
    source, approvals = rest
    return Matter(
        ref=ref,
        flow=flow,
        unit=unit,
        asker=asker,
        title=title,
        text=text,
        kind=kind,
        period=period,
        opened=timezone.localtime(opened),
        opened_by=by,
        due=due,
        limit=_local(limit),
        duty=f"{duty}@{window}" if window else duty,
        post=post,
        support=tuple(unit for part, unit in parties if part == models.MatterParty.Part.SUPPORT),
        copies=tuple(unit for part, unit in parties if part == models.MatterParty.Part.COPY),
        source=source,
        approvals=approvals,
        steps=tuple(_step(*values) for values in steps),
    )


def _step(
    move: str,
    at: datetime,
    by: str,
    hand: str,
    reason: str,
    day: date | None,
    post: str,
    records: list[str],
) -> Step:
    return Step(
        move=move,
        at=timezone.localtime(at),
        by=by,
        hand=Hand(hand),
        reason=reason,
        day=day,
        post=post,
        records=tuple(records),
    )


def _local(moment: datetime | None) -> datetime | None:
    return None if moment is None else timezone.localtime(moment)


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    grouped: dict[int, list[tuple[Any, ...]]] = {}
    for key, *rest in rows:
        grouped.setdefault(key, []).append(tuple(rest))
    return grouped


def _texts(ref: str) -> list[MatterText]:
    rows = models.MatterText.objects.filter(matter__ref=ref).order_by("-number")
    return [
        MatterText(number=number, document=document, at=timezone.localtime(at), by=by)
        for number, document, at, by in rows.values_list("number", "document", "at", "by")
    ]
