"""Pages at scale: units of a large tree, against an empty page and a plain page that lists 50 rows by index.

    python -m bench.pages --units N [--duties D] [--records R] [--requests K] [--seed S]

A database of its own is filled in a temporary folder, then the site answers in this process, as a signed-in clerk of
the whole country and of one county. Also timed: moving a province with all below it.
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
from collections.abc import Callable
from datetime import UTC, date, datetime

from bench import landscape
from remit.core.post import build_tree
from remit.core.regime import Edition

RUNS = 15


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
        actions.create_account(by(f"account-{name}"), username=name, person="", unit=unit, role=Role.CLERK)


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


def timed(work: Callable[[], object], runs: int) -> float:
    """Median seconds of some runs, after one that warms up."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def ask(units: int, runs: int) -> dict[str, float]:
    """Seconds of each page, and of moving a province."""
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.test import Client, RequestFactory

    from remit.store import models

    plain = engines["django"].from_string(
        "<!doctype html><title>Units</title><ul>{% for unit in units %}"
        "<li><a href='/units/{{ unit.code }}/'>{{ unit.name }}</a> {{ unit.kind }}</li>{% endfor %}</ul>"
    )

    def fifty(request: HttpRequest) -> HttpResponse:
        return HttpResponse(plain.render({"units": models.Unit.objects.order_by("code")[:50]}, request))

    found = {"plain_list": timed(lambda: fifty(RequestFactory().get("/")), runs)}
    for name in ("country", "county"):
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(models.Account.objects.get(username=name))
        base = "0" if name == "country" or units <= 400 else "400"
        pages = {"empty": "/regimes/", "unit": f"/units/{base}/"}
        if name == "country" and units > 4000:
            pages |= {"township": "/units/3500/", "village": f"/units/{units - 1}/"}
        for page, address in pages.items():

            def get(address: str = address, client: Client = client) -> None:
                answer = client.get(address)
                if answer.status_code != 200:
                    raise SystemExit(f"{address}: {answer.status_code}")

            start = time.perf_counter()
            get()
            found[f"{name}_{page}_first"] = time.perf_counter() - start
            found[f"{name}_{page}"] = timed(get, runs)
    found["move_province"] = move_province()
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
    """Print sizes, seconds, memory and ratios as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=RUNS)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REMIT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "remit.web.settings"
        import django

        django.setup()
        start = time.perf_counter()
        fill(args.units, args.duties, args.records, args.seed)
        filled = time.perf_counter() - start
        seconds = ask(args.units, args.requests)
    result = {
        "units": args.units,
        "duties": args.duties,
        "records": args.records,
        "requests": args.requests,
        "fill_seconds": round(filled, 1),
        "seconds": {name: round(value, 5) for name, value in seconds.items()},
        "peak_rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "baseline": "a plain page that lists 50 rows by index; an empty page of the site",
        "unit_to_plain": round(seconds["country_unit"] / seconds["plain_list"], 2),
        "unit_to_empty": round(seconds["country_unit"] / seconds["country_empty"], 2),
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
