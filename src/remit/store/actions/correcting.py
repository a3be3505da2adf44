"""What happens to a record later: it is put right by a new version, withdrawn, or shows more evidence.

Nothing is rewritten: every version stays and can be read. What standings count is the current version, on every day:
where a unit stands is what is known of that day now. What was known then is in the journal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

import msgspec

from remit.core.problem import Place, Problem, error
from remit.core.record import Detail, Evidence, Record, evidence_key, evidence_problems
from remit.store import load, save, save_records, screening
from remit.store.access import Action, require
from remit.store.actions.exhibiting import Exhibit, exhibit_texts, exhibits, keep_exhibits
from remit.store.actions.recording import Deed, drafts, entered
from remit.store.actions.recording_ground import Ground, value_problems
from remit.store.evidence import evidence_folder
from remit.store.refusal import refuse
from remit.store.transaction import By, Done, Work, action

__all__ = ["add_evidence", "correct_record", "withdraw_record"]


def correct_record(
    by: By,
    ref: str,
    *,
    reason: str,
    day: date,
    kind: str,
    title: str,
    meets: Iterable[str] = (),
    starts: Iterable[str] = (),
    keep: Iterable[str] = (),
    evidence: Iterable[tuple[str, bytes] | Exhibit] = (),
    about: Iterable[str] = (),
    at: datetime | None = None,
    details: Iterable[Detail] = (),
) -> str:
    """Put a record right by a new version of it, with the reason; returns the new version's ref.

    `keep` are the digests and links of the evidence that it still shows. The unit stays: what another unit did is
    another record. ChangedMeanwhile where the version named is not the current one.
    """
    old = load.record(ref)
    ground = Ground(by.viewer)
    ground.admit(old.unit, kind, title, reason)
    refuse(_reason_problems(reason))
    deed = Deed(
        unit=old.unit,
        day=day,
        kind=kind,
        title=title,
        meets=tuple(meets),
        starts=tuple(starts),
        files=tuple(evidence),
        about=tuple(about),
        at=at,
        details=tuple(details),
    )
    draft = drafts(by.viewer, [deed])[0]
    kept = set(keep)
    still = tuple(e for e in old.evidence if evidence_key(e) in kept)
    draft = replace(draft, corrects=old.origin, evidence=_once((*still, *draft.evidence)))
    return _correct_record(by, draft, ref=ref, reason=reason.strip())


@action
def _correct_record(work: Work, draft: Record, *, ref: str, reason: str) -> Done:
    ground = Ground(work.viewer)
    ground.admit(draft.unit, draft.kind, draft.title, reason)
    value = entered(draft, ref=f"r{work.seq}", day=work.today)
    refuse(value_problems(value, ground, work.now))
    save_records.end_record(ref)
    save.evidence(value.evidence)
    save.record(value)
    save_records.correction(ref, later=value.ref, reason=reason, by=work.viewer.person, time=work.now)
    payload = {"records": [msgspec.to_builtins(value)], "record": ref, "reason": reason}
    return Done(ref=value.ref, kind="record-corrected", unit=value.unit, payload=payload)


@action
def withdraw_record(work: Work, *, ref: str, reason: str) -> Done:
    """Say that a record counts no more, and why; it stays to be read. Returns its ref.

    ChangedMeanwhile where it has been corrected or withdrawn before.
    """
    old = load.record(ref)
    require(work.viewer, Action.RECORD, load.stretch(old.unit))
    refuse((*_reason_problems(reason), *screening.text_problems([reason])))
    save_records.end_record(ref)
    save_records.correction(ref, later="", reason=reason.strip(), by=work.viewer.person, time=work.now)
    payload = {"record": ref, "reason": reason.strip()}
    return Done(ref=ref, kind="record-withdrawn", unit=old.unit, payload=payload)


def add_evidence(by: By, ref: str, evidence: Iterable[tuple[str, bytes] | Exhibit]) -> str:
    """Let a record show more evidence, or a newer version of some; what it showed before stays. Returns its ref."""
    old = load.record(ref)
    given = exhibits(evidence)
    Ground(by.viewer).admit(old.unit, old.title, *exhibit_texts(given))
    kept = keep_exhibits(given, unit=old.unit, folder=evidence_folder())
    return _add_evidence(by, kept, ref=ref)


@action
def _add_evidence(work: Work, given: tuple[Evidence, ...], *, ref: str) -> Done:
    old = load.record(ref)
    Ground(work.viewer).admit(old.unit, *(e.name for e in given))
    there = {evidence_key(e) for e in old.evidence}
    fresh = _once(replace(e, added=work.today) for e in given if evidence_key(e) not in there)
    if not fresh:
        refuse([_nothing_new()])
    value = replace(old, evidence=(*old.evidence, *fresh))
    refuse(evidence_problems(value))
    save.evidence(fresh)
    save_records.more_evidence(ref, fresh)
    payload = {"record": ref, "evidence": [msgspec.to_builtins(one) for one in fresh]}
    return Done(ref=ref, kind="evidence-added", unit=old.unit, payload=payload)


def _once(given: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each file and each link once: the first that is given."""
    found: dict[str, Evidence] = {}
    for one in given:
        found.setdefault(evidence_key(one), one)
    return tuple(found.values())


def _reason_problems(reason: str) -> tuple[Problem, ...]:
    if reason.strip():
        return ()
    return (
        error(
            "correction-bare",
            "It is not said why the record is put right.",
            "Give the reason: it stays with the record.",
            at=Place(ref="reason"),
        ),
    )


def _nothing_new() -> Problem:
    return error(
        "evidence-none",
        "Nothing was sent that the record does not show already.",
        "Choose a file, or give an address.",
        at=Place(ref="evidence"),
    )
