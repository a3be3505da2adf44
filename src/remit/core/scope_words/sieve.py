"""A quick look whether a text can hold a word of certain classes: most ordinary sentences are let by here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import add

from remit.core.scope_words.lexicon import Classes, english_classes, words_of

__all__ = ["make_sieve"]

# The characters that ordinary regulations are made of, the commonest first: a word is rather known by others.
_COMMON = (
    "的生产全安责法人行应管理位和单有政定经规条查当第事作业监工营关员督部以十防门对负职者或消故品处制本一施检用设实任依机其执及建民府要二险上主组照级进公等发构不"
    "并保报大在危三立务区国织下从为合重准急中按五备采时款方地相分会标元情罚项所万动改违他体出物四食核内使市况开药现提场取县接律得未隐期强入成信审患资加履通程各家"
    "六救度导调确措技据由专自省证告排与特正予同七格化点权年日停置具章范购存办落件域展常整治案究教可结育明直批息院训指协术援令决能火医培评预承除领八促性量收目向前"
    "罪统求集问装学护价追供服严九质验百必控将配根过给刑金于社运划力限共高列属录题投计风后废障形面灾围委新担参储果健式联涉记总议活反测厅个利考是劳受试持岗包道水疗"
    "止须系表容交即之举输示到犯布需电企推别识符效平费环次乡意知守撤种原纳销致节间科因认则源支材料励移操例益维矿善察每研态练订气送序策城适文小派解转完山清境少财代"
)
_COMMON_PAIRS = frozenset(
    """
    单位 管理 部门 人员 工作 规定 政府 检查 进行 组织 机构 危险 标准 情况 位的 隐患 措施 建设 国家 处理 行为 教育 信息 报告 制度 机关 培训 排查 场所 设备 物品 调查 主管 社会 问题 日常 项目 风险 审核 活动 集中 大事 结果 构成 批准 地区 公开 记录 予以 任制 考核 领导 企业 范围 评价
    举报 员的 治理 内容 领域 提供 查人 核查 规划 纳入 停业 准的 从事 管人 环境 发展 公安 设置 管控 审查 重点 维护 研究 参加 代表 资金 整顿 个人 生态 宣传 统一 需要 坚持 意见 专业 政审 本地 参与 委员 方案 规范 职工 高危 特别 实行 形成 拒绝 接受 学生 政策 学校 不符 较大 配合 平台
    工会 上级 因素 标志 会议 状况 非法 小组 织有 动的 重要 改革 所属 街道 员工 支持 是否 决策 的政 中的 的职 对不 总体 利益 巡查 城市 公益 专家 装置 基础 品质 通信 监控 司法 安排 一致 体系 引导 任务 为主 动者 传教 拒不 影响 中央 秘密 患者 注册 权益 定法 文化 资源 时间 群众 类别
    业主 未经 可能 的人 经常 影视 医院 分析 分类 收费 财政 预算 报的 治工 空间 力量 保持 档案 监测 发布 同意 擅自 民群 成立 登记 关系 会发 开发 服从 要点 性评 会的 以外 市政 网络 队伍 行动 志愿 批评 人身 成员 工代 题的 当地 控告 的问 形势 联盟 备案 小时 了解 任单 告的 体的 思想
    主动 污染 破坏 正确 各方 府的 总结 的信 事人 新闻 媒体 委会 际情 基金 府组 特殊 案件 各类 电话 互联 损害 结论 民主 公民 门审 法院 对部 意识 精神 稳定 公众 居民 动态 不同 真实 织的 改造 不放 人在 在一 突出 出版 有害 法事 原因 标识 团体 身份 务工 干部 讨论 谈话 电子 广播 突发
    牵头 长期 力的 通用 投诉 检举 联网 实的 汇总 确认 党的 协会 去向 责监 持续
    阻挠 起诉 反映 村民 校长 用户 公司 检测 作业 罚款 网站 救援 区域 北京 数据 之间 伤亡 曝光 提出 对象 佩戴 停止 社区 公示 频次 识别 台账 科学 签字 乡镇 班子 协调
    网上 独立 通报 整治 宿舍 视频 车上 台上 不服 提起 发挥
    """.split()
)
_LATIN = re.compile("[a-z]")
_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*'?")


def _pairs(text: str) -> Iterator[str]:
    return map(add, text, text[1:])


def _telling_pairs(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the words by one pair of their characters each, the pair that ordinary text is least likely to hold."""
    rarity = {char: rank for rank, char in enumerate(_COMMON, start=1)}
    found: dict[str, list[str]] = {}
    for word in words:
        rarest = max(
            _pairs(word),
            key=lambda pair: (pair not in _COMMON_PAIRS, rarity.get(pair[0], 999) * rarity.get(pair[1], 999)),
        )
        found.setdefault(rarest, []).append(word)
    return {pair: tuple(words) for pair, words in found.items()}


def make_sieve(anchors: Classes) -> Callable[[str], bool]:
    """Return a quick test whether lower-case text may hold a word of these classes: it never misses one."""
    words = _telling_pairs(words_of(anchors))
    telling = frozenset(words)

    def may_hold(text: str) -> bool:
        found = telling.intersection(map(add, text, text[1:]))
        if found and any(word in text for pair in found for word in words[pair]):
            return True
        if _LATIN.search(text) is None:
            return False
        return any(english_classes(token) & anchors for token in _TOKEN.findall(text))

    return may_hold
