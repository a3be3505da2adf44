"""The draft regime of a document that was read, and the regime file that it updates."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from remit.core.amendment import carry_review
from remit.core.problem import Place, Problem, error, note, placed
from remit.core.regime import Regime
from remit.files.document import Document
from remit.files.regime_yaml import read_regime, write_regime
from remit.reading.regime_draft import draft, propose_edition, propose_id, propose_language, propose_title

__all__ = ["draft_document", "update_regime_file"]


def draft_document(
    document: Document,
    path: Path,
    *,
    id: str = "",  # noqa: A002 - the field of the regime that it fills
    edition: date | None = None,
) -> tuple[Regime, tuple[Problem, ...]]:
    """Return the draft regime of a document and a note on what was assumed.

    Without `edition` it is the day on which the text says that it enters into force; where it does not say, the day on
    which the file was last changed.
    """
    sha256 = hashlib.sha256(document.text.encode()).hexdigest()
    problems: tuple[Problem, ...] = ()
    day = edition or propose_edition(document.text)
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
        title=propose_title(document.text, document.outline, fallback=path.stem),
        edition=day,
        file=path.name,
        sha256=sha256,
        language=propose_language(document.text),
    )
    return regime, problems


def update_regime_file(path: Path, regime: Regime) -> tuple[Regime, tuple[Problem, ...]]:
    """Write the draft to `path`; where a regime stands there, what was reviewed in it is carried over first.

    A file that is no regime is never overwritten.
    """
    problems: tuple[Problem, ...] = ()
    if path.exists():
        old, found = read_regime(path)
        if old is None:
            refused = error(
                "file-not-regime",
                "There is a file here already, and it cannot be read as a regime: it was left alone.",
                "Repair it (remit check), or choose another name.",
                at=Place(str(path)),
            )
            return regime, (*found, refused)
        regime, carried = carry_review(old, regime)
        problems = placed(carried, str(path))
    return regime, problems + write_regime(path, regime)
