"""The lists of an organisation: what their sheets and columns are called, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.duty import Degree
from remit.core.post import Seat

__all__ = ["COLUMNS", "DEGREES", "NO", "OPEN_END", "OWN_SHEETS", "REQUIRED", "SEATS", "SHEETS", "YES"]

SHEETS: Mapping[str, tuple[str, ...]] = {
    "units": ("units", "单位", "机构"),
    "posts": ("posts", "岗位", "职务"),
    "holders": ("holders", "任职", "人员", "people"),
    "portfolios": ("portfolios", "分管", "分工", "portfolio"),
    "groups": ("groups", "领导小组", "小组"),
}
"""The names of the sheet of each list; of the first two the template writes the one of its language."""

OWN_SHEETS = ("Read me", "填写说明", "Problems", "问题清单")
"""The sheets that the template and the error workbook have besides."""

COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "units": {
        "code": ("code", "编码", "代码", "单位编码", "单位代码", "机构编码", "机构代码", "unit"),
        "name": ("name", "名称", "单位名称", "机构名称"),
        "parent": ("parent", "上级", "上级单位", "上级编码", "上级单位编码", "上级代码", "上级单位代码"),
        "kind": ("kind", "类别", "类型", "单位类别", "单位类型", "性质"),
        "tags": ("tags", "标签", "标记"),
        "since": ("since", "成立日期", "设立日期", "成立", "起"),
        "until": ("until", "撤销日期", "撤并日期", "撤销", "止"),
    },
    "posts": {
        "unit": ("unit", "单位", "单位编码", "单位代码", "所在单位"),
        "title": ("title", "岗位", "职务", "岗位名称", "职位"),
        "degree": ("degree", "责任", "责任类型", "责任层级", "责任形式", "责任类别"),
        "portfolio": ("portfolio", "分管", "分管领域", "分管工作", "分管事项"),
        "covers": ("covers", "分管单位", "联系单位", "分管单位编码"),
        "code": ("code", "编码", "岗位编码", "岗位代码", "代码"),
        "since": ("since", "设岗日期", "起", "设立日期"),
        "until": ("until", "撤岗日期", "止", "撤销日期"),
    },
    "holders": {
        "post": ("post", "岗位", "岗位编码", "岗位代码", "职务"),
        "person": ("person", "姓名", "人员", "任职人", "任职人员"),
        "from": ("from", "起", "开始", "任职日期", "起始日期", "开始日期", "自", "任职起"),
        "to": ("to", "止", "结束", "离任日期", "截止日期", "结束日期", "至", "任职止"),
        "acting": ("acting", "代理", "主持工作", "是否代理", "代理或主持工作"),
    },
    "portfolios": {
        "post": ("post", "岗位", "岗位编码", "岗位代码", "职务"),
        "subject": ("subject", "分管事项", "分管领域", "分管工作", "分管", "领域"),
        "unit": ("unit", "分管单位", "联系单位", "单位", "单位编码", "分管单位编码"),
    },
    "groups": {
        "group": ("group", "小组编码", "领导小组编码", "编码", "代码", "领导小组"),
        "unit": ("unit", "单位", "单位编码", "单位代码", "所在单位"),
        "title": ("title", "小组名称", "领导小组名称", "名称"),
        "office": ("office", "办公室", "办公室设在", "办公室所在"),
        "seat": ("seat", "席位", "组内职务", "组内席位"),
        "post": ("post", "岗位", "岗位编码", "岗位代码", "职务"),
    },
}
"""The accepted headers of each column, lower case and without blanks: the template writes the first two."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "units": ("code", "name"),
    "posts": ("unit", "title", "degree"),
    "holders": ("post", "person", "from"),
    "portfolios": ("post", "subject"),
    "groups": ("group", "seat", "post"),
}

DEGREES: Mapping[Degree, tuple[str, ...]] = {
    Degree.PRINCIPAL: ("主体责任", "全面责任"),
    Degree.FIRST: ("第一责任人", "第一责任"),
    Degree.DIRECT: ("直接责任人", "直接责任", "分管责任"),
    Degree.LEADERSHIP: ("领导责任", "一岗双责"),
    Degree.COORDINATING: ("统筹协调", "综合协调", "协调"),
    Degree.LEAD: ("牵头", "牵头责任"),
    Degree.SUPPORTING: ("配合", "协助", "配合责任"),
    Degree.EXECUTING: ("落实", "执行", "具体责任", "实施"),
}
"""The Chinese words for each degree that are accepted in lists; the first is the one that is written."""

SEATS: Mapping[Seat, tuple[str, ...]] = {
    Seat.CHAIR: ("组长", "主任"),
    Seat.VICE: ("副组长", "副主任", "vice-chair", "常务副组长"),
    Seat.MEMBER: ("成员", "组员", "委员"),
}

YES = ("是", "yes", "y", "true", "1", "代理", "主持工作", "√", "✓")
NO = ("", "否", "no", "n", "false", "0")
OPEN_END = ("至今", "现在", "今", "长期", "无", "—", "-", "present", "now")
"""What office forms write where something has no end."""
