"""Against the annotated documents: floors that the reading must not fall below."""

from __future__ import annotations

import importlib.util
import json
import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from remit.core.clause import Clause, Outline
from remit.core.duty import Provision
from remit.core.period import Cadence, Deadline
from remit.reading.provision import provisions
from remit.reading.structure import outline

CORPUS = Path(os.environ.get("REMIT_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
NUMBER = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|[（(]\w+[）)]|[一二三四五六七八九十]+、|\d+[.]|[a-z]\.)\s*"
)
FLOORS = {
    "kind": 0.97,
    "holders": 0.95,
    "cadence": 0.97,
    "deadline": 0.97,
    "addressee": 0.93,
    "actions~": 0.85,
}

pytestmark = pytest.mark.skipif(
    not CORPUS.exists() and os.environ.get("CI") != "true",
    reason=f"left out: the annotated documents in {CORPUS}",
)


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cadence(one: Cadence) -> dict[str, Any]:
    names = ("min", "max", "period", "per", "months", "quarters", "period_min", "period_max", "vague")
    values = {name: getattr(one, name) for name in names}
    stated = {name: value for name, value in values.items() if value not in (None, ())}
    return {name: [*value] if isinstance(value, tuple) else value for name, value in stated.items()}


def _deadline(one: Deadline) -> dict[str, Any]:
    return {"by": one.by} if one.by else {"amount": one.amount, "unit": one.unit}


def _line(one: Provision) -> dict[str, Any]:
    return {
        "ref": [*one.clause.ref],
        "start": one.clause.start,
        "end": one.clause.end,
        "kind": str(one.kind),
        "holders": [*one.holders],
        "actions": [*one.actions],
        "cadence": [_cadence(each) for each in one.cadence],
        "deadline": [_deadline(each) for each in one.deadline],
        "addressee": [*one.addressee],
        "refers": [*one.refers],
    }


def _annotated(text: str, gold: list[dict[str, Any]]) -> Outline:
    """The annotated clauses as an outline: each with the nearest clause above it as its lead-in."""
    clauses: list[Clause] = []
    for one in gold:
        ref = tuple(one["ref"])
        above = [
            at for at, other in enumerate(clauses) if other.ref != ref and ref[: len(other.ref)] == other.ref
        ]
        paragraph = re.fullmatch("第.+款", ref[-1]) is not None
        body = one["start"]
        while number := NUMBER.match(text, body):
            body = number.end()
        clauses.append(
            Clause(ref, one["start"], one["end"], body, None if paragraph or not above else above[-1])
        )
    return Outline((), tuple(clauses))


@pytest.mark.parametrize("segmentation", ["annotated", "found"])
def test_it_does_not_fall_below_the_floors(segmentation: str) -> None:
    score = _score()
    total: dict[str, list[int]] = {row: [0, 0, 0] for row in FLOORS}
    for path in sorted((CORPUS / "dev").glob("*.gold.jsonl")):
        text = path.with_name(path.name.replace(".gold.jsonl", ".txt")).read_text(encoding="utf-8")
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        tree = _annotated(text, gold) if segmentation == "annotated" else outline(text)[0]
        lines = score.in_range([_line(one) for one in provisions(text, tree)[0]], path)
        tallies = score.count(gold, lines)
        total = {row: [a + b for a, b in zip(total[row], tallies[row], strict=True)] for row in FLOORS}
    reached = {row: score.rates(total[row])["f1"] for row in FLOORS}
    assert {row: f1 for row, f1 in reached.items() if f1 < FLOORS[row]} == {}
