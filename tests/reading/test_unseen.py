"""Fictional clauses of varied fields: unseen ones, written before it saw them, and tuned ones, made with it."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from remit.core.duty import Provision
from remit.core.period import Cadence, Deadline
from tests.reading.reading_of import read

UNSEEN, TUNED = (Path(__file__).with_name(name) for name in ("unseen", "tuned"))


def _cases(tables: Path) -> Iterator[Any]:
    for path in sorted(tables.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            yield pytest.param(case, id=f"{path.stem}-{number}")


def _rhythm(one: Cadence) -> str:
    """Write a cadence as the tables do: `2 P1Y`, `1 学期`, `months 5 9`, `P2Y-P3Y`, `定期`."""
    if one.vague:
        return one.vague
    if one.months:
        return " ".join(["months", *map(str, one.months)])
    if one.quarters:
        return " ".join(["quarters", *map(str, one.quarters)])
    if one.period_min:
        return f"{one.period_min}-{one.period_max}"
    return f"{one.min or f'max {one.max}'} {one.period or one.per}"


def _limit(one: Deadline) -> str:
    return one.by or f"{one.amount} {one.unit}"


def _names(words: Iterable[str]) -> set[str]:
    return {unicodedata.normalize("NFKC", word) for word in words}


def _slots(found: Provision, case: dict[str, Any]) -> dict[str, Any]:
    slots: dict[str, Any] = {
        "kind": str(found.kind),
        "holders": _names(found.holders),
        "cadence": {_rhythm(one) for one in found.cadence},
        "deadline": {_limit(one) for one in found.deadline},
        "to": _names(found.addressee),
        "refers": _names(found.refers),
    }
    if "actions" in case:
        slots["actions"] = [*found.actions]
    if "degrees" in case:
        slots["degrees"] = [str(act.degree) for act in found.acts if act.degree]
    if "rhythms" in case:
        slots["rhythms"] = [[_rhythm(one) for one in act.cadence] for act in found.acts]
    return slots


def _due(case: dict[str, Any]) -> dict[str, Any]:
    slots: dict[str, Any] = {"kind": case["kind"]}
    slots |= {name: _names(case.get(name, ())) for name in ("holders", "cadence", "deadline", "to", "refers")}
    return slots | {name: case[name] for name in ("actions", "degrees", "rhythms") if name in case}


def _missed(case: dict[str, Any]) -> dict[str, Any]:
    slots, due = _slots(read(case["text"])[-1], case), _due(case)
    return {name: value for name, value in slots.items() if value != due[name]}


@pytest.mark.parametrize("case", [*_cases(UNSEEN)])
def test_it_reads_an_unseen_clause(case: dict[str, Any]) -> None:
    assert _missed(case) == {}


@pytest.mark.parametrize("case", [*_cases(TUNED)])
def test_it_reads_a_clause_that_its_rules_were_made_for(case: dict[str, Any]) -> None:
    assert _missed(case) == {}
