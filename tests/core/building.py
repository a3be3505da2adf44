"""Values for the tests of the core: a small fictional harbour and its regime, each part easily replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from remit.core.adoption import Adoption
from remit.core.duty import Degree, Duty
from remit.core.period import Cadence, Deadline
from remit.core.post import Directory, Holder, Organisation, Post, Unit, index_organisation
from remit.core.record import Record
from remit.core.regime import Defaults, Regime, RegimeClause, Role
from remit.core.schedule import Occurrence
from remit.core.workday import WorkCalendar

QUOTE = "泊位单位应当检查缆桩"
CALENDAR = WorkCalendar(
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    holidays=frozenset({date(2026, 1, 1), date(2026, 1, 2), date(2026, 10, 1), date(2026, 10, 2)}),
    workdays=frozenset({date(2026, 1, 4), date(2026, 10, 10)}),
)


def day(text: str) -> date:
    """Return an ISO day; a year alone is its first day."""
    return date.fromisoformat(text)


def a_duty(
    ref: str = "art-4",
    *,
    quote: str = QUOTE,
    holders: Sequence[str] = ("泊位单位",),
    cadence: Sequence[Cadence] = (),
    deadline: Sequence[Deadline] = (),
) -> Duty:
    return Duty(
        ref=ref, quote=quote, holders=tuple(holders), cadence=tuple(cadence), deadline=tuple(deadline)
    )


def a_clause(
    *duties: Duty, ref: Sequence[str] = ("第四条",), text: str = f"第四条 {QUOTE}。"
) -> RegimeClause:
    return RegimeClause(ref=tuple(ref), text=text, start=0, end=len(text), duties=duties)


def a_regime(
    *duties: Duty,
    clauses: Sequence[RegimeClause] = (),
    roles: Sequence[Role] = (Role(name="泊位单位", units=("berth",)),),
    defaults: Defaults = Defaults(),
    subject: str = "靠泊安全",
    id: str = "harbour",
) -> Regime:
    return Regime(
        id=id,
        title="虚构港靠泊安全责任制规定",
        edition=date(2026, 1, 1),
        subject=subject,
        defaults=defaults,
        roles=tuple(roles),
        clauses=tuple(clauses) or (a_clause(*duties),),
    )


UNITS = (
    Unit(code="port", name="虚构港", kind="port"),
    Unit(code="east", name="东作业区", kind="area", parent="port"),
    Unit(code="e1", name="东一泊位", kind="berth", parent="east"),
    Unit(code="e2", name="东二泊位", kind="berth", parent="east"),
    Unit(code="west", name="西作业区", kind="area", parent="port"),
    Unit(code="w1", name="西一泊位", kind="berth", parent="west"),
)
POSTS = (
    Post(code="port/head", unit="port", title="港长", degree=Degree.FIRST),
    Post(code="east/head", unit="east", title="东区主任", degree=Degree.FIRST),
    Post(code="e1/head", unit="e1", title="泊位长", degree=Degree.FIRST),
    Post(code="e1/deputy", unit="e1", title="副泊位长", degree=Degree.DIRECT, portfolio=("靠泊安全",)),
    Post(code="e1/other", unit="e1", title="行政副泊位长", degree=Degree.DIRECT, portfolio=("后勤",)),
    Post(code="e2/head", unit="e2", title="泊位长", degree=Degree.FIRST),
)
HOLDERS = (
    Holder(post="port/head", person="程岸", since=date(2020, 1, 1)),
    Holder(post="e1/head", person="江帆", since=date(2024, 1, 1), until=date(2026, 6, 30)),
    Holder(post="e1/head", person="沈舟", since=date(2026, 7, 1)),
    Holder(post="e1/deputy", person="陆缆", since=date(2025, 1, 1)),
)


def a_directory(
    *,
    units: Sequence[Unit] = UNITS,
    posts: Sequence[Post] = POSTS,
    holders: Sequence[Holder] = HOLDERS,
) -> Directory:
    return index_organisation(Organisation(units=tuple(units), posts=tuple(posts), holders=tuple(holders)))


def an_adoption(
    regime: Regime, *, unit: str = "port", since: str = "2026-01-01", until: str | None = None
) -> Adoption:
    return Adoption(regime=regime, unit=unit, since=day(since), until=day(until) if until else None)


def a_record(
    ref: str,
    on: str,
    *meets: str,
    unit: str = "e1",
    starts: Sequence[str] = (),
) -> Record:
    return Record(
        ref=ref,
        unit=unit,
        day=day(on),
        entered=day(on),
        kind="检查",
        title="缆桩检查",
        meets=meets,
        starts=tuple(starts),
    )


def an_occurrence(
    *,
    window: str = "2026-03",
    opens: str = "2026-03-01",
    due: str = "2026-03-31",
    needed: int = 1,
    duty: str = "harbour/art-4",
    unit: str = "e1",
    rhythm: str = "P1M",
) -> Occurrence:
    return Occurrence(
        duty=duty,
        unit=unit,
        window=window,
        opens=day(opens),
        due=day(due),
        needed=needed,
        clause=("第四条",),
        rhythm=rhythm,
    )


@st.composite
def forests(draw: st.DrawFn) -> tuple[Unit, ...]:
    """Units in any order, each below an earlier drawn one or a root."""
    size = draw(st.integers(0, 25))
    parents = [draw(st.integers(-1, place - 1)) if place else -1 for place in range(size)]
    units = [
        Unit(code=f"u{place}", name="x", parent=f"u{parent}" if parent >= 0 else "")
        for place, parent in enumerate(parents)
    ]
    return tuple(draw(st.permutations(units)))
