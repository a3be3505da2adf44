"""What a Chinese sentence or segment does: its kind, by the words that decide it."""

from __future__ import annotations

import re
from enum import StrEnum

from remit.core.duty import Kind

AIM_TITLE = re.compile(
    r"(?:总体|工作|主要|基本|指导|整治|治理|行动|预期|年度)?"
    r"(?:目标任务|总体思路|基本原则|工作原则|指导思想|目标|思路|原则|总体要求|背景|意义|基本情况|总体目标)。"
)


__all__ = ["AIM_TITLE", "Lead", "lead_of", "segment_kind", "sentence_kind", "states_aim"]


class Lead(StrEnum):
    """What a lead-in makes of its items."""

    NONE = "none"
    DUTY = "duty"
    GROUND = "ground"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    DEFINITION = "definition"
    ELEMENT = "element"
    SANCTION = "sanction"


_SANCTION = re.compile(
    r"责令|处[^，。；]{0,40}?(?:罚款|拘留|徒刑|罚金)|给予[^，。；]{0,40}?(?:处分|处罚|警告|记过|记大过|降级|撤职|开除|惩戒)|予以(?:处分|警告|辞退|处罚|通报|问责|惩戒|罚款|免职|撤职|降级)"
    r"|追究[^，。；]{0,60}?(?:责任|责$)|通报批评|实行问责|追责问责|[^有被]问责(?!制|机制|办法)|吊销|(?:^|并|依法|部门|机关|予以)没收|承担[^，。；]{0,14}?(?:赔偿|民事|刑事|连带)责任|职业禁入|行业禁入"
    r"|(?:依法|应当|按照规定)?(?:给予|予以)?(?:警告|记过|撤职|开除)处分|处分[;。；]?$|撤销其?[^，。；]{0,12}(?:资格|资质|认定|备案|注册)|取消其?[^，。；]{0,14}(?:资格|资质|称号)|一票否决"
    r"|由公安机关依法?处[理罚]|依法(?:予以)?(?:处罚|惩处|惩处)$|依照[^，。；]{0,20}(?:处罚|处理)$|列入[^，。；]{0,10}(?:失信|黑名单)|从[重轻][^，。；]{0,6}处[罚分理]|免予处罚|减轻处罚|引咎辞职|移[交送](?:司法|公安|监察)机关(?:依法)?[^，。；]{0,4}处理|(?:按照|依照|依据)[^，。；]{2,60}规定[^，。；]{0,8}(?:处理|处罚|处分)[：:。；]?$|严肃处理|予以惩戒|开除公职|(?:刑事|行政)(?:处罚|责任|处分)[^。；]*(?:执行|办理)$|免去[^，。；]{0,6}职务"
)
_NO_SANCTION = re.compile(r"处分建议|处罚建议|责任追究[^，。；]{0,6}(?:制度|机制|办法)|(?:实施|作出|行使|开展|进行)[^，。；]{0,8}(?:处罚|处分)|建议[^，。；]{0,10}(?:给予|处分)|的(?:意见|建议|决定|办法|制度|规定|程序|依据)$|的?权(?:力|限)$|制度$|机制$|处理处[罚置]工作")
_PROHIBITED = re.compile(r"不得(?!已|少于|低于|迟于|晚于|超过)|严禁|禁止(?!性|令|区|类|标)|不准|不再(?!具备|符合|列出|适用|有|存在|是)|不许|杜绝|不应(?!当?少于|当?低于)|决不允许|绝不允许|一律不")
_PERMITTED = re.compile(r"(?<!不)可以|有权|(?<![许认不宁])可(?=[依按根结在由向对将以采自委申提视通参选先])|均可|方可|可(?=[\u4e00-\u9fff]{2,6}[，。；])|不受[^，。；]{0,10}限制|允许")
_BOUND = re.compile(
    r"应当|必须|[^响供适相对反效感理顺照回]?应(?=[当予由在于将对按依及立定经向取报组加建充保如设有符满具建明进为以是统遵])|须(?!知)|(?<![主重需不只要概纲首次简必])要(?!求|件|素|点|害|闻|道|领|约|务|塞|么)"
    r"|负责(?!人)|承担|负有|负[^，。；有]{0,10}责任|[是为][^，。；]{0,40}(?:责任人|责任主体|负责人|主体)|义务$|有义务|有责任|不得(?:少于|低于|迟于|晚于|超过)|不(?:少|低)于|均需|需(?=[要经在由向])|职责[：:]?$|严格"
)
_PURPOSE = re.compile(r"^(?:根据[^。]*?，)?(?:为|为了|为进一步|为深入|为贯彻|为落实|为全面|为规范|为加强)[^。]*?(?:制定|制订|订立|提出|现就|现将|印发|特制|结合)|制定本|现(?:就|将|提出|制定)")
_FORCE = re.compile(r"(?:起|之日|即日起?|日起?)(?:正式)?(?:施行|实施|执行|生效)|同时废止|即行废止|废止[。；]?$|由[^，。]{0,20}负责?解释[。；]?$|有效期[^。]{0,12}年[。；]?$")
_ENCOURAGED = re.compile(r"^(?:国家|各级[^，。]{0,6}|本市|本省|地方)?(?:，)?(?:积极)?(?:鼓励|支持|引导|倡导|提倡|推崇)|^国家(?!机关|工作|公务|[^，。]{0,10}(?:部门|机关|机构|局|委员会))|^(?:全)?社会(?:各界)?应?")
_PRINCIPLE = re.compile(
    r"^(?:[^，。；应须]{0,24})?(?:工作|管理|监督|追究|责任制|制度|考核|处理|问责)?(?:应当|要|必须)?(?:坚持|遵循|贯彻|实行|按照|以)[^。；]*?(?:原则|方针|理念|的机制|为主线|为指导|为目标|为核心|为根本|指导思想)[。；，]?$|^坚持[^，。；]{2,60}[。；]?$|^(?:以|坚持以)习近平|^一是坚持|^指导思想|^(?:基本|工作)原则"
)
_AIM = re.compile(r"^[^，。；]{2,16}?(?:工作|管理|监督|建设|保护|活动|治理|处理|追究)?(?:应当|必须|要)?(?:坚持|遵循|贯彻|以人为本|以人民为中心)[^。；]*?(?:原则|方针|领导|为主|理念|至上|结合|本位|导向)")
_DEFINED = re.compile(r"(?:所称|所指|下列用语|下列术语|用语的?含义|术语的?含义)|是指|系指|[，。]即指|统称|视为|以下简称[^，。]*[。；]$")
_SCOPE = re.compile(r"适用(?:于)?(?:本|前|该|第)|(?:不)?适用[^，。；]{0,12}(?:规定|办法|条例)|从其规定|另有规定的?(?:，|除外)|参照(?:本|适用|执行)|按照其规定执行|依照其规定(?:执行)?[。；]?$|(?:本办法|本条例|本规定|本法|本细则|本制度|本方案)适用")
_STATES = re.compile(
    r"是[^，。；]{2,60}?(?:措施|环节|内容|任务|要求|保障|基础|途径|手段|抓手|前提|关键|体现|举措|根本|短板|目标)[。；]?$|形势[^。；]*(?:严峻|复杂|稳定)|^当前|存在[^，。；]{0,20}(?:问题|不足)[。；]?$|成为[^，。；]*(?:短板|问题|瓶颈)|具有(?:重要|十分|重大)"
)
_IS_A = re.compile(r"^[^，。应须]{2,16}是[^。；]*的[^，。；的]{2,14}[。；]?$")
_STANDARD = re.compile(r"^[^，。；]{2,24}，(?:按照|依照)(?:国家|本市|本省|省|市|有关)[^，。；]{0,14}(?:规定|标准)(?:执行|办理)[。；]?$")
_APPOINTED = re.compile(r"由[^，。；]{2,60}?(?:担任|组成|兼任|构成)(?![^，。；]{0,4}(?:方案|的))")
_LISTED = re.compile(r"下列|以下|如下|[：:]\s*$")
_MISDEED = re.compile(r"(?:下列|以下)[^，。：]{0,12}(?:行为|情形|情况|条件|问题|事项|因素|过错)?之一|有(?:下列|以下)[^，。：]{0,10}(?:行为|情形|情况)|(?:下列|以下)(?:情形|情况|行为)[^：]{0,30}的|属于(?:下列|以下)|出现(?:下列|以下)")
_CONTENTS = re.compile(
    r"(?:包括|载明|注明|具有|具备|包含|涵盖|记载|列明|提交|提供|报送|用于|如实记录|公布|公示|公开|明确|内容|符合|主要为|分为|注意|审核|审查|检查|核查|评估|考核)[^，。]{0,16}?(?:下列|以下|如下)[^，。：]{0,14}"
    r"(?:内容|事项|材料|文件|资料|信息|指标|项目|要素|方面|因素|制度|清单|部分|证件|证明|记录|范围|情况|要点|单位|人员)?|(?:主要)?(?:包括|内容有|内容为|如下)[：:]?$"
)
_MUST_MEET = re.compile(r"(?:下列|以下)[^，。：]{0,6}(?:规定|要求|措施|职责|义务|任务|责任|工作|制度|权限|程序|步骤)|职责|任务|义务")


def sentence_kind(text: str) -> Kind | None:
    """Return the kind of a whole sentence that no single segment decides, None where its segments decide."""
    if _PURPOSE.search(text) and "应当" not in text and "必须" not in text:
        return Kind.OTHER
    if _FORCE.search(text):
        return Kind.OTHER
    if _DEFINED.search(text) and "适用" not in text[-12:]:
        return Kind.DEFINITION
    if _SCOPE.search(text) and (_applies(text) or not re.search("制定|履行", text) and not _BOUND.search(text)):
        return Kind.SCOPE
    if _ENCOURAGED.search(text) and "应当" not in text:
        return Kind.OTHER
    if _STATES.search(text) and not _BOUND.search(text):
        return Kind.OTHER
    if _STANDARD.search(text) and not _BOUND.search(text):
        return Kind.SCOPE
    if _IS_A.search(text) and not _BOUND.search(text):
        return Kind.DEFINITION
    if _PRINCIPLE.search(text) and "负责" not in text:
        return Kind.OTHER
    return None


def states_aim(first: str, text: str) -> bool:
    """Say whether a sentence about a field of work only lays down aims or principles."""
    return _AIM.search(text) is not None and re.match(r"[^，。；]{2,14}?(?:工作|管理|监督|建设|保护|活动|治理|处理|追究|制度)?(?:应当|必须|要|坚持|遵循|贯彻|以)", first) is not None


def _applies(text: str) -> bool:
    return "适用本" in text and "应当" not in text and "必须" not in text


def segment_kind(text: str) -> Kind | None:
    """Return the kind the words of one segment decide, None where none does."""
    if _APPOINTED.search(text) and "应当" not in text:
        return Kind.OTHER
    handed = re.search("移[交送]", text) and re.search("应当|必须", text)
    if not handed and _SANCTION.search(text) and not _NO_SANCTION.search(text):
        return Kind.SANCTION
    if _PROHIBITED.search(text):
        return Kind.PROHIBITION
    if _PERMITTED.search(text):
        return Kind.PERMISSION
    if _BOUND.search(text):
        return Kind.DUTY
    return None


def lead_of(text: str, kind: Kind) -> Lead:
    """Return what the last sentence of a lead-in, of this kind, makes of the items below it."""
    if not text.rstrip().endswith(("：", ":")):
        return Lead.NONE
    last = re.split(r"[。；]", text.rstrip("。； "))[-1]
    if not re.search("下列|以下", last):
        last = text
    if kind is Kind.DEFINITION or "用语" in last or "术语" in last:
        return Lead.DEFINITION
    listed = next((part for part in re.split("，", last) if "下列" in part or "以下" in part), last)
    if re.search(r"(?:不得|禁止|严禁|不准)[^，。：]{0,14}(?:下列|以下|：|:|$)", listed):
        return Lead.PROHIBITION
    if _MISDEED.search(last):
        return Lead.GROUND
    if re.search(r"(?:可以|有权|可)[^，。：]{0,16}(?:下列|以下)", last):
        return Lead.PERMISSION
    if kind is Kind.SANCTION:
        return Lead.SANCTION if "规定" in last else Lead.GROUND
    if re.search(r"(?:除|符合|具备|满足|具有)[^，。：]{0,10}(?:下列|以下)[^，。：]{0,8}条件[^：]{0,4}的", last):
        return Lead.GROUND
    if re.search(r"(?:申请|设立|取得|许可|担任|从事)[^：]{0,30}(?:具备|符合|满足)[^，。：]{0,8}(?:下列|以下)[^，。：]{0,6}条件", last):
        return Lead.GROUND
    if re.search(r"(?:应当|必须|应)[^，。：]{0,6}(?:具备|符合|达到|满足)[^，。：]{0,4}(?:下列|以下)", last):
        return Lead.DUTY
    if re.search(r"(?:对|将|在|向|为|给|从|按)(?:下列|以下)[^，。：]{1,12}，|(?:下列|以下)(?:人员|对象|场所|单位|区域|物品|产品|设施|设备|项目)[^：]{0,24}[：:]$", last):
        return Lead.ELEMENT
    if _CONTENTS.search(last) and not _MUST_MEET.search(last):
        return Lead.ELEMENT
    return Lead.DUTY
