"""The ledger of a unit, or of a unit with all below it, in pages; and the heat map of the units below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from remit.core.standing import Status
from remit.store import inquiry, unit_inquiry
from remit.store.access import Action, allowed
from remit.web.addresses import query_of
from remit.web.dates import day_words, parse_day, window_words
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.owed import DONE, OPEN, Owed, owed_by, take_together
from remit.web.pages.paging import turn
from remit.web.templatetags.words import status_word

__all__ = ["Wanted", "heat_map", "ledger"]

_PAGE = 50
_LONGEST_LEVEL = 50
_OPEN, _EVERY = "open", "every"
_SHORT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines of a ledger are wanted, as the address says: `status` is a status, `open` or `every`."""

    whole: bool
    status: str
    duty: str
    window: str

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that are wanted."""
        if self.status == _EVERY:
            return tuple(Status)
        return OPEN if self.status == _OPEN else (Status(self.status),)


@require_GET
@asked
def ledger(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List what `?unit=` owes, `whole`: and all below it; by `status`, `duty` and `window`, fifty `after` some line."""
    given, code = request.GET, request.GET.get("unit", "")
    day, problems = parse_day(given.get("on", ""), field="on")
    on, wanted = day or asking.today, _wanted(given)
    page = unit_inquiry.ledger(
        asking.viewer,
        code,
        on,
        whole=wanted.whole,
        wanted=wanted.statuses,
        duty=wanted.duty,
        window=wanted.window,
        after=given.get("after", "") if wanted.whole else "",
        limit=_PAGE if wanted.whole else 0,
    )
    said = on.isoformat() if day is not None and day != asking.today else ""
    kept = {"unit": code, "whole": "1" if wanted.whole else "", "duty": wanted.duty, "window": wanted.window}
    first = query_of("ledger", **kept, status=wanted.status, on=said)
    context = {
        "place": page.place,
        "page": page,
        "wanted": wanted,
        "on": on,
        "stands_on": _("Where it stands on {day}").format(day=day_words(on)),
        "said": said,
        "problems": problems,
        "fields": ("on",),
        "statuses": [
            (_OPEN, _("all that is open")),
            (_EVERY, _("everything")),
            *((status.value, status_word(status)) for status in Status),
        ],
        "duties": [(reference, _short(words[2].quote)) for reference, words in page.duties.items()],
        "windows": [(window, window_words(window)) for window in page.windows],
        "may_record": allowed(asking.viewer, Action.RECORD, page.place.stretch),
        "first": first if given.get("after") else "",
        "base": first,
        "next": query_of("ledger", **kept, status=wanted.status, on=said, after=page.after)
        if page.after
        else "",
        **({} if wanted.whole else _alone(asking, code, on, wanted, page.place.unit.name, given)),
    }
    return frame.show(request, "remit/ledger.html", context, viewer=asking.viewer, today=asking.today)


@require_GET
@asked
def heat_map(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show how each duty stands in each unit below `?unit=`, with all that is below that; fifty `after` one."""
    code = request.GET.get("unit", "")
    day, problems = parse_day(request.GET.get("on", ""), field="on")
    on = day or asking.today
    said = on.isoformat() if day is not None and day != asking.today else ""
    after = request.GET.get("after", "")
    seen = unit_inquiry.heat_map(asking.viewer, code, on, after=after, most=_LONGEST_LEVEL)
    context = {
        "place": seen.place,
        "seen": seen,
        "on": on,
        "stands_on": _("Where it stands on {day}").format(day=day_words(on)),
        "said": said,
        "problems": problems,
        "fields": ("on",),
        "next": query_of("heat-map", unit=code, on=said, after=seen.after) if seen.after else "",
        "first": query_of("heat-map", unit=code, on=said) if after else "",
    }
    return frame.show(request, "remit/heat_map.html", context, viewer=asking.viewer, today=asking.today)


def _alone(
    asking: Asking, code: str, on: date, wanted: Wanted, name: str, given: QueryDict
) -> dict[str, object]:
    """What a unit itself owes, each duty once, with the reasons; and what could not be given a day."""
    stand = inquiry.standings(asking.viewer, code, on, subtree=False)
    chosen = [one for one in owed_by(stand, {code: name}) if _is_wanted(one, wanted)]
    items = (*_together(chosen, OPEN), *_together(chosen, DONE))
    pages = turn(items, given.get("page", ""), size=_PAGE)
    return {"items": pages.shown, "pages": pages, "notes": stand.problems}


def _together(chosen: Iterable[Owed], statuses: tuple[Status, ...]) -> tuple[Owed, ...]:
    some = (one for one in chosen if one.standing.status in statuses)
    return take_together(some, latest=statuses is DONE)


def _is_wanted(one: Owed, wanted: Wanted) -> bool:
    occurrence = one.standing.occurrence
    return (
        one.standing.status in wanted.statuses
        and wanted.duty in {"", occurrence.duty}
        and wanted.window in {"", occurrence.window}
    )


def _wanted(given: QueryDict) -> Wanted:
    """What is no status is the open ones; a window without a duty is none."""
    status, duty = given.get("status", ""), given.get("duty", "")
    known = {_OPEN, _EVERY, *(one.value for one in Status)}
    return Wanted(
        whole=bool(given.get("whole")),
        status=status if status in known else _OPEN,
        duty=duty,
        window=given.get("window", "") if duty else "",
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
