"""Lists in pages: each page says after what the next one begins. A page holds however much is added meanwhile."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from types import GenericAlias
from typing import Any, TypeVar

import msgspec
from pydantic import BaseModel, create_model

from remit.core.problem import Place, Problem, error
from remit.store.refusal import Refused

__all__ = ["Slice", "cut", "cut_at", "page_of"]

T = TypeVar("T")
Slice = tuple[Sequence[T], str | None]
"""The items of a page, and after what the next one begins: None where there is none."""


def page_of(kind: type, name: str) -> type[BaseModel]:
    """Return the form of a page of a kind of item, for the API's own description."""
    items: Any = GenericAlias(list, (kind,))
    return create_model(f"{name}Page", items=(items, ...), next=(str | None, ...))


def cut(items: Sequence[T], *, limit: int, ref: Callable[[T], str]) -> dict[str, object]:
    """Return a page of items that were asked for with one more than the limit."""
    kept = items[:limit]
    return {"items": kept, "next": ref(kept[-1]) if len(items) > limit else None}


def cut_at(
    items: Sequence[T], key: Callable[[T], tuple[str | int, ...]], *, after: str, limit: int
) -> Slice[T]:
    """Return the items by their key, those after a place, as a page. Refused where the place is none of ours."""
    ordered = sorted(items, key=key)
    if after:
        place = _decoded(after)
        try:
            ordered = [item for item in ordered if key(item) > place]
        except TypeError:
            raise Refused([_unusable()]) from None
    kept = ordered[:limit]
    return kept, _encoded(key(kept[-1])) if len(ordered) > limit else None


def _encoded(key: tuple[str | int, ...]) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def _decoded(after: str) -> tuple[str | int, ...]:
    try:
        text = base64.urlsafe_b64decode(after.encode("ascii") + b"=" * (-len(after) % 4))
        return msgspec.json.decode(text, type=tuple[str | int, ...])
    except (ValueError, binascii.Error, msgspec.DecodeError):
        raise Refused([_unusable()]) from None


def _unusable() -> Problem:
    return error(
        "after-unusable",
        "Nothing comes after this.",
        "Give 'next' of the page before, unchanged, or leave it out.",
        at=Place(ref="after"),
    )
