"""Identity providers of our own, on a port of this machine: they answer as they should, or as they are told to."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, Key, KeySet, OctKey, RSAKey

Answer = tuple[int, str, bytes]


@contextmanager
def served(answer: Callable[[str, dict[str, str], dict[str, str], str], Answer]) -> Iterator[str]:
    """Serve `answer(path, query, form, authorization)` and give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
            self._reply({k: v[0] for k, v in parse_qs(body).items()})

        def _reply(self, form: dict[str, str]) -> None:
            parts = urlsplit(self.path)
            query = {k: v[0] for k, v in parse_qs(parts.query).items()}
            status, kind, body = answer(parts.path, query, form, self.headers.get("Authorization", ""))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # the other side has read enough
                self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Issuer:
    """An OpenID Connect provider. What it says in a token is `claims`, over what it should say."""

    client_id: str = "remit"
    client_secret: str = "a secret: with/odd+signs"
    address: str = ""
    issuer: str = ""
    clock: Callable[[], float] = lambda: 0.0
    key: Key = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "one"}))
    algorithm: str = "ES256"
    published: list[Key] = field(default_factory=list)
    claims: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    forge: Callable[[dict[str, Any]], str] | None = None
    jwks_asked: int = 0

    def authorize(self, address: str) -> dict[str, str]:
        """What the person's browser brings back after they signed in there."""
        asked = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.address}/authorize?")
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def answer(self, path: str, query: dict[str, str], form: dict[str, str], authorization: str) -> Answer:
        if path == "/.well-known/openid-configuration":
            return self._json(
                {
                    "issuer": self.issuer or self.address,
                    "authorization_endpoint": f"{self.address}/authorize",
                    "token_endpoint": f"{self.address}/token",
                    "jwks_uri": f"{self.address}/jwks",
                }
            )
        if path == "/jwks":
            self.jwks_asked += 1
            return self._json(KeySet(self.published or [self.key]).as_dict(private=False))
        return self._token(form, authorization)

    def _token(self, form: dict[str, str], authorization: str) -> Answer:
        asked = self.codes.pop(form.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        basic = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        right = (
            asked is not None
            and challenge.rstrip(b"=").decode() == asked["code_challenge"]
            and form.get("redirect_uri") == asked["redirect_uri"]
            and basic == "remit:a+secret%3A+with%2Fodd%2Bsigns"
        )
        if not right or asked is None:
            return 400, "application/json", b'{"error": "invalid_grant"}'
        now = int(self.clock())
        claims = {
            "iss": self.address,
            "aud": self.client_id,
            "sub": "subject-1",
            "exp": now + 300,
            "iat": now,
            "nonce": asked["nonce"],
            **self.claims,
        }
        claims = {k: v for k, v in claims.items() if k not in self.without}
        token = self.forge(claims) if self.forge else self.sign(claims)
        return self._json({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def sign(self, claims: dict[str, Any], *, key: Key | None = None, algorithm: str = "") -> str:
        key = key or self.key
        used = algorithm or self.algorithm
        return jwt.encode({"alg": used, "kid": key.kid}, claims, key, algorithms=[used])

    def sign_with_public_key(self, claims: dict[str, Any]) -> str:
        """The old trick: HMAC under the public key that everybody can read."""
        public = self.key.as_pem(private=False)
        return jwt.encode(
            {"alg": "HS256", "kid": "one"}, claims, OctKey.import_key(public), algorithms=["HS256"]
        )

    @staticmethod
    def sign_with_nothing(claims: dict[str, Any]) -> str:
        def part(value: object) -> str:
            return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

        return f"{part({'alg': 'none'})}.{part(claims)}."

    @staticmethod
    def _json(value: object) -> Answer:
        return 200, "application/json", json.dumps(value).encode()


def new_key(kind: str = "EC", kid: str = "two") -> Key:
    """A fresh key."""
    return (
        RSAKey.generate_key(2048, {"kid": kid})
        if kind == "RSA"
        else ECKey.generate_key("P-256", {"kid": kid})
    )
