"""Guarded questions about packages: who sends, what came, who is late, and what was made here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from remit.files.package_form import EVIDENCE, MANIFEST, SIGNATURE, zipped
from remit.files.package_key import Identity, read_signer
from remit.files.package_reading import read_content, unpack
from remit.store import load, load_packages
from remit.store.access import Action, Viewer, allowed, require
from remit.store.evidence import evidence_folder
from remit.store.load_packages import Key, Received, Sent, Source
from remit.store.package_rhythm import Owed, owed
from remit.store.refusal import NotThere

__all__ = [
    "SourceSeen",
    "fingerprint_words",
    "here",
    "latest",
    "name_above",
    "public_keys",
    "received",
    "sent",
    "sent_file",
    "sources",
    "trusts_somewhere",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSeen:
    """A source with its keys and what it owes on a day; `told` is the day to which its packages run.

    `newest` is the number of its last package (0: none came), `gaps` the numbers below that are not here.
    """

    source: Source
    keys: tuple[Key, ...]
    newest: int
    told: date | None
    received: date | None
    gaps: tuple[int, ...]
    owed: Owed


def here() -> Identity | None:
    """Return under which number and key others know this installation, None where no key was made; it is no secret."""
    signer = read_signer(Path(settings.DATA))
    return signer.identity if signer else None


def public_keys() -> dict[str, bytes]:
    """Return every key that a source has or had, by its fingerprint: what signatures are held to."""
    found = (one for some in load_packages.keys().values() for one in some)
    return {one.fingerprint: bytes.fromhex(one.public) for one in found}


def sources(viewer: Viewer, day: date) -> tuple[SourceSeen, ...]:
    """Return the sources of units that the viewer sees, and what each owes on a day; three queries."""
    seen = [one for one in load_packages.sources() if allowed(viewer, Action.SEE, one.stretch)]
    keys = load_packages.keys()
    came = load_packages.latest_of([one.code for one in seen])
    found = []
    for source in seen:
        packages = [
            (number, last, timezone.localtime(moment).date())
            for number, last, moment in came.get(source.code, ())
        ]
        packages = [one for one in packages if one[2] <= day]
        numbers = {number for number, _, _ in packages}
        newest = max(numbers, default=0)
        found.append(
            SourceSeen(
                source=source,
                keys=keys.get(source.code, ()),
                newest=newest,
                told=max((last for _, last, _ in packages), default=None),
                received=max((arrived for _, _, arrived in packages), default=None),
                gaps=tuple(number for number in range(1, newest) if number not in numbers),
                owed=owed(
                    source.rhythm,
                    grace=source.grace,
                    since=source.since,
                    told=[last for _, last, _ in packages],
                    day=day,
                ),
            )
        )
    return tuple(found)


def received(viewer: Viewer, code: str, *, most: int | None = 100) -> tuple[Received, ...]:
    """Return the packages of a source that the viewer sees, the last first."""
    source = load_packages.source(code)
    if source is None:
        raise NotThere(code)
    require(viewer, Action.SEE, source.stretch)
    return load_packages.received([code], most=most)


def latest(viewer: Viewer, some: Iterable[Source], *, most: int) -> tuple[Received, ...]:
    """Return the packages of some sources that were received last, of those that the viewer sees."""
    seen = [one.code for one in some if allowed(viewer, Action.SEE, one.stretch)]
    return load_packages.received(seen, most=most)


def trusts_somewhere(viewer: Viewer) -> bool:
    """Return whether there is a unit for which the viewer may register who speaks."""
    return any(allowed(viewer, Action.ORGANISE, span) for span in viewer.spans)


def sent(viewer: Viewer) -> tuple[Sent, ...]:
    """Return the packages that were made here, of units that the viewer sees, the last first."""
    found = load_packages.sent()
    seen = {one.unit: allowed(viewer, Action.SEE, load.stretch(one.unit)) for one in found}
    return tuple(one for one in found if seen[one.unit])


def name_above(to: str) -> str:
    """Return the code under which the packages for an installation have named the unit so far, empty: none was made."""
    newest = max(load_packages.sent(to=to), key=lambda one: one.sequence, default=None) if to else None
    content = load_packages.sent_content(to, newest.sequence) if newest else None
    return read_content(content)[0].unit if content else ""


def sent_file(viewer: Viewer, digest: str) -> tuple[Sent, bytes]:
    """Return a package that was made here as it is sent, with the files that it was signed with."""
    found = next((one for one in sent(viewer) if one.digest == digest), None)
    content = load_packages.sent_content(found.to, found.sequence) if found else None
    if found is None or content is None:
        raise NotThere(digest)
    slim = unpack(content)
    manifest, _, _ = read_content(content)
    named = sorted(name for name in manifest.parts if name.startswith(EVIDENCE))
    if not named:
        return found, content
    folder = evidence_folder()
    files = {name: folder.read(name.removeprefix(EVIDENCE)) for name in named}
    entries = {MANIFEST: slim.manifest, SIGNATURE: slim.signature, **slim.parts, **files}
    return found, zipped(entries.items())


def fingerprint_words(fingerprint: str) -> str:
    """Return a fingerprint as it is read aloud: its first 32 characters in groups of four."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, 32, 4))
