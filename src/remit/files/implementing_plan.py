"""A unit's own implementing plan (实施方案): what its task breakdown says, as a document to be issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from remit.core.adoption import Adoption
from remit.core.breakdown_table import BreakdownRow
from remit.core.breakdown_text import cells_of
from remit.core.phrase import MONTHS
from remit.core.post_naming import PostNames
from remit.core.regime import Edition
from remit.files.breakdown_xlsx import COLUMNS, answerable, answering, matter, source_words
from remit.files.official_document import Annex, Block, OfficialDocument
from remit.files.wording import Translate, rhythm_words

__all__ = ["Basis", "bases_of", "implementing_plan", "written_day"]

_CELLS = ("lead", "supporting", "leader", "due", "evidence")
_ANNEXED = (
    "number",
    "matter",
    "content",
    "measures",
    "lead",
    "supporting",
    "leader",
    "person",
    "due",
    "evidence",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A regulation that the plan carries out: title, issuing body, number, and from when it is in force here."""

    title: str
    issued_by: str
    number: str
    since: date


def implementing_plan(
    rows: Sequence[BreakdownRow],
    names: PostNames,
    bases: Sequence[Basis],
    translate: Translate,
    *,
    unit: str,
    day: date,
    language: str = "zh",
) -> OfficialDocument:
    """Return a unit's plan of a day: on what it rests, who answers, each chapter's duties, the breakdown as an annex.

    Nothing is made up: a duty that the unit has not divided yet names who answers for it and what the regulation says.
    """
    body = [Block(_opening(bases, rows, translate, language))]
    body += [Block(translate("Who is answerable"), 1), Block(_answerable(rows, names, translate))]
    for (_regime, chapter, own), some in groupby(rows, key=_part):
        other = translate("Measures of our own") if own else translate("The duties")
        body.append(Block(chapter or other, 1))
        for row in some:
            body += _duty(row, names, translate)
    return OfficialDocument(
        title=_title(bases, translate, unit),
        addressee=translate("To all departments and subordinate units"),
        body=tuple(body),
        signed=unit,
        day=day,
        day_words=written_day(day, language),
        annexes=(_annex(rows, names, translate, unit),),
        language=language,
    )


def _part(row: BreakdownRow) -> tuple[Edition | None, str, bool]:
    """To which part of the plan a row belongs: the duties of a chapter, or all items of our own."""
    return (None, "", True) if row.own else (row.regime, row.chapter, False)


def bases_of(adoptions: Iterable[Adoption], rows: Iterable[BreakdownRow]) -> tuple[Basis, ...]:
    """Return the regulations that rows rest on, of those that adoptions put in force."""
    regimes = {row.regime for row in rows}
    return tuple(
        Basis(
            title=one.regime.title,
            issued_by=one.regime.source.issued_by,
            number=one.regime.source.number,
            since=one.since,
        )
        for one in adoptions
        if Edition(one.regime.id, one.regime.edition) in regimes
    )


def written_day(day: date, language: str) -> str:
    """Return a day as documents write it: 2026年5月20日, 20 May 2026."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _title(bases: Sequence[Basis], translate: Translate, unit: str) -> str:
    if len(bases) == 1:
        return translate("Plan of {unit} to implement “{title}”").format(unit=unit, title=bases[0].title)
    return translate("Plan of {unit} to implement its responsibilities").format(unit=unit)


def _opening(
    bases: Iterable[Basis], rows: Sequence[BreakdownRow], translate: Translate, language: str
) -> str:
    said = []
    for basis in bases:
        source = " ".join(filter(None, (basis.issued_by, basis.number)))
        name = translate("“{title}”").format(title=basis.title)
        issued = translate(" ({source})").format(source=source) if source else ""
        since = translate(", in force here from {day} on").format(day=written_day(basis.since, language))
        said.append(f"{name}{issued}{since}")
    words = translate(
        "This plan carries out {bases}. It covers {count} duties; the annex divides each of them."
    )
    return words.format(bases=translate("; ").join(said), count=len(rows))


def _answerable(rows: Iterable[BreakdownRow], names: PostNames, translate: Translate) -> str:
    """Say for how many duties each post answers, in the order in which they first come."""
    counts: dict[str, int] = {}
    for row in rows:
        for said in answering(answerable(row), names, translate):
            counts[said] = counts.get(said, 0) + 1
    words = translate("{who}: {count} duties")
    shown = [words.format(who=who, count=count) for who, count in counts.items()]
    return (
        translate("{list}.").format(list=translate("; ").join(shown))
        if shown
        else translate("Nobody answers yet.")
    )


def _duty(row: BreakdownRow, names: PostNames, translate: Translate) -> Iterator[Block]:
    quote = row.duty.quote.strip().rstrip("。；;.,，")
    cells = cells_of(row.item, names)
    clause = source_words(row, names, translate, cells)
    yield Block(translate("{quote} ({clause}).").format(quote=quote, clause=clause), 2)
    if cells["measures"]:
        yield Block(cells["measures"])
    words = translate("{what}: {said}")
    headers = {column.name: column.english for column in COLUMNS}
    said = [
        words.format(what=translate(headers[cell]), said=cells[cell].replace("\n", translate("; ")))
        for cell in _CELLS
        if cells[cell]
    ]
    if not any(cells[cell] for cell in ("lead", "leader")):
        who = translate("; ").join(answering(answerable(row), names, translate))
        said.insert(0, words.format(what=translate("Answerable"), said=who or translate("nobody")))
    rhythm = rhythm_words(row.duty.cadence, row.duty.deadline, translate)
    if rhythm and not cells["due"]:
        said.append(words.format(what=translate("Rhythm or time limit"), said=rhythm))
    yield Block(translate("{list}.").format(list=translate("; ").join(said)))


def _annex(rows: Iterable[BreakdownRow], names: PostNames, translate: Translate, unit: str) -> Annex:
    columns = [column for column in COLUMNS if column.name in _ANNEXED]
    cells = [_annexed(number, row, names, translate) for number, row in enumerate(rows, 1)]
    return Annex(
        title=translate("Task breakdown of {unit}").format(unit=unit),
        head=tuple(translate(column.english) for column in columns),
        widths=tuple(column.width for column in columns),
        rows=tuple(tuple(row[column.name] for column in columns) for row in cells),
    )


def _annexed(number: int, row: BreakdownRow, names: PostNames, translate: Translate) -> dict[str, str]:
    cells = cells_of(row.item, names)
    return {
        **cells,
        "number": str(number),
        "matter": matter(row, translate),
        "content": f"{row.duty.quote}\n{source_words(row, names, translate, cells)}",
        "person": "\n".join(answering(answerable(row), names, translate)),
        "due": cells["due"] or rhythm_words(row.duty.cadence, row.duty.deadline, translate),
    }
