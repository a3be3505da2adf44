"""The addresses of packages in the permission matrix; every unit has an installation that speaks for it."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse

from remit.files.package_key import signer_of
from remit.store import actions
from tests.pages.conftest import by
from tests.pages.permission_matrix import Probe

__all__ = ["PACKAGE_OPERATIONS", "let_installations_speak", "package_probes", "source_of"]

PACKAGE_OPERATIONS = {
    "get_package": "absent",
    "get_package_key": "absent",
    "list_packages": "signed",
    "list_package_sources": "signed",
    "list_received_packages": "see",
}


def source_of(code: str) -> str:
    """The name of the source that speaks for a unit."""
    return "s" + code.replace("/", "-")


def let_installations_speak(codes: list[str], now: datetime) -> None:
    """Register an installation for each unit; all of them are late."""
    for number, code in enumerate(codes, start=1):
        identity = signer_of(number.to_bytes(32, "big"), installation=f"{number:016x}").identity
        actions.trust_package_source(
            by(now),
            code=source_of(code),
            unit=code,
            identity=identity,
            rhythm="month",
            since=date(2026, 1, 1),
        )


def package_probes() -> list[Probe]:
    """What there is beside the API."""
    typed = {"code": "x", "unit": "/1/20", "identity": "none", "since": "2026-05-20"}
    return [
        Probe("packages", "GET", reverse("packages"), "seeing"),
        Probe("packages", "POST", reverse("packages"), "acting"),
        Probe("package-trust", "GET", reverse("package-trust"), "trusting"),
        Probe("package-trust", "POST", reverse("package-trust"), "trusting", data=typed),
        Probe("package-file", "GET", reverse("package-file", args=["0" * 64]), "absent"),
    ]
