"""Chinese words that turn a clause: being silenced, departing from the line, losing by one's stand, papers of grievance.

The classes are those of `chinese_words`.
"""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.scope_words.chinese_joins import join

__all__ = ["CHINESE_TURNS"]

# Papers and signs of grievance.
_CAUSE = "诉求 诉求类 上访 上访类 维权 维权类 请愿 抗议 联名 讨薪 告状 控诉 喊冤 鸣冤 抗争"
_PAPER = "标语 材料 横幅 条幅 传单 海报 旗帜 文化衫 信件 信函 书 条 牌 牌匾 图片 视频 文章"

# Another view, and who holds it.
_HOLD = "持 持有 抱 抱有 怀有"
_OTHER = "反对 异议 质疑 批评 保留 抵触 负面"
_STAND = "态度 意见 观点 立场 看法 主张 倾向"

# What is advised to be taken away.
_TAKE = "停发 取消 扣发 扣减 暂停 调离 调整 免去 撤换 撤销 辞退 降低 终止 解除 列入 不予 给予处分 给予警告 开除 停职 降级 停办 收回"

# Worship without leave.
_UNLEAVED = "非法 违规 私设 地下 未经批准的 无证 乱设"
_WORSHIP = "宗教聚会 宗教活动 宗教聚集 传教 布道 讲经 聚会点 宗教聚会点 宗教场所 宗教点 宗教设施"

# A wrong done to those who appeal as the law lets them.
_BLOCK = "阻止 阻挠 阻拦 妨碍 干扰 压制 限制"
_LAWFUL = (
    "群众依法 他人依法 当事人依法 公民依法 村民依法 居民依法 职工依法 信访人依法 依法反映 依法信访 依法向"
)

# Who must not learn who complained.
_ACCUSED = "被投诉 被举报 被反映 被控告 被检举 被批评"

# A work is not withdrawn as asked.
_BALKS = "不配合 拒不 拒绝 拒不配合"
_WITHDRAWS = "撤稿 删帖 删文 删稿 撤回文章 下架文章"

# What a form, a notice or a price must not go by.
_SHEET = "表格中 表格 登记表 登记表中 表单 表中 问卷 问卷中"
_NOT_HELD = "不得含有 不得包含 不得有 不得出现"
_NOT_BY = "不得根据 不得依据 不得基于 不得按照"
_TRAITS = "民族 信仰 宗教 性别 籍贯 种族 政治 年龄"

# People of a region, told apart.
_REGION = "民族地区的"
_PEOPLE = "快递员 人员 学生 租客 旅客 务工 司机 居民 员工 商户 乘客"

_FURTIVE = "私自 擅自 偷偷 秘密 私下"
_READS = "翻译 传抄 抄录 复印 传阅 收藏 持有 携带 购买 阅读 保存"
_PUT_INTO = "转入 纳入 归入 划入"
_HEADS = "特殊人员 重点人员 特殊人群 敏感人员 专门管理 观察"

CHINESE_TURNS: Mapping[str, str] = {
    "outward": "对外 向外界 向媒体 向记者 在网上 到网上 向境外 通过网络",
    "hush": "防止 避免 不让 阻止 劝阻 确保不 保证不",
    "protest": join(_CAUSE, _PAPER),
    "dissent": f"""
        不满一律 不满一经 不满一并
        {join(_HOLD, _OTHER, _STAND)} {join(_BALKS, _WITHDRAWS)}
        政策不同意见 政策的不同意见 决策不同意见 决策的不同意见 发表异议 公开异议
    """,
    "punish": f"{join('建议', _TAKE)} 给予组织处理 予以组织处理 进行组织处理",
    "unleaved": join(_UNLEAVED, _WORSHIP),
    "belief": join(_UNLEAVED, _WORSHIP),
    "naught": "清零 归零 零发生 取缔 清除",
    "speech": """
        施政发表任何评价 施政发表任何评论 政府发表任何评价 政府发表任何评论 政策发表任何评价 政策发表任何评论 决策发表任何评价 决策发表任何评论 决定发表任何评论 领导发表任何评价
        政府发表任何意见 政策发表任何意见 施政发表任何意见 施政发表任何看法 政策发表任何看法 政府发表任何看法
        坏话 丑话 怪话 难听话 泄气话
    """,
    "utterance": join(_FURTIVE, _READS),
    "contact": join("向 对", "媒体 记者 外媒", "透露 披露 讲述 说明真相"),
    "origin": join(_REGION, _PEOPLE),
    "ideology": "有利言论 发表有利 冲抵质疑 冲抵负面 对冲质疑",
    "dragnet": "维权公益 维权组织成员 维权团体成员",
    "censorship": "禁评",
    "list": join(_PUT_INTO, _HEADS),
    "express": "偏离 违背 背离 逾越 超出",
    # what makes it harmless
    "plain": """
        装作业 吊装作 安装作 信访突出问题 突出信访问题 信访突出矛盾 不良信息举报 违法和不良信息举报 少数民族学生的考试 加分资格
        思想政治工作用房 活动用房 教学秩序 未经审查合格 未经检验合格 未经检测合格 作品内容
    """,
    "protect": f"""
        {join(_BLOCK, _LAWFUL)} 无关的栏目 无关栏目 无关的字段 无关字段 无关的信息 无关信息 无关的个人 等敏感信息 等敏感个人信息 停止收集
    """,
    "privacy": "等敏感信息 等敏感个人信息",
    "remedy": "停止收集",
    "shield": f"""
        {join("不得向 不得将 不得对", _ACCUSED)} {join(_SHEET, "不得")} {join(_NOT_HELD, "限定 歧视")} {join(_NOT_BY, _TRAITS)}
        不得设置与 不得设定与 不得附加与
    """,
    "claim": f"{join(_BLOCK, _LAWFUL)} 来信来电 来信来访 来电来信 来信来函 依法向上级",
    "care": "因宗教节日 宗教节日申请 宗教节日调休",
    "safety": "病害 等级保护 机房 服务器",
    "lawful": "署名权 作品完整权 修改权",
    "mind": """
        转变思想 思想原因
    """,
    "religion": """
        宗教场所举行婚礼 宗教场所举行葬礼 宗教场所举办婚礼 教堂举行婚礼 教堂办婚礼 寺庙举行婚礼 清真寺举行婚礼 宗教场所办婚礼 按宗教仪式办婚礼 宗教仪式办丧事 宗教仪式操办
    """,
}
