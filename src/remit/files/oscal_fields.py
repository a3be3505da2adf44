"""The fields of an OSCAL catalog from a stranger: any value may be of any kind, and a wrong one is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from remit.files.catalog_text import Findings, cleaned

__all__ = ["OscalFields"]


@dataclass(slots=True)
class OscalFields:
    """Takes fields out of what a catalog holds; `where` is the id of what they belong to."""

    findings: Findings = field(default_factory=Findings)

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
