"""A SAML identity provider of our own: it makes and signs answers, right ones and others."""

from __future__ import annotations

import base64
import datetime
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from signxml import SignatureConstructionMethod, XMLSigner
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod

P, A = "urn:oasis:names:tc:SAML:2.0:protocol", "urn:oasis:names:tc:SAML:2.0:assertion"
D = "http://www.w3.org/2000/09/xmldsig#"
ENTITY, SIGN_ON = "https://idp.example/metadata", "https://idp.example/sso"
BACK = "http://localhost/sign-in/with/state/back/"
NS = {"p": P, "a": A, "d": D}
RESPONSE = """<p:Response xmlns:p="{P}" xmlns:a="{A}" ID="_r{n}" Version="2.0" IssueInstant="{now}"
 InResponseTo="{request}" Destination="{destination}"><a:Issuer>{issuer}</a:Issuer>
<p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/></p:Status>
<a:Assertion ID="_a{n}" Version="2.0" IssueInstant="{now}"><a:Issuer>{issuer}</a:Issuer>
<a:Subject><a:NameID Format="{format}">{name}</a:NameID>
<a:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:{method}">
<a:SubjectConfirmationData NotOnOrAfter="{confirmed}" Recipient="{recipient}" InResponseTo="{answered}"/>
</a:SubjectConfirmation></a:Subject>
<a:Conditions NotBefore="{since}" NotOnOrAfter="{until}">{audience}</a:Conditions>
<a:AuthnStatement AuthnInstant="{now}"/><a:AttributeStatement>
<a:Attribute Name="uid"><a:AttributeValue>{uid}</a:AttributeValue></a:Attribute></a:AttributeStatement>
</a:Assertion></p:Response>"""


def make_key() -> tuple[rsa.RSAPrivateKey, str]:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "idp")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC))
        .sign(key, hashes.SHA256())
    )
    return key, certificate.public_bytes(serialization.Encoding.PEM).decode()


KEY, CERTIFICATE = make_key()
OTHER_KEY, OTHER_CERTIFICATE = make_key()


@dataclass
class Idp:
    """Makes answers; `values` go over what is right, `last` is the request that was asked."""

    clock: Callable[[], datetime.datetime]
    values: dict[str, str] = field(default_factory=dict)
    request: str = ""
    count: int = 0

    def asked(self, address: str) -> None:
        assert address.startswith(SIGN_ON)
        packed = base64.b64decode(parse_qs(urlsplit(address).query)["SAMLRequest"][0])
        request = etree.fromstring(zlib.decompress(packed, -15))
        assert request.get("AssertionConsumerServiceURL") == BACK
        assert request.findtext(f"{{{A}}}Issuer") == BACK
        self.request = request.get("ID")

    def response(self, **values: str) -> etree._Element:
        def moment(minutes: float) -> str:
            at = self.clock().astimezone(datetime.UTC) + datetime.timedelta(minutes=minutes)
            return at.strftime("%Y-%m-%dT%H:%M:%SZ")

        self.count += 1
        given = {
            "P": P,
            "A": A,
            "n": str(self.count),
            "now": moment(0),
            "since": moment(-1),
            "until": moment(5),
            "confirmed": moment(5),
            "request": self.request,
            "answered": self.request,
            "destination": BACK,
            "recipient": BACK,
            "issuer": ENTITY,
            "status": "Success",
            "format": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            "name": "subject-1",
            "method": "bearer",
            "uid": "ann",
            "audience": f"<a:AudienceRestriction><a:Audience>{BACK}</a:Audience></a:AudienceRestriction>",
            **self.values,
            **values,
        }
        return etree.fromstring(RESPONSE.format(**given).replace("\n", ""))


def signed(
    root: etree._Element,
    *,
    whole: bool = False,
    key: rsa.RSAPrivateKey = KEY,
    certificate: str = CERTIFICATE,
    method: SignatureMethod = SignatureMethod.RSA_SHA256,
    digest: DigestAlgorithm = DigestAlgorithm.SHA256,
) -> etree._Element:
    """Sign the assertion, or the whole response."""

    class Signer(XMLSigner):
        def check_deprecated_methods(self) -> None:
            """A careless provider does not check either."""

    signer = Signer(
        method=SignatureConstructionMethod.enveloped,
        signature_algorithm=method,
        digest_algorithm=digest,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    part = root if whole else root.find("a:Assertion", NS)
    made = signer.sign(part, key=key, cert=certificate, reference_uri=part.get("ID"), id_attribute="ID")
    if whole:
        return made
    part.getparent().replace(part, made)
    return etree.fromstring(etree.tostring(root))
