"""The register of duties: one row a duty, in words, for tables and workbooks."""

from __future__ import annotations

from collections.abc import Iterator

from remit.core.duty import Basis, Duty, Kind
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.files.wording import Translate, degree_words, rhythm_words

__all__ = ["HEAD", "register_rows"]

HEAD = ("Clause", "Who", "Degree", "What", "How often or by when", "To whom")


def register_rows(
    regime: Regime, translate: Translate
) -> Iterator[tuple[tuple[str, ...], RegimeClause, Duty]]:
    """Yield each duty's cells in the order of `HEAD`, with its clause and itself.

    What was taken over from a lead-in stands in brackets; a prohibition says so before its words.
    """
    degrees = {role.name: role.degree for role in regime.roles}
    for clause in regime.clauses:
        for duty in clause.duties:
            basis = dict(duty.basis)
            found = dict.fromkeys(degree_words(degrees[h], translate) for h in duty.holders if h in degrees)
            cells = (
                clause_path(clause.ref),
                _based(_joined(duty.holders, translate) or translate("(not said)"), basis.get("holders")),
                _joined(tuple(found), translate),
                _what(duty, translate),
                rhythm_words(duty.cadence, duty.deadline, translate),
                _joined(duty.addressee, translate),
            )
            yield cells, clause, duty


def _what(duty: Duty, translate: Translate) -> str:
    words = _joined(duty.actions, translate) or duty.quote
    return translate("must not: {words}").format(words=words) if duty.kind is Kind.PROHIBITION else words


def _based(words: str, basis: Basis | None) -> str:
    return words if basis in {None, Basis.EXPLICIT} else f"[{words}]"


def _joined(items: tuple[str, ...], translate: Translate) -> str:
    return translate("; ").join(items)
