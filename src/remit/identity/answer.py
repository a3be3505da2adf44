"""What a provider says of a person, and why it may not be believed."""

# ruff: noqa: N818 - a refusal is an answer, not an error

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Answer", "Start", "Unreachable", "Untrusted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A person as a provider knows them: `subject` never changes; `claims` are whatever else it says.

    `once` names the answer where it may be shown only once, until `expires`; empty where the protocol sees to that.
    """

    subject: str
    claims: Mapping[str, str] = field(default_factory=dict)
    once: str = ""
    expires: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where the browser is sent, and what is kept until it comes back."""

    address: str
    kept: Mapping[str, str]


class Untrusted(Exception):
    """The answer is not one that the provider gave to this request; the message says why, in a few words."""


class Unreachable(Exception):
    """The provider did not answer, or not in its protocol."""
