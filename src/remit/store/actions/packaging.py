"""What an installation sends upward: its key, whom it trusts below, and the packages that it makes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from remit.core.problem import Place, Problem, error
from remit.files.package_form import (
    Content,
    ExcuseLine,
    GoneLine,
    Heading,
    JournalAt,
    RecordLine,
    UnitLine,
    pack,
)
from remit.files.package_key import Identity, Signer, new_key, read_signer
from remit.journal.tree import checkpoint
from remit.store import load, load_packages, save_packages
from remit.store.access import Action, Role, Viewer, require
from remit.store.evidence import evidence_folder
from remit.store.load_packages import Sent, Source
from remit.store.package_lines import lines_of
from remit.store.package_rhythm import RHYTHMS
from remit.store.refusal import Denied, NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["PackageOrder", "export_package", "make_package_key", "revoke_package_key", "trust_package_source"]

_CODE = re.compile(r"[a-z][a-z0-9-]{0,19}")


@action
def make_package_key(work: Work) -> Done:
    """Draw a key for this installation, the first or the next one; returns its fingerprint.

    Who gave a key away, or lost it, draws another and has it registered above; only the operator does.
    """
    _require_operator(work.viewer)
    identity = new_key(Path(settings.DATA)).identity
    return Done(
        ref=identity.fingerprint,
        kind="package-key-made",
        payload={"installation": identity.installation, "fingerprint": identity.fingerprint},
    )


@action
def trust_package_source(
    work: Work,
    *,
    code: str,
    unit: str,
    identity: Identity,
    rhythm: str = "",
    grace: int = 0,
    since: date | None = None,
) -> Done:
    """Register that an installation speaks for a unit and all below it, under a key; returns the source's code.

    For a source that is there, the key is one more, and what is asked of it is as it is said now.
    """
    require(work.viewer, Action.ORGANISE, load.stretch(unit))
    there = load_packages.source(code)
    if there is not None:
        require(work.viewer, Action.ORGANISE, there.stretch)
    refuse(_trust_problems(code, unit, identity, rhythm, grace, there))
    save_packages.source(
        code,
        installation=identity.installation,
        unit=unit,
        rhythm=rhythm,
        grace=grace,
        since=since or (there.since if there else work.today),
    )
    if identity.fingerprint not in {one.fingerprint for one in load_packages.keys(code).get(code, ())}:
        save_packages.key(code, fingerprint=identity.fingerprint, public=identity.public.hex())
    payload = {
        "source": code,
        "installation": identity.installation,
        "fingerprint": identity.fingerprint,
        "rhythm": rhythm,
        "grace": grace,
    }
    return Done(ref=code, kind="package-source-trusted", unit=unit, payload=payload)


@action
def revoke_package_key(work: Work, *, code: str, fingerprint: str = "") -> Done:
    """Let a key of a source, or all of them, open nothing new any more; what came stays. Returns the source's code.

    A beginning of the fingerprint of eight characters or more will do.
    """
    there = load_packages.source(code)
    if there is None:
        raise NotThere(code)
    require(work.viewer, Action.ORGANISE, there.stretch)
    wanted = fingerprint.replace(" ", "").lower()
    meant = [
        one.fingerprint
        for one in load_packages.keys(code).get(code, ())
        if one.revoked is None and (not wanted or (len(wanted) >= 8 and one.fingerprint.startswith(wanted)))
    ]
    if not meant:
        raise Refused([_no_such_key(code)])
    save_packages.revoke(meant, now=work.now)
    return Done(
        ref=code,
        kind="package-key-revoked",
        unit=there.unit,
        payload={"source": code, "fingerprints": meant},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOrder:
    """What a package is to hold: of a unit and all below it, up to a day, for the installation `to`.

    `named` is the unit's code above (empty: the same); `full` says everything and not only what is new; `evidence`
    sends the files along; `number` begins anew under it, after this installation was restored.
    """

    unit: str
    to: str
    named: str = ""
    until: date | None = None
    full: bool = False
    evidence: bool = False
    number: int = 0


@action
def export_package(work: Work, order: PackageOrder) -> Done:
    """Make the next package for an installation above, and keep it; returns its number.

    Without `full`, it says what the ones before have not said, and takes back what stands no longer.
    """
    _require_operator(work.viewer)
    within = load.stretch(order.unit)
    signer = read_signer(Path(settings.DATA))
    if signer is None:
        raise Refused([_no_key()])
    before = load_packages.sent(to=order.to)
    refuse(_order_problems(order, signer, work.today, before))
    last = order.until or work.today
    named = order.named or order.unit
    whole = lines_of(within, head=order.unit, named=named)
    said = () if order.full else load_packages.sent_contents(order.to)
    newest = max(before, key=lambda one: one.sequence, default=None)
    number = order.number or (newest.sequence + 1 if newest else 1)
    content = _news(whole, said, last=last)
    at = checkpoint(load_packages.leaves())
    heading = Heading(
        to=order.to,
        unit=named,
        sequence=number,
        previous=newest.digest if newest and newest.sequence == number - 1 else "",
        full=order.full or newest is None,
        last=last,
        made=work.now,
        journal=JournalAt(size=at.size, root=at.root),
    )
    files = _files(content) if order.evidence else {}
    slim, _, digest = pack(heading, content, files, signer=signer)
    save_packages.sent(
        order.to,
        number,
        digest=digest,
        unit=order.unit,
        last=last,
        made=work.now,
        content=slim,
    )
    return Done(
        ref=str(number),
        kind="package-sent",
        unit=order.unit,
        payload={"to": order.to, "sequence": number, "digest": digest, "last": last, "full": heading.full},
    )


def _files(content: Content) -> dict[str, bytes]:
    folder = evidence_folder()
    wanted = {file.sha256 for line in content.records for file in line.evidence}
    return {sha: folder.read(sha) for sha in sorted(wanted) if folder.has(sha)}


def _news(whole: Content, said: Iterable[tuple[bool, Content]], *, last: date) -> Content:
    """Return what was not said before, of what is of a day up to `last`, and what was said and stands no longer.

    Every unit that is named comes along with those above it, so that a package can be taken in before the others.
    """
    records: dict[str, RecordLine] = {}
    excuses: dict[str, ExcuseLine] = {}
    units: dict[str, UnitLine] = {}
    for full, content in said:
        if full:
            records.clear()
            excuses.clear()
        records |= {line.ref: line for line in content.records}
        excuses |= {line.ref: line for line in content.excuses}
        units |= {line.code: line for line in content.units}
        for line in content.withdrawn:
            (records if line.kind == "record" else excuses).pop(line.ref, None)
    fresh = tuple(line for line in whole.records if line.day <= last and records.get(line.ref) != line)
    excused = tuple(line for line in whole.excuses if line.decided <= last and excuses.get(line.ref) != line)
    changed = {line.code for line in whole.units if units.get(line.code) != line}
    gone = (
        *(
            GoneLine(kind="record", ref=ref)
            for ref in sorted(records.keys() - {r.ref for r in whole.records})
        ),
        *(
            GoneLine(kind="excuse", ref=ref)
            for ref in sorted(excuses.keys() - {e.ref for e in whole.excuses})
        ),
    )
    return Content(
        units=_with_superiors(whole.units, changed | {r.unit for r in fresh} | {e.unit for e in excused}),
        records=fresh,
        excuses=excused,
        adoptions=whole.adoptions,
        withdrawn=gone,
    )


def _with_superiors(units: tuple[UnitLine, ...], named: Collection[str]) -> tuple[UnitLine, ...]:
    """Return the units that are named and those above them, each after its superior as they come."""
    wanted: set[str] = set()
    for line in reversed(units):
        if line.code in named or line.code in wanted:
            wanted |= {line.code, line.parent}
    return tuple(line for line in units if line.code in wanted)


def _require_operator(viewer: Viewer) -> None:
    if (
        viewer.role is not Role.CONSOLE
    ):  # a package is signed in the body's name, with a key that lies at the server
        raise Denied


def _trust_problems(
    code: str, unit: str, identity: Identity, rhythm: str, grace: int, there: Source | None
) -> Iterator[Problem]:
    if not _CODE.fullmatch(code):
        yield error(
            "package-source-code",
            "A source cannot be called '{code}'.",
            "Take up to 20 small letters, figures and hyphens, beginning with a letter.",
            at=Place(ref="code"),
            code=code,
        )
    if (rhythm and rhythm not in RHYTHMS) or not 0 <= grace <= 366:
        yield error(
            "package-rhythm",
            "This is no rhythm in which packages can be asked for: {rhythm}, {grace} days.",
            "Take one of {choice}, and up to 366 days after the end of each.",
            at=Place(ref="rhythm"),
            rhythm=rhythm or "-",
            grace=grace,
            choice=", ".join(RHYTHMS),
        )
    owner = load_packages.sources_by_key([identity.fingerprint]).get(identity.fingerprint)
    if owner is not None and owner[0].code != code:
        yield error(
            "package-key-taken",
            "This key is registered for '{code}' already.",
            "Each installation has a key of its own; look at what was handed in.",
            at=Place(ref="key"),
            code=owner[0].code,
        )
    if there is not None and (there.unit, there.installation) != (unit, identity.installation):
        yield error(
            "package-source-taken",
            "'{code}' stands for unit {unit} and installation {installation} already.",
            "Take another name for the new source.",
            at=Place(ref="code"),
            code=code,
            unit=there.unit,
            installation=there.installation,
        )


def _no_such_key(code: str) -> Problem:
    return error(
        "package-key-unknown",
        "'{code}' has no such key that is still good.",
        "Look at its keys: remit package list --json.",
        code=code,
    )


def _no_key() -> Problem:
    return error(
        "package-key-missing",
        "This installation has no key yet to sign with.",
        "Make one, and have it registered above: remit package key.",
    )


def _order_problems(
    order: PackageOrder, signer: Signer, today: date, before: tuple[Sent, ...]
) -> Iterator[Problem]:
    newest = max(before, key=lambda one: one.sequence, default=None)
    if not re.fullmatch("[0-9a-f]{16}", order.to) or order.to == signer.installation:
        yield error(
            "package-addressee",
            "'{to}' is not the number of an installation above.",
            "Give the 16 characters that 'remit package key' prints there.",
            to=order.to,
        )
    if order.until is not None and order.until > today:
        yield error(
            "package-until",
            "A package cannot run to {until}, which is still to come.",
            "Give today or an earlier day.",
            until=order.until,
        )
    if newest is not None and newest.unit != order.unit:
        yield error(
            "package-other-unit",
            "The packages for this installation are of unit {unit} so far.",
            "Give that unit: an installation speaks for one unit and all below it.",
            unit=newest.unit,
        )
    if newest is not None and order.full and (order.until or today) < max(one.last for one in before):
        yield error(
            "package-full-short",
            "A full package takes back what it does not say, so it has to run to {last} at least.",
            "Leave the day out, or give a later one.",
            last=max(one.last for one in before),
        )
    if order.number and (not order.full or (newest is not None and order.number <= newest.sequence)):
        yield error(
            "package-number",
            "A number can only be given for a full package, and one above those that were sent.",
            "Add --full, or leave the number out.",
        )
