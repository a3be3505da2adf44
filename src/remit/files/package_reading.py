"""A package that came in: opened under limits, held to its signature and digests, and only then looked into."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from remit.core.problem import Problem, error
from remit.files.confine import Parsed
from remit.files.package_form import (
    EVIDENCE,
    FORMAT,
    LINES,
    MANIFEST,
    SIGNATURE,
    Content,
    Manifest,
    digest_of,
    file_of,
)
from remit.files.package_key import is_signed
from remit.files.refusal import RefusedError, bomb
from remit.files.unzip import open_container, read_part

__all__ = ["LARGEST", "Opened", "Unpacked", "open_package", "parse_package", "read_content", "unpack"]

LARGEST = 256 * 1024 * 1024
"""How many bytes a package may have, packed, and how many unpacked."""

_MAX_MANIFEST = 4 * 1024 * 1024
_MAX_FILES = 10_000
_SIGNATURE_BYTES = 64
_PARTS = re.compile(rf"({'|'.join(LINES)})\.jsonl|{EVIDENCE}[0-9a-f]{{64}}")
_MANIFEST_DECODER = msgspec.json.Decoder(Manifest)
_DECODERS = {name: msgspec.json.Decoder(form) for name, form in LINES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """The bytes of a package's entries, none of them looked into; `parts` without manifest and signature."""

    manifest: bytes
    signature: bytes
    parts: dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A package that is what its sender signed: `files` are the bytes of evidence by their SHA-256."""

    manifest: Manifest
    digest: str
    content: Content
    files: dict[str, bytes]


def unpack(data: bytes) -> Unpacked:
    """Return the entries of a package; RefusedError where it is none, is damaged or unpacks to too much.

    Nothing is believed yet: what comes out has the names that a package may have, each once, and a bearable size.
    """
    if len(data) > LARGEST:
        raise RefusedError(bomb())
    container = open_container(data)
    entries = container.infolist()
    names = {entry.filename for entry in entries}
    parts = names - {MANIFEST, SIGNATURE}
    if len(names) != len(entries) or len(entries) > _MAX_FILES or not {MANIFEST, SIGNATURE} <= names:
        raise RefusedError(_no_package())
    if not all(_PARTS.fullmatch(name) for name in parts):
        raise RefusedError(_no_package())
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise RefusedError(bomb())
    found: dict[str, bytes] = {}
    size = 0
    for name in sorted(names):
        part = read_part(container, name) or b""
        size += len(part)
        if size > LARGEST or (name == MANIFEST and len(part) > _MAX_MANIFEST):
            raise RefusedError(bomb())
        found[name] = part
    return Unpacked(manifest=found.pop(MANIFEST), signature=found.pop(SIGNATURE), parts=found)


def parse_package(data: bytes) -> Parsed:
    """Unpack a package for the process that asked: what the confined process hands back."""
    return Parsed(data=msgspec.msgpack.encode(unpack(data)))


def open_package(
    unpacked: Unpacked,
    *,
    keys: Mapping[str, bytes],
    to: str,
    slim: bool = False,
    cut: Collection[str] = (),
) -> Opened:
    """Return what a package says, once it is clear whose it is; RefusedError with the reason where it is not.

    `keys` are the public keys that are known here, by fingerprint; `to` is the number of this installation, empty where
    it does not matter. A `slim` one was taken in before and is kept without its files, and without the lines that were
    set aside: the parts of `Content` that lack some are `cut`, and only those need not be what was signed.
    """
    manifest = _manifest(unpacked.manifest)
    public = keys.get(manifest.key)
    if public is None:
        raise RefusedError(_foreign(manifest))
    if len(unpacked.signature) != _SIGNATURE_BYTES or not is_signed(
        unpacked.manifest, unpacked.signature, public=public
    ):
        raise RefusedError(_forged())
    if to and manifest.to != to:
        raise RefusedError(_misdirected(manifest))
    named = {n: p for n, p in manifest.parts.items() if not (slim and n.startswith(EVIDENCE))}
    if named.keys() != unpacked.parts.keys():
        raise RefusedError(_altered("manifest.json"))
    for name, part in named.items():
        if name in map(file_of, cut):
            continue
        data = unpacked.parts[name]
        if len(data) != part.size or hashlib.sha256(data).hexdigest() != part.sha256:
            raise RefusedError(_altered(name))
    files = {n.removeprefix(EVIDENCE): d for n, d in unpacked.parts.items() if n.startswith(EVIDENCE)}
    if any(hashlib.sha256(data).hexdigest() != sha for sha, data in files.items()):
        raise RefusedError(_altered(EVIDENCE))
    return Opened(
        manifest=manifest,
        digest=digest_of(unpacked.manifest),
        content=_content(manifest, unpacked.parts, cut),
        files=files,
    )


def read_content(data: bytes, *, cut: Collection[str] = ()) -> tuple[Manifest, str, Content]:
    """Return manifest, digest and lines of a package that was taken in before, kept without its files.

    The parts that are `cut` have fewer lines than were signed.
    """
    unpacked = unpack(data)
    manifest = _manifest(unpacked.manifest)
    return manifest, digest_of(unpacked.manifest), _content(manifest, unpacked.parts, cut)


def _manifest(data: bytes) -> Manifest:
    try:
        manifest = _MANIFEST_DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        told = _format_told(data)
        raise RefusedError(_newer(told) if told > FORMAT else _unsound(MANIFEST, str(fault))) from None
    if manifest.format != FORMAT:
        raise RefusedError(_newer(manifest.format))
    return manifest


class _Told(msgspec.Struct):
    format: int = 0


def _format_told(data: bytes) -> int:
    try:
        return msgspec.json.decode(data, type=_Told).format
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return 0


def _content(manifest: Manifest, parts: Mapping[str, bytes], cut: Collection[str]) -> Content:
    found: dict[str, Any] = {}
    for name, decoder in _DECODERS.items():
        file = file_of(name)
        if file in parts:
            try:
                lines = decoder.decode_lines(parts[file])
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
                raise RefusedError(_unsound(file, str(fault))) from None
            if name not in cut and len(lines) != manifest.parts[file].lines:
                raise RefusedError(_altered(file))
            found[name] = tuple(lines)
    return Content(**found)


def _no_package() -> Problem:
    return error(
        "package-none",
        "This is not a package that Remit has made.",
        "Send the file that 'remit export-package' has written, unchanged.",
    )


def _newer(form: int) -> Problem:
    return error(
        "package-newer",
        "The package has format {format}; here format {known} is read.",
        "Bring this installation up to date, then take it in.",
        format=form,
        known=FORMAT,
    )


def _unsound(name: str, fault: str) -> Problem:
    return error(
        "package-unsound",
        "{part} in the package cannot be read: {fault}.",
        "Have the package made anew.",
        part=name,
        fault=fault,
    )


def _foreign(manifest: Manifest) -> Problem:
    return error(
        "package-foreign",
        "The package is signed with a key that is not known here (installation {sender}, key {key}).",
        "If the sender belongs here, have its key registered: remit package trust.",
        sender=manifest.sender,
        key=manifest.key[:16],
    )


def _forged() -> Problem:
    return error(
        "package-forged",
        "The signature is not that of the key which the package names: it was forged or altered.",
        "Do not take it in. Ask the sender for the package, and how this one came to be.",
    )


def _misdirected(manifest: Manifest) -> Problem:
    return error(
        "package-misdirected",
        "The package is addressed to installation {to}, not to this one.",
        "Have it made for this installation: its number is what 'remit package key' prints here.",
        to=manifest.to,
    )


def _altered(name: str) -> Problem:
    return error(
        "package-altered",
        "{part} is not what the sender signed.",
        "Do not take it in. Have the package sent again.",
        part=name,
    )
