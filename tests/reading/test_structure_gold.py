"""Against the annotated documents: the floor of segmentation."""

from __future__ import annotations

import re
import unicodedata

from remit.reading.reference import references
from remit.reading.structure import outline
from tests.reading.scoring import CORPUS, gold_files, load_score, needs_corpus, read_lines, read_text

FLOOR = 0.99

pytestmark = needs_corpus


def squeeze(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


def test_segmentation_stays_above_its_floor() -> None:
    score = load_score()
    total = [0, 0, 0]
    for gold in gold_files(CORPUS / "dev"):
        found, _ = outline(read_text(gold))
        predicted = [
            {"ref": list(c.ref), "start": c.start, "end": c.end, "kind": "other"} for c in found.clauses
        ]
        counts = score.count(score.read(gold), score.in_range(predicted, gold))["segmentation"]
        total = [one + more for one, more in zip(total, counts, strict=True)]
    assert score.rates(total)["f1"] >= FLOOR


def test_ends_and_references_agree_with_the_annotation() -> None:
    wrong = []
    for gold in gold_files(CORPUS / "dev"):
        text = read_text(gold)
        clauses = {clause.start: clause for clause in outline(text)[0].clauses}
        for due in read_lines(gold):
            clause = clauses.get(due["start"])
            if clause is None or clause.end != due["end"]:
                wrong.append((gold.name, due["ref"], "end"))
            elif {squeeze(r) for r in references(text, clause)} != {squeeze(r) for r in due["refers"]}:
                wrong.append((gold.name, due["ref"], "refers"))
    assert len(wrong) <= 3, wrong
