"""Packages: installations that report upward, all taken in by one run, against rows created one by one.

    python -m bench.packages --units N [--records R] [--runs K] [--workers W] [--naive P]

Each of N units has an installation of its own: a key, and one package with R records (default 100), each meeting a
duty and naming a file that stays below. The run verifies, parses, screens and takes in all of them, then takes
in all of them again. The naive baseline does the same for P packages (default 100), creating row by row with Django's
`objects.create`; it is scaled to the same number of packages, being linear. Making the packages is not measured.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import django

__all__ = ["main"]

_HERE = "f" * 16
_KINDS = ("会议", "培训", "检查", "演练", "约谈")
_SAID = ("消防安全", "防汛", "食品安全", "校车", "危险化学品", "网络安全", "特种设备", "燃气")
_MADE = datetime(2025, 7, 1, 9, tzinfo=UTC)


def open_installation(folder: str) -> None:
    """Make an empty installation in a folder; only one in the life of a process."""
    os.environ["REMIT_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "remit.web.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _signer(number: int) -> Any:
    from remit.files.package_key import signer_of

    return signer_of(number.to_bytes(32, "big"), installation=f"{number:016x}")


def settle(units: int) -> None:
    """Make a head, the units below it, and register the installation of each."""
    from remit.cli.living_console import console
    from remit.core.post import Organisation, Unit
    from remit.store import actions, models

    rows = [Unit(code="0", name="上级")]
    rows += [Unit(code=f"u{n}", name=f"第{n}单位", parent="0", kind="单位") for n in range(1, units + 1)]
    actions.import_organisation(console(), Organisation(units=tuple(rows)))
    keys = dict(models.Unit.objects.values_list("code", "pk"))
    models.PackageSource.objects.bulk_create(
        models.PackageSource(
            code=f"s{n}", installation=f"{n:016x}", unit_id=keys[f"u{n}"], since=date(2025, 1, 1)
        )
        for n in range(1, units + 1)
    )
    sources = dict(models.PackageSource.objects.values_list("code", "pk"))
    identities = [(n, _signer(n).identity) for n in range(1, units + 1)]
    models.PackageKey.objects.bulk_create(
        models.PackageKey(source_id=sources[f"s{n}"], fingerprint=one.fingerprint, public=one.public.hex())
        for n, one in identities
    )


def make(folder: Path, units: int, records: int, seed: int) -> int:
    """Write the packages; return how many bytes they have."""
    from remit.files.package_form import Content, FileLine, Heading, JournalAt, RecordLine, pack

    chance, size = random.Random(seed), 0
    first = date(2025, 1, 1)
    for n in range(1, units + 1):
        lines = []
        for number in range(records):
            day = first + timedelta(days=chance.randrange(180))
            kind = chance.choice(_KINDS)
            title = (
                f"{day.month}月{chance.choice(_SAID)}{kind}，参加{chance.randrange(5, 90)}人，第{number}号"
            )
            shown = FileLine(
                sha256=f"{chance.getrandbits(256):064x}", name=f"{title}.pdf", size=chance.randrange(9, 9**6)
            )
            lines.append(
                RecordLine(
                    ref=f"r{number + 1}",
                    unit=f"u{n}",
                    day=day,
                    entered=day,
                    kind=kind,
                    title=title,
                    meets=(f"bench/art-{chance.randrange(1, 41)}",),
                    evidence=(shown,),
                )
            )
        heading = Heading(
            to=_HERE,
            unit=f"u{n}",
            sequence=1,
            previous="",
            full=True,
            last=date(2025, 6, 30),
            made=_MADE,
            journal=JournalAt(size=records, root="0" * 64),
        )
        _, data, _ = pack(heading, Content(records=tuple(lines)), {}, signer=_signer(n))
        (folder / f"{n:06}.remit").write_bytes(data)
        size += len(data)
    return size


def run(paths: Sequence[Path], workers: int) -> dict[str, Any]:
    """Take in all packages, then again; seconds by the clock and of the processor."""
    from remit.cli.living_console import console
    from remit.store import actions, load_packages, save_packages
    from remit.store.package_run import take_in_files

    save_packages.prepare_for_many()
    steps: dict[str, Any] = {}
    for name in ("import", "again"):
        start, processor = time.perf_counter(), _used()
        keys = {
            one.fingerprint: bytes.fromhex(one.public)
            for some in load_packages.keys().values()
            for one in some
        }
        found = take_in_files(
            paths,
            keys=keys,
            to=_HERE,
            take_in=lambda some: actions.take_in_packages(console(), some),
            workers=workers,
        )
        states = Counter(one.state for one in found)
        steps[name] = {
            "seconds": round(time.perf_counter() - start, 2),
            "cpu": round(_used() - processor, 2),
            "states": dict(states),
        }
    return steps


def naive(paths: Sequence[Path]) -> float:
    """Seconds to take in some packages row by row, as one would write it first."""
    from django.db import transaction

    from remit.files.package_reading import open_package, unpack
    from remit.store import load_packages, models
    from remit.store.screening import text_problems

    start = time.perf_counter()
    rows = load_packages.keys().values()
    known = {one.fingerprint: bytes.fromhex(one.public) for some in rows for one in some}
    for path in paths:
        opened = open_package(unpack(path.read_bytes()), keys=known, to=_HERE)
        source = (
            models.PackageKey.objects.select_related("source").get(fingerprint=opened.manifest.key).source
        )
        with transaction.atomic():
            for line in opened.content.records:
                if text_problems((line.kind, line.title)):
                    continue
                record = models.Record.objects.create(
                    ref=f"{source.code}:{line.ref}",
                    unit=models.Unit.objects.get(code=line.unit),
                    day=line.day,
                    entered=line.entered,
                    kind=line.kind,
                    title=line.title,
                    by=source.code,
                )
                for duty in line.meets:
                    models.Meeting.objects.create(record=record, duty=duty, kind="meets")
            models.ReceivedPackage.objects.create(
                source=source,
                sequence=opened.manifest.sequence,
                digest=opened.digest,
                full=True,
                last=opened.manifest.last,
                made=opened.manifest.made,
                received=_MADE,
                records=len(opened.content.records),
                journal_size=1,
                journal_root="0" * 64,
                content=path.read_bytes(),
            )
    return time.perf_counter() - start


def empty() -> None:
    """Take out what the packages have left behind, but for the journal."""
    from django.db import connection

    with connection.cursor() as cursor:
        for table in ("store_meeting", "store_record", "store_receivedpackage"):
            cursor.execute(f"DELETE FROM {table}")


def _used() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main() -> int:
    """Print sizes, seconds, memory and the ratio to the baseline as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=10_000)
    parser.add_argument("--records", type=int, default=100)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--naive", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        result = _measured(args, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


def _measured(args: argparse.Namespace, folder: Path) -> dict[str, Any]:
    open_installation(str(folder / "data"))
    settle(args.units)
    incoming = folder / "incoming"
    incoming.mkdir()
    size = make(incoming, args.units, args.records, args.seed)
    paths = sorted(incoming.iterdir())
    few = min(args.naive, args.units)
    slow = naive(paths[:few])
    empty()
    runs = []
    for _ in range(args.runs):
        runs.append(run(paths, args.workers))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        empty()
    seconds = statistics.median(one["import"]["seconds"] for one in runs)
    again = statistics.median(one["again"]["seconds"] for one in runs)
    return {
        "packages": args.units,
        "records": args.units * args.records,
        "package_bytes": size,
        "database": os.environ.get("DATABASE_URL", "sqlite").partition(":")[0],
        "cores": os.cpu_count(),
        "workers": args.workers or os.cpu_count(),
        "runs": runs,
        "seconds": seconds,
        "seconds_again": again,
        "packages_per_second": round(args.units / seconds),
        "records_per_second": round(args.units * args.records / seconds),
        "peak_rss_bytes": {
            "writer": peak,
            "worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
        },
        "baseline": "verify, then objects.create row by row, a transaction for each package",
        "baseline_packages": few,
        "baseline_seconds": round(slow, 2),
        "baseline_seconds_scaled": round(slow * args.units / few, 1),
        "ratio": round(slow * args.units / few / seconds, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
