"""`remit token`: makes, lists and revokes the tokens with which programs use the API."""

from __future__ import annotations

import argparse
import secrets
from datetime import datetime, time, timedelta

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, table
from remit.store import actions, load_token
from remit.store.load_token import Token

__all__ = ["run"]


_GOOD_FOR = timedelta(days=90)


def run(args: argparse.Namespace, words: Words) -> int:
    """Run what was asked for."""
    return {"create": _create, "list": _list, "revoke": _revoke}[args.what](args, words)


def _create(args: argparse.Namespace, words: Words) -> int:
    """The secret is printed, alone on its line, this once: only its digest is kept."""
    secret = f"remit_{secrets.token_urlsafe(32)}"
    last = args.until or timezone.localdate() + _GOOD_FOR
    until = datetime.combine(last, time.max, tzinfo=timezone.get_current_timezone())
    ref = actions.create_token(
        console(),
        username=args.of,
        digest=load_token.digest(secret),
        name=args.name,
        scope=tuple(dict.fromkeys(args.scope)),
        unit=args.unit,
        expires=until,
    )
    if args.json:
        print_json({"ref": ref, "secret": secret})
        return 0
    say(words("Token {ref}. Keep it now: it is not shown again.", ref=ref))
    say(secret)
    return 0


def _list(args: argparse.Namespace, words: Words) -> int:
    found = load_token.tokens(args.of)
    if args.json:
        print_json(found)
        return 0
    head = [
        words("token"),
        words("account"),
        words("name"),
        words("scope"),
        words("unit"),
        words("until"),
        words("last used"),
    ]
    rows = [
        (
            one.ref,
            one.username,
            one.name,
            " ".join(one.scope),
            one.unit or "-",
            _until(one, words),
            one.used or "-",
        )
        for one in found
    ]
    if rows:
        say(table(head, rows, whole_last=True).rstrip("\n"))
    else:
        say(words("There are no tokens."))
    return 0


def _revoke(args: argparse.Namespace, words: Words) -> int:
    ref = actions.revoke_token(console(), ref=args.of)
    say(words("Token {ref} opens nothing any more.", ref=ref))
    return 0


def _until(one: Token, words: Words) -> str:
    if one.revoked is not None:
        return words("revoked")
    return timezone.localtime(one.expires).date().isoformat()
