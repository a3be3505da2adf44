"""Whom a draft's roles stand for, and what it says once for all its duties."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from remit.core.duty import Degree
from remit.core.problem import Place, Problem
from remit.core.regime import Defaults, Edition, Regime, Role
from remit.core.workday import HOLIDAY_RULES
from remit.store import actions, inquiry
from remit.store.access import Action, require
from remit.store.document import encode
from remit.store.refusal import Refused
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["RoleLine", "roles"]

_HOLIDAYS = {
    "keep": gettext_noop("it stays on that day"),
    "next": gettext_noop("it moves to the next working day"),
    "previous": gettext_noop("it moves to the working day before"),
}
_FIELDS = {"default-year": "year_starts", "default-soon": "due_soon_days", "default-holiday": "on_holiday"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role as shown and typed: the kinds of unit as one line of text, empty for every kind."""

    number: int
    name: str
    degree: str
    kinds: str


@require_http_methods(["GET", "POST"])
@asked
def roles(request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Ask for each role which kinds of unit it stands for and in which degree; nothing typed is lost."""
    require(asking.viewer, Action.REVIEW)
    name = Edition(regime, day)
    held, text = inquiry.edition(asking.viewer, name)
    if held.state != "draft":
        raise Http404
    if request.method == "GET":
        return _form(request, asking, name, text, ())
    typed = _read(request.POST, text)
    key = hashlib.sha256(f"{held.version}:{encode(typed)[1]}".encode()).hexdigest()
    try:
        actions.import_edition(asking.by(f"roles:{key}"), typed)
    except Refused as refusal:
        return _form(request, asking, name, typed, refusal.problems, status=422)
    messages.success(request, _("Roles and defaults are stored."))
    return HttpResponseRedirect(reverse("regime", args=[regime, day]))


def _read(form: QueryDict, text: Regime) -> Regime:
    """The regime with what was typed; a number that is none becomes one that no regime may have."""
    defaults = Defaults(
        year_starts=_number(form.get("year_starts", "")),
        due_soon_days=_number(form.get("due_soon_days", "")),
        on_holiday=form.get("on_holiday", ""),
    )
    named = tuple(
        Role(
            name=role.name,
            degree=_degree(form.get(f"degree-{number}", ""), role.degree),
            units=_kinds(form.get(f"kinds-{number}", "")),
        )
        for number, role in enumerate(text.roles)
    )
    return replace(text, roles=named, defaults=defaults, subject=form.get("subject", "").strip())


def _form(
    request: HttpRequest,
    asking: Asking,
    name: Edition,
    text: Regime,
    problems: tuple[Problem, ...],
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "name": name,
        "regime": text,
        "lines": [
            RoleLine(number=number, name=role.name, degree=role.degree, kinds=_("; ").join(role.units))
            for number, role in enumerate(text.roles)
        ],
        "degrees": tuple(Degree),
        "holidays": [(rule, _(_HOLIDAYS[rule])) for rule in HOLIDAY_RULES],
        "months": range(1, 13),
        "problems": [replace(p, place=Place(ref=_FIELDS.get(p.code, p.place.ref))) for p in problems],
        "fields": tuple(_FIELDS.values()),
    }
    return frame.show(
        request, "remit/roles.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text.strip()) else -1


def _degree(text: str, otherwise: Degree) -> Degree:
    return Degree(text) if text in set(Degree) else otherwise


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for part in re.split(r"[,;，；、\n]", text) if (kind := part.strip())))
