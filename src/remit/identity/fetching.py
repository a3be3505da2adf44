"""Asking a provider over HTTP: encrypted unless it is on this machine, no detours, no endless answers."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from remit.identity.answer import Unreachable

__all__ = ["fetch"]

_SECONDS = 10
_MOST = 1024 * 1024
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class _Straight(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_values: object) -> None:
        return None


def fetch(
    address: str,
    *,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    ca_file: str = "",
) -> bytes:
    """Return what is at an address, or the answer to a form sent there; Unreachable where there is no proper answer.

    Only https, or http on this machine; redirections and proxies are not followed; ten seconds, one MiB.
    """
    try:
        parts = urlsplit(address)
        plain_and_near = parts.scheme == "http" and parts.hostname in _LOOPBACK
    except ValueError:
        raise Unreachable(address) from None
    if parts.scheme != "https" and not plain_and_near:
        raise Unreachable(f"{address}: not https")
    try:
        context = ssl.create_default_context(cafile=ca_file or None)
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context), _Straight()
        )
        data = urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(address, data=data, headers={**(headers or {})})  # noqa: S310 - see above
        with opener.open(request, timeout=_SECONDS) as answer:
            body: bytes = answer.read(_MOST + 1)
    except (OSError, ValueError, http.client.HTTPException) as fault:
        raise Unreachable(f"{address}: {fault}") from fault
    if len(body) > _MOST:
        raise Unreachable(f"{address}: too long")
    return body
