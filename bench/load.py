"""Reports under load: 600 units that hand theirs in within one minute, on PostgreSQL, through a real server.

    python -m bench.load --clients C --seconds S [--units N] [--seed K]

A PostgreSQL cluster of its own is filled in a temporary folder: a bureau, N stations, a report of each, written and
approved. Then `remit serve` is started as it is in production, everybody is signed in, and C clients hand the reports
in over HTTP, spread over S seconds; one in four clicks twice at once, and one in four sends the same form again
afterwards. Lost and doubled are counted in the database. The baseline is the same number of bare inserts by Django, one
transaction each: a record, and a row of the journal.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import resource
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from remit.core.duty import Degree, Duty
from remit.core.period import Cadence
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.regime import Regime, RegimeClause, Role
from tests import postgres

if TYPE_CHECKING:
    from remit.store.access import Viewer
    from remit.store.transaction import By

ROOT = Path(__file__).parents[1]
DUTY = "bench-stations/art-2"
_FIELD = re.compile(r'name="([^"]+)" value="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A report that is ready to be handed in, and who does it."""

    ref: str
    unit: str
    session: str


def window_of(today: date) -> tuple[str, str]:
    """Return the window of the duty that is open today, and the period that its report is on."""
    half = 1 if today.month <= 6 else 2
    return f"{today.year}-{'06' if half == 1 else '12'}", f"{today.year}H{half}"


def fill(units: int, now: datetime) -> list[Job]:
    """Write the bureau and its stations, the regulation in force, and an approved report of each station."""
    from django.core.management import call_command

    from remit.core.regime import Edition
    from remit.store import actions
    from remit.store.access import CONSOLE
    from remit.store.access import Role as AccountRole

    call_command("migrate", verbosity=0)
    regime = rules(now.year)
    edition = Edition(regime.id, regime.edition)
    codes = [f"S{n}" for n in range(units)]
    actions.import_organisation(asking(CONSOLE, now), stations(codes, date(now.year, 1, 1)))
    actions.import_edition(asking(CONSOLE, now), regime)
    actions.issue_edition(asking(CONSOLE, now), edition, version=1, unreviewed=True)
    actions.adopt(asking(CONSOLE, now), edition, unit="B", since=date(now.year, 1, 1))
    for code in codes:
        actions.create_account(
            asking(CONSOLE, now),
            username=code.lower(),
            person=head_of(code),
            unit=code,
            role=AccountRole.CLERK,
        )
    return [prepare(code, now) for code in codes]


def stations(codes: list[str], since: date) -> Organisation:
    """Return the bureau and its stations, each with its head."""
    bureau = Unit(code="B", name="Bureau", kind="bureau")
    return Organisation(
        units=(bureau, *(Unit(code=c, name=f"Station {c}", kind="station", parent="B") for c in codes)),
        posts=tuple(Post(code=f"{c}/head", unit=c, title="Head", degree=Degree.FIRST) for c in codes),
        holders=tuple(Holder(post=f"{c}/head", person=head_of(c), since=since) for c in codes),
    )


def rules(year: int) -> Regime:
    """Return the regulation: a report in June and in December."""
    text = "Each station shall report to the bureau in June and December."
    duty = Duty(
        ref="art-2",
        quote=text,
        holders=("each station",),
        actions=("report",),
        cadence=(Cadence(months=(6, 12)),),
        addressee=("the bureau",),
    )
    return Regime(
        id="bench-stations",
        title="Station rules",
        edition=date(year, 1, 1),
        language="en",
        subject="safety",
        roles=(Role(name="each station", units=("station",)), Role(name="the bureau", units=("bureau",))),
        clauses=(RegimeClause(ref=("2",), text=text, start=0, end=len(text), duties=(duty,)),),
    )


def head_of(code: str) -> str:
    """Return who heads a station."""
    return f"Head {code}"


def asking(viewer: Viewer, now: datetime) -> By:
    """Return a request of its own."""
    from remit.store.transaction import By

    return By(viewer=viewer, key=secrets.token_hex(8), now=now)


def prepare(code: str, now: datetime) -> Job:
    """Write a station's report, have it approved, and sign its clerk in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from remit.store import actions, load, models

    window, period = window_of(now.date())
    viewer = load.viewer(code.lower(), now.date())
    ref = actions.open_report(asking(viewer, now), unit=code, duty=f"{DUTY}@{window}", period=period)
    actions.take_step(asking(viewer, now), refs=(ref,), move="approve")
    account = models.Account.objects.get(username=code.lower())
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return Job(ref=ref, unit=code, session=session.session_key or "")


@contextmanager
def serving() -> Iterator[int]:
    """Serve the site as `remit serve` does, and yield the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "remit", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(300):
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield port
        finally:
            process.terminate()


class Client:
    """One browser after the other, on one connection at a time."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._held = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(
        self, verb: str, path: str, session: str, data: dict[str, str] | None = None, token: str = ""
    ) -> tuple[int, str, str]:
        """Return status, body and the cookie against forgery that came with it."""
        cookies = f"sessionid={session}" + (f"; csrftoken={token}" if token else "")
        headers = {"Cookie": cookies, "Host": f"127.0.0.1:{self._port}"}
        body = None
        if data is not None:
            body = urlencode(data)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._held.request(verb, path, body, headers)
            answer = self._held.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            self._held.close()
            raise
        found = re.search(r"csrftoken=([^;]+)", answer.headers.get("Set-Cookie", ""))
        return answer.status, text, found[1] if found else token


def hand_in(job: Job, port: int, local: threading.local, mood: float) -> tuple[float, list[int]]:
    """Open the page, hand the report in, perhaps twice at once or again afterwards; seconds of the first answer."""
    client = getattr(local, "client", None) or Client(port)
    local.client = client
    path = f"/reports/{job.ref}/"
    _, page, cookie = client.ask("GET", path, job.session)
    form = page[page.index(f"{path}submit/") :]
    fields = dict(_FIELD.findall(form[: form.index("</form>")]))
    data = {name: fields[name] for name in ("csrfmiddlewaretoken", "key", "seen")}
    answers: list[int] = []

    def send(way: Client) -> None:
        answers.append(way.ask("POST", f"{path}submit/", job.session, data, cookie)[0])

    second = threading.Thread(target=send, args=(Client(port),)) if mood < 0.25 else None
    start = time.perf_counter()
    if second:
        second.start()
    send(client)
    seconds = time.perf_counter() - start
    if second:
        second.join()
    elif mood < 0.5:
        send(client)
    return seconds, answers


def load(jobs: list[Job], clients: int, seconds: float, port: int, draw: random.Random) -> dict[str, object]:
    """Hand all reports in, evenly spread over some seconds, and say how long each took."""
    local = threading.local()
    order = draw.sample(jobs, len(jobs))
    moods = [draw.random() for _ in order]
    start = time.perf_counter()

    def work(at: int) -> tuple[float, list[int]]:
        wait = start + at * seconds / len(order) - time.perf_counter()
        if wait > 0:
            time.sleep(wait)
        return hand_in(order[at], port, local, moods[at])

    with ThreadPoolExecutor(clients) as pool:
        done = list(pool.map(work, range(len(order))))
    took = sorted(one for one, _ in done)
    statuses: dict[int, int] = {}
    for _, answers in done:
        for status in answers:
            statuses[status] = statuses.get(status, 0) + 1
    return {
        "window_seconds": round(time.perf_counter() - start, 2),
        "requests": sum(statuses.values()) + len(order),
        "answers": statuses,
        "p50_seconds": round(statistics.median(took), 4),
        "p95_seconds": round(took[int(len(took) * 0.95)], 4),
        "slowest_seconds": round(took[-1], 4),
    }


def counted(jobs: list[Job]) -> dict[str, int]:
    """Count in the database what was handed in, lost and doubled."""
    from collections import Counter

    from remit.store import models

    records = Counter(models.Record.objects.filter(kind="report").values_list("unit__code", flat=True))
    steps = Counter(models.MatterStep.objects.filter(move="submit").values_list("matter__ref", flat=True))
    lines = models.JournalEvent.objects.filter(kind="recorded").count()
    handed = sum(steps[job.ref] >= 1 and records[job.unit] >= 1 for job in jobs)
    doubled = sum(steps[job.ref] > 1 or records[job.unit] > 1 for job in jobs)
    return {
        "submitted": handed,
        "lost": len(jobs) - handed,
        "doubled": doubled + abs(lines - handed),
    }


def baseline(jobs: list[Job]) -> dict[str, float]:
    """Seconds of a bare insert by Django of a record and a row beside it, in one transaction each."""
    from django.db import transaction

    from remit.store import models

    today = datetime.now(UTC).date()
    unit = models.Unit.objects.get(code=jobs[0].unit)
    last = models.JournalEvent.objects.order_by("-seq").values().first() or {}
    took = []
    for number, _ in enumerate(jobs, 1):
        start = time.perf_counter()
        with transaction.atomic():
            models.Record.objects.create(
                ref=f"bare{number}",
                unit=unit,
                day=today,
                entered=today,
                kind="bare",
                title="Bare",
                by="bench",
            )
            models.JournalEvent.objects.create(
                **{**last, "seq": last["seq"] + number, "kind": "bare", "leaf": f"{number:064x}"}
            )
        took.append(time.perf_counter() - start)
    took.sort()
    return {
        "p50_seconds": round(statistics.median(took), 5),
        "p95_seconds": round(took[int(len(took) * 0.95)], 5),
    }


def main() -> int:
    """Print what was handed in, lost and doubled, and the seconds, as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--units", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REMIT_DATA"] = folder
        os.environ["DATABASE_URL"] = postgres.start()
        os.environ["DJANGO_SETTINGS_MODULE"] = "remit.web.settings"
        import django

        django.setup()
        from django.utils import timezone

        start = time.perf_counter()
        jobs = fill(args.units, timezone.localtime())
        filled = time.perf_counter() - start
        with serving() as port:
            found = load(jobs, args.clients, args.seconds, port, random.Random(args.seed))
        counts, bare = counted(jobs), baseline(jobs)
        result = {
            "units": args.units,
            "clients": args.clients,
            "seconds": args.seconds,
            "cores": os.cpu_count(),
            "fill_seconds": round(filled, 1),
            **counts,
            **found,
            "baseline": "bare inserts by Django of a record and a row of the journal, one transaction each",
            "bare": bare,
            "p95_to_bare_p95": round(float(str(found["p95_seconds"])) / bare["p95_seconds"], 1),
            "peak_rss_bytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
        }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0 if result["lost"] == result["doubled"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
