"""Posts: who holds them from which day, and what passes on when they change hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import msgspec

from remit.core.assignment import assign
from remit.core.establishment import organisation_problems
from remit.core.handover import HandoverList, hand_over
from remit.core.post import Holder, Organisation, Post, index_organisation, lasts_on
from remit.core.problem import Place, Problem, error
from remit.core.standing import standings
from remit.store import document, load, save, screening
from remit.store.access import Action, Stretch, acts_as, require
from remit.store.load_matter import extensions
from remit.store.refusal import Denied, NotThere, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["appoint", "find_post", "prepare_handover", "set_post", "sign_handover", "vacate"]


@action
def set_post(work: Work, post: Post, *, new: bool = False) -> Done:
    """Make a post, or (unless it has to be `new`) bring one of that code up to date; returns its code.

    With the post ends whoever holds it. A post whose holder begins after its end is refused.
    """
    within = load.stretch(post.unit)
    require(work.viewer, Action.ORGANISE, within)
    refuse(screening.organisation_problems(Organisation(posts=(post,))))
    here = load.organisation((within[0], within[0] + 1))
    known_already = load.posts_named([post.code])
    if any(one.unit != post.unit for one in known_already):
        raise Refused([_elsewhere(post)])
    if known_already and new:
        raise Refused([_known_already(post)])
    others = tuple(one for one in here.posts if one.code != post.code)
    known = replace(here, posts=(*others, replace(post, covers=())), holders=())
    held = tuple(one for one in here.holders if one.post == post.code)
    refuse((*organisation_problems(known), *_unknown_covers(post), *_held_outside(post, held)))
    last = post.until
    beyond = [replace(one, until=last) for one in held if last and (one.until is None or one.until > last)]
    save.organisation_rows(Organisation(posts=(post,), holders=tuple(beyond)))
    payload = {"post": msgspec.to_builtins(post), "ended": [msgspec.to_builtins(one) for one in beyond]}
    return Done(ref=post.code, kind="post-set", unit=post.unit, payload=payload)


@action
def appoint(work: Work, *, post: str, person: str, since: date, acting: bool = False) -> Done:
    """Give a post to a person from a day on; whoever held it ends the day before. Returns the post's code."""
    found, held = _post(work, post)
    refuse(screening.text_problems([person]))
    if not person.strip() or not lasts_on(found, since):
        raise Refused([_cannot_hold(post, person, since)])
    if any(one.since >= since for one in held):
        raise Refused([_held_later(post, since)])
    eve = since - timedelta(days=1)
    ended = [replace(one, until=eve) for one in held if one.until is None or one.until >= since]
    new = Holder(post=post, person=person.strip(), since=since, acting=acting)
    save.organisation_rows(Organisation(holders=(*ended, new)))
    payload = {"holder": msgspec.to_builtins(new), "ended": [msgspec.to_builtins(one) for one in ended]}
    return Done(ref=post, kind="post-filled", unit=found.unit, payload=payload)


@action
def vacate(work: Work, *, post: str, last: date) -> Done:
    """Let the holding of a post end on a day; it is vacant from then on. Returns the post's code."""
    found, held = _post(work, post)
    ended = [
        replace(one, until=last)
        for one in held
        if one.since <= last and lasts_on(one, last + timedelta(days=1))
    ]
    if not ended:
        raise Refused([_vacant(post, last)])
    save.organisation_rows(Organisation(holders=tuple(ended)))
    payload = {"ended": [msgspec.to_builtins(one) for one in ended]}
    return Done(ref=post, kind="post-vacated", unit=found.unit, payload=payload)


@action
def prepare_handover(work: Work, *, post: str, day: date) -> Done:
    """Write down what passes on with a post whose holder changes on a day (the new holder's first).

    Returns the handover's reference.
    """
    found, held = find_post(post)
    if not acts_as(work.viewer, {one.person for one in held}):
        require(work.viewer, Action.ORGANISE, load.stretch(found.unit))
    eve = day - timedelta(days=1)
    outgoing = next((one.person for one in held if lasts_on(one, eve)), "")
    incoming = next((one.person for one in held if one.since == day), "")
    if not outgoing or not incoming or outgoing == incoming or day > work.today:
        raise Refused([_no_handover(post, day)])
    if load.handovers_of(post, day):
        raise Refused([_handed_over(post, day)])
    listed = _listed(found, load.stretch(found.unit), eve)
    text, sha256 = document.encode(listed)
    ref = f"H{work.seq}"
    save.handover(ref, post=post, outgoing=outgoing, incoming=incoming, day=day, document=text, sha256=sha256)
    payload = {
        "ref": ref,
        "post": post,
        "outgoing": outgoing,
        "incoming": incoming,
        "day": day.isoformat(),
        "sha256": sha256,
        "open": len(listed.items),
    }
    return Done(ref=ref, kind="handover-prepared", unit=found.unit, payload=payload)


@action
def sign_handover(work: Work, *, ref: str) -> Done:
    """Sign a handover, as the one who leaves or the one who takes over; returns its reference."""
    held = load.handover(ref)
    sides = {held.outgoing: False, held.incoming: True}
    if not acts_as(work.viewer, sides):
        raise Denied
    save.sign_handover(ref, incoming=sides[work.viewer.person], time=work.now)
    payload = {"ref": ref, "person": work.viewer.person, "sha256": held.sha256}
    return Done(ref=ref, kind="handover-signed", unit=held.unit, payload=payload)


def _listed(post: Post, within: Stretch, day: date) -> HandoverList:
    point = (within[0], within[0] + 1)
    reaching = load.adoptions(point)
    directory = index_organisation(load.organisation(point))
    records = load.records(point, last=day)
    found, _ = standings(
        reaching,
        directory,
        load.calendar(),
        records=records,
        excuses=load.excuses(point),
        extensions=extensions(point),
        day=day,
    )
    ours = [one for one in found if one.occurrence.unit == post.unit]
    assigned = [one for a in reaching for one in assign(a, directory, day=day) if one.unit == post.unit]
    recent = [one for one in records if one.day.year >= day.year - 1]
    return hand_over(post.code, day=day, assignments=assigned, standings=ours, records=recent)


def _post(work: Work, code: str) -> tuple[Post, tuple[Holder, ...]]:
    """Return a post and its holders, to whoever keeps the organisation of its unit."""
    post, held = find_post(code)
    require(work.viewer, Action.ORGANISE, load.stretch(post.unit))
    return post, held


def find_post(code: str) -> tuple[Post, tuple[Holder, ...]]:
    """Return a post with whoever holds and held it; two queries. NotThere where it is unknown."""
    posts = load.posts_named([code])
    if not posts:
        raise NotThere(code)
    return posts[0], load.holders_of(code)


def _unknown_covers(post: Post) -> list[Problem]:
    known = load.codes_known(post.covers)
    return [
        error(
            "post-covers",
            "Post '{code}' in row {row} covers '{covered}', which is no unit.",
            "Correct the code of the unit that the portfolio covers.",
            at=Place(ref=post.code),
            code=post.code,
            row=1,
            covered=covered,
        )
        for covered in post.covers
        if covered not in known
    ]


def _held_outside(post: Post, held: tuple[Holder, ...]) -> list[Problem]:
    """Whoever holds a post on its last day ends with it; nobody may have begun outside its days."""
    first, last = post.since or date.min, post.until or date.max
    return [
        error(
            "post-held",
            "{person} holds '{code}' from {since}, when there would be no such post.",
            "Give the post days on which all its holders began.",
            at=Place(ref=post.code),
            code=post.code,
            person=one.person,
            since=one.since,
        )
        for one in held
        if not first <= one.since <= last
    ]


def _known_already(post: Post) -> Problem:
    return error(
        "post-known",
        "There is a post '{code}' in this unit already.",
        "Give the new one another code, or change that one.",
        at=Place(ref=post.code),
        code=post.code,
    )


def _elsewhere(post: Post) -> Problem:
    return error(
        "post-elsewhere",
        "There is a post '{code}' in another unit.",
        "Give this one another code.",
        at=Place(ref=post.code),
        code=post.code,
    )


def _cannot_hold(post: str, person: str, day: date) -> Problem:
    return error(
        "holder-unusable",
        "'{person}' cannot be given '{post}' from {day}.",
        "Name a person, and a day on which the post exists.",
        at=Place(ref=post),
        person=person,
        post=post,
        day=day,
    )


def _held_later(post: str, day: date) -> Problem:
    return error(
        "holder-later",
        "'{post}' was given to somebody on {day} or later already.",
        "Give a later day, or correct that entry in the list of holders.",
        at=Place(ref=post),
        post=post,
        day=day,
    )


def _vacant(post: str, day: date) -> Problem:
    return error(
        "post-vacant",
        "Nobody holds '{post}' beyond {day}.",
        "Choose another day or post.",
        at=Place(ref=post),
        post=post,
        day=day,
    )


def _no_handover(post: str, day: date) -> Problem:
    return error(
        "handover-nobody",
        "'{post}' did not pass from one person to another on {day}.",
        "Appoint the new holder first, and give the first day.",
        at=Place(ref=post),
        post=post,
        day=day,
    )


def _handed_over(post: str, day: date) -> Problem:
    return error(
        "handover-twice",
        "The handover of '{post}' on {day} is written already.",
        "Open it and sign it.",
        at=Place(ref=post),
        post=post,
        day=day,
    )
