"""OFD files (GB/T 33190) as text: the pages' XML says where the letters stand, `page_lines` makes paragraphs."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from remit.files.confine import Parsed
from remit.files.ofd_text import Glyph, local_name, place_path, place_text
from remit.files.page_line import Line
from remit.files.page_lines import read_paragraphs
from remit.files.page_tables import Rule, rules_of_points, with_table_rows
from remit.files.page_text import check_text, lines_of_glyphs, told_of_pages
from remit.files.refusal import RefusedError, damaged, encrypted
from remit.files.unzip import open_container, parse_part

__all__ = ["parse_ofd"]

_POINTS = 72 / 25.4
_A4 = (210.0, 297.0)
_MOST_STROKES, _LONGEST_PATH = 20_000, 100_000
_MOST_LINKS = 5000  # pages and templates of a document


@dataclass(slots=True)
class _Pages:
    """The lines of a document's pages, and over all documents: pages, those that are pictures, unsure paragraphs."""

    lines: list[Line] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    count: int = 0
    unsure: int = 0


def parse_ofd(data: bytes) -> Parsed:
    """Return the text of an OFD file, all its documents in order, one line a paragraph.

    Templates that several pages share are headers and footers and left out. Raises RefusedError where there is no
    text, a password is needed or the file is damaged.
    """
    container = open_container(data)
    names = _Names(container)
    if names.find("Encryptions.xml", ""):
        raise RefusedError(encrypted())
    start = parse_part(container, names.find("OFD.xml", ""))
    if start is None:
        raise RefusedError(damaged())
    texts: list[str] = []
    pages = _Pages()
    for root in _named(start, "DocRoot"):
        pages.lines = []
        _read_document(container, names, names.find((root.text or "").strip(), ""), pages)
        text, unsure = read_paragraphs(pages.lines)
        texts.append(text)
        pages.unsure += unsure
    text = "".join(texts)
    check_text(text)
    return Parsed(text, tuple(told_of_pages(pages.pictures, pages.unsure)))


class _Names:
    """The parts of a container, found as writers name them: from the root or from a folder, in any case."""

    def __init__(self, container: zipfile.ZipFile) -> None:
        self._by_name = {_plain(name): name for name in container.namelist()}

    def find(self, written: str, folder: str) -> str:
        """Return the part that is meant, "" where there is none."""
        below = "" if written.startswith("/") else folder
        meant = _plain(posixpath.normpath(posixpath.join(below, written.replace("\\", "/").lstrip("/"))))
        return self._by_name.get(meant) or self._by_name.get(_plain(written), "")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _read_document(container: zipfile.ZipFile, names: _Names, name: str, into: _Pages) -> None:
    document = parse_part(container, name) if name else None
    if document is None:
        raise RefusedError(damaged())
    folder = posixpath.dirname(name)
    templates = {
        t.get("ID", ""): names.find(t.get("BaseLoc", ""), folder) for t in _some(document, "TemplatePage")
    }
    box = _box(document)
    # A part is one page, however often it is named: else a small file could ask for any number of them.
    parts = dict.fromkeys(names.find(page.get("BaseLoc", ""), folder) for page in _some(document, "Page"))
    pages = [parse_part(container, found) for found in parts if found]
    used = Counter(code for page in pages if page is not None for code in _templates_of(page))
    for page in pages:
        if page is None:
            continue
        width, height = _box(page, box)
        sources = [page]
        for code in _templates_of(page):
            template = parse_part(container, templates.get(code, "")) if used[code] == 1 else None
            sources += [] if template is None else [template]
        glyphs = [glyph for source in sources for glyph in _glyphs(source)]
        into.count += 1
        scaled = [g.scaled(_POINTS, height) for g in glyphs if _is_near(g, width, height)]
        lines = lines_of_glyphs(scaled, into.count, height * _POINTS)
        rules = [rule for source in sources for rule in _rules(source, height)]
        into.lines += with_table_rows(lines, rules)
        if not glyphs and next(_named(page, "ImageObject"), None) is not None:
            into.pictures.append(into.count)


def _is_near(glyph: Glyph, width: float, height: float) -> bool:
    """Whether a letter stands on the paper or not far from it, in a size that can be read."""
    return -width < glyph.x < 2 * width and -height < glyph.y < 2 * height and 0.1 < glyph.size < height


def _glyphs(page: etree._Element) -> Iterator[Glyph]:
    for text in _named(page, "TextObject"):
        if text.get("Visible", "true") != "false" and text.get("Alpha", "255") != "0":
            yield from place_text(text)


def _rules(page: etree._Element, height: float) -> Iterator[Rule]:
    """Straight strokes of the page's drawings, in points from its foot."""
    left = _MOST_STROKES
    for drawing in _named(page, "PathObject"):
        for data in _named(drawing, "AbbreviatedData"):
            strokes = place_path(drawing, (data.text or "")[:_LONGEST_PATH])
            left -= sum(map(len, strokes))
            if left < 0:
                return
            for points in strokes:
                yield from rules_of_points([(x * _POINTS, (height - y) * _POINTS) for x, y in points])


def _templates_of(page: etree._Element) -> list[str]:
    return list(dict.fromkeys(t.get("TemplateID", "") for t in _some(page, "Template")))


def _box(element: etree._Element, default: tuple[float, float] = _A4) -> tuple[float, float]:
    """Width and height of the paper in millimetres."""
    for box in _named(element, "PhysicalBox"):
        try:
            _, _, width, height = (float(part) for part in (box.text or "").split())
        except ValueError:
            continue
        if 10 < width < 5000 and 10 < height < 5000:
            return width, height
    return default


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Descendants by their name, whatever namespace or prefix a writer gives them."""
    return (child for child in element.iter(etree.Element) if local_name(child) == name)


def _some(element: etree._Element, name: str) -> list[etree._Element]:
    found = list(_named(element, name))
    if len(found) > _MOST_LINKS:
        raise RefusedError(damaged())
    return found
