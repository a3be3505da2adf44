"""PostgreSQL with and without partitions: what the pages ask, what a record costs, with very many records.

    python -m bench.partitions --records N [--units U] [--years Y]

Records of some years are spread over units in a temporary cluster, once in one table and once in a table for each
year, each with the indexes that the product has. Asked: a unit's records of a year, the records of a subtree's month,
one more record in a transaction of its own. What is printed decides whether partitions are worth their trouble.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable

import psycopg

from tests import postgres

_COLUMNS = "id bigint, ref text, unit_id bigint, day date, entered date, kind text, title text, by text"


def main() -> None:
    """Fill both tables and print what each question takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=2_000_000)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--years", type=int, default=4)
    args = parser.parse_args()
    with psycopg.connect(postgres.start(), autocommit=True) as connection:
        made = {}
        for name in ("plain", "divided"):
            begun = time.perf_counter()
            _fill(connection, name, args.records, args.units, args.years)
            made[name] = time.perf_counter() - begun
        found = {name: _measure(connection, name, args.units, args.years) for name in made}
    for name, seconds in made.items():
        found[name]["fill_seconds"] = round(seconds, 2)
    print(json.dumps({"records": args.records, "units": args.units, "years": args.years, **found}))


def _fill(connection: psycopg.Connection, name: str, records: int, units: int, years: int) -> None:
    divided = " PARTITION BY RANGE (day)" if name == "divided" else ""
    connection.execute(f"CREATE TABLE {name} ({_COLUMNS}){divided}")
    if divided:
        for year in range(2026, 2026 + years):
            span = f"FROM ('{year}-01-01') TO ('{year + 1}-01-01')"
            connection.execute(f"CREATE TABLE {name}_{year} PARTITION OF {name} FOR VALUES {span}")
    days = (
        f"SELECT n::bigint, date '2026-01-01' + (n % {years * 365}) AS d FROM generate_series(1, {records}) n"
    )
    connection.execute(
        f"INSERT INTO {name} SELECT n, 'r' || n, n * 7919 % {units}, d, d, 'check', 'Checked', 'Ann' FROM ({days}) one"
    )
    key = "(id, day)" if divided else "(id)"
    connection.execute(f"ALTER TABLE {name} ADD PRIMARY KEY {key}")
    connection.execute(f"CREATE UNIQUE INDEX ON {name} {'(ref, day)' if divided else '(ref)'}")
    connection.execute(f"CREATE INDEX ON {name} (unit_id, day)")
    connection.execute(f"ANALYZE {name}")


def _measure(connection: psycopg.Connection, name: str, units: int, years: int) -> dict[str, float]:
    order = random.Random(1)
    last = 2026 + years - 1

    def of_unit() -> None:
        connection.execute(
            f"SELECT * FROM {name} WHERE unit_id = %s AND day BETWEEN %s AND %s ORDER BY day",
            (order.randrange(units), f"{last}-01-01", f"{last}-12-31"),
        ).fetchall()

    def by_reference() -> None:
        connection.execute(
            f"SELECT * FROM {name} WHERE ref = %s", (f"r{order.randrange(1, 10**6)}",)
        ).fetchall()

    def of_month() -> None:
        low = order.randrange(units - 200)
        connection.execute(
            f"SELECT count(*) FROM {name} WHERE unit_id BETWEEN %s AND %s AND day BETWEEN %s AND %s",
            (low, low + 200, f"{last}-05-01", f"{last}-05-31"),
        ).fetchall()

    number = iter(range(10**9, 2 * 10**9))

    def one_more() -> None:
        n = next(number)
        connection.execute(
            f"INSERT INTO {name} VALUES (%s, %s, %s, %s, %s, 'check', 'Checked', 'Ann')",
            (n, f"r{n}", order.randrange(units), f"{last}-06-01", f"{last}-06-01"),
        )

    return {
        "unit_year_ms": _median(of_unit),
        "reference_ms": _median(by_reference),
        "subtree_month_ms": _median(of_month),
        "insert_ms": _median(one_more),
    }


def _median(work: Callable[[], None], runs: int = 300) -> float:
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return round(statistics.median(taken) * 1000, 3)


if __name__ == "__main__":
    main()
