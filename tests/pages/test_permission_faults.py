"""Faults that somebody might write one day: the part of the matrix that each concerns has to fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from remit.store import (
    access,
    establishment_inquiry,
    inquiry,
    load,
    load_establishment,
    load_unit,
    matter_inquiry,
    roll_reading,
    unit_inquiry,
)
from remit.store.access import Action, Role, Viewer
from remit.store.actions import lending
from remit.store.hands import Hands
from tests.pages.permission_matrix import (
    UNITS,
    check,
)
from tests.pages.permission_operations import api_probes
from tests.pages.permission_probes import page_probes
from tests.pages.test_permissions import evidence_folder, world

# Seeded faults: what somebody might write one day; the part of the matrix that each concerns has to fail


def _patched(where: object, name: str, made: object) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(where, name, made)


def _also(table: dict[Action, frozenset[Role]], action: Action, role: Role) -> Callable[[Any], None]:
    return lambda patch: patch.setitem(table, action, table[action] | {role})


def _by_prefix(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    codes = {load.stretch(code): code for code in UNITS}
    return codes.get(inner, "").startswith(codes.get(outer, "none"))


def _without_require(_viewer: Viewer, code: str) -> tuple[int, int]:
    return load.stretch(code)


def _any_record(_viewer: Viewer, ref: str) -> Any:
    return load.record(ref)


_load_records, _find_units = load.records, load_establishment.find_units
_ledger_lines = roll_reading.Reading.ledger


def _every_record(_within: Any, *days: Any, **more: Any) -> Any:
    return _load_records(load.stretch("/1"), *days, **more)


def _every_line(reading: Any, day: Any, _lo: int, **asked: Any) -> Any:
    return _ledger_lines(reading, day, 0, **(asked | {"whole": True, "limit": 500}))


def _every_unit(_spans: Any, *args: Any, **more: Any) -> Any:
    return _find_units(None, *args, **more)


def _every_hand(_viewer: Viewer, matters: Any, _today: Any) -> dict[str, Hands]:
    return {one.ref: Hands(sees=True, hands=frozenset()) for one in matters}


__all__ = ["evidence_folder", "world"]  # fixtures

_FAULTS: dict[str, tuple[Callable[[Any], None], str]] = {
    "everything is within everything": (_patched(access, "lies_in", lambda _i, _o: True), "unit"),
    "within is decided by the beginning of codes": (_patched(access, "lies_in", _by_prefix), "unit"),
    "a reviewer sees units": (_also(access._AT_UNIT, Action.SEE, Role.REVIEWER), "unit"),
    "an inspector records": (_also(access._AT_UNIT, Action.RECORD, Role.INSPECTOR), "record-new"),
    "a holder keeps posts": (_also(access._AT_UNIT, Action.ORGANISE, Role.HOLDER), "post-do"),
    "a holder reads drafts": (_also(access._ANYWHERE, Action.REVIEW, Role.HOLDER), "regime"),
    "a question without its guard": (_patched(inquiry, "_seen", _without_require), "who"),
    "a page of the organisation without its guard": (
        _patched(establishment_inquiry, "_seen", _without_require),
        "post",
    ),
    "a unit's page without its guard": (
        _patched(unit_inquiry, "_seen", lambda _viewer, code: load_unit.row(code)),
        "unit",
    ),
    "a heat map without its guard": (
        _patched(unit_inquiry, "_seen", lambda _viewer, code: load_unit.row(code)),
        "heat-map",
    ),
    "a ledger of the whole tree": (_patched(roll_reading.Reading, "ledger", _every_line), "ledger"),
    "the journal for clerks": (_also(access._ANYWHERE, Action.JOURNAL, Role.CLERK), "list_journal"),
    "the accounts for the security administrator": (
        _also(access._ANYWHERE, Action.ACCOUNTS, Role.SECURITY_ADMINISTRATOR),
        "list_accounts",
    ),
    "a list that ignores its stretch": (_patched(load, "records", _every_record), "records"),
    "a search that ignores the spans": (
        _patched(load_establishment, "find_units", _every_unit),
        "unit-change",
    ),
    "a file for whoever names a record": (_patched(inquiry, "record", _any_record), "evidence"),
    "a handover for whoever has its number": (
        _patched(establishment_inquiry, "acts_as", lambda _viewer, _persons: True),
        "handover",
    ),
    "a matter for whoever knows its number": (_patched(matter_inquiry, "hands_in", _every_hand), "matter"),
    "a post lent by whoever knows it": (_patched(lending, "acts_as", lambda _v, _p: True), "loan-new"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_the_matrix_catches_a_seeded_fault(world, monkeypatch, fault) -> None:
    seed, name = _FAULTS[fault]
    probes = [probe for probe in (*page_probes(world), *api_probes(world)) if probe.name == name]
    seed(monkeypatch)
    assert check(world, probes)[1]
