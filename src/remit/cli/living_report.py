"""`remit report`: a unit's papers in the forms that offices use."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.output import exit_code, print_problems
from remit.cli.report_arguments import LATER
from remit.core.problem import Level, Place, Problem, error, placed, worst
from remit.core.report import period_text
from remit.core.reporting_period import find_period
from remit.files.breakdown_xlsx import breakdown_workbook
from remit.files.due_calendar import ledger_calendar
from remit.files.form import FormData, fill_form
from remit.files.form_fields import ledger_fields, report_fields, statement_fields
from remit.files.implementing_plan import bases_of, implementing_plan
from remit.files.ledger_xlsx import MOST_LEDGER_ROWS, write_ledger
from remit.files.official_document import document_bytes
from remit.files.pdf_out import pdf_bytes
from remit.files.report_docx import report_document, statement_document
from remit.files.text import read_bytes
from remit.files.whole import write_whole
from remit.store import dividing_inquiry, report_inquiry
from remit.store.access import CONSOLE
from remit.store.dividing_inquiry import BreakdownSeen
from remit.store.report_inquiry import Ledger

__all__ = ["run"]

Made = tuple[bytes, tuple[Problem, ...]]
_FORMS = {".docx", ".xlsx"}
_LENGTHS = {"half-year": "P6M", "annual": "P1Y"}


def run(args: argparse.Namespace, words: Words) -> int:
    """Write the paper; 1 where something could not be scheduled or said, 2 where it was not written."""
    wrong = _wrong_call(args)
    if wrong is not None:
        print_problems([wrong], words)
        return 2
    data, problems = _made(args, words, timezone.localtime())
    problems = (*problems, *(write_whole(args.file, data) if data else ()))
    print_problems(problems, words)
    if not data or any(one.code == "file-unwritable" for one in problems):
        return 2
    return exit_code(problems)


def _wrong_call(args: argparse.Namespace) -> Problem | None:
    if args.kind in LATER:
        return error(
            "report-later",
            "There is no report of the kind '{kind}' yet: it comes with inspections, appraisal and cases.",
            "Choose half-year, annual, ledger, statement, breakdown or plan.",
            kind=args.kind,
        )
    period = find_period(args.period)
    if period is None:
        return report_inquiry.period_unknown(args.period)
    if period.length != _LENGTHS.get(args.kind, period.length):
        return error(
            "report-period",
            "'{period}' is not the kind of period that this report is on.",
            "Write 2026H1 for a half-year report, 2026 for an annual one.",
            period=args.period,
        )
    if args.file is None:
        return error("report-no-file", "No file is named.", "Name the file to write with -o FILE.")
    ending = args.file.suffix.lower()
    endings = _endings(args)
    if ending not in endings:
        return error(
            "report-kind",
            "A report of the kind '{kind}' is not written as '{ending}'.",
            "Name a file that ends in {endings}.",
            at=Place(str(args.file)),
            kind=args.kind,
            ending=ending or args.file.name,
            endings=", ".join(endings),
        )
    return None


def _endings(args: argparse.Namespace) -> tuple[str, ...]:
    if args.template:
        ending = args.template.suffix.lower()
        return (ending, ".pdf") if ending in _FORMS and args.kind in _FIELDS else ()
    return (*_MAKERS[args.kind], ".pdf")


def _made(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    ending = args.file.suffix.lower()
    if args.template:
        data, problems = _filled(args, words, now)
    else:
        makers = _MAKERS[args.kind]
        wanted = next(iter(makers)) if ending == ".pdf" else ending
        data, problems = makers[wanted](args, words, now)
    if ending != ".pdf" or not data:
        return data, problems
    printed, faults = pdf_bytes(data)
    return printed, (*problems, *faults)


def _filled(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    template, problems = read_bytes(args.template)
    if problems:
        return b"", problems
    fields = _FIELDS[args.kind](args, words, now)
    data, faults = fill_form(template, fields)
    faults = placed(faults, str(args.template))
    return (b"" if worst(faults) is Level.ERROR else data), faults


def _report(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    report = report_inquiry.report_for(CONSOLE, args.unit, args.period, now, regime=args.regime)
    made = report_document(report, words, language=words.language)
    return document_bytes(made), report.problems


def _report_fields(args: argparse.Namespace, words: Words, now: datetime) -> FormData:
    report = report_inquiry.report_for(CONSOLE, args.unit, args.period, now, regime=args.regime)
    return report_fields(report, words, language=words.language)


def _ledger_seen(args: argparse.Namespace, now: datetime) -> Ledger:
    return report_inquiry.ledger_for(
        CONSOLE, args.unit, args.period, now, subtree=args.subtree, regime=args.regime
    )


def _ledger(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    seen = _ledger_seen(args, now)
    if seen.total > MOST_LEDGER_ROWS:
        return b"", (_too_long(seen.total),)
    stream = io.BytesIO()
    period = period_text(seen.period, words)
    write_ledger(stream, seen.rows, seen.names, words, unit=seen.unit.name, period=period, day=seen.day)
    return stream.getvalue(), ()


def _too_long(rows: int) -> Problem:
    return error(
        "ledger-long",
        "The ledger would have {count} rows; a worksheet holds {most}.",
        "Write it for a shorter period or for each subordinate unit.",
        count=rows,
        most=MOST_LEDGER_ROWS,
    )


def _ledger_fields(args: argparse.Namespace, words: Words, now: datetime) -> FormData:
    seen = _ledger_seen(args, now)
    return ledger_fields(seen.rows, seen.names, words, unit=seen.unit.name, period=seen.period, day=seen.day)


def _statement(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    statement, names = report_inquiry.statement_for(CONSOLE, args.unit, args.period, now, person=args.person)
    made = statement_document(statement, names.labels, words, language=words.language)
    return document_bytes(made), ()


def _statement_fields(args: argparse.Namespace, words: Words, now: datetime) -> FormData:
    statement, names = report_inquiry.statement_for(CONSOLE, args.unit, args.period, now, person=args.person)
    return statement_fields(statement, names.labels, words, language=words.language)


def _divided(args: argparse.Namespace, now: datetime) -> BreakdownSeen:
    period = report_inquiry.period_named(args.period)
    day = min(max(now.date(), period.first), period.last)
    return dividing_inquiry.breakdown(CONSOLE, args.unit, day, regime=args.regime)


def _breakdown(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    seen = _divided(args, now)
    unit = (seen.unit.code, seen.unit.name)
    return breakdown_workbook(seen.rows, seen.names, seen.choices, words, unit=unit, day=seen.day), ()


def _plan(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    seen = _divided(args, now)
    bases = bases_of(seen.adoptions, seen.rows)
    made = implementing_plan(
        seen.rows, seen.names, bases, words, unit=seen.unit.name, day=seen.day, language=words.language
    )
    return document_bytes(made), ()


def _due_days(args: argparse.Namespace, words: Words, now: datetime) -> Made:
    seen = _ledger_seen(args, now)
    return ledger_calendar(seen.rows, seen.names, words, unit=seen.unit.name, day=seen.day), ()


Maker = Callable[[argparse.Namespace, Words, datetime], Made]
_MAKERS: Mapping[str, Mapping[str, Maker]] = {
    "half-year": {".docx": _report},
    "annual": {".docx": _report},
    "ledger": {".xlsx": _ledger},
    "statement": {".docx": _statement},
    "breakdown": {".xlsx": _breakdown},
    "plan": {".docx": _plan, ".ics": _due_days},
}
_FIELDS: Mapping[str, Callable[[argparse.Namespace, Words, datetime], FormData]] = {
    "half-year": _report_fields,
    "annual": _report_fields,
    "ledger": _ledger_fields,
    "statement": _statement_fields,
}
