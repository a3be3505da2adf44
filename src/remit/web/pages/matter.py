"""One matter: how it stands, the steps that were taken, and the moves that are the reader's to take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_POST

from remit.core.flow import Move, Need, Step
from remit.core.flow_words import MOVE_WORDS
from remit.core.matter import Matter, due_of, matter_state, matter_status, post_of, urged
from remit.core.problem import Problem
from remit.core.record import split_reference
from remit.core.regime import find_duty
from remit.store import actions, establishment_inquiry, inquiry, load, matter_inquiry
from remit.store.access import Action, allowed
from remit.store.actions.matters import ELSEWHERE
from remit.store.matter_inquiry import MatterSeen
from remit.store.refusal import Refused
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.matters import in_words
from remit.web.pages.typed import fresh_key, key_of
from remit.web.templatetags.matters import address

__all__ = ["Offer", "Past", "matter", "take_step"]

_BARE = frozenset(
    {"sign", "receive", "approve", "check", "endorse-time", "assign-again", "request", "rewrite"}
)
_SHOWING = frozenset({"submit", "note", "carry-out"})
_RECENT = timedelta(days=366)
_MOST_RECORDS = 20
_FIRST = frozenset(
    {"sign", "submit", "check", "close", "approve", "request", "carry-out", "grant-time", "accept"}
)
_DAY_WORDS = {
    Need.LATER_DAY: gettext_noop("Until which day"),
    Need.DAY: gettext_noop("On which day it was carried out"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A move that can be taken here: what has to come with it, what may, and what was typed and is wrong."""

    move: str
    name: str
    bare: bool
    leads: bool
    day: str = ""
    latest: date | None = None
    post: bool = False
    reason_needed: bool = False
    records: bool = False
    typed: Mapping[str, str] | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A step that was taken, with the title of the post that it names."""

    number: int
    step: Step
    post: str = ""


@require_GET
@asked
def matter(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Show a matter; reports and major situations have pages of their own."""
    seen = matter_inquiry.matter(asking.viewer, ref, asking.today)
    own = address(seen.matter.flow, ref)
    return HttpResponseRedirect(own) if own != request.path else _page(request, asking, seen)


@require_POST
@asked
def take_step(request: HttpRequest, asking: Asking, ref: str) -> HttpResponse:
    """Take a move; what another has done meanwhile is never passed over."""
    form = request.POST
    seen = matter_inquiry.matter(asking.viewer, ref, asking.today)
    move = form.get("move", "")
    day, problems = parse_day(form.get("day", ""), field="day")
    if not problems:
        try:
            actions.take_step(
                asking.by(key_of(form)),
                refs=(ref,),
                move=move,
                reason=form.get("reason", ""),
                day=day,
                post=form.get("post", ""),
                records=tuple(form.getlist("records")),
                seen=int(form["seen"]) if form.get("seen", "").isdecimal() else None,
            )
        except Refused as refusal:
            problems = tuple(in_words(p, seen.matter.flow) for p in refusal.problems)
    if problems:
        return _page(request, asking, seen, typed=form, problems=problems, status=422)
    messages.success(request, _("Stored: {step}.").format(step=_(MOVE_WORDS[seen.matter.flow, move])))
    return HttpResponseRedirect(address(seen.matter.flow, ref))


def _page(
    request: HttpRequest,
    asking: Asking,
    seen: MatterSeen,
    *,
    typed: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    one = seen.matter
    moves = [move for move in seen.moves if (one.flow, move.name) not in ELSEWHERE]
    offers = [_offer(one, move, asking.today, typed, problems) for move in moves]
    named = {code for code in (post_of(one), *(step.post for step in one.steps)) if code}
    titles = establishment_inquiry.titles(named) if named else {}
    due = due_of(one)
    context = {
        "matter": one,
        "status": matter_status(one, asking.now),
        "state": matter_state(one),
        "time": matter_state(one, lane="extension") if one.flow == "task" else "",
        "due": due,
        "first_due": one.due if due != one.due else None,
        "unit_name": seen.names.get(one.unit, one.unit),
        "asker_name": seen.names.get(one.asker, one.asker),
        "support": [seen.names.get(code, code) for code in one.support],
        "copies": [seen.names.get(code, code) for code in one.copies],
        "post": _title(titles, post_of(one)),
        "urged": urged(one),
        "past": [
            Past(number=number, step=step, post=_title(titles, step.post))
            for number, step in enumerate(one.steps, 1)
        ],
        "offers": [o for o in offers if not o.bare],
        "bare": [o for o in offers if o.bare],
        "problems": problems,
        "fields": ("move", "day", "reason", "post", "records"),
        "wrong_move": typed.get("move", "") if typed and problems else "",
        "key": fresh_key(),
        **_of_unit(asking, one, offers),
    }
    return frame.show(
        request, "remit/matter.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _offer(
    matter: Matter, move: Move, today: date, typed: Mapping[str, str] | None, problems: tuple[Problem, ...]
) -> Offer:
    days = [_DAY_WORDS[need] for need in move.needs if need in _DAY_WORDS]
    mine = typed if typed is not None and typed.get("move") == move.name else None
    return Offer(
        move=move.name,
        name=_(MOVE_WORDS[matter.flow, move.name]),
        bare=move.name in _BARE and not move.needs,
        leads=move.name in _FIRST,
        day=_(days[0]) if days else "",
        latest=today if Need.DAY in move.needs else None,
        post=Need.POST in move.needs,
        reason_needed=Need.REASON in move.needs,
        records=move.name in _SHOWING,
        typed=mine,
        problems=problems if mine is not None else (),
    )


def _of_unit(asking: Asking, one: Matter, offers: list[Offer]) -> dict[str, object]:
    """What is shown of the unit itself, to those who see it: its duty, its records and posts to choose from."""
    within = load.stretch(one.unit)
    if not allowed(asking.viewer, Action.SEE, within):
        return {"sees_unit": False}
    duty, window = split_reference(one.duty)
    found: dict[str, object] = {"sees_unit": True, "window": window}
    if duty:
        reaching = inquiry.adoptions(asking.viewer, one.unit)
        some = (a.regime for a in reversed(reaching) if duty.startswith(f"{a.regime.id}/"))
        bound = next(((r, *held) for r in some if (held := find_duty(r, duty))), None)
        found |= {"regime": bound[0], "clause": bound[1], "duty": bound[2]} if bound else {}
    if any(offer.records for offer in offers):
        first = asking.today - _RECENT
        recent = inquiry.records(asking.viewer, one.unit, first=first, last=asking.today, subtree=False)
        found["records"] = recent[::-1][:_MOST_RECORDS]
    if any(offer.post for offer in offers):
        found["posts"] = establishment_inquiry.unit_file(asking.viewer, one.unit, asking.today).posts
    return found


def _title(titles: Mapping[str, tuple[str, str, str]], code: str) -> str:
    if code not in titles:
        return code
    title, _unit, unit_name = titles[code]
    return f"{unit_name} {title}"
