"""The inspection programme as a text lays it down: who inspects whom, how far, how often, by which means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from remit.core.duty import Act, Kind
from remit.core.regime_part import Inspection, InspectionKind, InspectionMethod
from remit.reading.part_source import PartSource, roles_in

__all__ = ["find_inspections"]

_INSPECTS = re.compile(
    r"检查(?!人员|站|机关|记录|院|井|事项|结果|标准)|督查|巡查|巡察|抽查|督导|自查|互查|核查|普查|考察评估"
    r"|\binspect(?!or|orate)|\baudit(?!or)|\bspot checks?|\bpeer review|\bself-assess",
    re.IGNORECASE,
)
_KINDS = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            InspectionKind.CROSS,
            r"交叉(?:检查|互查|执法)|互查|互检|\bcross-inspect|\bpeer (?:review|inspection)",
        ),
        (InspectionKind.JOINT, r"联合(?:检查|督查|执法|抽查)|\bjoint(?:ly)? (?:inspect|audit)"),
        (InspectionKind.RANDOM, r"随机抽取|随机抽查|双随机|抽查|\brandom|\bspot check|\bsample inspection"),
        (InspectionKind.SELF, r"自查|自检|\bself-(?:inspect|assess|audit)"),
        (
            InspectionKind.SPECIAL,
            r"专项(?:检查|督查|巡查|督导|抽查|整治检查)|\bspecial (?:inspect|audit)|\bthematic",
        ),
        (
            InspectionKind.COMPREHENSIVE,
            (
                r"(?:综合|全面|系统)(?:性)?(?:检查|督查|督导|巡查)|大检查|普查"
                r"|\b(?:comprehensive|full|general) (?:inspect|audit)"
            ),
        ),
    )
)
_METHODS = tuple(
    (method, re.compile(words, re.IGNORECASE))
    for method, words in (
        (InspectionMethod.REPORT, r"听取[^，。；、]{0,8}(?:汇报|报告)|\bhear(?:ing)? reports?\b"),
        (InspectionMethod.RECORDS, (
            r"(?:查阅|查看|调阅|审阅|核查)[^，。；、]{0,8}(?:资料|台账|档案|记录|材料|文件)|\b(?:read|review"
            r"|examin)\w* (?:of )?(?:the )?(?:records|files|documents)"
        )),
        (InspectionMethod.ON_SITE, (
            r"(?:现场|实地)(?:检查|查看|核查|察看|走访|抽查|督查)|\bon[- ]site|\bsite visits?"
        )),
        (InspectionMethod.SITTING_IN, r"列席|旁听|\bsit(?:ting)? in\b|\battend(?:ing)? (?:the )?meetings?"),
        (InspectionMethod.QUESTIONNAIRE, r"问卷|民主测评|\bquestionnaires?\b|\bsurveys?\b"),
        (InspectionMethod.TALKS, r"座谈|个别谈话|访谈|走访|\binterviews?\b|\btalks? with\b"),
        (InspectionMethod.SAMPLING, r"抽样|抽取|抽检|\bsampl(?:e|es|ing)\b"),
        (InspectionMethod.UNANNOUNCED, r"暗访|突击检查|飞行检查|四不两直|不打招呼|\bunannounced\b"),
    )
)  # fmt: skip
_WHOM = re.compile(
    r"对(?P<who>[^，。；]{2,40}?)(?:的[^，。；]{0,24}?)?(?:进行|开展|实施|组织|至少|每|定期|不定期)"
)
_ENGLISH_WHOM = re.compile(
    r"\b(?:inspect|audit)(?:ions? of|s? of|s)? (?:each |every |all "
    r"|the )?(?P<who>[a-z][a-z -]{2,40}?)(?=[,.;]| (?:at|once|twice|every"
    r"|each|for|in|by|and|on)\b|$)",
    re.I,
)
_UNDERGOES = re.compile(
    r"配合|协助|接受|按照[^，。；]{0,24}要求|计划(?:应当)?(?:包括|载明)|(?:检查|督查|巡查|自查"
    r"|抽查)(?:的)?(?:情况|结果)[^，。；]{0,8}(?:报|通报|反馈)"
    r"|\bcooperate|\bassist\b|\ballow\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:检查|督查|巡查|抽查)?(?:情况|结果)(?:应当|及时)?(?:书面)?(?:报送|上报|报告|通报|反馈|报)(?:给|至"
    r"|送)?(?P<who>[^，。；]{2,30})"
)
_BINDING = (Kind.DUTY, Kind.PERMISSION)


def find_inspections(source: PartSource) -> Iterator[Inspection]:
    """Yield an inspection for each act that inspects others and says how far, how often or by which means.

    Methods, and who gets the result, hold for every inspection that the same clause names.
    """
    found = list(_each(source))
    means = tuple(dict.fromkeys(method for one in found for method in one.methods))
    told = _RESULT.search(source.body)
    result = roles_in(told["who"]) if told else ()
    named = [one for one in found if one.kind is not InspectionKind.ROUTINE or one.cadence]
    if len(named) in (0, len(found)) and not result:
        yield from found
        return
    for one in named or found:
        quote = source.body.strip() if (one.methods or means) != one.methods or result else one.quote
        yield replace(one, quote=quote, methods=one.methods or means, addressee=one.addressee or result)


def _each(source: PartSource) -> Iterator[Inspection]:
    clause = source.provision.clause
    for act in source.provision.acts:
        if act.kind not in _BINDING:
            continue
        words = source.text[max(act.start, clause.start) : min(act.end, clause.end)].strip()
        words = words.split("，检查结果")[0]
        if not _INSPECTS.search(words) or _UNDERGOES.search(words):
            continue
        kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), InspectionKind.ROUTINE)
        methods = tuple(method for method, pattern in _METHODS if pattern.search(words))
        if kind is InspectionKind.ROUTINE and not methods and not act.cadence:
            continue
        inspected = _inspected(source, words)
        if kind is InspectionKind.ROUTINE and not inspected and not methods:
            continue
        yield Inspection(
            ref="",
            clause=clause.ref,
            quote=words,
            kind=kind,
            cadence=() if _is_of_other_act(act) else act.cadence,
            methods=methods,
            inspectors=act.holders,
            inspected=inspected,
            addressee=act.addressee,
        )


def _is_of_other_act(act: Act) -> bool:
    """Say whether the act's rhythm may be that of something else than the inspection."""
    return (
        len(act.actions) > 1
        and not any(_INSPECTS.search(one) for one in act.actions[:1])
        and len(act.cadence) > 1
    )


def _inspected(source: PartSource, words: str) -> tuple[str, ...]:
    if source.chinese:
        found = _WHOM.search(words)
        return roles_in(found["who"]) if found else ()
    told = _ENGLISH_WHOM.search(words)
    return (told["who"].strip(),) if told else ()
