"""To whom a report goes: the duty that asks for it, its copies, and the units that roles are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.addressing import addressed_kinds, reporting_duties
from remit.core.duty import Duty
from remit.core.period import Cadence, Deadline
from remit.core.post import Unit
from remit.core.regime import Role
from remit.core.report_composition import compose
from remit.core.reporting_period import find_period
from tests.core.building import POSTS, a_clause, a_directory, a_regime, an_adoption
from tests.core.test_report import ADOPTION, HALF, MONTHLY, REPORTING, ROLES, composed


def goes_to(
    duty: Duty, *, clause=(), units=None, roles=ROLES, period=HALF, posts=POSTS
) -> list[tuple[str, bool]]:
    regime = a_regime(clauses=[a_clause(duty, *clause)], roles=roles)
    directory = a_directory(posts=posts) if units is None else a_directory(units=units, posts=posts)
    report, _ = composed(adoptions=(an_adoption(regime),), directory=directory, period=period)
    return [(one.unit or one.name, one.copy) for one in report.addressees]


def test_it_goes_to_the_unit_above_that_the_duty_names_and_a_copy_to_the_other():
    assert goes_to(REPORTING) == [("east", False), ("port", True)]


def test_a_copy_may_be_a_duty_of_its_own_in_the_clause():
    copying = Duty(ref="art-9.b", quote="并抄送港口单位", holders=("泊位单位",), addressee=("港口单位",))
    silent = Duty(ref="art-9.c", quote="妥善保存", holders=("泊位单位",), addressee=("港口单位",))
    first = replace(REPORTING, quote="泊位单位应当于每年6月和12月向作业区报告", addressee=("作业区",))
    assert goes_to(first, clause=[copying, silent]) == [("east", False), ("port", True)]


BUREAU = Unit(code="bureau", name="安全科", kind="bureau", parent="port")
HERE = a_directory().units.values()


def asking(*addressee: str, **more) -> Duty:
    given = {"cadence": (Cadence(months=(6, 12)),), "quote": "应当于每年6月和12月书面报告", **more}
    return Duty(ref="art-9", holders=("泊位单位",), addressee=addressee, **given)


def test_a_bureau_beside_the_units_above_is_found_where_there_is_one_only():
    roles = (*ROLES, Role(name="安全部门", units=("bureau",)))
    assert goes_to(asking("安全部门"), units=[*HERE, BUREAU], roles=roles) == [("bureau", False)]
    two = [*HERE, BUREAU, replace(BUREAU, code="b2")]
    assert goes_to(asking("安全部门"), units=two, roles=roles) == [("安全部门", False)]
    assert goes_to(asking("安全部门"), roles=roles) == [("安全部门", False)]


def test_the_kinds_of_unit_that_reports_go_to_are_known_beforehand():
    regime = a_regime(
        clauses=[a_clause(REPORTING, MONTHLY), a_clause(asking("x", quote="移交"))], roles=ROLES
    )
    assert addressed_kinds(regime) == {"area", "port"}


def test_of_two_kinds_of_superior_the_one_that_is_above_is_meant():
    roles = (*ROLES, Role(name="驻港机构", units=("agency",)))
    agency = Unit(code="agency", name="驻港处", kind="agency", parent="port")
    assert goes_to(asking("驻港机构", "作业区"), units=[*HERE, agency], roles=roles) == [("east", False)]


@pytest.mark.parametrize(
    ("name", "unit"), [("上级单位", "east"), ("虚构港", "port"), ("报社", "报社"), ("无类角色", "无类角色")]
)
def test_a_superior_may_be_named_without_a_kind(name, unit):
    assert goes_to(asking(name), roles=(*ROLES, Role(name="无类角色"))) == [(unit, False)]


@pytest.mark.parametrize(
    "duty",
    [
        asking("作业区", quote="应当向作业区移交缆桩"),  # no report
        asking(quote="应当报告"),  # to nobody
        asking("作业区", cadence=()),  # no rhythm
        asking("作业区", cadence=(Cadence(vague="定期"), Cadence(min=1, per="学期"))),
    ],
)
def test_without_a_duty_that_asks_for_it_the_report_goes_to_the_unit_above(duty):
    report, _ = composed(adoptions=(an_adoption(a_regime(duty, roles=ROLES)),))
    assert [(one.unit, one.name, one.duty) for one in report.addressees] == [("east", "东作业区", "")]


def test_of_several_reports_the_one_that_fits_the_period_decides():
    yearly = replace(
        asking("港口单位", cadence=(), deadline=(Deadline(by="--01-31"),)),
        ref="art-10",
        quote="每年1月31日前报告",
    )
    quarterly = replace(
        asking("港口单位", cadence=(Cadence(min=1, period="P3M"), Cadence(quarters=(1, 2, 3, 4)))),
        ref="art-11",
    )
    half = asking("作业区")
    assert goes_to(half, clause=[yearly, quarterly]) == [("east", False)]
    assert goes_to(yearly, clause=[half], period=find_period("2026")) == [("port", False)]
    assert goes_to(quarterly, clause=[half], period=find_period("2026Q2")) == [("port", False)]


def test_a_report_of_the_root_or_of_a_unit_that_is_unknown_has_nobody_above():
    report = compose(
        "nowhere", HALF, day=HALF.last, adoptions=(), directory=a_directory(), standings=(), records=()
    )
    assert (report.addressees, report.unit_name) == ((), "nowhere")


def test_a_unit_of_another_kind_and_a_time_out_of_force_ask_for_nothing():
    directory = a_directory()
    assert reporting_duties(ADOPTION, directory, "e1", HALF)
    assert reporting_duties(ADOPTION, directory, "east", HALF) == ()
    assert reporting_duties(replace(ADOPTION, until=date(2025, 12, 31)), directory, "e1", HALF) == ()


def test_reports_that_other_kinds_of_unit_make_do_not_decide():
    yearly = replace(
        asking("港口单位", cadence=(Cadence(min=1, period="P1Y"),)), ref="art-10", holders=("作业区",)
    )
    half = asking("作业区")
    assert goes_to(half, clause=[yearly], period=find_period("2026")) == [("east", False)]
