"""The Chinese messages of the core, read from its catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

import remit

CATALOGUE = Path(remit.__file__).parent / "locale" / "zh" / "LC_MESSAGES" / "core.po"


@cache
def messages() -> dict[str, str]:
    with CATALOGUE.open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}


def chinese(template: str) -> str:
    """Return the Chinese for a template; fails where there is none."""
    return messages()[template]
