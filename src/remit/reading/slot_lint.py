"""Faults in what clauses ask for: limits that count from nothing, addressees that are no body, the same asked twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from remit.core.duty import Act, Kind, Provision
from remit.core.period import Cadence, parse_period
from remit.core.problem import Problem, note, warning
from remit.reading.line_place import LinePlaces
from remit.reading.sentence import is_chinese

__all__ = ["slot_faults"]

_BINDING = (Kind.DUTY, Kind.PROHIBITION)
_THING = re.compile(
    r"(?:台账|档案|系统|平台|报告|资料|信息|情况|网站|媒体|记录|清单|材料|文件|方案|结果|问题|工作|制度|计划)$"
    r"|^(?:the )?(?:record|register|log|file|report|system|website)s?$",
    re.I,
)
_EVENT = re.compile(
    r"受理|后|时|之日|自|(?<!应)当|如|若|接到|收到|发现|发生|完成|结束|届满|起|前|每|年度|内容|\b(?:after|from|of"
    r"|following|upon|on|when|if|where|once|before|prior|since)\b",
    re.I,
)
_LIGHT = re.compile(
    r"每[^，。；]{0,6}?(?:年|季度|月|周|日|天|学期|班)|至少|不少于|不得少于|[一二两三四五六七八九十\d]+[次回场]"
    r"|定期|组织|开展|进行|实施|召开|举行|举办|安排"
    r"|负责|应当|必须|认真|切实|全面|\b(?:at least|once|twice|\w+ times?|a|an|the|every"
    r"|each|per|year|quarter|month|week|day|annually|monthly|weekly|daily"
    r"|quarterly|conduct|carry out|hold|perform|organi[sz]e|undertake)\b|\W",
    re.I,
)
_SHORTEST_CORE = {True: 4, False: 10}
_SHORTEST_REPEAT = 24
_DAYS = 365.25


def slot_faults(text: str, provisions: Sequence[Provision], places: LinePlaces) -> Iterator[Problem]:
    """Yield, clause by clause, notes and warnings on what is asked for.

    Notes: a limit without a trigger, an addressee that is a thing. Warnings: the same act of the same holder in another
    rhythm than in another clause, a clause that stands twice.
    """
    asked: dict[tuple[str, str], tuple[str, Cadence, str]] = {}
    seen: dict[tuple[int | None, str], str] = {}
    for provision in provisions:
        ref = places.ref(provision)
        yield from _repeated(text, provision, ref, seen, places)
        if provision.screen == "out":
            continue
        yield from _untriggered(text, provision, ref, places)
        yield from _to_a_thing(provision, ref, places)
        yield from _contradicting(provision, ref, asked, places)


def _untriggered(text: str, provision: Provision, ref: str, places: LinePlaces) -> Iterator[Problem]:
    if provision.particulars.conditions or provision.kind not in _BINDING:
        return
    for act in provision.acts:
        if act.kind not in _BINDING or act.cadence:
            continue
        for limit in act.deadline:
            bare = limit.amount and not limit.after and not limit.before and limit.counts_from == "event"
            if bare and not _EVENT.search(text, provision.clause.body, act.end):
                yield note(
                    "limit-without-trigger",
                    "{clause}: it does not say from when the {amount} {unit} count.",
                    "Name the event, such as after receipt: without one nobody can tell when it is late.",
                    at=places.place(max(act.start, provision.clause.start), ref),
                    clause=ref,
                    amount=limit.amount,
                    unit=limit.unit,
                )


def _to_a_thing(provision: Provision, ref: str, places: LinePlaces) -> Iterator[Problem]:
    for name in provision.addressee:
        if _THING.search(name):
            yield note(
                "addressee-no-body",
                "{clause}: '{name}', to which something goes, is no body or person.",
                "Name who receives it: a thing cannot take note of it or ask for more.",
                at=places.place(provision.clause.start, ref),
                clause=ref,
                name=name,
            )


def _contradicting(
    provision: Provision, ref: str, asked: dict[tuple[str, str], tuple[str, Cadence, str]], places: LinePlaces
) -> Iterator[Problem]:
    for act in provision.acts:
        if act.kind not in _BINDING or len(act.cadence) != 1 or act.cadence[0].vague or len(act.actions) != 1:
            continue
        core = _core(act)
        for holder in act.holders if core else ():
            before, other, words = asked.setdefault((holder, core), (ref, act.cadence[0], act.actions[0]))
            same = "".join(words.split()) == "".join(act.actions[0].split())
            if before != ref and not same and _rate(other) != _rate(act.cadence[0]):
                yield warning(
                    "rhythms-differ",
                    "{clause}: {holder} is asked for '{words}' in another rhythm than for '{before}' in {other}.",
                    "Say the same in both, or say how the two differ: otherwise nobody can tell which one is late.",
                    at=places.place(max(act.start, provision.clause.start), ref),
                    clause=ref,
                    holder=holder,
                    words=act.actions[0],
                    before=words,
                    other=before,
                )


def _core(act: Act) -> str:
    """What is left of an act's words without how it is done and how often; "" where too little is left to compare."""
    words = act.actions[0]
    core = _LIGHT.sub("", words).lower()
    return core if len(core) >= _SHORTEST_CORE[is_chinese(words)] else ""


def _rate(cadence: Cadence) -> object:
    """How often a year, where the rhythm has one; else the rhythm itself."""
    span = parse_period(cadence.period or "")
    if span is None or cadence.max is not None:
        return len(cadence.months or cadence.quarters) or cadence
    days = span.months * _DAYS / 12 + span.days + span.hours / 24
    return round((cadence.min or 1) * _DAYS / days, 1) if days else cadence


def _repeated(
    text: str, provision: Provision, ref: str, seen: dict[tuple[int | None, str], str], places: LinePlaces
) -> Iterator[Problem]:
    words = "".join(text[provision.clause.body : provision.clause.end].split())
    if len(words) < _SHORTEST_REPEAT:
        return
    other = seen.setdefault(
        (provision.clause.lead, words), ref
    )  # two lists may ask the same of different bodies
    if other != ref:
        yield warning(
            "clause-repeated",
            "{clause} has the same words as {other}.",
            "Take one of them out: what is amended in the one would go on standing in the other.",
            at=places.place(provision.clause.start, ref),
            clause=ref,
            other=other,
        )
