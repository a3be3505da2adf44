"""Posts lent to another person for a while: lending one, ending a loan, and what both sides see of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from remit.store import actions, establishment_inquiry
from remit.store.load import Delegation
from remit.store.refusal import Refused
from remit.web.pages import posts
from remit.web.pages.asking import Asking, asked
from remit.web.pages.choice import onward
from remit.web.pages.typed import by_field, key_of, needed_day, needed_words

__all__ = ["LoanLine", "end", "lend", "own_loans"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """A loan as one side sees it: `to_me` where the post is lent to the reader."""

    loan: Delegation
    unit_name: str
    to_me: bool


def own_loans(asking: Asking) -> tuple[LoanLine, ...]:
    """Return the loans to the reader, by the reader, and of posts that the reader holds; two queries."""
    found = establishment_inquiry.own_loans(asking.viewer, asking.today)
    names = establishment_inquiry.names({loan.unit for loan in found}) if found else {}
    return tuple(
        LoanLine(
            loan=loan,
            unit_name=names.get(loan.unit, loan.unit),
            to_me=loan.person == asking.viewer.person,
        )
        for loan in found
    )


@require_POST
@asked
def lend(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Lend a post; what is wrong is said on the post's page."""
    form = request.POST
    post = form.get("post", "")
    since, wrong = needed_day(form, "loan-since")
    until, wrong_until = needed_day(form, "loan-until")
    problems = (*needed_words(form, "borrower", "reason"), *wrong, *wrong_until)
    if not problems and since is not None and until is not None:
        person, reason = form.get("borrower", ""), form.get("reason", "")
        by = asking.by(key_of(form))
        try:
            actions.delegate(by, post=post, person=person, since=since, until=until, reason=reason)
        except Refused as refusal:
            problems = by_field(refusal.problems, "borrower")
    if problems:
        return posts.show_post(request, asking, post, problems=problems, opened="lend", status=422)
    messages.success(request, _("The post is lent. Both of you see it on your first page."))
    return HttpResponseRedirect(f"{reverse('post')}?{urlencode({'post': post})}")


@require_POST
@asked
def end(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """End a loan: today is the first day without it."""
    actions.end_delegation(asking.by(f"end:{ref}"), ref=ref)
    messages.success(request, _("The loan has ended."))
    return HttpResponseRedirect(onward(request))
