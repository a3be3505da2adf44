"""Regimes as YAML 1.2 that a lawyer can read, edit and compare: one clause after the other, its duties beneath."""

from __future__ import annotations

import dataclasses
import io
import re
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from remit.core.amendment import carry_review
from remit.core.duty import Basis
from remit.core.period import Cadence, Deadline
from remit.core.problem import Place, Problem, error, placed
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.core.regime_part import each_part
from remit.core.soundness import regime_problems
from remit.files.encoding import decode_text
from remit.files.text import read_bytes
from remit.files.whole import write_whole
from remit.files.yaml_values import Decoder

__all__ = ["dump_regime", "locate_problems", "parse_regime", "read_regime", "update_regime", "write_regime"]

_HEAD = "# A regime of Remit. Check it with: remit check FILE. What the fields mean: remit schema\n"
_ORDER = {RegimeClause: ("ref", "heading", "text", "start", "end", "kind", "screen", "why", "duties")}
_FLOW = (Cadence, Deadline)
_FLOW_WIDTH = 90
_UNUSUAL = re.compile("[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_INDICATORS = frozenset("?:-")  # what ruamel.yaml writes plain in a list but reads as a mapping
_LITERAL_FAULT = re.compile(r"^[ \t]|[ \t]$|\n\Z|\A\n", re.MULTILINE)


def dump_regime(regime: Regime) -> str:
    """Return the regime as YAML; fields that hold their default are left out, the order is always the same."""
    yaml = YAML()
    yaml.version = None
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_encode(regime), stream)
    return _HEAD + stream.getvalue()


def write_regime(path: Path, regime: Regime) -> tuple[Problem, ...]:
    """Write the regime's YAML, whole or not at all."""
    return write_whole(path, dump_regime(regime).encode())


def read_regime(path: Path) -> tuple[Regime | None, tuple[Problem, ...]]:
    """Return the regime in a YAML file and every problem in it; None where it cannot be made out."""
    data, problems = read_bytes(path)
    text = ""
    if not problems:
        text, problems = decode_text(data)
    if not text:
        return None, placed(problems, str(path))
    regime, found = parse_regime(text, file=str(path))
    return regime, placed(problems, str(path)) + found


def locate_problems(path: Path, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return problems with a regime at the lines of its file that they are about, by clause, duty or role."""
    data, unread = read_bytes(path)
    decoder = Decoder()
    regime = None if unread or not problems else decoder.decode(decode_text(data)[0], Regime)
    places = {} if regime is None else _places(regime, decoder)
    return placed((_located(problem, places) for problem in problems), str(path))


def parse_regime(text: str, *, file: str = "") -> tuple[Regime | None, tuple[Problem, ...]]:
    """Return the regime that a YAML text describes and every problem in it, each with line and column."""
    decoder = Decoder()
    regime = decoder.decode(text, Regime)
    problems = tuple(decoder.problems)
    if regime is None and not problems:
        problems = (
            error(
                "regime-empty",
                "There is no regime in this file.",
                "Start from: remit read FILE -o regime.yaml",
            ),
        )
    if regime is not None:
        places = _places(regime, decoder)
        problems += tuple(_located(problem, places) for problem in regime_problems(regime))
    return regime, placed(problems, file)


def update_regime(path: Path, regime: Regime) -> tuple[Regime, tuple[Problem, ...]]:
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


def _places(regime: Regime, decoder: Decoder) -> dict[str, Place]:
    """Where each role, clause, duty and part is written, by the reference that problems name."""
    places = {role.name: decoder.place_of(role) for role in regime.roles}
    for clause in regime.clauses:
        places.setdefault(clause_path(clause.ref), decoder.place_of(clause))
        for duty in clause.duties:
            places.setdefault(duty.ref, decoder.place_of(duty))
    for part in each_part(regime.parts):
        places.setdefault(part.ref, decoder.place_of(part))
    return places


def _located(problem: Problem, places: dict[str, Place]) -> Problem:
    where = problem.place
    found = places.get(where.ref)
    if where.line or found is None:
        return problem
    return dataclasses.replace(
        problem, place=dataclasses.replace(where, line=found.line, column=found.column)
    )


def _encode(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _encode_fields(value)
    if isinstance(value, tuple):
        return _encode_items(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return _encode_text(value) if isinstance(value, str) else value


def _encode_fields(value: Any) -> CommentedMap:
    made = CommentedMap()
    kind = type(value)
    fields = {f.name: f for f in dataclasses.fields(value)}
    order = [n for n in _ORDER.get(kind, ()) if n in fields]
    rest = sorted((n for n in fields if n not in order), key="review".__eq__)
    for name in [*order, *rest]:
        content = getattr(value, name)
        if (kind, name) == (Regime, "defaults"):
            made[name] = _encode_all(content)
        elif (kind, name) == (RegimeClause, "text"):
            made[name] = _encode_text(content, block=True)
        elif content != fields[name].default:
            made[name] = _encode(content)
    if kind in _FLOW:
        made.fa.set_flow_style()
    return made


def _encode_all(value: Any) -> CommentedMap:
    return CommentedMap((f.name, _encode(getattr(value, f.name))) for f in dataclasses.fields(value))


def _encode_items(value: tuple[Any, ...]) -> CommentedMap | CommentedSeq:
    if value and all(isinstance(v, tuple) and len(v) == 2 and isinstance(v[1], Basis) for v in value):
        made = CommentedMap((_encode_text(k), v.value) for k, v in value)
        made.fa.set_flow_style()
        return made
    items = CommentedSeq(_encode(v) for v in value)
    plain = all(not dataclasses.is_dataclass(v) for v in value)
    if plain and sum(len(str(v)) + 2 for v in value) < _FLOW_WIDTH and not any("\n" in str(v) for v in value):
        items.fa.set_flow_style()
    return items


def _encode_text(text: str, *, block: bool = False) -> str:
    """Text that YAML's plain forms would change is quoted; a clause's words stand in a block of their own."""
    if text[:1] in _INDICATORS or _UNUSUAL.search(text):
        return cast("str", DoubleQuotedScalarString(text))
    if text and (block or "\n" in text) and not _LITERAL_FAULT.search(text):
        return cast("str", LiteralScalarString(text))
    return text
