"""A page asks the database the same number of questions however much there is."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit
from remit.store import actions
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


@pytest.mark.parametrize("address", ["/units/E/", "/units/HB/", "/who/?unit=E", "/records/new?unit=E", "/"])
def test_with_5_and_40_units(sign_in, still_clock, address: str) -> None:
    client = sign_in("clerk")
    add_schools(still_clock, 0, 5)
    few = questions(client, address)
    add_schools(still_clock, 5, 40)
    assert questions(client, address) == few


@pytest.mark.parametrize("address", ["/", "/units/E-P/", "/records/new?unit=E-P"])
def test_with_5_and_40_records(sign_in, still_clock, address: str) -> None:
    client = sign_in("taochunyuan")
    add_records(still_clock, 0, 5)
    few = questions(client, address)
    add_records(still_clock, 5, 40)
    assert questions(client, address) == few


def test_with_2_and_12_editions(sign_in, still_clock) -> None:
    client = sign_in("reviewer")
    few = questions(client, "/regimes/")
    for n in range(10):
        actions.import_edition(by(still_clock), harbour.regime(date(2030 + n, 1, 1)))
    assert questions(client, "/regimes/") == few
