"""The form of a record as it is typed: what is not yet right is kept as it stands."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from remit.core.problem import Level, Place, Problem, error, worst
from remit.core.record import Detail, Record, evidence_key, latest_evidence
from remit.core.record_kind import Field, Shape, find_kind
from remit.core.record_typing import read_details, split_cells, write_details
from remit.files.sign_in_list import read_sign_in_list
from remit.store.actions import Exhibit
from remit.web.dates import parse_day
from remit.web.upload import heavy_files, is_cut_off

__all__ = [
    "Asked",
    "Entry",
    "Read",
    "by_field",
    "files_sent",
    "read_entry",
    "read_exhibits",
    "shown_fields",
    "typed_entry",
    "typed_from",
]

FILES_LIMIT = 2
_ROWS = {Shape.DECISIONS: ("text", "unit", "person", "day"), Shape.OBJECTIONS: ("person", "number", "text")}
_BLANK = {Shape.DECISIONS: 3, Shape.OBJECTIONS: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record as typed. `said` is the text of each field of its kind, `files` the names of those sent along.

    `corrects` is the version that is to be put right, `keep` what of its evidence is still shown.
    """

    unit: str
    key: str
    day: str
    at: str = ""
    title: str = ""
    kind: str = ""
    meets: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    reused: frozenset[str] = frozenset()
    link: str = ""
    link_name: str = ""
    of: str = ""
    until: str = ""
    corrects: str = ""
    keep: frozenset[str] = frozenset()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An entry as an action takes it."""

    day: date
    at: datetime | None
    details: tuple[Detail, ...]
    evidence: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A field of the small form: its text as typed, or its rows of cells by name."""

    field: Field
    text: str = ""
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()


def typed_entry(request: HttpRequest, *, corrects: Record | None = None) -> Entry:
    """Return what was typed; names in a sign-in list that was sent along are among those typed."""
    form = request.POST
    kind = form.get("kind", "").strip()
    return Entry(
        unit=corrects.unit if corrects else form.get("unit", ""),
        key=form.get("key", "") or secrets.token_urlsafe(16),
        day=form.get("day", ""),
        at=form.get("at", "").strip(),
        title=form.get("title", ""),
        kind=kind,
        meets=frozenset(form.getlist("meets")),
        starts=frozenset(form.getlist("starts")),
        about=tuple(form.getlist("about")),
        files=tuple(file.name or "" for file in files_sent(request)),
        said=tuple((field.key, _said(request, field)) for field in find_kind(kind).fields),
        reused=frozenset(form.getlist("reused")),
        link=form.get("link", "").strip(),
        link_name=form.get("link-name", "").strip(),
        of=form.get("of", ""),
        until=form.get("until", ""),
        corrects=corrects.ref if corrects else "",
        keep=frozenset(form.getlist("keep")),
        reason=form.get("reason", ""),
    )


def typed_from(record: Record) -> Entry:
    """Return a record as the form that puts it right shows it first."""
    return Entry(
        unit=record.unit,
        key=secrets.token_urlsafe(16),
        day=record.day.isoformat(),
        at=record.at.strftime("%H:%M") if record.at else "",
        title=record.title,
        kind=record.kind,
        meets=frozenset(record.meets),
        starts=frozenset(record.starts),
        about=record.about,
        said=tuple(
            (field.key, write_details(field, record.details)) for field in find_kind(record.kind).fields
        ),
        corrects=record.ref,
        keep=frozenset(evidence_key(e) for e in latest_evidence(record)),
    )


def files_sent(request: HttpRequest) -> list[UploadedFile[bytes]]:
    """Return the files of evidence that came with a request; an empty place for one is none."""
    return request.FILES.getlist("evidence")


def read_entry(request: HttpRequest, entry: Entry) -> tuple[Read | None, tuple[Problem, ...]]:
    """Return an entry as an action takes it, or None and what is wrong with it; `Place.ref` is the field."""
    day, problems = parse_day(entry.day, field="day")
    problems += (*_missing(entry), *_list_problems(request, entry))
    details, unreadable = read_details(entry.kind, dict(entry.said))
    problems += (*unreadable, *_time_problems(entry))
    evidence, unfit = read_exhibits(request, entry)
    problems += unfit
    if day is None or worst(problems) is Level.ERROR:
        return None, problems
    at = timezone.make_aware(datetime.combine(day, time.fromisoformat(entry.at))) if entry.at else None
    return Read(day=day, at=at, details=details, evidence=evidence), problems


def read_exhibits(request: HttpRequest, entry: Entry) -> tuple[tuple[Exhibit, ...], tuple[Problem, ...]]:
    """Return the evidence that came with a form, or none and what is wrong with it."""
    of, problems = parse_day(entry.of, field="of")
    until, unfit = parse_day(entry.until, field="until")
    problems += (*unfit, *_weighed(request))
    if problems:
        return (), problems
    plain = Exhibit(day=of, until=until, replaces=request.POST.get("replaces", ""))
    sent = [replace(plain, name=file.name or "", data=file.read()) for file in files_sent(request)]
    again = [replace(plain, sha256=digest) for digest in sorted(entry.reused)]
    links = [replace(plain, link=entry.link, name=entry.link_name or entry.link)] if entry.link else []
    return (*sent, *again, *links), ()


def shown_fields(entry: Entry) -> tuple[Asked, ...]:
    """Return the fields of the entry's kind with what was typed, rows with some blank ones after them."""
    said = dict(entry.said)
    return tuple(_asked(field, said.get(field.key, "")) for field in find_kind(entry.kind).fields)


def _asked(field: Field, text: str) -> Asked:
    cells = _ROWS.get(field.shape)
    if cells is None:
        return Asked(field=field, text=text)
    lines = [line for line in text.splitlines() if line.strip()]
    lines += [""] * _BLANK[field.shape]
    rows = (zip(cells, split_cells(line, len(cells)), strict=True) for line in lines)
    return Asked(field=field, text=text, rows=tuple(tuple(row) for row in rows))


def _said(request: HttpRequest, field: Field) -> str:
    """The text of a field: typed as one, in rows of cells, or in a list that was sent along."""
    form, name = request.POST, f"said-{field.key}"
    if field.shape in _ROWS:
        return "\n".join(_rows(form, name, _ROWS[field.shape]))
    text = form.get(name, "")
    sent = request.FILES.get(f"{name}-list")
    if field.shape is Shape.PEOPLE and sent is not None and (sent.size or 0) <= settings.EVIDENCE_LIMIT:
        names, _ = read_sign_in_list(sent.read(), name=sent.name or "")
        sent.seek(0)
        text = "\n".join(part for part in (text.strip(), names) if part)
    return text


def _rows(form: QueryDict, name: str, cells: tuple[str, ...]) -> Iterator[str]:
    columns = [form.getlist(f"{name}-{cell}") for cell in cells]
    for row in zip(*columns, strict=False):
        clean = [re.sub(r"[|｜\t\n\r]+", " ", cell).strip() for cell in row]
        if any(clean):
            yield " | ".join(clean)


def _list_problems(request: HttpRequest, entry: Entry) -> Iterator[Problem]:
    for field in find_kind(entry.kind).fields:
        sent = request.FILES.get(f"said-{field.key}-list")
        if sent is not None and (sent.size or 0) <= settings.EVIDENCE_LIMIT:
            _, problems = read_sign_in_list(sent.read(), name=sent.name or "")
            yield from (replace(p, place=Place(ref=field.key)) for p in problems)


def _missing(entry: Entry) -> Iterator[Problem]:
    wanted = [
        ("title", entry.title, "It is not said what was done.", "Write a short sentence."),
        ("kind", entry.kind, "No kind is chosen.", "Choose what comes nearest."),
        ("day", entry.day, "It is not said when it was done.", "Choose the day."),
    ]
    if entry.corrects:
        wanted.append(
            (
                "reason",
                entry.reason,
                "It is not said why the record is put right.",
                "Give the reason: it stays with the record.",
            )
        )
    for field, value, message, remedy in wanted:
        if not value.strip():
            yield error("record-incomplete", message, remedy, at=Place(ref=field))


def _time_problems(entry: Entry) -> Iterator[Problem]:
    try:
        time.fromisoformat(entry.at or "00:00")
    except ValueError:
        yield error(
            "no-time",
            "“{text}” is no time of day.",
            "Write hours and minutes, as in 09:30.",
            at=Place(ref="at"),
            text=entry.at,
        )


def _weighed(request: HttpRequest) -> tuple[Problem, ...]:
    """Files are weighed before their bytes are read into memory: each, and all together; and whether they all came."""
    limit = settings.EVIDENCE_LIMIT
    files = files_sent(request)
    sizes = [file.size or 0 for file in files]
    heavy = heavy_files(request)
    if heavy or any(size > limit for size in sizes) or sum(sizes) > FILES_LIMIT * limit:
        return (_too_much(sum(sizes), limit, heavy),)
    # The last field of the form: where it is missing, so may be a file of which nothing at all arrived.
    missing = request.content_type == "multipart/form-data" and "whole" not in request.POST
    if missing or is_cut_off(request):
        return (
            error(
                "upload-cut",
                "The upload was cut off before its end; nothing was kept.",
                "Send it again.",
                at=Place(ref="evidence"),
            ),
        )
    return tuple(_empty(file.name or "") for file in files if not file.size)


def _too_much(size: int, limit: int, heavy: Iterable[str]) -> Problem:
    names = ", ".join(heavy)
    if names:
        return error(
            "evidence-too-much",
            "“{names}” is larger than what can be sent: at most {limit} MB each and {all} MB together.",
            "Make them smaller, or record them one after another.",
            at=Place(ref="evidence"),
            names=names,
            limit=limit // 1024 // 1024,
            all=FILES_LIMIT * limit // 1024 // 1024,
        )
    return error(
        "evidence-too-much",
        "The files have {size} MB together; at most {limit} MB each and {all} MB together can be sent at once.",
        "Make them smaller, or record them one after another.",
        at=Place(ref="evidence"),
        size=size // 1024 // 1024 + 1,
        limit=limit // 1024 // 1024,
        all=FILES_LIMIT * limit // 1024 // 1024,
    )


def _empty(name: str) -> Problem:
    return error(
        "evidence-empty",
        "The file “{name}” is empty.",
        "Choose the file that shows what was done.",
        at=Place(ref="evidence"),
        name=name,
    )


def by_field(problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    """Return problems by the field that they are about."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.place.ref, []).append(problem)
    return found
