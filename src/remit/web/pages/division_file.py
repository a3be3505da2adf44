"""The task breakdown as a file: the workbook out and back in with a preview, and the implementing plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.breakdown_table import own_rows
from remit.core.breakdown_text import CellChange, RowEdit, RowsRead
from remit.core.problem import Level, Place, Problem, error, worst
from remit.files.breakdown_reading import BreakdownFile, locate_faults, read_breakdown, stale_row
from remit.files.breakdown_xlsx import breakdown_workbook
from remit.files.implementing_plan import bases_of, implementing_plan
from remit.files.official_document import document_bytes
from remit.store import dividing_inquiry
from remit.store.dividing_inquiry import BreakdownSeen
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.dividing import heads, store_rows
from remit.web.pages.typed import fresh_key, needed_day

__all__ = ["ChangedRow", "plan", "workbook"]

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAX_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """A row that a workbook would write anew: the words of its duty, and each cell as it was and would be."""

    ref: str
    quote: str
    cells: tuple[tuple[str, CellChange], ...]
    stale: bool


@require_http_methods(["GET", "POST"])
@asked
def workbook(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Hand out the workbook; show what a filled one changes, then store it, or hand it back with its faults marked."""
    given = request.POST if request.method == "POST" else request.GET
    day, _problems = parse_day(given.get("on", ""), field="on")
    seen = dividing_inquiry.breakdown(
        asking.viewer, given.get("unit", ""), day or asking.today, regime=given.get("regime", "")
    )
    if request.method == "GET":
        return _download(seen, _book(seen), _XLSX, _("Task breakdown of {unit}"), "xlsx")
    if "rows" in request.POST:
        return _chosen(request, asking, seen)
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > _MAX_BYTES:
        return _preview(request, asking, seen, BreakdownFile(), (_no_file(),))
    found, problems = read_breakdown(file.read(), unit=seen.unit.code, file=str(file.name))
    return _preview(request, asking, seen, found, problems)


@require_GET
@asked
def plan(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Hand out the unit's own implementing plan, made of its breakdown."""
    day, _problems = parse_day(request.GET.get("on", ""), field="on")
    seen = dividing_inquiry.breakdown(
        asking.viewer, request.GET.get("unit", ""), day or asking.today, regime=request.GET.get("regime", "")
    )
    made = implementing_plan(
        seen.rows,
        seen.names,
        bases_of(seen.adoptions, seen.rows),
        _,
        unit=seen.unit.name,
        day=seen.day,
        language="zh" if (get_language() or "").startswith("zh") else "en",
    )
    return _download(seen, document_bytes(made), _DOCX, _("Implementing plan of {unit}"), "docx")


def _chosen(request: HttpRequest, asking: Asking, seen: BreakdownSeen) -> HttpResponse:
    """What is done with a preview: its rows come back with the form, as nothing is kept in between."""
    try:
        rows = msgspec.json.decode(request.POST["rows"], type=tuple[RowEdit, ...])
        lines = msgspec.json.decode(request.POST.get("lines", "{}"), type=dict[str, int])
    except msgspec.DecodeError:
        return _preview(request, asking, seen, BreakdownFile(), (_no_file(),))
    given = BreakdownFile(rows=tuple(replace(r, confirmed=False) for r in rows), lines=lines, columns={})
    since, problems = needed_day(request.POST, "since")
    if request.POST.get("do") == "mark":
        return _marked(asking, seen, given, since or asking.today)
    if since is None:
        return _preview(request, asking, seen, given, problems)
    read, done = store_rows(request, asking, seen, given.rows, since=since)
    return done or _preview(request, asking, seen, given, (), read=read)


def _preview(
    request: HttpRequest,
    asking: Asking,
    seen: BreakdownSeen,
    given: BreakdownFile,
    problems: tuple[Problem, ...],
    *,
    read: RowsRead | None = None,
) -> HttpResponse:
    since, _wrong = parse_day(request.POST.get("since", ""), field="since")
    read = read or dividing_inquiry.read_edits(asking.viewer, seen, given.rows, since=since or asking.today)
    located, _by_cell = locate_faults(read.problems, given)
    problems = (*problems, *located, *(stale_row(one, given) for one in read.stale))
    wrong = worst(problems) is Level.ERROR
    changed = {change.duty for change in read.changes}
    kept = [row for row in given.rows if row.duty in changed]
    context = {
        "unit": seen.unit,
        "regime": request.POST.get("regime", ""),
        "on": request.POST.get("on", ""),
        "problems": [(_where(problem.place), problem) for problem in problems],
        "wrong": wrong,
        "changed": _changed_rows(seen, read),
        "count": len(changed),
        "removed": read.removed,
        "rows": msgspec.json.encode(kept).decode(),
        "lines": msgspec.json.encode({r.duty: (given.lines or {}).get(r.duty, 0) for r in kept}).decode(),
        "since": request.POST.get("since", "") or asking.today.isoformat(),
        "fields": ("since",),
        "key": fresh_key(),
    }
    status = 422 if wrong else 200
    return frame.show(
        request, "remit/breakdown_file.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _changed_rows(seen: BreakdownSeen, read: RowsRead) -> list[ChangedRow]:
    names = heads()
    quotes = {item.duty: item.title for item in read.items if item.title}
    quotes |= {row.ref: row.duty.quote for row in seen.rows}
    by_duty: dict[str, list[CellChange]] = {}
    for change in read.changes:
        by_duty.setdefault(change.duty, []).append(change)
    return [
        ChangedRow(
            ref=duty,
            quote=quotes.get(duty, duty),
            cells=tuple((names[one.cell], one) for one in some),
            stale=duty in read.stale,
        )
        for duty, some in by_duty.items()
    ]


def _marked(asking: Asking, seen: BreakdownSeen, given: BreakdownFile, since: date) -> HttpResponse:
    """The workbook as it was handed in, with its faults in red and a note by each."""
    read = dividing_inquiry.read_edits(asking.viewer, seen, given.rows, since=since)
    _located, by_cell = locate_faults(read.problems, given)
    faults = {at: problem.text(_) for at, problem in by_cell.items()}
    faults |= {(duty, ""): stale_row(duty, given).text(_) for duty in read.stale if (duty, "") not in faults}
    known = {row.ref for row in seen.rows}
    fresh = [item for item in read.items if item.title and item.duty not in known]
    added = own_rows(fresh, seen.directory, seen.unit.code, day=since)
    book = _book(
        replace(seen, rows=(*seen.rows, *added)), typed={row.duty: row for row in given.rows}, faults=faults
    )
    return _download(seen, book, _XLSX, _("Task breakdown of {unit}, faults marked"), "xlsx")


def _book(
    seen: BreakdownSeen,
    *,
    typed: Mapping[str, RowEdit] | None = None,
    faults: Mapping[tuple[str, str], str] | None = None,
) -> bytes:
    unit = (seen.unit.code, seen.unit.name)
    return breakdown_workbook(
        seen.rows, seen.names, seen.choices, _, unit=unit, day=seen.day, typed=typed, faults=faults
    )


def _download(seen: BreakdownSeen, data: bytes, kind: str, name: str, ending: str) -> HttpResponse:
    said = name.format(unit=seen.unit.name).replace("/", "-")
    disposition = content_disposition_header(as_attachment=True, filename=f"{said}.{ending}")
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": disposition or "attachment"})


def _where(place: Place) -> str:
    """Where a problem stands, as spreadsheets say it: G8, or the row alone."""
    letters, rest = "", place.column
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    if not place.line:
        return ""
    return f"{letters}{place.line}" if letters else _("row {line}").format(line=place.line)


def _no_file() -> Problem:
    return error(
        "breakdown-no-file",
        "No workbook came with the form, or one that is larger than 10 MB.",
        "Choose the workbook that you filled in.",
    )
