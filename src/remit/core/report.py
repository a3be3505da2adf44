"""A work report: figures that each name what they count, lines on what was done and missed, and people's own words.

What is computed and what somebody wrote never mix: the words stand beside the figures of their section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from remit.core.addressing import Addressee
from remit.core.outside import outside_problem, outside_problems
from remit.core.phrase import MONTHS
from remit.core.problem import Place, Problem, error
from remit.core.record import Record, latest_evidence
from remit.core.regime import Edition, clause_path
from remit.core.report_words import CAUSES, FIGURES, LINES, PERIODS, SECTIONS, TITLE, TITLE_PLAIN
from remit.core.reporting_period import ReportingPeriod
from remit.core.scope import screen
from remit.core.standing import Standing, Status

__all__ = [
    "LONGEST_TEXT",
    "Figure",
    "Line",
    "LineKind",
    "Report",
    "Section",
    "SectionName",
    "counted",
    "each_figure",
    "figure_text",
    "line_text",
    "occurrence_reference",
    "period_text",
    "recount",
    "report_title",
    "section_title",
    "text_problems",
    "with_text",
]

Translate = Callable[[str], str]
LONGEST_TEXT = 20_000
_SENTENCE = re.compile(r"[^。！？!?;；\n]+[。！？!?;；]*|\n")


class SectionName(StrEnum):
    """The sections of a report, in their order."""

    OVERVIEW = "overview"
    DONE = "done"
    SHORTCOMINGS = "shortcomings"
    NEXT = "next"


class LineKind(StrEnum):
    """What a line says of a duty."""

    DONE = "done"
    OVERDUE = "overdue"
    UNASSIGNED = "unassigned"
    CARRIED = "carried"  # still open from before the period
    LATE = "late"
    FINDING = "finding"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts: `refs` are records, `DUTY@WINDOW` for occurrences, or `RECORD/SHA256` for files.

    `name` is one of `report_words.FIGURES`, which says it; `values` are for its wording. A figure counts its refs, but
    for `detail`, which adds up what its records say.
    """

    name: str
    number: float
    refs: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a report says of one duty (`ref`: REGIME/DUTY) or finding: `what` in its own words, figures, and a cause.

    `first` and `last` are the first and the last due day of what its first figure counts. `cause` is one of
    `report_words.CAUSES`; nothing but what the data show is given as a cause. `values` are for the wording: `source`
    names the regulation where there are several, `late` the most days that something came late.
    """

    kind: LineKind
    ref: str
    what: str
    clause: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    first: date | None = None
    last: date | None = None
    cause: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: its figures, its lines, and what people wrote there, which nobody computed."""

    name: SectionName
    figures: tuple[Figure, ...] = ()
    lines: tuple[Line, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of a unit on a period, as things stood on a `day`.

    `regimes` are the editions that it covers, `subjects` what they are about; `addressees` whom it goes to, and who
    gets a copy. `problems` say which duties could not be scheduled and so are in no figure.
    """

    unit: str
    unit_name: str
    period: ReportingPeriod
    day: date
    regimes: tuple[Edition, ...] = ()
    subjects: tuple[str, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    sections: tuple[Section, ...] = ()
    problems: tuple[Problem, ...] = ()

    def section(self, name: SectionName) -> Section:
        """Return one section; an empty one where the report has none of that name."""
        return next((one for one in self.sections if one.name == name), Section(name=name))


def occurrence_reference(standing: Standing) -> str:
    """Return what names an occurrence within a unit: `DUTY@WINDOW`, as a record's `meets` does."""
    return f"{standing.occurrence.duty}@{standing.occurrence.window}"


def counted(name: str, standings: Iterable[Standing]) -> Figure:
    """Return the figure of that name that counts these occurrences."""
    refs = tuple(occurrence_reference(one) for one in standings)
    return Figure(name=name, number=len(refs), refs=refs)


def each_figure(report: Report) -> Iterator[Figure]:
    """Yield every figure of a report, those of its lines too, in order."""
    for section in report.sections:
        yield from section.figures
        for line in section.lines:
            yield from line.figures


_STATUSES: dict[str, frozenset[Status]] = {
    "met": frozenset({Status.MET}),
    "late": frozenset({Status.LATE}),
    "made-good": frozenset({Status.LATE}),
    "overdue": frozenset({Status.OVERDUE}),
    "unassigned": frozenset({Status.UNASSIGNED}),
    "carried": frozenset({Status.OVERDUE, Status.UNASSIGNED}),
    "excused": frozenset({Status.EXCUSED}),
    "open": frozenset({Status.DUE_SOON, Status.UPCOMING}),
    "coming": frozenset({Status.DUE_SOON, Status.UPCOMING, Status.UNASSIGNED, Status.OVERDUE}),
    "due": frozenset(Status),
}


def recount(figure: Figure, *, records: Iterable[Record], standings: Iterable[Standing]) -> int:
    """Return how many of a figure's refs are there and still are what it says: its number, unless things changed.

    `records` and `standings` are those of the report's unit. Not for `detail` figures, whose refs it only finds.
    """
    held = frozenset(figure.refs)
    statuses = _STATUSES.get(figure.name)
    if statuses is not None:
        return sum(one.status in statuses and occurrence_reference(one) in held for one in standings)
    if figure.name == "files":
        files = {f"{record.ref}/{file.sha256}" for record in records for file in latest_evidence(record)}
        return len(files & held)
    return sum(record.ref in held for record in records)


def with_text(report: Report, name: SectionName, text: str) -> Report:
    """Return the report with somebody's words in a section; its figures and lines are untouched."""
    sections = (replace(one, text=text) if one.name == name else one for one in report.sections)
    return replace(report, sections=tuple(sections))


def text_problems(name: SectionName, text: str) -> tuple[Problem, ...]:
    """Return what keeps words from standing in a report: too long, or outside scope. `Place.ref` is the section."""
    at = Place(ref=name)
    if len(text) > LONGEST_TEXT:
        return (
            error(
                "report-text-long",
                "This section has {count} characters; it may have {most}.",
                "Shorten it, or put the rest into an annex.",
                at=at,
                count=len(text),
                most=LONGEST_TEXT,
            ),
        )
    found = outside_problems(map(str.strip, _SENTENCE.findall(text)), at=at)
    if found:
        return found
    whole = screen(text)  # a list says with its lead-in what its items do not say alone
    return tuple(outside_problem(text[start:end], whole.why, at=at) for start, end in whole.spans)


def report_title(report: Report, translate: Translate = str) -> str:
    """Return the title of a report in the language of `translate`."""
    subject = translate(", ").join(report.subjects)
    said = {"unit": report.unit_name, "period": period_text(report.period, translate), "subject": subject}
    return translate(TITLE if subject else TITLE_PLAIN).format_map(said)


def period_text(period: ReportingPeriod, translate: Translate = str) -> str:
    """Return a period in words: the first half of 2026, 2026年上半年."""
    if period.length == "P1M":
        return _month(period.year, period.number, translate)
    key = f"P6M-{period.number}" if period.length == "P6M" else period.length
    return translate(PERIODS[key]).format(year=period.year, number=period.number)


def _month(year: int, number: int, translate: Translate) -> str:
    return translate(PERIODS["P1M"]).format(year=year, month=translate(MONTHS[number - 1]))


def section_title(name: SectionName, translate: Translate = str) -> str:
    """Return the heading of a section."""
    return translate(SECTIONS[name])


def figure_text(figure: Figure, translate: Translate = str) -> str:
    """Return a figure with what it counts: done in time: 12."""
    values = {**dict(figure.values), "number": f"{figure.number:g}"}
    values |= {name: translate(values[name]) for name in ("kind", "label") if name in values}
    if "month" in values:
        year, month = map(int, values["month"].split("-"))
        values["month"] = _month(year, month, translate)
    return translate(FIGURES[figure.name]).format_map(values)


def line_text(
    line: Line,
    translate: Translate = str,
    *,
    path: Callable[[tuple[str, ...]], str] = clause_path,
    day: Callable[[date], str] = date.isoformat,
) -> str:
    """Return a line as a sentence in the language of `translate`; `path` cites its clause, `day` writes a day."""
    said = dict(line.values)
    values = {
        **said,
        "what": line.what,
        "clause": _source(said, translate) + path(line.clause),
        "figures": translate("; ").join(figure_text(one, translate) for one in line.figures),
        "number": f"{line.figures[0].number:g}" if line.figures else "",
        "days": _days(line, translate, day),
    }
    values["cause"] = translate(CAUSES[line.cause]).format_map(values) if line.cause else ""
    return translate(LINES[line.kind]).format_map(values)


def _source(said: Mapping[str, str], translate: Translate) -> str:
    """The regulation that a clause is of, where a report covers several."""
    return translate("“{title}”").format(title=said["source"]) + " " if "source" in said else ""


def _days(line: Line, translate: Translate, day: Callable[[date], str]) -> str:
    if line.first is None or line.last is None:
        return ""
    if line.first == line.last:
        return day(line.first)
    return translate("{first} to {last}").format(first=day(line.first), last=day(line.last))
