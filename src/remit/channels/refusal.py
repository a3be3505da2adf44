"""Why a message did not go out."""

# ruff: noqa: N818 - a refusal is an answer, not an error

from __future__ import annotations

__all__ = ["NotSent"]


class NotSent(Exception):
    """The other side was not reached or did not take the message; the text says what it answered, without secrets."""
