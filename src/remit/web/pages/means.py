"""People and means of a unit in a year: posts, training, money set aside and spent, here and in all units below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from remit.core.means import Budget, Means
from remit.core.money import amount_text, parse_amount
from remit.core.problem import Place, Problem, error
from remit.store import actions, load, load_means, means_inquiry
from remit.store.access import Action, require
from remit.store.refusal import Refused
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import by_field, fresh_key, key_of

__all__ = ["BudgetShown", "MeansShown", "means", "set_budget", "spend"]

_FIELDS = ("year", "purpose", "regime", "amount", "currency", "record", "spent")
_CURRENCY = "CNY"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansShown:
    """People and means in words: money as pairs of what was set aside and what was spent, a currency each."""

    name: str
    code: str
    means: Means
    filled: int
    money: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetShown:
    """A budget in words, with what records spent of it: record, title, day, amount."""

    budget: Budget
    regime: str
    amount: str
    spent: str
    left: str
    over: bool
    spendings: tuple[tuple[str, str, date, str], ...]


@require_GET
@asked
def means(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show the people and means of a unit: `?unit=`, `?year=`."""
    return _show(request, asking, request.GET.get("unit", ""), _year(request.GET, asking))


@require_POST
@asked
def set_budget(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Set money aside, or say anew how much (`budget`)."""
    form = request.POST
    unit, year = form.get("unit", ""), _year(form, asking)
    ref = form.get("budget", "")
    held = load_means.budget(ref) if ref else None
    require(asking.viewer, Action.ORGANISE, load.stretch(held.unit if held else unit))
    currency = (held.currency if held else form.get("currency", "")).strip().upper()
    amount, problems = _amount(form.get("amount", ""), currency, "amount")
    if not problems:
        try:
            actions.set_budget(
                asking.by(key_of(form)),
                unit=held.unit if held else unit,
                year=held.year if held else year,
                purpose=held.purpose if held else form.get("purpose", ""),
                currency=currency,
                amount=amount,
                regime=held.regime if held else form.get("regime", ""),
                ref=ref,
            )
        except Refused as refusal:
            problems = by_field(refusal.problems, "purpose", *_FIELDS)
    if problems:
        return _show(request, asking, unit, year, problems=problems, typed=form, opened=ref or "new")
    messages.success(request, _("The budget is stored."))
    return HttpResponseRedirect(_address(unit, year))


@require_POST
@asked
def spend(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Say what a record spent of a budget."""
    form = request.POST
    held = load_means.budget(form.get("budget", ""))
    require(asking.viewer, Action.RECORD, load.stretch(held.unit))
    amount, problems = _amount(form.get("spent", ""), held.currency, "spent")
    if not problems:
        try:
            record = form.get("record", "").strip()
            actions.spend(asking.by(key_of(form)), budget=held.ref, record=record, amount=amount)
        except Refused as refusal:
            problems = by_field(refusal.problems, "record", *_FIELDS)
    if problems:
        year = held.year
        return _show(request, asking, held.unit, year, problems=problems, typed=form, opened=held.ref)
    messages.success(request, _("What was spent is stored."))
    return HttpResponseRedirect(_address(held.unit, held.year))


def _show(
    request: HttpRequest,
    asking: Asking,
    unit: str,
    year: int,
    *,
    problems: tuple[Problem, ...] = (),
    typed: Mapping[str, str] | None = None,
    opened: str = "",
) -> HttpResponse:
    seen = means_inquiry.means(asking.viewer, unit, year, today=asking.today)
    context = {
        "unit": seen.unit,
        "seen": seen,
        "year": year,
        "own": _shown("", "", seen.own),
        "subtree": _shown("", "", seen.subtree),
        "below": [_shown(one.name, one.code, part) for one, part in seen.below],
        "more": seen.below_total - len(seen.below),
        "budgets": [_budget(one, seen) for one in seen.budgets],
        "typed": typed or {"currency": _currency(seen)},
        "opened": opened,
        "problems": problems,
        "fields": _FIELDS,
        "wrong": {field: [p for p in problems if p.place.ref == field] for field in _FIELDS},
        "key": fresh_key(),
    }
    return frame.show(
        request,
        "remit/means.html",
        context,
        viewer=asking.viewer,
        today=asking.today,
        status=422 if problems else 200,
    )


def _shown(name: str, code: str, part: Means) -> MeansShown:
    return MeansShown(
        name=name,
        code=code,
        means=part,
        filled=part.posts - part.vacant,
        money=tuple(
            (amount_text(one.amount, one.currency), amount_text(one.spent, one.currency))
            for one in part.money
        ),
    )


def _budget(one: Budget, seen: means_inquiry.MeansSeen) -> BudgetShown:
    return BudgetShown(
        budget=one,
        regime=seen.regimes.get(one.regime, one.regime),
        amount=amount_text(one.amount, one.currency),
        spent=amount_text(one.spent, one.currency),
        left=amount_text(abs(one.amount - one.spent), one.currency),
        over=one.spent > one.amount,
        spendings=tuple(
            (record, title, day, amount_text(amount, one.currency))
            for record, title, day, amount in seen.spendings.get(one.ref, ())
        ),
    )


def _currency(seen: means_inquiry.MeansSeen) -> str:
    known = [*(one.currency for one in seen.budgets), *(one.currency for one in seen.subtree.money)]
    return known[0] if known else _CURRENCY


def _amount(written: str, currency: str, field: str) -> tuple[int, tuple[Problem, ...]]:
    amount = parse_amount(written, currency)
    if amount is not None:
        return amount, ()
    return 0, (
        error(
            "amount-unreadable",
            "'{written}' is no amount of money.",
            "Write it in figures, as in 12,000.50.",
            at=Place(ref=field),
            written=written,
        ),
    )


def _year(given: QueryDict, asking: Asking) -> int:
    written = given.get("year", "")
    year = int(written) if written.isdecimal() and len(written) == 4 else asking.today.year
    return year if 1990 <= year <= 2199 else asking.today.year


def _address(unit: str, year: int) -> str:
    return f"{reverse('means')}?{urlencode({'unit': unit, 'year': year})}"
