"""Who answers for a duty at a unit on any day, in which degree, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from remit.core.adoption import Adoption
from remit.core.assignment import Answer
from remit.core.duty import Duty
from remit.core.post import Organisation
from remit.core.regime import Regime, RegimeClause, duties_in_force, duty_reference
from remit.store import inquiry
from remit.web.dates import parse_day
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked

__all__ = ["AnswerLine", "Choice", "who"]

_LONGEST_LIST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A duty that can be asked about."""

    reference: str
    duty: Duty
    clause: RegimeClause
    regime: Regime


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer with the names of its unit and posts."""

    answer: Answer
    unit: str
    post: str


@require_GET
@asked
def who(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show who answers: `?unit=`, `?duty=REGIME/DUTY` and `?on=DATE`; what is missing is asked for."""
    homes = inquiry.homes(asking.viewer)
    code = request.GET.get("unit", "") or (homes[0].code if homes else "")
    day, problems = parse_day(request.GET.get("on", ""), field="on")
    on, duty = day or asking.today, request.GET.get("duty", "")
    context: dict[str, object] = {
        "on": on,
        "problems": problems,
        "fields": ("on",),
        "duty": duty,
        "code": code,
    }
    if code:
        seen = inquiry.unit(asking.viewer, code)
        chosen = _choices(inquiry.adoptions(asking.viewer, code), on)
        context |= {
            "unit": seen.unit,
            "choices": _by_regime(chosen.values()),
            "units": _near(asking, homes[0].code),
        }
        if duty in chosen:
            near = inquiry.organisation(asking.viewer, code, subtree=False)
            answers = inquiry.who(asking.viewer, duty, code, on)
            context |= {"chosen": chosen[duty], "lines": _lines(answers, near), "asked": True}
        elif duty:
            context |= {"not_bound": True}
    return frame.show(request, "remit/who.html", context, viewer=asking.viewer, today=asking.today)


def _choices(adoptions: Iterable[Adoption], on: date) -> dict[str, Choice]:
    """The duties of what is in force on the day, in the order of the texts."""
    found: dict[str, Choice] = {}
    for adoption in adoptions:
        if not (adoption.since <= on and (adoption.until is None or on <= adoption.until)):
            continue
        for clause, duty in duties_in_force(adoption.regime):
            named = duty_reference(adoption.regime, duty)
            found.setdefault(named, Choice(reference=named, duty=duty, clause=clause, regime=adoption.regime))
    return found


def _by_regime(choices: Iterable[Choice]) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    grouped: dict[str, list[Choice]] = {}
    for choice in choices:
        grouped.setdefault(choice.regime.title, []).append(choice)
    return tuple((title, tuple(group)) for title, group in grouped.items())


def _near(asking: Asking, head: str) -> tuple[object, ...]:
    """The units to choose from, where they are few enough for a list."""
    units = inquiry.units(asking.viewer, head, most=_LONGEST_LIST + 1)
    return units if len(units) <= _LONGEST_LIST else ()


def _lines(answers: Iterable[Answer], near: Organisation) -> tuple[AnswerLine, ...]:
    units = {unit.code: unit.name for unit in near.units}
    posts = {post.code: post.title for post in near.posts}
    return tuple(
        AnswerLine(answer, units.get(answer.unit, answer.unit), posts.get(answer.post, answer.post))
        for answer in answers
    )
