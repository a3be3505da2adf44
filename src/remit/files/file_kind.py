"""Which kind of document some bytes are: their content says so, never the file's name."""

from __future__ import annotations

import codecs
import re

from remit.core.problem import Problem
from remit.files.refusal import encrypted, unsupported

__all__ = ["SUFFIXES", "find_kind"]

# How files that may be regulations are called: for choosing among the files of a folder, never for telling their kind.
SUFFIXES = frozenset(
    {
        ".txt",
        ".md",
        ".docx",
        ".doc",
        ".wps",
        ".rtf",
        ".odt",
        ".pdf",
        ".ofd",
        ".html",
        ".htm",
        ".mht",
        ".mhtml",
    }
)

_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_OTHERS = (
    ("Workbook", "Excel 97-2003 (.xls)"),
    ("PowerPoint Document", "PowerPoint 97-2003 (.ppt)"),
)
_WORD_MAGIC, _WORD_FLAGS = slice(512, 514), slice(522, 524)  # of the header that a Word stream begins with
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(r"\s*<\?xml[^>]*>.{0,400}?(?:progid=\"Word\.Document\"|<office:document\b)", re.DOTALL)
_MHT = re.compile(rb"content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE)


def find_kind(data: bytes) -> str | Problem:
    """Return the parser for a document: "zip" (any container), "pdf", "html", "mht", "office", "" for plain text.

    "office" is what only an office program reads: Word 97-2003, WPS, RTF, OpenDocument. A file that nothing can be
    made of gives the problem instead.
    """
    if data.startswith(_ZIP):
        return "office" if data[30:].startswith(_OPEN_DOCUMENT) else "zip"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    head = _readable(data[:_HEAD])
    if head.lstrip().startswith("{\\rtf") or _WORD_XML.match(head):
        return "office"
    if _PAGE.match(head):
        return "html"
    if b"mime-version:" in data[:_HEAD].lower() and _MHT.search(data[:_HEAD]):
        return "mht"
    return ""


def _kind_of_ole(data: bytes) -> str | Problem:
    if _OLE_ENCRYPTED in data:
        return encrypted()
    if data[_WORD_MAGIC] == b"\xec\xa5" and int.from_bytes(data[_WORD_FLAGS], "little") & 0x0100:
        return encrypted()
    if "WordDocument".encode("utf-16-le") not in data:
        for stream, kind in _OLE_OTHERS:
            if stream.encode("utf-16-le") in data:
                return unsupported(kind)
    return "office"


def _readable(head: bytes) -> str:
    """The first characters, as far as their byte order mark tells; tags are ASCII in every other encoding."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
