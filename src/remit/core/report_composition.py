"""A report composed from what is known: every figure counts records or occurrences that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from remit.core.addressing import addressees
from remit.core.adoption import Adoption
from remit.core.assignment import Assigned, answer
from remit.core.duty import Duty
from remit.core.lineage import unit_on
from remit.core.post import Directory
from remit.core.problem import Level, Problem
from remit.core.record import Record, latest_evidence, split_reference
from remit.core.record_detail import detail_figures
from remit.core.record_kind import KINDS, find_kind
from remit.core.regime import Edition, duties_in_force, duty_reference
from remit.core.report import Figure, Line, LineKind, Report, Section, SectionName, counted
from remit.core.reporting_period import ReportingPeriod, following
from remit.core.standing import Standing, Status, carried_over

__all__ = ["Finding", "compose"]

_OPEN = frozenset({Status.DUE_SOON, Status.UPCOMING})
_MISSING = frozenset({Status.OVERDUE, Status.UNASSIGNED})
_TO_DO = _OPEN | _MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding of an inspection that is not closed: its reference, and in its own words what was found."""

    ref: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A duty as a report cites it, and who is to answer for it at the unit."""

    duty: Duty
    clause: tuple[str, ...]
    source: str
    assigned: Assigned

    @property
    def what(self) -> str:
        return "；".join(self.duty.actions) or self.duty.quote.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Basis:
    """What a report is composed from, cut to the unit and the period."""

    period: ReportingPeriod
    directory: Directory
    known: Mapping[str, _Known]
    before: tuple[Standing, ...]
    due: tuple[Standing, ...]
    coming: tuple[Standing, ...]
    records: tuple[Record, ...]


def compose(
    unit: str,
    period: ReportingPeriod,
    *,
    day: date,
    adoptions: Iterable[Adoption],
    directory: Directory,
    standings: Iterable[Standing],
    records: Iterable[Record],
    problems: Iterable[Problem] = (),
    findings: Iterable[Finding] = (),
    around: Directory | None = None,
) -> Report:
    """Return the report of a unit on a period as things stand on a `day`.

    `standings` are those of that day from a year before the period to the end of the one that follows; what fell due
    before the period counts where it was open when the period began. `adoptions` are those to report on, `records` of
    any time. Those of other units are left out. `around` holds the units that the report may go to, where `directory`
    does not.
    """
    reaching = [one for one in adoptions if one.since <= period.last and _lasts(one, period.first)]
    known = _known(reaching, directory, unit)
    own = [one for one in standings if one.occurrence.unit == unit and one.occurrence.duty in known]
    basis = _cut(own, known, period, directory, records=records, unit=unit, day=day)
    there = unit_on(directory, unit, period.last) or directory.units.get(unit)
    return Report(
        unit=unit,
        unit_name=there.name if there else unit,
        period=period,
        day=day,
        regimes=tuple(dict.fromkeys(Edition(one.regime.id, one.regime.edition) for one in reaching)),
        subjects=tuple(dict.fromkeys(one.regime.subject for one in reaching if one.regime.subject)),
        addressees=addressees(reaching, around or directory, unit, period),
        sections=(
            Section(name=SectionName.OVERVIEW, figures=tuple(_overview(basis))),
            Section(name=SectionName.DONE, figures=tuple(_deeds(basis)), lines=tuple(_done(basis))),
            Section(name=SectionName.SHORTCOMINGS, lines=tuple(_shortcomings(basis, findings))),
            Section(name=SectionName.NEXT, lines=tuple(_steps(basis))),
        ),
        problems=tuple(dict.fromkeys(one for one in problems if one.level is not Level.NOTE)),
    )


def _cut(
    standings: Iterable[Standing],
    known: Mapping[str, _Known],
    period: ReportingPeriod,
    directory: Directory,
    *,
    records: Iterable[Record],
    unit: str,
    day: date,
) -> _Basis:
    """Return what belongs to a period: what was open when it began, what is due in it, and what comes next."""
    own, after = tuple(standings), following(period)
    until = min(period.last, day)
    return _Basis(
        period=period,
        directory=directory,
        known=known,
        before=tuple(one for one in own if carried_over(one, begins=period.first)),
        due=tuple(one for one in own if period.first <= one.occurrence.due <= period.last),
        coming=tuple(
            one for one in own if after.first <= one.occurrence.due <= after.last and one.status in _TO_DO
        ),
        records=tuple(one for one in records if one.unit == unit and period.first <= one.day <= until),
    )


def _lasts(adoption: Adoption, day: date) -> bool:
    return adoption.until is None or adoption.until >= day


def _known(adoptions: Sequence[Adoption], directory: Directory, unit: str) -> dict[str, _Known]:
    """Return the duties that the unit bears, by reference, as the latest edition says them."""
    several = len({one.regime.id for one in adoptions}) > 1
    found: dict[str, _Known] = {}
    for adoption in adoptions:
        assigned = Assigned(adoption, directory)
        bound = {duty for duty, bearer in assigned if bearer == unit}
        for clause, duty in duties_in_force(adoption.regime):
            reference = duty_reference(adoption.regime, duty)
            if reference in bound:
                found[reference] = _Known(
                    duty=duty,
                    clause=clause.ref,
                    source=adoption.regime.title if several else "",
                    assigned=assigned,
                )
    return found


def _overview(basis: _Basis) -> Iterator[Figure]:
    def due_as(*statuses: Status) -> list[Standing]:
        return [one for one in basis.due if one.status in statuses]

    yield counted("due", basis.due)
    yield counted("met", due_as(Status.MET))
    yield counted("late", due_as(Status.LATE))
    yield counted("overdue", due_as(Status.OVERDUE))
    for name, some in (
        ("unassigned", due_as(Status.UNASSIGNED)),
        ("excused", due_as(Status.EXCUSED)),
        ("open", due_as(*_OPEN)),
        ("carried", [one for one in basis.before if one.status in _MISSING]),
        ("made-good", [one for one in basis.before if one.status is Status.LATE]),
    ):
        if some:
            yield counted(name, some)


def _deeds(basis: _Basis) -> Iterator[Figure]:
    records = basis.records
    yield Figure(name="records", number=len(records), refs=tuple(one.ref for one in records))
    shown = ((one.ref, file.sha256) for one in records for file in latest_evidence(one) if file.sha256)
    files = dict.fromkeys(f"{ref}/{sha256}" for ref, sha256 in shown)
    yield Figure(name="files", number=len(files), refs=tuple(files))
    months: dict[str, list[str]] = {}
    for record in records:
        months.setdefault(f"{record.day:%Y-%m}", []).append(record.ref)
    for month in sorted(months):
        refs = tuple(months[month])
        yield Figure(name="month", number=len(refs), refs=refs, values=(("month", month),))
    for total in detail_figures(records):
        kind = find_kind(total.kind)
        said = [("kind", kind.label if total.kind in KINDS else total.kind)]
        said += [("label", field.label) for field in kind.fields if field.key == total.key]
        name = "detail" if total.key else "kind"
        yield Figure(name=name, number=float(total.total), refs=total.records, values=tuple(said))


def _done(basis: _Basis) -> Iterator[Line]:
    times: dict[str, list[str]] = {}
    for record in basis.records:
        for duty in dict.fromkeys(split_reference(reference)[0] for reference in record.meets):
            times.setdefault(duty, []).append(record.ref)
    for reference, known in basis.known.items():
        done = {
            status: [one for one in basis.due if one.occurrence.duty == reference and one.status is status]
            for status in (Status.MET, Status.LATE)
        }
        refs = tuple(times.get(reference, ()))
        figures = [Figure(name="times", number=len(refs), refs=refs)]
        figures += [counted(str(status), some) for status, some in done.items() if some]
        if refs or len(figures) > 1:
            yield _line(LineKind.DONE, reference, known, figures=tuple(figures))


def _shortcomings(basis: _Basis, findings: Iterable[Finding]) -> Iterator[Line]:
    """Yield a line for each duty and cause: what is still missing first, then what came late, then open findings."""
    carried = [one for one in basis.before if one.status in _MISSING]
    for kind, some in (
        (LineKind.CARRIED, carried),
        (LineKind.OVERDUE, [one for one in basis.due if one.status is Status.OVERDUE]),
        (LineKind.UNASSIGNED, [one for one in basis.due if one.status is Status.UNASSIGNED]),
    ):
        yield from _grouped(kind, some, basis, lambda one: _cause(one, basis))
    late = [one for one in basis.due if one.status is Status.LATE]
    yield from _grouped(LineKind.LATE, late, basis, lambda one: "after" if _days_late(one) else "hours")
    for one in findings:
        yield Line(kind=LineKind.FINDING, ref=one.ref, what=one.what, cause="open-finding")


def _steps(basis: _Basis) -> Iterator[Line]:
    lines = _grouped(LineKind.NEXT, basis.coming, basis, lambda _: "")
    yield from sorted(lines, key=lambda line: (line.first or date.max, line.ref))


def _grouped(
    kind: LineKind, standings: Iterable[Standing], basis: _Basis, cause_of: Callable[[Standing], str]
) -> Iterator[Line]:
    name = "coming" if kind is LineKind.NEXT else str(kind)
    groups: dict[tuple[str, str], list[Standing]] = {}
    for one in standings:
        groups.setdefault((one.occurrence.duty, cause_of(one)), []).append(one)
    order = {reference: place for place, reference in enumerate(basis.known)}
    for reference, cause in sorted(groups, key=lambda key: order[key[0]]):
        some = groups[reference, cause]
        days = [one.occurrence.due for one in some]
        yield _line(
            kind,
            reference,
            basis.known[reference],
            figures=(counted(name, some),),
            first=min(days),
            last=max(days),
            cause=cause,
            late=max(map(_days_late, some)) if kind is LineKind.LATE else 0,
        )


def _line(
    kind: LineKind,
    reference: str,
    known: _Known,
    *,
    figures: tuple[Figure, ...],
    first: date | None = None,
    last: date | None = None,
    cause: str = "",
    late: int = 0,
) -> Line:
    values = [("source", known.source)] if known.source else []
    values += [("late", str(late))] if kind is LineKind.LATE else []
    return Line(
        kind=kind,
        ref=reference,
        what=known.what,
        clause=known.clause,
        figures=figures,
        first=first,
        last=last,
        cause=cause,
        values=tuple(values),
    )


def _cause(standing: Standing, basis: _Basis) -> str:
    """Return why something is missing as far as the data show it: who was to answer, and what was recorded."""
    if standing.status is Status.UNASSIGNED:
        return "nobody"
    occurrence = standing.occurrence
    assigned = basis.known[occurrence.duty].assigned
    bound = assigned.due(occurrence.duty, occurrence.unit, occurrence.due)
    held = (answer(one, basis.directory, day=occurrence.due) for one in bound)
    if not any(one.person for answers in held for one in answers):
        return "vacant"
    return "partly" if standing.records else "nothing"


def _days_late(standing: Standing) -> int:
    done = date.fromisoformat(dict(standing.values)["met"][:10])
    return (done - standing.occurrence.due).days
