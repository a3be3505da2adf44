"""Files that people open: the register and plan as workbooks, due days as a calendar, and how they are written."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
import python_calamine

from remit.core.adoption import Adoption
from remit.core.duty import Degree
from remit.core.post import Directory, Holder, Organisation, Post, Unit, index_organisation
from remit.core.regime import Regime
from remit.files.calendar import shipped_calendar
from remit.files.changes import Change, find_changes
from remit.files.register import register_rows
from remit.files.register_xlsx import write_register
from remit.files.whole import write_whole
from remit.files.xlsx import workbook_bytes
from remit.files.year_plan import YearPlan, lay_out_year, plan_calendar, plan_rows, plan_workbook
from tests.files.regimes import HARBOUR


def cells(data: bytes) -> list[list[object]]:
    return python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def page(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


def directory() -> Directory:
    return index_organisation(
        Organisation(
            units=(
                Unit(code="G", name="港湾市", kind="市"),
                Unit(code="G1", name="一号码头", parent="G", kind="码头"),
            ),
            posts=(
                Post(code="G/市长", unit="G", title="市长", degree=Degree.FIRST),
                Post(code="G1/经理", unit="G1", title="经理", degree=Degree.FIRST),
            ),
            holders=(Holder(post="G/市长", person="李明", since=date(2025, 1, 1)),),
        )
    )


def plan(regime: Regime = HARBOUR) -> YearPlan:
    adoption = Adoption(regime=regime, unit="G", since=date(2026, 1, 1))
    return lay_out_year(
        adoption, directory(), shipped_calendar("cn"), first=date(2026, 1, 1), last=date(2026, 12, 31)
    )


def test_the_register_has_a_row_a_duty_with_its_words(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    assert write_register(path, HARBOUR, str) == ()
    head, *rows = cells(path.read_bytes())
    assert head[:4] == ["No.", "Clause", "Words", "Kind of clause"]
    assert [row[-1] for row in rows] == ["art-1", "art-2.a", "art-2.b"]
    assert rows[0][2] == "市人民政府每半年至少召开一次消防工作会议"


def test_what_is_taken_over_stands_in_brackets() -> None:
    assert [row[1] for row, _, _ in register_rows(HARBOUR, str)] == ["市人民政府", "各单位", "[各单位]"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@a", "https:" + "//a.example/x", "0012"])
def test_nothing_in_a_cell_is_a_formula_or_a_link(words: str) -> None:
    data = workbook_bytes("s", "t", ["a"], [[words]], [10], str)
    assert cells(data)[1] == [words]
    assert "<f>" not in page(data)
    assert "hyperlink" not in page(data)


def test_a_workbook_is_ready_to_print_and_filter() -> None:
    sheet = page(workbook_bytes("s", "A & B", ["a", "b"], [["1", "2"]], [10, 10], str))
    for mark in (
        'orientation="landscape"',
        'paperSize="9"',
        'state="frozen"',
        "<autoFilter",
        "&amp;P",
        "A &amp;&amp; B",
    ):
        assert mark in sheet


def test_the_plan_names_who_answers_on_the_due_day() -> None:
    rows = list(plan_rows(plan(), str))
    assert [row[0] for row in rows] == ["2026-06-30"] + ["2026-12-31"] * 5
    assert [row[4] for row in rows].count("第一章 第一条") == 2
    assert {row[3]: row[7] for row in rows} == {
        "港湾市": "市长 李明",
        "一号码头": "经理 (vacant), through 市长 李明",
    }


def test_the_plan_is_a_workbook() -> None:
    head, *rows = cells(plan_workbook(plan(), str))
    assert head[0] == "Due"
    assert len(rows) == 6


def test_due_days_are_all_day_entries_with_an_alarm() -> None:
    events = icalendar.Calendar.from_ical(plan_calendar(plan(), str)).walk("VEVENT")
    first = events[0]
    assert len(events) == 6
    assert first["dtstart"].dt == date(2026, 6, 30)
    assert first["summary"] == "Due: 召开消防工作会议 (港湾市)"
    (alarm,) = first.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=9) - timedelta(days=14)


def test_exporting_again_gives_the_same_entries() -> None:
    assert plan_calendar(plan(), str) == plan_calendar(plan(), str)
    renamed = plan_calendar(plan(replace(HARBOUR, title="新名")), str)
    uids = [
        [e["uid"] for e in icalendar.Calendar.from_ical(d).walk("VEVENT")]
        for d in (plan_calendar(plan(), str), renamed)
    ]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == 6


def test_an_amendment_is_shown_duty_by_duty() -> None:
    meeting, drill = HARBOUR.clauses[1:]
    (duty,) = meeting.duties
    monthly = replace(duty, cadence=(replace(duty.cadence[0], period="P1M"),))
    new = replace(
        HARBOUR,
        clauses=(
            HARBOUR.clauses[0],
            replace(meeting, text=meeting.text.replace("半年", "月"), duties=(monthly,)),
            replace(
                drill,
                ref=("第一章", "第三条"),
                text=drill.text.replace("第二条", "第三条"),
                duties=drill.duties[:1],
            ),
        ),
    )
    found = [(c.what, c.duty, c.field) for c in find_changes(HARBOUR, new)]
    assert found == [
        ("clause-changed", "", ""),
        ("duty-changed", "art-1", "rhythm"),
        ("duty-removed", "art-2.b", ""),
    ]
    assert list(find_changes(HARBOUR, HARBOUR)) == []


def test_a_clause_that_went_and_one_that_came_are_named() -> None:
    shorter = replace(HARBOUR, clauses=HARBOUR.clauses[:2])
    gone, coming = list(find_changes(HARBOUR, shorter)), list(find_changes(shorter, HARBOUR))
    assert [c.what for c in gone] == ["clause-removed", "duty-removed", "duty-removed"]
    assert [c.what for c in coming] == ["clause-added", "duty-added", "duty-added"]
    assert gone[0] == Change("clause-removed", ("第一章", "第二条"), old=HARBOUR.clauses[2].text)


def test_writing_keeps_the_old_file_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (problem,) = write_whole(path, b"new")
    assert problem.code == "file-unwritable"
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_writing_keeps_the_files_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    assert write_whole(path, b"new") == ()
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
