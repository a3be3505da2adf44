"""The annotated documents and their scorer, which stand beside the project; a stranger's clone lacks them."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from remit.core.duty import Provision
from remit.files.clause_lines import clause_fields

CORPUS = Path(os.environ.get("REMIT_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
needs_corpus = pytest.mark.skipif(
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


def gold_files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.gold.jsonl"))
    assert files, f"no annotated documents in {folder}"
    return files


def read_text(gold: Path) -> str:
    return gold.with_name(gold.name.replace(".gold.jsonl", ".txt")).read_text(encoding="utf-8")


def read_lines(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]


def below(floors: dict[str, float], found: Iterable[tuple[Path, tuple[Provision, ...]]]) -> dict[str, float]:
    """Return the rows whose F1, summed over the annotated documents, is below its floor."""
    score = load_score()
    total = {row: [0, 0, 0] for row in floors}
    for gold, provisions in found:
        lines = score.in_range([clause_fields(one) for one in provisions], gold)
        tallies = score.count(read_lines(gold), lines)
        total = {row: [a + b for a, b in zip(total[row], tallies[row], strict=True)] for row in floors}
    reached = {row: score.rates(total[row])["f1"] for row in floors}
    return {row: f1 for row, f1 in reached.items() if f1 < floors[row]}
