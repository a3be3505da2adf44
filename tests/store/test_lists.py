"""Lists of records: all or none, and each row once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from remit.core.problem import Place
from remit.store import actions, inquiry, models
from remit.store.access import CONSOLE, Role
from remit.store.refusal import Denied, Refused
from tests.store.cast import DRILL, TODAY, by, member

pytestmark = pytest.mark.usefixtures("port")

DRILLS = tuple(
    actions.Deed(
        unit=unit,
        day=date(2027, 4, day),
        kind="drill",
        title=f"Drill {day}",
        meets=(DRILL,),
        files=((f"{day}.txt", f"{unit} {day}".encode()),),
        place=Place(file="list.csv", line=line),
    )
    for line, (unit, day) in enumerate([("/1/2", 1), ("/1/20", 2), ("/1/2", 3)], start=2)
)


def kept() -> list[tuple[str, str]]:
    return [(r.ref, r.title) for r in inquiry.records(CONSOLE, "/1", subtree=True)]


def test_it_takes_in_a_list_under_one_line_of_the_journal():
    lines = models.JournalEvent.objects.count()
    ref = actions.import_records(by(), DRILLS)
    assert ref == f"r{lines + 1}"
    assert kept() == [(f"{ref}.1", "Drill 1"), (f"{ref}.2", "Drill 2"), (f"{ref}.3", "Drill 3")]
    found = inquiry.record(CONSOLE, f"{ref}.2")
    assert (found.unit, found.entered, found.evidence[0].name) == ("/1/20", TODAY, "2.txt")


def test_it_passes_over_rows_that_it_has_and_keeps_new_ones():
    actions.import_records(by(), DRILLS[:2])
    actions.import_records(by(), (*reversed(DRILLS), DRILLS[0]))
    assert sorted(title for _, title in kept()) == ["Drill 1", "Drill 2", "Drill 3"]


def test_it_takes_a_row_that_differs_in_anything_for_another_record():
    changes = (
        {"title": "x"},
        {"day": date(2027, 4, 9)},
        {"unit": "/1/20"},
        {"kind": "x"},
        {"meets": ()},
        {"files": ()},
    )
    actions.import_records(by(), (DRILLS[0], *(replace(DRILLS[0], **change) for change in changes)))
    assert len(kept()) == 7


def test_it_refuses_the_whole_list_and_says_which_rows_are_wrong():
    wrong = (
        replace(DRILLS[0], unit="/9", files=()),
        DRILLS[1],
        replace(DRILLS[2], day=TODAY + timedelta(days=1)),
        replace(DRILLS[2], meets=("port-fire/art-99",)),
    )
    with pytest.raises(Refused) as refused:
        actions.import_records(by(), wrong)
    assert [(p.place.line, p.code) for p in refused.value.problems] == [
        (2, "unknown-unit"),
        (4, "record-future"),
        (4, "unknown-duty"),
    ]
    assert kept() == []


def test_it_refuses_a_list_with_a_row_outside_scope():
    outside = replace(DRILLS[1], title="收集教师的宗教信仰情况并建立台账", files=())
    with pytest.raises(Refused) as refused:
        actions.import_records(by(), (DRILLS[0], outside))
    assert [(p.place.line, p.code) for p in refused.value.problems] == [(3, "outside-scope")]


def test_it_takes_no_row_for_a_unit_that_the_sender_may_not_record_for():
    clerk = member(Role.CLERK, unit="/1/2")
    with pytest.raises(Denied):
        actions.import_records(by(clerk), DRILLS)
    assert kept() == []
