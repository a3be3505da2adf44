"""The permission matrix: every address as everybody, for every place in the tree, with canaries; and seeded faults."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.pages.conftest import ZONE
from tests.pages.package_probes import (
    let_installations_speak,
)
from tests.pages.permission_matrix import (
    DRAFT,
    ISSUED,
    PEOPLE,
    UNITS,
    Probe,
    World,
    check,
    undone,
)
from tests.pages.permission_operations import DEEDS, OPERATIONS, api_probes, operations
from tests.pages.permission_probes import page_probes
from tests.pages.permission_world import build
from tests.pages.register_probes import fill_register

_NOW = datetime(2026, 5, 20, 10, 0, tzinfo=ZONE)


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The world, built once; it is gone after the module."""
    folder = tmp_path_factory.mktemp("evidence")
    with ExitStack() as held:
        held.enter_context(django_db_blocker.unblock())
        held.callback(connection.close)
        if not connection.introspection.table_names():  # no test asks for a database of its own
            made = setup_databases(verbosity=0, interactive=False)
            held.callback(teardown_databases, made, verbosity=0)
        held.enter_context(override_settings(EVIDENCE=folder))
        held.enter_context(undone())
        built = build(_NOW)
        let_installations_speak([*UNITS], _NOW)
        for code in UNITS:
            fill_register(built, code, ISSUED.day, _NOW)
        yield built


@pytest.fixture(autouse=True)
def evidence_folder(world: World) -> Path | None:
    """The folder is the world's, for all tests of this module."""
    return None


# The whole matrix


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _names(one.url_patterns)
        else:
            yield one.name or str(one.pattern)


def test_every_address_of_the_site_is_in_the_matrix(world) -> None:
    assert {*_names(get_resolver().url_patterns)} == {probe.name for probe in page_probes(world)} | {"api"}


def test_every_operation_of_the_api_is_in_the_matrix() -> None:
    assert {*operations()} == {*OPERATIONS} | DEEDS


def test_every_page_lets_in_whom_the_table_says_and_shows_nothing_of_another_branch(world) -> None:
    asked, faults = check(world, page_probes(world))
    assert not faults, "\n".join(faults)
    assert asked > 3000


def test_the_api_lets_in_whom_the_table_says_and_shows_nothing_of_another_branch(world) -> None:
    asked, faults = check(world, api_probes(world))
    assert not faults, "\n".join(faults)
    assert asked > 900


def test_a_deed_of_the_api_needs_a_token_and_nothing_is_shown_for_nothing(world) -> None:
    probes = []
    for name, (verb, path) in operations().items():
        if verb == "POST":
            given = {"duty": "art-2", "part": "ground-art-2"}
            filled = path.format(ref=world.loans["/1/3"], regime="port-fire", day=DRAFT.day, **given)
            probes.append(Probe(name, "POST", reverse("api", args=[filled.lstrip("/")]), "mine", api=True))
    asked, faults = check(world, probes)
    assert not faults, "\n".join(faults)
    assert asked == len(PEOPLE) * len(DEEDS)
