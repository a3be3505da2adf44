"""The city as a process of its own, for tests in a browser: `python -m tests.pages.server`.

It prints one line of JSON and serves: `url`, `record` and `handover` (some that are there), `sessions` (session keys by
account).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from waitress import create_server

__all__ = ["main"]


def main() -> None:
    """Build the city on a day that stands still, say where it is, and serve it until the process is ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.pages import conftest, harbour_parts  # noqa: PLC0415 - they import models, which need the setup above

    now = datetime(2026, 5, 20, 10, 0, tzinfo=conftest.ZONE)
    timezone.now = lambda: now  # type: ignore[assignment]
    catalogue = conftest.build_catalogue(Path(tempfile.mkdtemp(dir=settings.DATA)))
    override_settings(LOCALE_PATHS=[str(catalogue)]).enable()
    call_command("migrate", verbosity=0)
    conftest.build_city(now)
    conftest.review_one(now)
    harbour_parts.import_parted(now)
    record = conftest.record_drill(now)
    handover = conftest.hand_over(now)
    from remit.web.wsgi import application  # noqa: PLC0415 - the catalogue has to be in its place before

    server = create_server(application, host="127.0.0.1", port=0, threads=4)
    url = f"http://127.0.0.1:{server.effective_port}"
    sys.stdout.write(
        json.dumps({"url": url, "record": record, "handover": handover, "sessions": conftest.open_sessions()})
        + "\n"
    )
    sys.stdout.flush()
    server.run()


if __name__ == "__main__":
    main()
