"""Who answers for a duty: an adopted edition laid over an organisation, on any day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from remit.core.adoption import Adoption, bearing_units
from remit.core.answer_words import DEGREES, ENDINGS, REASONS
from remit.core.breakdown import BreakdownItem, Placement, latest_on, named_post
from remit.core.duty import Degree
from remit.core.lineage import ancestors_on, successor_on, unit_on
from remit.core.post import ChangeKind, Directory, Holder, Post, lasts_on
from remit.core.regime import clause_path, duties_in_force, duty_reference, find_role

__all__ = ["Answer", "Assigned", "Assignment", "answer", "answer_text", "assign", "assign_item", "stand_in"]

# The degrees in which a unit as a body is answered for, and those that go with a portfolio.
BODY = (Degree.PRINCIPAL, Degree.FIRST, Degree.DIRECT, Degree.COORDINATING)
BY_PORTFOLIO = frozenset({Degree.DIRECT, Degree.LEADERSHIP, Degree.LEAD, Degree.SUPPORTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A duty at a unit, and the posts that answer for it, gravest degree first.

    `duty` is the public reference `REGIME/DUTY`; `role` the role of the regulation that put it there; `posts`
    pairs of degree and post code. No posts: unassigned. `asked` is the degree that the role asks for (a post of another
    degree stands in where the unit has none), `clause` the path of numbers of the clause.
    """

    duty: str
    unit: str
    role: str
    posts: tuple[tuple[Degree, str], ...] = ()
    asked: Degree = Degree.PRINCIPAL
    clause: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who answers on a day, in which degree, and why: `reason` is a code with `values` for its wording.

    `person` is empty where nobody holds the post; `through` then names the post that answers for the vacant one.
    """

    degree: Degree
    unit: str
    post: str
    person: str
    reason: str
    through: str = ""
    values: tuple[tuple[str, str], ...] = ()


def assign(adoption: Adoption, directory: Directory, *, day: date | None = None) -> tuple[Assignment, ...]:
    """Return who has to answer for each duty at each unit of the adopting subtree, in the order of regime and tree.

    One assignment for each duty, unit and role, as edition, units, posts and breakdown were on a `day`; without one,
    for every unit that ever bore the duty, with its latest breakdown and the posts that are not closed (`Assigned`
    tells of those that were, by the day on which it is due). On a day on which the adoption is not in force: nothing.
    What a unit has divided in its breakdown, or placed with posts, goes before what degrees alone would say.
    """
    if day is not None and not (adoption.since <= day <= (adoption.until or date.max)):
        return ()
    return tuple(_assigned(adoption, directory, day))


def _assigned(adoption: Adoption, directory: Directory, day: date | None) -> Iterator[Assignment]:
    regime = adoption.regime
    places = {role.name: bearing_units(adoption, directory, (role.name,), day=day) for role in regime.roles}
    posting = _Posting(adoption, directory, day)
    for clause, duty in duties_in_force(regime):
        reference = duty_reference(regime, duty)
        for name in dict.fromkeys(duty.holders):
            role = find_role(regime, name)
            if role is None:
                continue
            for unit in places[name]:
                yield Assignment(
                    duty=reference,
                    unit=unit,
                    role=name,
                    posts=posting.answering(reference, unit, name, role.degree),
                    asked=role.degree,
                    clause=clause.ref,
                )


class Assigned:
    """The assignments of an adoption by the day on which something is due, with the latest breakdown of each unit.

    A post counts for what is due while it is open, and for nothing that is due after it was closed.
    """

    def __init__(self, adoption: Adoption, directory: Directory) -> None:
        self._adoption, self._directory = adoption, directory
        self._latest: dict[tuple[str, str], tuple[Assignment, ...]] = {}
        for one in assign(adoption, directory):
            key = (one.duty, one.unit)
            self._latest[key] = (*self._latest.get(key, ()), one)
        closed = [post for post in directory.posts.values() if post.until is not None]
        self._closings = sorted({post.until for post in closed if post.until is not None})
        self._changed = {post.unit for post in closed}
        self._postings: dict[int, _Posting] = {}

    def due(self, duty: str, unit: str, day: date) -> tuple[Assignment, ...]:
        """Return the assignments of a duty at a unit for what is due on a day, one for each role."""
        latest = self._latest.get((duty, unit), ())
        if unit not in self._changed:
            return latest
        place = bisect_left(self._closings, day)
        if place not in self._postings:
            self._postings[place] = _Posting(self._adoption, self._directory, None, due=day)
        posting = self._postings[place]
        return tuple(replace(one, posts=posting.answering(duty, unit, one.role, one.asked)) for one in latest)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield each duty with each unit that ever bore it."""
        return iter(self._latest)


def assign_item(item: BreakdownItem, directory: Directory, *, day: date) -> Assignment:
    """Return who has to answer on a day for an item as a unit has divided it, whatever regime asks for it."""
    heads = [post for post in directory.posts_of.get(item.unit, ()) if lasts_on(post, day)]
    return Assignment(duty=item.duty, unit=item.unit, role="", posts=_shares(item, heads, directory, day))


def _shares(
    item: BreakdownItem, heads: Iterable[Post], directory: Directory, day: date | None
) -> tuple[tuple[Degree, str], ...]:
    shares = [(Degree.FIRST, post.code) for post in heads if post.degree is Degree.FIRST]
    shares += [(Degree.LEADERSHIP, item.leader)] if item.leader else []
    shares += [(Degree.LEAD, code) for code in item.lead]
    shares += [(Degree.SUPPORTING, code) for code in item.supporting]
    named = [(degree, named_post(directory, code, day=day)) for degree, code in shares]
    return tuple({post: (degree, post) for degree, post in reversed(named) if post}.values())[::-1]


_Divided = TypeVar("_Divided", BreakdownItem, Placement)


class _Posting:
    """Finds the posts that answer under one adoption on a day: by breakdown, by placement, else by degree.

    Without a day, those that answer for what is `due` on one: the posts that were not closed before it.
    """

    def __init__(
        self, adoption: Adoption, directory: Directory, day: date | None, *, due: date = date.max
    ) -> None:
        self.directory, self.day, self.due = directory, day, due
        self.subject = adoption.regime.subject
        self.items = _latest(adoption.items, day, lambda one: (one.unit, one.duty))
        self.placements = _latest(adoption.placements, day, lambda one: (one.unit, one.role))
        self._known: dict[tuple[str, str, Degree], tuple[tuple[Degree, str], ...]] = {}

    def answering(self, duty: str, unit: str, role: str, asked: Degree) -> tuple[tuple[Degree, str], ...]:
        item = self.items.get((unit, duty))
        if item is not None:
            return self._divided(item, asked)
        key = (unit, role, asked)
        if key not in self._known:
            self._known[key] = self._placed(unit, role) or self._by_degree(self._posts(unit), asked)
        return self._known[key]

    def _posts(self, unit: str) -> tuple[Post, ...]:
        found = self.directory.posts_of.get(unit, ())
        if self.day is None:
            return tuple(post for post in found if post.until is None or post.until >= self.due)
        return tuple(post for post in found if lasts_on(post, self.day))

    def _divided(self, item: BreakdownItem, asked: Degree) -> tuple[tuple[Degree, str], ...]:
        heads = self._posts(item.unit) if asked in (Degree.PRINCIPAL, Degree.FIRST) else ()
        return _shares(item, heads, self.directory, self.day)

    def _placed(self, unit: str, role: str) -> tuple[tuple[Degree, str], ...]:
        placement = self.placements.get((unit, role))
        posts = self.directory.posts
        return tuple((posts[one].degree, one) for one in placement.posts if one in posts) if placement else ()

    def _by_degree(self, posts: tuple[Post, ...], asked: Degree) -> tuple[tuple[Degree, str], ...]:
        degrees = BODY if asked == Degree.PRINCIPAL else (asked,)
        found = [
            (degree, post.code)
            for degree in degrees
            for post in posts
            if post.degree == degree and (degree not in BY_PORTFOLIO or self._in_charge(post))
        ]
        return tuple(found or [(Degree.FIRST, post.code) for post in posts if post.degree == Degree.FIRST])

    def _in_charge(self, post: Post) -> bool:
        subject = not self.subject or not post.portfolio or self.subject in post.portfolio
        if not subject or not post.covers:
            return subject
        above = (post.unit, *ancestors_on(self.directory, post.unit, self.day or date.max))
        return not set(post.covers).isdisjoint(above)


def _latest(
    rows: Iterable[_Divided], day: date | None, key: Callable[[_Divided], tuple[str, str]]
) -> dict[tuple[str, str], _Divided]:
    by_key: dict[tuple[str, str], list[_Divided]] = {}
    for row in rows:
        by_key.setdefault(key(row), []).append(row)
    found = {place: latest_on(some, day) for place, some in by_key.items()}
    return {place: one for place, one in found.items() if one is not None}


def answer(assignment: Assignment, directory: Directory, *, day: date) -> tuple[Answer, ...]:
    """Return who answers on a day, in which degree and why, gravest degree first; never empty.

    A vacant post answers through the unit's first answerable post, then through that of the nearest superior unit:
    `through` names it and the values `through_title` and `through_person` say who that is. Where no post answers at
    all there is one answer without a post, reason `unassigned`. Where the unit is gone by that day, the unit that took
    over answers through its first post: `succeeded`. Otherwise the reason is `vacant`, `nobody` (vacant, and every
    first answerable post above is vacant too), `stand-in` (the unit has no post of the degree asked for), `acting` (the
    holder stands in for one to be named), or the degree in which the post answers. `answer_text` words it.
    """
    values = {
        "clause": clause_path(assignment.clause),
        "role": assignment.role,
        "unit": _unit_name(directory, assignment.unit, day),
        "day": day.isoformat(),
        "asked": str(assignment.asked),
    }
    if assignment.unit in directory.units and unit_on(directory, assignment.unit, day) is None:
        return (_succeeded(assignment, directory, day, values),)
    if not assignment.posts:
        return (_unheld(assignment, assignment.asked, "", "unassigned", values),)
    return tuple(
        found
        for degree, code in assignment.posts
        for found in _post_answers(assignment, directory, day, degree, code, values)
    )


def _unheld(
    assignment: Assignment, degree: Degree, post: str, reason: str, values: dict[str, str], through: str = ""
) -> Answer:
    return Answer(
        degree=degree,
        unit=assignment.unit,
        post=post,
        person="",
        reason=reason,
        through=through,
        values=tuple(values.items()),
    )


def _succeeded(assignment: Assignment, directory: Directory, day: date, values: dict[str, str]) -> Answer:
    """The unit is gone, or not there yet: whoever heads the unit that took over answers."""
    unit, cause = successor_on(directory, assignment.unit, day)
    through, person = stand_in(directory, unit, "", day)
    if not through:
        return _unheld(assignment, assignment.asked, "", "unassigned", values)
    values = _through(directory, through, person, day, values)
    values["ending"] = cause.kind if cause else ChangeKind.CLOSED
    values["since"] = cause.day.isoformat() if cause else day.isoformat()
    return _unheld(assignment, assignment.asked, "", "succeeded", values, through)


def _post_answers(
    assignment: Assignment, directory: Directory, day: date, degree: Degree, code: str, values: dict[str, str]
) -> Iterator[Answer]:
    values = {**values, "title": directory.posts[code].title}
    held = directory.holders_on(code, day)
    for holder in held:
        said = (("person", holder.person), ("since", holder.since.isoformat()))
        yield Answer(
            degree=degree,
            unit=assignment.unit,
            post=code,
            person=holder.person,
            reason=_reason(assignment, degree, holder),
            values=(*values.items(), *said),
        )
    if not held:
        through, person = stand_in(directory, directory.posts[code].unit, code, day)
        if through:
            values = _through(directory, through, person, day, values)
        yield _unheld(assignment, degree, code, "vacant" if through else "nobody", values, through)


def _reason(assignment: Assignment, degree: Degree, holder: Holder) -> str:
    if holder.acting:
        return "acting"
    stands_in = degree == Degree.FIRST and assignment.asked not in (Degree.FIRST, Degree.PRINCIPAL)
    return "stand-in" if stands_in else str(degree)


def _through(
    directory: Directory, through: str, person: str, day: date, values: dict[str, str]
) -> dict[str, str]:
    post = directory.posts[through]
    return {
        **values,
        "through_title": post.title,
        "through_unit": _unit_name(directory, post.unit, day),
        "through_person": person,
    }


def stand_in(directory: Directory, unit: str, vacant: str, day: date) -> tuple[str, str]:
    """Return the post that answers for a vacant one of a unit on a day, and its holder; both empty where there is none.

    It is the first answerable post of the unit, else of the nearest unit above, that is held by somebody.
    """
    for place in (unit, *ancestors_on(directory, unit, day)):
        for post in directory.posts_of.get(place, ()):
            if post.degree == Degree.FIRST and post.code != vacant and lasts_on(post, day):
                held = directory.holders_on(post.code, day)
                if held:
                    return post.code, held[0].person
    return "", ""


def _unit_name(directory: Directory, code: str, day: date) -> str:
    unit = unit_on(directory, code, day) or directory.units.get(code)
    return unit.name if unit else code


def answer_text(answer: Answer, translate: Callable[[str], str] = str) -> str:
    """Return the reason of an answer as one sentence in the language of `translate`."""
    values = dict(answer.values)
    values["asked"] = translate(DEGREES[values["asked"]])
    if "ending" in values:
        values["ending"] = translate(ENDINGS[values["ending"]])
    return translate(REASONS[answer.reason]).format_map(values)
