"""People and means for a unit's duties: posts filled and vacant, training received, money set aside and spent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from remit.core.money import LARGEST, is_currency
from remit.core.problem import Place, Problem, error

__all__ = ["Budget", "Means", "Money", "budget_problems"]

_YEARS = (1990, 2199)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Money that a unit has set aside for a purpose in a year, and what of it records have spent.

    `amount` and `spent` are in minor units of the `currency` (ISO 4217). `regime` is the id of the regime whose duties
    it is for, empty where it is for several.
    """

    ref: str
    unit: str
    year: int
    purpose: str
    currency: str
    amount: int
    regime: str = ""
    spent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What was set aside and spent in a currency, in its minor units."""

    currency: str
    amount: int
    spent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Posts on a day and how many of them nobody holds; trainings of a year and who attended, counted; money."""

    posts: int = 0
    vacant: int = 0
    trainings: int = 0
    attended: int = 0
    money: tuple[Money, ...] = ()


def budget_problems(budget: Budget, *, regimes: Collection[str]) -> tuple[Problem, ...]:
    """Return what is wrong with a budget; `Place.ref` is its field. `regimes` are those that ever reached the unit."""
    return tuple(_problems(budget, regimes))


def _problems(budget: Budget, regimes: Collection[str]) -> Iterator[Problem]:
    if not _YEARS[0] <= budget.year <= _YEARS[1]:
        yield error(
            "budget-year",
            "{year} is no year that a budget is kept for.",
            "Give a year from 1990 on.",
            at=Place(ref="year"),
            year=budget.year,
        )
    if not budget.purpose.strip() or len(budget.purpose) > 200:
        yield error(
            "budget-purpose",
            "It is not said what the money is for, or in more than 200 characters.",
            "Say it in a few words.",
            at=Place(ref="purpose"),
        )
    if not is_currency(budget.currency):
        yield error(
            "budget-currency",
            "'{currency}' is no currency.",
            "Give its three letters, such as CNY or EUR.",
            at=Place(ref="currency"),
            currency=budget.currency,
        )
    if not 0 <= budget.amount <= LARGEST:
        yield error(
            "budget-amount",
            "The amount is below zero or larger than what is kept.",
            "Give the amount that is set aside.",
            at=Place(ref="amount"),
        )
    if budget.regime and budget.regime not in regimes:
        yield error(
            "budget-regime",
            "No edition of {regime} is or was in force at {unit}.",
            "Choose one that is, or none.",
            at=Place(ref="regime"),
            regime=budget.regime,
            unit=budget.unit,
        )
