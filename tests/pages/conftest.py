"""A running city: everything is built by the store's own actions, on a day that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from remit.core.duty import ReviewState
from remit.core.regime import Edition, duties
from remit.store import actions, load
from remit.store.access import CONSOLE, Role
from remit.store.models import Account
from remit.store.transaction import By
from tests.pages import harbour
from tools import messages

ISSUED = Edition("harbour-school-fire", date(2026, 1, 1))
DRAFT = Edition("harbour-school-fire", date(2027, 1, 1))
ZONE = ZoneInfo("Asia/Shanghai")
_numbers = count()
_ACCOUNTS = (
    ("taochunyuan", "陶春远", "E-P", Role.HOLDER),
    ("zhenghaining", "郑海宁", "W-P", Role.HOLDER),
    ("chenchunxi", "陈春溪", "E", Role.HOLDER),
    ("clerk", "王文书", "HB", Role.CLERK),
    ("reviewer", "周复核", "", Role.REVIEWER),
    ("auditor", "吴审计", "", Role.AUDITOR),
    ("keeper", "冯管理", "", Role.SYSTEM_ADMINISTRATOR),
    ("newcomer", "许新人", "", Role.HOLDER),
)


@pytest.fixture(scope="session", autouse=True)
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The Chinese catalogue as the rooms' pieces give it now."""
    with override_settings(LOCALE_PATHS=[str(build_catalogue(tmp_path_factory.mktemp("locale")))]):
        yield


def build_catalogue(folder: Path) -> Path:
    """Write the Chinese catalogue into a folder of its own and return the folder."""
    built = folder / "zh_Hans" / "LC_MESSAGES" / "django.mo"
    built.parent.mkdir(parents=True)
    built.write_bytes(messages.built(messages.catalogue()[0]))
    return folder


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """It is ten in the morning of 20 May 2026, a Wednesday."""
    now = datetime(2026, 5, 20, 10, 0, tzinfo=ZONE)
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now


@pytest.fixture(autouse=True)
def evidence_folder(settings: object, tmp_path: Path) -> Path:
    """Evidence of one test is not that of another."""
    settings.EVIDENCE = tmp_path / "evidence"
    return tmp_path / "evidence"


def by(now: datetime, *, username: str = "") -> By:
    """An action's `By` under a fresh key: at the console, or as somebody."""
    viewer = load.viewer(username, now.date()) if username else CONSOLE
    return By(viewer=viewer, key=f"test-{next(_numbers)}", now=now)


@pytest.fixture
def city(db: None, still_clock: datetime) -> None:
    """The organisation, the regulation issued and adopted by the whole city, its accounts, and an untouched draft."""
    build_city(still_clock)


def build_city(now: datetime) -> None:
    """Build the city through actions."""
    actions.import_organisation(by(now), harbour.organisation())
    regime = harbour.regime()
    actions.import_edition(by(now), regime)
    actions.import_edition(by(now), harbour.regime(DRAFT.day))
    for number, (_, duty) in enumerate(duties(regime), start=1):
        actions.review_duty(by(now), ISSUED, duty.ref, decision=ReviewState.ACCEPTED, version=number)
    actions.issue_edition(by(now), ISSUED, version=len(tuple(duties(regime))) + 1)
    actions.adopt(by(now), ISSUED, unit="HB", since=date(2026, 1, 1))
    for username, person, unit, role in _ACCOUNTS:
        actions.create_account(by(now), username=username, person=person, unit=unit, role=role)


def review_one(now: datetime) -> None:
    """Accept one duty of the draft."""
    actions.review_duty(by(now), DRAFT, "art-2", decision=ReviewState.ACCEPTED, version=1)


def record_drill(now: datetime) -> str:
    """Record a drill with evidence and return its ref."""
    return actions.record(
        by(now, username="taochunyuan"),
        unit="E-P",
        day=date(2026, 3, 18),
        kind="drill",
        title="全校消防疏散演练",
        meets=("harbour-school-fire/art-3.i-1",),
        evidence=(("演练记录.txt", "演练用时4分10秒".encode()),),
    )


def hand_over(now: datetime) -> str:
    """Let a post pass on, write its handover and return its ref."""
    day = date(2026, 5, 18)
    actions.appoint(by(now), post="E-M/校长", person="柳明舒", since=day)
    return actions.prepare_handover(by(now), post="E-M/校长", day=day)


def signed_in(username: str, **headers: str) -> Client:
    """A client in which somebody is signed in."""
    client = Client(headers=headers)
    client.force_login(
        Account.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def open_sessions() -> dict[str, str]:
    """Sign everybody in and return the keys of the sessions."""
    return {username: signed_in(username).cookies["sessionid"].value for username, *_ in _ACCOUNTS}


@pytest.fixture
def sign_in(city: None) -> Callable[..., Client]:
    """A client in which somebody is signed in, speaking Chinese unless another language is asked for."""

    return lambda username, *, language="zh-hans": signed_in(username, **{"accept-language": language})
