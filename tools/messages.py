"""Build the catalogue of Chinese messages from the rooms' pieces, and say what is missing or contradicts itself.

The pieces are `src/remit/locale/zh/LC_MESSAGES/ROOM.po`; the catalogue that Django and the command line load is
`src/remit/locale/zh_Hans/LC_MESSAGES/django.mo`. Message ids are the English sentences of the code and the templates.
"""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from tools.extraction import Message, extracted, quoted

__all__ = ["BUILT", "PACKAGE", "built", "catalogue", "faults", "main"]

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "remit"
PIECES = PACKAGE / "locale" / "zh" / "LC_MESSAGES"
BUILT = PACKAGE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.mo"

_HEADER = "Content-Type: text/plain; charset=UTF-8\nLanguage: zh_Hans\nPlural-Forms: nplurals=1; plural=0;\n"
_HOLES = re.compile(r"%\((\w+)\)[sd]|\{(\w+)(?:[.!:\[][^}]*)?\}")


def catalogue(pieces: Path = PIECES) -> tuple[dict[str, str], list[str]]:
    """Return the translations of all pieces by message id, and what is wrong in them.

    Two pieces may give the same translation of one id. A counted message has both ids as its key, as gettext wants it.
    """
    words: dict[str, str] = {}
    wrong = []
    for path in sorted(pieces.glob("*.po")):
        with path.open("rb") as file:
            entries = [entry for entry in read_po(file, locale="zh_Hans") if entry.id]
        for entry in entries:
            text, said = _key(entry), _first(entry.string)
            fault = _fault(text, said, fuzzy=entry.fuzzy, before=words.get(text, said))
            if fault:
                wrong.append(f"{path.name}:{entry.lineno}: {fault}")
            else:
                words[text] = said
    return words, wrong


def faults(messages: Iterable[Message], words: dict[str, str], strings: set[str]) -> list[str]:
    """Return the messages without translation, and the translations of nothing.

    `strings` are those that the code holds: a message kept in a table is used although no call names it.
    """
    known = {text.partition("\0")[0] for text in words}
    places: dict[str, str] = {}
    for message in messages:
        places.setdefault(message.key, message.place)
    missing = [f"{place}: not translated: {text!r}" for text, place in places.items() if text not in known]
    return missing + [f"no longer used: {text!r}" for text in sorted(known - places.keys() - strings)]


def built(words: dict[str, str]) -> bytes:
    """Return the catalogue in the binary form of GNU gettext: the same words give the same bytes."""
    rows = sorted(
        [(b"", _HEADER.encode()), *((text.encode(), said.encode()) for text, said in words.items())]
    )
    start = 28 + 16 * len(rows)
    tables, blob = b"", b""
    for column in (0, 1):
        for row in rows:
            tables += struct.pack("<II", len(row[column]), start + len(blob))
            blob += row[column] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, start) + tables + blob


def main() -> int:
    """Write the catalogue and print what is wrong; 1 where something is."""
    words, wrong = catalogue()
    wrong += faults(extracted(PACKAGE), words, quoted(PACKAGE))
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    BUILT.write_bytes(built(words))
    sys.stdout.write("".join(f"{line}\n" for line in wrong))
    sys.stdout.write(f"{len(words)} messages in {BUILT.relative_to(ROOT)}, {len(wrong)} faults\n")
    return 1 if wrong else 0


def _key(entry: Entry) -> str:
    text = entry.id if isinstance(entry.id, str) else "\0".join(entry.id)
    return f"{entry.context}\4{text}" if entry.context else text


def _first(string: str | tuple[str, ...] | list[str] | None) -> str:
    """Chinese has one plural form."""
    return string if isinstance(string, str) else (string or [""])[0]


def _fault(text: str, said: str, *, fuzzy: bool, before: str) -> str:
    if fuzzy or not said:
        return f"not translated, or fuzzy: {text!r}"
    if before != said:
        return f"{text!r} is {said!r} here and {before!r} in another piece"
    if _holes(text.rpartition("\0")[2]) != _holes(said):
        return f"{text!r} has other placeholders in its translation {said!r}"
    return ""


def _holes(text: str) -> set[str]:
    return {a or b for a, b in _HOLES.findall(text)}


if __name__ == "__main__":
    sys.exit(main())
