"""The API as a whole: its parts, its description, and the one way through for every request."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from ninja import NinjaAPI

from remit import __version__
from remit.api import (
    burden,
    changes,
    division,
    editions,
    handovers,
    installation,
    matters,
    packages,
    posts,
    reading,
    records,
    registers,
    reports,
    units,
)
from remit.api.parsing import StrictParser
from remit.api.reference import describe, show_reference
from remit.api.shown import render
from remit.api.trouble import handle, tell, tell_broken, tell_missing, tell_verb, unreadable
from remit.store.screening import is_clean

__all__ = ["answer", "api"]

api = NinjaAPI(
    title="Remit",
    version=__version__,
    description="The same questions and actions as the pages, as JSON.",
    openapi_url=None,
    docs_url=None,
    parser=StrictParser(),
)
for part in (
    installation,
    units,
    burden,
    changes,
    posts,
    handovers,
    editions,
    division,
    records,
    registers,
    reports,
    matters,
    packages,
    reading,
):
    api.add_router("", part.router)
handle(api)
_resolver = URLResolver(RegexPattern(r"^/"), api.urls[0])


def answer(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer a request: what nobody foresaw is written down and told as such, never shown."""
    try:
        response = _answer(request, rest)
    except Exception as fault:  # noqa: BLE001 - a process boundary: the caller gets a problem in any case
        response = tell_broken(fault)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _answer(request: HttpRequest, rest: str) -> HttpResponse:
    if not is_clean(rest) or any(
        not is_clean(part) for pair in request.GET.lists() for part in (pair[0], *pair[1])
    ):
        return tell(400, [unreadable()])
    if request.method in {"GET", "HEAD"} and rest == "":
        return show_reference(request, api)
    if request.method in {"GET", "HEAD"} and rest == "openapi.json":
        return render(describe(api))
    try:
        match = _resolver.resolve(f"/{rest}")
    except Resolver404:
        return tell_missing()
    response = match.func(request, **match.kwargs)
    if not isinstance(response, HttpResponse):
        raise TypeError("an operation answers as a whole")
    return tell_verb(response.headers["Allow"]) if response.status_code == 405 else response
