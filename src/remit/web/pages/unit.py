"""A unit: where it and all below it stand on any day, and what it owes itself. Its people are a page apart."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from remit.core.standing import Status
from remit.store import establishment_inquiry, inquiry, unit_inquiry
from remit.store.establishment_inquiry import UnitFile
from remit.store.unit_inquiry import OPEN
from remit.web.addresses import query_of
from remit.web.dates import day_words, parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["gone", "unit", "units"]

_LONGEST_OWN = 6
_LONGEST_RECORDS = 10
_LONGEST_LEVEL = 50


@require_GET
@asked
def units(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Go to the unit at the head of what the reader sees, or offer the choice where there are several."""
    homes = inquiry.homes(asking.viewer)
    if len(homes) == 1:
        return HttpResponseRedirect(reverse("unit", args=[homes[0].code]))
    return frame.show(request, "remit/units.html", {"homes": homes}, viewer=asking.viewer, today=asking.today)


@require_GET
@asked
def unit(request: HttpRequest, asking: Asking, code: str) -> HttpResponse:
    """Show a unit on a day: `?on=DATE`, today where none is named; of the units below, fifty `after` one."""
    day, problems = parse_day(request.GET.get("on", ""), field="on")
    on = day or asking.today
    stands = unit_inquiry.unit(
        asking.viewer,
        code,
        on,
        after=request.GET.get("after", ""),
        most=_LONGEST_LEVEL,
        duties=_LONGEST_OWN,
        records=_LONGEST_RECORDS,
    )
    own = dict(zip(Status, stands.own.figures, strict=True))
    owes = sum(own.values())
    said = on.isoformat() if day is not None and day != asking.today else ""
    context = {
        "unit": stands.place.unit,
        "stands": stands,
        "on": on,
        "said": said,
        "problems": problems,
        "fields": ("on",),
        "stands_on": _("Where it stands on {day}").format(day=day_words(on)),
        "windows": _windows(sum(stands.figures), on.year),
        "year": _("in {year}").format(year=on.year),
        "next": query_of("unit", code, after=stands.after, on=said) if stands.after else "",
        "ways": _ways(code, said, heads=stands.place.heads),
        "records": query_of("records", unit=code, year=str(on.year)),
        "ledger": query_of("ledger", unit=code, on=said),
        "own": _("{open} of {total} windows are open").format(open=sum(own[s] for s in OPEN), total=owes),
        "owes": owes,
        **gone(stands.gone, on),
    }
    return frame.show(request, "remit/unit.html", context, viewer=asking.viewer, today=asking.today)


def _windows(total: int, year: int) -> str:
    words = ngettext("{total} duty window in {year}", "{total} duty windows in {year}", total)
    return words.format(total=total, year=year)


def _ways(code: str, said: str, *, heads: bool) -> list[tuple[str, str]]:
    """Where to go on from a unit: addresses and words."""
    found = [
        (query_of("unit-people", unit=code, on=said), _("Posts and people")),
        (query_of("breakdown", unit=code), _("Task breakdown")),
        (query_of("reports", unit=code), _("Reports")),
        (query_of("situations", unit=code), _("Major situations")),
        (query_of("register", unit=code), _("Places, systems and assets")),
        (query_of("means", unit=code), _("People and means")),
        (query_of("calendar", unit=code), _("Calendar")),
        (query_of("burden", unit=code), _("What is asked")),
    ]
    if heads:
        found += [
            (query_of("heat-map", unit=code, on=said), _("Heat map")),
            (query_of("ledger", unit=code, on=said, whole="1"), _("What is open below")),
            (query_of("units-below", unit=code), _("List of the units below")),
            (query_of("task-new", unit=code), _("Hand down a task")),
            (query_of("packages"), _("Packages")),
        ]
    return found


def gone(seen: UnitFile | None, on: date) -> dict[str, object]:
    """What is said of a unit that does not exist on the day: who answers for it, and why."""
    if seen is None or seen.there:
        return {}
    return {
        "gone": seen,
        "heir_name": establishment_inquiry.names({seen.heir}).get(seen.heir, seen.heir),
        "cause": seen.cause.kind if seen.cause else "",
        "was": seen.unit.until if seen.unit.until and seen.unit.until < on else None,
    }
