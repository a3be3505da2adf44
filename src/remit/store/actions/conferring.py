"""A joint conference of a leading group: its record, and a task for every decision that a unit carries out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from remit.core.matter import Matter
from remit.core.post import Group
from remit.core.problem import Place, Problem, error
from remit.core.record import Detail, Record
from remit.store import load, save
from remit.store.actions.matters import open_matters
from remit.store.actions.recording import Deed, drafts, entered
from remit.store.actions.recording_ground import Ground, value_problems
from remit.store.load_establishment import group_unit
from remit.store.refusal import NotThere, Refused, refuse
from remit.store.transaction import By, Done, Work, action

__all__ = ["CONFERENCE", "Decision", "hold_conference"]

CONFERENCE = "joint-conference"
"""The kind of record that a conference is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a conference decided: in words, and which unit (its code) carries it out by which day.

    Without a unit it is only recorded.
    """

    text: str
    unit: str = ""
    due: date | None = None


def hold_conference(
    by: By,
    *,
    group: str,
    day: date,
    title: str,
    agenda: Iterable[str],
    chair: str = "",
    attendance: Iterable[str] = (),
    apologies: Iterable[str] = (),
    decisions: Iterable[Decision] = (),
    meets: Iterable[str] = (),
) -> str:
    """Record a conference of a leading group (its code) and hand a task down for each decision with a unit.

    The record and its tasks are one transaction; the tasks name the record as their source and the group as their
    kind. Returns the record's reference. `meets` names duties as a record does.
    """
    host = _host(group)
    decided = tuple(decisions)
    details = (
        *_people("chair", [chair]),
        *(Detail(key="agenda", text=text) for text in agenda if text.strip()),
        *_people("attendance", attendance),
        *_people("apologies", apologies),
        *(Detail(key="decisions", text=one.text, unit=one.unit, day=one.due) for one in decided),
    )
    deed = Deed(unit=host.unit, day=day, kind=CONFERENCE, title=title, meets=tuple(meets), details=details)
    (draft,) = drafts(by.viewer, [deed])
    return _hold_conference(by, draft, group=group, decisions=decided)


@action
def _hold_conference(work: Work, draft: Record, *, group: str, decisions: Sequence[Decision]) -> Done:
    ground = Ground(work.viewer)
    ground.admit(draft.unit, draft.kind, draft.title)
    value = entered(draft, ref=f"r{work.seq}", day=work.today)
    host = _host(group)
    refuse([*_lacking(decisions), *value_problems(value, ground, work.now)])
    save.record(value)
    tasks = [
        Matter(
            ref=f"m{work.seq}.{number}",
            flow="task",
            unit=one.unit,
            asker=host.unit,
            title=one.text.strip(),
            opened=work.now,
            opened_by=work.viewer.person,
            due=one.due,
            kind=group,
            source=value.ref,
        )
        for number, one in enumerate(decisions, 1)
        if one.unit
    ]
    if tasks:
        _hand_down(work, tasks)
    payload = {
        "records": [msgspec.to_builtins(value)],
        "matters": [msgspec.to_builtins(one) for one in tasks],
        "group": group,
    }
    return Done(ref=value.ref, kind="recorded", unit=value.unit, payload=payload)


def _hand_down(work: Work, tasks: Sequence[Matter]) -> None:
    """Open the tasks; what is wrong with them is said of the decisions."""
    try:
        open_matters(work, tasks, acting=tasks[0].asker)
    except Refused as refused:
        raise Refused([replace(p, place=Place(ref="decisions")) for p in refused.problems]) from None


def _people(key: str, names: Iterable[str]) -> Iterator[Detail]:
    return (Detail(key=key, person=name) for name in names if name.strip())


def _host(group: str) -> Group:
    unit = group_unit(group)
    if not unit:
        raise NotThere(group)
    lo, _ = load.stretch(unit)
    return next(one for one in load.groups((lo, lo + 1)) if one.code == group)


def _lacking(decisions: Iterable[Decision]) -> Iterator[Problem]:
    for number, one in enumerate(decisions, 1):
        if not one.text.strip():
            yield error(
                "decision-bare",
                "Decision {number} has no words.",
                "Write what was decided, or empty the row.",
                at=Place(ref="decisions"),
                number=number,
            )
        if one.due is not None and not one.unit:
            yield error(
                "decision-nobody",
                "Decision {number} has a day and no unit that carries it out.",
                "Choose the unit, or take the day out.",
                at=Place(ref="decisions"),
                number=number,
            )
