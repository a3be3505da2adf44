"""My account: who I am here, my factors and sessions, my password and language."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from remit.store import actions, load, load_identity
from remit.store.access import Role
from remit.store.guesses import forget, take_guess
from remit.store.models import Account
from remit.store.refusal import Denied, NotThere, Refused
from remit.web import entry
from remit.web.device import known_device, where_from
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.choice import onward, remember
from remit.web.pages.loans import own_loans
from remit.web.pages.sign import minutes_until
from remit.web.pages.sign_directory import ask_directory
from remit.web.pages.sign_passkey import ask, site_of
from remit.web.pages.sign_second import check_code

__all__ = [
    "ROLES",
    "account",
    "choose_own_language",
    "end_session",
    "freshly",
    "link",
    "new_key",
    "password",
    "prove",
    "unlink",
]

View = Callable[..., HttpResponse]
ROLES = {
    Role.HOLDER: gettext_noop("Holder of a post"),
    Role.CLERK: gettext_noop("Clerk"),
    Role.REVIEWER: gettext_noop("Reviewer"),
    Role.INSPECTOR: gettext_noop("Inspector of a branch"),
    Role.AUDITOR: gettext_noop("Auditor"),
    Role.SYSTEM_ADMINISTRATOR: gettext_noop("System administrator"),
    Role.SECURITY_ADMINISTRATOR: gettext_noop("Security administrator"),
}
_WAYS = {
    "password": gettext_noop("by password"),
    "link": gettext_noop("by a one-time link"),
    "passkey": gettext_noop("by passkey"),
}


def new_key() -> str:
    """Return a key for an action that is harmless when it is done twice."""
    return secrets.token_hex(16)


def freshly(view: View) -> View:
    """Let a view be reached only a short while after whoever is signed in showed who they are."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: object, **kwargs: object) -> HttpResponse:
        if entry.is_fresh(request):
            return view(request, *args, **kwargs)
        wanted = request.path if request.method == "GET" else reverse("account")
        return HttpResponseRedirect(f"{reverse('account-prove')}?{urlencode({'next': wanted})}")

    return answer


@never_cache
@require_GET
@asked
def account(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show who I am here and how I come in."""
    username = request.user.get_username()
    mine = load.account(username)
    idle = timedelta(minutes=settings.IDENTITY.sign_in.idle_minutes)
    found = load_identity.sessions(
        username,
        seen_after=asking.now - idle,
        started_after=asking.now - entry.since_started(),
    )
    held = load_identity.factors(username)
    context = {
        "mine": mine,
        "role": _(ROLES.get(mine.role, mine.role)),
        "granted": load_identity.granted(username),
        "unit": load_identity.unit_name(mine.unit),
        "held": held,
        "needed": settings.IDENTITY.needs_second_factor(mine.role),
        "must": entry.must_enrol(request),
        "passkeys": site_of(request).fit,
        "sessions": tuple((s, _way(s.way), s.key == request.session.session_key) for s in found),
        "linked": tuple((one, _provider(one.provider)) for one in load_identity.linked(username)),
        "password": load_identity.password_is_set(username),
        "passwords": settings.IDENTITY.sign_in.passwords,
        "idle": settings.IDENTITY.sign_in.idle_minutes,
        "loans": own_loans(asking),
    }
    return frame.show(request, "remit/account.html", context, viewer=asking.viewer, today=asking.today)


@never_cache
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "POST"])
@asked
def prove(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask again who one is, before something that whoever finds the desk empty must not do."""
    username, wrong, minutes = request.user.get_username(), "", 0
    held = load_identity.factors(username)
    if request.method == "POST":
        if held.any:
            proof, minutes = check_code(request, username)
            way = proof.kind if proof else ""
        else:
            proof = None
            way, minutes = _check_password(request, username)
        if way:
            actions.prove(asking.by(new_key()), username=username, way=way, proof=proof)
            entry.proved(request)
            return HttpResponseRedirect(onward(request, otherwise=reverse("account")))
        wrong = "locked" if minutes else "wrong"
    context = {
        "wrong": wrong,
        "minutes": minutes,
        "codes": held.any,
        "password": load_identity.password_is_set(username) or _in_directory(username),
        "options": ask(request) if held.passkeys and site_of(request).fit else "",
        "next": request.POST.get("next", request.GET.get("next", "")),
    }
    status = {"": 200, "wrong": 200, "locked": 429}[wrong]
    return frame.show(
        request, "remit/prove.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


@never_cache
@sensitive_post_parameters("old", "new", "again")
@require_http_methods(["GET", "POST"])
@freshly
@asked
def password(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Give the account a new password; every session of it ends, this one too."""
    username = request.user.get_username()
    if not settings.IDENTITY.sign_in.passwords or _in_directory(username):
        raise Denied
    said: dict[str, object] = {"old": load_identity.password_is_set(username) and not _by_link(request)}
    status = 200
    if request.method == "POST":
        try:
            if said["old"] and not authenticate(
                request, username=username, password=request.POST.get("old", "")
            ):
                said["wrong"] = "old"
            elif request.POST.get("new", "") != request.POST.get("again", ""):
                said["wrong"] = "again"
            else:
                actions.change_password(
                    asking.by(new_key()), username=username, password=request.POST.get("new", "")
                )
                entry.forget_session(request)
                messages.success(request, _("Your password is changed. Sign in with the new one."))
                return HttpResponseRedirect(settings.LOGIN_URL)
        except Refused as refusal:
            said["problems"] = refusal.problems
        status = 422
    return frame.show(
        request, "remit/password.html", said, viewer=asking.viewer, today=asking.today, status=status
    )


@require_POST
@asked
def end_session(request: HttpRequest, asking: Asking) -> HttpResponse:
    """End one of my sessions, or all but this one."""
    username, own = request.user.get_username(), request.session.session_key or ""
    ref = request.POST.get("session", "")
    if ref:
        found = load_identity.session_key(username, ref)
        if found is None or found == own:
            raise NotThere(ref)
        actions.end_sessions(asking.by(new_key()), username=username, only=found)
    else:
        actions.end_sessions(asking.by(new_key()), username=username, but=own)
    messages.success(request, _("Ended: whoever goes on there has to sign in anew."))
    return HttpResponseRedirect(reverse("account"))


@never_cache
@require_http_methods(["GET", "POST"])
@freshly
@asked
def link(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask whether I am the person whom a provider named just now, and link the two.

    Whoever sat at this browser before may have come back from there: without the question, they would be let in as me.
    """
    waiting = entry.expected_link(request)
    if waiting is None or "next" not in waiting:
        return HttpResponseRedirect(reverse("account"))
    if request.method == "POST":
        entry.forget_link(request)
        if request.POST.get("me") == "yes":
            actions.link_identity(
                asking.by(new_key()),
                username=request.user.get_username(),
                provider=waiting["provider"],
                subject=waiting["subject"],
            )
        return HttpResponseRedirect(waiting["next"])
    return frame.show(request, "remit/link.html", waiting, viewer=asking.viewer, today=asking.today)


@require_POST
@freshly
@asked
def unlink(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Undo the link to a provider."""
    username = request.user.get_username()
    actions.unlink_identity(
        asking.by(new_key()), username=username, provider=request.POST.get("provider", "")
    )
    return HttpResponseRedirect(reverse("account"))


@require_POST
@asked
def choose_own_language(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Choose the language in which Remit speaks to me wherever I sign in."""
    language = request.POST.get("language", "")
    actions.change_language(asking.by(new_key()), username=request.user.get_username(), language=language)
    response = HttpResponseRedirect(reverse("account"))
    remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    return response


def _check_password(request: HttpRequest, username: str) -> tuple[str, int]:
    """Return `password` where the form's password is right, and how many minutes to wait, 0 for none."""
    now = timezone.localtime()
    device = known_device(request, username)
    until = take_guess(username, device=device, now=now)
    if until is not None:
        return "", minutes_until(until, now)
    given = request.POST.get("password", "")
    if settings.IDENTITY.directory is not None and _in_directory(username):
        right = ask_directory(username, given, now=now) == username
    else:
        right = isinstance(authenticate(request, username=username, password=given), Account)
    if right:
        forget(username, device=device)
        return "password", 0
    actions.note_failure(username, way="password", mark=where_from(request), now=now)
    return "", 0


def _in_directory(username: str) -> bool:
    directory = settings.IDENTITY.directory
    return directory is not None and any(
        one.provider == directory.name for one in load_identity.linked(username)
    )


def _by_link(request: HttpRequest) -> bool:
    return entry.way_of(request) == "link"


def _way(way: str) -> str:
    return _(_WAYS[way]) if way in _WAYS else _("through {provider}").format(provider=_provider(way))


def _provider(name: str) -> str:
    found = settings.IDENTITY.provider(name)
    return (found.label if found else "") or name
