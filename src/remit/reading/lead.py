"""What a Chinese lead-in makes of the items below it."""

from __future__ import annotations

import re
from enum import StrEnum

from remit.core.duty import Kind

__all__ = ["AIM_TITLE", "Lead", "lead_of"]


class Lead(StrEnum):
    """What a lead-in makes of its items."""

    NONE = "none"
    DUTY = "duty"
    GROUND = "ground"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    DEFINITION = "definition"
    ELEMENT = "element"
    RECIPIENT = "recipient"
    SANCTION = "sanction"
    CONSEQUENCE = "consequence"


AIM_TITLE = re.compile(
    r"(?:总体|工作|主要|基本|指导|整治|治理|行动|预期|年度)?"
    r"(?:目标任务|总体思路|基本原则|工作原则|指导思想|目标|思路|原则|总体要求|背景|意义|基本情况|总体目标)。"
)
_REQUIRED = re.compile(
    "(?:应当|必须|不得)(?!.{0,8}(?:视为|理解))"
)  # what is defined before does not define the items
_THESE = re.compile(r"下列|以下")
_FORBIDS = re.compile(r"(?:不得|禁止|严禁|不准)[^，。：]{0,14}(?:下列|以下|：|:|$)")
_ALLOWS = re.compile(r"(?:可以|有权|可)[^，。：]{0,16}(?:下列|以下)")
_MISDEED = re.compile(
    r"(?:下列|以下)[^，。：]{0,12}(?:行为|情形|情况|条件|问题|事项|因素|过错)?之一|有(?:下列"
    r"|以下)[^，。：]{0,10}(?:行为|情形|情况)|(?:下列|以下)(?:情形|情况|行为)[^：]{0,30}的|属于(?:下列"
    r"|以下)|出现(?:下列|以下)|(?<!对)(?:下列|以下)(?:行为|情形)，[^：]*(?:有权|可以|由)"
)
_PUNISHED = re.compile(
    r"对(?:下列|以下)[^，。：]{0,12}(?:情形|行为|问题|情况|单位|人员)[^：]{0,12}"
    r"(?:通报|问责|追责|处罚|处分|约谈|诫勉|批评|追究)[^，。：]{0,8}[：:]$"
)
_EXCEPTED = re.compile(
    r"除(?:有|属于|符合)?(?:下列|以下)[^，。：]{0,12}(?:外|除外)|(?:下列|以下)[^，。：]{1,12}除外[：:]$"
)
_CONTENTS = re.compile(
    r"(?:包括|覆盖|涉及|聚焦|载明|注明|具有|具备|包含|涵盖|记载|列明|提交|提供|报送|用于|如实记录|公布|公示|公开|明确"
    r"|内容|符合|主要为|分为|注意|审核|审查|检查|核查|评估|考核)[^，。]{0,16}?(?:下列|以下"
    r"|如下)[^，。：]{0,14}"
    r"(?:内容|事项|材料|文件|资料|信息|指标|项目|要素|方面|因素|制度|清单|部分|证件|证明|记录|范围"
    r"|情况|要点|单位|人员)?|(?:主要)?(?:包括|内容有|内容为|如下)[：:]?$"
    r"|(?:主要|具体|基本)(?:内容|范围|对象|事项|方式|形式|途径|依据)(?:是|为|有)?[：:]$"
)
_MUST_MEET = re.compile(
    r"(?:下列|以下)[^，。：]{0,6}(?:规定|要求|措施|职责|义务|任务|责任|工作|制度|权限|程序|步骤)|职责"
    r"|任务|义务"
)
_SETS_UP = re.compile(
    r"(?:建立|制定|制订|设置|配备|编制|配置|保存|留存|归档|建立健全|建立和完善)(?:并[^，。：]{2,6})?(?:下列|以下)[^，。：]{0,14}"
    r"(?:制度|预案|档案|设施|设备|台账|规程|方案|物资|标志|机构|资料|材料|文件|器材|规范|记录)[：:]?$"
)
_IF_MET = re.compile(
    r"(?:除|符合|具备|满足|具有)[^，。：]{0,10}(?:下列|以下)[^，。：]{0,8}条件[^：]{0,4}的"
    r"|(?:申请|设立|取得|许可|担任|从事)[^：]{0,30}(?:具备|符合|满足)[^，。：]{0,8}(?:下列|以下)[^，。：]{0,6}条件"
)
_TO_BE_MET = re.compile(r"(?:应当|必须|应)[^，。：]{0,6}(?:具备|符合|达到|满足)[^，。：]{0,4}(?:下列|以下)")
_OBJECTS = re.compile(
    r"(?:就|针对|围绕)(?:下列|以下)|对[^，。：]{0,16}的(?:下列|以下)(?:事项|内容|情况|方面|指标)[^，。：]{0,16}[：:]$|(?:对|将|在|向|为|给|从|按)(?:下列|以下)[^，。：]{1,16}(?:，|应当?|必须|实行|进行|予以|给予)"
    r"|(?:下列|以下)(?:人员|对象|场所|单位|区域|物品|产品|设施|设备|项目)[^：]{0,24}[：:]$"
)
_TELLS = re.compile(
    r"(?:向(?:下列|以下)[^，。：]{0,4}(?:部门|单位|机关|机构|人员|个人|组织)[^，。：]{0,4}(?:报告|通报|报送|备案|反映|申报)"
    r"|(?:报告|通知|告知|通报|抄送|报送|移送)(?:给)?(?:下列|以下)[^，。：]{0,4}(?:部门|单位|机关|机构|人员|个人|组织))[：:]?$"
)
_WHAT = re.compile(
    r"(?:下列|以下)(?P<what>[^，。：:]*?)(?=应当|必须|不得|可以|每[年月季半两]|至少|[，。：:]|$)"
)
_TO_DO = re.compile(
    r"规定|要求|措施|职责|义务|任务|责任|工作|制度|职权|职能|权限|权利|权力|程序|步骤|流程|顺序|条件|标准|原则|方式|方法|办法"
    r"|行为|活动|处理|处置|纪律|规则|守则|准则|规范|规程|事务|服务|分工|保障|政策|举措|承诺|特征|情形|情况|重点|目标|管理|监督|检查|安排|途径|手段"
)
_LISTS_ACTS = re.compile(
    r"(?:负责|履行|承担|处理|担负|做好|落实|完成|执行|抓好|从事|实施|开展|推进|遵守)[^，。：]{0,10}(?:下列|以下)"
)


def lead_of(text: str, kind: Kind) -> Lead:
    """Return what the last sentence of a lead-in, of this kind, makes of the items below it."""
    if not text.rstrip().endswith(("：", ":")):
        return Lead.NONE
    last = re.split(r"[。；]", text.rstrip("。； "))[-1]
    if not _THESE.search(last):
        last = text
    if (kind is Kind.DEFINITION and not _REQUIRED.search(last)) or "用语" in last or "术语" in last:
        return Lead.DEFINITION
    if not _EXCEPTED.search(last) and _FORBIDS.search(
        next((part for part in last.split("，") if _THESE.search(part)), last)
    ):
        return Lead.PROHIBITION
    if _MISDEED.search(last) or _EXCEPTED.search(last) or _PUNISHED.search(last):
        return Lead.GROUND
    if _ALLOWS.search(last):
        return Lead.PERMISSION
    if kind is Kind.SANCTION:
        return Lead.SANCTION if "规定" in last else Lead.GROUND
    return _orders(last)


def _orders(last: str) -> Lead:
    """What a lead-in makes of its items that neither forbids, allows nor punishes."""
    if _TELLS.search(last):
        return Lead.RECIPIENT
    if _SETS_UP.search(last):
        return Lead.ELEMENT
    if _IF_MET.search(last):
        return Lead.GROUND
    if _TO_BE_MET.search(last):
        return Lead.DUTY
    listed = _OBJECTS.search(last) or (_CONTENTS.search(last) and not _MUST_MEET.search(last))
    return Lead.ELEMENT if listed or _lists_things(last) else Lead.DUTY


def _lists_things(last: str) -> bool:
    """Say whether what 下列 announces are things (下列土地, 下列信息), not acts (下列职责, 下列措施)."""
    told = _WHAT.search(last)
    if told is None or _LISTS_ACTS.search(last):
        return False
    return len(told["what"]) > 1 and _TO_DO.search(told["what"]) is None
