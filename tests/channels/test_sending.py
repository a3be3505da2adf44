"""Messages that leave the house: taken by a server of our own, or refused and said why."""

from __future__ import annotations

import hashlib
import hmac
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import apprise
import pytest

from remit.channels import sending
from remit.channels.configuration import Group, Mail
from remit.channels.refusal import NotSent

ITEMS = [{"what": "检查缆桩", "due": "2026-06-30"}]


class _Hook(BaseHTTPRequestHandler):
    """Takes what is posted; answers with the status in the address."""

    taken: ClassVar[list[tuple[dict[str, str], bytes]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.taken.append((dict(self.headers), body))
        self.send_response(int(self.path.strip("/")))
        self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Post(socketserver.StreamRequestHandler):
    """A mail server of a few lines: it takes any mail, save for one address."""

    taken: ClassVar[list[str]] = []

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "DATA":
                self.wfile.write(b"354 go on\r\n")
                text = ""
                while (more := self.rfile.readline().decode()) != ".\r\n":
                    text += more
                self.taken.append(text)
            if verb == "QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            refused = verb == "RCPT" and "nobody@" in line
            self.wfile.write(b"550 nobody here\r\n" if refused else b"250 ok\r\n")


@contextmanager
def served(server: socketserver.TCPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def hook() -> Iterator[str]:
    _Hook.taken.clear()
    with served(HTTPServer(("127.0.0.1", 0), _Hook)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def post() -> Iterator[Mail]:
    _Post.taken.clear()
    with served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Post)) as port:
        yield Mail(host="127.0.0.1", sender="remit@example.org", port=port, security="none")


def group(address: str) -> Group:
    return Group(name="g", kind="webhook", unit="E", address=address, secret="shared")


def test_a_webhook_gets_json_that_is_signed(hook: str) -> None:
    sending.send_to_group(group(f"{hook}/200"), subject="一件", text="缆桩", items=ITEMS)
    ((headers, body),) = _Hook.taken
    assert json.loads(body) == {"subject": "一件", "text": "缆桩", "items": ITEMS}
    signature = hmac.new(b"shared", body, hashlib.sha256).hexdigest()
    assert headers["X-Remit-Signature"] == f"sha256={signature}"


@pytest.mark.parametrize("status", ["500", "302"])
def test_an_answer_that_is_no_yes_is_a_failure_and_nobody_is_followed(hook: str, status: str) -> None:
    with pytest.raises(NotSent, match=status):
        sending.send_to_group(group(f"{hook}/{status}"), subject="s", text="t", items=[])
    assert len(_Hook.taken) == 1


def test_a_mail_is_taken(post: Mail) -> None:
    sending.send_mail(post, to="ann@example.org", subject="Two\nthings", text="缆桩")
    assert "Subject: Two things" in _Post.taken[0]
    assert "To: ann@example.org" in _Post.taken[0]


def test_a_mail_that_is_refused_is_a_failure(post: Mail) -> None:
    with pytest.raises(NotSent, match="nobody here"):
        sending.send_mail(post, to="nobody@example.org", subject="s", text="t")


def test_a_mail_server_that_is_down_is_a_failure() -> None:
    for security in ("none", "tls", "starttls"):
        mail = Mail(host="127.0.0.1", sender="a@example.org", port=1, security=security)
        with pytest.raises(NotSent):
            sending.send_mail(mail, to="b@example.org", subject="s", text="t")


def test_a_group_chat_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "chat_available", lambda: False)
    robot = Group(name="g", kind="wecom", unit="E", token="t")
    with pytest.raises(NotSent, match="chat"):
        sending.send_to_group(robot, subject="s", text="t", items=[])


@pytest.mark.parametrize(
    ("kind", "token"),
    [("wecom", "a" * 36), ("dingtalk", "a" * 64), ("feishu", "a" * 36)],
)
def test_a_group_chat_is_reached_by_its_robot(kind: str, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, str]] = []

    def notify(_self: object, *, title: str, body: str) -> bool:
        heard.append((title, body))
        return len(heard) == 1

    monkeypatch.setattr(apprise.Apprise, "notify", notify)
    robot = Group(name="g", kind=kind, unit="E", token=token)
    sending.send_to_group(robot, subject="s", text="t", items=[])
    assert heard == [("s", "t")]
    with pytest.raises(NotSent, match="robot"):
        sending.send_to_group(robot, subject="s", text="t", items=[])


def test_a_token_without_the_form_of_one_is_a_failure() -> None:
    robot = Group(name="g", kind="wecom", unit="E", token="?? ")
    with pytest.raises(NotSent, match="token"):
        sending.send_to_group(robot, subject="s", text="t", items=[])
