"""Whether what packages left behind is what they say: the packages that are kept are read again and counted up."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from remit.core.problem import Place, Problem, error
from remit.files.package_form import Content, RecordLine
from remit.files.package_reading import open_package, unpack
from remit.files.refusal import RefusedError
from remit.store import journalling, load_packages
from remit.store.package_merge import cut_parts, take_back_aside

__all__ = ["package_problems"]


def package_problems() -> Iterator[Problem]:
    """Yield the packages that are not what was signed, and the records of sources that no package gives."""
    known = {
        one.fingerprint: bytes.fromhex(one.public) for some in load_packages.keys().values() for one in some
    }
    sources = load_packages.sources()
    held: set[tuple[str, int, str]] = set()
    for source in sources:
        told: dict[str, tuple[RecordLine, bool]] = {}
        for number, digest, aside, data in load_packages.kept_packages(source.pk):
            held.add((source.code, number, digest))
            try:
                content, full = _content(data, known, digest, cut_parts(aside))
            except RefusedError:
                yield _damaged(source.code, number)
                continue
            _count(told, take_back_aside(content, aside), full=full)
        there = load_packages.records_of_source(f"{source.code}:")
        if there != {ref: _facts(line, counts=counts) for ref, (line, counts) in told.items()}:
            yield _differs(source.code)
    if load_packages.count_reported() != sum(
        len(load_packages.record_refs(f"{one.code}:")) for one in sources
    ):
        yield _of_nobody()
    yield from _journal_problems(held)


def _journal_problems(held: set[tuple[str, int, str]]) -> Iterator[Problem]:
    """Yield the packages that are here and of which the journal knows nothing, and the other way round."""
    told: set[tuple[str, int, str]] = set()
    erased = False
    for line in journalling.lines():
        if line.header.kind in {"package-received", "package-amended"}:
            erased = erased or line.payload is None
            for one in json.loads(line.payload or "{}").get("packages", ()):
                told.add((one["source"], one["sequence"], one["digest"]))
    wrong = held ^ told if not erased else told - held
    for source, number, _ in sorted(wrong):
        yield _unjournalled(source, number)


def _content(data: bytes, known: dict[str, bytes], digest: str, cut: Collection[str]) -> tuple[Content, bool]:
    unpacked = unpack(data)
    opened = open_package(unpacked, keys=known, to="", slim=True, cut=cut)
    if opened.digest != digest:
        raise RefusedError(_of_nobody())
    return opened.content, opened.manifest.full


def _count(told: dict[str, tuple[RecordLine, bool]], content: Content, *, full: bool) -> None:
    """Bring what was told so far, in the order of the packages, up to the next of them."""
    if full:
        for ref, (line, _) in told.items():
            told[ref] = line, False
    for line in content.records:
        told[line.ref] = line, True
    for gone in content.withdrawn:
        if gone.kind == "record" and gone.ref in told:
            told[gone.ref] = told[gone.ref][0], False


def _facts(line: RecordLine, *, counts: bool) -> tuple[object, ...]:
    return (
        line.day,
        line.entered,
        line.kind,
        line.title,
        counts,
        frozenset(line.meets),
        frozenset(line.starts),
    )


def _damaged(source: str, number: int) -> Problem:
    return error(
        "package-damaged",
        "Package {sequence} of '{source}' is no longer what the source signed.",
        "Compare the database with a backup, and have the package sent again.",
        at=Place(ref=source),
        source=source,
        sequence=number,
    )


def _unjournalled(source: str, number: int) -> Problem:
    return error(
        "package-unjournalled",
        "What is here of package {sequence} of '{source}' is not what the journal says.",
        "Compare the database with a backup, and find out who wrote to it.",
        at=Place(ref=source),
        source=source,
        sequence=number,
    )


def _differs(source: str) -> Problem:
    return error(
        "package-records",
        "The records of '{source}' are not what its packages say.",
        "Compare the database with a backup, and find out who wrote to it.",
        at=Place(ref=source),
        source=source,
    )


def _of_nobody() -> Problem:
    return error(
        "package-records-of-nobody",
        "There are records under the name of a source that is not registered.",
        "Compare the database with a backup, and find out who wrote to it.",
    )
