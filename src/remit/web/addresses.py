"""Addresses of pages that name one thing, for lists of many: the pattern is looked up once, not for every row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from django.urls import get_script_prefix, get_urlconf, reverse

__all__ = ["address_of", "addresses_of", "editions", "query_of", "quoted"]

_PLACE = "PLACE"
_SAFE = "!$&'()*+,;=/~:@"  # as Django's `reverse` leaves them


def address_of(name: str, value: str) -> str:
    """Return the address of a page with one argument, as `reverse` gives it."""
    return addresses_of(name)(value)


def addresses_of(name: str) -> Callable[[str], str]:
    """Return how to find the address of a page with one argument: for very many of them."""
    before, after = _around(name, get_urlconf(), get_script_prefix())
    return lambda value: before + _quoted(value, _SAFE) + after


def quoted(value: str) -> str:
    """Return a value as it stands in a query."""
    return _quoted(value, "")


def query_of(name: str, value: str | None = None, /, **given: str) -> str:
    """Return the address of a page, with one argument or none, and a query; what is empty there is left out."""
    at = _plain(name, get_urlconf(), get_script_prefix()) if value is None else address_of(name, value)
    said = "&".join(f"{key}={_quoted(one, '')}" for key, one in given.items() if one)
    return f"{at}?{said}" if said else at


def editions() -> Callable[[str, date], str]:
    """Return how to find the address of an edition's page by regime and day: for very many of them."""
    urlconf, prefix = get_urlconf(), get_script_prefix()
    return lambda regime, day: _edition(regime, day, urlconf, prefix)


@lru_cache(maxsize=4096)
def _quoted(value: str, safe: str) -> str:
    return quote(value, safe=safe)


@lru_cache(maxsize=256)
def _edition(regime: str, day: date, _urlconf: str | None, _prefix: str) -> str:
    return reverse("regime", args=[regime, day])


@lru_cache(maxsize=128)
def _around(name: str, _urlconf: str | None, _prefix: str) -> tuple[str, str]:
    before, _, after = reverse(name, args=[_PLACE]).partition(_PLACE)
    return before, after


@lru_cache(maxsize=128)
def _plain(name: str, _urlconf: str | None, _prefix: str) -> str:
    return reverse(name)
