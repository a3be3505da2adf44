"""A regulation has the same clauses as text, as Word with automatic numbers, and as PDF with wrapped lines."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from remit.files.text import extract
from remit.reading.structure import outline
from tests.files.documents import auto_numbered, pdf_bytes, write
from tests.files.ofd_documents import ofd_bytes

CORPUS = Path(os.environ.get("REMIT_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus")) / "dev"
TEXTS = sorted(CORPUS.glob("*.txt"))


def test_the_corpus_is_here() -> None:
    if not TEXTS and os.environ.get("CI") == "true":
        pytest.fail(f"no texts in {CORPUS}")
    if not TEXTS:
        pytest.skip(f"left out: the corpus texts, {CORPUS}")


def clauses(text: str) -> Counter[tuple[tuple[str, ...], str]]:
    """The clauses by reference and words, white space and width aside."""

    def plain(words: str) -> str:
        return "".join(unicodedata.normalize("NFKC", words).split())

    tree, _ = outline(text)
    return Counter((tuple(map(plain, c.ref)), plain(text[c.start : c.end])) for c in tree.clauses)


def agreement(one: str, other: str) -> float:
    left, right = clauses(one), clauses(other)
    return 2 * (left & right).total() / (left.total() + right.total())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_word_file_has_the_clauses_of_the_text(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert agreement(text, extract(write(tmp_path / "a.docx", auto_numbered(text))).text) >= 0.98


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("indent", [True, False], ids=["indented", "flush"])
def test_an_ofd_file_has_the_clauses_of_the_text(path: Path, indent: bool, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = extract(write(tmp_path / "a.ofd", ofd_bytes(text, indent=indent))).text
    assert agreement(text, found) >= (0.94 if indent else 0.92)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_page_has_the_clauses_of_the_text(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    page = f'<html><head><meta charset="gb2312"></head><body>{body}</body></html>'
    assert agreement(text, extract(write(tmp_path / "a.html", page.encode("gb18030"))).text) >= 0.98


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(("indent", "least"), [(True, 0.98), (False, 0.92)], ids=["indented", "flush"])
def test_a_pdf_has_the_clauses_of_the_text(path: Path, indent: bool, least: float, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    data = pdf_bytes(text, indent=indent)
    assert agreement(text, extract(write(tmp_path / "a.pdf", data)).text) >= least
