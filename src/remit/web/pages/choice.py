"""How the site speaks and how large it writes: remembered in the browser, for everybody."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from remit.web.pages import frame

__all__ = ["choose_language", "choose_type_size", "onward", "remember"]

_YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Switch between Chinese and English and return to where the reader was."""
    response = HttpResponseRedirect(onward(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    return response


@login_not_required
@require_POST
def choose_type_size(request: HttpRequest) -> HttpResponse:
    """Switch large type on or off and return to where the reader was."""
    response = HttpResponseRedirect(onward(request))
    remember(response, frame.LARGE, "large" if request.POST.get("size") == "large" else "normal")
    return response


def onward(request: HttpRequest, *, otherwise: str = "/") -> str:
    """Return the address of this site that the form names as `next`; anything else leads home."""
    address = request.POST.get("next", "")
    fine = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if fine else otherwise


def remember(response: HttpResponse, name: str, value: str) -> None:
    """Keep a choice in the browser for a year."""
    response.set_cookie(
        name,
        value,
        max_age=_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
