"""Rules on who answers for a failed duty and how much, and who takes which step of the procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from remit.core.duty import Basis, Kind
from remit.core.regime_part import Attribution, Decision, DecisionStep, Share
from remit.reading.part_source import PartSource, roles_in
from remit.reading.sentence import Span

__all__ = ["find_attribution", "find_decisions"]

_SHARES = tuple(
    (share, re.compile(words, re.IGNORECASE))
    for share, words in (
        (
            Share.OBJECTED,
            (
                r"(?:反对|不同意见|异议|保留意见)[^。；]{0,60}?(?:不承担|不负|不予追究|免予|免除|不追究|免责)"
                r"|\b(?:object|oppos|dissent)\w*\b[^.;]{0,80}?\b(?:not (?:be )?(?:answer"
                r"|liable|responsible|accountable)|exempt)"
            ),
        ),
        (
            Share.DECIDED_ALONE,
            (
                r"(?:个人|一人|擅自|违反[^，。；]{0,12}程序|独断|拍板"
                r"|改变集体)[^。；]{0,30}?决定[^。；]{0,40}?(?:承担|负|追究|由其|由本人)"
                r"|\b(?:decid\w+|act\w*) alone\b[^.;]{0,60}?\b(?:answer|liable|responsible|accountable)"
            ),
        ),
        (Share.MAIN_LEADERSHIP, r"主要领导责任|\b(?:main|principal|primary) leadership responsib"),
        (Share.IMPORTANT_LEADERSHIP, r"重要领导责任|\bimportant leadership responsib"),
        (Share.COLLECTIVE, (
            r"集体责任|集体(?:研究|讨论|决策|决定)[^。；]{0,40}?(?:承担|负)[^。；]{0,20}?责任"
            r"|\bcollective(?:ly)? (?:responsib|answerab|accountab)"
        )),
        (Share.INDIVIDUAL, r"个人责任|\bindividual(?:ly)? (?:responsib|answerab|accountab)"),
        (Share.DIRECT, r"(?:承担|负|是|为)直接责任|\bdirect(?:ly)? (?:responsib|answerab|accountab)"),
        (Share.LIFELONG, r"终身(?:追究|问责|追责)|责任终身|\bfor life\b[^.;]{0,40}?account"),
        (Share.AGGRAVATING, r"从重|加重(?:处理|处分|处罚|问责|追究)|\bmore severe|\baggravat"),
        (Share.MITIGATING, (
            r"从轻|减轻(?:处理|处分|处罚|问责|追究|责任)|\bless severe|\bmitigat\w+ (?:circumstance"
            r"|factor)|\breduced (?:penalty|sanction|measure)"
        )),
        (Share.EXEMPT, (
            r"免予(?:处理|处分|处罚|问责|追究|追责)|不予(?:问责|追责|追究)|免除[^，。；]{0,6}责任|尽职免责|可以免责|不承担责任"
            r"|\bexempt(?:ed)? from (?:liab|responsib|sanction|measure)"
            r"|\bshall not be (?:liable|answerable|held accountable)"
        )),
    )
)  # fmt: skip
_FOR_ITEMS = (Share.AGGRAVATING, Share.MITIGATING, Share.EXEMPT)
_BORNE = (
    Share.MAIN_LEADERSHIP,
    Share.IMPORTANT_LEADERSHIP,
    Share.DIRECT,
    Share.COLLECTIVE,
    Share.INDIVIDUAL,
)
_OUTCOMES = (Share.EXEMPT, Share.INDIVIDUAL, Share.DIRECT, Share.COLLECTIVE)
_SEGMENT = re.compile(r"[^，,。；;]{2,400}")
_WHO = re.compile(r"^(?P<who>[^，。；]{2,40}?)(?:应当)?(?:承担|负|对)")

_ACCOUNTABILITY = re.compile(
    r"问责|责任追究|追究责任|追责|处分|处理决定|诫勉|违规违纪|考核结果|\b(?:disciplin|sanction|accountab"
    r"|penalt|measure)",
    re.IGNORECASE,
)
_STEPS = tuple(
    (step, re.compile(words, re.IGNORECASE))
    for step, words in (
        (DecisionStep.PROPOSE, r"提出[^，。；]{0,20}建议|\b(?:propose|recommend)s?\b"),
        (DecisionStep.NOTIFY, (
            r"书面(?:告知|通知)|送达|告知[^，。；]{0,12}(?:事实|理由|依据|本人)|\b(?:written notice"
            r"|notif\w+ (?:in writing|of the (?:ground|decision)))"
        )),
        (DecisionStep.HEAR, (
            r"听取[^，。；]{0,12}(?:陈述|申辩|意见)|陈述(?:和|、|与)?申辩|\b(?:opportunity to (?:reply"
            r"|respond|be heard)|shall hear|right to (?:reply|be heard))"
        )),
        (DecisionStep.FILE, (
            r"报[^，。；]{2,30}?备案|存入[^，。；]{0,12}档案|归入[^，。；]{0,12}档案|\bfiled? with\b"
        )),
        (DecisionStep.APPEAL, r"申诉|复核|复议|复查申请|\bappeal"),
        (DecisionStep.DECIDE, (
            r"管理权限|任免机关|由[^，。；]{2,40}?(?:作出[^，。；]{0,8}决定|决定|批准|审定)|\b(?:decided? by"
            r"|shall decide|may decide|power of appointment)"
        )),
    )
)  # fmt: skip
_BY = re.compile(r"由(?P<who>[^，。；]{2,30}?)(?:按照?|依照|根据|作出|决定|批准|审定|提出|负责|给予|实施)")
_FILED = re.compile(r"报(?:送|请|经)?(?P<who>[^，。；]{2,30}?)(?:备案|审批|批准|审定)")


def find_attribution(source: PartSource) -> Iterator[Attribution]:
    """Yield the rules of attribution that the clause states, or that its lead-in states of it as an item."""
    provision = source.provision
    if provision.kind in (Kind.GROUND, Kind.OTHER, Kind.PERMISSION) and source.lead is not None:
        share = next((s for s, words in _SHARES if s in _FOR_ITEMS and words.search(source.above)), None)
        if share is not None:
            yield Attribution(
                ref="", clause=provision.clause.ref, quote=source.body.strip().rstrip("；;。."), share=share
            )
            return
    if source.body.rstrip().endswith(("：", ":")):
        return
    for span, words in source.sentences():
        shares = [share for share, pattern in _SHARES if pattern.search(words)]
        several = sum(share in _BORNE for share in shares) > 1
        for share in shares:
            if share is Share.DIRECT and "领导" not in words and not _ACCOUNTABILITY.search(words):
                continue
            if share in _OUTCOMES and any(one in (Share.OBJECTED, Share.DECIDED_ALONE) for one in shares):
                continue
            where = _segment_of(source, span, share) if several and share in _BORNE else span
            yield _rule(source, where, share)


def _rule(source: PartSource, span: Span, share: Share) -> Attribution:
    words = source.text[span[0] : span[1]]
    named = tuple(dict.fromkeys(name for act in source.acts_in(span) for name in act.holders))
    holders = tuple(name for name in named or _told(words) if name not in ("个人", "本人"))
    return Attribution(ref="", clause=source.provision.clause.ref, quote=words, share=share, holders=holders)


def _segment_of(source: PartSource, span: Span, share: Share) -> Span:
    """The part of a sentence between commas that states a share."""
    pattern = next(words for one, words in _SHARES if one is share)
    return next(
        (one for one in _segments(source, span) if pattern.search(source.text[one[0] : one[1]])), span
    )


def _segments(source: PartSource, span: Span) -> Iterator[Span]:
    if not source.chinese:
        yield span
        return
    for found in _SEGMENT.finditer(source.text, *span):
        yield found.span()


def find_decisions(source: PartSource) -> Iterator[Decision]:
    """Yield the steps of the procedure that leads to a measure, where the words are about answering for failure."""
    near = source.heading + source.above
    for span, words in source.sentences():
        if not _ACCOUNTABILITY.search(words) and not _ACCOUNTABILITY.search(near):
            continue
        for low, high in _segments(source, span):
            part = source.text[low:high].strip()
            step = next((step for step, pattern in _STEPS if pattern.search(part)), None)
            if step is not None:
                yield _decision(source, (low, high), part, step)


def _decision(source: PartSource, span: tuple[int, int], words: str, step: DecisionStep) -> Decision:
    acts = source.acts_in(span)
    by = _BY.search(words)
    named = roles_in(by["who"]) if by else ()
    filed = _FILED.search(words)
    said = (
        dict(source.provision.basis).get("holders") is Basis.EXPLICIT
    )  # what is taken over may be somebody else
    told = tuple(
        dict.fromkeys(n for act in acts if act.kind is not Kind.SANCTION for n in act.holders if said)
    )
    addressee = tuple(dict.fromkeys(name for act in acts for name in act.addressee))
    return Decision(
        ref="",
        clause=source.provision.clause.ref,
        quote=words,
        step=step,
        by=named or source.provision.by or told,
        addressee=addressee or (roles_in(filed["who"]) if filed and step is DecisionStep.FILE else ()),
    )


def _told(words: str) -> tuple[str, ...]:
    found = _WHO.match(words)
    return roles_in(found["who"]) if found else ()
