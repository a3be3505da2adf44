"""The operator at the machine: under whose name commands act, and how they speak."""

from __future__ import annotations

import secrets
import sys

from django.utils import timezone

from remit.store import actions
from remit.store.access import CONSOLE
from remit.store.transaction import By

__all__ = ["console", "say", "sign_in_link"]


def console(key: str = "") -> By:
    """Return a request of the operator, now; without a key one that was never made before."""
    return By(viewer=CONSOLE, key=key or secrets.token_hex(16), now=timezone.localtime())


def sign_in_link(username: str, address: str) -> str:
    """Draw a one-time link for an account and return it."""
    token = secrets.token_urlsafe(32)
    actions.create_sign_in(console(), username=username, token=token)
    return f"{address}/sign-in/once/{token}/"


def say(line: str) -> None:
    """Print a line at once, also into a pipe."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
