"""Who asks for a page, and when; and how a page answers when the store refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from remit.store import load
from remit.store.access import Viewer
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused
from remit.store.transaction import By
from remit.web.pages import frame

__all__ = ["Asking", "asked"]

P = ParamSpec("P")
View = Callable[..., HttpResponse]
CHANGED = gettext_noop(
    "Somebody else changed this while you were looking at it, so your decision was not stored. Look at it again as it "
    "now stands and decide anew."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks, and the moment of asking: the clock is read once, here."""

    viewer: Viewer
    now: datetime

    @property
    def today(self) -> date:
        """The day of asking, in the installation's time zone."""
        return self.now.date()

    def by(self, key: str) -> By:
        """Return under whose name, and as which request, an action is done."""
        return By(viewer=self.viewer, key=key, now=self.now)


def asked(
    view: Callable[Concatenate[HttpRequest, Asking, P], HttpResponse],
) -> View:
    """Let a view know who asks. What may not be seen is answered as if it were not there."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        now = timezone.localtime()
        try:
            asking = Asking(viewer=load.viewer(request.user.get_username(), now.date()), now=now)
            return _answer(request, asking, lambda: view(request, asking, *args, **kwargs))
        except (Denied, NotThere) as refusal:
            raise Http404 from refusal

    return answer


def _answer(request: HttpRequest, asking: Asking, view: Callable[[], HttpResponse]) -> HttpResponse:
    context: dict[str, object]
    try:
        return view()
    except ChangedMeanwhile:
        if frame.is_enhanced(request):
            return frame.reload(request, _(CHANGED))
        template, status, context = "remit/changed.html", 409, {"said": _(CHANGED)}
    except Refused as refusal:
        template, status, context = "remit/refused.html", 422, {"problems": refusal.problems}
    return frame.show(request, template, context, viewer=asking.viewer, today=asking.today, status=status)
