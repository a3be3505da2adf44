"""The API's description of itself: OpenAPI 3.1 for programs, a page of plain HTML for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI

from remit.web.pages import frame

__all__ = ["ADDRESS", "Entry", "describe", "entries", "show_reference"]

ADDRESS = "/api/v1/"
_OTHER_TYPES = {
    "get_regime_file": "application/yaml",
    **dict.fromkeys(("get_evidence", "get_package"), "application/octet-stream"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An operation for people: verb, address, what it does, what a token has to be for, and what it takes."""

    verb: str
    path: str
    says: str
    scope: tuple[str, ...]
    takes: tuple[str, ...]


@cache
def describe(api: NinjaAPI) -> dict[str, Any]:
    """Return the OpenAPI document; refusals are problems of RFC 9457."""
    document = dict(api.get_openapi_schema(path_prefix=ADDRESS))
    for _path, _verb, operation in _operations(document):
        operation.pop("description", None)  # it would say the summary again
        other = _OTHER_TYPES.get(operation["operationId"])
        operation["responses"] = {str(status): one for status, one in operation["responses"].items()}
        for status, response in operation["responses"].items():
            if content := response.get("content"):
                schema = content.pop("application/json")
                if int(status) >= 400:
                    content["application/problem+json"] = schema
                else:
                    content[other or "application/json"] = {} if other else schema
    return document


def entries(api: NinjaAPI) -> dict[str, list[Entry]]:
    """Return the operations by group, in the order in which they were declared."""
    found: dict[str, list[Entry]] = {}
    for path, verb, operation in _operations(describe(api)):
        entry = Entry(
            verb=verb.upper(),
            path=path,
            says=_(operation["summary"]),
            scope=tuple(operation.get("x-remit-scope", ())),
            takes=tuple(p["name"] + ("" if p["required"] else "?") for p in operation.get("parameters", ())),
        )
        found.setdefault(_(operation["tags"][0]), []).append(entry)
    return found


def show_reference(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """Return the description as a page."""
    return frame.show(
        request, "remit/api_reference.html", {"groups": entries(api).items(), "address": ADDRESS}
    )


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, verbs in document["paths"].items():
        for verb, operation in verbs.items():
            yield path, verb, operation
