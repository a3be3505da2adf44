"""Renaming, moving, merging, splitting, closing and reclassifying a unit: asked, previewed, confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from remit.core.post import ChangeKind, Unit
from remit.core.problem import Place, Problem, error
from remit.core.reorganisation import Intent
from remit.store import actions, establishment_inquiry
from remit.store.establishment_inquiry import Effect
from remit.store.refusal import Denied, Refused
from remit.web.addresses import query_of
from remit.web.dates import day_words
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_day, split_words

__all__ = ["CHANGES", "Form", "change", "tags"]

_PARTS = 3
_LONGEST_LIST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A kind of change as its page words it: `asks` is the label of what is typed, empty where only a day is."""

    what: ChangeKind
    name: str
    says: str
    asks: str = ""
    hint: str = ""


CHANGES: Mapping[str, Form] = {
    "rename": Form(
        what=ChangeKind.RENAMED,
        name=gettext_noop("Rename"),
        says=gettext_noop(
            "It has another name from a day on. Asked about an earlier day, Remit gives the old one."
        ),
        asks=gettext_noop("New name"),
    ),
    "move": Form(
        what=ChangeKind.MOVED,
        name=gettext_noop("Move"),
        says=gettext_noop("It comes under another unit, with all that is below it."),
        asks=gettext_noop("New superior"),
        hint=gettext_noop("Its code, or a part of its name."),
    ),
    "merge": Form(
        what=ChangeKind.MERGED,
        name=gettext_noop("Merge"),
        says=gettext_noop(
            "It is closed into another unit, which from then on has what is below it and answers for what it left open."
        ),
        asks=gettext_noop("Merge into"),
        hint=gettext_noop("Its code, or a part of its name."),
    ),
    "split": Form(
        what=ChangeKind.SPLIT,
        name=gettext_noop("Split"),
        says=gettext_noop(
            "Parts of it become units of their own. It goes on beside them; close it afterwards if it does not."
        ),
    ),
    "close": Form(
        what=ChangeKind.CLOSED,
        name=gettext_noop("Close"),
        says=gettext_noop(
            "It ends without a successor, with its posts. For what it left open its superior answers."
        ),
    ),
    "reclassify": Form(
        what=ChangeKind.RECLASSIFIED,
        name=gettext_noop("Change the kind"),
        says=gettext_noop("It is a unit of another kind from a day on, and bears the duties of that kind."),
        asks=gettext_noop("New kind"),
    ),
}
_FIELDS = ("to", "day", "parts")
_DONE = gettext_noop("Done. It holds from {day} on; earlier days keep their answers.")


@require_http_methods(["GET", "POST"])
@asked
def change(request: HttpRequest, asking: Asking, name: str) -> HttpResponse:
    """Ask for a change of a unit, show what it would do, and do it once that is confirmed."""
    form = CHANGES.get(name)
    if form is None:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    code = given.get("unit", "")
    if not code or not establishment_inquiry.keeps(asking.viewer, code):
        raise Denied
    if request.method == "GET":
        return _ask(request, asking, name, given, ())
    day, problems = needed_day(given, "day")
    target, found = _target(asking, form, given)
    if found is not None:
        return _ask(request, asking, name, given, problems, found=found, status=422)
    if day is None:
        return _ask(request, asking, name, given, problems, status=422)
    parts = _parts(given) if form.what is ChangeKind.SPLIT else ()
    intent = Intent(what=form.what, unit=code, day=day, to=target, parts=parts)
    try:
        if given.get("sure"):
            return _do(request, asking, intent, given)
        effect = establishment_inquiry.effect(asking.viewer, intent, today=asking.today)
    except Refused as refusal:
        return _ask(request, asking, name, given, by_field(refusal.problems, "to"), status=422)
    if effect.change.problems or (form.what is ChangeKind.SPLIT and not parts):
        wrong = effect.change.problems or (_no_parts(),)
        return _ask(request, asking, name, given, _placed(wrong, form), status=422)
    return _preview(request, asking, name, intent, effect)


@require_POST
@asked
def tags(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Keep the words by which a unit is found."""
    code = request.POST.get("unit", "")
    words = split_words(request.POST.get("tags", ""))
    actions.tag(asking.by(key_of(request.POST)), unit=code, tags=words)
    messages.success(request, _("The words to find it by are stored."))
    return HttpResponseRedirect(query_of("unit-people", unit=code))


def _do(request: HttpRequest, asking: Asking, intent: Intent, given: QueryDict) -> HttpResponse:
    by, unit, day = asking.by(key_of(given)), intent.unit, intent.day
    led_to = unit
    match intent.what:
        case ChangeKind.RENAMED:
            actions.rename(by, unit=unit, name=intent.to, day=day)
        case ChangeKind.MOVED:
            actions.move(by, unit=unit, parent=intent.to, day=day)
        case ChangeKind.RECLASSIFIED:
            actions.reclassify(by, unit=unit, kind=intent.to, day=day)
        case ChangeKind.MERGED:
            led_to = actions.merge(by, unit=unit, into=intent.to, day=day)
        case ChangeKind.SPLIT:
            actions.split(by, unit=unit, parts=intent.parts, day=day)
        case ChangeKind.CLOSED:
            actions.close(by, unit=unit, day=day)
    messages.success(request, _(_DONE).format(day=day_words(day)))
    return HttpResponseRedirect(query_of("unit-people", unit=led_to))


def _target(asking: Asking, form: Form, given: QueryDict) -> tuple[str, tuple[Unit, ...] | None]:
    """What is typed; where it has to be a unit, its code, or else the units that may be meant (perhaps none)."""
    text = given.get("to", "").strip()
    if form.what not in (ChangeKind.MOVED, ChangeKind.MERGED):
        return text, None
    found = establishment_inquiry.search(asking.viewer, text, today=asking.today)
    if text in {one.code for one in found}:
        return text, None
    others = tuple(one for one in found if one.code != given.get("unit", ""))
    exact = tuple(one for one in others if one.name == text)
    meant = exact or others
    return (meant[0].code, None) if len(meant) == 1 else ("", meant)


def _parts(given: QueryDict) -> tuple[Unit, ...]:
    rows = []
    for number in range(1, _PARTS + 1):
        code, name, kind, under = (
            given.get(f"{field}-{number}", "").strip() for field in ("code", "name", "kind", "under")
        )
        if code or name:
            parent = given.get("unit", "") if under == "below" else ""
            rows.append(Unit(code=code, name=name, kind=kind, parent=parent))
    return tuple(rows)


def _placed(problems: tuple[Problem, ...], form: Form) -> tuple[Problem, ...]:
    """Problems say by their code whether they are about the day or about what was typed."""
    of_day = {"change-ahead", "change-out-of-order", "end-before-post", "end-before-unit"}
    other = "parts" if form.what is ChangeKind.SPLIT else "to" if form.asks else "day"
    return tuple(found for p in problems for found in by_field((p,), "day" if p.code in of_day else other))


def _ask(
    request: HttpRequest,
    asking: Asking,
    name: str,
    given: QueryDict,
    problems: tuple[Problem, ...],
    *,
    found: tuple[Unit, ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form with what was typed; `found` are the units that may be meant by it."""
    if found == ():
        problems = (*problems, _nothing_found(given.get("to", "")))
    seen = establishment_inquiry.unit_file(asking.viewer, given.get("unit", ""), asking.today)
    context = {
        "name": name,
        "form": CHANGES[name],
        "title": _(CHANGES[name].name),
        "unit": seen.unit,
        "to": given.get("to", ""),
        "day": given.get("day", "") or asking.today.isoformat(),
        "found": found or (),
        "rows": [
            {field: given.get(f"{field}-{number}", "") for field in ("code", "name", "kind", "under")}
            for number in range(1, _PARTS + 1)
        ],
        "problems": problems,
        "fields": _FIELDS,
        "wrong": {field: [p for p in problems if p.place.ref == field] for field in _FIELDS},
        "tags": _("; ").join(seen.unit.tags),
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/change.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _preview(request: HttpRequest, asking: Asking, name: str, intent: Intent, effect: Effect) -> HttpResponse:
    kept = [(field, request.POST[field]) for field in request.POST if field not in _NOT_KEPT]
    if intent.what in (ChangeKind.MOVED, ChangeKind.MERGED):
        kept = [(field, value) for field, value in kept if field != "to"] + [("to", intent.to)]
    holders = {one.post: one.person for one in effect.change.holders}
    context = {
        "name": name,
        "form": CHANGES[name],
        "title": _(CHANGES[name].name),
        "unit": effect.before,
        "said": _said(intent, effect),
        "ending": [(post, holders.get(post.code, "")) for post in effect.change.posts],
        "moving": effect.moving,
        "eve": max((post.until for post in effect.change.posts if post.until), default=None),
        "lost": effect.lost[:_LONGEST_LIST],
        "lost_more": len(effect.lost) - _LONGEST_LIST,
        "gained": effect.gained[:_LONGEST_LIST],
        "gained_more": len(effect.gained) - _LONGEST_LIST,
        "kept": kept,
        "key": fresh_key(),
        "grave": intent.what in (ChangeKind.MERGED, ChangeKind.CLOSED),
    }
    return frame.show(request, "remit/change_sure.html", context, viewer=asking.viewer, today=asking.today)


_NOT_KEPT = {"csrfmiddlewaretoken", "key", "sure"}


def _said(intent: Intent, effect: Effect) -> str:
    """The change in one sentence."""
    units, before = effect.known.units, effect.before
    named = {code: unit.name for code, unit in units.items()}
    values = {
        "unit": before.name,
        "day": day_words(intent.day),
        "eve": day_words(intent.day - timedelta(days=1)),
        "to": named.get(intent.to, intent.to),
        "before": {
            ChangeKind.MOVED: named.get(before.parent, before.parent),
            ChangeKind.RECLASSIFIED: before.kind or _("none"),
        }.get(intent.what, before.name),
        "parts": _("; ").join(part.name for part in intent.parts),
    }
    sentence = {
        ChangeKind.RENAMED: gettext_noop("“{before}” is called “{to}” from {day} on."),
        ChangeKind.MOVED: gettext_noop(
            "“{unit}” comes under “{to}” from {day} on; until then it is under “{before}”."
        ),
        ChangeKind.RECLASSIFIED: gettext_noop(
            "“{unit}” is of the kind “{to}” from {day} on; until then “{before}”."
        ),
        ChangeKind.MERGED: gettext_noop("“{unit}” exists until {eve} and is merged into “{to}”."),
        ChangeKind.SPLIT: gettext_noop("From {day} on there are beside “{unit}”: {parts}."),
        ChangeKind.CLOSED: gettext_noop("“{unit}” exists until {eve} and has no successor."),
    }[intent.what]
    return _(sentence).format_map(values)


def _nothing_found(text: str) -> Problem:
    return error(
        "unit-not-found",
        "No open unit that you see has the code or name “{text}”.",
        "Type its code, or a part of its name.",
        at=Place(ref="to"),
        text=text.strip()[:80],
    )


def _no_parts() -> Problem:
    return error(
        "no-parts",
        "No part is named.",
        "Give at least one new unit a code and a name.",
        at=Place(ref="parts"),
    )
