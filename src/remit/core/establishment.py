"""What is wrong with an organisation: with its tree of units, its posts and who holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Seat, Unit, build_tree
from remit.core.problem import Place, Problem, error

__all__ = ["organisation_problems"]


def organisation_problems(organisation: Organisation) -> tuple[Problem, ...]:
    """Return everything wrong with an organisation; rows are counted from 1 in the order given.

    `Place.ref` is the unit's or post's code; the values `row` and `other` are rows within units, posts or holders.
    """
    return (
        *_unit_problems(organisation.units),
        *_tree_problems(organisation.units),
        *_post_problems(organisation),
        *_holder_problems(organisation),
        *_group_problems(organisation),
    )


def _unit_problems(units: tuple[Unit, ...]) -> Iterator[Problem]:
    if not units:
        yield error("organisation-empty", "The organisation has no unit.", "Give at least one unit.")
    yield from _code_problems("unit", [unit.code for unit in units])


def _code_problems(kind: str, codes: list[str]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row, code in enumerate(codes, start=1):
        if not code or code != code.strip():
            yield error(
                f"{kind}-code",
                "Row {row} has the code '{code}'.",
                "Give a code without spaces around it.",
                at=Place(ref=code),
                row=row,
                code=code,
            )
        elif code in first:
            yield error(
                f"{kind}-twice",
                "Code '{code}' is in row {other} and again in row {row}.",
                "Give each row its own code, or take one out.",
                at=Place(ref=code),
                code=code,
                other=first[code],
                row=row,
            )
        first.setdefault(code, row)


def _tree_problems(units: tuple[Unit, ...]) -> Iterator[Problem]:
    parents: dict[str, str] = {}
    rows: dict[str, int] = {}
    for row, unit in enumerate(units, start=1):
        parents.setdefault(unit.code, unit.parent)
        rows.setdefault(unit.code, row)
    roots = [code for code, parent in parents.items() if not parent]
    if len(roots) > 1:
        yield error(
            "unit-roots",
            "{count} units have no superior: {units}.",
            "Keep one root and give the others a parent.",
            at=Place(ref=roots[1]),
            count=len(roots),
            units=_listed(roots),
        )
    for code, parent in parents.items():
        if parent and parent not in parents:
            yield error(
                "unit-orphan",
                "Unit '{code}' in row {row} belongs to '{parent}', which is no unit.",
                "Add '{parent}', or correct the parent.",
                at=Place(ref=code),
                code=code,
                parent=parent,
                row=rows[code],
            )
    for loop in _loops(parents, units):
        yield error(
            "unit-loop",
            "These units are each other's superiors: {units}.",
            "Give one of them another parent.",
            at=Place(ref=loop[0]),
            units=" → ".join([*loop, loop[0]]),
        )


def _loops(parents: dict[str, str], units: tuple[Unit, ...]) -> Iterator[list[str]]:
    tree = build_tree(units)
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        step = start
        while step not in tree and step not in done and step not in path:
            path[step] = None
            step = parents[step]
        if step in path:
            members = list(path)
            yield members[members.index(step) :]
        done.update(path)


def _post_problems(organisation: Organisation) -> Iterator[Problem]:
    yield from _code_problems("post", [post.code for post in organisation.posts])
    units = {unit.code for unit in organisation.units}
    for row, post in enumerate(organisation.posts, start=1):
        at = Place(ref=post.code)
        if post.unit not in units:
            yield error(
                "post-unit",
                "Post '{code}' in row {row} is in '{unit}', which is no unit.",
                "Add the unit, or correct its code.",
                at=at,
                code=post.code,
                row=row,
                unit=post.unit,
            )
        if post.degree not in list(Degree):
            yield error(
                "post-degree",
                "Post '{code}' in row {row} has the unknown degree '{degree}'.",
                "Give one of {degrees}.",
                at=at,
                code=post.code,
                row=row,
                degree=post.degree,
                degrees=", ".join(Degree),
            )
        for covered in post.covers:
            if covered not in units:
                yield error(
                    "post-covers",
                    "Post '{code}' in row {row} covers '{covered}', which is no unit.",
                    "Correct the code of the unit that the portfolio covers.",
                    at=at,
                    code=post.code,
                    row=row,
                    covered=covered,
                )


def _group_problems(organisation: Organisation) -> Iterator[Problem]:
    yield from _code_problems("group", [group.code for group in organisation.groups])
    units = {unit.code for unit in organisation.units}
    posts = {post.code for post in organisation.posts}
    for row, group in enumerate(organisation.groups, start=1):
        missing = [code for code in (group.unit,) if code not in units]
        missing += [code for _, code in group.seats if code not in posts]
        missing += [code for code in (group.office,) if code and code not in units | posts]
        for code in missing:
            yield error(
                "group-unknown",
                "Leading group '{group}' in row {row} names '{code}', which is no unit or post.",
                "Add it, or correct its code.",
                at=Place(ref=group.code),
                group=group.code,
                row=row,
                code=code,
            )
        if sum(seat is Seat.CHAIR for seat, _ in group.seats) > 1:
            yield error(
                "group-chairs",
                "Leading group '{group}' in row {row} has more than one chair.",
                "Keep one chair and make the others vice-chairs.",
                at=Place(ref=group.code),
                group=group.code,
                row=row,
            )


def _holder_problems(organisation: Organisation) -> Iterator[Problem]:
    posts = {post.code for post in organisation.posts}
    terms: dict[str, list[tuple[date, date, int]]] = {}
    for row, holder in enumerate(organisation.holders, start=1):
        yield from _row_problems(holder, row, posts)
        if holder.until is None or holder.since <= holder.until:
            terms.setdefault(holder.post, []).append((holder.since, holder.until or date.max, row))
    for post, held in terms.items():
        yield from _overlaps(post, sorted(held))


def _row_problems(holder: Holder, row: int, posts: set[str]) -> Iterator[Problem]:
    at = Place(ref=holder.post)
    if holder.post not in posts:
        yield error(
            "holder-post",
            "Row {row} gives '{post}' to {person}, and there is no such post.",
            "Add the post, or correct its code.",
            at=at,
            row=row,
            post=holder.post,
            person=holder.person,
        )
    if not holder.person.strip():
        yield error(
            "holder-person",
            "Row {row} names nobody as holder of '{post}'.",
            "Give the person, or take the row out: a post without a row is vacant.",
            at=at,
            row=row,
            post=holder.post,
        )
    if holder.until is not None and holder.until < holder.since:
        yield error(
            "holder-days",
            "Row {row}: {person} holds '{post}' from {since} until {until}, which is before that.",
            "Exchange the two days.",
            at=at,
            row=row,
            person=holder.person,
            post=holder.post,
            since=holder.since,
            until=holder.until,
        )


def _overlaps(post: str, held: list[tuple[date, date, int]]) -> Iterator[Problem]:
    for (_, end, other), (since, _, row) in _with_longest_before(held):
        if since <= end:
            yield error(
                "holder-overlap",
                "Rows {other} and {row} both give '{post}' to somebody on {since}.",
                "End the first the day before the second begins.",
                at=Place(ref=post),
                other=other,
                row=row,
                post=post,
                since=since,
            )


def _with_longest_before(
    held: Iterable[tuple[date, date, int]],
) -> Iterator[tuple[tuple[date, date, int], tuple[date, date, int]]]:
    longest: tuple[date, date, int] | None = None
    for term in held:
        if longest is not None:
            yield longest, term
        if longest is None or term[1] > longest[1]:
            longest = term


def _listed(names: list[str], most: int = 10) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
