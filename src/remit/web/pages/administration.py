"""Accounts, for whoever keeps them, and grants, for whoever gives roles and units: two offices that are kept apart."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from remit.core.problem import Place, Problem, error
from remit.store import actions, administration_inquiry, load
from remit.store.access import Action, Role, require
from remit.store.administration_inquiry import AccountKept, Grant
from remit.store.refusal import NotThere, Refused
from remit.web import entry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.paging import Pages
from remit.web.pages.sign_account import ROLES
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_words

__all__ = ["RoleChoice", "accounts", "change", "grant", "grants", "let_in", "open_account"]

_PAGE = 50
_GOOD_FOR = timedelta(hours=24)
_GRANTED = [role for role in Role if role is not Role.CONSOLE]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role and what it is called."""

    role: Role
    name: str


@never_cache
@require_GET
@asked
def accounts(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List the accounts, to whoever keeps them."""
    return _accounts(request, asking)


@never_cache
@require_POST
@asked
def open_account(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Open an account of a holder without a unit, and show its sign-in link once."""
    require(asking.viewer, Action.ACCOUNTS)
    form = request.POST
    problems = needed_words(form, "username", "person")
    username = form.get("username", "").strip()
    if not problems:
        try:
            actions.create_account(
                asking.by(key_of(form)),
                username=username,
                person=form.get("person", "").strip(),
                unit="",
                role=Role.HOLDER,
                language=form.get("language", "zh-hans"),
            )
        except Refused as refusal:
            problems = by_field(refusal.problems, "username")
    if problems:
        return _accounts(request, asking, problems=problems)
    return _link(request, asking, username)


@never_cache
@require_POST
@asked
def let_in(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Make a one-time link for an account, and show it once."""
    require(asking.viewer, Action.ACCOUNTS)
    return _proof(request, "accounts") or _link(request, asking, request.POST.get("username", ""))


@never_cache
@require_POST
@asked
def change(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Close an account, or open a closed one again; its sessions and links end."""
    require(asking.viewer, Action.ACCOUNTS)
    held = load.account(request.POST.get("username", ""))
    active = request.POST.get("active") == "1"
    actions.change_account(
        asking.by(key_of(request.POST)),
        username=held.username,
        person=held.person,
        unit=held.unit,
        role=held.role,
        active=active,
    )
    said = (
        _("{name} is open again.") if active else _("{name} is closed: whoever was signed in there is out.")
    )
    messages.success(request, said.format(name=held.username))
    return HttpResponseRedirect(f"{reverse('accounts')}?{urlencode({'q': held.username})}")


@never_cache
@require_GET
@asked
def grants(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List what accounts are granted, to whoever grants."""
    return _grants(request, asking)


@never_cache
@require_POST
@asked
def grant(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Give an account a role and a unit; its sessions end."""
    require(asking.viewer, Action.GRANT)
    form = request.POST
    username, unit, role = (form.get(name, "").strip() for name in ("username", "unit", "role"))
    load.account(username)
    again = _proof(request, "grants")
    if again is not None:
        return again
    problems: tuple[Problem, ...] = ()
    try:
        if unit:
            load.stretch(unit)
        if role not in set(_GRANTED):
            problems = (_no_role(role),)
        else:
            actions.grant(asking.by(key_of(form)), username=username, role=Role(role), unit=unit)
    except NotThere:
        problems = (_no_unit(unit),)
    except Refused as refusal:
        problems = by_field(refusal.problems, "role")
    if problems:
        return _grants(request, asking, problems=problems, opened=username)
    messages.success(request, _("Granted. Whoever was signed in there has to sign in anew."))
    return HttpResponseRedirect(f"{reverse('grants')}?{urlencode({'q': username})}")


def _proof(request: HttpRequest, page: str) -> HttpResponse | None:
    """Ask anew who one is, where that was not shown a short while ago: this is not to be done at an empty desk."""
    if entry.is_fresh(request):
        return None
    return HttpResponseRedirect(f"{reverse('account-prove')}?{urlencode({'next': reverse(page)})}")


def _accounts(request: HttpRequest, asking: Asking, *, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    text, number = _asked_for(request)
    rows, total = administration_inquiry.accounts(
        asking.viewer, text=text, first=_PAGE * (number - 1), limit=_PAGE, now=asking.now
    )
    shown: list[tuple[AccountKept, str]] = [(one, _(ROLES.get(one.role, one.role))) for one in rows]
    context = {
        "rows": shown,
        "pages": _pages(rows, number, total),
        "text": text,
        "typed": request.POST,
        "problems": problems,
        "fields": ("username", "person"),
        "key": fresh_key(),
    }
    return _page(request, asking, "remit/accounts.html", context, problems)


def _grants(
    request: HttpRequest, asking: Asking, *, problems: tuple[Problem, ...] = (), opened: str = ""
) -> HttpResponse:
    text, number = _asked_for(request)
    rows, total = administration_inquiry.grants(
        asking.viewer, text=text or opened, first=_PAGE * (number - 1), limit=_PAGE
    )
    shown: list[tuple[Grant, str]] = [(one, _(ROLES.get(one.role, one.role))) for one in rows]
    context = {
        "rows": shown,
        "pages": _pages(rows, number, total),
        "text": text or opened,
        "roles": [RoleChoice(role, _(ROLES[role])) for role in _GRANTED],
        "opened": opened,
        "typed": request.POST,
        "problems": problems,
        "fields": (),
        "key": fresh_key(),
    }
    return _page(request, asking, "remit/grants.html", context, problems)


def _page(
    request: HttpRequest,
    asking: Asking,
    template: str,
    context: dict[str, object],
    problems: tuple[Problem, ...],
) -> HttpResponse:
    status = 422 if problems else 200
    return frame.show(request, template, context, viewer=asking.viewer, today=asking.today, status=status)


def _link(request: HttpRequest, asking: Asking, username: str) -> HttpResponse:
    """The link is drawn anew each time and shown this once: only its digest is kept."""
    token = secrets.token_urlsafe(32)
    hours = int(_GOOD_FOR.total_seconds() // 3600)
    actions.create_sign_in(asking.by(fresh_key()), username=username, token=token, hours=hours)
    context = {
        "username": username,
        "address": request.build_absolute_uri(reverse("sign-in-once", args=[token])),
        "until": asking.now + _GOOD_FOR,
    }
    return frame.show(request, "remit/account_link.html", context, viewer=asking.viewer, today=asking.today)


def _asked_for(request: HttpRequest) -> tuple[str, int]:
    text, page = request.GET.get("q", "")[:100], request.GET.get("page", "")
    return text, max(int(page), 1) if page.isdecimal() and len(page) < 7 else 1


def _pages(rows: tuple[object, ...], number: int, total: int) -> Pages:
    return Pages(shown=rows, number=number, count=max(1, -(-total // _PAGE)), total=total)


def _no_unit(unit: str) -> Problem:
    return error(
        "unknown-unit",
        "There is no unit '{unit}'.",
        "Add the unit, or correct its code.",
        at=Place(ref="unit"),
        unit=unit,
    )


def _no_role(role: str) -> Problem:
    return error(
        "role-unknown", "'{role}' is no role.", "Choose one of the list.", at=Place(ref="role"), role=role
    )
