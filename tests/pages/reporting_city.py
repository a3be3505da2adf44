"""A small fictional county for tests of reporting in a browser: `python -m tests.pages.reporting_city`.

A bureau with two stations below it, a regulation that was issued and that nobody has adopted yet, and people at both
levels. It prints one line of JSON (`url`, `sessions`) and serves until the process is ended.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from waitress import create_server

from remit.core.duty import Degree, Duty, Kind
from remit.core.period import Cadence, Deadline
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.regime import Edition, Regime, RegimeClause, Role

__all__ = ["EDITION", "main"]

EDITION = Edition("river-stations", date(2026, 1, 1))
_ACCOUNTS = (
    ("clerk-1", "周文", "ST-1", "clerk"),
    ("head-1", "陈站", "ST-1", "holder"),
    ("clerk-2", "吴言", "ST-2", "clerk"),
    ("head-2", "许站", "ST-2", "holder"),
    ("above", "何局", "BU", "clerk"),
)


def organisation() -> Organisation:
    """The bureau, its stations and who heads them."""
    heads = {"BU": "林局长", "ST-1": "陈站", "ST-2": "许站"}
    return Organisation(
        units=(
            Unit(code="BU", name="清河县水务局", kind="水务局"),
            Unit(code="ST-1", name="上游水文站", kind="水文站", parent="BU"),
            Unit(code="ST-2", name="下游水文站", kind="水文站", parent="BU"),
        ),
        posts=tuple(Post(code=f"{u}/负责人", unit=u, title="负责人", degree=Degree.FIRST) for u in heads),
        holders=tuple(
            Holder(post=f"{unit}/负责人", person=person, since=date(2025, 1, 1))
            for unit, person in heads.items()
        ),
    )


def regime() -> Regime:
    """What stations owe: meetings and training each half-year, a report in June and December, fires at once."""
    said = (
        ("第二条", "水文站每半年至少召开一次防汛工作会议。", {"cadence": (Cadence(min=1, period="P6M"),)}),
        ("第三条", "水文站每半年至少组织一次防汛培训。", {"cadence": (Cadence(min=1, period="P6M"),)}),
        (
            "第四条",
            "水文站应当于每年6月和12月向水务局书面报告防汛责任落实情况。",
            {"cadence": (Cadence(months=(6, 12)),), "addressee": ("水务局",)},
        ),
        (
            "第五条",
            "发生险情的，水文站应当在2小时内向水务局报告。",
            {
                "deadline": (Deadline(amount=2, unit="hour", after="发生险情的"),),
                "addressee": ("水务局",),
            },
        ),
    )
    clauses, at = [], 0
    for number, text, slots in said:
        duty = Duty(
            ref=f"art-{len(clauses) + 2}", quote=text, holders=("水文站",), actions=(text[3:-1],), **slots
        )
        whole = f"{number}　{text}"
        clauses.append(
            RegimeClause(
                ref=(number,), text=whole, start=at, end=at + len(whole), kind=Kind.DUTY, duties=(duty,)
            )
        )
        at += len(whole) + 1
    return Regime(
        id=EDITION.regime,
        title="清河县水文站防汛责任制办法",
        edition=EDITION.day,
        subject="防汛",
        roles=(
            Role(name="水文站", degree=Degree.PRINCIPAL, units=("水文站",)),
            Role(name="水务局", degree=Degree.PRINCIPAL, units=("水务局",)),
        ),
        clauses=tuple(clauses),
    )


def main() -> None:
    """Build the county, say where it is, and serve it until the process is ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from remit.store import actions  # noqa: PLC0415 - models need the setup above
    from remit.store.access import Role as AccountRole  # noqa: PLC0415 - likewise
    from tests.pages import conftest  # noqa: PLC0415 - likewise

    now = datetime(2026, 5, 20, 10, 0, tzinfo=conftest.ZONE)
    timezone.now = lambda: now  # type: ignore[assignment]
    catalogue = conftest.build_catalogue(Path(tempfile.mkdtemp(dir=settings.DATA)))
    override_settings(LOCALE_PATHS=[str(catalogue)]).enable()
    call_command("migrate", verbosity=0)
    actions.import_organisation(conftest.by(now), organisation())
    actions.import_edition(conftest.by(now), regime())
    actions.issue_edition(conftest.by(now), EDITION, version=1, unreviewed=True)
    for username, person, unit, role in _ACCOUNTS:
        actions.create_account(
            conftest.by(now),
            username=username,
            person=person,
            unit="" if role == "holder" else unit,
            role=AccountRole(role),
        )
    from remit.web.wsgi import application  # noqa: PLC0415 - the catalogue has to be in its place before

    server = create_server(application, host="127.0.0.1", port=0, threads=4)
    sessions = {name: conftest.signed_in(name).cookies["sessionid"].value for name, *_ in _ACCOUNTS}
    url = f"http://127.0.0.1:{server.effective_port}"
    sys.stdout.write(json.dumps({"url": url, "sessions": sessions}) + "\n")
    sys.stdout.flush()
    server.run()


if __name__ == "__main__":
    main()
