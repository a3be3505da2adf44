"""The site with two pages more, to compare with: one with nothing but the frame, one that lists 50 rows by index."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from remit.store import models
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.urls import handler400, handler403, handler404, handler500
from remit.web.urls import urlpatterns as of_the_site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

settings.TEMPLATES[0]["DIRS"] = [str(Path(__file__).parent / "templates")]
_PLAIN = engines["django"].from_string(
    "<!doctype html><html><head><title>Units</title></head><body><h1>Units</h1><table>"
    "<thead><tr><th>Name</th><th>Code</th><th>Kind</th><th>Since</th><th>Until</th></tr></thead><tbody>"
    "{% for unit in units %}<tr><td><a href=\"{% url 'unit' unit.code %}\">{{ unit.name }}</a></td>"
    '<td>{{ unit.code }}</td><td>{{ unit.kind }}</td><td>{{ unit.since|date:"Y-m-d" }}</td>'
    '<td>{{ unit.until|date:"Y-m-d" }}</td></tr>\n{% endfor %}</tbody></table></body></html>'
)


@asked
def empty(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show the frame around a heading, as every page extends it, to whoever is signed in."""
    return frame.show(request, "bench/empty.html", viewer=asking.viewer, today=asking.today)


def plain(request: HttpRequest) -> HttpResponse:
    """List 50 units after a code, as a plain Django page does, behind the same sign-in as every page."""
    rows = models.Unit.objects.filter(code__gt=request.GET.get("after", "")).order_by("code")[:50]
    return HttpResponse(_PLAIN.render({"units": rows}, request))


urlpatterns = [
    path("bench/empty/", empty),
    path("bench/plain/", plain),
    path("bench/open/", login_not_required(plain)),
    *of_the_site,
]
