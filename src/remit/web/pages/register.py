"""The register: editions of regulations, and each with its clauses and the duties that they yield."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from remit.core.duty import Duty, ReviewState
from remit.core.problem import Problem
from remit.core.regime import Edition, Regime, RegimeClause
from remit.core.soundness import regime_problems
from remit.store import inquiry, load
from remit.store.access import Action, allowed
from remit.store.load import EditionHeld
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.passage import Passage, passages
from remit.web.pages.progress import Progress, count_part_reviews, count_reviews
from remit.web.templatetags.words import path_words

__all__ = ["EditionLine", "Line", "by_click", "regime", "regimes", "register_context", "show_regime"]

_DEEPEST = 4
_PARAGRAPH = re.compile("第.+款")  # unnumbered in print: it stands no deeper than its article
_FEWEST_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the list, with how far its review has come."""

    held: EditionHeld
    progress: Progress
    parts: Progress

    @property
    def open(self) -> int:
        """How many duties and parts still have to be looked at."""
        return self.progress.open + self.parts.open


@dataclass(frozen=True, slots=True)
class Line:
    """A clause or heading ready to be shown: how deep it stands, and its words cut where quotes begin and end."""

    clause: RegimeClause
    depth: int
    passages: tuple[Passage, ...]

    @property
    def label(self) -> str:
        """The clause's path, where its text does not begin with it anyway."""
        said = path_words(self.clause.ref)
        return "" if self.clause.text.startswith(said) else said


@require_GET
@asked
def regimes(request: HttpRequest, asking: Asking) -> HttpResponse:
    """List the editions that the reader may see."""
    editions = inquiry.editions(asking.viewer)
    texts = load.regimes(editions)
    found = [(held, texts[held.name]) for held in editions]
    lines = [EditionLine(held, count_reviews(text), count_part_reviews(text)) for held, text in found]
    context = {"lines": lines, "may_review": allowed(asking.viewer, Action.REVIEW)}
    return frame.show(request, "remit/regimes.html", context, viewer=asking.viewer, today=asking.today)


@require_GET
@asked
def regime(request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Show an edition's text beside its duties; `?show=open` only what is still to review."""
    return show_regime(request, asking, Edition(regime, day), only_open=request.GET.get("show") == "open")


def show_regime(
    request: HttpRequest,
    asking: Asking,
    name: Edition,
    *,
    only_open: bool = False,
    problems: tuple[Problem, ...] = (),
    adopting: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page of an edition, with the problems of what could not be stored and what was typed for it."""
    held, found = inquiry.edition(asking.viewer, name)
    lines = [line for line in _lines(found.clauses) if not only_open or _wants_review(line)]
    context = {
        **register_context(asking, held, found),
        "lines": lines,
        "only_open": only_open,
        "contents": [] if only_open else _contents(found.clauses),
        "problems": problems,
        "findings": regime_problems(found) if held.state == "draft" else (),
        "fields": ("since",),
        **_adopting(asking, held, adopting),
    }
    return frame.show(
        request, "remit/regime.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _contents(clauses: Iterable[RegimeClause]) -> list[RegimeClause]:
    headings = [clause for clause in clauses if clause.heading and clause.ref]
    return headings if len(headings) >= _FEWEST_HEADINGS else []


def by_click(view: Callable[..., HttpResponse], *, back: str = "regime") -> Callable[..., HttpResponse]:
    """Let a view of an edition act on POST only; who comes back to its address by GET is led to the page `back`."""

    @wraps(view)
    def act(request: HttpRequest, *args: object, **values: object) -> HttpResponse:
        if request.method == "POST":
            return view(request, *args, **values)
        return HttpResponseRedirect(reverse(back, args=[values["regime"], values["day"]]))

    return act


def _adopting(asking: Asking, held: EditionHeld, typed: Mapping[str, str] | None) -> dict[str, object]:
    """What the form that puts an issued edition in force needs; nothing for whoever may not."""
    if held.state != "issued" or not any(
        allowed(asking.viewer, Action.ADOPT, s) for s in asking.viewer.spans
    ):
        return {}
    return {
        "homes": inquiry.homes(asking.viewer),
        "adopting": typed or {"since": max(asking.today, held.name.day).isoformat()},
        "key": secrets.token_urlsafe(16),
    }


def register_context(asking: Asking, held: EditionHeld, found: Regime) -> dict[str, object]:
    """Return what the page of an edition and each of its parts need."""
    progress, part_progress = count_reviews(found), count_part_reviews(found)
    may_review = held.state == "draft" and allowed(asking.viewer, Action.REVIEW)
    return {
        "held": held,
        "regime": found,
        "version": held.version,
        "progress": progress,
        "part_progress": part_progress,
        "may_review": may_review,
        "may_issue": may_review and not progress.open and not part_progress.open,
    }


def _lines(clauses: Iterable[RegimeClause]) -> Iterable[Line]:
    headings: tuple[str, ...] = ()
    for clause in clauses:
        if clause.heading:
            headings = clause.ref
            yield Line(clause, 1, ())
            continue
        own = clause.ref[len(headings) :] if clause.ref[: len(headings)] == headings else clause.ref
        depth = sum(not _PARAGRAPH.fullmatch(number) for number in own)
        yield Line(clause, max(1, min(depth, _DEEPEST)), passages(clause.text, clause.duties))


def _wants_review(line: Line) -> bool:
    return any(_open(duty) for duty in line.clause.duties)


def _open(duty: Duty) -> bool:
    return duty.review.suspect or duty.review.state is ReviewState.PROPOSED
