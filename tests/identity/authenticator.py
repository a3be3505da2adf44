"""A passkey in software, which also does what a real one would not."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256

_PRESENT, _VERIFIED, _NEW = 0x01, 0x04, 0x40


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One credential for one site; the keyword arguments of `make` and `sign` say what is done wrongly."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: os.urandom(32))
    user: bytes = b""
    counter: int = 0

    def make(self, options: str, *, origin: str) -> str:
        asked = json.loads(options)
        self.user = base64.urlsafe_b64decode(asked["user"]["id"] + "==")
        cose = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        made = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cose
        data = self._data(asked["rp"]["id"], _PRESENT | _VERIFIED | _NEW) + made
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", asked["challenge"], origin)
        return self._answer(clientDataJSON=client, attestationObject=attestation)

    def sign(
        self,
        options: str,
        *,
        origin: str,
        site: str = "",
        challenge: str = "",
        verified: bool = True,
        kind: str = "webauthn.get",
        user: bytes | None = None,
    ) -> str:
        asked = json.loads(options)
        self.counter += 1
        data = self._data(site or asked["rpId"], _PRESENT | (_VERIFIED if verified else 0))
        client = self._client(kind, challenge or asked["challenge"], origin)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            clientDataJSON=client,
            authenticatorData=data,
            signature=signature,
            userHandle=self.user if user is None else user,
        )

    def _data(self, site: str, flags: int) -> bytes:
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str, origin: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": origin}).encode()

    def _answer(self, **response: bytes) -> str:
        said = {name: _text(value) for name, value in response.items()}
        own = _text(self.id)
        return json.dumps(
            {"id": own, "rawId": own, "type": "public-key", "response": said, "clientExtensionResults": {}}
        )
