"""Units renamed, moved, merged, split and closed, each from a day on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import Code, Day, Given, Key, Ref, Text
from remit.api.operation import do
from remit.api.shown import Made, render
from remit.core.post import Unit
from remit.store import actions
from remit.store.access import Action

__all__ = [
    "Closing",
    "Merger",
    "Move",
    "Part",
    "Reclassification",
    "Renaming",
    "Split",
    "close_unit",
    "merge_unit",
    "move_unit",
    "reclassify_unit",
    "rename_unit",
    "router",
    "split_unit",
]

router = Router(tags=["changes of units"])


class Renaming(Given):
    """Another name for a unit from a day on."""

    unit: Code
    name: Text
    day: Day


class Reclassification(Given):
    """Another kind for a unit from a day on."""

    unit: Code
    kind: Text
    day: Day


class Move(Given):
    """Another superior for a unit from a day on."""

    unit: Code
    parent: Code
    day: Day


class Merger(Given):
    """A unit closed into another, which answers for it from a day on."""

    unit: Code
    into: Code
    day: Day


class Part(Given):
    """A new unit, made of a part of one; without `parent` it comes beside it."""

    code: Code
    name: Text
    kind: Text = ""
    parent: Ref = ""


class Split(Given):
    """New units made of parts of one from a day on."""

    unit: Code
    parts: list[Part] = Field(min_length=1, max_length=100)
    day: Day


class Closing(Given):
    """The end of a unit: `day` is the first without it."""

    unit: Code
    day: Day


@do(router, "/units/rename", Action.ORGANISE)
def rename_unit(request: HttpRequest, key: Key, given: Renaming) -> HttpResponse:
    """Give a unit another name from a day on."""
    ref = actions.rename(caller(request).by(key), unit=given.unit, name=given.name, day=given.day)
    return render(Made(ref=ref), status=201)


@do(router, "/units/reclassify", Action.ORGANISE)
def reclassify_unit(request: HttpRequest, key: Key, given: Reclassification) -> HttpResponse:
    """Make a unit one of another kind from a day on."""
    ref = actions.reclassify(caller(request).by(key), unit=given.unit, kind=given.kind, day=given.day)
    return render(Made(ref=ref), status=201)


@do(router, "/units/move", Action.ORGANISE)
def move_unit(request: HttpRequest, key: Key, given: Move) -> HttpResponse:
    """Put a unit and all below it under another one from a day on."""
    ref = actions.move(caller(request).by(key), unit=given.unit, parent=given.parent, day=given.day)
    return render(Made(ref=ref), status=201)


@do(router, "/units/merge", Action.ORGANISE)
def merge_unit(request: HttpRequest, key: Key, given: Merger) -> HttpResponse:
    """Close a unit into another, which from a day on answers for it."""
    ref = actions.merge(caller(request).by(key), unit=given.unit, into=given.into, day=given.day)
    return render(Made(ref=ref), status=201)


@do(router, "/units/split", Action.ORGANISE)
def split_unit(request: HttpRequest, key: Key, given: Split) -> HttpResponse:
    """Make new units of parts of one from a day on."""
    parts = [Unit(code=p.code, name=p.name, kind=p.kind, parent=p.parent) for p in given.parts]
    ref = actions.split(caller(request).by(key), unit=given.unit, parts=parts, day=given.day)
    return render(Made(ref=ref), status=201)


@do(router, "/units/close", Action.ORGANISE)
def close_unit(request: HttpRequest, key: Key, given: Closing) -> HttpResponse:
    """Close a unit: the day is the first without it."""
    ref = actions.close(caller(request).by(key), unit=given.unit, day=given.day)
    return render(Made(ref=ref), status=201)
