"""Bodies read strictly: JSON in UTF-8, no name twice, nothing that cannot be kept, no deeper than is sensible."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from remit.core.problem import Problem, error
from remit.store.refusal import Refused
from remit.store.screening import is_clean, unprintable

__all__ = ["StrictParser"]

_DEEPEST = 64


class StrictParser(Parser):
    """Reads JSON; whatever is wrong with it raises Refused."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the value in the body."""
        try:
            text = request.body.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise Refused([_not_utf8(fault.start)]) from None
        try:
            value = json.loads(text, object_pairs_hook=_without_twins, parse_constant=_no_number)
        except (ValueError, RecursionError) as fault:
            raise Refused([_not_json(str(fault))]) from None
        _refuse_unclean(value)
        return value


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise Refused([_twice(next(n for n in names if names.count(n) > 1))])
    return found


def _no_number(word: str) -> NoReturn:
    raise Refused([_not_json(word)])


def _refuse_unclean(value: Any) -> None:
    """Look at every text and every depth, without recursion."""
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > _DEEPEST:
            raise Refused([_not_json(f"deeper than {_DEEPEST}")])
        if isinstance(one, str) and not is_clean(one):
            raise Refused([unprintable()])
        if isinstance(one, dict):
            waiting += [(part, depth + 1) for pair in one.items() for part in pair]
        elif isinstance(one, list):
            waiting += [(part, depth + 1) for part in one]


def _not_utf8(at: int) -> Problem:
    return error(
        "body-encoding", "Byte {byte} of the body is not UTF-8.", "Send the body as UTF-8.", byte=at + 1
    )


def _not_json(said: str) -> Problem:
    return error(
        "body-json",
        "The body is not JSON that can be read here: {fault}.",
        "Send one JSON object as the description of this operation says.",
        fault=said[:100].encode(errors="replace").decode(),
    )


def _twice(name: str) -> Problem:
    return error(
        "body-twice",
        "The body has the name '{name}' twice in one object.",
        "Send each name once.",
        name=name[:100].encode(errors="replace").decode(),
    )
