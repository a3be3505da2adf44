"""CISO Assistant libraries read: requirement nodes as a text with an outline."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from remit.core.problem import Place, Problem, error, note, warning
from remit.files.catalog_text import DEEPEST, Entry, Findings, cleaned, lay_out
from remit.files.catalog_yaml import NoYamlError, compose_yaml, is_null
from remit.files.ciso_library import URN
from remit.files.confine import Parsed
from remit.files.refusal import RefusedError
from remit.reading.regime_draft import propose_edition
from remit.reading.title import is_title

__all__ = ["parse_library"]

_READ = ("en", "zh")
_LONGEST_PROSE = 100_000
_FRAMEWORKS = ("framework", "frameworks")
_LEFT_OUT = (
    "annotation",
    "typical_evidence",
    "questions",
    "threats",
    "reference_controls",
    "implementation_groups",
)
_COUNTED = re.compile(r"node\d+$")  # what the program's own converter calls a node without a number

Fields = dict[str, Node]


def parse_library(data: bytes) -> Parsed:
    """Return the text of a library's frameworks (YAML or JSON, UTF-8) with its outline, title and day.

    Each requirement node is a heading, a clause or both, below its parent; of several frameworks each is a part. Of a
    library in another language the English or Chinese translation is read, where it has one. What else a library holds
    is named in a note. Whatever is wrong is found and said, and the rest is read.
    """
    reader = _Reader()
    library = reader.root(data)
    frameworks = reader.frameworks(library)
    title = cleaned(reader.text(library, "name"))
    reader.choose_language(library, frameworks)
    own = reader.text(library, "urn").startswith(f"{URN}:")
    entries: list[Entry] = []
    front = [reader.said(library, "name") or title]
    for framework in frameworks:
        name, about = reader.said(framework, "name"), reader.said(framework, "description").split("\n")
        below = reader.nodes(framework)
        if len(frameworks) == 1:
            front += [name, *about]
            entries += below
        else:
            label = reader.text(framework, "ref_id") or name
            entries.append(Entry(label, name or label, apart=True, children=below))
    front = list(dict.fromkeys(line.strip() for line in front if line.strip()))
    text, tree = lay_out(front, entries)
    if not tree.clauses:
        return Parsed(problems=(*reader.findings.all(), reader.nothing(library)))
    stated = _day(reader.text(library, "publication_date"))
    problems = reader.findings.all()
    if not own:
        stated = propose_edition(text) or stated
        problems += reader.left_out(library)
    return Parsed(text=text, problems=problems, outline=tree, title=" ".join(front[:1]), edition=stated)


@dataclass(slots=True)
class _Reader:
    """Walks a library whose every value may be of any kind; `language` is that of a translation to read, or empty.

    `beside` counts what the nodes hold that is not read.
    """

    findings: Findings = field(default_factory=Findings)
    language: str = ""
    beside: Counter[str] = field(default_factory=Counter)

    def root(self, data: bytes) -> Fields:
        """The fields of the library."""
        try:
            return self.fields(compose_yaml(data))
        except NoYamlError as fault:
            problem = error(
                "library-yaml",
                "This is not YAML: {fault}.",
                "Look at indentation, colons, quotes and brackets.",
                at=fault.at,
                fault=fault.said,
            )
            raise RefusedError(problem) from fault

    def fields(self, node: Node | None) -> Fields:
        """The fields of a mapping, none where it is something else; of a field that comes twice the last counts."""
        if not isinstance(node, MappingNode):
            return {}
        return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}

    def text(self, fields: Fields, name: str) -> str:
        """A field that holds a text or a number."""
        node = fields.get(name)
        if node is None or is_null(node):
            return ""
        if isinstance(node, ScalarNode):
            return str(node.value)[:_LONGEST_PROSE]
        self.findings.wrong_kind(self.text(fields, "urn")[:200] if name != "urn" else "", name)
        return ""

    def said(self, fields: Fields, name: str) -> str:
        """A field that people read, in the language chosen; in the library's own where there is no translation."""
        if self.language:
            translations = self.fields(fields.get("translations"))
            found = self.text(self.fields(translations.get(self.language)), name)
            if found:
                return cleaned(found)
        return cleaned(self.text(fields, name))

    def frameworks(self, library: Fields) -> list[Fields]:
        """The frameworks of the library, as one or as a list."""
        objects = self.fields(library.get("objects"))
        found = [objects.get(name) for name in _FRAMEWORKS]
        frameworks = [self.fields(one) for node in found if node for one in _members(node)]
        if not any(frameworks):
            raise RefusedError(self.nothing(library))
        return [framework for framework in frameworks if framework]

    def choose_language(self, library: Fields, frameworks: list[Fields]) -> None:
        """Note which language is read, where it is not the library's own."""
        locale = self.text(library, "locale") or "en"
        if locale[:2].lower() in _READ:
            return
        nodes = (self.fields(one) for framework in frameworks for one in _nodes(framework))
        holders = (library, *frameworks, *nodes)
        named = {name for holder in holders for name in self.fields(holder.get("translations"))}
        self.language = min((name for name in named if name[:2].lower() in _READ), default="")
        self.findings.add(
            note(
                "library-translation",
                "The library is in the language '{locale}': its translation '{language}' was read.",
                "Words without one stand as they are.",
                locale=locale[:20],
                language=self.language[:20],
            )
            if self.language
            else warning(
                "library-language",
                "The library is in the language '{locale}', which is not read: its clauses are kept, and no duty was "
                "found in them.",
                "Give a library in Chinese or English, or with such a translation.",
                locale=locale[:20],
            )
        )

    def nodes(self, framework: Fields) -> list[Entry]:
        """The requirement nodes as a tree; children may come before their parent."""
        where = self.text(framework, "urn")[:200]
        members = _nodes(framework)
        holders = [fields for fields in map(self.fields, members) if fields]
        if not members or len(holders) < len(members):
            self.findings.wrong_kind(where, "requirement_nodes")
        tree = _Tree(self.findings, {self.urn(fields) for fields in holders})
        parents = {self.urn(fields, "parent_urn") for fields in holders}
        for fields in holders:
            urn = self.urn(fields)
            entry = self.entry(fields, urn, parent=urn in parents)
            self.beside.update(name for name in _LEFT_OUT if not _blank(fields.get(name)))
            tree.add(urn, self.urn(fields, "parent_urn"), entry)
        return tree.finish()

    def urn(self, fields: Fields, name: str = "urn") -> str:
        """The name of a node: upper and lower case are one."""
        return self.text(fields, name).lower()[:300]

    def left_out(self, library: Fields) -> tuple[Problem, ...]:
        """A note on whatever else the library and its nodes hold."""
        kinds = [*self.others(library), *(f"{name} ({count})" for name, count in sorted(self.beside.items()))]
        if not kinds:
            return ()
        return (
            note(
                "library-left-out",
                "Left out, for they bind nobody: {kinds}.",
                "Read them in the library.",
                kinds=", ".join(kinds),
            ),
        )

    def others(self, library: Fields) -> list[str]:
        """The objects of a library that are no frameworks, each kind with its number."""
        objects = self.fields(library.get("objects"))
        known = [
            (name, node) for name, node in objects.items() if name not in _FRAMEWORKS and not _blank(node)
        ]
        return [f"{cleaned(name)[:40]} ({len(_members(node))})" for name, node in known[:20]]

    def nothing(self, library: Fields) -> Problem:
        """Why there is nothing to read: what the library holds instead."""
        kinds = ", ".join(self.others(library))
        if kinds:
            return error(
                "library-empty",
                "There is no framework with requirements in this library, only: {kinds}.",
                "Libraries of risk matrices, threats or mappings hold nothing that binds; give one with a framework.",
                kinds=kinds,
            )
        return error(
            "library-empty",
            "There is no framework with requirements in this library.",
            "Libraries of risk matrices, threats or mappings hold nothing that binds; give one with a framework.",
        )

    def entry(self, fields: Fields, urn: str, *, parent: bool) -> Entry:
        """One node: a name is the title of what is described, and the words themselves where nothing is."""
        name, words = self.said(fields, "name"), self.said(fields, "description")
        own = urn.startswith(f"{URN}:")
        label = self.text(fields, "ref_id")
        if own:
            return Entry(label, name, self.text(fields, "description"), exact=True)
        label = label or ("" if parent else _COUNTED.sub("", urn.rpartition(":")[2]))
        if not (name or words or parent):
            self.beside["requirement_nodes"] += 1
        flat = " ".join(name.split())
        if words and name and not is_title(flat):
            return Entry(label, "", f"{name}\n{words}")
        if not words and not (parent and is_title(flat)):
            return Entry(label, "", name)
        return Entry(label, name, words)


@dataclass(slots=True)
class _Tree:
    """Puts nodes below their parents; `named` are all there are. What waits for a parent waits by its name."""

    findings: Findings
    named: set[str]
    top: list[Entry] = field(default_factory=list)
    placed: dict[str, tuple[Entry, int]] = field(default_factory=dict)
    waiting: dict[str, list[tuple[str, Entry]]] = field(default_factory=dict)

    def add(self, urn: str, parent: str, entry: Entry) -> None:
        """Place an entry, or keep it until its parent has come; one without a parent anywhere goes to the top."""
        if parent in self.placed or not parent:
            self._place(urn, parent, entry)
        elif parent in self.named:
            self.waiting.setdefault(parent, []).append((urn, entry))
        else:
            self._orphan(urn, entry)

    def finish(self) -> list[Entry]:
        """The outermost entries; nodes that lie below each other are opened at one of them."""
        above = {urn: parent for parent, kept in self.waiting.items() for urn, _ in kept}
        while self.waiting:
            urn = next(iter(self.waiting))  # it waits itself, or it would have been placed
            kept = self.waiting[above[urn]]
            _, entry = kept.pop(next(at for at, (name, _) in enumerate(kept) if name == urn))
            if not kept:
                del self.waiting[above[urn]]
            self._orphan(urn, entry)
        return self.top

    def _orphan(self, urn: str, entry: Entry) -> None:
        self.findings.add(
            warning(
                "library-parent",
                "'{id}' names a parent that is missing or lies below it: it was put at the top.",
                "Correct its parent_urn.",
                at=Place(ref=urn),
                id=urn,
            )
        )
        self._place(urn, "", entry)

    def _place(self, urn: str, parent: str, entry: Entry) -> None:
        """Place an entry and whatever waited for it."""
        ready = [(urn, parent, entry)]
        while ready:
            urn, parent, entry = ready.pop()
            level = self._hang(parent, entry)
            if urn in self.placed:
                self.findings.twice(urn)
            elif urn:
                self.placed[urn] = entry, level
                ready += [(name, urn, below) for name, below in reversed(self.waiting.pop(urn, []))]

    def _hang(self, parent: str, entry: Entry) -> int:
        """Put an entry below its parent and return its level."""
        if not parent:
            self.top.append(entry)
            return 0
        above, level = self.placed[parent]
        if level + 1 > DEEPEST:
            self.findings.too_deep(parent)
            self.top.append(entry)
            return 0
        rest = entry.label.removeprefix(above.label)
        entry.label = rest if rest.startswith("(") else entry.label
        above.children.append(entry)
        return level + 1


def _nodes(framework: Fields) -> list[Node]:
    node = framework.get("requirement_nodes")
    return list(node.value) if isinstance(node, SequenceNode) else []


def _members(node: Node) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def _blank(node: Node | None) -> bool:
    return node is None or is_null(node) or not node.value


def _day(written: str) -> date | None:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(written[:10])
    return None
