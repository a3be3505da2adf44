"""Words that cannot be kept, in every field of every form: told as such, kept nowhere, and nothing breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from remit.store import journalling
from tests import postgres
from tests.pages.permission_matrix import PEOPLE, Probe, World, may, undone
from tests.pages.permission_probes import page_probes
from tests.pages.test_permissions import evidence_folder, world

__all__ = ["TYPED", "Form", "evidence_folder", "forms", "send", "world"]

CODE = "/1/2"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROLS = ["Kanuri\ud83dwords"]
if not postgres.ASKED_FOR:  # what no database gets to see is tried once
    CONTROLS = [*CONTROLS, "Kanuri\x01words", "Kanuri\x85words"]
TYPED = {"text", "search", "textarea", "email", "url", "tel", "password"}
MESSAGE = ("control characters", "控制字符")


@dataclass(frozen=True)
class Form:
    """A form of a page, as somebody is shown it: where it goes, what stands in its fields and of which type they are."""

    who: str
    verb: str
    address: str
    fields: tuple[tuple[str, str, str], ...]

    def key(self) -> tuple[object, ...]:
        named = resolve(urlsplit(self.address).path)
        typed = frozenset(name for name, _, kind in self.fields if kind in TYPED)
        return self.verb, named.url_name, named.kwargs.get("what"), typed


class _Forms(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.found: list[tuple[str, str, list[tuple[str, str, str]]]] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.within = True
            self.found.append((said.get("method", "get").upper(), said.get("action") or self.address, []))
        elif self.within and tag in {"input", "textarea", "select"} and said.get("name"):
            kind = said.get("type", "text") if tag == "input" else tag
            self.found[-1][2].append((said["name"], said.get("value", ""), kind))

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "form"


def shown(world: World, probe: Probe, who: str) -> Iterator[Form]:
    """The forms of a page, or what the matrix sends there."""
    if probe.verb == "POST":
        fields = tuple((name, str(value), "text") for name, value in probe.data.items())
        yield Form(who, "POST", probe.address, fields)
        return
    with undone():
        answer = world.clients[who].get(probe.address)
    if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
        reader = _Forms(probe.address)
        reader.feed(answer.content.decode())
        for verb, to, fields_of in reader.found:
            yield Form(who, verb, to, tuple(fields_of))


@pytest.fixture(scope="module")
def forms(world: World) -> list[Form]:
    """Every form once, with somebody who may fill it in; whoever has to prove who they are has just done so."""
    now = int(timezone.now().timestamp())
    for client in world.clients.values():
        session = client.session
        session.update({"remit_proved": now, "remit_seen": now, "remit_started": now})
        session.save()
        client.raise_request_exception = False
    found: dict[tuple[object, ...], Form] = {}
    for probe in page_probes(world):
        for someone in PEOPLE:
            anybody = probe.rule in {"open", "mine"} and bool(someone.role)
            if someone.name not in world.clients or probe.code not in {"", CODE} or probe.rule == "absent":
                continue
            if anybody or may(someone, probe.rule, probe.code):
                for form in shown(world, probe, someone.name):
                    found.setdefault(form.key(), form)
    return list(found.values())


def send(client: Client, form: Form, changed: Mapping[str, str]) -> tuple[Any, str]:
    """Send a form with other words in some fields; the answer, and what the journal came to say."""
    given = {name: value for name, value, kind in form.fields if kind != "file"} | changed
    said = "&".join(f"{quote(k)}={quote(v.encode('utf-8', 'surrogatepass'))}" for k, v in given.items())
    with undone():
        last = journalling.last_seq()
        if form.verb == "GET":
            answer = client.get(f"{urlsplit(form.address).path}?{said}")
        else:
            answer = client.post(form.address, said, content_type="application/x-www-form-urlencoded")
        told = "".join(str(json.loads(line.payload or "{}")) for line in journalling.lines(after=last))
        return answer, told


def test_there_are_forms_to_try(forms: list[Form]) -> None:
    assert len(forms) > 90
    assert sum(kind in TYPED for form in forms for _, _, kind in form.fields) > 150


def test_a_nul_is_told_in_every_field_and_address(world: World, forms: list[Form]) -> None:
    for form in forms:
        for name, _, kind in form.fields:
            if kind != "file":
                answer, told = send(world.clients[form.who], form, {name: "Kanuri\0words"})
                assert (answer.status_code, told) == (400, ""), (form, name)
                assert any(words in answer.content.decode() for words in MESSAGE), (form, name)
    for probe in page_probes(world):
        answer = world.clients["chief"].get(urlsplit(probe.address).path.rstrip("/") + "%00/")
        assert answer.status_code in {400, 404}, probe


@pytest.mark.parametrize("words", CONTROLS)
def test_other_control_characters_are_kept_by_no_form(world: World, forms: list[Form], words: str) -> None:
    refused = 0
    for form in forms:
        for name, _, kind in form.fields:
            if kind in TYPED:
                answer, told = send(world.clients[form.who], form, {name: words})
                assert answer.status_code < 500, (form, name)
                assert CONTROL.search(told) is None, (form, name)
                refused += answer.status_code >= 400
    assert refused > 70
