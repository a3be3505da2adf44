"""One action: one transaction, one line of the journal, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec

import msgspec
from django.db import transaction
from django.utils.crypto import salted_hmac

from remit.core.problem import Problem, error
from remit.journal.verification import CLOCK_TOLERANCE
from remit.store import journalling
from remit.store.access import Viewer
from remit.store.refusal import Refused
from remit.store.screening import unprintable

__all__ = ["By", "Done", "Work", "action", "locked"]

_P = ParamSpec("_P")
_queue = Lock()  # SQLite's busy handler is unfair: the writers of one process queue here instead


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who asks for an action, under which key (the same key: the same request, done once), and when.

    `now` is aware and in the installation's time zone: its date is today.
    """

    viewer: Viewer
    key: str
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What an action knows inside its transaction: who, when, and the number that its line of the journal will have."""

    viewer: Viewer
    now: datetime
    seq: int

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an action did: the public reference it answers with, and its line in the journal."""

    ref: str
    kind: str
    payload: Mapping[str, object]
    unit: str = ""


def action(decide: Callable[Concatenate[Work, _P], Done]) -> Callable[Concatenate[By, _P], str]:
    """Make a use case of a function that refuses, decides, saves, and says what it did.

    The transaction takes the journal first, so that all actions of all processes happen one after another; it commits
    the function's rows together with the journal line and the key, or nothing. Whoever returns no `Done` has written no
    line: RuntimeError, and nothing is kept.
    """

    @wraps(decide)
    def act(by: By, /, *args: _P.args, **kwargs: _P.kwargs) -> str:
        name = decide.__name__.lstrip("_")
        if not 0 < len(by.key) <= 200:
            raise Refused([_unusable_key()])
        fingerprint = _fingerprint((name, args, kwargs))
        with _queue, transaction.atomic(durable=True):
            last, latest = journalling.take()
            earlier = journalling.done_before(by.viewer.actor, by.key)
            if earlier is not None:
                if earlier.fingerprint != fingerprint:
                    raise Refused([_other_request()])
                return earlier.ref
            if latest is not None and by.now < latest - CLOCK_TOLERANCE:
                raise Refused([_clock_ran_back(by.now, latest)])
            done = decide(Work(viewer=by.viewer, now=by.now, seq=last + 1), *args, **kwargs)
            if not isinstance(done, Done):
                raise RuntimeError(f"{name} wrote no line of the journal")
            journalling.write(
                seq=last + 1,
                time=by.now,
                actor=by.viewer.actor,
                unit=done.unit,
                kind=done.kind,
                payload=done.payload,
            )
            journalling.done(
                by.viewer.actor, by.key, action=name, fingerprint=fingerprint, ref=done.ref, time=by.now
            )
        return done.ref

    return act


@contextmanager
def locked() -> Iterator[None]:
    """Keep every action of every process out for the length of a block; what it writes is kept or dropped as one."""
    with _queue, transaction.atomic(durable=True):
        journalling.take()
        yield


def _fingerprint(request: object) -> str:
    """Tell requests apart; keyed with the installation's secret, as a request may hold a password."""
    try:
        encoded = msgspec.json.encode(request, order="deterministic")
    except UnicodeEncodeError:  # half of a pair, as a console passes on what is no UTF-8
        raise Refused([unprintable()]) from None
    return salted_hmac("remit.store.request", encoded, algorithm="sha256").hexdigest()


def _unusable_key() -> Problem:
    return error(
        "key-unusable",
        "A request needs a key of 1 to 200 characters, so that it is done once.",
        "Send a fresh random key with each new request.",
    )


def _other_request() -> Problem:
    return error(
        "key-taken",
        "This key already stands for another request.",
        "Send a fresh key with the new request.",
    )


def _clock_ran_back(now: datetime, latest: datetime) -> Problem:
    return error(
        "clock-ran-back",
        "The clock says {now}, but the journal already has a line of {latest}.",
        "Set the clock of the server right, then try again.",
        now=now.isoformat(timespec="seconds"),
        latest=latest.astimezone(now.tzinfo).isoformat(timespec="seconds"),
    )
