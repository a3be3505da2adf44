"""My tokens for programs: made and shown once, listed, revoked."""

from __future__ import annotations

import secrets
from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from remit.core.problem import Place, Problem, error
from remit.store import actions, load_token
from remit.store.access import Action, granted
from remit.store.actions.tokens import LONGEST
from remit.store.load_token import Token
from remit.store.refusal import NotThere, Refused
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.sign_account import freshly
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_day

__all__ = ["revoke", "tokens"]

_FIELDS = ("name", "scope", "unit", "expires")
_GOOD_FOR = timedelta(days=90)
_ACTIONS = {
    Action.SEE: gettext_noop("see duties, records and where units stand"),
    Action.RECORD: gettext_noop("record what was done"),
    Action.EXCUSE: gettext_noop("excuse a unit from a duty"),
    Action.ADOPT: gettext_noop("put regulations in force"),
    Action.ORGANISE: gettext_noop("keep units, posts, registers and money"),
    Action.DIVIDE: gettext_noop("write task breakdowns"),
    Action.READ_EDITIONS: gettext_noop("read regulations"),
    Action.REVIEW: gettext_noop("review and issue regulations"),
    Action.ACCOUNTS: gettext_noop("list accounts"),
    Action.GRANT: gettext_noop("grant roles and units"),
    Action.JOURNAL: gettext_noop("read the journal"),
}


@never_cache
@require_http_methods(["GET", "POST"])
@freshly
@asked
def tokens(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List my tokens, and make one: its secret is shown in the answer and never again."""
    if request.method == "GET":
        return _show(request, asking)
    form = request.POST
    day, problems = needed_day(form, "expires")
    may = granted(asking.viewer)
    scope = tuple(action for action in Action if action in may and action in form.getlist("scope"))
    if not problems and day is not None:
        secret = f"remit_{secrets.token_urlsafe(32)}"
        expires = datetime.combine(day, time.max, tzinfo=timezone.get_current_timezone())
        try:
            actions.create_token(
                asking.by(key_of(form)),
                username=request.user.get_username(),
                digest=load_token.digest(secret),
                name=form.get("name", ""),
                scope=scope,
                expires=min(expires, asking.now + LONGEST),
                unit=form.get("unit", "").strip(),
            )
            return _show(request, asking, secret=secret)
        except Refused as refusal:
            problems = by_field(refusal.problems, "name", *_FIELDS)
        except NotThere:
            problems = (_no_unit(form.get("unit", "")),)
    return _show(request, asking, problems=problems, typed=form)


@require_POST
@asked
def revoke(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Let one of my tokens open nothing any more."""
    ref = request.POST.get("token", "")
    held = load_token.token(ref)
    if held.username != request.user.get_username():
        raise NotThere(ref)
    if held.revoked is None:
        actions.revoke_token(asking.by(f"revoke:{ref}"), ref=ref)
    messages.success(request, _("The token opens nothing any more."))
    return HttpResponseRedirect(reverse("account-tokens"))


def _show(
    request: HttpRequest,
    asking: Asking,
    *,
    secret: str = "",
    problems: tuple[Problem, ...] = (),
    typed: QueryDict | None = None,
) -> HttpResponse:
    held = load_token.tokens(request.user.get_username())
    may = granted(asking.viewer)
    chosen = set(typed.getlist("scope")) if typed is not None else {Action.SEE.value}
    context = {
        "secret": secret,
        "tokens": [(one, _scope(one), _ended(one, asking.now)) for one in held],
        "actions": [
            (one, _(_ACTIONS[one]), one in chosen) for one in Action if one in may and one in _ACTIONS
        ],
        "typed": typed or {"expires": (asking.today + _GOOD_FOR).isoformat()},
        "latest": (asking.now + LONGEST).date(),
        "problems": problems,
        "fields": _FIELDS,
        "wrong": {field: [p for p in problems if p.place.ref == field] for field in _FIELDS},
        "key": fresh_key(),
    }
    status = 422 if problems else 200
    return frame.show(
        request, "remit/tokens.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _scope(one: Token) -> str:
    return _("; ").join(_(_ACTIONS[action]) if action in _ACTIONS else action.value for action in one.scope)


def _ended(one: Token, now: datetime) -> bool:
    return one.revoked is not None or one.expires <= now


def _no_unit(unit: str) -> Problem:
    return error(
        "unknown-unit",
        "There is no unit '{unit}'.",
        "Add the unit, or correct its code.",
        at=Place(ref="unit"),
        unit=unit,
    )
