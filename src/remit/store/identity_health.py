"""Whether the ways in are as they should be: what `remit doctor` says of signing in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.util import find_spec

from cryptography import x509
from django.conf import settings

from remit.core.problem import Place, Problem, error, warning
from remit.identity.configuration import FILE, Installation, Saml
from remit.store import load_identity

__all__ = ["identity_problems"]

_NOTICE = timedelta(days=30)
_PEM = re.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def identity_problems(now: datetime) -> Iterator[Problem]:
    """Yield what is wrong with the configuration of signing in, and what has lost its ground in the database."""
    installation: Installation = settings.IDENTITY
    yield from installation.problems
    if installation.directory is not None and find_spec("ldap3") is None:
        yield _missing("ldap")
    providers = [p for p in installation.providers if isinstance(p, Saml)]
    if providers and find_spec("signxml") is None:
        yield _missing("saml")
    for provider in providers:
        yield from _certificate_problems(provider, now)
    known = {p.name for p in installation.providers}
    known |= {installation.directory.name} if installation.directory else set()
    for name in sorted(load_identity.providers_linked() - known):
        yield _unknown(name)
    lost = load_identity.count_unreadable()
    if lost:
        yield _unreadable(lost)


def _certificate_problems(provider: Saml, now: datetime) -> Iterator[Problem]:
    try:
        ends = [
            x509.load_pem_x509_certificate(pem.encode()).not_valid_after_utc
            for pem in _PEM.findall(provider.certificate)
        ]
    except ValueError:
        ends = []
    last = max(ends, default=None)
    if last is None:
        yield error(
            "certificate-unusable",
            "The provider '{name}' has no certificate that can be read, so nobody comes in through it.",
            "Put its certificates in PEM into the file that certificate_file names.",
            at=Place(file=FILE, ref=provider.name),
            name=provider.name,
        )
    elif last < now + _NOTICE:
        yield warning(
            "certificate-ends",
            "The last certificate of the provider '{name}' ends on {day}; after that nobody comes in through it.",
            "Ask for its next certificate and add it to the file that certificate_file names.",
            at=Place(file=FILE, ref=provider.name),
            name=provider.name,
            day=last.date(),
        )


def _missing(extra: str) -> Problem:
    return error(
        "extra-missing",
        "sign-in.toml names a way in that needs the extra '{extra}', and it is not installed.",
        "Install it: pip install 'remit[{extra}]'.",
        at=Place(file=FILE),
        extra=extra,
    )


def _unknown(name: str) -> Problem:
    return warning(
        "provider-unknown",
        "Accounts are linked to the provider '{name}', which sign-in.toml does not name.",
        "Put it back, or give the new one the same name; else its people cannot come in through it.",
        at=Place(file=FILE),
        name=name,
    )


def _unreadable(count: int) -> Problem:
    return warning(
        "factors-unreadable",
        "The apps of {count} accounts cannot be checked: the installation's secret is another than before.",
        "Bring the file secret (or REMIT_SECRET_KEY) back; else take recovery codes, or remit reset-factors.",
        count=count,
    )
