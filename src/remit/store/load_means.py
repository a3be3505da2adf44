"""People and means of units and of all below them: counts and sums made by the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q

from remit.core.means import Budget, Means, Money
from remit.store import models
from remit.store.access import Stretch
from remit.store.load_organisation import inside
from remit.store.refusal import NotThere

__all__ = ["budget", "budgets", "means_of", "spans_below", "spendings"]


def budgets(within: Stretch, year: int) -> tuple[Budget, ...]:
    """Return the budgets of the units in a stretch for a year, with what was spent; two queries."""
    return _budgets(inside(within, "unit__") & Q(year=year))


def budget(ref: str) -> Budget:
    """Return one budget; two queries. NotThere where it is unknown."""
    found = _budgets(Q(ref=ref))
    if not found:
        raise NotThere(ref)
    return found[0]


def spendings(refs: Iterable[str]) -> tuple[tuple[str, str, str, date, int], ...]:
    """Return what records spent of budgets: budget, record, its title and day, and the amount; one query."""
    rows = models.Spending.objects.filter(budget__ref__in=list(refs)).order_by("record__day", "pk")
    return tuple(rows.values_list("budget__ref", "record__ref", "record__title", "record__day", "amount"))


def spans_below(code: str, *, most: int) -> dict[str, Stretch]:
    """Return the stretches of the first units directly below one, by code, in preorder; one query."""
    rows = models.Unit.objects.filter(parent__code=code).order_by("lo", "pk")
    return {name: (lo, hi) for name, lo, hi in rows.values_list("code", "lo", "hi")[:most]}


def means_of(spans: Mapping[str, Stretch], *, year: int, day: date) -> dict[str, Means]:
    """Return the people and means of each stretch by its name; three queries.

    Posts as on a `day`, trainings and money of the `year`. A unit counts in the stretch that it is in; stretches do not
    overlap, or each is asked about by itself.
    """
    if not spans:
        return {}
    listed = ", ".join(["(%s, %s, %s)"] * len(spans))
    values = [part for name, (lo, hi) in spans.items() for part in (name, lo, hi)]
    span = f"WITH span (name, lo, hi) AS (VALUES {_typed(listed)})"
    days = [day.isoformat(), day.isoformat()]
    first, last = date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    posts = _rows(f"{span} {_POSTS}", [*values, *days, *days])
    trained = _rows(f"{span} {_TRAININGS}", [*values, first, last])
    money: dict[str, list[Money]] = {}
    for name, currency, amount, spent in _rows(
        f"{span} {_MONEY}".replace("{stands}", _STANDS), [*values, year]
    ):
        money.setdefault(name, []).append(Money(currency=currency, amount=int(amount), spent=int(spent or 0)))
    counted = {name: (int(count), int(vacant or 0)) for name, count, vacant in posts}
    taught = {name: (int(count), int(attended or 0)) for name, count, attended in trained}
    return {
        name: Means(
            posts=counted.get(name, (0, 0))[0],
            vacant=counted.get(name, (0, 0))[1],
            trainings=taught.get(name, (0, 0))[0],
            attended=taught.get(name, (0, 0))[1],
            money=tuple(money.get(name, ())),
        )
        for name in spans
    }


_POSTS = """
    SELECT span.name, count(*), sum(CASE WHEN EXISTS (
        SELECT 1 FROM store_holder held
        WHERE held.post_id = post.id AND held.since <= %s AND (held.until IS NULL OR held.until >= %s)
    ) THEN 0 ELSE 1 END)
    FROM span
    JOIN store_unit unit ON unit.lo >= span.lo AND unit.lo < span.hi
    JOIN store_post post ON post.unit_id = unit.id
    WHERE (post.since IS NULL OR post.since <= %s) AND (post.until IS NULL OR post.until >= %s)
    GROUP BY span.name
"""
_TRAININGS = """
    SELECT span.name, count(*), sum((
        SELECT coalesce(sum(detail.number), sum(CASE WHEN detail.person <> '' THEN 1 ELSE 0 END))
        FROM store_recorddetail detail WHERE detail.record_id = record.id AND detail.key = 'attendance'
    ))
    FROM span
    JOIN store_unit unit ON unit.lo >= span.lo AND unit.lo < span.hi
    JOIN store_record record ON record.unit_id = unit.id
    WHERE record.kind = 'training' AND record.current AND record.day BETWEEN %s AND %s
    GROUP BY span.name
"""
_STANDS = """(record.current OR EXISTS (
    SELECT 1 FROM store_record later WHERE later.current
    AND later.corrects = CASE WHEN record.corrects = '' THEN record.ref ELSE record.corrects END
))"""
# What a record spent stands as long as one of its versions does.
_MONEY = """
    SELECT span.name, budget.currency, sum(budget.amount), sum((
        SELECT sum(spending.amount) FROM store_spending spending
        JOIN store_record record ON record.id = spending.record_id
        WHERE spending.budget_id = budget.id AND {stands}
    ))
    FROM span
    JOIN store_unit unit ON unit.lo >= span.lo AND unit.lo < span.hi
    JOIN store_budget budget ON budget.unit_id = unit.id
    WHERE budget.year = %s
    GROUP BY span.name, budget.currency ORDER BY budget.currency
"""


def _typed(listed: str) -> str:
    """PostgreSQL has to be told what the first row holds."""
    if connection.vendor != "postgresql":
        return listed
    return listed.replace("(%s, %s, %s)", "(%s::text, %s::bigint, %s::bigint)", 1)


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _budgets(chosen: Q) -> tuple[Budget, ...]:
    rows = models.Budget.objects.filter(chosen).order_by("unit__lo", "purpose", "currency", "pk")
    fields = ("pk", "ref", "unit__code", "year", "purpose", "currency", "amount", "regime")
    found = list(rows.values_list(*fields))
    spent = _spent([key for key, *_ in found])
    return tuple(
        Budget(
            ref=ref,
            unit=unit,
            year=year,
            purpose=purpose,
            currency=currency,
            amount=amount,
            regime=regime,
            spent=spent.get(key, 0),
        )
        for key, ref, unit, year, purpose, currency, amount, regime in found
    )


def _spent(budgets: list[int]) -> dict[int, int]:
    if not budgets:
        return {}
    places = ", ".join(["%s"] * len(budgets))
    statement = f"""
        SELECT spending.budget_id, sum(spending.amount) FROM store_spending spending
        JOIN store_record record ON record.id = spending.record_id
        WHERE spending.budget_id IN ({places}) AND {_STANDS} GROUP BY spending.budget_id
    """  # noqa: S608 - words of ours
    return {key: int(amount) for key, amount in _rows(statement, budgets)}
