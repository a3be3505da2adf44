"""What is asked of a unit in a year, what is asked twice, and what one record would serve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.adoption import Adoption
from remit.core.burden import Burden, burden, kind_of_duty
from remit.core.period import Cadence
from tests.core.building import CALENDAR, a_directory, a_duty, a_regime

YEARLY = Cadence(min=1, period="P1Y")
HALF_YEARLY = Cadence(min=1, period="P6M")
QUARTERLY = Cadence(min=1, period="P3M")


def asked(*regimes, unit: str = "e1", since: date = date(2025, 1, 1)) -> Burden:
    adoptions = [Adoption(regime=one, unit="port", since=since) for one in regimes]
    return burden(unit, adoptions, a_directory(), CALENDAR, year=2026)


def duty(ref: str, quote: str, cadence: Cadence = YEARLY, addressee: tuple[str, ...] = ()):
    return replace(a_duty(ref, quote=quote, cadence=[cadence]), addressee=addressee)


def fire(*duties):
    return a_regime(*duties, id="fire")


@pytest.mark.parametrize(
    ("quote", "addressee", "kind"),
    [
        ("泊位单位应当召开安全会议", (), "meeting"),
        ("泊位单位应当组织培训", (), "training"),
        ("泊位单位应当向港长报告缆桩情况", ("港长",), "report"),
        ("泊位单位应当保持通道畅通", (), "other"),
        ("The berth shall hold a drill", (), "drill"),
    ],
)
def test_the_kind_of_record_follows_from_the_words(quote: str, addressee: tuple[str, ...], kind: str) -> None:
    assert kind_of_duty(duty("art-1", quote, addressee=addressee)) == kind


def test_records_and_fields_are_counted_by_kind() -> None:
    found = asked(
        a_regime(duty("art-1", "泊位单位应当召开安全会议", QUARTERLY), duty("art-2", "泊位单位应当组织培训"))
    )
    assert found.by_kind() == (("meeting", 4, 1), ("training", 1, 1))
    assert found.records() == 5
    assert found.records("training") == 1
    assert found.fields() == 4 * 9 + 8


def test_what_two_regimes_ask_in_like_words_is_asked_twice() -> None:
    found = asked(
        a_regime(duty("art-1", "泊位单位每年应当组织一次消防安全培训")),
        fire(duty("art-9", "泊位单位应当每年组织消防安全培训")),
    )
    (one,) = found.shared
    assert (one.kind, one.twice, one.saved) == ("training", True, 1)
    assert found.saved(twice=True) == found.saved() == 1


def test_unlike_duties_of_a_kind_are_served_by_one_record_but_not_asked_twice() -> None:
    found = asked(
        a_regime(
            duty("art-1", "泊位单位每季度召开会议研究缆桩检修", QUARTERLY),
            duty("art-2", "主任会议每年听取一次预算汇报"),
        )
    )
    (one,) = found.shared
    assert (one.twice, one.saved, [ask.duty for ask in one.asks]) == (
        False,
        1,
        ["harbour/art-1", "harbour/art-2"],
    )


def test_reports_to_different_bodies_are_not_asked_twice() -> None:
    found = asked(
        a_regime(duty("art-1", "泊位单位每半年向港长报告靠泊安全", HALF_YEARLY, ("港长",))),
        fire(duty("art-1", "泊位单位每半年向消防队报告靠泊安全", HALF_YEARLY, ("消防队",))),
    )
    assert [one.twice for one in found.shared] == [False]


def test_windows_that_never_meet_are_not_shared() -> None:
    early, late = Cadence(months=(2,)), Cadence(months=(9,))
    found = asked(a_regime(duty("art-1", "召开会议", early), duty("art-2", "召开会议", late)))
    assert found.records() == 2
    assert found.shared == ()


def test_what_is_of_no_known_kind_is_never_shared() -> None:
    found = asked(a_regime(duty("art-1", "保持通道畅通"), duty("art-2", "保持通道畅通")))
    assert found.by_kind() == (("other", 2, 2),)
    assert found.shared == ()


def test_a_later_edition_is_the_same_duty() -> None:
    old = a_regime(duty("art-1", "泊位单位应当召开安全会议", QUARTERLY))
    new = replace(old, edition=date(2026, 7, 1))
    adoptions = [
        Adoption(regime=old, unit="port", since=date(2025, 1, 1)),
        Adoption(regime=new, unit="port", since=date(2026, 7, 1)),
    ]
    found = burden("e1", adoptions, a_directory(), CALENDAR, year=2026)
    assert found.records() == 4
    assert len(found.asks) == 1


def test_another_unit_is_asked_nothing() -> None:
    assert asked(a_regime(duty("art-1", "召开会议")), unit="east").asks == ()
