"""A work report and a holder's statement as documents that are signed and issued."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from remit.core.problem import Level
from remit.core.report import (
    Figure,
    Report,
    Section,
    figure_text,
    line_text,
    period_text,
    report_title,
    section_title,
)
from remit.core.statement import Statement, StatementItem
from remit.files.implementing_plan import written_day
from remit.files.official_document import Block, OfficialDocument
from remit.files.wording import Translate, degree_words, path_words

__all__ = [
    "counted_text",
    "report_document",
    "section_paragraphs",
    "spans_text",
    "statement_document",
    "statement_line",
]


def report_document(report: Report, translate: Translate, *, language: str = "zh") -> OfficialDocument:
    """Return a report as a document in the unit's name: to whom, each section's figures, lines and words, copies.

    The computed sentences come first in every section, what people wrote after them.
    """
    until = written_day(report.day, language)
    opening = translate("This is the report for {period}, as things stood on {day}.")
    body = [Block(opening.format(period=period_text(report.period, translate), day=until))]
    for section in report.sections:
        body.append(Block(section_title(section.name, translate), 1))
        body += [Block(text) for text in section_paragraphs(section, translate, language=language)]
    unscheduled = dict.fromkeys(
        dict(one.values).get("clause", one.place.ref) for one in report.problems if one.level is Level.ERROR
    )
    if unscheduled:
        said = translate("Not everything could be scheduled: {list}.")
        body.append(Block(said.format(list=translate(", ").join(unscheduled))))
    to, copies = (
        translate(", ").join(one.name for one in report.addressees if one.copy is copy)
        for copy in (False, True)
    )
    return OfficialDocument(
        title=report_title(report, translate),
        addressee=to,
        copies=copies,
        body=tuple(body),
        signed=report.unit_name,
        day=report.day,
        day_words=until,
        language=language,
    )


def section_paragraphs(section: Section, translate: Translate, *, language: str) -> tuple[str, ...]:
    """Return what a section says, a paragraph each: its figures, its lines, and what people wrote."""
    day = partial(written_day, language=language)
    said = [_figures(section.figures, translate)] if section.figures else []
    said += [line_text(line, translate, path=path_words, day=day) for line in section.lines]
    if not said:
        said = [translate("Nothing to report.")]
    return (*said, *(line for line in section.text.split("\n") if line.strip()))


def statement_document(
    statement: Statement, names: Mapping[str, str], translate: Translate, *, language: str = "zh"
) -> OfficialDocument:
    """Return a holder's statement as a document that the person signs; `names` are those of posts by code."""
    period = period_text(statement.period, translate)
    title = translate("Statement of {person} on the duties answered for in {period}")
    body = [Block(translate("Posts held"), 1)]
    held = [
        translate("{title}, {since} to {until}").format(
            title=one.title + (translate(" (acting)") if one.acting else ""),
            since=written_day(one.since, language),
            until=written_day(one.until, language),
        )
        for one in statement.posts
    ]
    body += [Block(translate("{list}.").format(list=one)) for one in held] or [
        Block(translate("Nothing to report."))
    ]
    body.append(Block(translate("Duties answered for"), 1))
    body += [Block(statement_line(one, names, translate, language=language)) for one in statement.items] or [
        Block(translate("Nothing to report."))
    ]
    if statement.text.strip():
        body.append(Block(translate("In the holder's own words"), 1))
        body += [Block(line) for line in statement.text.split("\n") if line.strip()]
    return OfficialDocument(
        title=title.format(person=statement.person, period=period),
        addressee=statement.unit_name,
        body=tuple(body),
        signed=statement.person,
        day=statement.day,
        day_words=written_day(statement.day, language),
        language=language,
    )


def statement_line(
    item: StatementItem, names: Mapping[str, str], translate: Translate, *, language: str
) -> str:
    """Return what a statement says of one duty: its words and clause, the post and degree, the days, what was done."""
    words = translate("{what} ({clause}): {degree} as {post}, {days}; {figures}.")
    if item.vacant:
        words = translate(
            "{what} ({clause}): {degree} in place of the vacant post {post}, {days}; {figures}."
        )
    return words.format(
        what=item.what,
        clause=translate("“{title}”").format(title=item.regime) + path_words(item.clause),
        degree=degree_words(item.degree, translate),
        post=names.get(item.post, item.post),
        days=spans_text(item, translate, language=language),
        figures=counted_text(item, translate),
    )


def counted_text(item: StatementItem, translate: Translate) -> str:
    """Return what was due and done of a duty; a duty without rhythm may have nothing to count."""
    counted = [figure_text(one, translate) for one in item.figures if one.number]
    return translate("; ").join(counted) or translate("nothing was due, and nothing is recorded")


def spans_text(item: StatementItem, translate: Translate, *, language: str) -> str:
    """Return the days on which a duty was answered for, in words."""
    words = translate("{first} to {last}")
    days = ([written_day(day, language) for day in span] for span in item.spans)
    return translate(", ").join(words.format(first=first, last=last) for first, last in days)


def _figures(figures: Iterable[Figure], translate: Translate) -> str:
    said = translate("; ").join(figure_text(one, translate) for one in figures)
    return translate("{list}.").format(list=said)
