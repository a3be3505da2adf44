"""A passkey as it is kept; asking for one and checking it is in `passkey`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Credential"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """`data` is id and public key in base 64, `handle` the SHA-256 of the id, `counter` how often it was used.

    A counter that stays 0 does not count.
    """

    data: str
    handle: str
    counter: int
