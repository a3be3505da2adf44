"""What was done, with its evidence, and what was excused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Annotated

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Form, Query, Router, UploadedFile
from pydantic import AwareDatetime, Field

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Ref, Text, Unit
from remit.api.operation import ask, do
from remit.api.paging import cut, cut_at, page_of
from remit.api.shown import Made, render
from remit.core.problem import Place, error
from remit.core.record import Detail, Excuse, Record
from remit.store import actions, inquiry, listing, record_inquiry
from remit.store.access import Action
from remit.store.actions import Exhibit
from remit.store.refusal import Refused
from remit.web.upload import heavy_files, is_cut_off

__all__ = [
    "CorrectionGiven",
    "DetailGiven",
    "Ended",
    "EvidenceGiven",
    "ExcuseGiven",
    "LinkGiven",
    "RecordFormGiven",
    "RecordGiven",
    "Versions",
    "WithdrawalGiven",
    "add_evidence",
    "add_link",
    "correct_record",
    "excuse",
    "get_evidence",
    "get_record",
    "get_record_versions",
    "list_excuses",
    "list_records",
    "record",
    "record_with_evidence",
    "router",
    "withdraw_record",
]

router = Router(tags=["records"])
Figure = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
Below = Annotated[bool, Query(description="Also those of all units below it.")]
_FILES_LIMIT = 2
"""All files of a request together may have so many times what one of them may have."""


class DetailGiven(Given):
    """One thing that a record says in a field of its kind: which parts are filled follows from the field's shape."""

    key: Code = Field(max_length=40)
    text: Text = ""
    person: Text = ""
    unit: Text = ""
    day: Day | None = None
    number: Figure | None = None


class RecordFormGiven(Given):
    """Something that a unit did; `meets` and `starts` name duties: REGIME/DUTY or REGIME/DUTY@WINDOW.

    `about` names register items of the unit: ITEM or ITEM#CHECK.
    """

    unit: Code
    day: Day
    at: AwareDatetime | None = None
    kind: Text = Field(min_length=1)
    title: Text = Field(min_length=1)
    meets: list[Code] = Field(default=[], max_length=500)
    starts: list[Code] = Field(default=[], max_length=500)
    about: list[Code] = Field(default=[], max_length=500)


class RecordGiven(RecordFormGiven):
    """Something that a unit did, with what the kind of record asks for in `details`."""

    details: list[DetailGiven] = Field(default=[], max_length=5000)


class CorrectionGiven(Given):
    """A new version of a record, and why; `keep` are the digests and links of evidence that it still shows."""

    reason: Text = Field(min_length=1)
    day: Day
    at: AwareDatetime | None = None
    kind: Text = Field(min_length=1)
    title: Text = Field(min_length=1)
    meets: list[Code] = Field(default=[], max_length=500)
    starts: list[Code] = Field(default=[], max_length=500)
    about: list[Code] = Field(default=[], max_length=500)
    details: list[DetailGiven] = Field(default=[], max_length=5000)
    keep: list[Code] = Field(default=[], max_length=500)


class WithdrawalGiven(Given):
    """Why a record counts no more."""

    reason: Text = Field(min_length=1)


class EvidenceGiven(Given):
    """What is said of evidence that comes later: the day it is of, how long it is good, the version it replaces."""

    day: Day | None = None
    until: Day | None = None
    replaces: Ref = ""


class LinkGiven(EvidenceGiven):
    """An address that shows something, without a file."""

    link: Code = Field(max_length=2000)
    name: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """That a version of a record counts no more: why, who said so and when, and what took its place (or nothing)."""

    record: str
    later: str
    reason: str
    by: str
    time: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Every version of a record in the order they were made; `latest` counts (empty: it was withdrawn)."""

    latest: str
    versions: tuple[Record, ...]
    ended: tuple[Ended, ...]


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


@ask(router, "/records/{ref}/versions", Action.SEE, gives=Versions)
def get_record_versions(request: HttpRequest, ref: str) -> HttpResponse:
    """Show every version of a record, and why those that count no more do not."""
    seen = record_inquiry.record_seen(caller(request).viewer, ref)
    ended = tuple(
        Ended(record=one.record, later=one.later, reason=one.reason, by=one.by, time=one.time)
        for one in seen.ended.values()
    )
    return render(Versions(latest=seen.latest, versions=seen.versions, ended=ended))


@do(router, "/records/{ref}/corrections", Action.RECORD)
def correct_record(request: HttpRequest, ref: str, key: Key, given: CorrectionGiven) -> HttpResponse:
    """Put a record right by a new version of it; the first stays. Answers with the new version's reference."""
    made = actions.correct_record(
        caller(request).by(key),
        ref,
        reason=given.reason,
        day=given.day,
        at=given.at,
        kind=given.kind,
        title=given.title,
        meets=tuple(given.meets),
        starts=tuple(given.starts),
        about=tuple(given.about),
        details=_details(given.details),
        keep=tuple(given.keep),
    )
    return render(Made(ref=made), status=201)


@do(router, "/records/{ref}/withdrawal", Action.RECORD)
def withdraw_record(request: HttpRequest, ref: str, key: Key, given: WithdrawalGiven) -> HttpResponse:
    """Say that a record counts no more, and why; it stays to be read."""
    made = actions.withdraw_record(caller(request).by(key), ref=ref, reason=given.reason)
    return render(Made(ref=made), status=201)


@do(router, "/records/{ref}/evidence", Action.RECORD)
def add_evidence(
    request: HttpRequest,
    ref: str,
    key: Key,
    given: Annotated[EvidenceGiven, Form()],
    evidence: Annotated[list[UploadedFile], File()],
) -> HttpResponse:
    """Let a record show more files, or a newer version of one, as a form."""
    _weigh(request, evidence)
    plain = Exhibit(day=given.day, until=given.until, replaces=given.replaces)
    some = [replace(plain, name=file.name or "", data=file.read()) for file in evidence]
    made = actions.add_evidence(caller(request).by(key), ref, some)
    return render(Made(ref=made), status=201)


@do(router, "/records/{ref}/links", Action.RECORD)
def add_link(request: HttpRequest, ref: str, key: Key, given: LinkGiven) -> HttpResponse:
    """Let a record show an address without a file."""
    one = Exhibit(
        link=given.link,
        name=given.name or given.link,
        day=given.day,
        until=given.until,
        replaces=given.replaces,
    )
    made = actions.add_evidence(caller(request).by(key), ref, [one])
    return render(Made(ref=made), status=201)


@do(router, "/records", Action.RECORD)
def record(request: HttpRequest, key: Key, given: RecordGiven) -> HttpResponse:
    """Record something that a unit did, without files."""
    return _recorded(request, key, given, [])


@do(router, "/records-with-evidence", Action.RECORD)
def record_with_evidence(
    request: HttpRequest,
    key: Key,
    given: Annotated[RecordFormGiven, Form()],
    evidence: Annotated[list[UploadedFile], File()],
) -> HttpResponse:
    """Record something that a unit did, with the files that show it, as a form."""
    _weigh(request, evidence)
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
    request: HttpRequest, key: str, given: RecordFormGiven, evidence: list[tuple[str, bytes]]
) -> HttpResponse:
    ref = actions.record(
        caller(request).by(key),
        unit=given.unit,
        day=given.day,
        kind=given.kind,
        title=given.title,
        meets=tuple(given.meets),
        starts=tuple(given.starts),
        at=given.at,
        details=_details(given.details) if isinstance(given, RecordGiven) else (),
        evidence=tuple(evidence),
        about=tuple(given.about),
    )
    return render(Made(ref=ref), status=201)


def _weigh(request: HttpRequest, files: list[UploadedFile]) -> None:
    """Files are weighed before their bytes are read into memory."""
    if heavy_files(request) or sum(file.size or 0 for file in files) > _FILES_LIMIT * settings.EVIDENCE_LIMIT:
        raise RequestDataTooBig
    if is_cut_off(request):
        raise Refused(
            [
                error(
                    "upload-cut",
                    "The upload was cut off before its end; nothing was kept.",
                    "Send it again.",
                    at=Place(ref="evidence"),
                )
            ]
        )


def _details(given: list[DetailGiven]) -> tuple[Detail, ...]:
    return tuple(Detail(**one.model_dump()) for one in given)


def _excuse_key(one: Excuse) -> tuple[str, ...]:
    days = (one.since.isoformat(), one.until.isoformat(), one.decided.isoformat())
    return (*days, one.unit, one.duty, one.decided_by, one.reason)
