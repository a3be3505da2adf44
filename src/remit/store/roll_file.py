"""The snapshot of the roll-up in the data folder, so that a process need not make the state from the database.

Each year has a file `rollup/YEAR.roll`. It is written beside its place, brought to the disk and then put there in one
step, so that whoever reads finds the old one or the new one; what is torn, damaged, of another release or of another
journal is left unread, and the state is made anew. Several processes may write: the last one's stays.
"""

from __future__ import annotations

import mmap
import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from django.conf import settings

from remit.rollup.snapshot import Kept, SnapshotError, pack, unpack
from remit.store.roll_form import Marks, Roll

__all__ = ["folder", "freeze", "read", "write"]

_YEARS = 3
_HOUR = 3600.0


def folder() -> Path:
    """Return where snapshots are."""
    return Path(settings.DATA) / "rollup"


def freeze(roll: Roll) -> list[bytes]:
    """Return a roll-up as bytes, which later changes leave as they are."""
    about = {
        "year": str(roll.year),
        "seq": str(roll.seq),
        "leaf": roll.leaf,
        "latest": roll.latest.isoformat(),
        "met": str(roll.met),
        **{name: str(mark) for name, mark in asdict(roll.marks).items()},
    }
    arrays = {"los": roll.los, "ends": roll.ends.astype("<i4"), "keys": roll.keys}
    return [bytes(part) for part in pack(roll.state, about, arrays)]


def write(year: int, parts: Iterable[bytes]) -> None:
    """Put a snapshot in its place, and remove what is left of others. A disk that is full or read-only is no harm."""
    here = folder()
    beside = here / f"{year}.{secrets.token_hex(8)}.part"
    try:
        here.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(here / f"{year}.roll")
        _sync(here)
        _sweep(here)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def read(year: int) -> Roll | None:
    """Return the roll-up of a year as its snapshot has it; None where there is none that can be trusted."""
    path = folder() / f"{year}.roll"
    try:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY))
    except (OSError, ValueError):  # none there, or empty
        return None
    try:
        return _roll(unpack(data), year)
    except (SnapshotError, KeyError, ValueError):
        with suppress(OSError):
            path.unlink()
        return None


def _roll(kept: Kept, year: int) -> Roll | None:
    about = kept.about
    if about["year"] != str(year):
        return None
    roll = Roll(
        year,
        None,
        kept.state,
        kept.arrays["los"],
        kept.arrays["ends"],
        kept.arrays["keys"],
        seq=int(about["seq"]),
        leaf=about["leaf"],
        marks=_marks(about),
    )
    roll.latest, roll.met = date.fromisoformat(about["latest"]), int(about["met"])
    return roll


def _marks(about: Mapping[str, str]) -> Marks:
    return Marks(**{name: int(about[name]) for name in asdict(Marks())})


def _sync(here: Path) -> None:
    """Bring the new name to the disk as well."""
    with suppress(OSError):  # not every system lets a folder be opened
        place = os.open(here, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _sweep(here: Path) -> None:
    """Remove what killed processes left half written, and all but the snapshots of the last years."""
    newest = max((path.stat().st_mtime for path in here.glob("*.roll")), default=0.0)
    for path in here.glob("*.part"):
        with suppress(OSError):
            if path.stat().st_mtime < newest - _HOUR:
                path.unlink()
    for path in sorted(here.glob("*.roll"))[:-_YEARS]:
        with suppress(OSError):
            path.unlink()
