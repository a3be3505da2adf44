"""Regimes as OSCAL catalogs: chapters are groups, articles controls, what is below them parts of the statement."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from itertools import count
from typing import Any
from urllib.parse import quote

import msgspec

from remit.core.duty import ReviewState
from remit.core.regime import Regime, RegimeClause, clause_path
from remit.files.clause_lines import cadence_fields, deadline_fields
from remit.files.unit_tree import Unit, number_end, unit_tree, units_below, without_front
from remit.reading.citation import ascii_ref

__all__ = ["NAMESPACE", "OSCAL_VERSION", "dump_catalog"]

NAMESPACE = "urn:remit:oscal:1"
"""The namespace of the properties that are Remit's own."""

OSCAL_VERSION = "1.1.3"

_DIVIDING = re.compile(r"(?:bk|sb|ch|sec|part|title|book|division|subpart|subchapter)-")
_ARTICLE = re.compile(r"art-")
_BEGINS_TOKEN = re.compile(r"[A-Za-z_]")


def dump_catalog(regime: Regime) -> bytes:
    """Return the regime as an OSCAL catalog in JSON; the same regime always gives the same bytes.

    Prose is the clause's text verbatim, its number included; `label` is the number as in the reference. Identifiers
    are those of the duties. Kind, scope label, place and duties stand in properties of our own namespace.
    """
    title_lines, units = without_front(unit_tree(regime))
    order = count(1)
    catalog = {
        "uuid": _uuid(regime, "catalog"),
        "metadata": _metadata(regime, title_lines),
        **_level(units, order),
        **_back_matter(regime),
    }
    return msgspec.json.format(msgspec.json.encode({"catalog": catalog}), indent=2) + b"\n"


def _uuid(regime: Regime, what: str) -> str:
    name = f"{NAMESPACE}:{regime.id}:{regime.edition.isoformat()}:{what}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _metadata(regime: Regime, title_lines: list[str]) -> dict[str, Any]:
    rest = title_lines
    for lines in (1, 2):
        if "".join(title_lines[:lines]) == regime.title:
            rest = title_lines[lines:]
    named = {
        "regime": regime.id,
        "language": regime.language,
        "subject": regime.subject,
        "issued-by": regime.source.issued_by,
        "number": regime.source.number,
    }
    metadata: dict[str, Any] = {
        "title": _line(regime.title),
        "last-modified": f"{regime.edition.isoformat()}T00:00:00Z",
        "version": regime.edition.isoformat(),
        "oscal-version": OSCAL_VERSION,
        "props": [_own(name, value) for name, value in named.items() if value.strip()],
    }
    return metadata | ({"remarks": "\n".join(rest)} if rest else {})


def _back_matter(regime: Regime) -> dict[str, Any]:
    source = regime.source
    if not source.file:
        return {}
    link: dict[str, Any] = {"href": quote(source.file)}
    if re.fullmatch(r"[0-9a-f]{64}", source.sha256):
        link["hashes"] = [{"algorithm": "SHA-256", "value": source.sha256}]
    resource = {
        "uuid": _uuid(regime, "source"),
        "title": _line(source.title or regime.title),
        "rlinks": [link],
    }
    return {"back-matter": {"resources": [resource]}}


def _level(units: list[Unit], order: Iterator[int], *, mixed: bool = True) -> dict[str, Any]:
    """The groups and controls of one level; `sort-id` keeps the order that two lists would lose.

    Where a level may not have both, all are controls.
    """
    level: dict[str, Any] = {}
    grouped = mixed or all(_is_group(unit) for unit in units)
    for unit in units:
        number = next(order)
        if grouped and _is_group(unit):
            level.setdefault("groups", []).append(_group(unit, number, order))
        else:
            level.setdefault("controls", []).append(_control(unit, number, order))
    return level


def _is_group(unit: Unit) -> bool:
    if not unit.children:
        return unit.clause is None
    if _DIVIDING.match(ascii_ref((unit.number,))):
        return True
    return any(_ARTICLE.match(ascii_ref((below.number,))) for below in units_below(unit.children))


def _group(unit: Unit, number: int, order: Iterator[int]) -> dict[str, Any]:
    group = {"id": _token(unit.name), "title": _title(unit), "props": _labels(unit, number)}
    if unit.clause is not None:
        group["parts"] = [_statement(unit, [])]
    return group | _level(unit.children, order, mixed=False)


def _control(unit: Unit, number: int, order: Iterator[int]) -> dict[str, Any]:
    """An article with its items, or a section that stands beside articles with the controls below it."""
    control: dict[str, Any] = {
        "id": _token(unit.name),
        "title": _title(unit),
        "props": _labels(unit, number),
    }
    if not _is_group(unit):
        return control | {"parts": [_statement(unit, [_item(child) for child in unit.children])]}
    if unit.clause is not None:
        control["parts"] = [_statement(unit, [])]
    below = [_control(child, next(order), order) for child in unit.children]
    return control | ({"controls": below} if below else {})


def _statement(unit: Unit, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": f"{_token(unit.name)}_smt", "name": "statement"} | _words(unit.clause, []) | _parts(items)


def _item(unit: Unit) -> dict[str, Any]:
    item: dict[str, Any] = {"id": _token(unit.name), "name": "item"}
    if unit.headings:
        item["title"] = _title(unit)
    props = [{"name": "label", "value": _line(unit.number)}]
    return item | _words(unit.clause, props) | _parts([_item(child) for child in unit.children])


def _parts(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"parts": items} if items else {}


def _words(clause: RegimeClause | None, props: list[dict[str, str]]) -> dict[str, Any]:
    """Properties and prose of a clause; a unit without words of its own says only that it is one of ours."""
    if clause is None:
        return {"props": [*props, _own("kind", "none")]}
    return {"props": [*props, *_clause_props(clause)], "prose": clause.text}


def _clause_props(clause: RegimeClause) -> Iterator[dict[str, str]]:
    yield _own("kind", clause.kind)
    yield _own("screen", clause.screen)
    if clause.why:
        yield _own("screen-rule", clause.why)
    yield _own("start", str(clause.start))
    yield _own("end", str(clause.end))
    if clause.screen == "out":
        return
    encode = msgspec.json.encode
    for duty in clause.duties:
        if duty.review.state == ReviewState.REJECTED:
            continue
        values = [
            ("duty", duty.kind.value),
            *(("holder", text) for text in duty.holders),
            *(("action", text) for text in duty.actions),
            *(("cadence", encode(cadence_fields(one)).decode()) for one in duty.cadence),
            *(("deadline", encode(deadline_fields(one)).decode()) for one in duty.deadline),
            *(("addressee", text) for text in duty.addressee),
            ("review", duty.review.state.value),
        ]
        for name, value in values:
            yield _own(name, value) | {"group": _token(duty.ref)}


def _labels(unit: Unit, number: int) -> list[dict[str, str]]:
    label = [{"name": "label", "value": _line(unit.number)}] if unit.number else []
    return [*label, {"name": "sort-id", "value": f"{number:06d}"}]


def _title(unit: Unit) -> str:
    """The heading's words without their number; the number where there is no heading."""
    texts = [heading.text[number_end(heading.text, unit.ref) :] for heading in unit.headings]
    return _line(" ".join(texts)) or _line(unit.number) or clause_path(unit.ref)


def _own(name: str, value: str) -> dict[str, str]:
    return {"name": name, "ns": NAMESPACE, "value": _line(value)}


def _line(text: str) -> str:
    return " ".join(text.split())


def _token(name: str) -> str:
    """An identifier as OSCAL allows it: none begins with a digit."""
    return name if _BEGINS_TOKEN.match(name) else f"n-{name}"
