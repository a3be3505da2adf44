"""From a text to its headings and clauses: every kind of numbering, and what lost line breaks do to it."""

from __future__ import annotations

import re
import unicodedata

import pytest

from remit.core.clause import Outline
from remit.reading.structure import outline
from tests.reading.chinese_cases import CASES as CHINESE_CASES
from tests.reading.english_cases import CASES as ENGLISH_CASES

CASES = CHINESE_CASES | ENGLISH_CASES


def read_case(case: str) -> tuple[str, list[tuple[int, tuple[str, ...]]], list[int]]:
    """Return a case's text, the start and reference of each clause, and the starts of its headings."""
    lines, clauses, headings, start = [], [], [], 0
    for row in case.strip("\n").split("\n"):
        due, _, line = row.partition("|")
        due, line = due.strip(), line[1:]
        if due == "H":
            headings.append(start)
        elif due != "…":
            clauses.append((start, tuple(unicodedata.normalize("NFKC", piece) for piece in due.split("/"))))
        lines.append(line)
        start += len(line) + 1
    return "\n".join(lines), clauses, headings


def refs(text: str) -> list[str]:
    return ["/".join(clause.ref) for clause in outline(text)[0].clauses]


def words(text: str, found: Outline) -> list[str]:
    return [text[clause.start : clause.end] for clause in found.clauses]


def heading_words(text: str) -> list[str]:
    return [text[heading.start : heading.end] for heading in outline(text)[0].headings]


@pytest.mark.parametrize("name", CASES)
def test_it_finds_the_clauses_of(name: str) -> None:
    text, clauses, headings = read_case(CASES[name])
    found, _ = outline(text)
    assert [(clause.start, clause.ref) for clause in found.clauses] == clauses
    assert [heading.start for heading in found.headings] == headings


def numbered_lines(text: str) -> list[str]:
    return [f"　　{line.strip()}" for line in text.split("\n")]


CHANGES = {
    "an indent before each line": lambda text: "\n".join(numbered_lines(text)),
    "no indents": lambda text: "\n".join(line.strip() for line in text.split("\n")),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "white space after each line": lambda text: text.replace("\n", " 　\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "markup around articles and items": lambda text: re.sub(
        r"^(第\S+?条(?:之一)?(?=\s)|（[一二三四五六七八九十]+）)", r"**\1**", text, flags=re.MULTILINE
    ),
    "markup before chapters": lambda text: re.sub(r"^(第\S+?[编章节]\s)", r"## \1", text, flags=re.MULTILINE),
    "list signs before items": lambda text: re.sub(r"^([（(])", r"- \1", text, flags=re.MULTILINE),
    "half-width brackets and marks": lambda text: text.translate(str.maketrans("（）：；，．", "():;,.")),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", CASES)
def test_the_references_do_not_change_with(name: str, change: str) -> None:
    text, clauses, _ = read_case(CASES[name])
    found, _ = outline(CHANGES[change](text))
    as_half = "half-width" in change
    due = ["/".join(ref) for _, ref in clauses]
    assert ["/".join(clause.ref) for clause in found.clauses] == (
        [ref.replace("．", ".") for ref in due] if as_half else due
    )


SET_BY_BLANK_LINES = ("table", "annex")  # a blank line ends a table without rules, for one


@pytest.mark.parametrize(
    "name", [name for name in CASES if not any(word in name for word in SET_BY_BLANK_LINES)]
)
def test_the_references_do_not_change_with_blank_lines(name: str) -> None:
    text, clauses, _ = read_case(CASES[name])
    assert refs(text.replace("\n", "\n\n")) == ["/".join(ref) for _, ref in clauses]


LAW = """第一条 为了规范渡口管理，制定本办法。
第二条 乡镇人民政府应当做好下列工作：
（一）建立制度；
（二）每月巡查；
（三）报告险情。
第三条 渡口经营者应当购买保险。
保险金额不得低于国家规定。
第四条 本办法自公布之日起施行。"""
LAW_REFS = [
    "第一条",
    "第二条",
    "第二条/(一)",
    "第二条/(二)",
    "第二条/(三)",
    "第三条/第一款",
    "第三条/第二款",
    "第四条",
]


@pytest.mark.parametrize(
    "glued",
    [
        "（一）",
        "（二）",
        "（三）",
        "（[一二]）",
        "（[一二三]）",
        "第二条",
        "第四条",
        "第[二四]条",
        "（[二三]）|第三条",
    ],
)
def test_it_cuts_before_a_number_whose_line_break_was_lost(glued: str) -> None:
    text = re.sub(rf"\n(?={glued})", "", LAW)
    assert text != LAW
    found, problems = outline(text)
    assert ["/".join(clause.ref) for clause in found.clauses] == LAW_REFS
    assert "glued-item" in {problem.code for problem in problems}


def test_it_cuts_a_chapter_from_the_article_on_its_line() -> None:
    text = "第一章 总则 第一条 为了规范管理，制定本办法。\n第二条 本办法适用于渡口。"
    assert refs(text) == ["第一章/第一条", "第一章/第二条"]
    assert heading_words(text) == ["第一章 总则"]


def test_it_takes_a_title_and_the_first_item_on_one_line_as_one_clause() -> None:
    text = "一、总体要求（一）指导思想。坚持预防为主。\n（二）基本原则。坚持属地负责。"
    assert refs(text) == ["一、/(一)", "一、/(二)"]


@pytest.mark.parametrize(
    "line",
    [
        "各单位要做到：（1）每日检查；（2）每周报告；（3）每月总结。",
        "各单位要一是每日检查；二是每周报告；三是每月总结。",
        "处罚依照前款第（一）、（二）、（三）项执行。",
        "检查于10:30.1开始，水深3.5米，见第三条。第五条规定的除外。",
    ],
)
def test_it_does_not_cut_within_a_running_sentence(line: str) -> None:
    assert refs(f"第一条 {line}\n第二条 本办法自公布之日起施行。") == ["第一条", "第二条"]


def test_an_item_glued_to_the_item_before_is_found_by_the_gap_it_leaves() -> None:
    text = "第一条 下列人员应当持证：\n1.船长；2.轮机长；\n3.船员。"
    assert refs(text) == ["第一条", "第一条/1.", "第一条/2.", "第一条/3."]


def test_it_joins_the_lines_of_a_page() -> None:
    text = """　　第一条 码头经营单位应当建立健全安全生产责任
制度，明确各岗位的责任人员、责任范围和考核标准，并
向全体从业人员公布。
　　码头经营单位应当每月至少组织一次安全检查，检
查情况应当记入台账。
　　第二条 港口管理部门应当依照本办法第三条、
第四条的规定履行下列职责：
　　（一）对码头经营单位的安全生产工作实施监督检
查，发现隐患的责令整改；
　　（二）组织应急演练。
　　第三条 违反本办法规定，有本办法第二条第一款第
（一）项所列情形的，由港口管理部门责令改正，处一万
元以下罚款。"""
    assert refs(text) == ["第一条/第一款", "第一条/第二款", "第二条", "第二条/(一)", "第二条/(二)", "第三条"]


def test_it_joins_the_lines_of_an_english_page() -> None:
    text = """§ 45.30 Records of inspections made on board.
(a) The employer shall keep a written record of each inspection that is
made under this section, and shall show the record to an inspector who
asks for it at any reasonable time during working hours. The record may
be kept in electronic form.
(b) The employer shall keep each record for a period of three years after
the day on which the inspection was made, or for so long as the equipment
inspected remains in service, whichever is the longer."""
    assert refs(text) == ["§ 45.30/(a)", "§ 45.30/(b)"]


def test_a_section_of_a_code_is_known_by_the_code_before_its_number() -> None:
    text = """PTC 12.301.010 Duty to inspect. The port authority shall inspect each berth.
PTC 12.301.020
Records. (1) The port authority shall keep a record.
(2) The record in PTC 12.301.010 shall be open to inspection."""
    assert refs(text) == [
        "PTC 12.301.010",
        "PTC 12.301.020/(1)",
        "PTC 12.301.020/(2)",
    ]


def test_the_duties_of_each_post_of_a_list_count_from_one_below_its_name() -> None:
    text = """七、责任制清单
1. 公司级 总经理
1. 组织制定规章制度；
2. 每季度召开一次会议。
2. 公司级 副总经理
1. 协助总经理工作；
2. 每月报告工作；
3. 门卫
1. 登记来访车辆；
2. 巡查围墙；
3. 锁好大门；
4. 其他职责。
4. 司机
1. 检查车辆。"""
    assert refs(text) == [
        *("七、/1./1.", "七、/1./2."),
        *("七、/2./1.", "七、/2./2."),
        *("七、/3./1.", "七、/3./2.", "七、/3./3.", "七、/3./4."),
        "七、/4./1.",
    ]


def test_a_list_of_things_that_begins_anew_is_not_below_the_last_of_them() -> None:
    text = "一、物资\n1. 灭火器\n2. 防火门\n1. 沙箱\n2. 水桶"
    assert refs(text) == ["一、/1.", "一、/2.", "一、/1.", "一、/2."]


def test_a_letter_and_the_figure_behind_it_are_two_numbers() -> None:
    text = "Section 8.\na. The board shall meet.\nb. 1. The chair shall call it.\n2. The clerk shall keep minutes."
    assert refs(text) == ["Section 8/a.", "Section 8/b./1.", "Section 8/b./2."]


def test_a_title_of_two_parts_stands_above_an_article() -> None:
    text = """Part 1 Visits
Independent person: visits and reports
44.—(1) The owner must allow a visit.
(2) The visitor must report."""
    assert refs(text) == ["Part 1/44./(1)", "Part 1/44./(2)"]


def test_lines_of_a_list_without_full_stops_are_not_joined() -> None:
    lines = [
        f"GV.OC-0{n}: The mission of the office number {n} is understood and made known" for n in range(1, 7)
    ]
    assert refs("\n".join(lines)) == [f"GV.OC-0{n}" for n in range(1, 7)]


def test_a_lead_in_is_the_lead_of_its_items_and_of_no_later_paragraph() -> None:
    text = "第一条 渡口经营者应当：\n（一）每日检查；\n（二）每月报告：\n1.客流；\n2.险情。\n前款规定的报告应当留存。"
    leads = [clause.lead for clause in outline(text)[0].clauses]
    assert leads == [None, 0, 0, 2, 2, None]


def test_a_heading_is_no_lead_but_the_lead_in_above_it_is() -> None:
    text = "第一条 各部门履行下列职责：\n（一）综合管理\n1.制定计划；\n2.检查落实。"
    found, _ = outline(text)
    assert [clause.lead for clause in found.clauses] == [None, 0, 0]
    assert [heading.ref for heading in found.headings] == [("第一条", "(一)")]


def test_numbers_on_one_line_make_one_clause_whose_body_follows_the_last() -> None:
    text = "§ 45.2 Training.\n(b) Content. (1) The employer shall train each employee."
    clause = outline(text)[0].clauses[0]
    assert clause.ref == ("§ 45.2", "(b)", "(1)")
    assert text[clause.start : clause.end].startswith("(b) Content.")
    assert text[clause.body : clause.end] == "The employer shall train each employee."


def test_a_clause_begins_at_its_number_even_where_the_words_are_on_the_next_line() -> None:
    text = "第一条\n为了规范管理，制定本办法。"
    clause = outline(text)[0].clauses[0]
    assert text[clause.start : clause.body] == "第一条\n"


def test_title_date_and_salutation_are_headings_and_a_preamble_is_a_clause() -> None:
    text = "关于加强渡口管理的通知\n某政办〔2026〕3号\n各乡镇人民政府：\n为加强管理，现通知如下：\n一、各渡口要检查。"
    assert heading_words(text) == ["关于加强渡口管理的通知", "某政办〔2026〕3号", "各乡镇人民政府："]
    assert refs(text) == ["前言", "一、"]


def test_a_text_without_any_number_is_all_preamble() -> None:
    assert refs("渡口应当每日检查。\n险情应当立即报告。") == ["前言/第一款", "前言/第二款"]


def test_page_numbers_are_no_paragraphs() -> None:
    assert refs("第一条 渡口应当有围栏。\n— 1 —\n第二条 渡船应当有救生衣。\n第 2 页 共 2 页") == [
        "第一条",
        "第二条",
    ]


def test_a_table_drawn_with_bars_is_one_clause() -> None:
    text = (
        "第一条 分工如下：\n| 任务 | 单位 |\n| --- | --- |\n| 巡查 | 县局 |\n第二条 本办法自公布之日起施行。"
    )
    found, _ = outline(text)
    assert ["/".join(clause.ref) for clause in found.clauses] == ["第一条", "第一条/表", "第二条"]
    assert words(text, found)[1].count("\n") == 2


def test_chapters_of_a_new_book_count_from_one() -> None:
    assert outline("第一编 总则\n第一章 甲\n第一条 乙。\n第二编 分则\n第一章 丙\n第二条 丁。")[1] == ()


def test_empty_and_blank_texts_have_no_clauses() -> None:
    for text in ("", "\n", " \u3000\n\t\n", "\ufeff"):
        assert outline(text)[0].clauses == ()


def test_numbers_of_a_handbook_carry_the_letter_of_their_standing() -> None:
    text = (
        "24.1.1R A port firm must have a map.\n24.2.6R (1) The chief pilot keeps it.\n(2) The firm must send it.\n"
        "24.3.1G The board expects reasons.\nPORT 27.2.1 R\nA port firm must take care.\nSC1: You must act with care."
    )
    assert refs(text) == [
        "24.1.1R", "24.2.6R/(1)", "24.2.6R/(2)", "24.3.1G", "PORT 27.2.1 R", "SC1",
    ]  # fmt: skip


def test_a_list_goes_on_behind_a_wide_gap_where_the_next_numbers_follow() -> None:
    text = "1.甲巡查泊位。\n2.乙检查吊机。\n17.丙报送记录。\n18.丁通报结果。\n19.戊归档。"
    assert refs(text) == ["1.", "2.", "17.", "18.", "19."]
    assert [problem.code for problem in outline(text)[1]] == ["numbering-gap"]


def test_a_far_number_alone_is_no_item() -> None:
    assert refs("1.甲巡查泊位。\n2.乙检查吊机。\n17.5米以上的吊机由丙检查。") == [
        "1.",
        "2./第一款",
        "2./第二款",
    ]


def test_a_bare_number_and_a_title_head_a_section() -> None:
    text = (
        "97 Emergency procedures\n(1) The owner must keep:\n(a) a map;\n(ab) a list; and\n(b) a key.\n"
        "98 Boats\nKeep a boat."
    )
    assert refs(text) == ["97/(1)", "97/(1)/(a)", "97/(1)/(ab)", "97/(1)/(b)", "98"]
