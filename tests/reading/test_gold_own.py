"""Against this project's own annotated texts: floors that the reading must not fall below."""

from __future__ import annotations

from pathlib import Path

from remit.reading.provision import provisions
from remit.reading.structure import outline
from tests.reading.scoring import below, gold_files, needs_corpus, read_text

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


@needs_corpus
def test_it_does_not_fall_below_the_floors_on_the_own_texts() -> None:
    texts = {gold: read_text(gold) for gold in gold_files(GOLD)}
    found = [(gold, provisions(text, outline(text)[0])[0]) for gold, text in texts.items()]
    assert below(FLOORS, found) == {}


def test_every_own_text_has_its_annotations() -> None:
    texts = {path.name.removesuffix(".txt") for path in GOLD.glob("*.txt")}
    assert texts == {gold.name.removesuffix(".gold.jsonl") for gold in gold_files(GOLD)}
