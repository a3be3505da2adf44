"""Signing in through a CAS server that runs beside the test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest

from remit.identity.configuration import Cas
from remit.store import load_identity
from tests.identity.conftest import browser, configure, is_in, words
from tests.identity.serving import Answer, served

pytestmark = pytest.mark.usefixtures("port")
SUCCESS = """<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>
<cas:user>{user}</cas:user><cas:attributes><cas:uid>{user}</cas:uid></cas:attributes>
</cas:authenticationSuccess></cas:serviceResponse>"""
FAILURE = """<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">
<cas:authenticationFailure code="INVALID_TICKET">no such ticket</cas:authenticationFailure></cas:serviceResponse>"""


@dataclass
class Server:
    """A CAS server: a ticket is bound to its service and works once."""

    address: str = ""
    user: str = "ann"
    tickets: dict[str, str] = field(default_factory=dict)
    said: str = SUCCESS

    def log_in(self, address: str) -> dict[str, str]:
        """What the person's browser brings back."""
        assert address.startswith(f"{self.address}/cas/login?")
        service = parse_qs(urlsplit(address).query)["service"][0]
        ticket = f"ST-{len(self.tickets)}"
        self.tickets[ticket] = service
        return {"ticket": ticket, **{k: v[0] for k, v in parse_qs(urlsplit(service).query).items()}}

    def answer(self, path: str, query: dict[str, str], form: dict[str, str], authorization: str) -> Answer:
        assert path == "/cas/p3/serviceValidate"
        right = self.tickets.pop(query["ticket"], None) == query["service"]
        return 200, "application/xml", (self.said.format(user=self.user) if right else FAILURE).encode()


@pytest.fixture
def server(settings) -> Iterator[Server]:
    made = Server()
    with served(made.answer) as address:
        made.address = address
        offer(settings, made)
        yield made


def offer(settings, server: Server, **changes: object) -> None:
    given = {"name": "cas", "label": "CAS", "address": f"{server.address}/cas", "username": "user", **changes}
    configure(settings, providers=(Cas(**given),))


def come_back(client, server: Server, **changes: str):
    out = client.get("/sign-in/with/cas/")
    return client.get("/sign-in/with/cas/back/", {**server.log_in(out["Location"]), **changes})


def test_whom_the_server_names_is_let_in(server) -> None:
    client = browser()
    assert come_back(client, server)["Location"] == "/"
    assert is_in(client)
    assert load_identity.find_linked("cas", "ann") == "ann"


def test_an_attribute_may_name_the_account(server, settings) -> None:
    offer(settings, server, username="uid")
    client = browser()
    come_back(client, server)
    assert is_in(client)


@pytest.mark.parametrize("ticket", ["", "ST-99", "x" * 300, "ST-0&service=x"])
def test_a_ticket_that_is_none_lets_nobody_in(server, ticket: str) -> None:
    client = browser()
    assert come_back(client, server, ticket=ticket).status_code == 403
    assert not is_in(client)


def test_a_ticket_works_once(server) -> None:
    client = browser()
    brought = server.log_in(client.get("/sign-in/with/cas/")["Location"])
    client.get("/sign-in/with/cas/back/", brought)
    client.post("/sign-out/")
    client.get("/sign-in/with/cas/")
    assert client.get("/sign-in/with/cas/back/", brought).status_code == 403


def test_another_one_s_ticket_signs_nobody_in_as_them(server) -> None:
    attacker, victim = browser(), browser()
    brought = server.log_in(attacker.get("/sign-in/with/cas/")["Location"])
    victim.get("/sign-in/with/cas/")
    assert victim.get("/sign-in/with/cas/back/", brought).status_code == 403
    assert not is_in(victim)


def test_a_ticket_for_another_service_is_refused_there(server) -> None:
    client = browser()
    brought = server.log_in(client.get("/sign-in/with/cas/")["Location"])
    server.tickets[brought["ticket"]] = "https://another.example/"
    assert client.get("/sign-in/with/cas/back/", brought).status_code == 403


def test_a_name_split_by_a_comment_is_read_whole(server) -> None:
    server.user = "keep<!-- -->er"
    client = browser()
    come_back(client, server)
    assert load_identity.find_linked("cas", "keep") is None


TWICE = "<cas:authenticationSuccess><cas:user>dee</cas:user></cas:authenticationSuccess>"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "no XML",
        "<html/>",
        "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'/>",
        SUCCESS.replace("http://www.yale.edu/tp/cas", "http://another.example/"),
        SUCCESS.replace("{user}", ""),
        FAILURE.replace("</cas:serviceResponse>", "") + SUCCESS.partition(">")[2],
        '<!DOCTYPE x [<!ENTITY u SYSTEM "file:///etc/passwd">]>' + SUCCESS.replace("{user}", "&u;"),
        '<!DOCTYPE x [<!ENTITY a "ann">]>' + SUCCESS.replace("{user}", "&a;"),
        SUCCESS.replace("</cas:serviceResponse>", TWICE + "</cas:serviceResponse>"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_lets_nobody_in(server, said: str) -> None:
    server.said = said
    client = browser()
    assert come_back(client, server).status_code == 403
    assert not is_in(client)


def test_an_answer_without_end_is_not_read(server) -> None:
    server.said = SUCCESS.replace("{user}", "a" * 2_000_000)
    answer = come_back(browser(), server)
    assert answer.status_code == 403
    assert "cannot be asked now" in words(answer)
