"""Matters between units: opened, and led on step by step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from remit.core.extension import Extension, extension_problems
from remit.core.flow import Step, find_move
from remit.core.matter import Matter, flow_of, matter_problems, take
from remit.core.post import index_organisation
from remit.core.problem import Place, Problem, error
from remit.core.record import split_reference
from remit.core.standing import extended, owed
from remit.store import load, save_matter, screening
from remit.store.access import Action, Stretch, require
from remit.store.hands import Hands, hands_in
from remit.store.load_matter import extensions, matters_named
from remit.store.load_organisation import stretches
from remit.store.refusal import Denied, NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["advance", "extend", "open_filing", "open_matters", "open_task", "take_step"]

_REACH = timedelta(days=4 * 366)
# Moves that come with more than a step, each an action of its own.
_ELSEWHERE = frozenset({("report", "write"), ("report", "submit"), ("incident", "report")})


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
) -> Done:
    """Lead one or several matters on by the same move, all or none. Returns the first one's reference.

    A day that is granted for a window of a duty moves what is due there too.
    """
    wanted = tuple(dict.fromkeys(refs))
    found = {one.ref: one for one in matters_named(wanted)}
    for ref in wanted:
        if ref not in found:
            raise NotThere(ref)
    matters = [found[ref] for ref in wanted]
    if not matters or any((one.flow, move) in _ELSEWHERE for one in matters):
        raise Denied
    hands = hands_in(work.viewer, matters, work.today)
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
    given = [_extension(work, before) for before in matters if move == "grant-time"]
    for before, after in zip(matters, moved, strict=True):
        save_matter.matter_steps(after, seen=len(before.steps))
    for extension in given:
        if extension is not None:
            save_matter.extension(extension)
    payload = {
        "matters": [one.ref for one in moved],
        "step": msgspec.to_builtins(moved[0].steps[-1]),
        "extensions": [msgspec.to_builtins(one) for one in given if one is not None],
    }
    return Done(ref=wanted[0], kind="matter-moved", unit=matters[0].unit, payload=payload)


@action
def extend(
    work: Work, *, duty: str, unit: str, window: str, until: date, reason: str, decided_by: str = ""
) -> Done:
    """Give a unit until another day for one window of a duty (`REGIME/DUTY`). Returns the duty.

    It is decided from above, as an excuse is; the first due day is kept.
    """
    place = load.stretch(unit)
    require(work.viewer, Action.EXCUSE, place)
    value = Extension(
        duty=duty,
        unit=unit,
        window=window,
        until=until,
        reason=reason.strip(),
        decided_by=decided_by.strip() or work.viewer.person,
        decided=work.today,
    )
    refuse(screening.text_problems([value.reason, value.decided_by]))
    due = _due(place, duty, unit, window, work.today)
    refuse(extension_problems(value, due=due, today=work.today, known_units={unit}))
    save_matter.extension(value)
    return Done(ref=duty, kind="extended", unit=unit, payload={"extension": msgspec.to_builtins(value)})


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
        if one.unit in places and one.asker in places and not _within(places[one.unit], places[one.asker]):
            problems.append(_not_below(one))
    for asker, duty in {(one.asker, split_reference(one.duty)[0]) for one in drafts if one.duty}:
        if asker in places and duty not in load.duty_references(places[asker]):
            problems.append(_unknown_duty(duty))
    refuse(dict.fromkeys(problems))
    posts = {one.post for one in drafts if one.post}
    if posts - {post.code for post in load.named(posts).posts}:
        raise Refused([_unknown_post(", ".join(sorted(posts)))])
    for one in drafts:
        save_matter.matter(one)


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


def _check_named(matters: Iterable[Matter], post: str, records: tuple[str, ...]) -> None:
    """Refuse a post or records that are not of the units concerned."""
    units = {one.unit for one in matters}
    if post:
        found = [one for one in load.named([post]).posts if one.code == post]
        places = stretches({*units, *(one.unit for one in found)})
        if not found or not all(_within(places[found[0].unit], places[unit]) for unit in units):
            raise Refused([_unknown_post(post)])
    if records:
        known = {one.ref: one.unit for one in load.records_named(records)}
        strange = [ref for ref in records if known.get(ref) not in units]
        if strange:
            raise Refused([_unknown_record(strange[0])])


def _extension(work: Work, matter: Matter) -> Extension | None:
    """Return what granting more time gives to the window of a duty that a task is for."""
    duty, window = split_reference(matter.duty)
    asked = next(step for step in reversed(matter.steps) if step.move == "ask-time")
    if not window or asked.day is None:
        return None
    due = _due(load.stretch(matter.unit), duty, matter.unit, window, work.today)
    if due is None or asked.day <= due:
        return None
    return Extension(
        duty=duty,
        unit=matter.unit,
        window=window,
        until=asked.day,
        reason=asked.reason,
        decided_by=work.viewer.person,
        decided=work.today,
    )


def _due(place: Stretch, duty: str, unit: str, window: str, today: date) -> date | None:
    """Return the day on which a window is due as things stand, None where the unit has no such window near today."""
    point = (place[0], place[0] + 1)
    adoptions = [a for a in load.adoptions(point) if duty.startswith(f"{a.regime.id}/")]
    found, _ = owed(
        adoptions,
        index_organisation(load.organisation(point)),
        load.calendar(),
        first=today - _REACH,
        last=today + _REACH,
        records=load.records(point),
    )
    given = extended(found, extensions(point), day=today)
    days = [
        one.occurrence.due
        for one in given
        if (one.occurrence.duty, one.occurrence.unit, one.occurrence.window) == (duty, unit, window)
    ]
    return days[-1] if days else None


def _opened(ref: str, drafts: Sequence[Matter], *, unit: str) -> Done:
    payload = {"matters": [msgspec.to_builtins(one) for one in drafts]}
    return Done(ref=ref, kind="matter-opened", unit=unit, payload=payload)


def _within(inner: Stretch, outer: Stretch) -> bool:
    return outer[0] <= inner[0] < inner[1] <= outer[1]


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


def _unknown_record(ref: str) -> Problem:
    return error(
        "unknown-record",
        "There is no record '{record}' of this unit.",
        "Choose one of the unit's own records.",
        at=Place(ref="records"),
        record=ref,
    )
