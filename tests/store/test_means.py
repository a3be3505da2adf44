"""People and means: counted and summed over a unit and all below it, money set aside and spent by records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.duty import Degree
from remit.core.means import Means, Money
from remit.core.post import Organisation, Post, Unit
from remit.store import actions, means_inquiry, models
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Denied, NotThere, Refused
from tests.store.cast import PORT, TODAY, by, codes, drill, member

pytestmark = pytest.mark.usefixtures("port")
NORTH = "/1/2"
GIVEN = {"unit": NORTH, "year": 2027, "purpose": "Drills", "currency": "EUR", "amount": 500_00}


def seen(code: str = NORTH, year: int = 2027, today: date = TODAY) -> means_inquiry.MeansSeen:
    return means_inquiry.means(CONSOLE, code, year, today=today)


def training(unit: str = NORTH) -> str:
    return drill(unit=unit, kind="training", title="Extinguishers")


def test_posts_trainings_and_money_add_up_over_the_units_below() -> None:
    actions.import_organisation(
        by(),
        Organisation(
            units=(Unit(code="/1/2/9", name="Berth", parent=NORTH, kind="berth"),),
            posts=(replace(PORT.posts[1], code="/1/2/9/head", unit="/1/2/9"),),
        ),
    )
    ref = actions.set_budget(by(), **GIVEN)
    actions.set_budget(by(), **{**GIVEN, "unit": "/1/20", "amount": 100_00})
    actions.set_budget(by(), **{**GIVEN, "unit": "/1", "currency": "CNY"})
    actions.set_budget(by(), **{**GIVEN, "year": 2026})
    record = training()
    training("/1/20")
    actions.spend(by(), budget=ref, record=record, amount=120_50)
    port, north = seen("/1"), seen()
    assert port.own == Means(posts=1, money=(Money(currency="CNY", amount=500_00, spent=0),))
    assert port.subtree == Means(
        posts=4,
        vacant=1,
        trainings=2,
        money=(
            Money(currency="CNY", amount=500_00, spent=0),
            Money(currency="EUR", amount=600_00, spent=120_50),
        ),
    )
    assert {unit.code: (means.posts, means.vacant, means.trainings) for unit, means in port.below} == {
        NORTH: (2, 1, 1),
        "/1/20": (1, 0, 1),
    }
    assert (north.own.vacant, north.subtree.vacant) == (0, 1)
    assert [(one.ref, one.spent) for one in north.budgets] == [(ref, 120_50)]
    assert north.spendings[ref][0][0] == record
    assert seen(year=2026).own.money == (Money(currency="EUR", amount=500_00, spent=0),)


def test_who_attended_is_counted_by_name_or_by_number() -> None:
    for details in ([("Ben", None), ("Cai", None)], [("", 30)]):
        key = models.Record.objects.get(ref=training()).pk
        for place, (person, number) in enumerate(details):
            models.RecordDetail.objects.create(
                record_id=key, place=place, key="attendance", person=person, number=number
            )
    assert (seen().own.trainings, seen().own.attended) == (2, 32)


def test_a_budget_is_changed_and_spending_is_taken_back() -> None:
    ref = actions.set_budget(by(), **GIVEN)
    record = drill()
    actions.spend(by(), budget=ref, record=record, amount=1)
    actions.spend(by(), budget=ref, record=record, amount=2)
    assert seen().budgets[0].spent == 2
    with pytest.raises(Refused) as refused:
        actions.set_budget(by(), **{**GIVEN, "currency": "CNY"}, ref=ref)
    assert codes(refused) == ["budget-kept"]
    actions.spend(by(), budget=ref, record=record, amount=0)
    actions.set_budget(by(), **{**GIVEN, "currency": "CNY", "amount": 7}, ref=ref)
    assert [(one.currency, one.amount, one.spent) for one in seen().budgets] == [("CNY", 7, 0)]


def test_what_was_spent_stays_with_a_record_that_is_put_right_and_goes_with_one_that_is_withdrawn() -> None:
    ref = actions.set_budget(by(), **GIVEN)
    first = training()
    actions.spend(by(), budget=ref, record=first, amount=5)
    given = {"day": date(2027, 4, 3), "kind": "training", "title": "Hoses", "reason": "wrong day"}
    second = actions.correct_record(by(), first, **given)
    assert (seen().budgets[0].spent, seen().own.money[0].spent, seen().own.trainings) == (5, 5, 1)
    actions.spend(by(), budget=ref, record=second, amount=7)
    assert seen().budgets[0].spent == 7
    actions.withdraw_record(by(), ref=second, reason="not held")
    assert (seen().budgets[0].spent, seen().own.money[0].spent, seen().own.trainings) == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"purpose": ""}, "budget-purpose"),
        ({"currency": "euro"}, "budget-currency"),
        ({"amount": -1}, "budget-amount"),
        ({"regime": "other"}, "budget-regime"),
        ({"year": 26}, "budget-year"),
        ({"purpose": "查处网民言论"}, "outside-scope"),
    ],
)
def test_an_unsound_budget_is_refused(change: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.set_budget(by(), **{**GIVEN, **change})
    assert codes(refused) == [code]


def test_a_purpose_has_one_budget_a_year() -> None:
    actions.set_budget(by(), **GIVEN)
    with pytest.raises(Refused) as refused:
        actions.set_budget(by(), **{**GIVEN, "amount": 1})
    assert codes(refused) == ["budget-twice"]


def test_only_records_of_the_unit_and_year_spend() -> None:
    ref = actions.set_budget(by(), **GIVEN)
    for record in ("none", drill(unit="/1/20")):
        with pytest.raises(Refused) as refused:
            actions.spend(by(), budget=ref, record=record, amount=1)
        assert codes(refused) == ["budget-record"]
    for amount in (-1, 10**16):
        with pytest.raises(Refused) as refused:
            actions.spend(by(), budget=ref, record=drill(), amount=amount)
        assert codes(refused) == ["budget-amount"]
    with pytest.raises(NotThere):
        actions.spend(by(), budget="none", record=drill(), amount=1)


def test_a_clerk_sets_it_a_holder_spends_and_others_see_nothing() -> None:
    holder, clerk = (member(role, unit=NORTH) for role in (Role.HOLDER, Role.CLERK))
    with pytest.raises(Denied):
        actions.set_budget(by(holder), **GIVEN)
    ref = actions.set_budget(by(clerk), **GIVEN)
    actions.spend(by(holder), budget=ref, record=drill(), amount=1)
    with pytest.raises(Denied):
        actions.set_budget(by(clerk), **{**GIVEN, "unit": "/1/20"})
    for role, unit in ((Role.HOLDER, "/1/20"), (Role.AUDITOR, ""), (Role.SYSTEM_ADMINISTRATOR, "")):
        with pytest.raises(Denied):
            means_inquiry.means(member(role, unit=unit), NORTH, 2027, today=TODAY)
        with pytest.raises(Denied):
            actions.spend(by(member(role, unit=unit)), budget=ref, record=drill(), amount=1)


def test_it_asks_the_database_as_often_for_many_units_as_for_few() -> None:
    counts = []
    for first, last in ((0, 2), (2, 20)):
        units = tuple(Unit(code=f"/1/u{n}", name="U", parent="/1", kind="yard") for n in range(first, last))
        posts = tuple(Post(code=f"{u.code}/p", unit=u.code, title="P", degree=Degree.FIRST) for u in units)
        actions.import_organisation(by(), Organisation(units=units, posts=posts))
        for unit in units:
            ref = actions.set_budget(by(), **{**GIVEN, "unit": unit.code})
            actions.spend(by(), budget=ref, record=drill(unit=unit.code, meets=[]), amount=1)
        seen("/1")
        with CaptureQueriesContext(connection) as asked:
            seen("/1")
        counts.append(len(asked))
    assert counts[0] == counts[1]
