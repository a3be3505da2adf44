"""Clauses as JSON lines: the published annotation format, with scope label and basis of every slot."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import msgspec

from remit.core.duty import Provision
from remit.core.particulars import DefinedTerm, Measure, Particulars, Passage, Quantity
from remit.core.period import Cadence, Deadline

__all__ = ["cadence_fields", "clause_fields", "clause_lines", "deadline_fields"]

_CADENCE = ("min", "max", "period", "per", "months", "quarters", "period_min", "period_max", "vague")
_NOTHING = Particulars()
_UNSET = (None, (), "")
_PARTICULARS = {
    slot: tuple(f.name for f in dataclasses.fields(kind) if f.name not in {"start", "end"})
    for slot, kind in (
        ("conditions", Passage),
        ("exceptions", Passage),
        ("amounts", Quantity),
        ("weights", Quantity),
        ("measures", Measure),
        ("terms", DefinedTerm),
    )
}


def clause_lines(provisions: tuple[Provision, ...], *, file: str = "") -> Iterator[bytes]:
    """Yield one line of JSON a clause, line end included; `file` is named in each where it is given."""
    encode = msgspec.json.Encoder().encode
    for provision in provisions:
        fields = clause_fields(provision)
        yield encode({"file": file, **fields} if file else fields) + b"\n"


def clause_fields(provision: Provision) -> dict[str, Any]:
    """Return a clause as the fields of its line; `also`, `by` and the further slots only where they are filled."""
    clause = provision.clause
    fields: dict[str, Any] = {
        "ref": clause.ref,
        "start": clause.start,
        "end": clause.end,
        "kind": provision.kind,
        "holders": provision.holders,
        "actions": provision.actions,
        "cadence": [cadence_fields(c) for c in provision.cadence],
        "deadline": [deadline_fields(d) for d in provision.deadline],
        "addressee": provision.addressee,
        "refers": provision.refers,
    }
    if provision.also:
        fields["also"] = provision.also
    if provision.by:
        fields["by"] = provision.by
    if provision.particulars != _NOTHING:
        fields |= _particular_fields(provision.particulars)
    fields["screen"] = provision.screen
    fields["why"] = provision.why
    fields["out_spans"] = provision.out_spans
    fields["basis"] = dict(provision.basis)
    return fields


def _particular_fields(particulars: Particulars) -> dict[str, Any]:
    """The further slots that are filled, each a list of places with what is known of them."""
    return {
        slot: [
            {"start": one.start, "end": one.end}
            | {
                name: _plain(value)
                for name in names
                if (value := getattr(one, name)) is not False and value not in _UNSET
            }
            for one in found
        ]
        for slot, names in _PARTICULARS.items()
        if (found := getattr(particulars, slot))
    }


def _plain(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def cadence_fields(cadence: Cadence) -> dict[str, Any]:
    """Return the fields of a cadence that are set."""
    return {name: value for name in _CADENCE if (value := getattr(cadence, name)) not in (None, ())}


def deadline_fields(deadline: Deadline) -> dict[str, Any]:
    """Return the fields of a deadline that are set; `after` stands even when the text does not name it."""
    if deadline.by is not None:
        return {"by": deadline.by}
    fields: dict[str, Any] = {"amount": deadline.amount, "unit": deadline.unit}
    if deadline.before:
        fields["before"] = deadline.before
    else:
        fields["after"] = deadline.after
    if deadline.counts_from != "event":
        fields["counts_from"] = deadline.counts_from
    return fields
