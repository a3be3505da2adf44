"""Catalogs in YAML: the document as nodes, and nodes as plain fields, lists and texts."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from remit.core.problem import Place

__all__ = ["NoYamlError", "compose_yaml", "is_null", "plain_fields"]

_NULL = "tag:yaml.org,2002:null"


class NoYamlError(ValueError):
    """Carries where and why something is no YAML; never leaves the parsing process."""

    def __init__(self, at: Place, said: str) -> None:
        super().__init__(said)
        self.at, self.said = at, said


def compose_yaml(data: bytes) -> Node | None:
    """Return the document (UTF-8) as a node, or raise NoYamlError.

    Nothing is made of a tag: every scalar is a text. JSON is YAML too.
    """
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(data.decode())
    except (YAMLError, RecursionError, ValueError) as fault:
        at, said = Place(), str(fault) or type(fault).__name__
        if isinstance(fault, MarkedYAMLError):
            mark = fault.problem_mark or fault.context_mark
            at = Place(line=mark.line + 1, column=mark.column + 1) if mark else at
            said = " ".join(filter(None, (fault.context, fault.problem)))
        raise NoYamlError(at, " ".join(said.split())[:200]) from fault
    return node


def is_null(node: Node) -> bool:
    """Whether a node says that there is nothing."""
    return bool(node.tag == _NULL)


def plain_fields(node: Node | None) -> Any:
    """Return what a node holds as JSON would hold it, each scalar as a text; a field without a value is left out.

    A collection that aliases call up again stays out: a small file would unfold into a huge one.
    """
    return _plain(node, set())


def _plain(node: Node | None, seen: set[int]) -> Any:
    if isinstance(node, ScalarNode):
        return str(node.value)
    if node is None or id(node) in seen:
        return None
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        return [_plain(one, seen) for one in node.value if not is_null(one)]
    if isinstance(node, MappingNode):
        fields = {str(key.value): value for key, value in node.value if isinstance(key, ScalarNode)}
        return {name: _plain(value, seen) for name, value in fields.items() if not is_null(value)}
    return None
