"""The feed of what I answer for: a calendar program reads it under a secret address, without signing in."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from remit.files.ics import DueEntry, calendar_bytes
from remit.store import actions, load
from remit.store.access import sees_units
from remit.store.feed import digest, feed_account, feed_of
from remit.store.refusal import NotThere
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.mine import find_mine
from remit.web.pages.sign_account import freshly, new_key

__all__ = ["feed", "feed_address"]

_BEHIND, _AHEAD = timedelta(days=92), timedelta(days=366)
_TITLE = 120
_SHORTEST = 20  # characters: what is shorter was never drawn here


@login_not_required
@require_GET
def feed(_request: HttpRequest, token: str) -> HttpResponse:
    """Hand out what a person still has to do as calendar entries: titles and days, and nothing else."""
    now = timezone.localtime()
    try:
        username, language = feed_account(token if len(token) >= _SHORTEST else "")
        asking = Asking(viewer=load.viewer(username, now.date()), now=now)
    except NotThere:
        raise Http404 from None
    with translation.override(language):
        data = _entries(asking)
    return HttpResponse(
        data,
        content_type="text/calendar; charset=utf-8",
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": 'inline; filename="remit.ics"',
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex",
        },
    )


@never_cache
@require_http_methods(["GET", "POST"])
@freshly
@asked
def feed_address(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Make, renew or revoke the address of my own feed; its secret is shown once."""
    username, address = request.user.get_username(), ""
    if request.method == "POST" and request.POST.get("done") == "revoke":
        actions.revoke_feed(asking.by(new_key()), username=username)
    elif request.method == "POST":
        secret = secrets.token_urlsafe(32)
        actions.renew_feed(asking.by(new_key()), username=username, digest=digest(secret))
        address = request.build_absolute_uri(reverse("feed", args=[secret]))
    context = {"feed": feed_of(username), "address": address, "units": sees_units(asking.viewer.role)}
    return frame.show(request, "remit/feed.html", context, viewer=asking.viewer, today=asking.today)


def _entries(asking: Asking) -> bytes:
    first, last = asking.today - _BEHIND, asking.today + _AHEAD
    mine = find_mine(asking, first=first, last=last)
    names = {unit.code: unit.name for unit in mine.units}
    entries = [
        DueEntry(item.standing.occurrence, _title(item.duty.quote, item.unit_name, len(names)), "")
        for item in mine.owed
        if item.open and first <= item.standing.occurrence.due <= last
    ]
    entries.sort(key=lambda one: (one.occurrence.due, one.occurrence.duty))
    return calendar_bytes(_("My duties"), entries, edition=asking.today, days_before=7)


def _title(quote: str, unit: str, units: int) -> str:
    words = quote if len(quote) <= _TITLE else quote[: _TITLE - 1] + "…"
    return _("{unit}: {words}").format(unit=unit, words=words) if units > 1 else words
