"""What is shown where a page cannot be: a request that is unreadable, refused, lost or broken."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import requires_csrf_token

from remit.web.pages import frame

__all__ = ["broken", "lengthy", "missing", "refused", "unprintable", "unreadable"]


def _page(what: str, status: int, **context: object) -> Callable[..., HttpResponse]:
    """A handler; what Django says about the exception is not shown to anybody."""

    @requires_csrf_token
    def handle(request: HttpRequest, *_args: object, **_values: object) -> HttpResponse:
        return frame.show(request, "remit/failure.html", {"what": what, **context}, status=status)

    return handle


unreadable = _page("unreadable", 400)
unprintable = _page("unprintable", 400)
lengthy = _page("lengthy", 413)
refused = _page("refused", 403)
missing = _page("missing", 404)  # for what is not there and for what may not be seen: the two look alike
broken = _page("broken", 500, messages=())  # asks the database for nothing: it may be what failed
