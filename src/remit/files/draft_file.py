"""The draft regime of a document that was read."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from remit.core.problem import Place, Problem, note
from remit.core.regime import Regime
from remit.files.document import Document
from remit.reading.regime_draft import draft, propose_edition, propose_id, propose_language, propose_title

__all__ = ["draft_document"]


def draft_document(
    document: Document,
    path: Path,
    *,
    id: str = "",  # noqa: A002 - the field of the regime that it fills
    edition: date | None = None,
) -> tuple[Regime, tuple[Problem, ...]]:
    """Return the draft regime of a document and a note on what was assumed.

    Without `edition` it is the day that a catalog states, else the one on which the text says that it enters into
    force; where nothing says, the day on which the file was last changed.
    """
    sha256 = hashlib.sha256(document.text.encode()).hexdigest()
    problems: tuple[Problem, ...] = ()
    day = edition or document.edition or propose_edition(document.text)
    if day is None:
        day = date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - a day on the user's own calendar
        problems = (
            note(
                "edition-assumed",
                "The text does not say from when it holds: {day}, the day of the file, was put down.",
                "Correct `edition` in the regime, or say --edition DATE.",
                at=Place(str(path)),
                day=day.isoformat(),
            ),
        )
    regime = draft(
        document.text,
        document.outline,
        document.provisions,
        id=id or propose_id(path.stem, sha256),
        title=document.title or propose_title(document.text, document.outline, fallback=path.stem),
        edition=day,
        file=path.name,
        sha256=sha256,
        language=propose_language(document.text),
    )
    return regime, problems
