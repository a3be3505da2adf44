"""Find the messages of the package: in Python by its syntax trees, in templates through Django's reading of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from django.utils.translation.template import templatize

__all__ = ["Message", "extracted", "quoted"]

# Which arguments of which call are messages, counted from 1.
CALLS = {
    "Command": (3,),
    "N_": (1,),
    "_": (1,),
    "error": (2, 3),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "note": (2, 3),
    "pgettext": (2,),
    "pgettext_lazy": (2,),
    "translate": (1,),
    "warning": (2, 3),
    "words": (1,),
}
# What translates, where it is handed on: the argument after it is a message.
TRANSLATORS = {"translate", "words"}
_TEXT = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_TEMPLATE_TEXT = re.compile(_TEXT)
_TEMPLATE_CALL = re.compile(rf"\b(n?p?gettext|_)\(({_TEXT}(?:, {_TEXT})*)(?:, \w+)?\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message id and where it stands.

    `plural` is the second id of a counted message, `context` what tells two messages of the same words apart.
    """

    text: str
    place: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> str:
        """The message as gettext files it, without its plural."""
        return f"{self.context}\4{self.text}" if self.context else self.text


@dataclass(slots=True)
class _Module:
    place: str
    tree: ast.Module
    tables: dict[str, ast.expr] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            value = getattr(node, "value", None)
            if isinstance(node, ast.Assign | ast.AnnAssign) and value is not None:
                self.tables |= {target.id: value for target in targets if isinstance(target, ast.Name)}


def extracted(package: Path) -> list[Message]:
    """Return every message of the package's Python and templates, in order of place.

    Followed beside a literal: a name or a table of literals, of the same module or imported from another one.
    """
    modules = {
        path: _Module(str(path.relative_to(package)), _tree(path)) for path in sorted(package.rglob("*.py"))
    }
    by_name = {_dotted(path, package): module for path, module in modules.items()}
    found: list[Message] = []
    for module in modules.values():
        found += _from_module(module, by_name)
    for path in sorted([*package.rglob("*.html"), *package.rglob("templates/**/*.txt")]):
        found += _from_template(path.read_text(encoding="utf-8"), str(path.relative_to(package)))
    return found


def quoted(package: Path) -> set[str]:
    """Return every string that the package's Python holds: where a translation nobody asks for can still be at home."""
    nodes = (node for path in package.rglob("*.py") for node in ast.walk(_tree(path)))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _dotted(path: Path, package: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _from_module(module: _Module, others: dict[str, _Module]) -> Iterator[Message]:
    tables = module.tables | _imported(module, others)
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node.func)
        where = f"{module.place}:{node.lineno}"
        arguments = [node.args[n - 1] for n in CALLS.get(name, ()) if n <= len(node.args)]
        arguments += [
            after for before, after in pairwise(node.args) if getattr(before, "id", "") in TRANSLATORS
        ]
        texts = [text for argument in arguments for text in _texts(argument, tables)]
        if name.startswith("ngettext") and len(texts) == 2:
            yield Message(text=texts[0], plural=texts[1], place=where)
        elif name.startswith("pgettext"):
            yield from (
                Message(text=text, place=where, context=ast.literal_eval(node.args[0])) for text in texts
            )
        else:
            yield from (Message(text=text, place=where) for text in texts if text)


def _called(function: ast.expr) -> str:
    """The name of what is called; of methods only those that cannot be anything else (`str.translate` can)."""
    if isinstance(function, ast.Attribute):
        return function.attr if "gettext" in function.attr or function.attr == "words" else ""
    return getattr(function, "id", "")


def _imported(module: _Module, others: dict[str, _Module]) -> dict[str, ast.expr]:
    found: dict[str, ast.expr] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module in others:
            tables = others[node.module].tables
            found |= {a.asname or a.name: tables[a.name] for a in node.names if a.name in tables}
    return found


def _texts(node: ast.expr, tables: dict[str, ast.expr]) -> list[str]:
    """The literal strings that an expression can be."""
    parts: list[ast.expr] = []
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) if name in tables:
            parts = [tables[name]]
            tables = {other: value for other, value in tables.items() if other != name}
        case ast.Subscript(value=table) | ast.Call(func=ast.Attribute(value=table, attr="get")):
            parts = [table]
        case ast.Dict(values=values):
            parts = values
        case ast.Tuple(elts=values) | ast.List(elts=values) | ast.BoolOp(values=values):
            parts = values
        case ast.IfExp(body=body, orelse=other_body):
            parts = [body, other_body]
    return [text for part in parts for text in _texts(part, tables)]


def _from_template(source: str, place: str) -> Iterator[Message]:
    # Django blanks out all of a template but its messages, each written as a call on one line.
    for number, line in enumerate(templatize(source).splitlines(), 1):
        for name, arguments in _TEMPLATE_CALL.findall(line):
            texts = [str(ast.literal_eval(text)) for text in _TEMPLATE_TEXT.findall(arguments)]
            context = texts.pop(0) if "pget" in name else ""
            yield Message(
                text=texts[0], plural="".join(texts[1:]), context=context, place=f"{place}:{number}"
            )
