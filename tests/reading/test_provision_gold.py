"""Against the annotated documents: floors that the reading must not fall below."""

from __future__ import annotations

import re
from typing import Any

import pytest

from remit.core.clause import Clause, Outline
from remit.reading.provision import provisions
from remit.reading.structure import outline
from tests.reading.scoring import CORPUS, below, gold_files, needs_corpus, read_lines, read_text

NUMBER = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|[（(]\w+[）)]|[一二三四五六七八九十]+、|\d+[.]|[a-z]\.)\s*"
)
FLOORS = {
    "kind": 0.99,
    "holders": 0.985,
    "cadence": 0.99,
    "deadline": 0.99,
    "addressee": 0.97,
    "refers": 0.99,
    "actions~": 0.89,
}

pytestmark = needs_corpus


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
    found = []
    for gold in gold_files(CORPUS / "dev"):
        text = read_text(gold)
        tree = _annotated(text, read_lines(gold)) if segmentation == "annotated" else outline(text)[0]
        found.append((gold, provisions(text, tree)[0]))
    assert below(FLOORS, found) == {}
