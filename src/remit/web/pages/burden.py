"""What regimes ask of a unit and of those below it: how much, what is asked twice, what one record would serve."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from remit.core.burden import Ask
from remit.core.record_kind import find_kind
from remit.core.regime import clause_path
from remit.store import burden_inquiry, inquiry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["burden"]

_FIRST, _LAST = 1990, 2199


@require_GET
@asked
def burden(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show what is asked of `?unit=` in `?year=`, this year where none is named."""
    unit = request.GET.get("unit", "")
    if not unit:
        homes = inquiry.homes(asking.viewer)
        unit = homes[0].code if homes else ""
    year = _year(request.GET.get("year", ""), asking.today.year)
    found = burden_inquiry.burden_of(asking.viewer, unit, year)
    seen = inquiry.unit(asking.viewer, unit, most=0)
    names = {one.code: one.name for one in (*seen.above, seen.unit)}
    below = burden_inquiry.burden_below(asking.viewer, unit, year, asking.today)
    context = {
        "unit": seen.unit,
        "year": year,
        "years": (year - 1, year + 1),
        "burden": found,
        "kinds": [(_(find_kind(kind).label), times, duties) for kind, times, duties in found.by_kind()],
        "records": found.records(),
        "fields": found.fields(),
        "saved": found.saved(),
        "twice": found.saved(twice=True),
        "shared": [
            (_(find_kind(one.kind).label), one, [_line(ask, names) for ask in one.asks])
            for one in found.shared
        ],
        "asks": [_line(ask, names) for ask in found.asks],
        "below": below,
        "below_records": sum(one.records for one in below),
        "below_fields": sum(one.fields for one in below),
        "below_saved": sum(one.saved for one in below),
    }
    return frame.show(request, "remit/burden.html", context, viewer=asking.viewer, today=asking.today)


def _line(ask: Ask, names: Mapping[str, str]) -> tuple[Ask, str, str, str]:
    place = f"{ask.duty.partition('/')[0]} {clause_path(ask.clause)}"
    return ask, _(find_kind(ask.kind).label), place, names.get(ask.asked_by, ask.asked_by)


def _year(text: str, otherwise: int) -> int:
    known = text.isdecimal() and text.isascii() and len(text) == 4 and _FIRST <= int(text) <= _LAST
    return int(text) if known else otherwise
