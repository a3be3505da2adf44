"""Who may do what, as a table, and the check of every address against it.

The table is the oracle: it shares nothing with the rule that it checks. A canary is `Kanari`, the letter of the unit
that a thing belongs to, and the letter of what it is (`_KINDS`).
"""

from __future__ import annotations

import re
import secrets
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from django.db import transaction
from django.test import Client

from remit.core.regime import Edition

UNITS = {"/1": "R", "/1/2": "O", "/1/2/1": "B", "/1/3": "S", "/1/20": "P"}
"""The tree: a root; one's own unit, one below and one beside it; and one whose code begins as one's own does."""

PARENTS = {"/1": "", "/1/2": "/1", "/1/2/1": "/1/2", "/1/3": "/1", "/1/20": "/1"}
_CANARY = re.compile(rb"Kanari([ROBSPX])([A-Z])")
ISSUED, DRAFT = Edition("port-fire", date(2026, 1, 1)), Edition("port-fire", date(2027, 1, 1))
DUTY = "port-fire/art-2"
ISO = "2026-05-20"


def canary(code: str, kind: str) -> str:
    """The canary of a kind of thing in a unit."""
    return f"Kanari{UNITS[code]}{kind}"


@dataclass(frozen=True)
class Someone:
    """A person with an account as the oracle knows them: role, the units at whose head they stand, and posts held."""

    name: str
    role: str
    heads: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def sees(self, code: str) -> bool:
        """Whether a unit is one of theirs or below one."""
        at = code
        while at:
            if at in self.heads:
                return True
            at = PARENTS[at]
        return False


PEOPLE = (
    Someone("nobody", ""),
    Someone("holder", "holder", ("/1/2",), posts=("/1/2/head",)),
    Someone("twin", "holder", ("/1/20",), posts=("/1/20/head",)),
    Someone("clerk", "clerk", ("/1/2",)),
    Someone("chief", "clerk", ("/1",)),
    Someone("standin", "holder", ("/1/3", "/1/2/1"), posts=("/1/3/head",)),
    Someone("former", "holder", left=("/1/2/head",)),
    Someone("reviewer", "reviewer"),
    Someone("inspector", "inspector", ("/1/2",)),
    Someone("auditor", "auditor"),
    Someone("system", "system-administrator"),
    Someone("security", "security-administrator"),
)


@dataclass
class World:
    """What there is, by unit."""

    records: dict[str, str] = field(default_factory=dict)
    matters: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    loans: dict[str, str] = field(default_factory=dict)
    handovers: dict[str, str] = field(default_factory=dict)
    budgets: dict[str, str] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    situations: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)


@dataclass(frozen=True)
class Probe:
    """One request, on which unit, under which rule of the table."""

    name: str
    verb: str
    address: str
    rule: str
    code: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    above: str = "N"
    beside: str = ""
    api: bool = False


_SEEING, _DOING = {"holder", "clerk", "inspector"}, {"holder", "clerk"}
_REVIEWING = {"reviewer", "chief"}
_TABLE: dict[str, Callable[[Someone, str], bool]] = {
    "open": lambda who, code: True,
    "signed": lambda who, code: bool(who.role),
    "see": lambda who, code: who.role in _SEEING and who.sees(code),
    "record": lambda who, code: who.role in _DOING and who.sees(code),
    "record above": lambda who, code: who.role in _DOING and who.sees(PARENTS[code] or code),
    "keep": lambda who, code: who.role == "clerk" and who.sees(code),
    "desk": lambda who, code: who.role in _SEEING and bool(who.heads),
    "copied": lambda who, code: who.role in _SEEING and any(who.sees(one) for one in ("/1/3", "/1/20")),
    "lend": lambda who, code: _may_keep(who, code) or f"{code}/head" in who.posts,
    "prepare": lambda who, code: _may_keep(who, code) or f"{code}/head" in (*who.posts, *who.left),
    "end": lambda who, code: _may_keep(who, code) or (who.name, code) == ("standin", "/1/2/1"),
    "handover": lambda who, code: (
        (who.role in _SEEING and who.sees(code)) or f"{code}/head" in (*who.posts, *who.left)
    ),
    "sign": lambda who, code: f"{code}/head" in (*who.posts, *who.left),
    "root": lambda who, code: who.name == "chief",
    "read": lambda who, code: who.role in _SEEING | {"reviewer"},
    "review": lambda who, code: who.name in _REVIEWING,
    "journal": lambda who, code: who.role == "auditor",
    "accounts": lambda who, code: who.role == "system-administrator",
    "grants": lambda who, code: who.role == "security-administrator",
    "seeing": lambda who, code: who.role in _SEEING,
    "acting": lambda who, code: who.role in _DOING and bool(who.heads),
    "trusting": lambda who, code: who.role == "clerk",
}


def may(someone: Someone, rule: str, code: str) -> bool:
    """The table: whether someone may do what a rule names to a unit."""
    return _TABLE[rule](someone, code)


def _may_keep(who: Someone, code: str) -> bool:
    return who.role == "clerk" and who.sees(code)


def lawful(someone: Someone, probe: Probe) -> set[str]:
    """The canaries that an answer may hold: of one's own branch; of what is above, what the table says of the page."""
    found = {f"{letter}{kind}" for code, letter in UNITS.items() for kind in _ALL if someone.sees(code)}
    for head in someone.heads:
        at = PARENTS[head]
        while at:
            found |= {f"{UNITS[at]}{kind}" for kind in probe.above}
            at = PARENTS[at]
        beside = [code for code in UNITS if PARENTS[code] == PARENTS[probe.code or head] and probe.beside]
        found |= {f"{UNITS[code]}{kind}" for code in beside for kind in probe.beside}
    if someone.role not in {"holder", "clerk", "inspector"}:
        found = {"ON"} if someone.role and probe.name == "account" else set()  # the unit that it names
    for post in someone.left:  # whoever handed a post over keeps what was handed over
        found |= {f"{UNITS[post.removesuffix('/head')]}{kind}" for kind in "NTDE"}
    if someone.role == "reviewer" or someone.name == "chief":
        found.add("XD")
    if someone.role == "auditor" and probe.rule == "journal":
        found |= {f"{letter}{kind}" for letter in "ROBSPX" for kind in _ALL}
    if someone.role == "system-administrator" and probe.rule == "accounts":
        found = set()
    return found


_ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check(world: World, probes: Iterable[Probe], people: Iterable[Someone] = PEOPLE) -> tuple[int, list[str]]:
    """Send every probe as everybody; return how many requests that were and what was not as the table says."""
    asked, faults = 0, []
    some = tuple(people)
    for probe in probes:
        for someone in some:
            asked += 1
            with undone():
                answer = _send(world, probe, someone)
                body = _bytes(answer)
            outcome, wanted = _outcome(answer, probe), _wanted(someone, probe)
            seen = {"".join(m.decode() for m in found) for found in _CANARY.findall(body)}
            leaked = sorted(seen - lawful(someone, probe))
            what = f"{probe.verb} {probe.address} as {someone.name}"
            if outcome not in wanted:
                faults.append(f"{what}: {answer.status_code}, should be {wanted}")
            if leaked:
                faults.append(f"{what}: {answer.status_code} shows {', '.join(leaked)}")
    return asked, faults


@contextmanager
def undone() -> Iterator[None]:
    """Take back what a request did; the store's transactions take this one for a test's own."""
    outer = transaction.atomic()
    outer._from_testcase = True  # as Django's own tests do: `durable` is about what is outside of those
    with outer:
        yield
        transaction.set_rollback(True)


def _send(world: World, probe: Probe, someone: Someone) -> Any:
    if probe.api:
        secret = world.tokens.get(someone.name, "")
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        headers |= {"Idempotency-Key": secrets.token_hex(8), "Accept-Language": "en"}
        client = Client(raise_request_exception=False)
        if probe.verb == "GET":
            return client.get(probe.address, headers=headers)
        return client.post(probe.address, "{}", content_type="application/json", headers=headers)
    client = world.clients.get(someone.name) or Client(raise_request_exception=False)
    if probe.verb == "GET":
        return client.get(probe.address)
    return client.post(probe.address, dict(probe.data))


def _wanted(someone: Someone, probe: Probe) -> set[str]:
    if probe.rule == "absent":
        return {"refused", "stranger"}
    if probe.rule == "mine" and someone.role:
        return {"let in", "refused"}
    if probe.rule != "open" and not someone.role:
        return {"stranger"}
    if may(someone, probe.rule, probe.code):
        return {"let in"}
    return {"refused", "stranger"} if probe.api else {"refused"}


def _outcome(answer: Any, probe: Probe) -> str:
    status, to = answer.status_code, answer.headers.get("Location", "")
    if status == 401 or (status == 302 and to.startswith("/sign-in/?next=")):
        return "stranger"
    if status in {403, 404, 405}:
        return "refused"
    if probe.api and probe.verb == "POST" and status in {400, 413, 415, 422}:
        return "let in"
    return "let in" if status in {200, 201, 302, 409, 422} else f"broken ({status})"


def _bytes(answer: Any) -> bytes:
    """Headers and body; what is packed is unpacked, each part by itself."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    parts = [f"{name}: {value}".encode() for name, value in answer.headers.items()]
    parts += [str(cookie.value).encode() for cookie in answer.cookies.values()]
    if body.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(body)) as packed:
            parts += [packed.read(name) for name in packed.namelist()]
    return b"\n".join((*parts, body))
