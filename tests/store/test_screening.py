"""The quick look by which texts that belong together pass the screen: whatever it lets by, the screen lets by too."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from remit.core.scope import is_plain, screen
from remit.store.screening import text_problems

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/core/scope_cases.jsonl"
CORPUS = Path(os.environ.get("REMIT_CORPUS", ROOT.parent / "shared" / "corpus"))
ORDINARY = ("消防演练", "北码头起重机班二季度", "Fire drill at the quay", "12.5")
_BREAK = re.compile(r"(?<=[，,、；;：:。 ])|(?=[\u3400-\u9fff])")


def lines(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=[CASES, CORPUS / "scope_dev.jsonl"], ids=lambda path: path.stem)
def texts(request: pytest.FixtureRequest) -> list[str]:
    path: Path = request.param
    if not path.exists() and os.environ.get("CI") != "true":
        pytest.skip(f"left out: the labelled development lines, {path}")
    return lines(path)


def splits(text: str) -> Iterator[tuple[str, ...]]:
    """Yield a text as a whole, in its parts, and cut in two wherever a word may end."""
    at = [0, *sorted({found.end() for found in _BREAK.finditer(text)} - {0, len(text)}), len(text)]
    yield (text,)
    yield tuple(text[a:b] for a, b in pairwise(at))
    yield from ((text[:cut], text[cut:]) for cut in at[1:-1])


def padded(texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield texts among ordinary ones, before, behind and between them."""
    yield tuple(texts)
    for one in ORDINARY:
        yield (one, *texts, one)
        yield tuple(said for text in texts for said in (text, one))


def test_what_is_plain_as_a_whole_is_in_scope_part_by_part_and_padded(texts: list[str]) -> None:
    seen: dict[str, bool] = {}

    def is_in(text: str) -> bool:
        if text not in seen:
            seen[text] = screen(text).label == "in"
        return seen[text]

    looked_at = 0
    for text in texts:
        for parts in splits(text):
            if is_plain("，".join(parts)):
                looked_at += 1
                assert all(map(is_in, parts)), parts
                assert all(is_in("，".join(more)) for more in padded(parts) if len(parts) < 3), parts
    assert looked_at > len(texts)


def test_it_judges_as_the_screen_does_without_the_quick_look(texts: list[str]) -> None:
    told = 0
    for text in texts:
        parts = tuple(part for part in re.split("[，,；;：:。]", text) if part)
        apart = any(screen(one).label != "in" for one in (*parts, "，".join(parts)))
        assert [p.code for p in text_problems(parts)] == (["outside-scope"] if apart else []), parts
        told += apart
    assert told > len(texts) / 4
