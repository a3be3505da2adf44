"""The description is valid, complete, and what the page for people shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from ninja.openapi.schema import OpenAPISchema
from openapi_spec_validator import OpenAPIV31SpecValidator

from remit.api.reference import describe
from remit.api.service import api
from remit.store.access import Action
from tests.api.conformity import described
from tests.api.operations import OPERATIONS
from tools import messages

READ_BY_POST = {"read_text", "read_file", "screen_clauses"}


def test_it_is_valid(db):
    answer = Client().get("/api/v1/openapi.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert list(OpenAPIV31SpecValidator(answer.json()).iter_errors()) == []
    assert answer.json() == json.loads(json.dumps(describe(api)))


def test_no_two_values_share_a_name(monkeypatch):
    """The framework lets the later one stand without a word."""
    twice = []

    def add(self, definitions):
        for name, schema in definitions.items():
            told = {key: value for key, value in schema.items() if key != "additionalProperties"}
            if self.schemas.setdefault(name, told) != told:
                twice.append(name)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", add)
    api.get_openapi_schema(path_prefix="/api/v1/")
    assert twice == []


def test_every_operation_says_what_its_token_has_to_be_for_and_how_it_refuses():
    open_to_all = {"get_me", "get_calendar", "get_package_key", "screen_clauses"}
    for name, (_, _, operation) in described().items():
        assert set(operation.get("x-remit-scope", ())) <= set(Action), name
        assert bool(operation.get("x-remit-scope")) != (name in open_to_all), name
        assert operation["security"] == [{"Bearer": []}], name
        for status in ("400", "401", "403", "404", "422"):
            assert operation["responses"][status]["content"].keys() == {"application/problem+json"}, name


def test_every_action_wants_a_key_and_no_question_does():
    wanting = {
        name
        for name, (_, _, operation) in described().items()
        if any(p["name"] == "Idempotency-Key" and p["required"] for p in operation.get("parameters", ()))
    }
    assert wanting == {name for name, (_, verb, _) in described().items() if verb == "post"} - READ_BY_POST
    assert wanting == {one.name for one in OPERATIONS if not one.reads} - READ_BY_POST


def test_every_sentence_has_its_translation():
    words = messages.catalogue()[0]
    said = {text for _, _, one in described().values() for text in (one["summary"], one["tags"][0])}
    assert said - words.keys() == set()


@pytest.mark.parametrize(("language", "title"), [("en", "The API"), ("zh-hans", "接口")])
def test_the_page_shows_every_operation_without_script(db, language, title, chinese):
    answer = Client().get("/api/v1/", headers={"Accept-Language": language})
    text = answer.content.decode()
    assert f"<h1>{title}</h1>" in text
    for path, verb, _ in described().values():
        assert f"<code>{verb.upper()} /api/v1/{path}</code>" in text
    assert "swagger" not in text.lower()
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_what_is_no_operation_is_a_problem_too(db):
    for path in ("units/", "nowhere", "..", "units/%00", "openapi.json/", "editions/a/2027-13-45/issue/"):
        answer = Client().get(f"/api/v1/{path}", headers={"Accept-Language": "en"})
        assert answer.status_code in {400, 404}
        assert answer.headers["Content-Type"] == "application/problem+json"
    answer = Client().put("/api/v1/units")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")
    assert answer.json()["problems"][0]["code"] == "verb-unknown"


def test_nothing_of_it_is_kept_by_anybody(db):
    for path in ("me", "openapi.json", "nowhere"):
        assert Client().get(f"/api/v1/{path}").headers["Cache-Control"] == "no-store"


def test_the_document_lists_every_operation_as_it_is():
    text = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `(?:GET|POST) .*$", text, re.MULTILINE))
    wanted = set()
    for path, verb, one in described().values():
        scope = ", ".join(f"`{action}`" for action in one.get("x-remit-scope", ())) or "any"
        wanted.add(f"| `{verb.upper()} /{path}` | {scope} | {one['summary']} |")
    assert rows == wanted


def test_pages_do_not_load_what_serves_the_api():
    script = (
        "import django, sys; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns;"
        "print([name for name in ('ninja', 'pydantic', 'remit.api.service') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
