"""The second factor, after the first: a code of the app, a recovery code, or a passkey."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from remit.store import actions, load_identity
from remit.store.guesses import forget, take_guess
from remit.store.refusal import ChangedMeanwhile, NotThere
from remit.web import entry
from remit.web.device import known_device, where_from
from remit.web.pages import frame
from remit.web.pages.sign import minutes_until
from remit.web.pages.sign_passkey import ask, read_proof, site_of
from remit.web.pages.sign_refusal import refusals_said

__all__ = ["check_code", "sign_in_second"]


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@refusals_said
def sign_in_second(request: HttpRequest) -> HttpResponse:
    """Ask for a second factor and let in whoever shows it; the half sign-in lapses after ten minutes."""
    half = entry.pending(request)
    if half is None:
        return HttpResponseRedirect(settings.LOGIN_URL)
    username, wrong, minutes = half["username"], "", 0
    if request.method == "POST":
        proof, minutes = check_code(request, username)
        if proof is not None:
            try:
                return entry.enter(request, username, way=half["way"], address=half["next"], proof=proof)
            except (ChangedMeanwhile, NotThere):
                return HttpResponseRedirect(settings.LOGIN_URL)
        wrong = "locked" if minutes else "wrong"
    held = load_identity.factors(username)
    context = {
        "wrong": wrong,
        "minutes": minutes,
        "app": held.app is not None,
        "recovery": held.recovery_left,
        "options": ask(request) if held.passkeys and site_of(request).fit else "",
    }
    status = {"": 200, "wrong": 200, "locked": 429}[wrong]
    return frame.show(request, "remit/sign_second.html", context, status=status)


def check_code(request: HttpRequest, username: str) -> tuple[actions.Proof | None, int]:
    """Return the second factor that a form shows, else None and how many minutes to wait, 0 for none.

    Codes are counted as guesses, apart from those at the password; a passkey cannot be guessed.
    """
    now = timezone.localtime()
    if request.POST.get("answer"):
        found = read_proof(request)
        if found is not None and found[0] == username:
            return found[1], 0
        actions.note_failure(username, way="passkey", mark=where_from(request), now=now)
        return None, 0
    name, device = f"second factor\0{username}", known_device(request, username)
    until = take_guess(name, device=device, now=now)
    if until is not None:
        return None, minutes_until(until, now)
    proof = actions.find_code(username, request.POST.get("code", ""), now=now)
    if proof is None:
        actions.note_failure(username, way="code", mark=where_from(request), now=now)
        return None, 0
    forget(name, device=device)
    return proof, 0
