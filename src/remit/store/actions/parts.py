"""The parts of a draft beside its duties: accepted, corrected, rejected, and added where the reading missed one."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from remit.core.duty import Review, ReviewState
from remit.core.part_decision import decision_problems, find_part, insert_part, list_of_part, put_part
from remit.core.problem import Place, error
from remit.core.regime import Edition, Regime
from remit.core.regime_part import Part
from remit.core.soundness import regime_problems
from remit.store import load, save, screening
from remit.store.access import Action, require
from remit.store.actions.editions import draft
from remit.store.refusal import NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["add_part", "review_part"]


@action
def review_part(
    work: Work,
    name: Edition,
    part: str,
    *,
    decision: ReviewState,
    version: int,
    reason: str = "",
    changes: Part | None = None,
) -> Done:
    """Accept, correct or reject a part of a draft; returns the part's ref.

    `version` is that of the edition when it was read. A correction comes as the whole corrected part in `changes`,
    under the same ref. A correction and a rejection need a reason.
    """
    require(work.viewer, Action.REVIEW)
    regime = load.regime(draft(name, version))
    old = find_part(regime, part)
    if old is None:
        raise NotThere(f"{name.regime}/{part}")
    refuse(decision_problems(old, decision, reason, changes))
    new = replace(changes or old, review=_review(work, decision, reason))
    _keep(regime, put_part(regime, new), version=version)
    payload = {
        "edition": str(name),
        "list": list_of_part(new),
        "before": msgspec.to_builtins(old),
        "after": msgspec.to_builtins(new),
    }
    return Done(ref=new.ref, kind="part-reviewed", payload=payload)


@action
def add_part(work: Work, name: Edition, part: Part, *, version: int, reason: str) -> Done:
    """Add a part that the reading did not find, resting on words of a clause; returns its ref, made where it has none.

    It stands as corrected, with the reason why it was added.
    """
    require(work.viewer, Action.REVIEW)
    regime = load.regime(draft(name, version))
    if not reason.strip():
        raise Refused(
            [
                error(
                    "part-no-reason",
                    "A part is added without a reason.",
                    "Say in a sentence why it belongs here.",
                    at=Place(ref="reason"),
                )
            ]
        )
    longer, added = insert_part(regime, part, review=_review(work, ReviewState.CORRECTED, reason))
    _keep(regime, longer, version=version)
    payload = {"edition": str(name), "list": list_of_part(added), "after": msgspec.to_builtins(added)}
    return Done(ref=added.ref, kind="part-added", payload=payload)


def _review(work: Work, decision: ReviewState, reason: str) -> Review:
    return Review(state=decision, by=work.viewer.person, on=work.today, reason=reason.strip())


def _keep(old: Regime, new: Regime, *, version: int) -> None:
    """Store the draft as reviewed, unless something is wrong with it that was not wrong before."""
    known = set(regime_problems(old))
    refuse((*screening.regime_problems(new), *(p for p in regime_problems(new) if p not in known)))
    save.replace_draft(new, version=version)
