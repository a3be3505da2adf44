"""The words for measures, and which kind each names."""

from __future__ import annotations

from remit.core.particulars import MeasureKind as Kind

__all__ = ["CHINESE_MEASURES", "ENGLISH_MEASURES"]

CHINESE_MEASURES: dict[str, Kind] = {
    "提醒谈话": Kind.REMINDER, "谈话提醒": Kind.REMINDER, "提醒": Kind.REMINDER, "函询": Kind.REMINDER,
    "限期改正": Kind.RECTIFICATION, "限期整改": Kind.RECTIFICATION, "责令改正": Kind.RECTIFICATION,
    "责令整改": Kind.RECTIFICATION, "责令其改正": Kind.RECTIFICATION, "责令限期改正": Kind.RECTIFICATION,
    "责令限期整改": Kind.RECTIFICATION, "督促整改": Kind.RECTIFICATION, "挂牌督办": Kind.RECTIFICATION,
    "约谈": Kind.TALK, "诫勉谈话": Kind.ADMONITION, "诫勉": Kind.ADMONITION, "告诫": Kind.ADMONITION,
    "批评教育": Kind.CRITICISM, "书面检查": Kind.SELF_EXAMINATION, "书面检讨": Kind.SELF_EXAMINATION,
    "作出检查": Kind.SELF_EXAMINATION, "作检查": Kind.SELF_EXAMINATION, "通报批评": Kind.NOTICE,
    "公开通报": Kind.NOTICE, "通报": Kind.NOTICE, "公开谴责": Kind.NOTICE, "一票否决": Kind.VETO,
    "取消评优": Kind.DISQUALIFICATION, "取消评先": Kind.DISQUALIFICATION, "取消当年评优": Kind.DISQUALIFICATION,
    "取消年度评优": Kind.DISQUALIFICATION, "取消评选": Kind.DISQUALIFICATION, "评优评先资格": Kind.DISQUALIFICATION,
    "评先评优资格": Kind.DISQUALIFICATION, "评优资格": Kind.DISQUALIFICATION, "评优评先": Kind.DISQUALIFICATION,
    "评先评优": Kind.DISQUALIFICATION, "警告": Kind.WARNING, "罚款": Kind.FINE, "没收违法所得": Kind.CONFISCATION,
    "没收": Kind.CONFISCATION, "调整岗位": Kind.TRANSFER, "调离岗位": Kind.TRANSFER, "调整工作岗位": Kind.TRANSFER,
    "调整职务": Kind.TRANSFER, "组织调整": Kind.TRANSFER, "予以调整": Kind.TRANSFER, "调离": Kind.TRANSFER,
    "停职检查": Kind.SUSPENSION, "停职": Kind.SUSPENSION, "暂扣": Kind.SUSPENSION, "暂停执业": Kind.SUSPENSION,
    "停产停业整顿": Kind.CLOSURE, "停产停业": Kind.CLOSURE, "停业整顿": Kind.CLOSURE, "停止施工": Kind.CLOSURE,
    "引咎辞职": Kind.RESIGNATION, "责令辞职": Kind.RESIGNATION, "免职": Kind.REMOVAL, "免去": Kind.REMOVAL,
    "党纪政务处分": Kind.DISCIPLINE, "党纪政纪处分": Kind.DISCIPLINE, "纪律处分": Kind.DISCIPLINE,
    "政务处分": Kind.DISCIPLINE, "行政处分": Kind.DISCIPLINE, "党纪处分": Kind.DISCIPLINE, "处分": Kind.DISCIPLINE,
    "记大过": Kind.DEMERIT, "记过": Kind.DEMERIT, "降级": Kind.DEMOTION, "降职": Kind.DEMOTION,
    "撤职": Kind.DISMISSAL, "撤销职务": Kind.DISMISSAL, "开除": Kind.EXPULSION, "辞退": Kind.EXPULSION,
    "解聘": Kind.EXPULSION, "解除劳动合同": Kind.EXPULSION, "吊销": Kind.REVOCATION, "撤销许可": Kind.REVOCATION,
    "追究刑事责任": Kind.PROSECUTION, "移送司法机关": Kind.PROSECUTION,
}  # fmt: skip
"""What each Chinese word for a measure names."""

ENGLISH_MEASURES: dict[str, Kind] = {
    "reminder": Kind.REMINDER, "improvement notice": Kind.RECTIFICATION, "enforcement notice": Kind.RECTIFICATION,
    "corrective action plan": Kind.RECTIFICATION, "counselling": Kind.TALK, "interview": Kind.TALK,
    "reprimand": Kind.NOTICE, "censure": Kind.NOTICE, "public statement": Kind.NOTICE,
    "written warning": Kind.WARNING, "final warning": Kind.WARNING, "verbal warning": Kind.WARNING,
    "formal warning": Kind.WARNING, "warning": Kind.WARNING, "caution": Kind.WARNING,
    "financial penalty": Kind.FINE, "civil penalty": Kind.FINE, "monetary penalty": Kind.FINE, "penalty": Kind.FINE,
    "fined": Kind.FINE, "fines": Kind.FINE, "fine": Kind.FINE, "forfeiture": Kind.CONFISCATION,
    "reassignment": Kind.TRANSFER, "transfer to another post": Kind.TRANSFER,
    "suspension": Kind.SUSPENSION, "suspended": Kind.SUSPENSION, "suspend": Kind.SUSPENSION,
    "prohibition notice": Kind.CLOSURE, "closure": Kind.CLOSURE, "removal from office": Kind.REMOVAL,
    "disciplinary action": Kind.DISCIPLINE, "disciplinary measures": Kind.DISCIPLINE, "demotion": Kind.DEMOTION,
    "dismissal": Kind.DISMISSAL, "dismissed": Kind.DISMISSAL, "termination of employment": Kind.DISMISSAL,
    "termination of contract": Kind.DISMISSAL, "revocation": Kind.REVOCATION, "revoked": Kind.REVOCATION,
    "revoke": Kind.REVOCATION, "withdrawal of the licence": Kind.REVOCATION, "disqualification": Kind.DISQUALIFICATION,
    "disqualified": Kind.DISQUALIFICATION, "prosecution": Kind.PROSECUTION, "criminal prosecution": Kind.PROSECUTION,
}  # fmt: skip
"""What each English word for a measure names."""
