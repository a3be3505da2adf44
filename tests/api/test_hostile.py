"""Hostile requests get a problem, change nothing, and break nothing."""

from __future__ import annotations

import io
import json
import re
from copy import deepcopy
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remit.store import journalling
from tests import postgres
from tests.api.conformity import faults
from tests.api.operations import OPERATIONS, REGIME_FILE
from tests.store.cast import OUTSIDE

CALLERS = {"list_journal": "auditor", "list_accounts": "keeper"}
RENAME = {"unit": "/1/2", "name": "Quay", "day": "2027-05-01"}
SURROGATE, NUL = "\ud83d", "a\0b"
LEAVES: tuple[Any, ...] = (
    10**30, NUL, SURROGATE, "x" * 3000, "0001-01-01", "9999-12-31", "2199-12-31", "\u202e\U0001f600",
)  # fmt: skip
if not postgres.ASKED_FOR:  # what no database gets to see is tried once
    LEAVES = (*LEAVES, None, True, "", "nowhere", [], {})


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"null", 422),
        (b"[]", 422),
        (b'"text"', 422),
        (b"{", 400),
        (b"\xff\xfe{}", 400),
        (b'{"unit": NaN}', 400),
        (b'{"unit": "/1/2", "unit": "/1", "name": "Quay", "day": "2027-05-01"}', 400),
        (b'{"unit": "/1/2", "name": "a\\u0000b", "day": "2027-05-01"}', 400),
        (b'{"unit": "/1/2", "name": "\\ud83d", "day": "2027-05-01"}', 400),
        (b'{"unit": ' + b"9" * 5000 + b"}", 400),
        (b"[" * 66 + b"]" * 66, 400),
        (b"[" * 1_000_000, 400),
        (b'{"a":' * 300_000, 400),
        (json.dumps({**RENAME, "more": 1}).encode(), 422),
        (json.dumps({**RENAME, "name": "x" * 3_000_000}).encode(), 413),
    ],
)
def test_a_body_that_is_none(call, body, status):
    clerk, before = call("clerk"), journalling.last_seq()
    answer = clerk.post("units/rename", body)
    assert answer.status_code == status
    assert faults("rename_unit", answer) == []
    assert journalling.last_seq() == before


@pytest.mark.parametrize("ref", ["a%0Ab", "%0A", "a%0D%0Ab", "a%0A"])
def test_a_line_end_in_an_address_is_answered_by_the_api(call, ref):
    answer = call("clerk").post(f"records/{ref}/corrections", b"{}")
    assert answer.status_code in {404, 422}
    assert answer["Content-Type"] == "application/problem+json"


def test_a_name_that_comes_twice_is_named(call):
    answer = call("clerk").post("units/rename", b'{"unit": "/1", "unit": "/1/2"}')
    assert answer.json()["detail"].startswith("The body has the name 'unit' twice")


@pytest.mark.parametrize(
    "query",
    [
        {"unit": NUL},
        {"unit": "/1", "limit": 201},
        {"unit": "/1", "limit": 0},
        {"unit": "/1", "after": NUL},
        {},
    ],
)
def test_a_query_that_is_none(call, query):
    answer = call("clerk").get("units", **query)
    assert answer.status_code in {400, 422}
    assert faults("list_units", answer) == []


@pytest.mark.parametrize("after", ["zz", "e30", "WzFd", "W10", "bnVsbA", "é", "x" * 1001])
@pytest.mark.parametrize("path", ["standings", "rollup", "excuses", "editions"])
def test_a_place_in_a_list_that_is_none(call, path, after):
    answer = call("clerk").get(path, unit="/1", after=after)
    assert answer.status_code in {200, 422}


BOUND = "multipart/form-data; boundary=b"
HEAD = b'--b\r\nContent-Disposition: form-data; name="unit"\r\n\r\n'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=" + "b" * 300, b"x"),
        (BOUND, b""),
        (BOUND, HEAD),
        (BOUND, HEAD + b"\xff\xfe\r\n--b--"),
        (BOUND, HEAD + b"a\x00b\r\n--b--"),
        (BOUND, (HEAD + b"x\r\n") * 1100 + b"--b--"),
        (
            BOUND,
            b'--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nx\r\n' * 101 + b"--b--",
        ),
        (BOUND, b'--b\r\nContent-Disposition: form-data; name="evidence"; filename="\x00"\r\n\r\nx\r\n--b--'),
        (f"{BOUND}; charset=nonsense", HEAD + b"x\r\n--b--"),
        ("application/x-www-form-urlencoded; charset=nonsense", b"unit=%ff%00"),
        ("application/json; charset=utf-16", b"{}"),
        ("", b"{}"),
    ],
)
@pytest.mark.parametrize("name", ["record", "record_with_evidence", "read_file"])
def test_a_form_that_is_none(call, name, kind, body):
    caller = call("reviewer" if name == "read_file" else "clerk")
    path = next(one.path for one in OPERATIONS if one.name == name)
    headers = {"Authorization": f"Bearer {caller.secret}", "Idempotency-Key": "k"}
    answer = Client().generic("POST", f"/api/v1/{path}", body, content_type=kind, headers=headers)
    assert answer.status_code in {400, 413, 422}
    assert faults(name, answer) == []


@pytest.mark.parametrize("key", ["", "a b", "é", "x" * 191, "\t"])
def test_a_key_that_is_none(call, key):
    answer = call("clerk").post("units/rename", RENAME, headers={"Idempotency-Key": key})
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["where"]["ref"] == "Idempotency-Key"


def leaves(value: Any, path: tuple = ()) -> list[tuple]:
    """The places in a value, itself first."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, part in parts for found in leaves(part, (*path, key)))]


def replaced(value: Any, path: tuple, new: Any) -> Any:
    if not path:
        return new
    whole = deepcopy(value)
    part = whole
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = new
    return whole


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_a_field_that_is_something_else(places, call, operation):
    """Each request that is in order, one field of it replaced by what programs send by mistake or malice, half each."""
    role = "reviewer" if operation.name.startswith("read_") else CALLERS.get(operation.name, "clerk")
    caller = call(role)
    given = operation.body if operation.body is not None else operation.form or operation.query
    for number, path in enumerate(leaves(given)):
        for leaf in LEAVES[number % 2 :: 2]:
            if not path and (operation.reads or operation.form is not None):
                continue
            if leaf == SURROGATE and operation.body is None:
                continue  # has no form in a query
            answer = _send(operation, caller, places, replaced(given, path, leaf))
            assert answer.status_code < 500, (path, leaf)
            assert faults(operation.name, answer) == [], (path, leaf, answer.content[:300])


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_words_that_cannot_be_kept(places, call, operation):
    """In every field that takes a text: told as such or kept nowhere."""
    role = "reviewer" if operation.name.startswith("read_") else CALLERS.get(operation.name, "clerk")
    caller = call(role)
    given = operation.body if operation.body is not None else operation.form or operation.query
    last = journalling.last_seq()
    for path in leaves(given):
        if not path or not isinstance(_at(given, path), str):
            continue
        for words in UNFIT:
            if operation.body is None and (words == SURROGATE or len(words) > 9999):
                continue  # has no form there
            answer = _send(operation, caller, places, replaced(given, path, words))
            assert answer.status_code < 500, path
            assert faults(operation.name, answer) == [], (path, answer.content[:300])
            if words in {NUL, SURROGATE}:
                assert 400 <= answer.status_code < 500, path
                assert answer.json()["problems"][0]["message"]
    told = "".join(str(json.loads(line.payload or "{}")) for line in journalling.lines(after=last))
    assert not CONTROL.search(told)
    assert "word word word" not in told


UNFIT: tuple[str, ...] = (NUL, SURROGATE)
if not postgres.ASKED_FOR:
    UNFIT = (*UNFIT, "a\x01b", "a\x85b", "word " * 200_000)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def _at(value: Any, path: tuple) -> Any:
    for key in path:
        value = value[key]
    return value


def _send(operation, caller, places, given):
    path = operation.path.format_map(places)
    if operation.form is not None:
        fields = {k: json.dumps(v) if isinstance(v, dict | type(None)) else v for k, v in given.items()}
        return caller.form(path, {**fields, "evidence": io.BytesIO(b"x"), "file": io.BytesIO(b"x")})
    if operation.body is not None:
        return caller.post(path, given)
    return caller.get(path, **{k: str(v) for k, v in given.items()})


@pytest.mark.parametrize("ref", ["r0", "..", "%2e%2e", "a b", "é", "x" * 1000, "-1", "null"])
def test_a_reference_that_is_none(call, ref):
    clerk = call("clerk")
    for path in ("records/{}", "records/{}/evidence/" + "0" * 64, "handovers/{}", "editions/{}/2027-01-01"):
        assert clerk.get(path.format(ref)).status_code in {404, 405}
    assert clerk.get(f"records/r1/evidence/{ref}").status_code == 404


@given(st.text(max_size=200) | st.sampled_from([REGIME_FILE[:n] for n in range(0, len(REGIME_FILE), 23)]))
@settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_regime_file_that_is_none(shared_reviewer, text):
    answer = shared_reviewer.post("editions", {"text": text})
    assert answer.status_code in {201, 400, 422}
    assert faults("import_edition", answer) == []


@pytest.fixture
def shared_reviewer(call):
    return call("reviewer")


def test_a_yaml_file_that_grows_when_it_is_read_is_refused(call):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    answer = call("reviewer").post("editions", {"text": "\n".join(lines)})
    assert answer.status_code == 422


def test_what_is_outside_scope_comes_in_by_no_operation(places, call):
    """In whatever field: the line of the product stands on every way in."""
    clerk = call("clerk")
    tried = 0
    for operation in OPERATIONS:
        given = operation.body if operation.body is not None else operation.form
        if given is None or operation.name in {"read_text", "read_file", "screen_clauses"}:
            continue
        for path in leaves(given):
            if not path or path[-1] not in TEXTS.get(operation.name, ()):
                continue
            before = journalling.last_seq()
            answer = _send(operation, clerk, places, replaced(given, path, OUTSIDE))
            assert answer.status_code == 422, (operation.name, path)
            codes = {problem["code"] for problem in answer.json()["problems"]}
            assert codes & {"outside-scope", "duty-outside-scope", "scope-outside"}, (
                operation.name,
                path,
                codes,
            )
            assert journalling.last_seq() == before
            tried += 1
    assert tried == sum(map(len, TEXTS.values()))


TEXTS = {
    "rename_unit": ["name"],
    "reclassify_unit": ["kind"],
    "split_unit": ["name", "kind", "code"],
    "set_group": ["title", "code"],
    "set_post": ["title", "code"],
    "appoint": ["person"],
    "lend_post": ["person", "reason"],
    "review_duty": ["reason"],
    "divide": ["note"],
    "record": ["kind", "title"],
    "record_with_evidence": ["kind", "title"],
    "correct_record": ["kind", "title", "reason"],
    "withdraw_record": ["reason"],
    "excuse": ["reason"],
}
