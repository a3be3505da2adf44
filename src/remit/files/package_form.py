"""What a package says: its manifest and the lines of its parts, as they are written and read, and how it is packed.

A package is a ZIP file: `manifest.json`, `signature` (64 bytes over the manifest), and the parts that the manifest
names with their digests. Parts are lines of JSON; files of evidence lie under `evidence/`, named by their SHA-256.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

import msgspec

from remit.files.package_key import Signer

__all__ = [
    "EVIDENCE",
    "FORMAT",
    "LINES",
    "MANIFEST",
    "SIGNATURE",
    "AdoptionLine",
    "Content",
    "ExcuseLine",
    "FileLine",
    "GoneLine",
    "Heading",
    "JournalAt",
    "Manifest",
    "Part",
    "RecordLine",
    "UnitLine",
    "digest_of",
    "encoded",
    "file_of",
    "pack",
    "zipped",
]

FORMAT = 1
MANIFEST, SIGNATURE, EVIDENCE = "manifest.json", "signature", "evidence/"

_Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Installation = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
_Ref = Annotated[str, msgspec.Meta(pattern="^[!-~]{1,80}$")]
_Code = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Duty = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
_Words = Annotated[str, msgspec.Meta(max_length=2000)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class _Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class Part(_Form, frozen=True, kw_only=True):
    """A part of a package: how many lines (of evidence: 0) and bytes it has, and their SHA-256."""

    lines: _Count
    size: _Count
    sha256: _Sha256


class JournalAt(_Form, frozen=True, kw_only=True):
    """Where the sender's journal stood: how many lines, and the root of the tree over them."""

    size: _Count
    root: _Sha256


class Manifest(_Form, frozen=True, kw_only=True):
    """What is signed. `sender` and `to` are numbers of installations, `key` the fingerprint of the signing key.

    `unit` is the code under which the addressee knows the unit at whose head the sender stands. `previous` is the
    digest of the package numbered one less, empty in a first one and where a `full` one begins anew. What it says runs
    to `last`; a full one says everything, and takes back what it does not name.
    """

    format: int
    sender: _Installation
    key: _Sha256
    to: _Installation
    unit: _Code
    sequence: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
    previous: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")]
    full: bool
    last: date
    made: Annotated[datetime, msgspec.Meta(tz=True)]
    journal: JournalAt
    parts: dict[str, Part]


class FileLine(_Form, frozen=True, kw_only=True):
    """A file that a record shows: its digest, name and size; the file itself may stay with the sender."""

    sha256: _Sha256
    name: _Words
    size: _Count


class RecordLine(_Form, frozen=True, kw_only=True):
    """A record that counts, without the name of whoever entered it and without its details, which name people."""

    ref: _Ref
    unit: _Code
    day: date
    entered: date
    kind: _Words
    title: _Words
    at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    meets: tuple[_Duty, ...] = ()
    starts: tuple[_Duty, ...] = ()
    evidence: tuple[FileLine, ...] = ()


class ExcuseLine(_Form, frozen=True, kw_only=True):
    """An excuse; `decided_by` is an office, not a person."""

    ref: _Ref
    unit: _Code
    duty: _Duty
    since: date
    until: date
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    decided_by: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    decided: date


class UnitLine(_Form, frozen=True, kw_only=True):
    """A unit below the one at the head; each comes after its superior."""

    code: _Code
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    parent: _Code
    kind: _Words = ""
    tags: tuple[_Words, ...] = ()
    since: date | None = None
    until: date | None = None


class AdoptionLine(_Form, frozen=True, kw_only=True):
    """An edition in force for a unit; `sha256` is the digest of the edition as the sender has it."""

    regime: _Code
    edition: date
    sha256: _Sha256
    unit: _Code
    since: date
    until: date | None = None


class GoneLine(_Form, frozen=True, kw_only=True):
    """A record or an excuse that was sent before and no longer stands."""

    kind: Annotated[str, msgspec.Meta(pattern="^(record|excuse)$")]
    ref: _Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The lines of a package. Submitted reports become a part of their own beside these."""

    units: tuple[UnitLine, ...] = ()
    records: tuple[RecordLine, ...] = ()
    excuses: tuple[ExcuseLine, ...] = ()
    adoptions: tuple[AdoptionLine, ...] = ()
    withdrawn: tuple[GoneLine, ...] = ()


LINES: Mapping[str, Any] = {
    "units": UnitLine,
    "records": RecordLine,
    "excuses": ExcuseLine,
    "adoptions": AdoptionLine,
    "withdrawn": GoneLine,
}
"""The parts of lines by their names in `Content`; `NAME.jsonl` in the package."""


def file_of(part: str) -> str:
    """Return the name in the package of a part of lines."""
    return f"{part}.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the manifest says beside its parts and who signs."""

    to: str
    unit: str
    sequence: int
    previous: str
    full: bool
    last: date
    made: datetime
    journal: JournalAt


def pack(
    heading: Heading, content: Content, files: Mapping[str, bytes], *, signer: Signer
) -> tuple[bytes, bytes, str]:
    """Return a package without its files, the package with them, and its digest: the same input, the same bytes.

    `files` are the bytes of evidence by their SHA-256; the digest is that of the manifest.
    """
    lines = {file_of(name): encoded(getattr(content, name)) for name in LINES}
    counts = {file_of(name): len(getattr(content, name)) for name in LINES}
    parts = {name: data for name, data in lines.items() if data}
    shown = {f"{EVIDENCE}{sha}": data for sha, data in sorted(files.items())}
    identity = signer.identity
    manifest = Manifest(
        format=FORMAT,
        sender=identity.installation,
        key=identity.fingerprint,
        to=heading.to,
        unit=heading.unit,
        sequence=heading.sequence,
        previous=heading.previous,
        full=heading.full,
        last=heading.last,
        made=heading.made,
        journal=heading.journal,
        parts={name: _part(data, counts.get(name, 0)) for name, data in {**parts, **shown}.items()},
    )
    signed = msgspec.json.encode(manifest, order="sorted")
    core = {MANIFEST: signed, SIGNATURE: signer.sign(signed), **parts}
    slim = zipped(core.items())
    whole = zipped({**core, **shown}.items()) if shown else slim
    return slim, whole, digest_of(signed)


def digest_of(manifest: bytes) -> str:
    """Return the digest by which a package is known: the SHA-256 of its manifest, in hexadecimal."""
    return hashlib.sha256(manifest).hexdigest()


_ENCODER = msgspec.json.Encoder()


def encoded(lines: Iterable[Any]) -> bytes:
    """Return the bytes of a part of lines."""
    return b"".join(_ENCODER.encode(line) + b"\n" for line in lines)


def _part(data: bytes, lines: int) -> Part:
    return Part(lines=lines, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return entries as a container, the same bytes for the same entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as container:
        for name, data in entries:
            entry = zipfile.ZipInfo(name)  # of 1980: the moment of packing must not change the bytes
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            stored = name == SIGNATURE or name.startswith(EVIDENCE)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            container.writestr(entry, data)
    return made.getvalue()
