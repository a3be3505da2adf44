"""The form of a record: for a new one, and for a version that puts one right."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.problem import Place, Problem
from remit.core.record import Record, evidence_key
from remit.core.record_kind import KINDS, find_kind
from remit.core.scope import is_outside
from remit.store import actions, inquiry, load, record_inquiry
from remit.store.access import Action, require
from remit.store.refusal import ChangedMeanwhile, Denied, Refused
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.proposal import Said, find_proposals
from remit.web.pages.record_entry import (
    Entry,
    Read,
    by_field,
    read_entry,
    shown_fields,
    typed_entry,
    typed_from,
)
from remit.web.templatetags.words import RECORD_KINDS

__all__ = ["record_correct", "record_new"]

_FIELDS = {
    "record-future": "day",
    "record-entered": "day",
    "record-moment": "at",
    "record-moment-future": "at",
    "record-window": "meets",
    "unknown-duty": "meets",
    "evidence-empty": "evidence",
    "evidence-too-large": "evidence",
    "evidence-gone": "evidence",
    "evidence-link": "link",
    "evidence-days": "until",
    "evidence-future": "of",
    "evidence-unknown": "reused",
}


@require_http_methods(["GET", "POST"])
@asked
def record_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask what was done; the same form sent twice makes one record."""
    if request.method == "GET":
        return _form(request, asking, _blank(request, asking), ())
    return _take(request, asking, None)


@require_http_methods(["GET", "POST"])
@asked
def record_correct(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Put a record right: a new version takes its place, and the first stays to be read."""
    old = record_inquiry.record_seen(asking.viewer, ref)
    require(asking.viewer, Action.RECORD, load.stretch(old.record.unit))
    if request.method == "GET":
        if not old.may_correct:
            raise ChangedMeanwhile
        return _form(request, asking, typed_from(old.record), (), old=old.record)
    return _take(request, asking, old.record)


def _take(request: HttpRequest, asking: Asking, old: Record | None) -> HttpResponse:
    entry = typed_entry(request, corrects=old)
    if "show" in request.POST:  # the fields of another kind are asked for
        return _form(request, asking, entry, (), old=old)
    read, problems = read_entry(request, entry)
    if read is None:
        return _form(request, asking, entry, problems, old=old, status=422)
    try:
        ref = _kept(asking, entry, read)
    except Refused as refusal:
        return _form(request, asking, entry, refusal.problems, old=old, status=422)
    return HttpResponseRedirect(reverse("record", args=[ref]))


def _kept(asking: Asking, entry: Entry, read: Read) -> str:
    by, meets, starts = asking.by(entry.key), tuple(sorted(entry.meets)), tuple(sorted(entry.starts))
    if entry.corrects:
        return actions.correct_record(
            by,
            entry.corrects,
            reason=entry.reason,
            day=read.day,
            at=read.at,
            kind=entry.kind,
            title=entry.title,
            details=read.details,
            meets=meets,
            starts=starts,
            about=entry.about,
            keep=entry.keep,
            evidence=read.evidence,
        )
    return actions.record(
        by,
        unit=entry.unit,
        day=read.day,
        at=read.at,
        kind=entry.kind,
        title=entry.title,
        details=read.details,
        meets=meets,
        starts=starts,
        about=entry.about,
        evidence=read.evidence,
    )


def _blank(request: HttpRequest, asking: Asking) -> Entry:
    """The form as a link opens it: `?unit=`, `?kind=`, `?about=`, and `?duty=` with `&window=`, are filled in."""
    unit = request.GET.get("unit", "")
    if not unit:
        homes = inquiry.homes(asking.viewer)
        unit = homes[0].code if homes else ""
    duty, window = request.GET.get("duty", ""), request.GET.get("window", "")
    wanted = frozenset({f"{duty}@{window}" if window else duty} if duty else ())
    return Entry(
        unit=unit,
        key=secrets.token_urlsafe(16),
        day=asking.today.isoformat(),
        kind=request.GET.get("kind", ""),
        meets=wanted,
        about=tuple(request.GET.getlist("about")),
    )


def _form(
    request: HttpRequest,
    asking: Asking,
    entry: Entry,
    problems: Iterable[Problem],
    *,
    old: Record | None = None,
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
        stand,
        near,
        unit=entry.unit,
        name=seen.unit.name,
        today=asking.today,
        wanted=entry.meets,
        said=Said(kind=entry.kind, title=entry.title, day=_day(entry)),
    )
    fields = shown_fields(entry)
    placed = tuple(replace(p, place=Place(ref=_field(p, entry))) for p in problems)
    context = {
        "entry": entry,
        "old": old,
        "kept": tuple((evidence_key(e), e) for e in old.evidence) if old else (),
        "unit": seen.unit,
        "proposals": proposals,
        "problems": placed,
        "wrong": by_field(placed),
        "fields": (
            *("reason", "title", "kind", "day", "at"),
            *(f.field.key for f in fields),
            *("evidence", "link", "of", "until", "reused", "meets"),
        ),
        "kinds": _kinds(entry.kind),
        "asked": fields if entry.kind else (),
        "timed": find_kind(entry.kind).timed if entry.kind else bool(entry.at),
        "files": record_inquiry.files_of(asking.viewer, entry.unit),
        "limit": settings.EVIDENCE_LIMIT,
    }
    return frame.show(
        request, "remit/record_new.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _kinds(chosen: str) -> list[tuple[str, str]]:
    """The kinds that have a form, and the one that a regime named."""
    kinds = [(kind, _(word)) for kind, word in RECORD_KINDS.items()]
    return kinds if not chosen or chosen in KINDS else [*kinds, (chosen, chosen)]


def _day(entry: Entry) -> date | None:
    return parse_day(entry.day, field="day")[0]


def _field(problem: Problem, entry: Entry) -> str:
    """The field that a problem is about."""
    if problem.code == "outside-scope":
        if entry.reason and is_outside(entry.reason):
            return "reason"
        said = (key for key, text in entry.said if is_outside(text))
        return "title" if is_outside(entry.title) else next(said, "evidence")
    return _FIELDS.get(problem.code, problem.place.ref)
