"""A unit: where it and all below it stand on any day, what it owes, and who holds its posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from remit.core.post import Unit, lasts_on
from remit.core.standing import Status
from remit.rollup.counts import NodeCount
from remit.store import inquiry
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.establishment import establishment_of
from remit.web.pages.owed import DONE, OPEN, Owed, owed_by, take_together

__all__ = ["ChildLine", "unit", "units"]

_LONGEST_LIST = 30
_LONGEST_OWN = 12
_LONGEST_LEVEL = 50


@dataclass(frozen=True, slots=True)
class ChildLine:
    """A unit directly below, with the counts of its whole subtree."""

    unit: Unit
    counts: Mapping[Status, int]

    @property
    def figures(self) -> tuple[int, ...]:
        """The counts in the order of the statuses."""
        return tuple(self.counts[status] for status in Status)


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
    """Show a unit on a day: `?on=DATE`, today where none is named."""
    seen = inquiry.unit(asking.viewer, code, most=_LONGEST_LEVEL)
    day, problems = parse_day(request.GET.get("on", ""), field="on")
    on = day or asking.today
    nodes = {
        node.unit: node for node in inquiry.rollup(asking.viewer, code, on, depth=1, most=_LONGEST_LEVEL + 1)
    }
    stand = inquiry.standings(asking.viewer, code, on, subtree=False)
    own = tuple(owed_by(stand, {code: seen.unit.name}))
    whole = "all" in request.GET
    counts = nodes[code].subtree
    records = inquiry.records(asking.viewer, code, first=date(on.year, 1, 1), last=on, subtree=False)[::-1]
    lines = _children(seen.below, nodes, on)
    context = {
        "unit": seen.unit,
        "above": _crumbs(asking, seen.above),
        "on": on,
        "on_asked": day is not None and day != asking.today,
        "problems": problems,
        "fields": ("on",),
        "total": sum(counts.values()),
        "counts": counts,
        "figures": [(status, counts[status]) for status in Status],
        "statuses": tuple(Status),
        "lines": lines,
        "lines_total": seen.below_total if len(seen.below) < seen.below_total else len(lines),
        "has_below": bool(seen.below),
        **_first("owed", take_together(item for item in own if item.standing.status in OPEN), whole=whole),
        **_first(
            "done",
            take_together((item for item in own if item.standing.status in DONE), latest=True),
            whole=whole,
        ),
        "notes": stand.problems,
        "records": records[:_LONGEST_LIST],
        "records_total": len(records),
        "day_wrong": _("This day cannot be shown; here is today"),
        **establishment_of(asking, code, on),
    }
    return frame.show(request, "remit/unit.html", context, viewer=asking.viewer, today=asking.today)


def _first(name: str, items: Sequence[Owed], *, whole: bool) -> dict[str, object]:
    """The first items of a list that may be long, and how many there are."""
    return {name: items if whole else items[:_LONGEST_OWN], f"{name}_total": len(items)}


def _children(below: tuple[Unit, ...], nodes: Mapping[str, NodeCount], on: date) -> tuple[ChildLine, ...]:
    """The units below that there are on the day; those that are gone stand in the list of units."""
    there = (unit for unit in below if unit.code in nodes and lasts_on(unit, on))
    return tuple(ChildLine(unit, nodes[unit.code].subtree) for unit in there)


def _crumbs(asking: Asking, above: tuple[Unit, ...]) -> tuple[tuple[Unit, bool], ...]:
    """The units above, each with whether the reader may go there: the head of what is seen, and what is below it."""
    heads = {unit.code for unit in inquiry.homes(asking.viewer)}
    seen, crumbs = False, []
    for unit in above:
        seen = seen or unit.code in heads
        crumbs.append((unit, seen))
    return tuple(crumbs)
