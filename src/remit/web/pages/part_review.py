"""Reviewing the parts of a draft with one click: a part is accepted, or set aside with the reason."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import partial
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from remit.core.duty import ReviewState
from remit.core.part_decision import find_part, list_of_part, parts_to_review
from remit.core.regime import Edition
from remit.store import actions, inquiry
from remit.store.refusal import NotThere, Refused
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.parts import part_line, show_parts
from remit.web.pages.register import by_click, register_context
from remit.web.pages.review import version_seen
from remit.web.templatetags.words import problem_words

__all__ = ["accept", "back_to_part", "part_key", "reject"]

_by_click = partial(by_click, back="regime-parts")


@_by_click
@asked
def accept(request: HttpRequest, asking: Asking, regime: str, day: date, part: str) -> HttpResponse:
    """Accept a part as it stands; to htmx the answer is the part and the progress anew."""
    name, version = Edition(regime, day), version_seen(request)
    try:
        actions.review_part(
            asking.by(part_key(name, part, "accepted", version)),
            name,
            part,
            decision=ReviewState.ACCEPTED,
            version=version,
        )
    except Refused as refusal:
        if frame.is_enhanced(request):
            return frame.reload(request, " ".join(problem_words(p) for p in refusal.problems))
        return show_parts(request, asking, name, problems=refusal.problems, status=422)
    if frame.is_enhanced(request):
        return _card(request, asking, name, part)
    return back_to_part(name, part)


@_by_click
@asked
def reject(request: HttpRequest, asking: Asking, regime: str, day: date, part: str) -> HttpResponse:
    """Set aside what the text does not lay down, with the reason."""
    name, version, reason = Edition(regime, day), version_seen(request), request.POST.get("reason", "")
    try:
        actions.review_part(
            asking.by(part_key(name, part, "rejected", version, reason)),
            name,
            part,
            decision=ReviewState.REJECTED,
            version=version,
            reason=reason,
        )
    except Refused as refusal:
        return show_parts(request, asking, name, problems=refusal.problems, status=422)
    return back_to_part(name, part)


def part_key(name: Edition, ref: str, decision: str, version: int, *content: object) -> str:
    """Return the key of a decision: the same one with the same content on the same version is one request."""
    digest = hashlib.sha256(repr((str(name), ref, version, content)).encode()).hexdigest()
    return f"part-{decision}:{digest}"


def back_to_part(name: Edition, part: str) -> HttpResponse:
    """Lead to a part on the page of the edition's parts."""
    return HttpResponseRedirect(f"{reverse('regime-parts', args=[name.regime, name.day])}#p-{quote(part)}")


def _card(request: HttpRequest, asking: Asking, name: Edition, ref: str) -> HttpResponse:
    held, text = inquiry.edition(asking.viewer, name)
    part = find_part(text, ref)
    if part is None:
        raise NotThere(ref)
    name_of_list = list_of_part(part)
    context = {
        **register_context(asking, held, text),
        "line": part_line(text, part, name_of_list),
        "name": name_of_list,
        "open": sum(list_of_part(one) == name_of_list for one in parts_to_review(text)),
        "on_parts": True,
        "oob": True,
    }
    return render(request, "remit/fragments/part_reviewed.html", context)
