"""The way into the API. What serves it is loaded with the first request, so that pages alone do not pay for it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt

__all__ = ["enter"]


@csrf_exempt
@login_not_required
def enter(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer a request below the API's address. Cookies let nobody in here, so there is nothing to forge either."""
    module = importlib.import_module("remit.api.service")
    return cast("Callable[[HttpRequest, str], HttpResponse]", module.answer)(request, rest)


urlpatterns = [re_path(r"^(?P<rest>[\s\S]*)\Z", enter, name="api")]  # a line end may stand in a reference
