"""The parts of an edition beside its duties: each beside the words it rests on, with what is to be looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from remit.core.clause import clauses_above
from remit.core.duty import ReviewState
from remit.core.part_decision import PART_KINDS, clause_of_part
from remit.core.part_words import LIST_NAMES, part_slots, part_title
from remit.core.problem import Problem
from remit.core.regime import Edition, Regime, RegimeClause
from remit.core.regime_part import Part, each_part
from remit.core.soundness import regime_problems
from remit.files.regime_yaml import dump_regime
from remit.store import inquiry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.passage import Passage, passages
from remit.web.pages.register import register_context

__all__ = [
    "PartLine",
    "PartList",
    "PartSource",
    "leads",
    "part_line",
    "regime_file",
    "regime_parts",
    "show_parts",
]

Found = Mapping[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part ready to be shown: in a word or two, its filled fields, and what is to be looked at in it."""

    part: Part
    title: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PartSource:
    """The words of a clause, cut where quotes begin and end, those that lead to it, and the parts that rest on them."""

    ref: tuple[str, ...]
    lead: str
    passages: tuple[Passage, ...]
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class PartList:
    """A list of a regime: its name in the files, what it is called, its parts by clause, how many are open."""

    name: str
    title: str
    sources: tuple[PartSource, ...]
    count: int
    open: int


@require_GET
@asked
def regime_parts(request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Show an edition's parts beside their words; `?show=open` only what is still to review."""
    return show_parts(request, asking, Edition(regime, day), only_open=request.GET.get("show") == "open")


@require_GET
@asked
def regime_file(_request: HttpRequest, asking: Asking, regime: str, day: date) -> HttpResponse:
    """Hand out an edition as a regime file, as it stands with what was reviewed."""
    name = Edition(regime, day)
    _held, text = inquiry.edition(asking.viewer, name)
    headers = {
        "Content-Disposition": f'attachment; filename="{name.regime}-{name.day.isoformat()}.yaml"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(dump_regime(text), content_type="application/yaml; charset=utf-8", headers=headers)


def show_parts(
    request: HttpRequest,
    asking: Asking,
    name: Edition,
    *,
    only_open: bool = False,
    problems: tuple[Problem, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Return the page of an edition's parts, with the problems of what could not be stored."""
    held, text = inquiry.edition(asking.viewer, name)
    found = _problems(text) if held.state == "draft" else {}
    above = leads(text)
    lists = [_listed(text, list_name, found, above, only_open=only_open) for list_name in PART_KINDS]
    context = {
        **register_context(asking, held, text),
        "lists": [one for one in lists if one.count],
        "missing": [one for one in lists if not getattr(text.parts, one.name)],
        "only_open": only_open,
        "on_parts": True,
        "problems": problems,
        "findings": [problem for some in found.values() for problem in some],
    }
    return frame.show(
        request, "remit/parts.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def part_line(text: Regime, part: Part, list_name: str, found: Found | None = None) -> PartLine:
    """Return a part ready to be shown; `found` are the problems of the parts, looked for where they are not given."""
    known = _problems(text) if found is None else found
    return PartLine(
        part, part_title(part, _, list_name=list_name), part_slots(part, _), known.get(part.ref, ())
    )


def _listed(text: Regime, name: str, found: Found, above: Mapping[int, str], *, only_open: bool) -> PartList:
    every: tuple[Part, ...] = getattr(text.parts, name)
    shown = [part for part in every if not only_open or _is_open(part)]
    return PartList(
        name=name,
        title=_(LIST_NAMES[name]),
        sources=tuple(_sources(text, name, shown, found, above)),
        count=len(shown),
        open=sum(_is_open(part) for part in every),
    )


def _sources(
    text: Regime, name: str, some: Iterable[Part], found: Found, above: Mapping[int, str]
) -> Iterable[PartSource]:
    """The parts in their order, those that follow each other on one clause together."""
    placed = ((clause_of_part(text, part), part) for part in some)
    for clause, group in groupby(placed, key=_clause):
        parts = [part for _clause_of, part in group]
        yield PartSource(
            ref=parts[0].clause,
            lead="" if clause is None else above.get(clause.start, ""),
            passages=() if clause is None else passages(clause.text, parts),
            lines=tuple(part_line(text, part, name, found) for part in parts),
        )


def leads(text: Regime) -> Mapping[int, str]:
    """Return for each item, by the place where it starts, the words of the clause above, which it goes on from."""
    clauses = [clause for clause in text.clauses if not clause.heading]
    above = clauses_above(clause.ref for clause in clauses)
    return {
        clause.start: clauses[at].text for clause, at in zip(clauses, above, strict=True) if at is not None
    }


def _clause(placed: tuple[RegimeClause | None, Part]) -> RegimeClause | None:
    return placed[0]


def _problems(text: Regime) -> Found:
    refs = {part.ref for part in each_part(text.parts)}
    found: defaultdict[str, tuple[Problem, ...]] = defaultdict(tuple)
    for problem in regime_problems(text):
        if problem.place.ref in refs:
            found[problem.place.ref] += (problem,)
    return found


def _is_open(part: Part) -> bool:
    return part.review.suspect or part.review.state is ReviewState.PROPOSED
