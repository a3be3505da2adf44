"""CISO Assistant libraries read: requirement nodes as a text with an outline."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from datetime import date

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from remit.core.problem import Place, Problem, error, note, warning
from remit.files.catalog_text import DEEPEST, Entry, Findings, cleaned, lay_out
from remit.files.ciso_library import URN
from remit.files.confine import Parsed
from remit.files.refusal import RefusedError
from remit.reading.regime_draft import propose_edition
from remit.reading.title import is_title

__all__ = ["parse_library"]

_NULL = "tag:yaml.org,2002:null"
_READ = ("zh", "en")
_LONGEST_PROSE = 100_000

Fields = dict[str, Node]


def parse_library(data: bytes) -> Parsed:
    """Return the text of a library's frameworks (YAML, UTF-8) with its outline, title and day.

    Each requirement node is a heading, a clause or both, below its parent. Of a library in another language the English
    or Chinese translation is read, where it has one. Whatever is wrong is found and said, and the rest is read.
    """
    reader = _Reader()
    library = reader.root(data)
    frameworks = reader.frameworks(library)
    title = cleaned(reader.text(library, "name"))
    reader.choose_language(library)
    entries: list[Entry] = []
    front = [reader.said(library, "name") or title]
    for framework in frameworks:
        front += [reader.said(framework, "name"), *reader.said(framework, "description").split("\n")]
        entries += reader.nodes(framework)
    front = list(dict.fromkeys(line.strip() for line in front if line.strip()))
    text, tree = lay_out(front, entries)
    if not tree.clauses:
        return Parsed(problems=(*reader.findings.all(), _nothing()))
    stated = _day(reader.text(library, "publication_date"))
    if not reader.text(library, "urn").startswith(f"{URN}:"):
        stated = propose_edition(text) or stated
    return Parsed(
        text=text,
        problems=reader.findings.all(),
        outline=tree,
        title=" ".join(front[:1]),
        edition=stated,
    )


@dataclass(slots=True)
class _Reader:
    """Walks a library whose every value may be of any kind; `language` is that of a translation to read, or empty."""

    findings: Findings = field(default_factory=Findings)
    language: str = ""

    def root(self, data: bytes) -> Fields:
        """The fields of the library."""
        try:
            node = YAML(typ="safe", pure=True).compose(data.decode())
        except (YAMLError, RecursionError, ValueError) as fault:
            raise RefusedError(_no_yaml(fault)) from fault
        return self.fields(node)

    def fields(self, node: Node | None) -> Fields:
        """The fields of a mapping, none where it is something else; of a field that comes twice the last counts."""
        if not isinstance(node, MappingNode):
            return {}
        return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}

    def text(self, fields: Fields, name: str) -> str:
        """A field that holds a text or a number."""
        node = fields.get(name)
        if node is None or node.tag == _NULL:
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
        found = [objects.get("framework"), objects.get("frameworks")]
        nodes = [one for node in found if node for one in _members(node)]
        frameworks = [self.fields(node) for node in nodes]
        if not any(frameworks):
            raise RefusedError(_nothing())
        return frameworks

    def choose_language(self, library: Fields) -> None:
        """Note which language is read, where it is not the library's own."""
        locale = self.text(library, "locale") or "en"
        if locale[:2].lower() in _READ:
            return
        translations = self.fields(library.get("translations"))
        self.language = next((name for name in ("en", "zh") if name in translations), "")
        self.findings.add(
            note(
                "library-translation",
                "The library is in the language '{locale}': its translation '{language}' was read.",
                "Words without one stand as they are.",
                locale=locale[:20],
                language=self.language,
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
        """The requirement nodes as a tree; a parent has to come before its children."""
        top: list[Entry] = []
        known: dict[str, tuple[Entry, int]] = {}
        node = framework.get("requirement_nodes")
        if not isinstance(node, SequenceNode):
            self.findings.wrong_kind(self.text(framework, "urn")[:200], "requirement_nodes")
            return top
        parents = {self.text(self.fields(one), "parent_urn").lower() for one in node.value}
        for member in node.value:
            fields = self.fields(member)
            if not fields:
                self.findings.wrong_kind(self.text(framework, "urn")[:200], "requirement_nodes")
                continue
            urn = self.text(fields, "urn").lower()[:300]
            entry = self.entry(fields, urn, parent=urn in parents)
            level = self.place(fields, urn, entry, top, known)
            if urn in known:
                self.findings.twice(urn)
            elif urn:
                known[urn] = entry, level
        return top

    def place(
        self, fields: Fields, urn: str, entry: Entry, top: list[Entry], known: dict[str, tuple[Entry, int]]
    ) -> int:
        """Put an entry below its parent and return its level."""
        parent = self.text(fields, "parent_urn").lower()[:300]
        if not parent:
            top.append(entry)
            return 0
        if parent not in known:
            self.findings.add(
                warning(
                    "library-parent",
                    "'{id}' names a parent that does not come before it: it was put at the top.",
                    "Correct its parent_urn, or the order of the nodes.",
                    at=Place(ref=urn),
                    id=urn,
                )
            )
            top.append(entry)
            return 0
        above, level = known[parent]
        if level + 1 > DEEPEST:
            self.findings.too_deep(parent)
            top.append(entry)
            return 0
        rest = entry.label.removeprefix(above.label)
        entry.label = rest if rest.startswith("(") else entry.label
        above.children.append(entry)
        return level + 1

    def entry(self, fields: Fields, urn: str, *, parent: bool) -> Entry:
        """One node: a name is the title of what is described, and the words themselves where nothing is."""
        name, words = self.said(fields, "name"), self.said(fields, "description")
        own = urn.startswith(f"{URN}:")
        label = self.text(fields, "ref_id") or ("" if parent else urn.rpartition(":")[2])
        if own:
            return Entry(label, name, self.text(fields, "description"), exact=True)
        flat = " ".join(name.split())
        if words and name and not is_title(flat):
            return Entry(label, "", f"{name}\n{words}")
        if not words and not (parent and is_title(flat)):
            return Entry(label, "", name)
        return Entry(label, name, words)


def _members(node: Node) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def _day(written: str) -> date | None:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(written[:10])
    return None


def _no_yaml(fault: Exception) -> Problem:
    at, said = Place(), str(fault) or type(fault).__name__
    if isinstance(fault, MarkedYAMLError):
        mark = fault.problem_mark or fault.context_mark
        at = Place(line=mark.line + 1, column=mark.column + 1) if mark else at
        said = " ".join(filter(None, (fault.context, fault.problem)))
    return error(
        "library-yaml",
        "This is not YAML: {fault}.",
        "Look at indentation, colons, quotes and brackets.",
        at=at,
        fault=" ".join(said.split())[:200],
    )


def _nothing() -> Problem:
    return error(
        "library-empty",
        "There is no framework with requirements in this library.",
        "Libraries of risk matrices, threats or mappings hold nothing that binds; give one with a framework.",
    )
