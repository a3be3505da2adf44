"""Parts of a zip container, inflated in steps under limits on size, ratio and number."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from remit.files.refusal import RefusedError, bomb, damaged, encrypted

__all__ = ["open_container", "parse_part", "read_part"]

_STEP = 64 * 1024
_MAX_PART = 96 * 1024 * 1024
_MAX_RATIO = 200
_FREE = 4 * 1024 * 1024  # below this size no ratio is suspicious
_MAX_ENTRIES = 20_000
# What zipfile raises for containers that are not what their directory says.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, RuntimeError, OverflowError),
)
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def open_container(data: bytes) -> zipfile.ZipFile:
    """Return the container, or raise RefusedError where it is damaged or has too many entries."""
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as fault:
        raise RefusedError(damaged()) from fault
    if len(container.infolist()) > _MAX_ENTRIES:
        raise RefusedError(bomb())
    return container


def read_part(container: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part's bytes, None where there is none; raise RefusedError where it grows beyond the limits."""
    try:
        entry = container.getinfo(name)
    except KeyError:
        return None
    if entry.flag_bits & 1:
        raise RefusedError(encrypted())
    chunks: list[bytes] = []
    size = 0
    try:
        with container.open(entry) as stream:
            while chunk := stream.read(_STEP):
                size += len(chunk)
                if size > _MAX_PART or (size > _FREE and size > _MAX_RATIO * max(entry.compress_size, 1)):
                    raise RefusedError(bomb())
                chunks.append(chunk)
    except _BROKEN as fault:
        raise RefusedError(damaged()) from fault
    return b"".join(chunks)


def parse_part(container: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return a part as XML; entities, DOCTYPE and the network stay outside."""
    data = read_part(container, name)
    if data is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError as fault:
        raise RefusedError(bomb() if "memory" in str(fault).lower() else damaged()) from fault
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise RefusedError(bomb())
    return root
