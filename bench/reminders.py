"""Reminders: what is to be said when very many things are due, and writing it down, against asking unit by unit.

    python -m bench.reminders --units N [--duties D] [--persons P] [--seed S]

A database of its own is filled in a temporary folder with a country that has recorded nothing, so that much is due.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from datetime import UTC, datetime


def main() -> None:
    """Fill, derive, write down, ask again; print figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--units", type=int, default=1200)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--sample", type=int, default=20, help="units asked one by one")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REMIT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "remit.web.settings"
        import django

        django.setup()
        print(json.dumps(measure(args.units, args.duties, args.sample)))


def measure(units: int, duties: int, sample: int) -> dict[str, object]:
    """Return the figures of one installation."""
    from bench import landscape, pages
    from remit.core.standing import Status
    from remit.store import inquiry, models, reminding
    from remit.store.access import CONSOLE

    pages.fill(units, duties, 0, 1)
    persons = list(models.Holder.objects.values_list("person", flat=True).distinct())
    models.Account.objects.bulk_create(
        models.Account(username=f"u{n}", person=person, role="holder", pseudonym=f"p{n}", password="!")
        for n, person in enumerate(persons)
    )
    now = datetime(landscape.YEAR, 11, 20, 9, tzinfo=UTC)
    ways = reminding.channels()
    derived = []
    for _ in range(3):
        begun = time.perf_counter()
        fresh, subjects = reminding.fresh_reminders(now, ways)
        derived.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    said = reminding.remind_all(now)
    written = time.perf_counter() - begun
    begun = time.perf_counter()
    again = reminding.remind_all(now)
    repeated = time.perf_counter() - begun
    codes = list(models.Unit.objects.order_by("-lo").values_list("code", flat=True)[:sample])
    begun = time.perf_counter()
    found = 0
    for code in codes:
        stand = inquiry.standings(CONSOLE, code, now.date())
        found += sum(one.status in {Status.OVERDUE, Status.DUE_SOON} for one in stand.standings)
    naive = (time.perf_counter() - begun) / max(found, 1) * len(subjects)
    return {
        "units": units,
        "duties": duties,
        "persons": len(persons),
        "due_items": len(subjects),
        "reminders": len(fresh),
        "derive_seconds": round(statistics.median(derived), 3),
        "derive_and_write_seconds": round(written, 3),
        "notices": said.notices,
        "repeat_seconds": round(repeated, 3),
        "said_again": again.items,
        "items_per_second": round(len(subjects) / statistics.median(derived)),
        "naive_unit_by_unit_seconds": round(naive, 3),
        "ratio": round(naive / statistics.median(derived), 1),
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    main()
