"""A page asks the database the same number of questions however much there is."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Group, Holder, Organisation, Post, Seat, Unit
from remit.store import actions
from remit.store.actions import Decision
from tests.pages import harbour
from tests.pages.conftest import by

CHECK = "harbour-school-fire/art-3.i-2"


def questions(client, address: str) -> int:
    client.get(address)  # once to fill what is kept in memory
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def add_schools(now, first: int, last: int) -> None:
    codes = [f"E-{n}" for n in range(first, last)]
    actions.import_organisation(
        by(now),
        Organisation(
            units=tuple(Unit(code=c, name=f"第{c}小学", parent="E", kind="学校") for c in codes),
            posts=tuple(Post(code=f"{c}/校长", unit=c, title="校长", degree=Degree.FIRST) for c in codes),
            holders=tuple(Holder(post=f"{c}/校长", person=f"校长{c}", since=date(2025, 1, 1)) for c in codes),
        ),
    )


def add_records(now, first: int, last: int) -> None:
    for n in range(first, last):
        actions.record(
            by(now, username="clerk"),
            unit="E-P",
            day=date(2026, 1 + n % 5, 1 + n % 9),
            kind="check",
            title=f"第{n}次检查",
            meets=(CHECK,),
            evidence=((f"{n}.txt", str(n).encode()),),
        )


UNITS = [
    "/units/E/",
    "/units/HB/",
    "/ledger/?unit=HB&whole=1&status=every",
    "/ledger/?unit=E",
    "/heat-map/?unit=E",
    "/organisation/people/?unit=E",
    "/who/?unit=E",
    "/records/new?unit=E",
    "/",
]


@pytest.mark.parametrize("address", UNITS)
def test_with_5_and_40_units(sign_in, still_clock, address: str) -> None:
    client = sign_in("clerk")
    add_schools(still_clock, 0, 5)
    few = questions(client, address)
    add_schools(still_clock, 5, 40)
    assert questions(client, address) == few


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/units/E-P/",
        "/ledger/?unit=E-P&status=every",
        "/ledger/?unit=E-P&whole=1",
        "/records/new?unit=E-P",
    ],
)
def test_with_5_and_40_records(sign_in, still_clock, address: str) -> None:
    client = sign_in("taochunyuan")
    add_records(still_clock, 0, 5)
    few = questions(client, address)
    add_records(still_clock, 5, 40)
    assert questions(client, address) == few


def test_a_units_page_asks_eleven_questions_at_most(sign_in, still_clock) -> None:
    """Session, account, whom one sees in it, its posts; unit, line, level, records, and the journal's last line."""
    add_records(still_clock, 0, 5)
    assert questions(sign_in("clerk"), "/units/E-P/") <= 11


def test_with_2_and_12_editions(sign_in, still_clock) -> None:
    client = sign_in("reviewer")
    few = questions(client, "/regimes/")
    for n in range(10):
        actions.import_edition(by(still_clock), harbour.regime(date(2030 + n, 1, 1)))
    assert questions(client, "/regimes/") == few


def add_matters(now, first: int, last: int) -> str:
    """Tasks with steps, support and copies, and conferences that decided something; the first task's reference."""
    group = Group(code="HB/g", unit="HB", title="联席会议", seats=((Seat.CHAIR, "HB/市长"),))
    actions.set_group(by(now), group)
    for n in range(first, last):
        ref = actions.open_task(
            by(now, username="clerk"),
            units=("E-P",),
            asker="HB",
            title=f"第{n}件",
            due=date(2026, 6, 1 + n % 20),
            support=("E-M",),
            copies=("E",),
        )
        for step in range(n % 4):
            actions.take_step(by(now), refs=(ref,), move="note", reason=f"进展{step}")
        decision = Decision(text="检修", unit="E-P")
        actions.hold_conference(
            by(now), group="HB/g", day=now.date(), title=f"第{n}次", agenda=("议题",), decisions=(decision,)
        )
    return ref


MATTERS = (
    ("taochunyuan", "/"),
    ("taochunyuan", "/matters/"),
    ("clerk", "/matters/?box=started"),
    ("clerk", "/matters/tasks/new/?unit=HB&to=E"),
    ("clerk", "/matters/filings/new/?unit=HB"),
    ("clerk", "/conferences/?group=HB/g"),
    ("clerk", "/conferences/new/?group=HB/g"),
)


def test_with_5_and_30_matters(sign_in, still_clock) -> None:
    counts = []
    for first, last in ((0, 5), (5, 30)):
        add_matters(still_clock, first, last)
        counts.append([questions(sign_in(username), address) for username, address in MATTERS])
    assert counts[0] == counts[1]


def test_with_1_and_30_steps_of_a_matter(sign_in, still_clock) -> None:
    ref = add_matters(still_clock, 1, 2)
    client = sign_in("taochunyuan")
    few = questions(client, f"/matters/{ref}/")
    for n in range(29):
        actions.take_step(by(still_clock), refs=(ref,), move="note", reason=f"进展{n}")
    assert questions(client, f"/matters/{ref}/") == few
