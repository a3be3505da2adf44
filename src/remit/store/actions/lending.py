"""Posts lent to another person for a while: both sides see it, and either can end it."""

from __future__ import annotations

from datetime import date, timedelta

from remit.core.post import lasts_on
from remit.core.problem import Place, Problem, error
from remit.store import load, save, screening
from remit.store.access import Action, acts_as, require
from remit.store.actions.posting import find_post
from remit.store.refusal import Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["delegate", "end_delegation"]

_LONGEST_LOAN = 366  # days


@action
def delegate(work: Work, *, post: str, person: str, since: date, until: date, reason: str) -> Done:
    """Lend a post to a person for a while: its holder does, or the clerk who keeps it. Returns the loan's reference."""
    found, held = find_post(post)
    first = max(since, work.today)
    holders = {one.person for one in held if lasts_on(one, first)}
    if not acts_as(work.viewer, holders):
        require(work.viewer, Action.ORGANISE, load.stretch(found.unit))
    refuse(screening.text_problems([person, reason]))
    person, reason = person.strip(), reason.strip()
    wrong = until < since or (until - since).days > _LONGEST_LOAN or until < work.today
    wrong = wrong or not lasts_on(found, since) or not lasts_on(found, until)
    if wrong or not reason or not person or person in holders:
        raise Refused([_unusable(post, person, since, until)])
    ref = f"D{work.seq}"
    save.delegation(
        ref, post=post, person=person, since=since, until=until, reason=reason, by=work.viewer.person
    )
    payload = {
        "ref": ref,
        "post": post,
        "person": person,
        "since": since.isoformat(),
        "until": until.isoformat(),
        "reason": reason,
    }
    return Done(ref=ref, kind="post-lent", unit=found.unit, payload=payload)


@action
def end_delegation(work: Work, *, ref: str) -> Done:
    """Let a loan of a post end: today is the first day without it. Returns its reference.

    The borrower may, whoever lent it, whoever holds the post today, and the clerk who keeps it.
    """
    loan = load.delegation(ref)
    found, held = find_post(loan.post)
    sides = {loan.person, loan.by, *(one.person for one in held if lasts_on(one, work.today))}
    if not acts_as(work.viewer, sides):
        require(work.viewer, Action.ORGANISE, load.stretch(found.unit))
    if loan.until < work.today:
        raise Refused([_ended(loan.post, loan.until)])
    eve = work.today - timedelta(days=1)
    save.end_delegation(ref, seen=loan.until, until=eve)
    payload = {"ref": ref, "until": eve.isoformat()}
    return Done(ref=ref, kind="loan-ended", unit=found.unit, payload=payload)


def _unusable(post: str, person: str, since: date, until: date) -> Problem:
    return error(
        "loan-unusable",
        "'{post}' cannot be lent to '{person}' from {since} until {until}.",
        "Name another person than the holder, a reason, and days that end after today and within a year.",
        at=Place(ref=post),
        post=post,
        person=person,
        since=since,
        until=until,
    )


def _ended(post: str, until: date) -> Problem:
    return error(
        "loan-ended",
        "The loan of '{post}' ended on {until}.",
        "Lend it anew if it is needed again.",
        at=Place(ref=post),
        post=post,
        until=until,
    )
