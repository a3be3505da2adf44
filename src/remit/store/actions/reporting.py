"""Reports up the hierarchy: begun, written, handed in, called for. Receiving and returning them are plain steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec
from django.utils import translation

from remit.core.flow import Hand, Step
from remit.core.matter import Matter, matter_problems, take
from remit.core.problem import Place, Problem, error
from remit.core.record import Record, record_problems, split_reference
from remit.core.report import LONGEST_TEXT, Report, SectionName, report_title, text_problems, with_text
from remit.store import load, save, save_matter, screening
from remit.store.access import Action, lies_in, require
from remit.store.actions.matters import advance, matter_held
from remit.store.hands import hands_in
from remit.store.load_establishment import unit_names
from remit.store.load_matter import MatterText, matter_text, matters_named
from remit.store.load_organisation import stretches
from remit.store.load_reporting import AskedFor, asked_below, asked_of, begun, begun_by
from remit.store.refusal import ChangedMeanwhile, Refused, refuse
from remit.store.report_inquiry import period_named, report_for
from remit.store.report_text import encode_report, fingerprint, read_report
from remit.store.transaction import Done, Work, action

__all__ = ["call_for_reports", "open_report", "submit_report", "write_report"]

_MOST = 500


@action
def open_report(
    work: Work, *, unit: str, duty: str, period: str, asker: str = "", copies: tuple[str, ...] = ()
) -> Done:
    """Begin a unit's report for a duty, `REGIME/DUTY@WINDOW`, on a period, with the figures as they are now.

    It goes to the unit that the regime has it addressed to, or to the `asker` chosen, which is above or addressed too;
    copies likewise. One that was called for from above is gone on with. Returns its reference.
    """
    reference, window = split_reference(duty)
    require(work.viewer, Action.RECORD, load.stretch(unit))
    asked = asked_of(unit, reference, window, work.today)
    if asked is None:
        raise Refused([_no_window(duty)])
    there = begun(unit, reference, window)
    if there and matter_text(there) is not None:
        raise Refused([_there(there)])
    report = _composed(work, unit, reference, period)
    if there:
        return _go_on(work, there, report)
    to = _addressed(report, reference, unit, asker)
    draft = Matter(
        ref=f"m{work.seq}",
        flow="report",
        unit=unit,
        asker=to,
        title=_title(report, asked),
        period=report.period.name,
        opened=work.now,
        opened_by=work.viewer.person,
        due=asked.due,
        duty=duty,
        copies=tuple(c for c in copies or _copies(report, reference) if c not in {unit, to}),
        steps=(Step(move="write", at=work.now, by=work.viewer.person, hand=Hand.OWNER),),
    )
    # It may be late already: that is no reason not to begin it.
    refuse(matter_problems(replace(draft, due=None), known_units=stretches({unit, to, *draft.copies})))
    refuse(screening.text_problems([draft.title], at=Place(ref="period")))
    save_matter.matter(draft)
    text = _keep(work, draft.ref, report, seen=0)
    payload = {"matters": [msgspec.to_builtins(draft)], "text": text}
    return Done(ref=draft.ref, kind="report-begun", unit=unit, payload=payload)


@action
def write_report(work: Work, *, ref: str, texts: tuple[tuple[str, str], ...], seen: int) -> Done:
    """Write a report's own words, pairs of section and text, and count its figures anew. Returns its reference.

    `seen` is the number of the version that was written over: ChangedMeanwhile where there is a later one.
    """
    held, hands = matter_held(work, ref, flow="report")
    last = matter_text(ref)
    if last is None or last.number != seen:
        raise ChangedMeanwhile
    after, problems = advance(work, held, hands, "write")
    report = _with_words(_composed(work, held.unit, split_reference(held.duty)[0], held.period), last, texts)
    refuse((*problems, *_word_problems(report)))
    save_matter.matter_steps(after, seen=len(held.steps))
    return _done("report-written", after, _keep(work, ref, report, seen=seen))


@action
def submit_report(work: Work, *, ref: str, seen: int | None = None) -> Done:
    """Hand a report in, in the name of the unit, as its head has approved it. Returns its reference.

    The version handed in is kept as it is; with it a record that meets the duty's window is made, once, however often
    the report is sent back or corrected. `seen` is the number of the version that was looked at.
    """
    held, hands = matter_held(work, ref, flow="report")
    last = matter_text(ref)
    if last is None or (seen is not None and last.number != seen):
        raise ChangedMeanwhile
    made = _record_of(work, held)
    after, problems = advance(work, held, hands, "submit", records=(made.ref,))
    refuse(problems)
    fresh = made.ref == f"r{work.seq}"
    if fresh:
        known = {split_reference(held.duty)[0]}
        refuse(record_problems(made, today=work.today, known_duties=known, known_units={held.unit}))
        save.record(made)
    save_matter.matter_steps(after, seen=len(held.steps))
    text = _keep(work, ref, read_report(last.document), seen=last.number)
    if not fresh:
        return _done("report-submitted", after, text)
    return _done("recorded", after, text, records=[msgspec.to_builtins(made)])


@action
def call_for_reports(work: Work, *, asker: str, units: tuple[str, ...], duty: str, period: str) -> Done:
    """Urge units to hand in the report for a duty, `REGIME/DUTY@WINDOW`: also those that have not begun one.

    What was handed in is passed over. Returns the reference of the first report that was urged.
    """
    wanted = tuple(dict.fromkeys(units))
    reference, window = split_reference(duty)
    if not 0 < len(wanted) <= _MOST:
        raise Refused([_how_many(len(wanted))])
    places = stretches({asker, *wanted})
    require(work.viewer, Action.RECORD, places.get(asker))
    strange = [u for u in wanted if u not in places or not lies_in(places[u], places[asker])]
    if strange:
        raise Refused([_not_below(strange[0], asker)])
    asked = asked_below(places[asker], reference, window, work.today)
    if asked is None:
        raise Refused([_no_window(duty)])
    step = Step(move="urge", at=work.now, by=work.viewer.person, hand=Hand.ASKER)
    there = matters_named(begun_by(wanted, reference, window))
    hands = hands_in(work.viewer, there, work.today)
    moved = [(one, *take(one, step)) for one in there if Hand.ASKER in hands[one.ref].hands]
    going = [(one, after) for one, after, problems in moved if not problems]
    fresh = _called_for(
        work, [u for u in wanted if u not in {one.unit for one in there}], asked, asker, period
    )
    fresh = [replace(one, duty=duty, steps=(step,)) for one in fresh]
    if not going and not fresh:
        raise Refused([_nothing_to_urge()])
    save_matter.steps_of(going)
    save_matter.matters(fresh)
    refs = [*(after.ref for _, after in going), *(one.ref for one in fresh)]
    payload = {"matters": refs, "opened": [msgspec.to_builtins(one) for one in fresh]}
    return Done(ref=refs[0], kind="reports-called-for", unit=asker, payload=payload)


def _called_for(work: Work, units: Sequence[str], asked: AskedFor, asker: str, name: str) -> list[Matter]:
    """Reports that nobody has begun, as they are called for from above: without figures and words yet."""
    period = period_named(name, year_starts=asked.regime.defaults.year_starts)
    names = unit_names(units)
    found = []
    for at, unit in enumerate(units, 1):
        bare = Report(
            unit=unit, unit_name=names[unit], period=period, day=work.today, subjects=_subjects(asked)
        )
        found.append(
            Matter(
                ref=f"m{work.seq}.{at}",
                flow="report",
                unit=unit,
                asker=asker,
                title=_title(bare, asked),
                period=period.name,
                opened=work.now,
                opened_by=work.viewer.person,
                due=asked.due,
            )
        )
    return found


def _subjects(asked: AskedFor) -> tuple[str, ...]:
    return (asked.regime.subject,) if asked.regime.subject else ()


def _title(report: Report, asked: AskedFor) -> str:
    """The title in the language of the regime, whoever begins the report."""
    with translation.override("en" if asked.regime.language == "en" else "zh-hans"):
        return report_title(report, translation.gettext)


def _go_on(work: Work, ref: str, report: Report) -> Done:
    """Write the first version of a report that was called for from above."""
    held, hands = matter_held(work, ref, flow="report")
    after, problems = advance(work, held, hands, "write")
    refuse(problems)
    save_matter.matter_steps(after, seen=len(held.steps))
    return _done("report-begun", after, _keep(work, ref, report, seen=0))


def _keep(work: Work, ref: str, report: Report, *, seen: int) -> dict[str, object]:
    """Write a version over the one seen, and return what the journal says of it."""
    text = encode_report(report)
    number = save_matter.matter_text(ref, text, seen=seen, at=work.now, by=work.viewer.person)
    return {"number": number, "sha256": fingerprint(text)}


def _composed(work: Work, unit: str, duty: str, period: str) -> Report:
    return report_for(work.viewer, unit, period, work.now, regime=duty.partition("/")[0])


def _with_words(report: Report, last: MatterText, texts: Sequence[tuple[str, str]]) -> Report:
    """The report with the words that it had, and those that are new."""
    words = {section.name: section.text for section in read_report(last.document).sections}
    names = {str(name): name for name in SectionName}
    words |= {names[name]: text.strip() for name, text in texts if name in names}
    for name, text in words.items():
        report = with_text(report, name, text.replace("\r\n", "\n"))
    return report


def _word_problems(report: Report) -> tuple[Problem, ...]:
    return tuple(
        problem
        for section in report.sections
        for problem in (
            *text_problems(section.name, section.text),
            *screening.unfit_problems([section.text], Place(ref=section.name), longest=LONGEST_TEXT),
        )
    )


def _record_of(work: Work, held: Matter) -> Record:
    """The record that the report is handed in: the one that was made before and still counts, or a new one."""
    made = [ref for step in held.steps if step.move == "submit" for ref in step.records]
    there = load.records_named(made) if made else ()
    if there:
        return there[0]
    return Record(
        ref=f"r{work.seq}",
        unit=held.unit,
        day=work.today,
        entered=work.today,
        kind="report",
        title=held.title,
        by=work.viewer.person,
        meets=(held.duty,),
        at=work.now,
    )


def _done(kind: str, after: Matter, text: dict[str, object], **more: object) -> Done:
    payload = {"matters": [after.ref], "step": msgspec.to_builtins(after.steps[-1]), "text": text, **more}
    return Done(ref=after.ref, kind=kind, unit=after.unit, payload=payload)


def _addressed(report: Report, duty: str, unit: str, asker: str) -> str:
    """The unit that the report goes to: the one chosen, if it may be, else the one that the regime names."""
    named = [one.unit for one in report.addressees if one.unit and not one.copy]
    first = [one.unit for one in report.addressees if one.unit and not one.copy and one.duty in {duty, ""}]
    if not asker:
        return next(iter((*first, *named)), unit)
    places = stretches({unit, asker})
    if asker in named or (asker in places and asker != unit and lies_in(places[unit], places[asker])):
        return asker
    raise Refused([_not_below(unit, asker)])


def _copies(report: Report, duty: str) -> tuple[str, ...]:
    return tuple(one.unit for one in report.addressees if one.copy and one.unit and one.duty in {duty, ""})


def _no_window(duty: str) -> Problem:
    return error(
        "report-not-due",
        "'{duty}' is no report that is due from this unit.",
        "Choose one of the reports that the unit's page of reports lists.",
        at=Place(ref="duty"),
        duty=duty,
    )


def _there(ref: str) -> Problem:
    return error(
        "report-there",
        "This report has been begun already: {ref}.",
        "Go on with that one.",
        at=Place(ref="duty"),
        ref=ref,
    )


def _not_below(unit: str, asker: str) -> Problem:
    return error(
        "report-not-below",
        "'{asker}' is not above '{unit}', nor does the regime have the report sent there.",
        "Choose a unit above it, or one that the regime names.",
        at=Place(ref="asker"),
        unit=unit,
        asker=asker,
    )


def _how_many(count: int) -> Problem:
    return error(
        "reports-how-many",
        "{count} units are chosen; from 1 to {most} can be urged at once.",
        "Choose some of them.",
        at=Place(ref="units"),
        count=count,
        most=_MOST,
    )


def _nothing_to_urge() -> Problem:
    return error(
        "reports-handed-in",
        "All of these reports have been handed in.",
        "There is nothing to urge.",
        at=Place(ref="units"),
    )
