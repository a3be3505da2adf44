"""Two fictional levels in Chinese and in English for tests of conformance: each lower one repeats the upper one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from remit.core.conformance import conform
from remit.core.conformance_finding import Conformance
from remit.core.duty import Degree, Duty, Kind
from remit.core.period import Cadence, Deadline
from remit.core.regime import Regime, RegimeClause, Role
from remit.core.regime_part import (
    Answerability,
    Effect,
    Indicator,
    Inspection,
    InspectionKind,
    Parts,
    WeightRule,
)


def times(count: int, period: str = "P1Y") -> tuple[Cadence, ...]:
    return (Cadence(min=count, period=period),)


def per(stretch: str, count: int = 1) -> tuple[Cadence, ...]:
    return (Cadence(min=count, per=stretch),)


def within(amount: int, unit: str, **more: str) -> tuple[Deadline, ...]:
    return (Deadline(amount=amount, unit=unit, **more),)


def by(day: str) -> tuple[Deadline, ...]:
    return (Deadline(by=day),)


VAGUE = (Cadence(vague="定期"),)


def says(words: str, *holders: str, ref: str = "d", **slots: Any) -> Duty:
    """A duty in these words; what it does are its words."""
    return replace(Duty(ref=ref, quote=words, holders=holders, actions=(words,)), **slots)


def regime(
    duties: Mapping[str, Duty],
    *,
    id: str,
    roles: Sequence[Role] = (),
    parts: Parts = Parts(),
    language: str = "zh",
) -> Regime:
    """A regime of one article a duty, each named by its key."""
    clauses = []
    for number, (ref, duty) in enumerate(duties.items(), 1):
        path = f"第{number}条" if language == "zh" else f"Article {number}"
        text = "".join(duty.holders) + duty.quote
        clauses.append(
            RegimeClause(ref=(path,), text=text, start=0, end=len(text), duties=(replace(duty, ref=ref),))
        )
    return Regime(
        id=id,
        title=id,
        edition=date(2026, 1, 1),
        language=language,
        roles=tuple(roles),
        clauses=tuple(clauses),
        parts=parts,
    )


UPPER = {
    "meeting": says("召开食堂安全工作会议，研究解决突出问题", "省教育行政部门", cadence=times(1, "P6M")),
    "drill": says("组织食物中毒应急演练，保存演练影像", "学校", cadence=per("学期")),
    "check": says("检查食堂操作间、留样冷藏柜和消毒设备", "学校", cadence=times(1, "P1W")),
    "poisoning": says(
        "发现疑似食物中毒后立即停止供餐并报告教育行政部门和卫生健康部门",
        "学校",
        deadline=within(2, "hour"),
        addressee=("教育行政部门", "卫生健康部门"),
    ),
    "meal": says("与学生共同用餐并填写陪餐记录", "校长", cadence=times(1, "P1D")),
    "report": says(
        "向上级教育行政部门报送食堂管理自查报告",
        "学校",
        deadline=by("--06-30"),
        addressee=("上级教育行政部门",),
    ),
    "purchase": says("不得采购来源不明的肉类原料", "学校", kind=Kind.PROHIBITION),
    "training": says("培训食堂从业人员健康知识", "学校", cadence=times(2)),
    "water": says("清洗二次供水水箱", "学校", cadence=VAGUE),
    "notice": says("更换供餐企业前告知家长委员会", "学校", deadline=within(10, "day", before="更换前")),
    "laboratory": says("抽样化验餐具表面微生物指标", "省疾病预防控制中心", cadence=times(1)),
    "everybody": says("配合食物中毒流行病学调查"),
}
UPPER_ROLES = (
    Role(name="省教育行政部门"),
    Role(name="学校"),
    Role(name="校长", degree=Degree.FIRST),
    Role(name="省疾病预防控制中心"),
)
UPPER_PARTS = Parts(
    answerability=(
        Answerability(
            ref="ans",
            clause=("第一章",),
            quote="校长是第一责任人",
            holders=("校长",),
            degree=Degree.FIRST,
            matter="食堂安全",
        ),
    ),
    inspections=(
        Inspection(
            ref="insp",
            clause=("第二章",),
            quote="教育行政部门对学校食堂开展专项检查",
            kind=InspectionKind.SPECIAL,
            inspectors=("教育行政部门",),
            inspected=("学校",),
            cadence=times(1),
        ),
    ),
    weights=(
        WeightRule(ref="weight", clause=("第三章",), quote="食堂安全不低于百分之五", of="食堂安全", min=5),
    ),
    indicators=(
        Indicator(ref="ind", clause=("第三章",), quote="陪餐制度10分", name="陪餐制度", points=10),
        Indicator(
            ref="veto",
            clause=("第三章",),
            quote="隐瞒中毒事件一票否决",
            name="隐瞒中毒事件",
            effect=Effect.VETO,
        ),
        Indicator(
            ref="sum", clause=("第三章",), quote="总分100分", name="总分", effect=Effect.TOTAL, points=100
        ),
    ),
)
LOWER = {
    "inform": says(
        "提前更换供餐企业的，告知家长委员会", "中小学校", deadline=within(2, "week", before="更换")
    ),
    "meeting": says("至少召开两次食堂安全工作会议，研究解决突出问题", "市教育局", cadence=times(2)),
    "drill": says("组织食物中毒应急演练，保存演练影像并向全校通报", "中小学校", cadence=times(2)),
    "check": says("检查食堂操作间、留样冷藏柜、消毒设备", "中小学校", cadence=times(1, "P1D")),
    "poisoning": says(
        "发现疑似食物中毒后立即停止供餐并报告区教育局、区卫生健康局",
        "中小学校",
        deadline=within(90, "minute"),
        addressee=("区教育局", "区卫生健康局"),
    ),
    "meal": says("与学生共同用餐，填写陪餐记录", "中小学校校长", cadence=times(1, "P1D")),
    "report": says(
        "向海州市教育局报送食堂管理自查报告",
        "中小学校",
        deadline=by("--05-31"),
        addressee=("海州市教育局",),
    ),
    "purchase": says("严禁采购来源不明的肉类原料和水产品", "中小学校", kind=Kind.PROHIBITION),
    "training": says("培训食堂从业人员健康知识", "中小学校", cadence=(Cadence(months=(3, 9)),)),
    "water": says("清洗二次供水水箱", "中小学校", cadence=times(1)),
    "everybody": says("配合食物中毒流行病学调查", "任何单位和个人"),
}
LOWER_ROLES = (
    Role(name="市教育局"),
    Role(name="中小学校"),
    Role(name="中小学校校长", degree=Degree.FIRST),
    Role(name="厨师长", degree=Degree.EXECUTING),
    Role(name="任何单位和个人"),
)
LOWER_PARTS = Parts(
    answerability=(replace(UPPER_PARTS.answerability[0], holders=("中小学校校长",)),),
    inspections=(
        replace(
            UPPER_PARTS.inspections[0],
            quote="市教育局对中小学校食堂进行专项检查",
            inspectors=("市教育局",),
            inspected=("中小学校",),
            cadence=times(2),
        ),
    ),
    weights=(replace(UPPER_PARTS.weights[0], min=6.0),),
    indicators=(
        replace(UPPER_PARTS.indicators[0], points=6),
        UPPER_PARTS.indicators[1],
        replace(UPPER_PARTS.indicators[2], points=50),
    ),
)
ABOVE = regime(UPPER, id="above", roles=UPPER_ROLES, parts=UPPER_PARTS)
BELOW = regime(LOWER, id="below", roles=LOWER_ROLES, parts=LOWER_PARTS)


def below(parts: Parts = LOWER_PARTS, *, without: str = "", **changes: Mapping[str, Any]) -> Regime:
    """The lower regime with the slots of some duties changed, or without one."""
    duties = {ref: replace(duty, **changes.get(ref, {})) for ref, duty in LOWER.items() if ref != without}
    return regime(duties, id="below", roles=LOWER_ROLES, parts=parts)


ENGLISH_UPPER = {
    "muster": says("hold a fire muster and count everybody aboard", "ship", cadence=times(1, "P1M")),
    "pumps": says(
        "test the emergency pumps and enter the pressure in the log", "chief engineer", cadence=times(4)
    ),
    "spill": says(
        "report every oil spill with its position to the harbour authority and the coastguard",
        "ship",
        deadline=within(1, "hour"),
        addressee=("harbour authority", "coastguard"),
    ),
    "plan": says(
        "submit the mooring plan to the superior authority",
        "pilot office",
        deadline=by("--03-31"),
        addressee=("superior authority",),
    ),
    "lamp": says("replace broken deck lamps with approved ones", "ship"),
}
ENGLISH_LOWER = {
    "lamp": says("replace broken deck lamps with approved ones and keep spares", "ferry ship"),
    "muster": says("hold a fire muster, counting everybody aboard", "ferry ship", cadence=times(1, "P2W")),
    "pumps": says(
        "test emergency pumps and enter the pressure in the log",
        "chief engineer of the ferry",
        cadence=(Cadence(quarters=(1, 2, 3, 4)),),
    ),
    "spill": says(
        "report each oil spill with its position to the Port Haven harbour authority and the district coastguard",
        "ferry ship",
        deadline=within(30, "minute"),
        addressee=("Port Haven harbour authority", "district coastguard"),
    ),
    "plan": says(
        "submit the mooring plan to the Port Haven harbour authority",
        "the Haven pilot office",
        deadline=by("--02-28"),
        addressee=("Port Haven harbour authority",),
    ),
}
ENGLISH_ROLES = (
    Role(name="ship"),
    Role(name="chief engineer", degree=Degree.DIRECT),
    Role(name="pilot office"),
)
ENGLISH_LOWER_ROLES = (
    Role(name="ferry ship"),
    Role(name="chief engineer of the ferry", degree=Degree.DIRECT),
    Role(name="the Haven pilot office"),
    Role(name="deck hand", degree=Degree.EXECUTING),
)
ENGLISH_ABOVE = regime(ENGLISH_UPPER, id="sea", roles=ENGLISH_ROLES, language="en")


def english_below(*, without: str = "", **changes: Mapping[str, Any]) -> Regime:
    """The lower English regime with the slots of some duties changed, or without one."""
    duties = {
        ref: replace(duty, **changes.get(ref, {})) for ref, duty in ENGLISH_LOWER.items() if ref != without
    }
    return regime(duties, id="haven", roles=ENGLISH_LOWER_ROLES, language="en")


def found(result: Conformance) -> list[tuple[str, str]]:
    """What is weaker, each with the upper reference."""
    return [(str(one.weakness), one.upper.ref) for one in result.findings]


def weaker(lower: Regime, upper: Regime = ABOVE) -> list[tuple[str, str]]:
    return found(conform(lower, upper))
