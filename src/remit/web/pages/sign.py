"""Sign in by password or by a link that works once, and sign out."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from remit.store import actions
from remit.store.guesses import forget, take_guess
from remit.store.models import Account
from remit.store.refusal import Refused
from remit.web import entry
from remit.web.device import known_device, where_from
from remit.web.pages import frame
from remit.web.pages.choice import onward
from remit.web.pages.sign_directory import ask_directory
from remit.web.pages.sign_passkey import site_of
from remit.web.pages.sign_refusal import refusals_said

__all__ = ["minutes_until", "sign_in", "sign_in_once", "sign_out"]


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@refusals_said
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password, and offer the other ways in; after too many failures say how long to wait."""
    if frame.is_enhanced(request):  # a part of a page was asked for after the session had ended
        return HttpResponse(headers={"HX-Refresh": "true"})
    name, wrong, minutes = "", "", 0
    now = timezone.localtime()
    if request.method == "POST" and _passwords():
        name = request.POST.get("username", "").replace("\0", "").strip()
        device = known_device(request, name)
        until = take_guess(name, device=device, now=now)
        if until is None:
            found = _find(request, name, request.POST.get("password", ""), now)
            if found:
                forget(name, device=device)
                return entry.admit(request, found, way="password", address=onward(request))
            actions.note_failure(name, way="password", mark=where_from(request), now=now)
            wrong = "wrong"
        else:
            wrong, minutes = "locked", minutes_until(until, now)
    context = {
        "name": name,
        "wrong": wrong,
        "minutes": minutes,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "passwords": _passwords(),
        "providers": settings.IDENTITY.providers,
        "passkeys": site_of(request).fit,
        "link": entry.expected_link(request),
    }
    return frame.show(
        request, "remit/sign_in.html", context, status={"": 200, "wrong": 200, "locked": 429}[wrong]
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
@refusals_said
def sign_in_once(request: HttpRequest, token: str) -> HttpResponse:
    """Use a one-time link up, but only on a click: a mail scanner or a browser that looks ahead does not burn it."""
    if request.method == "GET":
        return frame.show(request, "remit/once.html")
    try:
        username = actions.redeem_sign_in(token, now=timezone.localtime())
    except Refused as refusal:
        return frame.show(request, "remit/once.html", {"problems": refusal.problems}, status=410)
    return entry.admit(request, username, way="link", address="/")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    entry.leave(request, why="asked")
    return HttpResponseRedirect(settings.LOGIN_URL)


def minutes_until(until: datetime, now: datetime) -> int:
    """Return the whole minutes that are left, at least one."""
    return max(1, -int((now - until).total_seconds() // 60))


def _passwords() -> bool:
    return settings.IDENTITY.sign_in.passwords or settings.IDENTITY.directory is not None


def _find(request: HttpRequest, name: str, password: str, now: datetime) -> str:
    """Return whose name and password these are, empty where they do not belong together.

    Whom the directory knows is let in by it alone: a password kept here does not outlive being closed there.
    """
    if settings.IDENTITY.directory is not None:
        found = ask_directory(name, password, now=now)
        if found is not None:
            return found
    if not settings.IDENTITY.sign_in.passwords:
        return ""
    account = authenticate(request, username=name, password=password)
    return account.username if isinstance(account, Account) else ""
