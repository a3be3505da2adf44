"""A small fictional city: its units and posts, and a regulation on fire safety in schools of our own writing."""

from __future__ import annotations

from datetime import date

from remit.core.duty import Basis, Degree, Duty, Kind
from remit.core.period import Cadence, Deadline
from remit.core.post import Holder, Organisation, Post, Unit
from remit.core.regime import Defaults, Regime, RegimeClause, Role, Source

TODAY = date(2026, 5, 20)
SUBJECT = "消防"

_UNITS = (
    ("HB", "临港市人民政府", "", "市政府"),
    ("HB-EDU", "临港市教育局", "HB", "教育局"),
    ("E", "望潮区人民政府", "HB", "区政府"),
    ("E-EDU", "望潮区教育局", "E", "区教育局"),
    ("E-P", "望潮区第一小学", "E", "学校"),
    ("E-M", "观海中学", "E", "学校"),
    ("W", "西岭区人民政府", "HB", "区政府"),
    ("W-P", "西岭中心小学", "W", "学校"),
)
_POSTS = (
    ("HB/市长", Degree.FIRST, (), "林海舟"),
    ("HB-EDU/局长", Degree.FIRST, (), "苏若澜"),
    ("E/区长", Degree.FIRST, (), "陈春溪"),
    ("E/分管教育副区长", Degree.DIRECT, (SUBJECT,), "郑安远"),
    ("E-EDU/局长", Degree.FIRST, (), "韩书远"),
    ("E-P/校长", Degree.FIRST, (), "陶春远"),
    ("E-P/后勤副校长", Degree.DIRECT, (SUBJECT,), "范明松"),
    ("E-P/教学副校长", Degree.LEADERSHIP, (), "潘书澜"),
    ("E-P/安全主任", Degree.EXECUTING, (), ""),
    ("E-M/校长", Degree.FIRST, (), "姜思松"),
    ("W/区长", Degree.FIRST, (), "姜安松"),
    ("W-P/校长", Degree.FIRST, (), "郑海宁"),
)
SCHOOL, BUREAU = ("学校",), ("区教育局",)
YEARLY = (Cadence(min=1, period="P1Y"),)


def organisation() -> Organisation:
    """Two districts with their schools; the post of 安全主任 is vacant."""
    return Organisation(
        units=tuple(Unit(code=c, name=n, parent=p, kind=k) for c, n, p, k in _UNITS),
        posts=tuple(
            Post(
                code=code,
                unit=code.split("/")[0],
                title=code.split("/")[1],
                degree=degree,
                portfolio=portfolio,
            )
            for code, degree, portfolio, _ in _POSTS
        ),
        holders=tuple(
            Holder(post=code, person=person, since=date(2024, 9, 1))
            for code, _, _, person in _POSTS
            if person
        ),
    )


def _duty(ref: str, quote: str, holders: tuple[str, ...], **slots: object) -> Duty:
    basis = (("holders", Basis.EXPLICIT if holders[0] in quote else Basis.INHERITED),)
    return Duty(ref=ref, quote=quote, holders=holders, basis=basis, **slots)  # type: ignore[arg-type]


_CLAUSES: tuple[tuple[tuple[str, ...], str, dict[str, object]], ...] = (
    (("第一章",), "第一章　总则", {"heading": True}),
    (("第一章", "第一条"), "第一条　为了落实学校消防安全责任，保护师生安全，制定本办法。", {}),
    (
        ("第一章", "第二条"),
        "第二条　学校承担本校消防安全主体责任。校长是第一责任人，分管后勤的副校长是直接责任人。",
        {"kind": Kind.DUTY, "duties": (_duty("art-2", "学校承担本校消防安全主体责任", SCHOOL),)},
    ),
    (("第二章",), "第二章　日常管理", {"heading": True}),
    (("第二章", "第三条"), "第三条　学校应当履行下列职责：", {"kind": Kind.DUTY}),
    (
        ("第二章", "第三条", "(一)"),
        "（一）每季度至少组织一次消防疏散演练，并做好记录；",
        {
            "kind": Kind.DUTY,
            "duties": (
                _duty(
                    "art-3.i-1",
                    "每季度至少组织一次消防疏散演练，并做好记录",
                    SCHOOL,
                    actions=("组织消防疏散演练", "做好记录"),
                    cadence=(Cadence(min=1, period="P3M"),),
                    evidence=("演练记录",),
                ),
            ),
        },
    ),
    (
        ("第二章", "第三条", "(二)"),
        "（二）每月至少对消防设施检查一次；",
        {
            "kind": Kind.DUTY,
            "duties": (
                _duty(
                    "art-3.i-2",
                    "每月至少对消防设施检查一次",
                    SCHOOL,
                    actions=("对消防设施检查",),
                    cadence=(Cadence(min=1, period="P1M"),),
                ),
            ),
        },
    ),
    (
        ("第二章", "第三条", "(三)"),
        "（三）定期组织教职工学习消防知识。",
        {
            "kind": Kind.DUTY,
            "duties": (
                _duty("art-3.i-3", "定期组织教职工学习消防知识", SCHOOL, cadence=(Cadence(vague="定期"),)),
            ),
        },
    ),
    (
        ("第二章", "第四条"),
        "第四条　学校应当于每年6月和12月向区教育局书面报告消防安全责任落实情况。",
        {
            "kind": Kind.DUTY,
            "duties": (
                _duty(
                    "art-4",
                    "学校应当于每年6月和12月向区教育局书面报告消防安全责任落实情况",
                    SCHOOL,
                    actions=("书面报告消防安全责任落实情况",),
                    cadence=(Cadence(months=(6, 12)),),
                    addressee=("区教育局",),
                ),
            ),
        },
    ),
    (
        ("第二章", "第五条"),
        "第五条　发生火灾的，学校应当在2小时内向区教育局报告。",
        {
            "kind": Kind.DUTY,
            "duties": (
                _duty(
                    "art-5",
                    "学校应当在2小时内向区教育局报告",
                    SCHOOL,
                    deadline=(Deadline(amount=2, unit="hour", after="发生火灾"),),
                    addressee=("区教育局",),
                ),
            ),
        },
    ),
    (
        ("第二章", "第六条"),
        "第六条　学校应当收集教师在网络上发表的不满言论，逐级上报。",
        {"kind": Kind.DUTY, "screen": "out", "why": "expression"},
    ),
    (("第三章",), "第三章　监督检查", {"heading": True}),
    (
        ("第三章", "第七条"),
        "第七条　区教育局应当每年至少对学校消防安全工作全面检查一次，并于每年3月31日前公布检查结果。",
        {
            "kind": Kind.DUTY,
            "duties": (
                _duty(
                    "art-7.a", "区教育局应当每年至少对学校消防安全工作全面检查一次", BUREAU, cadence=YEARLY
                ),
                _duty("art-7.b", "于每年3月31日前公布检查结果", BUREAU, deadline=(Deadline(by="--03-31"),)),
            ),
        },
    ),
    (
        ("第三章", "第八条"),
        "第八条　区政府应当每年至少召开一次会议，研究解决学校消防安全重大问题。",
        {
            "kind": Kind.DUTY,
            "duties": (_duty("art-8", "区政府应当每年至少召开一次会议", ("区政府",), cadence=YEARLY),),
        },
    ),
)


def regime(day: date = date(2026, 1, 1)) -> Regime:
    """The regulation as a draft that nobody has reviewed."""
    clauses, at = [], 0
    for ref, text, more in _CLAUSES:
        clauses.append(RegimeClause(ref=ref, text=text, start=at, end=at + len(text), **more))  # type: ignore[arg-type]
        at += len(text) + 1
    return Regime(
        id="harbour-school-fire",
        title="临港市学校消防安全责任制实施办法",
        edition=day,
        subject=SUBJECT,
        source=Source(
            title="临港市学校消防安全责任制实施办法", issued_by="临港市人民政府", number="临政发〔2025〕18号"
        ),
        defaults=Defaults(due_soon_days=14),
        roles=(
            Role(name="学校", degree=Degree.PRINCIPAL, units=("学校",)),
            Role(name="区教育局", degree=Degree.PRINCIPAL, units=("区教育局",)),
            Role(name="区政府", degree=Degree.PRINCIPAL, units=("区政府",)),
        ),
        clauses=tuple(clauses),
    )
