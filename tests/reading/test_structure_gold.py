"""Against the annotated documents: the floor of segmentation."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest

from remit.reading.reference import references
from remit.reading.structure import outline

CORPUS = Path(os.environ.get("REMIT_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
FLOOR = 0.99

pytestmark = pytest.mark.skipif(
    not CORPUS.exists() and os.environ.get("CI") != "true",
    reason=f"left out: the annotated documents in {CORPUS}",
)


def load_score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_files() -> list[Path]:
    files = sorted((CORPUS / "dev").glob("*.gold.jsonl"))
    assert files, f"no annotated documents in {CORPUS}"
    return files


def read_text(gold: Path) -> str:
    return Path(str(gold).replace(".gold.jsonl", ".txt")).read_text(encoding="utf-8")


def squeeze(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


def test_segmentation_stays_above_its_floor() -> None:
    score = load_score()
    total = [0, 0, 0]
    for gold in gold_files():
        found, _ = outline(read_text(gold))
        predicted = [
            {"ref": list(c.ref), "start": c.start, "end": c.end, "kind": "other"} for c in found.clauses
        ]
        counts = score.count(score.read(gold), score.in_range(predicted, gold))["segmentation"]
        total = [one + more for one, more in zip(total, counts, strict=True)]
    assert score.rates(total)["f1"] >= FLOOR


def test_ends_and_references_agree_with_the_annotation() -> None:
    wrong = []
    for gold in gold_files():
        text = read_text(gold)
        clauses = {clause.start: clause for clause in outline(text)[0].clauses}
        for line in gold.read_text(encoding="utf-8").splitlines():
            due = json.loads(line)
            clause = clauses.get(due["start"])
            if clause is None or clause.end != due["end"]:
                wrong.append((gold.name, due["ref"], "end"))
            elif {squeeze(r) for r in references(text, clause)} != {squeeze(r) for r in due["refers"]}:
                wrong.append((gold.name, due["ref"], "refers"))
    assert len(wrong) <= 3, wrong
