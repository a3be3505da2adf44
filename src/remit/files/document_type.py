"""The type of official documents: the page of GB/T 9704-2012 and a plain Western one, as settings of Word."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt, Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

__all__ = ["ENGLISH", "GB_9704", "Face", "Typography", "set_face", "set_up"]


@dataclass(frozen=True, slots=True)
class Face:
    """A face: its East Asian and its Latin font, its size in points, and how many twips characters stand closer."""

    asian: str
    latin: str
    size: float
    closer: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """How a document is set. Margins are top, bottom, left, right in millimetres; `line` is None for single spacing.

    `footer_below` is how far below the type area the page number ends, in millimetres.
    """

    margins: tuple[int, int, int, int]
    line: Length | None
    title: Face
    title_align: WD_ALIGN_PARAGRAPH
    headings: tuple[Face, Face, Face, Face]
    body: Face
    table: Face
    page_number: Face
    indent: Length
    heading_indent: Length
    after: Length
    dashed: bool
    footer_below: int


def _chinese(asian: str, size: float = 16, closer: int = 5) -> Face:
    return Face(asian, "Times New Roman", size, closer)


GB_9704 = Typography(
    margins=(37, 35, 28, 26),
    line=Twips(579),  # 22 lines on 225 mm
    title=_chinese("方正小标宋简体", 22, 0),
    title_align=WD_ALIGN_PARAGRAPH.CENTER,
    headings=(_chinese("黑体"), _chinese("楷体_GB2312"), _chinese("仿宋_GB2312"), _chinese("仿宋_GB2312")),
    body=_chinese("仿宋_GB2312"),  # 16 pt less 5 twips: 28 characters on 156 mm
    table=_chinese("仿宋_GB2312", 10.5, 0),
    page_number=Face("宋体", "宋体", 14),
    indent=Twips(2 * (320 - 5)),
    heading_indent=Twips(2 * (320 - 5)),
    after=Length(0),
    dashed=True,
    footer_below=12,  # the number stands 7 mm below the type area and is 5 mm high
)
ENGLISH = Typography(
    margins=(25, 25, 25, 25),
    line=None,
    title=Face("宋体", "Times New Roman", 16, bold=True),
    title_align=WD_ALIGN_PARAGRAPH.LEFT,
    headings=(
        Face("黑体", "Times New Roman", 13, bold=True),
        Face("黑体", "Times New Roman", 11, bold=True),
        Face("宋体", "Times New Roman", 11),
        Face("宋体", "Times New Roman", 11),
    ),
    body=Face("宋体", "Times New Roman", 11),
    table=Face("宋体", "Times New Roman", 9),
    page_number=Face("宋体", "Times New Roman", 10),
    indent=Length(0),
    heading_indent=Length(0),
    after=Pt(6),
    dashed=False,
    footer_below=12,
)


def set_up(made: Document, kind: Typography) -> None:
    """Set page, defaults and page numbers of an empty document."""
    style = made.styles["Normal"]
    properties = style.element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        properties.append(_valued(name, 0))
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Length(0), kind.after
    spacing.widow_control = kind.line is None  # 22 lines on every page
    if kind.line is not None:
        spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, kind.line
    _set_fonts(style.element.get_or_add_rPr(), kind.body)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = kind.margins
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(max(8, bottom - kind.footer_below))
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)  # a grid makes LibreOffice count other characters than Word
    _number_pages(made, section, kind)


def set_face(run: Run, face: Face) -> None:
    """Set the face of a run."""
    _set_fonts(run._element.get_or_add_rPr(), face)


def _set_fonts(properties: BaseOxmlElement, face: Face) -> None:
    """Write a face in place of what a run or a style says, in the order that the schema wants."""
    for old in list(properties):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    named = (("ascii", face.latin), ("hAnsi", face.latin), ("eastAsia", face.asian), ("cs", face.latin))
    for name, font in named:
        fonts.set(qn(f"w:{name}"), font)
    properties.append(fonts)
    if face.bold:
        properties.append(OxmlElement("w:b"))
    if face.closer:
        properties.append(_valued("w:spacing", -face.closer))
    for name in ("w:sz", "w:szCs"):
        properties.append(_valued(name, round(face.size * 2)))


def _number_pages(made: Document, section: Section, kind: Typography) -> None:
    """Put page numbers on the outer side: odd pages right, even ones left, a character in; else in the middle."""
    if kind.dashed:
        made.settings.odd_and_even_pages_header_footer = True
        _number(section.footer.paragraphs[0], kind, WD_ALIGN_PARAGRAPH.RIGHT)
        _number(section.even_page_footer.paragraphs[0], kind, WD_ALIGN_PARAGRAPH.LEFT)
    else:
        _number(section.footer.paragraphs[0], kind, WD_ALIGN_PARAGRAPH.CENTER)


def _number(paragraph: Paragraph, kind: Typography, align: WD_ALIGN_PARAGRAPH) -> None:
    paragraph.alignment = align
    layout = paragraph.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if align is WD_ALIGN_PARAGRAPH.RIGHT:
        layout.right_indent = Pt(kind.page_number.size)
    elif align is WD_ALIGN_PARAGRAPH.LEFT:
        layout.left_indent = Pt(kind.page_number.size)
    before, after = ("— ", " —") if kind.dashed else ("", "")
    for part in (before, "PAGE", after):
        run = paragraph.add_run("" if part == "PAGE" else part)
        set_face(run, kind.page_number)
        if part == "PAGE":
            _field(run, part)


def _field(run: Run, name: str) -> None:
    for what in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), what)
        run._element.append(mark)
        if what == "begin":
            code = OxmlElement("w:instrText")
            code.text = name
            run._element.append(code)
        elif what == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            run._element.append(shown)


def _valued(name: str, value: int) -> etree._Element:
    element = OxmlElement(name)
    element.set(qn("w:val"), str(value))
    return element
