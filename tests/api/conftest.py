"""What the tests of the API share: the port, people with accounts, and tokens for them."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from remit.core.duty import Review, ReviewState
from remit.core.particulars import MeasureKind
from remit.core.post import Group, Seat
from remit.core.regime_part import Ground, Parts
from remit.files.package_key import read_signer
from remit.store import actions, load, load_packages, load_token
from remit.store.access import Action, Role, granted
from tests.store import cast, packages, reports
from tests.store.cast import NOW, TODAY, by, drill
from tools import messages

ROOT = "/api/v1/"
FILE = b"four minutes"
GROUND = Ground(
    ref="ground-art-3",
    clause=("3",),
    quote="After a fire each terminal shall report",
    holders=("each terminal",),
    measures=(MeasureKind.REMINDER,),
    review=Review(state=ReviewState.ACCEPTED, by="Eve", on=date(2027, 1, 2)),
)
PEOPLE = {
    "head": ("Cai", "", Role.HOLDER),
    "south": ("Dee", "", Role.HOLDER),
    "clerk": ("Kim", "/1", Role.CLERK),
    "yard": ("Lee", "/1/2", Role.CLERK),
    "reviewer": ("Eve", "", Role.REVIEWER),
    "auditor": ("Fay", "", Role.AUDITOR),
    "keeper": ("Gus", "", Role.SYSTEM_ADMINISTRATOR),
}
_keys = count(1)


@dataclass
class Caller:
    """A program with a token; without one it shows none."""

    secret: str = ""
    ref: str = ""

    def get(self, path: str, *, language: str = "en", **query: Any) -> Any:
        return Client().get(ROOT + path, query, headers=self._headers(language))

    def post(self, path: str, body: Any, *, key: str = "", language: str = "en", **more: Any) -> Any:
        headers = {**self._headers(language), "Idempotency-Key": key or f"k-{next(_keys)}"}
        data = body if isinstance(body, bytes) else json.dumps(body)
        return Client().post(
            ROOT + path, data, content_type="application/json", headers={**headers, **more.get("headers", {})}
        )

    def form(self, path: str, fields: dict[str, Any], *, key: str = "") -> Any:
        headers = {**self._headers("en"), "Idempotency-Key": key or f"k-{next(_keys)}"}
        return Client().post(ROOT + path, fields, headers=headers)

    def _headers(self, language: str) -> dict[str, str]:
        found = {"Accept-Language": language}
        return {**found, "Authorization": f"Bearer {self.secret}"} if self.secret else found


@pytest.fixture(autouse=True)
def still_clock(monkeypatch):
    """It is the day of the cast."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def port(db, tmp_path, settings):
    """The port with its regime in force, a draft of the next edition, and its people's accounts."""
    settings.EVIDENCE = tmp_path / "evidence"
    settle()


def settle() -> None:
    cast.settle()
    actions.import_edition(by(), replace(cast.later(), parts=Parts(grounds=(GROUND,))))
    for username, (person, unit, role) in PEOPLE.items():
        actions.create_account(by(), username=username, person=person, unit=unit, role=role)


def token_of(username: str, *scope: Action, unit: str = "", days: float = 30) -> Caller:
    """A token of an account: for all that its owner may do, unless a scope is given."""
    secret = f"remit_{secrets.token_urlsafe(32)}"
    owner = load.viewer(username, TODAY)
    ref = actions.create_token(
        by(),
        username=username,
        digest=load_token.digest(secret),
        name=f"Program of {username}",
        scope=sorted(scope or granted(owner)),
        unit=unit,
        expires=NOW + timedelta(days=days),
    )
    return Caller(secret, ref)


@pytest.fixture
def call(port):
    """How to get somebody's program: `call("clerk", Action.SEE)`; `call("")` has no token."""
    return lambda username, *scope, **more: token_of(username, *scope, **more) if username else Caller()


@pytest.fixture
def chinese(tmp_path, settings):
    """The Chinese catalogue as the rooms' pieces give it now."""
    built = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.mo"
    built.parent.mkdir(parents=True)
    built.write_bytes(messages.built(messages.catalogue()[0]))
    settings.LOCALE_PATHS = [str(tmp_path / "locale")]


@pytest.fixture
def places(port, tmp_path, settings) -> dict[str, str]:
    """A record with a file, a loan and a handover, and another change of hands, at the north terminal.

    It has an installation of its own by now, whose first package waits; and one was made here.
    """
    settings.DATA = tmp_path
    actions.make_package_key(by())
    here = read_signer(tmp_path).identity.installation
    packages.trust()
    number = actions.export_package(by(), actions.PackageOrder(unit="/1/2", to="e" * 16))
    actions.appoint(by(), post="/1/2/head", person="Ida", since=date(2027, 5, 1))
    actions.appoint(by(), post="/1/2/head", person="Cai", since=date(2027, 5, 2))
    reports.settle_reports()
    return {
        "report": reports.begin_report(),
        "situation": reports.tell_situation(),
        "record": drill(evidence=[("log.txt", FILE)]),
        "matter": actions.open_task(by(), units=("/1/2",), asker="/1/2", title="Test the hydrants"),
        "group": actions.set_group(
            by(), Group(code="/1/2/quay", unit="/1/2", title="Quay group", seats=((Seat.CHAIR, "/1/2/head"),))
        ),
        "budget": actions.set_budget(
            by(), unit="/1/2", year=2027, purpose="Drills", currency="EUR", amount=100
        ),
        "sha256": hashlib.sha256(FILE).hexdigest(),
        "loan": actions.delegate(
            by(),
            post="/1/2/head",
            person="Ben",
            since=date(2027, 5, 9),
            until=date(2027, 5, 20),
            reason="travel",
        ),
        "handover": actions.prepare_handover(by(), post="/1/2/head", day=date(2027, 4, 1)),
        "package": load_packages.sent(to="e" * 16)[int(number) - 1].digest,
        "incoming": packages.package(1, packages.line("r1"), to=here).data.decode("latin-1"),
    }
