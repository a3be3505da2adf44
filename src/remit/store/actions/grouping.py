"""Leading groups: who chairs, who sits in them, and where their office is."""

from __future__ import annotations

import msgspec

from remit.core.establishment import organisation_problems
from remit.core.post import Group, Organisation, Unit
from remit.core.problem import Place, Problem, error
from remit.store import load, load_establishment, save, screening
from remit.store.access import Action, require
from remit.store.refusal import Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["set_group"]


@action
def set_group(work: Work, group: Group, *, new: bool = False) -> Done:
    """Make a leading group, or (unless it has to be `new`) bring one of that code up to date; returns its code.

    Its seats may be filled by posts of any unit; its office is a unit or a post.
    """
    within = load.stretch(group.unit)
    require(work.viewer, Action.ORGANISE, within)
    refuse(screening.text_problems([group.code, group.title]))
    known = load_establishment.group_unit(group.code)
    if known and (new or known != group.unit):
        raise Refused([_taken(group)])
    refuse((*_unnamed(group), *_problems(group)))
    save.organisation_rows(Organisation(groups=(group,)))
    payload = {"group": msgspec.to_builtins(group)}
    return Done(ref=group.code, kind="group-set", unit=group.unit, payload=payload)


def _problems(group: Group) -> list[Problem]:
    """What the core finds wrong with the group among the units and posts that it names."""
    posts = load.posts_named([*(post for _, post in group.seats), group.office])
    units = load.codes_known({group.unit, group.office, *(post.unit for post in posts)})
    known = Organisation(
        units=tuple(Unit(code=code, name=code) for code in units), posts=posts, groups=(group,)
    )
    return [problem for problem in organisation_problems(known) if problem.code.startswith("group")]


def _unnamed(group: Group) -> list[Problem]:
    seats = [post for _, post in group.seats]
    if group.title.strip() and len(set(seats)) == len(seats):
        return []
    return [
        error(
            "group-shape",
            "The leading group '{code}' has no name, or a post sits in it twice.",
            "Give it a name, and each post one seat.",
            at=Place(ref=group.code),
            code=group.code,
        )
    ]


def _taken(group: Group) -> Problem:
    return error(
        "group-taken",
        "There is a leading group '{code}' already.",
        "Give this one another name or code, or change that one.",
        at=Place(ref=group.code),
        code=group.code,
    )
