"""The Merkle tree over the leaves of the journal (RFC 9162, section 2.1.1): one hash that stands for all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Checkpoint", "checkpoint"]

_EMPTY = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """How many lines a journal had, and the root of the tree over their leaf hashes, in hexadecimal."""

    size: int
    root: str


def checkpoint(leaves: Iterable[str]) -> Checkpoint:
    """Return the checkpoint of a journal by its leaf hashes in order; reads them once, keeps as many as levels."""
    peaks: list[tuple[int, bytes]] = []  # complete subtrees, the largest first: how many leaves, and the hash
    size = 0
    for leaf in leaves:
        size += 1
        width, node = 1, bytes.fromhex(leaf)
        while peaks and peaks[-1][0] == width:
            node = hashlib.sha256(b"\1" + peaks.pop()[1] + node).digest()
            width *= 2
        peaks.append((width, node))
    if not peaks:
        return Checkpoint(size=0, root=_EMPTY)
    root = peaks.pop()[1]
    while peaks:
        root = hashlib.sha256(b"\1" + peaks.pop()[1] + root).digest()
    return Checkpoint(size=size, root=root.hex())
