"""Which posts of a unit a role may stand for: proposed from names, degrees and portfolios, for a person to confirm."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from remit.core.adoption import Adoption, bearing_units
from remit.core.breakdown import Placement, latest_on
from remit.core.duty import Degree
from remit.core.edition_change import DutyChange, changes_since
from remit.core.post import Directory, Post, lasts_on
from remit.core.regime import Regime, Role, duties_in_force

__all__ = ["REASONS", "PlacedRole", "Proposal", "placed_roles", "propose_posts"]

REASONS = {
    "title-equal": "The title is the role's name.",
    "title-contained": "The title and the role's name have the same words, one has more of them.",
    "title-alike": "The title is like the role's name.",
    "degree": "It answers in the degree that the role asks for: {degree}.",
    "body": "It stands for the unit as a body: {degree}.",
    "portfolio": "It has the subject in its portfolio: {subject}.",
    "head": "No other post fits; the head answers for the unit.",
}
_BODY = (Degree.FIRST, Degree.DIRECT, Degree.COORDINATING)
_BY_PORTFOLIO = frozenset({Degree.DIRECT, Degree.LEADERSHIP, Degree.LEAD, Degree.SUPPORTING})
_ALIKE = 0.5  # share of pairs of letters in common, as for the clauses of two editions
_WEIGHTS = {"title-equal": 8, "title-contained": 5, "title-alike": 3, "degree": 3, "body": 3, "portfolio": 2}
_STRONG = 3
_DEFINITE = 5
_DEPUTY = re.compile("副|助理|deputy|vice|assistant")
_FILLING = re.compile(r"[\s·・()（）的之]|\b(?:the|of|each|every|a|an|in|for|charge)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A post that a role may stand for, with the reasons; `chosen` where they are strong enough to start from."""

    post: Post
    reasons: tuple[str, ...]
    weight: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRole:
    """A role that binds a unit: the duties it brings, proposed posts, and what is confirmed.

    `changes` make what is confirmed suspect: duties of the role that the edition in force then did not say so.
    """

    role: Role
    duties: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    placement: Placement | None = None
    changes: tuple[DutyChange, ...] = ()


def placed_roles(
    adoptions: Sequence[Adoption], regime: str, directory: Directory, unit: str, *, day: date
) -> tuple[PlacedRole, ...]:
    """Return the roles of a regime that stand for the unit on a day and bring duties, in the order of the regime."""
    mine = [one for one in adoptions if one.regime.id == regime]
    now = [one for one in mine if one.since <= day and (one.until is None or day <= one.until)]
    spans = tuple((one.regime, one.since, one.until) for one in mine)
    posts = [post for post in directory.posts_of.get(unit, ()) if lasts_on(post, day)]
    found: dict[str, PlacedRole] = {}
    for adoption in now:
        for role in adoption.regime.roles:
            held = tuple(d.ref for _, d in duties_in_force(adoption.regime) if role.name in d.holders)
            if role.name in found or not held:
                continue
            if unit not in bearing_units(adoption, directory, (role.name,), day=day):
                continue
            placed = (p for p in adoption.placements if p.unit == unit and p.role == role.name)
            placement = latest_on(placed, day)
            changes = _changes(spans, placement, role, day) if placement else ()
            found[role.name] = PlacedRole(
                role=role,
                duties=held,
                proposals=propose_posts(role, adoption.regime.subject, posts),
                placement=placement,
                changes=changes,
            )
    return tuple(found.values())


def propose_posts(role: Role, subject: str, posts: Iterable[Post]) -> tuple[Proposal, ...]:
    """Return the posts of a unit, those that fit the role best first, each with its reasons; all are offered.

    Chosen are the posts whose title is the role's name or shares its words; where there are none, those in the degree
    that the role asks for, with the subject in their portfolio where the degree goes with one; else the head.
    """
    ranked = []
    for place, post in enumerate(posts):
        reasons = tuple(_reasons(role, subject, post))
        ranked.append((sum(_WEIGHTS[one] for one in reasons), -place, post, reasons))
    ranked.sort(key=lambda one: one[:2], reverse=True)
    titled = max((_titled(reasons) for *_, reasons in ranked), default=0)
    definite = titled >= _DEFINITE
    strong = any(_fits(weight, post, subject, reasons) for weight, _, post, reasons in ranked)
    found = []
    for weight, _, post, reasons in ranked:
        chosen = _titled(reasons) == titled if definite else _fits(weight, post, subject, reasons)
        stands_in = not strong and not definite and post.degree is Degree.FIRST
        because = (*reasons, "head") if stands_in else reasons
        found.append(Proposal(post=post, reasons=because, weight=weight, chosen=chosen or stands_in))
    return tuple(found)


def _changes(
    spans: tuple[tuple[Regime, date, date | None], ...], placement: Placement, role: Role, day: date
) -> tuple[DutyChange, ...]:
    changed = changes_since(spans, placement.since, day).values()
    return tuple(
        one
        for one in changed
        if any(side and role.name in side[1].holders for side in (one.before, one.after))
    )


def _reasons(role: Role, subject: str, post: Post) -> Iterator[str]:
    name, title = _plain(role.name), _plain(post.title)
    if title and title == name:
        yield "title-equal"
    elif title and name and _contained(name, title):
        yield "title-contained"
    elif _likeness(name, title) >= _ALIKE:
        yield "title-alike"
    if role.degree is Degree.PRINCIPAL and post.degree in _BODY:
        yield "body"
    elif post.degree is role.degree:
        yield "degree"
    if subject and subject in post.portfolio:
        yield "portfolio"


def _titled(reasons: tuple[str, ...]) -> int:
    return sum(_WEIGHTS[one] for one in reasons if one.startswith("title"))


def _fits(weight: int, post: Post, subject: str, reasons: tuple[str, ...]) -> bool:
    """A degree that goes with a portfolio fits only whoever has the subject, or no portfolio at all."""
    if weight < _STRONG or not {"degree", "body", "title-alike"}.intersection(reasons):
        return False
    free = post.degree not in _BY_PORTFOLIO or not subject or not post.portfolio
    return free or "portfolio" in reasons


def _contained(name: str, title: str) -> bool:
    """One name holds the whole other; a single sign says nothing, and a deputy is not whom it stands in for."""
    short, long = sorted((name, title), key=len)
    return len(short) > 1 and short in long and bool(_DEPUTY.search(short)) == bool(_DEPUTY.search(long))


def _plain(text: str) -> str:
    return _FILLING.sub("", unicodedata.normalize("NFKC", text).lower())


def _likeness(one: str, other: str) -> float:
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other)]
    total = len(pairs[0]) + len(pairs[1])
    return 2 * len(pairs[0] & pairs[1]) / total if total else 0.0  # Dice's coefficient
