"""Changes of an organisation in any order, and a naive replay of them, for the tests of what units were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from remit.core.post import ChangeKind, Organisation, Unit, UnitChange, index_organisation
from remit.core.reorganisation import Intent, Reorganisation, reorganise

FIRST = date(2026, 1, 1)
TODAY = FIRST + timedelta(days=20)
DAYS = tuple(FIRST + timedelta(days=count) for count in range(-1, 22))
HARBOUR = Organisation(
    units=(
        Unit(code="port", name="Port", kind="port"),
        Unit(code="a", name="A", parent="port", kind="area"),
        Unit(code="a1", name="A1", parent="a", kind="berth"),
        Unit(code="a2", name="A2", parent="a", kind="berth"),
        Unit(code="b", name="B", parent="port", kind="area"),
        Unit(code="b1", name="B1", parent="b", kind="berth", since=FIRST + timedelta(days=3)),
    )
)
CODES = ("port", "a", "a1", "a2", "b", "b1", "n1", "n2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One attempt at a change: most are refused, which the tests do not mind."""

    what: ChangeKind
    unit: str
    other: str
    day: date


steps = st.lists(
    st.builds(
        Step,
        what=st.sampled_from(ChangeKind),
        unit=st.sampled_from(CODES),
        other=st.sampled_from(CODES),
        day=st.sampled_from(DAYS[1:]),
    ),
    max_size=14,
)


def attempt(organisation: Organisation, step: Step) -> Reorganisation:
    """Decide one change."""
    to = f"{step.other}!" if step.what is ChangeKind.RENAMED else step.other
    parts = (Unit(code=step.other, name=step.other, kind="new"),)
    intent = Intent(what=step.what, unit=step.unit, day=step.day, to=to, parts=parts)
    return reorganise(index_organisation(organisation), intent, today=TODAY)


def kept(organisation: Organisation, change: Reorganisation) -> Organisation:
    """Return the organisation as a store would keep it after a change."""
    units = {unit.code: unit for unit in (*organisation.units, *change.units)}
    posts = {post.code: post for post in (*organisation.posts, *change.posts)}
    holders = {(one.post, one.person, one.since): one for one in (*organisation.holders, *change.holders)}
    return replace(
        organisation,
        units=tuple(units.values()),
        posts=tuple(posts.values()),
        holders=tuple(holders.values()),
        changes=(*organisation.changes, *change.changes),
    )


def accepted(tried: Sequence[Step], organisation: Organisation = HARBOUR) -> tuple[Organisation, list[Step]]:
    """Return the organisation after the attempts, and those of them that were not refused."""
    done = []
    for step in tried:
        change = attempt(organisation, step)
        if not change.problems:
            organisation = kept(organisation, change)
            done.append(step)
    return organisation, done


def replayed(done: Sequence[Step], day: date) -> dict[str, tuple[str, str, str]]:
    """Return name, superior and kind of every unit there was on a day: each change done in turn, day by day."""
    units = {one.code: (one.name, one.parent, one.kind) for one in HARBOUR.units}
    gone = set()
    for step in sorted(done, key=lambda one: one.day):
        if step.day > day:
            break
        name, parent, kind = units[step.unit]
        if step.what is ChangeKind.RENAMED:
            units[step.unit] = (f"{step.other}!", parent, kind)
        elif step.what is ChangeKind.MOVED:
            units[step.unit] = (name, step.other, kind)
        elif step.what is ChangeKind.RECLASSIFIED:
            units[step.unit] = (name, parent, step.other)
        elif step.what is ChangeKind.SPLIT:
            units[step.other] = (step.other, parent, "new")
        else:
            gone.add(step.unit)
            for code, (own, above, of) in units.items():
                if step.what is ChangeKind.MERGED and above == step.unit and code not in gone:
                    units[code] = (own, step.other, of)
    begun = {one.code for one in HARBOUR.units if one.since is not None and one.since > day}
    return {code: told for code, told in units.items() if code not in gone | begun}


def above_in(units: dict[str, tuple[str, str, str]], code: str) -> tuple[str, ...]:
    """Return what is above a unit, nearest first."""
    found: list[str] = []
    step = units[code][1]
    while step:
        assert step not in found, "a loop"
        found.append(step)
        step = units[step][1]
    return tuple(found)


def renamed(unit: str, day: date, before: str, after: str) -> UnitChange:
    return UnitChange(unit=unit, day=day, kind=ChangeKind.RENAMED, before=before, after=after)
