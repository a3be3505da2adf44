"""Amounts of money: read as offices write them, kept as whole minor units, said with their currency."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["LARGEST", "amount_text", "is_currency", "parse_amount"]

LARGEST = 10**15
"""The largest amount that is kept, in minor units."""

_DIGITS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF"), 0),
    **dict.fromkeys(("UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
"""The decimal places of ISO 4217 where they are not two."""
_CODE = re.compile(r"[A-Z]{3}")
_AMOUNT = re.compile(r"(\d{1,3}(?:[,，]\d{3})+|\d{1,16})(?:\.(\d{1,6}))?\s*(万|亿)?\s*元?", re.ASCII)
_TIMES = {"": 1, "万": 10**4, "亿": 10**8}


def is_currency(code: str) -> bool:
    """Return whether a code has the form of ISO 4217: CNY, EUR."""
    return _CODE.fullmatch(code) is not None


def parse_amount(written: str, currency: str) -> int | None:
    """Return an amount (`12,345.60`, `1.2万元`) in the minor units of a currency.

    None where it is none, is finer than a minor unit, or larger than what is kept.
    """
    found = _AMOUNT.fullmatch(written.strip().removeprefix("¥").removeprefix("￥").strip())
    if found is None:
        return None
    whole = found[1].replace(",", "").replace("，", "")
    value = Decimal(f"{whole}.{found[2] or 0}") * _TIMES[found[3] or ""] * 10 ** _places(currency)
    return int(value) if value == int(value) <= LARGEST else None


def amount_text(amount: int, currency: str) -> str:
    """Return an amount with its currency: `12,345.60 CNY`."""
    places = _places(currency)
    return f"{Decimal(amount).scaleb(-places):,.{places}f} {currency}"


def _places(currency: str) -> int:
    return _DIGITS.get(currency, 2)
