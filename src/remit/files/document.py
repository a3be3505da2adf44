"""A file read to the end: its text, the clauses, what each lays on whom, and everything that was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from remit.core.clause import Outline
from remit.core.duty import Provision
from remit.core.problem import Level, Problem, placed, worst
from remit.files.text import extract
from remit.reading.provision import provisions
from remit.reading.structure import outline

__all__ = ["Document", "read_document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A regulation as read: provisions stand in the order of the outline's clauses; all offsets count into `text`.

    `title` and `edition` are what a structured catalog says of itself; other files leave them to be read from the text.
    """

    text: str
    outline: Outline
    provisions: tuple[Provision, ...]
    problems: tuple[Problem, ...] = ()
    title: str = ""
    edition: date | None = None

    @property
    def failed(self) -> bool:
        """Whether the file could not be read at all."""
        return not self.text and worst(self.problems) is Level.ERROR


def read_document(path: Path) -> Document:
    """Read one file; a file that cannot be read gives an empty document with its problem."""
    extracted = extract(path)
    with _uncollected():
        tree, faults = (extracted.outline, ()) if extracted.outline else outline(extracted.text)
        found, doubts = provisions(extracted.text, tree)
    problems = extracted.problems + placed((*faults, *doubts), str(path))
    return Document(
        text=extracted.text,
        outline=tree,
        provisions=found,
        problems=problems,
        title=extracted.title,
        edition=extracted.edition,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from searching what reading makes: it finds none, in a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
