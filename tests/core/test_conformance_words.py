"""A finding in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from remit.core.conformance_finding import Finding, Side, Value, Weakness, Weight
from remit.core.conformance_words import WEAKNESSES, remedy_text, value_text, why_text
from remit.core.duty import Degree
from remit.core.period import Cadence, Deadline

HALF_YEARLY, YEARLY = Cadence(min=1, period="P6M"), Cadence(min=1, period="P1Y")


def side(value: Value = None) -> Side:
    return Side(clause=("第一条", "第二款"), ref="d", words="检查", value=value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing said"),
        (HALF_YEARLY, "at least once a half-year"),
        (Deadline(amount=2, unit="hour"), "within 2 hours"),
        (Degree.DIRECT, "directly answerable"),
        (("市教育局", "学校"), "市教育局, 学校"),
        (Weight(5), "5%"),
        (Weight(100 / 3), "33.33%"),
        (Weight(2.5, "points"), "2.5 points"),
        (Weight(3, "stars"), "3 stars"),
        (Weight(3, ""), "3"),
        (Weight(1, "veto"), "decides alone (veto)"),
    ],
)
def test_what_is_compared_is_said_in_words(value: Value, text: str) -> None:
    assert value_text(value) == text


def test_both_values_stand_in_the_reason_and_the_upper_one_in_the_remedy() -> None:
    finding = Finding(weakness=Weakness.LONGER_INTERVAL, upper=side(HALF_YEARLY), lower=side(YEARLY))
    assert why_text(finding) == (
        "It is done less often below: above “at least once a half-year”, below “at least once a year”."
    )
    assert remedy_text(finding) == "Set the rhythm below to “at least once a half-year” or more often."
    nothing = replace(finding, lower=side())
    assert why_text(nothing) == "Above the rhythm is “at least once a half-year”; below none is given."


def test_a_missing_duty_names_the_nearest_clause() -> None:
    finding = Finding(weakness=Weakness.MISSING_DUTY, upper=side())
    assert why_text(finding) == "No duty below covers what this one asks."
    near = replace(finding, nearest=side())
    assert why_text(near).endswith("the nearest words are those of 第一条 第二款.")


def test_what_cannot_be_compared_is_left_to_the_reader() -> None:
    finding = Finding(
        weakness=Weakness.LONGER_INTERVAL, upper=side(YEARLY), lower=side(Cadence(min=1, per="航次"))
    )
    assert "cannot be compared" in why_text(finding, undecided=True)
    assert remedy_text(finding, undecided=True) == "Compare the two clauses yourself."


@pytest.mark.parametrize("weakness", Weakness)
@pytest.mark.parametrize("lower", [None, side(), side(("x",))])
def test_every_weakness_has_its_words(weakness: Weakness, lower: Side | None) -> None:
    finding = Finding(weakness=weakness, upper=side(("y",)), lower=lower)
    assert WEAKNESSES[weakness]
    for text in (why_text(finding), remedy_text(finding)):
        assert text.endswith(".")
        assert "{" not in text
