"""From clauses to provisions: what each clause lays on whom, how often, by when, to whom."""

from __future__ import annotations

from remit.core.clause import Clause, Outline, clauses_above
from remit.core.duty import Act, Provision
from remit.core.problem import Problem
from remit.reading.inheritance import Heritage
from remit.reading.interpretation import Setting, interpret, is_article
from remit.reading.lead import Lead
from remit.reading.particulars import hand_down_measures, place_particulars
from remit.reading.person_name import named_persons
from remit.reading.reference import section_of
from remit.reading.sole import fill_sole_holders
from remit.reading.understanding import screen_clause, understand

__all__ = ["provisions"]


def provisions(text: str, outline: Outline) -> tuple[tuple[Provision, ...], tuple[Problem, ...]]:
    """Return one provision a clause, in the outline's order, and the problems found.

    Offsets are into `text`. A slot that the words do not fill stays empty rather than guessed. Each clause is
    screened together with the words above it; what the scope screen puts outside yields no act: a clause that is
    outside altogether keeps its kind and creates nothing. Where holders were assumed, a note says so; where a person
    is named in the place of a post, a warning.
    """
    heritage = Heritage(text, outline)
    above = clauses_above(clause.ref for clause in outline.clauses)
    found = [
        _provision(text, clause, heritage, "" if at is None else _printed(text, outline.clauses[at]))
        for clause, at in zip(outline.clauses, above, strict=True)
    ]
    filled, problems = fill_sole_holders(found, text)
    return tuple(hand_down_measures(filled)), (*problems, *named_persons(text, outline))


def _printed(text: str, clause: Clause) -> str:
    return text[clause.start : clause.end]


def _provision(text: str, clause: Clause, heritage: Heritage, above: str) -> Provision:
    body = clause.body
    words, lead = text[body : clause.end], heritage.lead(clause)
    setting = Setting(
        mode=lead.mode if lead else Lead.NONE,
        aims=heritage.is_aim(clause),
        plan=bool(clause.ref) and not any(map(is_article, clause.ref)),
        section=section_of(clause),
        year=heritage.year(clause),
    )
    frames, kind = interpret(words, setting)
    estate = heritage.estate(clause, lead, kind)
    heritage.keep(clause, frames, kind, estate)
    screening = screen_clause(_printed(text, clause), lead=above)
    spans = tuple((clause.start + start, clause.start + end) for start, end in screening.spans)
    outside = tuple((start - body, end - body) for start, end in spans)
    found = understand(words, setting, estate, screening.label, outside)
    return Provision(
        clause=clause,
        kind=kind,
        also=found.also,
        holders=found.holders,
        actions=found.actions,
        cadence=found.cadence,
        deadline=found.deadline,
        addressee=found.addressee,
        refers=found.refers,
        by=found.by,
        basis=found.basis,
        acts=tuple([_placed(act, body) for act in found.acts]),
        screen=screening.label,
        why=screening.why,
        out_spans=spans,
        particulars=place_particulars(found.particulars, body),
    )


def _placed(act: Act, at: int) -> Act:
    return Act(
        start=act.start + at,
        end=act.end + at,
        kind=act.kind,
        holders=act.holders,
        actions=act.actions,
        cadence=act.cadence,
        deadline=act.deadline,
        addressee=act.addressee,
        degree=act.degree,
    )
