"""Every operation answers each of the people as the pages do: what may not be seen is as if it were not there."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.db import transaction

from remit.store import journalling
from remit.store.access import Action
from tests.api.conformity import described, faults
from tests.api.conftest import token_of
from tests.api.operations import OPERATIONS, WHO, Operation

STATUS = {"+": (200, 201), "s": (403,), "-": (404,), "r": (422,)}


@contextmanager
def undone():
    """What is done in it is taken back."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_it_answers_each_of_the_people(places, operation: Operation):
    tokens = {who: token_of(who) for who in WHO}
    for who, answer in zip(WHO, operation.answers, strict=True):
        before = journalling.last_seq()
        with undone():
            response = operation.call(tokens[who], places)
            assert response.status_code in STATUS[answer], f"{who}: {response.content.decode()}"
            written = journalling.last_seq() - before
        refused = operation.name == "take_in_package" and response.status_code == 422  # it leaves a line
        assert written == int(response.status_code == 201 or refused)
        assert faults(operation.name, response) == []


def test_without_a_token_nothing_is_said(places, call):
    assert {operation.call(call(""), places).status_code for operation in OPERATIONS} == {401}


def test_what_a_token_is_not_for_is_said_before_anything_is_looked_up(places):
    """Even where what is asked for is not there."""
    tokens = {action: token_of("clerk", action) for action in (Action.EXCUSE, Action.ADOPT)}
    nowhere = {**dict.fromkeys(places, "x0"), "sha256": "0" * 64}
    for operation in OPERATIONS:
        needs = described()[operation.name][2].get("x-remit-scope", ())
        other = next(action for action in tokens if action not in needs)
        for found in (places, nowhere):
            status = operation.call(tokens[other], found).status_code
            assert status == (403 if needs else 200), operation.name


def test_what_is_foreign_and_what_is_not_there_look_alike(places, call):
    south = call("south")
    for here, nowhere in (("/1/2", "/9"), ("/1", "/1/3")):
        for path in ("units", "unit", "standings", "rollup", "posts", "records", "excuses", "breakdown"):
            assert south.get(path, unit=here).content == south.get(path, unit=nowhere).content
    assert south.get(f"records/{places['record']}").content == south.get("records/r0").content
    assert south.get(f"handovers/{places['handover']}").content == south.get("handovers/H0").content
    assert south.get("units", unit="/1/20", after="/1/2").content == south.get("units", unit="/9").content


def test_no_operation_is_left_out():
    assert sorted(described()) == sorted(one.name for one in OPERATIONS)
