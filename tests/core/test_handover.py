"""What passes on with a post."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.assignment import Assignment
from remit.core.duty import Degree
from remit.core.handover import HandoverList, hand_over
from remit.core.record import Evidence, Record
from remit.core.standing import Standing, Status
from tests.core.building import a_record, an_occurrence, day

POST, DUTY, OTHER = "e1/head", "harbour/art-4", "harbour/art-5"
ASSIGNED = (
    Assignment(duty=DUTY, unit="e1", role="x", posts=((Degree.FIRST, POST), (Degree.DIRECT, "e1/deputy"))),
    Assignment(duty=OTHER, unit="e1", role="x", posts=((Degree.DIRECT, "e1/deputy"),)),
)
DAY = day("2026-06-30")


def a_standing(status: Status, duty: str = DUTY, due: str = "2026-03-31", **more: str) -> Standing:
    return Standing(occurrence=an_occurrence(duty=duty, due=due, **more), status=status, reason=str(status))


def listed(*standings: Standing, records: tuple[Record, ...] = (), post: str = POST) -> HandoverList:
    return hand_over(post, day=DAY, assignments=ASSIGNED, standings=standings, records=records)


@given(st.lists(st.tuples(st.sampled_from(Status), st.sampled_from([DUTY, OTHER])), max_size=8))
def test_exactly_what_the_post_answers_for_and_is_not_closed_passes_on(
    given_: list[tuple[Status, str]],
) -> None:
    standings = [
        a_standing(status, duty, f"2026-03-{place + 1:02}") for place, (status, duty) in enumerate(given_)
    ]
    closed = {Status.MET, Status.LATE, Status.EXCUSED}
    expected = [
        one.occurrence.due for one in standings if one.occurrence.duty == DUTY and one.status not in closed
    ]
    assert [item.due for item in listed(*standings).items] == expected


def test_items_come_by_due_day_with_what_is_asked_and_done() -> None:
    late = a_standing(Status.OVERDUE, due="2026-04-30", window="2026-04")
    half = replace(
        a_standing(Status.DUE_SOON, due="2026-03-31"),
        occurrence=an_occurrence(needed=2),
        records=("r1",),
    )
    found = listed(late, half)
    assert [(one.window, one.needed, one.done, one.degree) for one in found.items] == [
        ("2026-03", 2, 1, "first"),
        ("2026-04", 1, 0, "first"),
    ]
    assert (found.post, found.day) == (POST, DAY)


@pytest.mark.parametrize(("post", "degree"), [("e1/deputy", "direct"), (POST, "first")])
def test_each_post_has_its_own_degree(post: str, degree: str) -> None:
    assert [one.degree for one in listed(a_standing(Status.OVERDUE), post=post).items] == [degree]


def test_a_post_that_answers_for_nothing_leaves_nothing() -> None:
    found = listed(a_standing(Status.OVERDUE), records=(a_record("r1", "2026-02-01", DUTY),), post="e1/other")
    assert (found.items, found.records, found.evidence) == ((), (), ())


def test_records_of_its_duties_pass_on_with_each_file_once() -> None:
    file = Evidence(sha256="a" * 64, name="list.txt", size=3)
    other = replace(file, name="copy.txt")
    records = (
        replace(a_record("r1", "2026-02-01", f"{DUTY}@2026-01"), evidence=(file,)),
        replace(a_record("r2", "2026-02-02", starts=[DUTY]), evidence=(file, other)),
        a_record("r3", "2026-02-03", OTHER),
        a_record("r4", "2026-02-04"),
    )
    found = listed(records=records)
    assert [ref for ref, _, _ in found.records] == ["r1", "r2"]
    assert found.records[0] == ("r1", "2026-02-01", "缆桩检查")
    assert found.evidence == (("a" * 64, "list.txt"), ("a" * 64, "copy.txt"))
