"""Against this project's own annotated texts: floors that the reading must not fall below."""

from __future__ import annotations

from pathlib import Path

from remit.reading.provision import provisions
from remit.reading.structure import outline
from tests.reading.scoring import below, gold_files, needs_corpus, read_text

GOLD = Path(__file__).with_name("gold")
FLOORS = {  # over all fourteen; g9, g12 and g13 were kept aside when rules were mended on the others
    "segmentation": 0.99,
    "kind": 0.99,
    "holders": 0.965,
    "cadence": 0.99,
    "deadline": 0.99,
    "addressee": 0.98,
    "refers": 0.99,
    "actions~": 0.91,
}
UNTUNED = ("g9-", "g12-", "g13-")
UNTUNED_FLOORS = {
    "segmentation": 0.99,
    "kind": 0.99,
    "holders": 0.91,
    "cadence": 0.985,
    "deadline": 0.975,
    "addressee": 0.93,
    "refers": 0.99,
    "actions~": 0.88,
}


@needs_corpus
def test_it_does_not_fall_below_the_floors_on_the_own_texts() -> None:
    texts = {gold: read_text(gold) for gold in gold_files(GOLD)}
    found = [(gold, provisions(text, outline(text)[0])[0]) for gold, text in texts.items()]
    assert below(FLOORS, found) == {}


@needs_corpus
def test_it_does_not_fall_below_the_floors_on_the_texts_no_rule_was_mended_on() -> None:
    texts = {gold: read_text(gold) for gold in gold_files(GOLD) if gold.name.startswith(UNTUNED)}
    found = [(gold, provisions(text, outline(text)[0])[0]) for gold, text in texts.items()]
    assert len(found) == len(UNTUNED)
    assert below(UNTUNED_FLOORS, found) == {}


def test_every_own_text_has_its_annotations() -> None:
    texts = {path.name.removesuffix(".txt") for path in GOLD.glob("*.txt")}
    assert texts == {gold.name.removesuffix(".gold.jsonl") for gold in gold_files(GOLD)}
