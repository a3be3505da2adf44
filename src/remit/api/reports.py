"""Reports up the hierarchy and major situations: expected, begun, written, handed in, told, passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import AwareDatetime, Field

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Ref, Text, Unit
from remit.api.operation import ask, do
from remit.api.paging import page_of
from remit.api.shown import Made, render
from remit.core.expected_report import ReportState
from remit.core.incident import Mark
from remit.core.matter import Matter, matter_state
from remit.core.report import LONGEST_TEXT, Report, SectionName
from remit.core.standing import Status
from remit.store import actions, reporting_inquiry, situation_inquiry
from remit.store.access import Action
from remit.store.load_matter import MatterLine

__all__ = [
    "CallGiven",
    "EscalationGiven",
    "Expected",
    "OneReport",
    "OneSituation",
    "ReportBelow",
    "ReportGiven",
    "SituationGiven",
    "SituationReportGiven",
    "SubmissionGiven",
    "WordsGiven",
    "call_for_reports",
    "escalate_situation",
    "get_report",
    "get_situation",
    "list_reports",
    "list_reports_below",
    "list_situations",
    "open_report",
    "open_situation",
    "report_situation",
    "router",
    "submit_report",
    "write_report",
]

router = Router(tags=["reports"])
On = Annotated[Day | None, Query(description="The day asked about; left out: today.")]
Version = Annotated[int, Query(ge=0, le=999_999, description="The number of a version; 0: the latest.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A report that a unit is to make in a window of a duty; `ref` is that of the one begun, empty where none was."""

    duty: str
    window: str
    period: str
    due: date
    status: Status
    state: ReportState
    late: bool
    ref: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBelow:
    """How far a unit below has come with its report."""

    unit: str
    name: str
    duty: str
    window: str
    due: date
    status: Status
    state: ReportState
    late: bool
    ref: str
    urged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OneReport:
    """A report in one version: `number` is the version's, `versions` those that may be read, `differs` today's count.

    `differs` is how many things are otherwise today, null where the caller does not see the unit's records.
    """

    matter: Matter
    state: str
    report: Report | None
    number: int
    versions: tuple[reporting_inquiry.Version, ...]
    corrected: bool
    differs: int | None
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSituation:
    """A situation with what marks it; `until` is when its time limit runs out, null where nothing limits it."""

    matter: Matter
    state: str
    until: datetime | None
    reported: datetime | None
    marks: tuple[Mark, ...]
    moves: tuple[str, ...]


class ReportGiven(Given):
    """A report to begin: `duty` is REGIME/DUTY@WINDOW; without `asker` it goes to whom the regime names."""

    unit: Code
    duty: Code
    period: Code
    asker: Ref = ""
    copies: list[Code] = Field(default=[], max_length=50)


class WordsGiven(Given):
    """The words of a report by section, over the version that was seen."""

    seen: int = Field(ge=1, le=999_999)
    texts: dict[SectionName, Annotated[str, Field(max_length=LONGEST_TEXT)]] = Field(default={})


class SubmissionGiven(Given):
    """The version that is handed in, as it was seen."""

    seen: int = Field(ge=1, le=999_999)


class CallGiven(Given):
    """Units that are urged to hand in their report for REGIME/DUTY@WINDOW, also those that have not begun."""

    asker: Code
    units: list[Code] = Field(min_length=1, max_length=500)
    duty: Code
    period: Code


class SituationGiven(Given):
    """What happened, since when it is known (with its time zone), and the duties whose time limits start."""

    unit: Code
    title: Text
    known: AwareDatetime
    place: Text = ""
    text: Text = ""
    starts: list[Code] = Field(default=[], max_length=50)
    asker: Ref = ""


class SituationReportGiven(Given):
    """What is reported to the level above, in words."""

    text: Text


class EscalationGiven(Given):
    """Why the situation is passed on to the next level up."""

    reason: Text


@ask(router, "/reports", Action.SEE, gives=list[Expected])
def list_reports(request: HttpRequest, unit: Unit, on: On = None) -> HttpResponse:
    """List the reports that a unit is to make in the year of a day, by due day."""
    who = caller(request)
    lines = reporting_inquiry.reports_of(who.viewer, unit, on or who.today).lines
    return render(
        [
            Expected(
                duty=one.duty,
                window=one.window,
                period=one.period,
                due=one.due,
                status=one.status,
                state=one.state,
                late=one.late,
                ref=_ref(one.begun),
                records=one.records,
            )
            for one in lines
        ]
    )


@ask(router, "/reports-below", Action.SEE, gives=page_of(ReportBelow, "ReportBelow"))
def list_reports_below(
    request: HttpRequest,
    unit: Unit,
    duty: Annotated[str, Query(max_length=400, description="A duty: REGIME/DUTY.")] = "",
    window: Annotated[str, Query(max_length=200, description="Its window.")] = "",
    status: Annotated[list[Status] | None, Query(description="Only these.")] = None,
    on: On = None,
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List how far the units below have come with a report; without a duty or window, the one that is due next."""
    who = caller(request)
    seen = reporting_inquiry.reports_below(
        who.viewer,
        unit,
        on or who.today,
        duty=duty,
        window=window,
        wanted=tuple(status or Status),
        after=after,
        limit=limit,
    )
    items = [
        ReportBelow(
            unit=one.unit,
            name=one.name,
            duty=seen.duty,
            window=seen.window,
            due=one.due,
            status=one.status,
            state=one.state,
            late=one.late,
            ref=_ref(one.begun),
            urged=one.begun.urged if one.begun else 0,
        )
        for one in seen.lines
    ]
    return render({"items": items, "next": seen.after or None})


@ask(router, "/reports/{ref}", Action.SEE, gives=OneReport)
def get_report(request: HttpRequest, ref: str, version: Version = 0) -> HttpResponse:
    """Show a report with its figures, what each counts, and its words."""
    who = caller(request)
    seen = reporting_inquiry.the_report(who.viewer, ref, who.now, number=version)
    return render(
        OneReport(
            matter=seen.seen.matter,
            state=matter_state(seen.seen.matter),
            report=seen.report,
            number=seen.number,
            versions=seen.versions,
            corrected=seen.corrected,
            differs=None if seen.recount is None else len(seen.recount),
            moves=tuple(move.name for move in seen.seen.moves),
        )
    )


@do(router, "/reports", Action.RECORD)
def open_report(request: HttpRequest, key: Key, given: ReportGiven) -> HttpResponse:
    """Begin a report with the figures as they are now."""
    ref = actions.open_report(
        caller(request).by(key),
        unit=given.unit,
        duty=given.duty,
        period=given.period,
        asker=given.asker,
        copies=tuple(given.copies),
    )
    return render(Made(ref=ref), status=201)


@do(router, "/reports/{ref}/words", Action.RECORD)
def write_report(request: HttpRequest, ref: str, key: Key, given: WordsGiven) -> HttpResponse:
    """Write a report's words over the version that was seen, and count its figures anew."""
    texts = tuple((str(name), text) for name, text in given.texts.items())
    made = actions.write_report(caller(request).by(key), ref=ref, texts=texts, seen=given.seen)
    return render(Made(ref=made), status=201)


@do(router, "/reports/{ref}/submission", Action.RECORD)
def submit_report(request: HttpRequest, ref: str, key: Key, given: SubmissionGiven) -> HttpResponse:
    """Hand a report in that the head has approved."""
    made = actions.submit_report(caller(request).by(key), ref=ref, seen=given.seen)
    return render(Made(ref=made), status=201)


@do(router, "/report-calls", Action.RECORD)
def call_for_reports(request: HttpRequest, key: Key, given: CallGiven) -> HttpResponse:
    """Urge units below to hand in their report."""
    ref = actions.call_for_reports(
        caller(request).by(key),
        asker=given.asker,
        units=tuple(given.units),
        duty=given.duty,
        period=given.period,
    )
    return render(Made(ref=ref), status=201)


@ask(router, "/situations", Action.SEE, gives=page_of(OneSituation, "OneSituation"))
def list_situations(
    request: HttpRequest,
    unit: Unit,
    closed: Annotated[bool, Query(description="Also those that are closed.")] = False,
    after: Annotated[str, Query(max_length=80, description="`next` of the page before.")] = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List the situations at a unit and below, and those told to it."""
    who = caller(request)
    seen = situation_inquiry.situations(who.viewer, unit, who.now, closed=closed, after=after, limit=limit)
    items = [
        OneSituation(
            matter=one.matter,
            state=matter_state(one.matter),
            until=one.clock.until,
            reported=one.clock.done,
            marks=one.marks,
            moves=(),
        )
        for one in seen.lines
    ]
    return render({"items": items, "next": seen.after or None})


@ask(router, "/situations/{ref}", Action.SEE, gives=OneSituation)
def get_situation(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a situation with its clock and marks, and the moves that are the caller's to take."""
    who = caller(request)
    seen = situation_inquiry.situation(who.viewer, ref, who.now)
    return render(
        OneSituation(
            matter=seen.seen.matter,
            state=matter_state(seen.seen.matter),
            until=seen.clock.until,
            reported=seen.clock.done,
            marks=seen.marks,
            moves=tuple(move.name for move in seen.seen.moves),
        )
    )


@do(router, "/situations", Action.RECORD)
def open_situation(request: HttpRequest, key: Key, given: SituationGiven) -> HttpResponse:
    """Tell of a situation, known of since a moment, and start the time limits that count from it."""
    ref = actions.open_situation(
        caller(request).by(key),
        unit=given.unit,
        title=given.title,
        known=given.known,
        place=given.place,
        text=given.text,
        starts=tuple(given.starts),
        asker=given.asker,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/situations/{ref}/report", Action.RECORD)
def report_situation(request: HttpRequest, ref: str, key: Key, given: SituationReportGiven) -> HttpResponse:
    """Report a situation to the level above."""
    made = actions.report_situation(caller(request).by(key), ref=ref, text=given.text)
    return render(Made(ref=made), status=201)


@do(router, "/situations/{ref}/escalation", Action.RECORD)
def escalate_situation(request: HttpRequest, ref: str, key: Key, given: EscalationGiven) -> HttpResponse:
    """Pass a reported situation on to the next level up."""
    made = actions.escalate_situation(caller(request).by(key), ref=ref, reason=given.reason)
    return render(Made(ref=made), status=201)


def _ref(begun: MatterLine | None) -> str:
    return begun.ref if begun else ""
