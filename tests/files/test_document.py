"""Reading a file whole, and what it leaves behind."""

from __future__ import annotations

import gc
from pathlib import Path

from remit.files.document import read_document

GOLD = Path(__file__).parents[1] / "reading/gold"


def test_reading_leaves_no_cycles_for_the_collector(tmp_path):
    texts = sorted(GOLD.glob("*.txt"))
    read_document(texts[0])  # what is made once and kept is made
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            read_document(text)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_is_left_as_it_was(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("第一条 单位应当每年检查一次。", encoding="utf-8")
    read_document(path)
    assert gc.isenabled()
    gc.disable()
    try:
        read_document(path)
        assert not gc.isenabled()
    finally:
        gc.enable()
