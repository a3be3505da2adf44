"""Who answers for a duty: an adopted edition laid over an organisation, on any day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from remit.core.answer_words import DEGREES, REASONS
from remit.core.duty import Degree
from remit.core.post import Directory, Post
from remit.core.problem import Place, Problem, error, warning
from remit.core.regime import Regime, clause_path, duties_in_force, duty_reference, find_role

__all__ = [
    "Adoption",
    "Answer",
    "Assignment",
    "adoption_problems",
    "answer",
    "answer_text",
    "assign",
    "bearing_units",
    "end_superseded",
]

# The degrees in which a unit as a body is answered for, and those that go with a portfolio.
BODY = (Degree.PRINCIPAL, Degree.FIRST, Degree.DIRECT, Degree.COORDINATING)
BY_PORTFOLIO = frozenset({Degree.DIRECT, Degree.LEADERSHIP, Degree.LEAD, Degree.SUPPORTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """An edition in force for a unit and its subordinates, from `since` to `until` (both included, None: open)."""

    regime: Regime
    unit: str
    since: date
    until: date | None = None


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


def end_superseded(adoptions: Iterable[Adoption]) -> tuple[Adoption, ...]:
    """Return the adoptions by day, each ended on the eve of the next one of the same regime by the same unit.

    Of two from the same day the later given counts, the other is left out.
    """
    following: dict[tuple[str, str], date] = {}
    found = []
    by_day = sorted(adoptions, key=lambda adoption: adoption.since)
    for adoption in by_day[::-1]:
        key = (adoption.regime.id, adoption.unit)
        after = following.get(key)
        following[key] = adoption.since
        if after is None:
            found.append(adoption)
        elif after > adoption.since:
            eve = after - timedelta(days=1)
            found.append(replace(adoption, until=min(adoption.until or eve, eve)))
    return tuple(reversed(found))


def bearing_units(adoption: Adoption, directory: Directory, roles: Iterable[str]) -> tuple[str, ...]:
    """Return the units of the adopting subtree, in preorder, that are what one of the regime's `roles` stands for."""
    kinds = [role.units for name in roles if (role := find_role(adoption.regime, name))]
    if adoption.unit not in directory.tree or not kinds:
        return ()
    subtree = directory.tree.subtree(adoption.unit)
    if () in kinds:
        return subtree
    wanted = frozenset().union(*kinds)
    return tuple(unit for unit in subtree if directory.units[unit].kind in wanted)


def assign(adoption: Adoption, directory: Directory, *, day: date | None = None) -> tuple[Assignment, ...]:
    """Return who has to answer for each duty at each unit of the adopting subtree, in the order of regime and tree.

    One assignment for each duty, unit and role. With a `day` on which the adoption is not in force: nothing.
    """
    if day is not None and not (adoption.since <= day <= (adoption.until or date.max)):
        return ()
    regime = adoption.regime
    places = {role.name: bearing_units(adoption, directory, (role.name,)) for role in regime.roles}
    answering: dict[tuple[str, Degree], tuple[tuple[Degree, str], ...]] = {}
    found = []
    for clause, duty in duties_in_force(regime):
        reference = duty_reference(regime, duty)
        for name in dict.fromkeys(duty.holders):
            role = find_role(regime, name)
            if role is None:
                continue
            for unit in places[name]:
                key = (unit, role.degree)
                if key not in answering:
                    answering[key] = _answering_posts(
                        directory.posts_of.get(unit, ()), role.degree, regime.subject
                    )
                found.append(
                    Assignment(
                        duty=reference,
                        unit=unit,
                        role=name,
                        posts=answering[key],
                        asked=role.degree,
                        clause=clause.ref,
                    )
                )
    return tuple(found)


def _answering_posts(posts: tuple[Post, ...], asked: Degree, subject: str) -> tuple[tuple[Degree, str], ...]:
    degrees = BODY if asked == Degree.PRINCIPAL else (asked,)
    found = [
        (degree, post.code)
        for degree in degrees
        for post in posts
        if post.degree == degree and (degree not in BY_PORTFOLIO or _covers(post, subject))
    ]
    return tuple(found or [(Degree.FIRST, post.code) for post in posts if post.degree == Degree.FIRST])


def _covers(post: Post, subject: str) -> bool:
    return not subject or not post.portfolio or subject in post.portfolio


def answer(assignment: Assignment, directory: Directory, *, day: date) -> tuple[Answer, ...]:
    """Return who answers on a day, in which degree and why, gravest degree first; never empty.

    A vacant post answers through the unit's first answerable post, then through that of the nearest superior unit:
    `through` names it and the values `through_title` and `through_person` say who that is. Where no post answers at
    all there is one answer without a post, reason `unassigned`. Otherwise the reason is `vacant`, `nobody` (vacant,
    and every first answerable post above is vacant too), `stand-in` (the unit has no post of the degree asked for),
    or the degree in which the post answers. `answer_text` words it.
    """
    values = {
        "clause": clause_path(assignment.clause),
        "role": assignment.role,
        "unit": _unit_name(directory, assignment.unit),
        "day": day.isoformat(),
        "asked": str(assignment.asked),
    }
    if not assignment.posts:
        return (
            Answer(
                degree=assignment.asked,
                unit=assignment.unit,
                post="",
                person="",
                reason="unassigned",
                values=tuple(values.items()),
            ),
        )
    return tuple(
        found
        for degree, code in assignment.posts
        for found in _post_answers(assignment, directory, day, degree, code, values)
    )


def _post_answers(
    assignment: Assignment, directory: Directory, day: date, degree: Degree, code: str, values: dict[str, str]
) -> Iterator[Answer]:
    stands_in = degree != assignment.asked and not (assignment.asked == Degree.PRINCIPAL and degree in BODY)
    values = {**values, "title": directory.posts[code].title}
    held = directory.holders_on(code, day)
    for holder in held:
        yield Answer(
            degree=degree,
            unit=assignment.unit,
            post=code,
            person=holder.person,
            reason="stand-in" if stands_in else str(degree),
            values=(*values.items(), ("person", holder.person), ("since", holder.since.isoformat())),
        )
    if not held:
        through, person = _stand_in(directory, assignment.unit, code, day)
        if through:
            post = directory.posts[through]
            values["through_title"] = post.title
            values["through_unit"] = _unit_name(directory, post.unit)
            values["through_person"] = person
        yield Answer(
            degree=degree,
            unit=assignment.unit,
            post=code,
            person="",
            reason="vacant" if through else "nobody",
            through=through,
            values=tuple(values.items()),
        )


def _stand_in(directory: Directory, unit: str, vacant: str, day: date) -> tuple[str, str]:
    above = directory.tree.ancestors(unit) if unit in directory.tree else ()
    for place in (unit, *above):
        for post in directory.posts_of.get(place, ()):
            if post.degree == Degree.FIRST and post.code != vacant:
                held = directory.holders_on(post.code, day)
                if held:
                    return post.code, held[0].person
    return "", ""


def _unit_name(directory: Directory, code: str) -> str:
    unit = directory.units.get(code)
    return unit.name if unit else code


def answer_text(answer: Answer, translate: Callable[[str], str] = str) -> str:
    """Return the reason of an answer as one sentence in the language of `translate`."""
    values = dict(answer.values)
    values["asked"] = translate(DEGREES[values["asked"]])
    return translate(REASONS[answer.reason]).format_map(values)


def adoption_problems(adoption: Adoption, directory: Directory) -> tuple[Problem, ...]:
    """Return what keeps an adoption from binding: unknown unit, days reversed, kinds of unit that are missing.

    And each duty in force that no unit of the adopting subtree bears. `Place.ref` is the unit, role or duty.
    """
    return tuple(_adoption_problems(adoption, directory))


def _adoption_problems(adoption: Adoption, directory: Directory) -> Iterator[Problem]:
    if adoption.until is not None and adoption.until < adoption.since:
        yield error(
            "adoption-days",
            "The adoption runs from {since} until {until}, which is before that.",
            "Exchange the two days.",
            since=adoption.since,
            until=adoption.until,
        )
    if adoption.unit not in directory.tree:
        yield error(
            "adoption-unit",
            "There is no unit '{unit}' to adopt {regime}.",
            "Add the unit, or correct its code.",
            at=Place(ref=adoption.unit),
            unit=adoption.unit,
            regime=adoption.regime.id,
        )
        return
    known = {directory.units[unit].kind for unit in directory.tree.subtree(adoption.unit)}
    for role in adoption.regime.roles:
        for kind in role.units:
            if kind not in known:
                yield warning(
                    "role-kind",
                    "Role '{role}' stands for units of the kind '{kind}', and {unit} has none.",
                    "Correct the kind in the role or in the organisation, or leave it if such units are still to come.",
                    at=Place(ref=role.name),
                    role=role.name,
                    kind=kind,
                    unit=adoption.unit,
                )
    for clause, duty in duties_in_force(adoption.regime):
        if not bearing_units(adoption, directory, duty.holders):
            yield warning(
                "duty-unborne",
                "No unit of {unit} bears duty {duty} of clause {clause} (holders: {holders}).",
                "Say in the regime's roles which kinds of unit the holders are.",
                at=Place(ref=duty.ref),
                unit=adoption.unit,
                duty=duty.ref,
                clause=clause_path(clause.ref),
                holders=", ".join(duty.holders) or "-",
            )
