"""Addressees in Chinese: to whom something is reported, filed, notified, published or handed on."""

from __future__ import annotations

import re

from remit.reading.holder import is_role, split_roles
from remit.reading.role import is_role_word, role_end
from remit.reading.sentence import FILL

__all__ = ["find_addressees"]

_VERBS = (
    "报告|报送|汇报|通报|反馈|公布|公开|公示|公告|备案|提交|移送|移交|告知|通知|发送"
    "|送达|申报|举报|投诉|控告|检举|提出|出具|说明|报备|报批|披露|发布|表明|抄送|报|上报|述职|报案"
    "|申请|反映|请示|转交|送交|提供|登记|告诫|明示|作出|转送|(?<!签)发出|播发|播报|通告|宣布|送"
)
_TO = re.compile(
    r"(?<![导面走趋倾])向(?P<who>[^，。；：]{2,60}?)(?:专题|书面|及时|如实|主动|定期|依法|一并|立即"
    r"|全面|准确|分别|统一|直接|逐级|提前|同时|每年|客观|当面|口头|予以|逐项|公开|说明|进行|作出"
    r"|作|(?:申诉|控告|检举|举报|投诉|反映|负责|说明|公布)(?:或者|或|并|、|和|及)|办理[^，。；]{0,6}|对[^，。；：向]{2,24}(?:进行|作出|作|予以)(?:总结)?)*(?P<verb>"
    + _VERBS
    + r")(?!费|酬|受理(?:机构|部门|单位|中心|窗口)|(?<=备案)(?:部门|机关|机构|单位)|(?<=登记)(?:部门|机关|机构))"
)
_VERB_TO = re.compile(
    r"(?P<verb>抄送|传达(?=[至到给])|抄报|抄告|提供(?=给)|告知|通知|通报|移送|移交|提请|提交|递交|报告|报送|上报|转送|转交|送达|交由|反馈"
    r"|推送|通告|(?:印发|下发|发放)(?=[至给到各有相所市省县区本全])|报请|报经|报知|呈报|送交|函告|转告"
    r"|(?<![报抄呈移转赠发递配推选保运押投上遣])送(?=[\u4e00-\u9fff]{2,20}(?:备案|审[查核定批议]|存档|备查|签发))|(?:(?<=工作日)|(?<=[\d一二三四五六七八九十两]日)|(?<![举汇申通情预警填瞒谎漏迟虚日月年季公海]))报(?![告送请经知备呈名到案警废关价酬道表销批复刊社纸考酬偿应业]))(?!人(?!民|大))(?:给予"
    r"|给|至|到)?(?=(?P<who>[\u4e00-\u9fff（]))"
)
_HINT = re.compile("[向报送告通交]|提供给|反馈|提请|[印下]发|发放|传达")
_LONGEST = 120  # characters in which a recipient and the purpose of the filing are looked for
_FILED = re.compile(
    r"备案|批准|审批|审查|审核|同意|决定|核准|审定|研究|审议|协调|备查|审核|处理|批示|组织(?!部)|立案|登记"
    r"|汇总|调查"
)
_TOLD = re.compile(
    r"^(?:通报|报告|抄送|抄告|告知|通知|移送|移交|报送|上报|函告|反馈)(?!(?:部门|机关|单位|机构|人|方)$)(?=[\u4e00-\u9fff]{2})"
)
_SOCIETY = re.compile(r"(?:社会公众|全社会|社会各界|社会|公众)(?:和|、|及|以及)?")
_NO_RECIPIENT = re.compile(
    r"^(?:部门|机关|单位)$|^(?:以及|经(?![营济办理贸信开发])|报|送(?!检)|抄|交(?![通警易管投])|提|上报|应|要|须|必|不|是|为|由|并|可|及|和|、|等|中(?!央)|给|或|后|前|的|之|时|书|单|表|率|费|结果"
    r"|意见|情况|机制|制度|信息(?![技化中办部员处科院]|$)|义务|职责|责任(?!人)|工作|内容|事项|程序)|推送|发送|上传|至|于|自(?![治然动行主身])|[将把，]|(?<!所)在(?!地)|\d"
)


def find_addressees(text: str, raw: str, start: int, end: int) -> list[str]:
    """Return the recipients a segment names, split as roles; `text` is the masked form of `raw`."""
    if not _HINT.search(text, start, end) or text.find("是否", start, end) >= 0:
        return []
    found: list[str] = []
    if text.find("向", start, end) >= 0:
        for match in _TO.finditer(text, start, end):
            found += _roles(raw, match.start("who"), match.end("who"))
    for match in _VERB_TO.finditer(text, start, end):
        at = match.start("who")
        stop = _recipient_end(text, at, end, match["verb"])
        if stop > at + 1:
            found += _roles(raw, at, stop)
    return list(dict.fromkeys(found))


def _roles(raw: str, start: int, end: int) -> list[str]:
    phrase = raw[start:end].strip()
    society = _SOCIETY.match(phrase)
    if society:
        rest = phrase[society.end() :]
        return ["社会", *(_roles(rest, 0, len(rest)) if rest else [])]
    if phrase.startswith(("下列", "以下")):
        return []  # items name them
    return [
        role
        for role in (_TOLD.sub("", role) for role in split_roles(phrase))
        if "的" not in role or is_role(role.rstrip("）)"))
    ]


def _first_role(text: str, at: int, end: int) -> int:
    """Where the role ends that stands first, before what it is told (告知|住户|保养要求)."""
    stop = role_end(text, at, end).first
    while stop > 0 and (more := next((n for n in (4, 3, 2) if is_role_word(text[stop : stop + n])), 0)):
        stop += more
    return -1 if stop - at < 2 or text[stop : stop + 1] in ("内", "中", "里") else stop


def _recipient_end(text: str, at: int, end: int, verb: str) -> int:
    """Where the recipient right after a verb ends: a role that nothing, or the purpose of the filing, follows."""
    end = min(end, at + _LONGEST)
    society = _SOCIETY.match(text, at, end)
    if society:
        return society.end()
    stop = role_end(text, at, end).stop
    filed = _FILED.search(text, at + 2, end)
    purposed = filed is not None and is_role(text[at : filed.start()].rstrip(FILL))
    if filed is not None and purposed and not (stop > 0 and text.startswith(("提请", "会同", "商"), stop)):
        stop = filed.start()
    if stop < 0 and verb in ("告知", "通知", "函告", "转告"):
        stop = _first_role(text, at, end)
    if stop < 0 or _NO_RECIPIENT.search(text[at:stop]):
        return -1
    thing = "的" in text[at:stop] and verb in ("报告", "通报", "报送") and stop < end
    return -1 if thing and not purposed else stop
