"""Amounts as offices write them, and what is wrong with a budget."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.means import Budget, budget_problems
from remit.core.money import LARGEST, amount_text, is_currency, parse_amount

BUDGET = Budget(
    ref="b1", unit="e1", year=2026, purpose="drills", currency="CNY", amount=1200000, regime="harbour"
)


@pytest.mark.parametrize(
    ("written", "currency", "amount"),
    [
        ("12,345.60", "CNY", 1234560),
        ("¥12345.6", "CNY", 1234560),
        ("1.2万元", "CNY", 1200000),
        ("0.5亿", "CNY", 5_000_000_000),
        ("300", "JPY", 300),
        ("1.234", "KWD", 1234),
        ("0", "EUR", 0),
        ("1.234", "EUR", None),
        ("0.5", "JPY", None),
        ("-3", "EUR", None),
        ("12,34", "EUR", None),
        ("much", "EUR", None),
        ("１２", "EUR", None),
        ("9999999999999999", "EUR", None),
        ("", "EUR", None),
    ],
)
def test_an_amount_is_read_as_offices_write_it(written: str, currency: str, amount: int | None) -> None:
    assert parse_amount(written, currency) == amount


@given(st.integers(0, LARGEST), st.sampled_from(["CNY", "JPY", "KWD"]))
def test_an_amount_in_words_is_read_again_as_the_same(amount: int, currency: str) -> None:
    assert parse_amount(amount_text(amount, currency).removesuffix(currency), currency) == amount


def test_a_currency_has_three_letters() -> None:
    assert [is_currency(code) for code in ("CNY", "cny", "元", "EURO")] == [True, False, False, False]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, ""),
        ({"regime": ""}, ""),
        ({"year": 1989}, "budget-year"),
        ({"year": 2200}, "budget-year"),
        ({"purpose": " "}, "budget-purpose"),
        ({"purpose": "x" * 201}, "budget-purpose"),
        ({"currency": "yuan"}, "budget-currency"),
        ({"amount": -1}, "budget-amount"),
        ({"amount": LARGEST + 1}, "budget-amount"),
        ({"regime": "other"}, "budget-regime"),
    ],
)
def test_an_unsound_budget_is_told(change: dict[str, object], code: str) -> None:
    found = budget_problems(replace(BUDGET, **change), regimes={"harbour"})
    assert [one.code for one in found] == [code] * bool(code)
