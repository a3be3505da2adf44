"""Hostile repetition: work that grows with the square of the length would not come to an end on these."""

from __future__ import annotations

import pytest

from remit.reading.provision import provisions
from remit.reading.structure import outline

LENGTH = 60_000
REPEATED = (
    "应当", "，", "、", "由", "向", "对", "报", "每年", "的", "（", "《", "10日内", "提前3日",
    "向学校报告", "院长每月、", "责令",
    "shall ", "(a)", ", and the ", "who ", "within 30 days ", "every year ", "by the ",
    "copy to the ", "responsible ", "in June and ",
)  # fmt: skip


@pytest.mark.parametrize("repeated", REPEATED)
@pytest.mark.parametrize("opening", ["", "第一条 学校应当", "Article 1 The school shall "])
def test_a_long_repetition_is_read_to_its_end(opening: str, repeated: str) -> None:
    text = opening + repeated * (LENGTH // len(repeated))
    found, _ = provisions(text, outline(text)[0])
    assert all(one.clause.end <= len(text) for one in found)
