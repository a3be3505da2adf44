"""Evidence as it comes in: files sent along, files that the unit has shown before, and links without a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.problem import Place, error
from remit.core.record import Evidence
from remit.store import load_records
from remit.store.evidence import EvidenceFolder
from remit.store.refusal import Refused

__all__ = ["Exhibit", "exhibit_texts", "exhibits", "file_name", "keep_exhibits"]

_LONGEST_NAME = 200
_UNNAMED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A piece of evidence as it comes in: the bytes of a file, the digest of one that the unit has shown, or a link.

    `day` is the one that it is of, `until` the last one on which it is good, `replaces` the digest or the link of an
    older version in the same record.
    """

    name: str = ""
    data: bytes = b""
    sha256: str = ""
    link: str = ""
    day: date | None = None
    until: date | None = None
    replaces: str = ""


def exhibits(given: Iterable[tuple[str, bytes] | Exhibit]) -> tuple[Exhibit, ...]:
    """Return evidence that is given as pairs of file name and bytes, or as it is; names without the folder."""
    some = (one if isinstance(one, Exhibit) else Exhibit(name=one[0], data=one[1]) for one in given)
    return tuple(_named(one) for one in some)


def exhibit_texts(given: Iterable[Exhibit]) -> tuple[str, ...]:
    """Return every word that comes with evidence."""
    return tuple(text for one in given for text in (one.name, one.link) if text)


def keep_exhibits(given: Iterable[Exhibit], *, unit: str, folder: EvidenceFolder) -> tuple[Evidence, ...]:
    """Put the files in the folder and return what a record will show, without the day on which it was added.

    Call it when it is clear that the request may be done. Refused where a file is unfit, or where one is named that no
    record of the unit has shown: a digest alone opens nothing.
    """
    some = tuple(given)
    wanted = {one.sha256 for one in some if one.sha256}
    known = {one.sha256: one for one in load_records.files_of(unit, digests=wanted)} if wanted else {}
    if wanted - known.keys():
        raise Refused(
            [
                error(
                    "evidence-unknown",
                    "A file that is to be shown again is not among the evidence of the unit.",
                    "Choose it from the list, or send it.",
                    at=Place(ref="reused"),
                )
            ]
        )
    made: dict[Evidence, None] = {}
    for one in some:
        kept = known.get(one.sha256)
        if one.link:
            sha256, size = "", 0
        elif kept is not None:
            sha256, size = kept.sha256, kept.size
        else:
            sha256, size = folder.put(one.data), len(one.data)
        made[
            Evidence(
                sha256=sha256,
                name=one.name or (kept.name if kept else one.link),
                size=size,
                link=one.link,
                day=one.day,
                until=one.until,
                replaces=one.replaces,
            )
        ] = None
    return tuple(made)


def file_name(path: str) -> str:
    """Return the name alone, whatever a phone or an old browser put before or into it, cut so that its end stays."""
    name = _UNNAMED.sub(" ", re.split(r"[/\\]", path)[-1]).strip()
    if len(name) > _LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        ending = dot + ending if stem and len(ending) < 10 else ""
        name = name[: _LONGEST_NAME - len(ending)] + ending
    return name


def _named(one: Exhibit) -> Exhibit:
    name = file_name(one.name)
    return Exhibit(
        name=name or ("" if one.link or one.sha256 else "file"),
        data=one.data,
        sha256=one.sha256,
        link=one.link.strip(),
        day=one.day,
        until=one.until,
        replaces=one.replaces,
    )
