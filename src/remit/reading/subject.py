"""What stands before a Chinese predicate: its subject, its agent, an object put first, the owner of a thing."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.reading.affix import Openings
from remit.reading.noun_phrase import is_noun
from remit.reading.role import Ends, is_ending, is_person, is_role_word, opens_predicate, role_end
from remit.reading.role_words import LEVELS
from remit.reading.sentence import FILL
from remit.reading.sieve import first_characters, make_sieve, sift
from remit.reading.verb_words import NOUNLIKE, ORDERS, RELATIVES

__all__ = ["Subject", "find_subject", "first_verb"]


class Subject(NamedTuple):
    """What stands before a predicate: offsets of the noun phrase, where the rest begins, and how it was marked.

    `mark` is "subject", "agent" (由), "object" (对), "owner" (the body that owns the thing the sentence is about)
    or "" where nothing was found.
    """

    start: int
    end: int
    rest: int
    mark: str


_STRONG = re.compile(
    r"应当|必须|不得|严禁|应该|可以|(?:均|亦|也|(?<!许))可(?=[依按根结在由向对将以采自委申提视通参选先凭]|持(?![续有]))|(?<!所)有权(?!人|属|限)|有下列|不再"
    r"|(?<![主重需不只概纲首次简必])要(?![求件素点害闻道约塞么领务紧])|须(?!知)"
    r"|(?<![响供适相对反效感理顺照回])应(?![急用付收届答聘征诉力变对激邀试])"
)
_OPENING = re.compile(
    r"[一二三四五六七八九十]是(?![指否])|其[一二三四]|以及|但是|但|或者|或|并且|并(?![线网轨购列处])|而且|而|同时|凡是|凡|请|其中|此外|另外|则|且|即|原则上|特别是|一般"
    r"|确需|视情(?:节|况)?(?:的?轻重|严重程度|的?不同)?|根据情节(?:轻重)?"
)
_WHEN = re.compile(
    r"每(?:年|月|周|日|季度|半年|学期|学年)|\d{1,2}[日号](?:之|以)?前|(?:\d{1,3}|[一二三四五六七八九十两]{1,3})(?:个工作日|个月|年|日|天)(?:之|以)?内|(?:\d{4}年|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日|底)?(?:前|起)"
    r"|(?:在|自|于|从)[^，由]{1,24}?(?:期间|过程中|工作中|活动中|的同时|之日起|阶段|(?<!小)时(?![内间])|时间内|期限内|后"
    r"|(?:工作日|日|小时|月|年)内|[日底末]前)"
)
_MARK = re.compile(
    r"对于|对因|对(?!其他)|(?:应当|必须|可以|应|须|可|要|均|或者?)?(?:交|转|改|统一|分别|仍)?由(?!于|此)|由于|因(?!地|素|果|此"
    r"|特)|对"
)
_BY = re.compile(r"(?<![自交经事])(?:(?<!理)|(?<=[管治办处受审代]理))由(?![于此])")
_NOT_NOUN = re.compile(
    r"按照|依照|参照|给(?![水排养予])|就(?![业诊读医餐地])|依据|根据|为了?|向|从(?!业)|将|把|以(?!上)|除|当(?!事|地|前)|如|若|在(?!职|岗|校|建)"
    r"|经(?!营|办|济|理|纪|销)|通过|结合|会同|与|按|使(?!用)|未(?!成年)|不(?!动)|没有|无(?!人|线)|需|受(?=[^，。的]{2,20}委托)|建议(?=[^，。的]{2,12}(?:依法|对|给予|追究|予以|作出))"
    r"|应(?!急)|要|可(?!再)|须|必须|责任单位[：:]|牵头单位[：:]|配合单位[：:]|设(?=\d)"
    r"|针对(?!性)|多(?:种途径|渠道|层次|措并举)|持(?=下列|有关|相关|有效|本人|合法|规定|申请|备案)|既|自(?=[^，。]{2,40}起$)|于(?!是)|仍|无法|不能|报(?![社刊告警考纸])|属于|涉及|构成|违反|具体负责|负责(?=[^，。的]*$)|[只仅](?!读)|凭(?![证据祥])(?=[^，。]{0,30}(?:证|书|单|票|通知|文件))|遇有?(?![害难险])|至(?!少|今|善)|受到|供(?=[^，。]{2,12}(?:查阅|使用|参考|选择|查询|复制|监督))"
)
_INNER = re.compile(
    r"(?<=.)(?:按照|依照|根据)|另有(?:规定|约定)|(?:工作日|[\d一二三四五六七八九十]日|小时|个月|分钟|[\d一二三四五六七八九十][天年周])(?:之|以)?内"
    r"|(?<=.)(?<![所存现正实内潜健])在(?![职岗校建读地场线编])|(?<=.)(?<![情预通汇申举填日周月年季海警上呈])报(?![社刊告警考纸名关表])|交由|报送|抄送|移送|作为|致使|导致|造成|重点是|(?<=.)(?:至少|不少于)|(?<=.)(?<![导面走趋倾朝方意去动流定转])向(?![导阳])|予以|给予|上报|提请|(?<=.)实行(?!人)|适用于|(?<=[作业设理护动])坚持|(?<=.)(?<![还凡不可都若就于但只总])是(?![否非])|(?<=[书约件同定则令议])对(?![方策象外内口应])|(?<=.)而(?=丧失|产生|造成|引起|形成|发生|导致)|^发生|^有(?!关)|^又|^出现"
    r"|(?:印发|下发|发至)(?=[各给至到])|发现(?!人)|(?<=.)(?<![神财])经(?![营济办理纪销费过历验贸])|经(?!营|济|办|理|纪|销|费|过)[^，的]{2,}(?:批准|同意"
    r"|签署|审查)"
)
_QUANTITY = re.compile(
    r"不(?:少|低|得少|得低|多|高)于|比例|数量|(?:在|为|只有|不足|达到|超过"
    r"|占)\s*(?:[\d一二三四五六七八九十百]+(?:家|个|名|人|户)|\d+%)"
)
_MANNED = re.compile(
    r"不得?(?:少|低)于[^，。；]{1,8}，(?:并|且|并且)?(?:应当|应|须|必须)"
)  # so many of them, who then act
_ACTIVE_IN = re.compile(
    r"受[^，。的]{2,20}委托[^，。]{0,30}的|为[^，。]{2,30}?提供[^，。的]{1,12}的|(?:直接)?向[^，。的]{1,16}?(?:排放|提供|销售|供应|出口|发放|收取|募集|开放)[^，。的]{0,20}的|在[^，。的]{2,30}?(?:从事|进行|开展|实施|举办|经营|设立|设置|使用|生产|销售|居住|就读|停放|投放|作业|施工|活动)[^，。]{0,30}?的"
)
_TAIL_TIME = re.compile(
    r"(?:[\d一二三四五六七八九十两]+(?:个工作日|个月|年|日|小时)(?:之|以)?内|终身|原则上|同时|一律)$"
)
_may_order = make_sieve(_STRONG).search
_find_inner, _find_by = sift(_INNER), sift(_BY)
_OPENING_FIRST = first_characters(_OPENING) | frozenset("每在自于从")  # of _WHEN, but for its figures
_MARK_FIRST, _NOT_NOUN_FIRST = first_characters(_MARK), first_characters(_NOT_NOUN)
_QUANTITY_FIRST = first_characters(_QUANTITY)
_RELATIVE = Openings(RELATIVES)
_TIER = (
    r"各?(?:自治区|直辖市|自治州|自治县|(?:不?设区的)?市|市辖区|省|州|盟|设区市|县级市|区县|县区|区|县|旗|乡镇|乡|镇|街道|村"
    rf"|社区){FILL}*"
)
_TIERS = re.compile(rf"{_TIER}(?:(?:、|和|与|以及){_TIER})+(?:[两三四]级)?")  # 市和各区, 省、市、县三级
_PURSE = re.compile(
    r"(?:中央|省|市|县|区|州|各级|本级|同级|地方|乡镇)级?财政(?=给予|安排|承担|负担|予以|补助|统筹|支付|保障)"
    rf"|[^，。的]{{2,8}}所在(?:区|县|市|省|乡镇|街道|社区|村){FILL}*(?![、级人政])"
)
_LEVEL_OF = re.compile(
    r"各?级?[省市县区乡镇]?级?(?:负责|负有|承担|行使)[^，。]{2,30}的(?:部门|机构|单位|机关|组织)"
)
_MEMBERSHIP = ("担任", "组成", "兼任", "构成", "任命", "选举", "产生")
_APPROVED = (
    "批准",
    "核准",
    "核实",
    "确认",
    "鉴定",
    "评估",
    "协商",
    "同意",
    "审",
    "签",
    "授权",
    "认定",
    "认可",
    "许可",
    "备案",
    "检验",
)
_SENT = re.compile(r"(?<=.)(?:报送|抄送|移送)(?=[^，。]*的)")
_STATE_TOO = re.compile("且(?:没有|无|不|未)")  # 有争议且没有共同上级的
_AIMED = re.compile(
    "针对(?!性)|(?<=[人者员方户])同(?![意时级一步样类等业行事学])"
    "|(?<=[府院会部局委厅署关门军构位])会同|(?<=[人者员])明知|(?<=[府院会部局委厅署关门])商(?=有关|国务院|同级|相关|其|本级|最高|财政|公安|所在)"
)  # whom it aims at or acts with follows
_aimed_in = make_sieve(_AIMED).search
_BY_LAW = ("依法通过", "依法按照", "依法根据", "依法采取")
_MADE_BY = re.compile(r"[^，。的]{1,12}的[^，。]")
_DURING = re.compile(r"[^的各]{2,10}期间(?=.)")
_TITLED = ("职责", "责任", "任务", "职责是", "职责为", "职责如下", "职责包括", "任务是", "任务如下")


_BANS = re.compile(r"(?:禁止|严禁|不准)(?=(?!或者?|和|、|及)[\u4e00-\u9fff]{3})")


def find_subject(text: str, start: int, end: int, *, misdeed: bool = False) -> Subject:
    """Find the subject, agent or fronted object that a segment opens with.

    `misdeed` says that the segment tells of conduct to be punished: any verb may then follow the subject.
    """
    if text[start] in _OPENING_FIRST or text[start].isdecimal():
        start = _skipped(text, start, end)
    marked = _MARK.match(text, start, end) if text[start] in _MARK_FIRST else None
    if marked and marked.group() in ("因", "由于") and text.endswith(("原因", "需要", "因素"), start, end):
        return Subject(start, start, start, "")
    if marked:
        return _marked(text, marked.end(), end, "object" if marked.group()[0] == "对" else "agent")
    if text[start] in "各省市县区乡村国":
        level = _level(text, start, end)
        if level:
            return Subject(start, level, _past_fill(text, level), "subject")
    if text[start] in "禁严不" and (barred := _barred(text, start, end)):
        return barred
    floor = start
    if text[start] in _NOT_NOUN_FIRST and _NOT_NOUN.match(text, start, end):
        relative = _RELATIVE.open(text, start) or _ACTIVE_IN.match(text, start, end)
        floor = text.find("的", start, end) if relative else -1
        if floor < 0:
            return Subject(start, start, start, "")
    strong = _STRONG.search(text, floor, end) if _may_order(text, floor, end) else None
    limit = strong.start() if strong else end
    if strong and text[limit - 1] in "内身上时律":
        timed = _TAIL_TIME.search(text, max(floor, limit - 10), limit)
        limit = timed.start() if timed else limit
    aimed = _AIMED.search(text, floor + 1, limit) if _aimed_in(text, floor, limit) else None
    ends = role_end(text, floor, aimed.start() if aimed else limit, firm=strong is not None)
    if ends.stop > 0:
        found = Subject(start, ends.stop, _past_brackets(text, ends.stop, end), "subject")
        return _checked(text, found, limit if strong else -1)
    if floor > start:
        return Subject(start, start, start, "")
    return _unfinished(text, Subject(start, limit, end, ""), ends, firm=strong is not None, misdeed=misdeed)


def _barred(text: str, start: int, end: int) -> Subject | None:
    """Who is barred by 禁止 before a name and a verb (禁止|乘客|携带危险物品), None where only an act is."""
    ban = _BANS.match(text, start, end)
    if ban is None or text[ban.end() : ban.end() + 2] in ORDERS or text[ban.end()] in "将把对在向以利使用":
        return None
    stop = role_end(text, ban.end(), end).stop
    named = stop > 0 and _past_fill(text, stop) < end and opens_predicate(text, _past_fill(text, stop))
    return Subject(ban.end(), stop, start, "subject") if named else None


def _marked(text: str, start: int, end: int, mark: str) -> Subject:
    """What 由 or 对 marks, up to the predicate."""
    strong = _STRONG.search(text, start, end) if _may_order(text, start, end) else None
    purse = _PURSE.match(text, start, end) if mark == "agent" else None
    if purse and ("所在" in purse.group() or opens_predicate(text, purse.end())):
        return Subject(start, purse.end(), purse.end(), mark)
    ends = role_end(text, start, strong.start() if strong else end)
    if ends.stop > 0:
        found = Subject(start, ends.stop, _past_brackets(text, ends.stop, end), mark)
        return _checked(text, found, strong.start() if strong else -1)
    if mark == "agent" and ends.last > 0:
        return Subject(start, ends.last, ends.last, mark)
    return Subject(start, start, start, "")


def _unfinished(text: str, span: Subject, ends: Ends, *, firm: bool, misdeed: bool) -> Subject:
    """What a phrase yields that ends in no role: `span` runs from its start to the modal and to the segment's end."""
    start, limit, end = span.start, span.end, span.rest
    behind = start + next((size for size in (4, 3) if is_role_word(text[start : start + size])), 0)
    if text.endswith(_TITLED, start, end) and end - start < 30 and first_verb(text, behind, end) < 0:
        stop = ends.last if text[ends.last : ends.last + 1] == "的" else ends.owner
        if stop > 0:
            return Subject(start, stop, end, "subject")
    thing = text[start : start + 2] not in ORDERS or text.startswith(
        ("应当由", "必须由", "应由", "由"), start + 2
    )
    agent = _BY.search(text, start, end) if thing and text.find("由", start, end) >= 0 else None
    if agent:
        named = role_end(text, agent.end(), end)
        stop = named.stop if named.stop > 0 else named.last
        if (
            stop > 0
            and (named.stop > 0 or text[stop] not in "的、")
            and not text.startswith(_MEMBERSHIP, stop)
            and not (text[start : start + 2] in ORDERS and _MADE_BY.match(text, stop, end))
        ):
            return Subject(agent.end(), stop, stop, "agent")
    if misdeed and ends.first > 0:
        return _checked(text, Subject(start, ends.first, ends.first, "subject"), -1)
    if (firm or text[end - 1] == "的") and ends.owner > 0:
        return _checked(text, Subject(start, ends.owner, limit, "owner"), -1)
    return Subject(start, start, start, "")


def _past_fill(text: str, at: int) -> int:
    while text[at : at + 1] == FILL:
        at += 1
    return at


def _past_brackets(text: str, at: int, end: int) -> int:
    while at < end and text[at] == FILL:
        at += 1
    return at + 1 if text.startswith("等", at) and at + 1 < end else at


def first_verb(text: str, start: int, end: int) -> int:
    """Return where the first word stands that is only ever a verb, -1 for none."""
    for at in range(start, end - 1):
        two = text[at : at + 2]
        if two in ORDERS and (two not in NOUNLIKE or at == start):
            return at
    return -1


def _skipped(text: str, start: int, end: int) -> int:
    for _ in range(2):
        found = _OPENING.match(text, start, end) or _WHEN.match(text, start, end)
        if not found or found.end() >= end:
            break
        start = found.end()
    return start


def _level(text: str, start: int, end: int) -> int:
    for size in (4, 3, 2):
        stop = start + size
        if stop < len(text) and is_ending(text, start, stop + 1) and text[start : stop + 1] not in LEVELS:
            continue
        if (
            text[start:stop] in LEVELS
            and stop < end
            and not _LEVEL_OF.match(text, start, end)
            and opens_predicate(text, _past_fill(text, stop))
        ):
            return stop
    if _LEVEL_OF.match(text, start, end):
        return 0
    tiers = _TIERS.match(text, start, end)
    return tiers.end() if tiers and opens_predicate(text, tiers.end()) else 0


def _checked(text: str, found: Subject, modal: int) -> Subject:
    """Refuse a phrase that is no noun phrase; `modal` is where a modal that follows begins, -1 for none."""
    nothing = Subject(found.start, found.start, found.start, "")
    phrase = text[found.start : found.end]
    during = _DURING.match(phrase) if "期间" in phrase else None
    if during:
        found = found._replace(start=found.start + during.end())
        phrase = text[found.start : found.end]
    inner = _find_inner(phrase)
    stated = found.mark in ("subject", "owner") and _STATE_TOO.search(phrase)
    if (
        stated
        or phrase.startswith(_BY_LAW)
        or _SENT.search(phrase)
        or (inner and "的" not in phrase[inner.end() : -1])
    ):
        return nothing
    if found.mark in ("object", "agent"):
        by = _find_by(phrase) if found.mark == "agent" else None  # 因…发生的费用由行政机关
        return found._replace(start=found.start + by.end()) if by else found
    agent = _find_by(phrase)
    if agent and not (phrase[:2] in ORDERS and "的" in phrase[agent.end() :]):
        made = phrase[:2] in ORDERS and _MADE_BY.match(text, found.end)
        member = made or text.startswith(_MEMBERSHIP, found.rest)
        return nothing if member else Subject(found.start + agent.end(), found.end, found.rest, "agent")
    if (
        found.mark == "subject"
        and text[found.rest : found.rest + 1] in _QUANTITY_FIRST
        and _QUANTITY.match(text, found.rest)
    ):
        owner = phrase.rfind("的")
        manned = is_person(phrase) and _MANNED.match(text, found.rest)
        return (
            (found if manned else nothing)
            if owner < 0 or manned
            else _checked(text, found._replace(end=found.start + owner, mark="owner"), -1)
        )
    denied = phrase.startswith(("不", "未", "没有", "无")) and found.end != modal
    if denied and text[found.rest : found.rest + 1] not in "，,":
        return nothing
    if phrase.startswith("经") and text.startswith(_APPROVED, found.rest):
        return nothing
    if text.startswith("之间", found.rest) and phrase[:2] in ORDERS:
        return nothing
    return found if is_noun(phrase, modal=found.end == modal, owner=found.mark == "owner") else nothing
