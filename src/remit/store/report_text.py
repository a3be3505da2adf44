"""The versions of a report as they are kept: a core value as JSON, and back."""

from __future__ import annotations

import hashlib

import msgspec

from remit.core.report import Report

__all__ = ["encode_report", "fingerprint", "read_report"]


def encode_report(report: Report) -> str:
    """Return a report as JSON."""
    return msgspec.json.encode(report).decode()


def read_report(document: str) -> Report:
    """Return the report that `encode_report` wrote."""
    return msgspec.json.decode(document, type=Report)


def fingerprint(document: str) -> str:
    """Return the SHA-256 of a version, in hexadecimal, as the journal names it."""
    return hashlib.sha256(document.encode()).hexdigest()
