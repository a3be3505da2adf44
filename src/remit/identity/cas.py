"""CAS, protocol version 3: a ticket that the browser carries, and that the server explains to us directly."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from hmac import compare_digest
from urllib.parse import urlencode

from lxml import etree

from remit.identity.answer import Answer, Start, Unreachable, Untrusted
from remit.identity.configuration import Cas
from remit.identity.fetching import fetch
from remit.identity.safe_xml import parse

__all__ = ["finish", "start"]

_CAS = "{http://www.yale.edu/tp/cas}"
_LONGEST_TICKET = 256


def start(provider: Cas, *, back: str) -> Start:
    """Return where to send the browser; the server adds the ticket to `back`.

    CAS knows no state: ours goes into the address that the ticket is bound to.
    """
    kept = {"state": secrets.token_urlsafe(16)}
    query = urlencode({"service": _service(back, kept["state"])})
    return Start(address=f"{provider.address.rstrip('/')}/login?{query}", kept=kept)


def finish(provider: Cas, *, query: Mapping[str, str], kept: Mapping[str, str], back: str) -> Answer:
    """Return who came back with a ticket, as the server explains it once for the same address (section 2.6)."""
    ticket = query.get("ticket", "")
    if not compare_digest(query.get("state", "").encode(), kept["state"].encode()):
        raise Untrusted("state")
    if not ticket or len(ticket) > _LONGEST_TICKET:
        raise Untrusted("no ticket")
    asked = urlencode({"service": _service(back, kept["state"]), "ticket": ticket})
    body = fetch(f"{provider.address.rstrip('/')}/p3/serviceValidate?{asked}", ca_file=provider.ca_file)
    root = parse(body)
    if root.tag != f"{_CAS}serviceResponse":
        raise Unreachable("no CAS answer")
    success = root.findall(f"{_CAS}authenticationSuccess")
    if len(success) != 1 or root.find(f"{_CAS}authenticationFailure") is not None:
        failure = root.find(f"{_CAS}authenticationFailure")
        raise Untrusted(str(failure.get("code", "refused"))[:60] if failure is not None else "refused")
    user = _text(success[0].find(f"{_CAS}user"))
    if not user:
        raise Untrusted("no user")
    attributes = success[0].find(f"{_CAS}attributes")
    said = {etree.QName(one).localname: _text(one) for one in (attributes if attributes is not None else ())}
    return Answer(subject=user, claims={**said, "user": user})


def _service(back: str, state: str) -> str:
    return f"{back}?{urlencode({'state': state})}"


def _text(element: etree._Element | None) -> str:
    return "".join(str(part) for part in element.itertext()).strip() if element is not None else ""
