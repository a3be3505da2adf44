"""The port as a process of its own, for tests in a browser: `python -m tests.identity.server` prints its address."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from waitress import create_server

__all__ = ["main"]


def main() -> None:
    """Build the port on a day that stands still, say where it is, and serve it until the process is ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from remit.identity.configuration import Cas, Installation, Saml  # noqa: PLC0415 - after the setup above
    from tests.identity import conftest  # noqa: PLC0415 - it imports models, which need the setup above
    from tests.pages.conftest import build_catalogue  # noqa: PLC0415 - the same

    clock = conftest.Clock()
    timezone.now = lambda: clock.now  # type: ignore[assignment]
    catalogue = build_catalogue(Path(tempfile.mkdtemp(dir=settings.DATA)))
    override_settings(LOCALE_PATHS=[str(catalogue)]).enable()
    settings.IDENTITY = Installation(
        providers=(
            Cas(name="cas", label="统一身份认证", address="https://cas.example"),
            Saml(
                name="state",
                label="State portal",
                entity_id="x",
                sign_on="https://i.example",
                certificate_file="",
            ),
        )
    )
    call_command("migrate", verbosity=0)
    conftest.build_port(clock)
    from remit.web.wsgi import application  # noqa: PLC0415 - the catalogue has to be in its place before

    server = create_server(application, host="127.0.0.1", port=0, threads=4)
    sys.stdout.write(f"http://localhost:{server.effective_port}\n")
    sys.stdout.flush()
    server.run()


if __name__ == "__main__":
    main()
