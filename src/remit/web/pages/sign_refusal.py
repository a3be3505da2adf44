"""What whoever is not let in is told, where it is not their password that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from remit.store.refusal import NotThere, Refused
from remit.web.pages import frame

__all__ = ["refusals_said"]


def refusals_said(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view of signing in answer with what stands in the way: a closed account, a clock that ran back."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refusal:
            context: dict[str, object] = {"problems": refusal.problems}
        except NotThere:
            context = {"problems": ()}
        return frame.show(request, "remit/sign_refused.html", context, status=403)

    return answer
