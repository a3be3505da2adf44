"""OSCAL catalogs read: controls and their statements as a text with an outline."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from remit.core.problem import Place, Problem, error, note, warning
from remit.files.catalog_text import DEEPEST, Entry, Findings, cleaned, lay_out
from remit.files.confine import Parsed
from remit.files.oscal import NAMESPACE
from remit.files.refusal import RefusedError
from remit.reading.regime_draft import propose_edition
from remit.reading.title import is_title

__all__ = ["parse_catalog"]

_LEFT_OUT = frozenset(
    "guidance objective assessment-objective assessment-method assessment assessment-objects objects example examples"
    " information overview reference references rationale".split()
)
_INSERT = re.compile(r"\{\{\s*(?:insert:\s*)?(?:param\s*,\s*|param_id:\s*)?([^{}\s]{1,200})\s*\}\}")
_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\([^()\s]{0,800}\)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOW_MANY = {"one-or-more": " (one or more)", "one": " (one)"}
_MOST_INSERTED = 4
_LONGEST_PROSE = 100_000


def parse_catalog(data: bytes) -> Parsed:
    """Return the text of an OSCAL catalog (JSON, UTF-8) with its outline, title and day.

    Each control is a heading and the clauses of its statement; its enhancements lie below it. Parameters stand in the
    prose as [Assignment: …] and [Selection: …], values that were set as themselves. Guidance, objectives and methods of
    assessment are left out, and a note says how many. Whatever is wrong is found and said, and the rest is read.
    """
    reader = _Reader()
    catalog = reader.root(data)
    metadata = reader.mapping(catalog, "metadata", "")
    reader.own = bool(reader.prop(metadata, "regime", "", space=NAMESPACE))
    reader.find_parameters(catalog, 0)
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
class _Reader:
    """Walks a catalog whose every value may be of any kind; `own`: it says that Remit wrote it."""

    findings: Findings = field(default_factory=Findings)
    parameters: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    left_out: int = 0
    own: bool = False

    def root(self, data: bytes) -> dict[str, Any]:
        """The catalog itself."""
        try:
            document = msgspec.json.decode(data)
        except (msgspec.DecodeError, RecursionError, ValueError) as fault:
            raise RefusedError(_no_json(str(fault) or type(fault).__name__)) from fault
        catalog = document.get("catalog") if isinstance(document, dict) else None
        if not isinstance(catalog, dict):
            raise RefusedError(_nothing())
        return catalog

    def mapping(self, holder: dict[str, Any], name: str, where: str) -> dict[str, Any]:
        """A field that holds fields."""
        value = holder.get(name, {})
        if isinstance(value, dict):
            return value
        self.findings.wrong_kind(where, name)
        return {}

    def mappings(self, holder: dict[str, Any], name: str, where: str) -> Iterator[dict[str, Any]]:
        """The members of a list of things with fields."""
        value = holder.get(name, [])
        if not isinstance(value, list):
            self.findings.wrong_kind(where, name)
            return
        for one in value:
            if isinstance(one, dict):
                yield one
            else:
                self.findings.wrong_kind(where, name)

    def text(self, holder: dict[str, Any], name: str, where: str) -> str:
        """A field that holds a text."""
        value = holder.get(name, "")
        if isinstance(value, str):
            return value
        self.findings.wrong_kind(where, name)
        return ""

    def find_parameters(self, holder: dict[str, Any], depth: int) -> None:
        """Keep every parameter by its id: statements name those of other controls too."""
        if depth > DEEPEST:
            return
        where = self.text(holder, "id", "")
        for parameter in self.mappings(holder, "params", where):
            self.parameters.setdefault(self.text(parameter, "id", where), parameter)
        for name in ("groups", "controls"):
            below = holder.get(name)
            for one in below if isinstance(below, list) else ():
                if isinstance(one, dict):
                    self.find_parameters(one, depth + 1)

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
        entry = Entry(self.prop(group, "label", where), self.titled(group, where), apart=not self.own)
        self.add_statements(entry, group, where, depth)
        entry.children += self.level(group, where, depth + 1)
        return entry

    def control(self, control: dict[str, Any], depth: int) -> Entry:
        """A control: its statement, then its enhancements."""
        where = self.once(control)
        label = self.prop(control, "label", where) or where
        entry = Entry(label, self.titled(control, where), apart=not self.own)
        self.add_statements(entry, control, where, depth)
        bare = not (entry.words or entry.children or self.own)
        if bare and entry.title != label and not is_title(entry.title):
            entry.title, entry.words = "", entry.title  # a catalog whose titles are its sentences
        for below in self.level(control, where, depth + 1):
            rest = below.label.removeprefix(label)
            below.label = rest if rest.startswith("(") else below.label
            entry.children.append(below)
        return entry

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
        return self.filled(title)

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
        entry.words = prose if exact else self.filled(prose)
        for below in self.mappings(part, "parts", where):
            if self.text(below, "name", where) in _LEFT_OUT:
                self.left_out += 1
            elif (found := self.part(below, where, depth + 1)) is not None:
                entry.children.append(found)
        return entry

    def prop(self, holder: dict[str, Any], name: str, where: str, *, space: str = "") -> str:
        """The value of the first property of that name, preferring one without a class."""
        found = ""
        for one in self.mappings(holder, "props", where):
            if one.get("name") == name and (one.get("ns") == space if space else True):
                value = cleaned(self.text(one, "value", where))
                if value and "class" not in one:
                    return value
                found = found or value
        return found

    def filled(self, prose: str) -> str:
        """Prose with its parameters as words, links as their text."""
        if len(prose) > _LONGEST_PROSE:
            prose = prose[:_LONGEST_PROSE]
            self.findings.add(
                warning(
                    "catalog-prose",
                    "A text is longer than {limit} characters: it was cut there.",
                    "No clause is so long; look at the file.",
                    limit=_LONGEST_PROSE,
                )
            )
        return _LINK.sub(r"\1", self.inserted(prose, 0)) if "[" in prose or "{" in prose else prose

    def inserted(self, prose: str, depth: int) -> str:
        """Prose with each parameter in its place; one that needs more than a few others stays as it is."""
        if depth >= _MOST_INSERTED:
            return prose
        return _INSERT.sub(lambda found: self.parameter(found[1], depth), prose)

    def parameter(self, name: str, depth: int) -> str:
        """What stands for a parameter: its values, its choices or its label."""
        parameter = self.parameters.get(name)
        if parameter is None:
            return f"[Assignment: {name}]"
        values = parameter.get("values")
        if isinstance(values, list) and values and all(isinstance(one, str) for one in values):
            return ", ".join(values)[:_LONGEST_PROSE]
        select = self.mapping(parameter, "select", name)
        choices = select.get("choice")
        if isinstance(choices, list) and choices:
            said = "; ".join(self.inserted(str(one), depth + 1) for one in choices[:50])
            many = _HOW_MANY.get(str(select.get("how-many")), "")
            return f"[Selection{many}: {said}]"[:_LONGEST_PROSE]
        label = self.inserted(self.text(parameter, "label", name) or name, depth + 1)
        defined = (
            label if label.lower().startswith("organization-defined") else f"organization-defined {label}"
        )
        return f"[Assignment: {defined}]"


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


def _nothing() -> Problem:
    return error(
        "catalog-empty",
        "There is no catalog with statements in this file.",
        "Give an OSCAL catalog in JSON; a profile has to be resolved into one first.",
    )


def _left_out(count: int) -> Problem:
    return note(
        "catalog-guidance",
        "{count} parts are guidance, examples or methods of assessment: they bind nobody and were left out.",
        "Read them in the catalog.",
        count=count,
    )
