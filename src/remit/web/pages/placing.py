"""Which posts of a unit the roles of a regulation stand for: proposed with reasons, confirmed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.breakdown import Placement
from remit.core.placing import REASONS, PlacedRole, Proposal
from remit.core.post import Holder
from remit.core.problem import Problem
from remit.store import actions, dividing_inquiry
from remit.store.dividing_inquiry import PlacingSeen
from remit.store.refusal import Refused
from remit.web.dates import day_words
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import fresh_key, key_of, needed_day
from remit.web.templatetags.words import degree_word

__all__ = ["OfferedPost", "RoleShown", "placing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPost:
    """A post that is offered for a role: who holds it, why it may be the one, and whether its box is ticked."""

    proposal: Proposal
    holders: tuple[Holder, ...]
    reasons: tuple[str, ...]
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShown:
    """A role with the posts that are offered for it, and what is confirmed."""

    number: int
    placed: PlacedRole
    posts: tuple[OfferedPost, ...]
    confirmed: tuple[str, ...]
    confirmed_by: str
    mark: str


@require_http_methods(["GET", "POST"])
@asked
def placing(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show what each role is at the unit, and confirm all of them with a day."""
    given = request.POST if request.method == "POST" else request.GET
    seen = dividing_inquiry.placing(
        asking.viewer, given.get("unit", ""), given.get("regime", ""), asking.today
    )
    if request.method == "GET":
        return _show(request, asking, seen, ())
    since, problems = needed_day(given, "since")
    if since is None:
        return _show(request, asking, seen, problems)
    placements = _placements(given, seen, since)
    marks = {one.role: given.get(f"mark-{number}", "") for number, one in _numbered(given, placements)}
    if placements:
        try:
            actions.confirm_placements(
                asking.by(key_of(given)),
                placements,
                regime=seen.regime.id,
                unit=seen.unit.code,
                seen=marks,
            )
        except Refused as refusal:
            return _show(request, asking, seen, refusal.problems)
    messages.success(request, _("Confirmed from {day} on.").format(day=day_words(since)))
    query = urlencode({"unit": seen.unit.code, "regime": seen.regime.id})
    return HttpResponseRedirect(f"{reverse('placing')}?{query}")


def _placements(given: QueryDict, seen: PlacingSeen, since: date) -> list[Placement]:
    """What was ticked; a role that has no post and had none stays with what degrees say."""
    found = []
    for number, one in enumerate(seen.roles):
        posts = tuple(dict.fromkeys(given.getlist(f"posts-{number}")))
        if given.get(f"role-{number}") == one.role.name and (posts or one.placement):
            found.append(Placement(unit=seen.unit.code, role=one.role.name, posts=posts, since=since))
    return found


def _numbered(given: QueryDict, placements: Sequence[Placement]) -> list[tuple[str, Placement]]:
    numbers = {given.get(name): name.removeprefix("role-") for name in given if name.startswith("role-")}
    return [(numbers[one.role], one) for one in placements]


def _show(
    request: HttpRequest, asking: Asking, seen: PlacingSeen, problems: tuple[Problem, ...]
) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    context = {
        "unit": seen.unit,
        "regime": seen.regime,
        "keeps": seen.keeps,
        "roles": [_role(number, one, seen, typed) for number, one in enumerate(seen.roles)],
        "since": request.POST.get("since", "") or asking.today.isoformat(),
        "problems": problems,
        "fields": ("since",),
        "key": fresh_key(),
    }
    status = 422 if problems else 200
    return frame.show(
        request, "remit/placing.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _role(number: int, placed: PlacedRole, seen: PlacingSeen, typed: QueryDict | None) -> RoleShown:
    held = placed.placement.posts if placed.placement else ()
    ticked = held if placed.placement else tuple(p.post.code for p in placed.proposals if p.chosen)
    if typed is not None:
        ticked = tuple(typed.getlist(f"posts-{number}"))
    titles = seen.directory.posts
    return RoleShown(
        number=number,
        placed=placed,
        posts=tuple(
            OfferedPost(
                proposal=one,
                holders=seen.directory.holders_on(one.post.code, seen.day),
                reasons=tuple(_reason(reason, one, seen) for reason in one.reasons),
                ticked=one.post.code in ticked,
            )
            for one in placed.proposals
        ),
        confirmed=tuple(titles[code].title for code in held if code in titles),
        confirmed_by=seen.confirmed_by.get(placed.role.name, ""),
        mark=seen.marks.get(placed.role.name, ""),
    )


def _reason(reason: str, proposal: Proposal, seen: PlacingSeen) -> str:
    values: Mapping[str, str] = {"degree": degree_word(proposal.post.degree), "subject": seen.regime.subject}
    return _(REASONS[reason]).format_map(values)
