"""`remit rollup --export-parquet` and `--from-parquet`: the roll-up as columns, and by ClickHouse from columns."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

import numpy as np
from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import say
from remit.cli.output import print_json, print_problems
from remit.core.problem import Problem, error
from remit.files.roll_clickhouse import Engine
from remit.files.roll_parquet import read_folder
from remit.rollup.state import STATUSES
from remit.store.roll_export import export_columns

__all__ = ["ask_columns", "write_columns"]


def write_columns(args: argparse.Namespace, words: Words) -> int:
    """Write units and records as columns into a folder."""
    if find_spec("pyarrow") is None:
        print_problems([_missing("pyarrow")], words, as_json=args.json)
        return 2
    day = args.on or timezone.localdate()
    try:
        written = export_columns(args.export_parquet, day, shards=args.shards)
    except OSError as fault:
        print_problems([_unwritable(str(args.export_parquet), fault)], words, as_json=args.json)
        return 2
    units = written.shards[-1].high if written.shards else 0
    if args.json:
        print_json({"folder": str(written.folder), "on": day, "units": units, "shards": len(written.shards)})
    else:
        say(
            words(
                "Wrote {units} units in {shards} parts to {folder}.",
                units=units,
                shards=len(written.shards),
                folder=written.folder,
            )
        )
    return 0


def ask_columns(args: argparse.Namespace, words: Words) -> int:
    """Count the whole tree from a folder of columns, part by part."""
    if find_spec("chdb") is None:
        print_problems([_missing("chdb")], words, as_json=args.json)
        return 2
    try:
        exported = read_folder(args.from_parquet)
    except (OSError, ValueError, KeyError) as fault:
        print_problems([_unreadable(str(args.from_parquet), fault)], words, as_json=args.json)
        return 2
    if args.on not in {None, exported.day} and "beside" not in exported.empty:
        print_problems([_another_day(exported.day)], words, as_json=args.json)
        return 2
    day = args.on or exported.day
    engine = Engine(exported)
    parts = [engine.node(day, 0, exported.shards[-1].high, shard=n) for n in range(len(exported.shards))]
    engine.close()
    counts = dict(zip(STATUSES, np.sum(parts, axis=0)[:, 0].tolist(), strict=True))
    if args.json:
        print_json({"folder": str(exported.folder), "on": day, "counts": counts})
    else:
        say(", ".join(f"{words(status.replace('-', ' '))} {count}" for status, count in counts.items()))
    return 0


def _missing(package: str) -> Problem:
    return error(
        "package-missing",
        "This needs {package}, which is not installed.",
        "Install Remit with its extra: pip install 'remit[clickhouse]'.",
        package=package,
    )


def _unwritable(folder: str, fault: OSError) -> Problem:
    return error(
        "folder-unwritable",
        "The folder {folder} cannot be written: {fault}.",
        "Name a folder that you may write, on a disk with room.",
        folder=folder,
        fault=fault.strerror or fault,
    )


def _unreadable(folder: str, fault: Exception) -> Problem:
    return error(
        "columns-unreadable",
        "The folder {folder} has no columns of a roll-up that this release can read: {fault}.",
        "Write it again with remit rollup --export-parquet.",
        folder=folder,
        fault=fault,
    )


def _another_day(day: object) -> Problem:
    return error(
        "columns-of-another-day",
        "The folder tells of excuses and more time as of {day} only.",
        "Ask about that day, or write the folder again with --on.",
        day=day,
    )
