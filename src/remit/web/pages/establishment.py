"""What a unit is as an office: its posts and people, leading groups and history; and the units below it, in pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from remit.core.post import ChangeKind, Group, Holder, Seat, UnitChange, lasts_on
from remit.store import establishment_inquiry, unit_inquiry
from remit.store.access import Action, allowed
from remit.store.establishment_inquiry import Choice, UnitFile
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.reorganising import CHANGES
from remit.web.pages.unit import gone

__all__ = ["SEATS", "GroupCard", "SeatLine", "below", "people"]

SEATS = {
    Seat.CHAIR: gettext_noop("Chair"),
    Seat.VICE: gettext_noop("Vice-chair"),
    Seat.MEMBER: gettext_noop("Member"),
}
_PAGE = 50
_TOLD = {
    ChangeKind.RENAMED: gettext_noop("Renamed from “{before}” to “{after}”."),
    ChangeKind.MOVED: gettext_noop("Moved from “{before}” to “{after}”."),
    ChangeKind.RECLASSIFIED: gettext_noop("Changed its kind from “{before}” to “{after}”."),
    ChangeKind.MERGED: gettext_noop("Merged into “{after}”."),
    ChangeKind.SPLIT: gettext_noop("“{after}” was split off."),
    ChangeKind.CLOSED: gettext_noop("Closed."),
}
_GAINED = {
    ChangeKind.MERGED: gettext_noop("“{unit}” was merged into it."),
    ChangeKind.SPLIT: gettext_noop("Split off from “{unit}”."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """A seat: what it is, the post that fills it with its unit's name, and who holds the post on the day."""

    seat: str
    post: str
    title: str
    unit_name: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A leading group as it is shown; `office` is the name of the unit or post where its office is seated."""

    group: Group
    seats: tuple[SeatLine, ...]
    office: str


@require_GET
@asked
def people(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show what `?unit=` is as an office on a day (`on`): posts and holders, leading groups, what became of it."""
    code = request.GET.get("unit", "")
    day, problems = parse_day(request.GET.get("on", ""), field="on")
    on = day or asking.today
    place = unit_inquiry.place(asking.viewer, code)
    context = {
        "place": place,
        "unit": place.unit,
        "on": on,
        "on_asked": day is not None and day != asking.today,
        "said": on.isoformat() if day is not None and day != asking.today else "",
        "problems": problems,
        "fields": ("on",),
        **_establishment(asking, code, on),
    }
    return frame.show(request, "remit/people.html", context, viewer=asking.viewer, today=asking.today)


def _establishment(asking: Asking, code: str, on: date) -> dict[str, object]:
    """What is shown of a unit as an office."""
    seen = establishment_inquiry.unit_file(asking.viewer, code, on)
    history = establishment_inquiry.history(asking.viewer, code)
    named = {one.unit for one in history} | {one.office for one in seen.groups}
    moved = (c for c in history if c.kind not in (ChangeKind.RENAMED, ChangeKind.RECLASSIFIED))
    named |= {word for change in moved for word in (change.before, change.after)}
    names = establishment_inquiry.names(named)
    keeps = establishment_inquiry.keeps(asking.viewer, code)
    return {
        "seen": seen,
        **gone(seen, on),
        "history": [(change.day, _told(change, code, names)) for change in history],
        "posts": seen.posts,
        "ended": seen.ended,
        "groups": _cards(seen, on, names),
        "keeps": keeps,
        "changes": [(name, _(form.name)) for name, form in CHANGES.items()] if keeps and seen.there else [],
    }


@require_GET
@asked
def below(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List the units below one, fifty at a time: `?unit=`, by `kind` and `tag`, `whole` subtree, also `closed` ones."""
    given = request.GET
    code = given.get("unit", "")
    choice = Choice(
        kind=given.get("kind", ""),
        tag=given.get("tag", ""),
        closed=bool(given.get("closed")),
        whole=bool(given.get("whole")),
    )
    level = establishment_inquiry.level(
        asking.viewer, code, choice, after=given.get("after", ""), limit=_PAGE, today=asking.today
    )
    kinds, tags = establishment_inquiry.choices(asking.viewer, code, whole=choice.whole)
    kept = given.copy()
    kept.pop("after", None)
    first = kept.urlencode()
    if level.more:
        kept["after"] = level.more
    names = establishment_inquiry.names({one.parent for one in level.units})
    context = {
        "unit": level.unit,
        "level": level,
        "choice": choice,
        "kinds": kinds,
        "tags": tags,
        "rows": [(one, names.get(one.parent, ""), not lasts_on(one, asking.today)) for one in level.units],
        "takes_lists": allowed(asking.viewer, Action.ORGANISE),
        "first": first if given.get("after") else "",
        "next": kept.urlencode() if level.more else "",
    }
    return frame.show(request, "remit/below.html", context, viewer=asking.viewer, today=asking.today)


def _told(change: UnitChange, code: str, names: Mapping[str, str]) -> str:
    """A change in a sentence, as seen from one unit."""
    if change.unit != code:
        return _(_GAINED[change.kind]).format(unit=names.get(change.unit, change.unit))
    by_name = change.kind in (ChangeKind.RENAMED, ChangeKind.RECLASSIFIED)
    before, after = (word if by_name else names.get(word, word) for word in (change.before, change.after))
    return _(_TOLD[change.kind]).format(before=before or _("none"), after=after or _("none"))


def _cards(seen: UnitFile, on: date, names: Mapping[str, str]) -> list[GroupCard]:
    groups = seen.groups
    if not groups:
        return []
    held = establishment_inquiry.holders_of_groups(groups, on)
    codes = {post for one in groups for _seat, post in one.seats} | {one.office for one in groups}
    titles = establishment_inquiry.titles(codes)
    return [
        GroupCard(
            group=one,
            seats=tuple(
                SeatLine(
                    seat=_(SEATS[seat]),
                    post=post,
                    title=titles[post][0],
                    unit_name="" if titles[post][1] == one.unit else titles[post][2],
                    holders=held.get(post, ()),
                )
                for seat, post in one.seats
            ),
            office=names.get(one.office) or _post_name(titles.get(one.office)),
        )
        for one in groups
    ]


def _post_name(title: tuple[str, str, str] | None) -> str:
    return f"{title[2]} {title[0]}" if title else ""
