"""A school that divides its duties: the harbour's regulation laid over the harbour's first primary school."""

from __future__ import annotations

from datetime import date

from remit.core.adoption import Adoption
from remit.core.breakdown import BreakdownItem
from remit.core.breakdown_table import BreakdownRow, breakdown_rows
from remit.core.post import Directory, index_organisation
from remit.core.post_naming import PostNames, name_posts
from tests.pages import harbour

TODAY = harbour.TODAY
SCHOOL = ("E-P", "望潮区第一小学")
DRILL, CHECK, REPORT = (f"harbour-school-fire/art-{n}" for n in ("3.i-1", "3.i-2", "4"))
DIVIDED = BreakdownItem(
    duty=DRILL,
    unit="E-P",
    since=date(2026, 2, 1),
    leader="E-P/后勤副校长",
    lead=("E-P/安全主任",),
    supporting=("E-M", "E-P/教学副校长"),
    due="每季度末月20日前",
    measures="制定演练方案\n组织演练",
    evidence=("演练方案", "演练记录、照片"),
    note="=1+1",
)


def directory() -> Directory:
    return index_organisation(harbour.organisation())


def names() -> PostNames:
    return name_posts(directory(), SCHOOL[0])


def adoption(*items: BreakdownItem, **more: object) -> Adoption:
    given = {"regime": harbour.regime(), "unit": "HB", "since": date(2026, 1, 1), **more}
    return Adoption(items=items, **given)  # type: ignore[arg-type]


def rows(*items: BreakdownItem, day: date = TODAY) -> tuple[BreakdownRow, ...]:
    return breakdown_rows([adoption(*items)], directory(), SCHOOL[0], day=day)


def held(found: tuple[BreakdownRow, ...]) -> dict[str, tuple[BreakdownItem | None, str]]:
    return {row.ref: (row.item, row.mark) for row in found}
