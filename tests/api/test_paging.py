"""Lists come in pages that join without gap or repetition, and ask the database the same however much there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit
from remit.store import actions
from tests.store.cast import DRILL, by, drill, later

ADDRESSES = [
    ("units", {"unit": "/1"}),
    ("standings", {"unit": "/1", "below": True}),
    ("rollup", {"unit": "/1"}),
    ("answers", {"unit": "/1", "duty": DRILL, "below": True}),
    ("records", {"unit": "/1", "below": True}),
    ("excuses", {"unit": "/1", "below": True}),
    ("editions", {}),
    ("matters", {"box": "to-do"}),
]


def add(first: int, last: int) -> None:
    """Terminals with heads, a record and an excuse of each, and an edition of each."""
    codes = [f"/1/t{n}" for n in range(first, last)]
    actions.import_organisation(
        by(),
        Organisation(
            units=tuple(Unit(code=c, name=f"Terminal {c}", parent="/1", kind="terminal") for c in codes),
            posts=tuple(Post(code=f"{c}/head", unit=c, title="Manager", degree=Degree.FIRST) for c in codes),
            holders=tuple(
                Holder(post=f"{c}/head", person=f"Holder {c}", since=date(2026, 1, 1)) for c in codes
            ),
        ),
    )
    for n, code in enumerate(codes, start=first):
        drill(unit=code, day=date(2027, 4, 1 + n % 3))
        actions.excuse(
            by(), duty=DRILL, unit=code, since=date(2027, 1, 1), until=date(2027, 3, 31), reason=f"{n % 2}"
        )
        due = None if n % 4 == 3 else date(2027, 6, 1 + n % 3)
        actions.open_task(by(), units=("/1",), asker="/1", title=f"Task {n}", due=due)
        regime = later(title=f"Edition {n}")
        actions.import_edition(by(), replace(regime, edition=date(2028, 1 + n % 12, 1 + n // 12)))


def pages(caller, path: str, limit: int, **query) -> list:
    found, after = [], ""
    for _ in range(200):
        page = caller.get(path, **query, limit=limit, **({"after": after} if after else {})).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        if page["next"] is None:
            return found
        after = page["next"]
    raise AssertionError("it never ends")


@pytest.mark.parametrize(("path", "query"), ADDRESSES, ids=lambda one: one if isinstance(one, str) else "")
def test_pages_join_to_the_whole(call, path, query):
    add(0, 12)
    clerk = call("clerk")
    whole = pages(clerk, path, 200, **query)
    assert len(whole) > 7
    assert pages(clerk, path, 3, **query) == whole
    assert pages(clerk, path, len(whole), **query) == whole


def test_the_journal_and_the_accounts_come_in_pages_too(call):
    for who, path in (("auditor", "journal"), ("keeper", "accounts")):
        caller = call(who)
        whole = pages(caller, path, 200)
        assert len(whole) > 5
        assert pages(caller, path, 2) == whole


@pytest.mark.parametrize(("path", "query"), ADDRESSES, ids=lambda one: one if isinstance(one, str) else "")
def test_the_number_of_queries_is_fixed(call, path, query):
    clerk = call("clerk")

    def questions() -> int:
        clerk.get(path, **query)
        with CaptureQueriesContext(connection) as asked:
            assert clerk.get(path, **query).status_code == 200
        return len(asked)

    add(0, 3)
    few = questions()
    add(3, 25)
    assert questions() == few


def test_what_is_added_meanwhile_moves_nothing(call):
    add(0, 6)
    clerk = call("clerk")
    first = clerk.get("records", unit="/1", below=True, limit=3).json()
    drill(unit="/1/2", day=date(2027, 1, 5))
    rest = pages_after(clerk, first["next"])
    refs = [one["ref"] for one in first["items"]] + rest
    assert len(refs) == len(set(refs)) == 6


def pages_after(caller, after: str) -> list[str]:
    page = caller.get("records", unit="/1", below=True, after=after).json()
    return [one["ref"] for one in page["items"]]
