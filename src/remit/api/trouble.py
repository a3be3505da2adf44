"""What went wrong, as a problem of RFC 9457 with everything that was found, in the language of the request."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from remit.api.caller import ScopeLacking
from remit.api.shown import Found, found
from remit.core.problem import Place, Problem, error
from remit.store.refusal import ChangedMeanwhile, Denied, NotThere, Refused

__all__ = ["Trouble", "handle", "tell", "tell_broken", "tell_missing", "tell_verb", "unreadable"]

_log = logging.getLogger("remit.api")
_TITLES: Mapping[int, str] = {
    400: gettext_noop("The request cannot be read"),
    401: gettext_noop("No token that is good"),
    403: gettext_noop("The token is not for this"),
    404: gettext_noop("Not there"),
    405: gettext_noop("This address does not know that verb"),
    409: gettext_noop("Changed meanwhile"),
    413: gettext_noop("Too large"),
    422: gettext_noop("Refused"),
    500: gettext_noop("Broken"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What went wrong (RFC 9457): `type` names the first problem found, `problems` are all of them."""

    type: str
    title: str
    status: int
    detail: str
    problems: tuple[Found, ...]


def tell(
    status: int, problems: Iterable[Problem], *, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Return problems as a response."""
    shown = tuple(found(problem) for problem in problems)
    trouble = Trouble(
        type=f"urn:remit:problem:{shown[0].code}",
        title=_(_TITLES[status]),
        status=status,
        detail=f"{shown[0].message} {shown[0].remedy}".strip(),
        problems=shown,
    )
    body = msgspec.json.encode(trouble)
    return HttpResponse(body, status=status, content_type="application/problem+json", headers=headers)


def tell_missing() -> HttpResponse:
    """Say that nothing is there: for what is not there and for what may not be seen, the same."""
    return tell(404, [_not_there()])


def tell_verb(allowed: str) -> HttpResponse:
    """Say that an address does not know a verb; `allowed` are those that it knows."""
    return tell(405, [_wrong_verb(allowed)], headers={"Allow": allowed})


def tell_broken(fault: Exception) -> HttpResponse:
    """Say that something broke, nothing of what, and write down what."""
    _log.error("The API broke.", exc_info=fault)
    return tell(500, [_broken()])


def handle(api: NinjaAPI) -> None:
    """Let every refusal be answered as what it is."""
    answers: dict[type[Exception], Callable[[Any], HttpResponse]] = {
        Denied: lambda _fault: tell_missing(),
        NotThere: lambda _fault: tell_missing(),
        ChangedMeanwhile: lambda _fault: tell(409, [_changed()]),
        Refused: lambda fault: tell(422, fault.problems),
        ValidationError: lambda fault: tell(422, [_field_problem(one) for one in fault.errors]),
        AuthenticationError: lambda _fault: tell(401, [_no_token()], headers={"WWW-Authenticate": "Bearer"}),
        ScopeLacking: lambda fault: tell(403, [_scope_lacking(fault)]),
        RequestDataTooBig: lambda _fault: tell(413, [_too_large()]),
        SuspiciousOperation: lambda _fault: tell(400, [unreadable()]),
        BadRequest: lambda _fault: tell(400, [unreadable()]),
        MultiPartParserError: lambda _fault: tell(400, [unreadable()]),
        UnreadablePostError: lambda _fault: tell(400, [unreadable()]),
        HttpError: _told,
        Exception: tell_broken,
    }
    for kind, answer in answers.items():
        api.add_exception_handler(kind, _handler(answer))


def _handler(
    answer: Callable[[Any], HttpResponse],
) -> Callable[[HttpRequest, Exception | type[Exception]], HttpResponse]:
    return lambda _request, fault: answer(fault)


def _told(fault: HttpError) -> HttpResponse:
    """What the framework refuses: a body that is no JSON, with what the parser said of it."""
    cause = fault.__cause__
    if isinstance(cause, Refused):
        return tell(400, cause.problems)
    return tell(400, [unreadable()])


def _field_problem(fault: Mapping[str, Any]) -> Problem:
    place = [
        str(part) for part in fault["loc"] if part not in {"body", "query", "header", "path", "form", "file"}
    ]
    field = ".".join(place[1:] if len(place) > 1 and place[0] in {"given", "payload"} else place)
    at = Place(ref=field)
    match fault["type"]:
        case "missing":
            return error("field-missing", "'{field}' is missing.", "Send it.", at=at, field=field)
        case "extra_forbidden":
            return error(
                "field-unknown",
                "There is no field '{field}' here.",
                "Correct its name, or leave it out.",
                at=at,
                field=field,
            )
        case "day" | "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return error(
                "field-day",
                "'{field}' is no day between 1900 and 2199.",
                "Write year, month and day, as in 2026-06-30.",
                at=at,
                field=field,
            )
    return error(
        "field-unusable",
        "'{field}' has a form, a length or a value that is not accepted here.",
        "Compare it with the description of this operation.",
        at=at,
        field=field,
    )


def _not_there() -> Problem:
    return error(
        "nothing-there",
        "There is nothing here that this token may see.",
        "Check the reference, and for which units and actions the token was made.",
    )


def _changed() -> Problem:
    return error(
        "changed-meanwhile",
        "Somebody else has changed this since it was read.",
        "Read it again, decide anew, and send its new version under a new key.",
    )


def _no_token() -> Problem:
    return error(
        "token-unknown",
        "There is no token in the request, or it is unknown, expired or revoked, or its account is closed.",
        "Send the header 'Authorization: Bearer TOKEN' with a token that is good.",
    )


def _scope_lacking(fault: ScopeLacking) -> Problem:
    return error(
        "token-not-for-this",
        "The token is not for this: it would have to be for {actions}.",
        "Make a token with that scope, if its owner may have it.",
        actions=" / ".join(fault.needs),
    )


def _too_large() -> Problem:
    return error(
        "request-too-large",
        "The request is larger than is taken in at once.",
        "Send less at once; files go in a form (multipart/form-data).",
    )


def unreadable() -> Problem:
    """Return the problem of a request that is no request."""
    return error(
        "request-unreadable",
        "The request cannot be read.",
        "Send what the description of this operation says, in UTF-8.",
    )


def _wrong_verb(allowed: str) -> Problem:
    return error(
        "verb-unknown",
        "This address does not know that verb.",
        "Use {allowed}.",
        allowed=allowed,
    )


def _broken() -> Problem:
    return error(
        "broken",
        "Something broke, and nothing was changed.",
        "Try again; if it stays so, tell whoever runs this installation.",
    )
