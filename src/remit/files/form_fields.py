"""What a superior's form can ask for: fields of a report, a ledger and a statement, by English and Chinese names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice

from remit.core.ledger import LedgerRow
from remit.core.post_naming import PostNames
from remit.core.report import (
    Line,
    LineKind,
    Report,
    SectionName,
    line_text,
    period_text,
    report_title,
)
from remit.core.report_words import CAUSES
from remit.core.reporting_period import ReportingPeriod
from remit.core.statement import Statement
from remit.files.form_field import MOST_ROWS, FormData, Value
from remit.files.implementing_plan import written_day
from remit.files.ledger_xlsx import LEDGER_COLUMNS, ledger_cells
from remit.files.report_docx import counted_text, section_paragraphs, spans_text
from remit.files.wording import Translate, degree_words, path_words

__all__ = ["ALIASES", "COUNTS", "ledger_fields", "report_fields", "statement_fields"]

COUNTS = (
    "due",
    "met",
    "late",
    "overdue",
    "unassigned",
    "excused",
    "open",
    "carried",
    "made-good",
    "records",
    "files",
)
"""The figures of a report that a form can ask for by name; in a field a hyphen is written `_`."""

ALIASES: Mapping[str, str] = {
    "单位": "unit",
    "填报单位": "unit",
    "单位编码": "unit_code",
    "报告期": "period",
    "标题": "title",
    "日期": "day",
    "填报日期": "day",
    "主送": "addressee",
    "主送机关": "addressee",
    "抄送": "copies",
    "抄送机关": "copies",
    "主题": "subject",
    "应完成": "due",
    "按期完成": "met",
    "逾期完成": "late",
    "逾期未完成": "overdue",
    "无责任人": "unassigned",
    "免予完成": "excused",
    "尚未到期": "open",
    "结转未完成": "carried",
    "补办": "made_good",
    "记录数": "records",
    "材料数": "files",
    "总体情况": "overview",
    "工作开展情况": "done",
    "存在问题": "shortcomings",
    "下一步打算": "next",
    "姓名": "person",
    "职务": "posts",
    "述责": "text",
    "行": "row",
    "开展": "done_rows",
    "问题": "shortcoming_rows",
    "下一步": "next_rows",
    "事项": "what",
    "条款": "clause",
    "数量": "count",
    "内容": "said",
    "原因": "cause",
    "起": "first",
    "止": "last",
    "责任": "degree",
    "岗位": "post",
    "任期": "days",
    "完成情况": "figures",
    **{column.chinese: column.name for column in LEDGER_COLUMNS},
}
"""Chinese names of fields, tables and columns."""


def report_fields(report: Report, translate: Translate, *, language: str = "zh") -> FormData:
    """Return the fields of a report: figures as numbers, sections as text, and tables of its lines.

    `row` is the table of all lines; `done_rows`, `shortcoming_rows` and `next_rows` are those of one section.
    """
    to, copies = (
        translate(", ").join(one.name for one in report.addressees if one.copy is copy)
        for copy in (False, True)
    )
    overview = report.section(SectionName.OVERVIEW).figures + report.section(SectionName.DONE).figures
    figures = {one.name: one.number for one in reversed(overview)}
    values: dict[str, Value] = {
        **_heading(report.unit_name, report.unit, report.period, report.day, translate),
        "title": report_title(report, translate),
        "addressee": to,
        "copies": copies,
        "subject": translate(", ").join(report.subjects),
        **{name.replace("-", "_"): _number(figures.get(name, 0)) for name in COUNTS},
        **{
            str(name): "\n".join(section_paragraphs(report.section(name), translate, language=language))
            for name in SectionName
        },
    }
    tables = {
        f"{table}_rows": tuple(_lines(report.section(section).lines, translate, language))
        for table, section in (
            ("done", SectionName.DONE),
            ("shortcoming", SectionName.SHORTCOMINGS),
            ("next", SectionName.NEXT),
        )
    }
    rows = tuple(row for some in tables.values() for row in some)
    numbered = tuple({**row, "number": number} for number, row in enumerate(rows, 1))
    return FormData(values=values, tables={**tables, "row": numbered}, aliases=ALIASES)


def ledger_fields(
    rows: Iterable[LedgerRow],
    names: PostNames,
    translate: Translate,
    *,
    unit: str,
    period: ReportingPeriod,
    day: date,
    code: str = "",
) -> FormData:
    """Return the fields of a ledger: its heading, and a `row` with the columns of the ledger for each of its rows."""
    held: tuple[dict[str, Value], ...] = tuple(
        {**ledger_cells(row, names, translate), "number": row.number} for row in islice(rows, MOST_ROWS + 1)
    )
    values = {**_heading(unit, code, period, day, translate), "count": len(held)}
    return FormData(values=values, tables={"row": held}, aliases=ALIASES)


def statement_fields(
    statement: Statement, names: Mapping[str, str], translate: Translate, *, language: str = "zh"
) -> FormData:
    """Return the fields of a statement: its heading, the posts held, and a `row` for each duty."""
    posts = translate("; ").join(dict.fromkeys(one.title for one in statement.posts))
    rows: tuple[dict[str, Value], ...] = tuple(
        {
            "number": number,
            "what": item.what,
            "clause": f"{item.regime} {path_words(item.clause)}".strip(),
            "degree": degree_words(item.degree, translate),
            "post": names.get(item.post, item.post),
            "days": spans_text(item, translate, language=language),
            "figures": counted_text(item, translate),
        }
        for number, item in enumerate(statement.items, 1)
    )
    values = {
        **_heading(statement.unit_name, statement.unit, statement.period, statement.day, translate),
        "person": statement.person,
        "posts": posts,
        "text": statement.text,
    }
    return FormData(values=values, tables={"row": rows}, aliases=ALIASES)


def _heading(
    unit: str, code: str, period: ReportingPeriod, day: date, translate: Translate
) -> dict[str, Value]:
    return {
        "unit": unit,
        "unit_code": code,
        "period": period_text(period, translate),
        "day": day.isoformat(),
    }


def _lines(lines: Iterable[Line], translate: Translate, language: str) -> Iterator[dict[str, Value]]:
    day = partial(written_day, language=language)
    for number, line in enumerate(lines, 1):
        source = dict(line.values).get("source", "")
        cause = translate(CAUSES[line.cause]).format_map(dict(line.values)) if line.cause else ""
        counted = line.figures[0].number if line.figures else (1 if line.kind is LineKind.FINDING else 0)
        yield {
            "number": number,
            "what": line.what,
            "clause": f"{source} {path_words(line.clause)}".strip(),
            "count": _number(counted),
            "said": line_text(line, translate, path=path_words, day=day),
            "cause": cause,
            "first": line.first.isoformat() if line.first else "",
            "last": line.last.isoformat() if line.last else "",
        }


def _number(number: float) -> Value:
    return int(number) if float(number).is_integer() else number
