"""The JSON Schema of regime files, made from the values themselves."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from typing import Any

import msgspec

from remit.core.duty import Basis, Duty, Review
from remit.core.period import Cadence, Deadline
from remit.core.regime import Defaults, Regime, RegimeClause, Role, Source
from remit.files.part_fields import PART_FIELDS

__all__ = ["fresh_schema", "published_schema"]

_FILE = "regime.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CLASSES = (Regime, Source, Defaults, Role, RegimeClause, Duty, Review, Cadence, Deadline, *PART_FIELDS)
_FIELDS: dict[type[Any], dict[str, str]] = {
    Regime: {
        "id": "ASCII name of the regime, the same in every edition.",
        "title": "Title as printed.",
        "edition": "The day from which this edition is meant to hold.",
        "language": "zh or en.",
        "subject": "What the regime is about; posts whose portfolio names it answer.",
        "source": "Where the text came from.",
        "defaults": "What holds for all duties.",
        "roles": "The roles the regulation names, and what they are in an organisation.",
        "clauses": "Headings and clauses in the order of the text.",
        "parts": "What the regime lays down beside duties.",
    },
    Source: {
        "title": "Title as printed.",
        "issued_by": "Issuing body.",
        "number": "Number of the document.",
        "file": "Name of the file that was read.",
        "sha256": "SHA-256 of the extracted text, hexadecimal.",
    },
    Defaults: {
        "year_starts": "Month (1-12) in which years, half-years and quarters begin.",
        "due_soon_days": "Days before the due day from which a duty is due soon.",
        "on_holiday": "A due day that is no working day: keep, next or previous.",
    },
    Role: {
        "name": "As the clauses name it.",
        "degree": "The degree in which it answers; principal: the unit itself.",
        "units": "Kinds of unit it stands for; empty: every kind.",
    },
    RegimeClause: {
        "ref": "Path of numbers as printed, outermost first.",
        "text": "The clause's words, its number included, its children not.",
        "start": "Offset of its first character in the extracted text.",
        "end": "Offset behind its last character.",
        "heading": "A chapter, section or title line.",
        "kind": "What the clause does.",
        "screen": "in, out or mixed: whether it lies inside the scope of the software.",
        "why": "The rule under which it lies outside.",
        "duties": "What it lays on whom.",
    },
    Duty: {
        "ref": "ASCII, unique in the regime.",
        "quote": "The words of the clause on which the duty rests.",
        "kind": "duty or prohibition.",
        "holders": "Names of the roles that bear it.",
        "actions": "What has to be done, in the words of the text.",
        "cadence": "How often.",
        "deadline": "By when.",
        "addressee": "To whom something goes.",
        "conditions": "When it holds, in the words of the text.",
        "exceptions": "When it does not, in the words of the text.",
        "evidence": "What shows that it was done.",
        "basis": "How each field was found: said here, taken over from a lead-in, or assumed.",
        "review": "A reviewer's decision.",
    },
    Review: {
        "state": "proposed, accepted, corrected or rejected.",
        "by": "Who decided.",
        "on": "When.",
        "reason": "Why.",
        "suspect": "The clause's words changed after the decision.",
    },
    Cadence: {
        "min": "At least so many times.",
        "max": "At most so many times.",
        "period": "ISO 8601 duration: P1D, P1W, P1M, P3M, P6M, P1Y, P2Y.",
        "per": "A period that is no ISO duration, such as a school term.",
        "months": "In these months (1-12) of each year.",
        "quarters": "In these quarters (1-4) of each year.",
        "period_min": "Every … (shortest).",
        "period_max": "… to … (longest).",
        "vague": "The word of the text that asks for a rhythm without giving it.",
    },
    Deadline: {
        "amount": "How many.",
        "unit": "minute, hour, day, workday, week, month or year.",
        "after": "What it is counted from, in the words of the text.",
        "before": "What it has to precede, in the words of the text.",
        "by": "A date 2026-04-15, or --01-31 for that day of every year.",
        "counts_from": "event: the day recorded as the trigger; window: the end of the duty's own period.",
    },
    **PART_FIELDS,
}


def published_schema() -> str:
    """Return the schema that comes with the package, as JSON text."""
    return (resources.files("remit.files") / _FILE).read_text(encoding="utf-8")


def fresh_schema() -> str:
    """Return the schema of the values as they are now, as JSON text; the suite compares it with the published one."""
    made = msgspec.json.schema(Regime)
    for kind in _CLASSES:
        _describe(made["$defs"][kind.__name__], kind)
    made["$defs"]["Duty"]["properties"]["basis"] = {
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{Basis.__name__}"},
        "description": _FIELDS[Duty]["basis"],
    }
    made = {"$schema": _DIALECT, "title": "Regime file of Remit", **made}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _describe(schema: dict[str, Any], kind: type[Any]) -> None:
    schema.pop("title", None)
    schema["additionalProperties"] = False
    for field in dataclasses.fields(kind):
        described = schema["properties"][field.name]
        described.pop("default", None)
        if "$ref" in described:
            schema["properties"][field.name] = described = {"allOf": [{"$ref": described.pop("$ref")}]}
        described["description"] = _FIELDS[kind][field.name]
