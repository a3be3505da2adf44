"""Text that is a structured catalog of requirements, and which kind of one."""

from __future__ import annotations

import re

from remit.core.problem import Problem, error

__all__ = ["find_catalog"]

_SNIFFED = 8192
_OSCAL = re.compile(
    r'"(catalog|profile|mapping-collection|component-definition|system-security-plan|assessment-plan'
    r'|assessment-results|plan-of-action-and-milestones)"\s*:'
)
_LIBRARY = (
    re.compile(r"""^["']?urn["']?: *["']?urn:""", re.MULTILINE),
    re.compile(r"""^["']?objects["']?: *$""", re.MULTILINE),
)


def find_catalog(text: str) -> str | Problem:
    """Return oscal or ciso where the text is such a catalog, empty where it is none.

    A problem where it is another document of OSCAL, which has no requirements of its own.
    """
    head = text[:_SNIFFED]
    if head.lstrip().startswith("{"):
        found = _OSCAL.search(head)
        if found is None:
            return ""
        if found[1] == "catalog":
            return "oscal"
        return error(
            "file-not-catalog",
            "This is an OSCAL {kind}, not a catalog.",
            "Give the catalog; a profile has to be resolved into one first.",
            kind=found[1],
        )
    return "ciso" if all(pattern.search(text) for pattern in _LIBRARY) else ""
