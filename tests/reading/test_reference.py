"""References to other provisions of the same instrument, and where they lead."""

from __future__ import annotations

import pytest

from remit.core.clause import Clause
from remit.reading.reference import references
from remit.reading.reference_lint import dangling_references
from remit.reading.structure import outline
from remit.reading.target import Targets


def found(words: str, *ref: str) -> list[str]:
    return [*references(words, Clause(ref or ("第一条",), 0, len(words), 0))]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (
            "违反本办法第八条、第九条第一款第（二）项和第十条规定的",
            ["第八条", "第九条第一款第(二)项", "第十条"],
        ),
        (
            "应当履行前款第（一）、（四）、（五）项规定的职责",
            ["前款第(一)项", "前款第(四)项", "前款第(五)项"],
        ),
        ("违反第五条第八项、第九项规定", ["第五条第八项", "第五条第九项"]),
        ("违反第九条第一款第一项至第三项规定", ["第九条第一款第一项至第三项"]),
        ("第三条至第五条的规定", ["第三条至第五条"]),
        ("符合第五条第（一）至（三）项的", ["第五条第(一)至(三)项"]),
        ("有前款第一项、第三项和第二款行为", ["前款第一项", "前款第三项", "第二款"]),
        ("第一、三、五项规定的期限", ["第一项", "第三项", "第五项"]),
        ("依照本条例第二十条之一第二款", ["第二十条之一第二款"]),
        ("违反本条第一款规定；依照前条第一款", ["本条第一款", "前条第一款"]),
        ("前两款规定的检查", ["前两款"]),
        ("本章、第二章和第三章的规定", ["第二章", "第三章"]),
        ("违反本实施细则第十二条", ["第十二条"]),
        ("第三条或者第四条，以及第五条", ["第三条", "第四条", "第五条"]),
        ("前款第一项由甲处理；第二项由乙处理。", ["前款第一项", "第二项"]),
        ("形成清单（附件2-8，附件10）", ["附件2-8", "附件10"]),
        ("自查清单（附件1—10）；见附件1、2、3", ["附件1—10", "附件1", "附件2", "附件3"]),
        ("按照附录A和附表2填写，详见表1", ["附录A", "附表2", "表1"]),
        ("第八条的检查，依照第八条记录", ["第八条"]),
    ],
)
def test_it_finds_in_chinese(words: str, due: list[str]) -> None:
    assert found(words) == due


@pytest.mark.parametrize(
    "words",
    [
        "依照《中华人民共和国渡口法》第三条、第五条第一款处罚",
        "依照《渡口管理条例》（国务院令第1号）第五条",
        "依照渡口法第一百条的规定",
        "依照该办法第五条的规定",
        "依照某基本法第三条的规定",
        "本条所称渡口，本款规定的期限",
        "本办法、下列规定、本条例另有规定的",
        "本项目负责人、以上款项、上款项目",
        "达到第三级标准的第一项目部",
        "选举代表1名，附近水域",
    ],
)
def test_it_finds_none_in_chinese(words: str) -> None:
    assert found(words) == []


def test_it_goes_on_after_another_instrument() -> None:
    assert found("依照《渡口法》第三条、第四条和本办法第六条、第七条") == ["第六条", "第七条"]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (
            "only the requirements of paragraphs (e) and (f) of this section",
            ["paragraph (e)", "paragraph (f)"],
        ),
        ("under paragraphs (f)(2)(i)-(v) of this section", ["paragraph (f)(2)(i)-(v)"]),
        ("paragraphs (d)(1) and (2) or (e)", ["paragraph (d)(1)", "paragraph (d)(2)", "paragraph (e)"]),
        ("paragraph (a)(6)(i) or (a)(6)(ii)", ["paragraph (a)(6)(i)", "paragraph (a)(6)(ii)"]),
        ("section 12(3) of this Act and sections 4 and 5", ["section 12(3)", "section 4", "section 5"]),
        ("subsection (1) or (3)(a)", ["subsection (1)", "subsection (3)(a)"]),
        ("regulation 4(1)(a)", ["regulation 4(1)(a)"]),
        ("paragraphs 3 to 5", ["paragraph 3 to 5"]),
        (
            "Article 35(1), point (d), and the second subparagraph of paragraph 3",
            ["Article 35(1), point (d)", "second subparagraph of paragraph 3"],
        ),
        (
            "in a case to which sub-paragraph (c) of paragraph 8 of Schedule 1 applies",
            ["sub-paragraph (c) of paragraph 8 of Schedule 1"],
        ),
        (
            "point (f) of Article 6(1) and Articles 8 and 9",
            ["point (f) of Article 6(1)", "Article 8", "Article 9"],
        ),
        ("Schedule 2 to this Act; Part 3; Annex IV", ["Schedule 2", "Part 3", "Annex IV"]),
        ("the intervals of Table H-1, see CP-2(3)", ["Table H-1", "CP-2(3)"]),
    ],
)
def test_it_finds_in_english(words: str, due: list[str]) -> None:
    assert found(words, "1.") == due


@pytest.mark.parametrize(
    "words",
    [
        "section 4 of the Harbours Act 1964",
        "Article 6 of Regulation (EU) 2031/17",
        "paragraph 2 of that Directive",
        "In this section, Section I think is wrong",
        "a specific standard in part 1910",
    ],
)
def test_it_finds_none_in_english(words: str) -> None:
    assert found(words, "1.") == []


def test_a_section_of_the_same_part_counts_and_one_of_another_does_not() -> None:
    words = "as §§ 45.7 and 45.8(b), § 46.2, 29 CFR 45.9 and 49 CFR 173.34(e)(15) require, and section 5 of the statute"
    assert found(words, "§ 45.1", "(a)") == ["§ 45.7", "§ 45.8(b)", "29 CFR 45.9"]


def test_the_number_of_the_clause_itself_is_no_reference() -> None:
    text = "第一条 渡口适用第二条。\n第二条 略。"
    assert [references(text, clause) for clause in outline(text)[0].clauses] == [("第二条",), ()]


LAW = """第一条 本办法适用于渡口。
第二条 渡口经营者应当：
（一）每日检查；
（二）每月报告。
前款规定的报告应当留存。
违反本条第一款第二项规定的，依照第三条处罚。
第三条 违反前条规定的，处罚款。
有前款行为的，依照第二条第二项、第九条处罚。"""


@pytest.mark.parametrize(
    ("at", "reference", "due"),
    [
        (0, "第二条", (1, 2, 3, 4, 5)),
        (0, "第二条第一款", (1, 2, 3)),
        (0, "第二条第一款第(二)项", (3,)),
        (0, "第二条第二项", (3,)),
        (0, "第一条第一款", (0,)),
        (4, "前款", (1, 2, 3)),
        (5, "前两款", (1, 2, 3)),
        (5, "本条第一款第二项", (3,)),
        (5, "第二款", (4,)),
        (6, "前条", (1, 2, 3, 4, 5)),
        (6, "第一条至第二条", (0, 1, 2, 3, 4, 5)),
        (6, "第九条", ()),
        (6, "第二条第四款", ()),
        (1, "前款", ()),
        (0, "附件1", None),
        (0, "第八项", None),
    ],
)
def test_a_reference_leads_to(at: int, reference: str, due: tuple[int, ...] | None) -> None:
    assert Targets.of(outline(LAW)[0]).find(reference, at) == due


CODE = """§ 45.2 Training.
(a) The employer shall train:
(1) masters; and
(2) hands.
(b) Paragraph (a) of this section holds on board, see paragraph (c).
§ 45.3 Records.
(a) Records shall show what § 45.2(a)(2) requires."""


@pytest.mark.parametrize(
    ("at", "reference", "due"),
    [
        (3, "paragraph (a)", (0, 1, 2)),
        (3, "paragraph (c)", ()),
        (4, "§ 45.2(a)(2)", (2,)),
        (4, "§ 45.9", None),
        (4, "Table 1", None),
    ],
)
def test_an_english_reference_leads_to(at: int, reference: str, due: tuple[int, ...] | None) -> None:
    assert Targets.of(outline(CODE)[0]).find(reference, at) == due


UNION = """Article 3 Log
1. The operator shall keep a log of:
(a) trips; and
(b) cranes.
2. The operator shall show the log, see paragraph 1.
Article 4 Duty
The operator shall act on point (b) of Article 3(1)."""


@pytest.mark.parametrize(
    ("at", "reference", "due"),
    [
        (4, "point (b) of Article 3(1)", (2,)),
        (4, "point (c) of Article 3(1)", ()),
        (4, "point (a) of Article 9(1)", ()),
        (4, "Article 3(2)", (3,)),
        (3, "point (a) of paragraph 1", (1,)),
        (3, "point (a) of paragraph 8", None),
        (3, "paragraph 1", (0, 1, 2)),
        (3, "paragraph 8", None),
        (3, "point (a) of the first subparagraph", None),
        (4, "Article 3(1), point (b)", (2,)),
        (4, "first subparagraph", None),
        (4, "second subparagraph of Article 3(2)", (3,)),
    ],
)
def test_a_reference_in_parts_leads_to(at: int, reference: str, due: tuple[int, ...] | None) -> None:
    assert Targets.of(outline(UNION)[0]).find(reference, at) == due


def test_an_annex_has_articles_of_its_own() -> None:
    text = "第一条 见附件1。\n附件1\n第一条 甲。\n第二条 依照第一条。"
    assert Targets.of(outline(text)[0]).find("第一条", 2) == (1,)


def test_a_reference_that_leads_nowhere_is_reported_with_its_place() -> None:
    problems = dangling_references(LAW, outline(LAW)[0])
    assert [(problem.code, problem.place.line, problem.place.ref) for problem in problems] == [
        ("dangling-reference", 8, "第三条 第二款")
    ]
    assert "第九条" in problems[0].text()
    assert [problem.place.line for problem in dangling_references(CODE, outline(CODE)[0])] == [5]
