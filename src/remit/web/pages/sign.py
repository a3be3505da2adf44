"""Sign in by password or by a link that works once, and sign out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from remit.store import actions, load
from remit.store.models import Account
from remit.store.refusal import Refused
from remit.web.pages import frame
from remit.web.pages.choice import onward, remember

__all__ = ["sign_in", "sign_in_once", "sign_out"]

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; after too many failures say how long to wait."""
    if frame.is_enhanced(request):  # a part of a page was asked for after the session had ended
        return HttpResponse(headers={"HX-Refresh": "true"})
    name, wrong = "", ""
    if request.method == "POST":
        name = request.POST.get("username", "").strip()
        account = authenticate(request, username=name, password=request.POST.get("password", ""))
        if isinstance(account, Account):
            login(request, account)
            return _entered(request, account.username, onward(request))
        # Axes would answer a lockout with a page of its own; ours says the same in the reader's language.
        wrong = "locked" if vars(request).pop("axes_locked_out", False) else "wrong"
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    context = {
        "name": name,
        "wrong": wrong,
        "minutes": minutes,
        "next": request.POST.get("next", request.GET.get("next", "")),
    }
    return frame.show(
        request, "remit/sign_in.html", context, status={"": 200, "wrong": 200, "locked": 429}[wrong]
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in_once(request: HttpRequest, token: str) -> HttpResponse:
    """Use a one-time link up, but only on a click: a mail scanner or a browser that looks ahead does not burn it."""
    if request.method == "GET":
        return frame.show(request, "remit/once.html")
    try:
        username = actions.redeem_sign_in(token, now=timezone.localtime())
    except Refused as refusal:
        return frame.show(request, "remit/once.html", {"problems": refusal.problems}, status=410)
    login(request, Account.objects.get(username=username), backend=_BACKEND)
    return _entered(request, username, "/")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponseRedirect(settings.LOGIN_URL)


def _entered(request: HttpRequest, username: str, address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        remember(response, settings.LANGUAGE_COOKIE_NAME, load.account(username).language)
    return response
