"""Chinese words that are made of parts: what is done or said, and against, with or to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["CHINESE_JOINS"]

# Each of the first before each of the second is speech against power.
_AGAINST = """
    批评 质疑 反对 抱怨 指责 嘲讽 抵制 议论 评论 谈论 评说 抗议 控诉 骂 埋怨 讽刺 抹黑 攻击 否定 不满 吐槽 挖苦 数落 调侃 声讨 贬低 诋毁 怀疑 非议 批判 痛骂 影射 挑战 对抗 不服 不信任
"""
_TARGETS = """
    政府 上级 领导 单位 学校 公司 街道 社区 村委 村干部 居委 业委会 物业 医院 政策 决策 规定 制度 改革 征收 征地 拆迁 收费 方案 措施 做法 当局 国家 体制 官员 干部 党 校方 院方 厂方 管理层 高层
    老板 主管 书记 县长 市长 镇长 校长 院长 机关 部门 法院 警方 公安 政治 司法 现行 社会 时政 规划 疫情政策 补偿 企业 集团 平台 俱乐部 协会 教练 球队 监狱 监区 市政 财政 预算安排 选举
"""

# Each of the first before each of the second is acting together.
_LEADING = "带头 牵头 挑头 领头 鼓动 煽动 号召 串联 怂恿 组织过 参加过 参与过"
_TOGETHER = """
    停运 停工 怠工 停课 退保 退费 退款 退赛 签名 联名 讨要 反映 投诉 告状 拒缴 拒交 拒签 闹 起诉 索赔 退租 退学 退会
"""

# Each of the first before each of the second, and the one who does it, is a person to be watched.
_AGAIN = "坚持 反复 长期 多次 持续 不断 频繁 屡次 经常 执意"
_APPEALS = "申诉 投诉 反映 上告 控告 信访 告状 举报 提意见 质疑 反映问题 反映诉求 求助媒体 发帖 表达诉求"
_WHOM = "的人 的群众 的居民 的村民 的职工 的家长 的患者 的业主 人员 者"


def _join(*parts: str) -> str:
    words: Iterable[str] = ("",)
    for part in parts:
        words = [word + more for word in words for more in part.split()]
    return " ".join(words)


CHINESE_JOINS: Mapping[str, str] = {
    "dissent": _join(_AGAINST, _TARGETS),
    "gathering": _join(_LEADING, _TOGETHER),
    "watched": _join(_AGAIN, _APPEALS, _WHOM),
}
