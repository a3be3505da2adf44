"""What a person sees of a regulation just read: the register, counts, unknowns, and what is outside scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

from remit.cli.language import Words
from remit.cli.output import problem_fields, table
from remit.core.duty import Kind
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.files.clause_lines import clause_fields
from remit.files.document import Document
from remit.files.draft_file import draft_document
from remit.files.register import HEAD, register_rows

__all__ = ["FORMS", "document_json", "register_page"]

_WIDEST = 36


def document_json(path: Path, document: Document, words: Words) -> bytes:
    """Return a document as JSON: headings, clauses in the form of the JSON lines, problems."""
    fields = {
        "file": str(path),
        "characters": len(document.text),
        "headings": [{"ref": h.ref, "start": h.start, "end": h.end} for h in document.outline.headings],
        "clauses": [clause_fields(p) for p in document.provisions],
        "problems": [problem_fields(p, words) for p in document.problems],
    }
    return msgspec.json.format(msgspec.json.encode(fields), indent=1) + b"\n"


def register_page(path: Path, document: Document, words: Words) -> bytes:
    """Return the register as an aligned table, then counts, unknowns and the clauses outside scope."""
    regime, _ = draft_document(document, path)
    head = [words(column) for column in HEAD]
    rows = [cells for cells, _, _ in register_rows(regime, words)]
    parts = [f"{regime.title}  ({path})\n\n"]
    parts.append(table(head, rows, widest=_WIDEST) if rows else words("No duties were found.") + "\n")
    parts.append("\n" + _counts(document, rows, words))
    parts.append(_unknowns(regime, words))
    outside = [c for c in regime.clauses if c.screen != "in"]
    if outside:
        parts.append("\n" + words("Outside scope, kept in the text, creating nothing:") + "\n")
        parts.extend(f"  {clause_path(c.ref)}  [{c.screen}: {c.why}]\n" for c in outside)
    return "".join(parts).encode()


def _counts(document: Document, rows: list[tuple[str, ...]], words: Words) -> str:
    kinds = Counter(p.kind for p in document.provisions)
    counted = "  ".join(f"{words(_KINDS[kind])} {kinds[kind]}" for kind in Kind if kinds[kind])
    total = words("{clauses} clauses, {duties} duties", clauses=len(document.provisions), duties=len(rows))
    return f"{total}: {counted}\n"


def _unknowns(regime: Regime, words: Words) -> str:
    duties = [(c, d) for c in regime.clauses for d in c.duties]
    nobody = [c for c, d in duties if not d.holders]
    vague = [c for c, d in duties if any(cadence.vague for cadence in d.cadence)]
    return _listed(words("Who must do it is not said"), nobody, words) + _listed(
        words("How often is not said"), vague, words
    )


def _listed(title: str, clauses: list[RegimeClause], words: Words) -> str:
    if not clauses:
        return ""
    paths = dict.fromkeys(clause_path(c.ref) for c in clauses)
    return (
        words("{title} ({count}): {paths}", title=title, count=len(clauses), paths=words("; ").join(paths))
        + "\n"
    )


_KINDS = {
    Kind.DUTY: "duties",
    Kind.PROHIBITION: "prohibitions",
    Kind.PERMISSION: "permissions",
    Kind.DEFINITION: "definitions",
    Kind.GROUND: "grounds",
    Kind.SANCTION: "sanctions",
    Kind.SCOPE: "scope clauses",
    Kind.OTHER: "other",
}

FORMS: dict[str, Callable[[Path, Document, Words], bytes]] = {"json": document_json, "table": register_page}
"""What `remit read` prints when neither text nor JSON lines are asked for."""
