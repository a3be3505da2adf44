"""The template of the lists of an organisation: headers, drop-downs, examples, and what each column holds."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from remit.core.duty import Degree
from remit.files.list_columns import COLUMNS, DEGREES, OWN_SHEETS, REQUIRED, SEATS, SHEETS
from remit.files.list_tidying import cell_name

__all__ = ["EXPLANATIONS", "organisation_template"]

_LAST = 20_000  # rows that have the drop-downs
_CHOICES = "remit-choices"
_LONGEST_LIST = 255  # what Excel takes as a list without cells
_WIDTHS = {"name": 28, "title": 20, "portfolio": 24, "degree": 16, "tags": 16, "code": 18, "post": 24}

EXPLANATIONS: Mapping[str, Mapping[str, str]] = {
    "units": {
        "code": "Unique, short, never changed. It stays a text: 001 is not 1.",
        "name": "As people say it.",
        "parent": "The code of the unit above; empty for the one at the top.",
        "kind": "A word such as school or bureau; the same word for all that a regulation treats alike.",
        "tags": "Words to find it by, several separated by 、 or |.",
        "since": "The first day on which it exists; empty: it always has.",
        "until": "The last day on which it exists; empty while it does.",
    },
    "posts": {
        "unit": "The code of the unit.",
        "title": "Unique in its unit.",
        "degree": "How it answers. Choose from the list.",
        "portfolio": "The subjects that it covers, several separated by 、 or |; empty: everything.",
        "covers": "Codes of units to which the portfolio is limited, each with all below it.",
        "code": "Optional; without it the unit’s code, a stroke and the title: A01/校长.",
        "since": "The first day on which the post exists; empty: it always has.",
        "until": "The last day on which the post exists; empty while it does.",
    },
    "holders": {
        "post": "The code of the post: A01/校长.",
        "person": "Who holds it.",
        "from": "The first day in the post.",
        "to": "The last day in the post; empty while it lasts.",
        "acting": "Yes where the person stands in for a holder to be named.",
    },
    "portfolios": {
        "post": "The code of the post. What this list gives it takes the place of the portfolio that it had.",
        "subject": "A subject that the post covers; a row for each.",
        "unit": "The code of a unit to which the portfolio is limited; may be empty.",
    },
    "groups": {
        "group": "The code of the leading group: the same in each of its rows.",
        "unit": "The code of the unit whose group it is; needed in the group’s first row.",
        "title": "The name of the group; needed in its first row.",
        "office": "The code of the unit or post where its office is seated; may be empty.",
        "seat": "Chair, vice or member: a row for each seat.",
        "post": "The code of the post that fills the seat.",
    },
}
"""What each column of the template holds."""

_EXAMPLES: Mapping[str, tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]] = {
    "units": (
        (
            ("e.g. A", "Harbour City Education Bureau", "", "bureau"),
            ("e.g. A01", "Lighthouse School", "A", "school", "boarding", "2019-09-01"),
        ),
        (
            ("例：A", "港湾市教育局", "", "教育局"),
            ("例：A01", "灯塔小学", "A", "学校", "寄宿制", "2019-09-01"),
        ),
    ),
    "posts": (
        (
            ("e.g. A01", "Head Teacher", "first"),
            ("e.g. A01", "Deputy Head", "direct", "fire safety|food safety"),
        ),
        (("例：A01", "校长", "第一责任人"), ("例：A01", "后勤副校长", "直接责任人", "消防安全、食品安全")),
    ),
    "holders": (
        (("e.g. A01/Head Teacher", "Li Ming", "2024-09-01", "", "no"),),
        (("例：A01/校长", "李明", "2024-09-01", "", "否"),),
    ),
    "portfolios": (
        (("e.g. A01/Deputy Head", "fire safety", "A01"),),
        (("例：A01/后勤副校长", "消防安全", "A01"),),
    ),
    "groups": (
        (("e.g. G1", "A", "Fire Safety Group", "A", "chair", "A01/Head Teacher"),),
        (("例：G1", "A", "消防安全工作领导小组", "A", "组长", "A01/校长"),),
    ),
}


def organisation_template(
    translate: Callable[[str], str], *, chinese: bool, kinds: Iterable[str] = ()
) -> bytes:
    """Return an empty workbook of all lists; `kinds` of units are offered, others can be written.

    Every column has a text format, so that no code loses its zeros and no day becomes a number. Rows of examples are
    grey and begin with `e.g.` (例：); whoever takes the lists in passes over them.
    """
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    formats = {
        "text": book.add_format({"num_format": "@"}),
        "head": book.add_format({"bold": True, "bg_color": "#E7ECEF", "border": 1, "num_format": "@"}),
        "grey": book.add_format({"font_color": "#6B7780", "italic": True, "num_format": "@"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "said": book.add_format({"text_wrap": True, "valign": "top", "border": 1}),
    }
    _explain(book, translate, formats, chinese=chinese)
    pages = {name: book.add_worksheet(SHEETS[name][int(chinese)]) for name in SHEETS}
    hidden = book.add_worksheet(_CHOICES)
    hidden.hide()
    offered = _Choices(hidden)
    for name, page in pages.items():
        _lay_out(page, name, formats, chinese=chinese)
        for column, words in _words_of(name, tuple(kinds), chinese=chinese).items():
            at = tuple(COLUMNS[name]).index(column)
            page.data_validation(1, at, _LAST, at, offered.rule(words, strict=column != "kind"))
    units = SHEETS["units"][int(chinese)]
    for name, column in (("units", "parent"), ("posts", "unit"), ("groups", "unit"), ("portfolios", "unit")):
        at = tuple(COLUMNS[name]).index(column)
        rule = {"validate": "list", "source": f"='{units}'!$A$4:$A${_LAST}", "show_error": False}
        pages[name].data_validation(1, at, _LAST, at, rule)
    book.close()
    return stream.getvalue()


class _Choices:
    """Lists to choose from: short ones stand in the rule itself, long ones in cells of a hidden sheet."""

    def __init__(self, page: Any) -> None:
        self._page, self._next = page, 0

    def rule(self, words: Sequence[str], *, strict: bool) -> dict[str, object]:
        """Return a rule that offers words; `strict` lets no others in."""
        source: object = list(words)
        if len(",".join(words)) > _LONGEST_LIST or any("," in word for word in words):
            for at, word in enumerate(words):
                self._page.write_string(at, self._next, word)
            column = "".join(filter(str.isalpha, cell_name(0, self._next)))
            source = f"='{_CHOICES}'!${column}$1:${column}${len(words)}"
            self._next += 1
        return {"validate": "list", "source": source, "show_error": strict}


def _words_of(name: str, kinds: tuple[str, ...], *, chinese: bool) -> dict[str, list[str]]:
    """Return the words that columns of a list are chosen from."""
    degrees = [
        words[0] if chinese else one.value for one, words in DEGREES.items() if one is not Degree.PRINCIPAL
    ]
    seats = [words[0] if chinese else one.value for one, words in SEATS.items()]
    offered = {
        "units": {"kind": list(kinds)} if kinds else {},
        "posts": {"degree": degrees},
        "holders": {"acting": ["是", "否"] if chinese else ["yes", "no"]},
        "groups": {"seat": seats},
    }
    return offered.get(name, {})


def _lay_out(page: Any, name: str, formats: Mapping[str, Any], *, chinese: bool) -> None:
    for at, (column, words) in enumerate(COLUMNS[name].items()):
        page.set_column(at, at, _WIDTHS.get(column, 14), formats["text"])
        star = "*" if column in REQUIRED[name] else ""
        page.write_string(0, at, words[int(chinese)] + star, formats["head"])
    for line, cells in enumerate(_EXAMPLES[name][int(chinese)], 1):
        for at, cell in enumerate(cells):
            page.write_string(line, at, cell, formats["grey"])
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _explain(
    book: Any, translate: Callable[[str], str], formats: Mapping[str, Any], *, chinese: bool
) -> None:
    page = book.add_worksheet(OWN_SHEETS[int(chinese)])
    page.set_column(0, 1, 16)
    page.set_column(2, 2, 10)
    page.set_column(3, 3, 80)
    page.write_string(0, 0, translate("Lists of an organisation"), formats["title"])
    lines = (
        translate("Fill in the sheets that you need, and leave the others empty. Columns with * are needed."),
        translate("Grey rows show how; rows whose first cell begins with “e.g.” (例：) are not taken in."),
        translate("Nothing is taken in while an error stands; the same file can be taken in again."),
    )
    for at, line in enumerate(lines, 1):
        page.write_string(at, 0, line)
    top = len(lines) + 2
    head = (translate("Sheet"), translate("Column"), translate("Needed"), translate("What it holds"))
    for place, title in enumerate(head):
        page.write_string(top, place, title, formats["head"])
    for name, columns in EXPLANATIONS.items():
        for column, said in columns.items():
            top += 1
            needed = translate("yes") if column in REQUIRED[name] else ""
            cells = (SHEETS[name][int(chinese)], COLUMNS[name][column][int(chinese)], needed, translate(said))
            for place, cell in enumerate(cells):
                page.write_string(top, place, cell, formats["said"])
