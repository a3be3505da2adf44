"""OpenID Connect: the authorization code flow with PKCE.

OpenID Connect Core 1.0, section 3.1; Discovery 1.0; RFC 7636 (PKCE); RFC 9207 (issuer in the response). Tokens are
read by joserfc; the ID token is the only one that is used.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from hmac import compare_digest
from typing import Any
from urllib.parse import quote_plus, urlencode

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from remit.identity.answer import Answer, Start, Unreachable, Untrusted
from remit.identity.configuration import Oidc
from remit.identity.fetching import fetch

__all__ = ["finish", "start"]

_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_LEEWAY = 60
_LONGEST_SUBJECT = 255
_metadata: dict[str, dict[str, Any]] = {}
_keys: dict[str, KeySet] = {}


def start(provider: Oidc, *, back: str) -> Start:
    """Return where to send the browser; `back` is the address here at which it comes back."""
    kept = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    challenge = base64.urlsafe_b64encode(hashlib.sha256(kept["verifier"].encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": " ".join(provider.scopes),
        "state": kept["state"],
        "nonce": kept["nonce"],
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    address = _found(provider, "authorization_endpoint")
    return Start(address=f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}", kept=kept)


def finish(
    provider: Oidc, *, query: Mapping[str, str], kept: Mapping[str, str], back: str, now: float
) -> Answer:
    """Return who came back; Untrusted where the answer is none to what was asked, Unreachable without one.

    `now` is in seconds since 1970.
    """
    if not compare_digest(query.get("state", "").encode(), kept["state"].encode()):
        raise Untrusted("state")
    if query.get("iss", provider.issuer) != provider.issuer:
        raise Untrusted("another issuer")
    if "error" in query or not query.get("code"):
        raise Untrusted(query.get("error", "no code")[:100])
    token = _redeem(provider, code=query["code"], verifier=kept["verifier"], back=back)
    claims = _verified(provider, token)
    _examine(provider, claims, nonce=kept["nonce"], now=now)
    said = {name: str(value) for name, value in claims.items() if isinstance(value, str | int)}
    if claims.get("email_verified") is not True:  # anybody may say what is not verified
        said.pop("email", None)
    return Answer(subject=str(claims["sub"]), claims=said)


def _redeem(provider: Oidc, *, code: str, verifier: str, back: str) -> str:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
        "client_id": provider.client_id,
    }
    headers = {"Accept": "application/json"}
    methods = _discovered(provider).get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if provider.client_secret and "client_secret_basic" in methods:
        pair = f"{quote_plus(provider.client_id)}:{quote_plus(provider.client_secret)}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    elif provider.client_secret:
        form["client_secret"] = provider.client_secret
    body = fetch(_found(provider, "token_endpoint"), form=form, headers=headers, ca_file=provider.ca_file)
    token = _object(body).get("id_token")
    if not isinstance(token, str):
        raise Untrusted("no ID token")
    return token


def _verified(provider: Oidc, token: str) -> dict[str, Any]:
    """Return the claims of a token that one of the provider's keys signed; keys that are new to us are fetched once."""
    for keys in (_keys.get(provider.issuer), None):
        if keys is None:
            fresh = _fetch_keys(provider)
            _keys[provider.issuer] = fresh
        try:
            return dict(jwt.decode(token, keys or fresh, algorithms=_ALGORITHMS).claims)
        except (JoseError, ValueError, KeyError, TypeError) as fault:
            if keys is None:
                raise Untrusted(f"signature: {type(fault).__name__}") from fault
    raise Untrusted("signature")


def _examine(provider: Oidc, claims: Mapping[str, Any], *, nonce: str, now: float) -> None:
    """Section 3.1.3.7 of the Core."""
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    expires, issued = claims.get("exp"), claims.get("iat")
    subject = claims.get("sub")
    if claims.get("iss") != provider.issuer:
        raise Untrusted("another issuer")
    if provider.client_id not in audiences:
        raise Untrusted("for somebody else")
    if (len(audiences) > 1 or "azp" in claims) and claims.get("azp") != provider.client_id:
        raise Untrusted("for somebody else")
    if not isinstance(expires, int | float) or now > expires + _LEEWAY:
        raise Untrusted("expired")
    if not isinstance(issued, int | float) or issued > now + _LEEWAY:
        raise Untrusted("from the future")
    since = claims.get("nbf", 0)
    if not isinstance(since, int | float) or since > now + _LEEWAY:
        raise Untrusted("from the future")
    if not compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise Untrusted("nonce")
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST_SUBJECT:
        raise Untrusted("no subject")


def _found(provider: Oidc, name: str) -> str:
    value = _discovered(provider).get(name)
    if not isinstance(value, str):
        raise Unreachable(f"{provider.issuer}: no {name}")
    return value


def _discovered(provider: Oidc) -> dict[str, Any]:
    """Return what a provider publishes about itself, kept as long as the process lives once it was right."""
    known = _metadata.get(provider.issuer)
    if known is not None:
        return known
    address = f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"
    found = _object(fetch(address, ca_file=provider.ca_file))
    if found.get("issuer") != provider.issuer:
        raise Untrusted("another issuer")
    _metadata[provider.issuer] = found
    return found


def _fetch_keys(provider: Oidc) -> KeySet:
    published = _object(fetch(_found(provider, "jwks_uri"), ca_file=provider.ca_file))
    listed = published.get("keys")
    # A symmetric key would let whoever reads the list sign.
    public = (
        [k for k in listed if isinstance(k, dict) and k.get("kty") in {"RSA", "EC", "OKP"}] if listed else []
    )
    try:
        return KeySet.import_key_set({"keys": public})
    except (JoseError, ValueError, KeyError, TypeError) as fault:
        raise Unreachable(f"{provider.issuer}: keys") from fault


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise Unreachable("no JSON object")
    return value
