"""What stands around every page: the rooms one may enter, who is signed in, language and size of type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from remit.store.access import Action, Role, Viewer, allowed

__all__ = ["LARGE", "Room", "is_enhanced", "reload", "show"]

LARGE = "remit_type"
"""The cookie that says `large` where large type is wanted."""

_ROOMS = {
    "home": gettext_noop("My duties"),
    "matters": gettext_noop("Matters"),
    "record-new": gettext_noop("Record"),
    "calendar": gettext_noop("Calendar"),
    "units": gettext_noop("Units"),
    "who": gettext_noop("Who answers"),
    "regimes": gettext_noop("Regulations"),
}
_OFFICES = {
    "accounts": gettext_noop("Accounts"),
    "grants": gettext_noop("Grants"),
    "journal": gettext_noop("Journal"),
}
"""The rooms of those who keep the installation, and of nobody else."""
_WITHIN = {
    "record": "record-new",
    "unit": "units",
    **dict.fromkeys(("matter", "matters-step", "matter-step", "task-new", "filing-new"), "matters"),
}
_ORGANISATION = (
    "unit-",
    "units-",
    "post",
    "group",
    "handover",
    "loan",
    "breakdown",
    "placing",
    "amending",
    "ledger",
    "register",
    "means",
    "heat-map",
    "conference",
    "report",
    "situation",
)
_ENTERS = {
    Role.HOLDER: tuple(_ROOMS),
    Role.CLERK: tuple(_ROOMS),
    Role.REVIEWER: ("regimes",),
    Role.INSPECTOR: tuple(name for name in _ROOMS if name != "record-new"),
    Role.AUDITOR: ("journal",),
    Role.SYSTEM_ADMINISTRATOR: ("accounts",),
    Role.SECURITY_ADMINISTRATOR: ("grants",),
}


@dataclass(frozen=True, slots=True)
class Room:
    """A way in the masthead; `here` is `page` on that very page, `true` on one within it, else empty."""

    name: str
    address: str
    here: str = ""


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object] | None = None,
    *,
    viewer: Viewer | None = None,
    today: date | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return a page in its frame; without a viewer no room is offered."""
    around = {
        "rooms": _rooms(request, viewer) if viewer else (),
        "me": viewer.person if viewer else "",
        "may_record": viewer is not None and any(allowed(viewer, Action.RECORD, s) for s in viewer.spans),
        "today": today,
        "here": request.get_full_path() if request.method == "GET" else request.path,
        "large": request.COOKIES.get(LARGE) == "large",
    }
    return render(request, template, {**around, **(context or {})}, status=status)


def is_enhanced(request: HttpRequest) -> bool:
    """Tell whether htmx asks, for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def reload(request: HttpRequest, words: str) -> HttpResponse:
    """Let htmx load the whole page anew, with what went wrong said at its head: a part has no place for it."""
    messages.error(request, words)
    return HttpResponse(headers={"HX-Refresh": "true"})


def _rooms(request: HttpRequest, viewer: Viewer) -> tuple[Room, ...]:
    match = request.resolver_match
    at = match.url_name if match else ""
    at = at or ""
    within = _WITHIN.get(at) or ("regimes" if at.startswith(("regime", "duty", "draft", "part-")) else "")
    within = within or ("units" if at.startswith(_ORGANISATION) else "")
    return tuple(
        Room(
            _({**_ROOMS, **_OFFICES}[name]),
            reverse(name),
            "page" if name == at else "true" if name == within else "",
        )
        for name in _ENTERS.get(viewer.role, ())
    )
