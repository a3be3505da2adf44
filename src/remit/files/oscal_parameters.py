"""Parameters of OSCAL catalogs in the prose that calls them, as NIST prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from remit.core.problem import warning
from remit.files.catalog_text import cleaned
from remit.files.oscal_fields import OscalFields

__all__ = ["Parameters"]

_INSERT = re.compile(r"\{\{\s*(?:insert:\s*)?(?:param\s*,\s*|param_id:\s*)?([^{}\s]{1,200})\s*\}\}")
_LINK = re.compile(r"\[([^\[\]\n]{0,400})\]\([^()\s]{0,800}\)")
_APART = re.compile(r"\] ([;,.:](?:\s|$))")
_HOW_MANY = {"one-or-more": " (one or more)", "one": " (one)"}
_MOST_INSERTED = 4
_MOST_CHOICES = 50
_LONGEST_PROSE = 100_000


@dataclass(slots=True)
class Parameters:
    """The parameters of a catalog by their ids: statements name those of other controls too."""

    fields: OscalFields
    known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, holder: dict[str, Any], where: str) -> None:
        """Keep the parameters of a catalog, group or control; of one that comes again the first."""
        for parameter in self.fields.mappings(holder, "params", where):
            self.known.setdefault(self.fields.text(parameter, "id", where), parameter)

    def filled(self, prose: str) -> str:
        """Prose with its parameters as words, links as their text."""
        if len(prose) > _LONGEST_PROSE:
            prose = prose[:_LONGEST_PROSE]
            self.fields.findings.add(
                warning(
                    "catalog-prose",
                    "A text is longer than {limit} characters: it was cut there.",
                    "No clause is so long; look at the file.",
                    limit=_LONGEST_PROSE,
                )
            )
        if "[" not in prose and "{" not in prose:
            return prose
        return _APART.sub(r"]\1", _LINK.sub(r"\1", self._inserted(prose, 0)))

    def _inserted(self, prose: str, depth: int) -> str:
        """Prose with each parameter in its place; one that needs more than a few others stays as it is."""
        if depth >= _MOST_INSERTED:
            return prose
        return _INSERT.sub(lambda found: self._words(found[1], depth), prose)

    def _words(self, name: str, depth: int) -> str:
        """What stands for a parameter: its values; else its choices or its label, and what is required of it."""
        parameter = self.known.get(name)
        if parameter is None:
            return f"[Assignment: {name}]"
        values = parameter.get("values")
        if isinstance(values, list) and values and all(isinstance(one, str) for one in values):
            return ", ".join(values)[:_LONGEST_PROSE]
        required = self._required(parameter, name, depth)
        select = self.fields.mapping(parameter, "select", name)
        choices = select.get("choice")
        if isinstance(choices, list) and choices:
            said = "; ".join(self._inserted(str(one), depth + 1) for one in choices[:_MOST_CHOICES])
            many = _HOW_MANY.get(str(select.get("how-many")), "")
            return f"[Selection{many}: {said}{required}]"[:_LONGEST_PROSE]
        label = self._inserted(self.fields.text(parameter, "label", name) or name, depth + 1)
        defined = (
            label if label.lower().startswith("organization-defined") else f"organization-defined {label}"
        )
        return f"[Assignment: {defined}{required}]"

    def _required(self, parameter: dict[str, Any], name: str, depth: int) -> str:
        """What a baseline demands of the value that is put in."""
        said = [
            cleaned(self._inserted(self.fields.text(one, "description", name), depth + 1))
            for one in self.fields.mappings(parameter, "constraints", name)
        ]
        said = [" ".join(text.split()).rstrip(".") for text in said if text]
        return f", required: {', '.join(said)}" if said else ""
