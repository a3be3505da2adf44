"""Editions of regimes: taken in, reviewed duty by duty and part by part, issued, adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from remit.core.adoption import Adoption, adoption_problems
from remit.core.duty import Duty, Review, ReviewState
from remit.core.part_decision import count_unreviewed
from remit.core.post import index_organisation
from remit.core.problem import Place, Problem, error
from remit.core.regime import Edition, Regime, RegimeClause, duties, find_duty
from remit.core.regime_part import Part, each_part
from remit.core.soundness import regime_problems
from remit.store import load, save, screening
from remit.store.access import Action, require
from remit.store.document import encode
from remit.store.load import EditionHeld
from remit.store.refusal import ChangedMeanwhile, NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["adopt", "draft", "import_edition", "issue_edition", "review_duty"]


@action
def import_edition(work: Work, regime: Regime) -> Done:
    """Take in a regime as a draft edition, or over the draft of that day; returns `REGIME@DAY`.

    An issued edition is never changed: the same regime again is fine, another one is Refused. A draft is not replaced
    by one that lacks what was reviewed in it.
    """
    require(work.viewer, Action.REVIEW)
    name = Edition(regime.id, regime.edition)
    refuse((*screening.regime_problems(regime), *regime_problems(regime)))
    sha256 = encode(regime)[1]
    held = next((e for e in load.editions() if e.name == name), None)
    if held is None:
        save.draft(regime)
    elif held.state == "draft":
        refuse(_lost_reviews(load.regime(held), regime))
        save.replace_draft(regime, version=held.version)
    elif held.sha256 != sha256:
        raise Refused([_issued(name)])
    payload = {"edition": str(name), "title": regime.title, "sha256": sha256}
    return Done(ref=str(name), kind="edition-imported", payload=payload)


@action
def review_duty(
    work: Work,
    name: Edition,
    duty: str,
    *,
    decision: ReviewState,
    version: int,
    reason: str = "",
    changes: Duty | None = None,
) -> Done:
    """Accept, correct or reject a duty of a draft; returns the duty's ref.

    `version` is that of the edition when it was read. A correction comes as the whole corrected duty in `changes`,
    under the same ref. A correction and a rejection need a reason.
    """
    require(work.viewer, Action.REVIEW)
    regime = load.regime(draft(name, version))
    found = find_duty(regime, duty)
    if found is None:
        raise NotThere(f"{name.regime}/{duty}")
    clause, old = found
    refuse(_decision_problems(old, decision, reason, changes))
    review = Review(state=decision, by=work.viewer.person, on=work.today, reason=reason.strip())
    new = replace(changes or old, review=review)
    reviewed = _with_duty(regime, clause, new)
    known = set(regime_problems(regime))
    refuse((*screening.regime_problems(reviewed), *(p for p in regime_problems(reviewed) if p not in known)))
    save.replace_draft(reviewed, version=version)
    payload = {"edition": str(name), "before": msgspec.to_builtins(old), "after": msgspec.to_builtins(new)}
    return Done(ref=new.ref, kind="duty-reviewed", payload=payload)


@action
def issue_edition(work: Work, name: Edition, *, version: int, unreviewed: bool = False) -> Done:
    """Issue a draft: from then on it can be adopted and no longer be changed; returns `REGIME@DAY`.

    Duties and parts that nobody has reviewed refuse it unless `unreviewed` takes them as they stand; the journal keeps
    their number.
    """
    require(work.viewer, Action.REVIEW)
    regime = load.regime(draft(name, version))
    waiting = count_unreviewed(regime)
    refuse(regime_problems(regime))
    if waiting and not unreviewed:
        raise Refused([_not_reviewed(name, waiting)])
    save.issue(name, version=version)
    payload = {"edition": str(name), "sha256": encode(regime)[1], "unreviewed": waiting}
    return Done(ref=str(name), kind="edition-issued", payload=payload)


@action
def adopt(work: Work, name: Edition, *, unit: str, since: date) -> Done:
    """Put an issued edition in force for a unit and all below it; returns `REGIME@DAY`.

    What the unit had adopted of the same regime ends the day before.
    """
    within = load.stretch(unit)
    require(work.viewer, Action.ADOPT, within)
    held = load.edition(name)
    if held.state != "issued":
        raise Refused([_not_issued(name)])
    adoption = Adoption(regime=load.regime(held), unit=unit, since=since)
    refuse(adoption_problems(adoption, index_organisation(load.organisation(within))))
    ended = None
    for earlier in load.adoptions(within):
        if earlier.unit != unit or earlier.regime.id != name.regime:
            continue
        if earlier.since >= since:
            raise Refused([_adopted_already(earlier)])
        if earlier.until is None or earlier.until >= since:
            ended = since - timedelta(days=1)
            save.end_adoption(name.regime, unit=unit, since=earlier.since, seen=earlier.until, until=ended)
    save.adoption(name, unit=unit, since=since)
    payload = {
        "edition": str(name),
        "sha256": held.sha256,
        "unit": unit,
        "since": since.isoformat(),
        "ended": ended.isoformat() if ended else None,
    }
    return Done(ref=str(name), kind="adopted", unit=unit, payload=payload)


def draft(name: Edition, version: int) -> EditionHeld:
    """Return a draft as it was when it was read; Refused where it is issued, ChangedMeanwhile where it changed."""
    held = load.edition(name)
    if held.state != "draft":
        raise Refused([_issued(name)])
    if held.version != version:
        raise ChangedMeanwhile
    return held


def _with_duty(regime: Regime, clause: RegimeClause, duty: Duty) -> Regime:
    renewed = replace(clause, duties=tuple(duty if d.ref == duty.ref else d for d in clause.duties))
    return replace(regime, clauses=tuple(renewed if c is clause else c for c in regime.clauses))


def _each_reviewed(regime: Regime) -> Iterator[Duty | Part]:
    for _, duty in duties(regime):
        if duty.review.state is not ReviewState.PROPOSED:
            yield duty
    for part in each_part(regime.parts):
        if part.review.state is not ReviewState.PROPOSED:
            yield part


def _lost_reviews(old: Regime, new: Regime) -> tuple[Problem, ...]:
    kept = {*_each_reviewed(new)}
    lost = [one.ref for one in _each_reviewed(old) if one not in kept]
    if not lost:
        return ()
    return (
        error(
            "review-lost",
            "There is a draft of this edition with reviewed duties or parts that this one lacks: {duties}.",
            "Go on with that draft, or give this one another day.",
            duties=", ".join(lost[:10]),
        ),
    )


def _decision_problems(
    old: Duty, decision: ReviewState, reason: str, changes: Duty | None
) -> tuple[Problem, ...]:
    at = Place(ref=old.ref)
    problems = []
    if decision is ReviewState.PROPOSED:
        problems.append(
            error(
                "review-undecided",
                "A review accepts, corrects or rejects.",
                "Choose one of the three.",
                at=at,
            )
        )
    if decision in {ReviewState.CORRECTED, ReviewState.REJECTED} and not reason.strip():
        problems.append(
            error(
                "review-no-reason",
                "Duty {duty} is corrected or rejected without a reason.",
                "Say in a sentence what the text says instead.",
                at=at,
                duty=old.ref,
            )
        )
    if (decision is ReviewState.CORRECTED) != (changes is not None) or (changes and changes.ref != old.ref):
        problems.append(
            error(
                "review-no-correction",
                "A correction of duty {duty} needs the corrected duty, and nothing else does.",
                "Send the corrected duty under the same reference.",
                at=at,
                duty=old.ref,
            )
        )
    return tuple(problems)


def _issued(name: Edition) -> Problem:
    return error(
        "edition-issued",
        "Edition {edition} has been issued and is no longer changed.",
        "Bring in what has changed as an edition of another day.",
        edition=name,
    )


def _not_issued(name: Edition) -> Problem:
    return error(
        "edition-not-issued",
        "Edition {edition} is a draft.",
        "Review its duties and parts and issue it, then adopt it.",
        edition=name,
    )


def _not_reviewed(name: Edition, count: int) -> Problem:
    return error(
        "edition-unreviewed",
        "Edition {edition} has {count} duties and parts that nobody has reviewed.",
        "Accept, correct or reject each of them first.",
        edition=name,
        count=count,
    )


def _adopted_already(adoption: Adoption) -> Problem:
    return error(
        "adopted-already",
        "{unit} has adopted {regime} from {since} on already.",
        "Choose a later day.",
        unit=adoption.unit,
        regime=f"{adoption.regime.id}@{adoption.regime.edition.isoformat()}",
        since=adoption.since.isoformat(),
    )
