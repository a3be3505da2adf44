"""Persons named where a post belongs: （责任人：…）. Posts answer, not names; a name is reported and bears nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from remit.core.clause import Outline
from remit.core.problem import Place, Problem, warning
from remit.core.regime import clause_path
from remit.reading.holder import is_role

__all__ = ["is_person_name", "named_persons", "persons_in", "without_name"]

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤"
    "常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍"
    "涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑党宫"
    "费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈"
    "匡"
)
_DOUBLE = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "夏侯",
    "端木",
)
_NO_NAME = frozenset(
    (
        "金融 林业 文化 文旅 司法 司机 方案 高校 安全 安监 石油 "
        "水务 常委 时间 全体 全员 党委 党组 党政 党办 宗教 和谐 "
        "海关 关工委 康复 项目 应急 左右 成员 单位 农业 农村 农委 "
        "农经 管委 商务 商会 路政 路长 车间 车队 房管 谷物 管理 "
        "管护 连队 封面 明确 查处 阳光 向导 任务 任何 马上 高级 "
        "安保 安委会 安环 安质 华侨 全部 包干 包联 同上 文体 文教 "
        "施工 盛会 江河 路段 农户 包户 简报 车主 房主 游客 商户 "
        "商贩 车主 房东 顾客 路人 时段 常务 单独 全校 全院 全局 "
        "全县 全市 全区 各村 有关 相关 "
    ).split()
)
_ENDS = frozenset(
    "长科处局部办室组队员站所院校会委团司厂矿店社村镇乡县市区省府门位关构心任记理管师者人手事政务业方"
)
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
_POST = re.compile(
    r"^(?P<post>[^、，,]{0,10}?(?:书记|主任|主席|经理|总监|[校院局处科部站所厂矿县市区镇乡村组队]长|主管|同志))"
)
_LABEL = re.compile(
    r"(?:责任领导|分管领导|牵头领导|包保领导|联系领导|挂钩领导|负责人|联系人"
    r"|(?<!第一)责任人(?:员)?)(?:为)?[：:](?P<who>[^。；;\n（）()]{1,80})"
)
_NEXT = re.compile(r"[，,\s]*(?:责任|牵头|配合|承办|协办|完成|联系|分管)[^：:，]{0,8}[：:]")
_SPLIT = re.compile(r"[、，,/\s]+|和|及|与")
_ENGLISH = re.compile(
    r"\b(?:responsible(?: person)?|person responsible|owner|accountable|lead)\s*:\s*"
    r"(?P<who>(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)",
    re.IGNORECASE,
)


def is_person_name(words: str) -> bool:
    """Say whether words are a person's name in Chinese: a surname and one or two characters, and no post or body."""
    if not _PERSON.fullmatch(words) or words in _NO_NAME or words[-1] in _ENDS:
        return False
    if words.startswith(_DOUBLE):
        return len(words) in (3, 4)
    return len(words) in (2, 3) and words[0] in _SURNAMES and not is_role(words)


def without_name(words: str) -> str:
    """Return the post that stands beside a name (副校长李明, 李明副校长); without a name the words as they are."""
    post = _POST.match(words)
    if post and is_person_name(words[post.end() :]):
        return post["post"].removesuffix("同志") or words
    for size in (2, 3) if words[2:3] == "副" else (3, 2):
        if is_person_name(words[:size]) and _POST.fullmatch(words[size:]) and words[size:] != "同志":
            return words[size:]
    return words


def named_persons(text: str, outline: Outline) -> Iterator[Problem]:
    """Yield a warning for each person named after a label that calls for the one responsible, in the text's order."""
    starts = [clause.start for clause in outline.clauses]
    found = [(at, name) for at, name in _named(text)]
    breaks = [at for at, char in enumerate(text) if char == "\n"] if found else []
    for at, name in found:
        place = bisect_right(starts, at) - 1
        ref = clause_path(outline.clauses[place].ref) if place >= 0 else ""
        line = bisect_right(breaks, at - 1) + 1
        column = at - (breaks[line - 2] if line > 1 else -1)
        yield warning(
            "person-named",
            "{clause}: '{name}' is a person's name where a post belongs.",
            "Name the post instead: posts answer, and a name is out of date with the next change of hands.",
            at=Place(line=line, column=column, ref=ref),
            clause=ref,
            name=name,
        )


def persons_in(text: str) -> frozenset[str]:
    """Return the names of persons that stand where posts belong."""
    return frozenset(name for _, name in _named(text) if is_person_name(name) or name.isascii())


def _named(text: str) -> Iterator[tuple[int, str]]:
    for label in _LABEL.finditer(text):
        who = label["who"]
        following = _NEXT.search(who)
        who = who[: following.start()] if following else who
        at = label.start("who")
        for part in _SPLIT.split(who):
            name = part.strip()
            start = text.find(name, at) if name else at
            at = start + len(name)
            if name and (is_person_name(name) or without_name(name) != name):
                yield start, name
    for owner in _ENGLISH.finditer(text):
        yield owner.start("who"), owner["who"]
