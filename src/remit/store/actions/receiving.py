"""Packages taken in: many in one transaction, each whole or not at all, each once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any

from remit.core.record import Evidence
from remit.files.package_form import FileLine
from remit.store import load_packages, package_refusals, save, save_packages, screening
from remit.store.access import Action, Viewer, allowed
from remit.store.actions.exhibiting import file_name
from remit.store.evidence import evidence_folder
from remit.store.package_examining import Examined
from remit.store.package_plan import Ground, Outcome, Plan
from remit.store.refusal import Refused
from remit.store.transaction import By, Done, Work, action

__all__ = ["take_in_packages"]


class _NothingToDo(Exception):  # noqa: N818 - an answer: the transaction is given up
    pass


def take_in_packages(by: By, packages: Sequence[Examined]) -> tuple[Outcome, ...]:
    """Take in packages that were examined, and return what became of each, in their order.

    The key of `by` must be a fresh one: a package is known by its digest, and one that is here changes nothing. What is
    refused leaves nothing but a line of the journal, and does not keep the others out. It is one transaction; packages
    of one source take one each.
    """
    outcomes: dict[int, Outcome] = {}
    waiting = list(enumerate(packages))
    turn = 0
    while waiting:
        now: list[tuple[int, Examined]] = []
        rest: list[tuple[int, Examined]] = []
        senders: set[str] = set()
        for at, one in waiting:
            sender = one.manifest.sender if one.manifest else ""
            (rest if sender and sender in senders else now).append((at, one))
            senders.add(sender)
        turn += 1
        once = By(viewer=by.viewer, key=f"{by.key[:180]} {turn}", now=by.now)
        outcomes.update(zip((at for at, _ in now), _take_in(once, [one for _, one in now]), strict=True))
        waiting = rest
    found = tuple(outcomes[at] for at in range(len(packages)))
    _journal_refusals(by, found)
    return found


def _journal_refusals(by: By, outcomes: Sequence[Outcome]) -> None:
    """Write down who handed in what was refused, under which file name and why; nothing of what it says."""
    refused = tuple(
        {
            "file": _kept_name(one.place),
            "source": one.source,
            "sequence": one.sequence,
            "codes": [problem.code for problem in one.problems],
        }
        for one in outcomes
        if one.state == "refused"
    )
    if refused:
        told = sha256(repr(refused).encode()).hexdigest()[:16]  # the same request is told once
        _refuse_packages(By(viewer=by.viewer, key=f"{by.key[:150]} refused {told}", now=by.now), refused)


@action
def _refuse_packages(_work: Work, refused: tuple[dict[str, object], ...]) -> Done:
    return Done(ref=str(len(refused)), kind="package-refused", payload={"packages": refused})


def _kept_name(place: str) -> str:
    name = file_name(place)
    return "" if screening.text_problems([name]) else name


def _take_in(by: By, given: list[Examined]) -> list[Outcome]:
    """Take in packages of which no two are of the same source."""
    packages = [_with_files_kept(by.viewer, one) for one in given]
    outcomes: list[Outcome] = []

    @action
    def import_packages(work: Work, digests: tuple[str, ...]) -> Done:  # noqa: ARG001 - they tell requests apart
        ground = Ground(work.viewer, packages, now=work.now)
        plans = [ground.plan(one) for one in packages]
        taken = [plan for plan in plans if isinstance(plan, Plan)]
        outcomes[:] = [plan.outcome() if isinstance(plan, Plan) else plan for plan in plans]
        if not taken:
            raise _NothingToDo
        _write(work, taken)
        amended = any(plan.amends for plan in taken)
        return Done(
            ref=taken[0].outcome().digest,
            kind="package-amended" if amended else "package-received",
            unit=taken[0].source.unit if len(taken) == 1 else "",
            payload={"packages": [plan.told() for plan in taken]},
        )

    with suppress(_NothingToDo):
        import_packages(by, tuple(one.digest for one in packages))
        if not outcomes:  # the same request was done before
            ground = Ground(by.viewer, packages, now=by.now)
            plans = [ground.plan(one) for one in packages]
            outcomes += [plan.outcome() if isinstance(plan, Plan) else plan for plan in plans]
    return outcomes


def _with_files_kept(viewer: Viewer, one: Examined) -> Examined:
    """Put the files of a package on the disk, before any row names them; only those of somebody who may send them."""
    if one.files and one.manifest:
        known = load_packages.sources_by_key([one.manifest.key]).get(one.manifest.key)
        if known and allowed(viewer, Action.RECORD, known[0].stretch):
            try:
                for data in one.files.values():
                    evidence_folder().put(data)
            except Refused as refused:
                return replace(one, problems=refused.problems)
    return one


def _write(work: Work, plans: Sequence[Plan]) -> None:
    for plan in plans:
        if plan.units:
            save_packages.units(plan.source.pk, plan.units)
            codes = [line.code for line in plan.package.content.units]
            plan.placed |= {code: key for code, (key, _) in load_packages.units_at(codes).items()}
    keys = save_packages.records(
        [
            save_packages.Kept(
                ref=plan.name(line.ref),
                source=plan.source.code,
                unit=plan.placed[line.unit],
                line=line,
                counts=line.ref in plan.effect.standing,
            )
            for plan in plans
            for line in plan.effect.records
        ],
        here={name: key for plan in plans for name, key in plan.here.items()},
    )
    save_packages.silence([key for plan in plans for key in plan.silenced])
    for plan in plans:
        _write_files(plan, keys)
        gone = [plan.excused[ref] for ref in plan.effect.gone_excuses if ref in plan.excused]
        if plan.effect.excuses or gone:
            lines = [(line, plan.placed[line.unit]) for line in plan.effect.excuses]
            save_packages.excuses(plan.source.pk, lines, gone=[*gone, *plan.replaced])
    save_packages.packages(_row(work, plan) for plan in plans)


def _row(work: Work, plan: Plan) -> tuple[Any, ...]:
    manifest = plan.manifest
    return (
        plan.source.pk,
        manifest.sequence,
        plan.package.digest,
        manifest.previous,
        manifest.full,
        manifest.last,
        manifest.made,
        work.now,
        len(plan.package.content.records),
        manifest.journal.size,
        manifest.journal.root,
        json.dumps(plan.aside()),
        plan.package.slim,
    )


def _write_files(plan: Plan, keys: Mapping[str, int]) -> None:
    """Write which files came, and show with each record those that its newest version names and that came for it."""
    content, files = plan.package.content, plan.package.files
    if not files and not plan.here:
        return
    came = [(line.ref, f.sha256) for line in content.records for f in line.evidence if f.sha256 in files]
    sizes = {sha: len(data) for sha, data in files.items() if any(sha == one for _, one in came)}
    if not all(evidence_folder().has(sha) for sha in sizes):
        raise Refused([package_refusals.file_gone()])
    save.evidence(Evidence(sha256=sha, name="", size=size) for sha, size in sizes.items())
    save_packages.files(plan.source.pk, came)
    touched = {line.ref for line in plan.effect.records} | {ref for ref, _ in came}
    there = load_packages.reported_files(plan.source.pk, touched)
    if there:
        newest = {line.ref: line.evidence for line in content.records}
        for _, said in plan.later:
            newest |= {line.ref: line.evidence for line in said.records}
        save_packages.show_files(_shown(plan, newest, there, keys))


def _shown(
    plan: Plan,
    newest: Mapping[str, tuple[FileLine, ...]],
    there: Mapping[str, Mapping[str, int]],
    keys: Mapping[str, int],
) -> Iterator[tuple[int, FileLine, int]]:
    for ref, files in there.items():
        for one in newest.get(ref, ()):
            if one.sha256 in files:
                yield keys[plan.name(ref)], one, files[one.sha256]
