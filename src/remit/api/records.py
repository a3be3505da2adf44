"""What was done, with its evidence, and what was excused."""

from __future__ import annotations

from typing import Annotated

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Form, Query, Router, UploadedFile
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Text, Unit
from remit.api.operation import ask, do
from remit.api.paging import cut, cut_at, page_of
from remit.api.shown import Made, render
from remit.core.record import Excuse, Record
from remit.store import actions, inquiry, listing
from remit.store.access import Action

__all__ = [
    "ExcuseGiven",
    "RecordGiven",
    "excuse",
    "get_evidence",
    "get_record",
    "list_excuses",
    "list_records",
    "record",
    "record_with_evidence",
    "router",
]

router = Router(tags=["records"])
Below = Annotated[bool, Query(description="Also those of all units below it.")]
_FILES_LIMIT = 2
"""All files of a request together may have so many times what one of them may have."""


class RecordGiven(Given):
    """Something that a unit did; `meets` and `starts` name duties: REGIME/DUTY or REGIME/DUTY@WINDOW.

    `about` names register items of the unit: ITEM or ITEM#CHECK.
    """

    unit: Code
    day: Day
    kind: Text = Field(min_length=1)
    title: Text = Field(min_length=1)
    meets: list[Code] = Field(default=[], max_length=500)
    starts: list[Code] = Field(default=[], max_length=500)
    about: list[Code] = Field(default=[], max_length=500)


class ExcuseGiven(Given):
    """A decision that a unit need not do a duty in windows that are due between two days."""

    duty: Code
    unit: Code
    since: Day
    until: Day
    reason: Text
    decided: Day | None = None
    decided_by: Text = ""


@ask(router, "/records", Action.SEE, gives=page_of(Record, "Record"))
def list_records(
    request: HttpRequest,
    unit: Unit,
    first: Annotated[Day | None, Query(description="The first day.")] = None,
    last: Annotated[Day | None, Query(description="The last day.")] = None,
    below: Below = False,
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List the records of a unit between two days, by day; `next` is the reference of the last."""
    some = listing.records(
        caller(request).viewer, unit, first=first, last=last, subtree=below, after=after, limit=limit + 1
    )
    return render(cut(some, limit=limit, ref=lambda one: one.ref))


@ask(router, "/records/{ref}", Action.SEE, gives=Record)
def get_record(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a record."""
    return render(inquiry.record(caller(request).viewer, ref))


@do(router, "/records", Action.RECORD)
def record(request: HttpRequest, key: Key, given: RecordGiven) -> HttpResponse:
    """Record something that a unit did, without files."""
    return _recorded(request, key, given, [])


@do(router, "/records-with-evidence", Action.RECORD)
def record_with_evidence(
    request: HttpRequest,
    key: Key,
    given: Annotated[RecordGiven, Form()],
    evidence: Annotated[list[UploadedFile], File()],
) -> HttpResponse:
    """Record something that a unit did, with the files that show it, as a form."""
    sizes = [file.size or 0 for file in evidence]
    if sum(sizes) > _FILES_LIMIT * settings.EVIDENCE_LIMIT:
        raise RequestDataTooBig
    return _recorded(request, key, given, [(file.name or "", file.read()) for file in evidence])


@ask(router, "/records/{ref}/evidence/{sha256}", Action.SEE, gives=bytes)
def get_evidence(request: HttpRequest, ref: str, sha256: str) -> HttpResponse:
    """Hand out a file that a record shows, compared with its digest as it is read."""
    viewer = caller(request).viewer
    data = inquiry.evidence(viewer, ref, sha256)
    names = [e.name for e in inquiry.record(viewer, ref).evidence if e.sha256 == sha256]
    disposition = content_disposition_header(as_attachment=True, filename=names[0]) or "attachment"
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


@ask(router, "/excuses", Action.SEE, gives=page_of(Excuse, "Excuse"))
def list_excuses(
    request: HttpRequest, unit: Unit, below: Below = False, after: After = "", limit: Limit = 100
) -> HttpResponse:
    """List the excuses of a unit."""
    some = inquiry.excuses(caller(request).viewer, unit, subtree=below)
    items, following = cut_at(some, _excuse_key, after=after, limit=limit)
    return render({"items": items, "next": following})


@do(router, "/excuses", Action.EXCUSE)
def excuse(request: HttpRequest, key: Key, given: ExcuseGiven) -> HttpResponse:
    """Decide that a unit need not do a duty for a while; it is decided from above."""
    ref = actions.excuse(
        caller(request).by(key),
        duty=given.duty,
        unit=given.unit,
        since=given.since,
        until=given.until,
        reason=given.reason,
        decided=given.decided,
        decided_by=given.decided_by,
    )
    return render(Made(ref=ref), status=201)


def _recorded(
    request: HttpRequest, key: str, given: RecordGiven, evidence: list[tuple[str, bytes]]
) -> HttpResponse:
    ref = actions.record(
        caller(request).by(key),
        unit=given.unit,
        day=given.day,
        kind=given.kind,
        title=given.title,
        meets=tuple(given.meets),
        starts=tuple(given.starts),
        evidence=tuple(evidence),
        about=tuple(given.about),
    )
    return render(Made(ref=ref), status=201)


def _excuse_key(one: Excuse) -> tuple[str, ...]:
    days = (one.since.isoformat(), one.until.isoformat(), one.decided.isoformat())
    return (*days, one.unit, one.duty, one.decided_by, one.reason)
