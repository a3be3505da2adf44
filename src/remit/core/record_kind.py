"""Kinds of records: what a meeting, a training or a check says beside its title, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

__all__ = [
    "ATTENDANCE",
    "DECISIONS",
    "FREE",
    "KINDS",
    "N_",
    "OBJECTIONS",
    "Field",
    "RecordKind",
    "Shape",
    "find_kind",
    "is_figure",
]


LARGEST = Decimal(10) ** 12
PLACES = -2  # figures are kept to two places


class Shape(StrEnum):
    """What a field of a kind holds, and thereby which parts of its details are filled.

    TEXT: one `text`. LINES: a `text` each. PEOPLE: a `person` each, perhaps of a `unit`; or how many there were as a
    `number`. NUMBER, AMOUNT: one `number`. DATE: one `day`. DECISIONS: a `text` each, with the `unit` and the `person`
    that carry it out by a `day`. OBJECTIONS: a `person` each, to the decision of that `number`, from 1, and why.
    """

    TEXT = "text"
    LINES = "lines"
    PEOPLE = "people"
    NUMBER = "number"
    DATE = "date"
    AMOUNT = "amount"
    DECISIONS = "decisions"
    OBJECTIONS = "objections"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a kind's small form; `label` is its English name, to be translated. Without a `needed` one, something
    is missing from a record, though it counts."""

    key: str
    label: str
    shape: Shape
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """A kind of record: its name and fields. `timed`: the hour matters. `includes`: a document that takes a duty in.

    `words` are what duties say that ask for such a record, Chinese and English.
    """

    key: str
    label: str
    fields: tuple[Field, ...]
    words: tuple[str, ...] = ()
    timed: bool = False
    includes: bool = False


def N_(label: str) -> str:  # noqa: N802 - the name by which labels to be translated are found
    """Return the label as it is."""
    return label


def _field(key: str, label: str, shape: Shape, *, needed: bool = False) -> Field:
    return Field(key=key, label=label, shape=shape, needed=needed)


AGENDA = _field("agenda", N_("Agenda"), Shape.LINES, needed=True)
ATTENDANCE = _field("attendance", N_("Who attended"), Shape.PEOPLE, needed=True)
PRESENT = _field("attendance", N_("Who took part"), Shape.PEOPLE)
APOLOGIES = _field("apologies", N_("Who was excused"), Shape.PEOPLE)
CHAIR = _field("chair", N_("In the chair"), Shape.PEOPLE)
DECISIONS = _field("decisions", N_("Decisions"), Shape.DECISIONS)
OBJECTIONS = _field("objections", N_("Objections to a decision"), Shape.OBJECTIONS)
SUBJECT = _field("subject", N_("Subject"), Shape.TEXT, needed=True)
PLACE = _field("place", N_("Place"), Shape.TEXT, needed=True)
NUMBER = _field("number", N_("Document number"), Shape.TEXT)
FINDINGS = _field("findings", N_("What was found"), Shape.LINES)
MEASURES = _field("measures", N_("What follows from it"), Shape.LINES)
DOCUMENT = (
    _field("document", N_("Document that includes it"), Shape.TEXT, needed=True),
    NUMBER,
    _field("passage", N_("Where in the document"), Shape.TEXT),
    _field("includes", N_("Words that include it"), Shape.LINES, needed=True),
)
_INCLUSION = ("纳入", "列入", "include", "incorporate", "integrate")

KINDS: Mapping[str, RecordKind] = {
    kind.key: kind
    for kind in (
        RecordKind(
            key="meeting",
            label=N_("Meeting"),
            fields=(CHAIR, AGENDA, ATTENDANCE, APOLOGIES, DECISIONS, OBJECTIONS),
            words=("会议", "召开", "研究", "听取", "议题", "例会", "meeting", "meet", "convene", "discuss"),
        ),
        RecordKind(
            key="joint-conference",
            label=N_("Joint conference of departments"),
            fields=(CHAIR, AGENDA, ATTENDANCE, APOLOGIES, DECISIONS, OBJECTIONS),
            words=("联席会议", "联席", "会商", "协调", "joint", "conference", "inter-departmental"),
        ),
        RecordKind(
            key="training",
            label=N_("Training"),
            fields=(
                SUBJECT,
                _field("trainer", N_("Trainer"), Shape.PEOPLE),
                _field("hours", N_("Hours"), Shape.NUMBER, needed=True),
                ATTENDANCE,
                _field("passed", N_("How many passed the quiz"), Shape.NUMBER),
            ),
            words=("培训", "轮训", "教育", "学习", "考核", "training", "train", "course", "instruct"),
        ),
        RecordKind(
            key="bulletin",
            label=N_("Bulletin"),
            fields=(
                NUMBER,
                _field("audience", N_("Addressed to"), Shape.TEXT),
                _field("points", N_("What it tells"), Shape.LINES, needed=True),
                _field("recipients", N_("How many received it"), Shape.NUMBER),
            ),
            words=("通报", "通告", "公布", "公开", "bulletin", "circulate", "inform", "publish"),
        ),
        RecordKind(
            key="talk",
            label=N_("Talk"),
            fields=(
                _field("leader", N_("Who led it"), Shape.PEOPLE),
                _field("attendance", N_("With whom"), Shape.PEOPLE, needed=True),
                SUBJECT,
                _field("agreed", N_("What was agreed"), Shape.LINES),
            ),
            words=("谈话", "约谈", "谈心", "talk", "interview"),
        ),
        RecordKind(
            key="analysis",
            label=N_("Analysis"),
            fields=(
                _field("covered", N_("What it covers"), Shape.TEXT),
                _field("findings", N_("What was found"), Shape.LINES, needed=True),
                MEASURES,
            ),
            words=("分析", "研判", "评估", "analysis", "analyse", "analyze", "assess", "evaluate"),
        ),
        RecordKind(
            key="check",
            label=N_("Check or inspection"),
            fields=(
                PLACE,
                _field("checked-by", N_("Who checked"), Shape.PEOPLE),
                FINDINGS,
                _field("found", N_("How many faults were found"), Shape.NUMBER),
                _field("mended", N_("How many were put right at once"), Shape.NUMBER),
            ),
            words=("检查", "巡查", "督查", "排查", "检测", "check", "inspect", "examine", "patrol", "test"),
        ),
        RecordKind(
            key="drill",
            label=N_("Drill"),
            fields=(
                PLACE,
                PRESENT,
                _field("minutes", N_("How many minutes it took"), Shape.NUMBER),
                FINDINGS,
            ),
            words=("演练", "演习", "drill", "exercise", "rehears"),
        ),
        RecordKind(
            key="budget",
            label=N_("Budget"),
            fields=(
                SUBJECT,
                _field("planned", N_("Amount set aside"), Shape.AMOUNT, needed=True),
                _field("spent", N_("Amount spent"), Shape.AMOUNT),
            ),
            words=("经费", "预算", "资金", "投入", "budget", "fund", "means", "resources"),
        ),
        RecordKind(
            key="report",
            label=N_("Report"),
            fields=(
                _field("addressee", N_("Reported to"), Shape.TEXT, needed=True),
                _field("means", N_("By which way"), Shape.TEXT),
                NUMBER,
            ),
            words=("报告", "报送", "上报", "报", "report", "submit"),
            timed=True,
        ),
        RecordKind(
            key="agenda-item",
            label=N_("Item put on an agenda"),
            fields=DOCUMENT,
            words=("议事日程", "议程", "重要议题", "agenda", *_INCLUSION),
            includes=True,
        ),
        RecordKind(
            key="study-plan",
            label=N_("Study plan"),
            fields=DOCUMENT,
            words=("学习计划", "学习内容", "学习安排", "study plan", *_INCLUSION),
            includes=True,
        ),
        RecordKind(
            key="work-plan",
            label=N_("Annual work plan"),
            fields=DOCUMENT,
            words=("工作计划", "年度计划", "工作要点", "总体规划", "work plan", "annual plan", *_INCLUSION),
            includes=True,
        ),
        RecordKind(
            key="targets",
            label=N_("Performance targets"),
            fields=DOCUMENT,
            words=("目标管理", "责任目标", "绩效", "目标", "target", "objective", *_INCLUSION),
            includes=True,
        ),
        RecordKind(
            key="staff-appraisal",
            label=N_("Staff appraisal"),
            fields=DOCUMENT,
            words=(
                "考核内容",
                "考核体系",
                "述职",
                "年度考核",
                "appraisal",
                "performance review",
                *_INCLUSION,
            ),
            includes=True,
        ),
        RecordKind(
            key="plan",
            label=N_("Plan or rule"),
            fields=(NUMBER, _field("points", N_("What it lays down"), Shape.LINES)),
            words=("制定", "预案", "方案", "制度", "规程", "办法", "plan", "rule", "procedure", "policy"),
        ),
        RecordKind(
            key="filing",
            label=N_("Filing or notice"),
            fields=(_field("addressee", N_("Filed with"), Shape.TEXT, needed=True), NUMBER),
            words=("备案", "告知", "通知", "审批", "file", "filing", "notify", "notice"),
            timed=True,
        ),
        RecordKind(
            key="rectification",
            label=N_("Rectification"),
            fields=(
                _field("findings", N_("What was put right"), Shape.LINES, needed=True),
                _field("measures", N_("How"), Shape.LINES),
                _field("mended", N_("How many faults were put right"), Shape.NUMBER),
            ),
            words=("整改", "整治", "消除", "rectify", "rectif", "remedy", "correct"),
        ),
        RecordKind(
            key="event",
            label=N_("Event or incident"),
            fields=(
                _field("place", N_("Place"), Shape.TEXT),
                _field("course", N_("What happened"), Shape.LINES, needed=True),
                _field("known", N_("Through whom it became known"), Shape.TEXT),
            ),
            words=("事故", "事件", "发生", "accident", "incident", "event", "occur"),
            timed=True,
        ),
        RecordKind(
            key="other",
            label=N_("Other"),
            fields=(
                _field("points", N_("What was done"), Shape.LINES),
                PRESENT,
                _field("count", N_("A number to be counted"), Shape.NUMBER),
                _field("amount", N_("Amount spent"), Shape.AMOUNT),
            ),
        ),
    )
}
"""Every kind that has a form of its own, in the order in which they are offered."""

FREE = KINDS["other"]
"""What a record may say whose kind is none of these: a regime names it."""


def find_kind(key: str) -> RecordKind:
    """Return the kind of that name; one that has no form of its own has the fields of `FREE`."""
    return KINDS.get(key, FREE)


def is_figure(number: Decimal) -> bool:
    """Return whether a number can be kept and added up: from nothing to below a million millions, to two places."""
    if not number.is_finite() or not 0 <= number < LARGEST:
        return False
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= PLACES
