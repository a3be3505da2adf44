"""The journal as the auditor reads it: a hundred lines at a time, the latest first asked for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from remit.store import administration_inquiry, inquiry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["journal"]

_PAGE = 100


@require_GET
@asked
def journal(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show lines of the journal: `?after=NUMBER`; without it the last hundred."""
    last, leaf = administration_inquiry.journal_end(asking.viewer)
    asked_for = request.GET.get("after", "")
    newest = max(last - _PAGE, 0)
    after = min(int(asked_for), last) if asked_for.isdecimal() and len(asked_for) < 16 else newest
    lines = inquiry.journal(asking.viewer, after=after, limit=_PAGE)
    context = {
        "lines": lines,
        "last": last,
        "leaf": leaf,
        "earlier": max(after - _PAGE, 0) if after > 0 else None,
        "later": after + _PAGE if after + _PAGE < last else None,
    }
    return frame.show(request, "remit/journal.html", context, viewer=asking.viewer, today=asking.today)
