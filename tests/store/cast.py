"""A fixed cast for the tests of the store: a small port, its regime, and the people who ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from remit.core.duty import Degree, Duty, Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.regime import Edition, Regime, RegimeClause, Role
from remit.core.workday import WorkCalendar
from remit.store import actions, load
from remit.store.access import CONSOLE, Viewer
from remit.store.access import Role as AccountRole
from remit.store.refusal import Refused
from remit.store.transaction import By

NOW = datetime(2027, 5, 10, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
EDITION = Edition("port-fire", date(2027, 1, 1))
LATER = Edition("port-fire", date(2027, 7, 1))
DRILL, REPORT = "port-fire/art-2", "port-fire/art-3"
OUTSIDE = "收集教师的宗教信仰情况并建立台账"

PORT = Organisation(
    units=(
        Unit(code="/1", name="Port authority", kind="authority"),
        Unit(code="/1/2", name="North terminal", parent="/1", kind="terminal"),
        Unit(code="/1/2/1", name="Crane yard", parent="/1/2", kind="yard"),
        Unit(code="/1/20", name="South terminal", parent="/1", kind="terminal"),
    ),
    posts=(
        Post(code="/1/head", unit="/1", title="Head of the port", degree=Degree.FIRST),
        Post(code="/1/2/head", unit="/1/2", title="Terminal manager", degree=Degree.FIRST),
        Post(code="/1/20/head", unit="/1/20", title="Terminal manager", degree=Degree.FIRST),
    ),
    holders=(
        Holder(post="/1/head", person="Ada", since=date(2026, 1, 1)),
        Holder(post="/1/2/head", person="Ben", since=date(2026, 1, 1), until=date(2027, 3, 31)),
        Holder(post="/1/2/head", person="Cai", since=date(2027, 4, 1)),
        Holder(post="/1/20/head", person="Dee", since=date(2026, 1, 1)),
    ),
)
CALENDAR = WorkCalendar(first=date(2026, 1, 1), last=date(2028, 12, 31))

_reviewed = Review(state=ReviewState.ACCEPTED, by="Eve", on=date(2027, 1, 2))
REGIME = Regime(
    id=EDITION.regime,
    title="Fire safety in the port",
    edition=EDITION.day,
    language="en",
    subject="fire safety",
    roles=(Role(name="each terminal", units=("terminal",)),),
    clauses=(
        RegimeClause(ref=("1",), text="Port fire rules", start=0, end=15, heading=True),
        RegimeClause(
            ref=("2",),
            text="Each terminal shall hold a fire drill once a quarter.",
            start=16,
            end=69,
            duties=(
                Duty(
                    ref="art-2",
                    quote="Each terminal shall hold a fire drill once a quarter.",
                    holders=("each terminal",),
                    actions=("hold a fire drill",),
                    cadence=(Cadence(min=1, period="P3M"),),
                    review=_reviewed,
                ),
            ),
        ),
        RegimeClause(
            ref=("3",),
            text="After a fire each terminal shall report within 3 days.",
            start=70,
            end=124,
            duties=(
                Duty(
                    ref="art-3",
                    quote="each terminal shall report within 3 days",
                    holders=("each terminal",),
                    actions=("report",),
                    deadline=(Deadline(amount=3, unit="day", after="a fire"),),
                    review=_reviewed,
                ),
            ),
        ),
    ),
)
_keys = count(1)


def by(viewer: Viewer = CONSOLE, *, key: str = "", now: datetime = NOW) -> By:
    """A request of its own, unless it is given a key."""
    return By(viewer=viewer, key=key or f"test-{next(_keys)}", now=now)


def settle() -> None:
    """The port with its calendar, the regime in force everywhere from January on."""
    actions.import_organisation(by(), PORT)
    actions.set_calendar(by(), CALENDAR)
    actions.import_edition(by(), REGIME)
    actions.issue_edition(by(), EDITION, version=1)
    actions.adopt(by(), EDITION, unit="/1", since=date(2027, 1, 1))


def member(role: AccountRole, *, person: str = "", unit: str = "") -> Viewer:
    """Somebody with an account in that role."""
    username = f"{role}-{next(_keys)}"
    actions.create_account(by(), username=username, person=person, unit=unit, role=role)
    return load.viewer(username, TODAY)


def later(title: str = REGIME.title) -> Regime:
    """The next edition of the regime."""
    return replace(REGIME, edition=date(2027, 7, 1), title=title)


def drill(**changes: Any) -> str:
    """A drill at the north terminal, recorded by the console unless told otherwise."""
    given = {
        "unit": "/1/2",
        "day": date(2027, 4, 2),
        "kind": "drill",
        "title": "Spring drill",
        "meets": [DRILL],
    }
    return actions.record(changes.pop("by", None) or by(), **{**given, **changes})


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The codes of the problems with which something was refused."""
    return [p.code for p in refused.value.problems]
