"""A port with a handful of accounts, a clock that is set by hand, and ways to sign in as a browser does."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from django.test import Client, override_settings
from django.utils import timezone

from remit.core.duty import Degree
from remit.core.post import Holder, Organisation, Post, Unit
from remit.identity import totp
from remit.identity.configuration import Installation, SignIn
from remit.store import actions
from remit.store.access import CONSOLE, Role
from remit.store.transaction import By
from tests.identity.authenticator import Authenticator
from tools import messages

PASSWORD = "a-long-and-odd-password"
ORIGIN = "http://localhost"
_numbers = count()


class Clock:
    """The time that everything reads: it moves only when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 20, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))

    def seconds(self) -> float:
        return self.now.timestamp()

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture(scope="session", autouse=True)
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The Chinese catalogue as the rooms' pieces give it now."""
    folder = tmp_path_factory.mktemp("locale")
    built = folder / "zh_Hans" / "LC_MESSAGES" / "django.mo"
    built.parent.mkdir(parents=True)
    built.write_bytes(messages.built(messages.catalogue()[0]))
    with override_settings(LOCALE_PATHS=[str(folder)]):
        yield


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def port(db: None, clock: Clock, settings: object, tmp_path: Path) -> None:
    """A port with a clerk, a holder, an auditor and a keeper of accounts, all with the same password."""
    settings.EVIDENCE = tmp_path / "evidence"
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # quick; argon2 is shown elsewhere
    build_port(clock)


def build_port(clock: Clock) -> None:
    """Build the port through actions."""
    actions.import_organisation(
        by(clock),
        Organisation(
            units=(Unit(code="P", name="Port"), Unit(code="P-N", name="North pier", parent="P")),
            posts=(Post(code="P-N/head", unit="P-N", title="Head", degree=Degree.FIRST),),
            holders=(Holder(post="P-N/head", person="Dee", since=clock.now.date()),),
        ),
    )
    for username, role, person, unit in (
        ("ann", Role.CLERK, "Ann", "P"),
        ("bob", Role.CLERK, "Bob", "P"),
        ("cee", Role.CLERK, "Cee", "P"),
        ("dee", Role.HOLDER, "Dee", ""),
        ("audrey", Role.AUDITOR, "Audrey", ""),
        ("keeper", Role.SYSTEM_ADMINISTRATOR, "Kim", ""),
    ):
        actions.create_account(
            by(clock),
            username=username,
            person=person,
            unit=unit,
            role=role,
            language="en",
            password=PASSWORD,
        )


def by(clock: Clock) -> By:
    return By(viewer=CONSOLE, key=f"identity-{next(_numbers)}", now=clock.now)


def browser(**headers: str) -> Client:
    return Client(headers={"host": "localhost", "accept-language": "en", **headers})


def configure(settings: object, *, sign_in: SignIn = SignIn(), **changes: object) -> None:
    """Set how people come in."""
    settings.IDENTITY = Installation(sign_in=msgspec.structs.replace(sign_in), **changes)


def sign_in(
    client: Client, username: str, password: str = PASSWORD, *, address: str = "127.0.0.1", **more: str
):
    return client.post("/sign-in/", {"username": username, "password": password, **more}, REMOTE_ADDR=address)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def words(answer: object) -> str:
    """What a page says, without its marks."""
    text = answer.content.decode()
    main = text.partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", main)).split())


def options(answer: object) -> str:
    """What the page lets the browser be asked for a passkey."""
    return html.unescape(re.search(r'data-options="([^"]*)"', answer.content.decode())[1])


def add_app(client: Client, clock: Clock) -> tuple[str, tuple[str, ...]]:
    """Add an app as a person does; return its secret and the recovery codes shown."""
    page = client.get("/account/app/")
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")
    answer = client.post("/account/app/", {"code": now_code(secret, clock)}, follow=True)
    codes = re.findall(r"<code>([^<]+)</code>", answer.content.decode())
    client.post("/account/recovery/", {"done": "kept"})
    return secret, tuple(codes)


def add_passkey(client: Client) -> Authenticator:
    """Add a passkey as a person does."""
    made = Authenticator()
    asked = options(client.get("/account/passkey/"))
    answer = client.post("/account/passkey/", {"name": "key", "answer": made.make(asked, origin=ORIGIN)})
    assert answer.status_code == 302
    return made


def now_code(secret: str, clock: Clock) -> str:
    return totp.code(secret, int(clock.now.timestamp()) // totp.STEP)
