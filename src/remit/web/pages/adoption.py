"""Putting an issued edition in force for a unit and all below it."""

from __future__ import annotations

import secrets
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.core.problem import Place, Problem, error
from remit.core.regime import Edition
from remit.store import actions, inquiry
from remit.store.refusal import Refused
from remit.web.dates import day_words, parse_day
from remit.web.pages.asking import Asking, asked
from remit.web.pages.register import by_click, show_regime

__all__ = ["adopt"]


@by_click
@asked
def adopt(request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Put the edition in force from a day on; an earlier adoption of the regulation there ends on its eve."""
    name, code = Edition(regime, day), request.POST.get("unit", "")
    since, problems = parse_day(request.POST.get("since", ""), field="since")
    if since is None:
        return _again(request, asking, name, problems or (_no_day(),))
    try:
        actions.adopt(
            asking.by(request.POST.get("key", "") or secrets.token_urlsafe(16)), name, unit=code, since=since
        )
    except Refused as refusal:
        return _again(request, asking, name, refusal.problems)
    unit = inquiry.unit(asking.viewer, code).unit
    words = _("In force for {unit} and all below it from {day} on.")
    messages.success(request, words.format(unit=unit.name, day=day_words(since)))
    return HttpResponseRedirect(reverse("regime", args=[regime, day]))


def _again(
    request: HttpRequest, asking: Asking, name: Edition, problems: tuple[Problem, ...]
) -> HttpResponse:
    typed = {"unit": request.POST.get("unit", ""), "since": request.POST.get("since", "")}
    return show_regime(request, asking, name, problems=problems, adopting=typed, status=422)


def _no_day() -> Problem:
    return error("no-since", "It is not said from when.", "Choose the day.", at=Place(ref="since"))
