"""The addresses of matters and conferences in the permission matrix, and a task of each unit with its canaries."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from tests.pages.permission_matrix import ISO, Probe, World

__all__ = ["MATTER_DEEDS", "MATTER_OPERATIONS", "matter_probes", "table_probes"]

MATTER_OPERATIONS = {"list_matters": "desk", "get_matter": "see"}
MATTER_DEEDS = "open_task open_filing take_step extend hold_conference"


def matter_probes(world: World, code: str) -> list[Probe]:
    """What can be asked of a unit's own matter and group."""
    ref, query, group = [world.matters[code]], {"unit": code}, {"group": f"{code}/group"}
    held = {"title": "Conference", "day": ISO, "agenda": "One", "others": "Zoe"}

    def ask(name: str, rule: str, *args: str, **given: str) -> Probe:
        return Probe(name, "GET", reverse(name, args=args, query=given), rule, code)

    def do(name: str, rule: str, *args: str, **data: Any) -> Probe:
        return Probe(name, "POST", reverse(name, args=args), rule, code, data)

    return [
        ask("matter", "see", *ref),
        do("matter-step", "record", *ref, move="note", reason="Half of it"),
        do("matters-step", "record", move="urge", chosen=ref[0]),
        ask("task-new", "record", **query),
        do("task-new", "record", title="Grease the winch", to=code, **query),
        ask("filing-new", "record", **query),
        do("filing-new", "record", title="Weld on the mast", **query),
        ask("conferences", "see", **group),
        ask("conference-new", "record", **group),
        do("conference-new", "record", **held, **group),
    ]


def table_probes(world: World) -> list[Probe]:
    """What is on one's own table, and a matter that is known by its copy alone."""
    copied = reverse("matter", args=[world.matters["copied"]])
    return [
        Probe("matters", "GET", reverse("matters"), "desk"),
        Probe("matter", "GET", copied, "copied", "/1/20", beside="N"),
    ]
