"""A terminal with an installation of its own that reports to the port: its key, its packages, and taking them in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import msgspec
from django.db import transaction

from remit.files.package_form import (
    Content,
    ExcuseLine,
    FileLine,
    GoneLine,
    Heading,
    JournalAt,
    RecordLine,
    UnitLine,
    pack,
)
from remit.files.package_key import Signer, signer_of
from remit.store import actions, load, models
from remit.store.access import CONSOLE, Viewer
from remit.store.package_examining import Examined, examine
from remit.store.package_plan import Outcome
from tests.store.cast import DRILL, by

HERE = "b" * 16
SIGNER = signer_of(bytes(range(32)), installation="a" * 16)
OTHER = signer_of(bytes(range(1, 33)), installation="c" * 16)
KEYS = {one.identity.fingerprint: one.identity.public for one in (SIGNER, OTHER)}
YARD = UnitLine(code="/1/2/1", name="Crane yard", parent="/1/2", kind="yard")
_keys = count(1)


def trust(
    signer: Signer = SIGNER, *, code: str = "north", unit: str = "/1/2", key: str = "", **more: Any
) -> str:
    """Let the port register who speaks for a terminal."""
    return actions.trust_package_source(by(key=key), code=code, unit=unit, identity=signer.identity, **more)


def line(ref: str, title: str = "Drill", **changes: Any) -> RecordLine:
    """A drill at the north terminal."""
    given = {"unit": "/1/2", "day": date(2027, 4, 2), "entered": date(2027, 4, 3), "kind": "drill"}
    return RecordLine(**{**given, "ref": ref, "title": title, "meets": (DRILL,), **changes})


def shown(data: bytes, name: str = "log.txt") -> FileLine:
    """A file as a record names it."""
    return FileLine(sha256=hashlib.sha256(data).hexdigest(), name=name, size=len(data))


def excused(ref: str, reason: str = "The yard is being rebuilt.", **changes: Any) -> ExcuseLine:
    """An excuse of the crane yard."""
    given = {
        "unit": "/1/2/1",
        "duty": DRILL,
        "since": date(2027, 1, 1),
        "until": date(2027, 3, 31),
        "decided_by": "Terminal manager",
        "decided": date(2027, 1, 5),
    }
    return ExcuseLine(**{**given, "ref": ref, "reason": reason, **changes})


def gone(*refs: str, kind: str = "record") -> tuple[GoneLine, ...]:
    """That records count no more."""
    return tuple(GoneLine(kind=kind, ref=ref) for ref in refs)


@dataclass
class Made:
    """A package as bytes, and its digest."""

    data: bytes
    digest: str
    sequence: int


def package(
    sequence: int = 1,
    *records: RecordLine,
    previous: Made | None = None,
    signer: Signer = SIGNER,
    to: str = HERE,
    unit: str = "/1/2",
    full: bool | None = None,
    last: date = date(2027, 4, 30),
    made: datetime = datetime(2027, 5, 1, 8, tzinfo=UTC),
    files: Iterable[bytes] = (),
    **parts: Any,
) -> Made:
    """A package; one that has none before it, and is not the first, is a full one unless told otherwise."""
    content = Content(records=records, **parts)
    units = {line.code for line in content.units}
    if any(one.unit == YARD.code for one in (*records, *content.excuses)) and YARD.code not in units:
        content = replace(content, units=(*content.units, YARD))
    begins = previous is None and sequence > 1
    heading = Heading(
        to=to,
        unit=unit,
        sequence=sequence,
        previous=previous.digest if previous else "",
        full=begins if full is None else full,
        last=last,
        made=made,
        journal=JournalAt(size=10 * sequence, root="0" * 64),
    )
    _, data, digest = pack(
        heading, content, {hashlib.sha256(one).hexdigest(): one for one in files}, signer=signer
    )
    return Made(data, digest, sequence)


def chain(*contents: dict[str, Any] | Content) -> list[Made]:
    """Packages that follow from each other; `full` and `files` may stand beside the parts of each."""
    made: list[Made] = []
    for number, said in enumerate(contents, 1):
        parts = dict(said) if isinstance(said, dict) else msgspec.structs.asdict(said)
        records = parts.pop("records", ())
        made.append(package(number, *records, previous=made[-1] if made else None, **parts))
    return made


def look_at(made: Made, *, to: str = HERE, keys: dict[str, bytes] = KEYS) -> Examined:
    """A package, examined."""
    return examine(made.data, keys=keys, to=to, place=f"{made.sequence}.remit")


def send(*packages: Made, viewer: Viewer = CONSOLE) -> tuple[Outcome, ...]:
    """Let the port take packages in, each in a transaction of its own."""
    return tuple(
        outcome
        for one in packages
        for outcome in actions.take_in_packages(by(viewer, key=f"package {next(_keys)}"), [look_at(one)])
    )


def states(outcomes: Sequence[Outcome]) -> list[str]:
    """What became of packages; of a refused one, why."""
    return [one.problems[0].code if one.problems else one.state for one in outcomes]


def state() -> str:
    """A digest of all that packages leave behind, but for when they came and in which order rows were written."""
    records = sorted(
        (
            row.ref,
            row.unit.code,
            str(row.day),
            str(row.entered),
            row.kind,
            row.title,
            row.by,
            row.current,
            sorted(row.meetings.values_list("duty", "window", "kind")),
            sorted(row.evidence.values_list("evidence__sha256", "name")),
        )
        for row in models.Record.objects.filter(ref__contains=":")
    )
    excuses = sorted(
        (row.source.code, row.ref, row.excuse.unit.code, row.excuse.duty, row.excuse.reason)
        for row in models.ReportedExcuse.objects.all()
    )
    units = sorted(
        (one.code, one.name, one.parent, one.kind, one.tags) for one in load.units(load.stretch("/1"))
    )
    packages = sorted(
        models.ReceivedPackage.objects.values_list("source__code", "sequence", "digest", "full")
    )
    text = repr((records, excuses, units, packages, models.Excuse.objects.count()))
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def undone() -> Iterator[None]:
    """Take back what is done in the block; the store's transactions take this one for a test's own."""
    outer = transaction.atomic()
    outer._from_testcase = True  # as Django's own tests do: `durable` is about what is outside of those
    with outer:
        yield
        transaction.set_rollback(True)
