"""Against this project's own annotated texts: floors that the reading must not fall below."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from remit.reading.provision import provisions
from remit.reading.structure import outline
from tests.reading import test_provision_gold as annotated

GOLD = Path(__file__).with_name("gold")
FLOORS = {
    "segmentation": 0.99,
    "kind": 0.98,
    "holders": 0.97,
    "cadence": 0.98,
    "deadline": 0.98,
    "addressee": 0.97,
    "refers": 0.98,
    "actions~": 0.91,
}

pytestmark = annotated.pytestmark


def test_it_does_not_fall_below_the_floors_on_the_own_texts() -> None:
    score = annotated._score()
    total: dict[str, list[int]] = {row: [0, 0, 0] for row in FLOORS}
    paths = sorted(GOLD.glob("*.gold.jsonl"))
    assert paths, f"no annotated texts in {GOLD}"
    for path in paths:
        text = path.with_name(path.name.replace(".gold.jsonl", ".txt")).read_text(encoding="utf-8")
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        found = provisions(text, outline(text)[0])[0]
        tallies = score.count(gold, score.in_range([annotated._line(one) for one in found], path))
        total = {row: [a + b for a, b in zip(total[row], tallies[row], strict=True)] for row in FLOORS}
    reached = {row: score.rates(total[row])["f1"] for row in FLOORS}
    assert {row: f1 for row, f1 in reached.items() if f1 < FLOORS[row]} == {}


def test_every_own_text_has_its_annotations() -> None:
    texts = {path.name.removesuffix(".txt") for path in GOLD.glob("*.txt")}
    if not texts:
        pytest.fail("no own texts")
    assert texts == {path.name.removesuffix(".gold.jsonl") for path in GOLD.glob("*.gold.jsonl")}
