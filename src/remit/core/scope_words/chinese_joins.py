"""Chinese words that are made of parts: what is done or said, and against, with or to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["CHINESE_JOINS", "join"]

# Each of the first before each of the second is speech against power.
_AGAINST = """
    批评 质疑 反对 抱怨 指责 嘲讽 抵制 议论 评论 谈论 评说 抗议 控诉 骂 埋怨 讽刺 抹黑 攻击 否定 不满 吐槽 挖苦 数落 调侃 声讨 贬低 诋毁 怀疑 非议 批判 痛骂 影射 挑战 对抗 不服 不信任
"""
_TARGETS = """
    政府 上级 领导 单位 学校 公司 街道 社区 村委 村干部 居委 业委会 物业 医院 政策 决策 规定 制度 改革 征收 征地 拆迁 收费 方案 措施 做法 当局 国家 体制 官员 干部 党 校方 院方 厂方 管理层 高层
    老板 主管 书记 县长 市长 镇长 校长 院长 机关 部门 法院 警方 公安 政治 司法 现行 社会 时政 规划 疫情政策 补偿 企业 集团 平台 俱乐部 协会 教练 球队 监狱 监区 市政 财政 预算安排 选举 教育改革 教育制度 教育局 医改 房改 税改 国企改革 市政府 省政府 县政府 区政府 镇政府 乡政府 当地政府 班子 乡镇
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


# What somebody is inside, which the first part names: judged, or kept in a field of a form.
_INNER = "立场 观点 忠诚 忠诚度 思想 政治 政治倾向 倾向 信仰 宗教 宗教信仰 教派 族别 民族 三观 可信度 性取向 籍贯 口音 原籍 党派"
_JUDGED = """
    标注 识别 判定 判别 研判 打分 打标 画像 推断 预测 测算 分析 聚类 感知 监测 筛查 检测 甄别 比对 打标签 贴标签
"""
_FIELDS = "字段 栏 栏目 一栏 选项 标签 敏感度 指数 代码 编码 分值 得分 评分 系数 属性值 标记 台账 档案 名单 名册 花名册 数据库"

# People parted by it.
_BY = "按 按照 依 依照 依其 按其"
_PARTED = """
    信仰 宗教 宗教信仰 教派 教别 族别 民族 民族成分 籍贯 口音 原籍 出身 祖籍 性取向 政治倾向 立场 观点 思想 思想表现 忠诚度 言论 亲疏 态度 情绪 敏感程度 激烈程度 活跃程度 影响力 危险程度 稳控等级
"""

# Somebody is looked through.
_LOOK = "看 查 问 审 摸 探"
_THROUGH = "立场 出身 倾向 三观 旧作 旧文 旧帖 笔名 来路 底细 言论 信仰 族别 籍贯 口音 思想 观点 表态 心思"

# What somebody holds of the powers that be.
_HIGH = "政府 上级 党 国家 社会 时局 时政 体制 改革 班子 当局 政权 领袖 当前形势 现实 形势"
_HELD = "的评价 的看法 的态度 的感情 的认识 的情绪 的印象 的不满 评价 看法"

# A prohibition laid on people through their keepers.
_TELL = "教育 引导 要求 叮嘱 嘱咐 告诫 提醒 劝 劝导 督促 约束 动员 通知 敦促 责成 确保 保证 承诺"
_FLOCK = """
    学生 职工 员工 师生 群众 村民 居民 家长 家属 教师 患者 业主 商户 党员 干部 青年 会员 从业人员 其 本人 亲属 子女 所属人员 下属
"""
_NOT = "不 不再 不要 不去 不对 勿 少 别 莫"

# It has not been let through.
_UN = "未经 未获 未予 未取得 没有经过 未通过 未"
_PASSED = "核准 审查 批准 认可 备案 登记 审定 审核 许可 授权 列入 报备 报批 审批 审读 注册 准许 送审 把关"

# Speech out of turn.
_ASIDE = "私下 私自 擅自 背地 背后 当众 会上 课上 班上 席间 酒后 群内 群里 台上 课间 现场"
_UTTERS = """
    讲述 评价 议论 非议 评论 谈论 质疑 批评 反对 抱怨 表态 发声 吐槽 指责 顶撞 嘲讽 反驳 抗议 声援 串联 唱和 透露 散布 讨论 流露 发问
"""

# What somebody is seen to write, like, follow, read.
_SHOWN = "发帖 发贴 发声 转发 转帖 点赞 评论 跟帖 跟评 留言 收藏 打赏 入群 加群 建群 追更 观影 投稿 爆料 质疑"
_SHOWER = "者 人 账号 人员 名单 记录 习惯 偏好 历史 轨迹 频次 频率 次数 倾向 对象 截图 清单 明细 底数"
_READ = "订阅 浏览 搜索 检索 借阅 阅读 观看 收听 收看 购书 借书 点播 点歌 下载 翻墙 上网"
_READER = "习惯 偏好 历史 轨迹 倾向 对象 截图 口味 兴趣 喜好 明细 去处 者名单 人名单"

# A refusal to go along with what is planned or told.
_RESIST = "反对 抵制 阻挠 抱怨 埋怨 吐槽 质疑 抗拒 不满 不同意 拒绝配合"
_PLANNED = """
    施工 建设 项目 搬迁 合并 撤并 选址 建厂 扩建 改制 裁员 加班 涨价 封控 隔离 接种 火化 殡葬改革 撤校 并校 停运 调价 限行 整治 拆违 退耕 垃圾焚烧 征用 流转 迁坟 改造 降薪 调岗 考核办法 分流
    税负 税费 电价 水价 油价 房价 物价 学费 药价 限电 停电 供暖 执法 罚款 收费标准 疫苗 数据 通报 结论 公告 账目 成绩 鉴定 公示 分配 救援 伤亡 死因 处理结果 调查结果
"""

# A grievance taken up to those above, or spoken for somebody else.
_GO = "去 到 赴 上 往 向"
_UP = "县里 市里 省里 省城 北京 京城 上级 乡里 镇上 镇里 区里 部里 县城 政府门口 市政府 省政府 县政府 上面"
_PLEAD = "反映 告 上访 讨说法 要说法 申诉 找领导 递材料 喊冤 讨薪 递信 求助 请愿"
_FOR = "替 帮 为 代"
_OTHERS = "人 邻居 他人 群众 村民 工友 别人 同事 家长 业主 职工 学生 拆迁户 上访户 信访人 访民 维权者 被拆迁人 讨薪者 农户"
_SPEAKS = "写诉状 写状子 写材料 写信 递材料 写上访 打官司 说话 出头 讨薪 维权 鸣不平 递信 作证 辩护 代笔 喊冤 申冤 讨公道"

# A habit that makes somebody a person to be watched.
_FOND = "爱 好 喜 喜欢 老 总爱 常爱"
_HABIT = """
    说话 议论 打听 聊天 发帖 转发 提意见 告状 上访 抬杠 争辩 出头 评论 写信 发牢骚 上网 提问 较真 挑刺 起哄 讲怪话 拍视频 发视频 唱反调 评论时政
"""

# What somebody says, reads or does, and where.
_DOES = "谈 聊 说 讲 议 看 听 读 写 画 唱 拍 转 骂 想 信 拜 搜 买 借 传 供 祭 念 学 教 跟 见 交 赞 投 选"
_WHAT = "了些啥 了啥 些啥 啥 了些什么 了什么 过什么 过啥 过哪些 了哪些 了谁 过谁"
_SOMEWHERE = "课上 课堂上 讲台上 会上 群里 网上 台上 微博上 朋友圈里 直播中 讲座中 饭桌上 车上 课间 宿舍里 酒桌上 饭局上"
_SAYS = "讲 说 谈 议 讲述 提起 谈起 说起 聊起 骂 唱 念 读 夸 转 发 问 喊"
_BALK = "拒绝 不肯 不愿 拒不 不 未"
_SHOW = """
    唱红歌 唱国歌 表态 宣誓 鼓掌 起立 举手表决 参加宣誓 参加升旗 参加表态 喊口号 写心得 写检讨 收看阅兵 关注公众号 安装宣传 集体观看 收看直播 佩戴徽章 挂国旗 悬挂国旗
"""
_TAKES = "听 看 读 收听 收看 阅读 订 订阅 传阅 下载 浏览 转"
_ABROAD = "外国 国外 境外 海外 外台 西方 敌台 港台 某部 某本 某首 某篇 某场 那部 那本 那首 那篇 那场 那条"
_MATTER = "广播 电台 节目 频道 新闻 报纸 杂志 报刊 书刊 书籍 网站 影片 电影 片子 书 歌 曲 文章 戏 演出 视频 帖子 讲座 展览"
_TALKER = """
    师生 学生 职工 乘客 员工 居民 顾客 旅客 租客 宿舍 车厢 车内 食堂 餐桌 病房 旅途 村民 住户 工人 老人 游客 同事 邻里 病友 教师 观众 队员 会员 教职工 茶客 食客 车上 工棚 工地 店内
"""
_TALK = "的谈话 的交谈 的对话 的闲聊 的聊天 的言谈 的说笑 之间的谈话 之间的闲聊 间的闲谈 里的闲谈 里的议论 中的议论 的议论 的牢骚 的抱怨"

# Talk about those above; joining what stands outside.
_TALKS = "评价 点评 数落 谈 聊 说 议 骂 评说 笑话 嘲笑 挖苦 感慨"
_ABOVE = "政策 时局 时政 政府 领导 国事 社会 干部 上面 政治 国家大事 局势 体制 官员 书记 县长 市长 老总 当局"
_JOINS = "加入 参加 参与 组建 成立 结识"
_APART = "校外 境外 海外 民间 独立 维权 劳工 女权 环保 动保 宗教 未登记 外国 国际 非政府 校外环保 同性 自发"
_BODY = "团体 组织 社团 小组 协会 联盟 群 沙龙 俱乐部 活动 讲座 论坛 夏令营"

# Those whom somebody depends on are told.
_TELLS = "告知 通知 通报 转告 知会 函告 抄告 电告 通报给 反馈给 反馈"
_KEEPERS = "家长 父母 配偶 家属 亲属 单位 所在单位 学校 老板 房东 导师 村委 社区 用人单位 雇主 领导 派出所 户籍地 原籍"

# The one who has complained, and is known for it.
_COMPLAINT = "投诉 差评 低分 打低分 给差评 提意见 控告 申诉 起诉 索赔 质疑 不满意评价 曝光 爆料"
_COMPLAINER = """
    者 人员 用户 专业户 大户 户 的人 的客户 的住户 的学生 的家长 的职工 的员工 的患者 的居民 的村民 的业主 的乘客 的租户 次数多 较多的 多的人
"""
_ACCUSES = "投诉 举报 控告 状告 起诉 告"
_ACCUSED = "学校 医院 物业 公司 单位 政府 街道 社区 村委会 村干部 领导 校长 教师 老师 厂方 平台 城管 公安 法院 机关 部门"
_WHO = "的家长 的业主 的职工 的员工 的村民 的居民 的学生 的患者 的群众 的人 的住户 的市民 的用户 者"

# What a trait is made into, and what people are refused for it.
_GATE = "录用 录取 聘用 聘任 晋升 提拔 评优 评先 考核 推荐 入党 入学 选拔 任用 转正 续聘 准入 评审 租住 资助 招录 淘汰 晋级 评聘"
_KEY = "依据 条件 参考 前提 标准 指标 要件 门槛 否决项 的依据 的条件 的参考 的前提 的标准 的指标 的门槛"
_REFUSE = "不 不予 不再 一律不 暂不 缓 停 暂停"
_REFUSED = """
    受理 接待 接诊 办理 出具 开具 盖章 审批 放行 安排 吸收 接收 招收 招录 录用 聘用 聘任 考虑 享受 续约 发放 推荐 提拔 晋升 授予 资助 立项 结项 批准 报销 续聘 续租 续签 供货 供应 派单 排课 派课 排班 上岗
"""

# Nothing is said, hung or sung before it has been read; some things are not.
_FIRST = "先阅 先看 先读 先听 先审 先报 先筛"
_THEN = "后发 后放 后播 后登 后演 后展 后挂 后唱 后讲 后贴 后印 后转 再发 再放 再播 再登 再演 再展 再挂 再唱 再讲 再贴 再印 再转"
_KEPT_OUT = "摆放 陈列 写 画 唱 演 讲 谈 提及 涉及 转载 刊登 展示 碰"

# Views by their colour.
_HOLDS = "有 持 抱有 具有 持有 怀有"
_COLOUR = "前卫 激进 偏激 不同 异样 另类 自由化 西方 批判 批判性 错误 反对 消极 极端 负面 抵触 对立 悲观"
_VIEWS = "观点 思想 看法 想法 立场 倾向 主张 政见 情绪"

# What somebody thinks of what is going on.
_TOPIC = """
    税改 医改 房改 教改 新政 改制 拆迁 搬迁 征地 补偿 涨价 时政 时事 国际形势 局势 政局 选举 换届 裁员 合并 撤并 新规 封控 限电 加班 降薪 考核 管理 工资 收费 班子 公司 企业 单位 学校 改革 政策 领导 会议精神 政府
"""
_THOUGHT = "的看法 的真实看法 的态度 的真实态度 的想法 的真实想法 的反应 的情绪 的认同 的支持度 怎么看"

# A thing that runs badly is no person.
_THING = """
    设备 水位 边坡 电梯 门锁 锅炉 管网 气象 水质 机组 线路 车辆 船舶 库存 电压 温度 坝体 桥梁 病害 虫害 疫病 动物 鼠情 火点 气体 流量 数据 系统 网络 账户 资金 价格 市场 交易
"""
_BADLY = "异常动向 动向 苗头 异常苗头 异常情况 重点关注"

# A house of which many complain is no complainer.
_MUCH = "投诉 差评 举报 低分 反映"
_BLAMED = "较多的 多的 次数多的 集中的 量大的 率高的 频次高的"
_HOUSE = "企业 单位 物业 商家 商户 产品 商品 窗口 部门 科室 项目 平台 酒店 景区 线路 问题 事项 医院 学校 公司 店铺 司机 小区 路段 设备"

# A wrong is done by whoever keeps data about people; a record is made nobody's.
_WRONGLY = "擅自 非法 违规 违法"
_KEEPING = "建立 收集 采集 记录 登记 查询 编制 推断 监听 标注 索取 统计 调取 查看 披露 公开 泄露 出售 提供"
_OWNERS = (
    "公民 个人 职工 员工 学生 患者 他人 用户 居民 读者 消费者 举报人 投诉人 当事人 乘客 住户 群众 教师 会员"
)
_LOSING = "泄露 泄漏 出售 外泄 倒卖 遮盖 遮蔽 隐去"
_STRIP = "删除 隐去 去除 抹去 遮盖 遮去 剔除 不记录 不收集 不采集"
_NAMED = """
    姓名 受访者 受访者姓名 提交人 提交人姓名 身份 身份信息 联系方式 个人身份 可识别 识别信息 填写人 答卷人 个人标识 读者身份
"""


def join(*parts: str) -> str:
    """Return every word made of one of each of the parts, separated by white space."""
    words: Iterable[str] = ("",)
    for part in parts:
        words = [word + more for word in words for more in part.split()]
    return " ".join(words)


def _all(*tables: str) -> str:
    return " ".join(tables)


CHINESE_JOINS: Mapping[str, str] = {
    "dissent": _all(join(_AGAINST, _TARGETS), join(_AGAINST, "过", _TARGETS)),
    "gathering": _all(join(_LEADING, _TOGETHER), join(_JOINS, _APART, _BODY)),
    "watched": _all(join(_AGAIN, _APPEALS, _WHOM), join(_FOND, _HABIT)),
    "mind": _all(
        join(_INNER, _JUDGED),
        join(_LOOK, _THROUGH),
        join("对", _HIGH, _HELD),
        join(_HOLDS, _COLOUR, _VIEWS),
    ),
    "watch": join(_INNER, _JUDGED),
    "field": join(_INNER, _FIELDS),
    "sorted": join(_BY, _PARTED),
    "utterance": _all(
        join(_DOES, _WHAT),
        join(_BALK, _SHOW),
        join(_TAKES, _ABROAD, _MATTER),
        join(_SOMEWHERE, _SAYS),
        join(_TALKS, _ABOVE),
    ),
    "report": join(_TELLS, "其", _KEEPERS),
    "view": join("对", _TOPIC, _THOUGHT),
    "censorship": join(_FIRST, _THEN),
    "suppress": join("不", _KEPT_OUT),
    "plain": _all(join(_THING, _BADLY), join(_MUCH, _BLAMED, _HOUSE)),
    "bar": join(_TELL, _FLOCK, _NOT),
    "vet": _all(join(_UN, _PASSED), join("作为", _GATE, _KEY)),
    "express": join(_UN, _PASSED),
    "talk": _all(join(_ASIDE, _UTTERS), join(_TALKER, _TALK)),
    "speech": _all(join(_SHOWN, _SHOWER), join(_READ, _READER)),
    "protest": _all(join(_RESIST, _PLANNED), join(_GO, _UP, _PLEAD), join(_FOR, _OTHERS, _SPEAKS)),
    "abuse": _all(
        join(_INNER, _FIELDS),
        join(_WRONGLY, _KEEPING, _OWNERS),
        "观点审查环节 立场审查环节 思想审查环节 审查环节 任何标记",
    ),
    "protect": _all(
        join(_WRONGLY, _KEEPING, _OWNERS),
        join(_LOSING, _OWNERS),
        join(_STRIP, _NAMED),
    ),
    "shield": join("不得", "公开 查询 查阅 调阅 披露 擅自公开 擅自查询", _OWNERS),
    "claim": join(
        "反馈 告知 答复 回复 奖励 保护 通知 回访 感谢",
        "举报人 投诉人 信访人 申诉人 控告人 检举人 反映人 申请人",
    ),
    "punish": join(_REFUSE, _REFUSED),
    "complainer": _all(
        join(_COMPLAINT, _COMPLAINER),
        join(_AGAIN, _APPEALS, _WHOM),
        join(_ACCUSES, _ACCUSED, _WHO),
    ),
}
