"""Web pages (.html, .htm, .mht) as text: one line a block, numbers of lists as printed, rows of tables."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator

from lxml import etree

from remit.core.problem import Problem, error, note, warning
from remit.files.cell_text import cell_text, row_text
from remit.files.confine import Parsed
from remit.files.encoding import decode_declared
from remit.files.list_counter import ListCounter
from remit.files.page_chrome import Shares, is_chrome, is_hidden, is_remark, says_something
from remit.files.refusal import RefusedError, bomb, damaged

__all__ = ["parse_html", "parse_mht"]

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 "
    "header hgroup hr html legend main p pre section summary form".split()
)
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_MENUS = _BLOCKS - {"html", "body"} | _LISTS | {"td", "li", "table", "tr", "tbody"}
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_WIDE = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
_WRAP = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NUMBERED = re.compile(
    r"\s*(?:第?\s*[\d一二三四五六七八九十百]{1,6}\s*[条章节、.．)）]|[（(][\da-zA-Z一二三四五六七八九十]{1,4}[）)]|[①-⑳])"
)
_COLUMN_LINES = 8  # a cell with more lines is a column of the page, none of a table
_MOST_COLUMNS = 256
_DEPTH = 12_000  # the parser ends at 2,048 levels, each of a few calls


def parse_html(data: bytes) -> Parsed:
    """Return the text of a web page and what was decided on the way.

    Left out are scripts, what is hidden, and what surrounds the text: navigation, page head and foot, menus and links
    to print or share. Raises RefusedError where there is no text or the page is nested beyond reason.
    """
    declared = _CHARSET.search(data[:_HEAD])
    text, problems = decode_declared(data, declared[1].decode("ascii") if declared else "")
    return _read(text, problems)


def parse_mht(data: bytes) -> Parsed:
    """Return the text of a web page saved with its pictures as one file (.mht)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                found = _CHARSET.search(content[:_HEAD])
                declared = part.get_content_charset() or (found[1].decode("ascii") if found else "")
                return _read(*decode_declared(content, declared))
    raise RefusedError(damaged())


def _read(text: str, problems: tuple[Problem, ...]) -> Parsed:
    if not text:
        return Parsed(problems=problems)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    text = re.sub(r"\A\s*<\?xml[^>]*>", "", text).replace("\0", "")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        raise RefusedError(_no_text()) from fault
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise RefusedError(bomb())
    if root is None:
        raise RefusedError(_no_text())
    page = _Page(root)
    lines = [line for line in page.read() if not is_remark(line)]
    if not lines:
        raise RefusedError(_no_text())
    return Parsed("\n".join(lines) + "\n", (*problems, *page.told(len(page.lines) - len(lines))))


class _Page:
    """Walks a page in document order and collects its lines."""

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[str] = []
        self.dropped = 0
        self.deleted = 0
        self._root = root
        self._shares = Shares(root)
        self._words: list[str] = []
        self._label = ""
        self._exact = 0

    def read(self) -> list[str]:
        """Return the lines of the page's text: of its main part if it names one."""
        self._walk(self._main_part())
        self._end()
        return self.lines

    def told(self, remarks: int) -> Iterator[Problem]:
        """Yield what a reader should know was left out."""
        if self.deleted:
            yield warning(
                "tracked-changes",
                "The page marks {deleted} passages as deleted: they were left out.",
                "Read the page of the edition in force if they still hold.",
                deleted=self.deleted,
            )
        if self.dropped or remarks:
            yield note(
                "page-surroundings",
                "What surrounds the page's text was left out: {blocks} blocks and {lines} lines.",
                "Look at `remit read FILE --text` if something is missing.",
                blocks=self.dropped,
                lines=remarks,
            )

    def _main_part(self) -> etree._Element:
        mains = [
            e for e in self._root.iter("main", "div", "article") if e.tag == "main" or e.get("role") == "main"
        ]
        if not mains:
            mains = list(self._root.iter("article"))
        if len(mains) == 1 and self._shares.of(mains[0]).size > 0.5 * self._shares.total:
            return mains[0]
        return self._root

    def _walk(self, element: etree._Element) -> None:
        tag = element.tag
        if is_hidden(element) or is_chrome(element, self._shares):
            self._leave_out(element)
        elif tag in _MENUS and self._shares.are_links(element):
            self._end()
            self._leave_out(element)
        elif tag == "br":
            self._end()
        elif tag == "table":
            self._table(element)
        elif tag in _LISTS:
            self._list(element)
        elif tag in _BLOCKS or tag == "li":
            self._end()
            self._exact += tag == "pre"
            self._inside(element)
            self._end()
            self._exact -= tag == "pre"
        else:
            self._inside(element)

    def _leave_out(self, element: etree._Element) -> None:
        self.deleted += element.tag == "del"
        self.dropped += says_something(element)

    def _inside(self, element: etree._Element) -> None:
        self._words.append(element.text or "")
        for child in element:
            self._walk(child)
            self._words.append(child.tail or "")

    def _end(self) -> None:
        """Close the line: white space as a browser shows it, wraps between wide characters closed up."""
        raw, self._words = "".join(self._words), []
        if self._exact:
            found = [line.rstrip() for line in raw.replace("\r\n", "\n").split("\n")]
        else:
            found = [_BLANKS.sub(" ", _WRAP.sub("", raw))]
        for line in found:
            shown = line.strip(" \t\u3000\xa0\ufeff\u200b")
            if shown:
                self.lines.append(("" if _NUMBERED.match(shown) else self._label) + shown)
                self._label = ""

    def _list(self, element: etree._Element) -> None:
        self._end()
        counter = ListCounter(element)
        self._words.append(element.text or "")
        for child in element:
            if child.tag == "li" and not is_hidden(child):
                self._end()
                outer, self._label = self._label, counter.label(child)
                self._label = outer + self._label
                self._walk(child)
                self._end()
                self._label = ""
            else:
                self._walk(child)
            self._words.append(child.tail or "")
        self._end()

    def _table(self, table: etree._Element) -> None:
        self._end()
        rows: list[list[list[str]]] = []
        spans: dict[int, int] = {}
        for row in _rows(table):
            if row.tag == "tr":
                if not is_hidden(row):
                    rows.append(self._cells(row, spans))
            else:
                self._walk(row)
        self._words.clear()
        columns = (
            self._shares.of(table).tables > 0
            or table.get("role") in {"presentation", "none"}
            or any(len(cell) > _COLUMN_LINES for row in rows for cell in row)
            or not any(sum(map(bool, row)) > 1 for row in rows)
        )
        for found in rows:
            if columns:
                self.lines += [line for cell in found for line in cell]
            elif line := row_text(map(cell_text, found)):
                self.lines.append(line)

    def _cells(self, row: etree._Element, spans: dict[int, int]) -> list[list[str]]:
        """The lines of each cell; where a cell from above reaches down into the row an empty one stands."""
        found: list[list[str]] = []
        for cell in row:
            if cell.tag not in {"td", "th"} or len(found) >= _MOST_COLUMNS:
                self._walk(cell)
                continue
            self._fill(found, spans)
            outer, self.lines = self.lines, []
            self._walk(cell)
            self._end()
            found.append(self.lines)
            self.lines = outer
            down = cell.get("rowspan", "")
            if down.isdecimal() and int(down[:4]) > 1:
                spans[len(found) - 1] = int(down[:4]) - 1
        self._fill(found, spans)
        return found

    def _fill(self, found: list[list[str]], spans: dict[int, int]) -> None:
        while spans.get(len(found), 0) > 0:
            spans[len(found)] -= 1
            found.append([])


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag in {"thead", "tbody", "tfoot"}:
            yield from child
        else:
            yield child


def _no_text() -> Problem:
    return error(
        "file-empty",
        "The page has no text in it.",
        "Open it in a browser and save what it shows: some pages fetch their text only then.",
    )
