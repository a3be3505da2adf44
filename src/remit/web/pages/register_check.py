"""Recording a check of a register item, with what shows it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.problem import Place, Problem, error
from remit.core.register_check import CHECK
from remit.store import actions, load, register_inquiry
from remit.store.access import Action, require
from remit.store.refusal import Refused
from remit.store.register_inquiry import ItemSeen
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.registers import address_of
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_day, needed_words

__all__ = ["check_new"]

_FIELDS = ("day", "title", "evidence")


@require_http_methods(["GET", "POST"])
@asked
def check_new(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask about a check (`?item=`, `?check=`) and record it; the same form sent twice makes one record."""
    given = request.POST if request.method == "POST" else request.GET
    seen, _names = register_inquiry.item(asking.viewer, given.get("item", ""), asking.today)
    require(asking.viewer, Action.RECORD, load.stretch(seen.item.unit))
    check = next((one for one in seen.item.checks if one.name == given.get("check", "")), None)
    if check is None:
        raise Http404
    if request.method == "GET":
        title = _("{check}: {name}").format(check=check.name, name=seen.item.name)
        return _form(request, asking, seen, {"day": asking.today.isoformat(), "title": title}, check.name)
    form = request.POST
    day, problems = needed_day(form, "day")
    problems = (*needed_words(form, "title"), *problems, *_too_large(request))
    if not problems and day is not None:
        try:
            actions.record(
                asking.by(key_of(form)),
                unit=seen.item.unit,
                day=day,
                kind=CHECK,
                title=form.get("title", ""),
                meets=(check.duty,) if check.duty and form.get("meets") else (),
                evidence=tuple((file.name or "", file.read()) for file in request.FILES.getlist("evidence")),
                about=(f"{seen.item.code}#{check.name}",),
            )
        except Refused as refusal:
            problems = tuple(one for p in refusal.problems for one in by_field((p,), _field(p)))
    if problems:
        return _form(request, asking, seen, form.dict(), check.name, problems=problems, status=422)
    messages.success(request, _("The check is recorded."))
    return HttpResponseRedirect(address_of(seen.item.unit))


def _field(problem: Problem) -> str:
    if problem.code in {"record-future", "register-not-there"}:
        return "day"
    return "evidence" if problem.code.startswith("evidence") else "title"


def _form(
    request: HttpRequest,
    asking: Asking,
    seen: ItemSeen,
    typed: dict[str, str],
    check: str,
    *,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "unit": seen.unit,
        "item": seen.item,
        "check": next(one for one in seen.item.checks if one.name == check),
        "about": f"{seen.item.code}#{check}",
        "typed": typed,
        "problems": problems,
        "fields": _FIELDS,
        "wrong": {field: [p for p in problems if p.place.ref == field] for field in _FIELDS},
        "limit": settings.EVIDENCE_LIMIT,
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/register_check.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _too_large(request: HttpRequest) -> tuple[Problem, ...]:
    limit = settings.EVIDENCE_LIMIT
    sizes = [file.size or 0 for file in request.FILES.getlist("evidence")]
    if all(size <= limit for size in sizes) and sum(sizes) <= 2 * limit:
        return ()
    return (
        error(
            "evidence-too-much",
            "The files have {size} MB together; at most {limit} MB each and {all} MB together can be sent at once.",
            "Make them smaller, or record them one after another.",
            at=Place(ref="evidence"),
            size=sum(sizes) // 1024 // 1024 + 1,
            limit=limit // 1024 // 1024,
            all=2 * limit // 1024 // 1024,
        ),
    )
