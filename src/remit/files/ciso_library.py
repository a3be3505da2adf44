"""Regimes as libraries of CISO Assistant: a framework whose requirement nodes are headings and clauses."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from remit.core.duty import ReviewState
from remit.core.regime import Regime, RegimeClause
from remit.files.register import HEAD, register_rows
from remit.files.unit_tree import Unit, number_end, unit_tree, without_front
from remit.files.wording import Translate

__all__ = ["URN", "dump_library"]

URN = "urn:remit:risk"
"""What the names of libraries that Remit wrote begin with."""

_LONGEST_URN = 255
_LONGEST_NAME = 200
_LONGEST_REF = 100
_HASHED = 12


def dump_library(regime: Regime, translate: Translate) -> bytes:
    """Return the regime as a library in YAML; the same regime always gives the same bytes.

    A node's `ref_id` is its number, its description the clause's text verbatim. Clauses with duties are assessable;
    their annotation says who, what, how often and to whom in the language of `translate`. What is outside scope is
    said so and is not assessable. The version is the edition's day as a number.
    """
    front, units = without_front(unit_tree(regime))
    name = regime.id.lower()
    nodes = list(_Nodes(regime, translate).below(units, "", 1))
    framework = {
        "urn": f"{URN}:framework:{name}",
        "ref_id": regime.id[:_LONGEST_REF],
        "name": _short(regime.title),
        **_said("description", "\n".join(line for line in front if line != regime.title)),
        "requirement_nodes": nodes,
    }
    library = {
        "urn": f"{URN}:library:{name}",
        "locale": regime.language,
        "ref_id": regime.id[:_LONGEST_REF],
        "name": _short(regime.title),
        "description": regime.title,
        **_said("copyright", regime.source.issued_by),
        "version": int(regime.edition.strftime("%Y%m%d")),
        "publication_date": regime.edition.isoformat(),
        "provider": _short(regime.source.issued_by) or "remit",
        "packager": "remit",
        "objects": {"framework": framework},
    }
    return _yaml(library)


class _Nodes:
    """Writes the requirement nodes of one regime."""

    def __init__(self, regime: Regime, translate: Translate) -> None:
        self._prefix = f"{URN}:req_node:{regime.id.lower()}"
        self._translate = translate
        self._notes: dict[int, list[str]] = {}
        for cells, clause, duty in register_rows(regime, translate):
            if duty.review.state != ReviewState.REJECTED and clause.screen != "out":
                said = [f"{translate(head)}: {cell}" for head, cell in zip(HEAD, cells, strict=True) if cell]
                self._notes.setdefault(id(clause), []).append("\n".join(said[1:]))

    def below(self, units: list[Unit], parent: str, depth: int) -> Iterator[dict[str, Any]]:
        """Yield the nodes of the units, each parent before its children."""
        for unit in units:
            urn = self._urn(unit)
            yield {
                "urn": urn,
                "assessable": id(unit.clause) in self._notes,
                "depth": depth,
                **_said("parent_urn", parent),
                **_said("ref_id", unit.number[:_LONGEST_REF]),
                **self._words(unit),
            }
            yield from self.below(unit.children, urn, depth + 1)

    def _urn(self, unit: Unit) -> str:
        urn = f"{self._prefix}:{unit.name}"
        if len(urn) <= _LONGEST_URN:
            return urn
        digest = hashlib.sha256(unit.name.encode()).hexdigest()[:_HASHED]
        return f"{urn[: _LONGEST_URN - _HASHED - 1]}-{digest}"

    def _words(self, unit: Unit) -> dict[str, str]:
        titles = [heading.text[number_end(heading.text, unit.ref) :] for heading in unit.headings]
        clause = unit.clause
        if clause is None:
            return _said("name", _short(" ".join(titles)))
        evidence = dict.fromkeys(text for duty in clause.duties for text in duty.evidence)
        return {
            **_said("name", _short(" ".join(titles))),
            "description": clause.text,
            **_said("annotation", self._annotation(clause)),
            **_said("typical_evidence", "\n".join(evidence) if clause.screen != "out" else ""),
        }

    def _annotation(self, clause: RegimeClause) -> str:
        notes = list(self._notes.get(id(clause), ()))
        if clause.screen != "in":
            notes.insert(0, f"{self._translate('Outside scope')}: {clause.why}")
        return "\n\n".join(notes)


def _said(name: str, text: str) -> dict[str, str]:
    return {name: text} if text else {}


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_NAME else f"{flat[: _LONGEST_NAME - 1]}…"


def _yaml(library: dict[str, Any]) -> bytes:
    """YAML that versions 1.1 and 1.2 read alike: every text is quoted."""
    yaml = YAML()
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_quoted(library), stream)
    return stream.getvalue().encode()


def _quoted(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _quoted(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_quoted(one) for one in value]
    return DoubleQuotedScalarString(value) if isinstance(value, str) else value
