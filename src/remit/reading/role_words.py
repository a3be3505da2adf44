"""Chinese role words: what the name of an office, body or class of persons ends in, and what may follow it."""

from __future__ import annotations

__all__ = ["BARE", "DETERMINERS", "ENDINGS", "LEVELS", "NOT_AFTER", "NOT_BEFORE", "PERSONS", "PLACES", "SHARED"]

# Bodies and offices: what a role's name may end in. One-character endings need care and stand apart.
_BODIES = """
人民政府 政府 国务院 部门 机关 机构 单位 组织 团体 企业 公司 集团 国企 央企 厂 矿山 商户 经营户 个体工商户 工商户 农户 住户
学校 幼儿园 托育机构 大学 学院 高校 中小学 小学 中学 院校 科研院所 研究院 研究所 研究机构 医院 诊所 卫生院 卫生室 卫生站 疾控中心
委员会 居委会 村委会 村民委员会 居民委员会 业主委员会 居（村）委会 管委会 国资委 发改委 卫健委 党委 党组 党总支 总支 党支部 支部 工委 纪委
纪检组 监委 监察委 人大 政协 常委会 常务委员会 人民代表大会 代表大会 职代会 职工大会 法院 检察院 派出所 司法所 监管所 事务所
公安部 教育部 财政部 商务部 公安厅 公安局 应急局 总局 分局 支局 市局 县局 省局 区局 管理局 监管局 监督局 税务局 财政局 教育局
办公室 办公厅 办事处 办事机构 秘书处 内设机构 派出机构 派出机关 直属机构 科室 处室 业务部 管理部 保卫部 事业部 项目部 部室 股室
安委办 应急办 政府办 消安委 安委会 食安办 安办 指挥部 联席会议 领导小组 工作组 工作小组 专家组 检查组 督导组 督查组 核查组 调查组
考核组 评估组 巡查组 班组 小组 窗口 工作专班 专班 议事协调机构 协调机制 协调机构 突击队
消防队 救援队 救援总队 消防救援支队 消防救援大队 大队 中队 支队 总队 服务队 志愿者队伍 微型消防站 消防站 检测站 监测站 服务站 工作站
中心 协会 学会 商会 联合会 促进会 基金会 工会 共青团 团委 妇联 残联 工商联 红十字会 合作社 联社 银行 保险机构 交易所
董事会 监事会 理事会 股东会 股东大会 校委会 院务会 校务会 党委会 薪酬委员会 经理层 管理层 领导班子 班子
患者 病人 参保人 受益人 乘客 旅客 游客 地区 城市 省份 人事处 财务处 保卫处 管理处 平台 网站 媒体 媒体单位 社区 街道 乡镇 村组 开发区 工业园区 园区 养老院 福利院 敬老院 救助站 博物馆 图书馆 文化馆 体育馆
党校 监狱 戒毒所 看守所 军队 武警部队 保险公司 物业 物业服务人 供应商 承包商 服务商 制造商 零售商 经销商 代理商 开发商 运营商
承运商 主体 责任主体 网络运营者 会计师事务所 律师事务所 药店 药房 餐馆 食堂承包方 施工方 建设方 甲方 乙方 双方 各方 第三方 承包方
委托方 受托方 出租方 承租方 提供方 使用方 供方 需方 发包方 责任方 主办方 承办方
"""

_PERSONS = """
负责人 责任人 第一责任人 管理人 法定代表人 控制人 领导 领导人 领导人员 领导干部 干部 领导成员 成员 组成人员 党员 人员 员工
职工 工人 教师 教职工 教职员工 医师 医生 护士 药师 学生 家长 监护人 业主 用户 客户 个人 公民 法人 非法人 代表 专家 委员 居民 村民
经营者 生产者 销售者 运营者 处理者 管理者 使用者 所有者 消费者 开发者 提供者 投资者 劳动者 从业者 控制者 举办者 服务者 驾驶者 作业者 志愿者
申请人 当事人 相对人 被许可人 许可人 持有人 持证人 承包人 出租人 承租人 委托人 受托人 投资人 发包人 股东 所有人 所有权人 使用人
使用权人 占有人 纳税人 扣缴义务人 义务人 监理人 招标人 投标人 采购人 供货人 代理人 代表人 承运人 托运人 收货人 出卖人 买受人 保证人
承办人 经办人 主办人 审核人 审批人 批准人 签发人 报告人 被检查人 被问询人 举报人 投诉人 被处罚人 排污者 排放者 联系人 监督员 监管人
组长 副组长 班长 书记 副书记 部长 副部长 省长 市长 县长 区长 乡长 镇长 村主任 局长 厅长 处长 科长 所长 站长 队长 院长 校长 副校长 园长
主任 副主任 主席 会长 理事长 秘书长 董事长 董事 监事 总经理 副总经理 经理 总裁 厂长 矿长 车间主任 行长 班主任 辅导员 馆长 主管
分管领导 主要领导 河长 湖长 林长 路长 田长 链长 网格员 网格长 安全员 检查员 审核员 检验员 驾驶员 操作员 管理员 巡查员 保安员 保洁员 炊事员
信息员 监测员 联络员 值班员 护林员 巡河员 宣传员 审计员 会计 出纳 工程师 会计师 审计师 律师 建造师 经纪人 主播 船长 机长 车长 机组
监察官 法官 检察官 警察 民警 辅警 执法员 公务员 工作者 研究者 发言人 首席安全官 首席合规官 保护官 实施人 行为人 违法者 侵权人
"""

# Administrative levels that stand for their government when a predicate follows at once.
LEVELS = frozenset(
    "各省 各市 各县 各区 各地 各级 各省级 各地区 省级 市级 县级 区级 国家级 乡级 村级 各乡 各镇 各村 各乡镇 各区县 各县区 各县市"
    " 各市州 各州市 各有关市 各设区市 各市县 市县 各部委 各处 各科 各部 各局 各委办 各所 各站 各院 各系 各班 各校 各年级 各片区 两县 国家".split()
)

PERSONS = tuple(_PERSONS.split())

# One-character endings, each with the characters before it that make it a body.
_SHORT = {
    "委": "省市县区康革资员政信工纪监农建村军改健团生", "办": "急贫安府防研改信作网督访管建治创政委科民法编务厅电外台侨",
    "处": "书训务卫研各", "科": "政务安育保卫产技理财信教总设药护医审工各", "所": "出法务究理督管监检",
    "站": "监检测务水农防消雨火电气车技理督", "院": "医学法察务究计划福", "校": "学各本该高院", "园": "儿", "司": "公总各",
    "队": "消防救援总支大中察警业应卫练", "部": "安育政务输建总各本业保产工技宣织干", "署": "总公计", "村": "各本该行政建然委",
    "镇": "乡各", "县": "各", "市": "各", "厂": "工各水电", "店": "药饭商酒", "社": "作旅行报", "馆": "物书化体科术展", "会": "协学商工合员事东妇残究金",
    "组": "导作查家核估党班项纪", "户": "商养营用农住", "者": "营产售用有理费资病患织与", "人": "责任", "员": "人",
}

# Endings that look like a role but name a place or a thing: never a holder.
PLACES = (
    "本地区", "该地区", "所在地区", "行政区域",
    "场所", "住所", "处所", "居所", "公共场所", "重点单位名单", "用户端", "企业名单", "企业标准", "资料室", "实验室", "教室", "病室", "控制室", "值班室",
    "车站", "网站建设", "变电站", "加油站", "加气站", "水电站", "核电站", "充电站", "责任主体", "第一责任人职责", "市场主体资格",
)

# Words that open a member of a list with a modifier of its own.
DETERMINERS = (
    "其他", "有关", "相关", "各", "本", "该", "上级", "下级", "上一级", "下一级", "同级", "当地", "所在地", "属地", "国务院", "省", "市", "县", "区", "乡",
    "镇", "街道", "地方", "主管", "监管", "任何", "每", "一切", "全体", "直接", "特种", "从业", "国家", "中央", "社会", "人民", "公安", "司法",
)

# Words that a later member shares with the first unless it has one of its own.
SHARED = ("有关", "相关", "上级", "下级", "上一级", "当地", "所在地", "事故发生地", "同级", "属地")

# Heads that say little alone: after a modified member they go on under its modifier.
BARE = frozenset(
    "单位 个人 机构 部门 组织 人员 负责人 工作人员 所有者 所有人 使用人 使用者 管理者 管理人 经营者 占有人 承包人 企业".split()
)

# One-character endings that any body may have, each with the characters that do not make one.
_OPEN = {"厅": "大客餐歌舞门展花", "局": "布格结全大邮时政变僵"}

# What a one-character ending is not followed by: there it begins another word.
NOT_AFTER = {
    "处": "罚理分置于以", "会": "议同计", "组": "织成建", "委": "托派任员", "办": "理法公事", "部": "署分门件", "科": "学技研目", "局": "部面势限", "所": "有属需在谓以",
    "站": "点址", "院": "校内", "队": "伍", "室": "内外", "社": "会区", "人": "员民类口工身事体", "员": "工会", "户": "外籍口", "署": "名", "校": "园内外", "村": "庄",
    "县": "级域", "市": "场级", "镇": "级", "厂": "房区", "店": "铺", "厅": "堂", "司": "法机", "户": "外籍",
}

# Characters that keep a word from being the role it ends like.
NOT_BEFORE = _OPEN


def _by_last(words: list[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in words:
        table.setdefault(word[-1], []).append(word)
    for last, before in _SHORT.items():
        table.setdefault(last, []).extend(first + last for first in before)
    for last in _OPEN:
        table.setdefault(last, []).append(last)
    return {last: tuple(found) for last, found in table.items()}


# What a role may end in, by its last character.
ENDINGS: dict[str, tuple[str, ...]] = _by_last([*_BODIES.split(), *PERSONS])
