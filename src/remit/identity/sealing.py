"""Secrets that have to be read again: sealed with AES-256-GCM under a key drawn from the installation's secret."""

from __future__ import annotations

import base64
import binascii
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

__all__ = ["seal", "unseal"]

_NONCE = 12


def seal(text: str, *, secret: str, use: str) -> str:
    """Return a text sealed for one use, such as the account that it belongs to: it opens for no other."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = _cipher(secret).encrypt(nonce, text.encode(), use.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(sealed: str, *, secret: str, use: str) -> str | None:
    """Return the text, None where it was sealed under another secret, for another use, or was changed."""
    try:
        data = base64.b64decode(sealed, validate=True)
        return _cipher(secret).decrypt(data[:_NONCE], data[_NONCE:], use.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        return None


@lru_cache(maxsize=4)
def _cipher(secret: str) -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"remit sealing 1")
    return AESGCM(derive.derive(secret.encode()))
