"""OSCAL catalogs read: controls and their statements as a text with an outline."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from remit.core.problem import Place, Problem, error, note, warning
from remit.files.catalog_text import DEEPEST, Entry, cleaned, lay_out
from remit.files.catalog_yaml import NoYamlError, compose_yaml, plain_fields
from remit.files.confine import Parsed
from remit.files.oscal import NAMESPACE
from remit.files.oscal_fields import OscalFields
from remit.files.oscal_parameters import Parameters
from remit.files.oscal_xml import xml_fields
from remit.files.refusal import RefusedError
from remit.reading.regime_draft import propose_edition
from remit.reading.title import is_title

__all__ = ["parse_catalog", "parse_xml_catalog", "parse_yaml_catalog"]

_LEFT_OUT = frozenset(
    "guidance discussion objective assessment-objective assessment-method assessment assessment-objects objects example"
    " examples information overview reference references rationale".split()
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WENT = {"incorporated-into": "Incorporated into", "moved-to": "Moved to", "addressed-by": "Addressed by"}


def parse_catalog(data: bytes) -> Parsed:
    """Return the text of an OSCAL catalog (JSON, UTF-8) with its outline, title and day.

    Each control is a heading and the clauses of its statement; its enhancements lie below it. Parameters stand in the
    prose as [Assignment: …] and [Selection: …], values that were set as themselves. A control that was withdrawn says
    so, and where it went. Guidance, objectives and methods of assessment are left out, and a note says how many.
    Whatever is wrong is found and said, and the rest is read.
    """
    try:
        document = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, ValueError) as fault:
        raise RefusedError(_no_json(str(fault) or type(fault).__name__)) from fault
    return _parsed(document)


def parse_yaml_catalog(data: bytes) -> Parsed:
    """Return the text of an OSCAL catalog in YAML, read as one in JSON is."""
    try:
        node = compose_yaml(data)
    except NoYamlError as fault:
        raise RefusedError(_no_yaml(fault)) from fault
    return _parsed(plain_fields(node))


def parse_xml_catalog(data: bytes) -> Parsed:
    """Return the text of an OSCAL catalog in XML, read as one in JSON is."""
    return _parsed(xml_fields(data))


def _parsed(document: object) -> Parsed:
    catalog = document.get("catalog") if isinstance(document, dict) else None
    if not isinstance(catalog, dict):
        raise RefusedError(_nothing())
    reader = _Reader()
    reader.parameters = Parameters(reader)
    metadata = reader.mapping(catalog, "metadata", "")
    reader.own = bool(reader.prop(metadata, "regime", "", space=NAMESPACE))
    reader.find_named(catalog, 0)
    entries = reader.level(catalog, "", 0)
    title = cleaned(reader.text(metadata, "title", ""))
    front = [title, *cleaned(reader.text(metadata, "remarks", "")).split("\n")]
    text, tree = lay_out(front, entries)
    problems = reader.findings.all()
    if not tree.clauses:
        return Parsed(problems=(*problems, _nothing()))
    if reader.left_out:
        problems += (_left_out(reader.left_out),)
    stated = _day(reader.text(metadata, "version", "")) or _day(reader.text(metadata, "last-modified", ""))
    if not reader.own:
        stated = propose_edition(text) or stated
    return Parsed(text=text, problems=problems, outline=tree, title=" ".join(title.split()), edition=stated)


@dataclass(slots=True)
class _Reader(OscalFields):
    """Walks a catalog; `own`: it says that Remit wrote it."""

    parameters: Parameters = field(init=False)
    labels: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    left_out: int = 0
    own: bool = False

    def find_named(self, holder: dict[str, Any], depth: int) -> None:
        """Keep what others name: every parameter, and the label of every control."""
        if depth > DEEPEST:
            return
        where = self.text(holder, "id", "")
        self.parameters.add(holder, where)
        self.labels.setdefault(where, self.label(holder, where) or where)
        for name in ("groups", "controls"):
            below = holder.get(name)
            for one in below if isinstance(below, list) else ():
                if isinstance(one, dict):
                    self.find_named(one, depth + 1)

    def level(self, holder: dict[str, Any], where: str, depth: int) -> list[Entry]:
        """The controls and groups of one level: in the order of their sort-ids where all have one."""
        if depth > DEEPEST:
            self.findings.too_deep(where)
            return []
        made: list[tuple[str, Entry]] = []
        for name, read in (("controls", self.control), ("groups", self.group)):
            below = self.mappings(holder, name, where)
            made += [(self.prop(one, "sort-id", where), read(one, depth)) for one in below]
        if all(sort for sort, _ in made):
            made.sort(key=lambda pair: pair[0])
        return [entry for _, entry in made]

    def group(self, group: dict[str, Any], depth: int) -> Entry:
        """A group with what it says itself."""
        where = self.once(group)
        entry = Entry(self.label(group, where), self.titled(group, where), apart=not self.own)
        self.add_statements(entry, group, where, depth)
        entry.children += self.level(group, where, depth + 1)
        return entry

    def control(self, control: dict[str, Any], depth: int) -> Entry:
        """A control: its statement, then its enhancements."""
        where = self.once(control)
        label = self.label(control, where) or where
        entry = Entry(label, self.titled(control, where), apart=not self.own)
        self.add_statements(entry, control, where, depth)
        if not (entry.words or entry.children) and self.prop(control, "status", where).lower() == "withdrawn":
            entry.words = self.withdrawn(control, where)
        bare = not (entry.words or entry.children or self.own)
        if bare and entry.title != label and not is_title(entry.title):
            entry.title, entry.words = "", entry.title  # a catalog whose titles are its sentences
        for below in self.level(control, where, depth + 1):
            rest = below.label.removeprefix(label)
            below.label = rest if rest.startswith("(") else below.label
            entry.children.append(below)
        return entry

    def withdrawn(self, control: dict[str, Any], where: str) -> str:
        """What stands for the statement of a control that was withdrawn: where it went."""
        went: dict[str, list[str]] = {}
        for link in self.mappings(control, "links", where):
            said = _WENT.get(self.text(link, "rel", where))
            name, _, item = self.text(link, "href", where).lstrip("#").partition("_smt.")
            if said and name:
                went.setdefault(said, []).append(self.labels.get(name, name) + item)
        said = "; ".join(f"{how} {', '.join(dict.fromkeys(names))}" for how, names in went.items())
        return cleaned(f"[Withdrawn: {said}.]" if said else "[Withdrawn.]")

    def label(self, holder: dict[str, Any], where: str) -> str:
        """The label; of one that is the title with the number behind it, as in "Oversight (GV.OV)", the number."""
        label = self.prop(holder, "label", where)
        title = holder.get("title")
        if self.own or not isinstance(title, str) or not label.startswith(f"{title} ("):
            return label
        return label[len(title) + 2 :].removesuffix(")") or label

    def titled(self, holder: dict[str, Any], where: str) -> str:
        """The title; one that is missing is said."""
        title = self.text(holder, "title", where)
        if not title.strip():
            self.findings.add(
                warning(
                    "catalog-title",
                    "'{id}' has no title.",
                    "OSCAL asks for one; the number stands for it.",
                    at=Place(ref=where),
                    id=where,
                )
            )
        return self.parameters.filled(title)

    def once(self, holder: dict[str, Any]) -> str:
        """The id; one that comes again is said."""
        where = cleaned(self.text(holder, "id", ""))[:200]
        if where and where in self.seen:
            self.findings.twice(where)
        self.seen.add(where)
        return where

    def add_statements(self, entry: Entry, holder: dict[str, Any], where: str, depth: int) -> None:
        """Fill an entry with the words of its statement; further parts that bind follow below."""
        for part in self.mappings(holder, "parts", where):
            if self.text(part, "name", where) in _LEFT_OUT:
                self.left_out += 1
                continue
            found = self.part(part, where, depth + 1)
            if found is None:
                continue
            if not entry.words and not entry.children:
                entry.words, entry.exact, entry.children = found.words, found.exact, found.children
            else:
                entry.children.append(found)

    def part(self, part: dict[str, Any], where: str, depth: int) -> Entry | None:
        """A statement or item with what is below it."""
        if depth > DEEPEST:
            self.findings.too_deep(where)
            return None
        exact = bool(self.prop(part, "kind", where, space=NAMESPACE))
        prose, title = self.text(part, "prose", where), self.text(part, "title", where)
        entry = Entry(self.prop(part, "label", where), title, exact=exact)
        entry.words = prose if exact else self.parameters.filled(prose)
        for below in self.mappings(part, "parts", where):
            if self.text(below, "name", where) in _LEFT_OUT:
                self.left_out += 1
            elif (found := self.part(below, where, depth + 1)) is not None:
                entry.children.append(found)
        return entry


def _day(written: str) -> date | None:
    found = _DAY.match(written)
    with contextlib.suppress(ValueError):
        return date.fromisoformat(found[0]) if found else None
    return None


def _no_json(fault: str) -> Problem:
    return error(
        "catalog-json",
        "This is not JSON: {fault}.",
        "Get the file again; it may be cut off.",
        fault=" ".join(fault.split())[:200],
    )


def _no_yaml(fault: NoYamlError) -> Problem:
    return error(
        "catalog-yaml",
        "This is not YAML: {fault}.",
        "Look at indentation, colons, quotes and brackets.",
        at=fault.at,
        fault=fault.said,
    )


def _nothing() -> Problem:
    return error(
        "catalog-empty",
        "There is no catalog with statements in this file.",
        "Give an OSCAL catalog; a profile has to be resolved into one first.",
    )


def _left_out(count: int) -> Problem:
    return note(
        "catalog-guidance",
        "{count} parts are guidance, examples or methods of assessment: they bind nobody and were left out.",
        "Read them in the catalog.",
        count=count,
    )
