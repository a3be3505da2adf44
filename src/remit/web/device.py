"""What a browser tells about itself: whether an account was signed in in it before, what it is, where it calls from."""

from __future__ import annotations

import re
import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from remit.store import load
from remit.store.actions import address_mark
from remit.store.refusal import NotThere

__all__ = ["browser_words", "known_device", "remember_device", "where_from"]

_COOKIE = "remit_device"
_SALT = "remit.web.device"
_HALF_YEAR = 180 * 24 * 60 * 60
_MOST_ACCOUNTS = 8
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone|iPad", "iOS"),
    ("Mac OS X", "macOS"),
    ("HarmonyOS", "HarmonyOS"),
    ("Linux", "Linux"),
)


def known_device(request: HttpRequest, username: str) -> str:
    """Return the name of this browser where the account was signed in in it before, else nothing."""
    device, accounts = _read(request)
    try:
        return device if load.actor(username) in accounts else ""
    except NotThere:
        return ""


def remember_device(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Let the browser remember, signed, that an account was signed in in it."""
    device, accounts = _read(request)
    mine = load.actor(username)
    kept = [mine, *(a for a in accounts if a != mine)][:_MOST_ACCOUNTS]
    value = signing.dumps([device or secrets.token_urlsafe(12), kept], salt=_SALT)
    response.set_cookie(
        _COOKIE,
        value,
        max_age=_HALF_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path=settings.LOGIN_URL,
    )


def where_from(request: HttpRequest) -> str:
    """Return a mark of the address that a request comes from; behind a proxy, of the one that the proxy names last."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    return address_mark(address)


def browser_words(request: HttpRequest) -> str:
    """Return what a browser is, as roughly as its owner needs to tell it from another."""
    agent = request.headers.get("User-Agent", "")[:500]
    named = [
        next((name for sign, name in table if re.search(sign, agent)), "") for table in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(word for word in named if word)


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        device, accounts = signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_SALT, max_age=_HALF_YEAR)
    except (signing.BadSignature, ValueError):
        return "", []
    return str(device), [str(a) for a in accounts]
