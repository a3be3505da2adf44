"""Evidence: a file to be saved, and what can be shown of it without opening it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from remit.core.problem import Problem
from remit.core.record import Evidence
from remit.files.preview import Preview, picture_type, preview_file
from remit.store import inquiry, record_inquiry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["Shown", "evidence", "evidence_picture", "evidence_shown"]

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A file of evidence as a page shows it: a picture, the first lines of its text, or why neither can be."""

    file: Evidence
    preview: Preview
    problems: tuple[Problem, ...] = ()


@require_GET
@asked
def evidence(_request: HttpRequest, asking: Asking, ref: str, sha256: str) -> HttpResponse:
    """Hand out a file of evidence, to be saved and never to be shown by the browser."""
    data = inquiry.evidence(asking.viewer, ref, sha256)
    name = record_inquiry.item_of_evidence(asking.viewer, ref, sha256).name
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={**_HEADERS, "Content-Disposition": disposition},
    )


@require_GET
@asked
def evidence_shown(request: HttpRequest, asking: Asking, ref: str, sha256: str) -> HttpResponse:
    """Show what is in a file: the picture, the first page and the text of a document, the rows of a sheet."""
    item = record_inquiry.item_of_evidence(asking.viewer, ref, sha256)
    data = inquiry.evidence(asking.viewer, ref, sha256)
    preview, problems = preview_file(data)
    found = inquiry.record(asking.viewer, ref)
    context = {
        "record": found,
        "unit": inquiry.unit(asking.viewer, found.unit).unit,
        "shown": Shown(file=item, preview=preview, problems=problems),
    }
    return frame.show(request, "remit/evidence.html", context, viewer=asking.viewer, today=asking.today)


@require_GET
@asked
def evidence_picture(_request: HttpRequest, asking: Asking, ref: str, sha256: str) -> HttpResponse:
    """Hand out a picture to be shown: an image as it is, of a PDF its first page; nothing else."""
    data = inquiry.evidence(asking.viewer, ref, sha256)
    kind = picture_type(data)
    if not kind and data.startswith(b"%PDF-"):
        data, kind = preview_file(data)[0].picture, "image/png"
    if not kind or not data:
        raise Http404
    return HttpResponse(data, content_type=kind, headers={**_HEADERS, "Content-Disposition": "inline"})
