"""Word files: automatic numbers as Word prints them, changes as accepted, rows of tables, hostile containers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from remit.core.problem import Level
from remit.files.number_format import format_number
from remit.files.text import Extracted, extract
from tests.files.documents import (
    REGULATION,
    W,
    auto_numbered,
    docx_bytes,
    level,
    numbering_xml,
    paragraph,
    write,
)


def read(data: bytes, folder: Path) -> Extracted:
    return extract(write(folder / "a.docx", data))


def lines(data: bytes, folder: Path) -> list[str]:
    found = read(data, folder)
    assert not any(p.level is Level.ERROR for p in found.problems)
    return found.text.splitlines()


@pytest.mark.parametrize(
    ("style", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("chineseCountingThousand", 10_010, "一万零一十"),
        ("chineseCountingThousand", 20_300, "二万零三百"),
        ("chineseCounting", 19, "十九"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "甲"),
        ("ideographZodiac", 12, "亥"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalFullWidth", 12, "１２"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 4, "IV"),
        ("chineseCounting", 105, "一〇五"),
        ("ideographDigital", 20, "二〇"),
        ("ideographLegalTraditional", 20_015, "貳萬零壹拾伍"),
        ("japaneseCounting", 1105, "千百五"),
        ("japaneseCounting", 21, "二十一"),
        ("japaneseLegal", 12, "壱拾弐"),
        ("taiwaneseCounting", 12, "十二"),
        ("taiwaneseCountingThousand", 205, "二百零五"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographEnclosedCircle", 10, "㊉"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("numberInDash", 3, "- 3 -"),
        ("zeros3", 7, "007"),
        ("ideographDigital", -5, "-5"),
        ("upperRoman", -5, "-5"),
        ("ordinal", 22, "22nd"),
        ("ordinal", 13, "13th"),
        ("bullet", 3, ""),
        ("unheardOf", 3, "3"),
    ],
)
def test_numbers_look_as_word_prints_them(style: str, number: int, shown: str) -> None:
    assert format_number(number, style) == shown


def test_articles_and_items_get_their_automatic_numbers(tmp_path: Path) -> None:
    assert read(auto_numbered(REGULATION), tmp_path).text == REGULATION


def test_deeper_levels_start_anew_below_each_upper_one(tmp_path: Path) -> None:
    numbering = numbering_xml([level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")], [(0, "")])
    body = [
        paragraph("A", 1, 0),
        paragraph("b", 1, 1),
        paragraph("c", 1, 1),
        paragraph("D", 1, 0),
        paragraph("e", 1, 1),
    ]
    assert lines(docx_bytes(body, numbering=numbering), tmp_path) == [
        "1. A",
        "(a) b",
        "(b) c",
        "2. D",
        "(a) e",
    ]


def test_a_level_that_never_restarts_counts_on(tmp_path: Path) -> None:
    chapters = level(0, "chineseCounting", "第%1章")
    articles = level(1, "chineseCountingThousand", "第%2条", extra='<w:lvlRestart w:val="0"/>')
    numbering = numbering_xml([chapters + articles], [(0, "")])
    body = [paragraph("总则", 1, 0), paragraph("甲", 1, 1), paragraph("职责", 1, 0), paragraph("乙", 1, 1)]
    shown = ["第一章 总则", "第一条 甲", "第二章 职责", "第二条 乙"]
    assert lines(docx_bytes(body, numbering=numbering), tmp_path) == shown


def test_a_start_override_restarts_the_shared_list(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = numbering_xml([level(0, "chineseCounting", "（%1）")], [(0, ""), (0, ""), (0, override)])
    body = [paragraph("a", 1), paragraph("b", 2), paragraph("c", 3), paragraph("d", 3), paragraph("e", 1)]
    shown = ["（一）a", "（二）b", "（一）c", "（二）d", "（三）e"]
    assert lines(docx_bytes(body, numbering=numbering), tmp_path) == shown


def test_an_override_may_replace_the_level(tmp_path: Path) -> None:
    override = (
        f'<w:lvlOverride w:ilvl="0">{level(0, "ideographTraditional", "%1、", start=2)}</w:lvlOverride>'
    )
    numbering = numbering_xml([level(0, "decimal", "%1.")], [(0, override)])
    assert lines(docx_bytes([paragraph("a", 1), paragraph("b", 1)], numbering=numbering), tmp_path) == [
        "乙、a",
        "丙、b",
    ]


def test_a_list_may_start_anywhere_and_name_upper_numbers(tmp_path: Path) -> None:
    legal = level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
    numbering = numbering_xml([level(0, "chineseCounting", "%1、", start=3) + legal], [(0, "")])
    body = [paragraph("职责", 1, 0), paragraph("检查", 1, 1), paragraph("报告", 1, 1)]
    assert lines(docx_bytes(body, numbering=numbering), tmp_path) == ["三、职责", "3.1 检查", "3.2 报告"]


def test_a_style_hands_its_list_down(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="Article"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Article"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Article"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = level(0, "decimal", "第%1条") + level(1, "decimal", "（%2）", extra='<w:pStyle w:val="Item"/>')
    body = [
        paragraph("a", style="Article"),
        paragraph("b", style="Own"),
        paragraph("c", style="Item"),
        paragraph("none", 0, style="Own"),
        paragraph("d", style="Own"),
    ]
    data = docx_bytes(body, numbering=numbering_xml([linked], [(0, "")]), styles=styles)
    assert lines(data, tmp_path) == ["第1条 a", "第2条 b", "（1）c", "none", "第3条 d"]


def test_a_list_may_be_named_by_a_list_style(tmp_path: Path) -> None:
    numbering = numbering_xml(
        ['<w:numStyleLink w:val="L"/>', '<w:styleLink w:val="L"/>' + level(0, "decimalEnclosedCircle", "%1")],
        [(0, ""), (1, "")],
    )
    assert lines(docx_bytes([paragraph("a", 1), paragraph("b", 2)], numbering=numbering), tmp_path) == [
        "① a",
        "② b",
    ]


def test_bullets_and_unknown_lists_print_no_number(tmp_path: Path) -> None:
    numbering = numbering_xml([level(0, "bullet", "\u2022")], [(0, "")])
    assert lines(docx_bytes([paragraph("a", 1), paragraph("b", 7)], numbering=numbering), tmp_path) == [
        "a",
        "b",
    ]


def test_tracked_changes_are_read_as_accepted_and_reported(tmp_path: Path) -> None:
    runs = (
        "<w:r><w:t>每年</w:t></w:r><w:del><w:r><w:delText>一</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>两</w:t></w:r></w:ins><w:r><w:t>次</w:t></w:r>"
    )
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>检查，</w:t></w:r></w:p>"
    found = read(docx_bytes([paragraph("", runs=runs), gone, paragraph("并报告。")]), tmp_path)
    assert found.text == "每年两次\n检查，并报告。\n"
    (problem,) = found.problems
    assert (problem.code, problem.level) == ("tracked-changes", Level.WARNING)
    assert dict(problem.values) == {"inserted": "1", "deleted": "2"}


def test_a_table_reads_row_by_row(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in cells) + "</w:tr>"

    data = docx_bytes([paragraph("附件"), f"<w:tbl>{row('事项', '单位')}{row('演练', '港务局')}</w:tbl>"])
    assert lines(data, tmp_path) == ["附件", "事项\t单位", "演练\t港务局"]


def test_hidden_words_fields_and_contents_are_left_out(tmp_path: Path) -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('第一条 …… 1')}</w:sdtContent></w:sdt>"
    )
    runs = (
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>明</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>文</w:t><w:br/><w:t>二</w:t></w:r>"
    )
    found = read(docx_bytes([contents, paragraph("", runs=runs)]), tmp_path)
    assert found.text == "明\t文\n二\n"
    assert [p.code for p in found.problems] == ["contents-left-out"]


def test_moved_words_stand_where_they_were_moved_to(tmp_path: Path) -> None:
    gone = "<w:moveFrom><w:r><w:t>每年检查。</w:t></w:r></w:moveFrom><w:r><w:t>甲。</w:t></w:r>"
    come = "<w:moveTo><w:r><w:t>每年检查。</w:t></w:r></w:moveTo>"
    found = read(docx_bytes([paragraph("", runs=gone), paragraph("", runs=come)]), tmp_path)
    assert found.text == "甲。\n每年检查。\n"
    assert [p.code for p in found.problems] == ["tracked-changes"]


def test_of_a_field_only_its_result_is_read(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = mark("begin") + "<w:r><w:instrText>REF a</w:instrText></w:r>" + mark("separate")
    inner += "<w:r><w:t>内</w:t></w:r>" + mark("end")
    runs = mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + mark("separate")
    runs += "<w:r><w:t>第三条</w:t></w:r>" + mark("end") + "<w:r><w:t>的规定。</w:t></w:r>"
    assert lines(docx_bytes([paragraph("", runs=runs)]), tmp_path) == ["第三条的规定。"]


def test_contents_are_known_by_their_page_references(tmp_path: Path) -> None:
    runs = "<w:r><w:t>第一章 总则</w:t></w:r><w:r><w:instrText> PAGEREF _Toc12 \\h </w:instrText></w:r>"
    found = read(docx_bytes([paragraph("", runs=runs), paragraph("第一章 总则")]), tmp_path)
    assert found.text == "第一章 总则\n"
    assert [p.code for p in found.problems] == ["contents-left-out"]


def test_words_hidden_by_their_style_are_left_out(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Dark"><w:name w:val="Dark"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Dark"/></w:style>'
    )
    runs = '<w:r><w:rPr><w:rStyle w:val="Own"/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r>'
    shown = '<w:r><w:rPr><w:rStyle w:val="Own"/><w:vanish w:val="0"/></w:rPr><w:t>亮</w:t></w:r>'
    assert lines(docx_bytes([paragraph("", runs=runs + shown)], styles=styles), tmp_path) == ["明亮"]


def test_controls_give_their_words_and_no_placeholder(tmp_path: Path) -> None:
    def control(words: str, properties: str = "") -> str:
        run = f"<w:r><w:t>{words}</w:t></w:r>"
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"

    runs = control("每年") + control("单击此处输入", "<w:showingPlcHdr/>") + "<w:r><w:t>检查。</w:t></w:r>"
    assert lines(docx_bytes([paragraph("", runs=runs)]), tmp_path) == ["每年检查。"]


def test_notes_are_left_out_and_counted(tmp_path: Path) -> None:
    runs = '<w:r><w:t>检查</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r>'
    found = read(docx_bytes([paragraph("", runs=runs)]), tmp_path)
    assert found.text == "检查。\n"
    assert [(p.code, p.level, dict(p.values)) for p in found.problems] == [
        ("notes-left-out", Level.NOTE, {"count": "1"})
    ]


def test_text_boxes_are_read_once_after_their_paragraph(tmp_path: Path) -> None:
    inner = f"<w:pict><w:txbxContent>{paragraph('内框')}</w:txbxContent></w:pict>"
    within = paragraph("", runs=f"<w:r>{inner}</w:r>")
    outer = f"<w:pict><w:txbxContent>{paragraph('外框')}{within}</w:txbxContent></w:pict>"
    runs = f"<w:r><w:t>正文</w:t></w:r><w:r>{outer}</w:r>"
    assert lines(docx_bytes([paragraph("", runs=runs)]), tmp_path) == ["正文", "外框", "", "内框"]


def test_cells_keep_their_places_and_tables_in_cells_are_read(tmp_path: Path) -> None:
    def cell(*blocks: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"

    nested = f"<w:tbl><w:tr>{cell(paragraph('每月'))}{cell(paragraph('一次'))}</w:tr></w:tbl>"
    deleted = cell(paragraph("旧"), properties="<w:cellDel/>")
    rows = (
        f"<w:tr>{cell(paragraph('演练'))}{cell(nested, paragraph('局'))}{deleted}</w:tr>"
        f"<w:tr>{cell(paragraph(''), properties='<w:vMerge/>')}{cell(paragraph('港'), paragraph('队'))}</w:tr>"
    )
    assert lines(docx_bytes([f"<w:tbl>{rows}</w:tbl>"]), tmp_path) == ["演练\t每月\t一次 局", "\t港 队"]


def test_a_number_with_leading_zeros_is_written_out(tmp_path: Path) -> None:
    custom = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    fallback = '<w:numFmt w:val="decimal"/>'
    markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    choice = (
        f'<mc:AlternateContent xmlns:mc="{markup}"><mc:Choice Requires="w14">{custom}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
    numbering = numbering_xml(
        [f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{choice}<w:lvlText w:val="No.%1"/></w:lvl>'], [(0, "")]
    )
    body = [paragraph("a", 1), paragraph("b", 1)]
    assert lines(docx_bytes(body, numbering=numbering), tmp_path) == ["No.009 a", "No.010 b"]


@pytest.mark.parametrize(("suffix", "shown"), [("tab", "1 a"), ("space", "1 a"), ("nothing", "1a")])
def test_what_follows_a_number_is_kept(suffix: str, shown: str, tmp_path: Path) -> None:
    numbering = numbering_xml([level(0, "decimal", "%1", extra=f'<w:suff w:val="{suffix}"/>')], [(0, "")])
    assert lines(docx_bytes([paragraph("a", 1)], numbering=numbering), tmp_path) == [shown]


def refused(data: bytes, folder: Path) -> str:
    found = read(data, folder)
    assert found.text == ""
    (problem,) = found.problems
    assert problem.level is Level.ERROR
    assert problem.remedy
    return problem.code


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_it_refuses_a_damaged_container(tmp_path: Path) -> None:
    whole = auto_numbered(REGULATION)
    assert refused(whole[: len(whole) // 2], tmp_path) == "file-damaged"
    assert refused(whole[:60], tmp_path) == "file-damaged"
    assert refused(zipped(**{"word__document.xml": b"<w:document"}), tmp_path) == "file-damaged"


def test_it_refuses_a_bomb(tmp_path: Path) -> None:
    bomb = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode() + b" " * 120_000_000
    assert refused(zipped(**{"word__document.xml": bomb}), tmp_path) == "file-bomb"


def test_it_refuses_entities(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "ha"}{"x" * 9}">' for n in range(9))
    body = "<w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body>"
    document = f'<!DOCTYPE d [{laughs}]><w:document xmlns:w="{W}">{body}</w:document>'
    assert refused(zipped(**{"word__document.xml": document.encode()}), tmp_path) in {
        "file-bomb",
        "file-damaged",
    }


@pytest.mark.parametrize("part", ["xl__workbook.xml", "ppt__presentation.xml", "content.xml", "other"])
def test_it_names_other_kinds_of_container(part: str, tmp_path: Path) -> None:
    assert refused(zipped(**{part: b"<a/>"}), tmp_path) == "file-unsupported"


def test_it_refuses_a_document_without_words(tmp_path: Path) -> None:
    assert refused(docx_bytes([paragraph("")]), tmp_path) == "file-empty"
