"""Matters between units: opened, and led on step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import msgspec

from remit.core.flow import Step, find_move
from remit.core.matter import Matter, flow_of, matter_problems, take
from remit.core.problem import Place, Problem, error
from remit.core.record import split_reference
from remit.store import load, save_matter, screening
from remit.store.access import Action, Stretch, lies_in, require
from remit.store.actions.extending import granted_to
from remit.store.hands import Hands, hands_in
from remit.store.load_matter import matter, matters_named
from remit.store.load_organisation import stretches
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = [
    "ELSEWHERE",
    "MOST_AT_ONCE",
    "advance",
    "matter_held",
    "open_filing",
    "open_matters",
    "open_task",
    "take_step",
]

MOST_AT_ONCE = 500
"""How many matters are moved, or units asked, by one request."""

ELSEWHERE = frozenset(
    {("report", "write"), ("report", "submit"), ("incident", "report"), ("incident", "escalate")}
)


@action
def open_task(
    work: Work,
    *,
    units: tuple[str, ...],
    asker: str,
    title: str,
    text: str = "",
    due: date | None = None,
    duty: str = "",
    post: str = "",
    support: tuple[str, ...] = (),
    copies: tuple[str, ...] = (),
    source: str = "",
) -> Done:
    """Hand a task down from one unit to others below it, each its own matter. Returns the reference.

    With several units the references are `REF.1`, `REF.2`, … `duty` is what it is for, `source` the record or finding
    that it came from.
    """
    wanted = tuple(dict.fromkeys(units))
    drafts = [
        Matter(
            ref=f"m{work.seq}" if len(wanted) == 1 else f"m{work.seq}.{number}",
            flow="task",
            unit=unit,
            asker=asker,
            title=title.strip(),
            text=text.strip(),
            opened=work.now,
            opened_by=work.viewer.person,
            due=due,
            duty=duty,
            post=post,
            support=tuple(dict.fromkeys(support)),
            copies=tuple(dict.fromkeys(copies)),
            source=source,
        )
        for number, unit in enumerate(wanted, 1)
    ]
    if not drafts:
        raise Refused([_nobody()])
    if len(drafts) > MOST_AT_ONCE:
        raise Refused([_too_many(len(drafts))])
    open_matters(work, drafts, acting=asker)
    return _opened(f"m{work.seq}", drafts, unit=asker)


@action
def open_filing(
    work: Work,
    *,
    unit: str,
    asker: str,
    title: str,
    text: str = "",
    kind: str = "",
    due: date | None = None,
    duty: str = "",
    approvals: int = 1,
    copies: tuple[str, ...] = (),
) -> Done:
    """Begin a filing before an activity, to be approved by the unit itself or one above it. Returns its reference.

    `due` is the day of the activity, `approvals` how many persons have to approve.
    """
    draft = Matter(
        ref=f"m{work.seq}",
        flow="filing",
        unit=unit,
        asker=asker,
        title=title.strip(),
        text=text.strip(),
        kind=kind.strip(),
        opened=work.now,
        opened_by=work.viewer.person,
        due=due,
        duty=duty,
        approvals=min(max(approvals, 1), 9),
        copies=tuple(dict.fromkeys(copies)),
    )
    open_matters(work, [draft], acting=unit)
    return _opened(draft.ref, [draft], unit=unit)


@action
def take_step(
    work: Work,
    *,
    refs: tuple[str, ...],
    move: str,
    reason: str = "",
    day: date | None = None,
    post: str = "",
    records: tuple[str, ...] = (),
    seen: int | None = None,
) -> Done:
    """Lead one or several matters on by the same move, all or none. Returns the first one's reference.

    A day that is granted for a window of a duty moves what is due there too. `seen` is how many steps the one matter
    had when it was decided on: ChangedMeanwhile where it has others by now.
    """
    wanted = tuple(dict.fromkeys(refs))
    if len(wanted) > MOST_AT_ONCE:
        raise Refused([_too_many(len(wanted))])
    found = {one.ref: one for one in matters_named(wanted)}
    for ref in wanted:
        if ref not in found:
            raise NotThere(ref)
    matters = [found[ref] for ref in wanted]
    if not matters or any((one.flow, move) in ELSEWHERE for one in matters):
        raise Denied
    hands = hands_in(work.viewer, matters, work.today)
    if not all(hands[ref].sees for ref in wanted):
        raise Denied
    if seen is not None and any(len(one.steps) != seen for one in matters):
        raise ChangedMeanwhile
    _check_named(matters, post, records)
    problems: list[Problem] = []
    moved: list[Matter] = []
    for one in matters:
        after, wrong = advance(
            work, one, hands[one.ref], move, reason=reason, day=day, post=post, records=records
        )
        problems += (replace(p, place=Place(file=one.ref, ref=p.place.ref)) for p in wrong)
        moved.append(after)
    refuse(problems)
    given = [granted_to(work, before) for before in matters if move == "grant-time"]
    save_matter.steps_of(tuple(zip(matters, moved, strict=True)))
    for extension in given:
        if extension is not None:
            save_matter.extension(extension)
    payload = {
        "matters": [one.ref for one in moved],
        "step": msgspec.to_builtins(moved[0].steps[-1]),
        "extensions": [msgspec.to_builtins(one) for one in given if one is not None],
    }
    return Done(ref=wanted[0], kind="matter-moved", unit=matters[0].unit, payload=payload)


def open_matters(work: Work, drafts: Sequence[Matter], *, acting: str) -> None:
    """Write new matters once they are sound: `acting` is the unit in whose name they are opened.

    Refuses who may not record for that unit, what is outside scope, and a unit that is not below the one that asks.
    """
    codes = {c for one in drafts for c in (one.unit, one.asker, *one.support, *one.copies)}
    places = stretches(codes)
    require(work.viewer, Action.RECORD, places.get(acting))
    problems: list[Problem] = []
    for one in drafts:
        problems += matter_problems(one, known_units=places)
        problems += screening.text_problems([one.title, one.kind, one.text], at=Place(ref="title"))
        if one.unit in places and one.asker in places and not lies_in(places[one.unit], places[one.asker]):
            problems.append(_not_below(one))
    for asker, duty in {(one.asker, split_reference(one.duty)[0]) for one in drafts if one.duty}:
        if asker in places and duty not in load.duty_references(places[asker]):
            problems.append(_unknown_duty(duty))
    refuse(dict.fromkeys(problems))
    posts = {one.post for one in drafts if one.post}
    if posts - {post.code for post in load.named(posts).posts}:
        raise Refused([_unknown_post(", ".join(sorted(posts)))])
    _check_sources(drafts, places)
    save_matter.matters(drafts)


def matter_held(work: Work, ref: str, *, flow: str) -> tuple[Matter, Hands]:
    """Return a matter of a flow, and whose hands whoever acts has in it; NotThere of another flow, Denied unseen."""
    held = matter(ref)
    if held.flow != flow:
        raise NotThere(ref)
    hands = hands_in(work.viewer, [held], work.today)[ref]
    if not hands.sees:
        raise Denied
    return held, hands


def advance(
    work: Work,
    matter: Matter,
    hands: Hands,
    move: str,
    *,
    reason: str = "",
    day: date | None = None,
    post: str = "",
    records: tuple[str, ...] = (),
) -> tuple[Matter, tuple[Problem, ...]]:
    """Return a matter after a move by whoever acts, or what stands against it. Denied without a hand in it."""
    if not hands.sees:
        raise Denied
    known = find_move(flow_of(matter), move)
    hand = next((one for one in known.hands if one in hands.hands), None) if known else None
    if hand is None:
        raise Denied
    step = Step(
        move=move,
        at=work.now,
        by=work.viewer.person,
        hand=hand,
        reason=reason.strip(),
        day=day,
        post=post,
        records=records,
    )
    after, problems = take(matter, step)
    return after, problems + screening.text_problems([step.reason], at=Place(ref="reason"))


def _check_sources(drafts: Sequence[Matter], places: Mapping[str, Stretch]) -> None:
    """Refuse what came from something that is no record of the unit that asks, nor of one below it."""
    named = {one.source: places[one.asker] for one in drafts if one.source}
    if not named:
        return
    known = {one.ref: one.unit for one in load.records_named(named)}
    there = stretches(known.values())
    for source, asker in named.items():
        if source not in known or not lies_in(there[known[source]], asker):
            raise Refused([_unknown_record(source, field="source")])


def _check_named(matters: Iterable[Matter], post: str, records: tuple[str, ...]) -> None:
    """Refuse a post or records that are not of the units concerned."""
    units = {one.unit for one in matters}
    if post:
        found = [one for one in load.named([post]).posts if one.code == post]
        places = stretches({*units, *(one.unit for one in found)})
        if not found or not all(lies_in(places[found[0].unit], places[unit]) for unit in units):
            raise Refused([_unknown_post(post)])
    if records:
        known = {one.ref: one.unit for one in load.records_named(records)}
        strange = [ref for ref in records if known.get(ref) not in units]
        if strange:
            raise Refused([_unknown_record(strange[0])])


def _opened(ref: str, drafts: Sequence[Matter], *, unit: str) -> Done:
    payload = {"matters": [msgspec.to_builtins(one) for one in drafts]}
    return Done(ref=ref, kind="matter-opened", unit=unit, payload=payload)


def _nobody() -> Problem:
    return error("matter-nobody", "No unit is named.", "Choose at least one unit.", at=Place(ref="unit"))


def _not_below(matter: Matter) -> Problem:
    return error(
        "matter-not-below",
        "'{unit}' is not below '{asker}', which would ask it.",
        "Choose a unit of that branch, or have a unit ask that is above both.",
        at=Place(ref="unit"),
        unit=matter.unit,
        asker=matter.asker,
    )


def _unknown_duty(duty: str) -> Problem:
    return error(
        "unknown-duty",
        "There is no duty '{duty}'.",
        "Give the regime and the duty as in the register, such as harbour-fire/art-12.",
        at=Place(ref="duty"),
        duty=duty,
    )


def _unknown_post(post: str) -> Problem:
    return error(
        "unknown-post",
        "There is no post '{post}' here.",
        "Choose one of the unit's own posts.",
        at=Place(ref="post"),
        post=post,
    )


def _unknown_record(ref: str, *, field: str = "records") -> Problem:
    return error(
        "unknown-record",
        "There is no record '{record}' of this unit.",
        "Choose one of the unit's own records.",
        at=Place(ref=field),
        record=ref,
    )


def _too_many(count: int) -> Problem:
    return error(
        "matter-many",
        "{count} are too many at once; at most {most} are taken together.",
        "Choose fewer, and take the others afterwards.",
        at=Place(ref="unit"),
        count=count,
        most=MOST_AT_ONCE,
    )
