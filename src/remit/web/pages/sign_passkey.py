"""Sign in with a passkey alone: it is had, and it verifies its person, so it stands for two factors."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from remit.identity import passkey
from remit.store import actions, load, load_identity
from remit.store.refusal import ChangedMeanwhile, NotThere
from remit.web import entry
from remit.web.device import where_from
from remit.web.pages import frame
from remit.web.pages.choice import onward
from remit.web.pages.sign_refusal import refusals_said

__all__ = ["ask", "read_proof", "sign_in_passkey", "site_of"]

_STATE = "remit_passkey"


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
@refusals_said
def sign_in_passkey(request: HttpRequest) -> HttpResponse:
    """Ask the browser for a passkey of this site, and let its owner in."""
    wrong = request.method == "POST"
    found = read_proof(request) if wrong else None
    if found is not None:
        username, proof = found
        try:
            return entry.enter(
                request, username, way="passkey", address=onward(request), proof=proof, strong=True
            )
        except (ChangedMeanwhile, NotThere):
            actions.note_failure(username, way="passkey", mark=where_from(request), now=timezone.localtime())
    context = {
        "options": ask(request),
        "wrong": wrong,
        "next": request.POST.get("next", request.GET.get("next", "")),
    }
    return frame.show(request, "remit/sign_passkey.html", context, status=403 if wrong else 200)


def site_of(request: HttpRequest) -> passkey.Site:
    """Return for whom passkeys are made here: the host that was asked, which `REMIT_HOSTS` names."""
    host = request.get_host()
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    return passkey.Site(host=name, origin=f"{request.scheme}://{host}")


def ask(request: HttpRequest) -> str:
    """Ask for any passkey: return the options for the browser, and keep the challenge for its one answer."""
    asked = passkey.ask_for_any(site_of(request))
    request.session[_STATE] = asked.state
    return asked.options


def read_proof(request: HttpRequest) -> tuple[str, actions.Proof] | None:
    """Return whose passkey answered, and the proof; the challenge is used up either way."""
    state = request.session.pop(_STATE, None)
    if not isinstance(state, dict):
        return None
    site, answer = site_of(request), request.POST.get("answer", "")
    shown = passkey.answering(answer)
    held = load_identity.find_passkey(shown.handle) if shown else None
    if shown is None or held is None:
        return None
    username, known = held
    counter = passkey.check(site, answer, state, known=known)
    if counter is None or shown.user not in {"", load.actor(username)}:
        return None
    return username, actions.Proof(kind="passkey", passkey=known, counter=counter)
