"""Posts by themselves, and what is lent and handed over: rows to core values. `load` offers these beside the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from remit.core.duty import Degree
from remit.core.handover import HandoverList
from remit.core.post import Holder, Organisation, Post, Unit
from remit.store import document, models
from remit.store.access import Stretch
from remit.store.refusal import NotThere

__all__ = [
    "Delegation",
    "Handover",
    "codes_known",
    "delegation",
    "delegations",
    "handover",
    "handovers",
    "handovers_of",
    "holders_of",
    "loans_of",
    "named",
    "posts_named",
    "posts_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A post lent to a person, both days included, and who lent it. `unit` and `title` are those of the post."""

    ref: str
    post: str
    unit: str
    title: str
    person: str
    since: date
    until: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A post passed on: `listed` is what was open then, `sha256` its digest; a side that has not signed is None."""

    ref: str
    post: str
    unit: str
    title: str
    outgoing: str
    incoming: str
    day: date
    listed: HandoverList
    sha256: str
    signed_out: datetime | None = None
    signed_in: datetime | None = None


def posts_named(codes: Iterable[str]) -> tuple[Post, ...]:
    """Return those of the posts that there are; one query."""
    return posts_of(Q(code__in=list(codes)))


def holders_of(post: str) -> tuple[Holder, ...]:
    """Return who holds and held a post, in order; one query."""
    rows = models.Holder.objects.filter(post__code=post).order_by("since", "pk")
    return tuple(
        Holder(post=post, person=person, since=since, until=until, acting=acting)
        for person, since, until, acting in rows.values_list("person", "since", "until", "acting")
    )


def named(codes: Iterable[str]) -> Organisation:
    """Return the posts that codes name, or whose units they head, with these units and the holders; three queries."""
    wanted = list(codes)
    posts = posts_of(Q(code__in=wanted) | Q(unit__code__in=wanted, degree=Degree.FIRST.value))
    units = models.Unit.objects.filter(posts__code__in=[post.code for post in posts]).distinct()
    holders = models.Holder.objects.filter(post__code__in=[post.code for post in posts])
    return Organisation(
        units=tuple(
            Unit(code=code, name=name, kind=kind, since=since, until=until)
            for code, name, kind, since, until in units.values_list("code", "name", "kind", "since", "until")
        ),
        posts=posts,
        holders=tuple(
            Holder(post=post, person=person, since=since, until=until, acting=acting)
            for post, person, since, until, acting in holders.order_by("post", "since", "pk").values_list(
                "post__code", "person", "since", "until", "acting"
            )
        ),
    )


def codes_known(codes: Iterable[str]) -> frozenset[str]:
    """Return those of the codes that are units'; one query."""
    return frozenset(models.Unit.objects.filter(code__in=list(codes)).values_list("code", flat=True))


def delegation(ref: str) -> Delegation:
    """Return one loan of a post; one query. NotThere where it is unknown."""
    found = _delegations(Q(ref=ref))
    if not found:
        raise NotThere(ref)
    return found[0]


def delegations(within: Stretch | None = None, *, person: str = "") -> tuple[Delegation, ...]:
    """Return the loans of posts of a stretch, or those to or of a person; one query."""
    chosen = Q()
    if within is not None:
        chosen &= Q(post__unit__lo__gte=within[0], post__unit__lo__lt=within[1])
    if person:
        chosen &= Q(person=person) | Q(by=person) | Q(post__holders__person=person)
    return _delegations(chosen)


def loans_of(person: str, today: date) -> tuple[Delegation, ...]:
    """Return the loans that last or are to come, to a person, by one, or of a post that one holds today; one query."""
    lasting = Q(until=None) | Q(until__gte=today)
    holds = models.Holder.objects.filter(lasting, person=person, since__lte=today).values("post")
    return _delegations(Q(person=person) | Q(by=person) | Q(post__in=holds), until__gte=today)


def handover(ref: str) -> Handover:
    """Return one handover; one query. NotThere where it is unknown."""
    found = _handovers(Q(ref=ref))
    if not found:
        raise NotThere(ref)
    return found[0]


def handovers(within: Stretch) -> tuple[Handover, ...]:
    """Return the handovers of the posts of a stretch, latest first; one query."""
    return _handovers(Q(post__unit__lo__gte=within[0], post__unit__lo__lt=within[1]))


def handovers_of(post: str, day: date) -> tuple[Handover, ...]:
    """Return the handover of a post on a day, if it is written; one query."""
    return _handovers(Q(post__code=post, day=day))


def posts_of(chosen: Q) -> tuple[Post, ...]:
    """Return the posts that a condition on their rows selects, units in preorder; one query."""
    rows = models.Post.objects.filter(chosen).order_by("unit__lo", "pk")
    return tuple(
        Post(
            code=code,
            unit=unit,
            title=title,
            degree=Degree(degree),
            portfolio=tuple(portfolio),
            covers=tuple(covers),
            since=since,
            until=until,
        )
        for code, unit, title, degree, portfolio, covers, since, until in rows.values_list(*_POST)
    )


_POST = ("code", "unit__code", "title", "degree", "portfolio", "covers", "since", "until")


def _delegations(chosen: Q, **more: date) -> tuple[Delegation, ...]:
    rows = models.Delegation.objects.filter(chosen, **more).order_by("since", "ref").distinct()
    return tuple(
        Delegation(
            ref=ref,
            post=post,
            unit=unit,
            title=title,
            person=person,
            since=since,
            until=until,
            reason=reason,
            by=by,
        )
        for ref, post, unit, title, person, since, until, reason, by in rows.values_list(
            "ref", "post__code", "post__unit__code", "post__title", "person", "since", "until", "reason", "by"
        )
    )


def _handovers(chosen: Q) -> tuple[Handover, ...]:
    rows = models.Handover.objects.filter(chosen).order_by("-day", "ref")
    return tuple(
        Handover(
            ref=ref,
            post=post,
            unit=unit,
            title=title,
            outgoing=outgoing,
            incoming=incoming,
            day=day,
            listed=document.handover_from(text),
            sha256=sha256,
            signed_out=signed_out,
            signed_in=signed_in,
        )
        for (
            ref,
            post,
            unit,
            title,
            outgoing,
            incoming,
            day,
            text,
            sha256,
            signed_out,
            signed_in,
        ) in rows.values_list(
            "ref",
            "post__code",
            "post__unit__code",
            "post__title",
            "outgoing",
            "incoming",
            "day",
            "document",
            "sha256",
            "signed_out",
            "signed_in",
        )
    )
