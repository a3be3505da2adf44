"""What a Chinese sentence or segment does: its kind, by the words that decide it."""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.sieve import may_hold, sift

__all__ = ["first_ban", "segment_kind", "sentence_kind", "states_aim"]

_SANCTION = re.compile(
    r"责令|处[^，。；]{0,40}?(?:罚款|拘留|徒刑|罚金)|给予[^，。；]{0,40}?(?:处分|处罚|警告|记过|记大过"
    r"|降级|撤职|开除|惩戒)|予以(?:全[省市县区国]|全系统|公开|书面)?(?:处分|警告|约谈|诫勉|辞退|处罚|通报|问责|惩戒|罚款|免职|撤职|降级)"
    r"|追究[^，。；]{0,60}?(?:责任|责$)|(?:由|给予|予以|进行)[^，。；]{0,20}批评教育|通报批评|实行问责|追责问责|[^有被]问责(?!制|机制|办法|决定|结果|程序|情形|工作|主体|建议|事项)|吊销"
    r"|(?:^|并|依法|部门|机关|予以)没收|承担[^，。；]{0,14}?(?:赔偿|民事|刑事|连带)责任|职业禁入"
    r"|行业禁入"
    r"|(?:依法|应当|按照规定)?(?:给予|予以)?(?:警告|记过|撤职|开除)处分|处分[;。；]?$"
    r"|撤销其?[^，。；]{0,12}(?:资格|资质|认定|备案|注册|许可|登记|证书|称号)|由[^，。；]{2,24}?(?:约谈|责任约谈)(?!制度|机制|办法|要求)|取消其?[^，。；]{0,14}(?:资格|资质|称号)"
    r"|(?:暂扣|收缴|吊扣)[^，。；]{0,14}(?:证|照|许可|\ue000)|一票否决"
    r"|由公安机关依法?处[理罚]|依法(?:予以)?(?:处罚|惩处|惩处)$|依照[^，。；]{0,20}(?:处罚|处理)$"
    r"|列入[^，。；]{0,10}(?:失信|黑名单)|从[重轻][^，。；]{0,12}处[罚分理]|免予处罚|减轻处罚|引咎辞职"
    r"|移[交送](?:司法|公安|监察)机关(?:依法)?[^，。；]{0,4}处理|(?:按照|依照"
    r"|依据)[^，。；]{2,60}规定[^，。；]{0,8}(?:处理|处罚|处分)[：:。；]?$|(?:按照|按|依照)(?:拒|逃|违|虚|伪|瞒|未|不|妨)[^，。；]{2,40}予以处理|严肃处理|予以惩戒|开除公职"
    r"|(?:刑事|行政)(?:处罚|责任|处分)[^。；]*(?:执行|办理)$|免去[^，。；]{0,6}职务"
)
_NO_SANCTION = re.compile(
    r"^对(?![^，。；]*(?:给予|予以|处以|作出))[^，。；]{2,30}的(?:行政)?(?:处分|处理|处罚)$|^受到?[^，。；的]{2,16}的[^，。；]{1,16}(?:应当|必须)|(?:请求|申请|提请)[^，。；]{0,40}责令|处分建议|处罚建议|追究[^，。；]{0,12}责任的(?:线索|情形|问题|人员|事项|行为)|责任追究[^，。；]{0,6}(?:制度|机制|办法)|(?:实施|作出|行使|开展"
    r"|进行)[^，。；]{0,8}(?:处罚|处分)|建议[^，。；]{0,10}(?:给予|处分)|的(?:意见|建议|决定|办法|制度"
    r"|规定|程序|依据)$|的?权(?:力|限)$|制度$|机制$|处理处[罚置]工作"
)
_PROHIBITED = re.compile(
    r"不得(?!已|少于|低于|迟于|晚于|超过)|严禁|禁止(?!性|令|区|类|标|、|或者?限制|和限制)|不准|不再(?!具备|符合|列出|适用"
    r"|有|存在|是)|不许|杜绝|不应(?!当?少于|当?低于)|不予(?:批准|受理|许可|核准|审批|登记|注册|备案|核发|颁发|换发)(?!的|决定)|决不允许|绝不允许|一律不"
)
_PERMITTED = re.compile(
    r"(?<!不)可以|(?<!所)有权(?!人|属|限|[^，。；、]{1,8}的(?:机关|单位|部门|人|组织|机构|主体))|(?<![许认不宁])可(?=[依按根结在由向对将以采自委申提视通参选先凭]|持(?![续有]))|均可|方可"
    r"|可(?=[\u4e00-\u9fff]{2,6}[，。；])|不受[^，。；]{0,10}限制|允许(?=[\u4e00-\u9fff])"
)
_BOUND = re.compile(
    r"应当|必须"
    r"|[^响供适相对反效感理顺照回]?应(?=[当予由在于将对按依及立定经向取报组加建充保如设有符满具建明进为以是统遵])"
    r"|须(?!知)|(?<![主重需不只要概纲首次简必])要(?!求|件|素|点|害|闻|道|领|约|务|塞|么)"
    r"|负责(?!人)|承担|负有|负[^，。；有]{0,10}责任|[是为][^，。；]{0,40}(?:责任人|责任主体|负责人"
    r"|主体)|义务$|有义务|有责任|不得(?:少于|低于|迟于|晚于|超过)|不(?:少|低)于|均需"
    r"|需(?=要[^，。；、]|[经在由向])|(?:职责|任务)(?:是|为|如下|包括)?[：:]?$|严格"
)
_PURPOSE = re.compile(
    r"^(?:根据[^。]*?，)?(?:为|为了|为进一步|为深入|为贯彻|为落实|为全面|为规范|为加强)[^。]*?(?:制定"
    r"|制订|订立|提出|现就|现将|印发|特制|结合)|制定本(?![单企部机班校院地市县区行系公级年乡镇村岗辖学])|现(?:就|将|提出|制定)"
)
_FORCE = re.compile(
    r"(?:起|之日|即日起?|日起?)(?:正式)?(?:施行|实施|执行|生效)|同时废止|即行废止|废止[。；]?$"
    r"|有效期[^。]{0,12}年[。；]?$"
)
_ENCOURAGED = re.compile(
    r"^(?:国家|各级[^，。]{0,6}|本市|本省|地方)?(?:，)?(?:积极)?(?:鼓励|支持|引导|倡导|提倡|推崇)"
    r"|^国家(?!机关|工作|公务|[^，。]{0,10}(?:部门|机关|机构|局|委员会)|[^，。建健完构实]{0,10}机制)|^全?社会(?:各界)?(?![会保团组工救福力资主企信养治])"
)
_PRINCIPLE = re.compile(
    r"^(?:[^，。；应须]{0,24})?(?:工作|管理|监督|追究|责任制|制度|考核|处理|问责)?(?:应当|要"
    r"|必须)?(?:坚持|遵循|贯彻|实行|按照|以)[^。；]*?(?:原则|方针|理念|的(?:工作|管理|领导)?(?:机制|体制)|为主线|为指导|为目标"
    r"|为核心|为根本|指导思想)[。；，]?$|^坚持[^，。；]{2,60}[。；]?$|^(?:以|坚持以)习近平|^一是坚持|^[^。；应须]{4,40}，坚持[^。；应须]*?的原则[^。；应须]*[。；]?$"
    r"|^指导思想|^(?:基本|工作)原则"
)
_EACH_ANSWERS = re.compile(
    r"[^，。；应]{0,16}?(?:坚持|实行|按照|遵循|贯彻|落实|做到|体现)?“?(?:[、，]?谁[^，。、；谁]{1,8}[、，]?谁[^，。、；谁]{1,6})+”?"
    r"(?:的?(?:原则|要求|责任制|制度))?[。；]?$"
)
_AIM = re.compile(
    r"^[^，。；]{2,16}?(?:工作|管理|监督|建设|保护|活动|治理|处理|追究)?(?:应当|必须|要)?(?:坚持|遵循"
    r"|贯彻|以人为本|以人民为中心)[^。；]*?(?:原则|方针|领导|为主|理念|至上|结合|本位|导向)"
)
_DEFINED = re.compile(
    r"(?:所称|所指(?![导定派向挥控])|下列用语|下列术语|用语的?含义|术语的?含义)|是指|系指|[，。]即指|^[^，。；]{2,16}，是?指(?![导定派挥示明向])|统称|视为"
    r"|以下简称[^，。]*[。；]$"
)
_SCOPE = re.compile(
    r"适用(?:于)?(?:本|前|该|第)|(?:不)?适用[^，。；]{0,12}(?:规定|办法|条例)|从其规定"
    r"|另有规定的?(?:，|除外)|参照(?:本|适用|执行)|按照其规定执行|依照其规定(?:执行)?[。；]?$"
    r"|(?:本办法|本条例|本规定|本法|本细则|本制度|本方案)适用"
)
_APPLIES = re.compile(
    r"(?:第[^\s]{1,8}条\s*)?本(?:办法|条例|规定|法|细则|制度|方案|标准|规则|规范|意见)适用于(?![^。]*(?:应当|必须))"
)
_STATES = re.compile(
    r"是[^，。；]{2,60}?(?:措施|环节|内容|任务|要求|保障|基础|途径|手段|抓手|前提|关键|体现|举措|根本"
    r"|短板|目标)[。；]?$|，(?:有利于|有助于)|意义重大|成效显著|(?:采取|开展|进行|实施|作出|完成|取得|组织|召开|印发|下发|发布|建立|查处)了|认定[^，。；]{2,40}为\ue000|受法律保护(?:，不受侵犯|，[^，。；]{0,8}不得侵犯)?[。；]?$|^每年[^，。]*[日月周]为[^，。]*[日月周][。；]?$"
    r"|^[^，。；应须要]{2,24}分为[^，。；]*[。；]$|^(?![^，。；]*(?:职责|任务|义务|责任|措施|工作|要求))[^，。；应须]{2,20}(?:包括|包含)[：:][^。；]+[。；]?$|形势[^。；]*(?:严峻|复杂|稳定)|^当前|存在[^，。；]{0,20}(?:问题"
    r"|不足)[。；]?$|成为[^，。；]*(?:短板|问题|瓶颈)|具有(?:重要|十分|重大)"
)
_IS_A = re.compile(
    r"^(?![^。]*(?:不得|禁止|严禁|可以|(?<!所)有权))[^，。应须]{2,16}是[^。；]*的[^，。；的]{2,14}[。；]?$"
)
_STANDARD = re.compile(
    r"^[^。；应须]{2,60}?(?:按照|依照)(?:国家|本市|本省|省|市)?有关[^，。；]{0,24}规定(?:执行|进行|办理)[。；]?$|^[^，。；]{2,24}，(?:按照|依照)(?:国家|本市|本省|省|市|有关)[^，。；]{0,14}(?:规定|标准)(?:执行"
    r"|办理)[。；]?$"
)
_APPOINTED = re.compile(
    r"^[^，。；]{0,16}(?:办公室|秘书处|办事机构)设在|由[^，。；]{2,60}?(?:担任|组成|兼任|构成|任(?:组长|主任|总指挥|队长))(?![^，。；]{0,4}(?:方案|的))"
    r"|(?<![作担])(?:任|为)(?:常务)?(?:副)?(?:组长|成员|主任|总指挥|队长)[。；]?$"
)
_EXEMPT = re.compile(
    r"不(?:再)?(?:承担|负)[^，。；]{0,16}责任|(?:免予|免于|不予|可以免除)(?:追究|承担|追责|问责)[^，。；]{0,16}(?:责任)?$|免除[^，。；]{0,10}责任$"
)
_ONLY_THEN = re.compile(r"(?:应当?|必须|须|需)[^，。；]{2,40}方可")
_EMPOWERED = re.compile(r"有权[^，。；]{0,6}(?:责令|制止|要求|拒绝)")
_SEE_BELOW = re.compile(
    r"^(?![^，。；]*(?:职责|任务|措施|义务|责任|要求))[^，。；应须：]{2,24}"
    r"(?:如下|见附表|见附件\d*|见下表)[：:。]?$"
)
_COMMENCES = re.compile(r"^自[^，。；]{2,24}起(?:正式)?(?:施行|实施|执行|生效)[。；]?$")
_ORDERED = re.compile(r"(?:应当|必须)(?:依法|立即|及时|当场)?责令")
_FIELD = re.compile(
    r"[^，。；]{2,14}?(?:工作|管理|监督|建设|保护|活动|治理|处理|追究|制度)?(?:应当|必须|要|坚持|遵循|贯彻|以)"
)

_WISHED = ("鼓励", "提倡", "倡导")
_decides_sentence = may_hold(_SEE_BELOW, _FORCE, _PURPOSE, _DEFINED, _SCOPE, _ENCOURAGED, _PRINCIPLE)
_decides_statement = may_hold(_STATES, _STANDARD, _IS_A)
_frees_or_forbids = may_hold(_APPOINTED, _COMMENCES, _EXEMPT, _EMPOWERED, _PROHIBITED, _PERMITTED)
_decides_segment = may_hold(
    re.compile("鼓励|提倡|倡导|受法律保护"),
    _APPOINTED,
    _COMMENCES,
    _EXEMPT,
    _EMPOWERED,
    _SANCTION,
    _PROHIBITED,
    _PERMITTED,
    _BOUND,
)
_sees_below, _commences_all, _has_purpose = sift(_SEE_BELOW), sift(_FORCE), sift(_PURPOSE)
_defines, _sets_scope, _has_principle = sift(_DEFINED), sift(_SCOPE), sift(_PRINCIPLE)
_states, _is_a, _lays_down_aim = sift(_STATES), sift(_IS_A), sift(_AIM)
_appoints, _exempts, _empowers, _orders = sift(_APPOINTED), sift(_EXEMPT), sift(_EMPOWERED), sift(_ORDERED)
_punishes, _prohibits, _permits = sift(_SANCTION), sift(_PROHIBITED), sift(_PERMITTED)
_binds, _only_then = sift(_BOUND), sift(_ONLY_THEN)


def sentence_kind(text: str) -> Kind | None:
    """Return the kind of a whole sentence that no single segment decides, None where its segments decide."""
    firm = "应当" in text or "必须" in text
    if "谁" in text and _EACH_ANSWERS.match(text):
        return Kind.OTHER
    if _decides_sentence(text):
        if _sees_below(text):
            return Kind.OTHER
        if (_commences_all(text) and "负责解释" not in text) or (not firm and _has_purpose(text)):
            return Kind.OTHER
        if _defines(text) and "适用" not in text[-12:]:
            return Kind.DEFINITION
        if _sets_scope(text) and (_APPLIES.match(text) or _only_applies(text, firm=firm)):
            return Kind.SCOPE
        if ("应当" not in text and _ENCOURAGED.search(text)) or ("负责" not in text and _has_principle(text)):
            return Kind.OTHER
    return None if firm or _binds(text) else _statement_kind(text)


def _only_applies(text: str, *, firm: bool) -> bool:
    if "适用本" in text and not firm:
        return True
    return not (firm or "制定" in text or "履行" in text or _binds(text) or _prohibits(text))


def _statement_kind(text: str) -> Kind | None:
    """The kind of a sentence that binds nobody: a remark, a standard elsewhere, a definition."""
    if not _decides_statement(text):
        return None
    if _states(text):
        return Kind.OTHER
    if _STANDARD.search(text):
        return Kind.SCOPE
    return Kind.DEFINITION if _is_a(text) else None


def states_aim(first: str, text: str) -> bool:
    """Say whether a sentence about a field of work only lays down aims or principles."""
    return _lays_down_aim(text) is not None and _FIELD.match(first) is not None


def segment_kind(text: str) -> Kind | None:
    """Return the kind the words of one segment decide, None where none does."""
    if not _decides_segment(text):
        return None
    firm = "应当" in text or "必须" in text
    if not firm and (text.startswith(_WISHED) or text.endswith("受法律保护")):
        return Kind.OTHER
    rare = _frees_or_forbids(text) is not None
    if rare and not firm and (_appoints(text) or _COMMENCES.search(text)):
        return Kind.OTHER
    if rare and (_exempts(text) or _empowers(text)):
        return Kind.PERMISSION
    handed = firm and ("移送" in text or "移交" in text or _orders(text) is not None)
    if not handed and _punishes(text) and not _NO_SANCTION.search(text):
        return Kind.SANCTION
    if rare and _prohibits(text):
        return Kind.PROHIBITION
    if rare and _permits(text) and not _only_then(text):
        return Kind.PERMISSION
    return Kind.DUTY if firm or _binds(text) else None


def first_ban(segments: list[str]) -> int:
    """Return which segment of a sentence of aims forbids something (国家保护煤炭资源，|禁止乱采), 0 for none."""
    return next(
        (at for at, words in enumerate(segments) if at and segment_kind(words) is Kind.PROHIBITION), 0
    )
