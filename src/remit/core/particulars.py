"""What a clause says beyond who does what when: conditions, exceptions, amounts, weights, measures, defined terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["DefinedTerm", "Measure", "MeasureKind", "Particulars", "Passage", "Quantity"]


class MeasureKind(StrEnum):
    """A consequence of a failed duty; the order is that of gravity, lightest first."""

    REMINDER = "reminder"  # 提醒
    RECTIFICATION = "rectification"  # 责令改正, 整改
    TALK = "talk"  # 约谈
    CRITICISM = "criticism"  # 批评教育
    SELF_EXAMINATION = "self-examination"  # 书面检查
    ADMONITION = "admonition"  # 诫勉
    NOTICE = "notice"  # 通报批评
    DISQUALIFICATION = "disqualification"  # 取消评优评先资格
    VETO = "veto"  # 一票否决
    WARNING = "warning"  # 警告
    FINE = "fine"  # 罚款
    CONFISCATION = "confiscation"  # 没收
    TRANSFER = "transfer"  # 调整岗位
    SUSPENSION = "suspension"  # 停职; 暂扣
    CLOSURE = "closure"  # 停产停业
    RESIGNATION = "resignation"  # 引咎辞职, 责令辞职
    REMOVAL = "removal"  # 免职
    DISCIPLINE = "discipline"  # 处分, of a kind not said
    DEMERIT = "demerit"  # 记过
    DEMOTION = "demotion"  # 降级
    DISMISSAL = "dismissal"  # 撤职
    EXPULSION = "expulsion"  # 开除
    REVOCATION = "revocation"  # 吊销
    PROSECUTION = "prosecution"  # 追究刑事责任


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, by offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount or weight at its place: its bounds, unit, and what it is an amount of, as far as the words say.

    `unit` is as printed, but `%` for per cent and `points` for 分. `than` is what the bound is taken of or measured
    against (上一级的权重, 上年度公用经费). `exclusive` says that the bounds themselves are not included.
    """

    start: int
    end: int
    min: float | None = None
    max: float | None = None
    unit: str = ""
    of: str = ""
    than: str = ""
    exclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure at its place: who imposes it and on whom, where stated; `min`, `max` and `unit` of a fine."""

    start: int
    end: int
    kind: MeasureKind
    by: tuple[str, ...] = ()
    upon: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm:
    """A term at the place where it is given its meaning; `short` where it only stands for a longer name."""

    start: int
    end: int
    term: str
    meaning: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The further slots of a clause; offsets are into the text."""

    conditions: tuple[Passage, ...] = ()
    exceptions: tuple[Passage, ...] = ()
    amounts: tuple[Quantity, ...] = ()
    weights: tuple[Quantity, ...] = ()
    measures: tuple[Measure, ...] = ()
    terms: tuple[DefinedTerm, ...] = ()
