"""Which lower duties are about the same as an upper one."""

from __future__ import annotations

from dataclasses import replace

from remit.core.duty import Duty, Kind
from remit.core.duty_counterpart import lower_duties
from remit.core.regime import Regime, RegimeClause
from tests.core.conforming import regime, says, times

FILLER = {
    f"f{at}": says(words, holder)
    for at, (words, holder) in enumerate(
        [
            ("清洗屋顶排水沟", "物业公司"),
            ("登记来访车辆牌照", "保安队"),
            ("更换走廊声控灯具", "电工班"),
            ("晾晒图书馆古籍", "图书馆"),
            ("保养游泳池循环水泵", "体育馆"),
            ("投放蓝藻抑制药剂", "园林处"),
        ]
    )
}


def counterparts(upper: Duty, lower: dict[str, Duty], *, above: Regime | None = None) -> list[str]:
    top = above or regime({"u": upper}, id="above")
    below = lower_duties(regime(FILLER | lower, id="below"), top)
    return [duty.ref for _, duty in below.counterparts(top.clauses[0], upper)]


def test_one_that_says_more_is_about_the_same_and_one_that_says_little_is_not() -> None:
    upper = says("检查食堂冷藏柜温度记录", "学校")
    longer = says("每日检查食堂冷藏柜温度记录、操作间地面和消毒设备，发现异常立即报修", "学校")
    assert counterparts(upper, {"a": longer, "b": says("检查宿舍", "学校")}) == ["a"]


def test_nearly_as_good_ones_are_meant_together() -> None:
    upper = says("检查食堂冷藏柜温度记录", "学校")
    words = "检查食堂冷藏柜温度记录和{}"
    both = {"a": says(words.format("地面"), "学校"), "b": says(words.format("墙面"), "学校")}
    assert counterparts(upper, both) == ["a", "b"]


def test_a_rare_holder_makes_up_for_words_that_differ() -> None:
    upper = says("讲授高处作业防坠落知识要点", "劳务派遣单位")
    words = "讲解高处作业防坠落要领"
    assert counterparts(upper, {"a": says(words, "劳务派遣单位")}) == ["a"]
    assert counterparts(upper, {"a": says(words, "教育局")}) == []
    crowd = {f"c{at}": says(f"{one.quote}台账", "劳务派遣单位") for at, one in enumerate(FILLER.values())}
    assert counterparts(upper, crowd | {"a": says(words, "劳务派遣单位")}) == []


def test_few_words_are_found_whole_under_the_same_holder_in_a_clause_about_the_same() -> None:
    upper = replace(says("考核不得收费", "培训机构"), kind=Kind.PROHIBITION)
    text = "培训机构考核特种作业人员高空作业技能，考核不得收费"
    clause = RegimeClause(ref=("第1条",), text=text, start=0, end=len(text), duties=(upper,))
    above = replace(regime({}, id="above"), clauses=(clause,))
    lower = replace(upper, holders=("中小学校培训机构",), ref="a")

    def found(held: Duty, words: str) -> list[str]:
        same = replace(clause, text=words, end=len(words), duties=(held,))
        below = lower_duties(replace(regime(FILLER, id="below"), clauses=(same,)), above)
        return [duty.ref for _, duty in below.counterparts(clause, upper)]

    near = "中小学校培训机构考核特种作业人员攀爬技能，考核不得收费"
    assert found(lower, near) == ["a"]
    assert found(replace(lower, holders=("体检医院",)), near) == []
    assert found(lower, "体检考核不得收费，并应当公示理由、依据、办公地点") == []


def test_a_clause_or_a_whole_article_that_covers_a_duty_has_its_counterpart() -> None:
    words = "清点救生衣数量、校验充气瓶压力、更换破损反光带"
    upper = says(words, "船舶")

    def duty(ref: str, quote: str) -> Duty:
        return says(quote, "船舶", ref=ref)

    def found(*rows: tuple[tuple[str, ...], str, Duty | None]) -> list[str]:
        clauses = tuple(
            RegimeClause(ref=ref, text=text, start=0, end=len(text), duties=(held,) if held else ())
            for ref, text, held in rows
        )
        heading = RegimeClause(ref=("第一章",), text="第一章 救生", start=0, end=5, heading=True)
        below = regime(FILLER, id="below")
        lower = replace(below, clauses=(*below.clauses, heading, *clauses))
        top = regime({"u": upper}, id="above")
        return [one.ref for _, one in lower_duties(lower, top).counterparts(top.clauses[0], upper)]

    assert found((("第一章", "第九条"), f"船舶{words}", duty("a", "清点救生衣数量"))) == ["a"]
    items = [
        (("第一章", "第九条"), "船舶应当做到：", None),
        (("第一章", "第九条", "(一)"), "清点救生衣数量", duty("a", "清点救生衣数量")),
        (("第一章", "第九条", "(二)"), "校验充气瓶压力", duty("b", "校验充气瓶压力")),
        (("第一章", "第九条", "(三)"), "更换破损反光带", duty("c", "更换破损反光带")),
    ]
    assert set(found(*items)) <= {"a", "b", "c"}
    assert found(*items)
    assert found(*items[:2]) == []


def test_the_very_same_duty_is_the_only_counterpart() -> None:
    upper = says("检查食堂冷藏柜温度记录", "学校", cadence=times(2))
    other = replace(upper, cadence=times(4))
    assert counterparts(upper, {"b": other, "a": upper}) == ["a"]
    assert counterparts(upper, {"b": other, "c": replace(other, cadence=times(3))}) == ["b", "c"]


def test_a_duty_of_other_kind_or_without_words_has_no_counterpart() -> None:
    upper = says("检查食堂冷藏柜温度记录", "学校")
    assert counterparts(upper, {"a": replace(upper, kind=Kind.PROHIBITION)}) == []
    assert counterparts(replace(upper, kind=Kind.PROHIBITION), {"a": upper}) == []
    assert counterparts(says("应当", "学校"), {"a": says("应当", "中学校")}) == []


def test_who_binds_everybody_is_the_same_as_who_binds_everybody() -> None:
    upper = says("讲授高处作业防坠落知识要点")
    words = "讲解高处作业防坠落要领"
    assert counterparts(upper, {"a": says(words)}) == ["a"]
    assert counterparts(upper, {"a": says(words, "学校")}) == []
