"""A post: who holds it and held it, and what its keeper does with it; making a post, and correcting one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from remit.core.duty import Degree
from remit.core.post import Holder, Post, lasts_on
from remit.core.problem import Problem
from remit.store import actions, establishment_inquiry
from remit.store.access import acts_as
from remit.store.load import Handover
from remit.store.refusal import Denied, Refused
from remit.web.dates import day_words, parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_day, needed_words, split_words

__all__ = ["do", "edit", "new", "post", "show_post"]

_DEGREES = tuple(degree for degree in Degree if degree is not Degree.PRINCIPAL)
_FIELDS = ("title", "degree", "portfolio", "covers", "code", "since")


@require_GET
@asked
def post(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show a post on a day: `?post=`, `?on=DATE`."""
    return show_post(request, asking, request.GET.get("post", ""))


@require_http_methods(["GET", "POST"])
@asked
def new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for a new post of a unit, and make it."""
    given = request.POST if request.method == "POST" else request.GET
    unit = given.get("unit", "")
    if not establishment_inquiry.keeps(asking.viewer, unit):
        raise Denied
    if request.method == "GET":
        return _form(request, asking, unit, {"degree": Degree.DIRECT, "since": asking.today.isoformat()})
    since, problems = parse_day(given.get("since", ""), field="since")
    title = given.get("title", "").strip()
    made = replace(_typed(given, unit), code=given.get("code", "").strip() or f"{unit}/{title}", since=since)
    return _set(request, asking, made, (*problems, *needed_words(given, "title")))


@require_http_methods(["GET", "POST"])
@asked
def edit(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for a correction of a post, and store it; its days are changed on its own page."""
    given = request.POST if request.method == "POST" else request.GET
    seen, _held = establishment_inquiry.post(asking.viewer, given.get("post", ""), asking.today)
    held = seen.post
    if not establishment_inquiry.keeps(asking.viewer, held.unit):
        raise Denied
    if request.method == "GET":
        typed = {
            "title": held.title,
            "degree": held.degree,
            "portfolio": _("; ").join(held.portfolio),
            "covers": _("; ").join(held.covers),
        }
        return _form(request, asking, held.unit, typed, held=held)
    changed = replace(_typed(given, held.unit), code=held.code, since=held.since, until=held.until)
    return _set(request, asking, changed, needed_words(given, "title"), held=held)


@require_POST
@asked
def do(request: HttpRequest, asking: Asking, what: str) -> HttpResponse:
    """Appoint to a post, let it fall vacant, or close it."""
    deed = _DEEDS.get(what)
    if deed is None:
        raise Http404
    code = request.POST.get("post", "")
    try:
        problems, said = deed(asking, request.POST, code)
    except Refused as refusal:
        problems, said = by_field(refusal.problems, what), ""
    if problems:
        return show_post(request, asking, code, problems=problems, opened=what, status=422)
    messages.success(request, said)
    return HttpResponseRedirect(_address(code))


def _appoint(asking: Asking, form: QueryDict, code: str) -> tuple[tuple[Problem, ...], str]:
    since, problems = needed_day(form, "since")
    problems = (*needed_words(form, "person"), *problems)
    if problems or since is None:
        return problems, ""
    person = form.get("person", "").strip()
    acting = bool(form.get("acting"))
    actions.appoint(asking.by(key_of(form)), post=code, person=person, since=since, acting=acting)
    words = _("{person} holds the post from {day} on.")
    return (), words.format(person=person, day=day_words(since))


def _vacate(asking: Asking, form: QueryDict, code: str) -> tuple[tuple[Problem, ...], str]:
    last, problems = needed_day(form, "last")
    if last is None:
        return problems, ""
    actions.vacate(asking.by(key_of(form)), post=code, last=last)
    return (), _("The post is vacant after {day}.").format(day=day_words(last))


def _close(asking: Asking, form: QueryDict, code: str) -> tuple[tuple[Problem, ...], str]:
    until, problems = needed_day(form, "until")
    if until is None:
        return problems, ""
    seen, _held = establishment_inquiry.post(asking.viewer, code, asking.today)
    actions.set_post(asking.by(key_of(form)), replace(seen.post, until=until))
    return (), _("The post ends on {day}, and with it whoever holds it.").format(day=day_words(until))


_DEEDS: Mapping[str, Callable[[Asking, QueryDict, str], tuple[tuple[Problem, ...], str]]] = {
    "appoint": _appoint,
    "vacate": _vacate,
    "close": _close,
}


def show_post(
    request: HttpRequest,
    asking: Asking,
    code: str,
    *,
    problems: tuple[Problem, ...] = (),
    opened: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the page of a post; what was typed into the form that is `opened` is kept."""
    day, wrong_day = parse_day(request.GET.get("on", ""), field="on")
    on = day or asking.today
    seen, held = establishment_inquiry.post(asking.viewer, code, on)
    file = establishment_inquiry.unit_file(asking.viewer, seen.post.unit, asking.today)
    handovers = establishment_inquiry.handovers(asking.viewer, code)
    lasting = lasts_on(seen.post, asking.today)
    mine = acts_as(asking.viewer, {one.person for one in held if lasts_on(one, asking.today)})
    keeps = establishment_inquiry.keeps(asking.viewer, seen.post.unit)
    context = {
        "line": seen,
        "post": seen.post,
        "unit": file.unit,
        "on": on,
        "on_asked": day is not None and day != asking.today,
        "there": lasts_on(seen.post, on),
        "held": held,
        "covered": establishment_inquiry.names(set(seen.post.covers)),
        "handovers": handovers,
        "due": _handover_due(held, handovers, asking.today) if keeps or mine else None,
        "loans": establishment_inquiry.loans(asking.viewer, code, asking.today),
        "me": asking.viewer.person,
        "keeps": keeps and lasting and file.there,
        "lends": (keeps or mine) and lasting and file.there,
        "problems": (*wrong_day, *problems),
        "fields": (
            "on",
            "person",
            "since",
            "last",
            "until",
            "borrower",
            "loan-since",
            "loan-until",
            "reason",
        ),
        "opened": opened,
        "typed": request.POST,
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/post.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _handover_due(
    held: tuple[Holder, ...], handovers: tuple[Handover, ...], today: date
) -> dict[str, object] | None:
    """The latest time the post passed from one person to another, where its handover is not written yet."""
    written = {one.day for one in handovers}
    for later, earlier in pairwise(held):
        passed = earlier.until is not None and earlier.until + timedelta(days=1) == later.since
        if later.since <= today:
            fits = passed and earlier.person != later.person and later.since not in written
            return {"day": later.since, "outgoing": earlier, "incoming": later} if fits else None
    return None


def _typed(form: QueryDict, unit: str) -> Post:
    degree = form.get("degree", "")
    return Post(
        code="",
        unit=unit,
        title=form.get("title", "").strip(),
        degree=Degree(degree) if degree in set(_DEGREES) else Degree.DIRECT,
        portfolio=split_words(form.get("portfolio", "")),
        covers=split_words(form.get("covers", "")),
    )


def _set(
    request: HttpRequest,
    asking: Asking,
    made: Post,
    problems: tuple[Problem, ...],
    *,
    held: Post | None = None,
) -> HttpResponse:
    if not problems:
        try:
            actions.set_post(asking.by(key_of(request.POST)), made, new=held is None)
        except Refused as refusal:
            other = "code" if held is None else "title"
            fields = [("covers" if p.code == "post-covers" else other, p) for p in refusal.problems]
            problems = tuple(found for field, p in fields for found in by_field((p,), field))
    if problems:
        typed = {field: request.POST.get(field, "") for field in _FIELDS}
        return _form(request, asking, made.unit, typed, held=held, problems=problems, status=422)
    messages.success(request, _("The post is stored."))
    return HttpResponseRedirect(_address(made.code))


def _form(
    request: HttpRequest,
    asking: Asking,
    unit: str,
    typed: Mapping[str, str],
    *,
    held: Post | None = None,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    seen = establishment_inquiry.unit_file(asking.viewer, unit, asking.today)
    context = {
        "unit": seen.unit,
        "held": held,
        "typed": typed,
        "degrees": _DEGREES,
        "problems": problems,
        "fields": _FIELDS,
        "wrong": {field: [p for p in problems if p.place.ref == field] for field in _FIELDS},
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/post_form.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _address(code: str) -> str:
    return f"{reverse('post')}?{urlencode({'post': code})}"
