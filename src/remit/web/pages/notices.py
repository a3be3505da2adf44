"""My notices: what I was reminded of, and where else it goes."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from remit.core.problem import Problem
from remit.store import actions, notice_inquiry
from remit.store.refusal import Refused
from remit.store.reminding import channels, stage_words
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import key_of

__all__ = ["address", "notices", "seen"]


@require_GET
@asked
def notices(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show my latest notices."""
    return _page(request, asking)


@require_POST
@asked
def seen(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Mark what was shown as seen."""
    last = request.POST.get("last", "")
    if last.isdecimal() and len(last) < 18:
        actions.see_notices(asking.by(key_of(request.POST)), last=int(last))
    return HttpResponseRedirect(reverse("notices"))


@require_POST
@asked
def address(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Set where my notices are mailed to."""
    mail = request.POST.get("mail", "")
    try:
        actions.set_notice_address(asking.by(key_of(request.POST)), mail=mail)
    except Refused as refusal:
        return _page(request, asking, mail=mail, problems=refusal.problems, status=422)
    messages.success(request, _("The address is kept.") if mail.strip() else _("Nothing is mailed any more."))
    return HttpResponseRedirect(reverse("notices"))


def _page(
    request: HttpRequest,
    asking: Asking,
    *,
    mail: str | None = None,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    found = notice_inquiry.notices(asking.viewer)
    context = {
        "notices": [
            (one, [(item, stage_words(item.stage), item.stage.partition("-")[0]) for item in one.items])
            for one in found
        ],
        "last": max((one.key for one in found if not one.seen), default=0),
        "mail": notice_inquiry.notice_address(asking.viewer) if mail is None else mail,
        "by_mail": channels().mail is not None,
        "problems": problems,
        "fields": ("mail",),
        "wrong": {"mail": list(problems)} if problems else {},
        "key": secrets.token_urlsafe(16),
    }
    return frame.show(
        request, "remit/notices.html", context, viewer=asking.viewer, today=asking.today, status=status
    )
