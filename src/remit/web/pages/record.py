"""A record as it stands, with its evidence and versions; withdrawing it, and adding evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from remit.core.adoption import Adoption
from remit.core.problem import Place, Problem
from remit.core.record import Detail, Record, evidence_key, latest_evidence, split_reference
from remit.core.record_detail import details_of, details_problems, field_count
from remit.core.record_kind import Field, Shape, find_kind
from remit.core.regime import Regime, find_duty
from remit.store import actions, inquiry, load, matter_inquiry, record_inquiry, register_inquiry
from remit.store.access import Action, require
from remit.store.refusal import Refused
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.matters import lines_of
from remit.web.pages.proposal import Bound
from remit.web.pages.record_entry import read_exhibits, typed_entry
from remit.web.pages.typed import fresh_key, key_of

__all__ = ["Meeting", "Told", "evidence_add", "record", "record_withdraw"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a record says in a field, and how many people or decisions these are (0: nothing to count)."""

    field: Field
    details: tuple[Detail, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A duty that a record meets or starts, with its words where the edition is known."""

    reference: str
    window: str
    bound: Bound | None


@require_GET
@asked
def record(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Show a version of a record: what it says, meets and starts, its evidence, and what became of it."""
    return _show(request, asking, ref)


@require_POST
@asked
def record_withdraw(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Say that a record counts no more, and why."""
    try:
        actions.withdraw_record(asking.by(_key(request)), ref=ref, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        return _show(request, asking, ref, problems=_placed(refusal.problems, "reason"))
    return HttpResponseRedirect(reverse("record", args=[ref]))


@require_POST
@asked
def evidence_add(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Let a record show more evidence, or a newer version of some."""
    entry = typed_entry(request, corrects=inquiry.record(asking.viewer, ref))
    require(asking.viewer, Action.RECORD, load.stretch(entry.unit))
    given, problems = read_exhibits(request, entry)
    if not problems:
        try:
            actions.add_evidence(asking.by(_key(request)), ref, given)
        except Refused as refusal:
            problems = refusal.problems
    if problems:
        return _show(request, asking, ref, problems=_placed(problems, "evidence"))
    return HttpResponseRedirect(f"{reverse('record', args=[ref])}#evidence-name")


def _show(
    request: HttpRequest, asking: Asking, ref: str, *, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    seen = record_inquiry.record_seen(asking.viewer, ref)
    found = seen.record
    unit = inquiry.unit(asking.viewer, found.unit).unit
    reaching = inquiry.adoptions(asking.viewer, found.unit)
    current = {evidence_key(one) for one in latest_evidence(found)}
    context = {
        "record": found,
        "seen": seen,
        "unit": unit,
        "meets": _meetings(found.meets, reaching, found),
        "starts": _meetings(found.starts, reaching, found),
        "said": _said(found),
        "about": register_inquiry.named_items(asking.viewer, found),
        "tasks": lines_of(asking, matter_inquiry.lines_from(asking.viewer, found.origin, asking.today)),
        "missing": () if seen.correction else _missing(found),
        "evidence": tuple((evidence_key(e), e, evidence_key(e) in current) for e in found.evidence),
        "replaceable": tuple((evidence_key(e), e.name) for e in latest_evidence(found)),
        "files": record_inquiry.files_of(asking.viewer, found.unit) if seen.may_correct else (),
        "key": fresh_key(),
        "limit": settings.EVIDENCE_LIMIT,
        "problems": problems,
        "fields": ("reason", "evidence"),
    }
    status = 422 if problems else 200
    return frame.show(
        request, "remit/record.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _said(found: Record) -> tuple[Told, ...]:
    """What the record says, field by field; counted where there is something to count."""
    told = []
    for field in find_kind(found.kind).fields:
        details = details_of(found, field.key)
        if details:
            counted = field.shape in {Shape.PEOPLE, Shape.DECISIONS, Shape.OBJECTIONS}
            count = int(field_count(field, details)) if counted else 0
            told.append(Told(field=field, details=details, count=count))
    return tuple(told)


def _missing(found: Record) -> tuple[str, ...]:
    """The fields that a record of its kind should fill in and does not."""
    problems = [p for p in details_problems(found) if p.code == "detail-missing"]
    labels = {field.key: field.label for field in find_kind(found.kind).fields}
    return tuple(labels[p.place.ref] for p in problems)


def _placed(problems: Iterable[Problem], field: str) -> tuple[Problem, ...]:
    return tuple(replace(p, place=Place(ref=field)) for p in problems)


def _key(request: HttpRequest) -> str:
    return key_of(request.POST)


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
