"""The records of a unit in a year: what was done, what it adds up to, and what of its evidence expires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from remit.core.record import Record
from remit.core.record_detail import detail_figures
from remit.core.record_kind import find_kind
from remit.store import inquiry, record_inquiry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["Counted", "asked_year", "records"]

_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many records of a kind there are, and what they add up to, field by field."""

    kind: str
    total: Decimal
    figures: tuple[tuple[str, Decimal], ...]


@require_GET
@asked
def records(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List the records of a unit (`?unit=`) in a year (`&year=`), of one kind (`&kind=`) or of all."""
    code = request.GET.get("unit", "")
    if not code:
        homes = inquiry.homes(asking.viewer)
        if not homes:
            raise Http404
        code = homes[0].code
    year = asked_year(request.GET.get("year", ""), asking.today)
    found = inquiry.records(asking.viewer, code, first=date(year, 1, 1), last=date(year, 12, 31))
    kind = request.GET.get("kind", "")
    shown = [one for one in reversed(found) if not kind or one.kind == kind]
    context = {
        "unit": inquiry.unit(asking.viewer, code).unit,
        "year": year,
        "kind": kind,
        "records": shown[:_MOST],
        "more": max(len(shown) - _MOST, 0),
        "counted": _counted(found),
        "expiring": record_inquiry.expiring(asking.viewer, code, asking.today) if not kind else (),
    }
    return frame.show(request, "remit/records.html", context, viewer=asking.viewer, today=asking.today)


def asked_year(text: str, today: date) -> int:
    """Return the year that is asked for, this year where none is."""
    return int(text) if text.isdecimal() and text.isascii() and 1900 <= int(text[:5]) <= 2199 else today.year


def _counted(found: tuple[Record, ...]) -> tuple[Counted, ...]:
    totals: dict[str, Decimal] = {}
    fields: dict[str, list[tuple[str, Decimal]]] = {}
    for one in detail_figures(found):
        if not one.key:
            totals[one.kind] = one.total
        else:
            labels = {field.key: field.label for field in find_kind(one.kind).fields}
            fields.setdefault(one.kind, []).append((labels[one.key], one.total))
    return tuple(
        Counted(kind=kind, total=total, figures=tuple(fields.get(kind, ()))) for kind, total in totals.items()
    )
