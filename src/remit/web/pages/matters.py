"""What is on the table: matters by box, found by flow and words, and moved several at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET, require_POST

from remit.core.flow import Move, Need
from remit.core.flow_words import FLOW_WORDS, MOVE_WORDS, STATE_WORDS
from remit.core.problem import Place, Problem, error
from remit.core.standing import Status
from remit.store import actions, inquiry, matter_inquiry
from remit.store.access import Action, allowed
from remit.store.actions.matters import ELSEWHERE
from remit.store.load_matter import MatterLine
from remit.store.matter_inquiry import Box, Choice, place_of, read_place
from remit.store.refusal import Refused
from remit.web.addresses import query_of
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key, key_of

__all__ = ["BOXES", "BoxTile", "Line", "box_tiles", "in_words", "lines_of", "matters", "move_several"]

_PAGE = 50
BOXES = {
    Box.TO_DO: gettext_noop("Waits for us"),
    Box.DONE: gettext_noop("Dealt with"),
    Box.STARTED: gettext_noop("Started by me"),
    Box.OVERDUE: gettext_noop("Past its day"),
}
_EMPTY = {
    Box.TO_DO: gettext_noop("Nothing waits for you."),
    Box.DONE: gettext_noop("You have dealt with nothing yet."),
    Box.STARTED: gettext_noop("You have started nothing yet."),
    Box.OVERDUE: gettext_noop("Nothing is past its day."),
}
_ALONE = frozenset({Need.DAY, Need.LATER_DAY, Need.POST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A matter in a list, where it stands now, and whether something can be done with it here."""

    line: MatterLine
    status: Status
    movable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxTile:
    """A box with its count; `here` where it is the one that is open."""

    box: Box
    name: str
    count: int
    address: str
    here: bool = False


@require_GET
@asked
def matters(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List a box: `?box=`, of a `flow`, with some `words`, fifty `after` a place."""
    return _page(request, asking, request.GET)


@require_POST
@asked
def move_several(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Lead the chosen matters on by one move, all or none."""
    form = request.POST
    chosen, move = tuple(form.getlist("chosen")), form.get("move", "")
    problems = _unchosen(chosen, move)
    if not problems:
        try:
            reason = form.get("reason", "")
            actions.take_step(asking.by(key_of(form)), refs=chosen, move=move, reason=reason)
        except Refused as refusal:
            problems = refusal.problems
    if problems:
        return _page(request, asking, form, problems=problems, chosen=chosen, status=422)
    said = ngettext("{count} matter was moved on.", "{count} matters were moved on.", len(chosen))
    messages.success(request, said.format(count=len(chosen)))
    return HttpResponseRedirect(query_of("matters", box=_box(form), flow=form.get("flow", "")))


def box_tiles(asking: Asking, here: Box | None = None) -> tuple[BoxTile, ...]:
    """Return the boxes with their counts; one query."""
    counts = matter_inquiry.box_counts(asking.viewer, now=asking.now)
    return tuple(
        BoxTile(
            box=which,
            name=_(name),
            count=counts[which],
            address=query_of("matters", box=which),
            here=which is here,
        )
        for which, name in BOXES.items()
    )


def lines_of(
    asking: Asking, found: Iterable[MatterLine], moves: Mapping[str, object] = {}
) -> tuple[Line, ...]:
    """Return matters as lists show them."""
    return tuple(
        Line(line=one, status=one.status(asking.now), movable=bool(moves.get(one.ref))) for one in found
    )


def in_words(problem: Problem, flow: str) -> Problem:
    """Return a problem of a step with the move and the state that it names in the reader's words."""
    said = {"move": MOVE_WORDS, "state": STATE_WORDS}
    return replace(
        problem,
        values=tuple(
            (name, _(said[name][flow, value]) if name in said and (flow, value) in said[name] else value)
            for name, value in problem.values
        ),
    )


def _page(
    request: HttpRequest,
    asking: Asking,
    given: Mapping[str, str],
    *,
    problems: tuple[Problem, ...] = (),
    chosen: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    which = _box(given)
    flow = given.get("flow", "") if given.get("flow", "") in FLOW_WORDS else ""
    choice = Choice(flow=flow, text=given.get("words", "").strip()[:200])
    found = matter_inquiry.box(
        asking.viewer,
        which,
        now=asking.now,
        choice=choice,
        after=read_place(given.get("after", "")),
        limit=_PAGE + 1,
    )
    shown = found[:_PAGE]
    moves = matter_inquiry.moves_of(asking.viewer, [one.ref for one in shown], asking.today)
    flows = {one.ref: one.flow for one in shown}
    together = {ref: [m for m in some if _is_together(flows[ref], m)] for ref, some in moves.items()}
    kept = {"box": which, "flow": flow, "words": choice.text}
    context = {
        "tiles": box_tiles(asking, which),
        "box": which,
        "box_name": _(BOXES[which]),
        "empty": _(_EMPTY[which]),
        "choice": choice,
        "flows": [(name, _(word)) for name, word in FLOW_WORDS.items()],
        "lines": lines_of(asking, shown, together),
        "moves": _named(flows, together),
        "chosen": chosen,
        "move": given.get("move", ""),
        "reason": given.get("reason", ""),
        "problems": [_by_row(p, flows) for p in problems],
        "fields": ("move", "reason", *(f"pick-{ref}" for ref in flows)),
        "first": query_of("matters", **kept) if given.get("after") else "",
        "next": query_of("matters", **kept, after=place_of(shown[-1])) if len(found) > _PAGE else "",
        "homes": _acting(asking),
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/matters.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _acting(asking: Asking) -> list[object]:
    """The units in whose name the reader can start something."""
    acts = any(allowed(asking.viewer, Action.RECORD, span) for span in asking.viewer.spans)
    return list(inquiry.homes(asking.viewer)) if acts else []


def _box(given: Mapping[str, str]) -> Box:
    named = given.get("box", "")
    return Box(named) if named in set(Box) else Box.TO_DO


def _is_together(flow: str, move: Move) -> bool:
    """Whether a move can be taken for several: what needs a day or a post is said for each."""
    return _ALONE.isdisjoint(move.needs) and (flow, move.name) not in ELSEWHERE


def _named(flows: Mapping[str, str], moves: Mapping[str, Iterable[Move]]) -> list[tuple[str, str]]:
    """Each move that one of the matters offers, with its words; those that several flows have, once."""
    found: dict[str, str] = {}
    for ref, some in moves.items():
        for one in some:
            found.setdefault(one.name, _(MOVE_WORDS[flows[ref], one.name]))
    return list(found.items())


def _unchosen(chosen: tuple[str, ...], move: str) -> tuple[Problem, ...]:
    found = []
    if not chosen:
        found.append(
            error(
                "matter-unchosen",
                "No matter is chosen.",
                "Tick those that are to be moved on.",
                at=Place(ref="move"),
            )
        )
    if not move:
        found.append(
            error("move-unchosen", "It is not said what is to be done.", "Choose it.", at=Place(ref="move"))
        )
    return tuple(found)


def _by_row(problem: Problem, flows: Mapping[str, str]) -> Problem:
    """A problem of one of several matters, placed by its row."""
    ref = problem.place.file
    if not ref:
        return problem
    return replace(in_words(problem, flows.get(ref, "")), place=Place(ref=f"pick-{ref}", file=ref))
