"""What no page ever gets to see: a request with texts that no database can keep or look up, or longer than any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse

from remit.core.report import LONGEST_TEXT
from remit.store.screening import is_clean
from remit.web.pages import failure

__all__ = ["CleanRequests"]

_LONGEST = 5 * LONGEST_TEXT  # characters of one field: some hold several texts, a line each


class CleanRequests:
    """Middleware: a NUL in the address or in any field of a form, or a text beyond length, is told as such on any page.

    The API looks at its own requests, and tells it in its own form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._answer(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Answer in the page's place where there is something to tell; the token of the form was looked at before."""
        name = request.resolver_match.url_name if request.resolver_match else ""
        if name == "api":
            return None
        texts = list(_texts(request))
        if not all(map(is_clean, texts)):
            return failure.unprintable(request)
        typed = name != "sign-in-back"  # what a provider of sign-in sends has a limit of its own
        return failure.lengthy(request) if typed and max(map(len, texts)) > _LONGEST else None


def _texts(request: HttpRequest) -> Iterator[str]:
    yield request.path
    for form in (request.GET, request.POST):
        for name, values in form.lists():
            yield name
            yield from map(str, values)
