"""Documents made for the tests: Word files with automatic numbers, PDF files with and without a text layer."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from lxml import etree
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REGULATION = """港湾市消防安全责任制实施办法
第一章 总则
第一条 为了落实消防安全责任，制定本办法。
第二条 市人民政府对本市消防安全工作全面负责，每半年至少召开一次消防安全工作会议。
第二章 职责
第三条 各单位应当履行下列职责：
（一）每月至少组织一次防火检查；
（二）每年至少组织一次消防演练；
（三）每年12月31日前向市消防救援机构报告工作情况。
第四条 本办法自2026年3月1日起施行。
"""

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def level(number: int, style: str, pattern: str, *, start: int = 1, extra: str = "") -> str:
    """One level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{extra}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering_xml(abstract: Sequence[str], instances: Sequence[tuple[int, str]]) -> str:
    """A numbering part: abstract lists (their levels) and instances (abstract list, overrides), numbered from 1."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstract)
    )
    uses = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{a}"/>{overrides}</w:num>'
        for i, (a, overrides) in enumerate(instances, 1)
    )
    return f'<w:numbering xmlns:w="{W}">{lists}{uses}</w:numbering>'


def paragraph(
    text: str, number: int | None = None, depth: int = 0, *, style: str = "", runs: str = ""
) -> str:
    """A paragraph with a list and level of its own, or a style, or neither."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    words = runs or f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def docx_bytes(body: Iterable[str], *, numbering: str = "", styles: str = "") -> bytes:
    """A Word file of these paragraphs; `styles` are added to python-docx's own."""
    document = docx.Document()
    made = io.BytesIO()
    document.save(made)
    content = f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'
    parts = {"word/document.xml": content.encode()}
    if numbering:
        parts["word/numbering.xml"] = numbering.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = parts.get(name, source.read(name))
            if name == "word/styles.xml" and styles:
                root = etree.fromstring(data)
                root.extend(etree.fromstring(f'<w:styles xmlns:w="{W}">{styles}</w:styles>'))
                data = etree.tostring(root)
            target.writestr(name, data)
    return out.getvalue()


_ARTICLE = re.compile(r"第([一二三四五六七八九十百]+)条[ \u3000]*")
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]+)[)）]")
_FIGURES = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Numbers up to 199 as regulations write them."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = (
        ("" if tens == 1 and not hundreds else _FIGURES[tens]) + "十"
        if tens
        else "零"
        if hundreds and ones
        else ""
    )
    return ("一百" if hundreds else "") + written + (_FIGURES[ones] if ones else "")


def auto_numbered(text: str) -> bytes:
    """The text as a Word file whose articles and items are numbered by Word wherever Word would count the same."""
    numbering = numbering_xml(
        [level(0, "chineseCountingThousand", "第%1条") + level(1, "chineseCounting", "（%2）")], [(0, "")]
    )
    body, article, item = [], 0, 0
    for line in text.split("\n"):
        if (found := _ARTICLE.match(line)) and found[1] == chinese(article + 1):
            article, item = article + 1, 0
            body.append(paragraph(line[found.end() :], 1, 0))
        elif (found := _ITEM.match(line)) and found[1] == chinese(item + 1):
            item += 1
            body.append(paragraph(line[found.end() :], 1, 1))
        else:
            body.append(paragraph(line))
    return docx_bytes(body, numbering=numbering)


def pdf_bytes(text: str, *, indent: bool = True, password: str = "") -> bytes:
    """The text as a PDF with a text layer, page numbers and wrapped lines."""
    wide = any("一" <= c <= "\u9fff" for c in text)
    font = "STSong-Light" if wide else "Times-Roman"
    style = ParagraphStyle(
        "body",
        fontName=font,
        fontSize=12,
        leading=20,
        wordWrap="CJK" if wide else None,
        firstLineIndent=24 * indent,
    )

    def foot(canvas: Canvas, _: object) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawCentredString(300, 30, f"- {canvas.getPageNumber()} -")

    out = io.BytesIO()
    guard = StandardEncryption(password, canPrint=0) if password else None
    pages = SimpleDocTemplate(out, encrypt=guard)
    lines = [line.strip(" \u3000") for line in text.split("\n") if line.strip()]
    pages.build([Paragraph(escape(line), style) for line in lines], onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def table_pdf(rows: Sequence[Sequence[str]], style: Sequence[tuple[object, ...]]) -> bytes:
    """A PDF with a table between two lines of text; a row's cells wrap."""
    words = ParagraphStyle("cell", fontName="STSong-Light", fontSize=12, leading=18, wordWrap="CJK")
    cells = [[Paragraph(escape(cell), words) for cell in row] for row in rows]
    out = io.BytesIO()
    widths = [40, 220, 110] if len(rows[0]) == 3 else None
    flowing = [Paragraph("附件 责任清单", words), Table(cells, colWidths=widths, style=style)]
    SimpleDocTemplate(out).build([*flowing, Paragraph("说明：本清单自公布之日起执行。", words)])
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A PDF whose page is a picture."""
    out = io.BytesIO()
    canvas = Canvas(out)
    picture = io.BytesIO(_grey_png())
    canvas.drawImage(ImageReader(picture), 50, 50, 400, 600)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _grey_png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (40, 60), 180).save(out, "PNG")
    return out.getvalue()


def write(path: Path, data: bytes) -> Path:
    """Write and return the path."""
    path.write_bytes(data)
    return path
