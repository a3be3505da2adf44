"""A package before it touches the database: held to its signature, to itself, and to the scope line. No Django here.

What a package says must agree with itself, or it is refused as a whole. A line that may not be kept here, for what its
words are about, is set aside: it creates nothing, its words are kept nowhere, and that it came is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

import msgspec

from remit.core.problem import Problem, error
from remit.files.confine import parse_data
from remit.files.package_form import (
    EVIDENCE,
    LINES,
    MANIFEST,
    SIGNATURE,
    AdoptionLine,
    Content,
    ExcuseLine,
    Manifest,
    RecordLine,
    UnitLine,
    encoded,
    file_of,
    zipped,
)
from remit.files.package_reading import Opened, Unpacked, open_package, unpack
from remit.files.refusal import RefusedError
from remit.store.package_merge import PART_OF, take_back_aside
from remit.store.screening import text_problems

__all__ = ["Aside", "Examined", "examine", "examine_apart"]

_Line = UnitLine | RecordLine | ExcuseLine | AdoptionLine
_TOLERANCE = timedelta(days=1)  # the sender's day may have begun before its clock's moment in our zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A line that is not kept: a record, excuse, unit or adoption by its reference, and the code of the reason.

    Where the code of a unit would itself not be kept, and for an adoption, the reference is the number of the line: #3.
    """

    kind: str
    ref: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A package that can be taken in, or what is wrong with it.

    `content` is what may be kept of it, with what is set aside taken back; `slim` the package as it was signed, without
    its files and the lines set aside; `place` says where it came from.
    """

    place: str
    problems: tuple[Problem, ...] = ()
    manifest: Manifest | None = None
    digest: str = ""
    content: Content = Content()
    aside: tuple[Aside, ...] = ()
    slim: bytes = b""
    files: Mapping[str, bytes] = field(default_factory=dict)


def examine(data: bytes, *, keys: Mapping[str, bytes], to: str, place: str = "") -> Examined:
    """Examine the bytes of a package; `keys` are the public keys that are known here, `to` is this installation."""
    try:
        return _examined(unpack(data), data, keys, to, place)
    except RefusedError as refused:
        return Examined(place=place, problems=(refused.problem,))


def examine_apart(data: bytes, *, keys: Mapping[str, bytes], to: str, place: str = "") -> Examined:
    """Do as `examine`, for bytes from a stranger: they are unpacked in a process of their own."""
    parsed = parse_data("package", data)
    if parsed.problems:
        return Examined(place=place, problems=parsed.problems)
    try:
        return _examined(msgspec.msgpack.decode(parsed.data, type=Unpacked), data, keys, to, place)
    except RefusedError as refused:
        return Examined(place=place, problems=(refused.problem,))


def _examined(unpacked: Unpacked, data: bytes, keys: Mapping[str, bytes], to: str, place: str) -> Examined:
    opened = open_package(unpacked, keys=keys, to=to)
    problem = next(_contradictions(opened), None)
    if problem is not None:
        raise RefusedError(problem)
    found = list(_aside(opened.manifest.unit, opened.content))
    aside = tuple(one for one, _ in found)
    lines = {line for _, line in found}
    kept = _without(opened.content, lines) if lines else opened.content
    shown = {file.sha256 for line in kept.records for file in line.evidence}
    return Examined(
        place=place,
        manifest=opened.manifest,
        digest=opened.digest,
        content=take_back_aside(kept, ((one.kind, one.ref, one.code) for one in aside)),
        aside=aside,
        slim=_slim(unpacked, kept, {PART_OF[one.kind] for one in aside}) if lines or opened.files else data,
        files={sha: data for sha, data in opened.files.items() if sha in shown},
    )


def _without(content: Content, lines: Collection[_Line]) -> Content:
    return Content(
        **{name: tuple(line for line in getattr(content, name) if line not in lines) for name in LINES}
    )


def _slim(unpacked: Unpacked, kept: Content, cut: Collection[str]) -> bytes:
    """The package without its files, and with what is kept of the parts that are cut."""
    parts = {name: data for name, data in unpacked.parts.items() if not name.startswith(EVIDENCE)}
    parts |= {file_of(name): encoded(getattr(kept, name)) for name in cut}
    return zipped({MANIFEST: unpacked.manifest, SIGNATURE: unpacked.signature, **parts}.items())


def _contradictions(opened: Opened) -> Iterator[Problem]:
    """Yield where a package disagrees with itself."""
    manifest, content = opened.manifest, opened.content
    if manifest.sequence > 1 and not manifest.previous and not manifest.full:
        yield _unlinked(manifest.sequence)
    gone = [(line.kind, line.ref) for line in content.withdrawn]
    named = [
        *gone,
        *(("record", line.ref) for line in content.records),
        *(("excuse", line.ref) for line in content.excuses),
        *(("unit", line.code) for line in content.units),
    ]
    if len(set(named)) != len(named):
        yield _twice(next(ref for at, (kind, ref) in enumerate(named) if (kind, ref) in set(named[:at])))
    units = {manifest.unit}
    for unit in content.units:
        if unit.parent not in units or unit.code in units:
            yield _misplaced(unit.code)
        units.add(unit.code)
    lines: tuple[RecordLine | ExcuseLine, ...] = (*content.records, *content.excuses)
    for line in lines:
        if line.unit not in units:
            yield _unnamed(line.unit, line.ref)
    yield from _days(manifest, content)
    shown = {file.sha256: file.size for line in content.records for file in line.evidence}
    for sha, data in opened.files.items():
        if shown.get(sha) != len(data):
            yield _orphan(sha)


def _days(manifest: Manifest, content: Content) -> Iterator[Problem]:
    latest = manifest.made.date() + _TOLERANCE
    for line in content.records:
        if not line.day <= line.entered <= latest:
            yield _dated(line.ref)
    for excuse in content.excuses:
        if excuse.until < excuse.since or excuse.decided > latest:
            yield _dated(excuse.ref)
    if manifest.last > latest:
        yield _dated(MANIFEST)


def _aside(head: str, content: Content) -> Iterator[tuple[Aside, _Line]]:
    """Yield the lines that are not kept: for their words, for their unit's, or as nobody excuses itself."""
    lost: set[str] = set()
    for number, unit in enumerate(content.units, 1):
        code = _judge((unit.code, unit.name, unit.kind, *unit.tags))
        if code or unit.parent in lost:
            lost.add(unit.code)
            ref = f"#{number}" if _judge((unit.code,)) else unit.code
            yield Aside(kind="unit", ref=ref, code=code or "unit-set-aside"), unit
    for record in content.records:
        code = "unit-set-aside" if record.unit in lost else ""
        code = code or _judge((*record.meets, *record.starts))
        code = code or _judge((record.kind, record.title, *(file.name for file in record.evidence)))
        if code:
            yield Aside(kind="record", ref=record.ref, code=code), record
    for excuse in content.excuses:
        code = "unit-set-aside" if excuse.unit in lost else ""
        code = code or ("excuse-own" if excuse.unit == head else "")
        code = code or _judge((excuse.duty,)) or _judge((excuse.reason, excuse.decided_by))
        if code:
            yield Aside(kind="excuse", ref=excuse.ref, code=code), excuse
    for number, adoption in enumerate(content.adoptions, 1):
        code = "unit-set-aside" if adoption.unit in lost else ""
        code = code or _judge((adoption.regime, adoption.unit))
        if code:
            yield Aside(kind="adoption", ref=f"#{number}", code=code), adoption


@lru_cache(maxsize=10_000)  # the same duties, kinds and names of units come again and again
def _judge(texts: tuple[str, ...]) -> str:
    """Why texts that belong together are not kept, empty: they are."""
    found = text_problems(texts)
    return found[0].code if found else ""


def _unlinked(sequence: int) -> Problem:
    return error(
        "package-unlinked",
        "Package {sequence} names no package before it, and does not say everything.",
        "Have it made anew, or with --full.",
        sequence=sequence,
    )


def _twice(ref: str) -> Problem:
    return error(
        "package-twice",
        "The package speaks of '{ref}' twice.",
        "Have the package made anew.",
        ref=ref,
    )


def _misplaced(code: str) -> Problem:
    return error(
        "package-unit-misplaced",
        "Unit '{unit}' in the package does not come once, after its superior.",
        "Have the package made anew.",
        unit=code,
    )


def _unnamed(code: str, ref: str) -> Problem:
    return error(
        "package-unit-unnamed",
        "'{ref}' in the package is of unit '{unit}', which the package does not speak for.",
        "A package speaks for the unit at its head and those below it. Have it made anew.",
        unit=code,
        ref=ref,
    )


def _dated(ref: str) -> Problem:
    return error(
        "package-days",
        "The days of '{ref}' in the package are out of order, or still to come when it was made.",
        "Set the clock of the sending installation right and have the package made anew.",
        ref=ref,
    )


def _orphan(sha: str) -> Problem:
    return error(
        "package-file-unnamed",
        "File {digest} in the package belongs to none of its records.",
        "Have the package made anew.",
        digest=sha[:16],
    )
