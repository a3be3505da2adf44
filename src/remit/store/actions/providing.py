"""Money for a unit's duties: what is set aside for a year, and what records spent of it."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from remit.core.means import Budget, budget_problems
from remit.core.money import LARGEST
from remit.core.problem import Place, Problem, error
from remit.store import load, load_means, save_register, screening
from remit.store.access import Action, require
from remit.store.refusal import Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["set_budget", "spend"]


@action
def set_budget(
    work: Work,
    *,
    unit: str,
    year: int,
    purpose: str,
    currency: str,
    amount: int,
    regime: str = "",
    ref: str = "",
) -> Done:
    """Set money aside for a purpose in a year, or (with `ref`) say anew how much and for what. Returns its reference.

    `amount` is in minor units of the currency. A budget keeps its unit, and its currency once something was spent.
    """
    held = load_means.budget(ref) if ref else None
    within = load.stretch(held.unit if held else unit)
    require(work.viewer, Action.ORGANISE, within)
    value = Budget(
        ref=ref or f"b{work.seq}",
        unit=unit,
        year=year,
        purpose=purpose.strip(),
        currency=currency.strip(),
        amount=amount,
        regime=regime,
        spent=held.spent if held else 0,
    )
    refuse(screening.text_problems([value.purpose], at=Place(ref="purpose")))
    reaching = load.adoptions((within[0], within[0] + 1))
    refuse(budget_problems(value, regimes={one.regime.id for one in reaching}))
    if held and (held.unit != unit or (held.spent and (held.currency, held.year) != (value.currency, year))):
        raise Refused([_kept(held)])
    if any(_same(one, value) for one in load_means.budgets((within[0], within[0] + 1), year)):
        raise Refused([_twice(value)])
    save_register.budget(value)
    payload = {"budget": msgspec.to_builtins(value)}
    return Done(ref=value.ref, kind="budget-set", unit=unit, payload=payload)


@action
def spend(work: Work, *, budget: str, record: str, amount: int) -> Done:
    """Say what a record spent of its unit's budget, in minor units; 0 takes it back. Returns the budget's reference."""
    held = load_means.budget(budget)
    require(work.viewer, Action.RECORD, load.stretch(held.unit))
    found = load.records_named([record])
    if not found or found[0].unit != held.unit or found[0].day.year != held.year:
        raise Refused([_no_record(record, held)])
    if not 0 <= amount <= LARGEST:
        raise Refused([_no_amount()])
    save_register.spending(budget, record=record, amount=amount)
    payload = {"budget": budget, "record": record, "amount": amount, "currency": held.currency}
    return Done(ref=budget, kind="budget-spent", unit=held.unit, payload=payload)


def _same(one: Budget, value: Budget) -> bool:
    named = replace(one, ref=value.ref, amount=value.amount, spent=value.spent)
    return one.ref != value.ref and named == value


def _twice(value: Budget) -> Problem:
    return error(
        "budget-twice",
        "There is a budget of {unit} for '{purpose}' in {year} already.",
        "Change that one, or name another purpose.",
        at=Place(ref="purpose"),
        unit=value.unit,
        purpose=value.purpose,
        year=value.year,
    )


def _kept(held: Budget) -> Problem:
    return error(
        "budget-kept",
        "This budget of {unit} has been spent from: its unit, year and currency stay.",
        "Take back what was spent first, or set another budget.",
        at=Place(ref="amount"),
        unit=held.unit,
    )


def _no_record(record: str, held: Budget) -> Problem:
    return error(
        "budget-record",
        "'{record}' is no record of {unit} from {year}.",
        "Give the number of a record of the unit and year of the budget.",
        at=Place(ref="record"),
        record=record,
        unit=held.unit,
        year=held.year,
    )


def _no_amount() -> Problem:
    return error(
        "budget-amount",
        "The amount is below zero or larger than what is kept.",
        "Give the amount that was spent.",
        at=Place(ref="spent"),
    )
