"""How an operation is declared: its address, what a token has to be for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ninja import Router

from remit.api.caller import Bearer
from remit.api.shown import Made
from remit.api.trouble import Trouble
from remit.store.access import Action

__all__ = ["ask", "do"]

V = TypeVar("V", bound=Callable[..., Any])
_REFUSALS = (400, 401, 403, 404, 422)


def ask(router: Router, path: str, *needs: Action, gives: Any, verb: str = "GET") -> Callable[[V], V]:
    """Declare a question: it changes nothing. `needs` are the actions of which a token has to be for one."""
    return _declared(router, path, verb, needs, {200: gives, **dict.fromkeys(_REFUSALS, Trouble)})


def do(router: Router, path: str, *needs: Action) -> Callable[[V], V]:
    """Declare an action: it answers 201 with the public reference of what it made or changed."""
    refusals = dict.fromkeys((*_REFUSALS, 409, 413), Trouble)
    return _declared(router, path, "POST", needs, {201: Made, **refusals})


def _declared(
    router: Router, path: str, verb: str, needs: tuple[Action, ...], answers: dict[int, Any]
) -> Callable[[V], V]:
    def declare(view: V) -> V:
        extra = {"x-remit-scope": [*needs]} if needs else {}
        router.api_operation(
            [verb],
            path,
            auth=Bearer(*needs),
            response={**answers, 413: Trouble} if verb == "POST" else answers,
            operation_id=view.__name__,
            summary=view.__doc__,
            openapi_extra=extra,
        )(view)
        return view

    return declare
