"""Second factors of my own: add an app or a passkey, remove one, see and renew recovery codes.

What is drawn for a page waits sealed in the session until it is confirmed.
"""

from __future__ import annotations

import json

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from remit.identity import passkey, sealing, totp
from remit.store import actions, load_identity
from remit.store.refusal import Refused
from remit.web import entry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.sign_account import freshly, new_key
from remit.web.pages.sign_passkey import site_of

__all__ = ["add_app", "add_passkey", "recovery", "remove_app", "remove_passkey"]

_APP, _PASSKEY, _CODES = "remit_new_app", "remit_new_passkey", "remit_new_codes"


@never_cache
@require_http_methods(["GET", "POST"])
@freshly
@asked
def add_app(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show a secret as a picture and in letters, and take it when the app's first code is right."""
    username = request.user.get_username()
    secret = _kept(request, _APP)
    wrong = False
    if request.method == "POST" and secret:
        step = totp.find_step(secret, request.POST.get("code", ""), now=asking.now.timestamp())
        if step is not None:
            recovery = _draw_codes(request, username)
            actions.add_app(
                asking.by(new_key()), username=username, secret=secret, step=step, recovery=recovery
            )
            request.session.pop(_APP, None)
            return _added(request, shown=bool(recovery))
        wrong = True
    if not secret:
        secret = totp.draw_secret()
        _keep(request, _APP, secret)
    address = totp.address(secret, account=username, issuer="Remit")
    context = {
        "wrong": wrong,
        "letters": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        "address": address,
        "picture": _Picture(address),
        "replaces": load_identity.factors(username).app is not None,
    }
    status = 422 if wrong else 200
    return frame.show(
        request, "remit/factor_app.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


@never_cache
@require_http_methods(["GET", "POST"])
@freshly
@asked
def add_passkey(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask the browser to make a passkey, and take it."""
    username, site = request.user.get_username(), site_of(request)
    problems: tuple[object, ...] = ()
    wrong = False
    if request.method == "POST":
        state = request.session.pop(_PASSKEY, None)
        answer = request.POST.get("answer", "")
        made = passkey.take_new(site, answer, state) if isinstance(state, dict) else None
        wrong = made is None
        if made is not None:
            recovery = _draw_codes(request, username)
            name = request.POST.get("name", "").strip()[:100] or _("Passkey")
            try:
                actions.add_passkey(
                    asking.by(new_key()), username=username, name=name, credential=made, recovery=recovery
                )
                return _added(request, shown=bool(recovery))
            except Refused as refusal:
                request.session.pop(_CODES, None)
                problems = refusal.problems
    options = ""
    if site.fit:
        asked_for = passkey.ask_for_new(
            site, user=asking.viewer.actor, name=username, known=load_identity.credentials(username)
        )
        request.session[_PASSKEY] = asked_for.state
        options = asked_for.options
    context = {"options": options, "wrong": wrong, "problems": problems}
    return frame.show(
        request,
        "remit/factor_passkey.html",
        context,
        viewer=asking.viewer,
        today=asking.today,
        status=422 if wrong or problems else 200,
    )


@require_POST
@freshly
@asked
def remove_app(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Take the app away."""
    actions.remove_app(asking.by(new_key()), username=request.user.get_username(), needed=_needed())
    messages.success(request, _("Removed."))
    return HttpResponseRedirect(reverse("account"))


@require_POST
@freshly
@asked
def remove_passkey(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Take a passkey away."""
    actions.remove_passkey(
        asking.by(new_key()),
        username=request.user.get_username(),
        handle=request.POST.get("passkey", ""),
        needed=_needed(),
    )
    messages.success(request, _("Removed."))
    return HttpResponseRedirect(reverse("account"))


@never_cache
@require_http_methods(["GET", "POST"])
@freshly
@asked
def recovery(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show fresh recovery codes until they are said to be kept; draw new ones when asked."""
    username = request.user.get_username()
    if request.method == "POST":
        if request.POST.get("done") == "kept":
            request.session.pop(_CODES, None)
            return HttpResponseRedirect(reverse("account"))
        if load_identity.factors(username).any:
            codes = totp.draw_recovery_codes()
            digests = [totp.recovery_digest(code) for code in codes]
            actions.renew_recovery_codes(asking.by(new_key()), username=username, recovery=digests)
            _keep(request, _CODES, json.dumps(codes))
        return HttpResponseRedirect(reverse("account-recovery"))
    shown = _kept(request, _CODES)
    if not shown:
        return HttpResponseRedirect(reverse("account"))
    return frame.show(
        request,
        "remit/recovery.html",
        {"codes": json.loads(shown)},
        viewer=asking.viewer,
        today=asking.today,
    )


class _Picture:
    """A QR code as one path on a field of `size` by `size`, for a template to draw: four modules of margin."""

    def __init__(self, text: str) -> None:
        rows = tuple(segno.make(text, error="m", micro=False).matrix)
        self.size = len(rows) + 8
        self.path = "".join(
            f"M{x + 4} {y + 4}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )


def _needed() -> tuple[str, ...]:
    needed: tuple[str, ...] = settings.IDENTITY.sign_in.second_factor
    return needed


def _draw_codes(request: HttpRequest, username: str) -> tuple[str, ...]:
    """Return the digests of fresh codes where the account has none left; the codes wait to be shown."""
    if load_identity.factors(username).recovery_left:
        return ()
    codes = totp.draw_recovery_codes()
    _keep(request, _CODES, json.dumps(codes))
    return tuple(totp.recovery_digest(code) for code in codes)


def _added(request: HttpRequest, *, shown: bool) -> HttpResponse:
    entry.proved(request, enrolled=True)
    messages.success(request, _("Added. From now on signing in asks for it."))
    return HttpResponseRedirect(reverse("account-recovery" if shown else "account"))


def _keep(request: HttpRequest, name: str, text: str) -> None:
    request.session[name] = sealing.seal(text, secret=settings.SECRET_KEY, use=name)


def _kept(request: HttpRequest, name: str) -> str | None:
    return sealing.unseal(str(request.session.get(name, "")), secret=settings.SECRET_KEY, use=name)
