"""What is fuzzed: every reader of files with good files to start from, and the reading of any text."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from remit.files.ciso_nodes import parse_library
from remit.files.container import parse_container
from remit.files.encoding import decode_text
from remit.files.file_kind import find_kind
from remit.files.oscal_catalog import parse_catalog, parse_xml_catalog, parse_yaml_catalog
from remit.files.pdf import parse_pdf
from remit.files.refusal import RefusedError
from remit.files.webpage import parse_html, parse_mht
from remit.files.workbook import parse_xlsx
from remit.reading.lint import lint
from remit.reading.provision import provisions
from remit.reading.structure import outline
from tools.fuzz_mutations import mutated, mutated_text

__all__ = ["Target", "targets"]


@dataclass(frozen=True, slots=True)
class Target:
    """A reader: what it is given, made from its seeds, and how it is called; anything but RefusedError is a fault."""

    name: str
    seeds: tuple[bytes, ...]
    kind: str
    read: Callable[[bytes], object]

    def made(self, draw: Random) -> bytes:
        """Return a changed seed."""
        seed = draw.choice(self.seeds)
        if self.kind == "text":
            return mutated_text(seed.decode(), draw).encode("utf-8", "surrogatepass")
        return mutated(seed, self.kind, draw)

    def tried(self, data: bytes) -> str:
        """Read it; return what came of it in a word: "read" or the code of the problem."""
        try:
            made = self.read(data)
        except RefusedError as refused:
            return refused.problem.code
        except MemoryError:
            return "memory"
        return made if isinstance(made, str) else "read"


def targets() -> list[Target]:
    """Return the targets; the seeds are the documents of the tests."""
    made: Any = importlib.import_module("tests.files.documents")
    ofd: Any = importlib.import_module("tests.files.ofd_documents")
    pages: Any = importlib.import_module("tests.fuzz.seeds")
    regulation: str = made.REGULATION
    texts = (regulation.encode(), pages.ENGLISH.encode(), pages.MIXED.encode())
    words = (made.auto_numbered(regulation), *pages.word_files())
    ofds = tuple(ofd.ofd_bytes(regulation, shape=shape, head="公报") for shape in ofd.SHAPES)
    return [
        Target("text", texts, "text", _read_text),
        Target(
            "bytes", (*texts, regulation.encode("gb18030"), regulation.encode("utf-16")), "bytes", _read_bytes
        ),
        Target("docx", words, "zip", parse_container),
        Target("ofd", ofds, "zip", parse_container),
        Target("html", pages.web_pages(), "html", parse_html),
        Target("mht", pages.saved_pages(), "mht", parse_mht),
        Target("pdf", pages.page_files(), "pdf", parse_pdf),
        Target("xlsx", pages.workbooks(), "xlsx", parse_xlsx),
        *_catalogs(),
    ]


def _catalogs() -> list[Target]:
    made: Any = importlib.import_module("tests.files.catalogs")
    tree: bytes = json.dumps(made.CATALOG).encode()
    block = yaml.safe_dump(made.CATALOG, sort_keys=False).encode()
    library: bytes = made.LIBRARY.encode()
    return [
        Target("oscal", (tree,), "json", parse_catalog),
        Target("oscal-xml", (made.CATALOG_XML.encode(),), "xml", parse_xml_catalog),
        Target("oscal-yaml", (block,), "yaml", parse_yaml_catalog),
        Target("ciso", (library,), "yaml", parse_library),
    ]


def _read_text(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    tree, _ = outline(text)
    found, _ = provisions(text, tree)
    lint(text, tree, found)
    for clause in tree.clauses:
        if not 0 <= clause.start <= clause.end <= len(text):
            raise AssertionError(clause)
    return "read"


def _read_bytes(data: bytes) -> str:
    kind = find_kind(data)
    text, problems = decode_text(data)
    if problems and not text:
        return problems[0].code
    return kind if isinstance(kind, str) and kind else "read"
