"""Signing in through a SAML identity provider of our own, and every way of deceiving the reader of its answers."""

from __future__ import annotations

import base64
import copy
import re

import pytest
from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureMethod

from remit.identity.configuration import Saml
from remit.store import load_identity
from tests.identity.conftest import browser, configure, is_in, words
from tests.identity.idp import (
    BACK,
    CERTIFICATE,
    ENTITY,
    NS,
    OTHER_CERTIFICATE,
    OTHER_KEY,
    SIGN_ON,
    D,
    Idp,
    P,
    signed,
)

pytestmark = pytest.mark.usefixtures("port")


@pytest.fixture
def idp(clock, settings) -> Idp:
    offer(settings)
    return Idp(clock=lambda: clock.now)


def offer(settings, **changes: str) -> None:
    given = {
        "name": "state",
        "label": "State",
        "entity_id": ENTITY,
        "sign_on": SIGN_ON,
        "certificate_file": "",
        "certificate": CERTIFICATE,
        "username": "uid",
        **changes,
    }
    configure(settings, providers=(Saml(**given),))


def send(client, root: etree._Element | bytes):
    data = root if isinstance(root, bytes) else etree.tostring(root)
    return client.post("/sign-in/with/state/back/", {"SAMLResponse": base64.b64encode(data).decode()})


def begun(idp: Idp):
    client = browser()
    idp.asked(client.get("/sign-in/with/state/?next=/units/")["Location"])
    return client


@pytest.mark.parametrize("whole", [True, False], ids=["response signed", "assertion signed"])
def test_whom_the_provider_names_is_let_in(idp, whole: bool) -> None:
    client = begun(idp)
    assert send(client, signed(idp.response(), whole=whole))["Location"] == "/units/"
    assert is_in(client)
    assert load_identity.find_linked("state", "subject-1") == "ann"


def test_one_of_several_certificates_is_enough(idp, settings) -> None:
    offer(settings, certificate=OTHER_CERTIFICATE + CERTIFICATE)
    client = begun(idp)
    send(client, signed(idp.response()))
    assert is_in(client)


def test_a_post_that_comes_without_our_cookie_is_handed_round_by_a_page_of_ours(idp) -> None:
    """Browsers keep our cookie back from another site's post."""
    client = begun(idp)
    answer = signed(idp.response())
    page = send(browser(), answer)
    assert page.status_code == 200
    assert "One more click" in words(page)
    posted = base64.b64encode(etree.tostring(answer)).decode()
    assert f'value="{posted}"' in page.content.decode().replace("&#x3D;", "=").replace("&#x2B;", "+")
    again = {"SAMLResponse": posted, "again": "1"}
    assert browser().post("/sign-in/with/state/back/", again).status_code == 403
    assert client.post("/sign-in/with/state/back/", again)["Location"] == "/units/"


def audience(name: str) -> str:
    return f"<a:AudienceRestriction><a:Audience>{name}</a:Audience></a:AudienceRestriction>"


WRONG = {
    "another issuer": {"issuer": "https://another.example"},
    "for another audience": {"audience": audience("https://another.example")},
    "for no audience": {"audience": ""},
    "for two audiences of which one is another": {"audience": audience(BACK) + audience("x")},
    "expired": {"until": "2026-05-20T01:50:00Z"},
    "not yet": {"since": "2026-05-20T02:30:00Z"},
    "confirmation expired": {"confirmed": "2026-05-20T01:50:00Z"},
    "no time": {"confirmed": "soon"},
    "sent elsewhere": {"recipient": "https://another.example/"},
    "meant for elsewhere": {"destination": "https://another.example/"},
    "answer to another request": {"answered": "_another"},
    "answer to no request": {"answered": ""},
    "refused there": {"status": "Responder"},
    "not a bearer": {"method": "holder-of-key"},
    "nobody": {"name": "", "uid": ""},
}  # fmt: skip


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("wrong", WRONG)
def test_an_answer_that_is_wrong_lets_nobody_in(idp, wrong: str, whole: bool) -> None:
    client = begun(idp)
    assert send(client, signed(idp.response(**WRONG[wrong]), whole=whole)).status_code == 403
    assert not is_in(client)


def test_an_answer_that_nobody_signed_lets_nobody_in(idp) -> None:
    client = begun(idp)
    assert send(client, idp.response()).status_code == 403


def test_an_answer_signed_by_somebody_else_lets_nobody_in(idp) -> None:
    """The certificate comes along in the answer; it is not the one that was configured."""
    client = begun(idp)
    forged = signed(idp.response(), key=OTHER_KEY, certificate=OTHER_CERTIFICATE)
    assert send(client, forged).status_code == 403


def test_a_signature_by_an_outdated_method_is_refused(idp) -> None:
    client = begun(idp)
    weak = signed(idp.response(), method=SignatureMethod.RSA_SHA1, digest=DigestAlgorithm.SHA1)
    assert send(client, weak).status_code == 403


def test_an_expired_certificate_is_refused(idp, clock) -> None:
    clock.forward(days=300)
    client = begun(idp)
    assert send(client, signed(idp.response())).status_code == 403


@pytest.mark.parametrize("where", ["uid", "name"])
def test_an_answer_that_was_changed_is_refused(idp, where: str) -> None:
    client = begun(idp)
    root = signed(idp.response())
    root.find(".//a:AttributeValue" if where == "uid" else ".//a:NameID", NS).text = "dee"
    assert send(client, root).status_code == 403


def test_a_comment_put_into_a_signed_name_changes_nobody(idp) -> None:
    """Canonicalisation drops comments: readers that stop at one see another name than was signed."""
    idp.values = {"uid": "annex"}
    root = signed(idp.response())
    split = etree.tostring(root).replace(b">annex<", b">ann<!-- -->ex<")
    client = begun(idp)
    root = signed(idp.response())
    split = etree.tostring(root).replace(b">annex<", b">ann<!-- -->ex<")
    assert send(client, split).status_code == 403
    assert load_identity.linked("ann") == ()


def wrapped(idp: Idp, how: str) -> etree._Element:
    """The eight ways of signature wrapping (Somorovsky et al., 2012), around an honest signed assertion of dee's."""
    root = signed(idp.response(uid="dee", name="subject-dee"))
    honest = root.find("a:Assertion", NS)
    evil = copy.deepcopy(honest)
    evil.set("ID", "_evil")
    evil.find(".//a:AttributeValue", NS).text = "ann"
    evil.find(".//a:NameID", NS).text = "subject-ann"
    signature = evil.find("d:Signature", NS)
    if how == "evil first":
        evil.remove(signature)
        honest.addprevious(evil)
    elif how == "evil last":
        evil.remove(signature)
        honest.addnext(evil)
    elif how == "honest within evil":
        evil.remove(signature)
        root.replace(honest, evil)
        evil.append(honest)
    elif how == "honest within the evil one's signature":
        root.replace(honest, evil)
        etree.SubElement(signature, f"{{{D}}}Object").append(honest)
    elif how == "honest in an extension":
        root.replace(honest, evil)
        root.insert(1, etree.Element(f"{{{P}}}Extensions"))
        root[1].append(honest)
    elif how == "the same ID twice":
        evil.set("ID", honest.get("ID"))
        evil.remove(signature)
        honest.addprevious(evil)
    elif how == "honest signature moved to the response":
        root.replace(honest, evil)
        evil.remove(signature)
        moved = honest.find("d:Signature", NS)
        honest.remove(moved)
        root.insert(1, moved)
        etree.SubElement(moved, f"{{{D}}}Object").append(honest)
    elif how == "the whole answer within an evil one":
        outer = idp.response()
        outer.find("a:Assertion", NS).append(root)
        return outer
    return root


@pytest.mark.parametrize(
    "how",
    [
        "evil first",
        "evil last",
        "honest within evil",
        "honest within the evil one's signature",
        "honest in an extension",
        "the same ID twice",
        "honest signature moved to the response",
        "the whole answer within an evil one",
    ],
)
def test_a_signature_wrapped_around_somebody_else_lets_in_whom_was_signed_or_nobody(idp, how: str) -> None:
    client = begun(idp)
    send(client, wrapped(idp, how))
    assert not re.search(
        r"\bAnn\b", client.get("/account/", follow=True).content.decode().partition("<main")[2]
    )
    assert load_identity.linked("ann") == ()


@pytest.mark.parametrize("how", ["two assertions", "an assertion of somebody else beside"])
def test_a_whole_answer_with_more_than_one_assertion_is_refused(idp, how: str) -> None:
    client = begun(idp)
    root = idp.response()
    root.append(copy.deepcopy(root.find("a:Assertion", NS)))
    root[-1].set("ID", "_second")
    assert send(client, signed(root, whole=True)).status_code == 403


def test_an_answer_is_taken_once(idp) -> None:
    client = begun(idp)
    request = idp.request
    root = signed(idp.response())
    send(client, root)
    client.post("/sign-out/")
    assert send(client, root).status_code == 200  # nothing was begun: it is but handed round
    another = begun(idp)
    session = another.session
    session["remit_out"] = {**session["remit_out"], "request": request}
    session.save()
    answer = send(another, root)
    assert answer.status_code == 403
    assert "has let somebody in already" in words(answer)


def test_an_answer_that_nobody_asked_for_lets_nobody_in(idp) -> None:
    client = browser()
    send(client, signed(idp.response(answered="", request="")))
    assert not is_in(client)


def test_a_name_that_is_drawn_anew_each_time_stands_for_nobody(idp) -> None:
    idp.values = {"format": "urn:oasis:names:tc:SAML:2.0:nameid-format:transient", "name": "_drawn"}
    client = begun(idp)
    send(client, signed(idp.response()))
    assert load_identity.find_linked("state", "ann") == "ann"
    assert load_identity.find_linked("state", "_drawn") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no XML",
        b"<x/>",
        b"\xff" * 100,
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b'<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x"><x/>',
        b"<x>" * 5000,
        b"<x>" + b"a" * 800_000 + b"</x>",
    ],
)
def test_what_is_no_answer_is_refused_quietly(idp, data: bytes) -> None:
    client = begun(idp)
    assert send(client, data).status_code in {400, 403}
    assert not is_in(client)


@pytest.mark.parametrize("posted", ["not base 64 !!", "é", "A", ""])
def test_what_is_not_even_encoded_is_refused_quietly(idp, posted: str) -> None:
    client = begun(idp)
    assert client.post("/sign-in/with/state/back/", {"SAMLResponse": posted}).status_code == 403
