"""What is wrong with an organisation: with its tree of units, its posts and who holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Seat, Unit, build_tree
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
        *_unit_days(organisation.units),
        *_post_days(organisation),
        *_holder_days(organisation),
    )


def _unit_problems(units: tuple[Unit, ...]) -> Iterator[Problem]:
    if not units:
        yield error("organisation-empty", "The organisation has no unit.", "Give at least one unit.")
    yield from _code_problems("unit", [unit.code for unit in units])


def _code_problems(kind: str, codes: list[str]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    alike: dict[str, str] = {}
    for row, code in enumerate(codes, start=1):
        same = alike.setdefault("".join(code.split()).casefold(), code)
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
        elif same != code:
            yield error(
                f"{kind}-alike",
                "Code '{code}' in row {row} differs from '{same}' in row {other} only in spaces or capital letters.",
                "Write it the same way everywhere, or give one of them another code.",
                at=Place(ref=code),
                code=code,
                row=row,
                same=same,
                other=first[same],
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


def _unit_days(units: tuple[Unit, ...]) -> Iterator[Problem]:
    ends = {unit.code: unit.until for unit in units if unit.until is not None}
    for row, unit in enumerate(units, start=1):
        yield from _backwards("unit", unit, row)
        end = ends.get(unit.parent)
        if end is not None and (unit.until is None or unit.until > end):
            yield error(
                "unit-below-closed",
                "Unit '{code}' in row {row} goes on after its superior '{parent}' was closed on {day}.",
                "Close it by then as well, or put it under another unit.",
                at=Place(ref=unit.code),
                code=unit.code,
                row=row,
                parent=unit.parent,
                day=end,
            )


def _post_days(organisation: Organisation) -> Iterator[Problem]:
    units = {one.code: one for one in organisation.units if one.since is not None or one.until is not None}
    for row, post in enumerate(organisation.posts, start=1):
        yield from _backwards("post", post, row)
        unit = units.get(post.unit)
        if unit is not None and unit.until is not None and (post.until is None or post.until > unit.until):
            yield error(
                "post-closed",
                "Post '{code}' in row {row} goes on after its unit '{unit}' was closed on {day}.",
                "Give it a last day by then, or put it in another unit.",
                at=Place(ref=post.code),
                code=post.code,
                row=row,
                unit=post.unit,
                day=unit.until,
            )
        if unit is not None and unit.since is not None and post.since is not None and post.since < unit.since:
            yield error(
                "post-early",
                "Post '{code}' in row {row} begins on {since}, before its unit '{unit}' was there ({day}).",
                "Correct one of the two days.",
                at=Place(ref=post.code),
                code=post.code,
                row=row,
                since=post.since,
                unit=post.unit,
                day=unit.since,
            )


def _holder_days(organisation: Organisation) -> Iterator[Problem]:
    posts = {one.code: one for one in organisation.posts if one.since is not None or one.until is not None}
    for row, holder in enumerate(organisation.holders, start=1):
        post = posts.get(holder.post)
        if post is None:
            continue
        beyond = post.until is not None and (holder.until is None or holder.until > post.until)
        early = post.since is not None and holder.since < post.since
        if beyond or early:
            yield error(
                "holder-beyond",
                "Row {row}: {person} holds '{post}' on days on which there is no such post ({since} – {until}).",
                "Correct the days of the holder, or those of the post.",
                at=Place(ref=holder.post),
                row=row,
                person=holder.person,
                post=holder.post,
                since=post.since or "…",
                until=post.until or "…",
            )


def _backwards(kind: str, thing: Unit | Post, row: int) -> Iterator[Problem]:
    if thing.since is not None and thing.until is not None and thing.until < thing.since:
        yield error(
            f"{kind}-days",
            "'{code}' in row {row} lasts from {since} until {until}, which is before that.",
            "Exchange the two days.",
            at=Place(ref=thing.code),
            code=thing.code,
            row=row,
            since=thing.since,
            until=thing.until,
        )
