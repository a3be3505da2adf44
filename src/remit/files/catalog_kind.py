"""Text that is a structured catalog of requirements, and which kind of one."""

from __future__ import annotations

import re

from remit.core.problem import Problem, error

__all__ = ["find_catalog"]

_SNIFFED = 8192
_SEARCHED = 32_768
_MODELS = (
    "catalog|profile|mapping-collection|component-definition|system-security-plan|assessment-plan|assessment-results"
    "|plan-of-action-and-milestones"
)
_JSON = re.compile(rf'"({_MODELS})"\s*:')
_XML = re.compile(rf"<(?:[\w.-]{{1,40}}:)?({_MODELS})[\s>]")
_XML_SPACE = "csrc.nist.gov/ns/oscal"
_YAML = re.compile(
    rf"""(?:(?:\#[^\n]*|---[^\n]*|%[^\n]*|[ \t]*)\n)*["']?({_MODELS})["']?:[ \t]*(?:\#[^\n]*)?\n"""
)
_YAML_SIGN = re.compile(r"""^\s+["']?oscal-version["']?:""", re.MULTILINE)
_LIBRARY = (
    re.compile(r"""^["']?urn["']?: *["']?urn:""", re.MULTILINE),
    re.compile(r"""^["']?objects["']?:(?: |$)""", re.MULTILINE),
)
_JSON_LIBRARY = (re.compile(r'"urn"\s*:\s*"urn:'), re.compile(r'"objects"\s*:\s*\{'))
_SOURCE = re.compile(
    r"""[/"'\s]([^/"'\s<>]{1,120}catalog[^/"'\s<>]{0,80}\.(?:json|xml|ya?ml))\b""", re.IGNORECASE
)
_MOST_SOURCES = 3


def find_catalog(text: str) -> str | Problem:
    """Return oscal, oscal-xml, oscal-yaml or ciso where the text is such a catalog, empty where it is none.

    A problem where it is another document of OSCAL, which has no requirements of its own.
    """
    head = text[:_SNIFFED].lstrip("\ufeff \t\r\n")
    kind, found = "", None
    if head.startswith("{"):
        kind, found = "oscal", _JSON.search(head)
        if not found:
            return "ciso" if all(pattern.search(text) for pattern in _JSON_LIBRARY) else ""
    elif head.startswith("<"):
        kind, found = "oscal-xml", _XML.search(head) if _XML_SPACE in head else None
    elif all(pattern.search(text) for pattern in _LIBRARY):
        return "ciso"
    elif _YAML_SIGN.search(text):
        kind, found = "oscal-yaml", _YAML.match(head)
    if not found:
        return ""
    if found[1] == "catalog":
        return kind
    return _profile(text) if found[1] == "profile" else _other(found[1])


def _profile(text: str) -> Problem:
    found = _SOURCE.findall(text[:_SEARCHED]) + _SOURCE.findall(text[-_SEARCHED:])
    sources = list(dict.fromkeys(found))[:_MOST_SOURCES]
    if not sources:
        return _other("profile")
    return error(
        "file-profile",
        "This is an OSCAL profile: it chooses controls from {sources} and holds none itself.",
        "Give that catalog, or the profile resolved into a catalog (trestle author profile-resolve).",
        sources=", ".join(sources),
    )


def _other(kind: str) -> Problem:
    return error(
        "file-not-catalog",
        "This is an OSCAL {kind}, not a catalog.",
        "Give the catalog; a profile has to be resolved into one first.",
        kind=kind,
    )
