"""A register as a workbook: out, and back in with a preview, all of it or nothing, or with its faults marked."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.problem import Level, Place, Problem, error, worst
from remit.core.register_table import item_cells
from remit.files.list_tidying import cell_name
from remit.files.organisation_errors import error_workbook
from remit.files.register_sheet import LABELS, RegisterFile, locate_items, read_register, register_workbook
from remit.store import actions, load, register_inquiry, scratch
from remit.store.access import Action, require
from remit.store.register_inquiry import RegisterPlan
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.registers import address_of
from remit.web.pages.typed import fresh_key, key_of

__all__ = ["workbook"]

_LARGEST = 10 * 1024 * 1024
_SHOWN = 500
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@asked
def workbook(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Hand out the register (`?unit=`, `?template=1`: an empty one); show what a filled one changes, then store it."""
    unit = (request.POST if request.method == "POST" else request.GET).get("unit", "")
    if request.method == "GET":
        return _download(
            _book(asking, unit, empty=bool(request.GET.get("template"))), _("Register of {unit}"), unit
        )
    require(asking.viewer, Action.ORGANISE, load.stretch(unit))
    kept = request.POST.get("kept", "")
    if kept:
        return _chosen(request, asking, unit, kept)
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or (file.size or 0) > _LARGEST:
        return _preview(request, asking, unit, RegisterFile(), (_no_file(),), "")
    data, name = file.read(), (file.name or "").rpartition("/")[2]
    key = scratch.key_for(asking.viewer.actor, unit, data)
    scratch.keep(key, "register", msgspec.json.encode((name, data)))
    given, problems = read_register(data, file=name)
    return _preview(request, asking, unit, given, problems, key)


def _chosen(request: HttpRequest, asking: Asking, unit: str, key: str) -> HttpResponse:
    """What is done with a preview: the file is read again, as it was handed in by whoever asks, for this unit."""
    held = scratch.fetch(key, "register")
    name, data = msgspec.json.decode(held, type=tuple[str, bytes]) if held else ("", b"")
    if held is None or scratch.key_for(asking.viewer.actor, unit, data) != key:
        return _preview(request, asking, unit, RegisterFile(), (_no_file(),), "")
    given, problems = read_register(data, file=name)
    plan = register_inquiry.plan(asking.viewer, unit, given.rows, today=asking.today)
    problems = (*problems, *locate_items(plan.problems, given))
    if request.POST.get("do") == "mark":
        return _download(
            error_workbook(given.sheets, problems, _), _("Register of {unit}, faults marked"), unit
        )
    if worst(problems) is Level.ERROR:
        return _preview(request, asking, unit, given, problems, key)
    if plan.items:
        actions.keep_items(
            asking.by(key_of(request.POST)), plan.items, unit=unit, seen=request.POST.get("seen", "")
        )
    scratch.drop(key)
    messages.success(request, _("The register is taken in: {count} items.").format(count=len(plan.items)))
    return HttpResponseRedirect(address_of(unit))


def _preview(
    request: HttpRequest,
    asking: Asking,
    unit: str,
    given: RegisterFile,
    problems: tuple[Problem, ...],
    key: str,
) -> HttpResponse:
    plan = register_inquiry.plan(asking.viewer, unit, given.rows, today=asking.today)
    problems = (*problems, *locate_items(plan.problems, given))
    wrong = worst(problems) is Level.ERROR
    changed = _by_item(plan)
    context = {
        "unit": load.units(_point(unit))[0],
        "problems": [(_where(one.place), one) for one in problems][:_SHOWN],
        "wrong": wrong,
        "changed": [] if wrong else list(changed.items())[:_SHOWN],
        "count": len(plan.items),
        "kept": key,
        "seen": plan.seen,
        "marks": bool(given.sheets),
        "key": fresh_key(),
    }
    return frame.show(
        request,
        "remit/register_file.html",
        context,
        viewer=asking.viewer,
        today=asking.today,
        status=422 if wrong else 200,
    )


def _by_item(plan: RegisterPlan) -> dict[tuple[str, bool], list[tuple[str, str, str]]]:
    found: dict[tuple[str, bool], list[tuple[str, str, str]]] = {}
    for one in plan.changes:
        said = (_(LABELS[one.cell]), one.old, one.new)
        found.setdefault((one.name, one.fresh), []).append(said)
    return found


def _book(asking: Asking, unit: str, *, empty: bool) -> bytes:
    seen = register_inquiry.register(asking.viewer, unit, asking.today, limit=0)
    items = () if empty else register_inquiry.register_items(asking.viewer, unit)
    rows: list[Mapping[str, str]] = [
        item_cells(one, seen.names, day=asking.today, translate=_) for one in items
    ]
    title = _("Register of {unit}").format(unit=seen.unit.name)
    return register_workbook(
        rows, seen.posts, _, title=title, chinese=get_language() != "en", example=not rows
    )


def _download(data: bytes, name: str, unit: str) -> HttpResponse:
    said = name.format(unit=load.units(_point(unit))[0].name).replace("/", "-")
    disposition = content_disposition_header(as_attachment=True, filename=f"{said}.xlsx")
    return HttpResponse(
        data, content_type=_XLSX, headers={"Content-Disposition": disposition or "attachment"}
    )


def _where(place: Place) -> str:
    if not place.line:
        return ""
    return (
        cell_name(place.line - 1, place.column - 1)
        if place.column
        else _("row {line}").format(line=place.line)
    )


def _point(unit: str) -> tuple[int, int]:
    within = load.stretch(unit)
    return within[0], within[0] + 1


def _no_file() -> Problem:
    return error(
        "breakdown-no-file",
        "No workbook came with the form, or one that is larger than 10 MB.",
        "Choose the workbook that you filled in.",
    )
