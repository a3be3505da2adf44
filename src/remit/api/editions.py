"""Editions of regimes: listed, taken in, reviewed, issued, adopted."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Text, Unit, Version
from remit.api.operation import ask, do
from remit.api.paging import cut_at, page_of
from remit.api.shown import (
    Adopted,
    EditionShown,
    Found,
    Made,
    RegimeShown,
    adopted,
    edition_shown,
    found,
    render,
)
from remit.core.duty import Duty, ReviewState
from remit.core.part_decision import only_part
from remit.core.problem import Level, error, worst
from remit.core.regime import Edition
from remit.core.regime_part import Part, Parts
from remit.core.soundness import regime_problems
from remit.files.regime_yaml import dump_regime, parse_regime
from remit.store import actions, inquiry
from remit.store.access import Action, require
from remit.store.refusal import Refused

__all__ = [
    "AdoptionGiven",
    "EditionGiven",
    "Issue",
    "PartGiven",
    "PartReviewGiven",
    "ReviewGiven",
    "add_part",
    "adopt_edition",
    "get_edition",
    "get_regime_file",
    "import_edition",
    "issue_edition",
    "list_adoptions",
    "list_edition_problems",
    "list_editions",
    "review_duty",
    "review_part",
    "router",
]

router = Router(tags=["editions"])
OfDay = Annotated[Day, Path(description="The day of the edition.")]


class EditionGiven(Given):
    """A regime file, as text: YAML, or JSON, which is YAML too."""

    text: str = Field(min_length=1, max_length=1_000_000)


class ReviewGiven(Given):
    """A decision on a proposed duty; a correction brings the whole corrected duty under the same reference."""

    decision: ReviewState
    version: Version
    reason: Text = ""
    changes: Duty | None = None


class PartReviewGiven(Given):
    """A decision on a part; a correction brings the whole corrected part, alone in its list, under its reference."""

    decision: ReviewState
    version: Version
    reason: Text = ""
    changes: Parts | None = None


class PartGiven(Given):
    """A part that the reading did not find, alone in its list, with the reason; its reference may be left empty."""

    version: Version
    reason: Text
    part: Parts


class Issue(Given):
    """The version that was seen; `unreviewed` takes duties and parts that nobody has reviewed as they stand."""

    version: Version
    unreviewed: bool = False


class AdoptionGiven(Given):
    """An issued edition put in force for a unit and all below it."""

    regime: Code
    day: Day
    unit: Code
    since: Day


@ask(router, "/editions", Action.READ_EDITIONS, gives=page_of(EditionShown, "Edition"))
def list_editions(request: HttpRequest, after: After = "", limit: Limit = 100) -> HttpResponse:
    """List the editions, the newest first within a regime; drafts only to those who review."""
    some = [edition_shown(held) for held in inquiry.editions(caller(request).viewer)]
    items, following = cut_at(some, _newest_first, after=after, limit=limit)
    return render({"items": items, "next": following})


@ask(router, "/editions/{regime}/{day}", Action.READ_EDITIONS, gives=RegimeShown)
def get_edition(request: HttpRequest, regime: str, day: OfDay) -> HttpResponse:
    """Show an edition with its clauses, duties and parts."""
    held, text = inquiry.edition(caller(request).viewer, Edition(regime, day))
    return render(RegimeShown(held=edition_shown(held), regime=text))


@ask(router, "/editions/{regime}/{day}/regime.yaml", Action.READ_EDITIONS, gives=str)
def get_regime_file(request: HttpRequest, regime: str, day: OfDay) -> HttpResponse:
    """Hand out an edition as a regime file."""
    _, text = inquiry.edition(caller(request).viewer, Edition(regime, day))
    headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(dump_regime(text), content_type="application/yaml", headers=headers)


@ask(router, "/editions/{regime}/{day}/problems", Action.READ_EDITIONS, gives=list[Found])
def list_edition_problems(request: HttpRequest, regime: str, day: OfDay) -> HttpResponse:
    """List what is to be looked at in an edition: head, roles, duties and parts."""
    _, text = inquiry.edition(caller(request).viewer, Edition(regime, day))
    return render([found(problem) for problem in regime_problems(text)])


@do(router, "/editions", Action.REVIEW)
def import_edition(request: HttpRequest, key: Key, given: EditionGiven) -> HttpResponse:
    """Take in a regime file as a draft edition, or over the draft of that day."""
    who = caller(request)
    require(who.viewer, Action.REVIEW)
    regime, problems = parse_regime(given.text)
    if regime is None or worst(problems) is Level.ERROR:
        raise Refused(problems)
    return render(Made(ref=actions.import_edition(who.by(key), regime)), status=201)


@do(router, "/editions/{regime}/{day}/duties/{duty}/review", Action.REVIEW)
def review_duty(
    request: HttpRequest, regime: str, day: OfDay, duty: str, key: Key, given: ReviewGiven
) -> HttpResponse:
    """Accept, correct or reject a duty of a draft."""
    ref = actions.review_duty(
        caller(request).by(key),
        Edition(regime, day),
        duty,
        decision=given.decision,
        version=given.version,
        reason=given.reason,
        changes=given.changes,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/editions/{regime}/{day}/parts/{part}/review", Action.REVIEW)
def review_part(
    request: HttpRequest, regime: str, day: OfDay, part: str, key: Key, given: PartReviewGiven
) -> HttpResponse:
    """Accept, correct or reject a part of a draft."""
    ref = actions.review_part(
        caller(request).by(key),
        Edition(regime, day),
        part,
        decision=given.decision,
        version=given.version,
        reason=given.reason,
        changes=None if given.changes is None else _only(given.changes),
    )
    return render(Made(ref=ref), status=201)


@do(router, "/editions/{regime}/{day}/parts", Action.REVIEW)
def add_part(request: HttpRequest, regime: str, day: OfDay, key: Key, given: PartGiven) -> HttpResponse:
    """Add a part to a draft that the reading did not find, resting on words of one of its clauses."""
    who = caller(request)
    require(who.viewer, Action.REVIEW)
    ref = actions.add_part(
        who.by(key), Edition(regime, day), _only(given.part), version=given.version, reason=given.reason
    )
    return render(Made(ref=ref), status=201)


@do(router, "/editions/{regime}/{day}/issue", Action.REVIEW)
def issue_edition(request: HttpRequest, regime: str, day: OfDay, key: Key, given: Issue) -> HttpResponse:
    """Issue a draft: from then on it can be adopted and no longer be changed."""
    by = caller(request).by(key)
    name = Edition(regime, day)
    ref = actions.issue_edition(by, name, version=given.version, unreviewed=given.unreviewed)
    return render(Made(ref=ref), status=201)


@ask(router, "/adoptions", Action.SEE, gives=list[Adopted])
def list_adoptions(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List every adoption, past, present and future, that reaches a unit: its own and those from above."""
    return render([adopted(one) for one in inquiry.adoptions(caller(request).viewer, unit)])


@do(router, "/adoptions", Action.ADOPT)
def adopt_edition(request: HttpRequest, key: Key, given: AdoptionGiven) -> HttpResponse:
    """Put an issued edition in force for a unit and all below it."""
    by = caller(request).by(key)
    ref = actions.adopt(by, Edition(given.regime, given.day), unit=given.unit, since=given.since)
    return render(Made(ref=ref), status=201)


def _only(parts: Parts) -> Part:
    part = only_part(parts)
    if part is None:
        raise Refused(
            [
                error(
                    "part-alone",
                    "There has to be just one part, in its own list.",
                    "Write it as in a regime file: its list, such as grounds, with the one part in it.",
                )
            ]
        )
    return part


def _newest_first(one: EditionShown) -> tuple[str | int, ...]:
    return (one.regime, -one.day.toordinal())
