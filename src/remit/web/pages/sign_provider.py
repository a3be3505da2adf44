"""Sign in through somebody else: OpenID Connect, CAS, SAML. Out by a link, back to an address of ours."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.problem import Problem, error
from remit.identity import cas, oidc
from remit.identity.answer import Answer, Start, Unreachable, Untrusted
from remit.identity.configuration import Cas, Oidc, Saml
from remit.store import actions, load_identity
from remit.store.actions import Person
from remit.store.refusal import Refused
from remit.web import entry
from remit.web.pages import frame
from remit.web.pages.sign_refusal import refusals_said

__all__ = ["sign_in_back", "sign_in_with"]

_OUT = "remit_out"
_log = logging.getLogger(__name__)


@login_not_required
@never_cache
@require_GET
@refusals_said
def sign_in_with(request: HttpRequest, provider: str) -> HttpResponse:
    """Send the browser to a provider."""
    chosen = _chosen(provider)
    back = _back(request, provider)
    try:
        begun = _start(chosen, back, timezone.localtime())
    except (ImportError, Untrusted, Unreachable) as fault:
        raise Refused([_fault(chosen, fault)]) from fault
    address = request.GET.get("next", "")
    fine = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    request.session[_OUT] = {
        "provider": provider,
        "next": address if fine else "/",
        "at": int(timezone.now().timestamp()),
        **begun.kept,
    }
    return HttpResponseRedirect(begun.address)


@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
@refusals_said
def sign_in_back(request: HttpRequest, provider: str) -> HttpResponse:
    """Take what a provider says of whoever comes back. What answers no request of this browser lets nobody in.

    A post from another site comes without our cookie: it is handed round once more from a page of ours, by its
    button where there is no script. That request carries our own proof against forgery in what the session kept.
    """
    chosen = _chosen(provider)
    if request.method == "POST" and _OUT not in request.session and "again" not in request.POST:
        return frame.show(
            request, "remit/sign_back.html", {"posted": request.POST.get("SAMLResponse", "")[:600_000]}
        )
    out = request.session.pop(_OUT, None)
    now = timezone.localtime()
    young = isinstance(out, dict) and int(now.timestamp()) - int(out["at"]) < entry.PENDING_SECONDS
    if not young or out["provider"] != provider:
        raise Refused([_unasked()])
    try:
        answer = _finish(chosen, request, out, _back(request, provider), now)
    except (ImportError, Untrusted, Unreachable) as fault:
        _log.warning("Sign-in through %s: %s", chosen.name, fault)
        raise Refused([_fault(chosen, fault)]) from fault
    if answer.once and answer.expires:
        actions.use_assertion(answer.once, expires=answer.expires, now=now)
    return _recognised(request, chosen, answer, address=str(out["next"]), now=now)


def _recognised(
    request: HttpRequest, chosen: Oidc | Cas | Saml, answer: Answer, *, address: str, now: datetime
) -> HttpResponse:
    person = Person(
        subject=answer.subject,
        username=answer.claims.get(chosen.username, "") if chosen.username else "",
        name=answer.claims.get(chosen.person, "") if chosen.person else "",
    )
    username = actions.recognise(
        person,
        provider=chosen.name,
        by_name=bool(person.username),
        create=chosen.create,
        guarded=settings.IDENTITY.sign_in.second_factor,
        now=now,
    )
    if username is not None:
        return entry.admit(request, username, way=chosen.name, address=address, strong=chosen.strong)
    if chosen.username and not load_identity.is_account(person.username):
        raise Refused([_unknown(chosen)])
    entry.expect_link(
        request,
        provider=chosen.name,
        subject=answer.subject,
        label=chosen.label or chosen.name,
        who=answer.claims.get("name", "") or person.username or answer.subject,
    )
    return HttpResponseRedirect(settings.LOGIN_URL)


def _chosen(name: str) -> Oidc | Cas | Saml:
    found: Oidc | Cas | Saml | None = settings.IDENTITY.provider(name)
    if found is None:
        raise Http404
    return found


def _back(request: HttpRequest, provider: str) -> str:
    return request.build_absolute_uri(reverse("sign-in-back", args=[provider]))


def _start(provider: Oidc | Cas | Saml, back: str, now: datetime) -> Start:
    match provider:
        case Oidc():
            return oidc.start(provider, back=back)
        case Cas():
            return cas.start(provider, back=back)
        case Saml():
            from remit.identity import saml  # noqa: PLC0415 - an optional extra

            return saml.start(provider, back=back, now=now)


def _finish(
    provider: Oidc | Cas | Saml, request: HttpRequest, out: Mapping[str, str], back: str, now: datetime
) -> Answer:
    match provider:
        case Oidc():
            query = request.GET.dict()
            return oidc.finish(provider, query=query, kept=out, back=back, now=now.timestamp())
        case Cas():
            return cas.finish(provider, query=request.GET.dict(), kept=out, back=back)
        case Saml():
            from remit.identity import saml  # noqa: PLC0415 - an optional extra

            posted = request.POST.get("SAMLResponse", "")
            return saml.finish(provider, posted=posted, kept=out, back=back, now=now)


def _fault(provider: Oidc | Cas | Saml, fault: Exception) -> Problem:
    if not isinstance(fault, Untrusted):
        return error(
            "provider-unreachable",
            "{provider} cannot be asked now.",
            "Try again in a while, or sign in another way.",
            provider=provider.label or provider.name,
        )
    return error(
        "provider-answer",
        "What {provider} answered cannot be trusted ({fault}).",
        "Sign in anew; if it fails again, tell whoever runs Remit.",
        provider=provider.label or provider.name,
        fault=fault,
    )


def _unasked() -> Problem:
    return error(
        "provider-unasked",
        "This answer belongs to no sign-in that was begun here in the last ten minutes.",
        "Sign in anew, in one window.",
    )


def _unknown(provider: Oidc | Cas | Saml) -> Problem:
    return error(
        "provider-nobody",
        "{provider} knows you, but there is no account for you here.",
        "Ask whoever keeps the accounts to open one.",
        provider=provider.label or provider.name,
    )
