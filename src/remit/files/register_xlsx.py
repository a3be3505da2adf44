"""The register of duties as the ledger that offices keep: a row a duty, each with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from remit.core.duty import Basis, Degree, Duty, Kind
from remit.core.phrase import cadence_text, deadline_text
from remit.core.problem import Problem
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.files.whole import write_whole
from remit.files.wording import Translate, degree_words
from remit.files.xlsx import workbook_bytes

__all__ = ["LEDGER_HEAD", "ledger_rows", "write_register"]

LEDGER_HEAD = (
    "No.",
    "Clause",
    "Words",
    "Kind of clause",
    "Who",
    "Degree",
    "What",
    "How often",
    "By when",
    "To whom",
    "Basis",
    "Scope label",
    "From",
    "To",
    "File",
    "SHA-256 of the text",
    "Reference",
)
_WIDTHS = (6, 18, 48, 10, 24, 16, 40, 20, 22, 20, 18, 16, 8, 8, 22, 20, 14)
_KINDS: Mapping[Kind, str] = {
    Kind.DUTY: "duty",
    Kind.PROHIBITION: "prohibition",
    Kind.PERMISSION: "permission",
    Kind.DEFINITION: "definition",
    Kind.GROUND: "ground for sanctions",
    Kind.SANCTION: "sanction",
    Kind.SCOPE: "scope of application",
    Kind.OTHER: "other",
}
_BASES: Mapping[Basis, str] = {
    Basis.EXPLICIT: "said in the clause",
    Basis.INHERITED: "taken over",
    Basis.ASSUMED: "assumed",
}
_SLOTS = {
    "holders": "Who",
    "actions": "What",
    "cadence": "How often",
    "deadline": "By when",
    "addressee": "To whom",
}
_LABELS = {
    "in": "in scope",
    "out": "outside scope ({why})",
    "mixed": "partly outside scope ({why})",
}


def write_register(path: Path, regime: Regime, translate: Translate) -> tuple[Problem, ...]:
    """Write the register as a workbook: header frozen and repeated in print, filters, A4 landscape."""
    head = [translate(column) for column in LEDGER_HEAD]
    rows = ledger_rows(regime, translate)
    book = workbook_bytes(translate("Register"), regime.title, head, rows, _WIDTHS, translate)
    return write_whole(path, book)


def ledger_rows(regime: Regime, translate: Translate) -> Iterator[tuple[str | int, ...]]:
    """Yield the cells of `LEDGER_HEAD`, a row a duty in document order.

    A clause outside scope, altogether or in part, has a row with its label and no duty. From and To are where the words
    stand in the text that the fingerprint is of.
    """
    degrees = {role.name: role.degree for role in regime.roles}
    number = 0
    for clause in regime.clauses:
        if clause.heading:
            continue
        if clause.screen != "in":
            number += 1
            yield _row(number, regime, clause, clause.text, clause.kind, ("",) * 7, "", translate)
        for duty in clause.duties if clause.screen != "out" else ():
            number += 1
            cells = _duty_cells(duty, degrees, translate)
            yield _row(number, regime, clause, duty.quote, duty.kind, cells, duty.ref, translate)


def _row(
    number: int,
    regime: Regime,
    clause: RegimeClause,
    words: str,
    kind: Kind,
    cells: tuple[str, ...],
    ref: str,
    translate: Translate,
) -> tuple[str | int, ...]:
    start = clause.start + max(0, clause.text.find(words))
    label = translate(_LABELS.get(clause.screen, "{why}")).format(why=clause.why)
    return (
        number,
        clause_path(clause.ref),
        words,
        translate(_KINDS[kind]),
        *cells,
        label,
        start,
        start + len(words),
        regime.source.file,
        regime.source.sha256,
        ref,
    )


def _duty_cells(duty: Duty, degrees: Mapping[str, Degree], translate: Translate) -> tuple[str, ...]:
    joined = translate("; ").join
    found = dict.fromkeys(degree_words(degrees[name], translate) for name in duty.holders if name in degrees)
    return (
        joined(duty.holders),
        joined(found),
        joined(duty.actions),
        joined(cadence_text(one, translate) for one in duty.cadence),
        joined(deadline_text(one, translate) for one in duty.deadline),
        joined(duty.addressee),
        joined(_basis_words(duty, translate)),
    )


def _basis_words(duty: Duty, translate: Translate) -> Iterator[str]:
    """On what basis each field was filled; one word where it is the same for all."""
    bases = {basis for _, basis in duty.basis}
    if len(bases) == 1:
        yield translate(_BASES[bases.pop()])
        return
    for slot, basis in duty.basis:
        yield f"{translate(_SLOTS.get(slot, slot))}: {translate(_BASES[basis])}"
