"""A new regulation: a file comes in, is read apart from the server, and becomes a draft for review."""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from remit.core.problem import Level, Place, Problem, error
from remit.core.regime import Edition, Regime
from remit.files.document import read_document
from remit.files.draft_file import draft_document
from remit.store import actions
from remit.store.access import Action, require
from remit.store.refusal import Refused
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.progress import count_part_reviews, count_reviews

__all__ = ["Wish", "draft_new"]

_FIELDS = {"regime-id": "id", "regime-title": "title", "regime-edition": "edition"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was typed beside the file; empty means: as the text says."""

    id: str = ""
    title: str = ""
    subject: str = ""
    edition: str = ""


@require_http_methods(["GET", "POST"])
@asked
def draft_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for a file, read it, keep the draft and say what was found; what was typed is not lost."""
    require(asking.viewer, Action.REVIEW)
    if request.method == "GET":
        return _form(request, asking, Wish(), ())
    wish = Wish(**{name: request.POST.get(name, "").strip() for name in Wish.__slots__})
    edition, problems = parse_day(wish.edition, field="edition")
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        problems += (_no_file(),)
    if problems or not isinstance(file, UploadedFile):
        return _form(request, asking, wish, problems, status=422)
    regime, found = _read(file, wish, edition)
    if regime is None:
        return _form(request, asking, wish, found, status=422)
    return _keep(request, asking, wish, regime, found)


def _keep(
    request: HttpRequest, asking: Asking, wish: Wish, regime: Regime, found: tuple[Problem, ...]
) -> HttpResponse:
    key = hashlib.sha256(
        repr((regime.id, regime.edition, regime.source.sha256, regime.title)).encode()
    ).hexdigest()
    try:
        actions.import_edition(asking.by(f"draft:{key}"), regime)
    except Refused as refusal:
        placed = (replace(p, place=Place(ref=_FIELDS.get(p.code, p.place.ref))) for p in refusal.problems)
        return _form(request, asking, wish, (*placed, *found), status=422)
    context = {
        "regime": regime,
        "name": Edition(regime.id, regime.edition),
        "progress": count_reviews(regime),
        "parts": count_part_reviews(regime),
        "clauses": sum(not clause.heading for clause in regime.clauses),
        "findings": found,
    }
    return frame.show(request, "remit/drafted.html", context, viewer=asking.viewer, today=asking.today)


def _read(
    file: UploadedFile[bytes], wish: Wish, edition: date | None
) -> tuple[Regime | None, tuple[Problem, ...]]:
    """The draft of an uploaded file: Word and PDF files are parsed in a process of their own with limits."""
    with tempfile.TemporaryDirectory(prefix="remit-") as folder:
        path = Path(folder) / _plain_name(file.name or "")
        with path.open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
        document = read_document(path)
        found = _without_folder(document.problems)
        if document.failed:
            return None, found
        regime, assumed = draft_document(document, path, edition=edition)
    title = wish.title or regime.title
    named = replace(
        regime,
        id=wish.id or regime.id,
        title=title,
        subject=wish.subject,
        source=replace(regime.source, title=regime.source.title or title),
    )
    return named, (*found, *_without_folder(assumed))


def _plain_name(name: str) -> str:
    """The file's own name without folders, short enough for any disk."""
    last = re.split(r"[/\\]", name)[-1].strip(". ")
    stem, dot, ending = last.rpartition(".")
    return f"{(stem or ending)[:60]}{dot}{ending[:8]}" if dot else last[:60] or "text"


def _without_folder(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems as a reader may see them: the gravest first, without the server's folder."""
    order = list(Level)
    kept = (replace(p, place=replace(p.place, file=Path(p.place.file).name)) for p in problems)
    return tuple(sorted(kept, key=lambda p: order.index(p.level)))


def _form(
    request: HttpRequest, asking: Asking, wish: Wish, problems: tuple[Problem, ...], *, status: int = 200
) -> HttpResponse:
    context = {"wish": wish, "problems": problems, "fields": ("file", "id", "edition", "title")}
    return frame.show(
        request, "remit/draft_new.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _no_file() -> Problem:
    return error(
        "no-file",
        "No file was chosen.",
        "Choose a .docx, .doc, .wps, .pdf, .ofd, .html or .txt file.",
        at=Place(ref="file"),
    )
