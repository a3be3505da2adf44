"""Whether an answer is one that the description promises."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from remit.api.reference import ADDRESS, describe
from remit.api.service import api


@cache
def described() -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Address, verb and description of every operation by its name."""
    return {
        operation["operationId"]: (path.removeprefix(ADDRESS), verb, operation)
        for path, verbs in describe(api)["paths"].items()
        for verb, operation in verbs.items()
    }


def faults(name: str, response: Any) -> list[str]:
    """Return what in an answer is not as the operation's description says."""
    promised = described()[name][2]["responses"].get(str(response.status_code))
    if promised is None:
        return [f"{response.status_code} is not described: {response.content.decode()[:300]}"]
    kind = response.headers["Content-Type"].split(";")[0]
    if kind not in promised["content"]:
        return [f"{kind} is not described"]
    schema = promised["content"][kind].get("schema")
    if schema is None:
        return []
    return [
        f"{list(one.absolute_path)}: {one.message}"
        for one in _validator(name, kind, response.status_code).iter_errors(response.json())
    ]


@cache
def _validator(name: str, kind: str, status: int) -> Draft202012Validator:
    schema = described()[name][2]["responses"][str(status)]["content"][kind]["schema"]
    whole = {**schema, "components": describe(api)["components"]}
    return Draft202012Validator(whole, format_checker=FormatChecker())
