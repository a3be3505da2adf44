"""The root over the journal's leaves, against RFC 9162 written down again."""

from __future__ import annotations

import hashlib

import pytest

from remit.journal.tree import checkpoint


def root(leaves: list[bytes]) -> bytes:
    """The definition, as it stands in section 2.1.1: split at the largest power of two below the size."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()


@pytest.mark.parametrize("size", [*range(18), 31, 64, 100])
def test_it_is_the_root_of_the_standard(size):
    leaves = [hashlib.sha256(bytes([n])).digest() for n in range(size)]
    found = checkpoint(leaf.hex() for leaf in leaves)
    assert (found.size, found.root) == (size, root(leaves).hex())
