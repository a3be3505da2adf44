"""Six digits from an authenticator app: time-based one-time passwords (RFC 6238 over RFC 4226, HMAC-SHA-1, 30 s)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from urllib.parse import quote, urlencode

__all__ = [
    "DIGITS",
    "STEP",
    "address",
    "code",
    "draw_recovery_codes",
    "draw_secret",
    "find_step",
    "recovery_digest",
]

STEP = 30
DIGITS = 6
_WINDOW = 1  # clocks of telephones are seldom off by more
_RECOVERY_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when it is copied by hand


def draw_secret() -> str:
    """Return a fresh secret of 160 bits in base 32, as apps take it."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code(secret: str, step: int) -> str:
    """Return the code of a secret at a step: the number of whole 30-second spans since 1970."""
    digest = hmac.digest(base64.b32decode(secret), step.to_bytes(8, "big"), hashlib.sha1)
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def find_step(secret: str, given: str, *, now: float, after: int = -1) -> int | None:
    """Return the step whose code was given, None where it is none of the present or a neighbouring one.

    `now` is in seconds since 1970. A step up to `after` was used before and is not taken again.
    """
    present = int(now) // STEP
    digits = "".join(given.split())
    for step in range(present - _WINDOW, present + _WINDOW + 1):
        if step > after and hmac.compare_digest(code(secret, step).encode(), digits.encode()):
            return step
    return None


def address(secret: str, *, account: str, issuer: str) -> str:
    """Return the `otpauth` address that an app reads from a picture."""
    label = quote(f"{issuer}:{account}", safe="")
    wanted = urlencode(
        {"secret": secret, "issuer": issuer, "algorithm": "SHA1", "digits": DIGITS, "period": STEP}
    )
    return f"otpauth://totp/{label}?{wanted}"


def draw_recovery_codes() -> tuple[str, ...]:
    """Return ten fresh codes of about 79 bits each, in four groups of four letters."""
    return tuple(
        "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
        for _ in range(_RECOVERY_CODES)
    )


def recovery_digest(given: str) -> str:
    """Return under what a recovery code is kept: spaces, hyphens and capitals make no difference."""
    plain = "".join(c for c in given.casefold() if c.isalnum())
    return hashlib.sha256(f"remit recovery {plain}".encode()).hexdigest()
