"""SAML 2.0: the web browser profile, asked by redirection and answered by post (SAML Profiles, section 4.1).

Only what was signed is read: signatures are checked by signxml with the certificate that was configured, and everything
below comes from the element that it returns, so that a signed assertion moved beside a forged one is of no use.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier

from remit.identity.answer import Answer, Start, Untrusted
from remit.identity.configuration import Saml
from remit.identity.safe_xml import parse

__all__ = ["finish", "start"]

_P, _A = "{urn:oasis:names:tc:SAML:2.0:protocol}", "{urn:oasis:names:tc:SAML:2.0:assertion}"
_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
_BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
_SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
_TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
_LEEWAY = timedelta(seconds=60)
_MOST = 512 * 1024
_PEM = re.compile("-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_METHODS = frozenset(
    {
        SignatureMethod.RSA_SHA256,
        SignatureMethod.RSA_SHA384,
        SignatureMethod.RSA_SHA512,
        SignatureMethod.ECDSA_SHA256,
        SignatureMethod.ECDSA_SHA384,
        SignatureMethod.ECDSA_SHA512,
    }
)
_DIGESTS = frozenset({DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512})


def start(provider: Saml, *, back: str, now: datetime) -> Start:
    """Return where to send the browser; `back` is where the answer is posted to, and our name there."""
    request = f"_{secrets.token_hex(20)}"
    asked = etree.Element(
        f"{_P}AuthnRequest",
        {
            "ID": request,
            "Version": "2.0",
            "IssueInstant": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "Destination": provider.sign_on,
            "AssertionConsumerServiceURL": back,
            "ProtocolBinding": _POST,
        },
        nsmap={"samlp": _P[1:-1], "saml": _A[1:-1]},
    )
    etree.SubElement(asked, f"{_A}Issuer").text = back
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(etree.tostring(asked)) + packer.flush()
    query = urlencode({"SAMLRequest": base64.b64encode(packed).decode()})
    address = f"{provider.sign_on}{'&' if '?' in provider.sign_on else '?'}{query}"
    return Start(address=address, kept={"request": request})


def finish(provider: Saml, *, posted: str, kept: Mapping[str, str], back: str, now: datetime) -> Answer:
    """Return who came back; Untrusted where it is not the provider's answer to what was asked, or no longer."""
    if len(posted) > _MOST:
        raise Untrusted("too long")
    try:
        root = parse(base64.b64decode(posted, validate=False))
    except (binascii.Error, ValueError):
        raise Untrusted("not base 64") from None
    if root.tag != f"{_P}Response":
        raise Untrusted("no response")
    status = root.find(f"{_P}Status/{_P}StatusCode")
    if status is None or status.get("Value") != _SUCCESS:
        raise Untrusted("refused there")
    if root.get("Destination", back) != back:
        raise Untrusted("for somebody else")
    assertion = _signed_assertion(provider, root, now)
    _examine(provider, assertion, back=back, now=now)
    expires = _confirmed_until(assertion, request=kept["request"], back=back, now=now)
    claims = _attributes(assertion)
    identifier = assertion.get("ID", "")
    return Answer(
        subject=_subject(provider, assertion, claims),
        claims=claims,
        once=f"{provider.entity_id} {identifier}",
        expires=expires,
    )


def _signed_assertion(provider: Saml, root: etree._Element, now: datetime) -> etree._Element:
    """Return the one assertion that the provider signed, alone or with the whole response."""
    for location in ("./", f"./{_A}Assertion/"):
        for certificate in _PEM.findall(provider.certificate):
            config = SignatureConfiguration(
                location=location,
                signature_methods=_METHODS,
                digest_algorithms=_DIGESTS,
                ignore_ambiguous_key_info=True,
                verification_time=now,
            )
            try:
                found = XMLVerifier().verify(
                    root, x509_cert=certificate, expect_config=config, id_attribute="ID"
                )
            except (SignXMLException, ValueError, KeyError, etree.LxmlError):
                continue
            signed = None if isinstance(found, list) else found.signed_xml
            if signed is not None:
                return _only_assertion(signed, whole=location == "./")
    raise Untrusted("signature")


def _only_assertion(signed: etree._Element, *, whole: bool) -> etree._Element:
    if not whole and signed.tag == f"{_A}Assertion":
        return signed
    found = signed.findall(f"{_A}Assertion") if whole and signed.tag == f"{_P}Response" else []
    if len(found) != 1:
        raise Untrusted("not one assertion")
    return found[0]


def _examine(provider: Saml, assertion: etree._Element, *, back: str, now: datetime) -> None:
    """Section 4.1.4.3 of the Profiles; section 2.5 of the Core."""
    if _text(assertion.find(f"{_A}Issuer")) != provider.entity_id:
        raise Untrusted("another issuer")
    if not assertion.get("ID"):
        raise Untrusted("no name")
    conditions = assertion.findall(f"{_A}Conditions")
    if len(conditions) != 1:
        raise Untrusted("no conditions")
    since, until = (_moment(conditions[0].get(name)) for name in ("NotBefore", "NotOnOrAfter"))
    if since is not None and since > now + _LEEWAY:
        raise Untrusted("from the future")
    if until is not None and until <= now - _LEEWAY:
        raise Untrusted("expired")
    restrictions = conditions[0].findall(f"{_A}AudienceRestriction")
    if not restrictions or any(
        back not in [_text(one) for one in each.findall(f"{_A}Audience")] for each in restrictions
    ):
        raise Untrusted("for somebody else")
    if assertion.find(f"{_A}AuthnStatement") is None:
        raise Untrusted("says of nobody that they signed in")


def _confirmed_until(assertion: etree._Element, *, request: str, back: str, now: datetime) -> datetime:
    """Return until when the bearer is confirmed, for this request and this place."""
    for confirmation in assertion.findall(f"{_A}Subject/{_A}SubjectConfirmation"):
        data = confirmation.find(f"{_A}SubjectConfirmationData")
        if confirmation.get("Method") != _BEARER or data is None:
            continue
        until = _moment(data.get("NotOnOrAfter"))
        right = data.get("Recipient") == back and data.get("InResponseTo") == request
        if right and data.get("NotBefore") is None and until is not None and until > now - _LEEWAY:
            return until
    raise Untrusted("not confirmed for this request")


def _subject(provider: Saml, assertion: etree._Element, claims: Mapping[str, str]) -> str:
    """The identifier of the person; one that is drawn anew each time is of no use, so the username stands for it."""
    names = assertion.findall(f"{_A}Subject/{_A}NameID")
    if len(names) == 1 and names[0].get("Format") != _TRANSIENT and _text(names[0]):
        return _text(names[0])
    if claims.get(provider.username):
        return claims[provider.username]
    raise Untrusted("no subject")


def _attributes(assertion: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for attribute in assertion.findall(f"{_A}AttributeStatement/{_A}Attribute"):
        values = attribute.findall(f"{_A}AttributeValue")
        if len(values) == 1:
            for name in (attribute.get("Name"), attribute.get("FriendlyName")):
                found.setdefault(name or "", _text(values[0]))
    return found


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Untrusted("no time") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text(element: etree._Element | None) -> str:
    return "".join(str(part) for part in element.itertext()).strip() if element is not None else ""
