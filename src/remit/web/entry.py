"""Coming in, staying in and leaving: one way through here for every way in.

A session ends after `idle_minutes` without a request and eight hours after it began, and when whoever keeps the
accounts, or its owner elsewhere, ends it. What is said here about a session is kept in it, in seconds since 1970.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from remit.store import actions, load, load_identity, save_identity
from remit.store.actions import Proof
from remit.store.models import Account
from remit.store.refusal import ChangedMeanwhile, NotThere
from remit.store.transaction import By
from remit.web.device import browser_words, remember_device, where_from
from remit.web.pages.choice import remember

__all__ = [
    "PENDING_SECONDS",
    "admit",
    "enter",
    "expect_link",
    "expected_link",
    "forget_link",
    "forget_session",
    "is_fresh",
    "leave",
    "must_enrol",
    "pending",
    "proved",
    "since_started",
    "watch",
    "way_of",
]

PENDING_SECONDS = 10 * 60
"""How long half a sign-in, a link to be made and a proof of who one is stay good."""

_BACKEND = "django.contrib.auth.backends.ModelBackend"
_PENDING, _LINK = "remit_pending", "remit_link"
_STARTED, _SEEN, _PROVED, _WAY, _ENROL = (
    "remit_started",
    "remit_seen",
    "remit_proved",
    "remit_way",
    "remit_enrol",
)
_NOTED_EVERY = 60
_WITHOUT_FACTOR = ("/account/", "/sign-out/", "/sign-in/", "/language/", "/type-size/", settings.STATIC_URL)


def admit(
    request: HttpRequest, username: str, *, way: str, address: str, strong: bool = False
) -> HttpResponse:
    """Go on after a first factor: ask for the second where the account has one, else let in.

    `strong`: what was shown is two factors already.
    """
    if not strong and load_identity.factors(username).any:
        request.session.cycle_key()
        request.session[_PENDING] = {"username": username, "way": way, "next": address, "at": _now()}
        return HttpResponseRedirect(reverse("sign-in-second"))
    return enter(request, username, way=way, address=address, strong=strong)


def pending(request: HttpRequest) -> dict[str, str] | None:
    """Return the half of a sign-in that waits for its second factor, None where there is none or it is too old."""
    return _young(request, _PENDING)


def enter(
    request: HttpRequest,
    username: str,
    *,
    way: str,
    address: str,
    proof: Proof | None = None,
    strong: bool = False,
) -> HttpResponse:
    """Open a session and go on to an address; ChangedMeanwhile, and nobody is in, where the proof was used before."""
    link = _young(request, _LINK)
    try:
        account = Account.objects.get(username=username, is_active=True)
    except Account.DoesNotExist:
        raise NotThere(username) from None
    login(request, account, backend=_BACKEND)
    try:
        actions.sign_in(
            _by(username),
            username=username,
            way=way,
            session=request.session.session_key or "",
            browser=browser_words(request),
            proof=proof,
            mark=where_from(request),
        )
    except ChangedMeanwhile:
        logout(request)
        raise
    bare = proof is None and not strong
    must_enrol = bare and settings.IDENTITY.needs_second_factor(account.role)
    now = _now()
    request.session.pop(_PENDING, None)
    request.session.update({_STARTED: now, _SEEN: now, _PROVED: now, _WAY: way, _ENROL: must_enrol})
    if link is not None:
        request.session[_LINK] = {**link, "next": address}
        address = reverse("account-link")
    elif must_enrol:
        address = reverse("account")
    response = HttpResponseRedirect(address)
    remember_device(request, response, username)
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        remember(response, settings.LANGUAGE_COOKIE_NAME, account.language)
    return response


def expect_link(request: HttpRequest, *, provider: str, subject: str, label: str, who: str) -> None:
    """Offer to whoever signs in next in this session to link who they are elsewhere, after asking whether they are."""
    request.session.cycle_key()
    request.session[_LINK] = {
        "provider": provider,
        "subject": subject,
        "label": label,
        "who": who,
        "at": _now(),
    }


def expected_link(request: HttpRequest) -> dict[str, str] | None:
    """Return the link that waits for a sign-in."""
    return _young(request, _LINK)


def forget_link(request: HttpRequest) -> None:
    """Offer it no more."""
    request.session.pop(_LINK, None)


def leave(request: HttpRequest, *, why: str) -> None:
    """End the session."""
    username, session = request.user.get_username(), request.session.session_key or ""
    logout(request)
    try:
        actions.sign_out(_by(username), username=username, session=session, why=why)
    except NotThere:  # the account was closed meanwhile, and its sessions with it
        return


def forget_session(request: HttpRequest) -> None:
    """Let the browser forget a session that has been ended already."""
    logout(request)


def way_of(request: HttpRequest) -> str:
    """Return by which way the session came in."""
    return str(request.session.get(_WAY, ""))


def must_enrol(request: HttpRequest) -> bool:
    """Whether whoever is signed in may do nothing before they have a second factor."""
    return bool(request.session.get(_ENROL))


def is_fresh(request: HttpRequest) -> bool:
    """Whether whoever is signed in showed a short while ago who they are."""
    return _now() - int(request.session.get(_PROVED, 0)) < PENDING_SECONDS


def proved(request: HttpRequest, *, enrolled: bool = False) -> None:
    """Remember that whoever is signed in showed who they are, and perhaps that they now have a second factor."""
    request.session[_PROVED] = _now()
    if enrolled:
        request.session[_ENROL] = False


def watch(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: end sessions that were left, and let nobody past the second factor that their role needs."""

    def answer(request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session and request.user.is_authenticated:
            _watch(request)
            if request.session.get(_ENROL) and not request.path.startswith(_WITHOUT_FACTOR):
                return HttpResponseRedirect(reverse("account"))
        return get_response(request)

    return answer


def _watch(request: HttpRequest) -> None:
    now = _now()
    started, seen = int(request.session.get(_STARTED, now)), int(request.session.get(_SEEN, now))
    if now - started > settings.SESSION_COOKIE_AGE:
        leave(request, why="lapsed")
    elif now - seen > settings.IDENTITY.sign_in.idle_minutes * 60:
        leave(request, why="idle")
    elif now - seen >= _NOTED_EVERY or _SEEN not in request.session:
        request.session.update({_STARTED: started, _SEEN: now})
        save_identity.see(request.session.session_key or "", now=timezone.now())


def since_started() -> timedelta:
    """How long a session lasts at most."""
    return timedelta(seconds=settings.SESSION_COOKIE_AGE)


def _young(request: HttpRequest, key: str) -> dict[str, str] | None:
    held = request.session.get(key)
    if not isinstance(held, dict) or _now() - int(held["at"]) >= PENDING_SECONDS:
        return None
    return {name: str(value) for name, value in held.items()}


def _by(username: str) -> By:
    now = timezone.localtime()
    return By(viewer=load.viewer(username, now.date()), key=secrets.token_hex(16), now=now)


def _now() -> int:
    return int(timezone.now().timestamp())
