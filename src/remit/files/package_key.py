"""The keys with which an installation signs what it sends upward (Ed25519), and the file that keeps them."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

__all__ = ["FILE", "Identity", "Signer", "is_signed", "new_key", "read_identity", "read_signer", "signer_of"]

FILE = "package-key.json"
"""The name of the file in the data folder; it is for the server's eyes only."""

_TEXT = re.compile(r"remit:([0-9a-f]{16}):([A-Za-z0-9_-]{43})")
_PURPOSE = b"remit package 1\0"  # a signature of ours says nothing in any other place


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An installation as others know it: its number, which lasts, and a public key of 32 bytes, which can change."""

    installation: str
    public: bytes

    @property
    def text(self) -> str:
        """The one line that is handed to the level above, and read back by `read_identity`."""
        return f"remit:{self.installation}:{base64.urlsafe_b64encode(self.public).decode().rstrip('=')}"

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the public key, in hexadecimal."""
        return hashlib.sha256(self.public).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """An installation that can sign: `private` are the 32 bytes of its key."""

    installation: str
    private: bytes

    @property
    def identity(self) -> Identity:
        """What may be shown of it."""
        public = Ed25519PrivateKey.from_private_bytes(self.private).public_key()
        return Identity(installation=self.installation, public=public.public_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """Return the signature of 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(_PURPOSE + data)


def is_signed(data: bytes, signature: bytes, *, public: bytes) -> bool:
    """Tell whether the signature over the data is that of a key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _PURPOSE + data)
    except (InvalidSignature, ValueError):
        return False
    return True


def read_identity(text: str) -> Identity | None:
    """Return the identity that a line gives, None where it gives none."""
    found = _TEXT.fullmatch("".join(text.split()))
    if found is None:
        return None
    try:
        public = base64.urlsafe_b64decode(found[2] + "=")
    except binascii.Error:
        return None
    return Identity(installation=found[1], public=public)


def signer_of(private: bytes, *, installation: str = "") -> Signer:
    """Return who signs with a private key, without a file; without a number of the installation one is drawn."""
    return Signer(installation=installation or secrets.token_hex(8), private=private)


def read_signer(folder: Path) -> Signer | None:
    """Return who signs in an installation by its data folder, None where no key was ever made."""
    kept = _kept(folder)
    return _current(kept) if kept else None


def new_key(folder: Path) -> Signer:
    """Draw a key, keep it in the data folder, and return who signs with it from now on; earlier ones are kept too.

    When it returns, the file survives a power cut. Only one process at a time may do this.
    """
    before = _kept(folder) or _Kept(installation=secrets.token_hex(8), keys=())
    kept = _Kept(installation=before.installation, keys=(*before.keys, secrets.token_hex(32)))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = folder / f".{FILE}.{secrets.token_hex(8)}"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(kept))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(folder / FILE)
    return _current(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    installation: str
    keys: tuple[str, ...]


def _kept(folder: Path) -> _Kept | None:
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=_Kept)
    except FileNotFoundError:
        return None


def _current(kept: _Kept) -> Signer:
    return Signer(installation=kept.installation, private=bytes.fromhex(kept.keys[-1]))
