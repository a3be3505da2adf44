"""Reports that a duty makes one expect."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.addressing import addressed, reports_a_year
from remit.core.duty import Duty
from remit.core.expected_report import ReportState, is_late, report_period, report_state
from remit.core.period import Cadence, Deadline
from remit.core.regime import Role
from remit.core.standing import Status
from tests.core.building import a_clause, a_directory, a_regime

QUOTE = "泊位单位应当向作业区报告"


def reporting(
    *cadence: Cadence, by: str = "", addressee: tuple[str, ...] = ("作业区",), quote: str = QUOTE
) -> Duty:
    return Duty(
        ref="art-9",
        quote=quote,
        holders=("泊位单位",),
        cadence=cadence,
        deadline=(Deadline(by=by),) if by else (),
        addressee=addressee,
    )


TWICE = reporting(Cadence(months=(6, 12)))
YEARLY = reporting(Cadence(min=1, period="P1Y"))


@pytest.mark.parametrize(
    ("duty", "due", "period"),
    [
        (TWICE, date(2026, 6, 30), "2026H1"),
        (TWICE, date(2026, 12, 31), "2026H2"),
        (reporting(Cadence(months=(1, 7))), date(2026, 7, 31), "2026H1"),
        (reporting(Cadence(months=(1, 7))), date(2026, 1, 31), "2025H2"),
        (reporting(Cadence(min=1, period="P6M")), date(2026, 6, 30), "2026H1"),
        (YEARLY, date(2026, 12, 31), "2026"),
        (reporting(by="--01-31"), date(2026, 1, 31), "2025"),
        (reporting(by="--11-30"), date(2026, 11, 30), "2026"),
        (reporting(Cadence(min=1, period="P3M")), date(2026, 9, 30), "2026Q3"),
        (reporting(Cadence(min=1, period="P1M")), date(2026, 2, 28), "2026-02"),
    ],
)
def test_a_report_is_on_the_latest_period_that_is_half_over(duty: Duty, due: date, period: str) -> None:
    assert report_period(duty, due).name == period


@given(due=st.dates(date(2020, 1, 1), date(2030, 12, 31)), starts=st.integers(1, 12))
def test_a_period_has_begun_and_ended_less_than_one_and_a_half_periods_ago(due: date, starts: int) -> None:
    period = report_period(TWICE, due, year_starts=starts)
    assert period.first < due
    assert (due - period.last).days <= 93


@pytest.mark.parametrize(
    ("duty", "times"),
    [
        (TWICE, 2),
        (YEARLY, 1),
        (reporting(Cadence(months=(6, 12)), addressee=()), 0),
        (reporting(Cadence(months=(6, 12)), quote="泊位单位应当向作业区致谢"), 0),
        (reporting(), 0),
    ],
)
def test_only_a_duty_with_addressee_words_and_rhythm_asks_for_reports(duty: Duty, times: int) -> None:
    assert reports_a_year(duty) == times


DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("status", "state", "day", "seen"),
    [
        (Status.UPCOMING, "", DUE, ReportState.EXPECTED),
        (Status.DUE_SOON, "draft", DUE, ReportState.DRAFT),
        (Status.OVERDUE, "", date(2026, 7, 1), ReportState.MISSING),
        (Status.OVERDUE, "approved", date(2026, 7, 1), ReportState.MISSING),
        (Status.UNASSIGNED, "", DUE, ReportState.EXPECTED),
        (Status.MET, "submitted", DUE, ReportState.SUBMITTED),
        (Status.MET, "", DUE, ReportState.RECORDED),
        (Status.LATE, "returned", date(2026, 7, 9), ReportState.RETURNED),
        (Status.EXCUSED, "draft", DUE, ReportState.EXCUSED),
        (Status.UPCOMING, "withdrawn", DUE, ReportState.EXPECTED),
    ],
)
def test_missing_shows_whatever_was_begun(status: Status, state: str, day: date, seen: ReportState) -> None:
    assert report_state(status, state, due=DUE, day=day) is seen


def test_late_is_what_came_late_or_has_not_come_back() -> None:
    after = date(2026, 7, 1)
    assert is_late(Status.LATE, ReportState.ACCEPTED, due=DUE, day=after)
    assert is_late(Status.MET, ReportState.RETURNED, due=DUE, day=after)
    assert not is_late(Status.MET, ReportState.RETURNED, due=DUE, day=DUE)
    assert not is_late(Status.MET, ReportState.ACCEPTED, due=DUE, day=after)


def test_a_duty_names_its_addressee_or_means_the_unit_above() -> None:
    day = date(2026, 5, 1)
    roles = (Role(name="泊位单位", units=("berth",)), Role(name="港口单位", units=("port",)))
    for role, unit in (("港口单位", "port"), ("不认识的部门", "east")):
        duty = reporting(addressee=(role,))
        regime = a_regime(duty, roles=roles)
        found = addressed(regime, a_clause(duty), duty, a_directory(), "e1", day)
        assert found[0].unit == unit
