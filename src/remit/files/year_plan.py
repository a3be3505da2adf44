"""The year's plan: every occurrence with its clause, its unit and who answers for it on the due day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from remit.core.adoption import Adoption
from remit.core.assignment import Answer, Assigned, Assignment, answer
from remit.core.duty import Duty
from remit.core.post import Directory
from remit.core.problem import Problem
from remit.core.regime import clause_path, duties, duty_reference
from remit.core.schedule import Occurrence, occurrences
from remit.core.workday import WorkCalendar
from remit.files.ics import DueEntry, calendar_bytes
from remit.files.wording import Translate, degree_words, rhythm_words
from remit.files.xlsx import workbook_bytes

__all__ = ["HEAD", "Planned", "YearPlan", "lay_out_year", "plan_calendar", "plan_rows", "plan_workbook"]

HEAD = (
    "Due",
    "Opens",
    "Window",
    "Unit",
    "Clause",
    "What",
    "How often or by when",
    "Who answers",
    "Degree",
    "Times",
)
_WIDTHS = (12, 12, 12, 22, 18, 44, 26, 26, 18, 8)


@dataclass(frozen=True, slots=True)
class Planned:
    """An occurrence, its duty, and who answers for it on the day it is due."""

    occurrence: Occurrence
    duty: Duty
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class YearPlan:
    """What falls due under an adoption from `first` to `last`."""

    adoption: Adoption
    directory: Directory
    items: tuple[Planned, ...]
    problems: tuple[Problem, ...]


def lay_out_year(
    adoption: Adoption, directory: Directory, calendar: WorkCalendar, *, first: date, last: date
) -> YearPlan:
    """Return what is due from `first` to `last`, ordered by due day, and why some duties could not be scheduled."""
    owed, problems = occurrences(adoption, directory, calendar, first=first, last=last)
    known = {duty_reference(adoption.regime, duty): duty for _, duty in duties(adoption.regime)}
    assigned = Assigned(adoption, directory)
    items = tuple(
        Planned(o, known[o.duty], tuple(_answers(assigned.due(o.duty, o.unit, o.due), directory, o.due)))
        for o in owed
        if first <= o.due <= last
    )
    return YearPlan(adoption, directory, items, problems)


def plan_rows(plan: YearPlan, translate: Translate) -> Iterator[tuple[str | int, ...]]:
    """Yield each occurrence's cells in the order of `HEAD`."""
    for item in plan.items:
        owed = item.occurrence
        yield (
            owed.due.isoformat(),
            owed.opens.isoformat(),
            owed.window,
            plan.directory.units[owed.unit].name,
            clause_path(owed.clause),
            _what(item.duty, translate),
            rhythm_words(item.duty.cadence, item.duty.deadline, translate),
            translate("; ").join(_who(a, plan.directory, translate) for a in item.answers),
            translate("; ").join(dict.fromkeys(degree_words(a.degree, translate) for a in item.answers)),
            owed.needed,
        )


def plan_workbook(plan: YearPlan, translate: Translate) -> bytes:
    """Return the plan as a workbook to print and filter."""
    head = [translate(column) for column in HEAD]
    title = plan.adoption.regime.title
    return workbook_bytes(translate("Year plan"), title, head, plan_rows(plan, translate), _WIDTHS, translate)


def plan_calendar(plan: YearPlan, translate: Translate) -> bytes:
    """Return the plan as an iCalendar file."""
    entries = [_entry(item, plan, translate) for item in plan.items]
    regime = plan.adoption.regime
    return calendar_bytes(
        regime.title, entries, edition=regime.edition, days_before=regime.defaults.due_soon_days
    )


def _entry(item: Planned, plan: YearPlan, translate: Translate) -> DueEntry:
    unit = plan.directory.units[item.occurrence.unit].name
    title = translate("Due: {what} ({unit})").format(what=_what(item.duty, translate), unit=unit)
    lines: Sequence[str] = (
        f"{plan.adoption.regime.title} {clause_path(item.occurrence.clause)}",
        item.duty.quote,
        translate("; ").join(_who(a, plan.directory, translate) for a in item.answers),
    )
    return DueEntry(item.occurrence, title, "\n".join(filter(None, lines)))


def _answers(assignments: Sequence[Assignment], directory: Directory, day: date) -> Iterator[Answer]:
    """Who answers, each post once even where several roles lead to it."""
    seen: set[str] = set()
    for assignment in assignments:
        for found in answer(assignment, directory, day=day):
            if found.post and found.post not in seen:
                seen.add(found.post)
                yield found


def _what(duty: Duty, translate: Translate) -> str:
    return translate("; ").join(duty.actions) or duty.quote


def _who(found: Answer, directory: Directory, translate: Translate) -> str:
    """Post and person; for a vacant post the one that answers for it."""
    title = directory.posts[found.post].title
    if found.person:
        return f"{title} {found.person}"
    values = dict(found.values)
    if values.get("through_person"):
        return translate("{post} (vacant), through {title} {person}").format(
            post=title, title=values["through_title"], person=values["through_person"]
        )
    return translate("{post} (vacant)").format(post=title)
