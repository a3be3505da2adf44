"""YAML nodes into dataclasses, guided by their annotations; everything wrong is collected with line and column."""

from __future__ import annotations

import contextlib
import dataclasses
import difflib
import re
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
        node = self._composed(text)
        if node is None:
            return None
        try:
            made = self._value(node, kind, "")
        except RecursionError:
            self.error("yaml-depth", "The file is nested too deeply.", "Look for stray brackets.")
            return None
        return None if made is _FAILED else cast("T", made)

    def error(
        self, code: str, message: str, remedy: str, /, *, at: Place = Place(), **values: object
    ) -> None:
        """Collect a problem."""
        self.problems.append(error(code, message, remedy, at=at, **values))

    def _composed(self, text: str) -> Node | None:
        """The document's nodes with their places."""
        at, said = Place(), ""
        try:
            return cast("Node | None", YAML(typ="safe", pure=True).compose(text))
        except MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            at = _mark(mark) if mark else at
            said = " ".join(filter(None, (fault.context, fault.problem)))
        except (YAMLError, RecursionError, ValueError) as fault:
            said = (str(fault) or type(fault).__name__).splitlines()[0]
        remedy = "Look at indentation, colons, quotes and brackets."
        self.error("yaml-syntax", "This is not YAML: {fault}.", remedy, at=at, fault=said)
        return None

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
            return self._wrong(node, name, _FIELDS)
        found = self._found(node, _hints(cast("Hashable", kind)))
        for field in dataclasses.fields(kind):
            if field.name not in found and _required(field):
                at = _mark(node.start_mark)
                self.error(
                    "field-missing",
                    "'{field}' is missing here.",
                    "Add `{field}: …`.",
                    at=at,
                    field=field.name,
                )
                found[field.name] = _FAILED
        if any(found.get(field.name) is _FAILED and _required(field) for field in dataclasses.fields(kind)):
            return _FAILED
        made = kind(**{name: value for name, value in found.items() if value is not _FAILED})
        self._places[id(made)] = _mark(node.start_mark)
        self._kept.append(made)
        return made

    def _found(self, node: MappingNode, hints: dict[str, Any]) -> dict[str, Any]:
        """The values of the fields that are written, the failed ones marked."""
        found: dict[str, Any] = {}
        for key, content in node.value:
            field = key.value if isinstance(key, ScalarNode) else ""
            if field not in hints:
                self._unknown_field(key, field, hints)
            elif field in found:
                remedy = "Keep one of them."
                self.error(
                    "field-twice", "'{field}' is given twice.", remedy, at=_mark(key.start_mark), field=field
                )
            elif content.tag != _NULL or content.value:
                found[field] = self._value(content, hints[field], field)
        return found

    def _items(self, node: Node, members: tuple[Any, ...], name: str) -> Any:
        if not isinstance(node, SequenceNode) or not self._once(node):
            return self._wrong(node, name, _LIST)
        made = [self._value(item, members[0], name) for item in node.value]
        return tuple(m for m in made if m is not _FAILED)

    def _pairs(self, node: Node, kind: Any, name: str) -> Any:
        if not isinstance(node, MappingNode) or not self._once(node):
            return self._wrong(node, name, _FIELDS)
        value = typing.get_args(kind)[1]
        made = [(str(key.value), self._value(content, value, name)) for key, content in node.value]
        return tuple((k, v) for k, v in made if v is not _FAILED)

    def _scalar(self, node: Node, kind: Any, name: str) -> Any:
        if not isinstance(node, ScalarNode):
            return self._wrong(node, name, _EXPECTED.get(kind, _TEXT))
        written: str = node.value
        if kind is str:
            return written
        if kind is bool and node.tag == _BOOL:
            return written.lower() == "true"
        if kind is int and node.tag == _INT and _WHOLE.fullmatch(written):
            return int(written)
        if kind is float and node.tag in {_INT, _FLOAT} and _NUMBER.fullmatch(written):
            return float(written)
        if kind is date:
            return self._date(node, name)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._word(node, kind, name)
        return self._wrong(node, name, _EXPECTED.get(kind, _TEXT))

    def _date(self, node: ScalarNode, name: str) -> Any:
        if _DATE.fullmatch(node.value):
            with contextlib.suppress(ValueError):
                return date.fromisoformat(node.value)
        self.error(
            "date-invalid",
            "{field}: '{value}' is no date.",
            "Write year-month-day, such as 2026-03-01.",
            at=_mark(node.start_mark),
            field=name,
            value=_short(node.value),
        )
        return _FAILED

    def _word(self, node: ScalarNode, kind: type[StrEnum], name: str) -> Any:
        accepted = [member.value for member in kind]
        if node.value in accepted:
            return kind(node.value)
        near = difflib.get_close_matches(node.value, accepted, n=1)
        self.error(
            "value-unknown",
            "{field}: '{value}' is not known.",
            "Did you mean '{near}'? Accepted: {accepted}." if near else "Accepted: {accepted}.",
            at=_mark(node.start_mark),
            field=name,
            value=_short(node.value),
            near="".join(near),
            accepted=", ".join(accepted),
        )
        return _FAILED

    def _unknown_field(self, key: Node, field: str, hints: dict[str, Any]) -> None:
        near = difflib.get_close_matches(field, hints, n=1)
        self.error(
            "field-unknown",
            "There is no field '{field}' here.",
            "Did you mean '{near}'? Accepted: {accepted}." if near else "Accepted: {accepted}.",
            at=_mark(key.start_mark),
            field=_short(field),
            near="".join(near),
            accepted=", ".join(hints),
        )

    def _once(self, node: Node) -> bool:
        """Aliases would let a small file unfold into a huge one: a collection is read once."""
        if id(node) in self._seen:
            return False
        self._seen.add(id(node))
        return True

    def _wrong(self, node: Node, name: str, remedy: str) -> object:
        at = _mark(node.start_mark)
        if name:
            self.error("value-kind", "{field}: this is not what belongs here.", remedy, at=at, field=name)
        else:
            self.error(
                "regime-kind", "This is not a regime.", "Start from: remit read FILE -o regime.yaml", at=at
            )
        return _FAILED


_TEXT = "Write one text."
_LIST = "Write a list, such as [a, b]."
_FIELDS = "Write fields, each as `name: value`."
_EXPECTED = {
    str: _TEXT,
    int: "Write a whole number.",
    float: "Write a number, such as 20 or 2.5.",
    bool: "Write true or false.",
    date: "Write year-month-day, such as 2026-03-01.",
}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE = re.compile(r"[+-]?\d{1,15}")
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,6})?", re.ASCII)


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(cast("type[Any]", kind))


def _is_pair(kind: Any) -> bool:
    """Pairs of a name and a word (tuple[str, Basis]) are written as a mapping."""
    members = typing.get_args(kind)
    return len(members) == 2 and isinstance(members[1], type) and issubclass(members[1], StrEnum)


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _mark(mark: Any) -> Place:
    """Lines and columns are counted from 1 here, from 0 in ruamel.yaml."""
    return Place(line=mark.line + 1, column=mark.column + 1)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
