"""The commands of a living system: what they take, and the installation that they open."""

from __future__ import annotations

import argparse
import importlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol, cast

import django
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from remit.cli.burden_arguments import burden_arguments
from remit.cli.division_arguments import breakdown_arguments, import_breakdown_arguments
from remit.cli.establishment_arguments import (
    handover_arguments,
    lend_arguments,
    post_arguments,
    unit_arguments,
)
from remit.cli.import_arguments import ORGANISATION, TEMPLATE, import_arguments
from remit.cli.language import Words
from remit.cli.matter_arguments import MATTER_ARGUMENTS
from remit.cli.output import print_problems
from remit.cli.package_arguments import PACKAGE_ARGUMENTS
from remit.cli.record_arguments import RECORD_ARGUMENTS
from remit.cli.register_arguments import ARGUMENTS as REGISTERING
from remit.cli.register_arguments import MODULES as REGISTERS
from remit.cli.report_arguments import report_arguments
from remit.cli.review_arguments import review_arguments
from remit.cli.situation_arguments import situation_arguments
from remit.core.problem import Place, Problem, error
from remit.store import installation
from remit.store.access import Action, Role
from remit.store.archive import DATABASE, unpack
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused

__all__ = ["add_arguments", "run"]

_MODULES = {
    "up": "living_service",
    "serve": "living_service",
    "worker": "living_service",
    "tick": "living_service",
    "migrate": "living_service",
    "import": "living_work",
    "adopt": "living_work",
    "review": "living_review",
    **dict.fromkeys(RECORD_ARGUMENTS, "living_record"),
    **dict.fromkeys(MATTER_ARGUMENTS, "living_matters"),
    "account": "living_work",
    "sync-people": "living_people",
    "reset-factors": "living_people",
    "token": "living_token",
    **dict.fromkeys(PACKAGE_ARGUMENTS, "living_packages"),
    "breakdown": "living_division",
    "report": "living_report",
    "situation": "living_situation",
    "unit": "living_establishment",
    "post": "living_establishment",
    "handover": "living_establishment",
    "lend": "living_establishment",
    "standing": "living_view",
    "who": "living_view",
    "rollup": "living_view",
    "burden": "living_burden",
    "journal": "living_check",
    "doctor": "living_check",
    **REGISTERS,
    "backup": "living_backup",
    "restore": "living_backup",
}
_MAKE_WHAT_IS_MISSING = {"up", "migrate", "restore"}


class _Module(Protocol):
    def run(self, args: argparse.Namespace, words: Words) -> int: ...


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare what the command takes; every one takes `--data`."""
    command = parser.get_default("command")
    for name, declare in _ARGUMENTS.items():
        if command == name:
            declare(parser, words)
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help=words("the data folder (default: REMIT_DATA, else ./data)"),
    )


def run(args: argparse.Namespace, words: Words) -> int:
    """Open the installation and run the command on it: 1 where it was refused, 2 where it could not be done."""
    if args.data:
        os.environ["REMIT_DATA"] = str(args.data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "remit.web.settings")
    as_json = bool(getattr(args, "json", False))
    if args.command == "import" and (args.what == TEMPLATE or args.file is None):
        return cast("_Module", importlib.import_module("remit.cli.import_template")).run(args, words)
    try:
        if args.command == "restore" and not os.environ.get("DATABASE_URL"):
            unpack(args.file, installation.data_folder(os.environ))
        fault = _open(args.command)
        if fault is None:
            module = cast("_Module", importlib.import_module(f"remit.cli.{_module(args)}"))
            return module.run(args, words)
        print_problems([fault], words, as_json=as_json)
        return 2
    except Refused as refused:
        print_problems(refused.problems, words, as_json=as_json)
        return 1
    except NotThere as missing:
        print_problems([_not_there(missing.ref)], words, as_json=as_json)
    except (ChangedMeanwhile, Denied):
        print_problems([_changed()], words, as_json=as_json)
    except OperationalError as broken:
        print_problems([_unreachable(broken)], words, as_json=as_json)
    except BrokenPipeError:  # nobody reads on: for `dispatch`, and no fault
        raise
    except OSError as broken:
        print_problems([_unreadable(broken)], words, as_json=as_json)
    return 2


def _module(args: argparse.Namespace) -> str:
    if args.command == "import" and args.what == "breakdown":
        return _MODULES["breakdown"]
    if args.command == "import" and args.what in ORGANISATION:
        return "living_import"
    return _MODULES[args.command]


def _open(command: str) -> Problem | None:
    """Make Django ready, and say what is missing before the command can work."""
    folder = installation.data_folder(os.environ)
    making = command in _MAKE_WHAT_IS_MISSING
    if os.environ.get("DATABASE_URL") and command in {"backup", "restore"}:
        return error(
            "backup-postgresql",
            "Remit backs up installations with SQLite; this one is kept in PostgreSQL.",
            "Use pg_dump first, then copy the folder evidence; pg_restore and the same folder bring it back.",
        )
    if not making and not os.environ.get("DATABASE_URL") and not (folder / DATABASE).exists():
        return error(
            "installation-missing",
            "There is no installation in this folder.",
            "Name its folder with --data, or make one with: remit up",
            at=Place(file=str(folder)),
        )
    try:
        installation.database(os.environ, folder)
    except ValueError:
        return error(
            "database-url",
            "DATABASE_URL names no database that Remit can use.",
            "Write postgresql://USER:PASSWORD@HOST:5432/NAME, or leave it out.",
        )
    django.setup()
    return None if making else _unmigrated()


def _unmigrated() -> Problem | None:
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    return error(
        "database-not-migrated",
        "The database is not up to date with this version of Remit.",
        "Make a backup, then run: remit migrate",
    )


def _not_there(ref: str) -> Problem:
    return error(
        "not-there", "There is no '{ref}' here.", "Look in the register or the list of units.", ref=ref
    )


def _changed() -> Problem:
    return error(
        "changed-meanwhile",
        "Somebody else has changed this meanwhile.",
        "Look at it again, then repeat the command.",
    )


def _unreachable(broken: DatabaseError) -> Problem:
    return error(
        "database-unreachable",
        "The database cannot be used: {fault}.",
        "See that it is running and that DATABASE_URL and the data folder are right.",
        fault=str(broken).strip(),
    )


def _unreadable(broken: OSError) -> Problem:
    return error(
        "file-unusable",
        "This file or folder cannot be used: {fault}.",
        "Correct the name, or the rights on it.",
        at=Place(file=str(broken.filename or "")),
        fault=broken.strerror or broken,
    )


def _service(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--port", type=int, default=8000, metavar="N", help=words("the port (default 8000)"))
    parser.add_argument(
        "--host", default="127.0.0.1", help=words("the address to listen on (default 127.0.0.1)")
    )


def _up(parser: argparse.ArgumentParser, words: Words) -> None:
    _service(parser, words)
    demo = words("load the example, where the installation is empty")
    parser.add_argument("--demo", action="store_true", help=demo)


def _worker(parser: argparse.ArgumentParser, words: Words) -> None:
    every = words("seconds from round to round (default 900)")
    parser.add_argument("--every", type=int, default=900, metavar="SECONDS", help=every)


def _import(parser: argparse.ArgumentParser, words: Words) -> None:
    import_arguments(parser, words)
    import_breakdown_arguments(parser, words)


def _adopt(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "regime", metavar="REGIME", help=words("a regime file, or an edition that is there: ID@DAY")
    )
    _unit(parser, words)
    parser.add_argument(
        "--from",
        dest="since",
        type=date.fromisoformat,
        required=True,
        metavar="DATE",
        help=words("the first day"),
    )


def _account(parser: argparse.ArgumentParser, words: Words) -> None:
    roles = tuple(role for role in Role if role is not Role.CONSOLE)
    parser.add_argument(
        "username", help=words("the account; an account that is there gets a fresh sign-in link")
    )
    parser.add_argument("--role", choices=roles, help=words("what the account is for"))
    parser.add_argument("--person", default="", help=words("the name under which posts are held"))
    parser.add_argument(
        "--unit", default="", metavar="CODE", help=words("what is seen while no post is held")
    )
    parser.add_argument("--address", default="http://127.0.0.1:8000", help=words("the address of the site"))


def _sync_people(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--dry-run", action="store_true", help=words("say what would change, and change nothing")
    )


def _reset_factors(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("username", help=words("the account"))


def _token(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("what", choices=("create", "list", "revoke"), help=words("what to do"))
    whose = words("the account (to list: default all), or the token to revoke")
    parser.add_argument("of", nargs="?", default="", metavar="ACCOUNT|TOKEN", help=whose)
    parser.add_argument("--name", default="", help=words("which program the token is for"))
    scope = words("what it is for: {choice}", choice=", ".join(Action))
    parser.add_argument(
        "--scope",
        nargs="+",
        type=Action,
        choices=list(Action),
        default=[],
        metavar="ACTION",
        help=scope,
    )
    parser.add_argument("--unit", default="", metavar="CODE", help=words("the head of what it reaches"))
    last = words("the last day on which it is good (default: in 90 days; at most a year)")
    parser.add_argument("--until", type=date.fromisoformat, metavar="DATE", help=last)
    _json(parser, words)


def _standing(parser: argparse.ArgumentParser, words: Words) -> None:
    _unit(parser, words)
    _on(parser, words, required=False)
    _json(parser, words)


def _who(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("duty", metavar="DUTY", help=words("a duty: REGIME/DUTY"))
    _on(parser, words, required=True)
    parser.add_argument(
        "--unit", default="", metavar="CODE", help=words("the unit (default: every unit that is bound)")
    )
    _json(parser, words)


def _rollup(parser: argparse.ArgumentParser, words: Words) -> None:
    _on(parser, words, required=False)
    parser.add_argument(
        "--unit", default="", metavar="CODE", help=words("the unit to count from (default: the root)")
    )
    parser.add_argument(
        "--depth", type=int, metavar="N", help=words("how many levels below it (default: all)")
    )
    parser.add_argument(
        "--export-parquet",
        type=Path,
        metavar="DIR",
        help=words("write units and records as columns into this folder instead"),
    )
    parser.add_argument(
        "--shards",
        type=int,
        default=1,
        metavar="N",
        help=words("into how many parts of the tree to cut them"),
    )
    parser.add_argument(
        "--from-parquet",
        type=Path,
        metavar="DIR",
        help=words("count the whole tree by ClickHouse from such a folder"),
    )
    _json(parser, words)


def _journal(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("what", choices=("verify",), help=words("recompute every line and compare"))
    _json(parser, words)


def _backup(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "-o", dest="file", type=Path, required=True, metavar="FILE", help=words("the backup to write")
    )


def _restore(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=words("the backup to restore into an empty data folder")
    )


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def _unit(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--unit", required=True, metavar="CODE", help=words("the unit's code"))


def _on(parser: argparse.ArgumentParser, words: Words, *, required: bool) -> None:
    said = words("the day") if required else words("the day (default: today)")
    parser.add_argument("--on", type=date.fromisoformat, required=required, metavar="DATE", help=said)


_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser, Words], None]] = {
    "up": _up,
    "serve": _service,
    "worker": _worker,
    "import": _import,
    "breakdown": breakdown_arguments,
    "report": report_arguments,
    "situation": situation_arguments,
    "unit": unit_arguments,
    "post": post_arguments,
    "handover": handover_arguments,
    "lend": lend_arguments,
    "adopt": _adopt,
    "review": review_arguments,
    **RECORD_ARGUMENTS,
    **MATTER_ARGUMENTS,
    "account": _account,
    "sync-people": _sync_people,
    "reset-factors": _reset_factors,
    "token": _token,
    **PACKAGE_ARGUMENTS,
    "standing": _standing,
    "who": _who,
    "rollup": _rollup,
    "burden": burden_arguments,
    "journal": _journal,
    "doctor": _json,
    **REGISTERING,
    "backup": _backup,
    "restore": _restore,
}
