"""Passkeys: WebAuthn credentials, asked for and checked (W3C Web Authentication, level 3) through python-fido2.

A request is a pair: the options that the browser is given as JSON, and the state that stays here until the answer.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from remit.identity.credential import Credential

__all__ = [
    "Asked",
    "Shown",
    "Site",
    "answering",
    "ask_for_any",
    "ask_for_new",
    "check",
    "take_new",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """For whom a passkey is: the host without its port, and the origin that the browser must name."""

    host: str
    origin: str

    @property
    def fit(self) -> bool:
        """Whether browsers make passkeys here: under a name, over HTTPS or on the machine itself."""
        try:
            ipaddress.ip_address(self.host.strip("[]"))
        except ValueError:
            return self.origin.startswith("https://") or self.host == "localhost"
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the browser is asked (JSON), and what has to be kept until it answers."""

    options: str
    state: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Which passkey an answer claims to come from, before anything is checked."""

    handle: str
    user: str


def ask_for_new(site: Site, *, user: str, name: str, known: Iterable[Credential]) -> Asked:
    """Ask for a new passkey that verifies its person; `user` names the account and says nothing about anybody."""
    options, state = _server(site).register_begin(
        PublicKeyCredentialUserEntity(name=name, id=user.encode(), display_name=name),
        [_parsed(credential) for credential in known],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return Asked(options=_json(options), state=state)


def take_new(site: Site, answer: str, state: dict[str, Any]) -> Credential | None:
    """Return the new passkey, None where the answer is not one to what was asked."""
    try:
        data = _server(site).register_complete(state, RegistrationResponse.from_dict(_read(answer)))
        made = data.credential_data
    except _WRONG:
        return None
    if made is None:
        return None
    return Credential(data=_text(made), handle=_handle(made.credential_id), counter=data.counter)


def ask_for_any(site: Site) -> Asked:
    """Ask for whatever passkey the browser has for this site."""
    options, state = _server(site).authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return Asked(options=_json(options), state=state)


def answering(answer: str) -> Shown | None:
    """Return which passkey an answer says it comes from, None where it is no answer."""
    try:
        given = AuthenticationResponse.from_dict(_read(answer))
    except _WRONG:
        return None
    return Shown(
        handle=_handle(given.raw_id), user=(given.response.user_handle or b"").decode(errors="replace")
    )


def check(site: Site, answer: str, state: dict[str, Any], *, known: Credential) -> int | None:
    """Return the counter that the passkey now shows; None where the answer is not this passkey's to what was asked.

    A counter that did not grow belongs to a copy of the passkey and is refused (section 6.1.1).
    """
    try:
        given = AuthenticationResponse.from_dict(_read(answer))
        _server(site).authenticate_complete(state, [_parsed(known)], given)
    except _WRONG:
        return None
    counter = given.response.authenticator_data.counter
    return None if (counter or known.counter) and counter <= known.counter else counter


# What python-fido2 and its CBOR reader raise on answers that are none.
_WRONG = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)


def _server(site: Site) -> Fido2Server:
    party = PublicKeyCredentialRpEntity(name="Remit", id=site.host)
    return Fido2Server(
        party,
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=lambda origin: origin == site.origin,
    )


def _json(options: Mapping[str, Any]) -> str:
    return json.dumps(dict(options["publicKey"]))


def _read(answer: str) -> dict[str, Any]:
    value = json.loads(answer)
    if not isinstance(value, dict):
        raise TypeError
    return value


def _handle(credential: bytes) -> str:
    return hashlib.sha256(credential).hexdigest()


def _text(data: AttestedCredentialData) -> str:
    return base64.b64encode(bytes(data)).decode()


def _parsed(credential: Credential) -> AttestedCredentialData:
    return AttestedCredentialData(base64.b64decode(credential.data))
