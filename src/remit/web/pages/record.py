"""Recording what was done, and showing a record with its evidence."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.adoption import Adoption
from remit.core.problem import Place, Problem, error
from remit.core.record import Record, split_reference
from remit.core.regime import Regime, find_duty
from remit.core.scope import is_outside
from remit.store import actions, inquiry, load
from remit.store.access import Action, require
from remit.store.refusal import Denied, Refused
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.proposal import Bound, find_proposals
from remit.web.templatetags.words import RECORD_KINDS

__all__ = ["Entry", "Meeting", "evidence", "record", "record_new"]

_FILES_LIMIT = 2
_FIELDS = {
    "record-future": "day",
    "record-entered": "day",
    "record-window": "meets",
    "unknown-duty": "meets",
    "evidence-empty": "evidence",
    "evidence-too-large": "evidence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record as typed: what is not yet right is kept as it stands. `files` are the names of those sent along."""

    unit: str
    key: str
    day: str
    title: str = ""
    kind: str = ""
    meets: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A duty that a record meets or starts, with its words where the edition is known."""

    reference: str
    window: str
    bound: Bound | None


@require_http_methods(["GET", "POST"])
@asked
def record_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask what was done; the same form sent twice makes one record."""
    if request.method == "GET":
        return _form(request, asking, _blank(request, asking), ())
    entry = _typed(request)
    day, problems = parse_day(entry.day, field="day")
    problems += _missing(entry) + _too_large(request)
    if problems or day is None:
        return _form(request, asking, entry, problems, status=422)
    try:
        ref = actions.record(
            asking.by(entry.key),
            unit=entry.unit,
            day=day,
            kind=entry.kind,
            title=entry.title,
            meets=tuple(sorted(entry.meets)),
            starts=tuple(sorted(entry.starts)),
            evidence=tuple((file.name or "", file.read()) for file in _files(request)),
        )
    except Refused as refusal:
        return _form(request, asking, entry, refusal.problems, status=422)
    return HttpResponseRedirect(reverse("record", args=[ref]))


@require_GET
@asked
def record(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Show a record, what it meets and starts, and its evidence."""
    found = inquiry.record(asking.viewer, ref)
    seen = inquiry.unit(asking.viewer, found.unit)
    reaching = inquiry.adoptions(asking.viewer, found.unit)
    context = {
        "record": found,
        "unit": seen.unit,
        "meets": _meetings(found.meets, reaching, found),
        "starts": _meetings(found.starts, reaching, found),
    }
    return frame.show(request, "remit/record.html", context, viewer=asking.viewer, today=asking.today)


@require_GET
@asked
def evidence(_request: HttpRequest, asking: Asking, ref: str, sha256: str) -> HttpResponse:
    """Hand out a file of evidence, to be saved and never to be shown by the browser."""
    data = inquiry.evidence(asking.viewer, ref, sha256)
    names = [e.name for e in inquiry.record(asking.viewer, ref).evidence if e.sha256 == sha256]
    disposition = content_disposition_header(as_attachment=True, filename=names[0]) or "attachment"
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": disposition,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def _blank(request: HttpRequest, asking: Asking) -> Entry:
    """The form as a link opens it: `?unit=`, and `?duty=` with `&window=`, are filled in."""
    unit = request.GET.get("unit", "")
    if not unit:
        homes = inquiry.homes(asking.viewer)
        unit = homes[0].code if homes else ""
    duty, window = request.GET.get("duty", ""), request.GET.get("window", "")
    wanted = frozenset({f"{duty}@{window}" if window else duty} if duty else ())
    return Entry(unit=unit, key=secrets.token_urlsafe(16), day=asking.today.isoformat(), meets=wanted)


def _typed(request: HttpRequest) -> Entry:
    form = request.POST
    kind = form.get("kind", "")
    return Entry(
        unit=form.get("unit", ""),
        key=form.get("key", "") or secrets.token_urlsafe(16),
        day=form.get("day", ""),
        title=form.get("title", ""),
        kind=kind,
        meets=frozenset(form.getlist("meets")),
        starts=frozenset(form.getlist("starts")),
        files=tuple(file.name or "" for file in _files(request)),
    )


def _files(request: HttpRequest) -> list[UploadedFile[bytes]]:
    return request.FILES.getlist("evidence")


def _missing(entry: Entry) -> tuple[Problem, ...]:
    wanted = (
        ("title", entry.title, "It is not said what was done.", "Write a short sentence."),
        ("kind", entry.kind, "No kind is chosen.", "Choose what comes nearest."),
        ("day", entry.day, "It is not said when it was done.", "Choose the day."),
    )
    return tuple(
        error("record-incomplete", message, remedy, at=Place(ref=field))
        for field, value, message, remedy in wanted
        if not value.strip()
    )


def _too_large(request: HttpRequest) -> tuple[Problem, ...]:
    """Files are weighed before their bytes are read into memory: each, and all together."""
    limit = settings.EVIDENCE_LIMIT
    sizes = [file.size or 0 for file in _files(request)]
    if all(size <= limit for size in sizes) and sum(sizes) <= _FILES_LIMIT * limit:
        return ()
    return (
        error(
            "evidence-too-much",
            "The files have {size} MB together; at most {limit} MB each and {all} MB together can be sent at once.",
            "Make them smaller, or record them one after another.",
            at=Place(ref="evidence"),
            size=sum(sizes) // 1024 // 1024 + 1,
            limit=limit // 1024 // 1024,
            all=_FILES_LIMIT * limit // 1024 // 1024,
        ),
    )


def _form(
    request: HttpRequest,
    asking: Asking,
    entry: Entry,
    problems: Iterable[Problem],
    *,
    status: int = 200,
) -> HttpResponse:
    """The form with what was typed; each problem stands at the head and by its field."""
    if not entry.unit:
        raise Denied
    require(asking.viewer, Action.RECORD, load.stretch(entry.unit))
    seen = inquiry.unit(asking.viewer, entry.unit)
    stand = inquiry.standings(asking.viewer, entry.unit, asking.today)
    near = inquiry.organisation(asking.viewer, entry.unit, subtree=False)
    proposals = find_proposals(
        stand, near, unit=entry.unit, name=seen.unit.name, today=asking.today, wanted=entry.meets
    )
    placed = tuple(replace(p, place=Place(ref=_field(p, entry))) for p in problems)
    wrong: dict[str, list[Problem]] = {}
    for problem in placed:
        wrong.setdefault(problem.place.ref, []).append(problem)
    context = {
        "entry": entry,
        "unit": seen.unit,
        "proposals": proposals,
        "problems": placed,
        "wrong": wrong,
        "fields": ("title", "kind", "day", "meets", "evidence"),
        "kinds": [(kind, _(word)) for kind, word in RECORD_KINDS.items()],
        "limit": settings.EVIDENCE_LIMIT,
    }
    return frame.show(
        request, "remit/record_new.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _field(problem: Problem, entry: Entry) -> str:
    """The field that a problem is about."""
    if problem.code == "outside-scope":
        return "title" if is_outside(entry.title) else "evidence"
    return _FIELDS.get(problem.code, problem.place.ref)


def _meetings(references: Iterable[str], adoptions: Iterable[Adoption], found: Record) -> tuple[Meeting, ...]:
    reaching = tuple(adoptions)
    return tuple(_meeting(reference, reaching, found.day) for reference in references)


def _meeting(reference: str, adoptions: tuple[Adoption, ...], day: date) -> Meeting:
    named, window = split_reference(reference)
    # The edition in force on the record's day first: a later one may word the duty otherwise.
    ordered = sorted(adoptions, key=lambda a: not (a.since <= day and (a.until is None or day <= a.until)))
    bound = next((b for a in ordered if (b := _bound(named, a.regime))), None)
    return Meeting(reference=named, window=window, bound=bound)


def _bound(named: str, regime: Regime) -> Bound | None:
    found = find_duty(regime, named) if named.startswith(f"{regime.id}/") else None
    if found is None:
        return None
    clause, duty = found
    return Bound(reference=named, duty=duty, regime=regime, clause=clause.ref)
