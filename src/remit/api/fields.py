"""The fields of requests: days, codes, texts, and what every body has in common."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from ninja import Header, Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from remit.store.screening import is_clean

__all__ = ["After", "Code", "Day", "Given", "Key", "Limit", "Ref", "Text", "Unit", "Version"]

_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written(value: object) -> object:
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("day", "no day")


def _bounded(value: date) -> date:
    if _EARLIEST <= value <= _LATEST:
        return value
    raise PydanticCustomError("day", "no day")


def _clean(value: str) -> str:
    if is_clean(value):
        return value
    raise PydanticCustomError("unclean", "control characters")


Day = Annotated[date, BeforeValidator(_written), AfterValidator(_bounded)]
"""A day as `2026-06-30`, between 1900 and 2199, as on the pages."""
Code = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_clean)]
"""A public code: of a unit, a post, a duty."""
Ref = Annotated[str, Field(max_length=400), AfterValidator(_clean)]
"""A code that may be empty."""
Text = Annotated[str, Field(max_length=2000), AfterValidator(_clean)]
"""Words; what may be kept is decided by the store."""
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
"""The version of an edition that was seen."""

Unit = Annotated[str, Query(min_length=1, max_length=400, description="The unit's code.")]
After = Annotated[
    str, Query(max_length=1000, description="`next` of the page before; empty: the first page.")
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most.")]
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=190,
        pattern=r"^[!-~]+$",
        description="A fresh random key for each new request; the same request under the same key is done once.",
    ),
]


class Given(BaseModel):
    """A body: a field that it does not know is refused, not ignored."""

    model_config = ConfigDict(extra="forbid")
