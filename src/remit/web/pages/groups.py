"""A leading group: its chair, vice-chairs, members and office, by the codes of their posts."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.post import Group, Seat
from remit.core.problem import Problem
from remit.store import actions, establishment_inquiry
from remit.store.refusal import Denied, NotThere, Refused
from remit.web.addresses import query_of
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.establishment import SEATS
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_words

__all__ = ["group"]

_EMPTY_ROWS = 3
_LEAST_ROWS = 6
_MOST_ROWS = 60
_FIELDS = ("title", "seats", "office")


@require_http_methods(["GET", "POST"])
@asked
def group(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask who sits in a group, new (`?unit=`) or known (`?group=`), and store it."""
    given = request.POST if request.method == "POST" else request.GET
    held = _held(asking, given.get("group", ""))
    unit = held.unit if held else given.get("unit", "")
    if not establishment_inquiry.keeps(asking.viewer, unit):
        raise Denied
    if request.method == "GET":
        return _form(request, asking, held or Group(code="", unit=unit, title=""), ())
    rows = range(1, _MOST_ROWS + 1)
    seats = [(given.get(f"seat-{row}", ""), given.get(f"post-{row}", "").strip()) for row in rows]
    title = given.get("title", "").strip()
    made = Group(
        code=held.code if held else f"{unit}/{title}",
        unit=unit,
        title=title,
        seats=tuple((Seat(seat), post) for seat, post in seats if post and seat in set(Seat)),
        office=given.get("office", "").strip(),
    )
    made = replace(made, seats=tuple(sorted(made.seats, key=lambda one: list(Seat).index(one[0]))))
    problems = needed_words(given, "title")
    if not problems:
        try:
            actions.set_group(asking.by(key_of(given)), made, new=held is None)
        except Refused as refusal:
            problems = tuple(found for p in refusal.problems for found in by_field((p,), _field(p, made)))
    if problems:
        return _form(request, asking, made, problems, status=422)
    messages.success(request, _("The leading group is stored."))
    return HttpResponseRedirect(query_of("unit-people", unit=unit))


def _held(asking: Asking, code: str) -> Group | None:
    """The group that is there; a code sent along that nothing has yet is that of a new one."""
    if not code:
        return None
    try:
        return establishment_inquiry.group(asking.viewer, code)
    except NotThere:
        raise Denied from None


def _field(problem: Problem, made: Group) -> str:
    if problem.code == "group-unknown" and dict(problem.values).get("code") == made.office:
        return "office"
    return "seats" if problem.code in ("group-unknown", "group-chairs", "group-shape") else "title"


def _form(
    request: HttpRequest,
    asking: Asking,
    made: Group,
    problems: tuple[Problem, ...],
    *,
    status: int = 200,
) -> HttpResponse:
    seen = establishment_inquiry.unit_file(asking.viewer, made.unit, asking.today)
    rows = [*made.seats, *[(Seat.MEMBER, "")] * max(_EMPTY_ROWS, _LEAST_ROWS - len(made.seats))]
    if not made.seats:
        rows[0] = (Seat.CHAIR, "")
    known = {post for _seat, post in made.seats}
    context = {
        "unit": seen.unit,
        "made": made,
        "known": request.GET.get("group", "") or request.POST.get("group", ""),
        "rows": rows[:_MOST_ROWS],
        "titles": establishment_inquiry.titles(known),
        "posts": seen.posts,
        "seat_words": [(seat, _(word)) for seat, word in SEATS.items()],
        "problems": problems,
        "fields": _FIELDS,
        "wrong": {field: [p for p in problems if p.place.ref == field] for field in _FIELDS},
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/group.html", context, viewer=asking.viewer, today=asking.today, status=status
    )
