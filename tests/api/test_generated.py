"""Requests made up from the description: none breaks anything, and every answer is one that is described."""

from __future__ import annotations

import json
from functools import cache

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from remit.api.reference import describe
from remit.api.service import api
from tests.api.conformity import described
from tests.api.conftest import token_of

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
KNOWN = {
    "unit": "/1/2",
    "post": "/1/2/head",
    "regime": "port-fire",
    "duty": "port-fire/art-2",
    "day": "2027-01-01",
}
CALLERS = {"list_journal": "auditor", "list_accounts": "keeper"}


@pytest.fixture
def one_connection():
    """The application goes on in the test's own transaction, as Django's client lets it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@cache
def described_schema():
    """The description with the application that it is of."""
    schema = schemathesis.openapi.from_dict(json.loads(json.dumps(describe(api))))
    schema.app = get_wsgi_application()
    return schema


@pytest.mark.parametrize("name", described())
def test_made_up_requests(places, one_connection, name):
    token = token_of(CALLERS.get(name, "reviewer" if name.startswith("read_") else "clerk"))
    operation = described_schema().find_operation_by_id(name)

    @given(case=operation.as_strategy(), known=st.booleans())
    @settings(
        max_examples=10,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    def requests(case, known):
        if known:  # half of them name what is there
            for part in (case.query, case.body, case.path_parameters):
                if isinstance(part, dict):
                    part.update({key: value for key, value in KNOWN.items() if key in part})
        case.call_and_validate(headers={"Authorization": f"Bearer {token.secret}"}, checks=CHECKS)

    requests()
