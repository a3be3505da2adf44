"""Pages at scale: units of a large tree, against an empty page and a plain page that lists 50 rows by index.

    python -m bench.pages --units N [--duties D] [--records R] [--requests K] [--rounds M] [--clients C] [--seed S]

A database of its own is filled in a temporary folder. Then the processor time of pages is measured in this process, and
their requests a second over HTTP, from a server of its own. Every unit's page is asked for once: none is in a cache.
Also timed: moving a province with all below it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from typing import Any

from bench import landscape
from remit.core.post import build_tree
from remit.core.regime import Edition
from remit.core.standing import Status


def fill(units: int, duties: int, records: int, seed: int) -> None:
    """Write the country, its posts and holders, the regime in force, and some records of each."""
    from django.core.management import call_command

    from remit.store import actions
    from remit.store.access import CONSOLE, Role

    call_command("migrate", verbosity=0)
    write_country(units)
    now = datetime(landscape.YEAR, 11, 20, 9, tzinfo=UTC)

    def by(name: str) -> actions.By:
        return actions.By(viewer=CONSOLE, key=name, now=now)

    actions.set_calendar(by("calendar"), landscape.CALENDAR)
    regime = landscape.regime(duties)
    edition = Edition(regime.id, regime.edition)
    actions.import_edition(by("import"), regime)
    actions.issue_edition(by("issue"), edition, version=1, unreviewed=True)
    write_records(units, duties, records, seed)
    for name, unit in (("country", "0"), ("county", "400" if units > 400 else "0")):
        actions.create_account(
            by(f"account-{name}"), username=name, person=f"Person {unit}", unit=unit, role=Role.CLERK
        )


def write_country(units: int) -> None:
    """Write units, posts and holders as rows: what is measured is not how they come in."""
    from django.db import connection, transaction

    from remit.store.numbering import SPARE, lay_out

    made = landscape.organisation(units)
    tree = build_tree(made.units)
    by_code = {unit.code: unit for unit in made.units}
    laid = lay_out(tree.ends, 0, SPARE)
    key = {code: at + 1 for at, code in enumerate(tree.codes)}
    above = [tree.parents[at] + 1 if tree.parents[at] >= 0 else None for at in range(len(tree.codes))]
    rows = [
        (key[code], code, by_code[code].name, above[at], by_code[code].kind, *laid[at])
        for at, code in enumerate(tree.codes)
    ]
    posts = [(n + 1, p.code, key[p.unit], p.title, p.degree.value) for n, p in enumerate(made.posts)]
    holders = [(n + 1, h.person, h.since.isoformat(), False) for n, h in enumerate(made.holders)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO store_unit (id, code, name, parent_id, kind, lo, hi, tags)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,'[]')",
            rows,
        )
        cursor.executemany(
            "INSERT INTO store_post (id, code, unit_id, title, degree, portfolio, covers)"
            " VALUES (%s,%s,%s,%s,%s,'[]','[]')",
            posts,
        )
        cursor.executemany(
            "INSERT INTO store_holder (post_id, person, since, acting) VALUES (%s,%s,%s,%s)", holders
        )


def write_records(units: int, duties: int, records: int, seed: int) -> None:
    """Put the regime in force for the whole country, and write some records."""
    from django.db import connection, transaction

    from remit.store import models

    models.Adoption.objects.create(
        edition=models.Edition.objects.get(), regime="bench", unit_id=1, since=date(landscape.YEAR, 1, 1)
    )
    draw = random.Random(seed)
    some = [
        (
            n + 1,
            f"b{n}",
            draw.randrange(units) + 1,
            date(landscape.YEAR, draw.randrange(1, 11), 3).isoformat(),
        )
        for n in range(records)
    ]
    met = [(row[0], f"bench/art-{draw.randrange(duties) + 1}") for row in some]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(
            'INSERT INTO store_record (id, ref, unit_id, day, entered, kind, title, "by")'
            " VALUES (%s,%s,%s,%s,%s,'check','Check','bench')",
            [(*row, row[3]) for row in some],
        )
        cursor.executemany(
            "INSERT INTO store_meeting (record_id, duty, \"window\", kind) VALUES (%s,%s,'','meets')", met
        )


def units_of(units: int, level: str, count: int, draw: random.Random) -> list[str]:
    """Some units of a level, none twice as long as there are enough; `any` are of every level below the country."""
    ends = [1, *(min(units, 1 + sum(landscape.WIDTHS[: n + 1])) for n in range(len(landscape.WIDTHS))), units]
    names = ("province", "prefecture", "county", "township", "village")
    if level == "any":
        shares = {"prefecture": 10, "county": 30, "township": 30, "village": 30}
        parts = [units_of(units, name, count * share // 100, draw) for name, share in shares.items()]
        some = [code for part in parts for code in part]
        draw.shuffle(some)
        return some
    low, high = ends[names.index(level)], ends[names.index(level) + 1]
    if low >= high:
        low, high = 1, units
    every = range(low, high)
    some = draw.sample(every, min(count, len(every)))
    return [str(code) for code in (*some, *draw.choices(every, k=count - len(some)))]


def costs(units: int, requests: int, draw: random.Random) -> dict[str, float]:
    """Milliseconds of processor time of a page of each kind, in this process, kind by kind in turn; medians."""
    from django.test import Client

    from remit.store import models

    client = Client(headers={"host": "127.0.0.1", "accept-language": "zh-hans"})
    client.force_login(models.Account.objects.get(username="country"))
    asked = {
        "empty": ["/bench/empty/"] * requests,
        "plain": [f"/bench/plain/?after={code}" for code in units_of(units, "any", requests, draw)],
        "plain_open": [f"/bench/open/?after={code}" for code in units_of(units, "any", requests, draw)],
        "country": ["/units/0/"] * requests,
    }
    for level in ("province", "prefecture", "county", "township", "village"):
        asked[level] = [f"/units/{code}/" for code in units_of(units, level, requests, draw)]
    asked["ledger"] = [f"/ledger/?unit={code}&whole=1" for code in units_of(units, "county", requests, draw)]
    asked["heat_map"] = [f"/heat-map/?unit={code}" for code in units_of(units, "county", requests, draw)]
    spent: dict[str, list[float]] = {kind: [] for kind in asked}
    firsts: dict[str, float] = {}
    for number in range(min(map(len, asked.values()))):
        for kind, addresses in asked.items():
            start, wall = time.process_time(), time.perf_counter()
            answer = client.get(addresses[number])
            if answer.status_code != 200:
                raise SystemExit(f"{addresses[number]}: {answer.status_code}")
            spent[kind].append(time.process_time() - start)
            firsts.setdefault(f"{kind}_first", time.perf_counter() - wall)
    start = time.perf_counter()
    client.get("/heat-map/?unit=0")
    firsts["heat_map_country_first"] = time.perf_counter() - start
    start = time.perf_counter()
    client.get(f"/ledger/?unit=0&whole=1&status={Status.EXCUSED}")
    firsts["ledger_country_nothing_found"] = time.perf_counter() - start
    found = {kind: round(1000 * statistics.median(some), 3) for kind, some in spent.items()}
    return found | {kind: round(1000 * seconds, 1) for kind, seconds in firsts.items()}


def load(units: int, requests: int, rounds: int, clients: int, draw: random.Random) -> dict[str, Any]:
    """Requests a second of the same pages over HTTP: unit pages all of different units."""
    from django.test import Client

    from bench import page_load
    from remit.store import models

    client = Client()
    client.force_login(models.Account.objects.get(username="country"))
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    codes = units_of(units, "any", requests * rounds, draw)
    places = units_of(units, "any", requests * rounds, draw)
    parts = [slice(n * requests, (n + 1) * requests) for n in range(rounds)]
    pages = {
        "empty": [["/bench/empty/"] * requests for _ in parts],
        "plain": [[f"/bench/plain/?after={code}" for code in places[part]] for part in parts],
        "unit": [[f"/units/{code}/" for code in codes[part]] for part in parts],
    }
    with page_load.served() as (port, pid):
        page_load.ask(port, cookie, ["/units/0/", "/bench/plain/", "/bench/empty/"], 1)
        found: dict[str, Any] = page_load.compare((port, pid), cookie, pages, clients)
        found["server_peak_rss_bytes"] = page_load.memory(pid)
    return found


def move_province() -> float:
    """Seconds of moving a province, with all below it, under another one."""
    from remit.store import actions
    from remit.store.access import CONSOLE

    now = datetime(landscape.YEAR, 11, 20, 10, tzinfo=UTC)
    start = time.perf_counter()
    actions.move(actions.By(viewer=CONSOLE, key="move", now=now), unit="1", parent="2", day=now.date())
    return time.perf_counter() - start


def main() -> int:
    """Print sizes, costs, rates, memory and ratios as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=300, help="of each kind of page and round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    draw = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REMIT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "remit.web.settings"
        import django
        from django.conf import settings

        django.setup()
        settings.ROOT_URLCONF = "bench.site"
        start = time.perf_counter()
        fill(args.units, args.duties, args.records, args.seed)
        filled = time.perf_counter() - start
        spent = costs(args.units, args.requests, draw)
        rates = load(args.units, args.requests, args.rounds, args.clients, draw)
        moved = move_province()
    levels = ("country", "province", "prefecture", "county", "township", "village")
    rate = {kind: rates[kind]["requests_a_second"] for kind in ("empty", "plain", "unit")}
    own = {kind: rates[kind]["requests_a_processor_second"] for kind in ("empty", "plain", "unit")}
    result = {
        **vars(args),
        "fill_seconds": round(filled, 1),
        "processor_ms": spent,
        "unit_to_empty": {level: round(spent[level] / spent["empty"], 2) for level in levels},
        "unit_to_plain": {level: round(spent[level] / spent["plain"], 2) for level in levels},
        "http": rates,
        "rate_plain_to_unit": round(rate["plain"] / rate["unit"], 2),
        "rate_empty_to_unit": round(rate["empty"] / rate["unit"], 2),
        "processor_rate_plain_to_unit": round(own["plain"] / own["unit"], 2),
        "processor_rate_empty_to_unit": round(own["empty"] / own["unit"], 2),
        "move_province_seconds": round(moved, 3),
        "peak_rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "baseline": "a page with the frame alone; a plain Django page that lists 50 rows by index; same sign-in",
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
