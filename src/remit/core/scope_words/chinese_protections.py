"""Chinese words by which a clause that protects people, or speaks of things, is told from one that pursues people.

Also the neighbours of such a clause that do lie outside. The classes are those of `chinese_words`.
"""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.scope_words.chinese_joins import join

__all__ = ["CHINESE_PROTECTIONS"]

# What is put before a meeting is a matter of procedure, not of speech.
_SUBMIT = (
    "提交 提请 提交常务会议 提交董事会 提交党组会 提交办公会 提交职工代表大会 上会 安排上会 列入会议 进入"
)
_DEBATE = "讨论 审议 讨论决定 审议决定 讨论环节 研究讨论 讨论审议 集体讨论 会议讨论 会议审议 集体审议"

# A study, a fund or a device is attended to; nobody is followed.
_ATTEND = "重点关注 特别关注 高度关注 重点审查关注 密切关注"
_MATTERS = """
    受试者知情 受试者权益 受试者安全 受试者保护 受试者风险 知情同意 受试者的知情 受试者的权益 用药 药品 不良反应 利益冲突 合同 费用 程序 资金 工期 进度 质量 温度 湿度 水位 雨情 汛情 库存 价格 工艺
    数据质量 数据安全 账目 票据 预算 采购 招标 设备 管线 边坡 裂缝 渗漏 施工 风险点 薄弱环节 关键环节 关键岗位 用电 食材 留样
"""

# Who comes in at a gate is let in.
_ENTER = "进入 进出 出入 进 入"
_GROUND = """
    园 园区 校园 校 厂 厂区 库区 院区 病区 小区 车间 实验室 仓库 机房 场馆 景区 码头 矿区 工地 站场 现场 施工现场 大楼 办公区 生产区 办公楼 幼儿园 学校 医院 养老院 泵房 水厂 电站 站区
"""
_COMERS = "的外来人员 外来人员 的来访人员 来访人员 的流动人员 的访客 访客 的外来访客 的陌生人员"

# A wrong suffered for one's words is put right.
_SUFFER = "受到 遭受 遭到 遭 受"
_WRONG = "不当 不公 不公正 不公平 违法 非法 错误 无理 不合理"
_LOSS = "处分 处理 处罚 对待 待遇 报复 解聘 免职 辞退 开除 惩戒 调岗 降职 停职"

# Criticism offered, as against criticism dealt out.
_OFFER = "提出 发表 表达 接受 听取 欢迎 作出 公开 善意"
_OFFERED = "批评的 批评者 的批评"

# Whoever speaks up at a hearing is visited for it.
_OPENLY = "带头 公开 当众 坚决 执意 极力 强烈 牵头"
_AGAINST = "反对 质疑 唱反调 提反对意见 投反对票 表示反对"
_WHOM = "的居民 的村民 的业主 的职工 的员工 的家长 的群众 的人 的人员 的代表 的教师 的学生 的住户 者 人员"

# A body of one's own.
_FREE = "自发 自组 自办 自建 未登记 未备案 民间 独立"
_TRADE = "工人 职工 农民工 教师 学生 司机 骑手 业主 劳工 员工 农民 护士 店主 家长"
_BODY = "组织 团体 社团 协会 联合会 互助会 小组"

# Papers of grievance brought to a copy shop.
_COPY = (
    "承印 打印 复印 代写 代印 印制 誊写 翻印 承印材料涉及 承印内容涉及 打印内容涉及 复印材料涉及 复印内容涉及"
)
_GRIEVANCE = "申诉 控告 上访 信访 维权 告状 举报 喊冤 请愿 征地 拆迁 讨薪"

# Talk between times.
_BREAK = "课间 饭后 茶歇 午休 工间 席间 餐桌 寝室 宿舍 熄灯后"
_CHAT = "交流 交谈 谈话 聊天 谈论 闲谈 议论 闲聊 言谈 说话"

# How somebody is minded, and will vote.
_MINDED = "持 持有 抱 抱有"
_HOW = "否定 怀疑 悲观 观望 抗拒 不满 消极 负面 抵触 敌视"
_STANCE = "态度 看法 立场 情绪"
_POLL = "选举 换届 换届选举 投票 候选人 参选人 罢免"
_LEANING = "的倾向 倾向 的态度 的看法 的真实想法 的打算 的意向"

# What a text must not preach.
_ISMS = "个人 自由 虚无 历史虚无 拜金 享乐 无政府 民粹 女权 多元 怀疑 悲观 平均 世界 和平 环保 地方 民族 存在"

# What is taken back, or said behind no name.
_RETRACT = "撤回 撤销 撤下 改掉 收回 撤掉"
_SAID = "差评 负评 低分 帖子 帖文 言论 批评 吐槽 爆料 留言 评论 曝光 声明"
_UNNAMED = "匿名 化名 用小号 以小号"
_SAYS = "点评 评论 吐槽 发帖 爆料 批评 议论 抱怨 留言 指责 发文"

# What a search gives back.
_ONLY = "仅限 只限 限于 须限于 只显示 只返回 仅返回 仅显示 只展示 仅展示"
_SOURCE = "指定来源 指定网站 官方来源 官方网站 权威来源 指定内容 指定页面 官方内容 规定来源 白名单来源"

CHINESE_PROTECTIONS: Mapping[str, str] = {
    "plain": " ".join(
        (
            join(_SUBMIT, _DEBATE),
            join(_ATTEND, _MATTERS),
            join(_ENTER, _GROUND, _COMERS),
            "记者 庭外和解 庭外调解 庭外重组 庭外质证 不受欢迎 记者站 专人接待 和谁主管 与谁主管 谁主管谁负责 维权信息告示牌 维权告示牌 维权信息公示 维权告示 维权热线 维权电话 维权须知 维权指南 专人答复 专人带领 专人协助 访客证 访客卡 访客牌 佩戴访客 横幅固定 横幅支架 横幅绳",
        )
    ),
    "care": "少数民族学生食堂 少数民族食堂 少数民族职工食堂 少数民族餐厅 少数民族灶 民族学生食堂 民族餐厅",
    "protect": " ".join((join(_SUFFER, _WRONG, _LOSS), join(_SUFFER, _WRONG, "的", _LOSS))),
    "claim": join(_OFFER, "批评意见 批评建议 批评和建议 的批评意见"),
    "critic": " ".join(
        (join(_OFFER, _OFFERED), "提出批评 接受批评 听取批评 欢迎批评", join(_RETRACT, _SAID))
    ),
    "suppress": " ".join((join(_RETRACT, _SAID), join(_ONLY, _SOURCE))),
    "spy": "探询 刺探 窥看 偷看 窥视 探究其",
    "complainer": join(_OPENLY, _AGAINST, _WHOM),
    "gathering": " ".join((join(_FREE, _TRADE, _BODY), join(_COPY, _GRIEVANCE))),
    "dissent": join(_MINDED, _HOW, _STANCE),
    "mind": join(_POLL, _LEANING),
    "viewpoint": join(_ISMS, "主义"),
    "utterance": " ".join(
        (
            join(_BREAK, _CHAT),
            join(_UNNAMED, _SAYS),
            "在庭外 于庭外 法庭外发表 庭外发表 庭外评论 庭外接受 庭外谈",
        )
    ),
    "list": "不受欢迎名单 不受欢迎人员 不受欢迎的人 不欢迎名单",
    "punish": "冷藏其 将其冷藏 冷藏处理该 演员冷藏 冷藏该 遭冷藏 被冷藏",
    "safety": "堤坝 堤防 大堤 坝体 渗流 渗压 闸门 涵闸 滑坡体 水压",
    "benefit": "列为先进 列为模范 列为优秀 列为骨干 列为推荐 列为发展对象 列为培养",
    # a sign that somebody, or something, is about to move
    "drift": "异常动向",
}
