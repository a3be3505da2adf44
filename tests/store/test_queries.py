"""How many queries a question takes: a fixed number, whatever is stored."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit
from remit.store import actions, inquiry, load
from remit.store.access import CONSOLE, Role
from tests.store.cast import DRILL, EDITION, TODAY, by

pytestmark = pytest.mark.usefixtures("port")

QUESTIONS = {
    "stretch": (1, lambda: load.stretch("/1/2")),
    "root": (1, load.root),
    "organisation": (4, load.organisation),
    "editions": (1, load.editions),
    "edition": (1, lambda: load.edition(EDITION)),
    "calendar": (1, load.calendar),
    "account": (2, lambda: load.viewer("dee", TODAY)),
    "unit": (6, lambda: inquiry.unit(CONSOLE, "/1")),
    "units": (2, lambda: inquiry.units(CONSOLE, "/1")),
    "homes": (1, lambda: inquiry.homes(CONSOLE)),
    "adoptions": (5, lambda: inquiry.adoptions(CONSOLE, "/1/2")),
    "records": (6, lambda: inquiry.records(CONSOLE, "/1", subtree=True)),
    "excuses": (2, lambda: inquiry.excuses(CONSOLE, "/1", subtree=True)),
    "standings": (15, lambda: inquiry.standings(CONSOLE, "/1", TODAY, subtree=True)),
    "rollup": (3, lambda: inquiry.rollup(CONSOLE, "/1", TODAY)),
    "who": (10, lambda: inquiry.who(CONSOLE, DRILL, "/1/2", TODAY)),
    "journal": (1, lambda: inquiry.journal(CONSOLE)),
}


def grow(times: int) -> None:
    """More of everything: units, posts, holders, records with evidence, excuses."""
    for n in range(times):
        code = f"/1/3{n}"
        actions.import_organisation(
            by(),
            Organisation(
                units=(Unit(code=code, name="Pier", parent="/1", kind="terminal"),),
                posts=(Post(code=f"{code}/head", unit=code, title="Manager", degree=Degree.FIRST),),
                holders=(Holder(post=f"{code}/head", person=f"P{n}", since=date(2027, 1, 1)),),
            ),
        )
        for unit in (code, "/1/2"):
            actions.record(
                by(),
                unit=unit,
                day=date(2027, 4, 2),
                kind="drill",
                title="Drill",
                meets=[DRILL],
                evidence=[("a", f"{code}{unit}".encode())],
            )
        actions.excuse(
            by(), duty=DRILL, unit=code, since=date(2027, 1, 1), until=date(2027, 3, 31), reason="New pier"
        )


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_asks_the_database_as_often_for_much_as_for_little(name):
    expected, question = QUESTIONS[name]
    actions.create_account(by(), username="dee", person="Dee", unit="/1/20", role=Role.HOLDER)
    counts = []
    for times in (1, 4):
        grow(times)
        question()
        with CaptureQueriesContext(connection) as captured:
            question()
        counts.append(len(captured))
    assert counts == [expected, expected]


def test_it_records_with_a_fixed_number_of_statements():
    def once(n: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            actions.record(
                by(),
                unit="/1/2",
                day=date(2027, 4, n),
                kind="drill",
                title="Drill",
                meets=[DRILL] if n < 3 else [],
            )
        return len([q for q in captured if "SAVEPOINT" not in q["sql"]])

    assert once(1) == once(2) <= 12


def test_it_parses_a_regime_once():
    first = load.regime(load.edition(EDITION))
    assert load.regime(load.edition(EDITION)) is first
