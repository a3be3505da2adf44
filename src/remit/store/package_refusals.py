"""Why a package that is sound in itself is not taken in here: each reason with what to do."""

from __future__ import annotations

from datetime import datetime

from remit.core.problem import Problem, error

__all__ = [
    "chain_broken",
    "file_gone",
    "journal_rewritten",
    "key_revoked",
    "made_later",
    "number_taken",
    "other_installation",
    "other_unit",
    "ref_too_long",
    "unit_elsewhere",
    "unknown_here",
]


def unknown_here(key: str) -> Problem:
    """A key of nobody who may send to whoever asks."""
    return error(
        "package-foreign",
        "The package is signed with a key that is not known here ({key}).",
        "If the sender belongs here, have its key registered: remit package trust.",
        key=key[:16],
    )


def key_revoked(source: str) -> Problem:
    """A key that was good once."""
    return error(
        "package-key-revoked",
        "The key that signed this package of '{source}' was revoked.",
        "Have it made anew with the sender's new key, once that is registered here.",
        source=source,
    )


def other_installation(source: str) -> Problem:
    """A key used under another installation's number."""
    return error(
        "package-sender",
        "The package does not name the installation for which its key is registered ('{source}').",
        "Do not take it in. Ask the sender how it came to be.",
        source=source,
    )


def other_unit(source: str, unit: str, known: str) -> Problem:
    """A package for another unit than the source speaks for."""
    return error(
        "package-unit",
        "The package speaks for unit '{unit}', but '{source}' is registered for '{known}'.",
        "Have it made with --as {known}, or register the source for that unit.",
        source=source,
        unit=unit,
        known=known,
    )


def unit_elsewhere(unit: str) -> Problem:
    """A unit that is not below the one for which the source speaks."""
    return error(
        "package-unit-elsewhere",
        "The package speaks of unit '{unit}', which here is not below the sender's own unit.",
        "Correct the code of the unit on one of the two sides, or move the unit.",
        unit=unit,
    )


def number_taken(number: int) -> Problem:
    """Two packages of one number: a copy of the sender went on from an older state, or somebody forged one."""
    return error(
        "package-number-taken",
        "Another package with number {sequence} of this source is here already.",
        "If the sender was restored from a backup, have it send everything under the next number: "
        "remit export-package --full --number N.",
        sequence=number,
    )


def chain_broken(number: int, before: int) -> Problem:
    """A package that does not follow from the one before it."""
    return error(
        "package-chain",
        "Package {sequence} of this source does not follow from package {before}.",
        "If the sender was restored from a backup, have it send everything under the next number: "
        "remit export-package --full --number N.",
        sequence=number,
        before=before,
    )


def journal_rewritten(number: int, other: int) -> Problem:
    """Two packages that tell differently of the same lines of a journal."""
    return error(
        "package-journal",
        "Packages {sequence} and {other} of this source tell of journals that are not the same.",
        "Find out at the sender who has changed its journal: remit journal verify.",
        sequence=number,
        other=other,
    )


def made_later(made: datetime) -> Problem:
    """A package of a sender whose clock is ahead: what it tells of would be still to come."""
    return error(
        "package-clock",
        "The package says that it was made at {made}, which is still to come.",
        "Set the clock of the sending installation right and have the package made anew.",
        made=made.isoformat(timespec="minutes"),
    )


def ref_too_long(limit: int) -> Problem:
    """A reference that has come through too many installations."""
    return error(
        "package-ref-long",
        "With the name of its source a reference would have more than {limit} characters.",
        "Register the source under a shorter name.",
        limit=limit,
    )


def file_gone() -> Problem:
    """A file that was swept away between being kept and being named."""
    return error("evidence-gone", "A file was removed before it was recorded.", "Send it again.")
