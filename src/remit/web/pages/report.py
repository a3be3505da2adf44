"""One report: its figures with what they count, its words, its versions, and the way it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from remit.core.flow import Need
from remit.core.flow_words import MOVE_WORDS
from remit.core.matter import matter_state, matter_status, urged
from remit.core.problem import Problem
from remit.core.report import Figure, Line, SectionName, each_figure, section_title
from remit.files.official_document import document_bytes
from remit.files.pdf_out import pdf_bytes
from remit.files.report_docx import report_document
from remit.store import actions, reporting_inquiry
from remit.store.refusal import ChangedMeanwhile, NotThere, Refused
from remit.store.reporting_inquiry import ReportSeen
from remit.web.addresses import address_of
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key, key_of

__all__ = ["Numbered", "SectionShown", "document", "figure", "report", "submit", "write"]

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OWN = frozenset({"write", "submit"})
_LEADS = frozenset({"approve", "receive", "accept"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A figure with its place among all of the report."""

    number: int
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionShown:
    """A section ready to be shown; `typed` are words that were not stored, where somebody else was quicker."""

    name: SectionName
    title: str
    figures: tuple[Numbered, ...]
    lines: tuple[tuple[Line, tuple[Numbered, ...]], ...]
    text: str
    typed: str | None = None


@require_GET
@asked
def report(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Show a report; `?version=` an older version of it."""
    return _page(request, asking, _seen(request, asking, ref))


@require_POST
@asked
def write(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Store the words of a report; where somebody else was quicker, both texts are shown and nothing is lost."""
    form = request.POST
    typed = {str(name): form[str(name)] for name in SectionName if str(name) in form}
    try:
        actions.write_report(
            asking.by(key_of(form)), ref=ref, texts=tuple(typed.items()), seen=_number(form.get("seen", ""))
        )
    except ChangedMeanwhile:
        return _page(request, asking, _seen(request, asking, ref), typed=typed, beaten=True, status=409)
    except Refused as refusal:
        seen = _seen(request, asking, ref)
        return _page(request, asking, seen, typed=typed, problems=refusal.problems, status=422)
    messages.success(request, _("The report is stored, with today's figures."))
    return HttpResponseRedirect(address_of("report", ref))


@require_POST
@asked
def submit(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Hand the report in."""
    form = request.POST
    try:
        actions.submit_report(asking.by(key_of(form)), ref=ref, seen=_number(form.get("seen", "")))
    except Refused as refusal:
        seen = _seen(request, asking, ref)
        return _page(request, asking, seen, problems=refusal.problems, status=422)
    messages.success(request, _("The report is handed in."))
    return HttpResponseRedirect(address_of("report", ref))


@require_GET
@asked
def figure(request: HttpRequest, asking: Asking, ref: str, number: int) -> HttpResponse:
    """Show what a figure counts: its records, or the windows of duties."""
    seen = _seen(request, asking, ref)
    some = list(each_figure(seen.report)) if seen.report else []
    if not 0 < number <= len(some):
        raise NotThere(ref)
    one = some[number - 1]
    records = [r.partition("/")[0] for r in one.refs if "@" not in r and not r.count("/") > 1]
    windows = [tuple(r.split("@", 1)) for r in one.refs if "@" in r]
    context = {
        "seen": seen,
        "matter": seen.seen.matter,
        "figure": one,
        "records": list(dict.fromkeys(records)),
        "windows": windows,
    }
    return frame.show(request, "remit/report_figure.html", context, viewer=asking.viewer, today=asking.today)


@require_GET
@asked
def document(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Hand out a version as a document, `?form=docx` or `pdf`."""
    seen = _seen(request, asking, ref)
    if seen.report is None:
        raise NotThere(ref)
    language = "zh" if (get_language() or "zh").startswith("zh") else "en"
    data = document_bytes(report_document(seen.report, _, language=language))
    kind, suffix = _DOCX, "docx"
    if request.GET.get("form") == "pdf":
        data, problems = pdf_bytes(data)
        if problems:
            return _page(request, asking, seen, problems=problems, status=422)
        kind, suffix = "application/pdf", "pdf"
    name = content_disposition_header(as_attachment=True, filename=f"{seen.seen.matter.title}.{suffix}")
    headers = {
        "Content-Disposition": name or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(BytesIO(data).getvalue(), content_type=kind, headers=headers)


def _seen(request: HttpRequest, asking: Asking, ref: str) -> ReportSeen:
    number = _number(request.GET.get("version", ""))
    return reporting_inquiry.the_report(asking.viewer, ref, asking.now, number=number)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _page(
    request: HttpRequest,
    asking: Asking,
    seen: ReportSeen,
    *,
    typed: Mapping[str, str] | None = None,
    beaten: bool = False,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    one = seen.seen.matter
    moves = {move.name: move for move in seen.seen.moves}
    latest = seen.versions[0].number if seen.versions else 0
    steps = [
        (name, _(MOVE_WORDS["report", name]), Need.REASON in move.needs, name in _LEADS)
        for name, move in moves.items()
        if name not in _OWN
    ]
    context = {
        "matter": one,
        "seen": seen,
        "state": matter_state(one),
        "status": matter_status(one, asking.now),
        "names": seen.seen.names,
        "unit_name": seen.seen.names.get(one.unit, one.unit),
        "asker_name": seen.seen.names.get(one.asker, one.asker),
        "copies": [seen.seen.names.get(code, code) for code in one.copies],
        "urged": urged(one),
        "sections": _sections(seen, typed or {}),
        "typed": typed is not None,
        "beaten": beaten,
        "latest": latest,
        "writes": "write" in moves and seen.number == latest and latest > 0,
        "begins": "write" in moves and not latest,
        "submits": "submit" in moves,
        "bare": [move for move in steps if not move[2]],
        "told": [move for move in steps if move[2]],
        "problems": problems,
        "fields": tuple(str(name) for name in SectionName),
        "wrong": {p.place.ref: [p] for p in problems},
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/report.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _sections(seen: ReportSeen, typed: Mapping[str, str]) -> list[SectionShown]:
    if seen.report is None:
        return []
    count = 0

    def numbered(figures: tuple[Figure, ...]) -> tuple[Numbered, ...]:
        nonlocal count
        found = tuple(Numbered(number=count + at, figure=one) for at, one in enumerate(figures, 1))
        count += len(figures)
        return found

    return [
        SectionShown(
            name=section.name,
            title=section_title(section.name, _),
            figures=numbered(section.figures),
            lines=tuple((line, numbered(line.figures)) for line in section.lines),
            text=section.text,
            typed=typed.get(str(section.name)),
        )
        for section in seen.report.sections
    ]
