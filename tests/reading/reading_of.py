"""What the reading makes of a short text: for the tests of this folder."""

from __future__ import annotations

from remit.core.duty import Provision
from remit.reading.provision import provisions
from remit.reading.structure import outline


def read(text: str) -> tuple[Provision, ...]:
    """Return the provisions of a text, its outline found by the structure pass."""
    found, _ = outline(text)
    return provisions(text, found)[0]


def read_one(text: str) -> Provision:
    """Return the only provision of a text of one clause."""
    (found,) = read(text)
    return found
