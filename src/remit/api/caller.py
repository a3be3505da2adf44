"""Who calls: a token in the header `Authorization: Bearer …`, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from remit.store import load_token, save_token
from remit.store.access import Action, Viewer
from remit.store.load_token import Token
from remit.store.refusal import NotThere
from remit.store.transaction import By

__all__ = ["Bearer", "Caller", "ScopeLacking", "caller"]


class ScopeLacking(Exception):  # noqa: N818 - an answer, not an error
    """The token is not for this; `needs` are the actions of which it would need one."""

    def __init__(self, needs: tuple[Action, ...]) -> None:
        self.needs = needs
        super().__init__(", ".join(needs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls, with which token, and when: the clock is read once, here."""

    token: Token
    viewer: Viewer
    now: datetime

    @property
    def today(self) -> date:
        """The day of the call, in the installation's time zone."""
        return self.now.date()

    def by(self, key: str) -> By:
        """Return under whose name, and as which request, an action is done."""
        return By(viewer=self.viewer, key=f"api {key}", now=self.now)


class Bearer(HttpBearer):
    """Lets in whoever shows a token that is good and is for one of the actions that an operation needs.

    What a token is not for is said before anything is looked up, so that it tells of nothing that is there.
    """

    def __init__(self, *needs: Action) -> None:
        super().__init__()
        self.needs = needs

    def authenticate(self, request: HttpRequest, token: str) -> Caller:  # noqa: ARG002 - the framework's signature
        """Return who calls; AuthenticationError where the token opens nothing."""
        now = timezone.localtime()
        try:
            held, viewer = load_token.open_token(token.strip(), now=now)
        except NotThere:
            raise AuthenticationError from None
        if held.used != now.date().isoformat():
            save_token.use_token(held.ref, day=now.date())
        if self.needs and not set(self.needs) & set(held.scope):
            raise ScopeLacking(self.needs)
        return Caller(token=held, viewer=viewer, now=now)


def caller(request: HttpRequest) -> Caller:
    """Return who calls, in an operation that has let them in."""
    return cast("Caller", request.auth)  # type: ignore[attr-defined]  # set by the framework
