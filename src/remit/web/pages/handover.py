"""What passes on with a post: written down, read by both, signed by both."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from remit.core.duty import Duty
from remit.core.handover import OpenItem
from remit.core.regime import Regime, RegimeClause
from remit.store import actions, establishment_inquiry
from remit.store.access import acts_as
from remit.store.establishment_inquiry import HandoverSeen
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import key_of

__all__ = ["ItemLine", "handover", "prepare", "sign"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """Open items of one duty that stand alike: the earliest, `more`, and the words of the duty where they are known."""

    item: OpenItem
    regime: Regime | None
    clause: RegimeClause | None
    duty: Duty | None
    more: tuple[OpenItem, ...] = ()


@require_GET
@asked
def handover(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Show what is passed on, and who has signed."""
    seen = establishment_inquiry.handover(asking.viewer, ref)
    held = seen.handover
    me = asking.viewer.person
    unsigned = {held.outgoing: held.signed_out is None, held.incoming: held.signed_in is None}
    context = {
        "held": held,
        "unit": seen.unit,
        "sees": seen.sees,
        "items": _lines(seen),
        "records": [(ref, parse_day(day, field="")[0], title) for ref, day, title in held.listed.records],
        "evidence": held.listed.evidence,
        "sides": [
            (_("Hands over"), held.outgoing, held.signed_out),
            (_("Takes over"), held.incoming, held.signed_in),
        ],
        "mine": acts_as(asking.viewer, {me}) and unsigned.get(me, False),
    }
    return frame.show(request, "remit/handover.html", context, viewer=asking.viewer, today=asking.today)


def _lines(seen: HandoverSeen) -> list[ItemLine]:
    alike: dict[tuple[str, str, str], list[OpenItem]] = {}
    for item in seen.handover.listed.items:
        alike.setdefault((item.duty, item.unit, item.status), []).append(item)
    lines = []
    for first, *more in alike.values():
        regime, clause, duty = seen.words.get(first.duty, (None, None, None))
        lines.append(ItemLine(item=first, regime=regime, clause=clause, duty=duty, more=tuple(more)))
    return lines


@require_POST
@asked
def prepare(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Write down what passes on with a post, and show it."""
    post = request.POST.get("post", "")
    day, _wrong = parse_day(request.POST.get("day", ""), field="day")
    ref = actions.prepare_handover(asking.by(key_of(request.POST)), post=post, day=day or asking.today)
    messages.success(request, _("The handover is written. Both sign it here, each from their own account."))
    return HttpResponseRedirect(reverse("handover", args=[ref]))


@require_POST
@asked
def sign(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Sign what is passed on, for the side that one is."""
    actions.sign_handover(asking.by(f"sign:{ref}"), ref=ref)
    messages.success(request, _("Your signature is stored."))
    return HttpResponseRedirect(reverse("handover", args=[ref]))
