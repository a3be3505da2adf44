"""`remit up`, `serve`, `worker`, `tick`, `migrate`: the site and what keeps it tidy."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection
from django.utils import timezone
from waitress import create_server

from remit.cli.language import Words
from remit.cli.living_console import console, say, sign_in_link
from remit.cli.living_example import load_example
from remit.cli.output import print_problems
from remit.core.problem import Problem, error
from remit.files.calendar import SHIPPED, shipped_calendar
from remit.store import actions, load
from remit.store.access import Role
from remit.store.refusal import Refused
from remit.store.reminding import Sent, deliver, remind_all
from remit.store.upkeep import tidy

__all__ = ["run"]

_ROUND = 900


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "up": _up,
        "serve": _serve,
        "worker": _work,
        "tick": _tick,
        "migrate": _migrate,
    }
    return commands[args.command](args, words)


def _up(args: argparse.Namespace, words: Words) -> int:
    """Everything in one process: make what is missing, then serve pages and keep tidy until stopped."""
    call_command("migrate", verbosity=0, interactive=False)
    return _listen(args, words, _make_ready)


def _serve(args: argparse.Namespace, words: Words) -> int:
    """Pages only; a database that is up to date is taken for granted."""
    return _listen(args, words, lambda *_: None)


def _make_ready(args: argparse.Namespace, words: Words, address: str) -> None:
    if args.demo and not load.root():
        load_example(words)
    if not load.calendar().last > load.calendar().first:
        actions.set_calendar(console(), shipped_calendar(SHIPPED[words.language]))
    say(words("Data folder: {folder}", folder=settings.DATA))
    if not load.root():
        say(words("There is no organisation yet. Take one in with: remit import org FOLDER"))
    for username in _open_accounts(words):
        say(
            words(
                "Sign in once as {username}: {link}", username=username, link=sign_in_link(username, address)
            )
        )
    threading.Thread(target=_keep_tidy, args=(threading.Event(), _ROUND), daemon=True).start()


def _work(args: argparse.Namespace, words: Words) -> int:
    """What keeps it tidy, round after round, until stopped."""
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    say(words("Working every {seconds} seconds. Stop with Ctrl-C.", seconds=args.every))
    _keep_tidy(stopped, args.every)
    return 0


def _tick(_args: argparse.Namespace, words: Words) -> int:
    tidied = tidy(timezone.localtime())
    said = _remind()
    say(
        words(
            "Removed {files} files without a record and {sessions} sessions that are over.",
            files=tidied.files,
            sessions=tidied.sessions,
        )
    )
    say(
        words(
            "Reminded {persons} of {items} things; {gone} messages sent, {failed} to be tried again.",
            persons=said.notices,
            items=said.items,
            gone=said.gone,
            failed=said.failed,
        )
    )
    return 0


def _remind() -> Sent:
    """Say what is to be said, then send what is waiting."""
    now = timezone.localtime()
    said, sent = remind_all(now), deliver(now)
    return replace(sent, notices=said.notices, items=said.items)


def _migrate(_args: argparse.Namespace, words: Words) -> int:
    call_command("migrate", verbosity=0, interactive=False)
    say(words("The database is up to date."))
    return 0


def _open_accounts(words: Words) -> list[str]:
    """The accounts by which the operator is let in; the clerk and the three administrators are made if missing."""
    root, there = load.root(), {a.username: a.active for a in load.accounts()}
    language = "en" if words.language == "en" else "zh-hans"
    wanted = {
        "administrator": ("", Role.SYSTEM_ADMINISTRATOR),
        "security": ("", Role.SECURITY_ADMINISTRATOR),
        "auditor": ("", Role.AUDITOR),
        **({"clerk": (root, Role.CLERK)} if root else {}),
    }
    for username, (unit, role) in wanted.items():
        if username not in there:
            actions.create_account(
                console(), username=username, person="", unit=unit, role=role, language=language
            )
            there[username] = True
    return [username for username in dict.fromkeys(("head", "clerk", *wanted)) if there.get(username)]


def _listen(
    args: argparse.Namespace, words: Words, prepare: Callable[[argparse.Namespace, Words, str], None]
) -> int:
    """Take the port before anything else is done, prepare, and serve until stopped by Ctrl-C or SIGTERM."""
    proxy = {}
    if os.environ.get("REMIT_HTTPS") == "1":
        proxy = {
            "trusted_proxy": os.environ.get("REMIT_PROXY", "127.0.0.1"),
            "trusted_proxy_headers": "x-forwarded-proto x-forwarded-for",
        }
    try:
        server = create_server(
            get_wsgi_application(), host=args.host, port=args.port, threads=8, ident=None, **proxy
        )
    except OSError as taken:
        print_problems([_port_taken(args, taken)], words)
        return 2
    signal.signal(signal.SIGTERM, _interrupt)
    with suppress(KeyboardInterrupt), closing(server):
        address = f"http://{args.host}:{server.effective_port}"
        prepare(args, words, address)
        say(words("Remit is running at {address}/", address=address))
        say(words("Stop with Ctrl-C."))
        server.run()  # returns once interrupted, requests in hand answered
    return 0


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _port_taken(args: argparse.Namespace, taken: OSError) -> Problem:
    return error(
        "port-taken",
        "Port {port} of {host} cannot be used: {fault}.",
        "Stop what uses it, or choose another with --port.",
        port=args.port,
        host=args.host,
        fault=taken.strerror or taken,
    )


def _keep_tidy(stopped: threading.Event, seconds: int) -> None:
    while not stopped.wait(seconds):
        # A database that is busy or away is tidied in the next round, and so is a clock that was set back.
        with suppress(OperationalError, Refused):
            tidy(timezone.localtime())
            _remind()
        connection.close()
