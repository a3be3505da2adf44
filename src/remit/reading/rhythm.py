"""Rhythms that have to be kept: cadences in Chinese and English, with the words they rest on."""

from __future__ import annotations

import re
from typing import NamedTuple

from remit.core.period import Cadence
from remit.reading.amount import NUMBER, number
from remit.reading.english_rhythm import english_cadences
from remit.reading.sentence import Free, is_chinese, mask
from remit.reading.sieve import may_hold, sift_all

__all__ = ["Rhythm", "cadences", "find_rhythms"]


class Rhythm(NamedTuple):
    """A cadence and the offsets of the words that state it."""

    start: int
    end: int
    cadence: Cadence


_PERIODS = {
    "年": "P1Y", "年度": "P1Y", "自然年度": "P1Y", "自然年": "P1Y", "会计年度": "P1Y", "财年": "P1Y",
    "半年": "P6M", "半年度": "P6M", "季": "P3M", "季度": "P3M", "月": "P1M", "月度": "P1M", "旬": "P10D",
    "周": "P1W", "星期": "P1W", "日": "P1D", "天": "P1D", "工作日": "P1D", "小时": "PT1H",
}  # fmt: skip
_PER = ("学期", "学年", "班", "班次")
_UNITS = (
    r"(?:个)?(?P<unit>工作日|自然年度|自然年|会计年度|财年|半年度?|年度|年|季度|季|月度|月|旬|周|星期|日|天|小时"
    r"|学期|学年|班次|班(?!主任|组|级|子))"
)
_LEAST = r"(?:至少|不少于|不低于|最少|起码|应不少于|应至少)"
_MOST = r"(?:不超过|不得超过|不多于|至多|最多)"
_EACH = re.compile(
    rf"每(?P<gap>间?隔)?(?:满)?(?P<n>{NUMBER}|两三|三五)?(?:(?:至|到|-|—|～|~|－)(?P<m>{NUMBER}))?{_UNITS}"
)
_TIMES = re.compile(
    rf"(?P<most>{_MOST})?(?P<least>{_LEAST})?[^，。；、每]{{0,24}}?(?P<most2>{_MOST})?(?P<least2>{_LEAST})?(?P<n>{NUMBER})(?:次"
    rf"|轮|遍|回)(?P<up>以下)?"
)
_MONTHS = re.compile(
    r"(?:的)?(?P<list>(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:(?:和|及|、|与|或)(?:\d{1,2}"
    r"|[一二三四五六七八九十]{1,2})月份?)*)(?!底|末|初|[上中下]旬|前|\d|[一二三四五六七八九十]+日)"
)
_QUARTERS = re.compile(
    r"的?(?:第?(?P<list>[一二三四1-4](?:(?:季度)?(?:、|和|及|与)第?[一二三四1-4])*)(?:个)?季度)(?!末|前|内"
    r"|结束)"
)
_TWICE = re.compile(
    rf"(?<![每满逾近达上龄限第\d前一二三四五六七八九十])(?P<n>{NUMBER})?(?P<unit>年|季度|个?月|周|天|日"
    rf"|学期)(?:内|中)?(?:应当|应|须|必须)?(?:{_LEAST})?(?P<times>{NUMBER})(?:次|检|训|练|考|查|演|报"
    rf"|会)(?!性|内)"
)
_WHOLE = re.compile(rf"全年(?:累计)?[^，。；]{{0,12}}?(?P<least>{_LEAST})(?P<n>{NUMBER})次")
_BY_PERIOD = re.compile(
    r"(?:按|逐)(?P<unit>年度|年|季度|季|月度|月|周|半年|学期|日|天)(?![份级末初计度]|连续处罚|加[收处]|连续计罚)"
)
_NAMED_AFTER = re.compile(
    r"(?:(?<=[、，；：。“])|(?<=实行|建立|落实|执行|坚持|推行|开展|健全|完善|严格|采取|按照|通过)|^)(?P<unit>日|周|旬|月|季度?|半年)"
    r"(?:调度|通报|评估|报告|抽查|普查|巡查|排查|检查|例会|督查|督导|考核|会商|研判|小结|总结|复盘|评价|点评|分析|碰头|公示|监测|报)"
    r"(?=[、，。；”和及]|制度|机制|要求|$)"
)
_VAGUE = re.compile(
    r"不定期|(?<!不)定期(?!会议|存|限|权|检[验测](?:标志|合格|证|报告|结论|周期|日期|有效期|费))|经常(?:性(?!项|支)|(?=[开组进对检督深维保向到召研听听地]|，|$"
    r"|[\u4e00-\u9fff]))"
)
_YEARLY = re.compile(
    r"(?<!每)(?P<unit>本年度|上一?年度|上一年|年度(?!考核(?:不得|不能|等次|结果|中|为|不合格|优秀|称职))|季度|月度|半年|学期|年终|年报|季报|月报)"
)
_IN_MONTHS = re.compile(r"(?<![年月\d至到—-])(?P<list>\d{1,2}月份?(?:[、和及]\d{1,2}月份?)+)(?:各|分别|均)")
_MAKES = re.compile(
    r"制[定订]|起草|编制|拟[定订]|组织|开展|进行|实施|撰写|编写|形成|提交|报送|报告|公开|公布|发布"
    r"|签订|签署|披露|出具|总结|上报|述职|报|召开|接受|做好|填报|汇总|检查|考核|建立"
)
_PRODUCT = re.compile(
    r"计划|方案|考核|报告|总结|考评|评估|评价|检查|审计|述职|演练|督查|巡查|排查|调度|预算|决算|清单"
    r"|目录|报表|会议|例会|培训|统计|通报|工作|情况|数据|体检|检测|检验|监测|要点|安排|审核|年报|分析"
    r"|评审|目标|责任书|目标书"
)
_AS_MATTER = re.compile(
    r"(?:作为|列入|纳入|依据|依照|根据|按照|结合|参照|通过|属于|计入|安排在|批准的|制定的|符合|执行|完成"
    r"|落实|超过|超出)[^，。；]{0,16}$"
)
_REACH = 200  # characters looked at on either side of a product: further words decide nothing
_COUNTED = re.compile(
    r"[0-9０-９一二三四五六七八九十百两俩半](?:次|检|训|练|考|查|演|报|会)"
)  # in every _TWICE
_each_in, _whole_in, _by_period_in = sift_all(_EACH), sift_all(_WHOLE), sift_all(_BY_PERIOD)
_named_after_in = sift_all(_NAMED_AFTER)
_vague_in, _yearly_in = sift_all(_VAGUE), sift_all(_YEARLY)
_telling = may_hold(_EACH, _WHOLE, _BY_PERIOD, _NAMED_AFTER, _VAGUE, _YEARLY, _IN_MONTHS)
_in_months_in = sift_all(_IN_MONTHS)
_PREFILTER = re.compile(r"[每期常季逐按次报]|年度|全年|学期|半年|月度|一年|经常|年终|上一年|月一|周一")


def cadences(text: str) -> tuple[Cadence, ...]:
    """Return each distinct cadence the text requires, in order of first mention."""
    return tuple(dict.fromkeys(found.cadence for found in find_rhythms(text)))


def find_rhythms(text: str) -> list[Rhythm]:
    """Return the cadences of a text with their offsets, in order. Conditions are the caller's to leave out."""
    if not is_chinese(text):
        return [Rhythm(*found) for found in english_cadences(text)]
    if not _telling(text) and not (_COUNTED.search(text) and _PREFILTER.search(text)):
        return []
    masked = mask(text)
    free = Free(len(text))
    found = [one for read in (_each, _twice, _plain) for one in read(masked) if free.take(one.start, one.end)]
    return sorted(found)


def _each(text: str) -> list[Rhythm]:
    found = []
    for match in _each_in(text):
        rhythm = _one_each(text, match)
        if rhythm:
            found.append(rhythm)
    return found


def _one_each(text: str, match: re.Match[str]) -> Rhythm | None:
    start, end, name = match.start(), match.end(), match["unit"]
    if text.startswith(("人", "户", "件", "平方"), end) or text.startswith("每班不", start):
        return None
    if match["n"] == "半" and name == "年":
        name = "半年"
    count = _count(match["n"])
    if name in _PER:
        times = _TIMES.match(text, end)
        if name.startswith("班") and not times:
            return None
        name = "班" if name.startswith("班") else name
        return Rhythm(start, times.end() if times else end, _times(times, per=name))
    period = _period(count, name)
    if match["m"] or match["n"] == "两三":
        low, high = (2, 3) if match["n"] == "两三" else (count, _count(match["m"]))
        return Rhythm(start, end, Cadence(period_min=_period(low, name), period_max=_period(high, name)))
    if name in ("年", "年度") and count == 1:
        dated = _dated(text, start, end)
        if dated:
            return dated
    times = _TIMES.match(text, end)
    if times and "日前" in times.group():
        times = None
    return Rhythm(start, times.end() if times else end, _times(times, period=period))


def _dated(text: str, start: int, end: int) -> Rhythm | None:
    for pattern in (_MONTHS, _QUARTERS):
        listed = pattern.match(text, end)
        if listed:
            names = re.split(r"[和及、与或]", listed["list"])
            numbers = [
                number(
                    name.strip("第份")
                    .removesuffix("季度")
                    .removesuffix("月")
                    .removesuffix("份")
                    .removesuffix("月")
                )
                for name in names
            ]
            values = tuple(value for value in numbers if value)
            cadence = Cadence(months=values) if pattern is _MONTHS else Cadence(quarters=values)
            return Rhythm(start, listed.end(), cadence)
    return None


def _twice(text: str) -> list[Rhythm]:
    found = [
        Rhythm(*match.span(), Cadence(min=_count(match["n"]), period="P1Y")) for match in _whole_in(text)
    ]
    for match in _TWICE.finditer(text) if _COUNTED.search(text) else ():
        name = match["unit"].removeprefix("个")
        count, times = _count(match["n"]), _count(match["times"])
        if match["n"] is None or text.startswith("以上", match.end()):
            continue
        if match["n"] == "半" and name == "年":
            name, count = "半年", 1
        if name in _PER:
            found.append(Rhythm(*match.span(), Cadence(min=times, per=name)))
        else:
            found.append(Rhythm(*match.span(), Cadence(min=times, period=_period(count, name))))
    found += [
        Rhythm(*match.span(), Cadence(min=1, period=_PERIODS[match["unit"]]))
        for match in _named_after_in(text)
    ]
    for match in _by_period_in(text):
        name = match["unit"]
        cadence = Cadence(min=1, per=name) if name in _PER else Cadence(min=1, period=_PERIODS[name])
        found.append(Rhythm(*match.span(), cadence))
    return found


def _plain(text: str) -> list[Rhythm]:
    found = []
    for match in _vague_in(text):
        word = match.group()
        found.append(Rhythm(*match.span(), Cadence(vague="经常" if word.startswith("经常") else word)))
    for match in _in_months_in(text):
        months = tuple(value for name in re.findall(r"\d+", match["list"]) if 1 <= (value := int(name)) <= 12)
        found.append(Rhythm(*match.span(), Cadence(months=months)))
    for match in _yearly_in(text):
        rhythm = _product(text, match)
        if rhythm:
            found.append(rhythm)
    return found


def _product(text: str, match: re.Match[str]) -> Rhythm | None:
    """A yearly or monthly product that has to be made counts; one that is only mentioned does not."""
    start, end = match.span()
    name = match["unit"]
    first, last = max(0, start - _REACH), end + _REACH
    low = max(max(text.rfind(mark, first, start) for mark in "，。；：、") + 1, first)
    highs = [at for at in (text.find(mark, end, last) for mark in "，。；") if at >= 0]
    high = min(highs, default=last)
    before, after = text[low:start], text[end:high]
    matter = _AS_MATTER.search(before)
    if (matter and not _MAKES.search(before, matter.start() + 2)) or text.startswith(
        (
            "计划内",
            "计划中",
            "计划的",
            "计划应当明确",
            "计划应当包括",
            "计划应当载明",
            "计划包括",
            "考核中",
            "考核体系",
            "考核指标",
            "考核内容",
            "考核评价体系",
        ),
        end,
    ):
        return None
    head = text[max(max(text.rfind(mark, first, start) for mark in "。；") + 1, first) : start]
    if not _MAKES.search(before) and not _MAKES.search(after) and not _MAKES.search(head[-20:]):
        return None
    if not _PRODUCT.search(after[:24]) and not name.endswith("报") and not _PRODUCT.search(after):
        return None
    periods = {"季": "P3M", "月": "P1M", "半": "P6M"}
    if name == "学期":
        return (
            Rhythm(start, end, Cadence(min=1, per="学期"))
            if "计划" in after[:6] or "总结" in after[:6]
            else None
        )
    return Rhythm(start, end, Cadence(min=1, period=periods.get(name[0], "P1Y")))


def _times(found: re.Match[str] | None, *, period: str | None = None, per: str | None = None) -> Cadence:
    if found is None:
        return Cadence(min=1, period=period, per=per)
    count = _count(found["n"]) or 1
    if found["most"] or found["most2"] or found["up"]:
        return Cadence(max=count, period=period, per=per)
    return Cadence(min=count, period=period, per=per)


def _count(text: str | None) -> int:
    return 1 if not text or text == "半" else number(text) or 1


def _period(count: int, name: str) -> str:
    base = _PERIODS[name]
    amount = int(base.strip("PTYMWDH"))
    return f"{base[: 2 if base[1] == 'T' else 1]}{amount * count}{base[-1]}"
