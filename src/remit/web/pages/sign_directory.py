"""Name and password, asked of the directory."""

from __future__ import annotations

import logging
from datetime import datetime

from django.conf import settings

from remit.core.problem import Problem, error
from remit.identity.answer import Unreachable
from remit.identity.configuration import Directory
from remit.store import actions, load_identity
from remit.store.actions import Person
from remit.store.refusal import Refused

__all__ = ["ask_directory"]

_log = logging.getLogger(__name__)


def ask_directory(name: str, password: str, *, now: datetime) -> str | None:
    """Return whom the directory lets in, empty where it refuses, None where it knows no such person.

    Whom it lets in for the first time is linked to the account of that name, or has one opened where it may; an
    account whose role needs a second factor is not had by a name alone. Refused where the directory cannot be asked,
    unless an account without a link there may have a password of its own.
    """
    configured: Directory | None = settings.IDENTITY.directory
    if configured is None:
        return None
    mine = any(one.provider == configured.name for one in load_identity.linked(name))
    try:
        from remit.identity import directory  # noqa: PLC0415 - an optional extra

        said = directory.check_password(configured, name, password)
    except (ImportError, Unreachable) as fault:
        _log.warning("The directory cannot be asked: %s", fault)
        if mine or not settings.IDENTITY.sign_in.passwords:
            raise Refused([_unreachable()]) from fault
        return None
    if said is None:
        return "" if mine else None
    if said is False:
        return ""
    person = Person(
        subject=said.subject,
        username=said.claims.get(configured.username, ""),
        name=said.claims.get(configured.person, ""),
    )
    return actions.recognise(
        person,
        provider=configured.name,
        by_name=True,
        create=configured.open,
        guarded=settings.IDENTITY.sign_in.second_factor,
        now=now,
    )


def _unreachable() -> Problem:
    return error(
        "directory-unreachable",
        "The directory that knows your password cannot be asked now.",
        "Try again in a while, or ask whoever keeps the accounts for a one-time link.",
    )
