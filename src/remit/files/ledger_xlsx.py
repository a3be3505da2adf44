"""The ledger of responsibilities (责任台账) as a workbook to filter and print: written row by row, of any length."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

import xlsxwriter

from remit.core.assignment import Answer
from remit.core.duty import Degree
from remit.core.ledger import LedgerRow
from remit.core.post_naming import PostNames, join_names
from remit.core.record import latest_evidence
from remit.core.standing import Status, standing_text
from remit.files.breakdown_xlsx import answering
from remit.files.long_sheet import MOST_ROWS, write_long_sheet
from remit.files.wording import Translate, path_words

__all__ = [
    "LEDGER_COLUMNS",
    "MOST_LEDGER_ROWS",
    "LedgerColumn",
    "ledger_cells",
    "status_words",
    "write_ledger",
]


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column of the ledger: its headers in English and Chinese, its width, and whether it is under `Who does it`."""

    name: str
    english: str
    chinese: str
    width: int
    who: bool = False


LEDGER_COLUMNS = (
    LedgerColumn("number", "No.", "序号", 6),
    LedgerColumn("matter", "Duty", "责任事项", 18),
    LedgerColumn("content", "What it says", "责任内容", 30),
    LedgerColumn("measures", "Measures", "具体措施", 20),
    LedgerColumn("lead", "Lead department", "牵头单位", 15, who=True),
    LedgerColumn("section", "Section in charge", "责任科室", 15, who=True),
    LedgerColumn("leader", "Responsible leader", "分管领导", 14, who=True),
    LedgerColumn("person", "Answerable", "责任人", 15, who=True),
    LedgerColumn("due", "Due by", "完成时限", 12),
    LedgerColumn("progress", "Progress", "进展情况", 24),
    LedgerColumn("evidence", "Evidence", "佐证材料", 18),
    LedgerColumn("status", "Status", "状态", 9),
    LedgerColumn("note", "Remarks", "备注", 16),
)
"""What is seen of a row, in the order of the offices' form."""

_STATUSES: Mapping[Status, str] = {
    Status.MET: "met",
    Status.LATE: "late",
    Status.OVERDUE: "overdue",
    Status.DUE_SOON: "due soon",
    Status.UPCOMING: "upcoming",
    Status.EXCUSED: "excused",
    Status.UNASSIGNED: "unassigned",
}
_SECTIONS = frozenset({Degree.COORDINATING, Degree.LEAD, Degree.SUPPORTING, Degree.EXECUTING})
_LEADERS = frozenset({Degree.DIRECT, Degree.LEADERSHIP})
_EXPLAINED = frozenset({Status.LATE, Status.EXCUSED, Status.UNASSIGNED})
_HEADER = (2, 3)
_FIRST = 4
MOST_LEDGER_ROWS = MOST_ROWS - _FIRST


def status_words(status: Status, translate: Translate) -> str:
    """Return a status in one word, as everywhere."""
    return translate(_STATUSES[status])


def ledger_cells(row: LedgerRow, names: PostNames, translate: Translate) -> dict[str, str]:
    """Return the cells of a row by the names of their columns.

    What the unit has divided stands first; where it has not, the unit itself is in the lead, and the posts that answer
    by their degrees stand in their places.
    """
    item, occurrence = row.item, row.standing.occurrence
    sections = _answering(row.answers, _SECTIONS, names, translate)
    leaders = _answering(row.answers, _LEADERS, names, translate)
    others = [one for one in row.answers if one.degree not in _SECTIONS | _LEADERS]
    due = [occurrence.due.isoformat()]
    notes = [standing_text(row.standing, translate)] if row.standing.status in _EXPLAINED else []
    if item is not None:
        sections = join_names(item.supporting, names) or sections
        leaders = names.label(item.leader) if item.leader else leaders
        due += [item.due] if item.due else []
        notes += [item.note] if item.note else []
    return {
        "number": str(row.number),
        "matter": translate("; ").join(row.duty.actions) or row.duty.quote,
        "content": f"{row.duty.quote.strip()}\n{path_words(occurrence.clause)}",
        "measures": item.measures if item else "",
        "lead": (join_names(item.lead, names) if item else "") or row.unit_name,
        "section": sections,
        "leader": leaders,
        "person": "\n".join(answering(others, names, translate)) or leaders,
        "due": "\n".join(due),
        "progress": _progress(row, translate),
        "evidence": _evidence(row, translate),
        "status": status_words(row.standing.status, translate),
        "note": "\n".join(notes),
    }


def write_ledger(
    stream: BinaryIO,
    rows: Iterable[LedgerRow],
    names: PostNames,
    translate: Translate,
    *,
    unit: str,
    period: str,
    day: date,
) -> int:
    """Write the ledger of a unit as .xlsx and return how many rows it has: as many as a sheet holds, at most.

    A header of two rows with merged cells, frozen and repeated in print, filters, A4 landscape, page x of y; above it
    who filled it in, checked it, and the day. Texts stay texts, whatever they begin with. Rows are written as they
    come, and not kept.
    """

    def layout(last: int) -> bytes:
        return _layout(translate, unit, period, day, last=last)

    def line(row: LedgerRow) -> tuple[str | int, ...]:
        cells = ledger_cells(row, names, translate)
        return row.number, *(cells[name] for name in order)

    order = [column.name for column in LEDGER_COLUMNS[1:]]
    return write_long_sheet(stream, map(line, islice(rows, MOST_LEDGER_ROWS)), layout, first=_FIRST + 1)


def _layout(translate: Translate, unit: str, period: str, day: date, *, last: int) -> bytes:
    """Return the workbook without rows but for one that shows the formats; `last` is the number of the last row."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    page = book.add_worksheet(translate("Ledger")[:31])
    formats = _formats(book)
    _head(page, formats, translate, unit, period, day)
    for at in range(len(LEDGER_COLUMNS)):
        page.write_blank(_FIRST, at, None, formats["text" if at else "number"])
    _finish(page, last - 1, translate)
    book.close()
    return stream.getvalue()


def _answering(
    answers: Iterable[Answer], degrees: frozenset[Degree], names: PostNames, translate: Translate
) -> str:
    return "\n".join(answering((one for one in answers if one.degree in degrees), names, translate))


def _progress(row: LedgerRow, translate: Translate) -> str:
    done = translate("{count} of {needed} done").format(
        count=len(row.records), needed=row.standing.occurrence.needed
    )
    return "\n".join((done, *(f"{record.day.isoformat()} {record.title}" for record in row.records)))


def _evidence(row: LedgerRow, translate: Translate) -> str:
    """The files that were attached; where there are none yet, what has to be shown."""
    attached = dict.fromkeys(file.name for record in row.records for file in latest_evidence(record))
    if attached:
        return "\n".join(attached)
    asked = (row.item.evidence if row.item else ()) or row.duty.evidence
    return translate("to be shown: {list}").format(list=translate("; ").join(asked)) if asked else ""


def _formats(book: Any) -> dict[str, Any]:
    head = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
    return {
        "title": book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter"}),
        "under": book.add_format({"valign": "vcenter"}),
        "head": book.add_format({**head, "bg_color": "#E7ECEF"}),
        "text": book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}),
        "number": book.add_format({"valign": "top", "align": "center", "border": 1, "num_format": "0"}),
    }


def _head(
    page: Any, formats: Mapping[str, Any], translate: Translate, unit: str, period: str, day: date
) -> None:
    """Write title and header: cells that are about who does it stand under one of their own."""
    last = len(LEDGER_COLUMNS) - 1
    for at, column in enumerate(LEDGER_COLUMNS):
        page.set_column(at, at, column.width)
    page.set_row(0, 30)
    page.set_row(1, 20)
    title = translate("Ledger of responsibilities of {unit}, {period}").format(unit=unit, period=period)
    page.merge_range(0, 0, 0, last, title, formats["title"])
    filled = translate("Filled in by: {unit}     Clerk:               Checked by:               Date: {day}")
    page.merge_range(1, 0, 1, last, filled.format(unit=unit, day=day.isoformat()), formats["under"])
    upper, lower = _HEADER
    who = [at for at, column in enumerate(LEDGER_COLUMNS) if column.who]
    page.merge_range(upper, who[0], upper, who[-1], translate("Who does it"), formats["head"])
    for at, column in enumerate(LEDGER_COLUMNS):
        if column.who:
            page.write_string(lower, at, translate(column.english), formats["head"])
        else:
            page.merge_range(upper, at, lower, at, translate(column.english), formats["head"])


def _finish(page: Any, last: int, translate: Translate) -> None:
    columns = len(LEDGER_COLUMNS) - 1
    page.freeze_panes(_FIRST, 2)
    page.autofilter(_HEADER[1], 0, max(last, _FIRST), columns)
    page.repeat_rows(*_HEADER)
    page.print_area(0, 0, max(last, _FIRST), columns)
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.set_footer("&C" + translate("page {page} of {pages}").format(page="&P", pages="&N"))
