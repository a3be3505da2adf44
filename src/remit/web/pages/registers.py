"""The register of a unit: its places, channels, systems and assets, who answers for each, and which checks are due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.assignment import Answer
from remit.core.phrase import cadence_text
from remit.core.problem import Place, Problem, error
from remit.core.register_check import CheckStanding
from remit.core.register_item import ItemKind, RegisterItem
from remit.core.register_table import CELLS, item_cells, items_mark
from remit.core.register_text import KINDS, answer_words
from remit.files.register_sheet import LABELS
from remit.store import actions, register_inquiry
from remit.store.refusal import ChangedMeanwhile, Denied, Refused
from remit.store.register_inquiry import ItemSeen
from remit.web.dates import day_words, parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.paging import Pages
from remit.web.pages.typed import fresh_key, key_of

__all__ = ["CheckShown", "ItemShown", "address_of", "register", "register_item"]

_PAGE = 50
_PLURALS = {
    ItemKind.PLACE: gettext_noop("Places"),
    ItemKind.CHANNEL: gettext_noop("Channels of its own"),
    ItemKind.SYSTEM: gettext_noop("Systems"),
    ItemKind.ASSET: gettext_noop("Assets"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckShown:
    """A check with how often it is done, in words."""

    standing: CheckStanding
    rhythm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An item ready to be shown: why each of those answers, and its checks."""

    seen: ItemSeen
    kind: str
    answers: tuple[tuple[str, str], ...]
    checks: tuple[CheckShown, ...]


@require_GET
@asked
def register(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show a unit's register on a day, fifty items at a time: `?unit=`, `?on=`, `?kind=`, `?tag=`, `?below=1`."""
    given = request.GET
    day, problems = parse_day(given.get("on", ""), field="on")
    on = day or asking.today
    chosen = {name: given.get(name, "") for name in ("unit", "kind", "tag", "below")}
    number = int(given["page"]) if given.get("page", "").isdecimal() and len(given["page"]) < 6 else 1
    seen = register_inquiry.register(
        asking.viewer,
        chosen["unit"],
        on,
        kind=chosen["kind"],
        tag=chosen["tag"],
        below=bool(chosen["below"]),
        first=_PAGE * (max(number, 1) - 1),
        limit=_PAGE,
    )
    pages = Pages(
        shown=seen.items, number=max(number, 1), count=max(1, -(-seen.total // _PAGE)), total=seen.total
    )
    asked_for = {**chosen, "on": on.isoformat() if day and day != asking.today else ""}
    context = {
        "unit": seen.unit,
        "seen": seen,
        "items": [_shown(one) for one in seen.items],
        "kinds": [(kind, _(_PLURALS[kind]), seen.kinds.get(kind, 0)) for kind in ItemKind],
        "below_total": sum(seen.kinds.values()),
        "chosen": chosen,
        "query": urlencode({name: value for name, value in asked_for.items() if value}),
        "pages": pages,
        "on": on,
        "problems": problems,
        "fields": ("on",),
    }
    return frame.show(request, "remit/register.html", context, viewer=asking.viewer, today=asking.today)


@require_http_methods(["GET", "POST"])
@asked
def register_item(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for an item, a new one (`?unit=`) or one that is there (`?item=`), and store it."""
    given = request.POST if request.method == "POST" else request.GET
    code, unit = given.get("item", ""), given.get("unit", "")
    held = None
    if code:
        held, names = register_inquiry.item(asking.viewer, code, asking.today)
        unit = held.item.unit
    seen = register_inquiry.register(asking.viewer, unit, asking.today, limit=0)
    if not seen.keeps:
        raise Denied
    if request.method == "GET":
        new = {"since": asking.today.isoformat(), "kind": _(KINDS[ItemKind.PLACE])}
        typed = item_cells(held.item, names, day=asking.today, translate=_) if held else new
        return _form(request, asking, seen, typed, held=held)
    typed = {cell: request.POST.get(cell, "") for cell in CELLS}
    typed |= {"code": code} if code else {}
    plan = register_inquiry.plan(asking.viewer, unit, [typed], today=asking.today)
    problems = tuple(problem for _row, problem in plan.problems)
    if not code and not all(one.fresh for one in plan.changes):
        problems = (*problems, _there(plan.items[0]))
    if held and request.POST.get("mark", "") != items_mark([held.item]):
        raise ChangedMeanwhile
    if problems:
        return _form(request, asking, seen, typed, held=held, problems=problems, status=422)
    try:
        if plan.items:
            actions.keep_items(asking.by(key_of(request.POST)), plan.items, unit=unit, seen=plan.seen)
    except Refused as refusal:
        return _form(request, asking, seen, typed, held=held, problems=refusal.problems, status=422)
    messages.success(request, _("The item is stored."))
    return HttpResponseRedirect(address_of(unit))


def address_of(unit: str) -> str:
    """Return the address of a unit's register."""
    return f"{reverse('register')}?{urlencode({'unit': unit})}"


def _shown(seen: ItemSeen) -> ItemShown:
    return ItemShown(
        seen=seen,
        kind=_(KINDS[seen.item.kind]),
        answers=tuple((_title(one.values), _why(one)) for one in seen.answers),
        checks=tuple(CheckShown(standing=one, rhythm=_rhythm(one)) for one in seen.checks),
    )


def _why(answer: Answer) -> str:
    """Why somebody answers, where post and name do not say it already; days in words."""
    if answer.reason == answer.degree:
        return ""
    days = {name: _day(said) for name, said in answer.values if name in ("day", "since")}
    return answer_words(replace(answer, values=tuple({**dict(answer.values), **days}.items())), _)


def _day(said: str) -> str:
    return day_words(date.fromisoformat(said))


def _title(values: Iterable[tuple[str, str]]) -> str:
    said = dict(values)
    who = said.get("person") or said.get("through_person", "")
    title = said.get("title") if said.get("person") else said.get("through_title", "")
    return f"{title or ''} {who}".strip()


def _rhythm(standing: CheckStanding) -> str:
    return _("; ").join(cadence_text(one, _) for one in standing.rhythms)


def _form(
    request: HttpRequest,
    asking: Asking,
    seen: register_inquiry.RegisterSeen,
    typed: Mapping[str, str],
    *,
    held: ItemSeen | None,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    placed = tuple(replace(p, place=Place(ref=p.place.ref.rpartition(" ")[2])) for p in problems)
    context = {
        "unit": seen.unit,
        "held": held.item if held else None,
        "mark": items_mark([held.item]) if held else "",
        "seen": seen,
        "typed": typed,
        "kinds": [_(KINDS[kind]) for kind in ItemKind],
        "names": {cell: _(label) for cell, label in LABELS.items()},
        "problems": placed,
        "fields": CELLS,
        "wrong": {cell: [p for p in placed if p.place.ref == cell] for cell in CELLS},
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/register_item.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _there(item: RegisterItem) -> Problem:
    return error(
        "register-there",
        "There is an item '{code}' already.",
        "Change that one, or give this one another name or code.",
        at=Place(ref=f"{item.code} code"),
        code=item.code,
    )
