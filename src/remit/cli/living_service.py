"""`remit up`, `serve`, `worker`, `tick`, `migrate`: the site and what keeps it tidy."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.utils import timezone
from waitress import create_server

from remit.cli.demonstration import load_example
from remit.cli.language import Words
from remit.cli.output import print_problems
from remit.core.problem import error
from remit.files.calendar import SHIPPED, shipped_calendar
from remit.store import actions, load
from remit.store.access import CONSOLE, Role
from remit.store.transaction import By
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
    server = _listen(args, words)
    if server is None:
        return 2
    if args.demo and not load.root():
        load_example(words)
    if not load.calendar().last > load.calendar().first:
        actions.set_calendar(_console(), shipped_calendar(SHIPPED[words.language]))
    address = f"http://{args.host}:{server.effective_port}"
    _say(words("Remit is running at {address}/", address=address))
    _say(words("Data folder: {folder}", folder=os.environ.get("REMIT_DATA") or Path("data").absolute()))
    for username in _open_accounts(words):
        link = sign_in_link(username, address)
        _say(words("Sign in once as {username}: {link}", username=username, link=link))
    _say(words("Stop with Ctrl-C."))
    stopped = threading.Event()
    threading.Thread(target=_keep_tidy, args=(stopped, _ROUND), daemon=True).start()
    try:
        _run(server)
    finally:
        stopped.set()
    return 0


def _serve(args: argparse.Namespace, words: Words) -> int:
    """Pages only; a database that is up to date is taken for granted."""
    server = _listen(args, words)
    if server is None:
        return 2
    _say(words("Remit is running at {address}/", address=f"http://{args.host}:{server.effective_port}"))
    _run(server)
    return 0


def _work(args: argparse.Namespace, words: Words) -> int:
    """What keeps it tidy, round after round, until stopped."""
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    _say(words("Working every {seconds} seconds. Stop with Ctrl-C.", seconds=args.every))
    _keep_tidy(stopped, args.every)
    return 0


def _tick(_args: argparse.Namespace, words: Words) -> int:
    tidied = tidy(timezone.localtime())
    _say(
        words(
            "Removed {files} files without a record and {sessions} sessions that are over.",
            files=tidied.files,
            sessions=tidied.sessions,
        )
    )
    return 0


def _migrate(_args: argparse.Namespace, words: Words) -> int:
    call_command("migrate", verbosity=0, interactive=False)
    _say(words("The database is up to date."))
    return 0


def sign_in_link(username: str, address: str) -> str:
    """Draw a one-time link for an account and return it."""
    token = secrets.token_urlsafe(32)
    actions.create_sign_in(_console(), username=username, token=token)
    return f"{address}/sign-in/once/{token}/"


def _open_accounts(words: Words) -> list[str]:
    """The accounts that the operator is let in by: the clerk at the root, and whoever keeps the accounts."""
    there = {a.username for a in load.accounts()}
    root = load.root()
    language = "en" if words.language == "en" else "zh-hans"
    if root and "clerk" not in there:
        actions.create_account(
            _console(), username="clerk", person="", unit=root, role=Role.CLERK, language=language
        )
    if "administrator" not in there:
        actions.create_account(
            _console(), username="administrator", person="", unit="", role=Role.ADMINISTRATOR, language=language
        )
    return ["clerk", "administrator"] if root else ["administrator"]


def _listen(args: argparse.Namespace, words: Words) -> Any:
    """Take the port before anything else is done; None, with a message, where that cannot be."""
    proxy = {}
    if os.environ.get("REMIT_HTTPS") == "1":
        proxy = {
            "trusted_proxy": os.environ.get("REMIT_PROXY", "127.0.0.1"),
            "trusted_proxy_headers": "x-forwarded-proto x-forwarded-for",
        }
    try:
        return create_server(get_wsgi_application(), host=args.host, port=args.port, threads=8, ident=None, **proxy)
    except OSError as taken:
        problem = error(
            "port-taken",
            "Port {port} of {host} cannot be used: {fault}.",
            "Stop what uses it, or choose another with --port.",
            port=args.port,
            host=args.host,
            fault=taken.strerror or taken,
        )
        print_problems([problem], words)
        return None


def _run(server: Any) -> None:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        server.run()  # returns on KeyboardInterrupt, requests in hand answered
    finally:
        server.close()


def _keep_tidy(stopped: threading.Event, seconds: int) -> None:
    while not stopped.wait(seconds):
        tidy(timezone.localtime())


def _console() -> By:
    return By(viewer=CONSOLE, key=secrets.token_hex(16), now=timezone.localtime())


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
