"""YAML nodes into dataclasses, guided by their annotations; everything wrong is collected with line and column."""

from __future__ import annotations

import dataclasses
import difflib
import types
import typing
from collections.abc import Hashable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from remit.core.problem import Place, Problem, error

__all__ = ["Decoder"]

T = TypeVar("T")
_NULL, _INT, _BOOL, _FLOAT = (f"tag:yaml.org,2002:{name}" for name in ("null", "int", "bool", "float"))
_FAILED = object()


class Decoder:
    """Decodes one document; `problems` and the places of the decoded values are kept."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._places: dict[int, Place] = {}
        self._kept: list[object] = []  # keeps the values alive, so that their identities stay theirs
        self._seen: set[int] = set()

    def decode(self, text: str, kind: type[T]) -> T | None:
        """Return the document as a value of `kind`, None where its required parts cannot be made out."""
        try:
            node = YAML(typ="safe", pure=True).compose(text)
        except MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            at = Place(line=mark.line + 1, column=mark.column + 1) if mark else Place()
            said = " ".join(filter(None, (fault.context, fault.problem)))
            self._say(
                at,
                "yaml-syntax",
                "This is not YAML: {fault}.",
                "Look at indentation, colons and quotes here.",
                fault=said,
            )
            return None
        except (YAMLError, RecursionError, ValueError) as fault:
            said = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
            self._say(
                Place(),
                "yaml-syntax",
                "This is not YAML: {fault}.",
                "Save it as plain UTF-8 text.",
                fault=said,
            )
            return None
        if node is None:
            return None
        try:
            made = self._value(node, kind, "")
        except RecursionError:
            self._say(
                Place(),
                "yaml-depth",
                "The file is nested too deeply.",
                "A regime has no such depth: look for stray brackets.",
            )
            return None
        return None if made is _FAILED else cast("T", made)

    def place_of(self, value: object) -> Place:
        """Return where a decoded dataclass value begins."""
        return self._places.get(id(value), Place())

    def _value(self, node: Node, kind: Any, name: str) -> Any:
        origin, members = typing.get_origin(kind), typing.get_args(kind)
        if origin in {types.UnionType, typing.Union}:
            if node.tag == _NULL:
                return None
            return self._value(node, next(m for m in members if m is not types.NoneType), name)
        if dataclasses.is_dataclass(kind):
            return self._fields(node, cast("type[Any]", kind), name)
        if origin is tuple:
            return (
                self._pairs(node, members[0], name)
                if _is_pair(members[0])
                else self._items(node, members, name)
            )
        return self._scalar(node, kind, name)

    def _fields(self, node: Node, kind: type[Any], name: str) -> Any:
        if not isinstance(node, MappingNode) or not self._once(node):
            return self._wrong(node, name, "fields, each as `name: value`")
        hints = _hints(cast("Hashable", kind))
        found: dict[str, Any] = {}
        failed = False
        for key, content in node.value:
            field = key.value if isinstance(key, ScalarNode) else ""
            if field not in hints:
                self._unknown_field(key, field, hints)
            elif field in found:
                self._say(
                    _at(key), "key-twice", "'{field}' is given twice.", "Keep one of them.", field=field
                )
            elif content.tag != _NULL or content.value != "":
                found[field] = self._value(content, hints[field], field)
        for field in dataclasses.fields(kind):
            if found.get(field.name) is _FAILED:
                failed = failed or _required(field)
                del found[field.name]
            elif field.name not in found and _required(field):
                failed = True
                self._say(
                    _at(node),
                    "field-missing",
                    "'{field}' is missing here.",
                    "Add `{field}: …`.",
                    field=field.name,
                )
        if failed:
            return _FAILED
        made = kind(**found)
        self._places[id(made)] = _at(node)
        self._kept.append(made)
        return made

    def _items(self, node: Node, members: tuple[Any, ...], name: str) -> Any:
        if not isinstance(node, SequenceNode) or not self._once(node):
            return self._wrong(node, name, "a list, such as [a, b]")
        made = [self._value(item, members[0], name) for item in node.value]
        if len(members) == 2 and members[1] is not Ellipsis and len(made) != 2:
            return self._wrong(node, name, "a list of two")
        return tuple(m for m in made if m is not _FAILED)

    def _pairs(self, node: Node, kind: Any, name: str) -> Any:
        if not isinstance(node, MappingNode) or not self._once(node):
            return self._wrong(node, name, "fields, each as `name: value`")
        made = [
            (str(key.value), self._value(content, typing.get_args(kind)[1], name))
            for key, content in node.value
        ]
        return tuple((k, v) for k, v in made if v is not _FAILED)

    def _scalar(self, node: Node, kind: Any, name: str) -> Any:
        if not isinstance(node, ScalarNode):
            return self._wrong(node, name, _EXPECTED.get(kind, "one word"))
        written: str = node.value
        if kind is str:
            return written
        if kind is bool and node.tag == _BOOL:
            return written.lower() == "true"
        if kind is int and node.tag == _INT and written.lstrip("+-").isdecimal():
            return int(written)
        if kind is date:
            return self._date(node, name)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._word(node, kind, name)
        return self._wrong(node, name, _EXPECTED.get(kind, "another kind of value"))

    def _date(self, node: ScalarNode, name: str) -> Any:
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            self._say(
                _at(node),
                "date-invalid",
                "{field}: '{value}' is no date.",
                "Write year-month-day, such as 2026-03-01.",
                field=name,
                value=_short(node.value),
            )
            return _FAILED

    def _word(self, node: ScalarNode, kind: type[StrEnum], name: str) -> Any:
        accepted = [member.value for member in kind]
        if node.value in accepted:
            return kind(node.value)
        near = difflib.get_close_matches(node.value, accepted, n=1)
        if near:
            self._say(
                _at(node),
                "value-unknown",
                "{field}: '{value}' is not known.",
                "Did you mean '{near}'? Accepted: {accepted}.",
                field=name,
                value=_short(node.value),
                near=near[0],
                accepted=", ".join(accepted),
            )
        else:
            self._say(
                _at(node),
                "value-unknown",
                "{field}: '{value}' is not known.",
                "Accepted: {accepted}.",
                field=name,
                value=_short(node.value),
                accepted=", ".join(accepted),
            )
        return _FAILED

    def _unknown_field(self, key: Node, field: str, hints: dict[str, Any]) -> None:
        near = difflib.get_close_matches(field, hints, n=1)
        if near:
            self._say(
                _at(key),
                "field-unknown",
                "There is no field '{field}' here.",
                "Did you mean '{near}'?",
                field=_short(field),
                near=near[0],
            )
        else:
            self._say(
                _at(key),
                "field-unknown",
                "There is no field '{field}' here.",
                "Accepted: {accepted}.",
                field=_short(field),
                accepted=", ".join(hints),
            )

    def _once(self, node: Node) -> bool:
        """Aliases would let a small file unfold into a huge one: a collection is read once."""
        if id(node) in self._seen:
            return False
        self._seen.add(id(node))
        return True

    def _wrong(self, node: Node, name: str, expected: str) -> object:
        if name:
            self._say(
                _at(node),
                "value-kind",
                "{field}: this is not what belongs here.",
                "Write {expected}.",
                field=name,
                expected=expected,
            )
        else:
            self._say(
                _at(node),
                "regime-kind",
                "This is not a regime.",
                "Start from: remit read FILE -o regime.yaml",
            )
        return _FAILED

    def _say(self, at: Place, code: str, message: str, remedy: str, **values: object) -> None:
        self.problems.append(error(code, message, remedy, at=at, **values))


_EXPECTED = {str: "text", int: "a whole number", bool: "true or false", date: "a date such as 2026-03-01"}


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(cast("type[Any]", kind))


def _is_pair(kind: Any) -> bool:
    """Pairs of a name and a word (tuple[str, Basis]) are written as a mapping."""
    members = typing.get_args(kind)
    return len(members) == 2 and isinstance(members[1], type) and issubclass(members[1], StrEnum)


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _at(node: Node) -> Place:
    return Place(line=node.start_mark.line + 1, column=node.start_mark.column + 1)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
