"""A leader's portfolio: how what I answer for stands, by the post through which I do and by subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from remit.core.duty import Degree
from remit.core.standing import Status
from remit.web.pages.mine import Held, Mine
from remit.web.pages.owed import DONE, Owed

__all__ = ["Share", "portfolio_of"]

_LEADERS = frozenset({Degree.FIRST, Degree.DIRECT, Degree.LEADERSHIP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A subject that I answer for through a post, with how many windows stand how. `subject` is as the regime says."""

    post: str
    unit: str
    unit_name: str
    subject: str
    overdue: int
    due_soon: int
    open: int
    done: int


def portfolio_of(mine: Mine) -> tuple[Share, ...]:
    """Return what I answer for by post and subject, the gravest first; nothing for who holds no leading post."""
    leading = [held for held in mine.posts if held.post.degree in _LEADERS]
    shares: dict[tuple[str, str], list[Owed]] = {}
    for item in mine.owed:
        posts = {answer.post for answer in item.mine} | {answer.through for answer in item.mine}
        held = next((one for one in leading if one.post.code in posts), None)
        if held is not None:
            shares.setdefault((held.post.code, item.regime.subject or item.regime.title), []).append(item)
    by_code = {held.post.code: held for held in leading}
    found = (_share(by_code[code], subject, items) for (code, subject), items in shares.items())
    return tuple(
        sorted(found, key=lambda one: (-one.overdue, -one.due_soon, one.unit, one.post, one.subject))
    )


def _share(held: Held, subject: str, items: Iterable[Owed]) -> Share:
    statuses = [item.standing.status for item in items]
    return Share(
        post=held.post.title,
        unit=held.post.unit,
        unit_name=held.unit_name,
        subject=subject,
        overdue=statuses.count(Status.OVERDUE),
        due_soon=statuses.count(Status.DUE_SOON),
        open=statuses.count(Status.UPCOMING) + statuses.count(Status.UNASSIGNED),
        done=sum(status in DONE for status in statuses),
    )
