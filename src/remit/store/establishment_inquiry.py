"""Guarded questions about the organisation itself: what units were, who holds posts, what is lent and handed over.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from remit.core.adoption import Adoption, bearing_units
from remit.core.assignment import stand_in
from remit.core.duty import Duty
from remit.core.lineage import successor_on, unit_on
from remit.core.post import (
    ChangeKind,
    Directory,
    Group,
    Holder,
    Organisation,
    Post,
    Unit,
    UnitChange,
    index_organisation,
    join_organisations,
    lasts_on,
)
from remit.core.regime import Regime, RegimeClause, duties_in_force, duty_reference
from remit.core.reorganisation import Intent, Reorganisation
from remit.store import load, load_establishment
from remit.store.access import Action, Role, Stretch, Viewer, acts_as, allowed, require
from remit.store.actions.reorganising import plan_change
from remit.store.inquiry import with_successors
from remit.store.load import Delegation, Handover
from remit.store.load_establishment import Choice
from remit.store.refusal import Denied, NotThere

__all__ = [
    "Choice",
    "Effect",
    "HandoverSeen",
    "Level",
    "PostSeen",
    "UnitFile",
    "choices",
    "effect",
    "group",
    "handover",
    "handovers",
    "history",
    "holders_of_groups",
    "keeps",
    "level",
    "loans",
    "names",
    "own_loans",
    "post",
    "search",
    "titles",
    "unit_file",
    "unsigned",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSeen:
    """A post on a day with whoever holds it then.

    Where it is vacant, `through` is the post that answers, `by` its holder.
    """

    post: Post
    holders: tuple[Holder, ...]
    through: Post | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFile:
    """A unit on a day: itself as it was, its posts then, and who took over where it is gone.

    `there` tells whether it existed on the day; `heir` is the unit that answers for it where it does not, and `cause`
    the change by which it does. `ended` are the posts that are over by the day.
    """

    unit: Unit
    there: bool
    posts: tuple[PostSeen, ...]
    ended: tuple[PostSeen, ...]
    groups: tuple[Group, ...]
    heir: str = ""
    cause: UnitChange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A page of the units below one: `more` is the code to go on after, empty at the end; `total` counts all."""

    unit: Unit
    units: tuple[Unit, ...]
    total: int
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a change would do: rows, and the duties that the unit bears no more, or from then on, with their words.

    `moving` counts the units below that come along; `known` are the units and posts concerned as they are now.
    """

    before: Unit
    change: Reorganisation
    moving: int
    lost: tuple[tuple[str, str], ...]
    gained: tuple[tuple[str, str], ...]
    known: Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSeen:
    """A handover, the words of the duties it lists by reference, and whether the viewer sees the unit otherwise."""

    handover: Handover
    unit: Unit
    sees: bool
    words: dict[str, tuple[Regime, RegimeClause, Duty]]


def keeps(viewer: Viewer, code: str) -> bool:
    """Return whether the viewer keeps the organisation of a unit."""
    return allowed(viewer, Action.ORGANISE, load.stretch(code))


def unit_file(viewer: Viewer, code: str, day: date) -> UnitFile:
    """Return a unit as it was on a day, with its posts and leading groups; where it is gone, who took over."""
    within = _seen(viewer, code)
    organisation = load.organisation(_point(within))
    directory = index_organisation(organisation)
    then = unit_on(directory, code, day)
    heir, cause = ("", None)
    if then is None:
        heir, cause = successor_on(index_organisation(with_successors(organisation, day)), code, day)
    posts = [_post_seen(directory, one, day) for one in directory.posts_of.get(code, ())]
    return UnitFile(
        unit=then or directory.units[code],
        there=then is not None,
        posts=tuple(one for one in posts if lasts_on(one.post, day)),
        ended=tuple(one for one in posts if not lasts_on(one.post, day)),
        groups=load.groups(_point(within)),
        heir="" if heir == code else heir,
        cause=cause,
    )


def history(viewer: Viewer, code: str) -> tuple[UnitChange, ...]:
    """Return what became of a unit, and what others became or gave to it, the latest first."""
    _seen(viewer, code)
    return load_establishment.changes_about(code)


def names(codes: set[str]) -> dict[str, str]:
    """Return the names of units: they are no secret, as the way up from every unit shows them."""
    return load_establishment.unit_names(codes)


def titles(codes: set[str]) -> dict[str, tuple[str, str, str]]:
    """Return title, unit and unit's name of posts by code."""
    return load_establishment.post_titles(codes)


def level(
    viewer: Viewer, code: str, choice: Choice, *, after: str = "", limit: int = 50, today: date
) -> Level:
    """Return a page of the units below one, in preorder."""
    within = _seen(viewer, code)
    units = load_establishment.level(within, code, choice, after=after, limit=limit + 1, today=today)
    return Level(
        unit=load.units(_point(within))[0],
        units=units[:limit],
        total=load_establishment.count_below(within, code, choice, today=today),
        more=units[limit - 1].code if len(units) > limit else "",
    )


def choices(viewer: Viewer, code: str, *, whole: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds and the words that units below one have."""
    return load_establishment.choices_below(_seen(viewer, code), code, whole=whole)


def search(viewer: Viewer, text: str, *, limit: int = 20, today: date) -> tuple[Unit, ...]:
    """Return units that the viewer sees, by code or by a part of the name."""
    spans = (
        None
        if viewer.role is Role.CONSOLE
        else tuple(s for s in viewer.spans if allowed(viewer, Action.SEE, s))
    )
    return (
        load_establishment.find_units(spans, text.strip(), limit=limit, today=today) if text.strip() else ()
    )


def effect(viewer: Viewer, intent: Intent, *, today: date) -> Effect:
    """Return what a change would do, and change nothing."""
    plan = plan_change(viewer, intent, today=today)
    before = plan.directory.units[intent.unit]
    reaching = [one for code in _places(intent) for one in load.adoptions(_point(load.stretch(code)))]
    after = index_organisation(_kept(plan.here, plan.change))
    had = _borne(reaching, plan.directory, intent.unit, intent.day)
    has = _borne(reaching, after, intent.unit, intent.day)
    taken_along = intent.what in (ChangeKind.MOVED, ChangeKind.MERGED)
    return Effect(
        before=before,
        change=plan.change,
        moving=_count_below(intent.unit, today) if taken_along else 0,
        lost=tuple((duty, said) for duty, said in had.items() if duty not in has),
        gained=tuple((duty, said) for duty, said in has.items() if duty not in had),
        known=plan.directory,
    )


def post(viewer: Viewer, code: str, day: date) -> tuple[PostSeen, tuple[Holder, ...]]:
    """Return a post on a day, and everybody who holds or held it, the latest first."""
    found = load.posts_named([code])
    if not found:
        raise NotThere(code)
    within = _seen(viewer, found[0].unit)
    directory = index_organisation(load.organisation(_point(within)))
    return _post_seen(directory, directory.posts[code], day), load.holders_of(code)[::-1]


def group(viewer: Viewer, code: str) -> Group:
    """Return a leading group."""
    unit = load_establishment.group_unit(code)
    if not unit:
        raise NotThere(code)
    return next(one for one in load.groups(_point(_seen(viewer, unit))) if one.code == code)


def holders_of_groups(groups: tuple[Group, ...], day: date) -> dict[str, tuple[Holder, ...]]:
    """Return who holds the seats of groups on a day, by post."""
    codes = {post for one in groups for _, post in one.seats}
    found: dict[str, list[Holder]] = {}
    for holder in load.named(codes).holders if codes else ():
        if lasts_on(holder, day):
            found.setdefault(holder.post, []).append(holder)
    return {code: tuple(some) for code, some in found.items()}


def handover(viewer: Viewer, ref: str) -> HandoverSeen:
    """Return a handover: to whoever sees the unit, and to the two persons, also when they see the unit no more."""
    found = load.handover(ref)
    within = load.stretch(found.unit)
    sees = allowed(viewer, Action.SEE, within)
    if not sees and not acts_as(viewer, {found.outgoing, found.incoming}):
        raise Denied
    asked = {item.duty for item in found.listed.items}
    words: dict[str, tuple[Regime, RegimeClause, Duty]] = {}
    for adoption in load.adoptions(_point(within)):
        for clause, duty in duties_in_force(adoption.regime):
            reference = duty_reference(adoption.regime, duty)
            if reference in asked and adoption.since <= found.day:
                words[reference] = (adoption.regime, clause, duty)
    return HandoverSeen(handover=found, unit=load.units(_point(within))[0], sees=sees, words=words)


def handovers(viewer: Viewer, post: str) -> tuple[Handover, ...]:
    """Return the handovers of a post, the latest first, to whoever sees its unit."""
    found = load.posts_named([post])
    if not found:
        raise NotThere(post)
    within = _seen(viewer, found[0].unit)
    return tuple(one for one in load.handovers(_point(within)) if one.post == post)


def loans(viewer: Viewer, post: str, today: date) -> tuple[Delegation, ...]:
    """Return the loans of a post that are not over, to whoever sees its unit."""
    found = load.posts_named([post])
    if not found:
        raise NotThere(post)
    within = _seen(viewer, found[0].unit)
    return tuple(one for one in load.delegations(_point(within)) if one.post == post and one.until >= today)


def unsigned(viewer: Viewer) -> tuple[tuple[str, str, str, date], ...]:
    """Return reference, title, unit's name and day of the handovers that wait for the viewer's signature."""
    return load_establishment.unsigned_handovers(viewer.person) if acts_as(viewer, {viewer.person}) else ()


def own_loans(viewer: Viewer, today: date) -> tuple[Delegation, ...]:
    """Return the loans to the viewer, by the viewer and of posts that the viewer holds, those that are not over."""
    return load.loans_of(viewer.person, today) if acts_as(viewer, {viewer.person}) else ()


def _post_seen(directory: Directory, post: Post, day: date) -> PostSeen:
    held = directory.holders_on(post.code, day)
    through, by = (
        ("", "") if held or not lasts_on(post, day) else stand_in(directory, post.unit, post.code, day)
    )
    return PostSeen(post=post, holders=held, through=directory.posts.get(through), by=by)


def _places(intent: Intent) -> list[str]:
    """The units by whose place in the tree the duties of the changed unit are decided, before and after."""
    return [intent.unit, *([intent.to] if intent.what is ChangeKind.MOVED else [])]


def _kept(here: Organisation, change: Reorganisation) -> Organisation:
    after = Organisation(units=change.units, posts=change.posts)
    return replace(join_organisations(after, here), changes=(*here.changes, *change.changes))


def _borne(reaching: Iterable[Adoption], directory: Directory, unit: str, day: date) -> dict[str, str]:
    """The duties that a unit bears on a day, with their words."""
    found: dict[str, str] = {}
    for adoption in reaching:
        if adoption.unit in directory.units and adoption.since <= day <= (adoption.until or date.max):
            for _, duty in duties_in_force(adoption.regime):
                if unit in bearing_units(adoption, directory, duty.holders, day=day):
                    found[duty_reference(adoption.regime, duty)] = duty.quote
    return found


def _count_below(code: str, today: date) -> int:
    return load_establishment.count_below(load.stretch(code), code, Choice(whole=True), today=today)


def _seen(viewer: Viewer, code: str) -> Stretch:
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return within


def _point(within: Stretch) -> Stretch:
    return within[0], within[0] + 1
