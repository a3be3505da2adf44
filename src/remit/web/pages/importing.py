"""An organisation from Excel: a template to fill in, a file that comes back, what it would change, and doing it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import msgspec
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.post import Organisation, Post
from remit.core.problem import Level, Place, Problem, error, worst
from remit.files.list_tidying import cell_name
from remit.files.organisation import Lists, located, read_lists
from remit.files.organisation_errors import error_workbook
from remit.files.organisation_workbook import organisation_template
from remit.store import actions, load, scratch
from remit.store.access import Action, require
from remit.store.import_plan import LIST_NAMES, Change, Count, Difference, differences, lasting
from remit.store.refusal import ChangedMeanwhile
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.paging import Pages, turn

__all__ = ["Kept", "errors", "import_new", "preview", "template"]

_LARGEST = 20 * 1024 * 1024
_SHOWN = 5_000  # differences and problems that the pages tell; the error workbook and the command tell all
_PAGE = 50
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that was handed in, between being looked at and being taken in; only the one who sent it gets at it."""

    actor: str
    name: str
    correct: bool
    organisation: Organisation
    digest: str = ""
    counts: dict[str, Count] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    more: int = 0
    problems: tuple[Problem, ...] = ()


@require_http_methods(["GET", "POST"])
@asked
def import_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for a file of lists, look at it, and show what it would change."""
    require(asking.viewer, Action.ORGANISE)
    if request.method == "GET":
        return _form(request, asking, ())
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return _form(request, asking, (_no_file(),), status=422)
    if (file.size or 0) > _LARGEST:
        return _form(request, asking, (_too_large(file.size or 0),), status=422)
    correct = bool(request.POST.get("correct"))
    with tempfile.TemporaryDirectory(prefix="remit-") as folder:
        path = Path(folder) / _plain_name(file.name or "")
        path.write_bytes(file.read())
        lists = read_lists(path, known=_known_posts())
    lists = replace(lists, problems=_without_folder(lists.problems))
    if not lists.sheets:
        return _form(request, asking, lists.problems, status=422)
    key = scratch.key_for(asking.viewer.actor, path.name, str(correct), msgspec.json.encode(lists.sheets))
    kept = Kept(actor=asking.viewer.actor, name=path.name, correct=correct, organisation=lists.organisation)
    _look(asking, key, kept, lists)
    return HttpResponseRedirect(reverse("units-import-preview", args=[key]))


@require_http_methods(["GET", "POST"])
@asked
def preview(request: HttpRequest, asking: Asking, key: str) -> HttpResponse:
    """Show what a file would change, fifty at a time, and take it in once that is confirmed."""
    require(asking.viewer, Action.ORGANISE)
    kept = _kept(asking, key)
    if request.method == "POST" and worst(kept.problems) is not Level.ERROR:
        return _take_in(request, asking, key, kept)
    return _show(request, asking, key, kept)


@require_GET
@asked
def template(_request: HttpRequest, asking: Asking) -> HttpResponse:
    """Hand out the empty workbook in the reader's language."""
    require(asking.viewer, Action.ORGANISE)
    made = organisation_template(_, chinese=get_language() != "en")
    return _download(made, _("organisation.xlsx"))


@require_GET
@asked
def errors(_request: HttpRequest, asking: Asking, key: str) -> HttpResponse:
    """Hand out what was sent, with the cells at fault in red."""
    require(asking.viewer, Action.ORGANISE)
    kept = _kept(asking, key)
    made = scratch.fetch(key, "errors")
    if made is None:
        raise Http404
    return _download(made, _("{name} with problems.xlsx").format(name=Path(kept.name).stem))


def _plain_name(name: str) -> str:
    """Return a file's own name without folders, short enough for any disk."""
    last = re.split(r"[/\\]", name)[-1].replace("!", "_").strip(". ")
    stem, dot, ending = last.rpartition(".")
    return f"{(stem or ending)[:60]}{dot}{ending[:8]}" if dot else last[:60] or "list"


def _look(asking: Asking, key: str, kept: Kept, lists: Lists) -> None:
    """Keep what a file would do under its key, and where something is wrong the workbook that shows it."""
    readable = worst(lists.problems) is not Level.ERROR
    change = actions.plan_import(asking.viewer, kept.organisation, today=asking.today, correct=kept.correct)
    found = change.problems if readable else lasting(change.problems)
    problems = (*lists.problems, *located(found, lists.lines))
    if worst(problems) is Level.ERROR:
        scratch.keep(key, "errors", error_workbook(lists.sheets, problems, _))
    _keep(key, replace(kept, problems=problems[:_SHOWN]), change)


def _keep(key: str, kept: Kept, change: Change) -> None:
    found = tuple(differences(change, last=_SHOWN))
    total = sum(one.new + one.changed for one in change.counts.values())
    whole = replace(
        kept,
        digest=change.digest,
        counts=dict(change.counts),
        differences=found,
        more=total - len(found),
    )
    scratch.keep(key, "json", msgspec.json.encode(whole))


def _kept(asking: Asking, key: str) -> Kept:
    data = scratch.fetch(key, "json")
    kept = msgspec.json.decode(data, type=Kept) if data else None
    if kept is None or kept.actor != asking.viewer.actor:
        raise Http404
    return kept


def _take_in(request: HttpRequest, asking: Asking, key: str, kept: Kept) -> HttpResponse:
    try:
        actions.import_organisation(
            asking.by(f"import:{key}:{kept.digest[:16]}"),
            kept.organisation,
            correct=kept.correct,
            seen=kept.digest,
        )
    except ChangedMeanwhile:
        change = actions.plan_import(
            asking.viewer, kept.organisation, today=asking.today, correct=kept.correct
        )
        _keep(key, replace(kept, problems=change.problems), change)
        messages.warning(request, _(_CHANGED))
        return HttpResponseRedirect(reverse("units-import-preview", args=[key]))
    scratch.drop(key)
    new, changed = (sum(getattr(one, what) for one in kept.counts.values()) for what in ("new", "changed"))
    messages.success(request, _(_DONE).format(new=new, changed=changed))
    return HttpResponseRedirect(reverse("units"))


_DONE = gettext_noop("The lists are taken in: {new} new rows, {changed} changed ones.")
_CHANGED = gettext_noop(
    "The organisation has changed since you looked at this, so nothing was stored. Look at what the file does now."
)


def _show(request: HttpRequest, asking: Asking, key: str, kept: Kept) -> HttpResponse:
    wrong = [one for one in kept.problems if one.level is Level.ERROR]
    rows: Pages = turn(wrong or kept.differences, request.GET.get("page", ""), size=_PAGE)
    context = {
        "key": key,
        "kept": kept,
        "counts": [(_(LIST_NAMES[name]), count) for name, count in kept.counts.items()],
        "wrong": [(_where(one.place), one) for one in rows.shown] if wrong else [],
        "differences": [] if wrong else [_said(one) for one in rows.shown],
        "failed": bool(wrong),
        "nothing": not wrong and not kept.differences,
        "notes": [(_where(one.place), one) for one in kept.problems if one.level is not Level.ERROR][:_PAGE],
        "pages": rows,
    }
    return frame.show(request, "remit/import_preview.html", context, viewer=asking.viewer, today=asking.today)


def _said(one: Difference) -> tuple[str, str, bool, list[tuple[str, str, str]]]:
    fields = [(_(_FIELDS[name]), before, after) for name, before, after in one.fields]
    return _(LIST_NAMES[one.list]), one.key, one.new, fields


_FIELDS = {
    "code": gettext_noop("Code"),
    "name": gettext_noop("Name"),
    "parent": gettext_noop("Superior"),
    "kind": gettext_noop("Kind of unit"),
    "tags": gettext_noop("Tags"),
    "since": gettext_noop("From"),
    "until": gettext_noop("To"),
    "unit": gettext_noop("Unit"),
    "title": gettext_noop("Title"),
    "degree": gettext_noop("Degree"),
    "portfolio": gettext_noop("Portfolio"),
    "covers": gettext_noop("Units that it covers"),
    "post": gettext_noop("Post"),
    "person": gettext_noop("Person"),
    "acting": gettext_noop("Acting"),
    "office": gettext_noop("Office"),
    "seats": gettext_noop("Seats"),
}


def _where(place: Place) -> str:
    """A place as a reader finds it: sheet and cell."""
    sheet = place.file.rpartition("!")[2] if "!" in place.file else ""
    cell = cell_name(place.line - 1, max(place.column - 1, 0)) if place.line else ""
    return " ".join(filter(None, (sheet, cell)))


def _known_posts() -> Callable[[str], Post | None]:
    """Posts that a list of portfolios may name: read once, and only where there is such a list."""

    @cache
    def posts() -> dict[str, Post]:
        return {post.code: post for post in load.organisation().posts}

    return lambda code: posts().get(code)


def _form(
    request: HttpRequest, asking: Asking, problems: Iterable[Problem], *, status: int = 200
) -> HttpResponse:
    context = {
        "problems": tuple(problems),
        "fields": ("file",),
        "correct": bool(request.POST.get("correct")),
        "largest": _LARGEST,
    }
    return frame.show(
        request, "remit/import.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _download(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=_XLSX)
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or ""
    )
    return response


def _without_folder(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems as a reader may see them, without the server's folder."""
    return tuple(replace(p, place=replace(p.place, file=Path(p.place.file).name)) for p in problems)


def _no_file() -> Problem:
    return error(
        "no-file", "No file was chosen.", "Choose an Excel workbook or a CSV file.", at=Place(ref="file")
    )


def _too_large(size: int) -> Problem:
    return error(
        "import-too-large",
        "The file has {size} MB; here at most {limit} MB are taken.",
        "Take it in at the server: remit import org FILE.",
        at=Place(ref="file"),
        size=size // 1_000_000,
        limit=_LARGEST // 1_000_000,
    )
