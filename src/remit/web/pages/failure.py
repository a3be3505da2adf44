"""What is shown where a page cannot be: a request that is unreadable, refused, lost or broken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import requires_csrf_token

from remit.web.pages import frame

__all__ = ["broken", "missing", "refused", "unreadable"]

_TEMPLATE = "remit/failure.html"


@requires_csrf_token
def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that makes no sense, or is too large."""
    return frame.show(request, _TEMPLATE, {"what": "unreadable"}, status=400)


@requires_csrf_token
def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that is not allowed."""
    return frame.show(request, _TEMPLATE, {"what": "refused"}, status=403)


@requires_csrf_token
def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what is not there, or may not be seen: the two look alike."""
    return frame.show(request, _TEMPLATE, {"what": "missing"}, status=404)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the program failed, without asking the database for anything."""
    return frame.show(request, _TEMPLATE, {"what": "broken", "messages": ()}, status=500)
