"""Reports of a unit and of all units below: what is expected, begun, handed in, late and missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET, require_POST

from remit.core.expected_report import ReportState
from remit.core.problem import Place, Problem
from remit.core.standing import Status
from remit.store import actions, reporting_inquiry
from remit.store.refusal import Refused
from remit.web.addresses import address_of, query_of
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key, key_of

__all__ = ["begin", "reports", "reports_below", "urge"]

_PAGE = 100
_SHOWN: dict[str, tuple[str, tuple[Status, ...]]] = {
    "": (gettext_noop("all units"), tuple(Status)),
    "missing": (gettext_noop("missing"), (Status.OVERDUE, Status.UNASSIGNED)),
    "late": (gettext_noop("handed in late"), (Status.LATE,)),
    "open": (gettext_noop("not yet due"), (Status.UPCOMING, Status.DUE_SOON)),
    "done": (gettext_noop("handed in"), (Status.MET, Status.LATE)),
}
_TO_URGE = frozenset(
    {ReportState.EXPECTED, ReportState.MISSING, ReportState.DRAFT, ReportState.APPROVED, ReportState.RETURNED}
)


@require_GET
@asked
def reports(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show the reports that a unit is to make in a year: `?unit=`, `?on=`."""
    return _of_unit(request, asking, request.GET.get("unit", ""))


@require_POST
@asked
def begin(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Begin a report; one that was begun meanwhile is opened."""
    form = request.POST
    try:
        ref = actions.open_report(
            asking.by(key_of(form)),
            unit=form.get("unit", ""),
            duty=form.get("duty", ""),
            period=form.get("period", ""),
        )
    except Refused as refusal:
        there = next((dict(p.values)["ref"] for p in refusal.problems if p.code == "report-there"), "")
        if there:
            return HttpResponseRedirect(address_of("report", there))
        return _of_unit(request, asking, form.get("unit", ""), problems=refusal.problems, status=422)
    return HttpResponseRedirect(address_of("report", ref))


@require_GET
@asked
def reports_below(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show how far units below have come: `?unit=`, `?duty=`, `?window=`, `?show=`, `?after=`, `?on=`."""
    return _below(request, asking, request.GET.get("unit", ""))


@require_POST
@asked
def urge(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Urge the units that are ticked, also those that have begun nothing."""
    form = request.POST
    units = tuple(form.getlist("units"))
    try:
        actions.call_for_reports(
            asking.by(key_of(form)),
            asker=form.get("unit", ""),
            units=units,
            duty=f"{form.get('duty', '')}@{form.get('window', '')}",
            period=form.get("period", ""),
        )
    except Refused as refusal:
        placed = tuple(replace(p, place=Place(ref="units")) for p in refusal.problems)
        return _below(request, asking, form.get("unit", ""), problems=placed, status=422)
    said = ngettext("{count} unit was urged.", "{count} units were urged.", len(units))
    messages.success(request, said.format(count=len(units)))
    given = {name: form.get(name, "") for name in ("unit", "duty", "window", "show")}
    return HttpResponseRedirect(query_of("reports-below", **given))


def _of_unit(
    request: HttpRequest, asking: Asking, unit: str, *, problems: tuple[Problem, ...] = (), status: int = 200
) -> HttpResponse:
    on, wrong = _day(request, asking)
    seen = reporting_inquiry.reports_of(asking.viewer, unit, on)
    context = {
        "seen": seen,
        "unit": seen.unit,
        "on": on,
        "said": request.GET.get("on", ""),
        "key": fresh_key(),
        "problems": (*problems, *wrong),
        "fields": ("on",),
    }
    return frame.show(
        request, "remit/reports.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _below(
    request: HttpRequest, asking: Asking, unit: str, *, problems: tuple[Problem, ...] = (), status: int = 200
) -> HttpResponse:
    given = request.GET if request.method == "GET" else request.POST
    on, wrong = _day(request, asking)
    show = given.get("show", "") if given.get("show", "") in _SHOWN else ""
    seen = reporting_inquiry.reports_below(
        asking.viewer,
        unit,
        on,
        duty=given.get("duty", ""),
        window=given.get("window", ""),
        wanted=_SHOWN[show][1],
        after=given.get("after", ""),
        limit=_PAGE,
    )
    here = {"unit": unit, "duty": seen.duty, "window": seen.window, "show": show, "on": given.get("on", "")}
    context = {
        "seen": seen,
        "unit": seen.unit,
        "on": on,
        "show": show,
        "shows": [(value, _(words)) for value, (words, _statuses) in _SHOWN.items()],
        "counts": [(status, count) for status, count in seen.counts.items() if count],
        "to_urge": {one.unit for one in seen.lines if one.state in _TO_URGE} if seen.urges else set(),
        "first": query_of("reports-below", **here) if given.get("after") else "",
        "next": query_of("reports-below", **here, after=seen.after) if seen.after else "",
        "key": fresh_key(),
        "problems": (*problems, *wrong),
        "fields": ("on", "units"),
    }
    return frame.show(
        request, "remit/reports_below.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _day(request: HttpRequest, asking: Asking) -> tuple[date, tuple[Problem, ...]]:
    day, problems = parse_day(request.GET.get("on", ""), field="on")
    return day or asking.today, problems
