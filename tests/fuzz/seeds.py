"""Good files that the fuzzers change: small, and with everything in them that a reader has code for."""

from __future__ import annotations

import io

import xlsxwriter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.files.documents import REGULATION, docx_bytes, level, numbering_xml, paragraph, pdf_bytes

ENGLISH = """Harbour Fire Safety Rules
1. The harbour master shall inspect every berth at least once a quarter.
2. The owner shall:
(a) test each alarm every month;
(b) report to the board within 10 working days of the test.
3. A person who fails to comply shall pay a fine of not more than 500.
"""
MIXED = """# 港湾市港口安全工作方案
一、总体要求
（一）市港务局牵头，教育局、公安局配合，6月底前完成。
1. 每季度至少开展一次检查，每半年报告xx次；
| 事项 | 责任单位 | 时限 |
| --- | --- | --- |
| 演练 | 港务局 | 每年12月31日前 |
第二条 违反第一条规定的，处一千元以上五千元以下罚款；情节严重的，责令停业。
第三条之一 前款所称重点单位，是指年吞吐量10万吨以上的单位。
附件1：责任清单
"""


def word_files() -> tuple[bytes, ...]:
    """Word files with lists, tables, changes, fields, boxes and controls."""
    lists = numbering_xml(
        [
            level(0, "chineseCounting", "第%1条") + level(1, "decimal", "%1.%2", extra="<w:isLgl/>"),
            '<w:numStyleLink w:val="L"/>',
            '<w:styleLink w:val="L"/>' + level(0, "ideographTraditional", "%1、"),
        ],
        [(0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'), (1, ""), (2, "")],
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>第三条</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )
    changed = (
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        '<w:r><w:br/><w:tab/><w:sym w:char="00A7"/></w:r>'
    )
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框')}</w:txbxContent></w:pict></w:r>"
    cell = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('格')}</w:tc>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
    body = [
        paragraph("甲", 1, 0),
        paragraph("乙", 1, 1),
        paragraph("丙", 2, 0),
        paragraph("丁", style="A"),
        paragraph("", runs=field + changed + box),
        f"<w:tbl><w:tr>{cell * 3}</w:tr><w:tr>{cell * 2}</w:tr></w:tbl>",
        control,
    ]
    return (docx_bytes(body, numbering=lists, styles=styles),)


def web_pages() -> tuple[bytes, ...]:
    """Pages with lists, tables, menus and hidden parts, in two encodings."""
    page = (
        "<!DOCTYPE html><html><head><meta charset=CODE><title>t</title></head><body><nav><a href=a>首页</a></nav>"
        "<div class=crumb><a href=a>甲</a> &gt; <a href=b>乙</a></div><article><h1>办法</h1><p>第一条　甲<br>乙</p>"
        "<ol style='list-style-type:cjk-decimal' start=3><li>子<ol type=A><li value=4>丑</ol></ol><pre>a\n b</pre>"
        "<table><caption>表</caption><tr><th rowspan=2>事<th colspan=2>位<tr><td>一<td>二</table>"
        "<p hidden>暗</p><del>旧</del></article><footer>版权所有</footer></body></html>"
    )
    return (
        page.replace("CODE", "utf-8").encode(),
        page.replace("CODE", "gbk").encode("gb18030"),
        "".join(f"<html><p>{line}" for line in REGULATION.splitlines()).encode(),
    )


def saved_pages() -> tuple[bytes, ...]:
    """A page saved as one file."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    return (head + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + web_pages()[0] + b"\r\n--x--\r\n",)


def page_files() -> tuple[bytes, ...]:
    """PDF files whose insides are not compressed, so that a change goes deep: text, a table, a turned page."""
    style = ParagraphStyle("b", fontName="STSong-Light", fontSize=12, leading=18, wordWrap="CJK")
    made = io.BytesIO()
    cells = [[Paragraph("事项", style), "1"], [Paragraph("每年演练", style), "2"]]
    table = Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    flowing = [Paragraph(line, style) for line in REGULATION.splitlines()]
    SimpleDocTemplate(made, pageCompression=0).build([*flowing, table])
    turned = io.BytesIO()
    canvas = Canvas(turned, pageCompression=0)
    canvas.setPageRotation(90)
    canvas.drawString(80, 80, "1. The owner shall test it.")
    canvas.showPage()
    canvas.save()
    return made.getvalue(), turned.getvalue(), pdf_bytes(ENGLISH)


def workbooks() -> tuple[bytes, ...]:
    """A workbook with words, numbers, dates and joined cells."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("单位")
    sheet.write_row(0, 0, ["代码", "名称", "上级"])
    sheet.write_row(1, 0, ["A", "港湾市", ""])
    sheet.write_row(2, 0, [12, 3.5, True])
    sheet.merge_range(3, 0, 4, 1, "并")
    book.close()
    return (made.getvalue(),)
